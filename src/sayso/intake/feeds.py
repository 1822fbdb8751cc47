"""What a feed or a sitemap for news lists: RSS and Atom, JSON Feed, sitemaps and lists of sitemaps."""

import io
import re
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

import msgspec

from sayso.intake.clocks import Told, read_mailed, read_published
from sayso.intake.markup import text_of_html
from sayso.intake.outcome import RefusedError
from sayso.model import Grain, Word

__all__ = ["Entry", "Feed", "entries_of"]

# Sitemaps may have 50 MB unpacked (sitemaps.org); feeds met had up to 3 MB.
_MOST_UNPACKED = 50_000_000
_GZIP = b"\x1f\x8b"
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?(urlset|sitemapindex)[\s>]")
_HEAD = 4096


class Entry(Word, frozen=True, kw_only=True):
    """One publication that a feed lists.

    `published_at` and `updated_at` are the feed's own, each with how exactly it is told; None where it does
    not tell. `id` is the publisher's own name for it; `summary` is without markup; `source` names the
    publication where the list itself does.
    """

    url: str | None = None
    id: str | None = None
    title: str | None = None
    summary: str = ""
    published_at: datetime | None = None
    published_grain: Grain = "unknown"
    updated_at: datetime | None = None
    updated_grain: Grain = "unknown"
    language: str | None = None
    source: str | None = None


class Feed(Word, frozen=True, kw_only=True):
    """What a feed lists, in its order. `sitemaps` are the lists that a list of sitemaps names."""

    title: str | None = None
    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[str, ...] = ()


def entries_of(body: bytes, content_type: str | None = None, url: str = "") -> Feed:
    """Return what a feed or sitemap lists; raises RefusedError for anything else.

    `url` is where it was fetched: relative addresses are of there. Only http and https addresses are given;
    no time is given that the feed does not tell.
    """
    if body.startswith(_GZIP):
        body = _unpacked(body)
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(body, url)
    if _ROOT.search(body[:_HEAD]):
        return _sitemap(body)
    return _parsed(body, content_type, url)


def _parsed(body: bytes, content_type: str | None, url: str) -> Feed:
    """Return what RSS or Atom lists. From a stream: feedparser takes bytes for the name of a file first."""
    import feedparser  # 55 ms, for feeds only

    headers = {"content-location": url, "content-type": content_type or "application/xml"}
    found = feedparser.parse(io.BytesIO(body), response_headers=headers)
    if not found.get("version") and not found.entries:
        raise RefusedError("this is no feed", "Give the address of an RSS, Atom or JSON feed, or a sitemap")
    language = found.feed.get("language")
    entries = (_parsed_entry(entry, language) for entry in found.entries)
    return Feed(title=_plain(found.feed.get("title")), entries=tuple(entries))


def _parsed_entry(entry: dict[str, Any], language: str | None) -> Entry:
    own = entry.get("title_detail") or {}
    summary = entry.get("summary") or next((one.get("value") for one in entry.get("content") or ()), "")
    # As a plain dict: feedparser's own would give "published" for an "updated" that is not there.
    published, updated = (_told(dict.get(entry, name)) for name in ("published", "updated"))
    # Of RSS "dc:date", and of Atom without "published", the date of the entry is its "updated".
    return _entry(
        url=entry.get("link"),
        id=entry.get("id"),
        title=entry.get("title"),
        summary=summary,
        published=published or updated,
        updated=updated,
        language=own.get("language") or language,
    )


def _json_feed(body: bytes, url: str) -> Feed:
    try:
        found = msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf").strip(), type=_JsonFeed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RefusedError(
            f"this JSON is no feed ({error})", "Give the address of an RSS, Atom or JSON feed, or a sitemap"
        ) from None
    entries = (
        _entry(
            url=urljoin(url, item.url or item.external_url or ""),
            id=str(item.id) if item.id is not None else None,
            title=item.title,
            summary=item.summary or item.content_html or "",
            plain=item.content_text if not item.summary and not item.content_html else None,
            published=_told(item.date_published),
            updated=_told(item.date_modified),
            language=item.language or found.language,
        )
        for item in found.items
    )
    return Feed(title=found.title, entries=tuple(entries))


class _JsonItem(msgspec.Struct):
    """One item of JSON Feed 1.1, as far as it is of use."""

    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    summary: str | None = None
    content_text: str | None = None
    content_html: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    language: str | None = None


class _JsonFeed(msgspec.Struct):
    """JSON Feed 1.1, as far as it is of use."""

    version: str
    items: list[_JsonItem]
    title: str | None = None
    language: str | None = None


def _sitemap(body: bytes) -> Feed:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(body)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise RefusedError(f"this sitemap cannot be read ({error})", "Try again later") from None
    if root.tag.endswith("sitemapindex"):
        places = (_of(sitemap, "loc") for sitemap in root.iterfind("{*}sitemap"))
        return Feed(sitemaps=tuple(place for place in places if place and _is_web(place)))
    return Feed(entries=tuple(_sitemap_entries(root.iterfind("{*}url"))))


def _sitemap_entries(listed: Iterable[Element]) -> Iterator[Entry]:
    for page in listed:
        news = page.find("{*}news")
        told = news if news is not None else Element("news")
        yield _entry(
            url=_of(page, "loc"),
            title=_of(told, "title"),
            published=_told(_of(told, "publication_date")),
            updated=_told(_of(page, "lastmod")),
            language=_of(told, "publication/{*}language"),
            source=_of(told, "publication/{*}name"),
        )


def _of(element: Element, path: str) -> str | None:
    """Return the words of a child element, of whatever namespace; None for none."""
    return (element.findtext("{*}" + path) or "").strip() or None


def _entry(
    *,
    url: str | None,
    id: str | None = None,  # noqa: A002 - the field's name
    title: str | None,
    summary: str = "",
    plain: str | None = None,
    published: Told | None,
    updated: Told | None,
    language: str | None,
    source: str | None = None,
) -> Entry:
    return Entry(
        url=url if url and _is_web(url) else None,
        id=id or None,
        title=_plain(title),
        summary=plain if plain is not None else _plain(summary) or "",
        published_at=published[0] if published else None,
        published_grain=published[1] if published else "unknown",
        updated_at=updated[0] if updated else None,
        updated_grain=updated[1] if updated else "unknown",
        language=language or None,
        source=source,
    )


def _plain(words: str | None) -> str | None:
    """Return words without markup; None for none."""
    if not words:
        return None
    plain = text_of_html(words) if "<" in words or "&" in words else words.strip()
    return plain or None


def _told(words: str | None) -> Told | None:
    return (read_published(words) or read_mailed(words)) if words else None


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def _unpacked(body: bytes) -> bytes:
    try:
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        out = stream.decompress(body, _MOST_UNPACKED + 1)
    except zlib.error:
        raise RefusedError("its gzip data are broken or cut short", "Try again later") from None
    if len(out) > _MOST_UNPACKED or not stream.eof:
        raise RefusedError("it unpacks to too much, or is cut short", "Name a smaller sitemap")
    return out
