"""Fetched pages become reports under the site that served them, with the feed's time before the page's."""

from datetime import UTC, datetime

import pytest
from tests.intake.test_pages import JSON_LD, META, PARAGRAPHS, a_page

from sayso.intake.arrivals import entry_report, page_of
from sayso.intake.feeds import Entry
from sayso.intake.fetching import Fetched
from sayso.intake.outcome import RefusedError
from sayso.model import Report, Source, report_id

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
URL = "https://www.harbour-post.example/2026/03/03/cafe-fire?utm=1"


def a_fetched(
    page: str | bytes, url: str = URL, content_type: str | None = "text/html; charset=utf-8"
) -> Fetched:
    body = page.encode() if isinstance(page, str) else page
    return Fetched(url=url, status=200, body=body, content_type=content_type)


def arrived(page: str | bytes, **known: object) -> Report:
    url = str(known.pop("url", URL))
    return page_of(a_fetched(page, url), now=NOW, remark=lambda _: None, **known).report  # type: ignore[arg-type]


def test_a_page_is_published_by_the_site_that_served_it_whatever_it_calls_itself() -> None:
    page = a_page().replace("The Harbour Post", "Reuters").replace("harbour-post.example", "reuters.example")
    report = arrived(page)
    assert report.source == Source(id="harbour-post.example", name="harbour-post.example")
    assert report.url == URL
    assert report.text == "\n".join(PARAGRAPHS)


def test_its_own_address_counts_on_its_own_site() -> None:
    assert arrived(a_page()).url == "https://harbour-post.example/news/cafe-fire"


def test_who_publishes_can_be_known_better() -> None:
    post = Source(id="the harbour post", name="The Harbour Post", kind="outlet")
    report = arrived(a_page(), source=post)
    assert report.source == post
    assert report.id == report_id(post, report.url, report.title, report.text)
    assert report.id != arrived(a_page()).id


TIMES = [
    (META.format("2026-03-03T18:20:00+01:00"), "", "2026-03-03T17:20:00", "instant", "metadata"),
    (JSON_LD.format("2026-03-03T18:20:00+01:00"), "", "2026-03-03T17:20:00", "instant", "metadata"),
    (META.format("2026-03-03T18:20:00"), "", "2026-03-03T00:00:00", "day", "metadata"),
    ("", "<time datetime='2026-03-03T18:20Z'>Tuesday</time>", "2026-03-03T18:20:00", "instant", "metadata"),
    ("", "<p class=date>2 March 2026</p><time datetime='2026-03-03T18:20:00Z'>Tue</time>",
     "2026-03-03T18:20:00", "instant", "metadata"),
    ("", "<p class=date>Published: 3 March 2026, 18:20 GMT</p>", "2026-03-03T00:00:00", "day", "text"),
    ("", "<p>Updated 2 hours ago</p>", None, "unknown", None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "byline", "moment", "grain", "origin"), TIMES)
def test_a_time_tells_where_it_was_found_and_visible_text_gives_a_day_at_most(
    head: str, byline: str, moment: str | None, grain: str, origin: str | None
) -> None:
    report = arrived(a_page(head, byline), url="https://harbour-post.example/cafe-fire")
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC) if moment else None
    assert (report.published_at, report.published_grain, report.published_from) == (at, grain, origin)


def test_a_day_in_the_address_counts_where_the_page_tells_nothing_more() -> None:
    page = a_page().replace("/news/cafe-fire", "/2026/03/03/cafe-fire")
    report = arrived(page)
    assert (report.published_at, report.published_grain) == (datetime(2026, 3, 3, tzinfo=UTC), "day")
    exact = arrived(page.replace("<head>", "<head>" + META.format("2026-03-03T18:20:00+01:00")))
    assert exact.published_grain == "instant"


def test_the_feeds_time_wins_over_the_pages() -> None:
    entry = Entry(published_at=datetime(2026, 3, 3, 19, tzinfo=UTC), published_grain="instant", language="en")
    report = arrived(a_page(META.format("2026-03-03T18:20:00+01:00")), entry=entry)
    assert (report.published_at, report.published_from) == (entry.published_at, "feed")
    assert report.language == "en"


@pytest.mark.parametrize("entry", [Entry(), Entry(published_at=datetime(2031, 1, 1, tzinfo=UTC))])
def test_a_feed_without_a_time_or_with_one_to_come_leaves_the_pages(entry: Entry) -> None:
    report = arrived(a_page(META.format("2026-03-03T18:20:00+01:00")), entry=entry)
    assert (report.published_at, report.published_from) == (
        datetime(2026, 3, 3, 17, 20, tzinfo=UTC),
        "metadata",
    )


def test_when_a_page_was_last_changed_is_told_beside_it() -> None:
    head = META.format("2026-03-03T18:20:00Z") + (
        '<meta property="article:modified_time" content="2026-03-03T21:05:00Z">'
    )
    page = page_of(a_fetched(a_page(head)), now=NOW)
    assert page.report.published_at == datetime(2026, 3, 3, 18, 20, tzinfo=UTC)
    assert page.updated == (datetime(2026, 3, 3, 21, 5, tzinfo=UTC), "instant")
    later = datetime(2026, 3, 3, 22, tzinfo=UTC)
    page = page_of(a_fetched(a_page(head)), entry=Entry(updated_at=later, updated_grain="instant"), now=NOW)
    assert (page.updated, page.updated_from) == ((later, "instant"), "feed")


def test_the_encoding_that_the_server_names_is_used() -> None:
    page = a_page().replace("cafe", "café").replace('<meta charset="utf-8">', "").encode("cp1252")
    report = page_of(
        a_fetched(page, content_type="text/html; charset=windows-1252"), remark=lambda _: None
    ).report
    assert "café near the harbour" in report.text


def test_plain_text_is_taken_as_it_is() -> None:
    report = page_of(a_fetched("Two died.\n", content_type="text/plain")).report
    assert (report.text, report.title, report.url) == ("Two died.\n", None, URL)


@pytest.mark.parametrize(
    ("body", "content_type", "why"),
    [
        (b"%PDF-1.7", "application/pdf", "this is application/pdf"),
        (b"%PDF-1.7", "text/html", "a PDF document"),
        (b"\x89PNG", "image/png", "this is image/png"),
        (b"<html><title>Only a title</title></html>", "text/html", "no report was found"),
        (b"", "text/html", "no report was found"),
        (b"<p>" + b"a " * 2_600_000, "text/html", "over 5,000,000 bytes"),
    ],
)
def test_what_holds_no_report_is_refused(body: bytes, content_type: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        page_of(a_fetched(body, content_type=content_type))


def test_the_entry_of_a_feed_is_a_report_by_itself() -> None:
    at = datetime(2026, 3, 3, 19, tzinfo=UTC)
    entry = Entry(url=URL, title="Two dead", summary="Two died.", published_at=at, published_grain="instant")
    report = entry_report(entry, now=NOW)
    assert report is not None
    assert (report.title, report.text, report.url) == ("Two dead", "Two died.", URL)
    assert report.source is not None
    assert report.source.id == "harbour-post.example"
    assert (report.published_at, report.published_from) == (at, "feed")
    assert entry_report(Entry(url=URL)) is None
