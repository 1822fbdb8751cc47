"""The queue of a reviewer: pairs of incidents to join or to keep apart, and figures that stand on little."""

from collections.abc import Iterable, Iterator, Mapping

from sayso import link
from sayso.casebook import gathering, quoting
from sayso.model import COUNT_SLOTS, Asked, Claim, Doubt, Finding, Headline, NearMiss, Review
from sayso.store import View

__all__ = ["review"]

PAIRS = 500
"""Links that are looked through at most for near misses, the strongest first."""

DOUBTED = frozenset({*COUNT_SLOTS, "weapon", "responsibility", "suspect", "motive", "cause"})
"""Slots whose findings are worth a person's time."""

SHOWN = 4
"""Claims of one doubt that are shown: the page of the incident has all."""

LOOKED_THROUGH = 4
"""Incidents that are looked through for each doubt that is wanted."""


def review(view: View, most: int) -> Review:
    """Return so many near misses and so many doubts at most."""
    return Review(near=tuple(_near_misses(view))[:most], doubts=tuple(_doubts(view, most)))


def _near_misses(view: View) -> Iterator[NearMiss]:
    """Yield the pairs of incidents that just failed to be joined, as far as both are listed."""
    ends = {end for pair in view.links_between_incidents(-link.NEAR, PAIRS) for end in pair}
    clusters = gathering.clusters_of(view, ends, None)
    accounts = [account.id for cluster in clusters for account in cluster]
    links = view.links_among(accounts)
    heads = view.headlines_of([cluster[0].id for cluster in clusters])
    ordered = [[account.id for account in cluster] for cluster in clusters]
    for near in link.review(ordered, links, view.judgements()):
        left, right = heads.get(near.left), heads.get(near.right)
        if left and right and not (left.dismissed or right.dismissed):
            yield NearMiss(link=near, left=left, right=right)


def _doubts(view: View, most: int) -> list[Doubt]:
    """Return so many findings of the incidents that changed last that a person should look at."""
    heads = {head.incident.id: head for head in view.some_headlines(Asked(), most=most * LOOKED_THROUGH)}
    shown = view.shown_now(list(heads))
    findings = [f for key in heads for f in shown.get(key, ()) if f.slot in DOUBTED]
    named = {claim for f in findings for claim in (*f.support, *f.rivals)}
    held = (j for j in view.judgements() if j.right is None and j.superseded_at is None)
    judged = {judgement.left for judgement in held if judgement.verdict != "unsure"}
    claims = {claim.id: claim for claim in view.claims_named(named - judged) if claim.by is None}
    doubted = [(why, f) for f in findings if (why := _doubt(f, claims))][:most]
    return [_shown(view, heads[f.incident_id], why, f, claims) for why, f in doubted]


def _doubt(finding: Finding, claims: Mapping[str, Claim]) -> str | None:
    """Return why a finding should be looked at; None where nothing of it is left to judge."""
    if finding.standing == "disputed" and any(claim in claims for claim in finding.rivals):
        return "disputed"
    behind = [claims[claim] for claim in finding.support if claim in claims]
    if not behind or len(behind) < len(finding.support):
        return None
    if all(claim.certainty != "certain" for claim in behind):
        return "uncertain"
    beside = [claims[claim] for claim in finding.rivals if claim in claims]
    return "possible" if any(claim.certainty == "possible" for claim in beside) else None


def _shown(view: View, head: Headline, why: str, finding: Finding, claims: Mapping[str, Claim]) -> Doubt:
    """Return a doubt with its claims, those that nobody has judged, for and against by turns."""
    wanted = [claim for claim in _by_turns(finding.support, finding.rivals) if claim in claims][:SHOWN]
    accounts = view.accounts_named([claims[claim].account_id for claim in wanted])
    quoted = quoting.quotes(view, wanted, [claims[claim] for claim in wanted], accounts, ())
    quotes = tuple(quoted[claim] for claim in wanted if claim in quoted)
    return Doubt(why=why, head=head, finding=finding, quotes=quotes)


def _by_turns(support: Iterable[str], rivals: Iterable[str]) -> Iterator[str]:
    """Yield the first of each, then the second of each, and so on."""
    left, right = list(support), list(rivals)
    for at in range(max(len(left), len(right))):
        yield from (*left[at : at + 1], *right[at : at + 1])
