"""Which passages of two reports are the same words, and whether one report therefore repeats the other."""

from datetime import UTC, datetime
from functools import lru_cache

from sayso.model import Copy, Passage, Report
from sayso.trace.prose import Prose, prose

__all__ = ["LEAST_PASSAGE", "LEAST_SENTENCE", "LEAST_SHARE", "VERBATIM", "compare"]

SEED = 5  # words that must agree before two places are looked at
LEAST_PASSAGE = 9  # words: shorter runs in common are idiom ("was pronounced dead at the scene")
LEAST_SENTENCE = 16  # own words (not quoted speech) of the longest passage: a whole sentence
LEAST_SHARE = 0.25  # or this share of the shorter report, own words, in passages
VERBATIM = 0.8  # share of the later report's words from which it is the same story, not a reworked one

_LATEST = datetime.max.replace(tzinfo=UTC)


def compare(left: Report, right: Report) -> Copy | None:
    """Return how the later of two reports repeats the earlier, or None where it does not.

    The later one is decided by `published_at`, unknown last, then by id: never by the order in which they
    arrived. Only running prose counts, and the words of a quotation are its speaker's: two outlets
    that quote one statement have not copied each other. A later version of a page (`replaces`) is no copy.
    """
    if left.id == right.id or left.id == right.replaces or right.id == left.replaces:
        return None
    origin, later = sorted((left, right), key=lambda report: (report.published_at or _LATEST, report.id))
    here, there = _prose(later.text), _prose(origin.text)
    runs = _same_runs(here, there)
    if not runs:
        return None
    own = [sum(not quoted for quoted in here.quoted[at : at + size]) for at, _, size in runs]
    shorter = min(len(here.words), len(there.words))
    if max(own) < LEAST_SENTENCE and sum(own) < LEAST_SHARE * shorter:
        return None
    overlap = sum(size for _, _, size in runs) / len(here.words)
    return Copy(
        report_id=later.id,
        of=origin.id,
        kind="verbatim" if overlap >= VERBATIM else "edited",
        passages=tuple(_passage(here, there, run) for run in runs),
        overlap=round(overlap, 3),
    )


@lru_cache(maxsize=256)
def _prose(text: str) -> Prose:
    """Return a text's prose, kept for the next comparison: a new report meets many candidates."""
    return prose(text)


def _same_runs(here: Prose, there: Prose) -> list[tuple[int, int, int]]:
    """Return the runs of equal words as (place here, place there, length), in the order of the later report.

    Reads the later report once; at each place it takes the longest run that starts there.
    """
    places: dict[tuple[str, ...], list[int]] = {}
    words, others = here.words, there.words
    for at in range(len(others) - SEED + 1):
        places.setdefault(others[at : at + SEED], []).append(at)
    runs = []
    at = 0
    while at <= len(words) - SEED:
        size, start = 0, 0
        for candidate in places.get(words[at : at + SEED], ()):
            length = _length(words, at, others, candidate)
            if length > size:
                size, start = length, candidate
        if size >= LEAST_PASSAGE:
            runs.append((at, start, size))
        at += size if size >= LEAST_PASSAGE else 1
    return runs


def _length(words: tuple[str, ...], at: int, others: tuple[str, ...], start: int) -> int:
    """Return how many words agree from two places on."""
    size = SEED
    limit = min(len(words) - at, len(others) - start)
    while size < limit and words[at + size] == others[start + size]:
        size += 1
    return size


def _passage(here: Prose, there: Prose, run: tuple[int, int, int]) -> Passage:
    """Return a run of words as places in the two texts."""
    at, start, size = run
    return Passage(
        start=here.starts[at],
        end=here.ends[at + size - 1],
        of_start=there.starts[start],
        of_end=there.ends[start + size - 1],
    )
