"""When a page says that it was published: in its metadata, with the time, or in its visible text, a day."""

import re
from typing import Any, NamedTuple

from sayso.model import PublishedFrom

__all__ = ["DATES", "PageTimes", "times_of"]

# Gives the publisher's time with its offset where the page's metadata carry it, else the day; without the
# extensive search, which makes "1 January" of a mere year and misreads "2:32 p.m. ET". The latest day is
# fixed so that a page is read the same on any day; what lies in the future is judged by the caller's clock.
# A day in the page's address counts last: the metadata mostly give the hour.
DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "outputformat": "%Y-%m-%dT%H:%M:%S%z",
    "max_date": "2100-01-01",
    "deferred_url_extractor": True,
}
_MIDNIGHT = "T00:00:00"
# Where a page gives its own time rather than that of a story that it points to, the surest first.
_OWN_TIMES = (
    "//time[@datetime][@pubdate or @itemprop='datePublished']",
    "(//article|//main|//*[@role='main'])//time[@datetime]",
    "//time[@datetime]",
)


class PageTimes(NamedTuple):
    """What a page says of its time, as text that `read_published` reads, and where it says so."""

    published: str | None
    origin: PublishedFrom | None
    updated: str | None


def times_of(tree: Any, found: str | None, markup: str, url: str | None) -> PageTimes:
    """Return what a page says of when it was published and last changed.

    `found` is what a search of the whole page found, which gives the day if the metadata give nothing.
    """
    from htmldate import find_date

    metadata = _metadata(tree)
    told = _checked(find_date(metadata, url=url, **DATES), markup)
    updated = _checked(find_date(metadata, url=url, **DATES | {"original_date": False}), markup)
    if told:
        return PageTimes(told, "metadata", updated)
    told = _checked(found, markup)
    return PageTimes(told[:10], "text", updated) if told else PageTimes(None, None, updated)


def _metadata(tree: Any) -> Any:
    """Return a page of only what the page says to programs: meta tags, data for search, its own time."""
    from lxml import html

    page = html.document_fromstring("<html><head></head><body></body></html>")
    told = tree.xpath(
        "//meta|//link[@rel='canonical']|//script[contains(@type, 'ld+json')]|//abbr[@data-utime]"
    )
    for element in told:
        copied = html.Element(element.tag, dict(element.attrib))
        copied.text = element.text
        page.head.append(copied)
    own = next((times[0] for path in _OWN_TIMES if (times := tree.xpath(path))), None)
    if own is not None:
        page.body.append(html.Element("time", datetime=own.get("datetime")))
    return page


def _checked(found: str | None, markup: str) -> str | None:
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
