"""What became of the people that one report tells of: the shot who died are not also hurt.

"Three people were shot, one of them fatally" is three hit and one dead, whoever says which; a man who "was
shot" in one sentence and "died" in the next is one man. So the rows of one report on the dead, the hurt and
the hit are read together, before voices are weighed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from sayso.model import Claim, Count
from sayso.settle.evidence import Said
from sayso.settle.parts import SOME_OF, is_part
from sayso.settle.people import apart, is_person, ordinal_of, reflexive, same_person, unordered

__all__ = ["fates", "hit_only"]

HIT = re.compile(
    r"\b(?:shot|shoot\w*|gunshot|gunfire|struck|hit|stabb\w+|stabs?|attacked|victims?"
    r")\b",
    re.I,
)
"""Words that tell that somebody was hit and leave open whether he lived."""

ALIVE = re.compile(
    r"\b(?:injur\w*|wound(?:ed|s|ing)|hurt|surviv\w*|recover\w*|others?|another|second|third|critical\w*|stable|serious\w*"
    r"|treated|non-life|graz\w+|expected)\b",
    re.I,
)
"""Words that tell that somebody lived, or that he is not the one of whom was told before."""


NO_ONE = re.compile(
    r"\b(?:no[- ]?one|nobody|none|people|persons?|others?|else|more|injur\w+|casualt\w+|deaths?|fatal\w+)\b",
    re.I,
)
"""Words for nobody at all, or nobody else; not of some sort: "no residents"."""

ELSE = re.compile(r"\b(?:else|others?|more|further|another)\b", re.I)
IN_CARE = frozenset({"hospitalised", "critical"})
"""Slots of people who are hurt, whether or not a report calls them so."""

STAKEHOLDERS = frozenset({"company", "claimant", "other"})
"""Speakers whose "nobody" denies what others say of the same people."""


def fates(said: Sequence[Said]) -> list[Said]:
    """Return the rows with each report's hit, dead and hurt told apart; all other rows as they are."""
    reports: dict[str, list[Said]] = defaultdict(list)
    kept = []
    for one in said:
        if one.claim.slot in ("killed", "injured", "casualties") and one.claim.polarity == "positive":
            reports[one.report.id].append(one)
        else:
            kept.append(one)
    in_care = {one.report.id for one in kept if one.claim.slot in IN_CARE and one.low}
    for ref, rows in reports.items():
        rows = [one for one in rows if not (ref in in_care and _is_none_else(one))]
        others = _after_the_dead(_without_nobody_else(rows))
        for role in dict.fromkeys(one.claim.role for one in others):
            kept += _of_role([one for one in others if one.claim.role == role], others)
    return sorted(_still_held(kept), key=lambda one: one.order)


def _still_held(said: Sequence[Said]) -> list[Said]:
    """Return the rows without captives who are free, where their report tells how many are held now.

    "Eighty of those abducted have been freed; six are still held" is six, though eighty were held as well.
    """
    said = _without_freed(said)
    freed = {(one.report.id, one.low) for one in said if one.claim.slot == "rescued" and one.low}
    held: dict[str, set[int | None]] = defaultdict(set)
    for one in said if freed else ():
        if one.claim.slot == "hostages" and (one.report.id, one.low) not in freed:
            held[one.report.id].add(one.low)
    return [
        one
        for one in said
        if one.claim.slot != "hostages" or (one.report.id, one.low) not in freed or one.report.id not in held
    ]


def _without_freed(said: Sequence[Said]) -> Sequence[Said]:
    """Return the rows with captives, of whom the same words free some, as those left: "two of the six"."""
    freed: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if one.claim.slot == "rescued" and one.low:
            freed[one.report.id].append(one)
    if not freed:
        return said
    return [
        _left_of(one, freed.get(one.report.id, ())) if one.claim.slot == "hostages" else one for one in said
    ]


def _left_of(one: Said, freed: Sequence[Said]) -> Said:
    """Return a row of captives without those whom its own words tell to be free."""
    field, start, end = one.claim.span.field, one.claim.span.start, one.claim.span.end
    for other in freed:
        span, value = other.claim.span, one.claim.value
        some = span.field == field and span.start < end and start < span.end and SOME_OF.search(span.quote)
        if (
            some
            and isinstance(value, Count)
            and value.low
            and value.low == value.high
            and (other.low or 0) < value.low
        ):
            left = value.low - (other.low or 0)
            claim = replace(one.claim, value=Count(low=left, high=left))
            return replace(one, claim=claim, derivation=f"{value.low} - {other.low} who were freed")
    return one


def _is_none_else(one: Said) -> bool:
    """Tell whether a row says that nobody else was hurt: "a girl is in hospital, nobody else was hurt"."""
    return one.low == 0 and one.claim.slot == "injured" and bool(ELSE.search(one.claim.who or ""))


def _without_nobody_else(rows: Sequence[Said]) -> list[Said]:
    """Return the rows without "no one was hurt" where the same report tells of hurt: it means nobody else.

    Not where a party with a stake says so ("no one was injured", says the organiser): that is a denial; nor
    of some sort of people where only others were: "four firefighters were injured, no residents".
    """
    roles = {(one.claim.slot, one.claim.role) for one in rows if (one.low or 0) > 0}
    told = {one.claim.slot for one in rows if (one.low or 0) > 0}
    names = {(one.claim.slot, one.voice.name) for one in rows if (one.low or 0) > 0}
    return [
        one
        for one in rows
        if one.claim.slot not in told
        or (one.low or 0) > 0
        or _open(one)
        or ((one.claim.slot, one.claim.role) not in roles and not NO_ONE.search(one.claim.who or "nobody"))
        or (one.voice.kind in STAKEHOLDERS and (one.claim.slot, one.voice.name) not in names)
    ]


def _after_the_dead(rows: Sequence[Said]) -> list[Said]:
    """Return the rows with "the third victim", where the first died, as two who are hurt.

    Where nobody died as three, if the same voice tells of two others one by one.
    """
    dead = _most([one for one in rows if one.claim.slot == "killed" and one.claim.role != "attacker"])
    alone = Counter(one.voice.name for one in rows if one.claim.slot == "injured" and is_person(one.claim))
    return [
        _ranked(one, dead) if one.claim.slot == "injured" and (dead or alone[one.voice.name] > 2) else one
        for one in rows
    ]


def _ranked(one: Said, dead: int) -> Said:
    """Return a row of one of the hurt who is told of by his place among all who were hit as so many hurt."""
    hurt = ordinal_of(one.claim) - dead
    if hurt < 1:
        return one
    claim = replace(unordered(one.claim), value=Count(low=hurt, high=hurt))
    return replace(one, claim=claim, derivation=f"{hurt + dead} hit - {dead} who died" if dead else None)


def _open(one: Said) -> bool:
    """Tell whether a row only says "up to": its low end is not told."""
    return isinstance(one.claim.value, Count) and one.claim.value.low is None


def _of_role(rows: Sequence[Said], everybody: Sequence[Said]) -> list[Said]:
    """Return the rows of one role of a report, the dead taken out of the hit; `everybody`: of all roles."""
    fallen = [one for one in everybody if one.claim.slot == "killed" and is_person(one.claim)]
    rows = [one for one in rows if not _fell(one, fallen)]
    dead = [one for one in rows if one.claim.slot == "killed"]
    if not dead:
        return list(rows)
    told = [one for one in rows if one.claim.slot != "killed"]
    hurt = [one for one in told if one.claim.slot == "injured" and not hit_only(one.claim)]
    hurt = [_left(one, dead) for one in hurt if not _outdated(one, dead, hurt)]
    kept = dead + hurt
    for one in told:
        if one in hurt:
            continue
        if is_person(one.claim):
            if all(
                apart(one.claim, other.claim) for other in dead if is_person(other.claim)
            ) and not _counted(dead):
                kept.append(one)
            continue
        kept += [one] if one.claim.slot == "casualties" else []
        alive = _less(one, _most(dead))
        if alive is None:
            continue
        if _is_sum(alive.low, hurt):
            whole = one.claim.who or one.claim.span.quote
            kept = [_part(other, whole) if other in hurt else other for other in kept]
            kept.append(alive)
        elif not any(other.voice.name == one.voice.name for other in hurt):
            kept.append(alive)
    return kept


def _left(one: Said, dead: Sequence[Said]) -> Said:
    """Return a row of the hurt without those of them who died: "two of the 58 people wounded have died"."""
    parts = [other for other in dead if other.claim.part_of]
    whole = (one.claim.who or one.claim.span.quote).casefold() if parts else ""
    died = [other for other in parts if whole in (other.claim.part_of or "").casefold()]
    people = max((other.low or 0 for other in died), default=0)
    alive = _less(one, people) if people else None
    return alive or one


def _outdated(one: Said, dead: Sequence[Said], hurt: Sequence[Said]) -> bool:
    """Tell whether a headline counts as hurt those of whom its text tells that some died since."""
    if one.claim.span.field != "title" or any(other.claim.span.field == "title" for other in dead):
        return False
    left = (one.low or 0) - _most(dead)
    return any(other.low == left and other.claim.span.field == "text" for other in hurt) and left > 0


def _is_sum(number: int | None, hurt: Sequence[Said]) -> bool:
    """Tell whether so many are groups of the hurt together: "two are stable, one is critical"."""
    groups = {one.low or 0 for one in hurt if one.claim.part_of is None}
    return len(groups) > 1 and sum(groups) == number


def _part(one: Said, whole: str) -> Said:
    """Return a row as part of those whom the words of a total count."""
    return replace(one, claim=replace(one.claim, part_of=one.claim.part_of or whole))


def _fell(one: Said, fallen: Sequence[Said]) -> bool:
    """Tell whether a row of one person hit tells of somebody who died, under whatever role."""
    if one.claim.slot != "injured" or not is_person(one.claim) or not hit_only(one.claim):
        return False
    return any(
        same_person(one.claim, other.claim) or (reflexive(one.claim) and not apart(one.claim, other.claim))
        for other in fallen
    )


def hit_only(claim: Claim) -> bool:
    """Tell whether a row says that people were hit, not what became of them; a hospital counts patients."""
    return claim.speaker.kind != "medical" and _of_hit(f"{claim.who or ''} {claim.span.quote}")


@lru_cache(maxsize=1 << 14)
def _of_hit(words: str) -> bool:
    """Tell whether words tell that somebody was hit, and not that he lived."""
    return bool(HIT.search(words)) and not ALIVE.search(words)


def _counted(dead: Iterable[Said]) -> bool:
    """Tell whether the dead are given as a number only, so that anybody told of may be one of them."""
    return not any(is_person(one.claim) for one in dead)


def _most(dead: Sequence[Said]) -> int:
    """Return the number of dead that most of a report's rows give; of equals the larger.

    Single people, told of one by one, do not outvote a number that is given twice or in the headline.
    """
    counts: dict[int, int] = defaultdict(int)
    twice: dict[int, int] = defaultdict(int)
    rows = [one.claim for one in dead]
    for one in dead:
        value = one.claim.value
        firm = not is_part(one.claim, rows) and one.claim.certainty != "possible"
        if isinstance(value, Count) and value.low is not None and firm:
            number = max(value.low, ordinal_of(one.claim))
            counts[number] += 1
            alone = is_person(one.claim) and number == 1
            twice[number] += 0 if alone else 2 if one.claim.span.field == "title" else 1
    told = {number: rows for number, rows in twice.items() if rows > 1} or counts
    return max(told, key=lambda number: (told[number], number), default=0)


def _less(one: Said, dead: int) -> Said | None:
    """Return how many of the hit lived, as a row of the same words; None where none or nobody knows."""
    value = one.claim.value
    if not isinstance(value, Count) or value.low is None or value.low <= dead:
        return None
    alive = Count(low=value.low - dead, high=None if value.high is None else value.high - dead)
    claim = replace(one.claim, slot="injured", value=alive)
    return replace(one, claim=claim, derivation=f"{value.low} hit - {dead} who died")
