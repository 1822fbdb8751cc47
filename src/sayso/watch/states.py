"""What is noted of a feed and of a page between two looks, and what is told of the work."""

from datetime import datetime
from typing import Literal

from sayso.intake.feeds import Entry
from sayso.model import Word, content_id
from sayso.watch.feeds import Watched

__all__ = ["Event", "FeedState", "Happening", "PageState", "Settings", "Tally", "mark_of"]

Happening = Literal["new", "changed", "summary", "failed", "refused", "mended", "moved", "remark"]
"""What is told as it happens: a report kept, a newer version kept, a feed's summary kept for want of the
page, what was not had, what was not kept, a feed that answers again, a new address, a remark."""


class Settings(Word, frozen=True, kw_only=True):
    """How the watcher works; lengths of time in seconds.

    `at_once`: requests under way, never two to one host. `lease_s`: how long a task of one who died stays
    his. `looks_s`: when a page is looked at again, each after the look before. After `tries` failures in a
    row, the first `back_off_s` apart, then four times as long each, a page is given up; a feed never is.
    `patience_s`: what `once` waits for before it leaves the rest to the next run. `grace_s`: how long what is
    being read may take after the watcher was told to stop. `host_pause_s`: how long a host is left alone that
    did not answer, or said that it is too busy without saying for how long.
    """

    at_once: int = 32
    lease_s: float = 60.0
    looks_s: tuple[float, ...] = (600.0, 3600.0, 21600.0)
    tries: int = 5
    back_off_s: float = 60.0
    longest_back_off_s: float = 6 * 3600.0
    patience_s: float = 60.0
    grace_s: float = 20.0
    host_pause_s: float = 120.0


class FeedState(Word, frozen=True, kw_only=True):
    """A feed or sitemap between two polls.

    `body` is the digest of what it gave last, `found` how many entries; `problem` is why it cannot be had,
    `moved` where it says that it is from now on.
    `parent` is what is watched, where a list of sitemaps named it, and `polled_at` when that list was polled.
    `maps` are the sitemaps that it names itself; None: not known, as it was never had.
    """

    etag: str | None = None
    modified: str | None = None
    body: str | None = None
    found: int = 0
    problem: str | None = None
    status: int | None = None
    moved: str | None = None
    parent: Watched | None = None
    polled_at: datetime | None = None
    maps: tuple[str, ...] | None = None


class PageState(Word, frozen=True, kw_only=True):
    """A page between two looks.

    `watched` is what named it, as it was then, or the page itself. `entry` is what the feed says of it, only
    its times once a report is kept; `mark` the digest of that. `words` is the digest of the words that were
    handed to the book last. `looks` counts those that brought the page, changed or not. `alone`: nothing is
    to be fetched, the entry itself is the report. `summary`: its words were kept, for want of the page.
    """

    watched: Watched
    entry: Entry | None = None
    mark: str | None = None
    alone: bool = False
    etag: str | None = None
    modified: str | None = None
    words: str | None = None
    summary: bool = False
    looks: int = 0
    problem: str | None = None


class Event(Word, frozen=True, kw_only=True):
    """Something that happened: to which feed or page, and what there is to say of it."""

    what: Happening
    label: str
    why: str = ""


class Tally(Word, frozen=True, kw_only=True):
    """How the work stands: what is watched, what waits, and what was done since the watcher started.

    `fetched` counts answers to requests for feeds and pages; `failing` the feeds that cannot be had now.
    """

    watched: int = 0
    due: int = 0
    fetched: int = 0
    new: int = 0
    changed: int = 0
    summaries: int = 0
    failed: int = 0
    refused: int = 0
    failing: int = 0
    left: int = 0


def mark_of(entry: Entry) -> str:
    """Return the digest of what a feed says of a page, without times, as some change at every poll."""
    return content_id("entry", entry.title, entry.summary)
