"""Which rows count part of a total: of one that their own words, or their report, tell."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from sayso.model import Claim
from sayso.settle.evidence import Said

__all__ = ["BESIDES", "SOME_OF", "are_badly_hurt", "in_groups", "is_part"]

SOME_OF = re.compile(r"\bof (?:the|those|all)\b", re.I)
"""Part of those counted: "five of the victims"."""

_THE_REST = re.compile(r"(?:the )?(?:remaining|other) (?!than\b)[\w-]+(?: victims?)?$", re.I)
"""Those of the dead of whom other words do not tell: "10 were buried, the remaining three sent home"."""

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
        rest = row.slot == "killed" and _THE_REST.match(row.who or "") is not None
        return rest or _some_of(row.slot, row.who or "")
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


MOST_GROUPS = 6
"""Groups of people in one report that are tried whether they add up to its total."""


def in_groups(slot: str, said: Sequence[Said]) -> Sequence[Said]:
    """Return the rows of the dead of one role with those as parts that add up to the total of their report.

    "At least five people were killed, officials said": three, says the mayor, when a wall fell on them, and
    two others, says the police. So do "27 inmates suffocated and four others died" where 31 are dead.
    Two hospitals that tell of the hurt whom they have are heard both.
    """
    if slot != "killed" or len(said) < 3:
        return said
    reports: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if one.low and one.claim.part_of is None and one.claim.polarity == "positive":
            reports[one.report.id].append(one)
    parts: set[str] = set()
    for rows in reports.values():
        total = max(rows, key=lambda one: (one.low or 0, one.claim.span.field == "text"))
        titled = {one.low for one in rows if one.claim.span.field == "title"}
        groups = {
            (one.claim.span.start, one.low): one
            for one in sorted(rows, key=lambda one: one.claim.span.start)
            if one.low not in titled and 1 < (one.low or 0) < (total.low or 0)
        }
        if 2 <= len(groups) <= MOST_GROUPS and (added := _adding_up(list(groups.values()), total.low or 0)):
            lows = {one.low for one in added}
            parts |= {one.claim.id for one in rows if one.low in lows}
    return [
        replace(one, claim=replace(one.claim, part_of=BESIDES)) if one.claim.id in parts else one
        for one in said
    ]


def _adding_up(groups: Sequence[Said], total: int) -> Sequence[Said]:
    """Return the most groups told one after the other that are so many together, if there are any."""
    for many in range(len(groups), 1, -1):
        for start in range(len(groups) - many + 1):
            some = groups[start : start + many]
            if sum(one.low or 0 for one in some) == total:
                return some
    return ()
