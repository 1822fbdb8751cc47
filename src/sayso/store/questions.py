"""Statements that are built once, whatever values are put into them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from inspect import signature
from typing import Generic, ParamSpec, TypeVar

from sqlalchemy import Column, Executable, bindparam

__all__ = ["Question", "built_once"]

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
