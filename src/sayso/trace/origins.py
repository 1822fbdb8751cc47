"""Of all that a report repeats, what it has at first hand: a copy of a copy repeats the origin."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from sayso.model import Copy, Report
from sayso.trace.credits import is_hearsay, publishes

__all__ = ["first_hand"]


def first_hand(copies: Iterable[Copy], reports: Iterable[Report] = ()) -> tuple[Copy, ...]:
    """Return the copies without those whose passages an earlier origin has as well.

    Where a report repeats both a story and a reprint of it, it is shown as a copy of the story; where it has
    much more of the later one, as of an agency's whole story after its first lines, of that one. Credits to
    agencies are kept, unless they stand in a passage that is repeated from elsewhere, or the origin credits
    the same agency: it is the origin that credits. A credit is to the agency's own report where `reports`,
    those on the incident, hold one that is no later; one to a paper or a broadcaster for some sentences is
    told of only then. In the order of the reports' and origins' ids.
    """
    named = {report.id: report for report in reports}
    told = sorted({_found(copy, named) for copy in copies}, key=lambda copy: (copy.report_id, copy.of))
    of = {(copy.report_id, copy.of): copy.overlap for copy in told if copy.kind != "credited"}
    return tuple(
        copy
        for copy in told
        if not is_hearsay(copy)
        and not (
            _is_taken_over(copy, told)
            if copy.kind == "credited"
            else any(_is_less(copy.of, other, of, copy) for report, other in of if report == copy.report_id)
        )
    )


MUCH_MORE = 2.0
"""How many times as much a report must have of a later story as of the one that both begin with."""


def _is_less(one: str, other: str, of: Mapping[tuple[str, str], float], copy: Copy) -> bool:
    """Tell whether of two origins, of which one repeats the other, the other is the one that is repeated."""
    share = {origin: of[copy.report_id, origin] for origin in (one, other)}
    if (one, other) in of:
        return MUCH_MORE * share[other] >= share[one]
    return (other, one) in of and MUCH_MORE * share[one] < share[other]


def _found(copy: Copy, reports: Mapping[str, Report]) -> Copy:
    """Return a credit to an agency as one to its own report, if one alone was there to be credited.

    Of several reports of a paper's or a broadcaster's it is the last.
    """
    crediting = reports.get(copy.report_id)
    if copy.kind != "credited" or copy.of in reports or not crediting or not crediting.published_at:
        return copy
    own = sorted(
        (report.published_at, report.id)
        for report in reports.values()
        if report.source and publishes(copy.of, report.source)
        if report.published_at and report.published_at <= crediting.published_at
    )
    return replace(copy, of=own[-1][1]) if len(own) == 1 or (own and is_hearsay(copy)) else copy


def _is_taken_over(credit: Copy, told: list[Copy]) -> bool:
    """Tell whether what is credited stands in passages that a report repeats, or its origin credits it too.

    A third of a credited sentence tells: reworking changes the words about who said it.
    """
    repeated = [copy for copy in told if copy.report_id == credit.report_id and copy.kind != "credited"]
    origins = {copy.of for copy in repeated}
    if credit.of in origins or any(c.report_id in origins and c.of == credit.of for c in told):
        return True
    taken = [passage for copy in repeated for passage in copy.passages]
    return bool(credit.passages) and all(
        3 * sum(max(0, min(p.end, t.end) - max(p.start, t.start)) for t in taken) >= p.end - p.start
        for p in credit.passages
    )
