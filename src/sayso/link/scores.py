"""How strongly two sketches seem to tell of one incident: a sum of named parts, each with its reason."""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log, sqrt
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from sayso.link.kinds import kin
from sayso.link.rarity import RAREST, rarity
from sayso.link.sketches import Sketch
from sayso.link.weights import WEIGHTS
from sayso.model import EVERYDAY_KINDS, Count, Link, Moment

__all__ = ["Part", "compare", "parts"]

OFTEN_AT_WAR = frozenset("airstrike shelling armed-clash bombing raid abduction assassination other".split())
"""Kinds of which one town may see several in a week, and that which tells no kind."""

LASTING = frozenset({"epidemic", "wildfire", "heat-cold", "volcano"})
"""Kinds of incident of which each report tells another day."""

A_WEEK, WEEKS = (
    7,
    60,
)  # days: in which a rare kind is told of once in a country, and goes on or is followed up
YEAR = 300  # days: so far apart two incidents are two, however like; nearer, one of the days may be misread
FEW_DAYS = 4  # between two told days: of more, the same number of dead or hurt need not be of one incident
GREAT = 10  # dead or hurt: so many are rare enough to tell one incident from the others of a week
DEADLY = 5  # dead: not what happens every day in a town, so that there they say something too
NEAR = 0.4  # degrees: a suburb, or the town beside a city by which others tell where it was
FAR = 1.5  # degrees: nobody takes one city for the other, as he may a suburb or the seat of a province
MANY = 6  # people hit: of more the reports name now these, now those, and their ages differ
ALIKE = 3  # tolls of one incident differ by less than this factor from report to report


_WORD = re.compile(r"[^\W\d_]{3,}")


class Part(NamedTuple):
    """One reason for or against: its name in WEIGHTS, how much of it there is, and words for people."""

    name: str
    amount: float
    because: str


def compare(left: Sketch, right: Sketch) -> Link:
    """Return how strongly two accounts seem to tell of one incident; the order of the two does not matter.

    What is unknown on either side adds nothing. Scores are natural log odds; 0 or more joins.
    """
    if right.id < left.id:
        left, right = right, left
    found = [(WEIGHTS[part.name] * part.amount, part.because) for part in parts(left, right)]
    score = sum(weight for weight, _ in found)
    reasons = tuple(f"{because} ({weight:+.1f})" for weight, because in found)
    return Link(left=left.id, right=right.id, score=round(score, 3), reasons=reasons)


def parts(left: Sketch, right: Sketch) -> Iterator[Part]:
    """Yield the parts of a comparison, in a fixed order."""
    if left.report_id == right.report_id:
        yield Part("one report", 1, "one report tells of both as two")
        return
    yield Part("prior", 1, "two accounts")
    yield from _standing(left, right)
    yield Part(f"kind {kin(left.kind, right.kind)}", 1, _both("kind", left.kind, right.kind))
    yield from _rare_kind(left, right)
    yield from _place(left, right)
    yield from _days(left, right)
    yield from _people(left, right)
    yield from _street(left, right)
    yield from _houses(left, right)
    yield from _words(left, right)
    yield from _tolls(left, right)


def _apart(left: Sketch, right: Sketch) -> int | None:
    """Return how many days lie between two reports; None where one is undated."""
    return abs((left.published - right.published).days) if left.published and right.published else None


def _is_rare(left: Sketch, right: Sketch) -> bool:
    """Tell whether both are of kinds that are not told of every day, one kind or two that are related."""
    everyday = EVERYDAY_KINDS & {left.kind, right.kind}
    return not everyday and kin(left.kind, right.kind) in ("same", "related")


def _rare_kind(left: Sketch, right: Sketch) -> Iterator[Part]:
    """Yield what it says that both are of kinds that are not told of every day, and easily confused."""
    if not _is_rare(left, right):
        return
    name = "kind rare" if left.kind == right.kind else "kind rare akin"
    yield Part(name, 1, f"a {left.kind} is not told of every day")
    apart = _apart(left, right)
    is_near = apart is not None and apart <= A_WEEK
    if is_near and left.country and left.country == right.country and bool(left.city) != bool(right.city):
        yield Part("country same", 1, _both("country", left.country, right.country))


def _standing(left: Sketch, right: Sketch) -> Iterator[Part]:
    if left.series != right.series:
        yield Part("series and single", 1, "a series and one incident")
    if not (left.main and right.main):
        both = not left.main and not right.main
        yield Part("background both" if both else "background one", 1, "mentioned in passing")


def _place(left: Sketch, right: Sketch) -> Iterator[Part]:
    one_place = left.at is not None and left.at == right.at  # "Khan Younis" is "Khan Yunis"
    one_city = left.city == right.city or one_place
    if left.city and right.city and one_city:
        filed = left.filed and right.filed
        yield Part("city filed" if filed else "city same", 1, _both("city", left.city, right.city))
        again = {left.kind, right.kind} & OFTEN_AT_WAR or left.aftershock != right.aftershock
        apart = _apart(left, right)
        if _is_rare(left, right) and not again and apart is not None and apart <= WEEKS:
            yield Part("rare there", 1, f"a {left.kind} is hardly ever told of twice there")
    if left.country and right.country and left.country != right.country:
        at_sea = "maritime" in (left.kind, right.kind)  # the ship's, the rescuers' or the nearest shore's
        name = "waters other" if at_sea else "country other"
        yield Part(name, 1, _both("country", left.country, right.country))
    elif left.city and right.city and not one_city:
        if left.city in right.city or right.city in left.city:
            yield Part("city akin", 1, _both("city", left.city, right.city))
        else:
            yield Part(_other_city(left, right), 1, _both("city", left.city, right.city))
    elif left.city and not right.city and _names_city(right, left):
        yield Part("city named", 1, f"one in {left.city}, of which the other has the name")
    elif right.city and not left.city and _names_city(left, right):
        yield Part("city named", 1, f"one in {right.city}, of which the other has the name")


def _other_city(left: Sketch, right: Sketch) -> str:
    """Return the name of the part for two cities of one country; that of a dateline need not be the place."""
    named = _names_city(left, right) + _names_city(right, left)
    if named or left.filed or right.filed:
        return "city both named" if named == 2 else "city other named"
    rare = left.kind not in EVERYDAY_KINDS or max(_size(left.killed), _size(right.killed)) >= DEADLY
    if not left.at or not right.at:
        return "city other"
    apart = max(abs(a - b) for a, b in zip(left.at, right.at, strict=True))
    if apart > FAR:
        return "city far"
    return "city near" if apart <= NEAR and rare else "city other"


def _names_city(one: Sketch, other: Sketch) -> bool:
    """Tell whether the words of one account name the city of another: all of "king's cross"."""
    return other.city is not None and all(word in one.words for word in _words_of(other.city))


@lru_cache(maxsize=256)
def _words_of(city: str) -> tuple[str, ...]:
    """Return the words of a city's name; where all are too short to be looked for, the name."""
    return tuple(_WORD.findall(city)) or (city,)


def _days(left: Sketch, right: Sketch) -> Iterator[Part]:
    gap, apart = _gap(left.happened, right.happened), _apart(left, right)
    weeks = max(gap or 0, apart or 0) <= WEEKS
    if weeks and left.kind == right.kind and left.kind in LASTING:
        yield Part("lasting", 1, f"a {left.kind} goes on for weeks")
    elif gap is not None and left.happened and right.happened:
        same = (
            "day same"
            if _exact(left) and _exact(right)
            else "month same"
            if _in_month(left, right)
            else "time fits"
        )
        name = same if gap == 0 else _step("day", gap, (1, 3, 10))
        if name == "day near" and _is_rare(left, right):
            name = "day near rare"
        days = _both("happened", left.happened.iso(), right.happened.iso())
        yield Part("day years" if gap > YEAR else name, 1, days)
    elif left.happened or right.happened:
        told, other = (left, right) if left.happened else (right, left)
        if told.happened and other.published:
            ago = (other.published - told.happened.start).days
            yield Part(
                _step("told", ago, (1, 4, 30)) if ago >= -1 else "told before",
                1,
                f"reported {_so_many_days(ago)} after it happened",
            )
    elif apart is not None and apart <= 1:
        yield Part("undated near", 1, "both of the news of the day, and tell no other")
    if apart is not None:
        recalled = gap == 0 and _exact(left) and _exact(right)  # "shot on March 6", told weeks later
        step = "published week" if recalled and apart > 7 else _step("published", apart, (1, 7, 30))
        yield Part(step, 1, f"published {_so_many_days(apart)} apart")


def _so_many_days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _people(left: Sketch, right: Sketch) -> Iterator[Part]:
    shared = sorted(name for name in left.people if any(_one_name(name, other) for other in right.people))
    if shared:
        yield Part("person", 1, "both name " + ", ".join(shared))
        if len(shared) > 1:
            yield Part("more persons", 1, f"{len(shared)} names in common")
    elif left.dead and right.dead:
        yield Part("other dead", 1, f"{', '.join(left.dead)} / {', '.join(right.dead)} killed")
    elif surnames := _surnames(left, right):
        yield Part("surname", 1, "both name a " + ", ".join(surnames))
    elif left.people and right.people:
        yield Part("other persons", 1, "no name in common")
    ages = sorted(set(left.ages) & set(right.ages))
    if ages:
        yield Part("age", min(2, len(ages)), f"ages {', '.join(map(str, ages))} in both")
    elif left.ages and right.ages:
        yield Part("other ages", min(1.0, MANY / max(1, _hit(left), _hit(right))), "no age in common")


def _hit(sketch: Sketch) -> int:
    """Return how many people an account says were killed or hurt."""
    return _size(sketch.killed) + _size(sketch.injured)


def _one_name(left: str, right: str) -> bool:
    """Tell whether two "given surname" are one name, of which one may be misspelt by a letter."""
    initials = [[word[0] for word in name.split()] for name in (left, right)]
    return left == right or (
        initials[0] == initials[1] and DamerauLevenshtein.distance(left, right, score_cutoff=1) <= 1
    )


def _surnames(left: Sketch, right: Sketch) -> list[str]:
    """Return surnames that one account gives in full and the other uses alone."""
    found = set()
    for one, other in ((left, right), (right, left)):
        found |= {surname for name in one.people if (surname := name.split()[-1]) in other.words}
    return sorted(found)


def _street(left: Sketch, right: Sketch) -> Iterator[Part]:
    shared = sorted({one for one in left.streets if any(_one_street(one, other) for other in right.streets)})
    if shared:
        yield Part("street", min(2, len(shared)), "both name the street " + ", ".join(shared))
    elif left.streets and right.streets:
        yield Part("other streets", 1, "no street in common")


def _one_street(left: str, right: str) -> bool:
    """Tell whether two streets are one, of which one may have a word before its name: "Accused Pulteney"."""
    return left == right or left.endswith(f" {right}") or right.endswith(f" {left}")


def _houses(left: Sketch, right: Sketch) -> Iterator[Part]:
    """Yield what schools and the like tell where no town does, what an aftershock is, and a storm's name."""
    shared = sorted(set(left.houses) & set(right.houses))
    if shared and not (left.city and right.city):
        yield Part("house", 1, "both name " + ", ".join(shared))
    if left.aftershock != right.aftershock and "earthquake" == left.kind == right.kind:
        yield Part("aftershock", 1, "an aftershock and another earthquake")
    if name := _one_storm(left, right):
        yield Part("storm same", 1, f"storm {name}")
    elif left.storm and right.storm:
        yield Part("storm other", 1, _both("storm", left.storm, right.storm))


def _one_storm(left: Sketch, right: Sketch) -> str | None:
    """Return the storm that both accounts name, one of them often; both, where they are of two countries.

    A storm that a report names once and that struck another country is where its rain came from.
    """
    if left.country and right.country and left.country != right.country:
        return left.storm if left.storm == right.storm else None
    named = set(left.storms) & set(right.storms) & {left.storm, right.storm}
    return min(named, default=None)


def _words(left: Sketch, right: Sketch) -> Iterator[Part]:
    places = set(f"{left.city or ''} {right.city or ''}".split())
    shared = (set(left.words) & set(right.words)) - places
    norm = sqrt(_weight(left.words) * _weight(right.words))
    if norm:
        rarest = sorted(shared, key=lambda word: (-rarity(word), word))[:6]
        alike = sum(rarity(word) ** 2 for word in shared) / norm
        yield Part("rare words", sqrt(alike), "rare words in common: " + (", ".join(rarest) or "none"))
    unheard = [n for n in left.names if n in shared and n in right.names and rarity(n) >= RAREST]
    if unheard:
        yield Part(
            "unheard names", log(1 + len(unheard)), "names hardly ever heard: " + ", ".join(unheard[:6])
        )


@lru_cache(maxsize=4096)
def _weight(words: tuple[str, ...]) -> float:
    """Return the squared rarities of an account's words; a new account meets many others."""
    return sum(rarity(word) ** 2 for word in words)


def _tolls(left: Sketch, right: Sketch) -> Iterator[Part]:
    if _long_apart(left, right):
        return
    tolls = (
        (left.killed, right.killed, "dead"),
        (left.injured, right.injured, "hurt"),
        (left.taken, right.taken, "taken"),
    )
    apart = _gap(left.happened, right.happened)
    two_cities = left.city and right.city and left.city != right.city
    two_days = " apart" if apart is not None and apart > FEW_DAYS and _exact(left) and _exact(right) else ""
    for one, two, fate in tolls:
        low, high = sorted((_size(one), _size(two)))
        if one and two and low == high > 1:
            yield Part(f"toll same{two_days}", min(1.0, log(low) / 2), f"both {low} {fate}")
        few = DEADLY if fate == "dead" and not two_cities else GREAT
        if low >= few and high <= ALIKE * low:
            yield Part(
                f"great tolls{two_days}",
                log(low / GREAT) + 1,
                f"tolls as great as few: {low} and {high} {fate}",
            )


def _exact(sketch: Sketch) -> bool:
    return sketch.happened is not None and sketch.happened.grain == "day"


def _in_month(left: Sketch, right: Sketch) -> bool:
    """Tell whether one tells a day of the month that the other tells of, weeks after it: "last October"."""
    for told, other in ((left, right), (right, left)):
        day, month = told.happened, other.happened
        if day and month and day.grain == "day" and month.grain == "month" and other.published:
            return other.published > month.end
    return False


def _long_apart(left: Sketch, right: Sketch) -> bool:
    """Tell whether two tolls are of different years: the same number in both is chance, however great.

    Where a day is unknown that of the report stands for it, unless both tell of one city.
    """
    gap = _gap(left.happened, right.happened)
    if gap is None and left.published and right.published and not (left.city and left.city == right.city):
        gap = abs((left.published - right.published).days)
    return gap is not None and gap > YEAR


def _size(toll: Count | None) -> int:
    return (toll.low or 0) if toll else 0


def _gap(left: Moment | None, right: Moment | None) -> int | None:
    """Return the days between two moments, 0 where they overlap, None where one is unknown."""
    if left is None or right is None:
        return None
    return max(0, (right.start - left.end).days, (left.start - right.end).days)


def _step(name: str, days: int, steps: tuple[int, int, int]) -> str:
    """Return the name of the step that a number of days falls in."""
    for step, word in zip(steps, ("near", "week", "month"), strict=True):
        if days <= step:
            return f"{name} {word}"
    return f"{name} far"


def _both(name: str, left: str, right: str) -> str:
    return f"{name} {left}" if left == right else f"{name} {left} / {right}"
