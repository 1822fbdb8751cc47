"""One report, whole."""

import pytest
from tests.conftest import a_report, a_story

from sayso.casebook import Casebook
from sayso.errors import NotFoundError


def test_a_report_comes_with_its_claims_in_the_order_in_which_one_reads_them(book: Casebook) -> None:
    told = a_report(a_story("Lyon", "3 killed, police said", "9 injured, hospital said"))
    book.add([told])
    sheet = book.report(told.id)
    assert sheet.report.text == told.text
    assert [claim.slot for claim in sheet.claims] == ["killed", "injured"]
    assert all(told.text[c.span.start : c.span.end] == c.span.quote for c in sheet.claims)
    assert [incident.id for incident in sheet.incidents] == [account.id for account in sheet.accounts]
    assert sheet.reading
    assert sheet.reading.reader == "plain"


def test_a_report_names_its_copies_and_its_newer_version(book: Casebook) -> None:
    story = a_story("Lyon", "3 killed, police said")
    first, newer = a_report(story), a_report(story + " More follows.", hour=1, replaces="gazette-0")
    reprint = a_report(story, hour=2, by="Courier")
    book.add([first, newer, reprint])
    sheet = book.report(first.id)
    assert sheet.replaced_by == (newer.id,)
    assert [copy.report_id for copy in sheet.repeats] == [reprint.id]
    assert {report.id for report in sheet.beside} == {newer.id, reprint.id}
    assert [copy.of for copy in book.report(reprint.id).copies][:1] == [first.id]


def test_what_came_later_is_not_on_the_sheet_of_an_earlier_moment(book: Casebook) -> None:
    first = a_report(a_story("Leeds", "1 killed, police said"))
    later = a_report(a_story("Leeds", "2 killed, police said"), hour=3, by="Courier")
    book.add([first, later])
    assert first.received_at
    assert book.report(first.id).repeats != ()
    assert book.report(first.id, first.received_at).repeats == ()
    with pytest.raises(NotFoundError, match="by 2024-03-01T18:05Z"):
        book.report(later.id, first.received_at)


def test_a_forgotten_report_says_so_and_has_no_words(book: Casebook) -> None:
    told = a_report(a_story("Trieste", "1 missing, police said"))
    book.add([told])
    book.forget(told.id, why="a takedown", by="Jo")
    sheet = book.report(told.id)
    assert sheet.forgotten
    assert sheet.forgotten.why == "a takedown"
    assert (sheet.report.text, sheet.claims) == ("", ())


def test_an_unknown_report_is_named(book: Casebook) -> None:
    with pytest.raises(NotFoundError, match="gone-1"):
        book.report("gone-1")
