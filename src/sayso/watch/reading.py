"""The processes that make reports of pages and read them, so that one page holds up nothing else.

Each loads the reader once. One that takes too long, or too much memory, ends; its page is tried again, and in
the end given up. They end with the watcher, however that ends.
"""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Self

from sayso.errors import ReaderError, SaysoError
from sayso.intake.outcome import RefusedError
from sayso.model import Reader, Reading, Report, Word
from sayso.watch.versions import Look, report_of

__all__ = ["Brought", "Readers", "ReadersEndedError"]


class Brought(Word, frozen=True, kw_only=True):
    """What a look brought: a report with its reading, or neither when nothing is new, or why there is none.

    `what_to_do` goes with `why`. `broken`: not the page but the reader is at fault.
    """

    report: Report | None = None
    reading: Reading | None = None
    why: str | None = None
    what_to_do: str = ""
    broken: bool = False
    remarks: tuple[str, ...] = ()


class ReadersEndedError(SaysoError):
    """The process that read a page ended before it was through."""


class Readers:
    """Processes that read, started when they are needed; to be opened with `with`."""

    def __init__(
        self, load: Callable[[], Reader] | None = None, *, count: int = 1, longest_s: float = 180.0
    ) -> None:
        """Have so many processes at most, each with the reader that `load` returns, else the default one.

        `load` must be a function of a module, as each process calls it. A process that is at one page for
        more than `longest_s` seconds is ended.
        """
        load = load or _default_reader
        self._load, self._count, self._longest_s = load, count, longest_s
        self._spawn = multiprocessing.get_context("spawn")
        self._hear, self._end = self._spawn.Pipe(duplex=False)
        self._under_way: set[Future[Brought]] = set()
        self._pool = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def bring(self, look: Look) -> Brought:
        """Return what a look brought. Raises ReaderError when the reader cannot be loaded."""
        pool = self._pool
        try:
            under_way = pool.submit(_bring, look)
            self._under_way.add(under_way)
            under_way.add_done_callback(self._under_way.discard)
            brought = await asyncio.wrap_future(under_way)
        except BrokenProcessPool:
            if self._pool is pool:
                self._pool = self._started()
                pool.shutdown(wait=False)
            raise ReadersEndedError(
                f"the process that read ended, for want of time ({self._longest_s:g} s) or of memory"
            ) from None
        if brought.broken and brought.why:
            raise ReaderError(brought.why)
        return brought

    def close(self) -> None:
        """End the processes, also one that is still at a page."""
        if self._under_way:
            self._end.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._end.close()
        self._hear.close()

    def _started(self) -> ProcessPoolExecutor:
        told = (self._load, self._longest_s, self._hear)
        return ProcessPoolExecutor(self._count, self._spawn, _begin, told)


def _default_reader() -> Reader:
    from sayso.read import default_reader  # loads a model, in the processes that read only

    return default_reader()


# What a process that reads holds. It has nothing else to do, so its own globals are the place.
_held: dict[str, Reader] = {}
_problem: list[str] = []
_longest: list[float] = [0.0]


def _begin(load: Callable[[], Reader], longest_s: float, end: "Connection[Any, Any]") -> None:
    """Load what it takes, and see that the process ends with its parent, and not by Ctrl-C of itself."""
    import trafilatura  # noqa: F401 - else the first page would wait for it

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_end_with, args=(parent.sentinel, end), daemon=True).start()
    _longest[0] = longest_s
    try:
        _held["reader"] = load()
    except SaysoError as error:
        _problem.append(str(error))


def _end_with(parent: int, end: "Connection[Any, Any]") -> None:
    """End as soon as the parent is dead, or closes its end of the pipe."""
    wait([parent, end])
    os._exit(0)


def _bring(look: Look) -> Brought:
    """Make a report of what was fetched, and read it."""
    if _problem:
        return Brought(why=_problem[0], broken=True)
    remarks: list[str] = []
    signal.setitimer(signal.ITIMER_REAL, _longest[0])  # whatever hangs is ended, even in a library's own code
    try:
        report = report_of(look, remarks.append)
        reading = _read(report) if report is not None else None
    except RefusedError as refused:
        return Brought(why=refused.why, what_to_do=refused.what_to_do, remarks=tuple(remarks))
    except Exception as error:  # noqa: BLE001 - a door: one page that no rule foresaw must not stop the rest
        why = f"it could not be read ({type(error).__name__}: {error})"
        return Brought(why=why, what_to_do="Tell who makes sayso", remarks=tuple(remarks))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return Brought(report=report, reading=reading, remarks=tuple(remarks))


def _read(report: Report) -> Reading:
    """Read a report; one at which the reader breaks is kept all the same, and says so."""
    reader = _held["reader"]
    try:
        return reader.read(report)
    except Exception as error:  # noqa: BLE001 - a door: what no rule foresaw must not lose a report
        why = f"the reader broke at it ({type(error).__name__}: {error})"
        return Reading(report_id=report.id, reader=reader.name, version=reader.version, skipped=why)
