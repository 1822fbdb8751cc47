"""One living record per incident, in which every value is somebody's claim, with its words.

    import sayso

    reading = sayso.read(sayso.Report(id="r1", text="Police said two men were killed in Lyon on Friday."))
    book = sayso.Casebook.open("desk.book")
    book.add(reports)
    record = book.incident("3f9c")

Importing this package costs nothing: each name is loaded when it is first used.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.casebook import Casebook as Casebook
    from sayso.errors import SaysoError as SaysoError
    from sayso.model import Claim as Claim
    from sayso.model import Finding as Finding
    from sayso.model import Reading, Report
    from sayso.model import Record as Record
    from sayso.model import Source as Source

    def read(report: Report) -> Reading:
        """Return what one report says, by the default reader."""


__all__ = ["Casebook", "Claim", "Finding", "Reading", "Record", "Report", "SaysoError", "Source", "read"]

__version__ = "0.1.0"

_HOMES = {"Casebook": "sayso.casebook", "SaysoError": "sayso.errors"}


def __getattr__(name: str) -> Any:
    """Load a public name from the module that defines it."""
    if name not in __all__:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    if name == "read":
        return import_module("sayso.read")  # a room and a verb: see _Room
    value = getattr(import_module(_HOMES.get(name, "sayso.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)


class _Room(ModuleType):
    """A room that is also its verb: `sayso.read` is the package that reads, and calling it reads."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        verb = getattr(self, self.__name__.rpartition(".")[2])
        return verb(*args, **kwargs)


class _House(ModuleType):
    """This package: makes its room `read` callable at the moment the import system hangs it in."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "read" and isinstance(value, ModuleType):
            value.__class__ = _Room
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _House
