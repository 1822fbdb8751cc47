"""The door for feeds and pages: what they publish becomes reports of a book, as it is published.

    from sayso.watch import load_feeds, watch

    with sayso.Casebook.open("desk.book") as book:
        watch(book, load_feeds("feeds.toml"), once=True)

Several watchers may work at one book, on one machine or on several: what is to be done stands in the book.
"""

import asyncio
from collections.abc import Callable
from contextlib import nullcontext

from sayso import __version__
from sayso.casebook import Casebook
from sayso.intake.fetching import AGENT, Fetcher
from sayso.watch.clerk import Clerk
from sayso.watch.feeds import Feeds, Watched, load_feeds, read_feeds
from sayso.watch.reading import Readers
from sayso.watch.states import Event, Settings, Tally
from sayso.watch.watcher import Watcher
from sayso.watch.work import Work

__all__ = ["Event", "Feeds", "Readers", "Settings", "Tally", "Watched", "load_feeds", "read_feeds", "watch"]


def watch(
    book: Casebook,
    feeds: Feeds,
    *,
    once: bool = False,
    settings: Settings | None = None,
    readers: Readers | None = None,
    fetcher: Fetcher | None = None,
    told: Callable[[Event], None] = lambda _: None,
    shown: Callable[[Tally], None] = lambda _: None,
) -> Tally:
    """Poll feeds, and add what they publish to a book, until SIGTERM or SIGINT; returns what was done.

    `once`: poll each once, fetch and read all that is new, and return. `readers` are the processes that read,
    one with the default reader if not given. `told` hears of what happens, and `shown`, once a second, how
    the work stands. Raises ReaderError when the reader cannot be loaded.
    """
    contact = f" (+{feeds.contact})" if feeds.contact else ""
    with nullcontext(readers) if readers else Readers() as reading:
        work = Work(
            clerk=Clerk(book),
            watched={one.url: one for one in feeds.watched},
            settings=settings or Settings(),
            fetcher=fetcher or Fetcher(agent=f"{AGENT}/{__version__}{contact}"),
            readers=reading,
            told=told,
        )

        async def run() -> Tally:
            return await Watcher(work, feeds, once=once, shown=shown).run()

        return asyncio.run(run())
