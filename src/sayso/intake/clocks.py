"""Times as publishers write them: a moment with its grain, or unknown. No zone and no day is invented."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from sayso.model import Grain

__all__ = ["AHEAD", "Told", "read_instant", "read_mailed", "read_published"]

Told = tuple[datetime, Grain]
"""A moment and how exactly it is told."""

# The furthest that a publisher's clock may run ahead of ours: the day begins 14 hours earlier in the east.
AHEAD = timedelta(days=1)

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?"
)


def read_published(words: str) -> Told | None:
    """Return when something was published and how exactly that is told; None if it cannot be read.

    "2017-04-20" is a day, "2017-04" a month, "2017" a year, each at its first moment in UTC. A time with
    a zone is an instant. A time without a zone tells only the day: no zone is invented for it.
    """
    words = words.strip()
    if (partial := _PARTIAL.fullmatch(words)) is not None:
        year, month, day = partial.groups()
        grain: Grain = "day" if day else "month" if month else "year"
        return _moment(f"{year}-{month or '01'}-{day or '01'}", grain)
    if (found := _INSTANT.fullmatch(words)) is None:
        return None
    if found[1] is None:
        return _moment(words[:10], "day")
    zone = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00"}.get(found[1].upper(), found[1])
    return _moment(words[: found.start(1)].strip().replace(",", ".") + zone, "instant")


def read_instant(words: str) -> datetime | None:
    """Return the instant that words give with its zone, in UTC; None for anything less exact."""
    read = read_published(words)
    return read[0] if read is not None and read[1] == "instant" else None


def read_mailed(words: str) -> Told | None:
    """Return when something was published, told as in RSS and in mail; None if it cannot be read.

    "Tue, 03 Mar 2026 18:20:00 +0100" is an instant; without a time, or with no zone that is known, a day.
    """
    words = words.strip()
    try:
        moment = parsedate_to_datetime(words if ":" in words else f"{words} 00:00:00")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is not None:
        return _moment(moment.isoformat(), "instant")
    # "-0000" is UTC, of a server that does not tell where it stands (RFC 5322).
    if words.endswith("-0000"):
        return moment.replace(tzinfo=UTC), "instant"
    return _moment(moment.date().isoformat(), "day")


def _moment(iso: str, grain: Grain) -> Told | None:
    try:
        moment = datetime.fromisoformat(iso)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC), grain
    except (ValueError, OverflowError):
        return None
