"""What became of what was handed to a book, and what is wrong with one."""

from sayso.model.base import Word
from sayso.model.records import Revision
from sayso.model.slots import Fate

__all__ = ["Added", "Fault", "Outcome"]


class Fault(Word, frozen=True, kw_only=True):
    """Something that is wrong with a book: in which table, of which id, and what."""

    table: str
    id: str
    what: str


class Outcome(Word, frozen=True, kw_only=True):
    """What became of one report that was handed to a book.

    added · known (the book had it, nothing changed) · unread (kept, but not read: `why`) · refused (not
    kept: `why` and `what_to_do`).
    """

    report_id: str
    fate: Fate
    why: str | None = None
    what_to_do: str | None = None


class Added(Word, frozen=True, kw_only=True, omit_defaults=False):
    """What became of the reports handed to a book, and how its findings changed."""

    outcomes: tuple[Outcome, ...] = ()
    incident_ids: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()

    def count(self, fate: Fate) -> int:
        """Return how many reports met this fate."""
        return sum(outcome.fate == fate for outcome in self.outcomes)
