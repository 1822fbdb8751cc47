"""Numbers that one line of a report gives against the headlines: they only may be so."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from sayso.model import Count
from sayso.settle.evidence import Said

__all__ = ["doubted"]

SLOTS = ("killed", "injured")


def doubted(said: Sequence[Said]) -> list[Said]:
    """Return the rows with those marked as possible that stand alone against every headline.

    Where headlines tell of one person dead or hurt, and none of more, a larger number that a single line of a
    text gives of people in the same role is mostly the toll of something else (of the year, of another night)
    or a slip of reading. It widens the span, and does not set the figure, unless a person judged it right.
    """
    doubtful = {one.claim.id for slot in SLOTS for one in _strays([o for o in said if _told(o, slot)])}
    return [_possible(one) if one.claim.id in doubtful else one for one in said]


def _told(one: Said, slot: str) -> bool:
    claim = one.claim
    return claim.slot == slot and claim.polarity == "positive" and isinstance(claim.value, Count)


def _strays(rows: Sequence[Said]) -> list[Said]:
    """Return the rows of one slot that stand alone against the headlines."""
    times = Counter(_low(one) for one in rows)
    headlines = [one for one in rows if one.claim.span.field == "title"]
    roles = {one.claim.role for one in headlines if _low(one) == 1}
    if any(_low(one) > 1 for one in headlines):
        return []
    return [
        one
        for one in rows
        if _low(one) > 1 and times[_low(one)] == 1 and one.right is None and one.claim.role in roles
    ]


def _low(one: Said) -> int:
    return (one.claim.value.low or 0) if isinstance(one.claim.value, Count) else 0


def _possible(one: Said) -> Said:
    return one._replace(claim=msgspec.structs.replace(one.claim, certainty="possible"))
