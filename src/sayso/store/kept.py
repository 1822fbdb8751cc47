"""What `sayso check` looks at: every row as it is kept; and how any question is put to a book."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import NamedTuple, TypeVar, TypeVarTuple

import msgspec
from sqlalchemy import Connection, Select

from sayso.model import Fault, Finding, Headline, Revision, Word, decode
from sayso.store import caches
from sayso.store import statements as ask
from sayso.store.moments import moment
from sayso.store.questions import Question
from sayso.store.soundness import database_faults

__all__ = ["Kept", "Line", "parts"]

W = TypeVar("W", bound=Word)
Id = TypeVar("Id", str, int)
Ts = TypeVarTuple("Ts")
Clocks = tuple[datetime | None, datetime]
OneColumn = Question[Select[str]] | Select[str]
# SQLite takes 32,766 values a statement at most; plans and memory stay small well below that.
PART = 2000


def parts(ids: Collection[Id]) -> Iterator[list[Id]]:
    """Yield the ids, each once and sorted, in lists that fit one statement."""
    ordered = sorted(set(ids))
    for first in range(0, len(ordered), PART):
        yield ordered[first : first + PART]


class Line(NamedTuple):
    """The row of an incident: its line in a list, what lists choose it by, and what readers were last shown.

    Lists choose by kind, country, whether it is shown unasked, and when it last changed.
    """

    head: Headline
    chosen_by: tuple[str, str | None, bool, datetime]
    shown: list[Finding]


class Kept:
    """The part of a look at a book that gives its rows as they are, withdrawn and blanked ones too."""

    connection: Connection

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with the database itself: pages, guards, rows that refer to nothing."""
        return database_faults(self.connection)

    def kept_reports(self, ids: Collection[str]) -> Iterator[tuple[str, str, Clocks, bool, str, str]]:
        """Yield all that is kept of reports: id, digest, clocks, whether it is forgotten, word, text.

        The clocks are when it was published, if it says so, and when it was received.
        """
        for some in parts(ids):
            for key, known, told, came, gone, word, text in self._rows(ask.kept_reports(some)):
                clocks = (moment(told), moment(came))
                yield key, known, clocks, gone is not None, word, text

    def kept_accounts(self, report_ids: Collection[str]) -> Iterator[tuple[str, str, datetime, bool, str]]:
        """Yield every row on the accounts of reports: id, report, clock, whether it is forgotten, word."""
        for some in parts(report_ids):
            for key, home, at, gone, word in self._rows(ask.kept_accounts(some)):
                yield key, home, moment(at), gone is not None, word

    def kept_claims(self, account_ids: Collection[str]) -> Iterator[tuple[str, str, bool, str]]:
        """Yield every row on the claims of accounts, withdrawn or not: id, account, if forgotten, word."""
        for some in parts(account_ids):
            for key, home, gone, word in self._rows(ask.kept_claims(some)):
                yield key, home, gone is not None, word

    def kept_revisions(self) -> Iterator[tuple[bool, Revision]]:
        """Yield every revision in the order in which they were made, and whether it is without its words."""
        for gone, word in self._rows(ask.kept_revisions()):
            yield gone is not None, decode(word, Revision)

    def kept_lines(self, ids: Collection[str]) -> dict[str, Line]:
        """Return the rows of incidents."""
        return {
            key: Line(
                head=decode(head, Headline),
                chosen_by=(kind, country, main, moment(at)),
                shown=msgspec.json.decode(shown, type=list[Finding]),
            )
            for some in parts(ids)
            for key, kind, country, main, at, head, shown in self._rows(caches.kept_lines(some))
        }

    def _ids(self, asked: OneColumn) -> list[str]:
        return [key for (key,) in self._rows(asked)]

    def _rows(self, asked: Question[Select[*Ts]] | Select[*Ts]) -> Iterator[tuple[*Ts]]:
        told = (asked.statement, asked.values) if isinstance(asked, Question) else (asked,)
        for some in self.connection.execute(*told).partitions(PART):
            yield from some

    def _words(self, asked: OneColumn, kind: type[W]) -> list[W]:
        decoder = msgspec.json.Decoder(kind)
        return [decoder.decode(word) for (word,) in self._rows(asked)]
