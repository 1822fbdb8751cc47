"""Claims with the sentences that carry them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from heapq import nlargest

import msgspec

from sayso.model import Account, Claim, Copy, Count, Finding, Grounds, Quote, Record, Report
from sayso.sentences import sentence_around
from sayso.settle import Evidence
from sayso.store import View

__all__ = [
    "best_quote",
    "claims_behind",
    "grounds",
    "grounds_in",
    "quoted_in",
    "quotes",
    "quotes_named",
    "repeats",
    "says",
]


MOST_QUOTED = 100
"""Claims quoted of those that support a finding, of its rivals, and of its trail; `why` quotes all.

An incident of 20,000 reports has 100,000 claims, which nobody reads at once.
"""

_NEVER = datetime.min.replace(tzinfo=UTC)


def claims_behind(findings: Iterable[Finding]) -> list[str]:
    """Return the ids of all claims that findings name, once each, sorted."""
    return sorted({claim for f in findings for claim in (*f.support, *f.rivals, *f.trail)})


def quoted_in(findings: Iterable[Finding], evidence: Evidence) -> tuple[str, ...]:
    """Return the ids of the claims that a record quotes, sorted.

    They are all, or of more than MOST_QUOTED on one list of a finding so many: those that say what the
    finding says, then those that were published last.
    """
    found: set[str] = set()
    long = []
    for finding in findings:
        for ids in (finding.support, finding.rivals, finding.trail):
            if len(ids) <= MOST_QUOTED:
                found.update(ids)
            else:
                long.append((finding, ids))
    if long:
        published = {report.id: report.published_at or _NEVER for report in evidence.reports}
        at = {account.id: published[account.report_id] for account in evidence.accounts}
        claims = {claim.id: claim for claim in evidence.claims}
        for finding, ids in long:
            told = [(says(claims[key], finding), at[claims[key].account_id], key) for key in ids]
            found.update(key for _, _, key in nlargest(MOST_QUOTED, told))
    return tuple(sorted(found))


def best_quote(finding: Finding, quoted: Mapping[str, Quote]) -> Quote | None:
    """Return the quote that is shown beside a finding: of those that say what it prints the last published.

    The words by which people left a count come before those that counted them, a quoted speaker's before a
    narrator's, and what a report says before what another repeats of it. None where no claim is quoted.
    """
    behind = [quoted[claim] for claim in finding.support if claim in quoted]
    echoes = {(report, quote.claim.span.quote) for quote in behind for report in quote.repeated_by}

    def rank(quote: Quote) -> tuple[bool, bool, bool, bool, datetime]:
        left, narrates = quote.claim.slot != finding.slot, quote.claim.speaker.narrates
        first = (quote.report.id, quote.claim.span.quote) not in echoes
        return (says(quote.claim, finding), left, not narrates, first, quote.report.published_at or _NEVER)

    return max(behind, key=rank, default=None)


def says(claim: Claim, finding: Finding) -> bool:
    """Tell whether a claim says what a finding prints."""
    value = claim.value
    if isinstance(value, Count):
        return finding.best in (value.low, value.high)
    return finding.label is not None and value.text == finding.label.text


def quotes(
    view: View,
    wanted: Collection[str],
    claims: Iterable[Claim],
    accounts: Iterable[Account],
    copies: Iterable[Copy],
) -> dict[str, Quote]:
    """Return these claims, by id, each with its sentence and the reports that repeat its words.

    They are in the order of the accounts.
    """
    homes, named = {account.id: account.report_id for account in accounts}, set(wanted)
    chosen = [claim for claim in claims if claim.id in named and claim.account_id in homes]
    place = {account: at for at, account in enumerate(homes)}
    chosen.sort(key=lambda claim: (place[claim.account_id], claim.id))
    texts = view.full_reports({homes[claim.account_id] for claim in chosen})
    copies_of: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        copies_of[copy.of].append(copy)
    reports = {c.id: texts[homes[c.account_id]] for c in chosen}
    return {c.id: _quote(c, reports[c.id], copies_of.get(reports[c.id].id, ())) for c in chosen}


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


def _quote(claim: Claim, report: Report, copies: Sequence[Copy]) -> Quote:
    """Return a claim with the sentence around its words."""
    words = report.field(claim.span.field)
    start, end = sentence_around(words, claim.span.start, claim.span.end)
    return Quote(
        claim=claim,
        report=msgspec.structs.replace(report, text=""),
        sentence=words[start:end],
        start=claim.span.start - start,
        end=claim.span.end - start,
        repeated_by=tuple(sorted(copy.report_id for copy in copies if repeats(copy, claim))),
    )


def repeats(copy: Copy, claim: Claim) -> bool:
    """Tell whether a copy of a claim's report covers its words in the text."""
    if claim.span.field != "text":
        return False
    return any(p.of_start < claim.span.end and claim.span.start < p.of_end for p in copy.passages)
