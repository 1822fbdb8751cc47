"""The room that keeps: reports, readings, accounts, claims, copies, judgements and revisions, for ever.

A book is one SQLite file. Evidence is only added, and the database itself refuses anything else. What
can be computed again (fingerprints, sketches, links, members) is a cache and may be dropped.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, insert, inspect
from sqlalchemy.exc import DatabaseError, OperationalError

from sayso.errors import StoreError
from sayso.store import schema
from sayso.store import statements as ask
from sayso.store.connect import MEMORY, engines, looks_like_sqlite
from sayso.store.pen import Pen, digest
from sayso.store.view import View

__all__ = ["MEMORY", "Pen", "Store", "View", "digest"]


class Store:
    """A book's file. `view()` looks at it, `pen()` writes into it; each is one transaction."""

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        """Open the book at a path, or make a new one there; ":memory:" is a book without a file.

        Raises StoreError when there is none and `create` is False, or when the file is no book.
        """
        self.path = str(path)
        _check_path(self.path, create)
        self._writing, self._reading = engines(self.path)
        try:
            empty = self._is_empty()
            if empty and not create:
                raise StoreError(
                    f"{self.path}: this book is empty; fill it with: sayso add {self.path} FILES"
                )
            if empty:
                self._make_tables()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def view(self) -> Iterator[View]:
        """Look at the book as it is at this moment; what others write meanwhile is not seen."""
        try:
            with self._reading.connect() as connection:
                yield View(connection)
        except DatabaseError as broken:
            raise self._broken(broken) from broken

    @contextmanager
    def pen(self) -> Iterator[Pen]:
        """Write into the book: all that the block writes is kept when it ends, or nothing if it raises."""
        with self._open_for_writing() as connection:
            yield Pen(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._writing.dispose()
        self._reading.dispose()

    def _is_empty(self) -> bool:
        """Tell whether the file holds no tables yet; raises StoreError when it is no book."""
        try:
            with self._reading.connect() as connection:
                tables = set(inspect(connection).get_table_names())
                if not tables:
                    return True
                is_book = {"book", "report", "claim"} <= tables
                made = connection.execute(ask.book_value("schema")).scalar_one_or_none() if is_book else None
        except DatabaseError as broken:
            raise self._broken(broken) from broken
        _check_version(self.path, made)
        return False

    def _broken(self, broken: DatabaseError) -> StoreError:
        """Return the error for a file that the database cannot read."""
        return StoreError(f"{self.path}: SQLite cannot read this file ({broken.orig}); restore a copy of it")

    def _make_tables(self) -> None:
        """Make the tables of a new book, unless another program has just made them."""
        with self._open_for_writing() as connection:
            if not inspect(connection).get_table_names():
                schema.metadata.create_all(connection)
                connection.execute(insert(schema.book), [{"key": "schema", "value": schema.VERSION}])

    @contextmanager
    def _open_for_writing(self) -> Iterator[Connection]:
        try:
            with self._writing.begin() as connection:
                yield connection
        except OperationalError as busy:
            raise StoreError(f"{self.path}: the book cannot be written ({busy.orig}); try again") from busy


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
    if made != schema.VERSION:
        known = f"this sayso knows {schema.VERSION}; update sayso"
        raise StoreError(f"{path}: the book's tables are of version {made}, {known}")
