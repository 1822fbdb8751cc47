"""Who has left home: not who only lives where it happened, does without something, is helped, is sent there, or is hurt."""

import re

from sayso.read.counting.plain import HEDGE, NUMBER

__all__ = ["is_at_home"]

# Who has no power, no water or no school.
WITHOUT = re.compile(
    r"[^.;,]{0,30}\b(?:without|with no|access to) (?:\w+ )?(?:power|electricity|water|heat|gas|school\w*|food|aid|access|internet|work|jobs)",
    re.IGNORECASE,
)
# Who is helped, touched or shut in by what happened has not left for that: "affected", "reached | 18,500 people".
AFFECTED = re.compile(
    r"(?:(?!\b(?:displac|evacuat|homeless))[^.;,]){0,30}?\b(?:affected\b(?! [a-z]+s\b)|resided?|(?:are |were )?(?:trapped|besieged|stuck) in (?:the|an?) (?:\w+ )?(?:city|town|village|enclave)|(?:trapped|stranded|cut off|marooned|isolated) by|in need|(?:will |may |still )?(?:needs?|needed|requires?))\b",
    re.IGNORECASE,
)
REACHED = re.compile(
    r"\b(?:reached|affect(?:s|ed|ing)|assist(?:s|ed|ing)|help(?:s|ed|ing)|fed|feeding|serv(?:ed|ing)|benefit(?:ed|ing))(?: (?:about|some|over|more than|nearly))? $",
    re.IGNORECASE,
)
# Who comes of his own will: "the fair brings hundreds of | thousands of visitors to the city".
DRAWN = re.compile(
    r"\b(?:attract(?:s|ed|ing)|draw(?:s|n|ing)|drew|lur(?:es|ed|ing)|host(?:s|ed|ing)|welcom(?:es|ed|ing)|bring(?:s|ing))(?: (?:about|some|over|more than|nearly|up to|an estimated|as many as|(?:hundreds|tens) of))* $",
    re.IGNORECASE,
)
VISITING = re.compile(
    r"\b(?:visitors|tourists|fans|pilgrims|spectators|guests|revellers|revelers|worshippers|holidaymakers|festival-?goers|travell?ers)\b",
    re.IGNORECASE,
)
# Who has left home, whatever else is told of him: "900 displaced people | need food".
UPROOTED = re.compile(r"\b(?:displaced|evacuees|homeless|refugees|evacuated)\b", re.IGNORECASE)
HAS_LEFT = re.compile(
    r"(?: (?:have|has|had|were|was|been|also|since|already|all|reportedly|\w+ly))* (?:fled|displaced|evacuated|uprooted|made homeless|left homeless|left their homes|moved to safety)\b",
    re.IGNORECASE,
)
# Who lives where it happened: "the towers housed | 4,600 people".
HOUSING = re.compile(
    r"\b(?:towers?|blocks?|buildings?|complex|estate|village|town|city|district|area|neighbou?rhood) (?:had |has )?(?:housed|houses|was home to|is home to)"
    r"(?: (?:about|some|over|more than|nearly|around|an estimated))? $",
    re.IGNORECASE,
)
# Who is sent, and has not left a home: "3,700 | firefighters are battling 14 fires".
SENT = re.compile(
    rf"(?:(?:about|some|more than|over|nearly|at least) )?{NUMBER}(?: [\w-]+)?? (?:firefighters|firem[ae]n|police|officers|soldiers|troops|rescuers|rescue workers|volunteers|personnel|divers)\b",
    re.IGNORECASE,
)
# Who is hurt and taken elsewhere to be cared for: "eleven were injured, of whom | seven were evacuated to Lodva".
OF_THE_HURT = re.compile(
    rf"\b(?:injur\w+|wounded|hurt)\b[^.;]{{0,60}}?,? (?:of|among|including) (?:(?:whom|them|these|those) )?(?:{HEDGE} )?$",
    re.IGNORECASE,
)
HURT = re.compile(r"\b(?:injured|wounded|hurt)\b", re.IGNORECASE)


def is_at_home(text: str, start: int, end: int) -> bool:
    """True for people [start, end) held for displaced of whom a sentence tells something less: affected, reached, sent, in care."""
    if REACHED.search(text, 0, start) or HOUSING.search(text, 0, start) or SENT.match(text, start):
        return True
    if DRAWN.search(text, 0, start) and VISITING.search(text, start, end):
        return True
    if OF_THE_HURT.search(text, 0, start) or HURT.search(text, start, end):
        return True
    if UPROOTED.search(text, start, end) or HAS_LEFT.match(text, end):
        return False
    return bool(WITHOUT.match(text, end) or AFFECTED.match(text, end))
