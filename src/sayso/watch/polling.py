"""A poll of a feed or sitemap: what it names that is new becomes a task, and the feed is due again.

A sitemap in a list of them is due once the list was polled, and then no more: the list plans it again at each
poll, as it is watched then, for as long as it names it.
"""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import msgspec

from sayso.casebook import Casebook
from sayso.errors import FetchError
from sayso.intake.feeds import Entry, Feed, entries_of
from sayso.intake.fetching import Fetched
from sayso.intake.guard import address_of
from sayso.intake.outcome import RefusedError
from sayso.model import content_id, decode, encode
from sayso.store import Task, Tasks
from sayso.watch.feeds import Watched
from sayso.watch.states import FeedState, PageState, mark_of
from sayso.watch.work import Work, back_off, host_of, later

__all__ = ["page_task", "poll"]

MOST_ENTRIES = 1000
"""What is taken of one feed at a time, from its beginning; as many as a sitemap for news may have."""

MOST_SITEMAPS = 20
"""What is taken of a list of sitemaps; one that lists an archive has thousands."""

MOST_LOOKS = 12
"""How often a page is looked at again, at most, because its feed says something else of it."""

SHARDS = 16
ANY_PORT = range(1, 65536)


@dataclass(frozen=True, slots=True)
class Found:
    """What a poll found: tasks for entries, addresses of sitemaps, and how many entries there are."""

    pages: tuple[Task, ...] = ()
    maps: tuple[str, ...] = ()
    entries: int = 0


async def poll(work: Work, task: Task) -> None:
    """Ask for a feed, and plan what it names."""
    state = decode(task.word, FeedState)
    if state.maps is None:  # noted before lists kept what they name, or never had: it is to be given whole
        state = msgspec.structs.replace(state, etag=None, modified=None, body=None)
    watched = state.parent or work.watched[task.key]
    watched = msgspec.structs.replace(watched, url=task.key)
    try:
        given = await work.ask(task, task.key, watched, etag=state.etag, modified=state.modified)
        if given is None:
            await work.clerk.note(partial(Tasks.release, task=task))
            return
        found = await _found(given, watched, state)
    except (FetchError, RefusedError) as error:
        await _failed(work, task, watched, state, error)
        return
    _mended(work, task, watched, state, given)
    if found is None:
        found = Found(maps=state.maps or (), entries=state.found)
    work.failing.difference_update({*(state.maps or ())} - {*found.maps})
    state = FeedState(
        etag=given.etag or (None if given.changed else state.etag),
        modified=given.modified or (None if given.changed else state.modified),
        body=_digest(given) if given.changed else state.body,
        found=found.entries,
        moved=given.url if given.moved_for_good else None,
        parent=state.parent,
        polled_at=(state.polled_at if state.parent else None) or datetime.now(UTC),
        maps=found.maps,
    )
    await _note(work, task, watched, state, found.pages)


async def _note(work: Work, task: Task, watched: Watched, state: FeedState, pages: Sequence[Task]) -> None:
    """Note a poll, and plan the pages and sitemaps that are not watched by themselves."""
    due_at = None if task.kind == "map" else later(watched.interval_s)
    done = partial(Tasks.done, task=task, due_at=due_at, word=_json(state))
    word = _json(FeedState(parent=watched, polled_at=state.polled_at))
    maps = [
        Task(kind="map", key=url, host=host_of(url), due_at=later(0), word=word) for url in state.maps or ()
    ]
    planned = [one for one in (*pages, *maps) if one.key not in work.watched]
    if planned:
        await work.clerk.do(partial(_plan, planned=planned, done=done))
    else:
        await work.clerk.note(done)


async def _found(given: Fetched, watched: Watched, state: FeedState) -> Found | None:
    """Return what a feed names; None when it is what it was."""
    if not given.changed or _digest(given) == state.body:
        return None
    feed = await asyncio.to_thread(entries_of, given.body, given.content_type, given.url)
    now = datetime.now(UTC)
    return Found(
        pages=tuple(_pages(feed.entries, watched, now)),
        maps=tuple(_maps(feed)),
        entries=len(feed.entries),
    )


def _pages(entries: Iterable[Entry], watched: Watched, now: datetime) -> Iterable[Task]:
    """Yield the tasks of entries that are not too old, in the order in which the feed has them."""
    oldest = now - timedelta(seconds=watched.max_age_s)
    recent = (entry for entry in entries if _last_told(entry, now) >= oldest)
    for at, entry in zip(range(MOST_ENTRIES), recent, strict=False):
        made = page_task(entry, watched, now + timedelta(microseconds=at))
        if made is not None:
            yield made


def _last_told(entry: Entry, now: datetime) -> datetime:
    """Return the last moment that a feed gives for an entry; now, if it gives none."""
    return max(filter(None, (entry.published_at, entry.updated_at)), default=now)


def page_task(entry: Entry, watched: Watched, due_at: datetime) -> Task | None:
    """Return the task that an entry is; None where it has neither words nor an address that can be asked for.

    An entry without an address, or of a feed that holds whole reports, is a report by itself.
    """
    alone = watched.text == "feed" or entry.url is None
    try:
        url = address_of(entry.url, ANY_PORT).url if entry.url else None
    except FetchError:
        url, alone = None, True
    if url is None and not (entry.title or entry.summary):
        return None
    key = url or f"{watched.url} {entry.id or mark_of(entry)}"
    host = f"words {int(content_id(key), 16) % SHARDS}" if alone or url is None else host_of(url)
    state = PageState(watched=watched, entry=entry, mark=mark_of(entry), alone=alone)
    return Task(kind="entry", key=key, host=host, due_at=due_at, word=_json(state))


def _maps(feed: Feed) -> Iterable[str]:
    """Yield the addresses of the sitemaps that a list names, those that can be asked for."""
    for url in feed.sitemaps[:MOST_SITEMAPS]:
        with suppress(FetchError):
            yield address_of(url, ANY_PORT).url


def _plan(book: Casebook, planned: Sequence[Task], done: Callable[[Tasks], None]) -> None:
    """Note what is new, hurry what is to be asked for again, and note the poll, all or nothing."""
    named, now = {(one.kind, one.key): one for one in planned}, datetime.now(UTC)
    with book.store.pen() as pen:
        for kind, again in AGAIN.items():
            known = pen.tasks.known(kind, [key for of, key in named if of == kind])
            for key, before in known.items():
                word = again(before, named[kind, key])
                if word is not None:
                    pen.tasks.hurry(before, word, now)
        pen.tasks.plan(named.values())
        done(pen.tasks)


def _otherwise(before: Task, now: Task) -> str | None:
    """Return what to note of a page of which its feed says something else than before; None if not."""
    if before.word == "{}":
        return None
    old, new = decode(before.word, PageState), decode(now.word, PageState)
    if old.mark == new.mark or old.looks >= MOST_LOOKS:
        return None
    return _json(msgspec.structs.replace(old, entry=new.entry, mark=new.mark, watched=new.watched))


def _listed_again(before: Task, now: Task) -> str | None:
    """Return what to note of a sitemap that its list names again; None where this poll named it already.

    One that could not be had waits for its next try, unless it is watched otherwise by now. Lists that name
    each other come to an end.
    """
    old, new = decode(before.word, FeedState), decode(now.word, FeedState)
    waits = before.due_at is not None and old.parent == new.parent
    if waits or (old.polled_at and new.polled_at and old.polled_at >= new.polled_at):
        return None
    return _json(msgspec.structs.replace(old, parent=new.parent, polled_at=new.polled_at))


AGAIN: dict[str, Callable[[Task, Task], str | None]] = {"entry": _otherwise, "map": _listed_again}
"""For each kind of task that polls plan, what is noted where a poll has it done again."""


async def _failed(
    work: Work, task: Task, watched: Watched, state: FeedState, error: FetchError | RefusedError
) -> None:
    """Note that a feed was not had; nothing that it brought before is touched, and it is tried again."""
    why, status, asked_for = f"{error.why}. {error.what_to_do}", None, 0.0
    if isinstance(error, FetchError):
        status, asked_for = error.status, error.retry_after_s or 0.0
    work.counts.failed += 1
    work.failing.add(task.key)
    if (state.problem, state.status) != (why, status):
        work.tell("failed", watched.label, why)
    wait = max(watched.interval_s, back_off(work.settings, task.attempts + 1), asked_for)
    state = msgspec.structs.replace(state, problem=why, status=status)
    attempts = task.attempts + 1
    given_up = task.kind == "map" and attempts >= work.settings.tries  # until its list is polled again
    due_at = None if given_up else later(wait)
    await work.clerk.note(lambda tasks: tasks.done(task, due_at=due_at, word=_json(state), attempts=attempts))


def _mended(work: Work, task: Task, watched: Watched, state: FeedState, given: Fetched) -> None:
    work.failing.discard(task.key)
    if state.problem is not None:
        work.tell("mended", watched.label, "it can be had again")
    if given.moved_for_good and given.url != state.moved:
        work.tell("moved", watched.label, f"it has moved for good to {given.url}. Change it in feeds.toml")


def _digest(given: Fetched) -> str:
    return hashlib.sha256(given.body).hexdigest()[:16]


def _json(state: FeedState | PageState) -> str:
    return encode(state).decode()
