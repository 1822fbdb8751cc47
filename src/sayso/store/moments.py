"""Moments as a book keeps them: whole microseconds since 1970 in UTC; what is unknown stays None."""

from datetime import UTC, datetime, timedelta
from typing import overload

from sayso.errors import StoreError

__all__ = ["EPOCH", "micros", "moment"]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@overload
def micros(at: datetime) -> int: ...
@overload
def micros(at: datetime | None) -> int | None: ...
def micros(at: datetime | None) -> int | None:
    """Return a moment as whole microseconds since 1970 in UTC; StoreError for what is no moment."""
    if at is None:
        return None
    if not isinstance(at, datetime) or at.tzinfo is None:
        raise StoreError(f"{at!r}: a moment is a datetime with its time zone, as datetime.now(UTC)")
    return (at - EPOCH) // timedelta(microseconds=1)


@overload
def moment(number: int) -> datetime: ...
@overload
def moment(number: int | None) -> datetime | None: ...
def moment(number: int | None) -> datetime | None:
    """Return the moment that `micros` wrote."""
    return None if number is None else EPOCH + timedelta(microseconds=number)
