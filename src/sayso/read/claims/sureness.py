"""How sure the network must be of what it tags."""

from sayso.model import COUNT_SLOTS, Speaker
from sayso.read.fates.deeds import are_called_so
from sayso.read.speech.cues import HE_SAID
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Sentence

__all__ = ["SURE_OF_NARRATOR", "SURE_OF_SPEAKER", "SURE_WHERE_SIGNED", "is_sure", "signs"]

# How sure the network must be of people counted, of a fact, and of who says it; chosen on dev and 105 annotated reports that
# the network was not taught with, moves counts, facts and speaker of the gate.
SURE_OF_COUNT = 0.6
SURE_OF_FACT = 0.65
# Dead and hurt together are seldom tagged, and then rightly (dev and 430 further annotated reports: 7 of 8 between the two).
SURE_OF_SLOT = {"casualties": 0.5}
# Who is called a gunman or a suspect is seldom anybody else (four annotated sets, on which it was chosen: 6 of 9 below the other).
SURE_OF_CALLED = 0.5
# Facts of which the surest alone are more often right than not: an attacker of whom nothing is told but what he did, and
# who is charged or which weapon it was where the words barely tell it (five annotated sets, on which it was chosen).
SURE_OF_CODE: dict[tuple[str, str | None], float] = {
    ("suspect", "unknown"): 0.9,
    ("suspect", "charged"): 0.75,
}
SURE_OF_WEAPON = 0.7
SURE_OF_SPEAKER = 0.95
SURE_OF_NARRATOR = 0.9
# The same where the sentence ends in who says it, and how many code points may follow him there.
SURE_WHERE_SIGNED, BEHIND_SIGNED = 0.98, 30


def is_sure(stretch: Stretch) -> bool:
    """True for what the network is sure enough of."""
    if stretch.tag in COUNT_SLOTS:
        called = stretch.tag == "attackers" and are_called_so(stretch.span.quote)
        return stretch.sure >= (SURE_OF_CALLED if called else SURE_OF_SLOT.get(stretch.tag, SURE_OF_COUNT))
    if stretch.tag == "weapon":
        return stretch.sure >= SURE_OF_WEAPON
    return stretch.sure >= SURE_OF_CODE.get((stretch.tag, stretch.code), SURE_OF_FACT)


def signs(speaker: Speaker, sentence: Sentence) -> bool:
    """True for a speaker with whom a sentence ends ("..., the release said"), or who is meant at its head ("He said that")."""
    if not speaker.narrates and HE_SAID.match(sentence.text):
        return True
    if speaker.span is None or not sentence.holds(speaker.span):
        return False
    behind = sentence.text[speaker.span.end - sentence.start :]
    return len(behind) <= BEHIND_SIGNED and "," not in behind
