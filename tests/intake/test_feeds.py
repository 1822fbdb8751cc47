"""Feeds and sitemaps become entries, with the times that they tell and no others."""

import contextlib
import gzip
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake.feeds import Entry, entries_of
from sayso.intake.outcome import RefusedError

URL = "https://harbour-post.example/feeds/news"

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour Post</title><language>en-GB</language>
<item><title>Two dead in caf&#233; fire &amp;amp; blast</title><link>/news/cafe-fire?a=1&amp;b=2</link>
<guid isPermaLink="false">hp-1</guid><pubDate>{}</pubDate>
<description>&lt;p&gt;Two people died&lt;br&gt;on Tuesday.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;
</description>
</item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Wire</title>
<entry><title type="html">Ferry &lt;b&gt;sinks&lt;/b&gt;</title><id>tag:wire.example,2026:7</id>
<link rel="alternate" href="https://wire.example/7"/><link rel="self" href="https://wire.example/7.atom"/>
<published>2026-03-03T18:20:00+01:00</published><updated>2026-03-03T21:05:30Z</updated>
<summary>Twelve are missing.</summary></entry>
<entry><title>Only updated</title><link href="8"/><updated>2026-03-04T06:00:00Z</updated></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old wire</title></channel>
<item rdf:about="https://old.example/1"><title>One hurt</title><link>https://old.example/1</link>
<dc:date>2026-03-03T18:20:00Z</dc:date></item></rdf:RDF>"""

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://harbour-post.example/1</loc>
<news:news><news:publication><news:name>The Harbour Post</news:name><news:language>en</news:language>
</news:publication><news:publication_date>2026-03-03</news:publication_date>
<news:title>Two dead &amp; one hurt</news:title></news:news><lastmod>2026-03-03T20:00:00Z</lastmod></url>
<url><loc>https://harbour-post.example/about</loc><lastmod>2026-03-01</lastmod></url></urlset>"""

INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://harbour-post.example/news-1.xml</loc></sitemap>
<sitemap><loc>file:///etc/passwd</loc></sitemap></sitemapindex>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Wire",
    "language": "en",
    "items": [
        {"id": 7, "url": "/7", "title": "Ferry sinks", "content_html": "<p>Twelve are <b>missing</b>.</p>",
         "date_published": "2026-03-03T18:20:00+01:00", "date_modified": "2026-03-03T21:05:30Z", "tags": []},
        {"id": "8", "external_url": "https://other.example/8", "content_text": "Less < more & no markup"},
    ],
}  # fmt: skip


def at(iso: str) -> datetime:
    return datetime.fromisoformat(iso).replace(tzinfo=UTC)


def test_rss_gives_entries_with_absolute_addresses_and_plain_words() -> None:
    feed = entries_of(RSS.format("Tue, 03 Mar 2026 18:20:00 +0100").encode(), "application/rss+xml", URL)
    assert feed.title == "The Harbour Post"
    assert feed.entries == (
        Entry(
            url="https://harbour-post.example/news/cafe-fire?a=1&b=2",
            id="hp-1",
            title="Two dead in café fire & blast",
            summary="Two people died\non Tuesday.",
            published_at=at("2026-03-03T17:20:00"),
            published_grain="instant",
            language="en-GB",
        ),
    )


@pytest.mark.parametrize(
    ("told", "moment", "grain"),
    [
        ("Tue, 03 Mar 2026 18:20:00 EST", "2026-03-03T23:20:00", "instant"),
        ("Tue, 3 March 2026 18:20 GMT", "2026-03-03T18:20:00", "instant"),
        ("Tue, 03 Mar 2026 18:20:00 -0000", "2026-03-03T18:20:00", "instant"),
        ("2026-03-03T18:20:00+01:00", "2026-03-03T17:20:00", "instant"),
        ("Tue, 03 Mar 2026 18:20:00", "2026-03-03T00:00:00", "day"),
        ("Tue, 03 Mar 2026 18:20:00 CET", "2026-03-03T00:00:00", "day"),
        ("Tue, 03 Mar 2026", "2026-03-03T00:00:00", "day"),
        ("2026-03-03", "2026-03-03T00:00:00", "day"),
        ("2026-03-03 18:20", "2026-03-03T00:00:00", "day"),
        ("yesterday", None, "unknown"),
        ("Tue, 33 Mar 2026 18:20:00 GMT", None, "unknown"),
        ("", None, "unknown"),
    ],
)
def test_a_time_is_as_exact_as_the_feed_tells_it_and_never_invented(
    told: str, moment: str | None, grain: str
) -> None:
    (entry,) = entries_of(RSS.format(told).encode(), None, URL).entries
    assert entry.published_at == (at(moment) if moment else None)
    assert entry.published_grain == grain


def test_atom_tells_when_an_entry_was_published_and_when_it_was_changed() -> None:
    first, second = entries_of(ATOM.encode(), "application/atom+xml", "https://wire.example/feed").entries
    assert (first.url, first.title, first.summary) == (
        "https://wire.example/7",
        "Ferry sinks",
        "Twelve are missing.",
    )
    assert first.published_at == at("2026-03-03T17:20:00")
    assert first.updated_at == at("2026-03-03T21:05:30")
    assert second.url == "https://wire.example/8"
    assert second.published_at == second.updated_at == at("2026-03-04T06:00:00")


def test_old_rss_with_dublin_core_dates_is_read() -> None:
    (entry,) = entries_of(RDF.encode()).entries
    assert (entry.url, entry.published_at) == ("https://old.example/1", at("2026-03-03T18:20:00"))


def test_json_feed_gives_the_same() -> None:
    first, second = entries_of(
        json.dumps(JSON).encode(), "application/feed+json", "https://wire.example/f"
    ).entries
    assert first == Entry(
        url="https://wire.example/7",
        id="7",
        title="Ferry sinks",
        summary="Twelve are missing.",
        published_at=at("2026-03-03T17:20:00"),
        published_grain="instant",
        updated_at=at("2026-03-03T21:05:30"),
        updated_grain="instant",
        language="en",
    )
    assert second.url == "https://other.example/8"
    assert second.summary == "Less < more & no markup"
    assert second.published_at is None


@pytest.mark.parametrize("packed", [NEWS.encode(), gzip.compress(NEWS.encode())])
def test_a_news_sitemap_gives_pages_with_their_day(packed: bytes) -> None:
    first, second = entries_of(packed, "application/xml").entries
    assert (first.url, first.title) == ("https://harbour-post.example/1", "Two dead & one hurt")
    assert (first.published_at, first.published_grain) == (at("2026-03-03T00:00:00"), "day")
    assert (first.source, first.language) == ("The Harbour Post", "en")
    assert first.updated_at == at("2026-03-03T20:00:00")
    assert (second.published_at, second.published_grain) == (None, "unknown")


def test_a_list_of_sitemaps_names_those_of_the_web() -> None:
    feed = entries_of(INDEX.encode())
    assert feed.sitemaps == ("https://harbour-post.example/news-1.xml",)
    assert feed.entries == ()


def test_only_addresses_of_the_web_are_given() -> None:
    page = RSS.format("").replace("/news/cafe-fire?a=1&amp;b=2", "javascript:alert(1)")
    (entry,) = entries_of(page.encode(), None, URL).entries
    assert entry.url is None


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8))
    + "]><urlset><url><loc>&i;</loc></url></urlset>"
)
SECRET = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><{0}><url><loc>http://a.example/&a;</loc></url></{0}>'


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body><p>Not a feed.</p></body></html>",
        b"plain words",
        b"{}",
        b'{"items": 3}',
        b'{"version": "x", "items": [{"url": []}]}',
        b"{" * 100_000,
        b"<urlset><url>",
        BOMB.encode(),
        SECRET.format("urlset").encode(),
        b"\x1f\x8b broken",
        gzip.compress(b"<urlset>" + b" " * 60_000_000 + b"</urlset>"),
        b"/etc/passwd",
        b"file:///etc/passwd",
        b"http://127.0.0.1:9/feed",
    ],
    ids=range(15),
)
def test_what_is_no_feed_is_refused_and_nothing_is_opened(body: bytes) -> None:
    with pytest.raises(RefusedError) as told:
        entries_of(body, None, URL)
    assert told.value.what_to_do


def test_a_broken_feed_gives_what_can_be_read() -> None:
    cut = RSS.format("Tue, 03 Mar 2026 18:20:00 GMT").partition("</item>")[0] + "<title>More"
    assert entries_of(cut.encode(), None, URL).entries[0].id == "hp-1"


def test_entities_of_a_feed_open_no_file() -> None:
    feed = RSS.format("").replace("<rss", '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss', 1)
    (entry,) = entries_of(feed.replace("blast", "&a;").encode(), None, URL).entries
    assert "root:" not in (entry.title or "")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["", "<rss>", "<feed>", "<urlset>", "{", "\x1f\x8b"]))
def test_any_bytes_give_entries_or_a_refusal(body: bytes, start: str) -> None:
    with contextlib.suppress(RefusedError):
        entries_of(start.encode("latin-1") + body, "application/xml", URL)
