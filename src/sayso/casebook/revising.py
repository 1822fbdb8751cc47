"""How findings change when evidence comes in: what was shown before, what is shown now, and why."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from sayso.casebook.gathering import Cluster, clusters, describe, evidences
from sayso.casebook.listing import headline
from sayso.casebook.quoting import quoted_in
from sayso.casebook.reverting import before_change, keep
from sayso.model import Finding, Revision, content_id
from sayso.phrases import bare
from sayso.settle import settle
from sayso.store import Pen

__all__ = [
    "Key",
    "by_key",
    "differing",
    "key_of",
    "last_shown",
    "net_changes",
    "revise",
    "revision_id",
    "says",
    "timeless",
]

AT_ONCE = 500
"""Incidents whose evidence is held in memory at one time."""

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
    moved = {account for account, held in now.items() if before.get(account) != held}
    if moved:
        pen.cache_members({account: now[account] for account in moved})
    stirred = {now[account] for account in moved | set(touched) if account in now}
    stirred |= {before[account] for account in moved if account in before}
    stood = before_change(pen, (before, now), touched, stirred, at)
    changed = [cluster for cluster in grouped if cluster[0].id in stirred]
    revisions: list[Revision] = []
    for first in range(0, len(changed), AT_ONCE):
        revisions += _settle(pen, changed[first : first + AT_ONCE], at, because)
    pen.drop_incidents(stirred - {cluster[0].id for cluster in changed})
    keep(pen, stood, at)
    return [cluster[0].id for cluster in changed], revisions


def _settle(pen: Pen, changed: Sequence[Cluster], at: datetime, because: tuple[str, ...]) -> list[Revision]:
    """Settle incidents; keep how each differs from what was last shown of it, and how it is now."""
    cached = {key: by_key(shown) for key, shown in pen.shown_now([c[0].id for c in changed]).items()}
    revisions: list[Revision] = []
    heads = []
    settled = {}
    for cluster, gathered in zip(changed, evidences(pen, changed, None), strict=True):
        incident = describe(pen, cluster, None, gathered)
        moment = max([at, *(report.received_at for report in gathered.reports if report.received_at)])
        shown = cached.get(incident.id)
        if shown is None:
            shown = last_shown(pen.revisions_of([incident.id]))
        found = settle(incident, gathered, moment)
        taken_back = (r.id for r in gathered.versions if r.cancels and r.received_at == at)
        made = list(_revisions(incident.id, shown, by_key(found), moment, (*because, *taken_back)))
        revisions += made
        heads.append((headline(incident, gathered, found), last_shown(made, shown).values()))
        settled[incident.id] = (timeless(found), quoted_in(found, gathered))
    revisions = _named(pen, revisions)
    pen.add_revisions(revisions)
    pen.cache_incidents(heads, settled)
    return revisions


def timeless(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings without the moment as of which they were settled."""
    return tuple(msgspec.structs.replace(finding, as_of=None) for finding in found)


def _revisions(
    incident_id: str,
    shown: Mapping[Key, Finding],
    found: Mapping[Key, Finding],
    moment: datetime,
    because: tuple[str, ...],
) -> Iterator[Revision]:
    """Yield how what is reported on one incident differs from what was last shown of it."""
    for key, before, after in differing(shown, found):
        new = set(after.support if after else ()) - set(_claims(before))
        yield Revision(
            id="",
            incident_id=incident_id,
            slot=key[0],
            role=after.role if after else before.role if before else None,
            before=before,
            after=after,
            at=moment,
            because=(*sorted(new), *because),
        )


def _named(pen: Pen, made: Sequence[Revision], again: int = 0) -> list[Revision]:
    """Give revisions their ids, numbering those that say what others have said of the same moment."""
    named = [msgspec.structs.replace(revision, id=revision_id(revision, again)) for revision in made]
    known = pen.known_revisions([revision.id for revision in named])
    return [
        new
        for revision in named
        for new in (_named(pen, [revision], again + 1) if revision.id in known else [revision])
    ]


def differing(
    shown: Mapping[Key, Finding], found: Mapping[Key, Finding]
) -> Iterator[tuple[Key, Finding | None, Finding | None]]:
    """Yield what readers would miss between what was shown and what is found: the key, before, after."""
    told_anew = _told_anew(shown, found)
    for key in sorted({*shown, *found} - {*told_anew.values()}, key=str):
        before, after = shown.get(key), found.get(told_anew.get(key, key))
        if says(before) != says(after):
            yield key, before, after


def _told_anew(shown: Mapping[Key, Finding], found: Mapping[Key, Finding]) -> dict[Key, Key]:
    """Return the facts that other words or another code tell now: a suspect charged, and convicted since.

    What was shown became what is found where that rests, among others, on the claims of the former, or says
    no more than it.
    """
    fresh = {key: set(_claims(finding)) for key, finding in found.items() if key not in shown}
    anew: dict[Key, Key] = {}
    for key in sorted({*shown} - {*found}, key=str):
        behind = set(shown[key].support)
        same = (
            k
            for k, claims in fresh.items()
            if k[0] == key[0] and shown[key].label and (claims & behind or says(found[k]) == says(shown[key]))
        )
        if (now := next(same, None)) is not None:
            anew[key] = now
            del fresh[now]
    return anew


def revision_id(revision: Revision, again: int = 0) -> str:
    """Return the id of a revision: of which finding it is, what it said before and after, and when.

    `again` is how often the book had said just this of the same moment: a judgement taken back at once.
    """
    finding = revision.after or revision.before
    key = key_of(finding) if finding else None
    before, after = (f and (*_figure(f), f.label, f.standing) for f in (revision.before, revision.after))
    repeated = (again,) if again else ()
    return content_id("revision", revision.incident_id, key, before, after, revision.at, *repeated)


def by_key(found: Iterable[Finding]) -> dict[Key, Finding]:
    """Return findings by what makes each the same one over time."""
    return {key_of(finding): finding for finding in found}


def last_shown(
    revisions: Iterable[Revision], before: Mapping[Key, Finding] | None = None
) -> dict[Key, Finding]:
    """Return the findings that readers saw last, by the revisions in the order in which they were made.

    `before` is what they saw before these revisions.
    """
    shown = dict(before or {})
    for revision in revisions:
        if revision.before is not None:
            shown.pop(key_of(revision.before), None)
        if revision.after is not None:
            shown[key_of(revision.after)] = revision.after
    return shown


def net_changes(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """Return one revision for each finding that these leave otherwise than they found it.

    `before` is what the first of them found, the rest is the last one's; in the order of the last ones.
    """
    found: dict[Key, Revision] = {}
    for revision in revisions:
        told = revision.after or revision.before
        if told is not None:
            key = key_of(told)
            earlier = found.pop(key_of(revision.before or told), revision)
            found[key] = msgspec.structs.replace(revision, before=earlier.before)
    return tuple(r for r in found.values() if says(r.before) != says(r.after))


def key_of(finding: Finding) -> Key:
    """Return what makes a finding the same one over time: its slot and role, and for facts the fact."""
    label = finding.label
    return (
        finding.slot,
        finding.role,
        label.code if label else None,
        label.text.casefold() if label else None,
    )


def says(finding: Finding | None) -> tuple[object, ...] | None:
    """Return what of a finding readers would miss if it changed.

    Who carries it is not among it, nor is the case of its words, or the article before them.
    """
    if finding is None:
        return None
    return (*_figure(finding), bare(finding.label) if finding.label else None, finding.standing)


def _figure(finding: Finding) -> tuple[int | None, int | None, int | None]:
    return (finding.low, finding.best, finding.high)


def _claims(finding: Finding | None) -> tuple[str, ...]:
    return (*finding.support, *finding.rivals, *finding.trail) if finding else ()
