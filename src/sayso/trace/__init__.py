"""Finds which reports and passages repeat another, so that ten copies are one voice."""

from sayso.trace.credits import AGENCIES, credited
from sayso.trace.editions import difference, new_version, words_of
from sayso.trace.fingerprints import fingerprint
from sayso.trace.origins import first_hand
from sayso.trace.passages import compare

__all__ = [
    "AGENCIES",
    "compare",
    "credited",
    "difference",
    "fingerprint",
    "first_hand",
    "new_version",
    "words_of",
]
