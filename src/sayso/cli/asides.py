"""The command that lists what was set aside: reports that tell of no incident, or were not read."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from sayso.cli.moments import MomentType, as_of
from sayso.cli.printing import as_json, print_json, remark

if TYPE_CHECKING:
    from sayso.cli.paper import Paper
    from sayso.model import Asides, Story

__all__ = ["aside"]

SHOWN = 4
"""Headlines of a story, or of a reason, that are printed; --json has all."""


@click.command()
@click.argument("book", metavar="BOOK")
@as_of
@click.option("--since", type=MomentType(end_of_day=False), help="Only what was received since then.")
@click.option(
    "--most",
    type=click.IntRange(1, 5000),
    default=500,
    show_default=True,
    help="So many reports at most, the last received; and so many that were not read.",
)
@as_json
def aside(book: str, as_of: datetime | None, since: datetime | None, most: int, as_json: bool) -> None:
    """List the reports that tell of no incident, by story.

    Those that share rare words are one story. One that stands beside an incident, as a vigil does, is shown
    with it, and changes nothing of it. In the end come those that were kept but not read, and why.
    """
    from sayso.casebook import Casebook
    from sayso.cli.paper import Paper

    with Casebook.open(book, create=False) as opened:
        told = opened.aside(as_of, since=since, most=most)
    if as_json:
        for one in (*told.stories, *told.unread):
            print_json(one)
    elif told.stories or told.unread:
        _print_asides(Paper(), told)
    else:
        remark("No report was set aside: each tells of an incident.")


def _print_asides(paper: "Paper", told: "Asides") -> None:
    """Print the stories, then what was not read by reason, and how many reports each are."""
    from sayso import phrases

    groups = [(story.reports, _told_of(story)) for story in told.stories]
    groups += [(one.reports, f", {phrases.unread_phrase(one.why)}") for one in told.unread]
    for reports, why in groups:
        paper.line(f"{phrases.plural(len(reports), 'report')}{why}", bold=True)
        for report in reports[:SHOWN]:
            source = f"{phrases.outlet(report)} · {phrases.published_phrase(report)}"
            paper.line(f"{report.title or 'no headline'} ({source})", indent=4)
        if len(reports) > SHOWN:
            paper.line(f"and {len(reports) - SHOWN:,} more", indent=4)
    paper.line()
    for those, total, one_is, more_are in (
        (told.stories, told.total, "tells of no incident", "tell of no incident"),
        (told.unread, told.unread_total, "was kept but not read", "were kept but not read"),
    ):
        shown = sum(len(one.reports) for one in those)
        counted = f"{shown:,} of {total:,} reports" if total > shown else phrases.plural(shown, "report")
        if total:
            paper.line(f"{counted} that {one_is if total == 1 else more_are}.")


def _told_of(story: "Story") -> str:
    """Return the words that the reports of a story share, and the incident beside which it stands."""
    from sayso import phrases

    near = story.incident
    beside = f", beside {near.id[: phrases.SHORT]}  {phrases.headline(near)}" if near else ""
    return (f": {', '.join(story.words)}" if story.words else "") + beside
