"""Lists by the page, and what changed since one last looked."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from tests.conftest import EVENING, PlainReader, a_report, a_story
from tests.store.homes import HOMES, a_home

from sayso.casebook import Casebook, gathering, listing
from sayso.casebook.gathering import Cluster, evidences
from sayso.errors import NotFoundError
from sayso.model import Asked, Headline
from sayso.settle import Evidence
from sayso.store import View


@pytest.fixture(params=HOMES)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Casebook]:
    """An empty book, in a file and on a server."""
    with a_home(request.param, tmp_path) as home, Casebook.open(home, PlainReader()) as opened:
        yield opened


CITIES = ("Lyon", "Leeds", "Trieste")


def fill(book: Casebook) -> None:
    """Add one incident an hour: in Lyon, Leeds and Trieste."""
    for hour, city in enumerate(CITIES):
        book.add([a_report(a_story(city, f"{hour + 1} killed, police said"), hour=hour)])


def cities(heads: tuple[Headline, ...]) -> list[str | None]:
    return [head.incident.place.city if head.incident.place else None for head in heads]


def test_pages_together_are_the_list(book: Casebook) -> None:
    fill(book)
    seen, cursor = list[str | None](), None
    for _ in CITIES:
        page = book.listing(after=cursor, limit=1)
        seen += cities(page.incidents)
        cursor = page.next
        assert page.total == 3
    assert (seen, cursor) == (["Trieste", "Leeds", "Lyon"], None)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(), ["Trieste", "Leeds", "Lyon"]),
        (Asked(kind="fire"), ["Leeds"]),
        (Asked(country="FR"), ["Lyon"]),
        (Asked(text="France"), ["Lyon"]),
        (Asked(text="lyón"), ["Lyon"]),
        (Asked(text="upholstery viaduct"), ["Leeds"]),
        (Asked(text="upholstery rowing"), []),
        (Asked(text="100%"), []),
        (Asked(standing="single"), ["Trieste", "Leeds", "Lyon"]),
        (Asked(standing="disputed"), []),
        (Asked(since=EVENING + timedelta(hours=1)), ["Trieste", "Leeds"]),
        (Asked(until=EVENING + timedelta(hours=1)), ["Lyon"]),
        (Asked(place="Leeds", slot="killed"), ["Leeds"]),
        (Asked(slot="injured"), []),
    ],
)
def test_what_is_asked_for_is_what_comes(book: Casebook, asked: Asked, found: list[str]) -> None:
    fill(book)
    page = book.listing(asked)
    assert cities(page.incidents) == found
    assert page.total == len(found)


ELYSEE = "L’Élysée ŒUVRE"
SAID = 'Ilse Brändström saw it in ORLÉANS. Mr O’Brien, of Dun-sur-Auron\n, "St. Étienne" and Stœckel said so'


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Brändström", True),
        ("BRÄNDSTRÖM", True),
        ("brändström ilse", True),
        ("Orléans", True),
        ("orléans élysée", True),
        ("O'Brien", True),
        ("o’brien", True),
        ('"St. étienne"', True),
        ("STŒCKEL", True),
        ("œuvre", True),
        ("Dun-Sur-Auron lyon", True),
        ("’", True),  # no word: nothing is asked
        ("Brandt", False),
        ("orléans leeds", False),
        # What is kept beside the title, and is said by nobody:
        ("published", False),
        ("instant", False),
        ("2024", False),
        ("gazette", False),
        ("example.org", False),
        ("\\n", False),
    ],
)
def test_words_are_looked_for_as_they_are_written_in_title_and_text(
    book: Casebook, text: str, there: bool
) -> None:
    told = a_story("Lyon", "2 killed, police said", SAID)
    book.add([a_report(told, title=ELYSEE, url="https://example.org/published")])
    assert cities(book.listing(Asked(text=text)).incidents) == (["Lyon"] if there else [])


def test_the_list_as_of_a_moment_has_pages_too(book: Casebook) -> None:
    fill(book)
    then = EVENING + timedelta(hours=1, minutes=30)
    first = book.listing(as_of=then, limit=1)
    rest = book.listing(as_of=then, after=first.next)
    assert (cities(first.incidents), cities(rest.incidents), rest.next) == (["Leeds"], ["Lyon"], None)
    assert first.total == 2


def test_the_evidence_of_few_incidents_is_held_at_one_time(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(book)
    held, then = list[int](), EVENING + timedelta(hours=3)
    for city, other in pairwise(head.incident.id for head in book.incidents()):
        book.judge(city, other, same=False, by="Ada", why="far apart", now=then + timedelta(hours=1))
    whole = book.listing(as_of=then)

    def counted(view: View, clusters: Sequence[Cluster], as_of: datetime | None) -> Iterator[Evidence]:
        held.append(len(clusters))
        return evidences(view, clusters, as_of)

    monkeypatch.setattr(gathering, "evidences", counted)
    monkeypatch.setattr(listing, "AT_ONCE", 2)
    assert book.listing(as_of=then) == whole
    assert held == [2, 1]


def test_reports_come_by_the_page_the_last_received_first(book: Casebook) -> None:
    fill(book)
    first = book.reports(limit=2)
    rest = book.reports(after=first.next)
    assert [report.id for report in (*first.reports, *rest.reports)] == [
        "gazette-2",
        "gazette-1",
        "gazette-0",
    ]
    assert (first.total, rest.next) == (3, None)
    assert first.reports[0].text == ""


def test_who_asks_after_each_cursor_misses_no_change_and_sees_none_twice(book: Casebook) -> None:
    fill(book)
    seen, cursor, more = list[str](), None, True
    while more:
        page = book.changes(cursor, limit=1)
        seen += [change.revision.id for change in page.changes]
        cursor, more = page.cursor, page.more
    assert len(seen) == len(set(seen)) == 3
    assert cursor == book.last_change()
    book.add([a_report(a_story("Lyon", "4 killed, police said"), hour=5)])
    new = book.changes(cursor)
    assert [
        (c.revision.before.best, c.revision.after.best)
        for c in new.changes
        if c.revision.before and c.revision.after
    ] == [(1, 4)]
    assert new.changes[0].incident
    assert new.changes[0].incident.kind == "shooting"


def test_a_book_without_changes_has_a_cursor(book: Casebook) -> None:
    assert book.changes() == book.changes(book.last_change())


def test_the_stamp_differs_whenever_the_book_does(book: Casebook) -> None:
    stamps = [book.stamp(), book.stamp()]
    assert stamps[0] == stamps[1]
    fill(book)
    stamps.append(book.stamp())
    claim = book.report("gazette-0").claims[0]
    kept = book.judge_claim(claim.id, right=False, by="Jo", why="misread")
    stamps.append(book.stamp())
    book.take_back(kept.id, by="Jo", why="read again")
    stamps.append(book.stamp())
    book.add([a_report("Nothing at all.", hour=7)])
    stamps.append(book.stamp())
    book.forget("gazette-2", why="a takedown", by="Jo")
    stamps.append(book.stamp())
    assert len(set(stamps)) == len(stamps) - 1


@pytest.mark.parametrize("cursor", ["", "x", "zz-1", "1f", "-1", "9" * 40])
def test_what_is_no_cursor_is_named(book: Casebook, cursor: str) -> None:
    with pytest.raises(NotFoundError, match="no cursor"):
        book.changes(cursor)
    if cursor not in ("1f", "-1"):
        with pytest.raises(NotFoundError, match="no cursor"):
            book.listing(after=cursor)
