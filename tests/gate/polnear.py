"""Score who is said to say what on PolNeAR: every attribution of US political news, with its words.

Taken from the network's tags for general attributions. A cue ("said") is one attribution: of the speaker
nearest to it in its sentence, and of the words beside it. A source is right when it overlaps one of the
annotators' (their first piece); an attribution when source, cue and content all overlap those of one of
theirs; each of theirs is found once. How sure a tag must be was chosen on 30 articles of train.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from sayso.model import Report
from sayso.read.tagging.network import TAGS, Floats, Network, load_network, softmax
from sayso.read.tagging.pieces import windows_of

__all__ = ["figures", "rows_of"]

Place = tuple[int, int]

# How sure the network must be of a tag, and over how many characters its pieces are one stretch.
SURE = {"says": 0.25, "cue": 0.6, "content": 0.3}
NEAR = {"says": 1, "cue": 1, "content": 60}
FAR_SPEAKER, FAR_WORDS = 200, 120
OTHER_SENTENCE = 60
"""What it counts, in characters, that words stand in another sentence than their cue."""

SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+|\n+")
NAME = re.compile(
    r"\b(?:he|she|they|it|who|I|we|you|[A-Z][\w'’.-]+(?: (?:de|of|the|[A-Z][\w'’.-]+))*)(?:[ ,]|$)"
)
BESIDE = 20


class Attribution(NamedTuple):
    """Somebody's words: who says it, by which word of saying, and what; each may have several pieces."""

    source: Sequence[Place]
    cue: Sequence[Place]
    content: Sequence[Place]


def told(text: str, network: Network) -> list[Attribution]:
    """Return the attributions of an article as the network tells them."""
    found = tagged(text, network)
    ends = [end.end() for end in SENTENCE_END.finditer(text)]
    made = []
    for cue in found["cue"]:
        number = bisect_right(ends, cue[0])
        names = [s for s in found["says"] if bisect_right(ends, s[0]) == number and not overlap(s, cue)]
        near = [s for s in names if gap(s, cue) < FAR_SPEAKER]
        source = min(near, key=lambda s: gap(s, cue)) if near else None
        if not names:
            source = name_before(text, ends[number - 1] if number else 0, cue[0])
        words = [c for c in found["content"] if gap(c, cue) < FAR_WORDS]
        if source and words:
            content = min(words, key=lambda c: gap(c, cue) + aside(c, number, ends))
            made.append(Attribution([source], [cue], [content]))
    return made


def aside(content: Place, number: int, ends: Sequence[int]) -> int:
    """Return what it counts that words are in another sentence than their cue."""
    inside = bisect_right(ends, content[0]) <= number <= bisect_right(ends, content[1] - 1)
    return 0 if inside else OTHER_SENTENCE


def name_before(text: str, start: int, end: int) -> Place | None:
    """Return the name or pronoun just before a cue."""
    names = [name.span() for name in NAME.finditer(text, start, end)]
    return names[-1] if names and names[-1][1] > end - BESIDE else None


def tagged(text: str, network: Network) -> dict[str, list[Place]]:
    """Return the stretches of each general tag in an article."""
    found: dict[str, list[Place]] = {tag: [] for tag in SURE}
    for window in windows_of(Report(id="article", text=text), network.tokenizer):
        ids = np.array([window.ids], dtype=np.int64)
        _, tags, _ = network.session.run(None, {"ids": ids})
        chances = softmax(tags[0].reshape(len(window.ids), len(TAGS), 3))
        for tag, sure in SURE.items():
            for first, last in runs(chances[:, TAGS.index(tag)], sure):
                one, other = window.where[first], window.where[last - 1]
                if one and other:
                    found[tag].append((one[1], other[2]))
    return {tag: joined(text, stretches, NEAR[tag]) for tag, stretches in found.items()}


def runs(chances: Floats, sure: float) -> Iterator[Place]:
    """Yield the stretches of pieces that are surely enough of a tag."""
    start: int | None = None
    for at, inside in enumerate([*(1 - chances[:, 0] > sure), False]):
        begins = inside and (start is None or chances[at, 1] > chances[at, 2])
        if start is not None and (begins or not inside):
            yield start, at
            start = None
        if begins:
            start = at


def joined(text: str, places: Iterable[Place], near: int) -> list[Place]:
    """Return stretches with those made one that stand near each other in one line."""
    found: list[Place] = []
    for start, end in sorted(set(places)):
        if found and start - found[-1][1] <= near and "\n" not in text[found[-1][1] : start]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def overlap(one: Place, other: Place) -> bool:
    """True when two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def gap(one: Place, other: Place) -> int:
    """Return how many characters stand between two stretches."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def is_found(made: Attribution, wanted: Attribution) -> bool:
    """True when all three parts of an attribution overlap those of another."""
    return all(
        any(overlap(a, b) for a in one for b in other) for one, other in zip(made, wanted, strict=True)
    )


def wanted_of(row: Mapping[str, Any]) -> list[Attribution]:
    """Return the annotators' attributions."""
    return [
        Attribution(*([(start, end) for start, end, _ in said[part]] for part in Attribution._fields))
        for said in row["attributions"]
    ]


def figures(rows: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """Return F1 of sources and of whole attributions."""
    network = load_network()
    right, made, wanted = [0, 0], [0, 0], [0, 0]
    for row in rows:
        given, gold = told(row["text"], network), wanted_of(row)
        pairs: tuple[tuple[list[Attribution], list[Attribution]], ...] = (
            (sources(given), sources(gold)),
            (given, gold),
        )
        for n, (one, other) in enumerate(pairs):
            right[n] += matched(one, other)
            made[n] += len(one)
            wanted[n] += len(other)
    return {
        name: 2 * right[n] / (made[n] + wanted[n]) if made[n] + wanted[n] else 0.0
        for n, name in enumerate(("source", "attribution"))
    }


def sources(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Return each source once, by its first piece, as an attribution of which nothing else is asked."""
    anywhere = [(0, 1)]
    firsts = sorted({said.source[0] for said in attributions if said.source})
    return [Attribution([first], anywhere, anywhere) for first in firsts]


def matched(made: Iterable[Attribution], wanted: Iterable[Attribution]) -> int:
    """Return how many are right, each of those wanted found once."""
    left, right = list(wanted), 0
    for one in made:
        found = next((other for other in left if is_found(one, other)), None)
        if found is not None:
            left.remove(found)
            right += 1
    return right


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of a file, each by its first annotators."""
    with path.open(encoding="utf-8") as lines:
        yield from (row for row in map(json.loads, lines) if not row["second_annotation"])
