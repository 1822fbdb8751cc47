"""The sides of an attack or a fight, by what people are called: those who did it, fighters, who came to help, and others."""

import re
from dataclasses import replace
from itertools import pairwise

from sayso.model import Role, Span
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.parted import (
    SIDES,
    is_numbered,
    keeps_order,
)
from sayso.read.tagging.network import Stretch
from sayso.read.text.words import DOERS

__all__ = ["ATTACKERS", "CULPRITS", "FIGHTERS", "HELPERS", "SUSPECT", "WHO_DID", "part_in", "sides_of"]

# Who is of the one side of a fight.
FIGHTERS = re.compile(
    rf"\b(?:guerr?illas?|rebels?|militants?|insurgents?|terrorists?|extremists?|{DOERS}|"
    r"separatists?|jihadi?s?t?s?|taliban|fighters|members of)\b",
    re.IGNORECASE,
)
# Attackers, and who they are, which is no other side: "both attackers, a man and a woman".
ATTACKERS = "attackers|assailants|gunmen|bombers|shooters|hijackers|hostage[- ]takers"
ATTACKERS_LISTED = re.compile(rf"(?:\w+ ){{1,3}}?(?:{ATTACKERS}|suspects), ", re.IGNORECASE)
# Who is on the side of those that did it, and who came to help: each of them is told apart from whom it befell.
WHO_DID = r"\bwho (?:had |allegedly )?(?:attacked|opened fire|rammed|stabbed|carried out|detonated|shot (?:him|her|them)|set off|blew (?:him|her|them)sel(?:f|ves) up)\b"
CULPRITS = re.compile(
    rf"\b(?:{DOERS}|robbers?|burglars?|intruders?|hijackers?|hitm[ae]n|rustlers?|raiders?|bandits?|kidnappers?|hostage[- ]takers?)\b"
    rf"|{WHO_DID}",
    re.IGNORECASE,
)
SUSPECT = re.compile(r"\bsuspects?$", re.IGNORECASE)
HELPERS = re.compile(
    r"\b(?:firefighters?|firem[ae]n|rescuers?|rescue workers?|paramedics?|divers?)\b", re.IGNORECASE
)


def sides_of(stretch: Stretch) -> list[Stretch]:
    """Return a stretch for each side of a fight that one names: "four rebels and a soldier" are four, and one."""
    quote = stretch.span.quote
    joints = [(0, 0), *(found.span() for found in SIDES.finditer(quote)), (len(quote), len(quote))]
    parts = [(a[1], b[0]) for a, b in pairwise(joints)]
    if stretch.tag not in ("killed", "injured") or len(parts) < 2 or ATTACKERS_LISTED.match(quote):
        return [stretch]
    beside = quote if stretch.tag == "injured" else ""
    counted = all(quote[a:b].strip() and is_numbered(quote[a:b]) for a, b in parts)
    if not counted or len({side_of(quote[a:b], beside) for a, b in parts}) < 2:
        return [stretch]
    sides = []
    for a, b in parts:
        number = (1, 1) if read_quantity(quote[a:b].split()[:4]) is None else None
        first = stretch.span.start + a
        span = Span(field=stretch.span.field, start=first, end=stretch.span.start + b, quote=quote[a:b])
        role = part_in(span.quote, stretch.role, beside)
        sides.append(replace(stretch, span=span, number=number, role=role))
    return sides


def side_of(words: str, beside: str = "") -> str:
    """Return on which side of a fight people are: fighters and those that did it, who came to help, or others."""
    if FIGHTERS.search(words) or CULPRITS.search(words) or SUSPECT.search(words):
        return "fighters"
    return "helpers" if HELPERS.search(words) or keeps_order(words, beside) else "others"


def part_in(words: str, role: Role, beside: str = "") -> Role:
    """Return the part that the people of one side play, of whom the network gives one part for both sides."""
    if role == "combatant":
        return role
    if CULPRITS.search(words) or SUSPECT.search(words):
        return "attacker"
    if HELPERS.search(words) or keeps_order(words, beside):
        return "responder"
    return role if FIGHTERS.search(words) else "victim"
