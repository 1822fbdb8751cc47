"""Where: what the places that a report names tell together of where it happened; the names are those of `sayso.read.where.places`."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache

from sayso.read.text.page import DATELINE, Page, Sentence
from sayso.read.text.slips import common_words
from sayso.read.when.dates import DEEDS
from sayso.read.where.datelines import in_dateline, is_larger, near_dateline, settled_elsewhere
from sayso.read.where.gazetteer import cities_named, countries, demonyms, plain, regions, states
from sayso.read.where.lands import is_told_from, land_of_region, names_of_countries
from sayso.read.where.places import (
    IN_REGION,
    IN_TAIL,
    LARGER,
    LOCATED,
    NAME,
    OF_REGION,
    PART,
    PROVINCE,
    PROVINCE_OF,
    SETTLES,
    SIDE,
    UNMARKED,
    is_word,
    longest_known,
    names_in,
    weight_of,
)
from sayso.read.where.placing import Mentioned, home_of, outlet_city, resolve
from sayso.read.where.stations import states_of
from sayso.read.where.votes import Named

__all__ = ["find_places", "homes_beside", "town_of_headline"]

# In how many sentences from the first a name tells of more than the town from which they were filed.
LAST_HEAD = 3
# A part of a town that has the name of another: "in Orlando East, Soweto".
SIDE_OF = re.compile(rf"\b({NAME}) (?:East|West|North|South|Central), ({NAME})")
SIDES = (" East, ", " West, ", " North, ", " South, ", " Central, ")
# A deed beside the town of it, and what stands in a town where no deed was done; what the name of such a town then counts.
DEED_IN = re.compile(rf"(?i:{DEEDS})(?: on \w+day)?,? (?:in|near) (?:the (?:[a-z]+ ){{1,2}}of )?({NAME})")
SEAT_IN = re.compile(rf"\b(?:hospital|clinic|court|prison|burns unit|embassy|headquarters) in ({NAME})")
OF_SEAT = 0.2
# The town by whose distance a report tells where another is: "in Huaral, 80 km north of | Lima".
FAR_FROM = re.compile(
    r"\b(?:\d[\d,.]* ?(?i:km|kms|kilomet(?:er|re)s?|miles?)\b[^.;,]{0,25}? (?i:of|from|outside)|(?i:north|south|east|west)\w* (?i:of|from))"
    rf" (?:the )?(?:(?i:[a-z]+ )?(?i:capital|city|town|port)(?: of|,)? )?({NAME})"
)
# Whose town it is: "a Gilbert man", "John Doe, 34, of Springfield"; what tells where it was beside that; what such a town counts.
HOME = re.compile(
    rf"\b({NAME})(?:-area)? (?i:m[ae]n|wom[ae]n|teen(?:ager)?s?|boys?|girls?|couple|father|mother|residents?|natives?|family|officer['’]s)\b"
)
OF_PERSON = re.compile(
    r"\b[A-Z][a-z'’-]+ (?:[A-Z]\. )?([A-Z][a-z'’-]+)(?:,? (?:Jr|Sr)\.?)?, (?:aged )?\d\d?\b"
)
POLICE_OF = re.compile(rf"\b({NAME}) [Pp]olice\b(?! officers?\b)")
AGED_OF = re.compile(rf"\b\d\d?\)?,? of (?:nearby )?({NAME})")
SCENE_IN = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside) (?:(?:the|an?) )?{SIDE}({NAME})")
OF_HOME = 0.3
# What names the town of a dateline again without its name.
IN_THIS_TOWN = re.compile(r"\b(?:capital|(?:this|the) city)\b", re.IGNORECASE)
# What stands behind the town that a headline begins with: "Lyon train crash", "Trieste station shooting", "Malmo blast".
# A murder or a death is rather that of somebody with the name of a town ("Jackson murder trial").
HEADED = re.compile(
    r"(?:['’]s)?(?: [\w'’-]+){0,2}? (?:shootings?|bombings?|attacks?|massacres?|stabbings?|crash(?:es)?|derailments?|collisions?|fires?|blazes?|explosions?|"
    r"blasts?|disasters?|floods?|(?:earth)?quakes?|landslides?|collapses?|stampedes?|crush|sieges?|riots?|tornado(?:es)?|avalanches?)\b",
    re.IGNORECASE,
)
FIRST_NAME, WHOSE = re.compile(NAME), re.compile(r"['’]s\b")
# Of how many people a town is that needs no word before it.
KNOWN_TOWN = 100_000
# What such a town counts, and the country of a dateline where it was in a province of it.
HEADLINE, OF_DATELINE = 4.0, 2.0
IN_COUNTRY = re.compile(
    rf"\b(?:[Ii]n|[Oo]ff|[Tt]hrough|[Aa]cross|[Oo]ver) (?:the )?{SIDE}(?:([A-Z][a-z]+)['’]s (?=[A-Z])|({NAME}))"
)


def find_places(page: Page, tagged: Iterable[Named] = ()) -> list[Mentioned]:
    """Return the places a report names, weightiest first; a name that means nothing known is left out.

    `tagged` are names that are already thought to be where it happened.
    """
    line = [*in_dateline(page.report)] if len(page.sentences) > 1 else []
    told = [Named(name, state, 4.0) for name, state in line]
    bearers = surnames(page)
    named = [
        (s, *found)
        for s in page.sentences
        for found in names_in(s)
        if found[2] > UNMARKED or plain(found[0]) not in bearers
    ]
    told += [Named(name, state, weight_of(s) * bonus, bonus >= SETTLES) for s, name, state, bonus in named]
    settled = {plain(name) for s, name, _, bonus in named if bonus >= SETTLES and s.number < LAST_HEAD}
    filed = {name for name, _ in line if not is_larger(name)}
    settled |= {plain(name) for s in page.sentences if s.number < LAST_HEAD for name in far_from(filed, s)}
    address = page.report.source.id if page.report.source else ""
    outlet = outlet_city(address)
    told += [
        Named(state, None, IN_TAIL)
        for state in states()
        if len(state) > 5 and state.lower().replace(" ", "") in address
    ]
    parts = {plain(found[1]) for s in page.sentences for found in PART.finditer(s.text)}
    away = filed_elsewhere(page)
    whole = towns_of_sides(page)
    near = [name for name in (*told, *tagged) if plain(name.text) not in away]
    near += land_of_dateline(page, near) if away else ()
    for beside, share in ((seats_beside(page), OF_SEAT), (homes_beside(page, filed), OF_HOME)):
        near = [replace(n, weight=n.weight * share) if plain(n.text) in beside else n for n in near]
    if larger := only_provinces(page, {name for _, name, _, bonus in named if bonus == OF_REGION}):
        near = [as_province(name) if plain(name.text) in larger else name for name in near]
    told = [replace(name, text=whole.get(plain(name.text), name.text)) for name in near]
    told, home = settled_elsewhere(told, settled, page.report), home_of(page.report)
    if not home and not any(is_larger(name.text) for name in told):
        told, home = near_dateline(told, page.report)
    return resolve(told, home, outlet, parts, states_of(page.report))


def surnames(page: Page) -> frozenset[str]:
    """Return the plain surnames of people of whom a report tells the age: "Ugo Jackson, 19, was arrested"."""
    return frozenset(plain(found[1]) for s in page.sentences for found in OF_PERSON.finditer(s.text))


def only_provinces(page: Page, told: Iterable[str]) -> frozenset[str]:
    """Return the plain names, of those told as of provinces, that a report tells of no town: "in Ghazni province", not "in Ghazni"."""
    text = f"{page.report.title or ''}\n{page.report.text}"
    alone = {name for name in told if land_of_region(name) and not bare(name).search(text)}
    return frozenset(map(plain, alone))


def as_province(name: Named) -> Named:
    """Return a name as that of a province, which counts all that it was not counted as that of a town."""
    return replace(name, is_region=True, weight=name.weight / OF_REGION)


@lru_cache(maxsize=256)
def bare(name: str) -> re.Pattern[str]:
    """Return what finds a name that no word for a province follows."""
    return re.compile(rf"\b{re.escape(name)}\b(?!{IN_REGION.pattern})", re.IGNORECASE)


def town_of_headline(page: Page) -> Named | None:
    """Return the town with which a headline that tells of a deed begins ("Lyon train crash: ..."); None for none.

    It is a large one, whose name is no common word. To be asked where nothing else tells of a town.
    """
    title = page.report.title or ""
    first = FIRST_NAME.match(title)
    name = longest_known(WHOSE.split(first[0])[0], tail=False) if first else ""
    if not name or is_larger(name) or is_word(name) or name.lower() in common_words():
        return None
    town = next(iter(cities_named(name)), None)
    is_known = town is not None and town.own_name and town.population >= KNOWN_TOWN
    return Named(name, None, HEADLINE) if is_known and HEADED.match(title, len(name)) else None


def towns_of_sides(page: Page) -> dict[str, str]:
    """Return the towns of which a report names a part that has the name of another, by that name: "Orlando East, Soweto"."""
    text = page.report.text
    found = SIDE_OF.findall(text) if any(side in text for side in SIDES) else ()
    towns = {plain(part): longest_known(town, tail=False) for part, town in found}
    return {part: town for part, town in towns.items() if town not in LARGER and cities_named(town)}


def seats_beside(page: Page) -> frozenset[str]:
    """Return the plain names of the towns of courts, hospitals and the like, where the head names the deed with another town.

    "A miner hurt in a blast in Zonguldak died in a hospital in Istanbul" makes less of Istanbul, wherever it stands.
    """
    deeds = {name for s in page.sentences if s.number < LAST_HEAD for name in towns_behind(DEED_IN, s.text)}
    if not deeds:
        return frozenset()
    seats = {name for s in page.sentences for name in towns_behind(SEAT_IN, s.text)}
    return frozenset(plain(name) for name in seats - deeds)


def homes_beside(page: Page, filed: Collection[str]) -> frozenset[str]:
    """Return the plain names of the towns of people, where the head names another as the scene: "a Gilbert man shot two in Tempe".

    Where it names none, that is the town of the dateline, `filed`, unless the police of the other speak. A scene that is only
    known as a town of another country is rather a part of the home town.
    """
    heads = [s for s in page.sentences if s.number < LAST_HEAD]
    homes = {longest_known(found[1]) for s in heads for found in HOME.finditer(s.text)}
    homes |= {name for s in heads for name in towns_behind(AGED_OF, s.text)}
    scenes = {name for s in heads for name in towns_behind(SCENE_IN, s.text)} if homes else homes
    if scenes and lands_of(scenes).isdisjoint(lands_of(homes)):
        return frozenset()
    if homes and not scenes:
        homes -= {longest_known(found[1]) for s in page.sentences for found in POLICE_OF.finditer(s.text)}
        scenes = {*filed}
    return frozenset(map(plain, homes - scenes - {*filed})) if scenes else frozenset()


def lands_of(towns: Iterable[str]) -> set[str]:
    """Return the countries of the largest town of each of these names."""
    return {town.country for name in towns for town in cities_named(name)[:1]}


def far_from(filed: Collection[str], sentence: Sentence) -> Iterable[str]:
    """Yield the towns of which a sentence tells how far they are from that of the dateline: that is then not where it was."""
    bearing = FAR_FROM.search(sentence.text) if filed else None
    if bearing and longest_known(bearing[1], tail=False) in filed:
        before = sentence.text[: bearing.start()]
        yield from (name for name in towns_behind(SCENE_IN, before) if name not in filed)


def towns_behind(words: re.Pattern[str], text: str) -> Iterable[str]:
    """Yield the known towns that stand behind words."""
    for found in words.finditer(text):
        name = longest_known(found[1], tail=False)
        if (
            cities_named(name)
            and not is_larger(name)
            and not IN_REGION.match(text, found.start(1) + len(name))
        ):
            yield name


def filed_elsewhere(page: Page) -> frozenset[str]:
    """Return the plain names of the town in a report's dateline, and what it is in, if it is only where it was written; else nothing.

    The head of such a report puts it in a province, its headline in another country, or its first sentence just in the country,
    and nothing in it names the town again but as where it was told, or as so far away.
    """
    line = DATELINE.match(page.report.text)
    told = " ".join(s.text for s in page.sentences if s.field == "text")
    own = f"{page.report.title} {told[line.end() :]}" if line else ""
    filed = line[1].strip() if line else ""
    if line is None or is_named_in(own, filed):
        return frozenset()
    heads = [s for s in page.sentences if s.number < 2]
    located = [longest_known(found[1], tail=False) for s in heads for found in LOCATED.finditer(s.text)]
    provinces = [longest_known(found[1]) for s in heads for found in PROVINCE.finditer(s.text)]
    provinces += [
        longest_known(found[1], tail=False) for s in heads for found in PROVINCE_OF.finditer(s.text)
    ]
    in_region = any(is_region_alone(name) for name in located) or any(
        plain(name) in regions() and plain(name) != plain(filed) for name in provinces
    )
    towns = [name for name in located if name not in provinces]
    if not (in_region or is_abroad(filed, located + provinces, heads) or is_inland(filed, towns, page)):
        return frozenset()
    return frozenset(plain(name) for name in (filed, (line[2] or "").strip(" .")) if name)


def is_named_in(text: str, town: str) -> bool:
    """True for a text that names a town otherwise than as where it was told, somebody came to, or it was so far from."""
    found = re.finditer(re.escape(town), text, re.IGNORECASE)
    return any(not is_told_from(text[: each.start()]) for each in found)


def land_of_dateline(page: Page, told: Iterable[Named]) -> list[Named]:
    """Return the name of the country of a dateline's town, where a province of it is told of: it was there, if not in that town."""
    filed = next((name for name, _ in in_dateline(page.report)), "")
    town = next(iter(cities_named(filed)), None)
    is_there = town and any(town.country in regions().get(plain(name.text), ()) for name in told)
    return [Named(names_of_countries()[town.country], None, OF_DATELINE)] if town and is_there else []


def is_region_alone(name: str) -> bool:
    """True for the name of a province or the like that no town in its country bears."""
    lands = regions().get(plain(name), ())
    return bool(lands) and not any(city.country in lands for city in cities_named(name))


def is_abroad(filed: str, named: Iterable[str], heads: Iterable[Sentence]) -> bool:
    """True where a headline puts what happened "in Syria", and the town of the dateline is in no country that the head tells of."""
    lands = {countries()[name] for name in named if name in countries() and name not in demonyms()}
    of_title = {found[1] for s in heads if s.number == 0 for found in LOCATED.finditer(s.text)}
    told = {countries()[name] for name in of_title if name in countries() and name not in demonyms()}
    towns = {city.country for city in cities_named(filed)}
    return bool(towns and told) and not towns & lands


def is_inland(filed: str, towns: Iterable[str], page: Page) -> bool:
    """True where the first words put what happened just "in Denmark", the country of the dateline's town, and the head in no town."""
    lands = {city.country for city in cities_named(filed)}
    first = next((s.text for s in page.sentences if s.field == "text"), "")
    told = {longest_known(found[1] or found[2], tail=False) for found in IN_COUNTRY.finditer(first)}
    of_land = {countries().get(name) for name in told - demonyms() - {*states(), filed.title()}}
    is_in_town = any(cities_named(name) and not is_larger(name) for name in towns)
    return bool(lands & of_land) and not is_in_town and not IN_THIS_TOWN.search(page.report.text)
