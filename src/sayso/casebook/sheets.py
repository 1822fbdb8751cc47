"""One report, whole: its words, what was read in them, and what the book knows beside it."""

from collections.abc import Iterable
from datetime import datetime

from sayso.casebook import gathering
from sayso.casebook.editions import chain
from sayso.errors import NotFoundError
from sayso.model import Claim, Copy, Incident, Report, Sheet
from sayso.store import View

__all__ = ["sheet"]


def sheet(view: View, ref: str, as_of: datetime | None) -> Sheet:
    """Return a report with everything that is marked in it; raises NotFoundError for an unknown one."""
    report = view.full_reports([ref]).get(ref)
    if report is None or (as_of and report.received_at and report.received_at > as_of):
        when = f" by {as_of:%Y-%m-%dT%H:%MZ}" if report and as_of else ""
        raise NotFoundError(f"{ref}: the book holds no such report{when}; `show` names the reports by ids")
    accounts = tuple(view.accounts_of([ref], as_of))
    claims = tuple(sorted(view.claims_of([account.id for account in accounts]), key=_in_order))
    incidents = _incidents(view, [account.id for account in accounts], as_of)
    copies = tuple(view.copies_by([ref], as_of))
    copied = tuple(view.copies_by(view.repeated_by(ref), as_of))
    repeats = tuple(copy for copy in copied if copy.of == ref)
    versions = {other.id: other for other in chain(view, ref, as_of)}
    order = list(versions)
    beside = view.reports(_named_by(report, copies, repeats)) | versions
    judged = {*(account.id for account in accounts), *(claim.id for claim in claims)}
    readings = view.readings(ref)
    return Sheet(
        report=report,
        as_of=as_of,
        reading=readings[-1] if readings else None,
        accounts=accounts,
        claims=claims,
        incidents=incidents,
        copies=copies,
        repeats=repeats,
        replaced_by=tuple(order[order.index(ref) + 1 :]),
        beside=tuple(other for other in beside.values() if other.id != ref),
        judgements=tuple(j for j in view.judgements(as_of) if j.left in judged or j.right in judged),
        forgotten=next(iter(view.forgotten([ref])), None),
    )


def _in_order(claim: Claim) -> tuple[bool, int, int, str]:
    """Order claims as a reader meets them; of those that begin together the longest first."""
    return (claim.span.field != "title", claim.span.start, -claim.span.end, claim.id)


def _incidents(view: View, account_ids: list[str], as_of: datetime | None) -> tuple[Incident, ...]:
    if not account_ids:
        return ()
    held = gathering.clusters_of(view, account_ids, as_of)
    return tuple(gathering.describe(view, cluster, as_of) for cluster in held)


def _named_by(report: Report, copies: Iterable[Copy], repeats: Iterable[Copy]) -> set[str]:
    """Return the reports that a page on this one names."""
    named = {copy.of for copy in copies} | {copy.report_id for copy in repeats}
    return named | ({report.replaces} if report.replaces else set())
