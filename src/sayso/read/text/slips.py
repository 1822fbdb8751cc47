"""Letters and figures that a scanner took for one another: "tw0 pe0ple", "kilIed", "SlX", "1O injured"."""

import gzip
import re
from functools import cache
from importlib.resources import files
from itertools import product

import msgspec

from sayso.model import Speaker
from sayso.read.text.calendar import DAYS, MONTH_NAMES

__all__ = ["common_words", "named", "unslipped"]

# What a text without slips seldom holds; looked for first, as nearly all texts have none.
SLIP = re.compile(
    r"[01IlO](?:(?<=[A-Za-z][01])|(?<=[01])(?=[A-Za-z])|(?<=[a-z]I)|(?<=\dO)|(?<=\d,O)|(?<=[A-Z]l)(?=[A-Z])|(?<=l)(?<!\w.)(?=[\dO]))"
)
WORD = re.compile(r"\b[^\W\d_]*(?:[01]|[a-z]I|[A-Z]l[A-Z])[^\W_]*")
# A number of figures, of which O and l can be slips: "1O", "l2", "1,OOO".
NUMBER = re.compile(r"(?<![\w.,-])(?:l[\dO]+|\d[\dO]*)(?:,[\dO]{3})*(?!\w)")
FIGURES = str.maketrans("lO", "10")
# What a figure in a word, or a letter of the wrong case, may stand for.
LETTERS = {"0": "o", "1": "li", "I": "l", "l": "i"}
# The longest word whose slips are tried one by one, and words that news writes with a capital too.
MOST_SLIPS = 4
OFTEN_NAMES = frozenset(
    {*"police army city state river school hospital ministry".split(), *DAYS, *MONTH_NAMES} - {"may"}
)


def unslipped(text: str) -> str:
    """Return a text of the same length with such slips mended, where that makes a number or a common word.

    "Fill0n", "AK47", "1st" and "iPhone" stay as they are.
    """
    if not SLIP.search(text):
        return text
    text = NUMBER.sub(lambda found: found[0].translate(FIGURES), text)
    return WORD.sub(lambda found: as_word(found[0]), text)


def named(speaker: Speaker) -> Speaker:
    """Return a speaker by the name that was meant: "po1ice" are the police of other reports. The span stays."""
    name = unslipped(speaker.name)
    return speaker if name == speaker.name else msgspec.structs.replace(speaker, name=name)


def as_word(word: str) -> str:
    """Return the common word that a word with slips stands for, in its case; the word itself where it is none."""
    slips = slips_in(word)
    if len(word) < 3 or not 0 < len(slips) <= MOST_SLIPS or len(slips) * 2 > len(word):
        return word
    is_capitals = all(c.isupper() for at, c in enumerate(word) if at not in slips)
    for letters in product(*(LETTERS[word[at]] for at in slips)):
        meant = list(word)
        for at, letter in zip(slips, letters, strict=True):
            meant[at] = letter.upper() if is_capitals else letter
        if (lower := "".join(meant).lower()) in OFTEN_NAMES or lower in common_words():
            return "".join(meant)
    return word


def slips_in(word: str) -> list[int]:
    """Return where a word may have slips: 0 and 1, I behind a small letter, l between capitals; nowhere beside other figures."""
    if any(c.isdigit() and c not in "01" for c in word):
        return []
    return [
        at
        for at, c in enumerate(word)
        if c in "01"
        or (c == "I" and word[at - 1 : at].islower())
        or (c == "l" and word[at - 1 : at].isupper() and word[at + 1 : at + 2].isupper())
    ]


@cache
def common_words() -> frozenset[str]:
    """Return the words that English news writes in lower case (tools/make_common_words.py)."""
    packed = (files("sayso.read") / "data" / "common_words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split())
