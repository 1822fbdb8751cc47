"""What a desk gets of feeds and pages that change under its eyes: real requests, on loopback."""

import json
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest
from tests.conftest import PlainReader, a_story
from tests.watch.desk import QUICK, Desk
from tests.watch.site import ALL, NEWS, Site, a_host, a_site, an_item, feeds

from sayso.casebook import Casebook
from sayso.model import Reading, Report, source_of
from sayso.watch import Feeds, Readers, Settings, Watched

NOON = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=3)
TWO = a_story("Lyon", "2 killed, police said")
FOUR = a_story("Lyon", "4 killed, police said")
LEEDS = a_story("Leeds", "1 killed, we said")


def test_what_a_feed_names_is_fetched_read_and_in_an_incident(desk: Desk, site: Site) -> None:
    page = site.page("/lyon", "Shots in Lyon", TWO)
    tally = desk.turn(feeds(site.feed("/rss", an_item(page, "Shots", "A summary", NOON))))
    assert (tally.watched, tally.fetched, tally.new, tally.failed, tally.refused) == (1, 2, 1, 0, 0)
    (report,) = desk.reports()
    assert (report.title, report.url) == ("Shots in Lyon", page)
    assert report.source == source_of("Gazette")
    assert (report.published_at, report.published_grain, report.published_from) == (NOON, "instant", "feed")
    with Casebook.open(desk.home, PlainReader()) as book:
        assert [head.incident.kind for head in book.incidents()] == ["shooting"]
        assert list(book.check()) == []


def test_what_is_known_is_not_fetched_again_and_unchanged_feeds_and_pages_are_not_sent(
    desk: Desk, site: Site
) -> None:
    watched = feeds(site.feed("/rss", an_item(site.page("/lyon", "Shots in Lyon", TWO))))
    desk.turn(watched)
    assert desk.turn(watched).new == 0
    assert [len(site.asked(path)) for path in ("/rss", "/lyon", "/robots.txt")] == [2, 1, 2]
    desk.wait()
    tally = desk.turn(watched)
    assert (tally.new, tally.changed, tally.failed) == (0, 0, 0)
    assert "if-none-match" in site.asked("/rss")[2]
    assert "if-none-match" in site.asked("/lyon")[1]
    assert len(desk.reports()) == 1


def test_a_changed_page_is_a_new_version_that_replaces_the_old_one(desk: Desk, site: Site) -> None:
    watched = feeds(site.feed("/rss", an_item(site.page("/lyon", "Shots in Lyon", TWO), published=NOON)))
    desk.turn(watched)
    site.page("/lyon", "Shots in Lyon", FOUR)
    desk.wait()
    assert desk.turn(watched).changed == 1
    first, second = desk.reports()
    assert (first.replaces, second.replaces) == (None, first.id)
    site.page("/lyon", "Shots in Lyon", TWO)
    desk.wait()
    desk.turn(watched)
    third = desk.reports()[-1]
    assert (third.replaces, third.text, third.id != first.id) == (second.id, first.text, True)
    with Casebook.open(desk.home, PlainReader()) as book:
        (head,) = book.incidents()
        (killed,) = [f for f in book.incident(head.incident.id).findings if f.slot == "killed"]
        assert (killed.best, killed.standing) == (2, "single")


def test_a_page_is_looked_at_again_three_times_and_then_no_more(desk: Desk, site: Site) -> None:
    watched = feeds(site.feed("/rss", an_item(site.page("/lyon", "Shots in Lyon", TWO))))
    for _ in range(6):
        desk.turn(watched)
        desk.wait()
    assert len(site.asked("/lyon")) == 4


def test_a_page_of_which_the_feed_says_something_else_is_looked_at_at_once(desk: Desk, site: Site) -> None:
    page = site.page("/lyon", "Shots in Lyon", TWO)
    watched = feeds(site.feed("/rss", an_item(page, "Two killed", published=NOON)))
    desk.turn(watched)
    site.page("/lyon", "Shots in Lyon", FOUR)
    at = NOON + timedelta(hours=1)
    site.feed(
        "/rss",
        an_item(page, "Four killed", published=NOON).replace(
            "</item>",
            "<dcterms:modified xmlns:dcterms='http://purl.org/dc/terms/'>"
            f"{format_datetime(at)}</dcterms:modified></item>",
        ),
    )
    assert desk.turn(watched).changed == 1
    version = desk.reports()[1]
    assert version.replaces
    assert (version.published_at, version.published_from) == (at, "feed")


def test_a_failed_fetch_deletes_nothing_and_the_page_is_tried_again(desk: Desk, site: Site) -> None:
    watched = feeds(site.feed("/rss", an_item(site.page("/lyon", "Shots in Lyon", TWO))))
    desk.turn(watched)
    for status in (500, 404, 410):
        site.page("/lyon", "", "", status=status)
        desk.wait()
        desk.turn(watched)
    assert [report.title for report in desk.reports()] == ["Shots in Lyon"]
    assert "what was kept stays" in "".join(desk.told("remark"))


def test_what_a_feed_says_is_kept_when_its_page_cannot_be_had_and_the_page_replaces_it(
    desk: Desk, site: Site
) -> None:
    page = site.page("/lyon", "", "", status=500)
    watched = feeds(site.feed("/rss", an_item(page, "Shots in Lyon", "2 killed, police said.", NOON)))
    assert desk.turn(watched).failed == 1
    assert desk.reports() == []
    desk.wait()
    tally = desk.turn(watched)
    assert (tally.summaries, tally.refused) == (1, 0)
    (summary,) = desk.reports()
    assert (summary.title, summary.text, summary.url) == ("Shots in Lyon", "2 killed, police said.", page)
    assert summary.published_at == NOON
    site.page("/lyon", "Shots in Lyon", FOUR)
    desk.wait()
    desk.turn(watched)
    assert desk.reports()[1].replaces == summary.id


def test_a_page_of_which_nothing_is_known_is_given_up_and_told(desk: Desk, site: Site) -> None:
    watched = feeds(site.feed("/rss", an_item(site.put("/clip", b"\x00", kind="video/mp4"))))
    tally = desk.turn(watched)
    assert (tally.refused, tally.new) == (1, 0)
    assert "video/mp4" in desk.told("refused")[0]
    desk.wait()
    desk.turn(watched)
    assert len(site.asked("/clip")) == 1
    assert desk.reports() == []


def test_where_robots_may_not_go_only_what_the_feed_says_is_kept(desk: Desk, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /lyon\nCrawl-delay: 0.1\n", kind="text/plain")
    watched = feeds(
        site.feed("/rss", an_item(site.page("/lyon", "Shots", TWO), "Shots in Lyon", "2 killed."))
    )
    desk.turn(watched)
    assert site.asked("/lyon") == []
    assert [report.text for report in desk.reports()] == ["2 killed."]
    with_leave = feeds(site.feed("/two", an_item(site.page("/leeds", "Fire", LEEDS))), robots=False)
    site.put("/robots.txt", "User-agent: *\nDisallow: /", kind="text/plain")
    assert desk.turn(with_leave).new == 1


def test_a_feed_that_is_gone_is_told_once_and_counted_until_it_is_back(desk: Desk, site: Site) -> None:
    watched = feeds(site.put("/rss", status=410), site.feed("/other"))
    tally = desk.turn(watched)
    assert (tally.failing, tally.failed, tally.watched) == (1, 1, 2)
    assert "gone for good (410)" in desk.told("failed")[0]
    desk.wait()
    assert desk.turn(watched).failing == 1
    assert desk.told("failed") == []
    site.feed("/rss", an_item(site.page("/lyon", "Shots in Lyon", TWO)))
    tally = desk.turn(watched)
    assert (tally.failing, tally.new) == (0, 1)
    assert len(desk.told("mended")) == 1


def test_a_host_that_asks_to_be_left_alone_is_left_alone(desk: Desk, site: Site) -> None:
    page = site.page("/lyon", "Shots in Lyon", TWO)
    busy = site.put("/busy", status=429, headers={"Retry-After": "3600"})
    watched = feeds(busy, site.feed("/rss", an_item(page)))
    tally = desk.turn(watched)
    assert (tally.failed, tally.left) == (1, 1)
    assert site.asked("/rss") == []
    assert desk.turn(watched).left == 2
    assert len(site.asked("/busy")) == 1
    desk.wait()
    site.feed("/busy")
    tally = desk.turn(watched)
    assert (tally.new, tally.left) == (1, 0)


def test_sitemaps_lists_of_them_json_feeds_and_single_pages_are_watched(desk: Desk, site: Site) -> None:
    lyon, leeds = site.page("/lyon", "Shots in Lyon", TWO), site.page("/leeds", "Fire in Leeds", LEEDS)
    trieste = site.page("/trieste", "Flood in Trieste", a_story("Trieste", "1 missing, police said"))
    dated = f"<n:publication_date>{NOON.isoformat()}</n:publication_date><n:title>Shots</n:title>"
    listed = f"<url><loc>{lyon}</loc><n:news>{dated}</n:news></url>"
    maps = site.put("/map.xml", f"<urlset {NEWS}>{listed}</urlset>", kind="text/xml")
    listed = f"<sitemap><loc>{maps}</loc></sitemap>"
    lists = site.put("/maps.xml", f"<sitemapindex {NEWS}>{listed}</sitemapindex>", kind="text/xml")
    said = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "url": leeds}]}
    json_feed = site.put("/feed.json", json.dumps(said), kind="application/feed+json")
    watched = Feeds(
        watched=(
            Watched(what="sitemap", url=lists, name="Wire", kind="agency", delay_s=0.0),
            Watched(what="feed", url=json_feed, name="Herald", delay_s=0.0),
            Watched(what="page", url=trieste, name="Police", kind="official", delay_s=0.0),
        )
    )
    assert desk.turn(watched).new == 3
    found = {report.title: report for report in desk.reports()}
    sources = {title: (r.source.name, r.source.kind) for title, r in found.items() if r.source}
    assert sources == {
        "Shots in Lyon": ("Wire", "agency"),
        "Fire in Leeds": ("Herald", "outlet"),
        "Flood in Trieste": ("Police", "official"),
    }
    assert found["Shots in Lyon"].published_at == NOON
    site.page("/trieste", "Flood in Trieste", a_story("Trieste", "3 missing, police said"))
    assert desk.turn(watched).changed == 1


def test_a_feed_that_holds_whole_reports_needs_no_pages(desk: Desk, site: Site) -> None:
    items = [
        an_item(site.url("/never"), "Warning", "A flood in Trieste. 1 missing, police said.", NOON),
        an_item("", "Notice", "A fire in Leeds. 2 killed, police said.", NOON, guid="n7"),
    ]
    watched = feeds(site.feed("/rss", *items), text="feed", kind="official", name="Civil Protection")
    assert desk.turn(watched).new == 2
    assert site.asked("/never") == []
    site.feed("/rss", items[0].replace("1 missing", "3 missing"), items[1])
    assert desk.turn(watched).changed == 1
    assert desk.turn(watched).changed == 0
    assert [bool(report.replaces) for report in desk.reports()] == [False, False, True]


def test_entries_without_one_publisher_are_of_the_site_that_served_them(desk: Desk, site: Site) -> None:
    watched = feeds(site.feed("/rss", an_item(site.page("/lyon", "Shots in Lyon", TWO))), name=None)
    desk.turn(watched)
    (report,) = desk.reports()
    assert report.source is not None
    assert report.source.name == "127.0.0.2"


def test_entries_that_the_feed_gives_as_old_are_left_out(desk: Desk, site: Site) -> None:
    old = an_item(site.page("/old", "Shots in Lyon", TWO), published=NOON - timedelta(days=30))
    undated = an_item(site.page("/undated", "Fire in Leeds", LEEDS))
    assert desk.turn(feeds(site.feed("/rss", old, undated))).new == 1
    assert site.asked("/old") == []


def test_a_feed_that_has_moved_for_good_is_told_once(desk: Desk, site: Site) -> None:
    page = site.page("/lyon", "Shots in Lyon", TWO)
    there = site.feed("/new", an_item(page))
    watched = feeds(site.put("/rss", status=301, headers={"Location": there}))
    assert desk.turn(watched).new == 1
    assert desk.told("moved") == [
        f"{watched.watched[0].label}: it has moved for good to {there}. Change it in feeds.toml"
    ]
    desk.turn(watched)
    assert desk.told("moved") == []


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}/x", "file:///etc/passwd", "http://127.0.0.2:22/x"])
def test_a_feed_cannot_lead_anywhere_but_to_the_public_web(desk: Desk, site: Site, url: str) -> None:
    watched = feeds(site.feed("/rss", an_item(url.format(port=site.port), "Shots in Lyon", "2 killed.")))
    for _ in range(QUICK.tries):
        desk.turn(watched)
        desk.wait()
    assert {path for _, _, path, _ in site.seen} <= {"/rss", "/robots.txt"}
    assert [report.text for report in desk.reports()] == ["2 killed."]


def test_why_something_was_not_had_is_told_and_counted_until_it_is(desk: Desk, site: Site) -> None:
    inside = site.url("/rss", "127.0.0.1")
    single = Watched(what="page", url=site.put("/page", status=500), name="Police", delay_s=0.0)
    watched = Feeds(watched=(*feeds(inside).watched, single))
    assert desk.turn(watched).failing == 2
    assert any("127.0.0.1 is not a public address" in told for told in desk.told("failed"))
    site.page("/page", "Flood in Trieste", a_story("Trieste", "1 missing, police said"))
    assert desk.turn(watched).failing == 1
    assert [event for event in desk.events if event.what != "new"] == []


def test_what_was_forgotten_is_not_fetched_again(desk: Desk, site: Site) -> None:
    page = site.page("/lyon", "Shots in Lyon", TWO)
    watched = feeds(site.feed("/rss", an_item(page, "Two killed")))
    desk.turn(watched)
    with Casebook.open(desk.home, PlainReader()) as book:
        book.forget(desk.reports()[0].id, why="court order 7", by="Ada")
    site.page("/lyon", "Shots in Lyon", FOUR)
    site.feed("/rss", an_item(page, "Four killed"))
    desk.wait()
    desk.turn(watched)
    assert len(site.asked("/lyon")) == 1
    assert [report.text for report in desk.reports()] == [""]


def test_one_page_that_cannot_be_read_holds_up_no_other(desk: Desk, site: Site) -> None:
    pages = [site.put("/empty", "<html></html>"), site.put("/big", b"<p>" * 2_000_000)]
    pages += [site.page("/lyon", "Shots in Lyon", TWO)]
    tally = desk.turn(feeds(site.put("/bad", "no feed at all"), site.feed("/rss", *map(an_item, pages))))
    assert (tally.new, tally.refused, tally.failed) == (1, 2, 1)
    assert "this is no feed" in desk.told("failed")[0]
    empty = f"{pages[0]}: no report was found in this page. Save the report's text as a .txt file"
    assert empty in desk.told("refused")


class SlowReader(PlainReader):
    """Takes its time."""

    def read(self, report: Report) -> Reading:
        """Read, after a while."""
        time.sleep(1.0)
        return super().read(report)


def test_who_takes_longer_than_the_lease_holds_on_to_it(tmp_path: Path, site: Site) -> None:
    watched = feeds(site.feed("/rss", an_item(site.page("/lyon", "Shots in Lyon", TWO))))
    with Readers(SlowReader) as slow:
        desk = Desk(tmp_path / "desk.book", site, slow)
        assert desk.turn(watched, Settings(lease_s=0.5)).new == 1
    assert desk.told("remark") == []
    assert len(site.asked("/lyon")) == 1


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(tmp_path: Path, readers: Readers) -> None:
    with a_site(hosts=2) as site:
        desk = Desk(tmp_path / "desk.book", site, readers)
        for at in range(4):
            site.page(f"/{at}", f"Shots {at}", TWO.replace("34", str(30 + at)))
        hosts = ("127.0.0.2", "127.0.0.3")
        for at, host in enumerate(hosts):
            site.feed(f"/rss{at}", *(an_item(site.url(f"/{n}", host)) for n in range(2 * at, 2 * at + 2)))
        watched = feeds(*(site.url(f"/rss{at}", host) for at, host in enumerate(hosts)), delay_s=0.2)
        assert desk.turn(watched, QUICK).new == 4
        for host in hosts:
            times = [at for at, asked, *_ in site.seen if asked == host]
            assert len(times) == 4
            assert min(b - a for a, b in pairwise(times)) > 0.19
            assert site.most_at_once[host] == 1


def test_fifty_feeds_on_hosts_of_their_own_are_polled_together(tmp_path: Path, readers: Readers) -> None:
    with a_site(hosts=50) as site:
        desk = Desk(tmp_path / "desk.book", site, readers)
        for at in range(50):
            text = a_story(("Lyon", "Leeds", "Trieste")[at % 3], f"{at} killed, police said")
            site.page(f"/{at}", f"News {at}", text, wait_s=0.1)
            site.feed(f"/rss{at}", an_item(site.url(f"/{at}", a_host(at))), wait_s=0.1)
        watched = feeds(*(site.url(f"/rss{at}", a_host(at)) for at in range(50)))
        tally = desk.turn(watched, Settings(at_once=20))
        assert (tally.watched, tally.fetched, tally.new, tally.failed, tally.left) == (50, 100, 50, 0, 0)
        assert {site.most_at_once[a_host(at)] for at in range(50)} == {1}
        assert 10 < site.most_at_once[ALL] <= 20
        assert desk.turn(watched).new == 0
        with Casebook.open(desk.home, PlainReader()) as book:
            assert len(desk.reports()) == 50
            assert list(book.check()) == []


@pytest.mark.slow
def test_the_default_reader_reads_what_is_watched(tmp_path: Path, site: Site) -> None:
    text = "Police said two men were killed and at least five people were hurt in Lyon on Friday."
    watched = feeds(site.feed("/rss", an_item(site.page("/lyon", "Shots in Lyon", text), published=NOON)))
    with Readers() as readers:
        assert Desk(tmp_path / "desk.book", site, readers).turn(watched).new == 1
    with Casebook.open(tmp_path / "desk.book", PlainReader()) as book:
        (head,) = book.incidents()
        figures = {f.slot: f.low for f in book.incident(head.incident.id).findings}
        assert (figures["killed"], figures["injured"]) == (2, 5)
