"""What happens to one report on its way into a book: it is kept, traced, and linked to what is there."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal

import msgspec

from sayso import link, trace
from sayso.model import Account, Claim, Forgotten, Link, Outcome, Reader, Reading, Report
from sayso.store import Pen, digest

__all__ = ["Received", "batches", "link_accounts", "read", "refusal", "stamped", "take", "trace_report"]

Received = Literal["now", "published"]

# What a report is compared with is bounded, so that the largest incident does not slow down its next report.
# Those that share most come first. Of 1,078 trial reports (semeval2018_t5) the median shares a shingle with 3
# others and the most with 77, mostly by a phrase that everybody writes: of the 144 copies among them each is
# among the ten that share most, and of the 327 of extra among the twenty. The median account shares a key
# with 10 others, and the most with 44.
# One that shares a single shingle is hardly ever a copy: 3 of 2,078 in trial, 16 of nearly 4,000 in extra,
# and each of these 19 by a shingle that at most 11 reports had (what more have is everybody's phrase), and
# among the eight whose shingle fewest have.
MOST_ALIKE = 24
IDIOM = 12
ALIKE_ONCE = 8
MOST_NEAR = 150

TOGETHER = 20
"""Reports kept in one transaction at most: a kill undoes no more than was not yet acknowledged."""


def stamped(report: Report, received: Received, now: datetime) -> Report:
    """Return a report with the moment it was received: its own if it has one, else ours.

    For archives (`received="published"`) it counts as received when it was published, where that is known
    and not in the future.
    """
    if report.received_at is not None:
        return report
    published = report.published_at
    archived = received == "published" and published is not None and published <= now
    return msgspec.structs.replace(report, received_at=published if archived else now)


def read(reader: Reader, report: Report) -> Reading:
    """Return what a report says; one that takes an item back says nothing, whatever its words are."""
    if report.cancels:
        return Reading(report_id=report.id, reader=reader.name, version=reader.version)
    return reader.read(report)


def batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """Yield stamped reports as they were received: those of one moment together, at most TOGETHER of them."""
    ordered = sorted(reports, key=lambda report: (_received(report), report.id))
    for _, same in groupby(ordered, key=_received):
        moment = list(same)
        for first in range(0, len(moment), TOGETHER):
            yield moment[first : first + TOGETHER]


def refusal(report: Report, known: str | None, forgotten: Mapping[str, Forgotten]) -> Outcome | None:
    """Return why a report cannot be kept, or that the book has it; None when it can be added.

    `known` is the digest of the words that the book holds under the report's id; `forgotten` are the reports
    that it was told to forget, by the digest of their words.
    """
    if not report.id:
        return _refused(report, "it has no id", "give it one, or leave the field out")
    if "\0" in report.id:
        return _refused(report, "its id holds a NUL", "give it another one, or leave the field out")
    for at in (report.published_at, report.received_at):
        if at is not None and at.utcoffset() != timedelta(0):
            return _refused(report, f"the time {at.isoformat()} is not in UTC", "give times in UTC")
    try:
        msgspec.json.encode(report)
    except UnicodeEncodeError:
        return _refused(report, "it holds broken characters (half of a pair)", "save it again as UTF-8")
    gone = forgotten.get(digest(report))
    if gone is not None and (report.text or report.title):
        told = f"the book was told to forget these words on {gone.at:%Y-%m-%d} ({gone.why})"
        return _refused(report, told, "leave it out")
    if known is None:
        return None
    if known == digest(report):
        return Outcome(report_id=report.id, fate="known")
    what_to_do = "give the new version an id of its own, with `replaces` naming this one"
    return _refused(report, "the book has other words under this id", what_to_do)


def take(pen: Pen, report: Report, reading: Reading, read_at: datetime) -> set[str]:
    """Keep a report with what was read in it, trace and link it.

    Returns the ids of its accounts, and of those of its other versions: what these say may be replaced now.
    """
    pen.add_report(report)
    pen.cache_editions([report])
    changed = pen.add_reading(reading, _received(report), read_at)
    trace_report(pen, report)
    link_accounts(pen, pen.accounts_named(changed))
    return changed | {account.id for account in pen.accounts_of(list(pen.versions_of([report.id])))}


def trace_report(pen: Pen, report: Report) -> None:
    """Find what a report repeats and what repeats it, and remember its fingerprint."""
    received_at = _received(report)
    hashes = trace.fingerprint(report)
    near = pen.reports_sharing(hashes, idiom=IDIOM, most=MOST_ALIKE, once=ALIKE_ONCE)
    others = pen.full_reports([other for other in near if other != report.id])
    found = [(trace.compare(report, other), max(received_at, _received(other))) for other in others.values()]
    found += [(credit, received_at) for credit in trace.credited(report)]
    pen.add_copies((copy, at) for copy, at in found if copy is not None)
    pen.cache_fingerprint(report.id, hashes)


def link_accounts(pen: Pen, accounts: Collection[Account]) -> None:
    """Compare accounts of which nothing is cached with all that share a key with them."""
    ids = {account.report_id for account in accounts}
    texts = pen.full_reports(ids)
    homes = {account.id: account.report_id for account in pen.accounts_of(ids)}
    told: dict[str, list[Claim]] = {report: [] for report in ids}
    for claim in pen.claims_of(list(homes)):
        if claim.by is None:  # what joins incidents is what was read, whatever was corrected when
            told[homes[claim.account_id]].append(claim)
    for account in accounts:
        report, claims = texts[account.report_id], told[account.report_id]
        sketch = link.sketch(account, claims, report)
        keys = link.block_keys(sketch)
        beside = [other for other, home in homes.items() if home == report.id and other != account.id]
        near = {*pen.accounts_sharing(keys, MOST_NEAR), *beside} - {account.id}
        pen.cache_links(list(_links(pen, sketch, near, _received(report))))
        pen.cache_sketch(account, _received(report), sketch, keys)


def _links(
    pen: Pen, sketch: link.Sketch, near: Collection[str], received_at: datetime
) -> Iterator[tuple[Link, datetime]]:
    """Yield how an account ties to each of those near it, and since when both are known."""
    decoder = msgspec.json.Decoder(link.Sketch)
    for other_received_at, packed in pen.sketches_of(near):
        yield link.compare(sketch, decoder.decode(packed)), max(received_at, other_received_at)


def _refused(report: Report, why: str, what_to_do: str) -> Outcome:
    return Outcome(report_id=report.id, fate="refused", why=why, what_to_do=what_to_do)


def _received(report: Report) -> datetime:
    assert report.received_at is not None  # stamped() has seen to it
    return report.received_at
