"""Of all that a report repeats, what it has at first hand: a copy of a copy repeats the origin."""

from collections.abc import Iterable

from sayso.model import Copy

__all__ = ["first_hand"]


def first_hand(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return the copies without those whose passages an earlier origin has as well.

    Where a report repeats both a story and a reprint of it, it is shown as a copy of the story. Credits to
    agencies are kept. In the order of the reports' and origins' ids.
    """
    told = sorted(set(copies), key=lambda copy: (copy.report_id, copy.of))
    of = {(copy.report_id, copy.of) for copy in told if copy.kind != "credited"}
    return tuple(
        copy
        for copy in told
        if copy.kind == "credited"
        or not any((copy.report_id, origin) in of for report, origin in of if report == copy.of)
    )
