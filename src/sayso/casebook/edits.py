"""How one long list of words is made from another: which runs of it are taken over, and what is put in."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

import msgspec

__all__ = ["Edits", "edited", "edits"]

NEAR = 64
"""Words in which the next run is looked for before all are; most begin a few words further on."""

AT_ONCE = 512
"""Words that are compared at one time."""


class Edits(msgspec.Struct, frozen=True, array_like=True):
    """What makes one list of words from another, of `length` words.

    `runs` are pairs, in the order of the list that is made: how far after the end of the run before it a run
    of the other list begins (before it, if negative), and of how many words it is. A negative number of words
    is so many of `fresh`, the words that the other list has not.
    """

    length: int
    runs: tuple[int, ...]
    fresh: tuple[str, ...]


def edits(source: Sequence[str], target: Sequence[str]) -> Edits:
    """Return how a list of words is made from another. It is short where the two are nearly the same."""
    places: dict[str, int] = {}
    runs: list[int] = []
    fresh: list[str] = []
    at = end = 0
    while at < len(target):
        start = _near(source, target[at], end)
        if start is None:
            places = places or dict(zip(source, range(len(source)), strict=True))
            start = places.get(target[at])
        if start is None:
            fresh.append(target[at])
            if runs and runs[-1] < 0:
                runs[-1] -= 1
            else:
                runs += (0, -1)
            at += 1
        else:
            count = _alike(source, start, target, at)
            runs += (start - end, count)
            at, end = at + count, start + count
    return Edits(len(source), tuple(runs), tuple(fresh))


def edited(source: Sequence[str], those: Iterable[Edits]) -> list[str] | None:
    """Return the list that is made by edits, one after the other; None where one does not fit."""
    words, made = list(source), array("i", range(len(source)))
    for each in those:
        new, place, fresh = array("i"), 0, len(words)
        if len(made) != each.length:
            return None
        words += each.fresh
        for jump, count in _pairs(each.runs):
            if count < 0:
                new.extend(range(fresh, fresh - count))
                fresh -= count
            else:
                start = place + jump
                place = start + count
                if not 0 <= start <= place <= len(made):
                    return None
                new += made[start:place]
        if fresh != len(words):
            return None
        made = new
    return [words[at] for at in made]


def _near(source: Sequence[str], word: str, place: int) -> int | None:
    """Return where a word is a little further on, if it is."""
    for at in range(place, min(place + NEAR, len(source))):
        if source[at] == word:
            return at
    return None


def _alike(source: Sequence[str], start: int, target: Sequence[str], at: int) -> int:
    """Return how many words are the same in both from these places on."""
    most = min(len(source) - start, len(target) - at)
    for done in range(0, most, AT_ONCE):
        some = source[start + done : start + min(done + AT_ONCE, most)]
        others = target[at + done : at + done + len(some)]
        if some != others:
            return done + next(n for n, pair in enumerate(zip(some, others, strict=True)) if len({*pair}) > 1)
    return most


def _pairs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(numbers[::2], numbers[1::2], strict=True)
