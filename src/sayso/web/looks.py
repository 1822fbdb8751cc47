"""When somebody last looked at an incident, as their browser remembers it: what has changed since is shown.

The cookie of an incident holds two moments: the last look before this visit, and the last of this visit.
A visit ends when nobody looked for VISIT, so that going to a sentence and back does not lose the changes.
"""

from datetime import UTC, datetime, timedelta

__all__ = ["COOKIE", "KEPT_FOR", "look"]

COOKIE = "looked"
VISIT = timedelta(minutes=30)
KEPT_FOR = timedelta(days=90)


def look(cookie: str | None, now: datetime) -> tuple[datetime | None, str]:
    """Return since when changes are new to whoever looks now, None at a first look, and the next cookie."""
    before, last = _read(cookie)
    if last is not None and (before is None or now - last > VISIT):
        before = last if now - last > VISIT else before
    return before, f"{_number(before)}.{_number(now)}"


def _read(cookie: str | None) -> tuple[datetime | None, datetime | None]:
    """Return the two moments of a cookie; what is no cookie of ours says nothing."""
    first, _, second = (cookie or "").partition(".")
    return _moment(first), _moment(second)


def _moment(word: str) -> datetime | None:
    if not word.isascii() or not word.isdecimal() or len(word) > 11 or word == "0":
        return None
    return datetime.fromtimestamp(int(word), UTC)


def _number(at: datetime | None) -> str:
    return str(int(at.timestamp())) if at else "0"
