"""Datelines: where a report was written, and what the names in it mean for that."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sayso.model import Report
from sayso.read.text.page import DATELINE
from sayso.read.where.gazetteer import City, cities_named, countries, plain, states
from sayso.read.where.votes import Named, only_country, shown_name, written_out

__all__ = [
    "degrees_apart",
    "in_dateline",
    "in_mixed_case",
    "is_larger",
    "near_dateline",
    "settled_elsewhere",
    "town_of_dateline",
]

# What the town of a dateline speaks for its country where a name is known only far from it.
FILED_FROM = 1.0
# How much of what is said for the town of a dateline counts beside a town of which the head tells; set by judgement.
BESIDE_SETTLED = 0.4
# Degrees from the town of a dateline, and people, from which a place is far and from which it is known everywhere.
FAR, LARGE = 20.0, 100_000


def in_dateline(report: Report) -> Iterable[tuple[str, str | None]]:
    """Yield (name, state) of the places in the dateline before a report's first words."""
    line = DATELINE.match(report.text[:120])
    if not line:
        return
    name, region = shown_name(line[1]), (line[2] or "").strip()
    region = f"{region}." if f"{region}." in states() else in_mixed_case(region)
    land = region.title() if region.title() in countries() else None
    yield name, region if region in states() else land
    if land:
        yield land, None


def is_larger(name: str) -> bool:
    """True for the name of a state or a country."""
    return in_mixed_case(name) in states() or in_mixed_case(name) in countries()


def in_mixed_case(name: str) -> str:
    """Return the name of a state or a country that is told in capitals as others write it."""
    return name if name in states() or name in countries() else shown_name(name)


def near_dateline(told: Sequence[Named], report: Report) -> tuple[list[Named], dict[str, float]]:
    """Return the names that a report tells as seen from its dateline, and what that speaks for its country.

    For reports that name no country: of several places of a name the one in the dateline's country is meant, and a name that
    is known only of small towns far away ("Corinth" of Texas, where the report is from Athens) is none of theirs.
    """
    filed = town_of_dateline(report)
    if filed is None:
        return [*told], {}
    far = [name for name in told if is_far(name, filed)]
    kept = [beside(name, filed) for name in told if name.trusted or name not in far]
    return kept, {filed.country: FILED_FROM} if far else {}


def settled_elsewhere(told: Sequence[Named], settled: Collection[str], report: Report) -> list[Named]:
    """Return the names with less said for the town of a dateline, where the head of the report tells of another town.

    `settled` are the plain names of those: "LIMA - A bus fell into a ravine near the town of Ocona".
    """
    filed = {plain(name) for name, _ in in_dateline(report) if not is_larger(name)}
    if not filed or not any(name not in filed and not is_larger(name) for name in settled):
        return [*told]
    return [
        replace(name, weight=name.weight * BESIDE_SETTLED) if plain(name.text) in filed else name
        for name in told
    ]


def town_of_dateline(report: Report) -> City | None:
    """Return the town of a dateline, where its name alone says which it is ("CAIRO (AP)"); None for none."""
    line = next(iter(in_dateline(report)), None)
    named = cities_named(line[0]) if line else ()
    return named[0] if only_country(named) else None


def is_far(name: Named, filed: City) -> bool:
    """True for a name of which only small towns are known, all of them far from the town of a dateline."""
    named = cities_named(written_out(name.text)) if name.state is None else ()
    return bool(named) and all(c.population < LARGE and degrees_apart(c, filed) > FAR for c in named)


def degrees_apart(city: City, other: City) -> float:
    """Return how many degrees of latitude or longitude lie between two places, the more of the two."""
    pairs = ((city.latitude, other.latitude), (city.longitude, other.longitude))
    return max(abs((one or 0.0) - (two or 0.0)) for one, two in pairs)


def beside(name: Named, filed: City) -> Named:
    """Return a name as that of the place in a dateline's country, where there is one of that name."""
    here = any(c.country == filed.country for c in cities_named(written_out(name.text)))
    lands = (name for name, code in countries().items() if code == filed.country and name not in states())
    return replace(name, state=next(lands, None)) if here and name.state is None else name
