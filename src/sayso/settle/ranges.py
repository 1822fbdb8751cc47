"""Steps five to seven: which figures still stand, the span they leave, and the one to print."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from msgspec.structs import replace

from sayso.model import Status
from sayso.settle.outcomes import Settled, together
from sayso.settle.people import in_words
from sayso.settle.statements import FALL, NOT_COUNTED, RISING, later
from sayso.settle.told import Statement, is_within, leaves_room
from sayso.settle.voices import DIRECT, directness

__all__ = ["PROFILES", "Profile", "Settled", "weigh"]

FRESH = timedelta(hours=12)
"""Words and round numbers stand beside the figures of their day, and are left behind this much later."""

NEWS = timedelta(hours=4)
"""A figure this much later is news, even of a less direct speaker. At 3, 4, 5, 7 and 12 hours own stories
have best right in .850, .848, .847, .847 and .846; those by another hand in .799 to 7 hours, .785 at 12."""

DAY = timedelta(days=1)
"""A floor of witnesses that whoever counts at hand has not reached by then stands no longer."""

FRESHENED: dict[str, timedelta] = {
    "killed": NEWS,
    "rescued": NEWS,
    "injured": NEWS,
    "missing": NEWS,
    "critical": timedelta(hours=2),
    "hospitalised": timedelta(hours=2),
}
"""Slots of which that holds, and how much later; who is in care changes by the hour."""

FAINT = 5
"""Words go with a figure up to this many times as high as the least that they allow: "dozens" with 85."""

ROUNDED = 1.25
""""More than 100" goes with an exact figure up to this many times as high: it was rounded down to it."""


class Profile(NamedTuple):
    """One way to choose the figure to print from the same standing claims."""

    name: str
    meaning: str


PROFILES: dict[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("desk", "the latest, then the most direct, then the most voices, then the lower"),
        Profile("conservative", "the lowest figure that the standing independent claims leave"),
        Profile("latest-official", "the latest figure of a direct speaker; the desk's where none spoke"),
    )
}
"""Named rules over the same evidence: they change what is printed, never the span or the standing."""


def weigh(slot: str, statements: Sequence[Statement], profile: str = "desk") -> Settled:
    """Return what the voices' statements (at least one) come to.

    A figure that a later one overtakes no longer stands: a floor by any higher figure, a number by a higher
    one (in a slot that does not only rise, any other one) of a voice as direct. A boast of a party moves
    neither span nor standing, and is a rival; what only may be so widens the span, "up to" so many only at
    its upper end. People told of one by one, and parts of a total that is not given, leave room for whoever
    counts all. Sides that are told apart are weighed each for itself, and added.
    """
    if statements[0].side:
        return _each_side(slot, statements, profile)
    now, left = _standing_now(slot, statements)
    sure = _sure(now)
    kinds = _newest(sure)
    sharp = [one for one in sure if not any(one.rounds(other) for other in kinds)]
    low, high = _span(sharp)
    if high == float("inf") and all(one.high is not None for one in sharp):
        high = low  # people told of, and no word that there are more
    loud = [one for one in sure if not _is_faint(slot, one, low)]
    weighed = _accord(sharp, loud, now, low, high) if low <= high else _conflict(slot, sharp, sure)
    support, rivals = weighed.support, weighed.rivals
    left += [
        one for one in sure if _is_faint(slot, one, weighed.low) and one not in support and one not in rivals
    ]
    maybe = [one for one in now if one.possible and one.voice.kind != "claimant"]
    beside = [one for one in maybe if one not in (*sure, *support) and one.low != weighed.best]
    room = [one for one in beside if one.low is None and (weighed.best or 0) <= one.ceiling]
    boasts = [one for one in now if one.voice.kind == "claimant" and one not in (*sure, *support)]
    low = min([weighed.low, *(one.low for one in maybe if one not in sure and one.low is not None)])
    if slot not in NOT_COUNTED and all(one.possible for one in sure):
        low = 0
    most = max((one.high for one in maybe if one.high is not None), default=0)
    is_floor = weighed.high == float("inf") and weighed.best is not None and most > weighed.best
    high = most if is_floor else max(weighed.high, most)  # "at least five", and seven may have died
    settled = Settled(
        low=int(low) if low or any(one.low is not None for one in sure) else None,
        best=weighed.best,
        high=None if high == float("inf") else int(high),
        standing=weighed.standing,
        rule=weighed.rule,
        support=(*support, *room),
        rivals=(*rivals, *(one for one in beside if one not in room), *boasts),
        overtaken=tuple(left),
        carriers=_carriers(support, weighed.best, low),
    )
    return _by_profile(profile, settled, sure)


def _each_side(slot: str, statements: Sequence[Statement], profile: str) -> Settled:
    """Return what statements on the sides of a fight come to, each weighed for itself."""
    told: dict[str, list[Statement]] = {}
    for one in statements:
        told.setdefault(one.side, []).append(replace(one, side=""))
    return together({side: weigh(slot, rows, profile) for side, rows in told.items()})


class _Weighed(NamedTuple):
    """What the sure statements come to, before those that only may be so."""

    low: float
    best: int | None
    high: float
    standing: Status
    rule: str
    support: list[Statement]
    rivals: list[Statement]


def _accord(
    sharp: Sequence[Statement], sure: Sequence[Statement], now: Sequence[Statement], low: float, high: float
) -> _Weighed:
    """Return what statements come to that can all hold, from `low` to `high`."""
    best, rule = _agreed(sharp, low, high)
    counting = [one for one in sure if one.total or one.floor >= low]
    support = _with_claimants(counting, now, low)
    alone = len({one.voice.name for one in support}) == 1
    rule = "one voice" if alone and rule == "voices agree" else rule
    return _Weighed(low, best, high, "single" if alone else "agreed", rule, support, [])


def _is_faint(slot: str, one: Statement, low: float) -> bool:
    """Tell whether words are too small for a figure to vouch for it: "several" beside 27.

    Not "gunmen" beside 50: who did it is seldom counted.
    """
    return slot not in NOT_COUNTED and in_words(one.low, one.high, one.firm) and low > FAINT * one.floor


def _conflict(slot: str, sharp: Sequence[Statement], sure: Sequence[Statement]) -> _Weighed:
    """Return what statements come to that cannot all hold: one of them, and the others as its rivals."""
    chosen, rule = _choose(slot, sharp)
    support = [one for one in sure if one.fits(chosen) and (one is chosen or one.total)]
    counted = [one for one in sure if one.total] or sure
    rivals = [one for one in counted if one not in support] or [one for one in sure if not one.fits(chosen)]
    kinds = _newest([one for one in counted if one in sharp] or counted)
    telling = [one for one in kinds if not any(leaves_room(one, two) for two in kinds)] or kinds
    spanning = telling if any(leaves_room(chosen, two) for two in kinds) else [*telling, chosen]
    low, high = min(one.floor for one in spanning), max(one.ceiling for one in spanning)
    return _Weighed(low, _value(chosen), high, "disputed", rule, support, rivals)


def _sure(now: Sequence[Statement]) -> list[Statement]:
    """Return what sets the span: no claimant's, no possible ones, nothing loose that a firm one excludes."""
    heard = [one for one in now if one.voice.kind != "claimant"] or now
    sure = [one for one in heard if not one.possible] or heard
    if firm := [one for one in sure if one.firm]:
        floor, ceiling = _span(firm)
        sure = [one for one in sure if one.firm or (one.floor <= ceiling and floor <= one.ceiling)]
    return list(sure)


def _standing_now(slot: str, statements: Sequence[Statement]) -> tuple[list[Statement], list[Statement]]:
    """Return the statements that stand, and those that later ones, or their own reports, leave behind."""
    telling = (
        [one for one in statements if not one.part and not one.behind]
        or [one for one in statements if not one.behind]
        or list(statements)
    )
    # The last ones overtake most, and so are asked first.
    newest = sorted(_newest(telling), key=lambda one: one.at, reverse=True)
    now = [one for one in telling if not any(_overtakes(slot, two, one) for two in newest)]
    standing = {id(one) for one in now}
    return now, [one for one in statements if id(one) not in standing]


def _newest(statements: Iterable[Statement]) -> list[Statement]:
    """Return of statements of one figure and rank the latest: what it does not overtake, none does."""
    latest: dict[tuple[object, ...], Statement] = {}
    for one in statements:
        key = (one.low, one.high, one.total, one.firm, one.possible, one.aside, one.day_only, one.voice.kind)
        held = latest.get(key)
        if held is None or one.at > held.at:
            latest[key] = one
    return list(latest.values())


def _overtakes(slot: str, new: Statement, old: Statement) -> bool:
    """Tell whether a later statement leaves an earlier one behind."""
    if new is old or new.possible or new.voice.kind == "claimant":
        return False
    if old.right and new.at <= old.right:
        return False  # what a person judged right stands against all that was known then
    if slot == "detained" and old.ceiling == 0 < new.floor and later(new, old):
        return True  # "no arrests" is of the moment
    if slot == "rescued" and later(old, new) and _are_some_more(old, new):
        return True
    if old.rounds(new):
        return new.at - old.at >= FRESH
    if new.risen and slot in RISING and new.total and old.ceiling < new.floor and later(new, old):
        return True  # it tells itself that it takes the place of the lower ones
    fresh = slot in FRESHENED and new.at - old.at >= FRESHENED[slot]
    is_later = later(new, old) or _same_day(new, old)
    if old.unsure and not new.unsure and old.total and is_later and not new.fits(old):
        return fresh or directness(new.voice) >= directness(old.voice)
    if old.high is None and old.total:
        counted = slot in RISING and _counted_since(new, old)
        return counted or (new.floor > old.floor and new.total and _outgrows(new, old))
    if not later(new, old):
        return slot in RISING and _same_day(new, old) and _supersedes(new, old)
    if not old.total and not (slot in NOT_COUNTED and new.high == 0):
        return new.floor > old.floor
    if new.fits(old):
        return False
    if slot in RISING and new.floor < old.floor and not (slot in NOT_COUNTED and new.is_least):
        return False
    return fresh or directness(new.voice) >= directness(old.voice)


def _are_some_more(few: Statement, many: Statement) -> bool:
    """Tell whether a later count is so much lower that it is of people who were rescued after the others."""
    if not (few.total and many.total and many.firm) or directness(few.voice) > directness(many.voice):
        return False
    return 0 < FALL * few.ceiling <= many.floor


def _same_day(one: Statement, other: Statement) -> bool:
    """Tell whether nobody knows which of two was published first: a day is all that one of them tells."""
    return (one.day_only or other.day_only) and not later(one, other) and not later(other, one)


def _supersedes(new: Statement, old: Statement) -> bool:
    """Tell whether the higher of two counts of one day, in different reports, is taken for the later one.

    Not over "nobody", which is a denial, nor over what a speaker nearer to the facts says.
    """
    if not (new.firm and old.total and 0 < old.ceiling < new.floor) or old.aside or new.aside:
        return False
    if new.fits(old) or (new.unsure and not old.unsure):
        return False
    if set(new.voice.report_ids) & set(old.voice.report_ids):
        return False
    return directness(new.voice) >= directness(old.voice)


def _outgrows(new: Statement, old: Statement) -> bool:
    """Tell whether a higher figure leaves a floor behind.

    Mere words ("dozens", "thousands") stand beside the figures of their day, and "more than 100" is what an
    exact 120 was rounded to.
    """
    if in_words(old.low, old.high, old.firm):
        return new.at - old.at >= FRESH
    if new.high is not None and old.floor > 10 and old.above and new.floor <= ROUNDED * old.floor:
        return False
    return later(new, old)


def _counted_since(new: Statement, old: Statement) -> bool:
    """Tell whether somebody at hand has counted fewer a day after a witness saw "at least 20 lying there"."""
    if old.voice.kind != "witness" or directness(new.voice) < DIRECT or new.at - old.at < DAY:
        return False
    return new.total and new.firm and not new.unsure and new.ceiling < old.floor


def _span(statements: Sequence[Statement]) -> tuple[float, float]:
    """Return the least and the most that all statements allow; they cross where the statements clash."""
    return max(one.floor for one in statements), min(one.ceiling for one in statements)


def _carriers(support: Sequence[Statement], best: int | None, low: float) -> tuple[Statement, ...]:
    """Return the statements that carry the printed figure, or the words that stand where none is printed."""
    wanted = low if best is None else best
    return tuple(one for one in support if wanted in (one.low, one.high)) or tuple(support)


def _by_profile(profile: str, settled: Settled, sure: Sequence[Statement]) -> Settled:
    """Return what was settled with the figure that a profile prints."""
    if profile == "conservative":
        if settled.best is None or settled.low is None or settled.best == settled.low:
            return settled
        return _printing(settled, settled.low, "lowest", [one for one in sure if one.floor == settled.low])
    if profile == "latest-official":
        official = [one for one in sure if directness(one.voice) >= DIRECT and _within_span(one, settled)]
        if official:
            last = max(official, key=lambda one: (one.at, -one.floor, one.voice.name))
            return _printing(
                settled,
                _value(last),
                "latest official",
                [one for one in official if _value(one) == _value(last)],
            )
    return settled


def _within_span(statement: Statement, settled: Settled) -> bool:
    """Tell whether the figure of a statement can be printed beside the span: a floor below it cannot."""
    value = _value(statement)
    return value is not None and (settled.low or 0) <= value <= (
        value if settled.high is None else settled.high
    )


def _printing(settled: Settled, best: int | None, rule: str, carriers: Sequence[Statement]) -> Settled:
    """Return what was settled with another standing figure printed, and what clashes with it as rivals."""
    if best == settled.best or not carriers:
        return settled._replace(rule=rule) if carriers else settled
    stood = [*settled.support, *settled.rivals]
    chosen = carriers[0]
    support = [one for one in stood if one.fits(chosen)]
    return settled._replace(
        best=best,
        rule=rule,
        support=tuple(support),
        rivals=tuple(one for one in stood if one not in support),
        carriers=tuple(carriers),
    )


def _with_claimants(sure: list[Statement], now: Sequence[Statement], low: float) -> list[Statement]:
    """Return the statements with those of parties that fit them: they agree and decide nothing."""
    known = {id(one) for one in sure}
    fitting = (one for one in now if one.floor <= low <= one.ceiling and not one.possible)
    known |= {id(one) for one in fitting if one.voice.kind == "claimant"}
    return [one for one in now if id(one) in known]


def _agreed(statements: Sequence[Statement], low: float, high: float) -> tuple[int | None, str]:
    """Return the figure of statements that fit together."""
    alone = "one voice" if len(statements) == 1 else "voices agree"
    exact = [one for one in statements if one.high is not None and one.total and one.floor == one.high]
    if exact:
        return exact[0].high, alone
    told = [one for one in statements if not one.total and one.firm]
    if told and max(one.floor for one in told) >= low:
        return int(low), alone
    if high != float("inf"):
        return int(low) or int(high), alone
    is_firm = any(one.firm and one.floor >= low for one in statements)
    return (int(low), "floor") if is_firm else (None, "words only")


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
    kinds = _newest(statements)
    meant = [one for one in statements if not one.aside] or statements
    telling = [one for one in meant if not any(is_within(one, two) for two in kinds)]
    firm = [one for one in telling if one.firm] or telling
    newest = _newest(firm)
    field = [one for one in firm if not any(_outranks(slot, two, one) for two in newest)] or firm
    if len(field) == 1:
        return field[0], "latest"
    nearest = max(directness(one.voice) for one in field)
    near = [one for one in field if directness(one.voice) == nearest]
    if len({one.floor for one in near}) == 1:
        return near[-1], "direct"
    carried = Counter((one.low, one.high) for one in meant)
    most = max(carried[one.low, one.high] for one in near)
    held = [one for one in near if carried[one.low, one.high] == most]
    if len({one.floor for one in held}) == 1:
        return held[-1], "more voices"
    return min(held, key=lambda one: (one.floor, one.voice.name)), "lower"


def _outranks(slot: str, new: Statement, old: Statement) -> bool:
    """Tell whether a statement is a later word of a voice as direct that cannot hold with an earlier one.

    In a slot that rises a later lower figure of a voice no more direct is an early figure, repeated.
    """
    if not later(new, old) or new.fits(old):
        return False
    nearer = directness(new.voice) - directness(old.voice)
    return nearer > 0 or (nearer == 0 and not (slot in RISING and new.floor < old.floor))
