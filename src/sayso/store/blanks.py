"""What is left of words that are forgotten: ids that others refer to, whose they are, when they came."""

from sayso.model import Account, Claim, Count, Label, Report, Span

__all__ = ["blank_account", "blank_claim", "blank_report"]

NOWHERE = Span(start=0, end=0, quote="")


def blank_report(report: Report) -> Report:
    """Return a report without title, text and address (an address often spells out the title)."""
    return Report(
        id=report.id,
        source=report.source,
        published_at=report.published_at,
        published_grain=report.published_grain,
        published_from=report.published_from,
        received_at=report.received_at,
        replaces=report.replaces,
        item=report.item,
        version=report.version,
        cancels=report.cancels,
    )


def blank_account(account: Account) -> Account:
    """Return an account without kind, place and day."""
    return Account(
        id=account.id, report_id=account.report_id, key=account.key, main=account.main, series=account.series
    )


def blank_claim(claim: Claim) -> Claim:
    """Return a claim without value, speaker and words."""
    value = Count() if isinstance(claim.value, Count) else Label(text="")
    return Claim(id=claim.id, account_id=claim.account_id, slot=claim.slot, value=value, span=NOWHERE)
