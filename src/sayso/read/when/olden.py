"""Days of old in a sentence: which of its words tell of an incident long before, "a fire there killed 72 in 2017"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.read.text.calendar import MONTHS
from sayso.read.text.page import Page, Sentence
from sayso.read.when.dates import Told, dates_told
from sayso.read.when.dating import LONG_BEFORE

__all__ = ["alone", "day_of", "segment_of", "without_background"]

# Where a clause ends that can tell another day than the next; the words of "killing six" and "that killed six" go on with it.
CUT = re.compile(
    r"[;:—–] |, (?!\w+ly\b|\w+ing\b)| (?=(?:where|that|which|who|whose|when|while|in which)\b)|,? (?=(?:and|but|while) (?:on|in|at|then|\w+ (?:on|in)|an?|the)\b)",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"\W*(?:that|which|who|whose|in which|when|where)\b", re.IGNORECASE)
# How far before a clause the day stands with which it goes on: "since the 2020 port explosion that killed 218".
NEAR, FEW_WORDS = 40, 3
# Who met a fate before the day is told: then the day is that of his.
FATE = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|shot|die[sd]?|dying|dead|hurt|injur\w+|wound\w+|drown\w*|stabbed|murdered|missing|lives)\b",
    re.IGNORECASE,
)
ON = re.compile(r"(?:^|\b(?:on|of|in) (?:the )?)$", re.IGNORECASE)
MADE = re.compile(
    r"\b(?:born|built|founded|opened|established|launched|formed|completed|elected|appointed|hired|bought|married|signed|made)\b (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
# What a sentence needs to tell only days long before the report, and the first that can be background.
LONG_AGO = re.compile(
    rf"\b(?:(?:19|20)\d\d|(?:last|the previous) (?:year|month)|(?:years?|months?|weeks?) (?:ago|earlier|before)|(?:in|last|of) (?:{'|'.join(MONTHS)}))\b",
    re.IGNORECASE,
)
FIRST_BACK = 3
# What goes on with the time told in the sentence before: "hundreds died in Lodva the following year".
GOES_BY = re.compile(
    r"\b(?:(?:the|that) (?:following|next|same) (?:year|month|week|day)|(?:a|one|two|three|four|five|six|several) (?:years?|months?|weeks?) later|that (?:year|time|quake|flood|storm|attack|disaster))\b",
    re.IGNORECASE,
)
# Times since which something has gone on.
SINCE = re.compile(r"\bsince (?:early |late |mid-?)?$", re.IGNORECASE)


def segment_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause of words [start, end) of a sentence begins and ends; "In 1989," belongs to what it opens."""
    cuts = [
        found
        for found in CUT.finditer(text)
        if len(text[: found.start()].split()) > FEW_WORDS or GOES_ON.match(text, found.start())
    ]
    first = max((found.end() for found in cuts if found.end() <= start), default=0)
    last = min((found.start() for found in cuts if found.start() >= end), default=len(text))
    return first, last


def day_of(text: str, start: int, end: int, days: Sequence[Told]) -> Told | None:
    """Return the day on which people [start, end) met their fate, as the words around them tell; None where they tell none.

    That is the next one that their clause tells, or the one before them where nobody else met his fate before it; or
    the last one before the clause that goes on with it.
    """
    first, last = segment_of(text, start, end)
    told = [day for day in days if not (day.aside or is_since(text, day) or is_other(text, day))]
    behind = [day for day in told if end <= day.start and day.end <= last]
    if behind:
        return behind[0]
    before = [day for day in told if first <= day.start and day.end <= start]
    if before:
        return None if FATE.search(text, first, before[-1].start) else before[-1]
    near = [day for day in told if first - NEAR <= day.end <= first]
    return near[-1] if near and GOES_ON.match(text, first) else None


def without_background(page: Page, today: date) -> Page:
    """Return the page of a fresh report without the sentences behind its lead that only tell of days long before it."""
    own: list[Sentence] = []
    is_back = False
    for sentence in page.sentences:
        goes_on = is_back and GOES_BY.search(sentence.text) is not None
        is_back = sentence.number >= FIRST_BACK and (goes_on or is_background(sentence, today))
        own += [] if is_back else [sentence]
    return replace(page, sentences=tuple(own))


def is_background(sentence: Sentence, today: date) -> bool:
    """True for a sentence all of whose days are long before a day: "In 2021 a dam burst near Brno and killed nine"."""
    if not LONG_AGO.search(sentence.text):
        return False
    told = [day.moment for day in dates_told(sentence.text, today) if not day.aside]
    return bool(told) and all((today - moment.end).days > LONG_BEFORE for moment in told)


def alone(text: str, told: Told, days: Sequence[Told]) -> tuple[int, int]:
    """Return where the words of a sentence begin and end that tell one day, and no other."""
    first, last = segment_of(text, told.start, told.end)
    first = max([first, *(day.end for day in days if day.end <= told.start)])
    return first, min([last, *(day.start for day in days if day.start >= told.end)])


def is_since(text: str, day: Told) -> bool:
    """True for a time since which something has gone on: "since 2019", but not "since the 2019 fire"."""
    is_so = text.startswith("since", day.start) or SINCE.search(text, 0, day.start)
    return bool(is_so) and day.pattern != "year_of"


def is_other(text: str, day: Told) -> bool:
    """True for a feast that only tells why ("home for Christmas"), and for when something was made ("a house built in 1985")."""
    if MADE.search(text, 0, day.start):
        return True
    return day.pattern == "feast" and not ON.search(text, 0, day.start)
