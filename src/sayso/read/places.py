"""Where: the city and country that a report's incident happened in, from the places that it names."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.model import Place, Report
from sayso.read.gazetteer import City, cities_named, countries, plain, states
from sayso.read.page import DATELINE, Page, Sentence

__all__ = ["Mentioned", "Named", "find_places", "home_of", "place_in", "resolve"]

NAME = r"[A-Z][\w'’.-]*(?: (?:of|de|la|los|las|el|del|San|St\.|upon|on|[A-Z][\w'’-]*))*"
STATE_NAMES = "|".join(re.escape(s) for s in sorted(states(), key=len, reverse=True))
IN_STATE = re.compile(rf"\b({NAME}), ({STATE_NAMES})(?![\w])")
# Words that only one country's reports use, and the country they speak for.
HOME_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), country)
    for pattern, country in (
        (
            r"County Sheriff|[Ss]heriff['’]s (?:[Oo]ffice|[Dd]eput|[Dd]epartment)|Highway Patrol|District Attorney|"
            r"[Ss]tate [Tt]rooper|\b911\b|Border Patrol|\bFBI\b|Police Department|County Coroner",
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
CAPITALISED = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,}){0,2}")
DIRECTIONS = re.compile(r"^(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral)(?:ern|east|west)?(?:ern)? ")
LEAST_UNMARKED = 100_000
BODY = re.compile(
    rf"\b({NAME}) (?:[Pp]olice|[Ff]ire|[Mm]ayor|[Rr]esident|[Mm]an|[Ww]oman|[Gg]irl|[Bb]oy|home)\b"
)
# Where reports put what happened: "in the village of X", "in X district".
SETTLED = re.compile(
    rf"\b(?:in|near|outside|at|to) (?:the )?(?:\w+ ){{0,2}}?(?:city|town|village|municipality|suburb|township|port|hamlet) of ({NAME})"
    rf"|\b(?:in|near) (?:the )?({NAME}) (?:district|neighbou?rhood|village|municipality|township)"
)
# Parts of a city that reports name as if they were cities.
BOROUGHS = dict.fromkeys(
    ("brooklyn", "manhattan", "queens", "the bronx", "bronx", "staten island", "harlem", "east flatbush", "new york city"),
    "New York",
) | dict.fromkeys(("hollywood", "south los angeles", "van nuys", "venice beach"), "Los Angeles")  # fmt: skip
CITY_STATES = ("new york", "washington")
WORDS_NOT_PLACES = frozenset(
    "police the a an he she it they we i this that fire county city state north south east west northwest mayor "
    "northeast southwest southeast street road avenue university hospital department news press man woman march "
    "may june august most many much male university sunday monday tuesday wednesday thursday friday saturday "
    "independence of union mobile reading nice orange normal liberal police officers central bay said new".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A place name in a report, the US state written after it, and how much it counts."""

    text: str
    state: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a place name most likely means, a city or only a country, and how much it weighs."""

    city: City | None
    country: str
    weight: float


def find_places(page: Page) -> list[Mentioned]:
    """Return the places a report names, weightiest first; a name that means nothing known is left out."""
    told = [Named(name, state, 4.0) for name, state in in_dateline(page)] if len(page.sentences) > 1 else []
    told += [
        Named(name, state, weight_of(s) * bonus) for s in page.sentences for name, state, bonus in names_in(s)
    ]
    return resolve(told, home_of(page.report))


def home_of(report: Report) -> dict[str, float]:
    """Return how strongly a report's own words and address speak for countries, by code."""
    text = f"{report.title or ''}\n{report.text}"
    votes = {country: 3.0 for pattern, country in HOME_WORDS if pattern.search(text)}
    address = report.source.id.rstrip("/") if report.source else ""
    country = DOMAINS.get(address[address.rfind(".") :]) if "." in address else None
    if country:
        votes[country] = votes.get(country, 0) + 2.0
    return votes


def resolve(told: list[Named], home: Mapping[str, float]) -> list[Mentioned]:
    """Return what names of places mean, weightiest first: cities, then countries.

    A small place in a country that nothing else in the report speaks for is not believed where something
    speaks for another country.
    """
    lands: dict[str, float] = defaultdict(float, home)
    regions: dict[str, float] = defaultdict(float)
    weights: dict[str, float] = defaultdict(float)
    states_of: dict[str, str] = {}
    written: dict[str, str] = {}
    for name in told:
        if name.text in countries():
            lands[countries()[name.text]] += name.weight
        elif name.text in states() and len(name.text) > 2:
            lands["US"] += name.weight
            regions[states()[name.text]] += name.weight
        spelling = BOROUGHS.get(plain(name.text), name.text)
        key = plain(spelling)
        if name.state in states():
            states_of[key] = states()[name.state]
            lands["US"] += name.weight
            regions[states_of[key]] += name.weight
        weights[key] += name.weight
        written.setdefault(key, spelling)
    found = []
    for key, weight in weights.items():
        is_region = written[key] in countries() or (written[key] in states() and key not in CITY_STATES)
        city = likeliest(cities_named(key), states_of.get(key), lands, regions)
        if city is None or (is_region and key not in states_of):
            continue
        stranger = lands and not lands.get(city.country) and city.population < 1_000_000
        if not (stranger and any(lands.values())):
            found.append(Mentioned(spelled(city, written[key]), city.country, weight))
    found.sort(key=lambda m: -m.weight)
    return found + [Mentioned(None, code, w) for code, w in sorted(lands.items(), key=lambda each: -each[1])]


def weight_of(sentence: Sentence) -> float:
    """Return how much a place named in a sentence counts: the head of a report says where it happened."""
    if sentence.field == "title":
        return 4.0
    return (
        4.0 if sentence.number == 0 else 2.0 if sentence.number < 4 else 1.0 if sentence.number < 12 else 0.4
    )


def names_in(sentence: Sentence) -> Iterable[tuple[str, str | None, float]]:
    """Yield (name, state, weight) of the places a sentence names; initials and common words are none."""
    for name, state, bonus in all_names_in(sentence):
        initials = name.isupper() and len(name) < 4 and name not in ("US", "UK", "USA")
        if not initials and (plain(name) not in WORDS_NOT_PLACES or state or bonus > 1):
            yield name, state, bonus


def all_names_in(sentence: Sentence) -> Iterable[tuple[str, str | None, float]]:
    """Yield (name, state, weight) of whatever in a sentence looks like the name of a place."""
    text = sentence.text
    for found in IN_STATE.finditer(text):
        yield shortest_known(found[1]), found[2], 2.0
    for found in SETTLED.finditer(text):
        yield found[1] or found[2], None, 3.0
    for found in BODY.finditer(text):
        yield shortest_known(found[1]), None, 0.8
    for name in unmarked(sentence):
        yield name, None, 0.4
    for entity in sentence.tokens.ents:
        if entity.label_ in ("GPE", "LOC", "NORP"):
            name = entity.text.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
            before = entity.doc[max(entity.start - 1, 0)].lower_
            name = DIRECTIONS.sub("", name) if DIRECTIONS.sub("", name) in states() else name
            yield name, None, 1.5 if before in ("in", "at", "near", "outside") else 1.0


def in_dateline(page: Page) -> Iterable[tuple[str, str | None]]:
    """Yield (name, state) of the places in the dateline before a report's first words."""
    line = DATELINE.match(page.report.text[:120])
    if not line:
        return
    name, region = shown_name(line[1]), (line[2] or "").strip()
    yield name, region if region in states() else None
    if region.title() in countries():
        yield region.title(), None


def shown_name(name: str) -> str:
    """Return a name in mixed case."""
    return name.strip().title() if name.isupper() else name.strip()


def unmarked(sentence: Sentence) -> Iterable[str]:
    """Yield large cities that a sentence names and the parser did not mark ("the Philadelphia plant")."""
    if sentence.number > 12:
        return
    for found in CAPITALISED.finditer(sentence.text):
        name = found[0]
        named = cities_named(name)
        if named and named[0].own_name and named[0].population >= LEAST_UNMARKED:
            yield name


def shortest_known(name: str) -> str:
    """Return the tail of a run of capitalised words that names a place ("Officers in Flint" -> "Flint")."""
    parts = name.split()
    for at in range(len(parts)):
        tail = " ".join(parts[at:])
        if cities_named(tail):
            return tail
    return name


def spelled(city: City, name: str) -> City:
    """Return a city under the name that an English report gives it; short forms ("L.A.") give way to the full one."""
    if len(name) < 6 and (name.isupper() or "." in name):
        return city
    english = name.title() if name.isupper() or name.islower() else name
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
                + 2.5 * (regions.get(city.region, 0) > 0)
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
        text=top.city.name,
        city=top.city.name,
        country=top.country,
        region=top.city.region or None,
        latitude=top.city.latitude,
        longitude=top.city.longitude,
        precision="city",
    )
