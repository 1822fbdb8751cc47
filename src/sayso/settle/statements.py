"""What each voice says now on one slot and role: its latest figure, and the trail of its earlier ones."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from sayso.model import Voice
from sayso.settle.evidence import Said
from sayso.settle.outlets import outlet_voice
from sayso.settle.people import in_words
from sayso.settle.sides import sides
from sayso.settle.told import Statement, Told, told_by
from sayso.settle.voices import DIRECT, directness

__all__ = ["FALL", "NOT_COUNTED", "OPEN_ENDED", "RISING", "later", "spoken", "statements"]

RISING = frozenset(
    {"killed", "injured", "casualties", "ill", "displaced", "rescued", "attackers", "detained"}
)
"""Slots whose numbers grow as more becomes known; the others are of a moment and fall as well."""

OPEN_ENDED = frozenset({"attackers", "detained"})
"""Slots where a speaker's later words ("multiple people") say that there may be more than he counted."""

NOT_COUNTED = frozenset({"attackers"})
"""Who did it is told, not counted: every outlet is heard that quotes nobody for "a gunman"."""

QUOTABLE = 1
"""An outlet that quotes a speaker of this rank or higher for a figure adds no voice of its own to it."""

SEVERAL = 3
"""The least that "several" and a bare plural stand for; "dozens" are an estimate of the outlet's own."""

POLICE = Voice(name="police", kind="police", report_ids=())

OUTDATED = 2
"""A quoted toll that its report knows to be outdated is at least half of the one that the report has."""


FALL = 3
"""A count of all that falls by this factor is of some of them: corrections are smaller."""


def statements(
    slot: str, said: Sequence[Said], quoted: Mapping[str, Collection[str]] | None = None
) -> list[Statement]:
    """Return what each voice says on a slot, in the order of voices' first words.

    Succession: of one voice the latest report's figure stands and the earlier ones are its trail. A later
    mention that only leaves room for the earlier figure ("dozens" after 59, "a man died" after two dead)
    repeats it and does not replace it. `quoted` tells which voices each report quotes, on whatever slot.
    Of a fight whose sides are told apart, each voice says something on each.
    """
    found = []
    for side, rows in sides(slot, said).items():
        voices = _heard(slot, rows, quoted)
        told = [one for told_by in voices.values() for one in _succession(slot, told_by.values())]
        found += [replace(one, side=side) for one in told] if side else told
    return found


def spoken(
    slot: str, said: Sequence[Said], quoted: Mapping[str, Collection[str]] | None = None
) -> dict[str, list[Statement]]:
    """Return the figure that each voice gives in each report, in the order of its reports."""
    voices = _heard(slot, said, quoted)
    return {
        name: [one.now for told in told_by.values() for one in told if one.now and not one.yields]
        for name, told_by in voices.items()
    }


def _heard(
    slot: str, said: Sequence[Said], quoted: Mapping[str, Collection[str]] | None
) -> dict[str, dict[str, list[Told]]]:
    """Return what each voice says in each report, with outlets' words given to whom they quote."""
    groups: dict[str, dict[str, list[Said]]] = {}
    for one in said:
        groups.setdefault(one.report.id, {}).setdefault(one.voice.name, []).append(one)
    reports = {ref: {name: told_by(rows) for name, rows in voices.items()} for ref, voices in groups.items()}
    headlines, stood_by = _beneath_headlines(said), _stood_by(said)
    given = _given(reports, {} if slot in NOT_COUNTED else quoted or {}, _publishers(said))
    if slot == "detained":
        given |= _of_police(reports, quoted or {})
    voices: dict[str, dict[str, list[Told]]] = {}
    for ref, told in reports.items():
        behind = _behind(slot, told) if len(told) > 1 else set()
        for outlet, rows in headlines.get(ref, {}).items():
            voices.setdefault(outlet, {}).setdefault(ref, []).append(replace(told_by(rows), yields=True))
        for name, heard in told.items():
            if heard.now is not None and name in behind and heard.now.low not in stood_by.get(ref, ()):
                heard = replace(heard, now=replace(heard.now, behind=True), other=None)
            lender = given.get((ref, name))
            if lender is not None and heard.now is not None:
                voices.setdefault(name, {}).setdefault(ref, []).append(replace(heard, yields=True))
                named = Voice(
                    name=lender.voice.name, kind=lender.voice.kind, report_ids=heard.now.voice.report_ids
                )
                spoken_now = replace(
                    heard.now, voice=named, low=lender.low, high=lender.high, firm=lender.firm
                )
                if not heard.narrated:  # who cites another outlet's report is no later than that report
                    spoken_now = replace(spoken_now, at=lender.at, day_only=lender.day_only)
                heard = replace(heard, now=spoken_now, lent=True)
            speaking = name if lender is None else lender.voice.name
            voices.setdefault(speaking, {}).setdefault(ref, []).append(heard)
    return voices


def _beneath_headlines(said: Iterable[Said]) -> dict[str, dict[str, list[Said]]]:
    """Return, by report and outlet, the headlines that say what somebody else says in the text."""
    rows: dict[str, dict[str, list[Said]]] = {}
    for one in said:
        if one.outlet is not None:
            rows.setdefault(one.report.id, {}).setdefault(one.outlet.name, []).append(one)
    return rows


def _stood_by(said: Sequence[Said]) -> dict[str, set[int | None]]:
    """Return, by report, the numbers of its headline that its text gives again: it does not know better.

    "Two dead, ministry says": so the text, and that the mayor, however, speaks of six.
    """
    titles: dict[str, set[int | None]] = {}
    for one in said:
        if one.claim.span.field == "title":
            titles.setdefault(one.report.id, set()).add(one.low)
    again: dict[str, set[int | None]] = {}
    for one in said if titles else ():
        if one.report.id in titles and one.claim.span.field == "text" and one.low in titles[one.report.id]:
            again.setdefault(one.report.id, set()).add(one.low)
    return again


def _publishers(said: Iterable[Said]) -> dict[str, str]:
    """Return the voice of the outlet that published each report."""
    return {one.report.id: outlet_voice(one.report.source.name) for one in said if one.report.source}


def _given(
    reports: Mapping[str, Mapping[str, Told]],
    quoted: Mapping[str, Collection[str]],
    publishers: Mapping[str, str],
) -> dict[tuple[str, str], Statement]:
    """Return, by report and outlet, what the speaker said whose figure the outlet's own words give.

    An outlet that quotes the police for "at least eight shot" and has "8 shot" in its headline, or that
    quotes the police for other things in the same report, adds no voice of its own to what the police say;
    nor does another outlet that it cites beside them, or that itself quotes them for it.
    """
    sayings: dict[int | None, dict[str, Statement]] = defaultdict(dict)
    theirs: dict[tuple[str, int | None], set[str]] = defaultdict(set)
    for ref, told in reports.items():
        for name, one in told.items():
            now = one.now
            if now is None or one.narrated or (now.derivation and not now.firm):
                continue  # who is told of one by one has been given no number
            if directness(now.voice) >= QUOTABLE:
                sayings[now.low].setdefault(name, now)
                if ref in publishers and now.voice.kind != "media":
                    theirs[publishers[ref], now.low].add(name)
    given: dict[tuple[str, str], Statement] = {}
    for ref, told in reports.items():
        for name, one in told.items():
            if not one.now or not _is_outlet(one):
                continue
            others = _quoted_for(one, told, sayings.get(one.now.low, {}))
            here = [o for o in others if o in told and o != name and not _is_outlet(told[o])]
            near = [
                other
                for other in quoted.get(ref, ())
                if one.narrated and other in others and directness(others[other].voice) >= DIRECT
            ]
            cited = [] if one.narrated else [o for o in theirs.get((name, one.now.low), ()) if o in others]
            if here or near or cited:
                given[ref, name] = others[min(here or near or cited)]
    return given


def _quoted_for(one: Told, told: Mapping[str, Told], alike: Mapping[str, Statement]) -> dict[str, Statement]:
    """Return by name who gives the figure of an outlet's words, of those who give the same number anywhere.

    Where it has no number, only "several hurt" over a text that quotes the police for nine, that is whoever
    its report quotes for one that its words leave room for.
    """
    now = one.now
    others = {name: said for name, said in alike.items() if now and _goes_with(now, said)}
    if others or now is None or not one.narrated or now.floor > SEVERAL:
        return others
    if not in_words(now.low, now.high, now.firm):
        return others
    numbers = {
        name: other.now for name, other in told.items() if other.now and other.now.firm and not other.narrated
    }
    return {
        name: said
        for name, said in numbers.items()
        if said.total and said.floor >= now.floor and directness(said.voice) >= QUOTABLE
    }


def _of_police(
    reports: Mapping[str, Mapping[str, Told]], quoted: Mapping[str, Collection[str]]
) -> dict[tuple[str, str], Statement]:
    """Return, by report and outlet, that nobody is held as the police's word, where it quotes them."""
    return {
        (ref, name): replace(one.now, voice=POLICE)
        for ref, told in reports.items()
        for name, one in told.items()
        if one.now and one.now.high == 0 and one.narrated and POLICE.name in quoted.get(ref, ())
    }


def _goes_with(one: Statement, said: Statement) -> bool:
    """Tell whether an outlet's figure is a speaker's: the same, or without his "at least"."""
    if (one.low, one.high) == (said.low, said.high):
        return True
    return one.firm and said.firm and one.total and said.total and None in (one.high, said.high)


def _is_outlet(told: Told) -> bool:
    """Tell whether an outlet says so, that of the report or another one that it quotes."""
    return told.narrated or (told.now is not None and told.now.voice.kind == "media")


def _behind(slot: str, told: Mapping[str, Told]) -> set[str]:
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
            if knows and slot == "killed" and _is_at_odds(low, high):
                continue
            near = high.floor <= OUTDATED * low.ceiling
            if knows or (slot in ("killed", "injured") and near and other.narrated and not one.narrated):
                found.add(name)
    return found


def _is_at_odds(low: Statement, high: Statement) -> bool:
    """Tell whether two speakers as direct count dead so nearly alike that neither is only the earlier one.

    "Nine bodies", says the hospital, "the police put the toll at eight"; two of nine are some of them.
    """
    if directness(low.voice) != directness(high.voice) or not (low.firm and low.total) or low.possible:
        return False
    return not high.risen and low.floor > 1 and high.floor < OUTDATED * low.ceiling


def later(one: Statement, other: Statement) -> bool:
    """Tell whether one was surely published after the other: within a day only where both tell the hour."""
    if one.day_only or other.day_only:
        return one.at.date() > other.at.date()
    return one.at > other.at


def _succession(slot: str, reports: Iterable[Sequence[Told]]) -> list[Statement]:
    """Return what one voice says now: its figure, one of the same report that contradicts it, what may be."""
    now: Statement | None = None
    other: Statement | None = None
    maybe: Statement | None = None
    joined: list[Statement] = []  # claims and reports are put together once, not again for every report
    for told in reports:
        for one in told:
            new, maybe_later = one.now, None
            if one.yields:
                now = _yielding(now, new)
                continue
            if new is not None:
                if now is not None and now.total and now.high == 0 and not new.total:
                    new = replace(new, total=True)  # nobody, and then a man: one
                if now is None or (now.behind and not new.behind):
                    now, other, joined = _trailing(new, now, joined), one.other, [new]
                elif one.lent and later(now, new):
                    now = replace(now, trail=now.trail + new.claims)
                elif _same(new, now) and one.lent:
                    joined.append(new)
                elif _same(new, now):
                    told_at = {"at": now.at, "day_only": now.day_only} if new.behind else {}
                    now = replace(new, trail=now.trail, behind=new.behind and now.behind, **told_at)
                    other = one.other
                    joined.append(new)
                elif _is_doubt(new, now):
                    maybe_later = new
                elif now.possible and not new.possible and not new.behind:
                    maybe_later = _carried(now, joined) if _leaves_open(new, now) else None
                    now, other, joined = _sure_of(new, now, joined), one.other, [new]
                elif new.behind or (slot in RISING and (_lower_that_day(new, now) or _falls(new, now))):
                    now = replace(now, trail=now.trail + new.claims)
                elif _repeats(new, now):
                    if slot in OPEN_ENDED and in_words(new.low, new.high, new.firm) and not new.possible:
                        now = replace(now, high=None)
                    joined.append(new)
                else:
                    now, other, joined = _trailing(new, now, joined), one.other, [new]
            if new is not None and one.maybe is None:
                maybe = None
            maybe = one.maybe or maybe_later or maybe
    found = [] if now is None else [_carried(now, joined)]
    return found + [one for one in (other, maybe) if one is not None]


def _yielding(now: Statement | None, new: Statement | None) -> Statement | None:
    """Return what an outlet said before, left behind where it gives another's figure now in its own words."""
    if now is None or new is None or new.behind or _same(new, now) or _repeats(new, now):
        return now
    return replace(now, behind=True)


def _is_doubt(one: Statement, now: Statement) -> bool:
    """Tell whether it is only said that there may be more than the voice is sure of."""
    most = one.floor if one.low is not None else one.ceiling
    return one.possible and not now.possible and not one.part and now.floor < most


def _leaves_open(new: Statement, doubt: Statement) -> bool:
    """Tell whether what a voice is sure of now leaves open what it said there may be: "four bodies so far".

    Of reports of one day nobody knows which came first.
    """
    vague = new.part or new.ceiling == float("inf") or not later(new, doubt)
    return vague and _is_doubt(doubt, new)


def _sure_of(new: Statement, doubt: Statement, joined: Sequence[Statement]) -> Statement:
    """Return what a voice is sure of in the place of what only may be; some of the dead are a floor."""
    if not _leaves_open(new, doubt):
        return _trailing(new, doubt, joined)
    return replace(new, trail=doubt.trail, **({"part": False, "high": None} if new.part else {}))


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


def _falls(new: Statement, now: Statement) -> bool:
    """Tell whether a number is so much lower than its voice's last that it counts only some of them."""
    return new.total and now.total and 0 < FALL * new.ceiling <= now.floor and not now.possible


def _repeats(new: Statement, now: Statement) -> bool:
    """Tell whether a later mention only leaves room for the figure before it."""
    vaguer = new.floor <= now.floor and new.ceiling >= now.ceiling
    doubted = new.possible and not (now.possible and new.floor > now.floor)
    return doubted or new.part or (vaguer and not (now.possible and not new.possible) and not now.part)


def _carried(kept: Statement, joined: Sequence[Statement]) -> Statement:
    """Return a statement with the reports and claims of all that say no more than it does."""
    if len(joined) == 1 and joined[0].voice is kept.voice:
        return kept
    carriers = tuple(dict.fromkeys(ref for one in joined for ref in one.voice.report_ids))
    voice = Voice(name=kept.voice.name, kind=kept.voice.kind, report_ids=carriers)
    claims = tuple(claim for one in joined for claim in one.claims)
    right = max((one.right for one in joined if one.right), default=None)
    return replace(kept, voice=voice, claims=claims, right=right)
