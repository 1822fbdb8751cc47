"""The room that keeps: reports, readings, accounts, claims, copies, judgements and revisions, for ever.

A book is one SQLite file, or one database on a PostgreSQL server. Evidence is only added, and the database
itself refuses anything else. What can be computed again (fingerprints, sketches, links, members) is a cache
and may be dropped.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from sayso.errors import AwayError, StoreError
from sayso.store import schema
from sayso.store import statements as ask
from sayso.store.connect import (
    BESIDE,
    MEMORY,
    address,
    engines,
    is_server,
    looks_like_sqlite,
    shown,
    wipe_log,
)
from sayso.store.copying import copy_tables
from sayso.store.kept import Line
from sayso.store.pasts import Past
from sayso.store.pen import Pen, digest
from sayso.store.tasks import Due, LeaseLostError, Task, Tasks, Waiting
from sayso.store.view import Settled, View

__all__ = [
    "MEMORY", "Due", "LeaseLostError", "Line", "Past", "Pen", "Settled", "Store", "Task", "Tasks", "View",
    "Waiting", "digest",
]  # fmt: skip


class Store:
    """A book's database. `view()` looks at it, `pen()` writes into it; each is one transaction."""

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        """Open the book at a path or URL, or make a new one there; ":memory:" is a book without a file.

        The URL is that of a PostgreSQL database: postgresql+psycopg://USER@HOST/NAME. Tables of an older
        sayso are brought up to date. Raises StoreError when there is no book and `create` is False, or when
        what is there is no book.
        """
        self.path = address(path)
        self.name = shown(self.path)
        if not is_server(self.path):
            _check_path(self.path, create)
        self._writing, self._reading = engines(self.path)
        try:
            made = self._made_by()
            if made is None and not create:
                raise StoreError(
                    f"{self.name}: this book is empty; fill it with: sayso add {self.name} FILES"
                )
            if made != schema.VERSION:
                self._bring_up_to_date()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def view(self) -> Iterator[View]:
        """Look at the book as it is at this moment; what others write meanwhile is not seen."""
        with self._failing("read"), self._reading.connect() as connection:
            yield View(connection)

    @contextmanager
    def pen(self) -> Iterator[Pen]:
        """Write into the book: all that the block writes is kept when it ends, or nothing if it raises."""
        with self._open_for_writing() as connection:
            yield Pen(connection)

    @contextmanager
    def tasks(self) -> Iterator[Tasks]:
        """Lease tasks, and look at them; no evidence is touched, so a server lets several do it at once."""
        with self._open_for_writing(beside=True) as connection:
            yield Tasks(connection)

    def copy_to(self, path: str | Path) -> dict[str, int]:
        """Write all of this book into a new or empty one, all or nothing; returns the rows of each table.

        What came is held against what went, row by row. Raises StoreError when the target holds anything.
        """
        target = Store(path)
        try:
            with self.view() as view, target.pen() as pen:
                return copy_tables(view.connection, pen.connection)
        except StoreError as refused:
            raise StoreError(f"{target.name}: {refused}") from refused
        finally:
            target.close()

    def wipe(self) -> None:
        """Overwrite what the database still holds of words that were forgotten, as far as it can.

        Of a file nothing is left, unless others are reading it. A server keeps its own log and backups.
        """
        if is_server(self.path):
            with self._reading.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                for table in (*schema.EVIDENCE, *schema.CACHES, schema.task):
                    connection.exec_driver_sql(f'VACUUM "{table.name}"')
        elif self.path != MEMORY:
            wipe_log(self._reading)

    def close(self) -> None:
        """Let go of the database."""
        self._writing.dispose()
        self._reading.dispose()

    def _made_by(self) -> str | None:
        """Return the version of the tables, None without any; raises StoreError when it is no book."""
        try:
            with self._reading.connect() as connection:
                tables = set(inspect(connection).get_table_names())
                if not tables:
                    _check_encoding(self.name, connection)
                    return None
                is_book = {"book", "report", "claim"} <= tables
                made = connection.execute(ask.book_value("schema")).scalar_one_or_none() if is_book else None
        except DatabaseError as broken:
            raise self._broken(broken) from broken
        _check_version(self.name, made)
        return made

    def _broken(self, broken: DatabaseError, verb: str = "read") -> StoreError:
        """Return the error for a database that cannot be read, or written."""
        said = _said(broken)
        if isinstance(broken, OperationalError) and (verb == "written" or not is_server(self.path)):
            return AwayError(f"{self.name}: the book cannot be {verb} ({said}); try again")
        if is_server(self.path):
            return AwayError(
                f"{self.name}: PostgreSQL does not answer ({said}); check the URL and the server"
            )
        return StoreError(f"{self.name}: SQLite cannot read this file ({said}); restore a copy of it")

    def _bring_up_to_date(self) -> None:
        """Make the tables of a new book, or change those of an older one, unless another program just did."""
        from sayso.store.migrations import migrate

        with self._open_for_writing() as connection:
            migrate(connection)

    @contextmanager
    def _open_for_writing(self, *, beside: bool = False) -> Iterator[Connection]:
        with (
            self._failing("written"),
            self._writing.connect().execution_options(**{BESIDE: beside}) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _failing(self, verb: str) -> Iterator[None]:
        """Raise StoreError where the database fails; a mistake in what it was told is raised as it is."""
        try:
            yield
        except DatabaseError as broken:
            if type(broken) not in (DatabaseError, OperationalError):  # also what a rule or a guard refuses
                raise
            raise self._broken(broken, verb) from broken


def _said(broken: DatabaseError) -> str:
    """Return the first line of what the database says, or else what it calls it."""
    lines = str(broken.orig).strip().splitlines()
    return lines[0] if lines else type(broken.orig).__name__


def _check_path(path: str, create: bool) -> None:
    """Raise StoreError, before anything is touched, when no book can be at this path."""
    if path == MEMORY:
        return
    here = Path(path)
    if here.is_dir():
        raise StoreError(f"{path}: this is a directory; name a file for the book")
    try:
        if here.exists():
            if not looks_like_sqlite(here):
                raise StoreError(f"{path}: this file is not a book; name another one")
        elif not create:
            raise StoreError(f"{path}: there is no book here; make one with: sayso add {path} FILES")
        elif not here.parent.is_dir():
            raise StoreError(f"{path}: there is no directory {here.parent}; make it first")
    except OSError as refused:
        raise StoreError(f"{path}: cannot be opened ({refused.strerror}); check its rights") from refused


def _check_version(path: str, made: str | None) -> None:
    """Raise StoreError when the database was not made by this schema."""
    if made is None:
        raise StoreError(f"{path}: this database is not a book; name another file")
    if not made.isdecimal() or int(made) > int(schema.VERSION):
        known = f"this sayso knows {schema.VERSION}; update sayso"
        raise StoreError(f"{path}: the book's tables are of version {made}, {known}")


def _check_encoding(name: str, connection: Connection) -> None:
    """Raise StoreError when a server's database cannot hold every sign that a report can."""
    if connection.dialect.name == "postgresql":
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
        if encoding != "UTF8":
            raise StoreError(f"{name}: this database keeps {encoding}; make one with ENCODING 'UTF8'")
