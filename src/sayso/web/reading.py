"""The reader beside the door: reading is a computer's work, and must not hold up those who only look."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from threading import BoundedSemaphore, Lock

from litestar.exceptions import HTTPException

from sayso.errors import ReaderError
from sayso.model import Reader, Reading, Report

__all__ = ["BusyError", "ReadingRoom"]

WAITING = 8
"""Requests that may wait for the reader; 30 reports a second pass it, of the length of news."""


class BusyError(HTTPException):
    """So many wait for the reader that one more would only wait."""

    status_code = 503


class ReadingRoom:
    """A reader in a process of its own, loaded when it is first needed; it is used like any other reader.

    Given a reader, it reads with that one, here.
    """

    def __init__(self, reader: Reader | None = None) -> None:
        """Make room for one reader."""
        self._own = reader
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
            return self._process().submit(_read, report).result()
        except BrokenProcessPool as gone:
            self._pool = None
            raise ReaderError(
                f"{report.id}: the reader ended while it read this report; leave it out, or try again"
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
            self._about = self._process().submit(_about).result()
        return self._about

    def _process(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, get_context("spawn"))
            return self._pool


def _read(report: Report) -> Reading:
    from sayso.read import default_reader

    return default_reader().read(report)


def _about() -> tuple[str, str]:
    from sayso.read import default_reader

    reader = default_reader()
    return reader.name, reader.version
