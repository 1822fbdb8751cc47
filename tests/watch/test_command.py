"""`sayso watch`, as it is typed."""

import io
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.conftest import PlainReader, a_story
from tests.watch.site import Site, a_site, an_item, fetcher_of

from sayso.cli import main
from sayso.cli.watching import StatusLine, status
from sayso.intake.guard import address_of
from sayso.watch import Event, Tally

FEEDS = '[[feed]]\nname = "Gazette"\nurl = "{url}"\ndelay = "0s"\n'


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with a feed of one page."""
    with a_site() as made:
        page = made.page("/lyon", "Shots in Lyon", a_story("Lyon", "2 killed, police said"))
        made.feed("/rss", an_item(page))
        yield made


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["watch", *words], catch_exceptions=False)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, site: Site) -> None:
    """The plain reader, and a web that is this site."""
    monkeypatch.setattr("sayso.watch.reading._default_reader", PlainReader)
    monkeypatch.setattr("sayso.watch.Fetcher", lambda agent: fetcher_of(site.port))
    monkeypatch.setattr("sayso.watch.feeds.address_of", partial(address_of, ports=[site.port]))
    monkeypatch.setattr("sayso.watch.feeds.is_inside", lambda host: host == "127.0.0.1")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("plain")
def test_once_prints_what_is_kept_and_how_the_work_stands(site: Site) -> None:
    Path("feeds.toml").write_text(FEEDS.format(url=site.url("/rss")))
    told = run("desk.book", "feeds.toml", "--once")
    assert (told.exit_code, told.stdout) == (0, "new: Shots in Lyon\n")
    assert told.stderr == "1 watched: 0 due, 2 fetched, 1 new, 0 changed, 0 failed\n"
    listed = CliRunner().invoke(main, ["incidents", "desk.book"], catch_exceptions=False)
    assert "Lyon" in listed.stdout


@pytest.mark.usefixtures("plain")
def test_what_cannot_be_had_is_named_and_the_status_is_1(site: Site) -> None:
    Path("feeds.toml").write_text(FEEDS.format(url=site.url("/gone")))
    told = run("desk.book", "feeds.toml", "--once", "--json")
    assert told.exit_code == 1
    event = json.loads(told.stdout)
    assert (event["what"], event["label"]) == ("failed", f"Gazette ({site.url('/gone')})")
    assert "1 watched (1 cannot be had): 0 due, 0 fetched" in told.stderr


def test_a_file_that_is_wrong_is_told_mistake_by_mistake(tmp_path: Path) -> None:
    wrong = tmp_path / "feeds.toml"
    wrong.write_text('[[feed]]\nurl = "x"\n[[page]]\nname = "A"\n')
    told = run(str(tmp_path / "desk.book"), str(wrong), "--once")
    assert told.exit_code == 1
    assert told.stderr.splitlines()[0] == "3 refused:"
    assert f"{wrong}, line 1: it has no name." in told.stderr
    assert not (tmp_path / "desk.book").exists()


def test_a_port_that_is_never_fetched_is_refused_before_a_book_is_made(tmp_path: Path) -> None:
    wrong = tmp_path / "feeds.toml"
    wrong.write_text('# ours\n[[feed]]\nname = "A"\nurl = "https://a.example:8000/rss"\n')
    told = run(str(tmp_path / "desk.book"), str(wrong))
    assert told.exit_code == 1
    assert f"{wrong}, line 2: 'https://a.example:8000/rss': port 8000 is not one of the web's" in told.stderr
    assert told.stderr.endswith("Leave the port out.\n")
    assert not (tmp_path / "desk.book").exists()


def test_the_line_on_the_work_names_what_there_is() -> None:
    some = {"fetched": 4000, "new": 5, "summaries": 2, "failed": 1, "refused": 1}
    tally = Tally(watched=1200, failing=2, due=3, left=7, **some)
    assert status(tally) == (
        "1,200 watched (2 cannot be had): 3 due, 4,000 fetched, 5 new, 0 changed, 2 from the feed alone, "
        "1 failed, 1 refused, 7 left for the next run"
    )


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True


def test_on_a_terminal_the_line_stands_under_what_happens(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    line = StatusLine(as_json=False)
    line.shown(Tally(watched=1, due=1))
    line.told(Event(what="new", label="Shots in \x1b[31mLyon"))
    line.told(Event(what="failed", label="https://a.example", why="there is no such page (404)"))
    line.close(Tally(watched=1, new=1))
    assert capsys.readouterr().out == "new: Shots in ␛[31mLyon\n"
    first, *_, last = screen.getvalue().split("\r\x1b[K")[1:]
    assert first == "1 watched: 1 due, 0 fetched, 0 new, 0 changed, 0 failed"
    assert "failed: https://a.example: there is no such page (404)\n" in screen.getvalue()
    assert last == "1 watched: 0 due, 0 fetched, 1 new, 0 changed, 0 failed\n"
