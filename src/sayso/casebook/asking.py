"""What a person asks for, in words, as what incidents are matched with."""

from functools import cache

from msgspec.structs import replace

from sayso.errors import AskedError
from sayso.link import Wanted, day_range
from sayso.model import COUNT_SLOTS, KINDS, Place
from sayso.read.where.gazetteer import cities_named, countries, plain, regions, states

__all__ = ["asked", "place_named", "unknown_town"]


def place_named(words: str) -> Place:
    """Return the place that words name: "Memphis", "Memphis, Tennessee", "Tennessee", "Lyon, FR", "France".

    A single word is a state before it is a country, and a country before it is a city; codes of states are
    only read after a comma. Capitals, accents and "the" make no difference; but "Bo" is a city, "BO" Bolivia.
    """
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if not parts:
        raise AskedError(f"{words!r}: name a city, a state or a country")
    *cities, last = parts
    city = ", ".join(cities) or None
    bare = plain(last).removeprefix("the ")
    region = _states().get(bare) if city or len(last) > _CODE else None
    if region:
        return Place(city=city, region=region, country="US")
    country = _countries().get(bare)
    if country is None and (last.isupper() or last.islower()) and last.upper() in countries().values():
        country = last.upper()
    if country:
        return Place(city=city, country=country)
    if city:
        raise AskedError(f"{words}: {last} is no state and no country that is known; give the city alone")
    return Place(city=last)


def unknown_town(words: str) -> str | None:
    """Return the town that words name, if no town or province of that name is known: a slip, maybe."""
    town = place_named(words).city
    return None if town is None or cities_named(town) or plain(town) in regions() else town


def _located(place: Place) -> Place:
    """Return a place with where its town lies, if one is known: "Gent" and "Gand" lie where "Ghent" does.

    Of several towns it is the largest that bears the name itself, else the largest that has it as a by-name.
    """
    named = [
        town
        for town in cities_named(place.city or "")
        if place.country in (None, town.country) and place.region in (None, town.region)
    ]
    town = next((town for town in named if town.own_name), next(iter(named), None))
    return replace(place, latitude=town.latitude, longitude=town.longitude) if town else place


@cache
def _states() -> dict[str, str]:
    return {plain(name): code for name, code in states().items()}


@cache
def _countries() -> dict[str, str]:
    return {plain(name): code for name, code in countries().items()}


_CODE = 3  # characters of a code at most


def asked(
    *,
    place: str | None = None,
    happened: str | None = None,
    kind: str | None = None,
    country: str | None = None,
    name: str | None = None,
    slot: str | None = None,
) -> Wanted:
    """Return what is asked for; raises AskedError for words that name nothing."""
    if slot is not None and slot not in COUNT_SLOTS:
        raise AskedError(f"{slot}: no such count; the counts are {', '.join(COUNT_SLOTS)}")
    if kind is not None and kind not in KINDS:
        raise AskedError(f"{kind}: no such kind; the kinds are {', '.join(KINDS)}")
    if country is not None and country not in countries().values():
        code = {name.upper(): code for name, code in countries().items()}.get(country.upper())
        what_to_do = f"write {code}" if code else "a country is named by its ISO 3166 code, such as FR"
        raise AskedError(f"{country}: no such country; {what_to_do}")
    try:
        days = day_range(happened) if happened else None
    except ValueError as error:
        raise AskedError(str(error)) from error
    where = _located(place_named(place)) if place else None
    return Wanted(place=where, happened=days, kind=kind, name=name, slot=slot)
