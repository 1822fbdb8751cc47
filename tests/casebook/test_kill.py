"""A program that is killed at any moment: what it acknowledged is there, and nothing is there in half."""

import multiprocessing
import os
import random
import signal
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from tests.conftest import SCENES, PlainReader, a_report, a_story
from tests.store.homes import HOMES, a_home

from sayso.casebook import Casebook
from sayso.model import Report

KILLS = 50
TOGETHER = 3
"""Reports that are received at one moment, and kept in one transaction."""


def reports(kill: int, turn: int) -> list[Report]:
    """Return the reports of one moment, which come after all of earlier turns and kills."""
    hour = kill * 200 + turn
    return [
        a_report(
            a_story(
                list(SCENES)[(kill + turn) % 3], f"{turn} killed, police said", "The man came with a knife"
            ),
            hour=hour,
            by=f"Gazette {at}",
        )
        for at in range(TOGETHER)
    ]


def add_until_killed(home: str, kill: int, acknowledge: Connection) -> None:
    """Add reports, and tell of each as soon as it is said to be kept; run as a process of its own."""
    with Casebook.open(home, PlainReader()) as book:
        for turn in range(200):
            book.add(reports(kill, turn), told=lambda outcome: acknowledge.send(outcome.report_id))


def killed_after(home: str, kill: int, seconds: float) -> set[str]:
    """Let a process add reports, kill it, and return what it had acknowledged."""
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["tests.casebook.test_kill", "sqlalchemy.dialects.sqlite"])
    hear, acknowledge = server.Pipe(duplex=False)
    writer = server.Process(target=add_until_killed, args=(home, kill, acknowledge))
    writer.start()
    acknowledge.close()
    acknowledged = set()
    if kill % 5:  # every fifth is killed while it may still be opening the book
        acknowledged.add(hear.recv())
    time.sleep(seconds)
    assert writer.pid
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    assert writer.exitcode == -signal.SIGKILL
    with hear, suppress(EOFError):
        while True:
            acknowledged.add(hear.recv())
    return acknowledged


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOMES)
def test_fifty_kills_lose_nothing_that_was_acknowledged(kind: str, tmp_path: Path) -> None:
    draw = random.Random(50)
    acknowledged: set[str] = set()
    with a_home(kind, tmp_path) as home:
        Casebook.open(home, PlainReader()).close()
        for kill in range(KILLS):
            acknowledged |= killed_after(home, kill, draw.uniform(0, 0.05))
            with Casebook.open(home, PlainReader(), create=False) as book:
                with book.store.view() as view:
                    kept = set(view.report_ids())
                    assert list(view.faults()) == []
                assert acknowledged <= kept
                assert len(kept) % TOGETHER == 0
                if kill % 10 == 9:
                    assert list(book.check()) == []
    assert len(acknowledged) > KILLS
