"""How rows are written, and a whole book into another database: every row of every table, by its key.

The rows of a book stream from one to the other, so one of any size fits. Into PostgreSQL rows go by COPY.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Dialect, Table, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from sayso.errors import StoreError
from sayso.store import schema

__all__ = ["copy_tables", "insert_rows", "table_digest"]

BATCH = 5000
TABLES = tuple(t for t in (*schema.EVIDENCE, *schema.CACHES, *schema.WORKING) if t is not schema.book)
"""What is copied, referred-to tables first; each new book writes its own `book`."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows, one or more, that all have values for the same columns.

    The driver is given them as they are: of a few hundred, SQLAlchemy looks at each longer than that takes.
    """
    columns = tuple(rows[0])
    if connection.dialect.name == "postgresql" and len(rows) > 1:
        _copy_in(connection, table, columns, ([row[name] for name in columns] for row in rows))
        return
    statement, order = _insertion(table, columns, connection.dialect)
    told = [row if order is None else tuple([row[name] for name in order]) for row in rows]
    connection.exec_driver_sql(statement, told if len(told) > 1 else told[0])


@lru_cache(maxsize=256)
def _insertion(
    table: Table, columns: tuple[str, ...], dialect: Dialect
) -> tuple[str, tuple[str, ...] | None]:
    """Return the statement that writes a row, and the order of its values; None where they go by name."""
    built = insert(table).inline().compile(dialect=dialect, column_keys=columns)
    return str(built), tuple(built.positiontup or ()) if built.positional else None


def copy_tables(source: Connection, target: Connection) -> dict[str, int]:
    """Copy every row, and return how many each table has; what came is held against what went.

    Raises StoreError when the target holds anything, or holds something else than the source afterwards.
    """
    for table in TABLES:
        if target.execute(select(table).limit(1)).first() and table is not schema.cached:
            raise StoreError(f"the target holds rows ({table.name}); a book is only copied into an empty one")
    target.execute(schema.cached.delete())
    counts = {}
    for table in TABLES:
        write = _copy_all if target.dialect.name == "postgresql" else _insert_all
        gone = hashlib.sha256()
        counts[table.name] = write(target, table, _hashed(_rows(source, table), gone))
        if table_digest(target, table) != gone.hexdigest():
            raise StoreError(f"the rows of {table.name} did not arrive as they left; nothing was copied")
    if target.dialect.name == "postgresql":
        _move_numbers_on(target)
        target.exec_driver_sql("ANALYZE")
    return counts


def table_digest(connection: Connection, table: Table) -> str:
    """Return the digest of all rows of a table, in the order of their key; equal in every database."""
    found = hashlib.sha256()
    for _ in _hashed(_rows(connection, table), found):
        pass
    return found.hexdigest()


def _rows(connection: Connection, table: Table) -> Iterator[Sequence[Any]]:
    """Yield the rows of a table in the order of its key, without holding all of them."""
    asked = select(table).order_by(*table.primary_key)
    with connection.execute(asked, execution_options={"yield_per": BATCH}) as rows:
        yield from rows


def _hashed(rows: Iterable[Sequence[Any]], into: "hashlib._Hash") -> Iterator[Sequence[Any]]:
    for row in rows:
        into.update(msgspec.json.encode(tuple(row)) + b"\n")
        yield row


def _insert_all(target: Connection, table: Table, rows: Iterator[Sequence[Any]]) -> int:
    """Write whole rows in batches; returns how many."""
    names, count = table.columns.keys(), 0
    while some := [dict(zip(names, row, strict=True)) for row in islice(rows, BATCH)]:
        insert_rows(target, table, some)
        count += len(some)
    return count


def _copy_all(target: Connection, table: Table, rows: Iterable[Sequence[Any]]) -> int:
    """Write whole rows by COPY; returns how many."""
    return _copy_in(target, table, table.columns.keys(), rows)


def _copy_in(target: Connection, table: Table, columns: Iterable[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write rows by PostgreSQL's COPY, in the transaction that the connection is in; returns how many.

    Raises what a statement of SQLAlchemy's would raise.
    """
    driver: Any = target.connection.driver_connection
    database: Any = target.dialect.loaded_dbapi
    named = ", ".join(f'"{name}"' for name in columns)
    into, count = f'COPY "{table.name}" ({named}) FROM STDIN', 0
    try:
        with driver.cursor() as cursor, cursor.copy(into) as copy:
            for row in rows:
                copy.write_row(row)
                count += 1
    except database.Error as refused:
        raise DBAPIError.instance(into, None, refused, database.Error, dialect=target.dialect) from refused
    return count


def _move_numbers_on(target: Connection) -> None:
    """Let PostgreSQL count on from the numbers that were copied."""
    for table in (schema.reading, schema.judgement, schema.revision, schema.alert):
        column = next(iter(table.primary_key))
        last = target.execute(select(func.max(column))).scalar_one()
        if last is not None:
            sequence = text("SELECT setval(pg_get_serial_sequence(:named, :column), :last)")
            target.execute(sequence, {"named": f'"{table.name}"', "column": column.name, "last": last})
