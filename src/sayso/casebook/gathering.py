"""Which accounts are one incident as of a moment, and what had been received on it by then."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from sayso import link, settle
from sayso.errors import NotFoundError
from sayso.model import Account, Incident, Judgement, Report, Tie, Word
from sayso.store import View
from sayso.store.moments import micros

__all__ = [
    "LEAST_PREFIX",
    "Cluster",
    "clusters",
    "clusters_of",
    "component",
    "describe",
    "ends_of",
    "ever_tied",
    "evidence",
    "evidences",
    "find_account",
    "find_cluster",
    "holding",
    "judgements",
    "meant",
]

W = TypeVar("W", bound=Word)

_Naming = dict[str, dict[int, W]]

Cluster = tuple[Account, ...]
"""The accounts of one incident, its founder first."""

LONG_AGO = datetime.min.replace(tzinfo=UTC)

LEAST_PREFIX = 4
"""Characters of an id that must be given at least."""


def judgements(view: View, as_of: datetime | None) -> list[Judgement]:
    """Return what was judged by then, and what keeps forgotten accounts in their incidents.

    The latter counts as older than every judgement, so that a person can part them.
    """
    kept = [
        Judgement(id=account, left=account, right=other, verdict="same", by=told.by, at=LONG_AGO)
        for told in view.forgotten()
        for account, other in told.beside
    ]
    return kept + view.judgements(as_of)


def component(view: View, seeds: Collection[str], as_of: datetime | None) -> set[str]:
    """Return all accounts that joining links or judgements tie to the seeds, near or far."""
    return _tied(view, seeds, as_of)[0]


def ever_tied(view: View, seeds: Collection[str]) -> set[str]:
    """Return all accounts that are tied to the seeds, near or far, or were by what was ever judged."""
    return _tied(view, seeds, None, ever=True)[0]


def _tied(
    view: View, seeds: Collection[str], as_of: datetime | None, *, ever: bool = False
) -> tuple[set[str], list[Tie]]:
    """Return all accounts that are tied to the seeds, near or far, and every tie that one of them has."""
    together = _judged_together(judgements(view, as_of), ever=ever)
    found: set[str] = set()
    ties: list[Tie] = []
    edge = set(seeds)
    while edge:
        found |= edge
        near = view.ties_near(edge, as_of)
        ties += near
        joined = ends_of(near)
        joined.update(other for account in edge for other in together.get(account, ()))
        edge = joined - found
    return found, ties


def ends_of(ties: Iterable[Tie]) -> set[str]:
    """Return the accounts that joining ties tie together."""
    return {end for tie in ties if tie.score >= 0 for end in (tie.left, tie.right)}


def clusters(view: View, seeds: Collection[str] | None, as_of: datetime | None) -> list[Cluster]:
    """Return the incidents that the seeds are tied to, or all of the book, in founding order."""
    if seeds is None:
        accounts, ties = view.accounts(as_of), view.ties(as_of)
    else:
        tied, ties = _tied(view, seeds, as_of)
        accounts = view.accounts_named(tied, as_of)
    named = {account.id: account for account in accounts}
    grouped = link.group(list(named), ties, judgements(view, as_of))
    return [tuple(named[account] for account in cluster) for cluster in grouped]


def clusters_of(view: View, account_ids: Collection[str], as_of: datetime | None) -> list[Cluster]:
    """Return the incidents that hold these accounts, in founding order."""
    if as_of is not None:
        wanted = set(account_ids)
        return [c for c in clusters(view, wanted, as_of) if any(account.id in wanted for account in c)]
    held = view.accounts_in(set(view.members_of(account_ids).values()))
    return [tuple(cluster) for cluster in held.values()]


def find_cluster(view: View, ref: str, as_of: datetime | None) -> Cluster:
    """Return the incident that holds an account, named by its id or by the beginning of one.

    A beginning (LEAST_PREFIX characters or more) that fits several incidents means the one whose own id it
    begins, if there is only one. Raises NotFoundError when nothing or too much fits.
    """
    return holding(view, ref, meant(view, ref, as_of), as_of)


def meant(view: View, ref: str, as_of: datetime | None) -> list[Account]:
    """Return the account of an id, or those whose ids begin so; raises NotFoundError when there is none."""
    named = view.accounts_named([ref], as_of)
    if not named and len(ref) >= LEAST_PREFIX:
        named = view.accounts_starting(ref, as_of)
    if not named:
        raise _not_found(view, ref, as_of)
    return named


def holding(view: View, ref: str, named: Iterable[Account], as_of: datetime | None) -> Cluster:
    """Return the incident that holds the accounts that are meant; raises NotFoundError when several do."""
    wanted = {account.id for account in named}
    held = clusters_of(view, wanted, as_of)
    if len(held) > 1:
        held = [c for c in held if c[0].id in wanted] or held
    if len(held) > 1:
        fitting = ", ".join(cluster[0].id for cluster in held[:5])
        raise NotFoundError(f"{ref}: this begins several ids ({fitting}); give more of it")
    return held[0]


def find_account(view: View, ref: str) -> str:
    """Return the id of the account that is meant: one named in full, or the founder of the incident."""
    if view.accounts_named([ref]):
        return ref
    fitting = view.accounts_starting(ref) if len(ref) >= LEAST_PREFIX else []
    if len(fitting) == 1:
        return fitting[0].id
    return find_cluster(view, ref, None)[0].id


def describe(
    view: View, cluster: Cluster, as_of: datetime | None, gathered: settle.Evidence | None = None
) -> Incident:
    """Return the incident that a cluster tells of, with the ids that a judgement merged into it.

    `gathered` is what had been received on it, where that is at hand.
    """
    if gathered is None:
        published = view.published([account.report_id for account in cluster])
        together = _judged_together(view.judgements(as_of))
    else:
        published = {r.id: micros(r.published_at) for r in gathered.reports if r.published_at}
        together = _judged_together(gathered.judgements)
    incident = link.describe(cluster, published)
    ids = [account.id for account in cluster]
    if not any(account in together for account in ids):
        return incident
    unjudged = link.group(ids, view.ties_among(ids, as_of), ())
    merged = tuple(group[0] for group in unjudged if group[0] != incident.id and group[0] in together)
    return msgspec.structs.replace(incident, merged_from=merged)


def evidence(view: View, cluster: Cluster, as_of: datetime | None) -> settle.Evidence:
    """Return everything that had been received on the incident of a cluster."""
    return next(evidences(view, [cluster], as_of))


def evidences(view: View, gathered: Sequence[Cluster], as_of: datetime | None) -> Iterator[settle.Evidence]:
    """Yield everything that had been received on the incident of each cluster; asks once for all of them."""
    claims = _by(
        view.claims_of([a.id for cluster in gathered for a in cluster]), lambda claim: claim.account_id
    )
    report_ids = {account.report_id for cluster in gathered for account in cluster}
    reports = view.reports(report_ids)
    received = {report: at for at, report in enumerate(reports)}
    copies = _by(view.copies_by(report_ids, as_of), lambda copy: copy.report_id)
    judged = _naming(view.judgements(as_of), lambda j: (j.left, j.right))
    versions = _naming(view.versions_of(report_ids, as_of).values(), lambda r: (r.replaces, _item(r)))
    for cluster in gathered:
        said = [claim for account in cluster for claim in claims.get(account.id, ())]
        told = {account.report_id for account in cluster}
        own = [*(account.id for account in cluster), *(claim.id for claim in said)]
        yield settle.Evidence(
            accounts=cluster,
            claims=tuple(said),
            reports=tuple(reports[ref] for ref in sorted(told, key=received.__getitem__)),
            copies=tuple(copy for report in sorted(told) for copy in copies.get(report, ())),
            judgements=tuple(_named(judged, own)),
            versions=tuple(_beside(versions, [reports[ref] for ref in told])),
        )


def _beside(versions: _Naming[Report], reports: Sequence[Report]) -> Iterator[Report]:
    """Yield the versions of these reports that are not among them."""
    own = {report.id for report in reports}
    named = [*own, *filter(None, map(_item, reports))]
    return (other for other in _named(versions, named) if other.id not in own)


def _item(report: Report) -> str | None:
    """Return what a publisher calls the thing of which a report is a version, as no report's id can read."""
    return f"\0{report.item}" if report.item else None


def _naming(words: Iterable[W], names: Callable[[W], Iterable[str | None]]) -> _Naming[W]:
    """Return words by what they name, each with its place among all."""
    held: _Naming[W] = {}
    for at, word in enumerate(words):
        for name in filter(None, names(word)):
            held.setdefault(name, {})[at] = word
    return held


def _named(naming: _Naming[W], names: Iterable[str]) -> Iterator[W]:
    """Yield the words that name any of these, each once, in their order."""
    found = {at: word for name in names for at, word in naming.get(name, {}).items()}
    for at in sorted(found):
        yield found[at]


def _by(words: Iterable[W], key: Callable[[W], str]) -> dict[str, list[W]]:
    """Return words by what they belong to, in their order."""
    held: dict[str, list[W]] = {}
    for word in words:
        held.setdefault(key(word), []).append(word)
    return held


def _judged_together(judgements: Iterable[Judgement], *, ever: bool = False) -> dict[str, list[str]]:
    """Return which accounts a standing judgement holds together, both ways; or any that ever stood."""
    together: dict[str, list[str]] = {}
    for judgement in judgements:
        if judgement.verdict == "same" and judgement.right and (ever or judgement.superseded_at is None):
            together.setdefault(judgement.left, []).append(judgement.right)
            together.setdefault(judgement.right, []).append(judgement.left)
    return together


def _not_found(view: View, ref: str, as_of: datetime | None) -> NotFoundError:
    """Return the error that says why no account fits."""
    later: Sequence[Account] = view.accounts_named([ref]) if as_of else ()
    if as_of and not later and len(ref) >= LEAST_PREFIX:
        later = view.accounts_starting(ref)
    if later and as_of:
        told = view.reports({account.report_id for account in later}).values()
        first = min((report.received_at for report in told if report.received_at), default=None)
        since = f"; its first report was received at {first:%Y-%m-%dT%H:%MZ}" if first else ""
        return NotFoundError(
            f"{ref}: nothing of this incident had been received by {as_of:%Y-%m-%dT%H:%MZ}{since}"
        )
    if accounts := view.accounts_of([ref], as_of):
        ids = " and ".join(account.id for account in accounts[:5])
        return NotFoundError(f"{ref} is a report; what it tells of an incident has the id {ids}")
    if len(ref) < LEAST_PREFIX:
        return NotFoundError(f"{ref}: give at least {LEAST_PREFIX} characters of an incident's id")
    return NotFoundError(f"{ref}: the book holds no such incident; the list of incidents has their ids")
