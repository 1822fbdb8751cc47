"""Which incidents of a book are asked for, and which of them are on a page."""

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import cache

import msgspec

from sayso.casebook import asking, listing
from sayso.errors import AskedError
from sayso.link import Wanted, matches
from sayso.model import Asked, Headline
from sayso.read.where.gazetteer import countries, plain
from sayso.store import View

__all__ = ["Place", "choose", "choose_all", "place_of"]

Place = tuple[datetime, str]
"""Where a line is in the list: its last change, and the id of its incident."""

BY_LINE = ("text", "place", "happened", "name", "slot", "standing", "until")
"""What the database cannot tell of an incident; each line of the list is looked at."""


def choose(
    view: View, asked: Asked, as_of: datetime | None, after: Place | None, most: int
) -> tuple[list[Headline], int]:
    """Return so many of the incidents that are asked for, from a place on, and how many there are in all.

    Raises AskedError for words that name nothing.
    """
    _wanted(asked)
    if as_of is None and not _by_line(asked):
        return view.some_headlines(asked, after, most), view.headline_count(asked)
    fitting = choose_all(view, asked, as_of)
    return [head for head in fitting if after is None or place_of(head) < after][:most], len(fitting)


def choose_all(
    view: View, asked: Asked, as_of: datetime | None, profile: str = "desk"
) -> tuple[Headline, ...]:
    """Return the incidents that are asked for, with the figures that a profile prints, newest change first.

    Raises AskedError for words that name nothing.
    """
    wanted = _wanted(asked)
    heads = listing.headlines(view, as_of) if as_of else view.some_headlines(asked)
    if profile == "desk":
        return tuple(_fitting(view, heads, asked, wanted) if as_of or _by_line(asked) else heads)
    # Whether there is a figure on the slot shows when the profile has settled it.
    some = _fitting(view, heads, asked, msgspec.structs.replace(wanted, slot=None))
    return tuple(head for head in listing.settled_by(view, some, as_of, profile) if matches(head, wanted))


def place_of(head: Headline) -> Place:
    """Return where a line is in the list."""
    return head.changed_at, head.incident.id


def _wanted(asked: Asked) -> Wanted:
    """Return what is asked for as what incidents are matched with; AskedError for what names nothing."""
    if asked.since and asked.until and asked.since > asked.until:
        raise AskedError(
            f"since {asked.since:%Y-%m-%dT%H:%MZ} comes after until {asked.until:%Y-%m-%dT%H:%MZ}"
        )
    return asking.asked(
        place=asked.place,
        happened=asked.happened,
        kind=asked.kind,
        country=asked.country,
        name=asked.name,
        slot=asked.slot,
    )


def _by_line(asked: Asked) -> bool:
    """Tell whether each line of the list has to be looked at."""
    return any(getattr(asked, field) is not None for field in BY_LINE)


def _fitting(view: View, heads: Iterable[Headline], asked: Asked, wanted: Wanted) -> list[Headline]:
    """Return the lines that fit, the newest change first."""
    words = [_spellings(word) for word in (asked.text or "").split() if plain(word)]
    saying = set.intersection(*map(view.accounts_saying, words)) if words else set[str]()
    return [
        head
        for head in sorted(heads, key=place_of, reverse=True)
        if listing.fits(head, asked.since, asked.kind, asked.country, asked.background)
        and (asked.until is None or head.changed_at <= asked.until)
        and (asked.standing is None or any(f.standing == asked.standing for f in head.findings))
        and matches(head, wanted)
        and _speaks_of(head, words, saying)
    ]


def _spellings(word: str) -> frozenset[str]:
    """Return how a word may be written: as it is and in plain letters, in small letters and in capitals.

    SQLite knows small letters from capitals in ASCII only.
    """
    written = (word.replace("’", "'"), word.replace("'", "’"))
    cased = (case(each) for each in written for case in (str.lower, str.upper, str.title))
    others = () if word.isascii() and written[0] == written[1] else cased
    return frozenset((word.lower(), plain(word).strip(), *others))


def _speaks_of(head: Headline, words: Iterable[Collection[str]], saying: Collection[str]) -> bool:
    """Tell whether all words are in what is known of an incident, or in a report on it."""
    incident, place = head.incident, head.incident.place
    if any(account in saying for account in incident.account_ids):
        return True
    where = (place.city, place.text, *_names(place.country)) if place else ()
    known = plain(" ".join(filter(None, (incident.kind, *where, *head.names))))
    return all(any(each in known for each in spellings) for spellings in words)


@cache
def _names(code: str | None) -> tuple[str, ...]:
    """Return what a country, its people and what is of it are called."""
    return tuple(name for name, known in countries().items() if known == code)
