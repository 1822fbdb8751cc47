"""The reader beside the door: reading is a computer's work, and must not hold up those who only look."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from threading import BoundedSemaphore, Lock
from typing import TypeVar

from litestar.exceptions import HTTPException

from sayso.errors import ReaderError
from sayso.model import Reader, Reading, Report

__all__ = ["BusyError", "ReadingRoom"]

WAITING = 8
"""Requests that may wait for the reader; 30 reports a second pass it, of the length of news."""

LONGEST_S = 180.0
"""Seconds after which the process ends that is still at one report; 2 MB, the most that may come, need 99."""

T = TypeVar("T")


class BusyError(HTTPException):
    """So many wait for the reader that one more would only wait."""

    status_code = 503


class ReadingRoom:
    """A reader in a process of its own, loaded when it is first needed; it is used like any other reader.

    It is at one report at a time: whoever waits is not refused when the process ends over another's. Given a
    reader, it reads with that one, here.
    """

    def __init__(
        self,
        reader: Reader | None = None,
        *,
        load: Callable[[], Reader] | None = None,
        longest_s: float = LONGEST_S,
    ) -> None:
        """Make room for one reader: the one given, else the one that `load` returns, else the default one.

        `load` must be a function of a module, as the process calls it. It ends when it is at one report for
        more than `longest_s` seconds.
        """
        self._own, self._load, self._longest_s = reader, load or _default_reader, longest_s
        self._pool: ProcessPoolExecutor | None = None
        self._about: tuple[str, str] | None = (reader.name, reader.version) if reader else None
        self._lock = Lock()
        self._seats = BoundedSemaphore(WAITING)

    @property
    def name(self) -> str:
        """What the reader is called."""
        return self._known()[0]

    @property
    def version(self) -> str:
        """Which reader of that name it is."""
        return self._known()[1]

    def read(self, report: Report) -> Reading:
        """Return what a report says."""
        if self._own is not None:
            return self._own.read(report)
        try:
            return self._asked(_read, self._load, self._longest_s, report)
        except BrokenProcessPool as gone:
            raise ReaderError(
                f"{report.id}: the reader ended while it read this report, for want of time "
                f"({self._longest_s:g} s) or of memory; leave it out, or try again"
            ) from gone

    @contextmanager
    def seat(self) -> Iterator[None]:
        """Take a place among those who wait for the reader; raises BusyError when none is free."""
        if not self._seats.acquire(blocking=False):
            raise BusyError(
                f"{WAITING} requests wait for the reader; send this one again", headers={"retry-after": "5"}
            )
        try:
            yield
        finally:
            self._seats.release()

    def close(self) -> None:
        """Let the process end."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _known(self) -> tuple[str, str]:
        if self._about is None:
            try:
                self._about = self._asked(_about, self._load)
            except BrokenProcessPool as gone:
                raise ReaderError("the reader ended while it was loaded; try again") from gone
        return self._about

    def _asked(self, work: Callable[..., T], *given: object) -> T:
        """Have the process do something; raises BrokenProcessPool when it ends over that."""
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, get_context("spawn"))
            try:
                return self._pool.submit(work, *given).result()
            except BrokenProcessPool:
                self._pool.shutdown(wait=False)
                self._pool = None
                raise


def _default_reader() -> Reader:
    from sayso.read import default_reader  # loads a model, in the process that reads only

    return default_reader()


@cache
def _reader(load: Callable[[], Reader]) -> Reader:
    """Return the reader of this process."""
    return load()


def _read(load: Callable[[], Reader], longest_s: float, report: Report) -> Reading:
    reader = _reader(load)
    signal.setitimer(signal.ITIMER_REAL, longest_s)  # whatever hangs is ended, even in a library's own code
    try:
        return reader.read(report)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _about(load: Callable[[], Reader]) -> tuple[str, str]:
    reader = _reader(load)
    return reader.name, reader.version
