"""What one voice says in one report on one slot and role: its figure, and another that contradicts it."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from sayso.model import Claim, Voice
from sayso.settle.evidence import Said
from sayso.settle.people import SMALL, TENS, Figures, combine, ends, is_plain_total
from sayso.settle.words import tells

__all__ = ["Statement", "Told", "is_within", "leaves_room", "told_by"]

ROUGHLY = 0.1
""""About 80" goes with figures from 72 to 88."""

_has_risen = tells(
    r"\b(?:(?:r[io]s(?:es?|en|ing)|rais(?:es?|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?"
    r"|mount(?:s|ed|ing)?|gr(?:ows?|ew|own|owing)|increas(?:es?|ed|ing)|surg(?:es?|ed|ing)|swell(?:s|ed|ing)?"
    r"|swollen|(?:doubl|tripl|quadrupl)(?:es?|ed|ing)|up) (?:[\w'’-]+ ){0,6}?to|up from) "
    rf"(?:at least |more than |about |around |over |nearly |almost |as many as )?(?:\d|{SMALL}|{TENS})",
)
"""Words of a figure that knows the lower one before it: "the toll has risen to 24"."""

_is_at_least = tells(r"\b(?:at least|(?:no|not) (?:fewer|less) than|minimum|so far)\b")
"""Words of a floor that somebody has counted, as "more than 100" has not been: it may be of 120."""


class Statement(msgspec.Struct, frozen=True, gc=False):
    """The figure that a voice stands by, and what carries it.

    `firm` is False where only words stand for the number ("dozens"); `total` and `part` as in Figures;
    `possible` where it is only said that it may be so. `behind` is set where the report that quotes it
    knows better, `aside` where the voice itself stands by another figure, `about` where a round number is
    only said to be near, `unsure` where nobody vouches for it ("feared dead"), `risen` where its words tell
    that it takes the place of a lower one, `above` where they give a round number that it exceeds ("more than
    100"), and `side` tells whose people they are where the sides of a fight
    are told apart. The voice's report ids carry this figure; `trail` are claims that it replaced.
    """

    voice: Voice
    low: int | None
    high: int | None
    at: datetime
    day_only: bool
    total: bool
    firm: bool
    possible: bool
    right: datetime | None
    claims: tuple[str, ...]
    trail: tuple[str, ...] = ()
    derivation: str | None = None
    part: bool = False
    behind: bool = False
    aside: bool = False
    about: bool = False
    unsure: bool = False
    risen: bool = False
    above: bool = False
    side: str = ""

    @property
    def is_least(self) -> bool:
        """True for one or nobody, by number: who says so counts out the others of whom was told before."""
        return self.total and self.firm and not self.possible and self.high is not None and self.high <= 1

    def fits(self, other: "Statement") -> bool:
        """Tell whether both can hold; somebody told of, not counted, leaves room for more."""
        overlap = self.floor <= other.ceiling and other.floor <= self.ceiling
        return overlap or self.rounds(other) or other.rounds(self)

    def rounds(self, other: "Statement") -> bool:
        """Tell whether this is a round number near to the one that another states: "about 80" beside 84."""
        if not self.about or other.about or not other.total or not other.floor:
            return False
        return abs(self.floor - other.floor) <= ROUGHLY * self.floor

    @property
    def floor(self) -> int:
        """The least number of people that the statement allows."""
        return self.low or 0

    @property
    def ceiling(self) -> float:
        """The greatest number of people that it allows; infinite where open."""
        return float("inf") if self.high is None or not self.total else self.high


class Told(msgspec.Struct, frozen=True, gc=False):
    """What one voice says in one report: its figure, another that contradicts it, one that may be.

    `narrated` tells whether it is the outlet's own words, `lent` whether these repeat a quoted speaker,
    `yields` whether they are somebody else's, and only tell what the outlet itself stands by no more.
    """

    now: Statement | None
    other: Statement | None
    maybe: Statement | None
    narrated: bool
    lent: bool = False
    yields: bool = False


def told_by(said: Sequence[Said]) -> Told:
    """Return what one voice says in one report; a denial says nothing of its own."""
    if len(said) == 1:
        return _of_one_row(said[0])
    narrated = all(one.claim.speaker.narrates for one in said)
    rows = [one.claim for one in said if one.claim.polarity == "positive"]
    if len(rows) < len(said):
        denied = {ends(one.claim) for one in said if one.claim.polarity == "negative"}
        rows = [row for row in rows if ends(row) not in denied]
    sure = [row for row in rows if row.certainty != "possible"] or rows
    figures = combine(sure)
    if figures is None:
        return Told(None, None, None, narrated)
    other = _contradicting(said, figures, sure) if len(sure) > 1 else None
    doubted = [row for row in rows if row.certainty == "possible"] if len(sure) < len(rows) else []
    maybe = combine(doubted) if doubted else None
    is_other = maybe is not None and (maybe.low, maybe.high) != (figures.low, figures.high)
    now = _statement(said, figures, sure if is_other else rows)
    return Told(now, other, _statement(said, maybe, maybe.rows) if maybe else None, narrated)


def _of_one_row(one: Said) -> Told:
    """Return what a voice says in one row; the commonest case, and worked out with the least."""
    claim = one.claim
    figures = combine((claim,)) if claim.polarity == "positive" else None
    if figures is None:
        return Told(None, None, None, claim.speaker.narrates)
    now = Statement(
        one.voice,
        figures.low,
        figures.high,
        one.at,
        one.day_only,
        figures.total,
        figures.firm,
        claim.certainty == "possible",
        one.right,
        (claim.id,),
        (),
        figures.derivation or one.derivation,
        figures.part,
        about=_about(figures),
        unsure=claim.certainty != "certain",
        risen=_risen(figures),
        above=_is_above(figures),
    )
    return Told(now, None, None, claim.speaker.narrates)


def _contradicting(said: Sequence[Said], figures: Figures, rows: Sequence[Claim]) -> Statement | None:
    """Return the figure of everybody by which a voice contradicts, in one report, the one it stands by.

    "58 killed" over a text that has 59 is both; "three of them" or "two women" is a part of the 59.
    """
    if not figures.total or not figures.firm or figures.low is None or _about(figures):
        return None
    used = {row.id for row in figures.rows}
    others = [
        row
        for row in rows
        if row.id not in used and is_plain_total(row) and 0 < (ends(row)[0] or 0) < figures.low
    ]
    if not others:
        return None
    least = min(others, key=lambda row: (ends(row)[0] or 0, row.id))
    low, high = ends(least)
    return replace(_statement(said, Figures(low, high, True, True, (least,), None), (least,)), aside=True)


def _about(figures: Figures) -> bool:
    """Tell whether a figure is a round number, and only said to be near: "about 80"."""
    rounded = figures.low == figures.high and figures.low and figures.low >= 20 and figures.low % 10 == 0
    return bool(rounded) and all(row.certainty == "probable" for row in figures.rows)


def _is_above(figures: Figures) -> bool:
    """Tell whether a figure is only said to be more than a round number: "more than 100" is 101 and up."""
    if figures.high is not None or (figures.low or 0) % 10 != 1:
        return False
    return not any(_is_at_least(row.who or row.span.quote) for row in figures.rows)


def _risen(figures: Figures) -> bool:
    """Tell whether the words of a figure know a lower one before it."""
    return any(_has_risen(row.span.quote) for row in figures.rows)


def _statement(said: Sequence[Said], figures: Figures, rows: Sequence[Claim]) -> Statement:
    """Return a figure as what the voice of these rows states."""
    used = {row.id for row in figures.rows}
    latest = max((one for one in said if one.claim.id in used), key=lambda one: one.at, default=said[0])
    claims = _ids(figures, rows)
    return Statement(
        voice=said[0].voice,
        low=figures.low,
        high=figures.high,
        at=latest.at,
        day_only=latest.day_only,
        total=figures.total,
        firm=figures.firm,
        possible=all(row.certainty == "possible" for row in figures.rows),
        right=_judged(said, figures),
        claims=claims,
        derivation=figures.derivation or _derived(said, figures),
        part=figures.part,
        about=_about(figures),
        unsure=all(row.certainty != "certain" for row in figures.rows),
        risen=_risen(figures),
        above=_is_above(figures),
    )


def _judged(said: Sequence[Said], figures: Figures) -> datetime | None:
    """Return when a row that gives a figure was judged right, if one was."""
    if not any(one.right for one in said):
        return None
    used = {row.id for row in figures.rows}
    return max((one.right for one in said if one.right and one.claim.id in used), default=None)


def _derived(said: Sequence[Said], figures: Figures) -> str | None:
    """Return how the rows that give a figure were worked out, if they were."""
    if not any(one.derivation for one in said):
        return None
    used = {row.id for row in figures.rows}
    return next((one.derivation for one in said if one.derivation and one.claim.id in used), None)


def _ids(figures: Figures, rows: Sequence[Claim]) -> tuple[str, ...]:
    """Return the ids of the rows that give the figure, then of those that it takes in."""
    used = dict.fromkeys(row.id for row in figures.rows)
    return tuple(used | dict.fromkeys(row.id for row in rows)) if len(rows) > 1 else tuple(used)


def is_within(vague: Statement, other: Statement) -> bool:
    """Tell whether a statement only leaves room for another: a floor below it, a person among its people."""
    return vague.ceiling == float("inf") and vague.fits(other) and vague.floor < other.floor


def leaves_room(vague: Statement, other: Statement) -> bool:
    """Tell whether an open statement only leaves room for an exact one, so that it opens no span."""
    return vague.high is None and other.high is not None and vague.fits(other)
