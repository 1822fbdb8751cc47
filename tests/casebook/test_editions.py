"""Versions of a report: what a later one replaces or takes back, in whatever order they come."""

from datetime import timedelta
from itertools import permutations
from typing import Any

import msgspec
import pytest
from tests.conftest import EVENING, PlainReader, a_report, a_story

from sayso.casebook import Casebook
from sayso.errors import NotFoundError
from sayso.model import Finding, Report, encode

ITEM = "urn:newsml:wire.example:20240301:lyon"


def a_version(number: int | None, *said: str, hour: float, **known: Any) -> Report:
    """Return a version of the agency's item; one without words takes it back."""
    text = a_story("Lyon", *said) if said else ""
    fields = {"id": f"v{number}", "item": ITEM, "version": number, "cancels": not said} | known
    return a_report(text, hour=hour, by="Wire", **fields)


def a_reprint(*said: str, hour: float, by: str = "Gazette") -> Report:
    return a_report(a_story("Lyon", *said), hour=hour, by=by)


FIRST = a_version(1, "3 killed, we said", hour=0)
SECOND = a_version(2, "5 killed, we said", hour=1)
KILL = a_version(3, hour=2)
REPRINT = a_reprint("3 killed, we said", hour=0.5)
LATE_REPRINT = a_reprint("3 killed, we said", hour=3, by="Evening Post")
OWN = a_report(
    "A shooting in Lyon. Marcel Ferrandou, 34, was seen. 4 killed, police said.", hour=1.5, by="Herald"
)


def a_book(*reports: Report) -> Casebook:
    book = Casebook.open(":memory:", PlainReader())
    for report in reports:
        book.add([report])
    return book


def killed(book: Casebook, hour: float | None = None) -> Finding:
    as_of = None if hour is None else EVENING + timedelta(hours=hour)
    (head,) = book.incidents(as_of)
    return next(f for f in book.incident(head.incident.id, as_of).findings if f.slot == "killed")


def test_the_latest_version_of_an_item_stands_whatever_came_first() -> None:
    for order in permutations([FIRST, SECOND, REPRINT]):
        with a_book(*order) as book:
            assert (killed(book).best, killed(book).standing) == (5, "single")


def test_a_version_that_skips_one_replaces_all_before_it() -> None:
    with a_book(a_version(7, "9 killed, we said", hour=3), FIRST) as book:
        assert killed(book).best == 9


def test_what_was_told_before_a_version_came_is_shown_as_it_was() -> None:
    with a_book(FIRST, SECOND, KILL) as book:
        assert [killed(book, hour).best for hour in (0.5, 1.5)] == [3, 5]
        assert killed(book, 2.5).standing == "withdrawn"
        assert [book.incidents(EVENING + timedelta(hours=1.5))[0].findings[0].best] == [5]


def book_of_all() -> Casebook:
    return a_book(LATE_REPRINT, KILL, SECOND, REPRINT, FIRST)


def test_a_canceled_item_ends_as_withdrawn_with_its_reprints_whatever_came_first() -> None:
    for order in permutations([FIRST, KILL, REPRINT]):
        with a_book(*order, LATE_REPRINT) as book:
            found = killed(book)
            assert (found.standing, found.best, found.support) == ("withdrawn", None, ())
    assert list(book_of_all().check()) == []


def test_what_another_outlet_knows_of_its_own_stands_beside_what_was_taken_back() -> None:
    for order in permutations([FIRST, KILL, REPRINT]):
        with a_book(*order, OWN) as book:
            found = killed(book)
            assert (found.best, [voice.name for voice in found.voices]) == (4, ["police"])


def test_a_reprint_of_what_the_agency_still_says_stands_with_it() -> None:
    corrected = a_reprint("5 killed, we said", hour=2, by="Evening Post")
    with a_book(FIRST, REPRINT, SECOND, corrected) as book:
        found = killed(book)
        assert found.best == 5
        assert {ref for voice in found.voices for ref in voice.report_ids} == {"v2", corrected.id}


def test_a_cancellation_is_told_as_a_revision_that_names_it() -> None:
    with a_book(FIRST, SECOND) as book:
        (revision,) = book.add([KILL]).revisions
        assert revision.before is not None
        assert revision.after is not None
        assert (revision.before.best, revision.after.standing) == (5, "withdrawn")
        assert revision.because == (KILL.id,)
        (head,) = book.incidents()
        assert head.changed_at == KILL.received_at


def test_what_an_agency_releases_again_stands_again() -> None:
    with a_book(FIRST, KILL, a_version(4, "6 killed, we said", hour=4)) as book:
        assert killed(book).best == 6


def test_a_cancellation_without_a_number_takes_back_every_version() -> None:
    kill = a_version(None, hour=2, id="kill", published_at=None, published_grain="unknown")
    for order in permutations([FIRST, SECOND, kill]):
        with a_book(*order) as book:
            assert killed(book).standing == "withdrawn"


def test_words_of_a_cancellation_are_kept_and_not_read() -> None:
    kill = msgspec.structs.replace(KILL, text="A shooting in Lyon. 3 killed, police said. Withdrawn.")
    with a_book(FIRST, kill) as book:
        assert killed(book).standing == "withdrawn"
        assert book.report(kill.id).report.text == kill.text
        assert book.report(kill.id).accounts == ()


def test_another_item_and_another_page_are_left_alone() -> None:
    other = a_version(3, hour=2, item="urn:newsml:wire.example:20240301:other")
    with a_book(FIRST, other) as book:
        assert killed(book).best == 3


def test_a_page_that_no_longer_tells_of_an_incident_takes_it_back() -> None:
    page = a_report(a_story("Lyon", "3 killed, we said"), id="a")
    changed = a_report("The mayor opened the market hall.", hour=2, id="b", replaces="a")
    for order in permutations([page, changed]):
        with a_book(*order) as book:
            assert killed(book).standing == "withdrawn"
            assert list(book.check()) == []


def test_versions_are_listed_in_their_order() -> None:
    pages = [a_report(f"A shooting in Lyon. {n} killed, we said.", hour=n, id=f"p{n}") for n in range(3)]
    chained = [pages[0], *(msgspec.structs.replace(p, replaces=f"p{n}") for n, p in enumerate(pages[1:]))]
    with a_book(*reversed(chained), KILL, SECOND, FIRST) as book:
        assert [one.id for one in book.versions("p1")] == ["p0", "p1", "p2"]
        assert [one.id for one in book.versions("v1")] == ["v1", "v2", "v3"]
        assert [one.id for one in book.versions("p0", EVENING + timedelta(hours=1.5))] == ["p0", "p1"]
        assert book.report("p0").replaced_by == ("p1", "p2")
        assert book.report("v2").replaced_by == ("v3",)
        with pytest.raises(NotFoundError):
            book.versions("p9")


def test_what_changed_from_one_version_to_the_next_is_told() -> None:
    with a_book(FIRST, SECOND) as book:
        assert book.changed("v1") is None
        told = book.changed("v2")
        assert told is not None
        assert [SECOND.text[edit.start : edit.end] for edit in told.edits] == ["5"]
        assert [FIRST.text[edit.of_start : edit.of_end] for edit in told.edits] == ["3"]
        book.forget("v1", why="court order", by="A. Reporter")
        assert book.changed("v2") is None
        assert [one.id for one in book.versions("v2")] == ["v1", "v2"]


def test_a_page_that_is_fetched_again_is_the_next_version_or_nothing_new() -> None:
    page = a_report(a_story("Lyon", "3 killed, we said"), id="a", url="https://post.example/1")
    again = msgspec.structs.replace(
        page, id="b", text=page.text + "\nUpdated 5 minutes ago", received_at=None
    )
    more = msgspec.structs.replace(page, id="c", text=a_story("Lyon", "5 killed, we said"), received_at=None)
    later = EVENING + timedelta(hours=2)
    with a_book() as book:
        assert book.next_version(page) == page
        book.add([page])
        assert book.next_version(again) == page
        version = book.next_version(more, (later, "instant"))
        assert (version.replaces, version.text, version.published_at) == ("a", more.text, later)
        book.add([version], now=later)
        assert killed(book).best == 5
        assert book.next_version(more).id == version.id
        back = book.next_version(page)
        assert back.replaces == version.id
        assert book.add([back], now=later).count("added") == 1
        assert killed(book).best == 3


def test_versions_survive_a_rebuild_and_a_forgotten_version_still_replaces() -> None:
    with a_book(FIRST, SECOND, REPRINT) as book:
        book.rebuild()
        assert killed(book).best == 5
        book.forget("v2", why="court order", by="A. Reporter")
        book.rebuild()
        assert killed(book).standing == "withdrawn"
        assert list(book.check()) == []


def test_a_report_of_an_older_sayso_is_read_as_it_was() -> None:
    old = a_report("Two died.")
    assert not any(name in encode(old) for name in (b"published_from", b"item", b"version", b"cancels"))
