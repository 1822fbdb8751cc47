"""Who did it: what attackers are called, and who is told beside a deed and is none."""

import re

from sayso.read.counting.plain import NUMBER
from sayso.read.text.words import DOERS

__all__ = ["are_called_so", "is_no_attacker"]

# What those who did it are called.
CALLED_SO = re.compile(
    rf"(?:(?:the|an?|his|her|their|two|three|four|\d+|several) )?(?:[\w-]+ )?(?:{DOERS}|killers?|suspects?|"
    r"robbers?|raiders?|militants?|insurgents?|terrorists?)",
    re.IGNORECASE,
)
# Whose brothers, guns or car they are is none of them: "two of the gunman's three brothers".
OF_ATTACKER = re.compile(
    r"\b(?:gunm[ae]n|shooter|attacker|bomber|suspect|assailant|killer|driver)(?:['’]s|s['’]) ", re.IGNORECASE
)
# Some of those who carried it out are not how many did: "two of the gunmen fled".
SOME_OF = re.compile(
    rf"(?:at least )?(?:{NUMBER}|one|some|none|another) of (?:the|these|his|{NUMBER}) (?!(?:\w+ )?(?:men|people|persons|youths|suspects)\b)",
    re.IGNORECASE,
)
# Nor is what somebody is held for, or is said not to be: "accused of being the gunman", "no active shooter".
SAID_TO_BE = re.compile(
    r"\b(?:(?:identified|named|described)(?: \w+)? as|accused of being|suspected of being|no)(?: an?| the)?(?: alleged| suspected| active)? $",
    re.IGNORECASE,
)
# Nor is who comes upon it: "the bodies were found by | a shepherd"; nor another of whom there is none: "no second gunman".
BY_FINDER = re.compile(
    r"\b(?:found|discovered|spotted|seen|noticed|reported|recovered|identified|rescued|arrested|detained|treated) by $",
    re.IGNORECASE,
)
NO_OTHER = re.compile(r"no (?:second|third|other|additional|further|more)\b(?! than\b)", re.IGNORECASE)
# Nor is who was only reported: "the report of | a gunman was a hoax".
REPORTED = re.compile(
    r"\b(?:reports?|claims?|rumou?rs?|calls?|warnings?) (?:of|about) (?:(?:an?|the) )?(?:active )?$",
    re.IGNORECASE,
)
UNTRUE = re.compile(r"\b(?:hoax|false|unfounded|untrue|swatting|fake|baseless)\b", re.IGNORECASE)
# Nor is a name's: "the alleged gunman, Ugo Bern".
ALLEGED = re.compile(r"\balleged $", re.IGNORECASE)
NAMED_NEXT = re.compile(r",? [A-Z]")
# Nor is whose gun went off by accident.
BY_MISHAP = re.compile(
    r"(?<!not )\baccidentally\b|\bwhen (?:it|the \w+) (?:went off|fired|discharged)\b|\b(?:gun|weapon|firearm|rifle|pistol|shotgun) went off\b"
    r"|\bplaying with an? (?:\w+ )?(?:gun|weapon|firearm|rifle|pistol|shotgun|handgun)\b",
    re.IGNORECASE,
)


def are_called_so(who: str) -> bool:
    """True for people who are called by what they did: "the gunman", "two masked robbers"."""
    return CALLED_SO.fullmatch(who) is not None


def is_no_attacker(text: str, start: int, end: int) -> bool:
    """True where the words around people [start, end) say that they attacked nobody, or that they are not how many did."""
    if OF_ATTACKER.search(text, start, end + 3) or SOME_OF.match(text, start):
        return True
    if REPORTED.search(text, 0, start) and UNTRUE.search(text, end):
        return True
    if BY_FINDER.search(text, 0, start) or NO_OTHER.match(text, start):
        return True
    if ALLEGED.search(text, 0, start) and NAMED_NEXT.match(text, end):
        return True
    return bool(SAID_TO_BE.search(text, 0, start) or BY_MISHAP.search(text))
