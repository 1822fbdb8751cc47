"""What intake says of input that it could not take as it is: refused, or taken with a remark."""

import logging

from sayso.errors import IntakeError
from sayso.model import Word

__all__ = ["Notice", "Refusal", "RefusedError", "log_notice"]

_log = logging.getLogger("sayso.intake")


class Refusal(Word, frozen=True, kw_only=True):
    """A file, or one line of it, that did not become a Report: where, why, and what to do.

    `line` counts from 1; None when the whole file is refused. The text of a refusal is one line.
    """

    path: str
    line: int | None = None
    why: str
    what_to_do: str

    def __str__(self) -> str:
        return f"{_where(self.path, self.line)}: refused: {self.why}. {self.what_to_do}."


class Notice(Word, frozen=True, kw_only=True):
    """A remark on a report that was taken in all the same: a date left unknown, a field not read."""

    path: str
    line: int | None = None
    remark: str

    def __str__(self) -> str:
        return f"{_where(self.path, self.line)}: {self.remark}."


class RefusedError(IntakeError):
    """Raised inside intake where input cannot be taken; becomes a Refusal once its place is known."""

    def __init__(self, why: str, what_to_do: str) -> None:
        super().__init__(why, what_to_do)
        self.why = why
        self.what_to_do = what_to_do

    def __str__(self) -> str:
        return f"{self.why}. {self.what_to_do}."

    def at(self, path: str, line: int | None = None, of_many: str = "") -> Refusal:
        """Return the refusal of what stands at this place; `of_many` names which report of a list it was."""
        return Refusal(path=path, line=line, why=of_many + self.why, what_to_do=self.what_to_do)


def log_notice(notice: Notice) -> None:
    """Log a notice as a warning of the logger "sayso.intake"; what happens unless a door asks for them."""
    _log.warning("%s", notice)


def _where(path: str, line: int | None) -> str:
    name = "stdin" if path == "-" else path
    return name if line is None else f"{name}, line {line}"
