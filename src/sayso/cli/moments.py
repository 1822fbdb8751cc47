"""Moments as they are written on a command line."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import click

__all__ = ["MomentType"]


class MomentType(click.ParamType[datetime]):
    """A day or a moment in ISO form, in UTC where it names no offset."""

    name = "moment"

    def __init__(self, *, end_of_day: bool) -> None:
        """`end_of_day` says which moment a day alone means: its last, or its first."""
        self.end_of_day = end_of_day

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the moment in UTC; fails with a line that says what to write."""
        if isinstance(value, datetime):
            return value
        words = str(value).strip()
        if re.fullmatch(r"\d{1,2}[:h.]\d{2}(?:[:.]\d{2})?\s*(?:Z|[ap]m)?", words, re.IGNORECASE):
            self.fail(f"{words!r} is a clock time without a day; write 2024-03-01T22:40", param, ctx)
        try:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
                first = datetime.combine(date.fromisoformat(words), time(), UTC)
                return first + timedelta(days=1, microseconds=-1) if self.end_of_day else first
            moment = datetime.fromisoformat(words)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            self.fail(f"{words!r} is no moment; write 2024-03-01 or 2024-03-01T22:40Z", param, ctx)
