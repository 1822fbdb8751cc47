"""What names of places mean: which city or country a report's names speak for."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sayso.model import Place, Report
from sayso.read.where.gazetteer import City, cities_named, countries, plain, quarters
from sayso.read.where.votes import METROPOLIS, TOWN, Named, Votes, in_title_case, shown_name

__all__ = ["CITY_STATES", "Mentioned", "home_of", "land_of_domain", "outlet_city", "place_in", "resolve"]

# Words that only one country's reports use, and the country they speak for.
HOME_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), country)
    for pattern, country in (
        (
            r"\b(?:Sheriff\b|sheriff['’]s (?:[Oo]ffice|[Dd]eput|[Dd]epartment)|Highway Patrol|District Attorney|[Ss]tate [Tt]rooper|911\b|"
            r"block of [A-Z\d]|I-\d{1,3}\b|Border Patrol|FBI\b|Police Department|County Coroner)|\([WK][A-Z]{2,3}(?:[ /-]\w+)?\)",
            "US",
        ),
        (r"\b(?:Crown (?:Court|Prosecution)|Det(?:ective)? (?:Ch )?Insp|(?<!\()MPs?\b|Scotland Yard)", "GB"),
        (r"Hellenic (?:[Cc]oast ?[Gg]uard|[Pp]olice|[Ff]ire|[Nn]avy)", "GR"),
    )
)
# Country codes that are sold as words, to outlets of any country ("xyz.tv").
SOLD = frozenset(
    "ac ag ai am as bz cc cd cf co cx dj fm ga gg gl gq im io la ly md me ml ms mu nu pw sc sh st sx tk tm to tv vc vg ws".split()
)
# Addresses of US broadcasters, by their call letters ("wxyz.com").
STATION = re.compile(r"(?:\w+\.)?[wk][a-z]{2,3}(?:tv|fm|\d{1,2})?\.(?:com|org|net)$")
# What the city of its outlet speaks for its state.
HINT = 0.05
# What a large city weighs at least, beside a place that may be a quarter of it.
QUARTER = 0.25
# A town so large is no other city's quarter, though it has the name of one.
LARGE = 100_000
# Names of two words as addresses write them.
TWO_WORDS = re.compile(
    r"^(san|los|las|new|fort|el|st|santa|baton|kansas|oklahoma|virginia|long|colorado)(?=[a-z]{4})"
)
# As the US writes it: "St. Charles", but St Albans in England.
SAINT = re.compile(r"^St (?=[A-Z])")
CITY_STATES = ("new york", "washington")
NOWHERE: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a place name most likely means, a city or only a country, and how much it weighs.

    `part` is the name, where it is that of a part of the city, or of a province where no city is told; `region` the US state,
    where no more is told.
    """

    city: City | None
    country: str
    weight: float
    part: str | None = None
    region: str | None = None


@lru_cache(maxsize=8)
def home_of(report: Report) -> Mapping[str, float]:
    """Return how strongly a report's own words and address speak for countries, by code."""
    text = f"{report.title or ''}\n{report.text}"
    votes = {country: 3.0 for pattern, country in HOME_WORDS if pattern.search(text)}
    address = report.source.id.rstrip("/") if report.source else ""
    if country := "US" if STATION.match(address) else land_of_domain(address):
        votes[country] = votes.get(country, 0) + 2.0
    return votes


def land_of_domain(address: str) -> str | None:
    """Return the country whose national domain an address is in ("dawn.pk"); None for one that is sold to all, and for none."""
    domain = address.rpartition(".")[2].lower() if "." in address and " " not in address else ""
    code = "GB" if domain == "uk" else domain.upper()
    return code if domain not in SOLD and code in countries().values() else None


def resolve(
    told: list[Named],
    home: Mapping[str, float],
    outlet: City | None = None,
    parts: Collection[str] = (),
    regions: Mapping[str, float] = NOWHERE,
) -> list[Mentioned]:
    """Return what names of places mean, weightiest first: cities, then countries.

    A small place in a country that nothing else in the report speaks for is not believed where something
    speaks for another country. `outlet` is the city in whose name the outlet writes,
    `parts` are names that the report calls parts of a city, `regions` the US states that its outlet speaks for.
    """
    votes = Votes(home)
    votes.regions.update(regions)
    for name in told:
        votes.add(name)
    if outlet and outlet.country == "US":
        votes.regions[outlet.region] += HINT
    votes.settle_names()
    found = []
    for key, weight in votes.weights.items():
        city = votes.city(key)
        is_land = votes.is_land(key) and key not in (*votes.within, *CITY_STATES)
        if city and not is_land and not votes.is_out_of_county(city, weight):
            found.append(mentioned(city, votes.written[key], weight, is_slip=bool(votes.slips.get(key))))
    found.sort(key=lambda m: -m.weight)
    if found and (top := found[0].city) and top.country == "US":
        is_told = plain(top.name) in votes.within
        if whole := city_of_quarter(top, found[1:], outlet, votes.regions, is_told=is_told):
            found[0] = replace(found[0], city=whole, part=top.name)
        elif not is_told:
            found[0] = as_quarter(found[0], found[1:], outlet, votes.regions, parts)
    state = votes.firm_region()
    return found + [
        Mentioned(None, code, w, votes.part_of(code), state if code == "US" else None)
        for code, w in sorted(votes.lands.items(), key=lambda each: -each[1])
    ]


def as_quarter(
    top: Mentioned,
    others: Sequence[Mentioned],
    outlet: City | None,
    regions: Mapping[str, float],
    parts: Collection[str] = (),
) -> Mentioned:
    """Return a US place as a quarter of the large city that a report is about, where it can be no town of its name.

    Austin is a quarter of Chicago where a Chicago outlet names Chicago, and neither Texas nor a place near Austin.
    `parts` are names that the report calls neighbourhoods.
    """
    place = top.city
    if place is None or place.country != "US":
        return top
    large = [m for m in others if m.city and m.city.country == "US" and m.city.population >= METROPOLIS]
    at_home = [m.city for m in large if m.city and outlet and plain(m.city.name) == plain(outlet.name)]
    if plain(place.name) in parts or place.latitude is None:
        near = [m.city for m in large if m.city and m.weight >= QUARTER * top.weight]
        near = near or (at_home if plain(place.name) in parts else [])
        if not near and outlet and outlet.country == "US" and plain(place.name) in parts:
            near = [outlet]
        return replace(top, city=near[0], part=place.name) if near else top
    named = [m.city for m in others if m.city and m.city.latitude is not None and m.city.country == "US"]
    if regions.get(place.region) or any(c.region == place.region or not far(c, place) for c in named):
        return top
    for known in named:
        if known.population >= TOWN and (near_it := beside(place.name, known)):
            return replace(top, city=replace(near_it, name=place.name))
    larger = [
        m.city
        for m in large
        if m.city and plain(m.city.name) != "washington" and m.weight >= QUARTER * top.weight
    ]
    for city in at_home or (larger if place.population < TOWN * 5 else []):
        if city.population > place.population:
            own = [c for c in cities_named(place.name) if c.region == city.region and c.country == "US"]
            if own:
                return replace(top, city=replace(own[0], name=place.name))
            return replace(top, city=city, part=place.name)
    return top


def city_of_quarter(
    place: City,
    others: Sequence[Mentioned],
    outlet: City | None,
    regions: Mapping[str, float],
    *,
    is_told: bool,
) -> City | None:
    """Return the US city that is known to have a quarter of a place's name; None for none.

    It is the one in the place's state, and near it; or, unless its state is told with the place, that of the outlet, or of others
    that the report names.
    """
    named = {(plain(m.city.name), m.city.region) for m in others if m.city and m.city.country == "US"}
    is_small = place.population < LARGE or not place.own_name
    is_of_there = regions.get(place.region, 0) > HINT
    for name, state in quarters().get(plain(place.name), ()):
        city = next(c for c in cities_named(name) if (c.country, c.region) == ("US", state))
        is_in_state = place.region == state or (place.latitude is None and regions.get(state, 0) > 0)
        if is_in_state and not far(place, city):
            return replace(city, name=name)
        is_elsewhere = is_of_there and place.region != state
        may_be = is_small or (regions.get(state, 0) > HINT and not is_of_there)
        if (
            not is_told
            and not is_elsewhere
            and (outlet == city or (may_be and (plain(name), state) in named))
        ):
            return replace(city, name=name)
    return None


def beside(name: str, city: City) -> City | None:
    """Return the place of a name that lies near a city; None where none does."""
    return next((c for c in cities_named(name) if c.country == city.country and not far(c, city)), None)


def far(city: City, other: City) -> bool:
    """True for places more than about a degree apart."""
    if city.latitude is None or city.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return abs(city.latitude - other.latitude) > 1 or abs(city.longitude - other.longitude) > 1.3


@cache
def outlet_city(address: str) -> City | None:
    """Return the large city that an outlet's address names ("chicagotribune.com"); None for none."""
    found = []
    for label in re.findall(r"[a-z]{5,}", address.lower()):
        for start in range(len(label) - 4):
            for end in range(start + 5, len(label) + 1):
                word = label[start:end]
                for name in (word, TWO_WORDS.sub(r"\1 ", word)):
                    city = next(iter(cities_named(name)), None)
                    if city and city.own_name and city.population >= METROPOLIS:
                        found.append((len(word), city))
    return max(found, key=lambda each: each[0])[1] if found else None


def mentioned(city: City, name: str, weight: float, *, is_slip: bool) -> Mentioned:
    """Return what a name means: a city under the name that the report gives it, or, if that is misspelt, under its own."""
    if is_slip:
        return Mentioned(city, city.country, weight, shown_name(name))
    return Mentioned(spelled(city, name), city.country, weight)


def spelled(city: City, name: str) -> City:
    """Return a city under the name that an English report gives it; short forms ("L.A.") give way to the full one."""
    if len(name) < 6 and (name.isupper() or "." in name):
        return city
    of_one_case = name.isupper() or name.islower() or any(len(w) > 3 and w.isupper() for w in name.split())
    english = in_title_case(name) if of_one_case else name
    return replace(city, name=SAINT.sub("St. ", english) if city.country == "US" else english)


def is_within(city: City, land: Mentioned) -> bool:
    """True for a city of the country and, where that is told for sure, the US state that a report speaks of."""
    return city.country == land.country and land.region in (None, city.region)


def place_in(mentions: list[Mentioned]) -> Place | None:
    """Return the place that a report's mentions speak for; None where they tell none."""
    land = next((m for m in mentions if m.city is None), None)
    top = next((m for m in mentions if m.city), None)
    is_hinted = top is not None and top.weight < 2
    if top is None or top.city is None or (is_hinted and land and not is_within(top.city, land)):
        if land is None:
            return None
        return Place(
            text=land.part,
            country=land.country,
            region=land.region,
            precision="region" if land.region or land.part else "country",
        )
    return Place(
        text=top.part or top.city.name,
        city=top.city.name,
        country=top.country,
        region=top.city.region or None,
        latitude=top.city.latitude,
        longitude=top.city.longitude,
        precision=None if top.city.latitude is None else "city",
    )
