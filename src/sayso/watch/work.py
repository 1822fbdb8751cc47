"""What everybody who works at a task needs: the book, the fetcher, the readers, and the counts."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

from sayso.errors import FetchError
from sayso.intake.fetching import Fetched, Fetcher
from sayso.intake.robots import Robots
from sayso.store import Task, Tasks
from sayso.watch.clerk import Clerk
from sayso.watch.feeds import Watched
from sayso.watch.reading import Readers
from sayso.watch.states import Event, Happening, Settings

__all__ = ["Counts", "Work", "back_off", "host_of", "later"]

MOST_SITES = 10_000
LONGEST_PAUSE_S = 86_400.0
BUSY = (429, 503)


@dataclass(slots=True)
class Counts:
    """What was done since the watcher started."""

    fetched: int = 0
    new: int = 0
    changed: int = 0
    summaries: int = 0
    failed: int = 0
    refused: int = 0


@dataclass(slots=True)
class Work:
    """One watcher's hands."""

    clerk: Clerk
    watched: dict[str, Watched]
    settings: Settings
    fetcher: Fetcher
    readers: Readers
    told: Callable[[Event], None]
    counts: Counts = field(default_factory=Counts)
    failing: set[str] = field(default_factory=set)
    asking: "dict[str, asyncio.Task[object] | None]" = field(default_factory=dict)
    robots: Robots = field(init=False)
    _asked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.robots = Robots(self.fetcher)

    def tell(self, what: Happening, label: str, why: str = "") -> None:
        """Tell of something that happened."""
        self.told(Event(what=what, label=label, why=why))

    async def ask(
        self, task: Task, url: str, like: Watched, *, etag: str | None, modified: str | None
    ) -> Fetched | None:
        """Return what a host gives for an address, and let it be asked again after its pause.

        None: it was only asked for its robots.txt, as nobody had done so yet; the task is to be given back.
        Raises FetchError when it does not answer, or does not let us.
        """
        pause = like.delay_s
        self.asking[task.host] = asyncio.current_task()
        try:
            if like.robots:
                first = self._first_time(url)
                allowed = await self.robots.allowed(url)
                pause = max(pause, await self.robots.delay(url) or 0.0)
                if not allowed:
                    raise await self._refusal(url)
                if first:
                    return None
            fetched = await self.fetcher.fetch(url, etag=etag, modified=modified)
            self.counts.fetched += 1
            return fetched
        except FetchError as error:
            pause = max(pause, self._pause_after(error))
            raise
        finally:
            self.asking.pop(task.host, None)
            self.clerk.note_soon(partial(Tasks.free, host=task.host, at=later(pause)))

    def _first_time(self, url: str) -> bool:
        """Tell whether a site is asked for the first time, and note that it was."""
        split = urlsplit(url)
        site = f"{split.scheme}://{split.netloc}"
        if site in self._asked:
            return False
        if len(self._asked) >= MOST_SITES:
            self._asked.clear()
        self._asked.add(site)
        return True

    async def _refusal(self, url: str) -> FetchError:
        silent = await self.robots.silent(url)
        if silent is not None:
            why = f"the site's robots.txt cannot be had ({silent}), so nothing may be fetched"
            return FetchError(url, why, "It is tried again", again=True)
        what_to_do = "Ask the publisher, and write robots = false in feeds.toml if he agrees"
        return FetchError(url, "the site's robots.txt does not let programs read it", what_to_do)

    def _pause_after(self, error: FetchError) -> float:
        """Return how long a host is left alone after it did not give what it was asked for."""
        if error.retry_after_s is not None:
            return min(error.retry_after_s, LONGEST_PAUSE_S)
        silent = error.again and error.status is None
        return self.settings.host_pause_s if silent or error.status in BUSY else 0.0


def later(seconds: float) -> datetime:
    """Return the moment so many seconds from now."""
    return datetime.now(UTC) + timedelta(seconds=seconds)


def back_off(settings: Settings, attempts: int) -> float:
    """Return how many seconds to wait after so many failures in a row: four times as long each time."""
    return float(min(settings.back_off_s * 4.0 ** min(attempts - 1, 20), settings.longest_back_off_s))


def host_of(url: str) -> str:
    """Return the host of an address, with an unusual port: what is asked one thing at a time."""
    split = urlsplit(url)
    return split.netloc.rpartition("@")[2].lower()
