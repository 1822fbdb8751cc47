"""What each voice says now on one slot and role: its latest figure, and the trail of its earlier ones."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from sayso.model import Claim, Count, Voice
from sayso.settle.evidence import Said
from sayso.settle.people import Figures, combine, in_words, is_plain_total
from sayso.settle.voices import DIRECT, directness

__all__ = ["NOT_COUNTED", "OPEN_ENDED", "RISING", "Statement", "later", "spoken", "statements"]

RISING = frozenset(
    {"killed", "injured", "casualties", "ill", "displaced", "rescued", "attackers", "detained", "hostages"}
)
"""Slots whose numbers grow as more becomes known; the others are of a moment and fall as well."""

OPEN_ENDED = frozenset({"attackers", "detained"})
"""Slots where a speaker's later words ("multiple people") say that there may be more than he counted."""

NOT_COUNTED = frozenset({"attackers"})
"""Who did it is told, not counted: every outlet that tells of "a gunman" in its own words is heard."""

QUOTABLE = 2
"""An outlet that quotes a speaker of this rank or higher for a figure adds no voice of its own to it."""

OUTDATED = 2
"""A quoted toll that its report knows to be outdated is at least half of the one that the report has."""

ROUGHLY = 0.1
""""About 80" goes with figures from 72 to 88."""


class Statement(msgspec.Struct, frozen=True, gc=False):
    """The figure that a voice stands by, and what carries it.

    `firm` is False where only words stand for the number ("dozens"); `total` and `part` as in Figures;
    `possible` where it is only said that it may be so. `behind` is set where the report that quotes it
    knows better, `aside` where the voice itself stands by another figure, `about` where a round number is
    only said to be near, `unsure` where nobody vouches for it ("feared dead"). The voice's report ids carry
    this figure; `trail` are claims that it replaced.
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


class _Told(msgspec.Struct, frozen=True, gc=False):
    """What one voice says in one report: its figure, another that contradicts it, one that may be.

    `narrated` tells whether it is the outlet's own words, `lent` whether these repeat a quoted speaker.
    """

    now: Statement | None
    other: Statement | None
    maybe: Statement | None
    narrated: bool
    lent: bool = False


def statements(
    slot: str, said: Sequence[Said], quoted: Mapping[str, Collection[str]] | None = None
) -> list[Statement]:
    """Return what each voice says on a slot, in the order of voices' first words.

    Succession: of one voice the latest report's figure stands and the earlier ones are its trail. A later
    mention that only leaves room for the earlier figure ("dozens" after 59, "a man died" after two dead)
    repeats it and does not replace it. `quoted` tells which voices each report quotes, on whatever slot.
    """
    voices = _heard(slot, said, quoted)
    return [one for told_by in voices.values() for one in _succession(slot, told_by.values())]


def spoken(
    slot: str, said: Sequence[Said], quoted: Mapping[str, Collection[str]] | None = None
) -> dict[str, list[Statement]]:
    """Return the figure that each voice gives in each report, in the order of its reports."""
    voices = _heard(slot, said, quoted)
    return {
        name: [one.now for told in told_by.values() for one in told if one.now]
        for name, told_by in voices.items()
    }


def _heard(
    slot: str, said: Sequence[Said], quoted: Mapping[str, Collection[str]] | None
) -> dict[str, dict[str, list[_Told]]]:
    """Return what each voice says in each report, with outlets' words given to whom they quote."""
    groups: dict[str, dict[str, list[Said]]] = {}
    for one in said:
        groups.setdefault(one.report.id, {}).setdefault(one.voice.name, []).append(one)
    reports = {
        ref: {name: _of_report(rows) for name, rows in voices.items()} for ref, voices in groups.items()
    }
    given = _given(reports, quoted or {}) if slot not in NOT_COUNTED else {}
    voices: dict[str, dict[str, list[_Told]]] = {}
    for ref, told in reports.items():
        behind = _behind(slot, told) if len(told) > 1 else set()
        for name, heard in told.items():
            if heard.now is not None and name in behind:
                heard = replace(heard, now=replace(heard.now, behind=True), other=None)
            voice = given.get((ref, name))
            if voice is not None and heard.now is not None:
                named = Voice(name=voice.name, kind=voice.kind, report_ids=heard.now.voice.report_ids)
                heard = replace(heard, now=replace(heard.now, voice=named), lent=True)
            speaking = name if voice is None else voice.name
            voices.setdefault(speaking, {}).setdefault(ref, []).append(heard)
    return voices


def _given(
    reports: Mapping[str, Mapping[str, _Told]], quoted: Mapping[str, Collection[str]]
) -> dict[tuple[str, str], Voice]:
    """Return, by report and outlet, the speaker whose figure the outlet's own words give.

    An outlet that quotes the police for "eight shot" and has "8 shot" in its headline, or that quotes the
    police for other things in the same report, adds no voice of its own to what the police say.
    """
    sayings: dict[tuple[int | None, int | None], dict[str, Voice]] = defaultdict(dict)
    for told in reports.values():
        for name, one in told.items():
            now = one.now
            if now is None or one.narrated or (now.derivation and not now.firm):
                continue  # who is told of one by one has been given no number
            if directness(now.voice) >= QUOTABLE:
                sayings[now.low, now.high].setdefault(name, now.voice)
    given: dict[tuple[str, str], Voice] = {}
    for ref, told in reports.items():
        for name, one in told.items():
            others = sayings.get((one.now.low, one.now.high)) if one.narrated and one.now else None
            if not others:
                continue
            here = [other for other in others if other in told and not told[other].narrated]
            near = [
                other
                for other in quoted.get(ref, ())
                if other in others and directness(others[other]) >= DIRECT
            ]
            if here or near:
                given[ref, name] = others[min(here or near)]
    return given


def _behind(slot: str, told: Mapping[str, _Told]) -> set[str]:
    """Return the voices whose figures the very report that has them knows to be outdated.

    In a slot that rises, a figure is behind a higher one that the same report has from a speaker at first
    hand who is no less direct; and a quoted number of dead or hurt is behind the higher one that its report
    states as a fact; the lower one by which its voice contradicts it goes with it. "Nobody" is a denial.
    """
    found: set[str] = set()
    if slot not in RISING:
        return found
    for name, one in told.items():
        for other in told.values():
            low, high = one.now, other.now
            if low is None or high is None or low is high or low.part or low.right or not low.total:
                continue
            if high.possible or high.part or not high.firm or not 0 < low.ceiling < high.floor:
                continue
            direct = directness(high.voice)
            knows = direct >= DIRECT and direct >= directness(low.voice) and not other.narrated
            near = high.floor <= OUTDATED * low.ceiling
            if knows or (slot in ("killed", "injured") and near and other.narrated and not one.narrated):
                found.add(name)
    return found


def later(one: Statement, other: Statement) -> bool:
    """Tell whether one was surely published after the other: within a day only where both tell the hour."""
    if one.day_only or other.day_only:
        return one.at.date() > other.at.date()
    return one.at > other.at


def _succession(slot: str, reports: Iterable[Sequence[_Told]]) -> list[Statement]:
    """Return what one voice says now: its figure, one of the same report that contradicts it, what may be."""
    now: Statement | None = None
    other: Statement | None = None
    maybe: Statement | None = None
    joined: list[Statement] = []  # claims and reports are put together once, not again for every report
    for told in reports:
        for one in told:
            new = one.now
            if new is not None:
                if now is None or (now.behind and not new.behind):
                    now, other, joined = _trailing(new, now, joined), one.other, [new]
                elif _same(new, now) and one.lent:
                    joined.append(new)
                elif _same(new, now):
                    now, other = replace(new, trail=now.trail, behind=new.behind and now.behind), one.other
                    joined.append(new)
                elif new.behind or (slot in RISING and _lower_that_day(new, now)):
                    now = replace(now, trail=now.trail + new.claims)
                elif _repeats(new, now):
                    if slot in OPEN_ENDED and in_words(new.low, new.high, new.firm) and not new.possible:
                        now = replace(now, high=None)
                    joined.append(new)
                else:
                    now, other, joined = _trailing(new, now, joined), one.other, [new]
            if new is not None and one.maybe is None:
                maybe = None
            maybe = one.maybe or maybe
    found = [] if now is None else [_carried(now, joined)]
    return found + [one for one in (other, maybe) if one is not None]


def _trailing(new: Statement, now: Statement | None, joined: Sequence[Statement]) -> Statement:
    """Return a new statement with all that the voice said before in its trail."""
    if now is None:
        return new
    return replace(new, trail=now.trail + tuple(claim for one in joined for claim in one.claims))


def _same(new: Statement, now: Statement) -> bool:
    return (new.low, new.high, new.total) == (now.low, now.high, now.total)


def _lower_that_day(new: Statement, now: Statement) -> bool:
    """Tell whether a number is lower than another of its day, of which nobody knows which came first."""
    same = (new.day_only or now.day_only) and new.at.date() == now.at.date()
    return same and new.total and 0 < new.ceiling < now.floor and now.total


def _repeats(new: Statement, now: Statement) -> bool:
    """Tell whether a later mention only leaves room for the figure before it."""
    vaguer = new.floor <= now.floor and new.ceiling >= now.ceiling
    return new.possible or new.part or (vaguer and not (now.possible and not new.possible) and not now.part)


def _carried(kept: Statement, joined: Sequence[Statement]) -> Statement:
    """Return a statement with the reports and claims of all that say no more than it does."""
    if len(joined) == 1 and joined[0].voice is kept.voice:
        return kept
    carriers = tuple(dict.fromkeys(ref for one in joined for ref in one.voice.report_ids))
    voice = Voice(name=kept.voice.name, kind=kept.voice.kind, report_ids=carriers)
    claims = tuple(claim for one in joined for claim in one.claims)
    right = max((one.right for one in joined if one.right), default=None)
    return replace(kept, voice=voice, claims=claims, right=right)


def _of_report(said: Sequence[Said]) -> _Told:
    """Return what one voice says in one report; a denial says nothing of its own."""
    if len(said) == 1:
        return _of_one_row(said[0])
    narrated = all(one.claim.speaker.narrates for one in said)
    rows = [one.claim for one in said if one.claim.polarity == "positive"]
    if len(rows) < len(said):
        denied = {_pair(one.claim) for one in said if one.claim.polarity == "negative"}
        rows = [row for row in rows if _pair(row) not in denied]
    sure = [row for row in rows if row.certainty != "possible"] or rows
    figures = combine(sure)
    if figures is None:
        return _Told(None, None, None, narrated)
    now = _statement(said, figures, rows)
    other = _contradicting(said, figures, sure) if len(sure) > 1 else None
    doubted = [row for row in rows if row.certainty == "possible"] if len(sure) < len(rows) else []
    maybe = combine(doubted) if doubted else None
    return _Told(now, other, _statement(said, maybe, maybe.rows) if maybe else None, narrated)


def _of_one_row(one: Said) -> _Told:
    """Return what a voice says in one row; the commonest case, and worked out with the least."""
    claim = one.claim
    figures = combine((claim,)) if claim.polarity == "positive" else None
    if figures is None:
        return _Told(None, None, None, claim.speaker.narrates)
    now = Statement(
        one.voice,
        figures.low,
        figures.high,
        one.at,
        one.report.published_grain != "instant",
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
    )
    return _Told(now, None, None, claim.speaker.narrates)


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
        if row.id not in used and is_plain_total(row) and 0 < (_pair(row)[0] or 0) < figures.low
    ]
    if not others:
        return None
    least = min(others, key=lambda row: (_pair(row)[0] or 0, row.id))
    low, high = _pair(least)
    return replace(_statement(said, Figures(low, high, True, True, (least,), None), (least,)), aside=True)


def _about(figures: Figures) -> bool:
    """Tell whether a figure is a round number, and only said to be near: "about 80"."""
    rounded = figures.low == figures.high and figures.low and figures.low >= 20 and figures.low % 10 == 0
    return bool(rounded) and all(row.certainty == "probable" for row in figures.rows)


def _statement(said: Sequence[Said], figures: Figures, rows: Sequence[Claim]) -> Statement:
    """Return a figure as what the voice of these rows states."""
    first = said[0]
    claims = _ids(figures, rows)
    return Statement(
        voice=first.voice,
        low=figures.low,
        high=figures.high,
        at=first.at,
        day_only=first.report.published_grain != "instant",
        total=figures.total,
        firm=figures.firm,
        possible=all(row.certainty == "possible" for row in figures.rows),
        right=_judged(said, figures),
        claims=claims,
        derivation=figures.derivation or _derived(said, figures),
        part=figures.part,
        about=_about(figures),
        unsure=all(row.certainty != "certain" for row in figures.rows),
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


def _pair(row: Claim) -> tuple[int | None, int | None]:
    value = row.value
    return (value.low, value.high) if isinstance(value, Count) else (None, None)
