"""Which reports a later version of the same item replaces, or takes back."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from sayso.model import Report

__all__ = ["Versions"]

_NEVER = datetime.min.replace(tzinfo=UTC)


class Versions:
    """Reports by what they are versions of; the order in which they arrived makes no difference.

    A report is replaced when another one names it as the one that it replaces, or is a later version of
    the same item: by its number, then by when it was published, then one that takes the item back. One
    that takes it back without a number is later than all.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        """Take all reports known, in any order."""
        known = {report.id: report for report in reports}
        self._families = {ref: ref for ref in known}
        self._replaced = {report.replaces for report in known.values() if report.replaces}
        for report in known.values():
            if report.replaces:
                self._join(report.id, report.replaces)
        for versions in _by_item(known.values()):
            *earlier, _ = sorted(versions, key=_rank)
            self._replaced.update(report.id for report in earlier)
            for report in earlier:
                self._join(report.id, versions[0].id)
            self._join(versions[-1].id, versions[0].id)

    def is_replaced(self, ref: str) -> bool:
        """Tell whether a later version has taken the place of a report."""
        return ref in self._replaced

    def family(self, ref: str) -> str:
        """Return the id that stands for all versions of a report."""
        while (other := self._families.get(ref, ref)) != ref:
            ref = other
        return ref

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self.family(one), self.family(other)))
        self._families[second] = first


def _by_item(reports: Iterable[Report]) -> Iterable[list[Report]]:
    items: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.item:
            items[report.item].append(report)
    return items.values()


def _rank(report: Report) -> tuple[bool, int, datetime, bool, str]:
    unnumbered = report.cancels and report.version is None
    at = report.published_at or _NEVER
    return (unnumbered, report.version or 0, at, report.cancels, report.id)
