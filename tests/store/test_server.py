"""What only a book on a server can meet."""

import builtins
from pathlib import Path
from typing import Any

import pytest
from tests.store.homes import a_home

from sayso.errors import StoreError
from sayso.store import Store
from sayso.store.connect import address, shown


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("desk.book", "desk.book"),
        (":memory:", ":memory:"),
        ("sqlite:///desk.book", "desk.book"),
        ("sqlite://", ":memory:"),
        ("postgresql://ada:secret@host/desk", "postgresql+psycopg://ada:secret@host/desk"),
        ("postgresql+psycopg://host/desk", "postgresql+psycopg://host/desk"),
    ],
)
def test_a_book_is_at_a_path_or_at_a_url(told: str, meant: str) -> None:
    assert address(told) == meant


@pytest.mark.parametrize("url", ["mysql://host/desk", "://", "oracle+x://ada:secret@host/desk"])
def test_other_databases_are_refused_in_a_line(url: str) -> None:
    with pytest.raises(StoreError, match=r"postgresql\+psycopg://") as refused:
        Store(url)
    assert "secret" not in str(refused.value)


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    with pytest.raises(StoreError, match="does not answer") as refused:
        Store("postgresql://ada:secret@127.0.0.1:1/desk")
    assert "secret" not in str(refused.value)
    assert shown("postgresql://ada:secret@host/desk") == "postgresql://ada:***@host/desk"


def test_without_psycopg_the_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".")[0] == "psycopg":
            raise ModuleNotFoundError(f"No module named {name!r}")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(StoreError, match=r"pip install 'sayso\[postgres\]'"):
        Store("postgresql://host/desk")


def test_a_server_takes_one_writer_at_a_time(tmp_path: Path) -> None:
    with a_home("postgresql", tmp_path) as home:
        store = Store(home)
        with store.pen() as one:
            locked = "SELECT pg_try_advisory_xact_lock({0})"
            from sayso.store.connect import WRITER_LOCK

            with store.view() as other:
                assert not other.connection.exec_driver_sql(locked.format(WRITER_LOCK)).scalar_one()
            assert one.report_count() == 0
        store.close()
