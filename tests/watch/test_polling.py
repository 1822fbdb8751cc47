"""Lists of sitemaps, polled more than once: what they name is polled with them, as they are watched then."""

from threading import Thread

from sqlalchemy import text
from tests.conftest import PlainReader, a_story
from tests.watch.desk import QUICK, Desk
from tests.watch.site import Site, feeds

from sayso.casebook import Casebook

LYON = a_story("Lyon", "2 killed, police said")
LEEDS = a_story("Leeds", "1 killed, we said")


def test_what_a_sitemap_in_a_list_gains_is_found_though_the_list_stays_as_it_was(
    desk: Desk, site: Site
) -> None:
    lyon, leeds = site.page("/lyon", "Shots in Lyon", LYON), site.page("/leeds", "Fire in Leeds", LEEDS)
    watched = feeds(site.sitemaps("/list", site.sitemap("/map", lyon)), what="sitemap")
    assert desk.turn(watched).new == 1
    site.sitemap("/map", lyon, leeds)
    assert desk.turn(watched).new == 1
    assert [len(site.asked(path)) for path in ("/list", "/map", "/leeds")] == [2, 2, 1]
    assert "if-none-match" in site.asked("/list")[1]


def test_a_sitemap_that_its_list_no_longer_names_is_asked_for_no_more(desk: Desk, site: Site) -> None:
    page = site.page("/lyon", "Shots in Lyon", LYON)
    monday, tuesday = site.sitemap("/monday", page), site.sitemap("/tuesday")
    watched = feeds(site.sitemaps("/list", monday), what="sitemap")
    desk.turn(watched)
    site.sitemaps("/list", tuesday)
    for _ in range(2):
        desk.wait()
        desk.turn(watched)
    assert [len(site.asked(path)) for path in ("/list", "/monday", "/tuesday")] == [3, 1, 2]


def test_when_a_list_is_watched_no_more_its_sitemaps_are_not(desk: Desk, site: Site) -> None:
    desk.turn(feeds(site.sitemaps("/list", site.sitemap("/map")), what="sitemap"))
    desk.wait()
    desk.turn(feeds(site.feed("/rss")))
    assert [len(site.asked(path)) for path in ("/list", "/map", "/rss")] == [1, 1, 1]


def test_how_a_list_is_watched_now_holds_for_the_sitemaps_that_it_names(desk: Desk, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /map", kind="text/plain")
    page = site.page("/lyon", "Shots in Lyon", LYON)
    lists = site.sitemaps("/list", site.sitemap("/map", page))
    assert desk.turn(feeds(lists, what="sitemap")).failed == 1
    assert len(site.asked("/map")) == 0
    desk.turn(feeds(lists, what="sitemap", robots=False, name="Herald"))
    assert [report.source.name for report in desk.reports() if report.source] == ["Herald"]


def test_a_sitemap_that_cannot_be_had_is_given_up_until_its_list_is_polled_again(
    desk: Desk, site: Site
) -> None:
    page = site.page("/lyon", "Shots in Lyon", LYON)
    gone = site.sitemap("/map", page, status=500)
    watched = feeds(site.sitemaps("/list", gone), what="sitemap")
    for _ in range(QUICK.tries):
        desk.turn(watched)
        desk.wait()
    assert len(site.asked("/map")) == QUICK.tries
    desk.turn(feeds(site.feed("/rss")))
    assert len(site.asked("/map")) == QUICK.tries
    site.sitemap("/map", page)
    assert desk.turn(watched).new == 1


def test_lists_that_name_each_other_are_polled_once_each_time(desk: Desk, site: Site) -> None:
    first, second = site.url("/first"), site.url("/second")
    site.sitemaps("/first", second, first)
    site.sitemaps("/second", first, second, site.url("/third"))
    site.sitemaps("/third", second, first)
    watched = feeds(first, what="sitemap")
    for turn in (1, 2):
        under_way = Thread(target=desk.turn, args=(watched,), daemon=True)
        under_way.start()
        under_way.join(20)
        assert not under_way.is_alive()
        assert [len(site.asked(path)) for path in ("/first", "/second", "/third")] == [turn] * 3


def test_a_book_that_does_not_know_what_its_lists_name_asks_for_them_whole(desk: Desk, site: Site) -> None:
    lyon, leeds = site.page("/lyon", "Shots in Lyon", LYON), site.page("/leeds", "Fire in Leeds", LEEDS)
    watched = feeds(site.sitemaps("/list", site.sitemap("/map", lyon)), what="sitemap")
    desk.turn(watched)
    with Casebook.open(desk.home, PlainReader()) as book, book.store.tasks() as tasks:
        older = "UPDATE task SET word = json_remove(word, '$.maps', '$.polled_at') WHERE kind != 'entry'"
        tasks.connection.execute(text(older))
    site.sitemap("/map", lyon, leeds)
    assert desk.turn(watched).new == 1
