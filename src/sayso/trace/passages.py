"""Which passages of two reports are the same words, and whether one report therefore repeats the other."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from sayso.model import Copy, Passage, Report
from sayso.trace.prose import Places, places, prose

__all__ = ["LEAST_PASSAGE", "LEAST_SENTENCE", "LEAST_SHARE", "VERBATIM", "compare"]

SEED = 5  # words that must agree before two places are looked at
LEAST_PASSAGE = 9  # words: shorter runs in common are idiom ("was pronounced dead at the scene")
LEAST_SENTENCE = 15  # own words (not quoted speech) of the longest passage: a whole sentence
LEAST_SHARE = 0.25  # or this share of the shorter report, own words, in passages
VERBATIM = 0.8  # share of the later report's words from which it is the same story, not a reworked one

GAP = 3  # words that may be changed inside a passage: "the usually tranquil (northern) city"

_OFFICIAL = re.compile(r"\.(?:gov|mil|int)(?:\.|$)")
_LATEST = datetime.max.replace(tzinfo=UTC)


def compare(left: Report, right: Report) -> Copy | None:
    """Return how the later of two reports repeats the earlier, or None where it does not.

    The later one is decided by `published_at`, unknown last; of one moment an official body's own page comes
    first, then the longer text, then the lower id: never by the order in which they arrived. Only running
    prose counts, and the words of a quotation are its speaker's: two outlets that quote one statement have
    not copied each other. A later version of a page (`replaces`) or of an agency's item is no copy.
    """
    if left.id == right.id or _are_versions(left, right):
        return None
    origin, later = sorted((left, right), key=_order)
    here, there = prose(later.text), prose(origin.text)
    runs = _same_runs(here, there)
    enough = LEAST_SHARE * min(len(here), len(there))
    if not _is_enough([run.size for run in runs], enough):
        return None
    at, of = places(later.text), places(origin.text)
    if not _is_enough([_own_words(at, of, run) for run in runs], enough):
        return None
    overlap = sum(run.size for run in runs) / len(here)
    return Copy(
        report_id=later.id,
        of=origin.id,
        kind="verbatim" if overlap >= VERBATIM else "edited",
        passages=tuple(_passage(at, of, run) for run in runs),
        overlap=round(overlap, 3),
    )


def _are_versions(left: Report, right: Report) -> bool:
    """Tell whether two reports are versions of one page, or of one item: nobody copies himself there."""
    if left.id == right.replaces or right.id == left.replaces:
        return True
    of_one_page = left.url is not None and left.url == right.url and (left.replaces or right.replaces)
    return bool(of_one_page) or (left.item is not None and left.item == right.item)


def _is_enough(words: list[int], in_all: float) -> bool:
    """True for passages of so many words that they are no chance: a whole sentence, or enough in all."""
    return max(words, default=0) >= LEAST_SENTENCE or (bool(words) and sum(words) >= in_all)


def _order(report: Report) -> tuple[datetime, bool, int, str]:
    """Return what reports are sorted by to tell which of two was there first."""
    source = report.source
    official = source is not None and (source.kind == "official" or bool(_OFFICIAL.search(source.id)))
    return (report.published_at or _LATEST, not official, -len(report.text), report.id)


def _own_words(here: Places, there: Places, run: "_Run") -> int:
    """Return how many words of a run are a quotation in neither report.

    A statement that both print is its speaker's; one may quote it and the other set it without marks.
    """
    ours = here.quoted[run.at : run.at + run.size]
    theirs = there.quoted[run.of : run.of + run.of_size]
    return min(sum(not quoted for quoted in ours), sum(not quoted for quoted in theirs))


class _Run(NamedTuple):
    """Words that agree: where they start, and how many they are, in the later report and in the origin."""

    at: int
    of: int
    size: int
    of_size: int


def _same_runs(words: tuple[str, ...], others: tuple[str, ...]) -> list[_Run]:
    """Return the runs of equal words that are long enough, in the order of the later report.

    Reads the later report once; at each place it takes the longest run that starts there.
    """
    letters, ours = _spelt(words)
    theirs = "".join([letters.get(word, NO_WORD) for word in others])
    places: dict[str, list[int]] = {}
    for shared in _SEEDS.finditer(theirs):
        for place in range(shared.start(), shared.end() - SEED + 1):
            if (seed := theirs[place : place + SEED]) in ours:
                places.setdefault(seed, []).append(place)
    runs, end = [], 0
    for at, seed in sorted((at, known) for known in places for at in _each_place(ours, known)):
        if at >= end:
            size, start = max((_length(ours, at, theirs, place), -place) for place in places[seed])
            runs.append(_Run(at, -start, size, size))
            end = at + size
    return [run for run in _joined(runs) if run.size >= LEAST_PASSAGE]


NO_WORD = "\0"
_SEEDS = re.compile(rf"[^{NO_WORD}]{{{SEED},}}")


@lru_cache(maxsize=8)  # a new report meets many candidates
def _spelt(words: tuple[str, ...]) -> tuple[dict[str, str], str]:
    """Return a letter for each word of a report, and the report in these: strings are quick to search."""
    letters = {word: chr(number) for number, word in enumerate(dict.fromkeys(words), ord(NO_WORD) + 1)}
    return letters, "".join([letters[word] for word in words])


def _each_place(letters: str, seed: str) -> Iterator[int]:
    """Yield every place where a seed stands, in order."""
    at = letters.find(seed)
    while at >= 0:
        yield at
        at = letters.find(seed, at + 1)


def _joined(runs: list[_Run]) -> list[_Run]:
    """Return the runs with those made one that only a few changed words keep apart."""
    joined: list[_Run] = []
    for run in runs:
        if joined:
            last = joined[-1]
            gaps = (run.at - last.at - last.size, run.of - last.of - last.of_size)
            if all(0 <= gap <= GAP for gap in gaps):
                size, of_size = run.at + run.size - last.at, run.of + run.of_size - last.of
                joined[-1] = _Run(last.at, last.of, size, of_size)
                continue
        joined.append(run)
    return joined


def _length(words: str, at: int, others: str, start: int) -> int:
    """Return how many words agree from two places on."""
    size = SEED
    limit = min(len(words) - at, len(others) - start)
    while size < limit and words[at + size] == others[start + size]:
        size += 1
    return size


def _passage(here: Places, there: Places, run: _Run) -> Passage:
    """Return a run of words as places in the two texts."""
    return Passage(
        start=here.starts[run.at],
        end=here.ends[run.at + run.size - 1],
        of_start=there.starts[run.of],
        of_end=there.ends[run.of + run.of_size - 1],
    )
