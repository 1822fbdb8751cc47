"""Which rows count part of a total: of one that their own words, or their report, tell."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.model import Claim

__all__ = ["BESIDES", "SOME_OF", "are_badly_hurt", "is_part"]

SOME_OF = re.compile(r"\bof (?:the|those|all)\b", re.I)
"""Part of those counted: "five of the victims"."""

_OWN_WORDS: dict[str, re.Pattern[str]] = {
    "killed": re.compile(r"\b(?:dead|died|killed|deaths?|bodies|fatalit\w+|victims killed)\b|^\w+ victims$"),
    "injured": re.compile(r"\b(?:injur\w+|wounded|hurt)\b|^\w+ victims$"),
    "casualties": re.compile(r"\bcasualties\b|^\w+ victims$"),
    "missing": re.compile(r"\bmissing\b"),
    "detained": re.compile(r"\b(?:arrest\w*|detain\w*|in custody)\b"),
}
"""Words by which a total says that it is one of the same slot as its part."""

_BADLY = re.compile(
    r"\b(?:critical|serious|severe|grave|bad)ly\b|\bin (?:an? )?(?:critical|serious|grave) condition\b", re.I
)
"""How those of the injured fare who may not be all of them."""

_SOME_BADLY = re.compile(
    r"(?:\d[\d,]*|\bone|\ban?(?:other)?|\btwo|\bthree|\bfour|\bfive|\bsix|\bseven|\beight|\bnine|\bten|\bsome|\bseveral|\bmany|\bmost"
    r"|\bwhom)(?! ?[ap]\.?m\b)(?: [\w'’-]+){0,4} $",
    re.I,
)
"""What stands before such words that are of some of those counted: "61 hurt, nine of them | critically"."""

BESIDES = "those counted before"
"""What people are part of who are counted besides others, whose number their speaker does not tell here."""


def is_part(row: Claim, rows: Sequence[Claim]) -> bool:
    """Tell whether a row counts part of a total of its own slot.

    "One of the five who were shot died" is part of those hit, and all of the dead.
    """
    if row.part_of is None:
        return _some_of(row.slot, row.who or "")
    if row.part_of == BESIDES:
        return True
    total = row.part_of.casefold()
    if (words := _OWN_WORDS.get(row.slot)) and words.search(total):
        return True
    for other in rows:
        if other is not row and other.part_of is None:
            told = (other.who or other.span.quote).casefold()
            if told in total or total in told or total in other.span.quote.casefold():
                return True
    return False


@lru_cache(maxsize=1 << 14)
def _some_of(slot: str, who: str) -> bool:
    """Tell whether words for people are of some of those whom their slot counts: "ten of the wounded"."""
    told = SOME_OF.search(who)
    return bool(told and slot in _OWN_WORDS and _OWN_WORDS[slot].search(who, told.end()))


@lru_cache(maxsize=1 << 14)
def are_badly_hurt(who: str, quote: str) -> bool:
    """Tell whether all those whom a quote counts are badly hurt, not only some of them."""
    badly = _BADLY.search(quote)
    if badly is None:
        return False
    start = quote.find(who) + len(who) if who else -1
    return start > badly.start() or _SOME_BADLY.search(quote, max(0, start), badly.start()) is None
