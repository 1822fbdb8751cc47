"""What is set aside: reports of no incident, by story, and the incident beside which they stand."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from tests.conftest import EVENING, PlainReader, a_report, a_story
from tests.store.homes import HOMES, a_home

from sayso.casebook import Casebook
from sayso.model import Asides, Reading, Report

VIGIL = "Neighbours of Marcel Ferrandou, who worked at the Perrache depot, lit candles at Perrache."
PRIZE = "The drama Orpheus by Lena Vlaminck won the top prize at the Ghent film festival."
AGAIN = "Lena Vlaminck's Orpheus took the Golden Owl in Ghent, where Vlaminck thanked her crew."


class Halting(PlainReader):
    """Reads as the plain reader, and stops at one word."""

    def read(self, report: Report) -> Reading:
        """Return what the plain reader finds, or why it was not read."""
        made = super().read(report)
        return (
            msgspec.structs.replace(made, skipped="it cannot be read") if "illisible" in report.text else made
        )


@pytest.fixture(params=HOMES)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Casebook]:
    """A book with a shooting, a report on a vigil, two on a prize and one in another language."""
    with a_home(request.param, tmp_path) as home, Casebook.open(home, Halting()) as opened:
        opened.add([a_report(a_story("Lyon", "3 killed, police said"), hour=0, id="shot")])
        opened.add([a_report(PRIZE, hour=1, id="prize"), a_report("Voici le texte.", hour=1.5, id="french")])
        opened.add([a_report(VIGIL, hour=2, id="vigil"), a_report(AGAIN, hour=3, id="again")])
        yield opened


def told(found: Asides) -> list[tuple[list[str], str | None]]:
    """Return the reports of each story, and the town of the incident beside which it stands."""
    towns = [s.incident.place.city if s.incident and s.incident.place else None for s in found.stories]
    return [([r.id for r in s.reports], town) for s, town in zip(found.stories, towns, strict=True)]


def test_reports_of_no_incident_are_told_by_story_beside_their_incident(book: Casebook) -> None:
    found = book.aside()
    assert told(found) == [(["again", "prize"], None), (["vigil"], "Lyon")]
    assert found.total == 3
    assert "vlaminck" in found.stories[0].words
    assert all(report.text == "" for story in found.stories for report in story.reports)


def test_what_is_set_aside_changes_no_incident(book: Casebook) -> None:
    (head,) = book.incidents()
    assert head.reports == 1
    assert [r.id for r in book.incident(head.incident.id).reports] == ["shot"]


def test_what_came_later_is_not_set_aside_yet(book: Casebook) -> None:
    early = book.aside(EVENING + timedelta(hours=1.4))
    assert told(early) == [(["prize"], None)]
    assert early.total == 1
    late = book.aside(since=EVENING + timedelta(hours=1.4))
    assert [ids for ids, _ in told(late)] == [["again"], ["vigil"]]
    few = book.aside(most=1)
    assert (told(few), few.total) == ([(["again"], None)], 3)


def test_the_vigil_stands_alone_as_of_a_moment_before_the_incident_was_known(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "late.book", PlainReader()) as late:
        late.add([a_report(VIGIL, hour=2, id="vigil")])
        late.add([a_report(a_story("Lyon", "3 killed, police said"), hour=5, id="shot")])
        assert told(late.aside(EVENING + timedelta(hours=3))) == [(["vigil"], None)]
        assert told(late.aside()) == [(["vigil"], "Lyon")]


class Blind(PlainReader):
    """Finds no incident in anything."""

    def read(self, report: Report) -> Reading:
        """Return an empty reading."""
        return msgspec.structs.replace(super().read(report), accounts=(), claims=())


def test_where_a_better_reader_finds_no_incident_the_report_is_set_aside(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "again.book", PlainReader()) as first:
        first.add([a_report(a_story("Lyon", "3 killed, police said"), id="shot")])
        assert first.aside().stories == ()
    with Casebook.open(tmp_path / "again.book", Blind("2")) as second:
        second.read_again()
        assert (told(second.aside()), second.incidents()) == ([(["shot"], None)], ())
        assert list(second.check()) == []


def test_what_is_forgotten_is_not_set_aside(book: Casebook) -> None:
    book.forget("prize", why="taken down", by="Jo Hart")
    book.forget("french", why="taken down", by="Jo Hart")
    assert [ids for ids, _ in told(book.aside())] == [["again"], ["vigil"]]
    assert (book.aside().unread, book.aside().unread_total) == ((), 0)


def test_what_was_not_read_is_told_by_reason_the_last_received_first(book: Casebook) -> None:
    book.add([a_report("Encore le texte.", hour=4, id="second")])
    book.add([a_report("Rien que le texte, illisible.", hour=5, id="broken")])
    found = book.aside()
    french = "language fr, this reader reads English"
    assert not_read(found) == [("broken", "it cannot be read"), ("second", french), ("french", french)]
    assert [len(one.reports) for one in found.unread] == [1, 2]
    assert (found.unread_total, found.total) == (3, 3)
    assert all(report.text == "" for one in found.unread for report in one.reports)
    few = book.aside(most=1)
    assert (not_read(few), few.unread_total) == ([("broken", "it cannot be read")], 3)
    early = book.aside(EVENING + timedelta(hours=2))
    assert (not_read(early), early.unread_total) == ([("french", french)], 1)
    assert book.aside(EVENING + timedelta(hours=1)).unread == ()
    assert [ref for ref, _ in not_read(book.aside(since=EVENING + timedelta(hours=3)))] == [
        "broken",
        "second",
    ]


def not_read(found: Asides) -> list[tuple[str, str]]:
    """Return the reports that were not read, each with the reason."""
    return [(report.id, one.why) for one in found.unread for report in one.reports]


def test_what_a_later_reader_reads_is_not_among_the_unread_any_more(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "again.book", PlainReader()) as first:
        first.add([a_report("Encore le texte.", id="french")])
        assert not_read(first.aside()) == [("french", "language fr, this reader reads English")]
    with Casebook.open(tmp_path / "again.book", Polyglot("2")) as second:
        second.read_again()
        assert (not_read(second.aside()), told(second.aside())) == ([], [(["french"], None)])


class Polyglot(PlainReader):
    """Reads every language, and finds nothing."""

    def read(self, report: Report) -> Reading:
        """Return an empty reading."""
        return msgspec.structs.replace(super().read(report), skipped=None)
