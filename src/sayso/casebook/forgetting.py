"""How a report is forgotten: its words go, its place stays, what is reported is settled anew."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from sayso.casebook.gathering import clusters, component
from sayso.casebook.revising import revise
from sayso.errors import NotFoundError, StoreError
from sayso.model import Finding, Forgotten, Label, Revision, Voice
from sayso.store import Pen

__all__ = ["forget"]


def forget(pen: Pen, report_id: str, why: str, by: str, at: datetime) -> Forgotten:
    """Drop the words of a report and of its claims, wherever a book keeps them; returns what is noted.

    Raises NotFoundError when the book has no such report, and StoreError when it is forgotten already.
    """
    digest = pen.digests([report_id]).get(report_id)
    if digest is None:
        raise NotFoundError(
            f"{report_id}: the book holds no such report; `show` names the reports by their ids"
        )
    before = pen.forgotten([report_id])
    if before:
        raise StoreError(f"{report_id}: forgotten already, on {before[0].at:%Y-%m-%d} by {before[0].by}")
    own = [account.id for account in pen.accounts_of([report_id])]
    tied = component(pen, own, None)
    told = Forgotten(
        report_id=report_id, digest=digest, why=why, by=by, at=at, beside=_neighbours(pen, own, tied)
    )
    claims = pen.forget(told)
    revise(pen, tied, at, (report_id,))
    labels = {c.value.text.casefold() for c in pen.claims_of(tied) if isinstance(c.value, Label)}
    pen.blank_revisions(
        report_id, [_blank(r, report_id, claims, labels) for r in pen.revisions_naming(claims)]
    )
    # What is cached of the incidents still has the names.
    pen.drop_incidents(list(set(pen.members_of(tied).values())))
    revise(pen, tied, at, (report_id,))
    return told


def _neighbours(pen: Pen, own: Collection[str], tied: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return for each account the first other one of its incident, if it can be one that has its words."""
    gone = {told.report_id for told in pen.forgotten()}
    beside = []
    for cluster in clusters(pen, tied, None):
        rest = [account for account in cluster if account.id not in own]
        others = [account.id for account in sorted(rest, key=lambda account: account.report_id in gone)]
        beside += [(account.id, others[0]) for account in cluster if account.id in own and others]
    return tuple(sorted(beside))


def _blank(revision: Revision, report_id: str, claims: Collection[str], labels: set[str]) -> Revision:
    """Return a revision without the names that only these claims gave."""
    before, after = (_blank_finding(f, report_id, claims, labels) for f in (revision.before, revision.after))
    return msgspec.structs.replace(revision, before=before, after=after)


def _blank_finding(
    finding: Finding | None, report_id: str, claims: Collection[str], labels: set[str]
) -> Finding | None:
    """Return a finding without a label and without names of voices that no claim gives any more."""
    if finding is None or not set(claims) & {*finding.support, *finding.rivals, *finding.trail}:
        return finding
    label = finding.label
    if label and label.text.casefold() not in labels:
        label = Label(text="", code=label.code)
    return msgspec.structs.replace(
        finding, label=label, voices=tuple(_blank_voice(voice, report_id) for voice in finding.voices)
    )


def _blank_voice(voice: Voice, report_id: str) -> Voice:
    return msgspec.structs.replace(voice, name="") if voice.report_ids == (report_id,) else voice
