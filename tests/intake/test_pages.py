"""Web pages become reports: title, text, site, address, and a time only where the page gives one."""

from datetime import UTC, datetime

import pytest

from sayso.intake.outcome import RefusedError
from sayso.intake.pages import report_from_page
from sayso.model import Report

PARAGRAPHS = (
    "Two people died on Tuesday when a fire broke out in a cafe near the harbour, police said in a statement "
    "that was read out to reporters in the evening.",
    "Twelve others were hurt, according to the hospital, which said that three of them were in a critical "
    "condition and that the others had gone home.",
)


def a_page(head: str = "", byline: str = "", foot: str = "© 2026 The Harbour Post") -> str:
    """Return a page as newspapers write them, with what is to be in its head, byline and foot."""
    return (
        '<!doctype html><html lang=en><head><meta charset="utf-8">'
        "<title>Two dead in cafe fire | The Harbour Post</title>"
        '<meta property="og:title" content="Two dead in cafe fire">'
        '<meta property="og:site_name" content="The Harbour Post">'
        f"<link rel=canonical href=https://harbour-post.example/news/cafe-fire>{head}</head>"
        "<body><nav><a href=/>Home</a> <a href=/news>News</a></nav><article><h1>Two dead in cafe fire</h1>"
        f"{byline}<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article><footer>{foot}</footer></body></html>"
    )


def taken(page: str | bytes) -> tuple[Report, list[str]]:
    remarks: list[str] = []
    packed = page.encode("utf-8") if isinstance(page, str) else page
    return report_from_page(packed, remarks.append, datetime(2026, 3, 5, 12, tzinfo=UTC)), remarks


def test_a_page_gives_its_title_text_site_and_address() -> None:
    report, remarks = taken(a_page())
    assert report.title == "Two dead in cafe fire"
    assert report.text == "\n".join(PARAGRAPHS)
    assert report.url == "https://harbour-post.example/news/cafe-fire"
    assert report.source is not None
    assert report.source.name == "The Harbour Post"
    assert remarks == []


META = '<meta property=article:published_time content="{}">'
JSON_LD = '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>'


@pytest.mark.parametrize(
    ("head", "byline", "moment", "grain"),
    [
        (META.format("2026-03-03T18:20:00+01:00"), "", "2026-03-03T17:20:00+00:00", "instant"),
        (JSON_LD.format("2026-03-03T18:20:00+01:00"), "", "2026-03-03T17:20:00+00:00", "instant"),
        (META.format("2026-03-03T18:20:00"), "", "2026-03-03T00:00:00+00:00", "day"),
        (META.format("2026-03-03"), "", "2026-03-03T00:00:00+00:00", "day"),
        (META.format("2026-01-01"), "", "2026-01-01T00:00:00+00:00", "day"),
        ("", "<p>3 March 2026, 18:20 GMT</p>", None, "unknown"),
        ("", "<time datetime='2026-03-03T18:20:00Z'>Tuesday</time>", "2026-03-03T18:20:00+00:00", "instant"),
        ("", "<p>Updated 2 hours ago</p>", None, "unknown"),
        ("", "<p>Nov. 20, 2025 2:32 p.m. ET</p>", None, "unknown"),
        ("", "", None, "unknown"),
    ],
)
def test_a_page_gives_its_time_as_exactly_as_it_is_written_and_none_of_its_own(
    head: str, byline: str, moment: str | None, grain: str
) -> None:
    report, _ = taken(a_page(head, byline))
    assert report.published_at == (datetime.fromisoformat(moment) if moment else None)
    assert report.published_grain == grain


@pytest.mark.parametrize("foot", ["© 2026", "Copyright 2024-2026 The Harbour Post", "Founded in 1903"])
def test_a_mere_year_is_never_the_first_of_january(foot: str) -> None:
    assert taken(a_page(foot=foot))[0].published_at is None


def test_a_time_in_the_future_is_left_unknown() -> None:
    report, remarks = taken(a_page(META.format("2031-03-03T18:20:00+01:00")))
    assert report.published_at is None
    assert "future" in remarks[0]


def test_a_page_that_declares_its_encoding_is_read_in_it() -> None:
    page = a_page().replace("utf-8", "windows-1252").replace("cafe", "café")
    report, remarks = taken(page.encode("cp1252"))
    assert "café near the harbour" in report.text
    assert remarks == ["not UTF-8; read as windows-1252"]


@pytest.mark.parametrize(
    "page", ["<p></p>", "<html><head><title>Only a title</title></head></html>", "   <br>"]
)
def test_a_page_without_a_report_is_refused(page: str) -> None:
    with pytest.raises(RefusedError, match="no report was found"):
        taken(page)
