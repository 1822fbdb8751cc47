import json
import multiprocessing
import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Select, Table, event, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DatabaseError, DataError
from tests.conftest import EVENING, PlainReader, a_report, a_story
from tests.store.homes import HOMES, a_home

from sayso.errors import StoreError
from sayso.model import (
    AlertRule,
    Copy,
    Headline,
    Incident,
    Judgement,
    Link,
    Read,
    Report,
    Revision,
    decode,
    encode,
)
from sayso.store import Past, Pen, Store, View, guards, outbox, schema
from sayso.store import statements as ask
from sayso.store.connect import engines
from sayso.store.migrations import steps
from sayso.store.questions import Question
from sayso.store.schema import CACHES, EVIDENCE, VERSION, forgotten
from sayso.watch.states import FeedState

REPORT = a_report(a_story("Lyon", "2 killed, police said", "9 injured, hospital said"))
JUDGEMENT = Judgement(id="j1", left="a", right="b", verdict="same", by="Ada", at=EVENING)
HEAD = Headline(
    incident=Incident(id="a", kind="fire"), main=True, reports=1, first_at=EVENING, changed_at=EVENING
)
REVISION = Revision(id="v1", incident_id="a", slot="killed", at=EVENING)


def keep(pen: Pen, report: Report, reader: PlainReader | None = None) -> set[str]:
    """Keep a report and what the plain reader finds in it."""
    pen.add_report(report)
    return read(pen, report, reader or PlainReader())


def read(pen: Pen, report: Report, reader: PlainReader) -> set[str]:
    """Keep what a reader finds in a report that is there."""
    assert report.received_at
    return pen.add_reading(reader.read(report), report.received_at, EVENING)


@pytest.fixture(params=HOMES)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new book can be made, on each database."""
    with a_home(request.param, tmp_path) as given:
        yield given


@pytest.fixture
def store(home: str) -> Iterator[Store]:
    """A book in which every table holds a row."""
    opened = Store(home)
    fill(opened)
    yield opened
    opened.close()


def fill(store: Store) -> None:
    """Put a row into every table."""
    with store.pen() as pen:
        keep(pen, REPORT)
        (account,) = pen.accounts()
        pen.add_copies([(Copy(report_id=REPORT.id, of="AP", kind="credited"), EVENING)])
        pen.add_judgement(JUDGEMENT)
        pen.add_revisions([REVISION])
        pen.connection.execute(forgotten.insert(), {"report_id": REPORT.id, "at": 0, "word": "{}"})
        pen.cache_fingerprint(REPORT.id, {1, -2})
        pen.cache_sketch(account, EVENING, {"any": "thing"}, ["key"])
        pen.cache_links([(Link(left="a", right="b", score=1.5), EVENING)])
        pen.cache_members({account.id: account.id})
        pen.cache_incidents([(HEAD, ())])
        pen.cache_past("a", 1, Past(0, EVENING, EVENING, b""))
        pen.stamp_caches("rules 1")


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
        assert view.readings(REPORT.id) == [Read(reader="plain", version="1", read_at=EVENING, language="en")]


CHANGES = {
    "sqlite": (
        'UPDATE "{table}" SET "{column}" = "{column}"',
        'DELETE FROM "{table}"',
        'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}"',
    ),
    "postgresql": (
        'UPDATE "{table}" SET "{column}" = "{column}"',
        'DELETE FROM "{table}"',
        'INSERT INTO "{table}" SELECT * FROM "{table}" ON CONFLICT ({keys}) DO UPDATE SET "{column}" = NULL',
        'TRUNCATE "{table}" CASCADE',
    ),
}


@pytest.mark.parametrize("table", EVIDENCE, ids=str)
def test_the_database_itself_keeps_evidence(store: Store, table: Table) -> None:
    names = {"table": table.name, "column": table.columns.keys()[0]}
    names["keys"] = ", ".join(f'"{column.name}"' for column in table.primary_key)
    with store.view() as view:
        changes = CHANGES[view.connection.dialect.name]
    for change in changes:
        with pytest.raises(DatabaseError, match="rows are added, never changed"), store.pen() as pen:
            pen.connection.execute(text(change.format(**names)))


REPLACEMENTS = (
    'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}"',
    'INSERT OR REPLACE INTO "{table}" (rowid, {names}) SELECT rowid, {others} FROM "{table}"',
    'INSERT OR REPLACE INTO "revision" SELECT row + 9, id, incident_id, at, word, forgotten FROM "revision"',
    'UPDATE OR REPLACE "{table}" SET rowid = rowid',
)


@pytest.mark.parametrize("table", EVIDENCE, ids=str)
def test_a_program_that_never_heard_of_sayso_cannot_replace_evidence(tmp_path: Path, table: Table) -> None:
    """SQLite hears of what a replacement removes only in programs that ask for `recursive_triggers`."""
    path = str(tmp_path / "desk.book")
    store = Store(path)
    fill(store)
    store.close()
    names = [f'"{column.name}"' for column in table.columns if column is not table.autoincrement_column]
    told = {"table": table.name, "names": ", ".join(names), "others": f"'x' || {', '.join(names)}"}
    with closing(sqlite3.connect(path)) as other:
        kept = other.execute(f'SELECT * FROM "{table.name}"').fetchall()
        for change in REPLACEMENTS:
            with pytest.raises(sqlite3.IntegrityError, match="rows are added, never changed"):
                other.execute(change.format(**told))
        assert kept
        assert other.execute(f'SELECT * FROM "{table.name}"').fetchall() == kept


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
        assert [one.version for one in pen.readings(REPORT.id)] == ["1", "2"]
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
        assert [bool(row[0]) for row in rows] == [False, True, False]


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
        assert pen.ties(before) == []
        assert pen.revisions_of(["a"], before) == []
        assert pen.copies_by([REPORT.id], before) == []
        assert pen.report_count(before) == 0


def test_more_ids_than_one_statement_holds_can_be_asked_for(store: Store) -> None:
    ids = [f"unknown {number}" for number in range(5000)]
    with store.view() as view:
        assert list(view.reports([REPORT.id, *ids])) == [REPORT.id]


@pytest.mark.parametrize(
    "asked",
    [
        ask.report_words(["a"]),
        ask.accounts_named(["a"], None),
        ask.accounts_of(["a"], 5),
        ask.claims_named(["a"]),
        ask.copies_by(["a"], None),
    ],
)
def test_no_table_is_gone_through_for_a_few_ids(asked: Question[Select[Any]], tmp_path: Path) -> None:
    Store(str(tmp_path / "new.book")).close()
    told = asked.statement.params(asked.values).compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )
    with closing(sqlite3.connect(tmp_path / "new.book")) as book:
        steps = [row[3] for row in book.execute(f"EXPLAIN QUERY PLAN {told}")]
    assert steps
    assert not [step for step in steps if step.startswith("SCAN")]


RULE = AlertRule(id="r1", says="any", to="web", by="Ada", made_at=EVENING)
MET = outbox.Met(rule_id="r1", cause="v1", incident_id="a", figure="a killed", at=EVENING)


@pytest.mark.parametrize(
    "ask_for",
    [lambda pen: outbox.founded(pen, 0, 1), lambda pen: outbox.keep_met(pen, [MET], EVENING)],
    ids=["founded", "met"],
)
def test_what_is_new_to_rules_is_found_without_going_through_what_is_not(
    ask_for: Callable[[Pen], object], tmp_path: Path
) -> None:
    store, steps = Store(str(tmp_path / "new.book")), list[str]()

    def listen(connection: Any, cursor: Any, told: str, values: Any, *_: Any) -> None:
        if told.startswith("SELECT"):
            steps.extend(row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {told}", values))

    with store.pen() as pen:
        outbox.keep_rule(pen, RULE)
        event.listen(pen.connection, "before_cursor_execute", listen)
        ask_for(pen)
    store.close()
    gone_through = {step for step in steps if step.startswith("SCAN")}
    assert steps
    assert gone_through <= {"SCAN alert_rule"}


def test_ids_of_any_signs_are_asked_for_as_they_are(store: Store) -> None:
    odd = ['"', "'", "{}", "{a,b}", "\\", "\u2028", "[1]", ""]
    with store.view() as view:
        assert set(view.reports([*odd, REPORT.id])) == {REPORT.id}
        assert not view.accounts_named(odd, None)


WRONG = {"sqlite": "SELECT zeroblob(3000000000)", "postgresql": "SELECT 1 / 0"}


@pytest.mark.parametrize("opened", [Store.view, Store.pen], ids=["looking", "writing"])
def test_a_question_put_wrongly_is_not_told_as_a_fault_of_the_book(
    store: Store, opened: Callable[[Store], AbstractContextManager[View]]
) -> None:
    with pytest.raises(DataError), opened(store) as view:
        view.connection.execute(text(WRONG[view.connection.dialect.name]))


def test_who_looks_sees_one_moment_while_others_write(store: Store) -> None:
    with store.view() as view:
        assert view.report_count() == 1
        with store.pen() as pen:
            keep(pen, a_report("A fire in Leeds.", hour=1))
        assert view.report_count() == 1
    with store.view() as view:
        assert view.report_count() == 2


def add_reports(path: str, name: str, number: int) -> None:
    """Add reports to a book until done; run as a process of its own."""
    store = Store(path)
    for at in range(number):
        with store.pen() as pen:
            keep(pen, a_report(a_story("Lyon", "2 killed, police said"), hour=at, id=f"{name}{at}"))
    store.close()


def test_two_programs_can_write_at_once(home: str) -> None:
    Store(home).close()
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=add_reports, args=(home, name, 20)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    store = Store(home)
    with store.view() as view:
        assert view.report_count() == 40
    store.close()


def test_a_program_that_is_killed_leaves_whole_reports(home: str) -> None:
    store = Store(home)
    spawn = multiprocessing.get_context("spawn")
    writer = spawn.Process(target=add_reports, args=(home, "a", 100_000))
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
    store.close()


def test_ids_sort_by_their_signs_in_every_database(store: Store) -> None:
    with store.pen() as pen:
        for name in ("b", "B", "a-", "a0", "é"):
            keep(pen, a_report("A fire in Leeds.", hour=1, id=name))
    with store.view() as view:
        assert view.report_ids()[1:] == ["B", "a-", "a0", "b", "é"]


def test_the_tables_are_those_that_the_steps_make(home: str) -> None:
    from alembic import command

    store = Store(home)
    with store.pen() as pen:
        command.check(steps(pen.connection))
    store.close()


def test_a_book_of_the_first_sayso_is_brought_up_to_date(home: str) -> None:
    from alembic import command

    writing, reading = engines(home)
    with writing.begin() as connection:
        command.upgrade(steps(connection), "0001")
        connection.execute(text("DROP TABLE alembic_version"))
        connection.execute(
            text("INSERT INTO report (id, digest, received_at, word) VALUES ('r', 'd', 0, :word)"),
            {"word": encode(REPORT).decode()},
        )
    writing.dispose()
    reading.dispose()
    store = Store(home, create=False)
    with store.view() as view:
        assert view.connection.execute(ask.book_value("schema")).scalar_one() == VERSION
        assert view.report_ids() == ["r"]
        assert guards.missing(view.connection) == []
    store.close()


def test_a_book_made_before_a_guard_was_thought_of_gets_it_when_it_is_opened(home: str) -> None:
    store = Store(home)
    with store.pen() as pen:
        guards.remove(pen.connection)
        pen.connection.execute(text("DROP TABLE past"))
        pen.connection.execute(text("UPDATE book SET value = '8' WHERE key = 'schema'"))
        pen.connection.execute(text("UPDATE alembic_version SET version_num = '0008'"))
    store.close()
    store = Store(home, create=False)
    with store.view() as view:
        assert guards.missing(view.connection) == []
    store.close()


def test_a_book_that_kept_what_nothing_reads_opens_without_it(home: str) -> None:
    store = Store(home)
    fill(store)
    feed = FeedState(body="b", found=3, problem="it says “polled_at”")
    with store.view() as view:
        (claim, *_) = view.claims_of([account.id for account in view.accounts()])
    with store.pen() as pen:
        guards.remove(pen.connection)
        old = {**json.loads(encode(claim)), "holds_at": "2024-03-01T18:00:00Z"}
        pen.connection.execute(
            text("UPDATE claim SET word = :word WHERE id = :id"), {"word": json.dumps(old), "id": claim.id}
        )
        row = {"kind": "feed", "key": "https://a.example/rss", "host": "a.example", "attempts": 0}
        row["word"] = json.dumps({**json.loads(encode(feed)), "polled_at": "2024-03-01T18:00:00Z"})
        pen.connection.execute(schema.task.insert().values(row))
        pen.connection.execute(text("DROP TABLE past"))
        pen.connection.execute(text("UPDATE book SET value = '9' WHERE key = 'schema'"))
        pen.connection.execute(text("UPDATE alembic_version SET version_num = '0009'"))
    store.close()
    store = Store(home, create=False)
    with store.view() as view:
        assert view.claims_named([claim.id]) == [claim]
        assert guards.missing(view.connection) == []
    with store.tasks() as tasks:
        assert [decode(task.word, FeedState) for task in tasks.of_kind("feed")] == [feed]
    store.close()


def test_a_book_of_a_later_sayso_is_refused(home: str) -> None:
    store = Store(home)
    with store.pen() as pen:
        guards.remove(pen.connection)
        pen.connection.execute(text("UPDATE book SET value = '99'"))
    store.close()
    with pytest.raises(StoreError, match="version 99"):
        Store(home)


def test_a_database_with_other_tables_is_no_book(home: str) -> None:
    writing, reading = engines(home)
    with writing.begin() as connection:
        connection.execute(text("CREATE TABLE cats (name TEXT)"))
    writing.dispose()
    reading.dispose()
    with pytest.raises(StoreError, match="is not a book"):
        Store(home)


def test_an_empty_database_is_only_made_a_book_on_request(home: str) -> None:
    with pytest.raises(StoreError, match=r"there is no book here|this book is empty"):
        Store(home, create=False)


@pytest.mark.parametrize("guard", ["claim_keeps_delete", "claim_keeps_update"])
def test_a_guard_that_is_gone_is_missed(store: Store, guard: str) -> None:
    with store.pen() as pen:
        name = {name.lower(): name for name in guards.names(pen.connection)}[guard]
        on = "" if pen.connection.dialect.name == "sqlite" else " ON claim"
        pen.connection.execute(text(f"DROP TRIGGER {name}{on}"))
        assert guards.missing(pen.connection) == [name]


def test_what_undoes_changes_is_given_by_number_and_by_moment(store: Store) -> None:
    later = [EVENING + timedelta(hours=hour) for hour in range(4)]
    with store.pen() as pen:
        pen.cache_members({"a": "i", "b": "j"})
        for number, at in enumerate(later):
            pen.cache_past("i", 1, Past(number, at, at, bytes([number, 0, 255])))
        pen.cache_past("i", 2, Past(2, later[1], later[2], b"two"))
    with store.view() as view:
        assert view.last_past("i") == Past(3, later[3], later[3], b"\x03\x00\xff")
        assert [past.number for past in view.pasts("i", 1, 1, 2)] == [1, 2]
        assert view.pasts_after("i", 2, later[1]) == [Past(2, later[1], later[2], b"two")]
        assert view.pasts_after("i", 2, later[2]) == []
        assert (view.home_with_past("a"), view.home_with_past("b")) == ("i", None)
    with store.pen() as pen:
        pen.drop_pasts("i", after=1)
        assert [past.number for past in pen.pasts("i", 1, 0, 9)] == [0, 1]
        assert pen.pasts("i", 2, 0, 9) == []
        pen.drop_all_pasts()
        assert pen.last_past("i") is None


def test_the_newest_is_the_last_report_or_the_last_judgement(store: Store) -> None:
    with store.pen() as pen:
        last = max(at for at in pen.received().values())
        assert pen.newest() == max(last, JUDGEMENT.at)
        pen.add_judgement(msgspec.structs.replace(JUDGEMENT, superseded_at=EVENING + timedelta(days=9)))
        assert pen.newest() == EVENING + timedelta(days=9)
