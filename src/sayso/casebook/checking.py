"""Whether a book is what it should be.

Ids follow from what is said, words stand where they are said to stand, and what readers were last shown is
what the evidence gives.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TypeVar

import msgspec

from sayso.casebook import reverting
from sayso.casebook.gathering import clusters, clusters_of, describe, evidences
from sayso.casebook.listing import headline
from sayso.casebook.quoting import quoted_in
from sayso.casebook.revising import Key, by_key, differing, key_of, last_shown, revision_id, says, timeless
from sayso.model import (
    Account,
    Claim,
    Copy,
    Fault,
    Finding,
    Forgotten,
    Headline,
    Judgement,
    Report,
    Span,
    account_id,
    claim_id,
    decode,
    judgement_id,
)
from sayso.settle import settle
from sayso.store import Line, View, digest

__all__ = ["faults"]

W = TypeVar("W")

UNREADABLE = "its words cannot be read"
UNFOUNDED = "its id does not follow from what it says"

AT_ONCE = 200
"""Reports, or incidents, that are held in memory at one time."""


def faults(view: View) -> Iterator[Fault]:
    """Yield everything that is wrong with a book, as it is found.

    Figures are only held against the evidence where the evidence itself is sound.
    """
    yield from view.faults()
    sound = True
    ids = view.report_ids()
    for first in range(0, len(ids), AT_ONCE):
        for fault in _told_faults(view, ids[first : first + AT_ONCE]):
            sound = False
            yield fault
    yield from _judged_faults(view)
    if sound:
        yield from _shown_faults(view)


def _told_faults(view: View, ids: list[str]) -> Iterator[Fault]:
    """Yield what is wrong with these reports, and with what they tell and repeat."""
    reports: dict[str, Report] = {}
    for key, known, clocks, gone, word, text in view.kept_reports(ids):
        report, words = _unpacked(word, Report), _unpacked(text, str)
        if report is None or words is None:
            yield Fault(table="report", id=key, what=UNREADABLE)
            continue
        reports[key] = report = msgspec.structs.replace(report, text=words)
        if report.id != key:
            yield Fault(table="report", id=key, what=f"its words name another report, {report.id}")
        for clock, at in zip(("published", "received"), clocks, strict=True):
            if getattr(report, f"{clock}_at") != at:
                what = f"it was {clock} at another moment than its row says"
                yield Fault(table="report", id=key, what=what)
        if not gone and digest(report) != known:
            yield Fault(table="report", id=key, what="its words are not those that were received")
    yield from _account_faults(view, reports)
    for copy in view.copies_by(list(reports)):
        yield from _copy_faults(view, copy, reports)


def _account_faults(view: View, reports: Mapping[str, Report]) -> Iterator[Fault]:
    """Yield what is wrong with the accounts of these reports, and with their claims."""
    homes: dict[str, str] = {}
    for key, report_id, at, gone, packed in view.kept_accounts(list(reports)):
        homes[key] = report_id
        if at != reports[report_id].received_at:
            yield Fault(table="account", id=key, what="it was received at another moment than its report")
        account = _unpacked(packed, Account)
        if account is None:
            yield Fault(table="account", id=key, what=UNREADABLE)
            continue
        made = key if gone else account_id(account.report_id, account.key)
        if not key == account.id == made or account.report_id != report_id:
            yield Fault(table="account", id=key, what=UNFOUNDED)
        elif not all(_stands(thing, reports[report_id]) for thing in account.hit):
            yield Fault(
                table="account", id=key, what=f"what was hit is not in the text of report {report_id}"
            )
    for key, owner, gone, packed in view.kept_claims(list(homes)):
        claim = _unpacked(packed, Claim)
        if claim is None:
            yield Fault(table="claim", id=key, what=UNREADABLE)
        elif not gone:
            yield from _claim_faults(claim, key, owner, reports[homes[owner]])


def _unpacked(packed: str, kind: type[W]) -> W | None:
    """Return a word as it was kept; None when it cannot be read."""
    try:
        return decode(packed, kind)
    except msgspec.DecodeError:
        return None


def _claim_faults(claim: Claim, key: str, account: str, report: Report) -> Iterator[Fault]:
    """Yield what is wrong with one claim: its id, and where its words stand."""
    made = claim_id(
        claim.account_id, claim.slot, claim.value, claim.role, claim.speaker, claim.span, claim.by
    )
    if not key == claim.id == made or claim.account_id != account:
        yield Fault(table="claim", id=key, what=UNFOUNDED)
    for whose, span in (("its", claim.span), ("its speaker's", claim.speaker.span)):
        if span is not None and not _stands(span, report):
            where = f"{span.field} of report {report.id} at {span.start} to {span.end}"
            yield Fault(table="claim", id=key, what=f"{whose} words are not in the {where}")


def _stands(span: Span, report: Report) -> bool:
    return 0 <= span.start < span.end and report.field(span.field)[span.start : span.end] == span.quote


def _copy_faults(view: View, copy: Copy, reports: Mapping[str, Report]) -> Iterator[Fault]:
    """Yield what is wrong with one copy: its passages must lie in both texts."""
    gone = {told.report_id for told in view.forgotten([copy.report_id, copy.of])}
    origin = reports.get(copy.of) or view.full_reports([copy.of]).get(copy.of)
    ends = [(copy.report_id, reports[copy.report_id], [(p.start, p.end) for p in copy.passages])]
    if origin:
        ends.append((copy.of, origin, [(p.of_start, p.of_end) for p in copy.passages]))
    for key, report, places in ends:
        if key not in gone and any(not 0 <= start < end <= len(report.text) for start, end in places):
            name = f"{copy.report_id} of {copy.of}"
            yield Fault(table="copy", id=name, what=f"a passage of it is not in the text of report {key}")


def _judged_faults(view: View) -> Iterator[Fault]:
    """Yield what is wrong with judgements and with the log of what was forgotten."""
    for judgement in view.judgements():
        if judgement_id(*_judged(judgement)) != judgement.id:
            yield Fault(table="judgement", id=judgement.id, what=UNFOUNDED)
        ends = [end for end in (judgement.left, judgement.right) if end is not None]
        if not any(view.holds_all(ends, claims=which) for which in {False, judgement.right is None}):
            yield Fault(table="judgement", id=judgement.id, what="what it judges is not in the book")
    logged: list[Forgotten] = view.forgotten()
    known = view.digests([told.report_id for told in logged])
    for told in logged:
        if known.get(told.report_id) != told.digest:
            yield Fault(table="forgotten", id=told.report_id, what="its digest is not that of the report")


def _judged(judgement: Judgement) -> tuple[str, str | None, str, str, datetime]:
    return (judgement.left, judgement.right, judgement.verdict, judgement.by, judgement.at)


def _shown_faults(view: View) -> Iterator[Fault]:
    """Yield the incidents of which readers were last shown something else than the evidence gives."""
    grouped = clusters(view, None, None)
    home = {account.id: cluster[0].id for cluster in grouped for account in cluster}
    kept = view.members()
    for key in sorted({*home, *kept}):
        if home.get(key) != kept.get(key):
            yield Fault(
                table="member", id=key, what=f"it is in {kept.get(key)}, and belongs to {home.get(key)}"
            )
    for first in range(0, len(grouped), AT_ONCE):
        some = grouped[first : first + AT_ONCE]
        lines = view.kept_lines([cluster[0].id for cluster in some])
        for cluster, gathered in zip(some, evidences(view, some, None), strict=True):
            incident = describe(view, cluster, None, gathered)
            moment = max(report.received_at for report in gathered.reports if report.received_at)
            settled = settle(incident, gathered, moment)
            kept_now = view.settled_now(incident.id)
            if kept_now and kept_now != (incident, (timeless(settled), quoted_in(settled, gathered))):
                yield Fault(table="incident", id=incident.id, what="it is kept otherwise than it is told")
            shown = last_shown(view.revisions_of([incident.id]))
            line = lines.get(incident.id)
            if not line or not _is_listed_so(line, headline(incident, gathered, settled), shown):
                yield Fault(table="incident", id=incident.id, what="it is listed otherwise than it is told")
            yield from _past_faults(view, incident.id)
            for (slot, *_), _, _ in differing(shown, by_key(settled)):
                what = f"readers were last shown another {slot} than the evidence gives"
                yield Fault(table="revision", id=incident.id, what=what)
    yield from _revision_faults(view)


def _past_faults(view: View, incident_id: str) -> Iterator[Fault]:
    """Yield the moments of a few at which a great incident is kept otherwise than the evidence gives."""
    for moment in reverting.moments(view, incident_id):
        stood = reverting.stood(view, incident_id, moment)
        grouped = clusters_of(view, [incident_id], moment) if stood else []
        for cluster, gathered in zip(grouped, evidences(view, grouped, moment), strict=True):
            incident = describe(view, cluster, moment, gathered)
            settled = settle(incident, gathered)
            if stood != (incident, (settled, quoted_in(settled, gathered))):
                what = f"as of {moment.isoformat()} it is kept otherwise than it is told"
                yield Fault(table="past", id=incident_id, what=what)


def _is_listed_so(line: Line, head: Headline, shown: Mapping[Key, Finding]) -> bool:
    """Tell whether the row of an incident is what it is to be."""
    country = head.incident.place.country if head.incident.place else None
    chosen_by = (head.incident.kind, country, head.main and not head.dismissed, head.changed_at)
    kept = {key: says(finding) for key, finding in by_key(line.shown).items()}
    return (line.head, line.chosen_by) == (head, chosen_by) and kept == {
        key: says(finding) for key, finding in shown.items()
    }


def _revision_faults(view: View) -> Iterator[Fault]:
    """Yield what is wrong with revisions: an id, or what was shown before, of which one that is gone tells.

    What was forgotten has no names any more, and so is not asked for.
    """
    shown: dict[tuple[str, Key], object] = {}
    made: Counter[tuple[str, datetime]] = Counter()
    for gone, revision in view.kept_revisions():
        earlier = made[revision.incident_id, revision.at]
        made[revision.incident_id, revision.at] += 1
        if not gone and all(revision_id(revision, again) != revision.id for again in range(earlier + 1)):
            yield Fault(table="revision", id=revision.id, what=UNFOUNDED)
        before, after = revision.before, revision.after
        told = before or after
        if told is None or (told.label and not told.label.text):
            continue
        if shown.pop((revision.incident_id, key_of(told)), None) != says(before):
            yield Fault(table="revision", id=revision.id, what="what it says was shown before was not")
        if after is not None:
            shown[revision.incident_id, key_of(after)] = says(after)
