"""The evening once more, as it came in, faster: a book that grows while somebody looks at it.

Each report counts as received at the moment at which the book takes it in, since that is when it does: the
record as of a moment of the replay is what had come in by then. When it was published stays what its outlet
says, an evening of 2025.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event

import msgspec

from sayso.casebook import Casebook
from sayso.errors import StoreError
from sayso.model import Added, Report
from sayso.story.evening import reports

__all__ = ["lasts", "must_be_empty", "replay"]

Heard = Callable[[Report, Added], None]


def lasts(rate: float) -> timedelta:
    """Return how long the evening lasts when it is told so many times as fast."""
    evening = reports()
    return (_received(evening[-1]) - _received(evening[0])) / rate


def replay(book: Casebook, rate: float, stop: Event, heard: Heard) -> None:
    """Add the reports of the evening to an empty book, one by one, until all are in or `stop` is set.

    The time between two of them is that of the evening, divided by `rate`. `heard` is told of each, as the
    outlet sent it, with what it changed. Raises StoreError when the book holds reports already.
    """
    must_be_empty(book)
    before = None
    for report in reports():
        at = _received(report)
        if before is not None and stop.wait((at - before).total_seconds() / rate):
            return
        before = at
        added = book.add([msgspec.structs.replace(report, received_at=datetime.now(UTC))])
        heard(report, added)


def must_be_empty(book: Casebook) -> None:
    """Raise StoreError when a book holds reports already: the evening would not begin at its beginning."""
    with book.store.view() as view:
        if view.report_count():
            raise StoreError(f"{book.store.name}: this book holds reports already; name a new one")


def _received(report: Report) -> datetime:
    assert report.received_at is not None
    return report.received_at
