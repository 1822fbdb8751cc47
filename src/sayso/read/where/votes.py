"""What the names of one report speak for: countries, US states, and settlements by their plain names."""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.read.where.gazetteer import (
    City,
    cities_named,
    counties,
    countries,
    demonyms,
    plain,
    regions,
    states,
    towns_akin,
    towns_named,
)

__all__ = ["METROPOLIS", "TOWN", "Named", "Votes", "in_title_case", "shown_name", "written_out"]

# Parts of a city that reports name as if they were cities.
BOROUGHS = dict.fromkeys(
    ("brooklyn", "manhattan", "queens", "the bronx", "bronx", "staten island", "harlem", "east flatbush", "new york city"),
    "New York",
) | dict.fromkeys(("hollywood", "south los angeles", "van nuys", "venice beach"), "Los Angeles") | dict.fromkeys(("d.c.", "dc", "district of columbia"), "Washington") | {"philly": "Philadelphia", "white house": "Washington"}  # fmt: skip
BOROUGHS_OF = {"New York": "NY", "Los Angeles": "CA", "Washington": "DC", "Philadelphia": "PA"}
# How much a town named for sure speaks for its country, where no other of its name has a tenth of its people.
SUPPORT, CLEARLY = 0.5, 10
# The most that a town's own name speaks for its country, and of how much of what is told of states a small town's
# state must be.
OWN, LITTLE = 1.0, 0.2
# The weight from which a state is told of for sure: a dateline's, or that of several mentions.
FIRMLY = 2.0
# The weight from which words for a people in the head speak for their country.
PEOPLE = 1.5
# How many times as much as of any other a state is told of that is the place where no town is; set by judgement.
ALONE = 2.0
# What the state that a report tells of, or only hints at, counts beside a tenfold of people.
HINTED, WEAKLY = 1.5, 1.0
TOWN, CAPITAL = 20_000, 300_000
# Letters of the shortest name that can be a slip of a town's, and how large a town then is to be known by it; set by looking
# how many of the villages of 16 countries have a name so near a town's (7 letters: 1 in 20, 8: 1 in 50). In China most have.
SHORTEST, LARGE = 7, 100_000
ALL_AKIN = frozenset({"CN"})
JOINING = frozenset({"De", "Del", "Da", "Do", "Dos", "Das", "Di", "Du", "Of", "The", "Upon"})
# A town so small that a province of its name is rather meant; and a city large enough for its quarters to be named without it.
VILLAGE = 30_000
METROPOLIS = 150_000
# The first words of names that are written short.
ABBREVIATED = {"ft": "Fort", "mt": "Mount", "st": "Saint", "pt": "Port"}
# Countries with the name of a state or of another country: what a town that is there alone means by it.
NAMESAKES = {"Georgia": "GE", "Congo": "CD"}
SIDE = re.compile(r"^(?:(?:north|south)?(?:east|west)|north|south|downtown)(?:ern)? ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A place name in a report, the US state or the country written after it, and how much it counts.

    A trusted name is a settlement's even if the gazetteer knows none of that name; `is_region` says that it is told as a province's.
    """

    text: str
    state: str | None
    weight: float
    trusted: bool = False
    is_region: bool = False


class Votes:
    """What the names of one report speak for: countries, US states, and settlements by their plain names.

    `lands` and `regions` are how strongly they speak for countries and US states, `peoples` the part of it that only
    tells whose people they are; `weights`, how often and how prominently a settlement is named, `written` as what, and
    `trusted` are those of which the network is sure; `parts` are the provinces told of, by country; `counties`
    those of the US, and `states_of` the states that each can be in, one where the report tells it. `within` and `lands_of` are the states
    and the country that stand after a name. `slips` are the towns of which names are misspelt.
    """

    def __init__(self, home: Mapping[str, float]) -> None:
        self.lands: dict[str, float] = defaultdict(float, home)
        self.peoples: dict[str, float] = defaultdict(float)
        self.regions: dict[str, float] = defaultdict(float)
        self.weights: dict[str, float] = defaultdict(float)
        self.within: dict[str, dict[str, float]] = {}
        self.lands_of: dict[str, str] = {}
        self.written: dict[str, str] = {}
        self.trusted: set[str] = set()
        self.own: dict[tuple[str, str], float] = {}
        self.slips: dict[str, City | None] = {}
        self.counties: dict[str, float] = defaultdict(float)
        self.states_of: dict[str, tuple[str, ...]] = {}
        self.parts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))

    def add(self, name: Named) -> None:
        """Count one name, and the state or country after it; a county of the US or a province speaks for what it is in alone."""
        if within := counties().get(key := plain(name.text)):
            self.lands["US"] += SUPPORT * name.weight
            self.counties[key] += name.weight
            told = (states()[name.state],) if name.state in states() else self.states_of.get(key, within)
            self.states_of[key] = told
        elif (lands := regions().get(plain(name.text))) and (name.is_region or is_no_town(name.text, lands)):
            for land in lands:
                most = OWN - self.own.get((key, land), 0.0) if name.is_region else math.inf
                share = min(most, SUPPORT * name.weight / len(lands))
                self.own[key, land] = self.own.get((key, land), 0.0) + share
                self.lands[land] += share
                self.parts[land][shown_name(name.text)] += name.weight
        else:
            self.add_land(name)
            self.add_settlement(name)

    def add_land(self, name: Named) -> None:
        """Let the name of a country, a people or a US state speak for it."""
        if name.text in countries():
            self.lands[countries()[name.text]] += name.weight
            if name.text in demonyms() or name.text.replace(".", "") in ("US", "UK"):
                self.peoples[countries()[name.text]] += name.weight
        elif name.text in states() and len(name.text) > 2:
            self.lands["US"] += name.weight
            self.regions[states()[name.text]] += name.weight

    def add_settlement(self, name: Named) -> None:
        """Count a name as that of a settlement, in the state or country that stands after it."""
        spelling = whole_city(written_out(name.text.replace("‘", "")))
        key = plain(spelling)
        if (namesake := NAMESAKES.get(name.state or "")) and {c.country for c in cities_named(key)[:1]} == {
            namesake
        }:
            self.lands_of[key] = namesake
            self.lands[namesake] += FIRMLY * name.weight
        elif name.state in states():
            code = states()[name.state]
            named = self.within.setdefault(key, {})
            named[code] = named.get(code, 0.0) + name.weight
            self.lands["US"] += name.weight
            self.regions[code] += name.weight
        elif (land := countries().get(name.state or "")) and any(
            c.country == land for c in cities_named(key)
        ):
            self.lands_of[key] = land
        self.weights[key] += name.weight
        self.written.setdefault(key, spelling)
        if name.trusted:
            self.trusted.add(key)

    def settle_names(self) -> None:
        """Let trusted names speak for their countries, and give short and long names to their cities ("Salt Lake", "Kandahar City")."""
        for key, weight in self.counties.items():
            for code in self.states_of[key]:
                self.regions[code] += weight / len(self.states_of[key])
        for key in [
            k for k in self.weights if k not in self.within and (k in BOROUGHS or not self.is_land(k))
        ]:
            if whole := self.whole(key):
                self.weights[whole] += self.weights.pop(key)
                self.trusted |= {whole} if key in self.trusted else set()
                self.written.setdefault(whole, whole.title())
        for key, weight in self.weights.items():
            known = cities_named(key) if key in self.trusted and key not in self.within else ()
            if country := self.lands_of.get(key) or only_country(known):
                self.own[key, country] = min(OWN, SUPPORT * weight)
                self.lands[country] += self.own[key, country]

    def whole(self, key: str) -> str | None:
        """Return the key of the city that a name is a part or another form of; None for none."""
        borough = BOROUGHS.get(key)
        if borough and self.region() in ("", BOROUGHS_OF[borough]):
            return plain(borough)
        base = key.removesuffix(" city")
        if base != key and is_same_city(base) and (base in self.weights or not has_city(base)):
            return base
        longer = (f"{key} city", *(f"{first.lower()} {key}" for first in ABBREVIATED.values()))
        return next(
            (
                n
                for n in longer
                if n in self.weights and cities_named(n) and not (n.endswith(" city") and is_same_city(key))
            ),
            None,
        )

    def is_land(self, key: str) -> bool:
        """True for the name of a country or a US state."""
        return self.written[key] in countries() or self.written[key] in states()

    def city(self, key: str) -> City | None:
        """Return the settlement that a name means; None where it means none that the report can speak of."""
        if self.is_region(key):
            return None
        there = self.lands_of.get(key)
        named = [c for c in towns_named(key) if there in (None, c.country)]
        told_of = self.within.get(key)
        state = max(told_of, key=lambda code: told_of[code]) if told_of else None
        city = likeliest(named, state, self.lands, self.regions)
        if city and (state or city.country == "US") and elsewhere(city, state, self.regions):
            city = unknown(self.written[key], "US", state or self.region())
        if not any(self.lands.values()):
            return city
        if city and (self.speaks_for(city, key) or self.is_known(city, key)):
            return city
        if key not in self.trusted or f"{key} county" in self.counties:
            return None
        told = {
            code: self.lands[code] - self.peoples[code] - self.own.get((key, code), 0) for code in self.lands
        }
        country = max(told, key=lambda code: (told[code], self.lands[code]))
        self.slips[key] = slip = self.slip(key, country)
        return slip or unknown(self.written[key], country, self.region() if country == "US" else "")

    def slip(self, key: str, country: str) -> City | None:
        """Return the town of a country of which an unknown name is a slip or another spelling; None for none.

        In the US it is in the state that is told of, elsewhere large enough to be known; a short name is rather a village's.
        """
        if len(key) < SHORTEST or country in ALL_AKIN:
            return None
        for town in sorted(towns_akin(key), key=lambda town: -town.population):
            known = LARGE if len(key) == SHORTEST else TOWN
            if town.country == country and (
                town.region == self.region() if country == "US" else town.population >= known
            ):
                return town
        return None

    def is_region(self, key: str) -> bool:
        """True for the name of a province or the like of a country that the report speaks of, in which no town bears it."""
        lands = [land for land in regions().get(key, ()) if self.lands.get(land)]
        return (
            bool(lands) and key not in self.within and not any(c.country in lands for c in towns_named(key))
        )

    def is_out_of_county(self, city: City, weight: float) -> bool:
        """True for a US city in no state of the counties that the report tells of, if it tells more of a county."""
        told = {code for codes in self.states_of.values() for code in codes}
        is_out = city.country == "US" and city.region not in ("", *told)
        return bool(told) and is_out and weight < max(self.counties.values())

    def speaks_for(self, city: City, key: str) -> bool:
        """True where more than a place's own name speaks for its country, or nothing speaks firmly for another."""
        support = self.lands.get(city.country, 0.0)
        others = max((weight for code, weight in self.lands.items() if code != city.country), default=0.0)
        return support > self.own.get((key, city.country), 0.0) or (support > 0 and others < FIRMLY)

    def is_known(self, city: City, key: str) -> bool:
        """True for a place that is known without its country: a large one, or the only one of its name.

        The large one must bear the name itself where the report speaks for another country; the only one stands beside
        words for peoples, and no others.
        """
        least = METROPOLIS if key in self.trusted else 1_000_000
        others = {code: weight for code, weight in self.lands.items() if code != city.country}
        if city.population >= least:
            is_only = all(c.country == city.country for c in cities_named(key))
            return city.own_name or is_only or max(others.values(), default=0) < PEOPLE
        named = max((weight - self.peoples[code] for code, weight in others.items()), default=0.0)
        return only_country(cities_named(key)) == city.country and named < FIRMLY

    def region(self) -> str:
        """Return the US state that is told of most; "" for none, and where several are told of alike."""
        first, *others = sorted(self.regions, key=lambda code: -self.regions[code]) or ("",)
        return "" if others and self.regions[others[0]] == self.regions[first] else first

    def part_of(self, country: str) -> str | None:
        """Return the province or the like of a country that is told of most; None for none."""
        told = self.parts.get(country, {})
        return max(told, key=lambda name: told[name], default=None)

    def firm_region(self) -> str | None:
        """Return the US state that is told of for sure, and far more than any other; None for none."""
        first = self.region()
        others = (weight for code, weight in self.regions.items() if code != first)
        firm = first and self.regions[first] >= max(FIRMLY, ALONE * max(others, default=0.0))
        return first if firm else None


def likeliest(
    named: Iterable[City], state: str | None, lands: Mapping[str, float], regions: Mapping[str, float]
) -> City | None:
    """Return the place a name most likely means: in the state or country that the report tells of, then the largest."""
    best, best_score = None, -math.inf
    total = sum(w for code, w in lands.items() if code) or 1.0
    hints = max(regions.values(), default=0) or 1.0
    for city in named:
        score = math.log10(city.population + 10) + city.own_name
        score += 3 * lands.get(city.country, 0) / total
        if city.country == "US":
            score += (
                10 * (city.region == state)
                + (HINTED if hints >= FIRMLY else WEAKLY)
                * min(1.0, regions.get(city.region, 0) / min(FIRMLY, hints))
                - 3 * (state not in (None, city.region))
            )
        if score > best_score:
            best, best_score = city, score
    return best


def is_no_town(name: str, lands: Collection[str]) -> bool:
    """True for the name of a province of some lands that no town bears but small ones elsewhere: of the province more is told.

    Towns of the US bear the names of all provinces, and are told of in their local news.
    """
    here = {*lands, "US"}
    return all(town.population < VILLAGE and town.country not in here for town in towns_named(name))


def has_city(base: str) -> bool:
    """True where some city is called "X City" by its own name."""
    return any(c.own_name for c in cities_named(f"{base} city"))


def is_same_city(base: str) -> bool:
    """True where "X City" is no more than another form of X ("Kandahar City"), and no city of its own ("Oklahoma City").

    In the Philippines the word is a part of the name, and tells a city from its province.
    """
    if any(c.country == "PH" for c in cities_named(base)[:1]):
        return False
    own = [c.population for c in cities_named(f"{base} city") if c.own_name]
    return max(own, default=0) < max((c.population for c in cities_named(base)), default=0)


def written_out(name: str) -> str:
    """Return a name without the abbreviation that it begins with, where a place bears it so: "Ft. Wayne"."""
    short, _, rest = name.partition(" ")
    full = ABBREVIATED.get(short.rstrip(".").lower())
    whole = f"{full} {rest}"
    is_usual = full == "Saint" and cities_named(name)
    return whole if full and cities_named(whole) and not is_usual else name


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
    """Return a name in mixed case: "Rio de Janeiro" for "RIO DE JANEIRO"."""
    return in_title_case(name.strip()) if name.isupper() else name.strip()


def in_title_case(name: str) -> str:
    """Return a name with a capital at each word but those that only join the others."""
    first, *rest = name.title().split(" ")
    return " ".join([first, *(word.lower() if word in JOINING else word for word in rest)])


def elsewhere(city: City, state: str | None, regions: Mapping[str, float]) -> bool:
    """True for a US place that is in another state than the one that the report gives it, or plainly tells of."""
    if state:
        return (city.country, city.region) != ("US", state)
    told = max(regions.values(), default=0)
    large = METROPOLIS if told >= 2 * FIRMLY else TOWN if told >= FIRMLY else 0
    return city.population < large and regions.get(city.region, 0) < LITTLE * told
