from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from tests.conftest import EVENING, PlainReader, a_report, a_story
from tests.store.homes import HOMES, a_home

from sayso.casebook import Casebook
from sayso.errors import StoreError
from sayso.model import encode
from sayso.store import Store, Task, schema
from sayso.store.copying import insert_rows, table_digest

TABLES = (*schema.EVIDENCE, *schema.CACHES, *schema.WORKING)
WEIRD = "A shooting in Lyon.\x00\\t\\N\u202e🕯️ é\t\n\\. 3 killed, police said."


def fill(path: str) -> None:
    """Make a book with something of everything: withdrawn, judged, taken back, forgotten."""
    with Casebook.open(path, PlainReader()) as book:
        lyon = a_story("Lyon", "2 killed, police said", "9 injured, hospital said")
        book.add([a_report(lyon), a_report(lyon, by="Post", hour=1), a_report(WEIRD, by="Wire", hour=2)])
        book.add([a_report(a_story("Leeds", "1 killed, we said"), by="Herald", hour=3)])
        left, right = (head.incident.id for head in book.incidents()[:2])
        book.judge(left, right, same=True, by="Ada", why="one", now=EVENING)
        book.judge(left, right, same=None, by="Eve", why="open")
        book._reader = PlainReader("2", blind_to="injured")
        book.read_again()
        book.forget("post-1", why="court order 7", by="Ada")
        with book.store.pen() as pen:
            pen.tasks.plan(
                [Task(kind="feed", key="https://a.example/é.rss", host="a.example", due_at=EVENING)]
            )


def digests(path: str) -> dict[str, str]:
    store = Store(path, create=False)
    with store.view() as view:
        found = {table.name: table_digest(view.connection, table) for table in TABLES}
    store.close()
    return found


@pytest.mark.parametrize("kind", HOMES)
def test_a_book_comes_back_from_another_database_equal(kind: str, tmp_path: Path) -> None:
    first, last = str(tmp_path / "first.book"), str(tmp_path / "last.book")
    fill(first)
    with a_home(kind, tmp_path) as other:
        with Casebook.open(first, PlainReader()) as book:
            counts = book.copy_to(other)
            shown = [encode(book.incident(head.incident.id)) for head in book.incidents(background=True)]
        with Casebook.open(other, PlainReader("3")) as book:
            assert counts["report"] == 4
            assert list(book.check()) == []
            assert shown == [encode(book.incident(h.incident.id)) for h in book.incidents(background=True)]
            book.copy_to(last)
            assert digests(first) == digests(other) == digests(last)
            book.add([a_report(a_story("Trieste", "1 missing, police said"), hour=9)])
            book.read_again()
            assert list(book.check()) == []


@pytest.mark.parametrize("kind", HOMES)
def test_a_book_is_not_copied_onto_another(kind: str, tmp_path: Path) -> None:
    first = str(tmp_path / "first.book")
    fill(first)
    with a_home(kind, tmp_path) as other, Casebook.open(first, PlainReader()) as book:
        book.copy_to(other)
        before = digests(other)
        with pytest.raises(StoreError, match=r"holds rows \(report\)"):
            book.copy_to(other)
        assert digests(other) == before


@pytest.mark.parametrize("kind", HOMES)
@pytest.mark.parametrize("count", [1, 3])
def test_rows_are_kept_together_and_refused_together(kind: str, count: int, tmp_path: Path) -> None:
    rows = [{"account_id": f"{n}\t\\N é🕯️", "incident_id": "one"} for n in range(count)]
    again = [{"account_id": "new", "incident_id": "other"}, *rows][-count:]
    with a_home(kind, tmp_path) as place, closing(Store(place)) as store:
        with store.pen() as pen:
            insert_rows(pen.connection, schema.member, rows)
        with pytest.raises(IntegrityError), store.pen() as pen:
            insert_rows(pen.connection, schema.member, again)
        with store.view() as view:
            assert view.members() == {str(row["account_id"]): "one" for row in rows}


def test_a_copy_that_fails_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, other = str(tmp_path / "first.book"), str(tmp_path / "other.book")
    fill(first)
    monkeypatch.setattr("sayso.store.copying.table_digest", lambda *_: "wrong")
    with Casebook.open(first, PlainReader()) as book:
        with pytest.raises(StoreError, match="did not arrive as they left"):
            book.copy_to(other)
        monkeypatch.undo()
        assert book.copy_to(other)["report"] == 4
