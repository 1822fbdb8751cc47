"""Says what is reported now on each slot of an incident, what rivals it, and by which rule."""

from datetime import datetime
from heapq import merge

import msgspec

from sayso.model import Finding, Incident
from sayso.settle.counts import settle_counts
from sayso.settle.courses import courses, unknown
from sayso.settle.evidence import Evidence
from sayso.settle.facts import settle_facts
from sayso.settle.ranges import PROFILES, Profile
from sayso.settle.rules import RULES
from sayso.settle.selection import select
from sayso.settle.totals import total, totals
from sayso.settle.voices import printed_names

__all__ = [
    "PROFILES",
    "RULES",
    "Evidence",
    "Profile",
    "courses",
    "printed_names",
    "settle",
    "total",
    "totals",
    "unknown",
]


def settle(
    incident: Incident, evidence: Evidence, as_of: datetime | None = None, *, profile: str = "desk"
) -> tuple[Finding, ...]:
    """Return the findings on an incident: for counts one a slot and role, for facts one for each thing said.

    `evidence` is all that had been received by `as_of`; the moment is only noted on the findings. The order
    in which anything arrived makes no difference. Slots are in the order of the table of slots; a slot on
    which nothing has been said has no finding. The trail of each is in the order in which it was published.
    `profile` names one of PROFILES: which of the standing figures is printed. Raises ValueError for a profile
    that there is not.
    """
    if profile not in PROFILES:
        raise ValueError(f"{profile}: no such profile; the profiles are {', '.join(PROFILES)}")
    selection = select(incident, evidence)
    found = (
        *settle_counts(incident.id, selection, as_of, profile),
        *settle_facts(incident.id, selection, as_of),
    )
    everything = merge(selection.standing, selection.struck, key=lambda one: one.order)
    place = {one.claim.id: at for at, one in enumerate(everything)}
    return tuple(
        msgspec.structs.replace(f, trail=tuple(sorted(f.trail, key=place.__getitem__)), profile=profile)
        if len(f.trail) > 1 or profile != f.profile
        else f
        for f in found
    )
