"""What names of places mean: which city or country a report's names speak for."""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.model import Place, Report
from sayso.read.gazetteer import City, cities_named, countries, demonyms, plain, states

__all__ = ["Mentioned", "Named", "home_of", "outlet_city", "place_in", "resolve", "shown_name"]

# Words that only one country's reports use, and the country they speak for.
HOME_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), country)
    for pattern, country in (
        (
            r"County Sheriff|[Ss]heriff['’]s (?:[Oo]ffice|[Dd]eput|[Dd]epartment)|Highway Patrol|District Attorney|"
            r"[Ss]tate [Tt]rooper|\b911\b|\bblock of [A-Z\d]|\bSheriff\b|\bI-\d{1,3}\b|Border Patrol|\bFBI\b|Police Department|County Coroner",
            "US",
        ),
        (r"Crown Court|Det(?:ective)? (?:Ch )?Insp|\bMPs?\b|Scotland Yard|Crown Prosecution", "GB"),
    )
)
DOMAINS = {
    ".uk": "GB",
    ".au": "AU",
    ".ca": "CA",
    ".in": "IN",
    ".ie": "IE",
    ".nz": "NZ",
    ".za": "ZA",
    ".pk": "PK",
}
# Parts of a city that reports name as if they were cities.
BOROUGHS = dict.fromkeys(
    ("brooklyn", "manhattan", "queens", "the bronx", "bronx", "staten island", "harlem", "east flatbush", "new york city"),
    "New York",
) | dict.fromkeys(("hollywood", "south los angeles", "van nuys", "venice beach"), "Los Angeles") | {"philly": "Philadelphia"}  # fmt: skip
# How much a town named for sure speaks for its country, where no other of its name has a tenth of its people.
SUPPORT = 0.5
CLEARLY = 10
# The weight from which a state is told of for sure: a dateline's, or that of several mentions.
FIRMLY = 2.0
TOWN, CAPITAL = 20_000, 300_000
# A city large enough for its quarters to be named without it, and names of two words as addresses write them.
METROPOLIS = 150_000
QUARTER = 0.25
TWO_WORDS = re.compile(
    r"^(san|los|las|new|fort|el|st|santa|baton|kansas|oklahoma|virginia|long|colorado)(?=[a-z]{4})"
)
SIDE = re.compile(r"^(?:(?:north|south)?(?:east|west)|north|south|downtown)(?:ern)? ", re.IGNORECASE)
CITY_STATES = ("new york", "washington")


@dataclass(frozen=True, slots=True)
class Named:
    """A place name in a report, the US state written after it, and how much it counts.

    A trusted name is a settlement's even if the gazetteer knows none of that name.
    """

    text: str
    state: str | None
    weight: float
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a place name most likely means, a city or only a country, and how much it weighs.

    `quarter` is the name, where it is that of a part of the city.
    """

    city: City | None
    country: str
    weight: float
    quarter: str | None = None


def home_of(report: Report) -> dict[str, float]:
    """Return how strongly a report's own words and address speak for countries, by code."""
    text = f"{report.title or ''}\n{report.text}"
    votes = {country: 3.0 for pattern, country in HOME_WORDS if pattern.search(text)}
    address = report.source.id.rstrip("/") if report.source else ""
    country = DOMAINS.get(address[address.rfind(".") :]) if "." in address else None
    if country:
        votes[country] = votes.get(country, 0) + 2.0
    return votes


def resolve(
    told: list[Named], home: Mapping[str, float], outlet: City | None = None, parts: Collection[str] = ()
) -> list[Mentioned]:
    """Return what names of places mean, weightiest first: cities, then countries.

    A small place in a country that nothing else in the report speaks for is not believed where something
    speaks for another country. `outlet` is the city in whose name the outlet writes,
    `parts` are names that the report calls parts of a city.
    """
    votes = Votes(home)
    for name in told:
        votes.add(name)
    votes.settle_names()
    found = []
    for key, weight in votes.weights.items():
        city = votes.city(key)
        if city and not (votes.is_land(key) and key not in (*votes.states_of, *CITY_STATES)):
            found.append(Mentioned(spelled(city, votes.written[key]), city.country, weight))
    found.sort(key=lambda m: -m.weight)
    if found and found[0].city and plain(found[0].city.name) not in votes.states_of:
        found[0] = as_quarter(found[0], found[1:], outlet, votes.regions, parts)
    return found + [
        Mentioned(None, code, w) for code, w in sorted(votes.lands.items(), key=lambda each: -each[1])
    ]


class Votes:
    """What the names of one report speak for: countries, US states, and settlements by their plain names."""

    def __init__(self, home: Mapping[str, float]) -> None:
        self.lands: dict[str, float] = defaultdict(float, home)
        self.peoples: dict[str, float] = defaultdict(float)
        self.regions: dict[str, float] = defaultdict(float)
        self.weights: dict[str, float] = defaultdict(float)
        self.states_of: dict[str, str] = {}
        self.written: dict[str, str] = {}
        self.trusted: set[str] = set()

    def add(self, name: Named) -> None:
        """Count one name, and the state after it."""
        if name.text in countries():
            self.lands[countries()[name.text]] += name.weight
            if name.text in demonyms() or name.text.replace(".", "") in ("US", "UK"):
                self.peoples[countries()[name.text]] += name.weight
        elif name.text in states() and len(name.text) > 2:
            self.lands["US"] += name.weight
            self.regions[states()[name.text]] += name.weight
        spelling = BOROUGHS.get(plain(name.text), whole_city(name.text))
        key = plain(spelling)
        if name.state in states():
            self.states_of[key] = states()[name.state]
            self.lands["US"] += name.weight
            self.regions[self.states_of[key]] += name.weight
        self.weights[key] += name.weight
        if name.trusted:
            self.trusted.add(key)
        self.written.setdefault(key, spelling)

    def settle_names(self) -> None:
        """Let trusted names speak for their countries, and give short names to their cities ("Salt Lake")."""
        for key, weight in self.weights.items():
            if key in self.trusted and (country := only_country(cities_named(key))):
                self.lands[country] += SUPPORT * weight
        for key in list(self.weights):
            whole = f"{key} city"
            if whole in self.weights and cities_named(whole) and not self.is_land(key):
                self.weights[whole] += self.weights.pop(key)
                self.trusted |= {whole} & {f"{name} city" for name in self.trusted}

    def is_land(self, key: str) -> bool:
        """True for the name of a country or a US state."""
        return self.written[key] in countries() or self.written[key] in states()

    def city(self, key: str) -> City | None:
        """Return the settlement that a name means; None where it means none that the report can speak of."""
        city = likeliest(cities_named(key), self.states_of.get(key), self.lands, self.regions)
        if city and city.country == "US" and elsewhere(city, self.states_of.get(key), self.regions):
            city = unknown(self.written[key], "US", self.states_of.get(key) or self.region())
        if not any(self.lands.values()):
            return city
        least = METROPOLIS if key in self.trusted else 1_000_000
        if city and (self.lands.get(city.country) or city.population >= least):
            return city
        if key not in self.trusted:
            return None
        country = max(self.lands, key=lambda code: (self.lands[code] - self.peoples[code], self.lands[code]))
        return unknown(self.written[key], country, self.region() if country == "US" else "")

    def region(self) -> str:
        """Return the US state that is told of most; "" for none."""
        return max(self.regions, key=lambda code: self.regions[code]) if self.regions else ""


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
        near = at_home or [m.city for m in large if m.city and m.weight >= QUARTER * top.weight]
        if not near and outlet and outlet.country == "US" and plain(place.name) in parts:
            near = [outlet]
        return replace(top, city=near[0], quarter=place.name) if near else top
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
            return replace(top, city=city, quarter=place.name)
    return top


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


def whole_city(name: str) -> str:
    """Return the city of a name for a side of it ("North Philadelphia"), other names as they are."""
    rest = SIDE.sub("", name)
    return rest if rest != name and not cities_named(name) and cities_named(rest) else name


def only_country(named: Sequence[City]) -> str | None:
    """Return the country that a name speaks for by itself: where its only place is, or by far the largest."""
    if not named:
        return None
    rivals = max((c.population for c in named if c.country != named[0].country), default=0)
    first = named[0]
    clear = first.population >= max(TOWN, CLEARLY * rivals) or first.population >= max(CAPITAL, 1.5 * rivals)
    return first.country if clear and first.own_name else None


def unknown(name: str, country: str, region: str) -> City:
    """Return a settlement that the gazetteer does not know, in a country; where it lies is not known.

    Its state is the one that the report names.
    """
    return City(
        name=shown_name(name),
        country=country,
        region=region,
        population=0,
        latitude=None,
        longitude=None,
        own_name=True,
    )


def shown_name(name: str) -> str:
    """Return a name in mixed case."""
    return name.strip().title() if name.isupper() else name.strip()


def elsewhere(city: City, state: str | None, regions: Mapping[str, float]) -> bool:
    """True for a US place that is in another state than the one that the report gives it, or plainly tells of."""
    if state:
        return city.region != state
    told = max(regions.values(), default=0)
    return told >= 2 * FIRMLY and city.population < TOWN and not regions.get(city.region)


def spelled(city: City, name: str) -> City:
    """Return a city under the name that an English report gives it; short forms ("L.A.") give way to the full one."""
    if len(name) < 6 and (name.isupper() or "." in name):
        return city
    of_one_case = name.isupper() or name.islower() or any(len(w) > 3 and w.isupper() for w in name.split())
    english = name.title() if of_one_case else name
    return replace(city, name=english)


def likeliest(
    named: Iterable[City], state: str | None, lands: Mapping[str, float], regions: Mapping[str, float]
) -> City | None:
    """Return the place a name most likely means: in the state or country that the report tells of, then the largest."""
    best, best_score = None, -math.inf
    total = sum(w for code, w in lands.items() if code) or 1.0
    for city in named:
        score = math.log10(city.population + 10) + city.own_name
        score += 3 * lands.get(city.country, 0) / total
        if city.country == "US":
            score += (
                10 * (city.region == state)
                + 1.5 * min(1.0, regions.get(city.region, 0) / FIRMLY)
                - 3 * (state not in (None, city.region))
            )
        if score > best_score:
            best, best_score = city, score
    return best


def place_in(mentions: list[Mentioned]) -> Place | None:
    """Return the place that a report's mentions speak for; None where they tell none."""
    land = next((m for m in mentions if m.city is None), None)
    top = next((m for m in mentions if m.city), None)
    if top is None or top.city is None or (land and top.weight < 2 and land.country != top.country):
        return Place(country=land.country, precision="country") if land else None
    return Place(
        text=top.quarter or top.city.name,
        city=top.city.name,
        country=top.country,
        region=top.city.region or None,
        latitude=top.city.latitude,
        longitude=top.city.longitude,
        precision=None if top.city.latitude is None else "city",
    )
