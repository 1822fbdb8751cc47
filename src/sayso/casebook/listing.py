"""Incidents as lines of a list: what, where, when, and the counts reported."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from sayso.casebook import gathering
from sayso.model import COUNT_SLOTS, Asked, Finding, Headline, Incident
from sayso.settle import Evidence, settle
from sayso.store import View

__all__ = ["fits", "headline", "headlines", "settled_by"]

AT_ONCE = 500
"""Incidents whose evidence is held in memory at one time."""

NAMED = ("victim", "suspect")
"""Facts whose labels are persons."""


def headline(incident: Incident, gathered: Evidence, found: Sequence[Finding]) -> Headline:
    """Return one incident as a line of the list, with the counts that are reported."""
    times = [report.received_at for report in gathered.reports if report.received_at]
    later = [report.received_at for report in gathered.versions if report.received_at]
    return Headline(
        incident=incident,
        main=any(account.main for account in gathered.accounts),
        dismissed=any(
            j.verdict == "not-an-incident" and j.superseded_at is None and j.left == incident.id
            for j in gathered.judgements
        ),
        series=any(account.series for account in gathered.accounts),
        reports=len(gathered.reports),
        first_at=min(times),
        changed_at=max(times + later),
        names=tuple(dict.fromkeys(f.label.text for f in found if f.slot in NAMED and f.label)),
        findings=tuple(
            msgspec.structs.replace(f, as_of=None) if f.as_of else f for f in found if f.slot in COUNT_SLOTS
        ),
    )


def fits(
    head: Headline, since: datetime | None, kind: str | None, country: str | None, background: bool
) -> bool:
    """Tell whether a line is wanted."""
    place = head.incident.place
    return (
        (background or (head.main and not head.dismissed))
        and not (since and head.changed_at < since)
        and kind in (None, head.incident.kind)
        and country in (None, place.country if place else None)
    )


def headlines(view: View, as_of: datetime) -> list[Headline]:
    """Return all incidents as of a moment.

    Only those are gathered anew that anything is tied to which became known later; the others were then as
    they are now.
    """
    judged = {judgement.id: judgement for judgement in view.judgements(as_of)}
    later = {
        end
        for judgement in view.judgements()
        if judged.get(judgement.id) != judgement
        for end in (judgement.left, judgement.right)
        if end
    }
    owners = {claim.account_id for claim in view.claims_named(later)}
    replaced = view.versions_of(view.versions_after(as_of))
    owners |= {account.id for account in view.accounts_of(list(replaced))}
    stirred = gathering.component(view, view.accounts_after(as_of) | owners | later, None)
    grouped = gathering.clusters(view, stirred, as_of)
    heads = []
    for first in range(0, len(grouped), AT_ONCE):
        some = grouped[first : first + AT_ONCE]
        for cluster, gathered in zip(some, gathering.evidences(view, some, as_of), strict=True):
            incident = gathering.describe(view, cluster, as_of, gathered)
            heads.append(headline(incident, gathered, settle(incident, gathered, as_of)))
    still = view.some_headlines(Asked(background=True))
    heads += [head for head in still if stirred.isdisjoint(head.incident.account_ids)]
    return [_as_of(head, as_of) for head in heads]


def settled_by(
    view: View, heads: Sequence[Headline], as_of: datetime | None, profile: str
) -> Iterator[Headline]:
    """Yield incidents as a profile shows them, in their order; looks at the evidence of each."""
    for first in range(0, len(heads), AT_ONCE):
        some = heads[first : first + AT_ONCE]
        held = {c[0].id: c for c in gathering.clusters_of(view, [head.incident.id for head in some], as_of)}
        ordered = [held[head.incident.id] for head in some]
        for head, gathered in zip(some, gathering.evidences(view, ordered, as_of), strict=True):
            found = settle(head.incident, gathered, as_of, profile=profile)
            shown = headline(head.incident, gathered, found)
            yield _as_of(shown, as_of) if as_of else shown


def _as_of(head: Headline, as_of: datetime) -> Headline:
    findings = tuple(msgspec.structs.replace(finding, as_of=as_of) for finding in head.findings)
    return msgspec.structs.replace(head, findings=findings)
