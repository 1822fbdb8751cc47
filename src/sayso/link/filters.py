"""Which incidents are asked for: where, when, what kind, who is named, and on what something is reported."""

import calendar
import re
from contextlib import suppress
from datetime import date

from sayso.link.sketches import SUFFIXES, fold
from sayso.model import COUNT_SLOTS, Headline, Moment, Place, Word

__all__ = ["Wanted", "day_range", "matches"]

_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "twp": "township"}
"""Words of the names of places that are often written short."""

_ONE_PLACE = 0.002
"""Degrees, within which two rows of a gazetteer tell of one town."""

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Wanted(Word, frozen=True, kw_only=True):
    """What is asked for; None asks for nothing.

    `place` holds a city (or a part of one, or a province, by its name; where it tells where that lies, under
    any name), a region, a country or several of them; `happened` the days between which it happened; `name` a
    name, or a word of one, of a victim or suspect, "Olaf *" a given name, "* Brenn" a surname; `slot` a count
    of which somebody says that it is more than nobody.
    """

    place: Place | None = None
    happened: Moment | None = None
    kind: str | None = None
    name: str | None = None
    slot: str | None = None


def day_range(words: str) -> Moment:
    """Return the days that "2017", "2017-01", "2017-01-14" or two of them joined by ".." span.

    Raises ValueError for anything else, and for days that no calendar has.
    """
    first, dots, last = words.partition("..")
    start, end = _days(first)[0], _days(last if dots else first)[1]
    if start > end:
        raise ValueError(f"{words}: the first day comes after the last")
    return Moment(start=start, end=end, grain="day" if start == end else "unknown")


def matches(head: Headline, wanted: Wanted) -> bool:
    """Tell whether an incident is what is asked for.

    What is unknown of an incident matches nothing that is asked: one without a day happened in no month, and
    one that is only known to have happened in a year in none of its months.
    """
    incident = head.incident
    return (
        wanted.kind in (None, incident.kind)
        and (wanted.place is None or _is_in(incident.place, wanted.place))
        and (wanted.happened is None or _is_within(incident.happened, wanted.happened))
        and (wanted.name is None or any(_bears(name, wanted.name) for name in head.names))
        and (wanted.slot is None or _is_told(head, wanted.slot))
    )


def _days(words: str) -> tuple[date, date]:
    """Return the first and last day of a year, a month or a day."""
    if told := _DAY.match(words.strip()):
        year, month, day = told.groups()
        with suppress(ValueError):
            first = date(int(year), int(month or 1), int(day or 1))
            last = calendar.monthrange(first.year, int(month or 12))[1]
            return first, date(first.year, int(month or 12), int(day or last))
    raise ValueError(
        f"{words!r}: give a year, a month or a day that there is, as 2017, 2017-01 or 2017-01-14"
    )


def _is_in(place: Place | None, wanted: Place) -> bool:
    """Tell whether a place is known to lie in another; a part of a city and a province go by their names."""
    if place is None:
        return False
    pairs = ((place.country, wanted.country), (place.region, wanted.region))
    if any(want is not None and have != want for have, want in pairs):
        return False
    names = map(_spelled_out, (place.city, place.text))
    return wanted.city is None or _spelled_out(wanted.city) in names or _is_there(place, wanted)


def _is_there(place: Place, wanted: Place) -> bool:
    """Tell whether two towns lie at one place, whatever they are called: "Ghent" and "Gent"."""
    if (
        place.latitude is None
        or place.longitude is None
        or wanted.latitude is None
        or wanted.longitude is None
    ):
        return False
    apart = max(abs(place.latitude - wanted.latitude), abs(place.longitude - wanted.longitude))
    return place.city is not None and apart < _ONE_PLACE


def _spelled_out(name: str | None) -> str:
    """Return the name of a place as it is compared: "St. Louis" and "Saint-Louis" are one, "Ft" is Fort."""
    words = fold(name or "").replace(".", " ").replace("-", " ").split()
    return " ".join(_SHORT.get(word, word) for word in words)


def _is_within(happened: Moment | None, wanted: Moment) -> bool:
    return happened is not None and wanted.start <= happened.start and happened.end <= wanted.end


def _bears(name: str, asked: str) -> bool:
    """Tell whether a name is the one asked for, or has it among its words; "Olaf *" begins with them."""
    words = fold(asked).split()
    held = [word for word in re.findall(r"[\w'’-]+", fold(name)) if word not in SUFFIXES]
    if words[-1:] == ["*"]:
        return held[: len(words) - 1] == words[:-1]
    if words[:1] == ["*"]:
        return held[1 - len(words) :] == words[1:]
    return all(word in held for word in words)


def _is_told(head: Headline, slot: str) -> bool:
    """Tell whether more than nobody is reported on a count; ValueError for no count."""
    if slot not in COUNT_SLOTS:
        raise ValueError(f"{slot}: no such count; the counts are {', '.join(COUNT_SLOTS)}")
    return any(f.slot == slot and (f.best or f.low or 0) > 0 for f in head.findings)
