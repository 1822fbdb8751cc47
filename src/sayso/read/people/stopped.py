"""Who was stopped by police: an attacker, where the sentence says what he had done; and whoever only did it to others."""

import re

from sayso.read.text.words import POLICE

__all__ = ["is_agent", "is_stopped"]

# Of whom police made an end, told before him or behind him.
SHOT_BY_THEM = re.compile(
    rf"\b{POLICE}\b[^.;,“”\"]{{0,40}}?\b(?:shot|killed|fatally shot|gunned down)(?: dead| and killed| and wounded)? (?:an? |the |one )?$",
    re.IGNORECASE,
)
BY_THEM = r"(?: (?:was|were|had been|being))?(?: (?:then|later|fatally))? (?:shot|killed|gunned down)(?: dead| and killed)? by (?:the |an? |armed |responding )*"
# What he had done before.
DEED = (
    r"(?:(?:had|has|allegedly|reportedly|earlier|just|then|suddenly|also|fatally) )*"
    r"(?:stabb(?:ed|ing)|shot (?!(?:him|her)self)|open(?:ed|ing) fire|fir(?:ed|ing) (?:at|on|into|shots)|attack(?:ed|ing)|kill(?:ed|ing) (?!(?:him|her)self)|murdered|ramm(?:ed|ing)|plough(?:ed|ing)|"
    r"(?:drove|driving) (?:an? |his |her |the )?(?:[\w-]+ )?(?:in)?to|detonat(?:ed|ing)|threw|hurl(?:ed|ing)|lung(?:ed|ing)|charg(?:ed|ing) at|point(?:ed|ing) (?:an?|his|her)|taken? [\w ]{0,30}hostage|"
    r"took [\w ]{0,30}hostage|slash(?:ed|ing)|hack(?:ed|ing)|storm(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|beat(?:en|ing)?)\b"
)
AFTER_DEED = rf"(?:,? (?:aged )?\d{{1,2}})?,? (?:(?:who|after|when|as|while)(?: (?:he|she|they))? {DEED})"
HIS_DEED = re.compile(AFTER_DEED, re.IGNORECASE)
STOPPED = re.compile(rf"(?:,? (?:aged )?\d{{1,2}})?,?{BY_THEM}{POLICE}{AFTER_DEED}", re.IGNORECASE)
# Who was hurt as others got hold of him: "broke his wrist when passengers overpowered him".
OVERPOWERED = re.compile(
    r"[^.;]{0,100}? (?:when|as|after) (?:the |other |two |three |several |some )*(?:\w+ )?(?:passengers|bystanders|onlookers|passers-by|officers|police|guards|staff|commuters|"
    r"worshippers|customers|shoppers|people|others|security)(?: \w+ly)? (?:overpowered|subdued|restrained|tackled|disarmed|arrested|detained) (?:him|her|them)\b",
    re.IGNORECASE,
)
# By whom others met a fate, and his own fate behind him.
BY = re.compile(r"\bby (?:an? |the |one )?(?:[\w-]+ )?$", re.IGNORECASE)
OWN_FATE = re.compile(
    r",? (?:who|which|before|until)\b|,? (?:was|were|is|has) (?:then |later |also |himself |herself )*(?:shot|killed|found|wounded|hit|injured|died)",
    re.IGNORECASE,
)


def is_stopped(text: str, start: int, end: int) -> bool:
    """True for somebody [start, end) whom police shot for what the sentence says that he did: "who had stabbed two women".

    So is who was hurt as others overpowered him.
    """
    if SHOT_BY_THEM.search(text, 0, start):
        return HIS_DEED.match(text, end) is not None
    return any(words.match(text, end) for words in (STOPPED, OVERPOWERED))


def is_agent(text: str, start: int, end: int) -> bool:
    """True for somebody [start, end) by whom others met their fate, which is not his: "stabbed by the attacker and died"."""
    return BY.search(text, 0, start) is not None and OWN_FATE.match(text, end) is None
