"""Opens the databases; all that is particular to one of them is here, in `guards` and in `copying`.

Two engines, one book: the writing one lets one writer in at a time (SQLite by BEGIN IMMEDIATE, PostgreSQL by
an advisory lock; two writers then wait for each other instead of failing half-way), the reading one looks at
one moment and locks nothing. Who only works at tasks does so beside the one who writes, on a server.
"""

import errno
import os
import sqlite3
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from sayso.errors import StoreError

__all__ = ["BESIDE", "MEMORY", "address", "engines", "is_server", "looks_like_sqlite", "shown", "wipe_log"]

MEMORY = ":memory:"
"""The path of a book that lives only as long as the program."""

# FULL costs 14 % beside NORMAL and loses no acknowledged commit in a power cut. Without secure_delete the
# words that are forgotten would stay in the file. A report writes some 200 pages all over the file: with
# SQLite's own 1,000 every fifth one waited 20 ms for the log to be moved into the file, now every fiftieth
# does, which is a third cheaper for all; the log grows to 40 MB.
PRAGMAS = (
    "busy_timeout=10000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "cache_size=-65536",
    "secure_delete=ON",
    "wal_autocheckpoint=10000",
)

Purpose = Literal["write", "beside", "read"]

POSTGRES = "postgresql+psycopg"
WRITER_LOCK = 0x5A750  # any number will do, as long as every sayso takes the same
# READ COMMITTED: the lock is waited for first, and each statement after it sees what the last writer left.
# READ WRITE: whatever the server's default is, it must not decide whether a book can be written.
BESIDE = "sayso_beside"
"""The execution option of a writing connection that does not wait for its turn to write evidence."""
_READ_COMMITTED = (
    "SET TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE",
    "SET LOCAL lock_timeout = '10s'",
)
BEGIN: dict[str, dict[Purpose, tuple[str, ...]]] = {
    "sqlite": {"write": ("BEGIN IMMEDIATE",), "beside": ("BEGIN IMMEDIATE",), "read": ("BEGIN",)},
    "postgresql": {
        "write": (*_READ_COMMITTED, f"SELECT pg_advisory_xact_lock({WRITER_LOCK})"),
        "beside": _READ_COMMITTED,
        "read": ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",),
    },
}


def is_server(path: str) -> bool:
    """Tell whether a book is on a server, rather than in a file or in memory."""
    return "://" in path


def address(path: str | Path) -> str:
    """Return where a book is as one string: a path, ":memory:", or the URL of a database on a server.

    Raises StoreError for a URL of a database that sayso does not know.
    """
    told = str(path)
    if not is_server(told):
        return told
    try:
        url = make_url(told)
    except (ArgumentError, ValueError) as wrong:
        raise StoreError("this is no URL of a database; write postgresql+psycopg://USER@HOST/NAME") from wrong
    kind = url.get_backend_name()
    if kind == "sqlite":
        return url.database or MEMORY
    if kind not in ("postgresql", "postgres"):
        raise StoreError(
            f"{shown(told)}: sayso keeps books in SQLite and PostgreSQL; write postgresql+psycopg://USER@HOST/NAME"
        )
    return url.set(drivername=POSTGRES).render_as_string(hide_password=False)


def shown(path: str) -> str:
    """Return where a book is as it may be printed: without a password."""
    return make_url(path).render_as_string(hide_password=True) if is_server(path) else path


def looks_like_sqlite(path: Path) -> bool:
    """Tell whether a file can be a SQLite database; raises OSError when it cannot be read.

    SQLite itself is asked. To open and close the file in another way would drop all locks that this program
    holds on it, and who closes the book next would take away the log that is still written to (sqlite.org,
    "How To Corrupt An SQLite Database File", 2.2).
    """
    if not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA schema_version").close()
    except sqlite3.DatabaseError as refused:
        return refused.sqlite_errorcode != sqlite3.SQLITE_NOTADB
    finally:
        connection.close()
    return True


def engines(path: str) -> tuple[Engine, Engine]:
    """Return the writing and the reading engine of the book at an address."""
    if path == MEMORY:
        only = _engine(path, writes=True)
        return only, only
    return _engine(path, writes=True), _engine(path, writes=False)


def wipe_log(engine: Engine) -> None:
    """Move what a file's log holds into the file, and empty the log."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    finally:
        raw.close()


def _engine(path: str, *, writes: bool) -> Engine:
    """Return an engine whose transactions end together or not at all."""
    engine = _server(path) if is_server(path) else _file(path)
    begin = BEGIN[engine.dialect.name]

    @event.listens_for(engine, "begin")
    def begin_as_told(connection: Connection) -> None:
        beside = connection.get_execution_options().get(BESIDE, False)
        for statement in begin["beside" if beside else "write" if writes else "read"]:
            connection.exec_driver_sql(statement)

    return engine


def _server(path: str) -> Engine:
    try:
        return create_engine(make_url(path), pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as missing:
        raise StoreError(
            f"{shown(path)}: this needs psycopg; install it with: pip install 'sayso[postgres]'"
        ) from missing


def _file(path: str) -> Engine:
    pool: dict[str, Any] = {"poolclass": StaticPool} if path == MEMORY else {}
    url = URL.create("sqlite", database=path)
    engine = create_engine(url, connect_args={"check_same_thread": False}, **pool)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            try:
                connection.execute(f"PRAGMA {pragma}").close()
            except sqlite3.DatabaseError as broken:
                connection.close()
                raise StoreError(
                    f"{path}: SQLite cannot use this file ({broken}); name another book"
                ) from broken

    return engine
