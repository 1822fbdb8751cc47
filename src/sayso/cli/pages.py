"""The pages that a terminal shows: a reading, a list, a record, the grounds of a figure."""

from collections.abc import Iterable
from itertools import groupby

from rich.text import Text

from sayso import phrases
from sayso.casebook.quoting import best_quote
from sayso.clean import clean
from sayso.cli.paper import Paper, marked
from sayso.model import (
    COUNT_SLOTS,
    SLOTS,
    Copy,
    Finding,
    Grounds,
    Headline,
    Quote,
    Reading,
    Record,
    Report,
    Review,
    Totals,
)
from sayso.sentences import sentence_around
from sayso.settle import RULES, printed_names
from sayso.trace import first_hand

__all__ = [
    "print_figures",
    "print_grounds",
    "print_headlines",
    "print_reading",
    "print_record",
    "print_review",
    "print_totals",
]

SHORT_SENTENCE = 220
"""Code points of a sentence in a record; `why` shows all of it."""

MOST_RIVALS = 3
"""Rivals that a record shows beside a figure; `why` shows all of them."""

ORDER = {slot: at for at, slot in enumerate(SLOTS)}


def print_reading(paper: Paper, report: Report, reading: Reading) -> None:
    """Print what one report says: its incidents, then its claims with their sentences."""
    ref = f" · {report.id}" if report.source else ""
    paper.line(f"{phrases.outlet(report)} · {phrases.published_phrase(report)}{ref}")
    if report.title:
        paper.line(report.title, bold=True)
    if reading.skipped is not None:
        paper.line(phrases.unread_phrase(reading.skipped), indent=2)
    elif not reading.accounts:
        paper.line("No incident found.", indent=2)
    for account in reading.accounts:
        paper.line()
        label = f"{account.key}  {phrases.headline(account)}"
        sort = sort_of(main=account.main, series=account.series)
        paper.line(f"{label}{sort}", indent=2, bold=True)
        if account.hit:
            paper.line(f"hit: {'; '.join(clean(thing.quote) for thing in account.hit)}", indent=6)
        claims = [claim for claim in reading.claims if claim.account_id == account.id]
        for claim in sorted(claims, key=lambda claim: ORDER.get(claim.slot, len(ORDER))):
            row = (
                phrases.slot_phrase(claim.slot, claim.role),
                phrases.value_phrase(claim.value)
                + (f" (of {clean(claim.part_of)})" if claim.part_of else ""),
                phrases.speaker_phrase(claim.speaker, report),
                phrases.firmness(claim),
            )
            paper.rows([row], indent=2, widths=(14, None, None, 12))
            words = report.field(claim.span.field)
            start, end = sentence_around(words, claim.span.start, claim.span.end)
            paper.line(marked(words[start:end], claim.span.start - start, claim.span.end - start), indent=6)
    paper.line()


def print_headlines(paper: Paper, heads: Iterable[Headline]) -> None:
    """Print one paragraph an incident: what, where, when, and the figures reported now."""
    for head in heads:
        counts = [f for f in head.findings if f.slot in ("killed", "injured", "missing", "casualties", "ill")]
        told = ", ".join(f"{phrases.slot_phrase(f.slot, f.role)} {phrases.finding_phrase(f)}" for f in counts)
        parts = [
            phrases.headline(head.incident) + sort_of(main=head.main, series=head.series),
            phrases.plural(head.reports, "report") + f", last {phrases.time_phrase(head.changed_at)}",
            told,
        ]
        names = (head.incident.id[: phrases.SHORT], "", "")
        paper.rows([row for row in zip(names, parts, strict=True) if row[1]], widths=(phrases.SHORT, None))


def sort_of(*, main: bool, series: bool) -> str:
    """Return what makes an account or a line of a list no incident of its own, in brackets; "" for most."""
    return " (background)" if not main else " (several incidents)" if series else ""


def print_totals(paper: Paper, totals: Totals) -> None:
    """Print the people over the incidents of a list, and what is not known of them."""
    counts = "; ".join(map(phrases.total_phrase, totals.counts))
    paper.line()
    paper.line(f"In all of {phrases.plural(totals.incidents, 'incident')}, attackers included: {counts}.")
    if totals.series:
        left_out = phrases.plural(totals.series, "line")
        paper.line(f"Without {left_out} that tell of several incidents as one.")


def print_review(paper: Paper, review: Review) -> None:
    """Print what a person should look at: pairs that nearly were joined, and figures that stand on little."""
    if review.near:
        paper.line("Nearly joined: one incident, or two?", bold=True)
    for near in review.near:
        paper.line()
        print_headlines(paper, (near.left, near.right))
        reasons = "; ".join(near.link.reasons)
        paper.rows(
            [("", f"score {phrases.score_phrase(near.link.score)}: {reasons}")], widths=(phrases.SHORT, None)
        )
    if review.near and review.doubts:
        paper.line()
    if review.doubts:
        paper.line("Disputed, or not certain: which claim is right?", bold=True)
    for doubt in review.doubts:
        finding = doubt.finding
        told = f"{phrases.slot_phrase(finding.slot, finding.role)} {phrases.finding_phrase(finding)}"
        paper.line()
        names = (doubt.head.incident.id[: phrases.SHORT], "")
        parts = (phrases.headline(doubt.head.incident), f"{told} · {phrases.doubt_phrase(doubt.why)}")
        paper.rows(list(zip(names, parts, strict=True)), widths=(phrases.SHORT, None))
        for quote in doubt.quotes:
            _print_quote(paper, quote)


def print_record(paper: Paper, record: Record) -> None:
    """Print one record: every figure with who says it and the sentence, its rivals beside it."""
    print_figures(paper, record)
    _print_facts(paper, record)
    _print_hit(paper, record)
    _print_copies(paper, record)
    _print_related(paper, record)
    _print_revisions(paper, record)
    _print_judgements(paper, record)
    _print_reports(paper, record)
    _print_forgotten(paper, record)


def print_figures(paper: Paper, record: Record) -> None:
    """Print the head of a record and its counts, those of victims first."""
    incident = record.incident
    reports = {account.report_id for account in record.accounts}
    as_of = f" · as of {phrases.time_phrase(record.as_of)}" if record.as_of else ""
    paper.line(phrases.headline(incident), bold=True)
    counted = f"{phrases.plural(len(reports), 'report')}, {phrases.plural(record.voices, 'voice')}"
    profile = "" if record.profile == "desk" else f" · {record.profile} figures"
    paper.line(f"{incident.id[: phrases.SHORT]} · {counted}{as_of}{profile}")
    quotes = {quote.claim.id: quote for quote in record.quotes}
    for finding in sorted(record.findings, key=lambda f: (ORDER.get(f.slot, len(ORDER)), f.role != "victim")):
        if finding.slot in COUNT_SLOTS:
            paper.line()
            _print_count(paper, finding, quotes)


def print_grounds(paper: Paper, record_id: str, slot: str, grounds: Iterable[Grounds]) -> None:
    """Print, for each finding on a slot, the rule, the voices, and every sentence."""
    shown = False
    for ground in grounds:
        finding = ground.finding
        paper.line(
            f"{phrases.slot_phrase(finding.slot, finding.role)}: {phrases.finding_phrase(finding)}", bold=True
        )
        profile = "" if finding.profile == "desk" else f" · profile: {finding.profile}"
        rule = RULES.get(finding.rule, finding.rule or "none named")
        paper.line(f"{phrases.standing_phrase(finding.standing)} · rule: {rule}{profile}", indent=2)
        if finding.derivation:
            paper.line(finding.derivation, indent=2)
        if finding.voices:
            names = printed_names((*ground.support, *ground.rivals, *ground.trail))
            told = "; ".join(
                f"{names.get(v.name, v.name)} ({phrases.plural(len(v.report_ids), 'report')})"
                for v in finding.voices
            )
            what = "figure" if finding.label is None else "word"
            paper.line(f"{phrases.plural(len(finding.voices), 'voice')} for this {what}: {told}", indent=2)
        for title, those in (
            ("What it rests on", ground.support),
            ("What rivals it", ground.rivals),
            ("What was said before", ground.trail),
        ):
            if those:
                paper.line()
                paper.line(title, indent=2, bold=True)
            for quote in those:
                _print_quote(paper, quote)
        paper.line()
        shown = True
    if not shown:
        paper.line(f"Nothing is said of {slot} in the reports on {record_id}.")


def _print_count(paper: Paper, finding: Finding, quotes: dict[str, Quote]) -> None:
    """Print one figure: the range, how it stands, its sentence, and the rivals beside it."""
    standing = phrases.standing_phrase(finding.standing)
    if finding.standing == "disputed":
        standing += f", {len(finding.voices)} for it"
    elif len(finding.voices) > 1:
        standing += f", {len(finding.voices)} voices"
    slot = phrases.slot_phrase(finding.slot, finding.role)
    paper.rows([(slot, _bold(phrases.finding_phrase(finding)), standing)], widths=(22, None, 22))
    if finding.derivation and finding.best:
        paper.line(f"worked out: {finding.derivation}", indent=4)
    best = best_quote(finding, quotes)
    if best:
        paper.line(_said(best), indent=4)
    _print_rivals(paper, finding, quotes, indent=4)


def _print_rivals(paper: Paper, finding: Finding, quotes: dict[str, Quote], indent: int) -> None:
    """Print what is said beside a figure, or against a fact."""
    rivals = [quotes[claim] for claim in finding.rivals if claim in quotes]
    for rival in rivals[:MOST_RIVALS]:
        beside = f"beside it {phrases.value_phrase(rival.claim.value)}" if not finding.label else "against it"
        paper.line(Text.assemble(f"{beside} · ", _said(rival)), indent=indent)
    if len(rivals) > MOST_RIVALS:
        paper.line(f"and {len(finding.rivals) - MOST_RIVALS} more: see why", indent=indent)


def _print_facts(paper: Paper, record: Record) -> None:
    """Print facts by slot: the words, how they stand, who says so."""
    quotes = {quote.claim.id: quote for quote in record.quotes}
    facts = [finding for finding in record.findings if finding.slot not in COUNT_SLOTS]
    facts.sort(key=lambda finding: ORDER.get(finding.slot, len(ORDER)))
    for slot, those in groupby(facts, key=lambda finding: finding.slot):
        paper.line()
        paper.line(slot)
        for finding in those:
            row = (_bold(phrases.finding_phrase(finding)), phrases.standing_phrase(finding.standing))
            paper.rows([row], indent=4, widths=(None, 22))
            best = best_quote(finding, quotes)
            if best:
                paper.line(_said(best), indent=6)
            _print_rivals(paper, finding, quotes, indent=6)


def _print_hit(paper: Paper, record: Record) -> None:
    """Print the things that were hit, and which outlets say so."""
    things = phrases.things_hit(record)
    if things:
        paper.line()
        paper.line("hit")
    for thing in things:
        outlets = ", ".join(dict.fromkeys(phrases.outlet(report) for report in thing.reports))
        paper.line(Text.assemble(_bold(thing.words), f" · {outlets}"), indent=4)


def _print_copies(paper: Paper, record: Record) -> None:
    """Print who repeats whom."""
    if not record.copies:
        return
    names = {report.id: phrases.outlet(report) for report in record.reports}
    place = {report.id: at for at, report in enumerate(record.reports)}
    first: dict[str, Copy] = {}
    told = first_hand(record.copies, record.reports)
    for copy in sorted(told, key=lambda copy: (place.get(copy.of, -1), copy.of)):
        first.setdefault(copy.report_id, copy)
    paper.line()
    paper.line("Who repeats whom", bold=True)
    for origin in sorted({copy.of for copy in first.values()}, key=lambda of: (place.get(of, -1), of)):
        repeats = [
            f"{_named(copy.report_id, names)} ({_share(copy)})"
            for copy in first.values()
            if copy.of == origin
        ]
        paper.line(f"{_named(origin, names)} is repeated by {', '.join(repeats)}", indent=2)


def _print_related(paper: Paper, record: Record) -> None:
    """Print the other incidents that it has to do with, and how; their figures are not in this record."""
    if not record.related:
        return
    known = {
        end: phrases.relation_phrase(relation, record.incident.id)
        for relation in record.relations
        for end in (relation.left, relation.right)
    }
    paper.line()
    paper.line("Other incidents, counted apart", bold=True)
    for other in record.related:
        paper.line(f"{other.id[: phrases.SHORT]}  {phrases.headline(other)}", indent=2)
        paper.line(known.get(other.id, "told of in the same reports"), indent=phrases.SHORT + 4)


def _print_revisions(paper: Paper, record: Record) -> None:
    """Print what readers had been shown otherwise."""
    changed = [r for r in record.revisions if r.before is not None and _says(r.before) != _says(r.after)]
    if not changed:
        return
    paper.line()
    paper.line("What was revised", bold=True)
    for revision in changed:
        slot = phrases.slot_phrase(revision.slot, revision.role)
        words = f"{slot}: {_told(revision.before)} → {_told(revision.after)}"
        paper.rows([(phrases.time_phrase(revision.at), words)], indent=2, widths=(20, None))


def _print_judgements(paper: Paper, record: Record) -> None:
    """Print what people said of the accounts and claims of a record, as far as it holds."""
    held = [judgement for judgement in record.judgements if judgement.superseded_at is None]
    if not held:
        return
    paper.line()
    paper.line("What was judged", bold=True)
    for judgement in held:
        row = (phrases.time_phrase(judgement.at), phrases.judgement_phrase(judgement))
        paper.rows([row], indent=2, widths=(20, None))


def _print_reports(paper: Paper, record: Record) -> None:
    """Print the reports in the order received, with the id of what each tells."""
    if not record.reports:
        return
    accounts = {account.report_id: account.id for account in record.accounts}
    forgotten = {told.report_id for told in record.forgotten}
    paper.line()
    paper.line("Reports, as received", bold=True)
    for report in record.reports:
        title = report.title or ("forgotten" if report.id in forgotten else "no title")
        apart = phrases.published_apart_phrase(report)
        published = f" (published {apart})" if apart else ""
        said = f"{phrases.outlet(report)}{published}: {title} [{report.id}]"
        row = (phrases.time_phrase(report.received_at), accounts.get(report.id, "")[: phrases.SHORT], said)
        paper.rows([row], indent=2, widths=(20, phrases.SHORT, None))


def _print_forgotten(paper: Paper, record: Record) -> None:
    """Print which reports were forgotten, by whom and why."""
    if not record.forgotten:
        return
    paper.line()
    paper.line("Forgotten: the words are gone, and count for nothing here", bold=True)
    for told in record.forgotten:
        row = (phrases.time_phrase(told.at), f"report {told.report_id}, by {told.by}: {told.why}")
        paper.rows([row], indent=2, widths=(20, None))


def _print_quote(paper: Paper, quote: Quote) -> None:
    """Print a claim: who says what, where and when, the sentence, and who repeats it."""
    claim, report = quote.claim, quote.report
    firm = phrases.firmness(claim)
    said = phrases.speaker_phrase(claim.speaker, report) + ("" if firm == "certain" else f" ({firm})")
    published = phrases.published_phrase(report)
    where = published if claim.speaker.narrates else f"{phrases.outlet(report)}, {published}"
    paper.line(f"{phrases.value_phrase(claim.value)} · {said} · {where}", indent=4)
    paper.line(marked(quote.sentence, quote.start, quote.end), indent=6)
    also = f" · also in {', '.join(quote.repeated_by)}" if quote.repeated_by else ""
    paper.line(f"claim {claim.id} in report {report.id}{also}", indent=6)


def _said(quote: Quote) -> Text:
    """Return who says it and the sentence, in short."""
    firm = phrases.firmness(quote.claim)
    who = phrases.speaker_phrase(quote.claim.speaker, quote.report)
    where = "" if quote.claim.speaker.narrates else f", in {phrases.outlet(quote.report)}"
    hedge = "" if firm == "certain" else f" ({firm})"
    sentence = marked(quote.sentence, quote.start, quote.end, longest=SHORT_SENTENCE)
    return Text.assemble(clean(f"{who}{hedge}{where}: "), sentence)


def _told(finding: Finding | None) -> str:
    """Return what readers were shown of a finding."""
    return phrases.NOT_REPORTED if finding is None else phrases.finding_phrase(finding)


def _says(finding: Finding | None) -> object:
    """Return what readers would miss of what they were shown, if it changed."""
    return phrases.bare(finding.label) if finding and finding.label else _told(finding)


def _share(copy: Copy) -> str:
    """Return how a report repeats another."""
    return "credited" if copy.kind == "credited" else phrases.copied_phrase(copy)


def _named(ref: str, names: dict[str, str]) -> str:
    """Return a report by its outlet and id; an agency that is not in the book by its name."""
    return f"{names[ref]} [{ref}]" if ref in names else ref


def _bold(words: str) -> Text:
    return Text(clean(words), style="bold")
