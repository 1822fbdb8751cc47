"""The reports of the story, and the moments at which its record is worth a look."""

from datetime import UTC, datetime
from importlib.resources import files

from sayso.model import Report, decode

__all__ = ["MOMENTS", "reports"]

MOMENTS: tuple[datetime, ...] = tuple(datetime(2025, 10, 14, hour, tzinfo=UTC) for hour in (17, 18, 21))
"""After the first hour; when an outlet has the attacker in its toll; when a wounded woman has died."""


def reports() -> tuple[Report, ...]:
    """Return the reports of the evening in the order in which they were received."""
    lines = files("sayso.story").joinpath("evening.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(decode(line, Report) for line in lines)
