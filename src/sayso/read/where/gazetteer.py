"""Names of places and what they mean: GeoNames (CC BY 4.0), US Census Bureau, ISO 3166-2; as packed by tools/make_places.py."""

import gzip
import unicodedata
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files

__all__ = [
    "City",
    "cities_named",
    "counties",
    "countries",
    "demonyms",
    "plain",
    "quarters",
    "regions",
    "states",
    "towns_akin",
    "towns_named",
]

DATA = files("sayso.read") / "data"
# People of a town so small that the province of its name is meant; how alike a by-name of a town in GeoNames must be to the
# town's own to mean it (0..1, by looking: "Rangoon" is Yangon, "Bahia" not Salvador), and those that are alike and do not.
HAMLET, ALIKE = 10_000, 0.5
NO_TOWNS = frozenset({"bihar", "hatay", "henan", "johor", "selangor"})
# Letters that are no others with an accent, as English writes them; signs of names, and marks that English does not write.
UNACCENTED = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)
SIGNS, STROKES = "abcdefghijklmnopqrstuvwxyz -", "\u0304\u0323\u0331"


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city, town or village: English name, country (ISO 3166-1 alpha-2), region code, people, degrees (None where unknown)."""

    name: str
    country: str
    region: str
    population: int
    latitude: float | None
    longitude: float | None
    own_name: bool


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """Return a name in lower-case letters without accents or apostrophes, for looking up; "St." and "Saint" are one."""
    folded = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in folded if not unicodedata.combining(c) and c not in "'’‘`").lower()
    bare = bare if bare.isascii() else bare.translate(UNACCENTED)
    return f"saint {bare[3:].lstrip()}" if bare.startswith(("st ", "st.")) else bare


@cache
def rows() -> dict[str, list[str]]:
    """Return the lines of the table by looked-up name, most populous first."""
    table: dict[str, list[str]] = {}
    packed = DATA.joinpath("places.tsv.gz").read_bytes()
    for line in gzip.decompress(packed).decode().split("\n"):
        table.setdefault(plain(line.split("\t", 1)[0]), []).append(line)
    return table


@cache
def cities_named(name: str) -> tuple[City, ...]:
    """Return the places of a name, most populous first; () for a name that no place bears."""
    return tuple(city_of(line) for line in rows().get(plain(name), ()))


def city_of(line: str) -> City:
    """Read one line of the table."""
    name, country, region, people, latitude, longitude, own, english = line.rstrip("\n").split("\t")
    return City(
        name=english or name,
        country=country,
        region=region,
        population=int(people),
        latitude=float(latitude),
        longitude=float(longitude),
        own_name=own == "1",
    )


@cache
def towns_akin(name: str) -> tuple[City, ...]:
    """Return the places with a name of their own that is one letter or blank from another: Lashkar Gah for "Lashkar Gar".

    The first letter must be the same. Their names come without the marks of a scholar's spelling ("Lashkar Gāh").
    """
    key = plain(name)
    cuts = [(key[:at], key[at:]) for at in range(1, len(key) + 1)]
    forms = {before + rest[1:] for before, rest in cuts}
    forms |= {before + rest[1] + rest[0] + rest[2:] for before, rest in cuts if len(rest) > 1}
    forms |= {before + sign + rest[skipped:] for before, rest in cuts for sign in SIGNS for skipped in (0, 1)}
    return tuple(
        replace(city, name=without_marks(city.name))
        for form in sorted(forms - {key})
        for city in cities_named(form)
        if city.own_name
    )


def without_marks(name: str) -> str:
    """Return a name without the signs that English does not write: the strokes over and under letters."""
    folded = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(c for c in folded if c not in STROKES))


@cache
def demonyms() -> frozenset[str]:
    """Return the words for people and things of a country ("French")."""
    lines = DATA.joinpath("countries.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.split("\t")[2].split("|") if word)


@cache
def countries() -> dict[str, str]:
    """Return country code by name and by demonym ("France", "French": "FR")."""
    found: dict[str, str] = {}
    for line in DATA.joinpath("countries.tsv").read_text(encoding="utf-8").splitlines():
        code, names, demonyms = line.split("\t")
        for name in (*names.split("|"), *demonyms.split("|")):
            if name:
                found.setdefault(name, code)
    return found


@cache
def states() -> dict[str, str]:
    """Return the postal code of US states by name, code and newspaper abbreviation ("Calif.": "CA")."""
    found: dict[str, str] = {}
    for line in DATA.joinpath("us_states.tsv").read_text(encoding="utf-8").splitlines():
        code, name, short = line.split("\t")
        for each in (code, name, *short.split("|")):
            if each:
                found[each] = code
    return found


@cache
def regions() -> dict[str, tuple[str, ...]]:
    """Return the countries that have a province, state or other region, by its plain name ("sulu": PH); of none in the US."""
    lines = DATA.joinpath("regions.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[str, ...]] = {}
    for name, codes in (line.split("\t") for line in lines):
        known = (*found.get(plain(name), ()), *codes.split("|"))
        found[plain(name)] = tuple(dict.fromkeys(known))
    return found


@cache
def towns_named(name: str) -> tuple[City, ...]:
    """Return the places of a name, most populous first, without those whose province is meant by it ("Sinaloa", "Bihar").

    So are hamlets, and towns of which the province's name is a by-name and no other form of their own.
    """
    lands = regions().get(key := plain(name), ())
    return tuple(c for c in cities_named(name) if c.country not in lands or not is_lesser(c, key))


def is_lesser(city: City, name: str) -> bool:
    """True for a place that the plain name of its province does not mean."""
    if city.own_name:
        return city.population < HAMLET
    return name in NO_TOWNS or SequenceMatcher(None, plain(city.name), name).ratio() < ALIKE


@cache
def quarters() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the US cities, by name and state, that have a quarter by its plain name ("englewood": Chicago, IL)."""
    lines = DATA.joinpath("us_quarters.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for city, state, names in (line.split("\t") for line in lines):
        for name in names.split("|"):
            found[plain(name)] = (*found.get(plain(name), ()), (city, state))
    return found


@cache
def counties() -> dict[str, tuple[str, ...]]:
    """Return the US states that have a county or parish, by its plain name ("cache county": UT)."""
    lines = DATA.joinpath("us_counties.tsv").read_text(encoding="utf-8").splitlines()
    return {plain(name): tuple(codes.split("|")) for name, codes in (line.split("\t") for line in lines)}
