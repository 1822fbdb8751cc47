"""Dead and hurt of different sides: soldiers, those who fight them and civilians do not rival each other."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from sayso.model import Claim, Role, SpeakerKind
from sayso.settle.evidence import Said
from sayso.settle.parts import BESIDES
from sayso.settle.people import is_firm, is_person, is_plain_total

__all__ = ["as_parts", "one_side", "side_of", "sides"]

SLOTS = ("killed", "injured")

_STATE = re.compile(
    r"\b(?:soldiers?|troops|troopers?|servicem[ae]n|service ?members?|marines?|conscripts?|gendarmes?"
    r"|policem[ae]n|(?:police|army|military|security) (?:officers?|personnel|forces|agents?|men)"
    r"|commandos?|border guards?|peacekeepers?)\b",
    re.I,
)
_FIGHTERS = re.compile(
    r"\b(?:rebels?|militants?|insurgents?|jihad\w+|terrorists?|extremists?|fighters?|guerrillas?|assailants?"
    r"|gunm[ae]n|bandits?|separatists?|kidnappers?|militiam[ae]n|Taliban)\b",
    re.I,
)
_CIVILIANS = re.compile(
    r"\b(?:civilians?|villagers?|residents?|inhabitants?|bystanders?|passers-by|farmers?|herders?|drivers?"
    r"|traders?|shoppers?|passengers?|labou?rers?|workers?|miners?|worshippers?|women|children|pupils|students"
    r"|teachers?|journalists?|medics?|nurses?)\b",
    re.I,
)
_SIDES = (("soldiers", _STATE), ("fighters", _FIGHTERS), ("civilians", _CIVILIANS))
"""Sides of a fight, and the words for their people; whoever is in the words of two is on neither."""

_OWN = re.compile(
    r"\bof (?:its|our|their|his) (?:own )?"
    r"(?:soldiers|personnel|men|troops|members|fighters|forces|officers|ranks)\b"
    r"|\b(?:in|among) (?:its|our|their|his) (?:own )?ranks\b"
    r"|\b(?:its|our|their) (?:own )?(?:soldiers|servicem[ae]n|troops)\b",
    re.I,
)
"""How somebody counts his own dead, and nobody else's: "18 of its personnel", "22 dead in its ranks"."""


_ONLY_NUMBER = re.compile(
    r"(?:at least |more than |some |about )?[\w,-]+(?: (?:dead|killed|wounded|injured))?", re.I
)
_OF_SIDES = (
    (
        "soldiers",
        re.compile(r"\b(?:(?:army|military|police)(?:['’]s)?|government) (?:losses|casualties|side)\b", re.I),
    ),
    ("fighters", re.compile(r"\b(?:rebel|militant|insurgent)s?['’]? (?:losses|casualties|side)\b", re.I)),
)
"""A number alone, and what tells beside it whose dead they are: "bringing the army's losses to 24"."""

_OWN_LOSSES = re.compile(r"\b(?:its|our|their|his) own (?:losses|casualties|dead|wounded)\b", re.I)
_SPEAKING = {"military": "soldiers", "police": "soldiers", "government": "soldiers", "claimant": "fighters"}
"""How somebody puts a number on his own dead, "its own losses at three", and on which side he is."""

_LOST = re.compile(r"\b(?:lost|losing|(?:loss|death) of)(?: (?:about|some|only|at least|just))? $", re.I)
"""What stands before those whom somebody has lost: "the army said it lost | five men"."""


@lru_cache(maxsize=1 << 16)
def _side(words: str) -> str | None:
    """Return the side of people by the words for them, None where these tell none, or two."""
    found = [name for name, told in _SIDES if told.search(words)]
    return found[0] if len(found) == 1 else None


def side_of(claim: Claim) -> str | None:
    """Return the side of the people whom a claim counts; of a part that of the whole, where it tells none."""
    return _side_told(claim.who or "", claim.part_of or "", claim.speaker.kind, claim.span.quote)


@lru_cache(maxsize=1 << 16)
def _side_told(who: str, part_of: str, kind: SpeakerKind, quote: str) -> str | None:
    """Return the side of people by the words for them, by who speaks, and by the words beside them."""
    if kind in _SPEAKING and (at := quote.find(who)) > 0 and _LOST.search(quote[:at]):
        return _side(who) or _SPEAKING[kind]
    if _OWN.search(who):
        return "soldiers" if kind in ("military", "police", "government") else None
    if _ONLY_NUMBER.fullmatch(who):
        if _OWN_LOSSES.search(quote):
            return _SPEAKING.get(kind)
        beside = [side for side, told in _OF_SIDES if told.search(quote)]
        return beside[0] if len(beside) == 1 else None
    return _side(who) or (_side(part_of) if part_of else None)


def sides(slot: str, said: Sequence[Said]) -> Mapping[str, Sequence[Said]]:
    """Return the rows of one slot and role by side, under "" all where nothing tells two sides apart.

    "22 soldiers" of the army and "four drivers" of their union are 26 dead; 11 rebels and two soldiers of
    one clash are 13. A bare number is of the side that has the same. Not where anybody counts everybody.
    """
    told, present = _told(said) if slot in SLOTS and len(said) > 1 else ({}, set())
    if not present:
        return {"": said}
    figures = {side: {one.low for one in said if told.get(one.claim.id) == side} for side in present}
    parted: dict[str, list[Said]] = {side: [] for side in sorted(present, reverse=True)}
    for one in said:
        side = told.get(one.claim.id)
        if side not in parted:
            alike = [name for name, lows in figures.items() if one.low in lows]
            if len(alike) != 1 and not (is_person(one.claim) or one.claim.part_of):
                return {"": said}
            side = alike[0] if len(alike) == 1 else min(parted)
        parted[side].append(one)
    return parted


def _counts(one: Said) -> bool:
    """Tell whether a row counts people of a side for sure, and is no party's; of victims more than one."""
    claim = one.claim
    if claim.polarity != "positive" or not one.low or one.voice.kind == "claimant" or not is_firm(claim):
        return False
    return claim.certainty != "possible" and (claim.role == "combatant" or one.low > 1)


def as_parts(slot: str, said: Sequence[Said]) -> Sequence[Said]:
    """Return the rows of one slot and role with those of sides as parts, where others count everybody.

    So "18 of its personnel" of a ministry beside a monitor's 99 dead, and nine soldiers and three drivers
    beside twelve people.
    """
    if slot not in SLOTS or not any(side_of(one.claim) for one in said):
        return said
    totals = [
        one for one in said if is_plain_total(one.claim) and one.voice.kind != "claimant" and not _own(one)
    ]
    told, present = _told(said)
    most = [max(one.low or 0 for one in said if told.get(one.claim.id) == side) for side in present]
    whole = bool(present) and any((total.low or 0) >= sum(most) for total in totals)
    parts = {
        one.claim.id
        for one in said
        if (whole and one.claim.id in told)
        or (
            _own(one)
            and any(t.voice.name != one.voice.name and (t.low or 0) > (one.low or 0) for t in totals)
        )
    }
    return [
        replace(one, claim=replace(one.claim, part_of=BESIDES)) if one.claim.id in parts else one
        for one in said
    ]


def _told(said: Sequence[Said]) -> tuple[dict[str, str], set[str]]:
    """Return the side of each row by its claim, and the sides if soldiers are told of and others as well."""
    told = {one.claim.id: side for one in said if (side := side_of(one.claim))}
    present = {told[one.claim.id] for one in said if one.claim.id in told and _counts(one)}
    return told, present if len(present) > 1 and "soldiers" in present else set()


def _own(one: Said) -> bool:
    """Tell whether somebody counts his own people."""
    return bool(_OWN.search(one.claim.who or ""))


def one_side(slot: str, said: Mapping[str, Sequence[Said]]) -> dict[str, Role]:
    """Return the claims of one slot whose people are of a side in two roles, by id, with the role for all.

    That is the one in which more reports have them: the 22 soldiers who died in an ambush are no other people
    than the army's "22 dead in its ranks" in the clash that followed. Civilians are victims anyhow.
    """
    told: dict[str, list[Said]] = {}
    for one in said[slot]:
        if side := side_of(one.claim):
            told.setdefault(side, []).append(one)
    moved: dict[str, Role] = {}
    pairs: tuple[tuple[str, tuple[Role, Role]], ...] = (
        ("soldiers", ("victim", "combatant")),
        ("fighters", ("attacker", "combatant")),
    )
    for side, roles in pairs:
        rows = told.get(side, ())
        reports = {role: {one.report.id for one in rows if one.claim.role == role} for role in roles}
        if all(reports.values()):
            role = "combatant" if len(reports["combatant"]) > len(reports[roles[0]]) else roles[0]
            moved |= {one.claim.id: role for one in rows if one.claim.role in roles}
    return moved
