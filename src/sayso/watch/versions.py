"""What a look at a page brought: its report, as the first or as the next version, or nothing new."""

from collections.abc import Callable
from datetime import datetime

from sayso.intake.arrivals import entry_report, page_of, updated_of
from sayso.intake.feeds import Entry
from sayso.intake.fetching import Fetched
from sayso.intake.pages import Page
from sayso.model import Report, Source, Word
from sayso.trace.editions import new_version, words_of

__all__ = ["Look", "report_of"]


class Look(Word, frozen=True, kw_only=True):
    """A look at a page: what was fetched, or None where the feed's own words are the report.

    `before` is the version that was kept last, `words` the digest of the words that were handed to the book
    last, `now` when we looked.
    """

    now: datetime
    feed: str
    fetched: Fetched | None = None
    entry: Entry | None = None
    source: Source | None = None
    before: Report | None = None
    words: str | None = None


def report_of(look: Look, remark: Callable[[str], None]) -> Report | None:
    """Return the report that a look brought; None when it says what was handed to the book last.

    Raises RefusedError when there is no report in what was fetched.
    """
    page = _page(look, remark)
    if page is None or words_of(page.report) == look.words:
        return None
    return page.report if look.before is None else new_version(look.before, *page)


def _page(look: Look, remark: Callable[[str], None]) -> Page | None:
    """Return what was fetched, or what the feed says by itself; None where it says nothing."""
    if look.fetched is not None:
        return page_of(look.fetched, entry=look.entry, source=look.source, remark=remark, now=look.now)
    assert look.entry is not None
    report = entry_report(look.entry, source=look.source, feed_url=look.feed, now=look.now)
    return Page(report, updated_of(look.entry, look.now), "feed") if report else None
