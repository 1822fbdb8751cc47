"""One web page, as bytes that somebody else fetched, to a Report. Nothing here opens an address."""

import re
from collections.abc import Callable
from datetime import datetime

from sayso.intake.encoding import text_of
from sayso.intake.fields import report_from
from sayso.intake.outcome import RefusedError
from sayso.model import Report

__all__ = ["report_from_page"]

# Gives the publisher's time with its offset where the page's metadata carry it, else the day; without the
# extensive search, which makes "1 January" of a mere year and misreads "2:32 p.m. ET". The latest day is
# fixed so that a page is read the same on any day; what lies in the future is judged by the caller's clock.
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "outputformat": "%Y-%m-%dT%H:%M:%S%z",
    "max_date": "2100-01-01",
}
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_MIDNIGHT = "T00:00:00"


def report_from_page(packed: bytes, remark: Callable[[str], None], now: datetime | None = None) -> Report:
    """Return the Report that a page's bytes hold: its title, text, site, address and time.

    The text is what trafilatura takes for the article, without comments; a first line that only
    repeats the title is left out. Raises RefusedError for a page in which no text is found.
    """
    import trafilatura  # 200 ms, for pages only

    declared = _CHARSET.search(packed[:_HEAD])
    markup = text_of(packed, remark, declared[1].decode("ascii").lower() if declared else None)
    tree = trafilatura.load_html(markup.replace("\0", "").encode("utf-8"))
    page = None
    if tree is not None:
        page = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
        )
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise RefusedError("no report was found in this page", "Save the report's text as a .txt file")
    title = page.title or None
    return report_from(
        {
            "source": page.sitename or page.hostname,
            "url": page.url,
            "title": title,
            "text": _body(page.text or "", title),
            "published_at": _written(page.date, markup),
        },
        remark,
        now,
    )


def _body(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    return rest if title and rest.strip() and first.strip() == title.strip() else text


def _written(found: str | None, markup: str) -> str | None:
    """Return a found time; a midnight is only a day, and 1 January stands only where the page writes it."""
    if not found:
        return None
    if found.endswith(_MIDNIGHT):
        found = found[:10]
    if found[4:10] == "-01-01" and len(found) == 10 and not _writes_new_year(found[:4], markup):
        return None
    return found


def _writes_new_year(year: str, markup: str) -> bool:
    forms = (
        rf"{year}[-/.]0?1[-/.]0?1(?!\d)",
        rf"(?<!\d)0?1[-/.]0?1[-/.]{year}",
        rf"{year}0101",
        rf"(?<!\d)0?1(?:st)?\s+Jan(?:uary|\.)?,?\s+{year}",
        rf"Jan(?:uary|\.)?\s+0?1(?:st)?,?\s+{year}",
    )
    return any(re.search(form, markup, re.IGNORECASE) for form in forms)
