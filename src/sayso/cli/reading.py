"""The commands that need no book: read, about."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from textwrap import fill

import click

from sayso import __version__
from sayso.cli.pages import print_reading
from sayso.cli.paper import Paper
from sayso.cli.printing import end, print_json, remark
from sayso.intake import Refusal
from sayso.intake.pages import Page
from sayso.intake.places import pages_at
from sayso.model import Report

__all__ = ["about", "read", "taken"]


def read(files: tuple[str, ...], as_json: bool) -> None:
    """Print what each report of these files says, in their order."""
    from sayso.read import default_reader
    from sayso.reading_json import reading_json

    paper, refusals, reader = Paper(), [], default_reader()
    for place in files:
        for came in taken(place):
            if isinstance(came, Refusal):
                refusals.append(came)
                continue
            report = came.report if isinstance(came, Page) else came
            if report.cancels:
                remark(f"{report.item or report.id}: its publisher takes it back; nothing is read")
                continue
            reading = reader.read(report)
            if as_json:
                print_json(reading_json(reading))
            else:
                print_reading(paper, report, reading)
    end(refusals)


def taken(place: str) -> Iterator[Page | Report | Refusal]:
    """Yield what a file or folder holds, or an address of the web, as of now."""
    return pages_at(place, now=datetime.now(UTC), notice=remark, agent=f"sayso/{__version__}")


def about(as_json: bool) -> None:
    """Print the versions of sayso and of its reader, and how well that reads."""
    from sayso.read import default_reader, measured
    from sayso.read.accuracy import in_words

    reader = default_reader()
    python = ".".join(map(str, sys.version_info[:3]))
    told = {"sayso": __version__, "reader": f"{reader.name} {reader.version}", "python": python}
    known = measured(reader)
    if as_json:
        print_json({**told, "measured": known})
        return
    for name, value in told.items():
        click.echo(f"{name:8}{value}")
    click.echo()
    for line in in_words(known) if known else ["How well this reader reads has not been measured."]:
        click.echo(fill(line, 96, subsequent_indent="  "))
