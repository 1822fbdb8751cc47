"""A place that somebody gives is a page of the web, a file or a folder; what cannot be had is one line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.intake.test_pages import META, a_page

from sayso.errors import FetchError
from sayso.intake import Notice, Refusal
from sayso.intake.fetching import Fetched
from sayso.intake.pages import Page
from sayso.intake.places import is_address, pages_at

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
URL = "https://harbour-post.example/news/cafe-fire"


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (URL, True),
        ("HTTP://x", True),
        ("file:///x", True),
        ("a.txt", False),
        ("-", False),
        ("c:/a.txt", False),
    ],
)
def test_an_address_is_told_from_the_name_of_a_file(place: str, address: bool) -> None:
    assert is_address(place) is address


def test_a_page_of_the_web_comes_with_when_it_was_changed() -> None:
    head = META.format("2026-03-03T18:20:00Z") + (
        '<meta property="article:modified_time" content="2026-03-03T21:05:00Z">'
    )
    page = Fetched(url=URL, status=200, body=a_page(head).encode(), content_type="text/html")
    (came,) = pages_at(URL, now=NOW, fetch=lambda _: page)
    assert isinstance(came, Page)
    assert came.report.url == URL
    assert came.updated == (datetime(2026, 3, 3, 21, 5, tzinfo=UTC), "instant")


def test_remarks_on_a_page_name_its_address() -> None:
    page = Fetched(
        url=URL,
        status=200,
        body=a_page(META.format("2031-03-03T18:20:00Z")).encode(),
        content_type="text/html",
    )
    notices: list[Notice] = []
    list(pages_at(URL, now=NOW, notice=notices.append, fetch=lambda _: page))
    assert [(notice.path, "future" in notice.remark) for notice in notices] == [(URL, True)]


def gone(url: str) -> Fetched:
    raise FetchError(url, "there is no such page (404)", "Check the address", status=404)


@pytest.mark.parametrize(
    ("fetched", "line"),
    [
        (gone, "there is no such page (404). Check the address."),
        (
            lambda url: Fetched(url=url, status=200, body=b"<rss/>", content_type="application/rss+xml; x=1"),
            "this is a feed, not a page. Have it watched: sayso watch BOOK feeds.toml.",
        ),
        (
            lambda url: Fetched(url=url, status=200, body=b"%PDF", content_type="application/pdf"),
            "this is application/pdf, not a page. Save its text as a .txt file.",
        ),
    ],
)
def test_what_cannot_be_had_is_refused_in_one_line(fetched: object, line: str) -> None:
    (refusal,) = pages_at(URL, now=NOW, fetch=fetched)  # type: ignore[arg-type]
    assert isinstance(refusal, Refusal)
    assert str(refusal) == f"{URL}: refused: {line}"


def test_an_address_that_is_not_of_the_public_web_is_never_asked() -> None:
    (refusal,) = pages_at("http://127.0.0.1/admin")
    assert isinstance(refusal, Refusal)
    assert refusal.why == "127.0.0.1 is not a public address"
    assert refusal.what_to_do == "Give an address of the public web"


def test_files_and_folders_are_taken_as_before(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two died.")
    for place in (tmp_path, tmp_path / "a.txt"):
        (report,) = pages_at(str(place), now=NOW)
        assert not isinstance(report, Page | Refusal)
        assert report.text == "Two died."
