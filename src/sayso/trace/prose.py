"""The running prose of a report: its words with their places, without the furniture of web pages."""

import re
from typing import NamedTuple

__all__ = ["FURNITURE", "Prose", "prose"]

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

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"'”’)]*(?=\s|$)|(?=\n|$))")
_FURNITURE = re.compile("|".join(re.escape(phrase) for phrase in FURNITURE))
_OPEN, _CLOSE = "“", "”"


class Prose(NamedTuple):
    """The words of a report's prose in order, lower-cased, their places, and whether each is quoted."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]


def prose(text: str) -> Prose:
    """Return the words of a text's running prose.

    A sentence with words of page furniture, and a short line without a full stop, are left out: ten pages
    that ask for the same cookies have not copied each other.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted: list[bool] = []
    quotes = _quotations(text)
    at = 0
    for sentence in _SENTENCE.finditer(text):
        said = sentence.group()
        if not _runs(said):
            continue
        for word in _WORD.finditer(text, sentence.start(), sentence.end()):
            while at < len(quotes) and quotes[at][1] <= word.start():
                at += 1
            words.append(word.group().lower())
            starts.append(word.start())
            ends.append(word.end())
            quoted.append(at < len(quotes) and quotes[at][0] <= word.start())
    return Prose(tuple(words), tuple(starts), tuple(ends), tuple(quoted))


def _runs(sentence: str) -> bool:
    """Tell whether a sentence is running prose."""
    if _FURNITURE.search(sentence.lower()):
        return False
    return sentence.rstrip("\"'”’) ").endswith((".", "!", "?")) or len(sentence.split()) >= SHORT_LINE


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return where direct speech starts and ends, line by line; a quotation left open ends with its line."""
    found: list[tuple[int, int]] = []
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
