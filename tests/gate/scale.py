"""Print how fast a book of growing size takes a report in, lists and shows, on one database or two.

usage: python -m tests.gate.scale [--sizes 2000,10000,100000] [--claims 1000000] [--huge 20000]
                                  [--readings READINGS.jsonl]

The book grows by `tests.gate.grow`; at each size some reports are added one by one, each in a transaction of
its own as a desk would, with nothing to read. Then what it shows is written over and over, under other ids,
until it holds so many claims, and a book is filled at once with one incident of so many reports (0 leaves
either out; see `tests.gate.huge`). With SAYSO_POSTGRES each is then copied into a new database of that server
and measured there too. "cpu" is what this process worked, "wall" what one waits, for the disk and other
programs too.
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count, islice
from pathlib import Path

from tests.gate.grow import AlreadyRead, base, grow, grown
from tests.gate.huge import keep_past, multiply, one_incident
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


def measure_claims(book: Casebook, database: str) -> None:
    """Print the row of a book of very many claims."""
    with book.store.view() as view:
        size = view.report_count()
    heads, draw = book.incidents(), random.Random(0)
    asked = [(h.incident.id, draw.choice([h.first_at, h.changed_at])) for h in draw.sample(heads, TIMED)]
    show(database, "show as of T", size, timed([partial(book.incident, *those) for those in asked]))
    latest = partial(book.incidents, since=heads[50].changed_at)
    show(database, "list the latest fifty", size, timed([latest] * 20))


def measure_huge(book: Casebook, database: str, incident: str) -> None:
    """Print the rows of a book that holds one very large incident."""
    record = book.incident(incident)
    size, middle = len(record.reports), record.reports[len(record.reports) // 2].received_at
    show(database, "show the one incident", size, timed([partial(book.incident, incident)] * 5))
    show(database, "show it as of the middle", size, timed([partial(book.incident, incident, middle)] * 5))
    anew = partial(book.incident, incident, middle, profile="conservative")
    show(database, "settle it as of the middle", size, timed([anew] * 2))


def main(sizes: Sequence[int], claims: int, huge: int, kept: Path | None) -> None:
    """Grow a book to each size, and print the table."""
    told = base(kept)
    reader = AlreadyRead(told[0][1].reader, told[0][1].version)
    fresh = grown(told, reader, count())
    print(f"load before: {os.getloadavg()[0]:.1f}\n")
    print(ROW("", "ms", "reports", "wall p50", "p95", "cpu p50", "p95"))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with Casebook.open(folder / "scale.book", reader) as book:
            there = 0
            for size in sizes:
                there += grow(book, fresh, size - there, lambda _: None)
                measure(book, "SQLite", size, fresh)
                there += TIMED
            print(f"{'':12}{claims_in(book):,} claims; load {os.getloadavg()[0]:.1f}")
            on_server(folder, book, lambda other: measure(other, "PostgreSQL", there, fresh))
            if claims > (held := claims_in(book)):
                started = time.perf_counter()
                held = multiply(book, -(-claims // held))
                print(f"{'':12}{held:,} claims, written in {time.perf_counter() - started:.0f} s")
                measure_claims(book, "SQLite")
                on_server(folder, book, lambda other: measure_claims(other, "PostgreSQL"))
        if huge:
            with Casebook.open(folder / "huge.book", reader) as book:
                started = time.perf_counter()
                incident = one_incident(book, huge)
                keep_past(book, incident)
                print(f"{'':12}one incident, written and settled in {time.perf_counter() - started:.0f} s")
                measure_huge(book, "SQLite", incident)
                on_server(folder, book, lambda other: measure_huge(other, "PostgreSQL", incident))


def claims_in(book: Casebook) -> int:
    """Return how many claims a book holds."""
    with book.store.view() as view:
        return len(view.claims_of([account.id for account in view.accounts()]))


def on_server(folder: Path, book: Casebook, measured: Callable[[Casebook], None]) -> None:
    """Measure a copy of a book on the server, where there is one."""
    if not SERVER:
        return
    with a_home("postgresql", folder) as place:
        started = time.perf_counter()
        rows = sum(book.copy_to(place).values())
        taken = time.perf_counter() - started
        print(f"{'PostgreSQL':12}copied {rows:,} rows in {taken:.0f} s, each held against its origin")
        with Casebook.open(place, book.reader) as other:
            measured(other)


def options() -> argparse.Namespace:
    """Return what the command line asks for."""
    line = argparse.ArgumentParser(description="Print how speed holds in a growing book.")
    line.add_argument("--sizes", default=",".join(map(str, SIZES)), help="reports, with commas")
    line.add_argument("--claims", type=int, default=1_000_000, help="0: not measured")
    line.add_argument("--huge", type=int, default=20_000, help="reports on one incident; 0: not measured")
    line.add_argument("--readings", type=Path, help="what is read in the base is kept here")
    return line.parse_args()


if __name__ == "__main__":
    asked = options()
    main([int(size) for size in asked.sizes.split(",")], asked.claims, asked.huge, asked.readings)
