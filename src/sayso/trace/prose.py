"""The running prose of a report: its words with their places, without the furniture of web pages."""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

__all__ = ["SENTENCE", "SHORT_LINE", "Places", "is_furniture", "places", "prose"]

FURNITURE: tuple[str, ...] = (
    "sign in", "sign up", "log in", "logged in", "subscribe", "newsletter", "cookie", "privacy policy",
    "terms of service", "transcript", "authoritative record", "terms of use", "all rights reserved",
    "copyright", "may not be published", "click here", "click to", "share this", "share on", "follow us",
    "like us on", "follow @", "download the", "download our", "advertisement", "read more", "read next",
    "related stor", "related article", "more stories", "report a typo", "comment", "email alert",
    "text alert", "push alert", "breaking news", "our app", "mobile app", "on facebook", "on twitter",
    "javascript", "your browser", "your account", "your email", "email address",
    "contributed to this report", "stay with", "check back", "stay tuned", "crime stoppers",
    "crimestoppers", "anonymous", "anyone with information", "is asked to call", "tips", "tipster",
    "call police", "contact police", "may be edited", "terms and conditions", "close video",
    "presumed innocent", "innocent until", "registering", "photo gallery", "watch live",
    "story will be updated", "developing story", "viewer", "embed", "public inspection file", "fcc",
    "community guidelines", "facebook account", "user agreement", "offensive", "obscene",
    "not be tolerated", "hotline", "eligible for", "cash reward", "gofundme", "newsroom", "reporter",
    "has been updated", "correction", "follow him", "follow her", "you must enter", "a friend wanted",
    "final form", "rush deadline", "availability may vary",
    "purchased individually", "on demand", "buy photo", "homicide report",
)  # fmt: skip
"""Words of lines that many pages share. From what unrelated pages of semeval2018_t5 trial have in common."""

SHORT_LINE = 14  # a line of fewer words that ends in no full stop is a caption, a button or a headline

_WORD = re.compile(r"[^\W_]++(?:['’][^\W_]++)?+")
_END = r"[.!?][\"'”’)]*(?=\s|$)"
SENTENCE = re.compile(rf"[^\n](?:[^\n.!?]++|(?!{_END})[.!?])*+(?:{_END})?")
# The phrases by their first letters: so the pattern leaves a word at its first letter, mostly.
_FURNITURE = re.compile(
    r"\b(?:"
    + "|".join(
        f"{letter}(?:{'|'.join(re.escape(phrase[1:]) for phrase in some)})"
        for letter, some in groupby(sorted(FURNITURE), key=lambda phrase: phrase[0])
    )
    + ")"
)
# A post that a page shows, on a line of its own: "... — Ann Hale (@annhale) May 5, 2024".
_POST = re.compile(r"^.{1,360}[-–—] ?[^\n]{1,60}\(@\w+\),? [^\n]{0,12}\d{1,2},? \d{4}\s*$", re.M)
_OPEN = "“"


class Places(NamedTuple):
    """Where the words of a report's prose start and end in its text, in order, and whether each is quoted."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]


@lru_cache(maxsize=256)  # a new report meets many candidates, and they each other
def prose(text: str) -> tuple[str, ...]:
    """Return the words of a text's running prose in order, lower-cased.

    A sentence with words of page furniture, and a short line without a full stop, are left out: ten pages
    that ask for the same cookies have not copied each other.
    """
    small = _lowered(text)
    return tuple([word for span in _stretches(text) for word in _WORD.findall(small, *span)])


@lru_cache(maxsize=64)  # of most candidates the words are enough
def places(text: str) -> Places:
    """Return where the words of a text's running prose stand."""
    spans = [word.span() for span in _stretches(text) for word in _WORD.finditer(text, *span)]
    starts = tuple([start for start, _ in spans])
    return Places(starts, tuple([end for _, end in spans]), _within(starts, _quotations(text)))


@lru_cache(maxsize=64)
def _stretches(text: str) -> list[tuple[int, int]]:
    """Return where running prose starts and ends: sentences that follow each other are one stretch of it."""
    end = len(text)
    furniture = [hit.start() for hit in _FURNITURE.finditer(_lowered(text))]
    furniture.append(end)
    found, started, at = [], None, 0
    for sentence in SENTENCE.finditer(text):
        start, stop = sentence.span()
        if furniture[at] >= stop and _runs(sentence.group()):
            started = start if started is None else started
            continue
        if started is not None:
            found.append((started, start))
            started = None
        while furniture[at] < stop:
            at += 1
    return found if started is None else [*found, (started, end)]


def _lowered(text: str) -> str:
    """Return a text in small letters, each in its place: the small form of "İ" would be two."""
    return text.replace("İ", "I").lower()


def is_furniture(words: str) -> bool:
    """Tell whether words hold a phrase that many pages share: ten that ask for cookies have copied nobody."""
    return _FURNITURE.search(words.lower()) is not None


def _within(starts: tuple[int, ...], spans: list[tuple[int, int]]) -> tuple[bool, ...]:
    """Tell of each place, in rising order, whether it lies in one of the spans."""
    inside = [False] * len(starts)
    for start, end in spans:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside[first:last] = [True] * (last - first)
    return tuple(inside)


def _runs(sentence: str) -> bool:
    """Tell whether a sentence is running prose, rather than a caption, a button or a headline."""
    closed = sentence.rstrip("\"'”’) ").endswith((".", "!", "?"))
    return closed or len(sentence.split()) >= SHORT_LINE


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return where direct speech starts and ends, line by line; a quotation left open ends with its line.

    A post that a page shows is its writer's words, like a quotation.
    """
    found = [post.span() for post in _POST.finditer(text)] if "(@" in text else []
    opened: int | None = None
    for mark in re.finditer('["“”\n]', text):
        sign = mark.group()
        if opened is None:
            opened = mark.start() if sign in ('"', _OPEN) else None
        elif sign != _OPEN:
            found.append((opened, mark.start()))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return found
