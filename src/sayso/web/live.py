"""What changes, told to all who listen, as Server-Sent Events.

Two looks at the book a second serve everybody. Each event's id is the cursor of a change, so that who lost
the connection goes on where it was; an event `book` without an id says that the book holds more than before,
whether a figure changed or not.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager

from sayso.casebook import Casebook
from sayso.model import Change, encode
from sayso.web.people import Doorkeeper

__all__ = ["Live"]

EVERY_S = 0.5
"""Seconds between two looks at the book."""

HEARTBEAT_S = 15.0
"""Seconds of silence after which a comment shows that the connection lives; proxies close dead ones."""

BEHIND = 100
"""What so many looks found may wait for a slow listener; then it is cut off, and goes on with its last id."""

AT_ONCE = 200
"""Changes that are read from the book at one time."""

_log = logging.getLogger("sayso.web")

Event = tuple[int, bytes]
"""The number of a change, 0 for none, and the event as it is sent."""


class Live:
    """Looks at a book for all who listen to it."""

    def __init__(self, book: Casebook, keeper: Doorkeeper) -> None:
        """Begin at the last change that there is."""
        self.book = book
        self.keeper = keeper
        self.cursor = book.last_change()
        self.stamp = book.stamp()
        self._ears: set[asyncio.Queue[Sequence[Event]]] = set()
        self._ended = False

    @property
    def listeners(self) -> int:
        """How many listen now."""
        return len(self._ears)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Look at the book again and again for as long as the block runs; then end every stream."""
        looking = asyncio.create_task(self._look_on())
        try:
            yield
        finally:
            looking.cancel()
            self.end()

    def end(self) -> None:
        """End every stream, so that a server can stop."""
        self._ended = True
        for ear in self._ears:
            _tell(ear, ())

    async def look(self) -> None:
        """Look once, and tell everybody what is new."""
        stamp = await asyncio.to_thread(self._look)
        if stamp == self.stamp:
            return
        self.stamp = stamp
        more = True
        while more:
            page = await asyncio.to_thread(self.book.changes, self.cursor, limit=AT_ONCE)
            self.cursor, more = page.cursor, page.more
            events = [_event(change) for change in page.changes]
            if not more:
                events.append((0, f"event: book\ndata: {stamp}\n\n".encode()))
            for ear in tuple(self._ears):
                _tell(ear, events)

    async def listen(self, after: str | None) -> AsyncGenerator[bytes, None]:
        """Yield events as they are sent: those after a cursor, if one is given, and then what comes."""
        ear: asyncio.Queue[Sequence[Event]] = asyncio.Queue(BEHIND)
        self._ears.add(ear)
        told = int(self.cursor)  # before anything is sent: a look meanwhile moves the cursor on
        try:
            yield b"retry: 2000\n\n"
            if after is not None:
                async for number, event in self._backlog(after):
                    told = number
                    yield event
            while not self._ended:
                try:
                    heard = await asyncio.wait_for(ear.get(), HEARTBEAT_S)
                except TimeoutError:
                    yield b": here\n\n"
                    continue
                if not heard:
                    return
                yield b"".join(event for number, event in heard if number == 0 or number > told)
        finally:
            self._ears.discard(ear)

    async def _backlog(self, after: str) -> AsyncIterator[Event]:
        """Yield the changes that were kept after a cursor, as events."""
        more = True
        while more:
            page = await asyncio.to_thread(self.book.changes, after, limit=AT_ONCE)
            after, more = page.cursor, page.more
            for change in page.changes:
                yield _event(change)

    async def _look_on(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            try:
                await self.look()
            except Exception as gone:  # noqa: BLE001 - a door: one bad second must not silence the rest
                _log.warning("the book cannot be looked at: %s", gone)

    def _look(self) -> str:
        self.keeper.look()
        return self.book.stamp()


def _tell(ear: asyncio.Queue[Sequence[Event]], events: Sequence[Event]) -> None:
    """Hand events to a listener, none to end it; one for whom too much waits is cut off."""
    try:
        ear.put_nowait(events)
    except asyncio.QueueFull:
        while not ear.empty():
            ear.get_nowait()
        ear.put_nowait(())


def _event(change: Change) -> Event:
    packed = encode(change).decode()
    return int(change.cursor), f"id: {change.cursor}\nevent: change\ndata: {packed}\n\n".encode()
