"""Lists of places with how many met a fate in each: "in Hurti (6), Ruwi (4) and Sur (2)", "Deaths by region: Hurti 21; Sur 6"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Sentence, overlap

__all__ = ["Listed", "listed_in", "without_listed"]

NAME = r"(?:(?:[Tt]he )?[A-Z][\w'’.-]+(?:[ -](?:[A-Z][\w'’.-]+|al|el|de|del|la|do|da)){0,3})"
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,4})"
JOINT = r"(?:,|;)?(?: and| &)? "
# Each place with its number in brackets, two or more of them; and each with the number behind it.
IN_BRACKETS = re.compile(rf"{NAME} \({NUMBER}\)(?:{JOINT}(?:in )?{NAME} \({NUMBER}\))+")
BARE = re.compile(
    rf"{NAME}:? {NUMBER}(?![\w.,]*\d)(?: (?:deaths?|dead|killed|injured|missing))?(?:{JOINT}{NAME}:? {NUMBER}\b(?: (?:deaths?|dead|killed|injured|missing))?)+"
)
EACH = re.compile(rf"(?P<name>{NAME}):? \(?(?P<who>{NUMBER})\)?")
# What stands before names that are places, not people with their ages.
OF_PLACES = re.compile(
    r"(?:\b(?:in|across|from)|\b(?:followed|trailed) by|\b(?:by|per|each|every) (?:region|province|district|county|countr(?:y|ies)|state|governorate|department|municipality|city|town|island)s?:?) (?:the )?$",
    re.IGNORECASE,
)
BY_PLACE = re.compile(
    r"\b(?:by|per) (?:region|province|district|county|country|state|governorate|department|municipality|city|town|island)s?(?: \w+)?: $",
    re.IGNORECASE,
)
# The fate that the list is of: the word for one that stands last before it.
FATES: dict[str, str] = {
    "killed": r"deaths?|dead|died|killed|fatalities|lives|toll",
    "injured": r"injur(?:ed|ies)|wounded|hurt",
    "missing": r"missing|unaccounted",
    "displaced": r"displaced|evacuat\w+|homeless",
    "ill": r"cases|infections",
}
FATE = re.compile("|".join(rf"(?P<{slot}>\b(?:{words})\b)" for slot, words in FATES.items()), re.IGNORECASE)
# Code points: how far before a list the word for its fate may begin.
FAR = 120


class Listed(NamedTuple):
    """One place of a list: the slot, and where its number and the whole of it begin and end in the sentence."""

    slot: str
    start: int
    end: int
    first: int
    last: int


def listed_in(text: str, before: str = "") -> Iterator[Listed]:
    """Yield the places of a sentence's list, with how many met a fate in each; `before` is the sentence before it.

    "By county: Hurti 21, Sur 6" tells the fate that the sentence before it tells.
    """
    is_by = ": " in text and BY_PLACE.search(text[: text.index(": ") + 2])
    for words, lead, may in (
        (IN_BRACKETS, OF_PLACES, "), " in text or ") and " in text),
        (BARE, BY_PLACE, is_by),
    ):
        for found in words.finditer(text) if may else ():
            if not lead.search(text, 0, found.start()):
                continue
            told = list(FATE.finditer(text, max(0, found.start() - FAR), found.start()))
            told = told or (list(FATE.finditer(before))[:1] if lead is BY_PLACE else [])
            if told:
                slot = told[-1].lastgroup or ""
                for each in EACH.finditer(text, found.start(), found.end()):
                    yield Listed(slot, *each.span("who"), *each.span())


def without_listed(stretches: Sequence[Stretch], sentences: Sequence[Sentence]) -> list[Stretch]:
    """Return stretches without those in a list of places: a place is nobody, and its number is read by itself."""
    spans = [
        s.span(each.first, each.last)
        for before, s in zip(["", *(s.text for s in sentences)], sentences, strict=False)
        for each in listed_in(s.text, before)
    ]
    return [s for s in stretches if not any(overlap(s.span, span) for span in spans)]
