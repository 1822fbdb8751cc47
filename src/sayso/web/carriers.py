"""Who repeats whom on an incident: the reports that repeat none of the others, and what repeats each."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sayso import phrases
from sayso.model import Copy, Record, Report
from sayso.trace import first_hand

__all__ = ["Carrier", "Origin", "origins"]


class Carrier(NamedTuple):
    """A report of an incident, and how it repeats the one that it stands under."""

    report: Report
    account_id: str
    how: str
    forgotten: bool
    replaced: bool


class Origin(NamedTuple):
    """A report that repeats none of the others, or an agency that is not in the book, and what repeats it."""

    carrier: Carrier | None
    name: str
    repeats: tuple[Carrier, ...]


def origins(record: Record) -> list[Origin]:
    """Return the reports that repeat none of the others, as received, each with those that repeat it."""
    reports = {report.id: report for report in record.reports}
    accounts = {account.report_id: account.id for account in record.accounts}
    gone = {told.report_id for told in record.forgotten}
    replaced = {report.replaces for report in record.reports if report.replaces}
    under: dict[str, list[Carrier]] = {}
    repeating = set()
    for copy in _nearest(record.copies, reports):
        repeating.add(copy.report_id)
        report = reports[copy.report_id]
        carrier = Carrier(
            report, accounts.get(report.id, ""), _how(copy), report.id in gone, report.id in replaced
        )
        under.setdefault(copy.of, []).append(carrier)
    origins = [
        Origin(
            Carrier(report, accounts.get(report.id, ""), "", report.id in gone, report.id in replaced),
            phrases.outlet(report),
            tuple(under.get(report.id, ())),
        )
        for report in record.reports
        if report.id not in repeating or report.id in under
    ]
    away = [Origin(None, name, tuple(those)) for name, those in under.items() if name not in reports]
    return origins + away


def _nearest(copies: Iterable[Copy], reports: Mapping[str, Report]) -> list[Copy]:
    """Return for each report that repeats another the copy that says most: one in the book, the largest."""
    found: dict[str, Copy] = {}
    for copy in first_hand(copies, reports.values()):
        if copy.report_id in reports:
            held = found.get(copy.report_id, copy)
            found[copy.report_id] = max(held, copy, key=lambda c: (c.of in reports, c.overlap))
    order = {report: at for at, report in enumerate(reports)}
    return sorted(found.values(), key=lambda copy: order[copy.report_id])


def _how(copy: Copy) -> str:
    return "credits it" if copy.kind == "credited" else phrases.copied_phrase(copy)
