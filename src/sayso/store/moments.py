"""Moments as a book keeps them: whole microseconds since 1970 in UTC."""

from datetime import UTC, datetime, timedelta

__all__ = ["EPOCH", "micros", "moment"]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def micros(at: datetime) -> int:
    """Return a moment as whole microseconds since 1970 in UTC."""
    return (at - EPOCH) // timedelta(microseconds=1)


def moment(number: int) -> datetime:
    """Return the moment that `micros` wrote."""
    return EPOCH + timedelta(microseconds=number)
