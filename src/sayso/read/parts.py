"""Parts that people play: victim or attacker, where the words tell better than the network."""

import re
from collections.abc import Sequence

from sayso.model import COUNT_SLOTS, Count, Role
from sayso.read.network import Stretch
from sayso.read.page import Sentence

__all__ = ["role_of"]

# A toll that has the attacker in it.
WITH_ATTACKER = re.compile(
    r"\b(?:murder|homicide)[ /–-]{1,3}suicides?\b"
    r"|\bincluding (?:the )?(?:alleged |suspected )?(?:gunm[ae]n|shooters?|suspects?|attackers?|assailants?|bombers?)\b",
    re.IGNORECASE,
)
# Who is asked, or held for something else, is not thereby thought to have done it.
QUESTIONED = re.compile(
    r"\b(?:for questioning|(?:being|is|are|were|was) questioned|(?:persons?|people) of interest|un-?related)\b",
    re.IGNORECASE,
)
# Who comes armed, and who is shot by police, where others died.
ARMED = re.compile(
    r"(?:an?|the|one) (?:[\w-]+ ){0,2}?(?:man|woman|boy|teenager|youth)(?: with| armed with| carrying| wielding) an? (?:[\w-]+ ){0,2}?"
    r"(?:rifle|gun|shotgun|handgun|pistol|revolver|knife|machete|axe|hammer|weapon)\b",
    re.IGNORECASE,
)
BY_POLICE = re.compile(
    r"\b(?:shot|killed|gunned down)(?: dead| and killed)? by (?:the |armed |an? )?(?:police\w*|officers?|troops|soldiers|security|guards?)\b",
    re.IGNORECASE,
)
PRONOUNS = frozenset({"he", "him", "she", "her"})


def role_of(stretch: Stretch, value: Count, sentence: Sentence, stretches: Sequence[Stretch]) -> Role:
    """Return the part that people counted play; "he" plays that of the one person last told of.

    The dead of a murder-suicide are counted with the attacker; who came armed, or was shot by police where
    others died, is one. `stretches` are all of the report, in reading order.
    """
    if stretch.tag in ("killed", "casualties") and stretch.role == "victim" and (value.low or 0) > 1:
        return "all" if WITH_ATTACKER.search(sentence.text) else "victim"
    if stretch.tag == "detained" and QUESTIONED.search(sentence.text):
        return "unclear" if stretch.role == "attacker" else stretch.role
    if stretch.role == "victim" and ARMED.match(sentence.text, max(0, stretch.span.start - sentence.start)):
        return "attacker"
    if stretch.span.quote.lower() not in PRONOUNS:
        return stretch.role
    if stretch.tag == "killed" and BY_POLICE.search(sentence.text) and others_died(stretch, stretches):
        return "attacker"
    before = [s for s in stretches if s.span.field == stretch.span.field and s.span.end < stretch.span.start]
    last = next((s for s in reversed(before) if s.tag in COUNT_SLOTS and s.number == (1, 1)), None)
    is_attacker = last is not None and (last.tag == "attackers" or last.role == "attacker")
    return "attacker" if is_attacker else stretch.role


def others_died(stretch: Stretch, stretches: Sequence[Stretch]) -> bool:
    """True when a report tells of more dead than one person."""
    dead = [s for s in stretches if s.tag == "killed" and s is not stretch]
    return any(s.number is None or s.number[0] != 1 for s in dead)
