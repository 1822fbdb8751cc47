"""Claims with the sentences that carry them."""

from collections.abc import Collection, Iterable

import msgspec

from sayso.model import Account, Claim, Copy, Finding, Grounds, Quote, Record, Report
from sayso.sentences import sentence_around
from sayso.store import View

__all__ = ["claims_behind", "grounds", "grounds_in", "quotes", "quotes_named"]


def claims_behind(findings: Iterable[Finding]) -> list[str]:
    """Return the ids of all claims that findings name, once each, sorted."""
    return sorted({claim for f in findings for claim in (*f.support, *f.rivals, *f.trail)})


def quotes(
    view: View,
    wanted: Collection[str],
    claims: Iterable[Claim],
    accounts: Iterable[Account],
    copies: Iterable[Copy],
) -> dict[str, Quote]:
    """Return these claims, by id, each with its sentence and the reports that repeat its words."""
    homes, named = {account.id: account.report_id for account in accounts}, set(wanted)
    chosen = [claim for claim in claims if claim.id in named and claim.account_id in homes]
    texts = view.full_reports({homes[claim.account_id] for claim in chosen})
    repeats = list(copies)
    return {c.id: _quote(c, texts[homes[c.account_id]], repeats) for c in chosen}


def quotes_named(view: View, ids: Collection[str]) -> dict[str, Quote]:
    """Return these claims, of whatever incident, each with its sentence; none that is withdrawn."""
    claims = view.claims_named(ids)
    return quotes(view, ids, claims, view.accounts_named([claim.account_id for claim in claims]), ())


def grounds_in(record: Record, slot: str) -> tuple[Grounds, ...]:
    """Return the grounds of each finding that a record has on a slot."""
    quoted = {quote.claim.id: quote for quote in record.quotes}
    return tuple(grounds(finding, quoted) for finding in record.findings if finding.slot == slot)


def grounds(finding: Finding, quoted: dict[str, Quote]) -> Grounds:
    """Return a finding with the quotes behind it."""

    def those(claims: tuple[str, ...]) -> tuple[Quote, ...]:
        return tuple(quoted[claim] for claim in claims if claim in quoted)

    return Grounds(
        finding=finding,
        support=those(finding.support),
        rivals=those(finding.rivals),
        trail=those(finding.trail),
    )


def _quote(claim: Claim, report: Report, copies: list[Copy]) -> Quote:
    """Return a claim with the sentence around its words."""
    words = report.field(claim.span.field)
    start, end = sentence_around(words, claim.span.start, claim.span.end)
    return Quote(
        claim=claim,
        report=msgspec.structs.replace(report, text=""),
        sentence=words[start:end],
        start=claim.span.start - start,
        end=claim.span.end - start,
        repeated_by=tuple(sorted(copy.report_id for copy in copies if _repeats(copy, report, claim))),
    )


def _repeats(copy: Copy, report: Report, claim: Claim) -> bool:
    """Tell whether a copy of a report covers the words of a claim in its text."""
    if copy.of != report.id or claim.span.field != "text":
        return False
    return any(p.of_start < claim.span.end and claim.span.start < p.of_end for p in copy.passages)
