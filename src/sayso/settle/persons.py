"""Which labels of persons are one person: a name in full, a surname alone, "a 44-year-old man"."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from sayso.settle.evidence import Said
from sayso.settle.people import describe, differ

__all__ = ["fold", "name_of", "persons"]

_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "dr", "sgt", "officer", "detective", "deputy", "sheriff", "chief", "judge",
        "jr", "sr", "ii", "iii", "iv", "the", "a", "an", "of", "his", "her", "their", "suspect", "gunman",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SEVERAL = re.compile(
    r"(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|both|[2-9]|\d\d+) ",
    re.I,
)
"""Words that begin a label of more than one person."""

_PARTICLES = frozenset({"de", "da", "del", "der", "van", "von", "al", "bin", "ibn", "el", "la", "le", "di"})


def persons(said: Sequence[Said]) -> list[list[Said]]:
    """Return what is said of persons, together where it is of one, in the order first said.

    Names are one person where surname and given name, or its first letter, are the same; a surname alone is
    the one person who bears it. Somebody who is only described is the one who is named, if there is one whom
    age, sex and words ("a second man") allow; the described are one person where nothing tells them apart.
    """
    labels: dict[tuple[str, bool], _Labelled] = {}
    for one in said:
        key = (one.text, one.claim.polarity == "positive")
        labels.setdefault(key, _Labelled(one, *name_of(one.text))).rows.append(one)
    groups: list[list[_Labelled]] = []
    for label in labels.values():
        if label.given:
            _put(label, [g for g in groups if _is_named(label, g)], groups)
    named = list(groups)
    for label in labels.values():
        if not label.given:
            _put(label, _fitting(label, named, groups[len(named) :]), groups)
    rows = (sorted((one for label in g for one in label.rows), key=lambda one: one.order) for g in groups)
    return sorted(rows, key=lambda found: found[0].order)


class _Labelled:
    """One label with all rows that give it, its name, and how its words describe a person."""

    def __init__(self, first: Said, given: str | None, surname: str | None) -> None:
        self.given, self.surname = given, surname
        self.positive = first.claim.polarity == "positive"
        self.text = fold(first.text)
        self.several = bool(_SEVERAL.match(first.text))
        self.told = describe(msgspec.structs.replace(first.claim, who=first.text))
        self.rows: list[Said] = []

    def differs(self, group: Sequence["_Labelled"]) -> bool:
        """Tell whether number, age, sex or words keep the label from being the person of a group."""
        return any(
            self.several != other.several or differ(self.told, other.told) or differ(other.told, self.told)
            for other in group
        )


def _put(label: _Labelled, fitting: Sequence[list[_Labelled]], groups: list[list[_Labelled]]) -> None:
    """Put a label with the only person whom it fits, else by itself."""
    if len(fitting) == 1:
        fitting[0].append(label)
    else:
        groups.append([label])


def _is_named(label: _Labelled, group: Sequence[_Labelled]) -> bool:
    """Tell whether a name in full is that of a group's person."""
    one = group[0]
    return one.surname == label.surname and _same_given(one.given, label.given)


def _fitting(
    label: _Labelled, named: Sequence[list[_Labelled]], others: Sequence[list[_Labelled]]
) -> list[list[_Labelled]]:
    """Return the persons whom a surname alone, or a description, fits."""
    if label.surname:
        found = [g for g in named if g[0].surname == label.surname]
        return found or [g for g in others if g[0].surname == label.surname]
    same = [g for g in others if any(other.text == label.text for other in g)]
    if not label.positive or same:
        return same
    found = [g for g in named if g[0].positive and not label.differs(g)]
    return found or [g for g in others if g[0].positive and not label.differs(g)]


def fold(text: str) -> str:
    """Return words without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@lru_cache(maxsize=1 << 14)
def name_of(label: str) -> tuple[str | None, str | None]:
    """Return given name and surname: (None, surname) for a single word, (None, None) for a description."""
    text = re.sub(r",? (?:\d{1,2}|Jr\.?|Sr\.?)$", "", label.strip())
    words = [word for word in _WORD.findall(text) if fold(word).strip(".") not in _TITLES]
    if not words or not all(word[0].isupper() or word in _PARTICLES for word in words):
        return (None, None)
    folded = [fold(word).strip(".'’") for word in words]
    return (folded[0], folded[-1]) if len(folded) > 1 else (None, folded[0])


def _same_given(one: str | None, other: str | None) -> bool:
    """Tell whether two given names can be one person's: the same, or one is an initial of the other."""
    if one is None or other is None:
        return True
    return one == other or (min(len(one), len(other)) <= 2 and one[0] == other[0])
