"""What statements come to: the span, the figure to print, and how it stands."""

from collections.abc import Mapping
from typing import NamedTuple

from sayso.model import Status
from sayso.settle.told import Statement

__all__ = ["Settled", "together"]


class Settled(NamedTuple):
    """The span, the figure to print and how it stands; statements in support, against it, and left behind."""

    low: int | None
    best: int | None
    high: int | None
    standing: Status
    rule: str
    support: tuple[Statement, ...]
    rivals: tuple[Statement, ...]
    overtaken: tuple[Statement, ...]
    carriers: tuple[Statement, ...]
    derivation: str | None = None


def together(sides: Mapping[str, Settled]) -> Settled:
    """Return what the sides of a fight come to together: their figures added, and every voice that gives one.

    Disputed if one of them is; of one voice only where the same gives all.
    """
    each = list(sides.values())
    if len(each) == 1:
        return each[0]
    bests = [one.best for one in each]
    highs = [one.high for one in each]
    support = tuple(statement for one in each for statement in one.support)
    alone = len({one.voice.name for one in support}) == 1
    disputed = any(one.standing == "disputed" for one in each)
    return Settled(
        low=sum(one.low or 0 for one in each),
        best=None if None in bests else sum(best or 0 for best in bests),
        high=None if None in highs else sum(high or 0 for high in highs),
        standing="disputed" if disputed else "single" if alone else "agreed",
        rule="sides added",
        support=support,
        rivals=tuple(statement for one in each for statement in one.rivals),
        overtaken=tuple(statement for one in each for statement in one.overtaken),
        carriers=tuple(statement for one in each for statement in one.carriers),
        derivation=" + ".join(f"{one.best} {side}" for side, one in sides.items() if one.best is not None),
    )
