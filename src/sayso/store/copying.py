"""How a whole book is written into another database: every row of every table, in the order of its key.

Rows stream from one to the other, so a book of any size fits; into PostgreSQL they go by COPY.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, func, insert, select, text

from sayso.errors import StoreError
from sayso.store import schema

__all__ = ["copy_tables", "table_digest"]

BATCH = 5000
TABLES = tuple(t for t in (*schema.EVIDENCE, *schema.CACHES, *schema.WORKING) if t is not schema.book)
"""What is copied, referred-to tables first; each new book writes its own `book`."""


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
        write = _copy_in if target.dialect.name == "postgresql" else _insert_all
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
    """Write rows in batches; returns how many."""
    names, count = table.columns.keys(), 0
    while some := [dict(zip(names, row, strict=True)) for row in islice(rows, BATCH)]:
        target.execute(insert(table), some)
        count += len(some)
    return count


def _copy_in(target: Connection, table: Table, rows: Iterator[Sequence[Any]]) -> int:
    """Write rows by PostgreSQL's COPY, in the transaction that the connection is in; returns how many."""
    driver: Any = target.connection.driver_connection
    columns = ", ".join(f'"{name}"' for name in table.columns.keys())  # noqa: SIM118
    count = 0
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def _move_numbers_on(target: Connection) -> None:
    """Let PostgreSQL count on from the numbers that were copied."""
    for table in (schema.reading, schema.judgement, schema.revision, schema.alert):
        column = next(iter(table.primary_key))
        last = target.execute(select(func.max(column))).scalar_one()
        if last is not None:
            sequence = text("SELECT setval(pg_get_serial_sequence(:named, :column), :last)")
            target.execute(sequence, {"named": f'"{table.name}"', "column": column.name, "last": last})
