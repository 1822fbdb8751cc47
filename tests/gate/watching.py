"""Print how fast many feeds are polled, and what memory that takes, on a server of its own on loopback.

usage: python -m tests.gate.watching [FEEDS] [ROUNDS]      1,000 feeds and 5 more rounds, if not said

Each feed has a host of its own, as in life. The first round also asks each host for its robots.txt. Then the
feeds are polled with nothing new, as is most of the time; with twenty entries that are too old to be of use;
with one new page for each of a hundred feeds, which the default reader reads; and again with nothing new.
Memory is that of the watcher, without the process that reads. With SAYSO_POSTGRES the book is on that server.
"""

import gc
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from tests.store.homes import SERVER, a_home
from tests.watch.site import Site, a_host, a_site, an_item, feeds, fetcher_of

from sayso.casebook import Casebook
from sayso.story import reports
from sayso.watch import Feeds, Readers, Settings, Tally, watch

LONG_AGO = datetime.now(UTC) - timedelta(days=30)
PAGES = 100
ENTRIES = 20
ROW = "{:<46}{:>9}{:>9}{:>8}{:>9}{:>9}{:>9}".format


def serve(told: Connection, count: int) -> None:
    """Serve feeds; run as a process of its own, which is told what they are to hold."""
    with a_site(count) as site:
        told.send(site.port)
        while (asked := told.recv()) != "end":
            fill(site, asked, count)
            told.send("ready")


def fill(site: Site, asked: str, count: int) -> None:
    """Let the feeds hold nothing, twenty old entries, or those and a new page each for some."""
    texts = [report.text for report in reports()]
    for at in range(count):
        host = a_host(at)
        items = [
            an_item(site.url(f"/{at}/{n}", host), f"Old {n} of {at}", "", LONG_AGO) for n in range(ENTRIES)
        ]
        if asked == "page" and at < PAGES:
            page = site.url(f"/new/{at}", host)
            site.page(f"/new/{at}", f"News {at}", f"{texts[at % len(texts)]} Number {at}.")
            items.insert(0, an_item(page, f"News {at}"))
        site.feed(f"/rss/{at}", *([] if asked == "nothing" else items), f"<!-- {asked} -->")
    site.seen.clear()


def resident_mb() -> float:
    """Return the memory that this process holds now."""
    gc.collect()
    line = next(one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def timed(what: str, count: int, turn: Callable[[], Tally]) -> None:
    """Print one row: what was polled, how fast, and the memory before and after."""
    before, started, worked = resident_mb(), time.perf_counter(), time.process_time()
    tally = turn()
    wall, cpu = time.perf_counter() - started, time.process_time() - worked
    figures = (f"{wall:.1f}", f"{count / wall:.0f}", f"{cpu:.1f}", f"{tally.new}", f"{before:.0f}")
    print(ROW(what, *figures, f"{resident_mb():.0f}"), flush=True)
    assert (tally.failed, tally.refused, tally.left) == (0, 0, 0), tally


def main(count: int, rounds: int) -> None:
    """Poll, and print the table."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs, count), daemon=True)
    server.start()
    port = ours.recv()

    def put(asked: str) -> None:
        ours.send(asked)
        assert ours.recv() == "ready"

    print(f"load before: {os.getloadavg()[0]:.1f}; {count:,} feeds on {count:,} hosts\n")
    print(ROW("", "seconds", "feeds/s", "cpu s", "new", "MB before", "after"))
    with (
        tempfile.TemporaryDirectory() as folder,
        a_home("postgresql" if SERVER else "sqlite", Path(folder)) as home,
        Casebook.open(home) as book,
        Readers() as readers,
    ):
        watched = Feeds(
            watched=tuple(feeds(f"http://{a_host(at)}:{port}/rss/{at}").watched[0] for at in range(count))
        )

        def turn() -> Tally:
            return watch(
                book, watched, once=True, settings=Settings(), readers=readers, fetcher=fetcher_of(port)
            )

        put("nothing")
        timed("first, with robots.txt", count, turn)
        for at in range(rounds):
            timed(f"nothing new, {at + 1}", count, turn)
        put("old")
        timed(f"{ENTRIES} entries each, too old", count, turn)
        put("page")
        timed(f"one new page each for {PAGES}", count, turn)
        timed("nothing new", count, turn)
    ours.send("end")
    server.join(10)


if __name__ == "__main__":
    chosen = [int(number) for number in sys.argv[1:3]]
    main(*(chosen + [1000, 5][len(chosen) :]))
