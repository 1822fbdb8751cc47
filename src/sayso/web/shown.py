"""What a page shows of a record: findings with their sentences, what stands how, what changed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from sayso import phrases
from sayso.casebook.quoting import best_quote
from sayso.model import (
    CODES,
    COUNT_SLOTS,
    SLOTS,
    Count,
    Finding,
    Judgement,
    Label,
    Quote,
    Record,
    Revision,
    Status,
)
from sayso.settle import printed_names
from sayso.web import words
from sayso.web.chart import Chart, chart
from sayso.web.filters import address

__all__ = [
    "Change",
    "Fact",
    "Figure",
    "Known",
    "Said",
    "Summary",
    "anchor",
    "change",
    "drawn",
    "facts",
    "figures",
    "judged_claims",
    "known",
    "said",
    "steps_taken",
    "summary",
]

SHORT_SENTENCE = 240
"""Code points of a sentence in a record; the page of the slot shows all of it."""

MOST_RIVALS = 3
"""Rivals shown beside a figure; the page of the slot shows all."""

MOST_NAMES = 6
"""Voices named beside a figure."""

IN_TIME = ("advice", "response")
"""Facts that are shown in order of time, as steps."""

_ORDER = {slot: at for at, slot in enumerate(dict.fromkeys((*COUNT_SLOTS, "suspect", "victim", *SLOTS)))}
"""Numbers first, then persons, then the other facts as in the table of slots."""


class Said(NamedTuple):
    """One claim as it is shown: the value, who says it, where, and the words in their sentence."""

    value: str
    who: str
    firm: str
    outlet: str
    at: datetime | None
    grain: str
    before: str
    words: str
    after: str
    href: str
    repeated: int
    claim_id: str
    report_id: str
    by: str | None
    judged: str
    counts: bool
    text: str
    code: str | None
    codes: tuple[str, ...]


class Figure(NamedTuple):
    """One count as it is shown: figure and range, how it stands, the sentence that says it, its rivals."""

    slot: str
    anchor: str
    name: str
    figure: str
    range: str
    standing: Status
    voices: tuple[str, ...]
    more_voices: int
    best: Said | None
    rivals: tuple[Said, ...]
    more_rivals: int
    claims: int
    rule: str
    derivation: str | None
    chart: Chart | None
    why: str


class Fact(NamedTuple):
    """One thing that is said on a fact slot."""

    slot: str
    anchor: str
    label: str
    told: str
    standing: Status
    voices: tuple[str, ...]
    best: Said | None
    rivals: tuple[Said, ...]
    claims: int
    why: str


class Summary(NamedTuple):
    """What stands how, each as words and the place on the page where it is shown."""

    agreed: tuple[tuple[str, str], ...]
    disputed: tuple[tuple[str, str], ...]
    single: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


class Change(NamedTuple):
    """How a finding changed, in words, and since when; `anchor` is where it stands now."""

    at: datetime
    name: str
    before: str
    after: str
    anchor: str


class Known(NamedTuple):
    """A record with what is looked up in it for each finding, and the moment that its page shows."""

    record: Record
    as_of: datetime | None
    quotes: Mapping[str, Quote]
    names: Mapping[str, str]
    judged: Mapping[str, Judgement]
    received: Mapping[str, datetime | None]
    outlets: Mapping[str, str]


def known(record: Record, as_of: datetime | None) -> Known:
    """Return a record with its quotes by claims, how its voices are printed, and so on, made once a page."""
    return Known(
        record=record,
        as_of=as_of,
        quotes={quote.claim.id: quote for quote in record.quotes},
        names=printed_names(record.quotes, record.reports, record.copies),
        judged=judged_claims(record.judgements),
        received={report.id: report.received_at for report in record.reports},
        outlets={report.id: phrases.outlet(report) for report in record.reports},
    )


def said(quote: Quote, longest: int | None = None, judged: Mapping[str, Judgement] | None = None) -> Said:
    """Return a claim as it is shown."""
    claim, report = quote.claim, quote.report
    firm = phrases.firmness(claim)
    before, marked, after = phrases.shortened(quote.sentence, quote.start, quote.end, longest)
    verdict = (judged or {}).get(claim.id)
    return Said(
        value=phrases.value_phrase(claim.value),
        who=phrases.speaker_phrase(claim.speaker, report),
        firm="" if firm == "certain" else firm,
        outlet="" if claim.speaker.narrates else phrases.outlet(report),
        at=report.published_at or report.received_at,
        grain=report.published_grain if report.published_at else "instant",
        before=before,
        words=marked,
        after=after,
        href=address("reports", report.id, claim=claim.id, fragment=f"c-{claim.id}"),
        repeated=len(quote.repeated_by),
        claim_id=claim.id,
        report_id=report.id,
        by=claim.by,
        counts=isinstance(claim.value, Count),
        text=claim.value.text if isinstance(claim.value, Label) else "",
        code=claim.value.code if isinstance(claim.value, Label) else None,
        codes=CODES.get(claim.slot, ()),
        judged=f"judged {verdict.verdict} by {verdict.by}" if verdict else "",
    )


def judged_claims(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Return the standing judgement on each claim that was judged."""
    held = (j for j in judgements if j.right is None and j.superseded_at is None)
    return {j.left: j for j in held if j.verdict in ("right", "wrong")}


def figures(told: Known) -> list[Figure]:
    """Return the counts of a record, in the order of slots, those of victims first."""
    counts = [finding for finding in told.record.findings if finding.slot in COUNT_SLOTS]
    counts.sort(key=lambda f: (_ORDER[f.slot], f.role != "victim", f.role or ""))
    return [_figure(told, finding) for finding in counts]


def _figure(told: Known, finding: Finding) -> Figure:
    best = best_quote(finding, told.quotes)
    rivals = _unlike([told.quotes[claim] for claim in finding.rivals if claim in told.quotes])
    return Figure(
        slot=finding.slot,
        anchor=anchor(finding),
        name=words.slot(finding.slot, finding.role),
        figure=words.figure(finding),
        range=words.range_of(finding),
        standing=finding.standing,
        voices=tuple(phrases.voice_phrase(voice.name, told.names) for voice in finding.voices[:MOST_NAMES]),
        more_voices=max(0, len(finding.voices) - MOST_NAMES),
        best=said(best, SHORT_SENTENCE, told.judged) if best else None,
        rivals=tuple(said(quote, SHORT_SENTENCE, told.judged) for quote in rivals[:MOST_RIVALS]),
        more_rivals=max(0, len(rivals) - MOST_RIVALS),
        claims=len({*finding.support, *finding.rivals, *finding.trail}),
        rule=finding.rule,
        derivation=finding.derivation,
        chart=drawn(told, finding),
        why=address("incidents", told.record.incident.id, finding.slot, as_of=told.as_of),
    )


def drawn(told: Known, finding: Finding) -> Chart | None:
    """Return the chart of a count; None where there is nothing that moved."""
    named = partial(phrases.voice_phrase, names=told.names)
    return chart(finding, told.record.courses, told.received, named, told.outlets)


def _unlike(those: Sequence[Quote]) -> list[Quote]:
    """Return the first quote of each value and speaker: what is only said again stands on its own page."""
    first: dict[tuple[str, str], Quote] = {}
    for quote in those:
        key = (
            phrases.value_phrase(quote.claim.value),
            phrases.speaker_phrase(quote.claim.speaker, quote.report),
        )
        first.setdefault(key, quote)
    return list(first.values())


def anchor(finding: Finding) -> str:
    """Return where on its page a finding stands."""
    role = f"-{finding.role}" if finding.role and finding.role != "victim" else ""
    return f"{finding.slot}{role}"


def facts(told: Known) -> list[tuple[str, str, list[Fact]]]:
    """Return what is said on facts, by slot: its name, how it is called, each thing said; without steps."""
    found: dict[str, list[Fact]] = {}
    for finding in sorted(told.record.findings, key=lambda f: _ORDER[f.slot]):
        if finding.label is not None and finding.slot not in IN_TIME:
            found.setdefault(finding.slot, []).append(_fact(told, finding))
    return [(slot, words.slot(slot), those) for slot, those in found.items()]


def _fact(told: Known, finding: Finding) -> Fact:
    assert finding.label is not None
    best = best_quote(finding, told.quotes)
    rivals = _unlike([told.quotes[claim] for claim in finding.rivals if claim in told.quotes])
    return Fact(
        slot=finding.slot,
        anchor=anchor(finding),
        label=finding.label.text,
        told=words.fact(finding),
        standing=finding.standing,
        voices=tuple(phrases.voice_phrase(voice.name, told.names) for voice in finding.voices),
        best=said(best, SHORT_SENTENCE, told.judged) if best else None,
        rivals=tuple(said(quote, SHORT_SENTENCE, told.judged) for quote in rivals[:MOST_RIVALS]),
        claims=len({*finding.support, *finding.rivals, *finding.trail}),
        why=address("incidents", told.record.incident.id, finding.slot, as_of=told.as_of),
    )


def steps_taken(told: Known) -> list[Fact]:
    """Return advice to the public and official steps, the first one first."""
    taken = [_fact(told, f) for f in told.record.findings if f.slot in IN_TIME and f.label]
    return sorted(
        taken, key=lambda fact: (fact.best is None or fact.best.at is None, fact.best and fact.best.at)
    )


def summary(record: Record) -> Summary:
    """Return what is agreed, disputed, said by one voice alone, and not known."""
    found: dict[str, dict[str, list[Finding]]] = {}
    for finding in sorted(record.findings, key=lambda f: (_ORDER[f.slot], f.role != "victim")):
        if finding.slot not in IN_TIME:
            found.setdefault(finding.standing, {}).setdefault(anchor(finding), []).append(finding)
    told = {
        standing: tuple((_in_short(those), place) for place, those in by_place.items())
        for standing, by_place in found.items()
    }
    return Summary(
        agreed=told.get("agreed", ()),
        disputed=told.get("disputed", ()),
        single=told.get("single", ()),
        unknown=tuple(words.slot(slot) for slot in record.unknown),
    )


def _in_short(those: Sequence[Finding]) -> str:
    """Return what stands alike on one slot in a few words: "5 killed", "the weapon: rifle (firearm)"."""
    name = words.slot(those[0].slot, those[0].role)
    if those[0].label is None:
        extent = words.extent(those[0]) if those[0].standing == "disputed" else ""
        people = extent or words.figure(those[0])
        return f"{people} {_ONE.get(name, name) if people == '1' else name}"
    told = [words.fact(finding) for finding in those]
    more = f" and {len(told) - MOST_IN_SHORT} more" if len(told) > MOST_IN_SHORT else ""
    return f"{name}: {'; '.join(told[:MOST_IN_SHORT])}{more}"


MOST_IN_SHORT = 3
_ONE = {"attackers": "attacker", "hostages": "hostage"}


def change(revision: Revision) -> Change:
    """Return a revision in words."""
    told = revision.after or revision.before
    return Change(
        at=revision.at,
        name=words.slot(revision.slot, revision.role),
        before=phrases.shown_phrase(revision.before),
        after=phrases.shown_phrase(revision.after),
        anchor=anchor(told) if told else revision.slot,
    )
