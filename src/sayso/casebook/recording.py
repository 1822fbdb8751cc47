"""One record: what is reported of an incident as of a moment, and everything that it rests on."""

from collections.abc import Collection, Sequence
from datetime import datetime

import msgspec

from sayso import link, settle
from sayso.casebook import gathering, quoting
from sayso.errors import NotFoundError
from sayso.model import Account, Asked, Claim, Incident, Record, Relation
from sayso.store import View

__all__ = ["known_profile", "record"]


def known_profile(name: str) -> str:
    """Return the name of a profile; raises NotFoundError where there is none of that name."""
    if name not in settle.PROFILES:
        raise NotFoundError(f"{name}: no such profile; the profiles are {', '.join(settle.PROFILES)}")
    return name


def record(view: View, ref: str, as_of: datetime | None, profile: str, *, courses: bool = False) -> Record:
    """Return the record of the incident that holds an account; raises NotFoundError when none or several do.

    `profile` names the rules by which the figures to print are chosen.
    """
    cluster = gathering.find_cluster(view, ref, as_of)
    incident = gathering.describe(view, cluster, as_of)
    gathered = gathering.evidence(view, cluster, as_of)
    findings = gathering.findings(incident, gathered, as_of, known_profile(profile))
    wanted = quoting.claims_behind(findings)
    quotes = quoting.quotes(view, wanted, gathered.claims, cluster, gathered.copies)
    related, relations = _others(view, incident, cluster, gathered.claims, as_of)
    return Record(
        incident=msgspec.structs.replace(incident, relations=tuple(other.id for other in related)),
        as_of=as_of,
        profile=profile,
        findings=findings,
        quotes=tuple(quotes.values()),
        accounts=cluster,
        reports=gathered.reports,
        copies=gathered.copies,
        related=related,
        relations=relations,
        revisions=tuple(view.revisions_of([incident.id, *incident.merged_from], as_of)),
        judgements=gathered.judgements,
        forgotten=tuple(view.forgotten([report.id for report in gathered.reports])),
        courses=settle.courses(incident, gathered) if courses else (),
        unknown=settle.unknown(incident, findings),
    )


def _others(
    view: View,
    incident: Incident,
    cluster: gathering.Cluster,
    claims: Sequence[Claim],
    as_of: datetime | None,
) -> tuple[tuple[Incident, ...], tuple[Relation, ...]]:
    """Return the other incidents that one has to do with, in founding order, and how, where that is known."""
    own = {account.id for account in cluster}
    told = view.accounts_of({account.report_id for account in cluster}, as_of)
    others = {account.id for account in told} - own
    others |= _quakes_near(view, incident) - own
    if not others:
        return (), ()
    held = [c for c in _held(view, others, as_of) if c[0].id not in own]
    described = tuple(gathering.describe(view, c, as_of) for c in held)
    accounts: list[Account] = [*cluster, *(account for c in held for account in c)]
    return described, link.relate(incident, described, accounts, claims)


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
