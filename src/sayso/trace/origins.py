"""Of all that a report repeats, what it has at first hand: a copy of a copy repeats the origin."""

from collections.abc import Iterable

from sayso.model import Copy

__all__ = ["first_hand"]


def first_hand(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return the copies without those whose passages an earlier origin has as well.

    Where a report repeats both a story and a reprint of it, it is shown as a copy of the story. Credits to
    agencies are kept, unless they stand in a passage that is repeated from elsewhere: it is the origin that
    credits. In the order of the reports' and origins' ids.
    """
    told = sorted(set(copies), key=lambda copy: (copy.report_id, copy.of))
    of = {(copy.report_id, copy.of) for copy in told if copy.kind != "credited"}
    return tuple(
        copy
        for copy in told
        if not (
            _is_taken_over(copy, told)
            if copy.kind == "credited"
            else any((copy.report_id, origin) in of for report, origin in of if report == copy.of)
        )
    )


def _is_taken_over(credit: Copy, told: list[Copy]) -> bool:
    """Tell whether what is credited stands in passages that a report repeats from another report.

    A third of a credited sentence tells: reworking changes the words about who said it.
    """
    taken = [
        passage
        for copy in told
        if copy.report_id == credit.report_id and copy.kind != "credited"
        for passage in copy.passages
    ]
    return bool(credit.passages) and all(
        3 * sum(max(0, min(p.end, t.end) - max(p.start, t.start)) for t in taken) >= p.end - p.start
        for p in credit.passages
    )
