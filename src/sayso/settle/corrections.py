"""Claims that nobody stands by any more: corrected, taken back, or gone from the report that they repeat."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.model import Claim, Count, Voice
from sayso.settle.evidence import Said
from sayso.settle.outlets import outlet_voice
from sayso.settle.versions import Versions
from sayso.settle.voices import Origins, directness
from sayso.settle.words import tells

__all__ = ["corrected", "retracted", "unsaid"]


def unsaid(
    standing: Sequence[Said], struck: Sequence[Said], origins: Origins, versions: Versions
) -> set[str]:
    """Return the claims that a report only repeats, and whose origin does not say them any more.

    A reprint of what an agency has taken back, or said otherwise since, is no second voice for it. What a
    person judged right stands.
    """
    before: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for one in struck:
        if versions.is_replaced(one.report.id):
            before[one.report.id].add(_what(one.claim))
    if not before:
        return set()
    now: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for one in standing:
        now[versions.family(one.report.id)].add(_what(one.claim))
    gone = set()
    for one in standing:
        span = one.claim.span
        origin = origins.of(one.report, span.field, span.start, span.end)
        if isinstance(origin, str) or one.right is not None:
            continue
        family, what = versions.family(origin.id), _what(one.claim)
        own = versions.family(one.report.id) == family
        if not own and what in before[origin.id] and what not in now[family]:
            gone.add(one.claim.id)
    return gone


def corrected(standing: Sequence[Said], struck: Sequence[Said]) -> set[str]:
    """Return the claims of figures that a later one takes the place of: "lowered the toll from 23 to 19".

    So of all higher ones, where the words of the later say that it corrects the toll, of what its own voice
    has said ("the ministry had spoken of three"), and of what it says was an error. Not what a speaker nearer
    at hand than the one who corrects it has said.
    """
    before = [one for one in struck if one.claim.standing == "superseded"]
    lowered: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    for one in standing:
        quote = one.claim.span.quote
        if _lowers(quote) and (one.low or 0) > 1:
            lowered[one.claim.slot, one.claim.role].append(one)
        elif one.claim.polarity == "negative" and _was_wrong(quote):
            before.append(one)
    if not before and not lowered:
        return set()
    by = _corrected_by(standing, before)
    return {
        one.claim.id
        for one in standing
        for other in (
            *by.get(_figure(one.claim), ()),
            *by.get((*_figure(one.claim), one.voice.name), ()),
            *(o for o in lowered.get((one.claim.slot, one.claim.role), ()) if _is_lower(o, one)),
        )
        if one.right is None
        and _can_be_before(one, other)
        and directness(one.voice) <= directness(other.voice)
    }


def _corrected_by(standing: Iterable[Said], before: Iterable[Said]) -> dict[tuple[object, ...], list[Said]]:
    """Return who says that a figure holds no more, by what is said, or by that and by whose word it was."""
    lower: dict[tuple[object, ...], int] = {}
    for one in standing:
        if (low := one.low) is not None and one.claim.polarity == "positive":
            key = (one.report.id, one.claim.slot, one.claim.role)
            lower[key] = min(low, lower.get(key, low))
    corrected: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    for one in before:
        least = lower.get((one.report.id, one.claim.slot, one.claim.role))
        if least is not None and least < (one.low or 0):
            corrected[_figure(one.claim)].append(one)
        elif one.claim.standing == "superseded" and (least is not None or one.claim.slot not in _LEAVING):
            corrected[(*_figure(one.claim), one.voice.name)].append(one)
    return corrected


_LEAVING = frozenset({"missing", "hostages"})
"""Slots that people leave by words that count them as before: "the five missing were found"."""

_lowers = tells(
    r"\b(?:correct(?:s|ed|ing)|revis(?:es|ed|ing)|lower(?:s|ed|ing)|reduc(?:es|ed|ing)|cuts?|downgrad(?:es|ed|ing))"
    r" (?:[\w'’-]+ ){0,4}?(?:toll|count|tally|number (?:of (?:the )?)?(?:dead|deaths|victims))\b"
    r"|\b(?:toll|count|tally) (?:(?:[\w'’-]+ ){1,8}?)?(?:was|is|has been|were) "
    r"(?:corrected|lowered|reduced|cut|downgraded|revised down(?:wards?)?)\b"
    r"|\b(?:toll|count|tally) (?:corrected|lowered|reduced|cut|downgraded) (?:down )?(?:from [\w-]+ )?to\b",
)
"""Words of a figure by which it takes the place of the higher ones before it."""


_was_wrong = tells(
    r"^(?!.*\bby\b)(?:.*\b)?(?:figure|number|toll|count|tally)\b[^.;]*\b(?:was|were|had been) (?:\w+ )?"
    r"(?:incorrect|wrong|erroneous|mistaken|inaccurate|an? (?:\w+ )?(?:error|mistake)"
    r"|(?:given|published|released) in error)\b",
)
"""Words by which an earlier figure was an error, not only another's claim that is disputed."""


def _can_be_before(one: Said, other: Said) -> bool:
    """Tell whether a row was published before another, or on a day of which nobody tells the hour."""
    hours_told = not one.day_only and not other.day_only
    if hours_told or one.at.date() != other.at.date():
        return one.at < other.at
    return one.report.id != other.report.id


def _is_lower(one: Said, other: Said) -> bool:
    """Tell whether a row of one slot and role counts fewer than another."""
    return one.claim.polarity == "positive" and (one.low or 0) < (other.low or 0)


def retracted(standing: Sequence[Said], struck: Sequence[Said], origins: Origins) -> set[str]:
    """Return the claims that their outlet, or who said so, takes back in a later report; of reprints too.

    "We retract our report that ..." is of the outlet that prints it, unless it is another that is named. "At
    least five" in it is the five of a headline too.
    """
    taken: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    for one in struck:
        if one.claim.standing == "retracted":
            taken[_number(one.claim)].append(one)
    if not taken:
        return set()
    outlets = {one.claim.id: {_outlet(one), origins.outlet(one.report, one.claim.span)} for one in standing}
    known = {name for names in outlets.values() for name in names}

    def takes_back(other: Said, one: Said) -> bool:
        by = {other.voice.name, other.voice.name if other.voice.name in known else _outlet(other)}
        own = by & {one.voice.name, *outlets[one.claim.id]} or _is_army_of(one.voice, other.voice)
        return bool(own) and one.report.id != other.report.id and one.at <= other.at

    return {
        one.claim.id
        for one in standing
        if one.right is None and any(takes_back(other, one) for other in taken.get(_number(one.claim), ()))
    }


def _is_army_of(one: Voice, other: Voice) -> bool:
    """Tell whether two voices are of one army, which one report calls by its country and another does not."""
    words, others = set(one.name.split()), set(other.name.split())
    return one.kind == other.kind == "military" and (words <= others or others <= words)


def _outlet(one: Said) -> str:
    """Return the voice of the outlet in whose report a claim stands; of a report without one, its own."""
    return outlet_voice(one.report.source.name) if one.report.source else f"report {one.report.id}"


def _what(claim: Claim) -> tuple[object, ...]:
    return (claim.slot, claim.role, claim.value)


def _figure(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says of whom, "at least 78" as 78: so it is told of when it holds no more."""
    return (claim.slot, claim.role, _number(claim)[1])


def _number(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says, "at least five" as five, whoever the five are taken for."""
    low = claim.value.low if isinstance(claim.value, Count) else None
    return (claim.slot, claim.value if low is None else low)
