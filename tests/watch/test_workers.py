"""Watchers as programs of their own: killed, stopped, and several at one book."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from tests.conftest import SCENES, PlainReader, a_story
from tests.store.homes import HOMES, a_home
from tests.watch.site import Site, a_host, a_site, an_item, feeds, fetcher_of

from sayso.casebook import Casebook
from sayso.store import Store
from sayso.watch import Feeds, Readers, Settings, watch

HOSTS, PAGES = 4, 20
PROGRAMS = multiprocessing.get_context("forkserver")
PROGRAMS.set_forkserver_preload(["tests.watch.test_workers", "sqlalchemy.dialects.sqlite", "feedparser"])


@pytest.fixture
def site() -> Iterator[Site]:
    """Sites with pages, each named by one feed."""
    with a_site(HOSTS) as made:
        for at in range(PAGES):
            city = list(SCENES)[at % 3]
            made.page(
                f"/{at}", f"News {at} of {city}", a_story(city, f"{at} killed, police said"), wait_s=0.02
            )
        for host in range(HOSTS):
            pages = range(host, PAGES, HOSTS)
            made.feed(f"/rss{host}", *(an_item(made.url(f"/{at}", a_host(host))) for at in pages))
        yield made


def watched(site: Site) -> Feeds:
    """Return the feeds of the sites."""
    return feeds(*(site.url(f"/rss{host}", a_host(host)) for host in range(HOSTS)), interval_s=0.5)


def work(home: str, port: int, given: Feeds, once: bool, lease_s: float) -> None:
    """Watch; run as a program of its own."""
    with Casebook.open(home, PlainReader()) as book, Readers(PlainReader) as readers:
        settings = Settings(lease_s=lease_s, patience_s=5.0)
        watch(book, given, once=once, settings=settings, readers=readers, fetcher=fetcher_of(port))


def a_worker(home: str, site: Site, *, once: bool = False, lease_s: float = 1.0) -> BaseProcess:
    """Start a watcher."""
    worker = PROGRAMS.Process(target=work, args=(home, site.port, watched(site), once, lease_s))
    worker.start()
    return worker


def until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait for something to be so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def count(store: Store) -> int:
    """Return how many reports there are."""
    with store.view() as view:
        return view.report_count()


def check_all_is_there_once(home: str, site: Site) -> None:
    """See that each page made one report, which was read once, and that nobody is at anything."""
    with Casebook.open(home, PlainReader()) as book:
        assert list(book.check()) == []
        with book.store.view() as view:
            reports = view.reports(view.report_ids())
            assert sorted(str(report.url) for report in reports.values()) == sorted(
                site.url(f"/{at}", a_host(at % HOSTS)) for at in range(PAGES)
            )
            assert {report.replaces for report in reports.values()} == {None}
            assert {len(view.readings(ref)) for ref in reports} == {1}
        with book.store.tasks() as tasks:
            assert {task.leased_by for kind in ("feed", "entry") for task in tasks.of_kind(kind)} == {None}


def children_of(pid: int) -> list[int]:
    """Return the processes that a process started."""
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def runs(pid: int) -> bool:
    """Tell whether a process runs, and is not only waiting to be noticed as dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOMES)
def test_a_killed_watcher_loses_nothing_and_reads_nothing_twice(
    kind: str, site: Site, tmp_path: Path
) -> None:
    with a_home(kind, tmp_path) as home:
        store = Store(home)
        for there in (0, 7):
            worker = a_worker(home, site)
            until(lambda: len(site.seen) > 0 and count(store) > there)  # noqa: B023
            assert worker.pid
            readers = children_of(worker.pid)
            os.kill(worker.pid, signal.SIGKILL)
            worker.join()
            with store.view() as view:
                assert list(view.faults()) == []
                assert there < view.report_count() < PAGES
            until(lambda: not any(map(runs, readers)))  # noqa: B023
        store.close()
        last = a_worker(home, site, once=True)
        last.join(30)
        assert last.exitcode == 0
        check_all_is_there_once(home, site)


@pytest.mark.parametrize("heard", [signal.SIGTERM, signal.SIGINT])
def test_a_watcher_that_is_told_to_stop_gives_back_what_it_holds(
    heard: signal.Signals, site: Site, tmp_path: Path
) -> None:
    home = str(tmp_path / "desk.book")
    store = Store(home)
    for at in range(8, PAGES):
        site.answers[f"/{at}"].wait_s = 20.0
    worker = a_worker(home, site, lease_s=600)
    until(lambda: any(site.asked(f"/{at}") for at in range(8, PAGES)))  # it holds a page that is slow to come
    assert worker.pid
    os.kill(worker.pid, heard)
    worker.join(10)
    assert worker.exitcode == 0
    with store.tasks() as tasks:
        assert {task.leased_by for kind in ("feed", "entry") for task in tasks.of_kind(kind)} == {None}
    store.close()


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOMES)
def test_two_watchers_share_a_book_and_fetch_each_page_once(kind: str, site: Site, tmp_path: Path) -> None:
    with a_home(kind, tmp_path) as home:
        Store(home).close()
        workers = [a_worker(home, site, once=True, lease_s=60) for _ in range(2)]
        for worker in workers:
            worker.join(60)
        assert [worker.exitcode for worker in workers] == [0, 0]
        check_all_is_there_once(home, site)
        assert {len(site.asked(f"/{at}")) for at in range(PAGES)} == {1}
        assert {site.most_at_once[a_host(host)] for host in range(HOSTS)} == {1}
