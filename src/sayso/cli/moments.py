"""Moments, and how fast they follow each other, as they are written on a command line."""

import re
from datetime import UTC, datetime
from typing import Any

import click

from sayso.moments import moment_of, past_moment_of

__all__ = ["MomentType", "RateType", "as_of"]


class MomentType(click.ParamType[datetime]):
    """A day or a moment in ISO form, in UTC where it names no offset."""

    name = "moment"

    def __init__(self, *, end_of_day: bool, past: bool = False) -> None:
        """`end_of_day` says which moment a day alone means: its last, or its first; `past` is of what was."""
        self.end_of_day = end_of_day
        self.past = past

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the moment in UTC; fails with a line that says what to write."""
        if isinstance(value, datetime):
            return value
        try:
            if self.past:
                return past_moment_of(str(value), datetime.now(UTC))
            return moment_of(str(value), end_of_day=self.end_of_day)
        except ValueError as wrong:
            self.fail(str(wrong), param, ctx)


class RateType(click.ParamType[float]):
    """How many times as fast something is told as it happened: "60x", or 60."""

    name = "rate"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the rate; fails with a line that says what to write."""
        words = str(value).strip().lower().removesuffix("x")
        if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", words) or float(words) == 0:
            self.fail(f"{value!r} is no rate; write 60x for sixty times as fast", param, ctx)
        return float(words)


as_of = click.option(
    "--as-of",
    type=MomentType(end_of_day=True, past=True),
    help="With what had been received by then: 2024-03-01T22:40 (UTC), or a day, which means its end.",
)
