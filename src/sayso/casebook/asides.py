"""What the book set aside: reports in which no incident was read, by story, and those that were not read."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import msgspec

from sayso import link
from sayso.casebook import gathering
from sayso.casebook.taking import MOST_NEAR
from sayso.model import Asides, Incident, Report, Story, Unread
from sayso.store import View

__all__ = ["aside"]


def aside(view: View, as_of: datetime | None, since: datetime | None, most: int) -> Asides:
    """Return the stories of so many of the reports that tell of no incident, and so many unread ones."""
    reports = {report.id: report for report in view.reports_aside(as_of, since, most)}
    beside = _beside(view, reports.values(), as_of)
    stories = []
    for members, words in link.stories(list(reports.values())).items():
        told = [reports[ref] for ref in members]
        near = Counter(beside[ref] for ref in members if ref in beside)
        stories.append(
            Story(
                reports=tuple(msgspec.structs.replace(report, text="") for report in told),
                words=words,
                incident=min(near, key=lambda incident: (-near[incident], incident.id), default=None),
            )
        )
    unread: dict[str, list[Report]] = {}
    for report, why in view.unread_reports(as_of, since, most):
        unread.setdefault(why, []).append(report)
    return Asides(
        stories=tuple(stories),
        total=view.aside_count(as_of, since),
        unread=tuple(Unread(reports=tuple(those), why=why) for why, those in unread.items()),
        unread_total=view.unread_count(as_of, since),
        as_of=as_of,
    )


def _beside(view: View, reports: Iterable[Report], as_of: datetime | None) -> dict[str, Incident]:
    """Return the incident beside which each report stands: a vigil, what is known of a gunman.

    It is that with which the report would be linked if it told of an incident of which nothing is known.
    """
    decoder = msgspec.json.Decoder(link.Sketch)
    near: dict[str, str] = {}
    for report in reports:
        own = link.plain_sketch(report)
        sharing = view.accounts_sharing(link.block_keys(own), MOST_NEAR)
        others = [decoder.decode(word) for at, word in view.sketches_of(sharing) if not as_of or at <= as_of]
        found = [link.compare(own, other) for other in others if other.main]
        best = max(found, key=lambda tie: (tie.score, tie.left, tie.right), default=None)
        if best is not None and best.score >= 0:
            near[report.id] = best.left if best.right == report.id else best.right
    held = gathering.clusters_of(view, set(near.values()), as_of) if near else []
    incidents = {
        account.id: gathering.describe(view, cluster, as_of) for cluster in held for account in cluster
    }
    return {ref: incidents[account] for ref, account in near.items() if account in incidents}
