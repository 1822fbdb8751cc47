"""Holds where a column is one of many ids, which go into a statement as one value, however many they are.

SQLAlchemy writes a placeholder for each id of an `in_`: with thousands that takes longer than the answer.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, BindParameter, Boolean, ColumnElement, Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

__all__ = ["among"]


class _Ids(TypeDecorator[Collection[str]]):
    """Ids as one value: an array for PostgreSQL, JSON for SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that a database has for them."""
        return dialect.type_descriptor(ARRAY(Text()) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Collection[str] | None, dialect: Dialect) -> object:
        """Return the ids as a database takes them."""
        ids = list(value or ())
        return ids if dialect.name == "postgresql" else json.dumps(ids)


class _Among(FunctionElement[bool]):
    """Holds where its first argument is one of the ids that are the second."""

    type = Boolean()
    inherit_cache = True


@compiles(_Among)
def _in_array(element: _Among, compiler: SQLCompiler, **how: Any) -> str:
    column, ids = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} = ANY({ids})"


@compiles(_Among, "sqlite")
def _in_json(element: _Among, compiler: SQLCompiler, **how: Any) -> str:
    column, ids = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"


def among(column: ColumnElement[str], ids: Collection[str] | BindParameter[Any]) -> ColumnElement[bool]:
    """Hold where a column is one of these ids."""
    named = ids if isinstance(ids, BindParameter) else None
    value = bindparam(named.key, type_=_Ids()) if named is not None else bindparam(None, ids, type_=_Ids())
    return _Among(column, value)
