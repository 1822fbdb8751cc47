"""The guards that the database itself sets on evidence: rows are added, never changed or removed.

There is one way past them. A row may be blanked, once the report that it came from has a row in `forgotten`
that says why: its words change, it notes the report in its own column `forgotten`, and all else stays. See
`Pen.forget`.
"""

from sqlalchemy import Connection, Table, UniqueConstraint, text

from sayso.store import schema

__all__ = ["missing", "names", "put", "remove"]

REFUSAL = "is evidence: rows are added, never changed or removed"

# What must stay as it was in a row that is blanked.
STAYS: dict[str, tuple[str, ...]] = {
    "report": ("id", "digest", "published_at", "received_at"),
    "wording": ("report_id",),
    "account": ("id", "reading_id", "report_id", "received_at", "withdrawn"),
    "claim": ("id", "reading_id", "account_id", "slot"),
    "revision": ("row", "id", "incident_id", "at"),
}
# How a row tells that it came from the forgotten report. What was shown to readers (revision) rests on
# several reports, so the mark alone must do.
CAME_FROM: dict[str, str] = {
    "report": "OLD.id = NEW.forgotten",
    "wording": "OLD.report_id = NEW.forgotten",
    "account": "OLD.report_id = NEW.forgotten",
    "claim": "EXISTS (SELECT 1 FROM account WHERE id = OLD.account_id AND report_id = NEW.forgotten)",
    "revision": "NEW.forgotten IS NOT NULL",
}
SAME = {"sqlite": 'NEW."{0}" IS OLD."{0}"', "postgresql": 'NEW."{0}" IS NOT DISTINCT FROM OLD."{0}"'}


def _may_change(table: str, dialect: str) -> str:
    """Return the condition under which a row of a table may change."""
    if table not in STAYS:
        return "1 = 0"
    same = [SAME[dialect].format(column) for column in STAYS[table]]
    logged = "EXISTS (SELECT 1 FROM forgotten WHERE report_id = NEW.forgotten)"
    return " AND ".join([logged, CAME_FROM[table], *same])


def _is_there(table: Table) -> str:
    """Return the condition under which SQLite holds a row that a new one would replace."""
    keys = [("rowid",), tuple(column.name for column in table.primary_key)]
    keys += [tuple(c.name for c in u.columns) for u in table.constraints if isinstance(u, UniqueConstraint)]
    same = [" AND ".join(f'"{column}" = NEW."{column}"' for column in key) for key in keys]
    return " OR ".join(f'EXISTS (SELECT 1 FROM "{table.name}" WHERE {key})' for key in same)


def _sqlite() -> dict[str, str]:
    """Return the triggers of SQLite by their names.

    INSERT OR REPLACE removes the row that is in the way, and in a program that does not ask for
    `recursive_triggers` no trigger hears of that: so the new row is refused before.
    """
    made = {}
    for kept in schema.EVIDENCE:
        table = kept.name
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} {REFUSAL}'); END"
        unless = f"WHEN NOT ({_may_change(table, 'sqlite')})"
        for verb, when in (("INSERT", f"WHEN {_is_there(kept)}"), ("UPDATE", unless), ("DELETE", "")):
            name = f"{table}_keeps_{verb}"
            made[name] = f'CREATE TRIGGER {name} BEFORE {verb} ON "{table}" {when} {refuse}'
    return made


def _postgres() -> dict[str, str]:
    """Return the function bodies of PostgreSQL's triggers by the triggers' names."""
    made = {}
    refuse = f"RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' {REFUSAL}';"
    for table in (kept.name for kept in schema.EVIDENCE):
        may = _may_change(table, "postgresql")
        made[f"{table}_keeps_update"] = f"BEGIN IF {may} THEN RETURN NEW; END IF; {refuse} END"
        made[f"{table}_keeps_delete"] = f"BEGIN {refuse} END"
        made[f"{table}_keeps_truncate"] = f"BEGIN {refuse} END"
    return made


def names(connection: Connection) -> list[str]:
    """Return the names of all guards of this database."""
    return list(_sqlite() if connection.dialect.name == "sqlite" else _postgres())


def put(connection: Connection) -> None:
    """Set every guard on the tables of a book, new or in place of what was there."""
    remove(connection)
    if connection.dialect.name == "sqlite":
        for made in _sqlite().values():
            connection.exec_driver_sql(made)
        return
    for name, body in _postgres().items():
        table, _, verb = name.rpartition("_keeps_")
        each = "STATEMENT" if verb == "truncate" else "ROW"
        connection.exec_driver_sql(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $guard${body}$guard$"
        )
        connection.exec_driver_sql(
            f'CREATE TRIGGER {name} BEFORE {verb} ON "{table}" FOR EACH {each} EXECUTE FUNCTION {name}()'
        )
        # ALWAYS: also for a session that says it only replicates, which ordinary triggers let pass.
        connection.exec_driver_sql(f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER {name}')


def remove(connection: Connection) -> None:
    """Take every guard off, for a migration; it puts them back before it ends."""
    if connection.dialect.name == "sqlite":
        for name in _sqlite():
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        return
    for name in _postgres():
        connection.exec_driver_sql(f"DROP FUNCTION IF EXISTS {name}() CASCADE")


def missing(connection: Connection) -> list[str]:
    """Return the names of the guards that are not there, switched off, or not what they should be."""
    found: dict[str, str]
    if connection.dialect.name == "sqlite":
        found = dict(
            connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
        )
        return [name for name, made in _sqlite().items() if found.get(name) != made]
    rows = connection.execute(
        text(
            "SELECT t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            "JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled = 'A' "
            "AND c.relname || '_keeps_' || split_part(t.tgname, '_keeps_', 2) = t.tgname"
        )
    )
    found = dict(rows.all())
    return [name for name, body in _postgres().items() if found.get(name) != body]
