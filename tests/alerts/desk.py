"""A desk for the tests of alerts: a book, the moments of an evening, and one round of telling."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from tests.conftest import EVENING, PlainReader, a_report, a_story

from sayso.alerts import Settings, Told, deliver
from sayso.casebook import Casebook

AT_ONCE = Settings(hold_s=0, url="https://desk.example")
"""Tells at once; links lead to a desk."""


def at(hour: float) -> datetime:
    """Return the moment at which `told` at this hour counts as received."""
    return EVENING + timedelta(hours=hour, minutes=5)


def tell(book: Casebook, hour: float, city: str, *said: str, by: str = "Gazette") -> None:
    """Add a report on a city, received at this hour."""
    book.add([a_report(a_story(city, *said), hour=hour, by=by)], now=at(hour))


def round_of(book: Casebook, hour: float, settings: Settings = AT_ONCE) -> Told:
    """Look and tell once, at this hour."""
    return asyncio.run(deliver(book, settings, now=at(hour)))


@contextmanager
def a_desk(home: str) -> Iterator[Casebook]:
    """Open a book with the plain reader."""
    with Casebook.open(home, PlainReader()) as opened:
        yield opened
