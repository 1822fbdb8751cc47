"""The clerk: one thread that does whatever touches the book, in the order in which it is asked."""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from sayso.casebook import Casebook
from sayso.store import LeaseLostError, Tasks

__all__ = ["Clerk"]

T = TypeVar("T")


class Clerk:
    """Works at a book for a loop that must not wait for it; to be closed."""

    def __init__(self, book: Casebook) -> None:
        """Work at a book."""
        self.book = book
        self._thread = ThreadPoolExecutor(1, "clerk")
        self._asked: deque[tuple[Callable[[Tasks], Any], Future[Any]]] = deque()

    async def do(self, work: Callable[[Casebook], T]) -> T:
        """Do something at the book, after all that was asked before."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, self.book)

    async def look(self, work: Callable[[Tasks], T]) -> T:
        """Ask something of the tasks."""

        def asked(book: Casebook) -> T:
            with book.store.view() as view:
                return work(Tasks(view.connection))

        return await self.do(asked)

    async def note(self, work: Callable[[Tasks], T]) -> T:
        """Note something on tasks, in one transaction with all that is asked for until it begins.

        A transaction waits for the disk, and what is noted is a few bytes: 30 requests that end at the same
        time are one wait.
        """
        return await asyncio.wrap_future(self._ask(work))

    def note_soon(self, work: Callable[[Tasks], object]) -> None:
        """Note something on tasks without waiting for it: it goes with what is noted next."""
        self._ask(work)

    def _ask(self, work: Callable[[Tasks], T]) -> "Future[T]":
        told: Future[T] = Future()
        self._asked.append((work, told))
        if len(self._asked) == 1:
            self._thread.submit(self._note_all)
        return told

    def close(self) -> None:
        """End, when all that was asked for is done."""
        self._thread.shutdown(wait=True)

    def _note_all(self) -> None:
        """Do all that was asked for, each by itself: a lost lease keeps nothing else from being noted."""
        asked = []
        while self._asked:
            work, told = self._asked.popleft()
            if told.set_running_or_notify_cancel():
                asked.append((work, told))
        if not asked:
            return
        answers: list[Callable[[], None]] = []
        try:
            with self.book.store.tasks() as tasks:
                answers = [_answer(work, told, tasks) for work, told in asked]
        except Exception as error:  # noqa: BLE001 - whoever asked must hear of it, or would wait for ever
            answers = [_refuse(told, error) for _, told in asked]
        for answer in answers:
            answer()


def _answer(work: Callable[[Tasks], T], told: "Future[T]", tasks: Tasks) -> Callable[[], None]:
    """Do one thing, and return how to tell of it once it is kept."""
    try:
        result = work(tasks)
    except LeaseLostError as lost:  # which changed nothing
        return _refuse(told, lost)
    return lambda: told.set_result(result)


def _refuse(told: "Future[Any]", error: Exception) -> Callable[[], None]:
    return lambda: told.set_exception(error)
