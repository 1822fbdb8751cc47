"""The versions of a report: which there are, what changed between two, and whether a page has a new one."""

from collections.abc import Iterable
from datetime import datetime

from sayso.errors import NotFoundError
from sayso.model import Difference, Grain, PublishedFrom, Report
from sayso.store import Store, View
from sayso.store.moments import EPOCH
from sayso.trace import difference, new_version

__all__ = ["Editions", "chain"]


class Editions:
    """The part of a casebook that knows versions."""

    store: Store

    def versions(self, report_id: str, as_of: datetime | None = None) -> tuple[Report, ...]:
        """Return a report and all other versions of it, without their texts, the first one first.

        Versions are reports that say which one they replace, and those of one item of an agency. Raises
        NotFoundError when the book does not hold the report.
        """
        with self.store.view() as view:
            return tuple(chain(view, report_id, as_of))

    def changed(self, report_id: str, as_of: datetime | None = None) -> Difference | None:
        """Return in what a report differs from the version before it.

        None for a first version, and where the words of either were forgotten.
        """
        with self.store.view() as view:
            versions = [report.id for report in chain(view, report_id, as_of)]
            at = versions.index(report_id)
            if at == 0 or view.forgotten(versions[at - 1 : at + 1]):
                return None
            earlier, later = versions[at - 1 : at + 1]
            told = view.full_reports([earlier, later])
        return difference(told[later], told[earlier])

    def next_version(
        self,
        found: Report,
        updated: tuple[datetime, Grain] | None = None,
        updated_from: PublishedFrom = "metadata",
    ) -> Report:
        """Return what was found at an address as the book is to keep it.

        If it holds a report of this address: that report, where it says the same, else `found` as the version
        that replaces it. Where it is told when the page was `updated`, the version counts as published then.
        """
        if found.url is None:
            return found
        with self.store.view() as view:
            held = view.reports_at(found.url)
            if not held:
                return found
            kept = view.full_reports([held[0].id])[held[0].id]
        return new_version(kept, found, updated, updated_from) or kept


def chain(view: View, ref: str, as_of: datetime | None) -> list[Report]:
    """Return all versions of a report in their order; raises NotFoundError for an unknown report."""
    found = view.reports([ref])
    if not found or (as_of and _received(found[ref]) > as_of):
        raise NotFoundError(f"{ref}: the book holds no such report; `show` names the reports by ids")
    edge = set(found)
    while edge:
        near = view.versions_of(edge, as_of)
        edge = set(near) - set(found)
        found = {**found, **near}
    return _ordered(found.values())


def _ordered(reports: Iterable[Report]) -> list[Report]:
    """Return versions in their order: each after the one that it replaces, items by number, then time."""
    known = {report.id: report for report in reports}

    def depth(report: Report) -> int:
        seen = {report.id}
        while report.replaces in known and report.replaces not in seen:
            seen.add(report.replaces)
            report = known[report.replaces]
        return len(seen)

    return sorted(
        known.values(),
        key=lambda report: (
            depth(report),
            report.cancels and report.version is None,
            report.version or 0,
            report.published_at or EPOCH,
            report.cancels,
            report.id,
        ),
    )


def _received(report: Report) -> datetime:
    return report.received_at or EPOCH
