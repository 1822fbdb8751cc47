"""The commands that need no book: read, about."""

import sys
from datetime import UTC, datetime

import click

from sayso import __version__
from sayso.cli.pages import print_reading
from sayso.cli.paper import Paper
from sayso.cli.printing import end, print_json, remark
from sayso.intake import Refusal, reports_from

__all__ = ["about", "read"]


def read(files: tuple[str, ...], as_json: bool) -> None:
    """Print what each report of these files says, in their order."""
    from sayso.read import default_reader
    from sayso.reading_json import reading_json

    paper, refusals = Paper(), []
    for path in files:
        for report in reports_from(path, now=datetime.now(UTC), notice=remark):
            if isinstance(report, Refusal):
                refusals.append(report)
                continue
            reading = default_reader().read(report)
            if as_json:
                print_json(reading_json(reading))
            else:
                print_reading(paper, report, reading)
    end(refusals)


def about(as_json: bool) -> None:
    """Print the versions of sayso and of its reader."""
    from sayso.read import default_reader

    reader = default_reader()
    python = ".".join(map(str, sys.version_info[:3]))
    told = {"sayso": __version__, "reader": f"{reader.name} {reader.version}", "python": python}
    if as_json:
        print_json(told)
        return
    for name, value in told.items():
        click.echo(f"{name:8}{value}")
