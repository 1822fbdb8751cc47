"""Step four, of the missing and of captives: who was found, dead or alive, and who was freed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from sayso.settle.evidence import Said
from sayso.settle.people import ordinal_of
from sayso.settle.statements import later
from sayso.settle.told import Statement
from sayso.settle.transitions import Known, Moved, by_figure, counts, is_sure, least, less
from sayso.settle.words import tells

__all__ = ["found", "last_found"]

_were_found = tells(
    r"\b(?:found|recovered|body|bodies|located|rescued|retrieved|identified"
    r"|no survivors|none survived|all (?:of )?(?:the |those )?(?:[\w-]+ ){0,2}(?:on board|aboard)"
    r"|free[ds]?|freeing|released?|releasing|escaped?|let go)\b",
)

OF_THE_MISSING = re.compile(
    r"\b(?:missing|unaccounted|trapped|search(?:ing|ed|es)? for|both|remaining|no survivors|none survived"
    r"|last\b(?! (?:week|month|night|year|summer|winter|[\w-]+day|few|hours?|days?)\b)"
    r"|the (?:other )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"(?! (?:bodies|dead|deaths|killed|victims)\b)"
    r"|the others?"
    r"|all (?:of )?(?:(?:the|those) )?(?:[\w-]+ ){0,2}?(?:on board|aboard|\d+|two|three|four|five|six))\b",
    re.I,
)
"""Words of those who were found by which they are the missing of whom was told before."""

LAST_OF_THEM = re.compile(r"(?:the )?(?:last|final|only|remaining)\b", re.I)


def found(
    missing: Sequence[Statement],
    others: Mapping[str, Sequence[Statement]],
    words: Sequence[Said],
    who: str = "missing who were found",
) -> Moved:
    """Return the statements of the missing, less those whom a later report says were found, dead or alive.

    So of hostages who were freed; `who` are they, and what became of them, and names the rule.

    `others` are what is said on each slot that the missing can have left for, by slot. Where all have been
    found the statement is that of those who say so. Who counts the missing anew when some were found knows
    better than what is worked out from an earlier count.
    """
    finders = {slot: _Finders(words, slot) for slot in others}
    last = max((one.last.at for one in finders.values() if one.last), default=None)
    histories = {slot: Known(words, slot) for slot in others}
    tolls = {slot: by_figure(told) for slot, told in others.items()}
    moved: list[Statement] = []
    rule = None
    for statement in missing:
        before = {
            slot: max(known.by(statement.at), known.beside(statement)) for slot, known in histories.items()
        }
        since = {slot: [one for one in toll if later(one, statement)] for slot, toll in tolls.items()}
        risen = {
            slot: max((one.floor for one in toll), default=0) - before[slot] for slot, toll in since.items()
        }
        if risen.get("rescued", 0) > statement.floor:
            risen["rescued"] = 0  # so many were never missing
        if risen.get("killed", 0) > (0 if before.get("killed") else statement.floor):
            risen["killed"] = finders["killed"].among(risen["killed"], before["killed"], statement.at)
        gone = min(statement.floor, sum(max(0, people) for people in risen.values()))
        if last is not None and last > statement.at and gone > 0:
            left = less(statement, gone, who.partition(" ")[2])
            by = [finders[slot].since(statement.at) for slot, people in risen.items() if people > 0]
            left = _found_by(left, [one for one in by if one])
            moved.append(replace(left, behind=_is_outdated(statement.at, missing, words, before)))
            rule = who
        else:
            moved.append(statement)
    return Moved(moved, rule)


def last_found(gone: Sequence[Statement], words: Sequence[Said]) -> Moved:
    """Return that none is missing, where words tell of who had been the last of them ("the last man")."""
    last = {one.claim.id for one in words if LAST_OF_THEM.match(one.claim.who or "")}
    none = [less(one, one.floor, "who were found") for one in gone if last & set(one.claims)]
    return Moved(none, "missing who were found" if none else None)


def _found_by(left: Statement, finders: Sequence[Said]) -> Statement:
    """Return who is left with the words by which the others were found; where none is, in their voice."""
    if not finders:
        return left
    last = max(finders, key=lambda one: one.order)
    left = replace(left, claims=(*left.claims, *(one.claim.id for one in finders)))
    return left if left.low else replace(left, voice=last.voice, at=last.at)


class _Finders:
    """The rows of one slot that tell that people were found."""

    def __init__(self, words: Sequence[Said], slot: str) -> None:
        rows = [one for one in words if one.claim.slot == slot and one.low and is_sure(one.claim)]
        found = sorted((one for one in rows if _were_found(one.claim.span.quote)), key=lambda one: one.order)
        tied = [one for one in found if OF_THE_MISSING.search(one.claim.span.quote)]
        self._tolls = _highest(rows)
        self._numbers = {one.low or 0: one for one in found}
        self._tied = tied[-1] if tied else None
        self.last = found[-1] if found else None

    def since(self, at: datetime) -> Said | None:
        """Return the last row after a moment by which people were found; None where none was."""
        return next((one for one in (self._tied, self.last) if one and one.at > at), None)

    def among(self, risen: int, before: int, at: datetime) -> int:
        """Return how many of those by whom a toll rose since a moment are said to have been missing.

        All, where words call them so; else as many as were found when the toll had risen by no more. A toll
        that rises by itself does not tell who the dead are.
        """
        if self._tied is not None and self._tied.at > at:
            return risen
        found = people = 0
        for number, one in sorted(self._numbers.items(), key=lambda each: each[1].order):
            toll = self._tolls.get(one.report.id)
            if toll is not None and one.at > at and (number <= toll - before or number == toll):
                found += number
                people = max(people, toll - before) if toll - before <= found else people
        return min(people, risen)


def _highest(rows: Iterable[Said]) -> dict[str, int]:
    """Return, by report, the toll that it tells, where none before it tells a higher one."""
    tolls: dict[str, int] = defaultdict(int)
    most, highest = 0, {}
    ordered = sorted(rows, key=lambda one: one.order)
    for one in ordered:
        tolls[one.report.id] = max(tolls[one.report.id], one.low or 0, ordinal_of(one.claim))
    for one in ordered:
        if (toll := tolls[one.report.id]) >= most:
            most = highest[one.report.id] = toll
    return highest


def _is_outdated(
    at: datetime, missing: Iterable[Statement], words: Iterable[Said], before: Mapping[str, int]
) -> bool:
    """Tell whether somebody counts the missing anew when some of those missing `at` a time were found.

    Then what is worked out from the earlier count is no voice beside his.
    """
    risen = [one for one in words if one.at > at and one.claim.slot in before]
    first = min((one.at for one in risen if least(one.claim) > before[one.claim.slot]), default=at)
    return any(one.at >= first and one.at > at and counts(one) for one in missing)
