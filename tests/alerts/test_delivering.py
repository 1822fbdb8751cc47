"""Programs that tell: alone, two at a time, stopped, and killed between sending and marking."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from tests.alerts.desk import AT_ONCE, a_desk, at, tell
from tests.alerts.receivers import a_receiver
from tests.conftest import a_report, a_story

from sayso.alerts import Settings, add_rule, deliver, deliver_forever, notices
from sayso.casebook import Casebook

PATIENCE_S = 20.0


def a_book_where(path: Path, to: str) -> None:
    """Make a book with a rule, and a change that it tells of."""
    with a_desk(str(path)) as book:
        tell(book, 0, "Lyon", "2 killed, police said")
        add_rule(book, "killed in FR changes", to, by="Ada", now=at(0.5))
        tell(book, 1, "Lyon", "4 killed, hospital said", by="Post")


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds, with patience."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds():
            await asyncio.sleep(0.02)


def test_it_tells_what_comes_while_it_runs_and_stops_when_told(tmp_path: Path) -> None:
    async def story(settings: Settings) -> None:
        stop = asyncio.Event()
        telling = asyncio.create_task(deliver_forever(path, settings, stop))
        await until(lambda: len(receiver.came) == 1)
        await asyncio.to_thread(later)
        await until(lambda: len(receiver.came) == 2)
        stop.set()
        async with asyncio.timeout(5):
            await telling

    def later() -> None:
        with a_desk(str(path)) as book:
            text = a_story("Lyon", "5 killed, hospital said")
            book.add([a_report(text, hour=2, by="Post", received_at=datetime.now(UTC))])

    path = tmp_path / "b"
    with a_receiver() as receiver:
        a_book_where(path, receiver.url)
        asyncio.run(story(msgspec.structs.replace(AT_ONCE, internal=(receiver.host,))))
        assert len(set(receiver.ids)) == 2


def test_of_two_programs_that_tell_one_tells(tmp_path: Path) -> None:
    async def both(settings: Settings) -> None:
        stop = asyncio.Event()
        telling = [asyncio.create_task(deliver_forever(path, settings, stop)) for _ in range(2)]
        await until(lambda: bool(receiver.came))
        await asyncio.sleep(2.5)  # two more rounds of each
        stop.set()
        await asyncio.gather(*telling)

    path = tmp_path / "b"
    with a_receiver() as receiver:
        a_book_where(path, receiver.url)
        asyncio.run(both(msgspec.structs.replace(AT_ONCE, internal=(receiver.host,))))
        assert len(receiver.came) == 1


@pytest.mark.slow
def test_a_program_killed_between_sending_and_marking_repeats_once_with_the_same_id(tmp_path: Path) -> None:
    path, settings = tmp_path / "b", tmp_path / "alerts.toml"
    with a_receiver() as receiver:
        a_book_where(path, receiver.url)
        settings.write_text(f'hold_s = 0\ninternal = ["{receiver.host}"]\n')
        program = subprocess.Popen(
            [sys.executable, "-m", "sayso", "alert", str(path), "run", "--settings", str(settings)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        receiver.on_arrival = lambda: os.kill(program.pid, signal.SIGKILL)
        assert program.wait(PATIENCE_S) == -signal.SIGKILL
        receiver.on_arrival = lambda: None
        with Casebook.open(path) as book:
            told = msgspec.structs.replace(AT_ONCE, internal=(receiver.host,))
            now = datetime.now(UTC)
            rounds = [
                asyncio.run(deliver(book, told, now=now + timedelta(minutes=m))) for m in (0, 6, 12, 18)
            ]
            assert [one.sent for one in rounds] == [0, 1, 0, 0]
            assert [(one.state, one.attempts) for one in notices(book)] == [("sent", 2)]
        assert len(receiver.came) == 2
        assert len(set(receiver.ids)) == 1


def test_run_ends_on_ctrl_c_and_says_what_it_told(tmp_path: Path) -> None:
    path, settings = tmp_path / "b", tmp_path / "alerts.toml"
    with a_receiver() as receiver:
        a_book_where(path, receiver.url)
        settings.write_text(f'hold_s = 0\ninternal = ["{receiver.host}"]\n')
        program = subprocess.Popen(
            [sys.executable, "-m", "sayso", "alert", str(path), "run", "--settings", str(settings)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            patience = time.monotonic() + PATIENCE_S
            while not receiver.came and time.monotonic() < patience:
                time.sleep(0.02)
            time.sleep(0.3)
            program.send_signal(signal.SIGINT)
            out, err = program.communicate(timeout=PATIENCE_S)
        finally:
            with suppress(ProcessLookupError):
                program.kill()
    assert program.returncode == 0
    assert out == "1 new, 1 sent\n"
    assert err.endswith("Ctrl-C ends it\n")
