"""The command that lists what was set aside: reports in which no incident was read, by story."""

from datetime import datetime

import click

from sayso.cli.moments import MomentType, as_of
from sayso.cli.printing import as_json, print_json, remark

__all__ = ["aside"]

SHOWN = 4
"""Headlines of a story that are printed; --json has all."""


@click.command()
@click.argument("book", metavar="BOOK")
@as_of
@click.option("--since", type=MomentType(end_of_day=False), help="Only what was received since then.")
@click.option(
    "--most",
    type=click.IntRange(1, 5000),
    default=500,
    show_default=True,
    help="So many reports at most, the last received.",
)
@as_json
def aside(book: str, as_of: datetime | None, since: datetime | None, most: int, as_json: bool) -> None:
    """List the reports that tell of no incident, by story.

    Those that share rare words are one story. One that stands beside an incident, as a vigil does, is shown
    with it, and changes nothing of it.
    """
    from sayso import phrases
    from sayso.casebook import Casebook
    from sayso.cli.paper import Paper

    with Casebook.open(book, create=False) as opened:
        told = opened.aside(as_of, since=since, most=most)
    if as_json:
        for story in told.stories:
            print_json(story)
        return
    if not told.stories:
        remark("No report was set aside: each tells of an incident, or was not read.")
        return
    paper = Paper()
    for story in told.stories:
        near = story.incident
        beside = f", beside {near.id[: phrases.SHORT]}  {phrases.headline(near)}" if near else ""
        words = f": {', '.join(story.words)}" if story.words else ""
        paper.line(f"{phrases.plural(len(story.reports), 'report')}{words}{beside}", bold=True)
        for report in story.reports[:SHOWN]:
            source = f"{phrases.outlet(report)} · {phrases.published_phrase(report)}"
            paper.line(f"{report.title or 'no headline'} ({source})", indent=4)
        if len(story.reports) > SHOWN:
            paper.line(f"and {len(story.reports) - SHOWN:,} more", indent=4)
    reports = sum(len(story.reports) for story in told.stories)
    paper.line()
    more = told.total > reports
    counted = f"{reports:,} of {told.total:,} reports" if more else phrases.plural(reports, "report")
    paper.line(f"{counted} that tell{'s' if told.total == 1 else ''} of no incident.")
