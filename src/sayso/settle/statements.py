"""What each voice says now on one slot and role: its latest figure, and the trail of its earlier ones."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sayso.model import Claim, Count, Voice
from sayso.settle.evidence import Said
from sayso.settle.people import Figures, combine
from sayso.settle.voices import DIRECT, directness

__all__ = ["Statement", "later", "statements"]


class Statement(NamedTuple):
    """The figure that a voice stands by, and what carries it.

    `firm` is False where only words stand for the number ("dozens"); `total` as in Figures; `possible`
    where it is only said that it may be so. `reports` carry this figure; `trail` are claims that it
    replaced.
    """

    voice: Voice
    low: int | None
    high: int | None
    at: datetime
    day_only: bool
    total: bool
    firm: bool
    possible: bool
    right: bool
    claims: tuple[str, ...]
    trail: tuple[str, ...] = ()
    derivation: str | None = None

    def fits(self, other: "Statement") -> bool:
        """Tell whether both can hold; somebody told of, not counted, leaves room for more."""
        return self.floor <= other.ceiling and other.floor <= self.ceiling

    @property
    def floor(self) -> int:
        """The least number of people that the statement allows."""
        return self.low or 0

    @property
    def ceiling(self) -> float:
        """The greatest number of people that it allows; infinite where open."""
        return float("inf") if self.high is None or not self.total else self.high


def statements(said: Sequence[Said]) -> list[Statement]:
    """Return what each voice says, in the order of voices' first words.

    Succession: of one voice the latest report's figure stands and the earlier ones are its trail. A later
    mention that only leaves room for the earlier figure ("dozens" after 59, "a man died" after two dead)
    repeats it and does not replace it.
    """
    voices: dict[str, list[Said]] = defaultdict(list)
    for one in _attributed(said):
        voices[one.voice.name].append(one)
    return [statement for name in voices if (statement := _succession(voices[name])) is not None]


def _attributed(said: Sequence[Said]) -> list[Said]:
    """Return the rows with a narrator's figure given to the speaker whom his report quotes for the same one.

    An outlet that quotes the police for "eight shot" and has "8 shot" in its headline adds no voice of its
    own.
    """
    reports: dict[str, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        reports[one.report.id][one.voice.name].append(one)
    given: dict[tuple[str, str], Voice] = {}
    for report, voices in reports.items():
        direct = [rows for rows in voices.values() if _quoted(rows)]
        for name, rows in voices.items():
            for other in direct if all(one.claim.speaker.narrates for one in rows) else ():
                own, theirs = _of_report(rows), _of_report(other)
                if own and theirs and (own.low, own.high) == (theirs.low, theirs.high):
                    given.setdefault((report, name), other[0].voice)
    return [one._replace(voice=given.get((one.report.id, one.voice.name), one.voice)) for one in said]


def _quoted(rows: Sequence[Said]) -> bool:
    """Tell whether rows are a quoted speaker's who knows at first hand."""
    return directness(rows[0].voice) >= DIRECT and not any(one.claim.speaker.narrates for one in rows)


def later(one: Statement, other: Statement) -> bool:
    """Tell whether one was surely published after the other: within a day only where both tell the hour."""
    if one.day_only or other.day_only:
        return one.at.date() > other.at.date()
    return one.at > other.at


def _succession(said: Sequence[Said]) -> Statement | None:
    """Return what one voice says now."""
    reports: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        reports[one.report.id].append(one)
    now: Statement | None = None
    for rows in reports.values():
        new = _of_report(rows)
        if new is None:
            continue
        if now is None:
            now = new
        elif _same(new, now):
            now = _carried(new, now, first=True)
        elif _repeats(new, now):
            now = _carried(now, new)
        else:
            now = new._replace(trail=now.trail + now.claims)
    return now


def _same(new: Statement, now: Statement) -> bool:
    return (new.low, new.high, new.total) == (now.low, now.high, now.total)


def _repeats(new: Statement, now: Statement) -> bool:
    """Tell whether a later mention only leaves room for the figure before it."""
    vaguer = new.floor <= now.floor and new.ceiling >= now.ceiling
    return new.possible or (vaguer and not (now.possible and not new.possible))


def _carried(kept: Statement, other: Statement, *, first: bool = False) -> Statement:
    """Return a statement with the reports and claims of another that says no more; `first`: in front."""
    one, two = (other, kept) if first else (kept, other)
    carriers = tuple(dict.fromkeys(one.voice.report_ids + two.voice.report_ids))
    voice = Voice(name=kept.voice.name, kind=kept.voice.kind, report_ids=carriers)
    trail = tuple(dict.fromkeys(one.trail + two.trail))
    return kept._replace(voice=voice, claims=one.claims + two.claims, trail=trail)


def _of_report(said: Sequence[Said]) -> Statement | None:
    """Return what one voice says in one report; a denial says nothing of its own."""
    rows = [one.claim for one in said if one.claim.polarity == "positive"]
    denied = {_pair(one.claim) for one in said if one.claim.polarity == "negative"}
    figures = combine([row for row in rows if _pair(row) not in denied])
    if figures is None:
        return None
    first = said[0]
    return Statement(
        voice=first.voice,
        low=figures.low,
        high=figures.high,
        at=first.at,
        day_only=first.report.published_grain != "instant",
        total=figures.total,
        firm=figures.firm,
        possible=all(row.certainty == "possible" for row in figures.rows),
        right=any(one.right for one in said),
        claims=_ids(figures, rows),
        derivation=figures.derivation or _derived(said, figures),
    )


def _derived(said: Sequence[Said], figures: Figures) -> str | None:
    """Return how the rows that give a figure were worked out, if they were."""
    used = {row.id for row in figures.rows}
    return next((one.derivation for one in said if one.derivation and one.claim.id in used), None)


def _ids(figures: Figures, rows: Sequence[Claim]) -> tuple[str, ...]:
    """Return the ids of the rows that give the figure, then of those that it takes in."""
    used = [row.id for row in figures.rows]
    return tuple(used + [row.id for row in rows if row.id not in used])


def _pair(row: Claim) -> tuple[int | None, int | None]:
    value = row.value
    return (value.low, value.high) if isinstance(value, Count) else (None, None)
