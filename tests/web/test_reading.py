"""The reader beside the door: one report at which it ends must not hold up, or refuse, any other."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from tests.conftest import PlainReader, a_report

from sayso.errors import ReaderError
from sayso.model import Reader, Reading, Report
from sayso.web.reading import ReadingRoom

LEEDS = a_report("A fire in Leeds. 2 killed, police said.")


class Fussy(PlainReader):
    """Dies or hangs at words that tell it to."""

    def read(self, report: Report) -> Reading:
        """Read, or not."""
        if "dies" in report.text:
            time.sleep(0.5)
            os._exit(9)
        if "hangs" in report.text:
            time.sleep(600)
        return super().read(report)


def without_model() -> Reader:
    os._exit(9)


@pytest.fixture
def room() -> Iterator[ReadingRoom]:
    with closing(ReadingRoom(load=Fussy, longest_s=1.0)) as made:
        yield made


def test_a_report_at_which_the_reader_ends_or_hangs_is_named_and_the_next_is_read(room: ReadingRoom) -> None:
    for text in ("It dies.", "It hangs."):
        with pytest.raises(ReaderError, match=r"^gazette-7: .*for want of time \(1 s\) or of memory"):
            room.read(a_report(text, hour=7))
        assert len(room.read(LEEDS).claims) == 1


def test_who_waits_while_the_reader_ends_over_another_report_is_read_all_the_same(room: ReadingRoom) -> None:
    room.read(LEEDS)
    with ThreadPoolExecutor(4) as threads:
        dying = threads.submit(room.read, a_report("It dies.", hour=7))
        time.sleep(0.1)
        waiting = [threads.submit(room.read, LEEDS) for _ in range(3)]
        assert isinstance(dying.exception(), ReaderError)
        assert [len(one.result().claims) for one in waiting] == [1, 1, 1]


def test_a_reader_that_ends_while_it_is_loaded_is_told() -> None:
    with closing(ReadingRoom(load=without_model)) as room:
        for _ in range(2):
            with pytest.raises(ReaderError, match="ended while it was loaded"):
                assert room.name
