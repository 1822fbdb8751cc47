"""Holds where a column is one of many ids, which go to PostgreSQL as one value, however many they are.

SQLAlchemy writes a placeholder for each id of an `in_`: with thousands PostgreSQL takes longer to read them
than to answer. SQLite takes them as quickly.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, BindParameter, Boolean, ColumnElement, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType

__all__ = ["among"]


class _Among(FunctionElement[bool]):
    """Holds where its first argument is one of the ids that are the second; the third says so with `in_`."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> "_Among":
        """Return it as it is: SQLAlchemy would write "= 1" behind it for SQLite, which then uses no index."""
        return self


@compiles(_Among)
def _in_list(element: _Among, compiler: SQLCompiler, **how: Any) -> str:
    *_, listed = element.clauses
    return compiler.process(listed, **how)


@compiles(_Among, "postgresql")
def _in_array(element: _Among, compiler: SQLCompiler, **how: Any) -> str:
    column, ids, _ = (each for each in element.clauses)
    return f"{compiler.process(column, **how)} = ANY({compiler.process(ids, **how)})"


def among(column: ColumnElement[str], ids: Collection[str] | BindParameter[Any]) -> ColumnElement[bool]:
    """Hold where a column is one of these ids."""
    named = ids if isinstance(ids, BindParameter) else bindparam(None, ids)
    return _Among(column, bindparam(named.key, named.value, type_=ARRAY(Text())), column.in_(ids))
