import multiprocessing
import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from tests.conftest import EVENING, PlainReader, a_report, a_story

from sayso.errors import StoreError
from sayso.model import Copy, Judgement, Link, Report, Revision
from sayso.store import Pen, Store
from sayso.store.schema import CACHES, EVIDENCE

REPORT = a_report(a_story("Lyon", "2 killed, police said", "9 injured, hospital said"))
JUDGEMENT = Judgement(id="j1", left="a", right="b", verdict="same", by="Ada", at=EVENING)
REVISION = Revision(id="v1", incident_id="a", slot="killed", at=EVENING)


def keep(pen: Pen, report: Report, reader: PlainReader | None = None) -> set[str]:
    """Keep a report and what the plain reader finds in it."""
    pen.add_report(report)
    return read(pen, report, reader or PlainReader())


def read(pen: Pen, report: Report, reader: PlainReader) -> set[str]:
    """Keep what a reader finds in a report that is there."""
    assert report.received_at
    return pen.add_reading(reader.read(report), report.received_at, EVENING)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A book's file in which every table holds a row."""
    opened = Store(tmp_path / "desk.book")
    with opened.pen() as pen:
        keep(pen, REPORT)
        (account,) = pen.accounts()
        pen.add_copies([Copy(report_id=REPORT.id, of="AP", kind="credited")], EVENING)
        pen.add_judgement(JUDGEMENT)
        pen.add_revisions([REVISION])
        pen.cache_fingerprint(REPORT.id, {1, -2})
        pen.cache_sketch(account, EVENING, {"any": "thing"}, ["key"])
        pen.cache_links([(Link(left="a", right="b", score=1.5), EVENING)])
        pen.cache_members({account.id: account.id})
        pen.stamp_caches("rules 1")
    yield opened
    opened.close()


def test_what_was_kept_comes_back_equal(store: Store) -> None:
    reading = PlainReader().read(REPORT)
    with store.view() as view:
        assert view.full_reports([REPORT.id]) == {REPORT.id: REPORT}
        assert view.reports([REPORT.id])[REPORT.id].text == ""
        assert tuple(view.accounts()) == reading.accounts
        assert sorted(view.claims_of([reading.accounts[0].id]), key=str) == sorted(reading.claims, key=str)
        assert [copy.of for copy in view.copies_by([REPORT.id])] == ["AP"]
        assert view.judgements() == [JUDGEMENT]
        assert view.revisions_of(["a"]) == [REVISION]
        assert view.readers_of(REPORT.id) == [("plain", "1", EVENING)]


@pytest.mark.parametrize("table", [table.name for table in EVIDENCE])
@pytest.mark.parametrize(
    "change",
    [
        'UPDATE "{table}" SET "{column}" = "{column}"',
        'DELETE FROM "{table}"',
        'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}"',
    ],
)
def test_the_database_itself_keeps_evidence(store: Store, table: str, change: str) -> None:
    column = next(kept for kept in EVIDENCE if kept.name == table).columns.keys()[0]
    with pytest.raises(DatabaseError, match="rows are added, never changed"), store.pen() as pen:
        pen.connection.execute(text(change.format(table=table, column=column)))


def test_another_program_cannot_change_evidence_either(store: Store) -> None:
    with sqlite3.connect(store.path) as other, pytest.raises(sqlite3.IntegrityError, match="evidence"):
        other.execute("DELETE FROM claim")
    other.close()


def test_caches_may_be_dropped(store: Store) -> None:
    with store.pen() as pen:
        pen.drop_caches()
    with store.view() as view:
        for table in CACHES:
            assert view.connection.execute(table.select()).all() == []
        assert view.cached_by() is None
        assert view.report_count() == 1


def test_a_writing_that_fails_half_way_leaves_nothing(store: Store) -> None:
    with suppress(KeyError), store.pen() as pen:
        keep(pen, a_report("A fire in Leeds.", hour=1))
        raise KeyError
    with store.view() as view:
        assert view.report_count() == 1


def test_a_reading_that_finds_the_same_adds_only_itself(store: Store) -> None:
    with store.pen() as pen:
        assert read(pen, REPORT, PlainReader("2")) == set()
        assert [version for _, version, _ in pen.readers_of(REPORT.id)] == ["1", "2"]
        assert pen.connection.execute(text("SELECT count(*) FROM claim")).scalar_one() == 2


def test_a_claim_that_is_no_longer_found_is_withdrawn_and_may_come_back(store: Store) -> None:
    with store.pen() as pen:
        (account,) = pen.accounts()
        assert read(pen, REPORT, PlainReader("2", blind_to="injured")) == {account.id}
        assert [claim.slot for claim in pen.claims_of([account.id])] == ["killed"]
        assert read(pen, REPORT, PlainReader("3")) == {account.id}
        assert sorted(claim.slot for claim in pen.claims_of([account.id])) == ["injured", "killed"]
        rows = pen.connection.execute(
            text("SELECT withdrawn FROM claim WHERE slot = 'injured' ORDER BY reading_id")
        )
        assert [row[0] for row in rows] == [0, 1, 0]


def test_an_account_told_otherwise_gets_a_new_row_and_the_last_one_holds(store: Store) -> None:
    reading = PlainReader("2").read(REPORT)
    account = msgspec.structs.replace(reading.accounts[0], kind="bombing")
    with store.pen() as pen:
        pen.add_reading(msgspec.structs.replace(reading, accounts=(account,)), EVENING, EVENING)
        assert [a.kind for a in pen.accounts()] == ["bombing"]


def test_as_of_a_moment_later_rows_are_left_out(store: Store) -> None:
    before = EVENING - timedelta(microseconds=1)
    with store.pen() as pen:
        pen.add_judgement(msgspec.structs.replace(JUDGEMENT, superseded_at=EVENING + timedelta(hours=1)))
        assert pen.judgements(before) == []
        assert [j.superseded_at for j in pen.judgements(EVENING)] == [None]
        assert [j.superseded_at for j in pen.judgements()] == [EVENING + timedelta(hours=1)]
        assert pen.accounts(before) == []
        assert pen.links(before) == []
        assert pen.revisions_of(["a"], before) == []
        assert pen.copies_by([REPORT.id], before) == []
        assert pen.report_count(before) == 0


def test_more_ids_than_one_statement_holds_can_be_asked_for(store: Store) -> None:
    ids = [f"unknown {number}" for number in range(5000)]
    with store.view() as view:
        assert list(view.reports([REPORT.id, *ids])) == [REPORT.id]


def test_who_looks_sees_one_moment_while_others_write(store: Store) -> None:
    with store.view() as view:
        assert view.report_count() == 1
        with store.pen() as pen:
            keep(pen, a_report("A fire in Leeds.", hour=1))
        assert view.report_count() == 1
    with store.view() as view:
        assert view.report_count() == 2


def make_cats(path: Path) -> None:
    """Make somebody else's database."""
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE cats (name)")
    other.close()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "is a directory"),
        (lambda path: path.write_text("a shopping list"), "is not a book"),
        (
            lambda path: sqlite3.connect(path).execute("CREATE TABLE cats (name)").connection.close(),
            "is not a book",
        ),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000), "SQLite cannot"),
    ],
)
def test_what_is_no_book_is_refused_in_a_line(tmp_path: Path, make: object, words: str) -> None:
    path = tmp_path / "x.book"
    make(path)  # type: ignore[operator]
    with pytest.raises(StoreError, match=words):
        Store(path)


def test_a_book_that_is_not_there_is_only_made_on_request(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no book here"):
        Store(tmp_path / "none.book", create=False)
    assert not (tmp_path / "none.book").exists()
    with pytest.raises(StoreError, match="there is no directory"):
        Store(tmp_path / "nowhere" / "none.book")


def test_a_book_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.book"
    Store(path).close()
    with sqlite3.connect(path) as other:
        other.execute("DROP TRIGGER book_keeps_UPDATE")
        other.execute("UPDATE book SET value = '99'")
    other.close()
    with pytest.raises(StoreError, match="version 99"):
        Store(path)


def add_reports(path: str, name: str, number: int) -> None:
    """Add reports to a book until done; run as a process of its own."""
    store = Store(path)
    for at in range(number):
        with store.pen() as pen:
            keep(pen, a_report(a_story("Lyon", "2 killed, police said"), hour=at, id=f"{name}{at}"))
    store.close()


def test_two_programs_can_write_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.book")
    Store(path).close()
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=add_reports, args=(path, name, 20)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    store = Store(path)
    with store.view() as view:
        assert view.report_count() == 40
    store.close()


def test_a_program_that_is_killed_leaves_whole_reports(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.book")
    store = Store(path)
    spawn = multiprocessing.get_context("spawn")
    writer = spawn.Process(target=add_reports, args=(path, "a", 100_000))
    writer.start()
    until = time.monotonic() + 30
    count = 0
    while count < 5 and time.monotonic() < until:
        with store.view() as view:
            count = view.report_count()
    assert writer.pid
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    with store.view() as view:
        ids = view.report_ids()
        assert len(ids) >= 5
        assert len(view.accounts()) == len(view.claims_of([a.id for a in view.accounts()])) == len(ids)
        assert len(view.full_reports(ids)) == len(ids)
        assert view.connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    store.close()
