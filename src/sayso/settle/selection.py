"""The first step of settling: which claims stand in their own report, and in whose voice."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache

import msgspec

from sayso.model import Claim, Count, Incident, Judgement, Report, SpeakerKind, Voice
from sayso.settle.bodies import Offices
from sayso.settle.corrections import corrected, retracted, unsaid
from sayso.settle.evidence import Evidence, Said, Selection
from sayso.settle.outlets import outlet_voice
from sayso.settle.people import is_firm
from sayso.settle.ranges import ROUNDED
from sayso.settle.statements import NOT_COUNTED
from sayso.settle.versions import Versions
from sayso.settle.voices import DIRECT, Origins, directness, is_body, is_named, voice_of
from sayso.settle.words import tells

__all__ = ["select"]


def select(incident: Incident, evidence: Evidence) -> Selection:
    """Return the incident's claims in the order in which they were published, not in which they arrived.

    Struck are claims that their own report gives as superseded or retracted, all of a report that a later
    version replaces, those that a report only repeats from such a one, figures that somebody as direct has
    corrected downwards since, those that their outlet has taken back since, and those judged wrong.
    """
    reports = {report.id: report for report in evidence.reports}
    homes = {account.id: account.report_id for account in evidence.accounts}
    members = set(incident.account_ids)
    mains = {account.id for account in evidence.accounts if account.main}
    verdicts = _verdicts(evidence.judgements)
    origins = Origins(reports, evidence.copies)
    versions = Versions((*evidence.reports, *evidence.versions))
    standing: list[Said] = []
    struck: list[Said] = []
    claims = [one for one in _once(evidence.claims) if one.by is None or one.id in verdicts]
    offices, first = Offices(claims), _first_by(claims, homes, origins)
    for claim in claims:
        report = reports.get(homes.get(claim.account_id, ""))
        if claim.account_id not in members or report is None:
            continue
        judged = verdicts.get(claim.id)
        verdict = judged.verdict if judged else None
        if claim.by is not None and verdict not in ("right", "wrong"):
            continue  # a correction that was taken back
        right = judged.at if judged and verdict == "right" else None
        voice = voice_of(claim, report, origins, offices)
        said = Said(claim, voice, report, right, origin=first(claim, report), main=claim.account_id in mains)
        replaced = versions.is_replaced(report.id)
        stands = claim.standing == "current" and not replaced and verdict != "wrong"
        (standing if stands else struck).append(said)
    standing = _headlines(_unnamed(_in_person(_by_name(standing, offices))))
    gone = unsaid(standing, struck, origins, versions)
    gone |= corrected(standing, struck) | retracted(standing, struck, origins)
    struck += [one for one in standing if one.claim.id in gone]
    return Selection(_ordered([one for one in standing if one.claim.id not in gone]), _ordered(struck))


def _first_by(
    claims: Sequence[Claim], homes: Mapping[str, str], origins: Origins
) -> Callable[[Claim, Report], Report | None]:
    """Return what tells the report of another outlet from which a claim's words, and its value, are taken."""
    origin_ids = origins.ids()
    told = {
        (home, claim.slot, claim.value)
        for claim in (claims if origin_ids else ())
        if (home := homes.get(claim.account_id)) in origin_ids
    }

    def first(claim: Claim, report: Report) -> Report | None:
        span = claim.span
        origin = origins.of(report, span.field, span.start, span.end)
        if isinstance(origin, str) or origin is report or (origin.id, claim.slot, claim.value) not in told:
            return None
        sources = [one.source and outlet_voice(one.source.name) for one in (origin, report)]
        return None if sources[0] == sources[1] else origin

    return first


_BODY_AGAIN = re.compile(
    r"(?:the|this|that|its) (ministry|agency|department|office|council|authority|service|institute|committee"
    r"|commission|directorate|administration|centre|center|charity|union|monitor|organi[sz]ation|group)",
    re.I,
)
"""A body that was named before: "the ministry"; the word by which its name is known."""

_WRITTEN = re.compile(
    r"(?:(?:(?:the|its|a|their) (?:\w+ )?)?(?:statement|communiqu[eé]|bulletin|press release|entity"
    r"|institution|(?:Facebook |social media )?post|tweet)"
    r"|(?:(?:the|an?|its|new|latest|official|provisional|preliminary|updated|final) )+"
    r"(?:toll|count|tally|figures))",
    re.I,
)
"""What a body has put out, or a word for any body: whoever was named last before it speaks by it."""


def _by_name(standing: Sequence[Said], offices: Offices) -> list[Said]:
    """Return the claims of a body that is not named in the voice of the one that the same report names.

    "The ministry" is "Torvia's transport ministry" where that is the last ministry named before it, "the
    council" the body of that name by whatever letters it goes, "the statement" the last one that spoke.
    """
    unnamed = {one.claim.id: noun for one in standing if (noun := _noun(one.claim.speaker.name)) is not None}
    if not unnamed:
        return list(standing)
    named: dict[str, list[Said]] = defaultdict(list)
    for one in standing:
        if not one.claim.speaker.narrates and one.claim.id not in unnamed:
            named[one.report.id].append(one)

    def meant(one: Said, noun: str) -> Said:
        others = [
            other
            for other in named[one.report.id]
            if (noun in offices.in_full(other.claim.speaker).casefold() if noun else _is_body(other.voice))
        ]
        before = [other for other in others if _place(other) < _place(one)]
        if not before and len({other.voice.name for other in others}) != 1:
            return one
        other = max(before, key=_place) if before else others[0]
        claim = msgspec.structs.replace(one.claim, speaker=other.claim.speaker)
        return msgspec.structs.replace(one, claim=claim, voice=other.voice)

    return [one if (noun := unnamed.get(one.claim.id)) is None else meant(one, noun) for one in standing]


def _noun(name: str) -> str | None:
    """Return the word by which a body is known that is not named; "" of any body, None where one is named."""
    if again := _BODY_AGAIN.fullmatch(name):
        return again[1].casefold()
    return "" if _WRITTEN.fullmatch(name) else None


def _is_body(voice: Voice) -> bool:
    """Tell whether somebody speaks who puts out statements on what he knows at first hand."""
    return directness(voice) >= DIRECT or voice.kind == "ngo-un"


def _place(one: Said) -> tuple[bool, int]:
    """Return where in a report its speaker is named, the title first."""
    span = one.claim.speaker.span or one.claim.span
    return (span.field == "text", span.start)


_CALLING = re.compile(
    r"\b(?:minister|mayor|governor|chief|commander|commissioner|president|chair(?:man|woman|person)?|head|director"
    r"|leader|coordinator|secretary|officials?|authorities|administrator|prefect|spokes(?:man|woman|person)"
    r"|government|residents?|villagers?|witness(?:es)?|locals?|neighbou?rs?|survivors?|relatives|famil(?:y|ies))\b",
    re.I,
)
_FOLK: dict[SpeakerKind, SpeakerKind] = {"other": "witness", "victim-family": "witness"}
"""Kinds that a report gives the same people when it calls them residents and when it names one."""

_OF_THEIR_OWN = frozenset({"ngo-un", "company", "military"})
"""Kinds of which a report seldom quotes two bodies for one number: whoever is named speaks for the body."""


def _in_person(standing: Sequence[Said]) -> list[Said]:
    """Return the claims of an office in the voice of whoever holds it, where the same report names him.

    "Torvia's transport minister" and "Bo Lund", both of a government and with one number in one report, are
    one; so are a charity and its coordinator, residents and the one who is named, and "officials" and whoever
    else is named who knows it at first hand. "The mayor" and a ministry are two.
    """
    people: dict[tuple[object, ...], set[str]] = defaultdict(set)
    voices: dict[str, Voice] = {}
    for one in standing:
        if (
            one.low is not None
            and is_body(one.claim.speaker)
            and not _OFFICIALS.fullmatch(one.claim.speaker.name)
        ):
            people[_number(one)].add(one.voice.name)
            voices[one.report.id + one.voice.name] = one.voice
        if is_named(one.claim.speaker) and one.low is not None:
            people[_number_of_kind(one)].add(one.voice.name)
            if one.claim.speaker.kind in _AT_FIRST_HAND:
                people[_number(one)].add(one.voice.name)
            voices[one.report.id + one.voice.name] = one.voice
    if not people:
        return list(standing)
    return [
        msgspec.structs.replace(one, voice=voices[one.report.id + min(those)])
        if (those := _holders(one, people)) and len(those) == 1 and _is_office(one)
        else one
        for one in standing
    ]


_OFFICIALS = re.compile(r"(?:(?:the|local|some|an?) )?(?:officials?|authorities)", re.I)
_AT_FIRST_HAND: Set[SpeakerKind] = frozenset(
    {"government", "police", "rescue", "medical", "company", "ngo-un"}
)
"""Officials of whom nothing else is told, and the kinds of those of whom they may be."""


def _holders(one: Said, people: Mapping[tuple[object, ...], Set[str]]) -> Set[str]:
    """Return the voices of those named in a report who can be the office that gives the same number."""
    found = people.get(_number_of_kind(one))
    if not found and _OFFICIALS.fullmatch(one.claim.speaker.name):
        found = people.get(_number(one))
    return found or frozenset()


def _number(one: Said) -> tuple[object, ...]:
    return (one.report.id, one.claim.slot, one.low)


def _is_office(one: Said) -> bool:
    """Tell whether somebody speaks who is told of by his calling only, or a body of which one speaks."""
    speaker = one.claim.speaker
    told = speaker.kind in _OF_THEIR_OWN or _CALLING.search(speaker.name) is not None
    return told and not is_named(speaker)


def _number_of_kind(one: Said) -> tuple[object, ...]:
    kind = one.claim.speaker.kind
    return (one.report.id, one.claim.slot, one.claim.role, one.low, _FOLK.get(kind, kind))


_SOME_OFFICIALS = re.compile(
    r"(?:(?:[Tt]he|[Ll]ocal|[Ss]ome|[Aa]n?|[Ss]enior|[A-Z]\w+(?:an|ese|ish|i|ic|ch)) )*"
    r"(?:[Oo]fficials?|[Aa]uthorities)"
)
"""Officials of whom at most the country is told: "Torvian officials"."""

_OFFICIAL_KINDS: Set[SpeakerKind] = frozenset({"government", "police", "rescue", "military"})
"""Kinds of those whom another outlet may call just officials; a doctor is seldom one."""


@lru_cache(maxsize=1 << 14)
def _is_unnamed(name: str) -> bool:
    """Tell whether a name tells of no body: of officials, or of a statement, and not whose."""
    return bool(_SOME_OFFICIALS.fullmatch(name) or _WRITTEN.fullmatch(name))


def _unnamed(standing: Sequence[Said]) -> list[Said]:
    """Return the claims of nobody named in the voice of those officials who gave the number before.

    "Torvian officials" with the five dead of whom the regional governor told another outlet may be he; so
    they are no second voice. Who did it is told, not counted, and no number to know anybody by.
    """
    some = {one.claim.id: one for one in standing if _is_unnamed(one.claim.speaker.name)}
    if not some:
        return list(standing)
    first: dict[str, dict[int, Said]] = defaultdict(dict)
    slots = {one.claim.slot for one in some.values() if one.low} - NOT_COUNTED
    for one in standing:
        slot, low = one.claim.slot, one.low
        if low and slot in slots and one.voice.kind in _OFFICIAL_KINDS and one.claim.id not in some:
            first[slot][low] = min(first[slot].get(low, one), one, key=lambda said: said.order)

    def known(one: Said) -> Said:
        if one.claim.id not in some or not one.low or not is_firm(one.claim):
            return one
        told = [said for said in first[one.claim.slot].values() if said.at <= one.at and _is_it(one, said)]
        if not told:
            return one
        other = min(told, key=lambda said: (said.low != one.low, said.order))
        voice = Voice(name=other.voice.name, kind=other.voice.kind, report_ids=one.voice.report_ids)
        return msgspec.structs.replace(one, voice=voice)

    return [known(one) for one in standing]


def _is_it(one: Said, said: Said) -> bool:
    """Tell whether a number is the one that was said before, or is rounded down from it: "over 20" is 24."""
    low, other = one.low or 0, said.low or 0
    is_open = isinstance(one.claim.value, Count) and one.claim.value.high is None
    return low == other or (is_open and low < other <= ROUNDED * low)


_tells_of_some = tells(r"\b(?:among|includ\w+)\b")


def _headlines(standing: Sequence[Said]) -> list[Said]:
    """Return the claims with headlines in the voice of those from whom their text has the same number.

    "4 dead" over "at least four people were killed" that is copied, or that a speaker is quoted for, is no
    word of the outlet's own, unless its text tells of the dead in its own words as well, and not of some.
    """
    titled = {one.report.id for one in standing if one.claim.span.field == "title"}
    texts: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    own: set[tuple[object, ...]] = set()
    for one in standing if titled else ():
        claim = one.claim
        if one.report.id in titled and claim.span.field == "text" and (low := one.low) is not None:
            what = (one.report.id, claim.slot, claim.role)
            if claim.part_of is None and not _tells_of_some(claim.span.quote):
                own.add((*what, one.voice.name))
            texts[*what, low].append(one)
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


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims without repeats of one id."""
    return list({claim.id: claim for claim in claims}.values())


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
