"""What a database can tell of itself: whether it is whole, guarded, and its rows refer to rows."""

from collections.abc import Iterator

from sqlalchemy import Connection, Select, Table, Text, cast, literal, select, text
from sqlalchemy.sql.elements import ColumnElement

from sayso.model import Fault
from sayso.store import guards, schema

__all__ = ["database_faults"]

# SQLite reads through every page; PostgreSQL says which index or constraint it has given up on.
WHOLE = {
    "sqlite": ("PRAGMA integrity_check",),
    "postgresql": (
        "SELECT 'index ' || indexrelid::regclass || ' is not valid' FROM pg_index WHERE NOT indisvalid",
        "SELECT 'constraint ' || conname || ' was never validated' FROM pg_constraint WHERE NOT convalidated",
    ),
}

# References that no foreign key can hold, since the other side has many rows an id.
REFERENCES = (
    (schema.claim, schema.claim.c.account_id, schema.account.c.id, "its account is not in the book"),
    (schema.revision, schema.revision.c.incident_id, schema.account.c.id, "its incident is no account"),
    (schema.report, schema.report.c.id, schema.wording.c.report_id, "it has no text"),
    (schema.report, schema.report.c.id, schema.reading.c.report_id, "no reading of it was kept"),
)


def database_faults(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong with the database itself."""
    for statement in WHOLE[connection.dialect.name]:
        for (told,) in connection.execute(text(statement)):
            if told != "ok":
                yield Fault(table="database", id="", what=told)
    for name in guards.missing(connection):
        yield Fault(table="database", id=name, what="this guard of the evidence is gone or changed")
    for table in schema.EVIDENCE:
        for key in table.foreign_keys:
            what = f"its {key.parent.name} is not in {key.column.table.name}"
            yield from _dangling(connection, table, key.parent, key.column, what)
    for table, column, other, what in REFERENCES:
        yield from _dangling(connection, table, column, other, what)


def _dangling(
    connection: Connection, table: Table, column: ColumnElement[str], other: ColumnElement[str], what: str
) -> Iterator[Fault]:
    """Yield the rows that refer to nothing."""
    name = next(iter(table.primary_key))
    there = select(literal(1)).where(other == column).correlate(table).exists()
    asked: Select[str] = select(cast(table.c.get("id", name), Text)).where(column.is_not(None), ~there)
    for (key,) in connection.execute(asked):
        yield Fault(table=table.name, id=key, what=what)
