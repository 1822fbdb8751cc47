"""Statements that are built once, whatever values are put into them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from inspect import signature
from typing import Generic, ParamSpec, TypeVar

from sqlalchemy import Column, Connection, Dialect, Executable, Table, bindparam, insert

__all__ = ["Question", "built_once", "insert_rows"]

P = ParamSpec("P")
S = TypeVar("S", bound=Executable)

SHAPES = (type(None), bool, Column)
"""What is no value, as it decides how a statement reads."""

VALUE = object()


@dataclass(frozen=True, slots=True)
class Question(Generic[S]):
    """A statement, and the values that are put into it."""

    statement: S
    values: dict[str, object]


def built_once(make: Callable[P, S]) -> Callable[P, Question[S]]:
    """Build a statement once, and put the values in each time: SQLAlchemy takes longer to build than to ask.

    Another one is built for each None, bool and column in place of a value.
    """
    expected = signature(make).parameters
    names = tuple(expected)
    defaults = {name: one.default for name, one in expected.items() if one.default is not one.empty}
    anew: Callable[..., S] = make

    @cache
    def built(**told: object) -> S:
        return anew(**{name: bindparam(name) if each is VALUE else each for name, each in told.items()})

    def ask(*given: P.args, **named: P.kwargs) -> Question[S]:
        told = defaults | dict(zip(names, given, strict=False)) | named
        values = {name: each for name, each in told.items() if not isinstance(each, SHAPES)}
        return Question(built(**told | dict.fromkeys(values, VALUE)), values)

    return ask


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Write rows, one or more, that all have values for the same columns.

    The driver is given them as they are: of a few hundred, SQLAlchemy looks at each longer than that takes.
    """
    statement, order = _insertion(table, tuple(rows[0]), connection.dialect)
    told = [row if order is None else tuple([row[name] for name in order]) for row in rows]
    connection.exec_driver_sql(statement, told if len(told) > 1 else told[0])


@lru_cache(maxsize=256)
def _insertion(
    table: Table, columns: tuple[str, ...], dialect: Dialect
) -> tuple[str, tuple[str, ...] | None]:
    """Return the statement that writes a row, and the order of its values; None where they go by name."""
    built = insert(table).inline().compile(dialect=dialect, column_keys=columns)
    return str(built), tuple(built.positiontup or ()) if built.positional else None
