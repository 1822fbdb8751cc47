"""Steps five to seven: which figures still stand, the span they leave, and the one to print."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from sayso.model import Status
from sayso.settle.statements import Statement, later
from sayso.settle.voices import directness

__all__ = ["RISING", "Settled", "weigh"]

RISING = frozenset(
    {"killed", "injured", "casualties", "ill", "displaced", "rescued", "attackers", "detained", "hostages"}
)
"""Slots whose numbers grow as more becomes known; the others are of a moment and fall as well."""

FRESH = timedelta(
    hours=20
)  # a higher toll this much later is news, even of a less direct speaker (trial, both right)


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


def weigh(slot: str, statements: Sequence[Statement]) -> Settled:
    """Return what the voices' statements (at least one) come to.

    A figure that a later one overtakes no longer stands: a floor by any higher figure, a number by a higher
    one (in a slot that does not only rise, any other one) of a voice as direct. A boast of a party moves
    neither span nor standing, and what only may be so widens the span.
    """
    now = [one for one in statements if not any(_overtakes(slot, two, one) for two in statements)]
    left = tuple(one for one in statements if one not in now)
    heard = [one for one in now if one.voice.kind != "claimant"] or now
    sure = [one for one in heard if not one.possible] or heard
    firm = [one for one in sure if one.firm] or sure
    sure = [one for one in sure if one in firm or all(one.fits(other) for other in firm)]
    low, high = max(one.floor for one in sure), min(one.ceiling for one in sure)
    if high == float("inf") and all(one.high is not None for one in sure):
        high = low  # people told of, and no word that there are more
    if low <= high:
        best, rule = _agreed(sure, low, high)
        support = _with_claimants(sure, now, low)
        rivals, standing = [], "single" if len(support) == 1 else "agreed"
    else:
        chosen, rule = _choose(slot, sure)
        support = [one for one in sure if one.fits(chosen) and (one is chosen or one.total)]
        rivals = [one for one in sure if one not in support]
        best, standing = _value(chosen), "disputed"
        counted = [one for one in sure if one.total] or sure
        low, high = min(one.floor for one in counted), max(one.ceiling for one in counted)
    maybe = [one for one in now if one.possible and one not in sure and one.voice.kind != "claimant"]
    low = min([low, *(one.floor for one in maybe)])
    high = max([high, *(one.ceiling for one in maybe if one.high is not None)])
    return Settled(
        low=low if low or any(one.low is not None for one in sure) else None,
        best=best,
        high=None if high == float("inf") else int(high),
        standing=standing,  # type: ignore[arg-type]
        rule=rule,
        support=tuple(support),
        rivals=tuple(rivals),
        overtaken=left,
        carriers=tuple(one for one in support if best is None or best in (one.low, one.high))
        or tuple(support),
    )


def _overtakes(slot: str, new: Statement, old: Statement) -> bool:
    """Tell whether a later statement leaves an earlier one behind."""
    if new is old or new.possible or new.voice.kind == "claimant" or not later(new, old):
        return False
    if old.high is None or not old.total:
        return new.floor > old.floor
    if new.fits(old):
        return False
    if slot in RISING and new.floor < old.floor:
        return False
    return directness(new.voice) >= directness(old.voice) or new.at - old.at >= FRESH


def _with_claimants(sure: list[Statement], now: Sequence[Statement], low: float) -> list[Statement]:
    """Return the statements with those of parties that fit them: they agree and decide nothing."""
    return [one for one in now if one in sure or (not one.possible and one.floor <= low <= one.ceiling)]


def _agreed(statements: Sequence[Statement], low: float, high: float) -> tuple[int | None, str]:
    """Return the figure of statements that fit together."""
    alone = "one voice" if len(statements) == 1 else "voices agree"
    exact = [one for one in statements if one.high is not None and one.total and one.floor == one.high]
    if exact:
        return exact[0].high, alone
    told = [one for one in statements if not one.total]
    if told and max(one.floor for one in told) >= low:
        return int(low), alone
    if high != float("inf"):
        return int(low) or int(high), alone
    firm = [one.floor for one in statements if one.firm]
    return (int(low), "floor") if firm and max(firm) >= low else (None, "words only")


def _value(statement: Statement) -> int | None:
    if not statement.firm and statement.high is None:
        return None
    return statement.low if statement.low is not None else statement.high


def _choose(slot: str, statements: Sequence[Statement]) -> tuple[Statement, str]:
    """Return which of statements that cannot all hold is printed, and the rule that decided.

    What a person judged right; else what no later statement as direct contradicts; of these the most
    direct; of these what most voices carry; of these the lower.
    """
    field = [one for one in statements if one.right]
    if field:
        return field[-1], "judged right"
    telling = [one for one in statements if not any(_within(one, two) for two in statements)]
    firm = [one for one in telling if one.firm] or telling
    field = [one for one in firm if not any(_outranks(two, one) for two in firm)] or firm
    if len(field) == 1:
        return field[0], "latest"
    nearest = max(directness(one.voice) for one in field)
    near = [one for one in field if directness(one.voice) == nearest]
    if len({one.floor for one in near}) == 1:
        return near[-1], "direct"
    most = max(_carried(one, statements) for one in near)
    carried = [one for one in near if _carried(one, statements) == most]
    if len({one.floor for one in carried}) == 1:
        return carried[-1], "more voices"
    return min(carried, key=lambda one: (one.floor, one.voice.name)), "lower"


def _within(vague: Statement, other: Statement) -> bool:
    """Tell whether a statement only leaves room for another: a floor below it, a person among its people."""
    return vague.ceiling == float("inf") and vague.fits(other) and vague.floor < other.floor


def _outranks(new: Statement, old: Statement) -> bool:
    """Tell whether a statement is a later word of a voice as direct that cannot hold with an earlier one."""
    return later(new, old) and not new.fits(old) and directness(new.voice) >= directness(old.voice)


def _carried(statement: Statement, statements: Sequence[Statement]) -> int:
    """Return how many voices carry a statement's figure."""
    return sum((one.low, one.high) == (statement.low, statement.high) for one in statements)
