"""The loop: takes what is due, has it done, and rests until something is due again, or it is told to stop."""

import asyncio
import secrets
import signal
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial

import msgspec

from sayso.casebook import Casebook
from sayso.errors import ReaderError, SaysoError, StoreError
from sayso.model import decode
from sayso.store import Due, LeaseLostError, Task, Tasks, Waiting
from sayso.watch.feeds import Feeds
from sayso.watch.looking import look
from sayso.watch.polling import poll
from sayso.watch.states import Tally
from sayso.watch.work import Work, back_off, host_of, later

__all__ = ["Watcher"]

DO: dict[str, Callable[[Work, Task], Awaitable[None]]] = {
    "feed": poll,
    "sitemap": poll,
    "map": poll,
    "page": look,
    "entry": look,
}
"""How each kind of task is done. A map is a sitemap that a list of sitemaps names; an entry, of a feed."""

WATCHED = ("feed", "sitemap", "page")
REST_S = 1.0
"""How long it rests at most: other workers plan tasks, too."""

SHORTEST_REST_S = 0.02
"""How long it waits for others to be through before it looks for more to do: then one look is for several."""

TROUBLE_S = 5.0
"""How long it rests when the book cannot be written, because of another program or of the server."""


class Noted(msgspec.Struct):
    """What is of interest here in what is noted of a feed or a page."""

    problem: str | None = None


class Watcher:
    """Works at the tasks of a book until it is told to stop, or, `once`, until nothing is left to do."""

    def __init__(self, work: Work, feeds: Feeds, *, once: bool, shown: Callable[[Tally], None]) -> None:
        """Watch feeds; `shown` is told once a second how the work stands."""
        self._work, self._feeds, self._once, self._shown = work, feeds, once, shown
        self._began = datetime.now(UTC)
        self._stop = asyncio.Event()
        self._done = asyncio.Event()
        self._running: dict[asyncio.Task[None], Task] = {}
        self._waiting = Waiting(due=0, held=0)
        self._left = 0
        self._broken: SaysoError | None = None

    async def run(self) -> Tally:
        """Work until told to stop; what was begun and not kept is given back. Returns what was done."""
        self._listen()
        beside = []
        try:
            async with self._work.fetcher:
                await self._work.clerk.do(self._plan)
                beside = [asyncio.create_task(each()) for each in (self._hold, self._show)]
                try:
                    await self._loop()
                finally:
                    await self._wind_down()
        finally:
            for each in beside:
                each.cancel()
            await asyncio.gather(*beside, return_exceptions=True)
            await asyncio.to_thread(self._work.clerk.close)
        if self._broken is not None:
            raise self._broken
        return self.tally()

    def stop(self) -> None:
        """Let the watcher come to its end."""
        self._stop.set()

    def tally(self) -> Tally:
        """Return how the work stands."""
        counts = {name: getattr(self._work.counts, name) for name in self._work.counts.__slots__}
        watched, failing = len(self._feeds.watched), len(self._work.failing)
        return Tally(watched=watched, failing=failing, due=self._waiting.due, left=self._left, **counts)

    def _listen(self) -> None:
        """Stop at SIGTERM and SIGINT; only the main thread hears of them."""
        if threading.current_thread() is threading.main_thread():
            loop = asyncio.get_running_loop()
            for heard in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(heard, self.stop)

    def _plan(self, book: Casebook) -> None:
        """Note what is watched; once, all of it is due now."""
        planned = [
            Task(kind=one.what, key=one.url, host=host_of(one.url), due_at=self._began)
            for one in self._feeds.watched
        ]
        with book.store.pen() as pen:
            pen.tasks.plan(planned)
            for kind in WATCHED:
                keys = [one.url for one in self._feeds.watched if one.what == kind]
                for known in pen.tasks.known(kind, keys).values():
                    failing = decode(known.word, Noted).problem is not None
                    soon = self._began + timedelta(seconds=self._work.watched[known.key].interval_s)
                    # A shorter interval than before holds at once; what failed waits as long as it was to.
                    if self._once or ((known.due_at is None or known.due_at > soon) and not failing):
                        pen.tasks.hurry(known, known.word, self._began)
                    if failing:
                        self._work.failing.add(known.key)

    async def _loop(self) -> None:
        while not self._stop.is_set():
            try:
                if await self._step():
                    return
            except StoreError as trouble:
                if self._once:
                    raise
                self._work.tell("remark", "the book", str(trouble))
                await self._rest(TROUBLE_S)

    async def _step(self) -> bool:
        """Begin what is due, and rest; tell whether nothing is left to do, which is only known of `once`."""
        taken = await self._take()
        for task in taken:
            unit = asyncio.create_task(self._do(task))
            self._running[unit] = task
            unit.add_done_callback(self._through)
        if not taken and not self._running and self._once and await self._finished():
            return True
        if not taken:
            await self._rest(await self._until_next())
        await asyncio.sleep(SHORTEST_REST_S)
        return False

    async def _take(self) -> list[Task]:
        """Lease as much of what is due as there are hands free."""
        free = self._work.settings.at_once - len(self._running)
        if free <= 0:
            return []
        mark, now = secrets.token_hex(8), datetime.now(UTC)
        until = now + timedelta(seconds=self._work.settings.lease_s)
        lease = partial(Tasks.lease, due=self._due(now), mark=mark, now=now, until=until, most=free)
        return await self._work.clerk.note(lease)

    def _due(self, now: datetime) -> tuple[Due, ...]:
        """Return what may be done now: once, what is watched only as it was due at the beginning."""
        by = self._began if self._once else now
        keys = {kind: tuple(one.url for one in self._feeds.watched if one.what == kind) for kind in WATCHED}
        watched = tuple(Due(kind=kind, by=by, keys=some) for kind, some in keys.items() if some)
        return (*watched, Due(kind="map", by=now), Due(kind="entry", by=now))

    async def _do(self, task: Task) -> None:
        """Do one task; what no rule foresaw is told, and the task is tried again later."""
        try:
            await DO[task.kind](self._work, task)
        except LeaseLostError as lost:
            self._work.tell("remark", task.key, str(lost))
        except ReaderError as broken:
            self._broken = broken
            self.stop()
        except StoreError as trouble:
            self._work.counts.failed += 1
            self._work.tell("failed", task.key, str(trouble))
            with suppress(StoreError):
                await self._work.clerk.note(partial(Tasks.release, task=task))
        except Exception as error:  # noqa: BLE001 - a door: one page or feed must not stop all others
            self._work.counts.failed += 1
            self._work.tell("failed", task.key, f"{type(error).__name__}: {error}. Tell who makes sayso")
            await self._put_off(task)

    async def _put_off(self, task: Task) -> None:
        attempts = task.attempts + 1
        gone = task.kind not in WATCHED and attempts >= self._work.settings.tries
        due_at = None if gone else later(back_off(self._work.settings, attempts))
        with suppress(SaysoError):
            await self._work.clerk.note(
                lambda tasks: tasks.done(
                    task, due_at=due_at, word=task.word, attempts=attempts, report_id=task.report_id
                )
            )

    def _through(self, unit: asyncio.Task[None]) -> None:
        self._running.pop(unit, None)
        self._done.set()

    async def _finished(self) -> bool:
        """Tell whether nothing is left that can be done soon."""
        now = datetime.now(UTC)
        soonest = await self._work.clerk.look(lambda tasks: tasks.soonest(self._due(now), now))
        self._waiting = await self._work.clerk.look(lambda tasks: tasks.waiting(self._due(now), now))
        if self._waiting.held:
            return False
        if soonest is None or soonest > now + timedelta(seconds=self._work.settings.patience_s):
            self._left = self._waiting.due
            return True
        return False

    async def _until_next(self) -> float:
        """Return how long to rest: until a host is free of which something is due, but not for long."""
        if len(self._running) >= self._work.settings.at_once:
            return REST_S
        now = datetime.now(UTC)
        soonest = await self._work.clerk.look(lambda tasks: tasks.soonest(self._due(now), now))
        return REST_S if soonest is None else min(REST_S, (soonest - now).total_seconds())

    async def _rest(self, seconds: float) -> None:
        """Wait until something is through, or it is told to stop, or for so long."""
        self._done.clear()
        waits = [asyncio.create_task(event.wait()) for event in (self._done, self._stop)]
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()

    async def _hold(self) -> None:
        """Hold on to what is being done, as long as it is being done."""
        while True:
            await asyncio.sleep(self._work.settings.lease_s / 3)
            until = later(self._work.settings.lease_s)
            running, hosts = list(self._running.values()), set(self._work.asking)
            renew = partial(Tasks.renew, tasks=running, hosts=hosts, until=until)
            with suppress(StoreError):
                await self._work.clerk.note(renew)

    async def _show(self) -> None:
        """Show once a second how the work stands."""
        while True:
            await asyncio.sleep(1)
            now = datetime.now(UTC)
            waiting = partial(Tasks.waiting, due=self._due(now), now=now)
            with suppress(StoreError):
                self._waiting = await self._work.clerk.look(waiting)
            self._shown(self.tally())

    async def _wind_down(self) -> None:
        """End what is under way: requests at once, what is being read after a while; give back the rest."""
        for unit in list(self._work.asking.values()):
            if unit is not None:
                unit.cancel()
        units = dict(self._running)
        if units:
            _, late = await asyncio.wait(units, timeout=self._work.settings.grace_s)
            for unit in late:
                unit.cancel()
            await asyncio.gather(*units, return_exceptions=True)
        for unit, task in units.items():
            if unit.cancelled():
                with suppress(StoreError):
                    await self._work.clerk.note(partial(Tasks.release, task=task))
