"""feeds.toml: what it may say, and what is said of what it may not."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from sayso.errors import FeedsError
from sayso.model import source_of
from sayso.watch import load_feeds, read_feeds

GOOD = """
contact = "desk@example.org"
interval = "10m"
delay = "2s"

[[feed]]
name = "Example Gazette"
url = "https://gazette.example/world.rss"

[[feed]]
mixed = true
url = "HTTPS://Listing.example:443/all.json#top"
interval = "90s"
max_age = "2d"

[[feed]]
name = "Example Civil Protection"
kind = "official"
text = "feed"
robots = false
url = "https://warn.example/cap.atom"

[[sitemap]]
name = "Example Agency"
kind = "agency"
url = "https://agency.example/news-sitemap.xml"
delay = "0.5s"

[[page]]
name = "Example Police"
kind = "official"
url = "https://police.example/latest"
interval = "1h"
"""


def test_a_file_says_what_is_watched_and_how_often() -> None:
    feeds = read_feeds(GOOD)
    assert feeds.contact == "desk@example.org"
    gazette, listing, warning, agency, police = feeds.watched
    assert (gazette.what, gazette.interval_s, gazette.delay_s, gazette.max_age_s) == ("feed", 600, 2, 604800)
    assert gazette.source == source_of("Example Gazette")
    assert (listing.source, listing.url) == (None, "https://listing.example/all.json")
    assert (listing.interval_s, listing.max_age_s) == (90, 172800)
    assert (warning.text, warning.robots, warning.kind) == ("feed", False, "official")
    assert (agency.what, agency.delay_s) == ("sitemap", 0.5)
    assert (police.what, police.interval_s) == ("page", 3600)


def test_without_a_word_on_it_a_feed_is_polled_every_five_minutes() -> None:
    (watched,) = read_feeds('[[feed]]\nname = "A"\nurl = "https://a.example/rss"').watched
    assert (watched.interval_s, watched.delay_s, watched.text, watched.robots) == (300, 1, "page", True)


FEED = '[[feed]]\nname = "A"\nurl = "https://a.example/rss"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it watches nothing. Write a line [[feed]], and under it a name and a url."),
        ("[[feed]\n", "it is not TOML: Expected"),
        ("[[feeds]]\n", '"feeds" is not known here. Is it feed?'),
        ("[feed]\nurl = 1", "feed: Expected array, got object. Write each one under a line [[feed]]."),
        (FEED + 'intervall = "5m"', 'line 1: "intervall" is not known here. Is it interval?'),
        (FEED + 'colour = "red"', 'line 1: "colour" is not known here. Known are url, name, kind'),
        (FEED + 'interval = "5 min"', 'interval "5 min" cannot be read. Write it as 90s, 10m, 2h or 7d.'),
        (FEED + "interval = 5", "interval: Expected str | null, got int. Write it as 90s, 10m, 2h or 7d."),
        (FEED + 'interval = "5s"', 'interval "5s" is too short. Poll every 30s at most.'),
        (FEED + 'kind = "paper"', "kind: Invalid enum value 'paper'. It is one of outlet, agency, official"),
        (FEED + 'text = "all"', 'text: Invalid enum value \'all\'. It is "page", or "feed"'),
        (FEED + 'robots = "no"', "robots: Expected bool, got str. Write true or false, without quotes."),
        (FEED + "mixed = true", "it has a name and is mixed. Take one of the two out"),
        ('[[feed]]\nurl = "https://a.example"', "line 1: it has no name. Say whose it is"),
        ('[[page]]\nmixed = true\nurl = "https://a.example"', '"mixed" means nothing for a page'),
        ('[[feed]]\nname = "A"', "line 1: it has no url. Give its address"),
        ('[[feed]]\nname = "A"\nurl = "a.example"', "'a.example': it is not an http or https address"),
        ('[[feed]]\nname = "A"\nurl = "ftp://a.example"', "it is not an http or https address"),
        ('[[feed]]\nname = "A"\nurl = "https://u:p@a.example"', "it carries a name or a password"),
        (
            FEED + '[[page]]\nname = "B"\nurl = "https://b.example:8443/x"',
            "line 4: 'https://b.example:8443/x': port 8443 is not one of the web's (80 or 443). Leave",
        ),
        (
            '[[feed]]\nname = "A"\nurl = "http://localhost/rss"',
            "localhost is no public address. Watch one that",
        ),
        ('[[feed]]\nname = "A"\nurl = "http://[fe80::1]/rss"', "fe80::1 is no public address"),
        ('[[feed]]\nname = "A"\nurl = "http://192.168.0.7/rss"', "192.168.0.7 is no public address"),
        (FEED + "\n" + FEED, "line 5: https://a.example/rss is there already, at line 1."),
        ('interval = "soon"\n' + FEED, 'interval "soon" cannot be read'),
        ("feed = [{url = 1}]", "feed 1: url: Expected str, got int. Give its address"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_to_do(text: str, told: str) -> None:
    with pytest.raises(FeedsError) as wrong:
        read_feeds(text, "desk.toml")
    (problem,) = wrong.value.problems
    assert problem.startswith("desk.toml")
    assert told in str(wrong.value)


def test_the_port_of_the_web_may_be_written_out() -> None:
    for url in ("https://a.example:443/rss", "http://a.example:80/rss", "http://9.9.9.9/rss"):
        assert len(read_feeds(f'[[feed]]\nname = "A"\nurl = "{url}"').watched) == 1


def test_all_mistakes_are_told_in_one_go() -> None:
    wrong_ones = '[[feed]]\nname = "A"\nurl = "x"\n\n[[feed]]\nurl = "https://b.example"\nkind = "blog"\n'
    with pytest.raises(FeedsError) as wrong:
        read_feeds(wrong_ones + "\n" + FEED)
    assert [problem.split(":")[0] for problem in wrong.value.problems] == [
        "feeds.toml, line 1",
        "feeds.toml, line 5",
        "feeds.toml, line 5",
    ]


def test_all_mistakes_of_one_table_are_told_each_once() -> None:
    with pytest.raises(FeedsError) as wrong:
        read_feeds(
            'contact = 5\n[[feed]]\nname = 3\nurl = "ftp://x"\nintervall = "5m"\nkind = "blog"\n[[fed]]\n'
        )
    told = [" ".join(problem.split()[1:5]) for problem in wrong.value.problems]
    assert told == [
        "contact: Expected str |",
        '"fed" is not known',
        "line 2: name: Expected",
        'line 2: "intervall" is',
        "line 2: kind: Invalid",
        "line 2: 'ftp://x': it",
    ]


def test_a_file_that_cannot_be_opened_or_is_not_utf8_is_named(tmp_path: Path) -> None:
    with pytest.raises(FeedsError, match=r"none\.toml: there is no such file"):
        load_feeds(tmp_path / "none.toml")
    (tmp_path / "old.toml").write_bytes('name = "Café"'.encode("latin-1"))
    with pytest.raises(FeedsError, match=r"old\.toml: it is not UTF-8"):
        load_feeds(tmp_path / "old.toml")
    (tmp_path / "good.toml").write_text("\ufeff" + GOOD, encoding="utf-8")
    assert len(load_feeds(tmp_path / "good.toml").watched) == 5


DOCUMENT = Path(__file__).parents[2] / "docs" / "watch.md"


def test_the_example_of_the_document_is_a_good_file_and_all_fields_are_explained() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    (example,) = re.findall(r"^## feeds\.toml\n\n((?:    .*\n|\n)+)", text, re.MULTILINE)
    feeds = read_feeds(dedent(example))
    assert [one.what for one in feeds.watched] == ["feed", "feed", "feed", "sitemap", "page"]
    explained = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    assert explained == {
        "url", "name", "kind", "interval", "delay", "max_age", "mixed", "text", "robots", "contact",
    }  # fmt: skip
