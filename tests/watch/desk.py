"""A book, and a watcher that works at it one turn at a time."""

from pathlib import Path

from sqlalchemy import text
from tests.conftest import PlainReader
from tests.watch.site import Site

from sayso.casebook import Casebook
from sayso.model import Report
from sayso.watch import Event, Feeds, Readers, Settings, Tally, watch

__all__ = ["QUICK", "Desk"]

QUICK = Settings(tries=2, patience_s=0.5)
"""Gives a page up after two tries, and leaves to the next turn what must wait."""


class Desk:
    """A book in a file, or on a server, with the plain reader."""

    def __init__(self, home: str | Path, site: Site, readers: Readers) -> None:
        self.home, self.site, self.readers = str(home), site, readers
        self.events: list[Event] = []

    def turn(self, watched: Feeds, settings: Settings = QUICK) -> Tally:
        """Poll everything once."""
        self.events.clear()
        with Casebook.open(self.home, PlainReader()) as book:
            return watch(
                book,
                watched,
                once=True,
                settings=settings,
                readers=self.readers,
                fetcher=self.site.fetcher(),
                told=self.events.append,
            )

    def wait(self) -> None:
        """Let so much time go by that everything that is ever due again is due."""
        with Casebook.open(self.home, PlainReader()) as book, book.store.tasks() as tasks:
            tasks.connection.execute(text("UPDATE task SET due_at = 0 WHERE due_at IS NOT NULL"))
            tasks.connection.execute(text("UPDATE host SET free_at = 0"))

    def reports(self) -> list[Report]:
        """Return all reports with their text, as they were received."""
        with Casebook.open(self.home, PlainReader()) as book, book.store.view() as view:
            return list(view.full_reports(view.report_ids()).values())

    def told(self, what: str) -> list[str]:
        """Return what was told of in the last turn."""
        return [f"{event.label}: {event.why}" for event in self.events if event.what == what]
