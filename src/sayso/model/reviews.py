"""What a person should look at: incidents that nearly were joined, and figures that stand on little."""

from sayso.model.base import Word
from sayso.model.records import Finding, Headline, Quote
from sayso.model.ties import Link

__all__ = ["Doubt", "NearMiss", "Review"]


class NearMiss(Word, frozen=True, kw_only=True):
    """Two incidents that just failed to be joined, and the likeness that nearly did it."""

    link: Link
    left: Headline
    right: Headline


class Doubt(Word, frozen=True, kw_only=True):
    """A finding that a person should look at, with the claims for and against it that nobody has judged.

    `why` is "disputed", "uncertain" where whoever stands behind it only says that it may be so, or "possible"
    where another figure beside it is only said to be possible.
    """

    why: str
    head: Headline
    finding: Finding
    quotes: tuple[Quote, ...]


class Review(Word, frozen=True, kw_only=True, omit_defaults=False):
    """The queue of a reviewer: near misses, the nearest first; doubts, the newest change first."""

    near: tuple[NearMiss, ...] = ()
    doubts: tuple[Doubt, ...] = ()
