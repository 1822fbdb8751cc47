"""The command that shows what this is: the bundled story told, shown to a browser, or told again live."""

import asyncio
import contextlib
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import click

from sayso.alerts import Settings, add_rule, deliver, rules
from sayso.casebook import Casebook
from sayso.clean import clean
from sayso.cli.pages import print_figures
from sayso.cli.paper import Paper
from sayso.cli.printing import remark
from sayso.errors import SaysoError
from sayso.model import COUNT_SLOTS, Added, Record, Report
from sayso.phrases import outlet, shown_phrase, slot_phrase
from sayso.story import MOMENTS, lasts, must_be_empty, replay, run

__all__ = ["demo", "replayed"]

PORT = 8000
"""Where the story is shown, if nothing else is there."""

RULES = (
    "killed in Trieste changes",
    "any dispute in IT",
    "any dispute ends in IT",
    "new incident in IT",
)
"""Of what the demo's page of alerts tells."""

HOLD_S = 1.0


def demo(keep: str | None, serve: bool | None, port: int | None) -> None:
    """Tell the bundled story; then show its book to a browser, if that is wanted or a terminal listens."""
    shows = sys.stdout.isatty() if serve is None else serve
    if not (shows or keep):
        run(StoryPage())
        return
    with _place(keep) as path:
        with Casebook.open(path) as book:
            _make_rules(book, MOMENTS[0] - timedelta(days=1))
        run(StoryPage(), path, kept=keep is not None, heard=_tell_alerts)
        if shows:
            _show(path, port, lambda address: click.echo(_where(address)))


def replayed(keep: str | None, port: int | None, rate: float) -> None:
    """Show an empty book to a browser, and let the reports of the story come in, so many times as fast."""
    stop = threading.Event()

    def tell_evening() -> None:
        try:
            with Casebook.open(path) as book:
                replay(book, rate, stop, lambda report, added: click.echo(_came(book, report, added)))
        except SaysoError as wrong:
            remark(wrong)
            return
        if not stop.is_set():
            click.echo("That was the evening; the book stays here until Ctrl-C.")

    def begin(address: str) -> None:
        minutes = lasts(rate) / timedelta(minutes=1)
        click.echo(_where(address))
        click.echo(
            f"The evening is told again in {minutes:.1f} minutes. What comes in counts as received now; "
            "the times below are the evening's."
        )
        telling.start()

    with _place(keep) as path:
        with Casebook.open(path) as book:
            must_be_empty(book)
            _make_rules(book)
        telling = threading.Thread(target=tell_evening, daemon=True)
        try:
            _show(path, port, begin)
        finally:
            stop.set()
            if telling.ident:
                telling.join()


class StoryPage:
    """Lets the story print as this door does."""

    def __init__(self) -> None:
        """Print on stdout."""
        self.paper = Paper()

    def line(self, text: str = "", *, indent: int = 0, bold: bool = False) -> None:
        """Write one paragraph."""
        self.paper.line(text, indent=indent, bold=bold)

    def figures(self, record: Record) -> None:
        """Write the head of a record and its counts."""
        print_figures(self.paper, record)


@contextlib.contextmanager
def _place(keep: str | None) -> Iterator[str]:
    """Give where the book of the story is; a temporary one is gone afterwards."""
    if keep is not None:
        yield keep
        return
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        yield str(Path(folder) / "evening.book")


def _make_rules(book: Casebook, at: datetime | None = None) -> None:
    """Make the rules of the demo at a moment, or now; a book that was kept has them."""
    made = {rule.says for rule in rules(book)}
    for says in RULES:
        if says not in made:
            add_rule(book, says, "web", by="demo", now=at)


def _tell_alerts(book: Casebook, at: datetime) -> None:
    """Tell what the rules ask for at a moment of the evening."""
    asyncio.run(deliver(book, Settings(hold_s=0), now=at))


def _show(path: str, port: int | None, told: Callable[[str], None]) -> None:
    """Serve a book on this machine until Ctrl-C."""
    from sayso.web.serving import Serving, serve

    port = port or _free(PORT if port is None else port)
    alerts = Settings(hold_s=HOLD_S, url=f"http://127.0.0.1:{port}")
    serve(path, Serving(port=port), alerts=alerts, told=told)


def _free(port: int) -> int:
    """Return a port, or any other if that one is taken."""
    for wanted in (port, 0):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", wanted))
            return int(probe.getsockname()[1])
    return 0


def _where(address: str) -> str:
    return f"\nTo look at it: {address} (Ctrl-C ends it)"


def _came(book: Casebook, report: Report, added: Added) -> str:
    """Return what came in, and which counts of incidents that reports are about it moved."""
    with book.store.view() as view:
        lines = view.headlines_of({revision.incident_id for revision in added.revisions})
    told = [f"{report.received_at:%H:%M}  {clean(f'{outlet(report)}: {report.title}')}"]
    for revision in added.revisions:
        head = lines.get(revision.incident_id)
        if head and head.main and revision.slot in COUNT_SLOTS:
            place = head.incident.place
            where = (place.city or place.text) if place else None
            what = slot_phrase(revision.slot, revision.role)
            was, now = (shown_phrase(finding) for finding in (revision.before, revision.after))
            told.append(f"       {clean(f'{where or head.incident.kind}, {what}: {was} -> {now}')}")
    return "\n".join(told)
