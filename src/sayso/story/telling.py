"""`sayso demo`: puts the story into a book and tells what the record says at three moments."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Protocol

from sayso.casebook import Casebook
from sayso.model import COUNT_SLOTS, Finding, Reader, Record, Role
from sayso.phrases import SHORT, copied_phrase, plural, shown_phrase, slot_phrase
from sayso.store import MEMORY
from sayso.story.evening import MOMENTS, reports
from sayso.trace import first_hand

__all__ = ["Page", "changes", "run"]

Key = tuple[str, Role | None]


class Page(Protocol):
    """Where the demo writes: lines, records and figures, in the way of the door that runs it."""

    def line(self, text: str = "", *, indent: int = 0, bold: bool = False) -> None:
        """Write one line or paragraph."""

    def figures(self, record: Record) -> None:
        """Write the head of a record and its counts, each with its sentence and what rivals it."""


def run(
    page: Page,
    path: str | Path | None = None,
    reader: Reader | None = None,
    *,
    kept: bool = True,
    heard: Callable[[Casebook, datetime], None] | None = None,
) -> None:
    """Add the story to a book and tell it: records, what changed, who repeats whom, how to go on.

    The book is made at `path`, or without one in memory. `kept` says that it stays there, to go on with.
    `heard` is told of each moment at which reports came in, when they are in the book.
    """
    with Casebook.open(path or MEMORY, reader) as book:
        evening = reports()
        for at, came in groupby(evening, key=lambda report: report.received_at):
            book.add(came)
            if heard and at:
                heard(book, at)
        page.line(
            f"{len(evening)} made-up reports of one evening, by six outlets and an agency. "
            "Places are real; people, outlets and events are not."
        )
        _tell(page, book)
        incident = _largest(book, MOMENTS[-1])
    _go_on(page, incident, Path(path) if path and kept else None)


def changes(before: Record, after: Record) -> Iterator[str]:
    """Yield a line for each count that is shown otherwise than before, or for the first time, or no more."""
    old, new = _counts(before), _counts(after)
    for key in dict.fromkeys([*new, *old]):
        was, now = old.get(key), new.get(key)
        shown = (shown_phrase(was), shown_phrase(now))
        if shown[0] != shown[1]:
            yield f"{slot_phrase(*key)}: {shown[0]} -> {shown[1]}"


def _tell(page: Page, book: Casebook) -> None:
    records = [book.incident(_largest(book, moment), moment) for moment in MOMENTS]
    for before, record in zip([None, *records], records, strict=False):
        if before is not None:
            page.line()
            page.line(f"What changed by {_clock(record.as_of)}", bold=True)
            for change in changes(before, record):
                page.line(change, indent=2)
        page.line()
        page.line(f"The record as of {_clock(record.as_of)}", bold=True)
        page.line()
        page.figures(record)
    last = records[-1]
    page.line()
    page.line("Who repeats whom, and so adds no voice", bold=True)
    for line in _repeats(last):
        page.line(line, indent=2)
    page.line()
    page.line("Kept apart", bold=True)
    for head in book.incidents():
        if head.incident.id != last.incident.id:
            place = head.incident.place
            where = (place.city or place.text) if place else None
            page.line(
                f"{head.incident.kind} in {where or 'an unknown place'}, {plural(head.reports, 'report')}",
                indent=2,
            )


def _go_on(page: Page, incident: str, path: Path | None) -> None:
    page.line()
    page.line("To go on", bold=True)
    if path is None:
        page.line("sayso demo --keep evening.book", indent=2)
    book = path or "evening.book"
    for command in (
        f"sayso incidents {book}",
        f"sayso show {book} {incident[:SHORT]} --as-of {MOMENTS[1]:%Y-%m-%dT%H:%MZ}",
        f"sayso why {book} {incident[:SHORT]} killed",
        f"sayso serve {book}",
        f"sayso add {book} YOUR-REPORTS.jsonl",
    ):
        page.line(command, indent=2)


def _largest(book: Casebook, as_of: datetime) -> str:
    """Return the id of the incident that the most reports are on."""
    return max(book.incidents(as_of), key=lambda head: (head.reports, head.incident.id)).incident.id


def _counts(record: Record) -> dict[Key, Finding]:
    return {(f.slot, f.role): f for f in record.findings if f.slot in COUNT_SLOTS}


def _repeats(record: Record) -> Iterator[str]:
    names = {report.id: f"{report.source.name} ({report.id})" for report in record.reports if report.source}
    for copy in sorted(first_hand(record.copies, record.reports), key=lambda copy: (copy.report_id, copy.of)):
        later, origin = names.get(copy.report_id, copy.report_id), names.get(copy.of, copy.of)
        if copy.kind == "credited":
            yield f"{later} credits {origin}"
        else:
            yield f"{later} repeats {origin}: {copied_phrase(copy)}"


def _clock(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "now"
