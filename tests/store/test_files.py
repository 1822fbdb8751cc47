"""What only a book in a file can meet."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError, OperationalError
from tests.conftest import a_report

from sayso.errors import StoreError
from sayso.store import Store


def test_another_program_cannot_change_evidence_either(tmp_path: Path) -> None:
    path = tmp_path / "desk.book"
    Store(path).close()
    with sqlite3.connect(path) as other, pytest.raises(sqlite3.IntegrityError, match="evidence"):
        other.execute("DELETE FROM book")
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
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000), "is not a book"),
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


def test_a_book_whose_file_is_damaged_is_refused_in_a_line_when_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "desk.book"
    Store(path).close()
    with closing(sqlite3.connect(path)) as other:
        (size,) = other.execute("PRAGMA page_size").fetchone()
        (page,) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'report'").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    store = Store(path)
    with pytest.raises(StoreError, match=r"desk\.book: .* malformed\); restore a copy"), store.pen() as pen:
        pen.add_report(a_report())
    store.close()


@pytest.mark.parametrize(
    ("kind", "told", "words"),
    [
        (OperationalError, "disk I/O error\nat page 7", r"cannot be written \(disk I/O error\); try again"),
        (OperationalError, "", r"cannot be written \(DatabaseError\); try again"),
        (DatabaseError, "", r"cannot read this file \(DatabaseError\); restore a copy of it"),
    ],
)
def test_what_the_database_says_is_told_in_one_line_also_when_it_says_nothing(
    tmp_path: Path, kind: type[DatabaseError], told: str, words: str
) -> None:
    store = Store(tmp_path / "desk.book")
    with pytest.raises(StoreError, match=words), store.pen():
        raise kind("INSERT", None, sqlite3.DatabaseError(told))
    store.close()


OTHER_PROGRAM = "import sys; from sayso.store import Store; Store(sys.argv[1]).close()"


def test_a_book_opened_twice_by_one_program_stays_whole_when_another_one_closes_it(tmp_path: Path) -> None:
    """To open and close the file by other means than SQLite's would drop this program's locks on it."""
    path = tmp_path / "desk.book"
    first = Store(path)
    with first.view() as view:
        assert view.report_count() == 0
    second = Store(path)
    subprocess.run([sys.executable, "-c", OTHER_PROGRAM, str(path)], check=True)
    try:
        assert path.with_name("desk.book-wal").exists()  # the last one who closes takes it away
        with first.pen() as pen:
            pen.stamp_caches("first")
        with second.view() as view:
            assert view.cached_by() == "first"
    finally:
        first.close()
        second.close()
