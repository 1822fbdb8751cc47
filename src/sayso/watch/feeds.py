"""feeds.toml: what is watched, how often, and whose it is; every mistake in it is named with its place.

contact = "desk@example.org"     # told to every server, so that somebody can be reached

[[feed]]
name = "Example Gazette"
url = "https://gazette.example/world.rss"

[[sitemap]]
name = "Example Agency"
kind = "agency"
url = "https://agency.example/news-sitemap.xml"
interval = "10m"

[[page]]
name = "Example Police"
kind = "official"
url = "https://police.example/latest"
"""

import difflib
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import msgspec

from sayso.errors import FeedsError, FetchError
from sayso.intake.guard import address_of, is_inside
from sayso.model import Source, SourceKind, Word, source_of, values

__all__ = ["Feeds", "Watched", "What", "load_feeds", "read_feeds"]

What = Literal["feed", "sitemap", "page"]
"""What is polled: a feed (RSS, Atom, JSON Feed), a sitemap for news, or a page by itself."""

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
UNITS = {"s": 1.0, "m": MINUTE, "h": HOUR, "d": DAY}
SHORTEST_INTERVAL = 30.0
"""Feeds are made anew once a minute at most; whoever asks more often is shut out sooner or later."""

MOST = 10_000
"""What one file may hold; one database statement names them all."""


class Watched(Word, frozen=True, kw_only=True):
    """One feed, sitemap or page that is polled, with its options; lengths of time are in seconds.

    `name` None: its entries are of many publishers, and each page tells its own. `text` says whose words are
    the report: the page's, or the feed's own. Entries that the feed gives as older than `max_age_s` are left
    out. `delay_s` is the pause between two requests to one host.
    """

    what: What
    url: str
    name: str | None = None
    kind: SourceKind = "outlet"
    interval_s: float = 5 * MINUTE
    delay_s: float = 1.0
    max_age_s: float = 7 * DAY
    text: Literal["page", "feed"] = "page"
    robots: bool = True

    @property
    def source(self) -> Source | None:
        """Who publishes; None where each page tells its own."""
        return source_of(self.name, self.kind)

    @property
    def label(self) -> str:
        """What a person calls it."""
        return f"{self.name} ({self.url})" if self.name else self.url


class Feeds(Word, frozen=True, kw_only=True):
    """All that is watched; `contact` is told to every server."""

    watched: tuple[Watched, ...] = ()
    contact: str | None = None


class _Row(Word, frozen=True, kw_only=True):
    """One table of the file, as it is written."""

    url: str
    name: str | None = None
    kind: SourceKind = "outlet"
    interval: str | None = None
    delay: str | None = None
    max_age: str | None = None
    text: Literal["page", "feed"] = "page"
    robots: bool = True
    mixed: bool = False


class _File(Word, frozen=True, kw_only=True):
    """The file, as it is written; each table is looked at by itself."""

    contact: str | None = None
    interval: str | None = None
    delay: str | None = None
    max_age: str | None = None
    feed: tuple[Any, ...] = ()
    sitemap: tuple[Any, ...] = ()
    page: tuple[Any, ...] = ()


WRITE_TIMES = "Write it as 90s, 10m, 2h or 7d"
WHAT_TO_DO = {
    "kind": f"It is one of {', '.join(values(SourceKind))}",
    "interval": WRITE_TIMES,
    "delay": WRITE_TIMES,
    "max_age": WRITE_TIMES,
    "text": 'It is "page", or "feed" where the feed itself holds the whole report',
    "robots": "Write true or false, without quotes",
    "mixed": "Write true or false, without quotes",
    "url": "Give its address, as a browser shows it",
    "name": "Write it in quotes",
    "contact": "Write an e-mail address or a web address in quotes",
    "feed": "Write each one under a line [[feed]]",
    "sitemap": "Write each one under a line [[sitemap]]",
    "page": "Write each one under a line [[page]]",
}
"""What to do about each field that cannot be read."""

T = TypeVar("T", _Row, _File)

_ONLY_FOR = {"text": ("feed",), "max_age": ("feed", "sitemap"), "mixed": ("feed", "sitemap")}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd])")
_AT = re.compile(r"^(?P<why>.*?) - at `\$(?:\.(?P<field>\w+))?.*`$", re.DOTALL)
_UNKNOWN = re.compile(r"unknown field `(.*)`")


def load_feeds(path: str | Path) -> Feeds:
    """Return what a file watches; raises FeedsError with all that is wrong in it, each with its line."""
    try:
        text = Path(path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise FeedsError([f"{path}: there is no such file. Check the name"]) from None
    except OSError as error:
        raise FeedsError([f"{path}: it cannot be opened ({error.strerror}). Check its rights"]) from None
    except UnicodeDecodeError as error:
        raise FeedsError([f"{path}: it is not UTF-8 (byte {error.start + 1}). Save it as UTF-8"]) from None
    return read_feeds(text, str(path))


def read_feeds(text: str, path: str = "feeds.toml") -> Feeds:
    """Return what the text of a feeds.toml watches; raises FeedsError with everything that is wrong in it."""
    try:
        given = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise FeedsError([f"{path}: it is not TOML: {error}. Mend that place"]) from None
    problems: list[str] = []
    whole, wrong = _convert(given, _File)
    problems += [f"{path}: {told}" for told in wrong]
    if whole is None:
        raise FeedsError(problems)
    base, wrong = _times(whole)
    problems += [f"{path}: {told}" for told in wrong]
    watched: list[Watched] = []
    taken: dict[str, str] = {}
    for what, place, table in _tables(whole, text):
        made, wrong = _watched(what, table, base)
        if made is not None and made.url in taken:
            wrong = [*wrong, f"{made.url} is there already, at {taken[made.url]}. Take one of the two out"]
        problems += [f"{path}, {place}: {told}" for told in wrong]
        if made is not None:
            taken.setdefault(made.url, place)
            watched.append(made)
    if not problems and not watched:
        problems.append(f"{path}: it watches nothing. Write a line [[feed]], and under it a name and a url")
    if len(watched) > MOST:
        problems.append(f"{path}: it watches more than {MOST:,} feeds and pages. Part it in two")
    if problems:
        raise FeedsError(problems)
    return Feeds(watched=tuple(watched), contact=whole.contact)


def _tables(whole: _File, text: str) -> Iterator[tuple[What, str, object]]:
    """Yield every table, with the line on which it begins, if it can be found."""
    for what in get_args(What):
        tables: Sequence[object] = getattr(whole, what)
        head = re.compile(rf"^[ \t]*\[\[[ \t]*{what}[ \t]*\]\]", re.MULTILINE)
        lines = [text.count("\n", 0, hit.start()) + 1 for hit in head.finditer(text)]
        for at, given in enumerate(tables):
            place = f"line {lines[at]}" if len(lines) == len(tables) else f"{what} {at + 1}"
            yield what, place, given


def _watched(what: What, given: object, base: dict[str, float]) -> tuple[Watched | None, list[str]]:
    """Return what a table watches, or all that is wrong with it."""
    row, wrong = _convert(given, _Row)
    if row is None:
        return None, wrong
    times, more = _times(row)
    wrong += more
    assert isinstance(given, dict)
    for field in given:
        if what not in _ONLY_FOR.get(field, (what,)):
            fitting = " or ".join(f"[[{one}]]" for one in _ONLY_FOR[field])
            wrong.append(f'"{field}" means nothing for a {what}. Take it out; it is for a {fitting}')
    if not (row.name or "").strip() and not row.mixed and isinstance(given.get("name", ""), str):
        mixed = "" if what == "page" else "; or mixed = true, if each page tells its own publisher"
        wrong.append(f'it has no name. Say whose it is: name = "Example Gazette"{mixed}')
    if row.name and row.mixed:
        wrong.append("it has a name and is mixed. Take one of the two out: a name is that of every entry")
    try:
        address = address_of(row.url)
    except FetchError as refused:
        return None, [*wrong, f"{row.url!r}: {refused.why}. {refused.what_to_do}"]
    if is_inside(address.host):
        wrong.append(f"{row.url!r}: {address.host} is no public address. Watch one that everybody can reach")
    made = Watched(
        what=what,
        url=address.url,
        name=row.name,
        kind=row.kind,
        text=row.text,
        robots=row.robots,
        **(base | times),
    )
    return made, wrong


def _times(row: _Row | _File) -> tuple[dict[str, float], list[str]]:
    """Return the lengths of time that a table gives, in seconds, and those that cannot be read."""
    found, wrong = {}, []
    for field in ("interval", "delay", "max_age"):
        written = getattr(row, field)
        if written is None:
            continue
        hit = _LENGTH.fullmatch(written.strip())
        if hit is None:
            wrong.append(f'{field} "{written}" cannot be read. {WRITE_TIMES}')
        elif field == "interval" and float(hit[1]) * UNITS[hit[2]] < SHORTEST_INTERVAL:
            wrong.append(f'interval "{written}" is too short. Poll every {SHORTEST_INTERVAL:.0f}s at most')
        else:
            found[f"{field}_s"] = float(hit[1]) * UNITS[hit[2]]
    return found, wrong


def _convert(given: object, kind: type[T]) -> tuple[T | None, list[str]]:
    """Return the word that a table makes without what is wrong in it, and that; None where it makes none."""
    wrong: list[str] = []
    while True:
        try:
            return msgspec.convert(given, kind), wrong
        except msgspec.ValidationError as error:
            wrong.append(_told(str(error), kind))
            field = _field(str(error))
        if not isinstance(given, dict) or field not in given or field == "url":
            return None, wrong
        given = {name: value for name, value in given.items() if name != field}


def _field(said: str) -> str | None:
    """Return the field that msgspec speaks of, if it is one of the table itself."""
    if unknown := _UNKNOWN.search(said):
        return unknown[1]
    hit = _AT.match(said)
    return hit["field"] if hit else None


def _told(said: str, kind: type[Word]) -> str:
    """Return what msgspec says of a table, in words that tell what to do."""
    if unknown := _UNKNOWN.search(said):
        near = difflib.get_close_matches(unknown[1], kind.__struct_fields__, 1)
        known = ", ".join(kind.__struct_fields__)
        return f'"{unknown[1]}" is not known here. ' + (f"Is it {near[0]}?" if near else f"Known are {known}")
    if "missing required field `url`" in said:
        return f"it has no url. {WHAT_TO_DO['url']}"
    hit = _AT.match(said)
    field = (hit["field"] if hit else None) or ""
    why = (hit["why"] if hit else said).replace("`", "")
    return f"{field}: {why}. {WHAT_TO_DO.get(field, 'Mend it')}".removeprefix(": ")
