"""Many at one desk: listeners, page requests and a writer at one book, on this machine.

    python -m tests.gate.load [--listeners 300] [--rate 50] [--seconds 15]

The book is the demo story and as many other incidents as asked for; one report comes in a second. Requests
go out on a fixed schedule and are timed from when they were due: a server that falls behind cannot hide it.
"""

import argparse
import asyncio
import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.conftest import PlainReader
from tests.web.desk import a_server

from sayso.casebook import Casebook
from sayso.model import Report, source_of
from sayso.story import reports

CITIES = ("Lyon", "Leeds", "Trieste")
BEGUN = datetime(2025, 11, 1, tzinfo=UTC)


def main() -> None:
    """Run once and print what was measured."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="sayso-load-") as folder:
        path = Path(folder) / "load.book"
        addresses = _fill(path, options.incidents)
        with a_server(path) as (address, process):
            host, port = address.removeprefix("http://").split(":")
            told = asyncio.run(_run(host, int(port), path, addresses, options))
            told["server MB"] = _resident_mb(process.pid)
            told["server CPU s"] = _cpu_s(process.pid)
    for name, value in told.items():
        print(f"{name:32}{value}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--listeners", type=int, default=300)
    parser.add_argument("--rate", type=int, default=50, help="page requests a second")
    parser.add_argument("--seconds", type=int, default=15)
    parser.add_argument("--incidents", type=int, default=300, help="beside those of the story")
    return parser.parse_args()


def _fill(path: Path, incidents: int) -> list[str]:
    """Make the book, and return the addresses that are asked for."""
    with Casebook.open(path) as book:
        book.add(reports())
    with Casebook.open(path, PlainReader()) as book:
        book.add(itertools.islice(_others(), incidents))
        ids = [head.incident.id for head in book.listing(limit=500).incidents]
        largest = max(book.listing(limit=500).incidents, key=lambda head: head.reports).incident.id
    asked = ["/", "/?kind=shooting", "/incidents.json", f"/incidents/{largest}", f"/incidents/{largest}.json"]
    return [*asked, "/reports/wire-1705", "/review", *(f"/incidents/{ref}" for ref in ids[:5])]


def _others() -> Iterator[Report]:
    """Yield reports on incidents that have nothing to do with each other."""
    for at in itertools.count():
        moment = BEGUN + timedelta(days=at)
        text = (
            f"A fire in {CITIES[at % 3]}. {at % 9 + 1} killed, police said. Case{at} Street{at} Harbour{at}."
        )
        yield Report(
            id=f"other-{at}", source=source_of("Gazette"), text=text, received_at=moment, published_at=moment,
            published_grain="instant",
        )  # fmt: skip


async def _run(
    host: str, port: int, path: Path, addresses: list[str], options: argparse.Namespace
) -> dict[str, object]:
    """Let all of them work for some seconds."""
    lags: list[float] = []
    written: dict[str, float] = {}
    listeners = [asyncio.create_task(_listen(host, port, written, lags)) for _ in range(options.listeners)]
    await asyncio.sleep(2)
    writer = asyncio.create_task(asyncio.to_thread(_write, path, options.seconds, written))
    spent, failed = await _ask(host, port, addresses, options)
    await writer
    await asyncio.sleep(1.5)
    for listener in listeners:
        listener.cancel()
    alive = sum(not listener.done() for listener in listeners)
    return {
        "listeners": f"{alive} of {options.listeners} to the end",
        "events heard": len(lags),
        "event after commit, p50, p95": _quantiles(lags),
        "pages": f"{len(spent)}, {options.rate} a second; {failed} failed",
        "page, p50, p95": _quantiles(spent),
        "page, longest": f"{max(spent) * 1000:.0f} ms",
        "reports written": len(written),
    }


def _write(path: Path, seconds: int, written: dict[str, float]) -> None:
    """Add a report a second, each of which changes a figure; note when it was kept."""
    with Casebook.open(path, PlainReader()) as book:
        fresh = itertools.islice(_others(), 5000, None)
        for report in itertools.islice(fresh, seconds):
            begun = time.perf_counter()
            added = book.add([report])
            written.update({revision.id: time.perf_counter() for revision in added.revisions})
            time.sleep(max(0.0, 1 - (time.perf_counter() - begun)))


async def _listen(host: str, port: int, written: dict[str, float], lags: list[float]) -> None:
    """Hear events, and note how long after the commit each came."""
    reader, writer = await asyncio.open_connection(host, port, limit=2**20)
    writer.write(
        f"GET /changes HTTP/1.1\r\nHost: {host}:{port}\r\nAccept: text/event-stream\r\n\r\n".encode()
    )
    try:
        while line := await reader.readline():
            if line.startswith(b"data: {"):
                kept = written.get(line.partition(b'"revision":{"id":"')[2][:16].decode())
                if kept is not None:
                    lags.append(time.perf_counter() - kept)
    finally:
        writer.close()


async def _ask(
    host: str, port: int, addresses: list[str], options: argparse.Namespace
) -> tuple[list[float], int]:
    """Send requests on a fixed schedule over a few connections, as browsers do."""
    spent: list[float] = []
    failed = 0
    idle: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(32):
        idle.put_nowait(await asyncio.open_connection(host, port, limit=2**22))

    async def ask(address: str, due: float) -> None:
        nonlocal failed
        connection = await idle.get()
        status = await _get(connection, f"{host}:{port}", address)
        spent.append(time.perf_counter() - due)
        failed += status != 200
        idle.put_nowait(connection)

    begun, asked = time.perf_counter(), []
    for at in range(options.rate * options.seconds):
        due = begun + at / options.rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        asked.append(asyncio.create_task(ask(addresses[at % len(addresses)], due)))
    await asyncio.gather(*asked)
    return spent, failed


async def _get(connection: tuple[asyncio.StreamReader, asyncio.StreamWriter], host: str, address: str) -> int:
    """Ask for one page, read all of it, and return its status."""
    reader, writer = connection
    accept = "application/json" if ".json" in address else "text/html"
    writer.write(f"GET {address} HTTP/1.1\r\nHost: {host}\r\nAccept: {accept}\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    await reader.readexactly(int(lengths[0].partition(b":")[2]))
    return int(head.split(b" ", 2)[1])


def _quantiles(values: list[float]) -> str:
    if len(values) < 2:
        return "-"
    cuts = statistics.quantiles(values, n=20)
    return f"{cuts[9] * 1000:.0f} ms, {cuts[18] * 1000:.0f} ms"


def _resident_mb(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return round((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), 1)


if __name__ == "__main__":
    main()
