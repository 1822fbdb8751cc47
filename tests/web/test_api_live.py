"""What changes is told as it changes; a real server, real sockets, and a clean stop."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from tests.conftest import PlainReader, a_report, a_story
from tests.web.desk import a_book, a_server

from sayso.casebook import Casebook
from sayso.errors import StoreError
from sayso.model import Change, Changes, Listing, decode
from sayso.web.live import Live
from sayso.web.people import Doorkeeper
from sayso.web.serving import Serving, serve

EVENTS = {"accept": "text/event-stream"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_book(tmp_path)


def events(lines: Iterator[str], count: int) -> list[dict[str, str]]:
    """Return the next events of a stream."""
    found: list[dict[str, str]] = []
    event: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if line and name in ("id", "event", "data"):
            event[name] = value
        elif not line and event:
            found.append(event)
            event = {}
        if len(found) == count:
            return found
    return found


def add(path: Path, hour: float, dead: int) -> None:
    """Let another program add a report to the book."""
    with Casebook.open(path, PlainReader()) as book:
        book.add([a_report(a_story("Lyon", f"{dead} killed, police said"), hour=hour)])


def test_a_change_by_another_program_is_told_within_seconds_and_can_be_followed_up(path: Path) -> None:
    with a_server(path) as (address, _), httpx2.Client(base_url=address, timeout=20) as client:
        before = decode(client.get("/changes").content, Changes)
        with client.stream("GET", "/changes", headers=EVENTS) as answer:
            lines = answer.iter_lines()
            assert answer.headers["content-type"].startswith("text/event-stream")
            add(path, 9, 7)
            told = events(lines, 2)
        change = decode(told[0]["data"], Change)
        assert (told[0]["event"], told[1]["event"]) == ("change", "book")
        assert change.revision.after
        assert change.revision.after.best == 7
        assert change.incident
        assert change.incident.place
        assert change.incident.place.city == "Lyon"
        add(path, 10, 8)
        with client.stream("GET", "/changes", headers={**EVENTS, "last-event-id": told[0]["id"]}) as answer:
            missed = events(answer.iter_lines(), 1)
        assert int(missed[0]["id"]) == int(told[0]["id"]) + 1
        with client.stream("GET", f"/changes?after={before.cursor}", headers=EVENTS) as answer:
            both = events(answer.iter_lines(), 2)
        assert [one["id"] for one in both] == [told[0]["id"], missed[0]["id"]]
        refused = client.get("/changes?after=soon", headers=EVENTS)
        assert refused.status_code == 400


def test_what_changes_while_the_first_line_is_sent_is_told(path: Path) -> None:
    async def hears(book: Casebook) -> bytes:
        live = Live(book, Doorkeeper(book.store, loopback=True))
        stream = live.listen(None)
        assert await anext(stream) == b"retry: 2000\n\n"
        await asyncio.to_thread(add, path, 9, 7)
        await live.look()
        try:
            async with asyncio.timeout(5):
                return await anext(stream)
        finally:
            await stream.aclose()

    with Casebook.open(path, PlainReader()) as book:
        assert b"event: change" in asyncio.run(hears(book))


def test_a_server_stops_when_told_though_somebody_listens(path: Path) -> None:
    with (
        a_server(path) as (address, process),
        httpx2.stream("GET", f"{address}/changes", headers=EVENTS) as answer,
    ):
        lines = answer.iter_lines()
        assert next(lines).startswith("retry")
        begun = time.monotonic()
        process.terminate()
        assert list(events(lines, 1)) == []
        assert process.wait(timeout=8) == 0
        assert time.monotonic() - begun < 5


def test_readers_see_whole_states_while_a_writer_writes(path: Path) -> None:
    """Twenty threads read as one writes: every answer is right for some moment, and none fails."""
    wrong: list[object] = []
    done = threading.Event()

    def look(address: str, at: int) -> None:
        with httpx2.Client(base_url=address, timeout=20) as client:
            while not done.is_set():
                answer = client.get("/incidents.json" if at % 2 else "/reports.json")
                if answer.status_code != 200:
                    wrong.append(answer.text)
                elif at % 2:
                    heads = decode(answer.content, Listing).incidents
                    killed = [
                        f.best for h in heads for f in h.findings if f.slot == "killed" and h.reports > 3
                    ]
                    if any(best is None or best < 5 for best in killed):
                        wrong.append(killed)

    with a_server(path) as (address, _):
        threads = [threading.Thread(target=look, args=(address, at)) for at in range(20)]
        for thread in threads:
            thread.start()
        for hour in range(10, 22):
            add(path, hour, hour)
        done.set()
        for thread in threads:
            thread.join(timeout=20)
        killed = decode(httpx2.get(f"{address}/incidents.json?country=FR").content, Listing)
    assert wrong == []
    assert [f.best for f in killed.incidents[0].findings if f.slot == "killed"] == [21]


def test_who_asks_for_the_head_gets_what_get_gives_without_the_body(path: Path) -> None:
    with a_server(path) as (address, _), httpx2.Client(base_url=address, timeout=20) as client:
        for asked in ("/", "/incidents.json", "/static/desk.css", "/nowhere"):
            head, whole = client.head(asked), client.get(asked)
            assert head.status_code == whole.status_code
            assert head.headers["content-type"] == whole.headers["content-type"]
            assert head.content == b""


def test_other_machines_are_let_in_only_with_a_token(path: Path) -> None:
    with pytest.raises(StoreError, match="has no token; make one with: sayso token"):
        serve(path, Serving(host="0.0.0.0", port=0))
    with pytest.raises(StoreError, match="is open to other machines, and this book has no token"):
        serve(path, Serving(names=("desk.example",), port=0))
    file = path.with_name("admin.token")
    with a_server(path, "--host", "0.0.0.0", "--token-file", str(file)) as (address, _):
        assert file.stat().st_mode & 0o077 == 0
        here = address.replace("0.0.0.0", "127.0.0.1")
        token = {"authorization": f"Bearer {file.read_text().strip()}"}
        assert httpx2.get(f"{here}/incidents.json").status_code == 401
        assert httpx2.get(f"{here}/me.json", headers=token).json() == {"name": "admin", "role": "admin"}


def test_a_port_that_is_taken_is_named(path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StoreError, match=f"127.0.0.1:{port}: cannot be listened at"):
            serve(path, Serving(port=port))
