"""How findings change when evidence comes in: what was shown before, what is shown now, and why."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sayso.casebook.gathering import Cluster, clusters, describe, evidence, findings
from sayso.model import Finding, Revision, content_id
from sayso.store import Pen

__all__ = ["revise"]

Key = tuple[str, str | None, str | None, str | None]


def revise(
    pen: Pen, touched: Collection[str], at: datetime, because: tuple[str, ...] = ()
) -> tuple[list[str], list[Revision]]:
    """Settle every incident that the touched accounts changed, and keep how its findings changed.

    Returns the ids of those incidents and their revisions. `because` is added to what caused each.
    """
    grouped = clusters(pen, touched, None)
    now = {account.id: cluster[0].id for cluster in grouped for account in cluster}
    before = pen.members_of(now)
    moved = {account for account, held in now.items() if before.get(account) != held} | set(touched)
    stirred = {now[account] for account in moved if account in now} | {before.get(a) for a in moved}
    pen.cache_members({account: held for account, held in now.items() if before.get(account) != held})
    changed = [cluster for cluster in grouped if cluster[0].id in stirred]
    revisions = [r for cluster in changed for r in _revisions(pen, cluster, at, because)]
    pen.add_revisions(revisions)
    return [cluster[0].id for cluster in changed], revisions


def _revisions(pen: Pen, cluster: Cluster, at: datetime, because: tuple[str, ...]) -> Iterable[Revision]:
    """Yield how what is reported on one incident differs from what was last shown of it."""
    incident = describe(pen, cluster, None)
    gathered = evidence(pen, cluster, None)
    moment = max([at, *(report.received_at for report in gathered.reports if report.received_at)])
    shown = last_shown(pen.revisions_of([incident.id]))
    found = {_key(finding): finding for finding in findings(incident, gathered, moment)}
    for key in sorted({*shown, *found}, key=str):
        before, after = shown.get(key), found.get(key)
        if _says(before) == _says(after):
            continue
        new = set(after.support if after else ()) - set(_claims(before))
        causes = (*sorted(new), *because)
        yield Revision(
            id=content_id("revision", incident.id, key, _says(before), _says(after), moment),
            incident_id=incident.id,
            slot=key[0],
            role=after.role if after else before.role if before else None,
            before=before,
            after=after,
            at=moment,
            because=causes,
        )


def last_shown(revisions: Iterable[Revision]) -> dict[Key, Finding]:
    """Return the findings that readers saw last, by the revisions in the order in which they were made."""
    shown: dict[Key, Finding] = {}
    for revision in revisions:
        if revision.before is not None:
            shown.pop(_key(revision.before), None)
        if revision.after is not None:
            shown[_key(revision.after)] = revision.after
    return shown


def _key(finding: Finding) -> Key:
    """Return what makes a finding the same one over time: its slot and role, and for facts the fact."""
    label = finding.label
    return (
        finding.slot,
        finding.role,
        label.code if label else None,
        label.text.casefold() if label else None,
    )


def _says(finding: Finding | None) -> tuple[object, ...] | None:
    """Return what of a finding readers would miss if it changed; who carries it is not among it."""
    if finding is None:
        return None
    return (finding.low, finding.best, finding.high, finding.label, finding.standing)


def _claims(finding: Finding | None) -> tuple[str, ...]:
    return (*finding.support, *finding.rivals, *finding.trail) if finding else ()
