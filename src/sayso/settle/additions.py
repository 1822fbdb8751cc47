"""People counted besides those counted before: "two more have died" is no toll, and replaces none."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from sayso.model import Claim, Count
from sayso.settle.evidence import Said
from sayso.settle.parts import BESIDES
from sayso.settle.people import ONE_AFTER_THE_OTHER, SMALL, TENS, is_firm, is_person, ordinal_of
from sayso.settle.ranges import Settled, weigh
from sayso.settle.statements import statements
from sayso.settle.words import tells

__all__ = ["added"]

ADDING: dict[str, str] = {
    "killed": "who died since",
    "rescued": "rescued since",
    "detained": "held since",
    "ill": "who fell ill since",
}
"""Counts to which people are added, and how the sum calls them. A new one is a row."""

_N = rf"(?:\d[\d,]*|{SMALL}|{TENS}(?:-\w+)?|an?|both)"

MORE = re.compile(
    rf"(?:the )?{_N} (?:more|further|additional|extra)\b(?! than)"
    rf"|(?:another|a further|an additional|an extra) (?:{_N}|person|patient|victim|casualty|body|death)\b",
    re.I,
)
"""How words for people begin that come on top of others: "two more", "a further three", "another person"."""

REMAINING = re.compile(rf"(?:the )?(?:remaining|last|other) {_N}\b", re.I)
"""How words for people begin who are freed or saved after others: "the remaining 13"."""

OF_THE_HURT = re.compile(
    rf"{_N} of (?:(?!killed\b|dead\b|died\b)[\w'’-]+ ){{0,4}}?"
    r"(?:wounded|injured|hurt|burned|burnt|missing|trapped|hospitali[sz]ed|patients)\b"
    rf"|{_N} (?:wounded|injured|burned|hospitali[sz]ed|missing|trapped) (?!and|or)\w+\b"
    rf"|{_N} (?:(?!were|was|are|is)[\w'’-]+ ){{1,2}}?(?:who (?:were|had been) )?"
    r"(?:missing|trapped) (?:since|after|for|under|in)\b"
    rf"|{_N} (?:(?!were|was|had|have|has|been|got|are|is)[\w'’-]+ ){{1,2}}?(?:who (?:were|had been) )?"
    r"(?:wounded|injured|hurt|burned) (?:in|by|when|during|at|on)\b",
    re.I,
)
"""Words for some of those who were counted as hurt or missing: "two of the wounded", "two wounded men"."""

DIED_SINCE = re.compile(
    r"\b(?:di(?:ed|es?)|dying|succumb\w*|passed away|bod(?:y|ies)|remains|deaths?|fatalit\w+|pulled|recovered"
    r"|(?:found|pronounced|declared) dead)\b",
    re.I,
)
"""Words by which people are dead now who were not before; whom somebody "killed" may all be of one time."""

_tells_later_death = tells(
    r"\b(?:succumb\w*|died (?:later|overnight|(?:of|from) (?:his|her|their)|on admission"
    r"|(?:on the way|en route) to|(?:at|in) (?:[\w'’-]+ ){0,3}?(?:hospital|intensive care|surgery|ambulance)"
    r"))\b",
)
"""Words for deaths after the first toll, which a lower number with them does not correct."""

DEAD_BY_NOW = re.compile(r"\bha(?:s|ve) (?:since |now |later )?died\b", re.I)
"""Words by which people are dead now, of whom the same words tell that they were hurt."""

_are_bodies = tells(r"\b(?:bod(?:y|ies)|remains)\b")
"""Words for some of the dead of whom their speaker told before; somebody else may count all by them."""


def added(
    slot: str, said: Sequence[Said], beside: Sequence[Said], quoted: Mapping[str, Collection[str]]
) -> list[Said]:
    """Return the rows of one slot and role with additions as the toll that they make, or as parts of none.

    Where all that was said until then comes to one figure, which had not risen by as many already, "two more
    have died" after nine is eleven, as its derivation tells. Else an addition supersedes nothing and stands
    only where nobody counts; nor do the injured who "died of their wounds". `said` is in the order of the
    publisher's clock; `beside` are the rows on all slots, `quoted` as in statements().
    """
    if slot == "injured":
        return [_as_part(one) if _has_died(one.claim) else one for one in said]
    if slot not in ADDING or not any(_may_add(slot, one.claim) for one in said):
        return list(said)
    near = _by_report(beside)
    sums = _Sums(slot, quoted)
    for ref, rows in _by_report(said).items():
        sums.take(_told(slot, rows, near.get(ref, ())))
    return sorted(sums.rows, key=lambda one: one.order)


class _Told(NamedTuple):
    """Rows of one report that count people besides others, or some of them, and the rest of its rows.

    `plainly` is False where words only tell that people died later, or were found.
    """

    adding: list[Said]
    others: list[Said]
    plainly: bool


class _Sums:
    """The rows of one count, report by report, with additions as what they came to."""

    def __init__(self, slot: str, quoted: Mapping[str, Collection[str]]) -> None:
        self.rows: list[Said] = []
        self._slot = slot
        self._quoted = quoted
        self._made: dict[int, Said | None] = {}  # what so many more came to; None where that is not sure

    def take(self, told: _Told) -> None:
        """Add the rows of one report, none of which is earlier than those before it."""
        before = [one for one in self.rows if told.adding and _before(one, told.adding[0])]
        self.rows += [self._again(one) for one in told.others]
        if told.adding:
            self.rows += self._brought(told, before) if told.plainly else self._some(told, before)

    def _again(self, one: Said) -> Said:
        """Return a row that tells of the last who were rescued again ("13 freed") as the sum they made."""
        made = self._made.get(one.low or 0) if self._slot == "rescued" else None
        return _as(one, made) if made else one

    def _some(self, told: _Told, before: Sequence[Said]) -> list[Said]:
        """Return rows that tell of some of the dead as parts of a higher toll that was told before."""
        found = []
        for one in told.adding:
            alone = not _tells_later_death(one.claim.span.quote)
            toll = self._toll([row for row in before if not alone or row.voice.name == one.voice.name])
            part = toll is not None and (toll.best or 0) > (one.low or 0)
            part = part or any(_is_all(row, one) for row in told.others)
            found.append(_as_part(one) if part else one)
        return found

    def _brought(self, told: _Told, before: Sequence[Said]) -> list[Said]:
        """Return the additions of one report as the toll that they make."""
        adding, people = told.adding, max(one.low or 0 for one in told.adding)
        more = any(_of_more(self._slot, one.claim) for one in adding)
        toll = self._toll(before)
        if toll is None or (toll.best == people and not more):
            self._made |= {people: None} if more else {}
            return [_as_part(one, open_end=True) for one in adding] if more else adding
        if people in self._made:
            made = self._made[people]
            holds = made is not None and toll.best in (made.low, (made.low or 0) - people)
            return [_as(one, made) if made and holds else _as_part(one) for one in adding]
        self._made[people] = None
        given = {one.voice.name: one.low or 0 for one in told.others if _counts_more(one, people)}
        base = _base(toll, adding, before) if not given else toll.best
        if base is None or (given and base + people not in given.values()):
            return [_as_part(one) for one in adding]
        exact = toll.high == base and all(one.total for one in toll.carriers)
        made = self._made[people] = _sum(self._slot, adding[0], base, exact)
        return [_as_part(one) if one.voice.name in given else _as(one, made) for one in adding]

    def _toll(self, before: Sequence[Said]) -> Settled | None:
        """Return what was said until then as one figure; None where nobody counted."""
        stated = statements(self._slot, before, self._quoted) if before else []
        tolls = [one for one in stated if not one.part]
        return weigh(self._slot, tolls) if tolls else None


def _base(toll: Settled, adding: Iterable[Said], before: Iterable[Said]) -> int | None:
    """Return the figure to which people are added, where it is sure that they are not among it."""
    sizes = {one.low or 0 for one in adding}
    if len(sizes) > 1 or toll.standing not in ("single", "agreed") or toll.best != toll.low:
        return None
    if toll.best is None or any(one.unsure for one in toll.carriers):
        return None
    rises = {toll.best - (one.low or 0) for one in before if is_firm(one.claim)}
    return None if sizes & rises else toll.best


def _told(slot: str, rows: Sequence[Said], near: Sequence[Said]) -> _Told:
    """Return which rows of one report count people besides others; `near` are its rows on all slots.

    A headline goes with the text that has its number; "a fourth victim" gives the toll.
    """
    text = [one for one in rows if one.claim.span.field == "text" and not ordinal_of(one.claim)]
    titles = [one for one in rows if one.claim.span.field == "title" and not ordinal_of(one.claim)]
    adding = [one for one in text if _adds(slot, one, near)]
    numbers = {one.low for one in adding}
    plain = {one.low for one in text} - numbers
    adding += [
        one for one in titles if one.low in numbers or (one.low not in plain and _adds(slot, one, near))
    ]
    plainly = bool(adding)
    if not plainly and slot == "killed":
        adding = [one for one in rows if _died_later(one.claim)]
    return _Told(adding, [one for one in rows if one not in adding], plainly)


def _may_add(slot: str, claim: Claim) -> bool:
    """Tell whether the words of a claim alone make it an addition."""
    return _of_more(slot, claim) or _of_the_hurt(slot, claim) or (slot == "killed" and _died_later(claim))


def _adds(slot: str, one: Said, near: Iterable[Said]) -> bool:
    """Tell whether a row counts people besides those counted before, not besides others of its sentence.

    "Wounding 58 and killing another nine" adds the nine to the wounded.
    """
    if one.claim.polarity != "positive" or one.claim.certainty != "certain" or not one.low:
        return False
    if _of_the_hurt(slot, one.claim):
        return True
    return _of_more(slot, one.claim) and not any(_just_before(other.claim, one.claim) for other in near)


def _of_more(slot: str, claim: Claim) -> bool:
    """Tell whether people are counted as more than those before."""
    if not MORE.match(claim.who or "") and not (slot == "rescued" and REMAINING.match(claim.who or "")):
        return False
    return slot != "killed" or bool(DIED_SINCE.search(claim.span.quote))


def _of_the_hurt(slot: str, claim: Claim) -> bool:
    """Tell whether people are counted who were hurt or missing before."""
    quote, who = claim.span.quote, claim.who
    at = quote.find(who) if who and slot in ("killed", "rescued") else -1
    if at < 0 or not OF_THE_HURT.match(quote, at):
        return False
    return slot != "killed" or bool(DIED_SINCE.search(quote))


def _has_died(claim: Claim) -> bool:
    """Tell whether people are counted as hurt of whom the same words say that they died."""
    quote = claim.span.quote
    at = quote.find(claim.who) if claim.who and not is_person(claim) else -1
    return at >= 0 and bool(
        OF_THE_HURT.match(quote, at) and (_tells_later_death(quote) or DEAD_BY_NOW.search(quote))
    )


def _died_later(claim: Claim) -> bool:
    """Tell whether people died, or were found, after the first toll."""
    quote = claim.span.quote
    return not is_person(claim) and bool(_tells_later_death(quote) or _are_bodies(quote))


def _just_before(other: Claim, claim: Claim) -> bool:
    """Tell whether a row of one report counts people shortly before another does."""
    if other.span.field != claim.span.field or not isinstance(other.value, Count):
        return False
    return 0 < _place(claim) - _place(other) <= ONE_AFTER_THE_OTHER


def _place(claim: Claim) -> int:
    """Return where the people whom a claim counts are told of."""
    return claim.span.start + max(0, claim.span.quote.find(claim.who or ""))


def _counts_more(one: Said, people: int) -> bool:
    return one.claim.polarity == "positive" and (one.low or 0) > people


def _is_all(one: Said, some: Said) -> bool:
    """Tell whether a row counts all the dead in the voice that tells of some who died later."""
    is_sure = one.claim.certainty == "certain" and one.voice.name == some.voice.name
    return is_sure and _counts_more(one, some.low or 0)


def _before(one: Said, other: Said) -> bool:
    """Tell whether one row was surely published before another: in a day only where both tell the hour."""
    if not one.day_only and not other.day_only:
        return one.at < other.at
    return one.at.date() < other.at.date()


def _sum(slot: str, one: Said, base: int, exact: bool) -> Said:
    """Return an addition as the toll that it makes."""
    people = one.low or 0
    value = Count(low=base + people, high=base + people if exact else None)
    claim = replace(one.claim, value=value)
    return replace(one, claim=claim, derivation=f"{base} + {people} {ADDING[slot]}")


def _as(one: Said, made: Said) -> Said:
    """Return an addition as the toll that the same one made elsewhere."""
    claim = replace(one.claim, value=made.claim.value, part_of=None)
    return replace(one, claim=claim, derivation=made.derivation)


def _as_part(one: Said, *, open_end: bool = False) -> Said:
    """Return an addition as part of a toll that it does not tell, if nobody does of so many or more."""
    value = Count(low=one.low) if open_end else one.claim.value
    return replace(one, claim=replace(one.claim, part_of=BESIDES, value=value))


def _by_report(said: Iterable[Said]) -> dict[str, list[Said]]:
    reports: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        reports[one.report.id].append(one)
    return reports
