"""What was fetched, to a Report: a page, with the time that a feed gives for it, or a feed's entry alone."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from sayso.intake.clocks import AHEAD, Told
from sayso.intake.encoding import text_of
from sayso.intake.feeds import Entry
from sayso.intake.fields import report_from
from sayso.intake.outcome import Notice, RefusedError, log_notice
from sayso.intake.pages import Page, read_page, site_of
from sayso.model import Grain, Report, Source, report_id, source_of

if TYPE_CHECKING:
    from sayso.intake.fetching import Fetched

__all__ = ["entry_report", "page_of", "updated_of"]

_PAGES = ("text/html", "application/xhtml+xml", "")
_TEXTS = ("text/plain",)
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")


def page_of(
    fetched: "Fetched",
    *,
    entry: Entry | None = None,
    source: Source | None = None,
    remark: Callable[[str], None] | None = None,
    now: datetime | None = None,
) -> Page:
    """Return the Report of a fetched page.

    The time that the feed's `entry` gives wins over the page's; `source` is who publishes, if that is known
    better than by the site's name. Raises RefusedError when there is no report in what was fetched.
    """
    tell = remark or (lambda words: log_notice(Notice(path=fetched.url, remark=words)))
    page = _read(fetched, tell, now)
    report = _published_by(page.report, source) if source else page.report
    if entry is None:
        return page._replace(report=report)
    report = _timed(report, entry, now)
    report = msgspec.structs.replace(report, language=report.language or entry.language)
    updated = updated_of(entry, now)
    return Page(report, updated, "feed") if updated else page._replace(report=report)


def _read(fetched: "Fetched", tell: Callable[[str], None], now: datetime | None) -> Page:
    """Return what is in a page by itself."""
    kind, charset = _declared(fetched.content_type)
    if kind in _PAGES:
        return read_page(fetched.body, tell, now, url=fetched.url, charset=charset)
    if kind in _FEEDS:
        raise RefusedError("this is a feed, not a page", "Have it watched: sayso watch BOOK feeds.toml")
    if kind not in _TEXTS:
        raise RefusedError(f"this is {kind:.60}, not a page", "Save its text as a .txt file")
    text = text_of(fetched.body, tell, charset)
    return Page(
        report_from({"url": fetched.url, "source": site_of(fetched.url), "text": text}, tell, now), None
    )


def entry_report(
    entry: Entry, *, source: Source | None = None, feed_url: str = "", now: datetime | None = None
) -> Report | None:
    """Return the Report that the entry of a feed is by itself; None when it has no words.

    For pages that cannot be fetched: the headline and the summary were published all the same.
    """
    if not entry.summary.strip() and not (entry.title or "").strip():
        return None
    publisher = source or source_of(entry.source or site_of(entry.url or feed_url))
    report = Report(
        id=report_id(publisher, entry.url, entry.title, entry.summary),
        source=publisher,
        url=entry.url,
        title=entry.title,
        text=entry.summary,
        language=entry.language,
    )
    return _timed(report, entry, now)


def updated_of(entry: Entry, now: datetime | None) -> Told | None:
    """Return when a feed says that an entry was last changed; None where it gives no time, or one to come."""
    return _known(entry.updated_at, entry.updated_grain, now)


def _timed(report: Report, entry: Entry, now: datetime | None) -> Report:
    """Return a report with the time that a feed gives, if it gives one that can be."""
    told = _known(entry.published_at, entry.published_grain, now)
    if told is None:
        return report
    return msgspec.structs.replace(
        report, published_at=told[0], published_grain=told[1], published_from="feed"
    )


def _known(at: datetime | None, grain: Grain, now: datetime | None) -> Told | None:
    return None if at is None or (now is not None and at > now + AHEAD) else (at, grain)


def _published_by(report: Report, source: Source) -> Report:
    """Return a report under the name of who is known to publish it; the id says who, so it changes."""
    ref = report_id(source, report.url, report.title, report.text)
    return msgspec.structs.replace(report, id=ref, source=source)


def _declared(content_type: str | None) -> tuple[str, str | None]:
    """Return the kind of a page and its encoding, as the server names them."""
    kind, _, rest = (content_type or "").partition(";")
    name, _, charset = rest.partition("=")
    known = charset.strip(" \"'").lower() if name.strip().lower() == "charset" else None
    return kind.strip().lower(), known or None
