import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DatabaseError
from tests.conftest import EVENING, PlainReader, a_report, a_story
from tests.store.homes import HOMES, a_home

from sayso.casebook import Casebook
from sayso.errors import NotFoundError, StoreError
from sayso.model import Forgotten, Reading, Report, encode
from sayso.store import schema

NAMED = a_report(
    "Ilse Brandauer wrote this. "
    + a_story("Lyon", "2 killed, police said", "The man came with a rifle", "7 missing, hospital said"),
    title="Brandauer saw it",
    by="Gazette",
)
SECOND = a_report(a_story("Lyon", "4 killed, police said"), hour=1, by="Herald")
THIRD = a_report(a_story("Lyon", "5 killed, police said"), hour=2, by="Post")
LATER = EVENING + timedelta(days=1)


@pytest.fixture(params=HOMES)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Casebook]:
    """A book of three reports on one incident, on each database."""
    with a_home(request.param, tmp_path) as home, Casebook.open(home, PlainReader()) as opened:
        opened.add([NAMED, SECOND, THIRD])
        yield opened


def forget(book: Casebook, report: str = NAMED.id) -> Forgotten:
    return book.forget(report, why="court order 7", by="Ada", now=LATER)


def everything(book: Casebook) -> str:
    """Return every row of every table as one text."""
    with book.store.view() as view:
        return str([list(view.connection.execute(table.select())) for table in schema.metadata.sorted_tables])


def test_what_is_forgotten_leaves_every_table_but_for_its_id_digest_and_reason(book: Casebook) -> None:
    assert "Brandauer" in everything(book)
    told = forget(book)
    left = everything(book)
    for words in ("Brandauer", "rifle", "7 missing"):
        assert words not in left
    for words in (NAMED.id, told.digest, "court order 7", "Ada"):
        assert words in left


def test_the_incident_keeps_its_id_and_its_reports_and_is_settled_without_it(book: Casebook) -> None:
    (head,) = book.incidents()
    told = forget(book)
    record = book.incident(head.incident.id)
    assert record.incident.id == head.incident.id
    assert [report.id for report in record.reports] == [NAMED.id, SECOND.id, THIRD.id]
    assert record.forgotten == (told,)
    assert {finding.slot for finding in record.findings} == {"killed"}
    assert {q.report.id for q in record.quotes} <= {SECOND.id, THIRD.id}


def test_it_is_forgotten_as_of_earlier_moments_too(book: Casebook) -> None:
    (head,) = book.incidents()
    forget(book)
    then = EVENING + timedelta(minutes=30)
    record = book.incident(head.incident.id, then)
    assert record.findings == ()
    assert [told.report_id for told in record.forgotten] == [NAMED.id]


def test_readers_are_told_what_changed(book: Casebook) -> None:
    forget(book)
    (head,) = book.incidents()
    last = [r for r in book.incident(head.incident.id).revisions if r.at == LATER]
    assert {(r.slot, r.after) for r in last} == {("missing", None), ("weapon", None)}
    assert all(NAMED.id in r.because for r in last)


def test_the_same_words_are_not_taken_in_again(book: Casebook) -> None:
    forget(book)
    again = a_report(NAMED.text, title=NAMED.title, id="another id")
    outcomes = book.add([NAMED, again]).outcomes
    assert [outcome.fate for outcome in outcomes] == ["refused", "refused"]
    assert "court order 7" in (outcomes[0].why or "")


def test_forgetting_needs_a_report_a_name_and_a_reason_and_happens_once(book: Casebook) -> None:
    with pytest.raises(NotFoundError, match="no such report"):
        forget(book, "unknown")
    with pytest.raises(StoreError, match="say who and why"):
        book.forget(NAMED.id, why=" ", by="Ada")
    forget(book)
    with pytest.raises(StoreError, match="forgotten already, on 2024-03-02 by Ada"):
        forget(book)


def test_reading_again_and_rebuilding_leave_it_forgotten_where_it_was(book: Casebook) -> None:
    forget(book)
    (head,) = book.incidents()
    before = encode(book.incident(head.incident.id))
    book.rebuild()
    assert encode(book.incident(head.incident.id)) == before
    book._reader = PlainReader("2")
    book.read_again()
    assert encode(book.incident(head.incident.id)) == before


@pytest.mark.parametrize(
    ("gone", "words"),
    [(NAMED, "rifle"), (SECOND, "4 killed")],
    ids=["while it is read", "before its turn"],
)
def test_what_is_forgotten_while_all_is_read_again_stays_forgotten_where_it_was(
    book: Casebook, gone: Report, words: str
) -> None:
    class Interrupted(PlainReader):
        def read(self, report: Report) -> Reading:
            found = super().read(report)
            if report.id == NAMED.id:
                forget(book, gone.id)
            return found

    book._reader = Interrupted("2")
    outcomes = book.read_again().outcomes
    assert gone.id not in {outcome.report_id for outcome in outcomes}
    (head,) = book.incidents()
    record = book.incident(head.incident.id)
    assert [report.id for report in record.reports] == [NAMED.id, SECOND.id, THIRD.id]
    assert [told.report_id for told in record.forgotten] == [gone.id]
    assert words not in everything(book)


def test_a_whole_incident_can_be_forgotten(book: Casebook) -> None:
    (head,) = book.incidents()
    for report in (SECOND, NAMED, THIRD):
        forget(book, report.id)
    record = book.incident(head.incident.id)
    assert (record.findings, len(record.forgotten)) == ((), 3)


def test_a_person_can_part_what_was_forgotten_from_the_rest(book: Casebook) -> None:
    forget(book)
    (head,) = book.incidents()
    first, second, _ = head.incident.account_ids
    book.judge(first, second, same=False, by="Ada", why="not of this")
    assert len(book.incidents()) == 2


def test_a_database_does_not_let_words_be_dropped_that_are_not_forgotten(book: Casebook) -> None:
    forget(book)
    for change in (
        f"UPDATE report SET word = '', forgotten = '{NAMED.id}' WHERE id = '{SECOND.id}'",
        f"UPDATE report SET word = '', forgotten = '{SECOND.id}' WHERE id = '{SECOND.id}'",
        f"UPDATE claim SET word = '', forgotten = '{NAMED.id}'",
        f"UPDATE report SET digest = 'x' WHERE id = '{NAMED.id}'",
    ):
        with pytest.raises(DatabaseError, match="rows are added"), book.store.pen() as pen:
            pen.connection.execute(text(change))


def test_of_a_file_not_a_byte_is_left(tmp_path: Path) -> None:
    path = tmp_path / "desk.book"
    with Casebook.open(path, PlainReader()) as opened:
        opened.add([NAMED, SECOND])
        assert any(b"Brandauer" in part.read_bytes() for part in tmp_path.iterdir())
        forget(opened)
        assert not any(b"Brandauer" in part.read_bytes() for part in tmp_path.iterdir())


def test_a_server_clears_out_every_table_in_which_words_were_changed_or_dropped(tmp_path: Path) -> None:
    said: list[str] = []

    def listen(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        said.append(statement)

    with a_home("postgresql", tmp_path) as home, Casebook.open(home, PlainReader()) as opened:
        opened.add([NAMED, SECOND, THIRD])
        event.listen(Engine, "before_cursor_execute", listen)
        try:
            forget(opened)
        finally:
            event.remove(Engine, "before_cursor_execute", listen)
    changed = {hit[1] for told in said if (hit := re.match(r'(?:UPDATE|DELETE FROM) "?(\w+)', told))}
    cleared = {hit[1] for told in said if (hit := re.match(r'VACUUM "?(\w+)', told))}
    assert {"report", "incident", "sketch", "block_key"} <= changed <= cleared
