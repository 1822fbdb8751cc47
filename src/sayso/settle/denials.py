"""Who denies a figure: a denial gives none of its own, and stands against the one that it is of."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from msgspec.structs import replace

from sayso.model import Count, SpeakerKind
from sayso.settle.evidence import Said
from sayso.settle.ranges import Settled
from sayso.settle.sides import side_of
from sayso.settle.statements import NOT_COUNTED

__all__ = ["Denials", "by_parties", "denials"]

_OF_CIVILIANS = re.compile(r"\bcivilians?\b", re.I)
_CLAIM = re.compile(r"\b(?:claim(?:s|ed|ing)?|boast\w*|alleg\w+|assert\w*|propaganda|exaggerat\w+)\b", re.I)
"""Words by which a report tells of a figure as a party's, and not as its own."""

PARTIES: Mapping[SpeakerKind, re.Pattern[str]] = {
    "military": re.compile(""),
    "claimant": re.compile(""),
    "government": _OF_CIVILIANS,
}
"""Who is a party to a fight, and the words by which his "nobody" denies what he is accused of."""

_NOBODY = re.compile(r"(?:no one|nobody|none|no (?:injur(?:y|ies)|casualties|deaths|fatalities))", re.I)
_VICTIMS = ("victim", "unclear", None)
_FIGHTING = frozenset({"soldiers", "fighters"})
_NEVER = datetime.max.replace(tzinfo=UTC)
NOBODY = Count(low=0, high=0)
ANY = Count(low=1, high=None)
"""Whom "nobody was killed" is a denial of."""


class Denials(NamedTuple):
    """The claims that deny the figure that is printed, those that deny another, and how they weigh.

    `weigh` is set where they make a dispute, and `wholly` where one of these says that there was nobody.
    """

    against: tuple[str, ...]
    others: tuple[str, ...]
    weigh: bool
    wholly: bool = False


def by_parties(said: Sequence[Said]) -> list[Said]:
    """Return the rows with what a party says after others have counted the dead, "nobody", as a denial.

    "No civilian was killed", says the army after a rights group has counted eleven: it denies them, and gives
    no figure to be printed; so does an organiser or a company, in a report that itself counts some. Who says
    so before anybody has counted tells what he knows then, as does a party that has counted dead itself. A
    report that speaks of "the claim of 34" repeats the party that it quotes.
    """
    said = _boasts(said)
    nobody = [one for one in said if _says_nobody(one)]
    if not nobody:
        return said
    first = _first_counted(said)
    counted = {(one.report.id, one.claim.slot) for one in said if one.low and _is_told_plainly(one)}
    denied = {
        one.claim.id
        for one in nobody
        if (
            _is_of_party(one)
            and first.get((one.claim.slot, ""), _NEVER) <= one.at
            and first.get((one.claim.slot, one.voice.name), _NEVER) > one.at
        )
        or (_has_a_stake(one) and (one.report.id, one.claim.slot) in counted)
    }
    return [
        replace(one, claim=replace(one.claim, value=ANY, polarity="negative"))
        if one.claim.id in denied
        else one
        for one in said
    ]


def _boasts(said: Sequence[Said]) -> list[Said]:
    """Return the rows with a claimant's figure that his report calls a claim in the claimant's voice."""
    claimed = {
        (one.report.id, one.claim.slot, one.low): one.voice
        for one in said
        if one.voice.kind == "claimant" and one.low and not one.claim.speaker.narrates
    }
    if not claimed:
        return list(said)
    return [
        replace(one, voice=voice)
        if one.claim.speaker.narrates
        and (voice := claimed.get((one.report.id, one.claim.slot, one.low or 0)))
        and _CLAIM.search(one.claim.span.quote)
        else one
        for one in said
    ]


def _says_nobody(one: Said) -> bool:
    """Tell whether somebody says that there were no victims."""
    claim = one.claim
    if claim.slot not in ("killed", "injured", "casualties") or claim.value != NOBODY:
        return False
    return claim.polarity == "positive"


def _is_of_party(one: Said) -> bool:
    """Tell whether a party to a fight says so, of those of whom its word denies what it is accused of."""
    words = PARTIES.get(one.voice.kind)
    return words is not None and bool(words.search(f"{one.claim.who or ''} {one.claim.span.quote}"))


def _has_a_stake(one: Said) -> bool:
    """Tell whether whoever is quoted for nobody is a company, an organiser or the like."""
    claim = one.claim
    told = not claim.speaker.narrates and one.voice.kind in ("company", "other")
    return told and claim.role in _VICTIMS and _NOBODY.fullmatch(claim.who or "") is not None


def _is_told_plainly(one: Said) -> bool:
    """Tell whether a report itself counts victims, for certain."""
    claim = one.claim
    plain = claim.speaker.narrates and claim.polarity == "positive" and claim.standing == "current"
    return plain and claim.certainty == "certain" and claim.role in _VICTIMS


def _first_counted(said: Sequence[Said]) -> dict[tuple[str, str], datetime]:
    """Return when victims on a slot were first counted by each voice, and under "" by any but a claimant."""
    first: dict[tuple[str, str], datetime] = {}
    for one in said:
        claim = one.claim
        if not one.low or claim.polarity != "positive" or claim.role not in ("victim", "unclear", None):
            continue
        if side_of(claim) in _FIGHTING:
            continue
        for name in (one.voice.name, "") if one.voice.kind != "claimant" else (one.voice.name,):
            key = (claim.slot, name)
            first[key] = min(one.at, first.get(key, one.at))
    return first


def denials(slot: str, settled: Settled | None, said: Sequence[Said]) -> Denials:
    """Return the denials among what was said on a count, of whoever has said nothing since.

    They make a dispute where somebody is quoted for them who is no party that claims the deed. Who denies
    that there was another gunman is not against the one.
    """
    last = {one.voice.name: one.report.id for one in said}
    held = [one for one in said if one.claim.polarity == "negative" and last[one.voice.name] == one.report.id]
    best = settled.best if settled else None
    against = [one for one in held if best is None or (slot not in NOT_COUNTED and _covers(one, best))]
    weighing = [one for one in against if not one.claim.speaker.narrates and one.voice.kind != "claimant"]
    return Denials(
        tuple(one.claim.id for one in against),
        tuple(one.claim.id for one in held if one not in against),
        bool(weighing),
        any(one.claim.value == ANY for one in weighing),
    )


def _covers(one: Said, best: int) -> bool:
    """Tell whether a figure is one that a claim denies."""
    value = one.claim.value
    if not isinstance(value, Count):
        return False
    return (value.low or 0) <= best and (value.high is None or best <= value.high)
