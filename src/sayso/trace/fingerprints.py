"""A small, stable sample of a report's word runs, to look up which reports may repeat each other."""

import zlib

from sayso.model import Report
from sayso.trace.prose import prose

__all__ = ["SHINGLE", "WINDOW", "fingerprint"]

SHINGLE = 6  # words a run: shorter ones ("according to a police spokesman who") are everybody's
WINDOW = 8  # of 8 neighbouring runs the smallest is kept, so 13 shared words always meet

ROLL = 0x9E3779B97F4A7C15
LEAVING = pow(ROLL, SHINGLE, 1 << 64)


def fingerprint(report: Report) -> frozenset[int]:
    """Return the sampled hashes of a report's word runs; each fits a signed 64-bit column.

    Two reports that share 13 running words in order share at least one hash. The sample is the winnowing
    of Schleimer, Wilkerson and Aiken (2003): the smallest hash of every window. The hash is the same in
    every process and on every machine.
    """
    hashes = _shingles(prose(report.text))
    if not hashes:
        return frozenset()
    spans = range(max(1, len(hashes) - WINDOW + 1))
    return frozenset(min(hashes[at : at + WINDOW]) for at in spans)


def _shingles(words: tuple[str, ...]) -> list[int]:
    """Return a 62-bit hash of each run of SHINGLE words, in order."""
    ones = [zlib.crc32(word.encode()) + 1 for word in words]
    found = []
    rolled = 0  # the sum of the run's words, each times a power of ROLL; the next run's follows from it
    for one, gone in zip(ones, [0] * SHINGLE + ones, strict=False):
        rolled = (rolled * ROLL + one - gone * LEAVING) & 0xFFFFFFFFFFFFFFFF
        mixed = ((rolled ^ (rolled >> 31)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        found.append((mixed ^ (mixed >> 29)) & 0x3FFFFFFFFFFFFFFF)
    return found[SHINGLE - 1 :]
