"""One web page, as bytes that somebody else fetched, to a Report. Nothing here opens an address."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.intake.clocks import Told, read_published
from sayso.intake.encoding import text_of
from sayso.intake.fields import report_from
from sayso.intake.markup import without_headline
from sayso.intake.outcome import RefusedError
from sayso.intake.page_times import DATES, times_of
from sayso.model import PublishedFrom, Report

__all__ = ["MAX_PAGE_BYTES", "Page", "read_page", "report_from_page", "site_of"]

MAX_PAGE_BYTES = 5_000_000
"""Extraction takes 1.4 s for a page of 1 MB, 5 s for 3 MB, 35 s for 10 MB; news pages met had up to 3 MB."""

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096


class Page(NamedTuple):
    """The Report that a page holds, and when it is said, by the page or a feed, that it was last changed."""

    report: Report
    updated: Told | None
    updated_from: PublishedFrom = "metadata"


def report_from_page(packed: bytes, remark: Callable[[str], None], now: datetime | None = None) -> Report:
    """Return the Report that a page's bytes hold: its title, text, site, address and time.

    The text is what trafilatura takes for the article, without comments; a first line that only
    repeats the title is left out. Raises RefusedError for a page in which no text is found.
    """
    return read_page(packed, remark, now).report


def read_page(
    packed: bytes,
    remark: Callable[[str], None],
    now: datetime | None = None,
    *,
    url: str | None = None,
    charset: str | None = None,
) -> Page:
    """Return the Report that a page holds, with when it was last changed.

    `url` is where it was fetched: it is then published by that site, whatever it calls itself, and the
    address that it gives as its own counts only on the same site. `charset` is what the server calls it.
    """
    if len(packed) > MAX_PAGE_BYTES:
        raise RefusedError(f"it is over {MAX_PAGE_BYTES:,} bytes long", "Save its text as a .txt file")
    import trafilatura  # 200 ms, for pages only

    declared = _CHARSET.search(packed[:_HEAD])
    charset = charset or (declared[1].decode("ascii").lower() if declared else None)
    markup = text_of(packed, remark, charset)
    tree = trafilatura.load_html(markup.replace("\0", "").encode("utf-8"))
    page = None
    if tree is not None:
        page = trafilatura.bare_extraction(
            tree, url, with_metadata=True, include_comments=False, date_extraction_params=dict(DATES)
        )
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise RefusedError("no report was found in this page", "Save the report's text as a .txt file")
    title = page.title or None
    times = times_of(tree, page.date, markup, url)
    own = page.url if url is None or site_of(page.url or "") == site_of(url) else url
    report = report_from(
        {
            "source": (page.sitename or page.hostname) if url is None else site_of(url),
            "url": own,
            "title": title,
            "text": without_headline(page.text or "", title),
            "published_at": times.published,
            "published_from": times.origin,
        },
        remark,
        now,
    )
    updated = read_published(times.updated) if times.updated else None
    return Page(report, updated)


def site_of(url: str) -> str:
    """Return the site of an address: its host, without "www."; "" where there is none."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
