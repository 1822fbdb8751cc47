"""What holds reports, accounts and incidents together or apart."""

from datetime import datetime
from typing import Literal, NamedTuple

from sayso.model.base import Word, content_id
from sayso.model.slots import CopyKind, Field, RelationKind, Verdict

__all__ = [
    "Copy",
    "Difference",
    "Edit",
    "EditKind",
    "Forgotten",
    "Judgement",
    "Link",
    "Passage",
    "Relation",
    "Tie",
    "judgement_id",
]

EditKind = Literal["added", "removed", "changed"]
"""What became of words from one version of a report to the next."""


class Passage(Word, frozen=True, kw_only=True):
    """The same words in two reports: [start, end) in the later one's text, and in the origin's."""

    start: int
    end: int
    of_start: int
    of_end: int


class Copy(Word, frozen=True, kw_only=True):
    """A report repeats another.

    `of` is the origin's report id, or the agency's name if it is not in the book. `overlap` is the
    share (0..1) of the report's words that the passages cover.
    """

    report_id: str
    of: str
    kind: CopyKind
    passages: tuple[Passage, ...] = ()
    overlap: float = 0.0


class Edit(Word, frozen=True, kw_only=True):
    """Words in which two versions of a report differ, of the title or the text.

    [start, end) in the later one, [of_start, of_end) in the earlier. What was added has no words in the
    earlier, what was removed none in the later: start and end are then the place where they would be.
    """

    kind: EditKind
    field: Field = "text"
    start: int
    end: int
    of_start: int
    of_end: int


class Difference(Word, frozen=True, kw_only=True):
    """In what a report differs from the version that it replaces, in the order of its words."""

    report_id: str
    of: str
    edits: tuple[Edit, ...] = ()


class Link(Word, frozen=True, kw_only=True):
    """How strongly two accounts seem to tell of one incident: a score, and the named parts it is the sum of.

    `left` < `right` (account ids). A score of 0 or more joins; `reasons` are readable.
    """

    left: str
    right: str
    score: float
    reasons: tuple[str, ...] = ()


class Tie(NamedTuple):
    """What of a link decides which accounts are one incident: read far oftener than its reasons."""

    left: str
    right: str
    score: float


class Judgement(Word, frozen=True, kw_only=True):
    """A person's (or rule's) word on two accounts, on one claim, or on an incident.

    Two accounts are same, different or unsure; a claim is right or wrong; an incident, named by its founding
    account, is not-an-incident. `right` is None when one thing is judged. Append-only: taking it back sets
    `superseded_at` in a later row.
    """

    id: str
    left: str
    right: str | None = None
    verdict: Verdict
    by: str
    at: datetime
    reasons: tuple[str, ...] = ()
    superseded_at: datetime | None = None


def judgement_id(left: str, right: str | None, verdict: str, by: str, at: datetime) -> str:
    """Return the id of a judgement: what is judged, how, by whom and when."""
    return content_id("judgement", left, right, verdict, by, at)


class Forgotten(Word, frozen=True, kw_only=True):
    """A report whose words the book was told to drop: who told it, when and why, and the digest of the words.

    `beside` gives, for each of its accounts that was not alone, another account of the same incident, so that
    it stays where it was when nothing is left to tell.
    """

    report_id: str
    digest: str
    why: str
    by: str
    at: datetime
    beside: tuple[tuple[str, str], ...] = ()


class Relation(Word, frozen=True, kw_only=True):
    """How two incidents have to do with each other; a relation is shown and never counted.

    Read as "left is a(n) ... of right": `part` of a series, `aftershock`, `retaliation` for it, or `earlier`
    than it and recalled by its reports. `because` is readable.
    """

    left: str
    right: str
    kind: RelationKind
    because: str = ""
