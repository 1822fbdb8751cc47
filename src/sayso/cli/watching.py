"""The command that watches feeds and pages, and the line that says how the work stands."""

import shutil
import sys
import time
from typing import TYPE_CHECKING

import click

from sayso.clean import clean
from sayso.cli.printing import as_json, end, print_json, remark

if TYPE_CHECKING:
    from sayso.watch import Event, Tally

__all__ = ["StatusLine", "status", "watch"]

PLAIN_S = 60.0
"""How often a line on the work is written where it cannot be written over: to a file, to a log."""

KEPT = ("new", "changed", "summary")
CLEAR = "\r\x1b[K"


@click.command()
@click.argument("book", metavar="BOOK")
@click.argument("feeds", metavar="FEEDS")
@click.option("--once", is_flag=True, help="Poll each feed once, fetch and read all that is new, and end.")
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read."
)
@as_json
def watch(book: str, feeds: str, once: bool, workers: int, as_json: bool) -> None:
    """Watch feeds, sitemaps and pages, and add what they publish.

    FEEDS is a .toml that names them; see docs/watch.md. Runs until Ctrl-C or SIGTERM. What is kept is
    printed; stderr says how the work stands, and what cannot be had. Several may watch for one book. With
    --once the status is 1 when anything failed or was refused.
    """
    from sayso.casebook import Casebook
    from sayso.errors import FeedsError
    from sayso.watch import Readers, load_feeds
    from sayso.watch import watch as watch_feeds

    try:
        watched = load_feeds(feeds)
    except FeedsError as wrong:
        end(str(wrong).split("\n"))
        return
    line = StatusLine(as_json)
    with Casebook.open(book) as opened, Readers(count=workers) as readers:
        tally = watch_feeds(opened, watched, once=once, readers=readers, told=line.told, shown=line.shown)
    line.close(tally)
    if once and (tally.failed or tally.refused or tally.left):
        click.get_current_context().exit(1)


class StatusLine:
    """Prints what happens, and under it, where that is a terminal, one line that is written over."""

    def __init__(self, as_json: bool) -> None:
        """Print for people, or as JSON."""
        self._as_json = as_json
        self._over = sys.stderr.isatty()
        self._last, self._at = "", time.monotonic()

    def told(self, event: "Event") -> None:
        """Print something that happened: what is kept on stdout, what is not on stderr."""
        if self._over:
            click.echo(CLEAR, nl=False, err=True)
        if self._as_json:
            print_json(event)
        elif event.what in KEPT:
            click.echo(clean(_line(event)))
        else:
            remark(_line(event))
        if self._over:
            click.echo(self._last, nl=False, err=True)

    def shown(self, tally: "Tally") -> None:
        """Print how the work stands: at once on a terminal, else now and then, when it has changed."""
        line = clean(status(tally))
        if self._over:
            self._last = line[: shutil.get_terminal_size().columns - 1]
            click.echo(f"{CLEAR}{self._last}", nl=False, err=True)
        elif line != self._last and time.monotonic() - self._at >= PLAIN_S:
            self._last, self._at = line, time.monotonic()
            click.echo(line, err=True)

    def close(self, tally: "Tally") -> None:
        """Print how the work stands in the end."""
        click.echo(f"{CLEAR if self._over else ''}{clean(status(tally))}", err=True)


def status(tally: "Tally") -> str:
    """Return one line on how the work stands."""
    failing = f" ({tally.failing:,} cannot be had)" if tally.failing else ""
    counts = (
        (tally.due, "due", True),
        (tally.fetched, "fetched", True),
        (tally.new, "new", True),
        (tally.changed, "changed", True),
        (tally.summaries, "from the feed alone", False),
        (tally.failed, "failed", True),
        (tally.refused, "refused", False),
        (tally.left, "left for the next run", False),
    )
    told = [f"{number:,} {words}" for number, words, always in counts if number or always]
    return f"{tally.watched:,} watched{failing}: {', '.join(told)}"


def _line(event: "Event") -> str:
    return f"{event.what}: {event.label}" + (f": {event.why}" if event.why else "")
