"""One record: what is reported of an incident as of a moment, and everything that it rests on."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from sayso import link, settle
from sayso.casebook import gathering, quoting, reverting
from sayso.errors import AskedError
from sayso.model import (
    Account,
    Asked,
    Claim,
    Copy,
    Course,
    Finding,
    Grounds,
    Incident,
    Judgement,
    Record,
    Relation,
    Report,
)
from sayso.store import View

__all__ = ["known_profile", "record", "why"]


def known_profile(name: str) -> str:
    """Return the name of a profile; raises AskedError where there is none of that name."""
    if name not in settle.PROFILES:
        raise AskedError(f"{name}: no such profile; the profiles are {', '.join(settle.PROFILES)}")
    return name


class _Settled(NamedTuple):
    """An incident, what is reported of it, the claims to quote, and what all that rests on.

    `gathered` is the evidence that it was settled from, where that is at hand.
    """

    incident: Incident
    accounts: gathering.Cluster
    findings: tuple[Finding, ...]
    quoted: Collection[str]
    claims: Sequence[Claim]
    reports: tuple[Report, ...]
    copies: tuple[Copy, ...]
    judgements: tuple[Judgement, ...]
    gathered: settle.Evidence | None = None


def record(view: View, ref: str, as_of: datetime | None, profile: str, *, courses: bool = False) -> Record:
    """Return the record of the incident that holds an account; raises NotFoundError when none or several do.

    `profile` names the rules by which the figures to print are chosen.
    """
    settled = _settled(view, ref, as_of, profile)
    incident, cluster = settled.incident, settled.accounts
    quotes = quoting.quotes(view, settled.quoted, settled.claims, cluster, settled.copies)
    related, relations = _others(view, incident, cluster, as_of)
    return Record(
        incident=msgspec.structs.replace(incident, relations=tuple(other.id for other in related)),
        as_of=as_of,
        profile=profile,
        findings=settled.findings,
        quotes=tuple(quotes.values()),
        accounts=cluster,
        reports=settled.reports,
        copies=settled.copies,
        related=related,
        relations=relations,
        revisions=tuple(view.revisions_of([incident.id, *incident.merged_from], as_of)),
        judgements=settled.judgements,
        forgotten=tuple(view.forgotten([report.id for report in settled.reports])),
        courses=_courses(view, settled, as_of) if courses else (),
        unknown=settle.unknown(incident, settled.findings),
    )


def why(view: View, ref: str, slot: str, as_of: datetime | None, profile: str) -> tuple[Grounds, ...]:
    """Return the grounds of each finding that an incident has on a slot, with every sentence."""
    settled = _settled(view, ref, as_of, profile)
    found = [finding for finding in settled.findings if finding.slot == slot]
    wanted = quoting.claims_behind(found)
    quotes = quoting.quotes(view, wanted, view.claims_named(wanted), settled.accounts, settled.copies)
    return tuple(quoting.grounds(finding, quotes) for finding in found)


def _settled(view: View, ref: str, as_of: datetime | None, profile: str) -> _Settled:
    """Return what the incident that holds an account is settled to: as it is kept, or else anew."""
    known_profile(profile)
    named = gathering.meant(view, ref, as_of)
    settled = _as_kept(view, ref, named, as_of) if profile == "desk" else None
    return settled or _anew(view, gathering.holding(view, ref, named, as_of), as_of, profile)


def _anew(view: View, cluster: gathering.Cluster, as_of: datetime | None, profile: str) -> _Settled:
    """Settle an incident from all its evidence."""
    gathered = gathering.evidence(view, cluster, as_of)
    incident = gathering.describe(view, cluster, as_of, gathered)
    findings = settle.settle(incident, gathered, as_of, profile=profile)
    return _Settled(
        incident,
        cluster,
        findings,
        quoting.quoted_in(findings, gathered),
        gathered.claims,
        gathered.reports,
        gathered.copies,
        gathered.judgements,
        gathered,
    )


def _courses(view: View, settled: _Settled, as_of: datetime | None) -> tuple[Course, ...]:
    """Return what each voice said over time, for which all evidence is needed."""
    gathered = settled.gathered or gathering.evidence(view, settled.accounts, as_of)
    return settle.courses(settled.incident, gathered)


def _as_kept(view: View, ref: str, named: Sequence[Account], as_of: datetime | None) -> _Settled | None:
    """Return what an incident was settled to when it last changed by then; None where that is not cached.

    `named` are the accounts that `ref` means.
    """
    if as_of is None:
        cluster = gathering.holding(view, ref, named, None)
        kept = view.settled_now(cluster[0].id)
    else:
        home = view.home_with_past(named[0].id) if len(named) == 1 else None
        kept = reverting.stood(view, home, as_of) if home else None
        if kept is None or named[0].id not in kept[0].account_ids:
            return None
        cluster = tuple(view.accounts_named(kept[0].account_ids, as_of))
    return kept and _beneath(view, kept, cluster, as_of)


def _beneath(
    view: View, kept: reverting.Stood, cluster: gathering.Cluster, as_of: datetime | None
) -> _Settled:
    """Return what an incident was settled to, with what that rests on."""
    incident, (findings, quoted) = kept
    wanted = quoted or quoting.claims_behind(findings)
    made = view.judgements(as_of)
    own = {account.id for account in cluster}
    told = {account.report_id for account in cluster}
    owners = {
        claim.id: claim.account_id for claim in view.claims_named({judgement.left for judgement in made})
    }
    ends = [(judgement, judgement.left, owners.get(judgement.left), judgement.right) for judgement in made]
    return _Settled(
        incident,
        cluster,
        tuple(msgspec.structs.replace(f, as_of=as_of) for f in findings) if as_of else findings,
        wanted,
        view.claims_named(wanted),
        tuple(view.reports(told).values() if as_of else view.reports_in(incident.id)),
        tuple(view.copies_by(told, as_of) if as_of else view.copies_in(incident.id)),
        tuple(judgement for judgement, *those in ends if not own.isdisjoint(those)),
    )


def _others(
    view: View, incident: Incident, cluster: gathering.Cluster, as_of: datetime | None
) -> tuple[tuple[Incident, ...], tuple[Relation, ...]]:
    """Return the other incidents that one has to do with, in founding order, and how, where that is known.

    It is looked for from both sides: an earlier incident knows nothing of the later ones that recall it.
    """
    held = _beside(view, incident, cluster, as_of)
    found = {_other_of(r, incident): r for r in _related(view, incident, cluster, held)}
    accounts = [*cluster, *(account for _, c in held for account in c)]
    for other, those in held:
        if other.id not in found and link.recalls(other, incident, accounts):
            theirs = _related(view, other, those, _beside(view, other, those, as_of))
            found.update((other.id, r) for r in theirs if _other_of(r, other) == incident.id)
    described = tuple(other for other, _ in held)
    return described, tuple(found[other.id] for other in described if other.id in found)


def _other_of(relation: Relation, own: Incident) -> str:
    """Return the incident that a relation of one is with."""
    return relation.right if relation.left == own.id else relation.left


def _related(
    view: View,
    incident: Incident,
    cluster: gathering.Cluster,
    held: Sequence[tuple[Incident, gathering.Cluster]],
) -> tuple[Relation, ...]:
    """Return how one incident has to do with those beside it, as far as its own reports tell."""
    if not held:
        return ()
    accounts: list[Account] = [*cluster, *(account for _, c in held for account in c)]
    motives = view.claims_of({account.id for account in cluster}, slot="motive")
    return link.relate(incident, [other for other, _ in held], accounts, motives)


def _beside(
    view: View, incident: Incident, cluster: gathering.Cluster, as_of: datetime | None
) -> list[tuple[Incident, gathering.Cluster]]:
    """Return the incidents that the same reports tell of, and earthquakes near one, in founding order."""
    own = {account.id for account in cluster}
    if as_of is None:
        others = set(view.accounts_beside(incident.id))
    else:
        told = view.accounts_of({account.report_id for account in cluster}, as_of)
        others = {account.id for account in told} - own
    others |= _quakes_near(view, incident) - own
    held = [c for c in _held(view, others, as_of) if c[0].id not in own] if others else []
    return [(gathering.describe(view, c, as_of), c) for c in held]


def _held(view: View, account_ids: Collection[str], as_of: datetime | None) -> list[gathering.Cluster]:
    """Return the incidents of those accounts that had been received by then."""
    there = [account.id for account in view.accounts_named(account_ids, as_of)]
    return gathering.clusters_of(view, there, as_of)


def _quakes_near(view: View, incident: Incident) -> set[str]:
    """Return the founders of earthquakes near an earthquake in place and time, as the book knows them now."""
    if incident.kind != "earthquake" or incident.happened is None or incident.place is None:
        return set()
    quakes = [head.incident for head in view.some_headlines(Asked(kind="earthquake", background=True))]
    return {o.id for o in quakes if link.follows(o, incident) or link.follows(incident, o)}
