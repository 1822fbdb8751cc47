"""How sure the network must be of what it tags."""

from sayso.model import COUNT_SLOTS
from sayso.read.deeds import are_called_so
from sayso.read.network import Stretch

__all__ = ["BEHIND_SIGNED", "SURE_OF_NARRATOR", "SURE_OF_SPEAKER", "SURE_WHERE_SIGNED", "is_sure"]

# How sure the network must be of people counted, of a fact, and of who says it; chosen on dev and 105 annotated reports that
# the network was not taught with, moves counts, facts and speaker of the gate.
SURE_OF_COUNT = 0.6
SURE_OF_FACT = 0.65
# Dead and hurt together are seldom tagged, and then rightly (dev and 430 further annotated reports: 7 of 8 between the two).
SURE_OF_SLOT = {"casualties": 0.5}
# Who is called a gunman or a suspect is seldom anybody else (four annotated sets, on which it was chosen: 6 of 9 below the other).
SURE_OF_CALLED = 0.5
SURE_OF_SPEAKER = 0.95
SURE_OF_NARRATOR = 0.9
# The same where the sentence ends in who says it, and how many code points may follow him there.
SURE_WHERE_SIGNED, BEHIND_SIGNED = 0.98, 30


def is_sure(stretch: Stretch) -> bool:
    """True for what the network is sure enough of."""
    if stretch.tag in COUNT_SLOTS:
        called = stretch.tag == "attackers" and are_called_so(stretch.span.quote)
        return stretch.sure >= (SURE_OF_CALLED if called else SURE_OF_SLOT.get(stretch.tag, SURE_OF_COUNT))
    return stretch.sure >= SURE_OF_FACT
