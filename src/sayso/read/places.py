"""Where: the city and country that a report's incident happened in, from the places that it names."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.model import Place
from sayso.read.gazetteer import City, cities_named, countries, plain, states
from sayso.read.page import DATELINE, Page, Sentence

__all__ = ["Mentioned", "find_places", "place_in"]

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
WORDS_NOT_PLACES = frozenset(
    "police the a an he she it they we i this that fire county city state north south east west northwest mayor "
    "northeast southwest southeast street road avenue university hospital department news press man woman march "
    "may june august most many much male university sunday monday tuesday wednesday thursday friday saturday "
    "independence of union mobile reading nice orange normal liberal police officers central bay said new".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A place that a report names: the words, what they most likely mean, and how much they weigh."""

    text: str
    city: City | None
    country: str | None
    weight: float


def find_places(page: Page) -> list[Mentioned]:
    """Return the places a report names, weightiest first; a name that means nothing known is left out."""
    weights: dict[str, float] = defaultdict(float)
    stated: dict[str, str] = {}
    written: dict[str, str] = {}
    lands: dict[str, float] = defaultdict(float)
    regions: dict[str, float] = defaultdict(float)
    text = " ".join(s.text for s in page.sentences)
    for pattern, country in HOME_WORDS:
        lands[country] += 3.0 * bool(pattern.search(text))
    home = (page.report.source.id if page.report.source else "").rstrip("/")
    lands[DOMAINS.get(home[home.rfind(".") :], "")] += 2.0
    told = [(4.0, name, state, 1.0) for name, state in in_dateline(page)] if len(page.sentences) > 1 else []
    told += [(weight_of(s), *named) for s in page.sentences for named in names_in(s)]
    if told:
        for weight, name, state, bonus in told:
            if name.isupper() and len(name) < 4 and name not in ("US", "UK", "USA"):
                continue
            if name in countries():
                lands[countries()[name]] += weight
            elif name in states() and len(name) > 2:
                lands["US"] += weight
                regions[states()[name]] += weight
            if state:
                code = states().get(state)
                if code:
                    stated[plain(name)] = code
                    lands["US"] += weight
                    regions[code] += weight
            if plain(name) not in WORDS_NOT_PLACES or state or bonus > 1:
                key = plain(BOROUGHS.get(plain(name), name))
                weights[key] += weight * bonus
                written.setdefault(key, BOROUGHS.get(plain(name), name))
    found = [
        Mentioned(text=written[key], city=spelled(city, written[key]), country=city.country, weight=weight)
        for key, weight in weights.items()
        if (city := likeliest(cities_named(key), stated.get(key), lands, regions))
        and written[key] not in countries()
        and (written[key] not in states() or written[key] in ("New York", "Washington") or stated.get(key))
    ]
    found.sort(key=lambda m: -m.weight)
    found += [
        Mentioned(text=code, city=None, country=code, weight=w)
        for code, w in sorted(lands.items(), key=lambda land: -land[1])
    ]
    return found


def weight_of(sentence: Sentence) -> float:
    """Return how much a place named in a sentence counts: the head of a report says where it happened."""
    if sentence.field == "title":
        return 4.0
    return (
        4.0 if sentence.number == 0 else 2.0 if sentence.number < 4 else 1.0 if sentence.number < 12 else 0.4
    )


def names_in(sentence: Sentence) -> Iterable[tuple[str, str | None, float]]:
    """Yield (name, state, weight) of the places a sentence names."""
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


def place_in(mentions: list[Mentioned], text: str | None = None) -> Place | None:
    """Return the place that a report's mentions speak for; None where they tell none."""
    top = next((m for m in mentions if m.city), None)
    if top and top.city:
        country_votes = next((m for m in mentions if m.city is None), None)
        if country_votes and top.weight < 2 and country_votes.country != top.country:
            return Place(text=text, country=country_votes.country, precision="country")
        return Place(
            text=text or top.text,
            city=top.city.name,
            country=top.country,
            latitude=top.city.latitude,
            longitude=top.city.longitude,
            precision="city",
        )
    land = next((m.country for m in mentions if m.country), None)
    return Place(text=text, country=land, precision="country") if land else None
