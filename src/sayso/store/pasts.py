"""What a book keeps of how a great incident stood before each of its changes: what to undo, row by row."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select

from sayso.store import caches
from sayso.store import statements as ask
from sayso.store.kept import Kept
from sayso.store.moments import micros, moment
from sayso.store.questions import Question

__all__ = ["Past", "Pasts"]


class Past(NamedTuple):
    """What undoes a change of an incident, or several of which it is the last: its number, and the word.

    How the incident stood before is told for moments before `since`, how it stood after for those from `at`
    on, and neither for those between.
    """

    number: int
    since: datetime
    at: datetime
    word: bytes


class Pasts(Kept):
    """The part of a look at a book that gives what undoes changes."""

    def last_past(self, incident_id: str) -> Past | None:
        """Return what undoes the last change of an incident; None where nothing of that is cached."""
        return next(iter(self._pasts(caches.last_past(incident_id))), None)

    def home_with_past(self, account_id: str) -> str | None:
        """Return the incident that an account is in now; None if nothing of its past is cached."""
        return next(iter(self._ids(caches.home_with_past(account_id))), None)

    def pasts(self, incident_id: str, changes: int, first: int, last: int) -> list[Past]:
        """Return what undoes so many changes at one time, from one number to another, in their order."""
        return self._pasts(caches.pasts(incident_id, changes, first, last))

    def pasts_after(self, incident_id: str, changes: int, then: datetime) -> list[Past]:
        """Return what undoes so many changes at one time, the last of them made later, in their order."""
        return self._pasts(caches.pasts_after(incident_id, changes, micros(then)))

    def newest(self) -> datetime:
        """Return when the last report was received or the last judgement made, whichever was later."""
        numbers = (number for (number,) in self._rows(ask.newest()))
        return moment(max(number or 0 for number in numbers))

    def _pasts(self, asked: Question[Select[int, int, int, bytes]]) -> list[Past]:
        rows = self._rows(asked)
        return [Past(number, moment(since), moment(at), word) for number, since, at, word in rows]
