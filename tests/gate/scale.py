"""Print how fast a book of growing size takes a report in, lists and shows, on one database or two.

usage: python -m tests.gate.scale [SIZES] [READINGS.jsonl]      SIZES: 2000,10000,100000, if not said

The book grows by `tests.gate.grow`; at each size some reports are added one by one, each in a transaction of
its own as a desk would, with nothing to read. With SAYSO_POSTGRES the book is then copied into a new database
of that server and measured there too. "cpu" is what this process worked, "wall" what one waits, for the disk
and other programs too.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import count, islice
from pathlib import Path

from tests.gate.grow import AlreadyRead, base, grow, grown
from tests.store.homes import SERVER, a_home

from sayso.casebook import Casebook
from sayso.model import Report

SIZES = (2_000, 10_000, 100_000)
TIMED = 300

ROW = "{:<12}{:<34}{:>9}{:>10}{:>10}{:>10}{:>10}".format


def timed(work: Sequence[Callable[[], object]]) -> tuple[list[float], list[float]]:
    """Return how many ms each piece of work takes, by the clock and by the processor."""
    wall, cpu = [], []
    for piece in work:
        started, worked = time.perf_counter(), time.process_time()
        piece()
        wall.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.process_time() - worked))
    return wall, cpu


def show(database: str, what: str, size: int, times: tuple[list[float], list[float]]) -> None:
    """Print one row of the table."""
    figures = [f"{at(those):.1f}" for those in times for at in (statistics.median, p95)]
    print(ROW(database, what, f"{size:,}", *figures), flush=True)


def p95(those: Sequence[float]) -> float:
    """Return what 95 of 100 are below."""
    return sorted(those)[int(0.95 * len(those))]


def measure(book: Casebook, database: str, size: int, fresh: Iterator[Report]) -> None:
    """Print the rows of one book."""
    draw = random.Random(size)
    reports = list(islice(fresh, TIMED))
    show(database, "add one report, nothing to read", size, timed([partial(book.add, [r]) for r in reports]))
    heads = book.incidents()
    show(database, f"list all {len(heads):,} incidents", size, timed([book.incidents] * 3))
    latest = partial(book.incidents, since=heads[min(50, len(heads) - 1)].changed_at)
    show(database, "list the latest fifty", size, timed([latest] * 20))
    some = [draw.choice(heads) for _ in range(TIMED)]
    show(database, "show as it is now", size, timed([partial(book.incident, h.incident.id) for h in some]))
    asked = [(h.incident.id, draw.choice([h.first_at, h.changed_at])) for h in some]
    show(database, "show as of T", size, timed([partial(book.incident, *those) for those in asked]))
    largest = max(heads, key=lambda head: head.reports)
    name = f"show the largest, {largest.reports:,} reports"
    show(database, name, size, timed([partial(book.incident, largest.incident.id)] * 5))


def main(sizes: Sequence[int], kept: Path | None) -> None:
    """Grow a book to each size, and print the table."""
    told = base(kept)
    reader = AlreadyRead(told[0][1].reader, told[0][1].version)
    fresh = grown(told, reader, count())
    print(f"load before: {os.getloadavg()[0]:.1f}\n")
    print(ROW("", "ms", "reports", "wall p50", "p95", "cpu p50", "p95"))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        book = stack.enter_context(Casebook.open(folder / "scale.book", reader))
        there = 0
        for size in sizes:
            there += grow(book, fresh, size - there, lambda _: None)
            measure(book, "SQLite", size, fresh)
            there += TIMED
            with book.store.view() as view:
                claims = len(view.claims_of([a.id for a in view.accounts()])) if size == sizes[-1] else 0
            if claims:
                print(f"{'':12}{claims:,} claims; load {os.getloadavg()[0]:.1f}")
        if SERVER:
            home = stack.enter_context(a_home("postgresql", folder))
            started = time.perf_counter()
            rows = sum(book.copy_to(home).values())
            taken = time.perf_counter() - started
            print(f"{'PostgreSQL':12}copied {rows:,} rows in {taken:.0f} s, each held against its origin")
            with Casebook.open(home, reader) as other:
                measure(other, "PostgreSQL", there, fresh)


if __name__ == "__main__":
    chosen = [int(size) for size in sys.argv[1].split(",")] if len(sys.argv) > 1 else SIZES
    main(chosen, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
