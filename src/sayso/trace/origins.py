"""Of all that a report repeats, what it has at first hand: a copy of a copy repeats the origin."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from sayso.model import Copy, Report, Source
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
    told = sorted(set(_found(copies, list(reports))), key=lambda copy: (copy.report_id, copy.of))
    repeated: dict[str, dict[str, Copy]] = defaultdict(dict)
    for copy in told:
        if copy.kind != "credited":
            repeated[copy.report_id][copy.of] = copy
    ties = {(copy.report_id, copy.of) for copy in told}
    return tuple(
        copy
        for copy in told
        if not is_hearsay(copy)
        and not (
            _is_taken_over(copy, repeated[copy.report_id], ties)
            if copy.kind == "credited"
            else any(_is_less(copy, other, repeated) for other in repeated[copy.report_id].values())
        )
    )


LAST = chr(0x10FFFF)
"""What no id comes after."""

MUCH_MORE = 2.0
"""How many times as much a report must have of a later story as of the one that both begin with."""


def _is_less(copy: Copy, other: Copy, repeated: Mapping[str, Mapping[str, Copy]]) -> bool:
    """Tell whether of two origins, of which one repeats the other, a report has the other's words.

    They are the first one's, unless it has much more of the later.
    """
    if other.of in repeated.get(copy.of, ()):
        return MUCH_MORE * other.overlap >= copy.overlap
    return copy.of in repeated.get(other.of, ()) and MUCH_MORE * copy.overlap < other.overlap


def _found(copies: Iterable[Copy], reports: Sequence[Report]) -> Iterator[Copy]:
    """Yield copies, a credit to an agency as one to its own report, if one alone was there to be credited.

    Of several reports of a paper's or a broadcaster's it is the last.
    """
    named, published = {report.id: report for report in reports}, _by_publisher(reports)
    own: dict[str, list[tuple[datetime, str]]] = {}
    for copy in copies:
        crediting = named.get(copy.report_id)
        if copy.kind != "credited" or copy.of in named or not crediting or not crediting.published_at:
            yield copy
            continue
        if copy.of not in own:
            own[copy.of] = sorted(
                one for source, made in published.items() if publishes(copy.of, source) for one in made
            )
        earlier = bisect_right(own[copy.of], (crediting.published_at, LAST))
        only = earlier == 1 or (earlier and is_hearsay(copy))
        yield replace(copy, of=own[copy.of][earlier - 1][1]) if only else copy


def _by_publisher(reports: Iterable[Report]) -> Mapping[Source, list[tuple[datetime, str]]]:
    """Return when each report was published, and its id, by publisher; not those without a day."""
    published: dict[Source, list[tuple[datetime, str]]] = defaultdict(list)
    for report in reports:
        if report.source and report.published_at:
            published[report.source].append((report.published_at, report.id))
    return published


def _is_taken_over(credit: Copy, repeated: Mapping[str, Copy], ties: Collection[tuple[str, str]]) -> bool:
    """Tell whether what is credited stands in passages that a report repeats, or its origin credits it too.

    A third of a credited sentence tells: reworking changes the words about who said it.
    """
    if credit.of in repeated or any((origin, credit.of) in ties for origin in repeated):
        return True
    taken = [passage for copy in repeated.values() for passage in copy.passages]
    return bool(credit.passages) and all(
        3 * sum(max(0, min(p.end, t.end) - max(p.start, t.start)) for t in taken) >= p.end - p.start
        for p in credit.passages
    )
