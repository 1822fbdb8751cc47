"""One JSON object to a Report: names of fields, their aliases, and what is done with the others."""

from collections.abc import Callable, Mapping
from datetime import datetime
from difflib import get_close_matches
from typing import Any

import msgspec

from sayso.intake.clocks import AHEAD, read_instant, read_published
from sayso.intake.outcome import RefusedError
from sayso.model import Grain, PublishedFrom, Report, Source, report_id, source_of, values

__all__ = ["ALIASES", "EXTRAS", "MAX_CHARACTERS", "report_from"]

MAX_CHARACTERS = 1_000_000
"""The longest text taken in, in code points: some 170,000 words, fifty times the longest news report."""

ALIASES: dict[str, str] = {
    "report_id": "id",
    "outlet": "source",
    "publisher": "source",
    "headline": "title",
    "body": "text",
    "dct": "published_at",
    "published": "published_at",
    "lang": "language",
}
"""Other names that files have for the fields of Report; where both are there, the own name wins."""

EXTRAS: frozenset[str] = frozenset(
    {
        "author", "boilerplate", "byline", "category", "dateline", "description", "event", "incident",
        "keywords", "section", "story_id", "tags", "text_kind", "topic",
    }
)  # fmt: skip
"""Fields that files of reports often carry and that sayso does not use: ignored without a word."""

_TEXTS = ("id", "url", "title", "text", "language", "replaces", "item")
_TIMES = ("published_at", "published_grain", "published_from", "received_at")
_FIELDS = (*_TEXTS, *_TIMES, "source", "version", "cancels")


def report_from(
    fields: Mapping[str, Any], remark: Callable[[str], None], now: datetime | None = None
) -> Report:
    """Return the Report that the fields of a JSON object make; raises RefusedError when they make none.

    Null is unknown. Fields that are not known are named in one remark. A publication time that cannot
    be read, or that lies more than a day after `now`, is left unknown, with a remark.
    """
    known = _by_own_name(fields, remark)
    texts = {name: _text(known, name) for name in _TEXTS}
    title, text = texts["title"], texts["text"] or ""
    if len(text) > MAX_CHARACTERS:
        raise RefusedError(
            f"the text has {len(text):,} characters, over the {MAX_CHARACTERS:,} that a report may have",
            "Split it into its reports",
        )
    cancels = known.get("cancels") is True
    if not cancels and not text.strip() and not (title or "").strip():
        raise RefusedError("the report has no words: title and text are empty", 'Give it a "text"')
    source = _source(known.get("source"))
    published_at, grain = _published(known, remark, now)
    return Report(
        id=texts["id"] or report_id(source, texts["url"], title, text),
        source=source,
        url=texts["url"],
        title=title,
        text=text,
        language=texts["language"],
        published_at=published_at,
        published_grain=grain,
        published_from=_published_from(known, remark) if published_at else None,
        received_at=_received(known, remark, now),
        replaces=texts["replaces"],
        item=texts["item"],
        version=_version(known, remark),
        cancels=cancels,
    )


def _by_own_name(fields: Mapping[str, Any], remark: Callable[[str], None]) -> dict[str, Any]:
    known: dict[str, Any] = {name: fields[name] for name in _FIELDS if fields.get(name) is not None}
    for alias, name in ALIASES.items():
        value = fields.get(alias)
        if value is not None and known.setdefault(name, value) != value:
            remark(f'"{alias}" is not used: "{name}" says something else')
    unknown = sorted(set(fields) - set(_FIELDS) - set(ALIASES) - EXTRAS)
    if unknown:
        remark(f"not a field of a report, not used: {', '.join(map(_perhaps, unknown))[:200]}")
    return known


def _perhaps(name: str) -> str:
    """Return the name of a field that is not known, with the one that may be meant: a slip of the pen."""
    meant = get_close_matches(name, (*_FIELDS, *ALIASES), n=1, cutoff=0.8)
    return f"{name} (is it {meant[0]}?)" if meant else name


def _text(known: Mapping[str, Any], name: str) -> str | None:
    value = known.get(name)
    if name == "id" and type(value) is int:
        return str(value)
    if value is not None and not isinstance(value, str):
        raise RefusedError(f'"{name}" is {_kind(value)}, not text', "Put it in quotes, or leave it out")
    if name == "id" and value is not None and not value.strip():
        return None
    return value


def _source(value: object) -> Source | None:
    if value is None or isinstance(value, str):
        return source_of(value)
    if not isinstance(value, dict):
        raise RefusedError(
            f'"source" is {_kind(value)}', "Give the outlet's name, or an object with a name and a kind"
        )
    plain = source_of(value.get("name") if isinstance(value.get("name"), str) else None)
    try:
        return msgspec.convert({"id": plain.id if plain else None, **value}, Source)
    except msgspec.ValidationError as error:
        raise RefusedError(
            f'"source" cannot be read: {error}', "Give the outlet's name, or an object with a name and a kind"
        ) from None


def _published(
    known: Mapping[str, Any], remark: Callable[[str], None], now: datetime | None
) -> tuple[datetime | None, Grain]:
    value, asked = known.get("published_at"), known.get("published_grain")
    if value is None:
        return None, "unknown"
    read = read_published(value) if isinstance(value, str) else None
    if read is None:
        remark(
            f"published {value!r:.60} is not a time that can be read, such as 2017-04-20 or "
            "2017-04-20T21:00:00+02:00; left unknown"
        )
        return None, "unknown"
    moment, grain = read
    if now is not None and moment > now + AHEAD:
        remark(f"published {value} lies in the future; left unknown")
        return None, "unknown"
    if asked in values(Grain) and asked != "unknown" and grain == "instant":
        grain = asked
    return moment, grain


def _published_from(known: Mapping[str, Any], remark: Callable[[str], None]) -> PublishedFrom:
    """Return where a time of publication was found; the file itself, if it does not say otherwise."""
    where: PublishedFrom | None = known.get("published_from")
    if where is None or where in values(PublishedFrom):
        return where or "file"
    remark(f'"published_from" is {where!r:.40}, not {", ".join(values(PublishedFrom))}; taken as file')
    return "file"


def _version(known: Mapping[str, Any], remark: Callable[[str], None]) -> int | None:
    version = known.get("version")
    if version is None or (type(version) is int and version >= 0):
        return version
    remark(f'"version" is {version!r:.40}, not a whole number; not used')
    return None


def _received(
    known: Mapping[str, Any], remark: Callable[[str], None], now: datetime | None
) -> datetime | None:
    value = known.get("received_at")
    if value is None:
        return None
    moment = read_instant(value) if isinstance(value, str) else None
    if moment is None or (now is not None and moment > now + AHEAD):
        remark(f"received_at {value!r:.60} is not a past time with its zone; the book's own clock is used")
        return None
    return moment


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)
