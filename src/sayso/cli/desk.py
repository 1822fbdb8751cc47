"""The commands that work on a book: add, incidents, show, why, review."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Literal, TypedDict, Unpack

import click

from sayso import phrases
from sayso.casebook import Casebook
from sayso.casebook.asking import unknown_town
from sayso.clean import clean
from sayso.cli.pages import print_grounds, print_headlines, print_record, print_review, print_totals
from sayso.cli.paper import Paper
from sayso.cli.printing import end, print_json, remark
from sayso.cli.reading import taken
from sayso.errors import AskedError
from sayso.intake import Refusal
from sayso.intake.pages import Page
from sayso.model import SLOTS, Added, Outcome, Report, Status

__all__ = ["Wishes", "add", "incidents", "progress", "review", "show", "summary", "why"]


class Wishes(TypedDict):
    """Which incidents are asked for, in the words of `Casebook.incidents`."""

    since: datetime | None
    until: datetime | None
    kind: str | None
    country: str | None
    background: bool
    place: str | None
    happened: str | None
    name: str | None
    slot: str | None
    standing: Status | None
    text: str | None
    profile: str


def add(path: str, files: tuple[str, ...], received: Literal["now", "published"], as_json: bool) -> None:
    """Add the reports of these files, and of pages of the web, to the book at a path."""
    came: list[Report | Page] = []
    refusals: list[object] = []
    for place in files:
        for one in taken(place):
            if isinstance(one, Refusal):
                refusals.append(one)
            else:
                came.append(one)
    if not came:
        end(refusals)
    with Casebook.open(path) as book, progress(len(came)) as step:
        reports = (book.next_version(*one) if isinstance(one, Page) else one for one in came)
        added = book.add(reports, received=received, told=step)
    for outcome in added.outcomes:
        if as_json:
            print_json(outcome)
        if outcome.fate == "unread":
            remark(f"report {outcome.report_id}: kept; {phrases.unread_phrase(outcome.why or '')}")
        if outcome.fate == "refused":
            refusals.append(f"report {outcome.report_id}: {outcome.why}; {outcome.what_to_do}")
    if not as_json:
        click.echo(summary(path, added, len(refusals)))
    end(refusals)


def incidents(
    path: str, as_of: datetime | None, *, totals: bool, as_json: bool, **asked: Unpack[Wishes]
) -> None:
    """List the incidents of a book that are asked for, and the people over all of them."""
    place = asked["place"]
    if country := asked["country"]:
        asked["country"] = country.upper()
    with Casebook.open(path, create=False) as book:
        try:
            heads = book.incidents(as_of, **asked)
        except AskedError as wrong:
            raise click.UsageError(clean(str(wrong))) from wrong
        over_all = book.totals(heads)
    if as_json:
        for head in heads:
            print_json(head)
        if totals:
            print_json({"totals": over_all})
    elif heads:
        paper = Paper()
        print_headlines(paper, heads)
        print_totals(paper, over_all)
    else:
        narrowed = as_of or any(value for name, value in asked.items() if name != "profile")
        remark("No incidents fit." if narrowed else "This book lists no incident yet.")
        if place and (town := unknown_town(place)):
            remark(f"{town}: no town of this name is known; look how it is written")


def show(path: str, incident: str, as_of: datetime | None, profile: str, as_json: bool) -> None:
    """Show one record."""
    with Casebook.open(path, create=False) as book:
        record = book.incident(incident, as_of, profile=profile)
    if as_json:
        print_json(record)
        return
    paper = Paper()
    print_record(paper, record)
    ref = record.incident.id[: phrases.SHORT]
    slots = [finding.slot for finding in record.findings]
    if slots:
        option = "" if profile == "desk" else f" --profile {profile}"
        paper.line()
        slot = "killed" if "killed" in slots else min(slots, key=list(SLOTS).index)
        paper.line(f"Every sentence behind a figure: sayso why {path} {ref} {slot}{option}")


def why(path: str, incident: str, slot: str, as_of: datetime | None, profile: str, as_json: bool) -> None:
    """Show why the findings on a slot stand."""
    with Casebook.open(path, create=False) as book:
        grounds = book.why(incident, slot, as_of, profile=profile)
    if as_json:
        for ground in grounds:
            print_json(ground)
    else:
        print_grounds(Paper(), incident, slot, grounds)


def review(path: str, most: int, as_json: bool) -> None:
    """Show what a person should look at."""
    with Casebook.open(path, create=False) as book:
        queue = book.review(most)
    if as_json:
        for one in (*queue.near, *queue.doubts):
            print_json(one)
    elif queue.near or queue.doubts:
        print_review(Paper(), queue)
    else:
        remark("Nothing waits for a person's look.")


def summary(path: str, added: Added, refused: int) -> str:
    """Return one line on what became of what was to be added."""
    told = {"added": "added", "unread": "kept but not read", "known": "already in the book"}
    counts = [(sum(o.fate == fate for o in added.outcomes), words) for fate, words in told.items()]
    counts.append((refused, "refused"))
    parts = [f"{number} {words}" for number, words in counts if number or words == "added"]
    changed = phrases.plural(len(added.incident_ids), "incident")
    return f"{path}: {', '.join(parts)}; {changed} changed"


@contextmanager
def progress(total: int) -> Iterator[Callable[[Outcome], None]]:
    """Show a bar on stderr, where that is a terminal, while reports are read."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True, no_color=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda _: bar.advance(task)
