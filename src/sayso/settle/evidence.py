"""What settling works on, and its first step: which claims stand in their own report."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from sayso.model import (
    Account,
    Claim,
    Copy,
    Count,
    Incident,
    Judgement,
    Label,
    Report,
    SpeakerKind,
    Voice,
    Word,
)
from sayso.settle.bodies import Offices
from sayso.settle.versions import Versions
from sayso.settle.voices import Origins, directness, is_named, outlet_voice, voice_of

__all__ = ["Evidence", "Said", "Selection", "select"]

_NEVER = datetime.min.replace(tzinfo=UTC)


class Evidence(Word, frozen=True, kw_only=True):
    """All that had been received by the moment for which a record is wanted; reports need no text.

    `versions` are reports that are versions of these, whether they tell of the incident or not.
    """

    accounts: tuple[Account, ...] = ()
    claims: tuple[Claim, ...] = ()
    reports: tuple[Report, ...] = ()
    copies: tuple[Copy, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    versions: tuple[Report, ...] = ()


class Said(msgspec.Struct, frozen=True, gc=False):
    """A claim with the voice that it is, and when a person judged it right, if one did.

    `outlet` is the voice of a headline's outlet where the claim is that of somebody in the text beneath it,
    `origin` the report of another outlet that said so first, in words that this one only repeats.
    """

    claim: Claim
    voice: Voice
    report: Report
    right: datetime | None
    derivation: str | None = None
    outlet: Voice | None = None
    origin: Report | None = None

    @property
    def at(self) -> datetime:
        """When it was first published, for a reprint is no news; the beginning of time where nobody tells."""
        return (self.origin or self.report).published_at or _NEVER

    @property
    def day_only(self) -> bool:
        """True where no hour is told of when it was published."""
        return (self.origin or self.report).published_grain != "instant"

    @property
    def low(self) -> int | None:
        """The least number of people that it tells of; None for a fact, and where only a ceiling is told."""
        return self.claim.value.low if isinstance(self.claim.value, Count) else None

    @property
    def text(self) -> str:
        """The words of a fact; "" for a count."""
        return self.claim.value.text if isinstance(self.claim.value, Label) else ""

    @property
    def order(self) -> tuple[datetime, str, str]:
        """Where it comes among all that was said: by the publisher's clock, then by id."""
        return (self.at, self.report.id, self.claim.id)


class Selection(NamedTuple):
    """The claims of an incident in order: those that stand, and those withdrawn, replaced or judged wrong."""

    standing: tuple[Said, ...]
    struck: tuple[Said, ...]


def select(incident: Incident, evidence: Evidence) -> Selection:
    """Return the incident's claims in the order in which they were published, not in which they arrived.

    Struck are claims that their own report gives as superseded or retracted, all of a report that a later
    version replaces, those that a report only repeats from such a one, figures that somebody as direct has
    corrected downwards since, those that their outlet has taken back since, and those judged wrong.
    """
    reports = {report.id: report for report in evidence.reports}
    homes = {account.id: account.report_id for account in evidence.accounts}
    members = set(incident.account_ids)
    verdicts = _verdicts(evidence.judgements)
    origins = Origins(reports, evidence.copies)
    versions = Versions((*evidence.reports, *evidence.versions))
    standing: list[Said] = []
    struck: list[Said] = []
    claims = list({claim.id: claim for claim in evidence.claims}.values())
    offices, first = Offices(claims), _first_by(claims, homes, origins)
    for claim in claims:
        report = reports.get(homes.get(claim.account_id, ""))
        if claim.account_id not in members or report is None:
            continue
        judged = verdicts.get(claim.id)
        verdict = judged.verdict if judged else None
        if claim.by is not None and verdict not in ("right", "wrong"):
            continue  # a correction that was not made yet, or was taken back
        right = judged.at if judged and verdict == "right" else None
        voice = voice_of(claim, report, origins, offices)
        said = Said(claim, voice, report, right, origin=first(claim, report))
        replaced = versions.is_replaced(report.id)
        stands = claim.standing == "current" and not replaced and verdict != "wrong"
        (standing if stands else struck).append(said)
    standing = _headlines(_in_person(standing))
    unsaid = _unsaid(standing, struck, origins, versions)
    unsaid |= _corrected(standing, struck) | _retracted(standing, struck, origins)
    struck += [one for one in standing if one.claim.id in unsaid]
    return Selection(_ordered([one for one in standing if one.claim.id not in unsaid]), _ordered(struck))


def _first_by(
    claims: Sequence[Claim], homes: Mapping[str, str], origins: Origins
) -> Callable[[Claim, Report], Report | None]:
    """Return what tells the report of another outlet from which a claim's words, and its value, are taken."""
    told = {(homes.get(claim.account_id), claim.slot, claim.value) for claim in claims}

    def first(claim: Claim, report: Report) -> Report | None:
        span = claim.span
        origin = origins.of(report, span.field, span.start, span.end)
        if isinstance(origin, str) or origin is report or (origin.id, claim.slot, claim.value) not in told:
            return None
        sources = [one.source and outlet_voice(one.source.name) for one in (origin, report)]
        return None if sources[0] == sources[1] else origin

    return first


_CALLING = re.compile(
    r"\b(?:minister|mayor|governor|chief|commander|commissioner|president|chair(?:man|woman|person)?|head|director"
    r"|leader|coordinator|secretary|officials?|authorities|administrator|prefect|spokes(?:man|woman|person)"
    r"|residents?|villagers?|witness(?:es)?|locals?|neighbou?rs?|survivors?|relatives|famil(?:y|ies))\b",
    re.I,
)
_FOLK: dict[SpeakerKind, SpeakerKind] = {"other": "witness", "victim-family": "witness"}
"""Kinds that a report gives the same people when it calls them residents and when it names one."""

_OF_THEIR_OWN = frozenset({"ngo-un", "company", "military"})
"""Kinds of which a report seldom quotes two bodies for one number: whoever is named speaks for the body."""


def _in_person(standing: Sequence[Said]) -> list[Said]:
    """Return the claims of an office in the voice of whoever holds it, where the same report names him.

    "Torvia's transport minister" and "Bo Lund", both of a government and with one number in one report, are
    one; so are a charity and its coordinator, and residents and the one who is named. "The mayor" and a
    ministry are two.
    """
    people: dict[tuple[object, ...], set[str]] = defaultdict(set)
    voices: dict[str, Voice] = {}
    for one in standing:
        if one.low is not None and is_named(one.claim.speaker):
            people[_number_of_kind(one)].add(one.voice.name)
            voices[one.report.id + one.voice.name] = one.voice
    return [
        msgspec.structs.replace(one, voice=voices[one.report.id + min(those)])
        if (those := people.get(_number_of_kind(one), set())) and len(those) == 1 and _is_office(one)
        else one
        for one in standing
    ]


def _is_office(one: Said) -> bool:
    """Tell whether somebody speaks who is told of by his calling only, or a body of which one speaks."""
    speaker = one.claim.speaker
    told = speaker.kind in _OF_THEIR_OWN or _CALLING.search(speaker.name) is not None
    return told and not is_named(speaker)


def _number_of_kind(one: Said) -> tuple[object, ...]:
    kind = one.claim.speaker.kind
    return (one.report.id, one.claim.slot, one.claim.role, one.low, _FOLK.get(kind, kind))


_AMONG = re.compile(r"\b(?:among|includ\w+)\b", re.I)


def _headlines(standing: Sequence[Said]) -> list[Said]:
    """Return the claims with headlines in the voice of those from whom their text has the same number.

    "4 dead" over "at least four people were killed" that is copied, or that a speaker is quoted for, is no
    word of the outlet's own, unless its text tells of the dead in its own words as well, and not of some.
    """
    texts: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    own: set[tuple[object, ...]] = set()
    for one in standing:
        if one.claim.span.field == "text" and one.low is not None:
            what = (one.report.id, one.claim.slot, one.claim.role)
            if one.claim.part_of is None and not _AMONG.search(one.claim.span.quote):
                own.add((*what, one.voice.name))
            texts[*what, one.low].append(one)
    return [_beneath(one, texts, own) if one.claim.span.field == "title" else one for one in standing]


def _beneath(
    one: Said, texts: Mapping[tuple[object, ...], Sequence[Said]], own: Set[tuple[object, ...]]
) -> Said:
    """Return a headline's claim in the voice of those who say so in the text beneath it.

    The "mayor" of a headline is whoever of his kind the text quotes for the same number.
    """
    what = (one.report.id, one.claim.slot, one.claim.role)
    below = texts.get((*what, one.low), ())
    if not one.claim.speaker.narrates:
        alike = [other.voice for other in below if other.claim.speaker.kind == one.claim.speaker.kind]
        return msgspec.structs.replace(one, voice=min(alike, key=lambda v: v.name)) if alike else one
    if not below or (*what, one.voice.name) in own:
        return one
    told = [other for other in below if other.claim.speaker.narrates] or below
    nearest = max(told, key=lambda other: (directness(other.voice), other.claim.id))
    return msgspec.structs.replace(one, voice=nearest.voice, outlet=one.voice)


def _unsaid(
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
    unsaid = set()
    for one in standing:
        span = one.claim.span
        origin = origins.of(one.report, span.field, span.start, span.end)
        if isinstance(origin, str) or one.right is not None:
            continue
        family, what = versions.family(origin.id), _what(one.claim)
        own = versions.family(one.report.id) == family
        if not own and what in before[origin.id] and what not in now[family]:
            unsaid.add(one.claim.id)
    return unsaid


def _corrected(standing: Sequence[Said], struck: Sequence[Said]) -> set[str]:
    """Return the claims of figures that a later one takes the place of: "lowered the toll from 23 to 19".

    So of all higher ones, where the words of the later say that it corrects the toll, of what its own voice
    has said ("the ministry had spoken of three"), and of what it says was an error. Not what a speaker nearer
    at hand than the one who corrects it has said.
    """
    lower: dict[tuple[object, ...], int] = {}
    for one in standing:
        if (low := one.low) is not None and one.claim.polarity == "positive":
            key = (one.report.id, one.claim.slot, one.claim.role)
            lower[key] = min(low, lower.get(key, low))
    corrected: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    outgrown: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    for one in struck:
        least = lower.get((one.report.id, one.claim.slot, one.claim.role))
        if one.claim.standing == "superseded" and least is not None and least < (one.low or 0):
            corrected[_what(one.claim)].append(one)
        elif one.claim.standing == "superseded" and (least is not None or one.claim.slot not in _LEAVING):
            outgrown[(*_what(one.claim), one.voice.name)].append(one)
    for one in standing:
        least = lower.get((one.report.id, one.claim.slot, one.claim.role))
        wrong = one.claim.polarity == "negative" and WAS_WRONG.search(one.claim.span.quote)
        if wrong and least is not None and least < (one.low or 0):
            corrected[_what(one.claim)].append(one)
    lowered = [one for one in standing if (one.low or 0) > 1 and LOWERED.search(one.claim.span.quote)]
    return {
        one.claim.id
        for one in standing
        for other in (
            *corrected.get(_what(one.claim), ()),
            *outgrown.get((*_what(one.claim), one.voice.name), ()),
            *lowered,
        )
        if one.right is None
        and _can_be_before(one, other)
        and directness(one.voice) <= directness(other.voice)
        and (other not in lowered or _is_lower(other, one))
    }


_LEAVING = frozenset({"missing", "hostages"})
"""Slots that people leave by words that count them as before: "the five missing were found"."""

LOWERED = re.compile(
    r"\b(?:correct(?:s|ed|ing)|revis(?:es|ed|ing)|lower(?:s|ed|ing)|reduc(?:es|ed|ing)|cuts?|downgrad(?:es|ed|ing))"
    r" (?:[\w'’-]+ ){0,4}?(?:toll|count|tally|number (?:of (?:the )?)?(?:dead|deaths|victims))\b"
    r"|\b(?:toll|count|tally) (?:(?:[\w'’-]+ ){1,8}?)?(?:was|is|has been|were) "
    r"(?:corrected|lowered|reduced|cut|downgraded|revised down(?:wards?)?)\b"
    r"|\b(?:toll|count|tally) (?:corrected|lowered|reduced|cut|downgraded) (?:down )?(?:from [\w-]+ )?to\b",
    re.I,
)
"""Words of a figure by which it takes the place of the higher ones before it."""


WAS_WRONG = re.compile(
    r"^(?!.*\bby\b)(?:.*\b)?(?:figure|number|toll|count|tally)\b[^.;]*\b(?:was|were|had been) (?:\w+ )?"
    r"(?:incorrect|wrong|erroneous|mistaken|inaccurate|an? (?:\w+ )?(?:error|mistake)"
    r"|(?:given|published|released) in error)\b",
    re.I,
)
"""Words by which an earlier figure was an error, not only another's claim that is disputed."""


def _can_be_before(one: Said, other: Said) -> bool:
    """Tell whether a row was published before another, or on a day of which nobody tells the hour."""
    hours_told = not one.day_only and not other.day_only
    if hours_told or one.at.date() != other.at.date():
        return one.at < other.at
    return one.report.id != other.report.id


def _is_lower(one: Said, other: Said) -> bool:
    """Tell whether a row counts fewer of the same people than another."""
    same = (one.claim.slot, one.claim.role) == (other.claim.slot, other.claim.role)
    return same and one.claim.polarity == "positive" and (one.low or 0) < (other.low or 0)


def _retracted(standing: Sequence[Said], struck: Sequence[Said], origins: Origins) -> set[str]:
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
        own = by & {one.voice.name, *outlets[one.claim.id]}
        return bool(own) and one.report.id != other.report.id and one.at <= other.at

    return {
        one.claim.id
        for one in standing
        if one.right is None and any(takes_back(other, one) for other in taken.get(_number(one.claim), ()))
    }


def _outlet(one: Said) -> str:
    """Return the voice of the outlet in whose report a claim stands; of a report without one, its own."""
    return outlet_voice(one.report.source.name) if one.report.source else f"report {one.report.id}"


def _what(claim: Claim) -> tuple[object, ...]:
    return (claim.slot, claim.role, claim.value)


def _number(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says, "at least five" as five, whoever the five are taken for."""
    low = claim.value.low if isinstance(claim.value, Count) else None
    return (claim.slot, claim.value if low is None else low)


def _ordered(said: list[Said]) -> tuple[Said, ...]:
    return tuple(sorted(said, key=lambda one: one.order))


def _verdicts(judgements: Sequence[Judgement]) -> Mapping[str, Judgement]:
    """Return the last word on each judged claim."""
    latest: dict[str, Judgement] = {}
    for judgement in judgements:
        if judgement.right is None and judgement.superseded_at is None:
            held = latest.get(judgement.left, judgement)
            latest[judgement.left] = max(held, judgement, key=lambda one: (one.at, one.id))
    return latest
