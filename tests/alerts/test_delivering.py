"""Programs that tell: alone, two at a time, stopped, and killed between sending and marking."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.alerts.desk import AT_ONCE, a_desk, at, tell
from tests.alerts.receivers import a_receiver
from tests.conftest import a_report, a_story

from sayso.alerts import Message, Settings, Told, add_rule, compose, deliver, deliver_forever, look, notices
from sayso.casebook import Casebook
from sayso.model import Alert, AlertRule
from sayso.store import View

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


def test_a_message_that_breaks_is_put_off_and_the_others_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_first(view: View, rule: AlertRule, alerts: Sequence[Alert], url: str) -> Message:
        if rule.says == "killed in FR changes":
            raise ZeroDivisionError("no such figure")
        return compose(view, rule, alerts, url)

    path = tmp_path / "b"
    a_book_where(path, "web")
    with a_desk(str(path)) as book:
        add_rule(book, "injured in FR changes", "web", by="Ada", now=at(1.5))
        tell(book, 2, "Lyon", "7 injured, hospital said", by="Post")
        monkeypatch.setattr("sayso.alerts.delivering.compose", break_first)
        first = asyncio.run(deliver(book, AT_ONCE, now=at(2.5)))
        assert (first.met, first.sent, first.put_off) == (2, 1, 1)
        assert "ZeroDivisionError: no such figure" in caplog.text
        monkeypatch.undo()
        kept = {one.message.says: one for one in notices(book)}
        late = kept["killed in FR changes"]
        assert (late.state, late.attempts) == ("pending", 1)
        assert late.why == "it cannot be sent (ZeroDivisionError: no such figure); the log says more"
        assert kept["injured in FR changes"].state == "sent"
        again = asyncio.run(deliver(book, AT_ONCE, now=at(2.5) + timedelta(seconds=6)))
        assert (again.sent, again.put_off) == (1, 0)


def test_a_message_that_always_breaks_is_given_up_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise ZeroDivisionError

    path, settings = tmp_path / "b", msgspec.structs.replace(AT_ONCE, retries_s=(5,))
    a_book_where(path, "web")
    monkeypatch.setattr("sayso.alerts.delivering._send", broken)
    with a_desk(str(path)) as book:
        rounds = [asyncio.run(deliver(book, settings, now=at(hour))) for hour in (2, 3, 4)]
        assert [(one.put_off, one.given_up) for one in rounds] == [(1, 0), (0, 1), (0, 0)]
        assert [(one.state, one.attempts) for one in notices(book)] == [("failed", 2)]


def test_a_round_that_breaks_does_not_end_the_telling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        stop, heard = asyncio.Event(), list[Told]()
        telling = asyncio.create_task(deliver_forever(path, AT_ONCE, stop, heard=heard.append))
        await until(lambda: bool(heard))
        stop.set()
        async with asyncio.timeout(5):
            await telling

    def break_once(*asked: Any) -> int:
        faults.append(1)
        if len(faults) == 1:
            raise KeyError("nobody thought of this")
        return look(*asked)

    faults: list[int] = []
    path = tmp_path / "b"
    a_book_where(path, "web")
    monkeypatch.setattr("sayso.alerts.delivering.look", break_once)
    monkeypatch.setattr("sayso.alerts.delivering.PAUSE_S", 0.05)
    asyncio.run(story())
    assert "a look for alerts broke" in caplog.text
    assert "nobody thought of this" in caplog.text


def test_while_nothing_is_due_it_takes_turns_with_nobody_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "b"
    a_book_where(path, "web")
    with a_desk(str(path)) as book, a_desk(str(path)) as other:
        assert asyncio.run(deliver(book, AT_ONCE)).sent == 1
        started = time.monotonic()
        with other.store.pen():
            assert asyncio.run(deliver(book, AT_ONCE)) == Told()
        assert time.monotonic() - started < 5


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
