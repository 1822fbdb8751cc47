"""The places that the network tags as where it happened: their names, and how much each says of it."""

import re
from collections.abc import Iterator

from sayso.model import Span
from sayso.read.tagging.network import Tagged
from sayso.read.text.page import DATELINE, Page
from sayso.read.where.datelines import degrees_apart, in_dateline, town_of_dateline
from sayso.read.where.gazetteer import cities_named, plain, quarters, regions, states, towns_named
from sayso.read.where.lands import NO_SETTLEMENT, NO_TOWN_AFTER, names_of_countries, worth
from sayso.read.where.places import (
    BEFORE_NAME,
    IN_REGION,
    IN_TAIL,
    OF_REGION,
    OUTLET_TAIL,
    full_name,
    is_word,
    towns_in,
)
from sayso.read.where.placing import home_of
from sayso.read.where.votes import METROPOLIS, Named

__all__ = ["spotted"]

# How sure the network must be of a settlement that no gazetteer knows, alone and where words say that it is one.
SURE_OF_PLACE, SURE_BESIDE_WORDS = 0.75, 0.5
# What a place that the network tags weighs beside one that only words tell.
TAGGED = 9.0
# How much of what the network says of the town of a dateline counts, the rest for its country; of .4 to .75 the one with the fewest wrong.
OF_DATELINE = 0.7
# What a town counts that is only a part of what the network tags ("a Flint apartment building").
WITHIN = 0.25
NAME = r"(?:(?:El|EL|La|LA|Los|LOS|Las|LAS|San|SAN|St|ST)\.? )?[A-Z][\w‘'’-]{2,}(?: (?:de|la|el|of|wa|‘?[A-Z][\w‘'’-]*))*"
NAME_OF_PLACE = re.compile(NAME)
# What is larger than a town, or no town: the last word of it, or the first.
REGION = re.compile(
    r"\b(?:departments?|provinces?|regions?|zones?|territory|districts?|counties|state|valley|coast|border|national|park|avenue|ave|street|road|boulevard|drive|lane|"
    r"highway|court|house|school|hospital|apartments|homes)$"
    r"|^(?:(?:gulf|bay|straits?|sea|horn) of|mount|mt|lake|river|pacific|atlantic|ocean)\b|\b(?:mount|mountains?|island|sea|ocean)$",
    re.IGNORECASE,
)
# The settlement that a phrase begins or ends with: "Ghorak district, Kandahar province", "a school in Dasht-e Archi".
BEGINS = re.compile(
    rf"(?:the )?(?P<name>{NAME}) (?:[Dd]istrict|[Mm]unicipality|[Vv]illage|[Tt]own|[Cc]ommunity)\b"
)
LISTS = re.compile(rf"(?P<name>{NAME}),\s(?:and |AND )?{NAME}")
ENDS = re.compile(rf"[a-z ]+ (?:in|at|near|outside) (?P<name>{NAME})")
# What it counts beside a place that is named alone: a village is more exact than its district.
OF_DISTRICT = 0.75
# A part of a town, whichever it is.
PART_OF_TOWN = re.compile(
    r"(?:the )?(?:(?:far |near )?(?:north|south|east|west|central)(?:ern|east|west|eastern|western)?[ -]?)*(?:side|end)?|downtown|midtown|uptown",
    re.IGNORECASE,
)
# What says that the name after it is a place.
OF_SETTLEMENT = re.compile(
    r"\b(?:town|village|hamlet|city|municipality|community|suburb)\s(?:of\s)?$", re.IGNORECASE
)
# What stands before an island, and before no town but one that is attacked.
ON = re.compile(
    r"(?<!attack)(?<!attacks)(?<!strike)(?<!strikes)(?<!raid)(?<!raids)(?<!assault) (?:on|islands? of) $"
)
# The city that a district or the like is of: "the Saltivka district of Kharkiv".
OF_CITY = re.compile(
    rf"(?:the )?(?P<part>{NAME})(?:['’]s)? (?:(?P<unit>district)|quarter|neighbou?rhood|borough|area|section|suburb) of (?:the (?:[a-z]+ ){{0,3}}?)?(?P<name>{NAME})(?!,? (?:district|province|state|county|region)\b)"
)
# Degrees from a city within which one of its parts lies.
OF_ONE_CITY = 0.25
STREET = re.compile(r" (?:ave|avenue|st|street|blvd|boulevard)\b")


def spotted(page: Page, own: Page, told: Tagged) -> Iterator[Named]:
    """Yield the names of the places that the network tags in a report's own story, each with what it says of where it was."""
    filed, title = end_of_dateline(page), page.report.title or ""
    signed = OUTLET_TAIL.search(title)
    tail = signed.start() if signed else len(title)
    for span, sure in told.places:
        if not is_own(page, own, span):
            continue
        body = page.report.field(span.field)
        name = full_name(body, span.start, span.end).strip()
        before = body[max(0, span.start - BEFORE_NAME) : span.start]
        no_town = NO_SETTLEMENT.match(body, span.end) or NO_TOWN_AFTER.search(before)
        if no_town or PART_OF_TOWN.fullmatch(name) or is_street(name, body):
            continue
        weight = TAGGED * sure * worth(before)
        weight *= OF_REGION if IN_REGION.match(body, span.end) else 1.0
        weight *= IN_TAIL if span.field == "title" and span.start > tail else 1.0
        if span.field == "text" and span.start < filed:
            yield from land_of(page, weight * (1 - OF_DATELINE))
            weight *= OF_DATELINE
        if (whole := OF_CITY.match(body, span.start)) and is_quarter(whole):
            yield Named(whole["name"], None, weight, trusted=True)
        elif part := part_of(name):
            yield Named(
                part["name"], None, weight * (OF_DISTRICT if part.re is BEGINS else 1.0), trusted=True
            )
        elif NAME_OF_PLACE.fullmatch(name) and not is_word(name) and not is_region(name):
            needed = SURE_BESIDE_WORDS if OF_SETTLEMENT.search(before) else SURE_OF_PLACE
            is_town = not (IN_REGION.match(body, span.end) or ON.search(before))
            yield Named(name, None, weight, trusted=is_town and sure >= needed)
        else:
            yield Named(name, None, weight)
            for town in towns_in(body, span.start, span.end):
                yield Named(town, None, WITHIN * weight)


def is_region(name: str) -> bool:
    """True for the name of what is larger than a town, or is none: a mountain, which a quarter of a city may be named after."""
    return REGION.search(name) is not None and plain(name) not in quarters()


def end_of_dateline(page: Page) -> int:
    """Return where the dateline of a report ends that may have been written far from the scene; 0 for one from the US, or none.

    Papers of the US send somebody there, agencies write of a whole country from its capital.
    """
    line = DATELINE.match(page.report.text)
    if line is None or "US" in home_of(page.report):
        return 0
    return 0 if any(state in states() for _, state in in_dateline(page.report)) else line.end()


def land_of(page: Page, weight: float) -> Iterator[Named]:
    """Yield the country of a dateline's town, where its name alone says which it is: what the town counts less, that counts."""
    if town := town_of_dateline(page.report):
        yield Named(names_of_countries()[town.country], None, weight)


def part_of(name: str) -> re.Match[str] | None:
    """Return the settlement that a phrase begins or ends with, as the group "name"; None for a known place, and where there is none."""
    if cities_named(name):
        return None
    found = BEGINS.match(name) or LISTS.fullmatch(name) or ENDS.fullmatch(name)
    return found if found and not is_word(found["name"]) else None


def is_quarter(found: re.Match[str]) -> bool:
    """True for what is called a part of a large city, unless it is known far from it, or is a district of its province."""
    whole = next((c for c in towns_named(found["name"]) if c.population >= METROPOLIS), None)
    if whole is None:
        return False
    parts = [c for c in cities_named(found["part"]) if c.country == whole.country]
    if parts:
        return any(degrees_apart(c, whole) < OF_ONE_CITY for c in parts)
    return not (found["unit"] and plain(found["name"]) in regions())


def is_street(name: str, body: str) -> bool:
    """True for a name that a text gives to a street as well, unless it is a large city's."""
    if any(c.population >= METROPOLIS and c.own_name for c in cities_named(name)):
        return False
    lowered, words = body.lower(), name.lower()
    at = lowered.find(words)
    while at >= 0:
        if STREET.match(lowered, at + len(words)):
            return True
        at = lowered.find(words, at + 1)
    return False


def is_own(page: Page, own: Page, name: Span) -> bool:
    """True for a name that the report's own story tells: one that only lines leading to others tell is theirs."""
    held = page.holding(name)
    return held in (None, *own.sentences) or any(name.quote in s.text for s in own.sentences)
