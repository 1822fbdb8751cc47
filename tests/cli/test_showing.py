"""The demo: told, shown to a browser, told again live; it ends when told to, and leaves nothing behind."""

import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from tests.cli.test_cli import Run, run
from tests.conftest import PlainReader, a_report

from sayso.casebook import Casebook
from sayso.cli.moments import RateType

__all__ = ["run"]

PATIENCE_S = 60.0


class Shown:
    """A demo that runs: what it printed so far, and where it answers."""

    def __init__(self, program: subprocess.Popen[bytes], out: int) -> None:
        self.program = program
        self.out = out
        self.printed = ""

    def address(self) -> str:
        """Wait until it says where it answers."""
        return self.until(r"To look at it: (http://127\.0\.0\.1:\d+)/")

    def until(self, pattern: str) -> str:
        """Read on until it prints what fits; returns the group."""
        patience = time.monotonic() + PATIENCE_S
        while not (hit := re.search(pattern, self.printed)):
            assert time.monotonic() < patience, self.printed
            try:
                read = os.read(self.out, 65536).decode()
            except OSError:  # a terminal that nobody writes to any more
                read = ""
            assert read, f"it ended: {self.printed}"
            self.printed += read
        return hit[1] if hit.groups() else hit[0]

    def get(self, path: str) -> Any:
        """Return what it answers."""
        with urlopen(f"{self.address()}{path}", timeout=PATIENCE_S) as answer:
            return json.load(answer)

    def stop(self) -> int:
        """Press Ctrl-C; returns the exit status."""
        self.program.send_signal(signal.SIGINT)
        return self.program.wait(PATIENCE_S)


@contextmanager
def shown(folder: Path, *words: str, terminal: bool = False) -> Iterator[Shown]:
    """Run the demo, on a pipe or a terminal, with temporary files in a folder of its own."""
    (folder / "tmp").mkdir()
    read, write = pty.openpty() if terminal else os.pipe()
    program = subprocess.Popen(
        [sys.executable, "-m", "sayso", "demo", *words],
        stdin=subprocess.DEVNULL,
        stdout=write,
        stderr=subprocess.STDOUT,
        env={**os.environ, "TMPDIR": str(folder / "tmp")},
    )
    os.close(write)
    try:
        yield Shown(program, read)
    finally:
        program.kill()
        program.wait(PATIENCE_S)
        os.close(read)


@pytest.mark.slow
def test_on_a_terminal_the_demo_ends_by_showing_its_book(tmp_path: Path) -> None:
    with shown(tmp_path, terminal=True) as demo:
        assert demo.address()
        assert "Kept apart" in demo.printed
        trieste = max(demo.get("/incidents.json")["incidents"], key=lambda head: head["reports"])
        assert trieste["changed_at"].startswith("2025-10-14T20:5")
        assert demo.stop() == 0
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.slow
def test_a_replay_moves_figures_while_one_looks_and_ends_as_the_evening_did(tmp_path: Path) -> None:
    with shown(
        tmp_path, "--replay", "6000x", "--keep", str(tmp_path / "evening.book"), "--port", "0"
    ) as demo:
        assert demo.get("/incidents.json")["total"] < 3
        demo.until("That was the evening")
        assert "Trieste, killed: 4, one voice -> 4 (4 to 5), disputed" in demo.printed
        assert "Trieste, killed: 4 (4 to 5), disputed -> 4, agreed" in demo.printed
        trieste = max(demo.get("/incidents.json")["incidents"], key=lambda head: head["reports"])
        killed = [f["best"] for f in trieste["findings"] if (f["slot"], f["role"]) == ("killed", "victim")]
        assert killed == [5]
        received = trieste["changed_at"]
        assert demo.stop() == 0
    with Casebook.open(tmp_path / "evening.book", create=False) as book:
        assert list(book.check()) == []
        assert received > "2026"
        told = {report.published_at and report.published_at.year for report in book.reports().reports}
        assert told == {2025}


def test_a_replay_can_be_stopped_at_any_time(tmp_path: Path) -> None:
    with shown(tmp_path, "--replay", "60x", "--port", "0") as demo:
        demo.until("Adriatic Courier")
        started = time.monotonic()
        assert demo.stop() == 0
        assert time.monotonic() - started < 10
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_port_that_is_taken_is_said_and_nothing_is_left_behind(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = str(taken.getsockname()[1])
        with shown(tmp_path, "--replay", "60x", "--port", port) as demo:
            demo.until("cannot be listened at")
            assert demo.program.wait(PATIENCE_S) == 1
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_book_that_holds_reports_is_not_told_the_evening_again(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "evening.book", PlainReader()) as book:
        book.add([a_report()])
    with shown(tmp_path, "--replay", "60x", "--keep", str(tmp_path / "evening.book"), "--port", "0") as demo:
        demo.until("holds reports already")
        assert demo.program.wait(PATIENCE_S) == 1


@pytest.mark.parametrize(("words", "rate"), [("60x", 60.0), ("60", 60.0), ("1.5X", 1.5)])
def test_a_rate_is_read(words: str, rate: float) -> None:
    assert RateType().convert(words, None, None) == rate


@pytest.mark.parametrize("words", ["", "x", "0", "0x", "-1x", "fast", "1e9", "9999999x", "nan"])
def test_what_is_no_rate_is_refused(run: Run, words: str) -> None:
    told = run("demo", "--replay", words)
    assert told.exit_code == 2
    assert "write 60x" in told.stderr


def test_a_replay_that_nobody_may_see_is_refused(run: Run) -> None:
    told = run("demo", "--replay", "60x", "--no-serve")
    assert told.exit_code == 2
    assert "leave out --no-serve" in told.stderr
