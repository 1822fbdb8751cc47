"""What each voice said over time on the counts of one incident, and what nobody tells of it."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sayso.model import Course, Finding, Incident, Step
from sayso.settle.counts import counted, slot_order
from sayso.settle.evidence import Evidence
from sayso.settle.selection import select
from sayso.settle.statements import spoken
from sayso.settle.told import Statement

__all__ = ["courses", "unknown"]

OF_ALL = ("place", "day", "killed", "injured")
OF_ATTACKS = ("suspect", "weapon", "responsibility", "motive")
OF_ACCIDENTS = ("missing", "cause")
ASKED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("shooting", "bombing", "stabbing", "vehicle-ramming", "arson", "assassination"), OF_ATTACKS
    ),
    **dict.fromkeys(("hostage-taking", "abduction"), ("hostages", *OF_ATTACKS)),
    **dict.fromkeys(("assault", "homicide"), ("suspect", "weapon", "motive")),
    **dict.fromkeys(("aviation", "rail", "road", "maritime", "explosion", "mine"), OF_ACCIDENTS),
    **dict.fromkeys(("fire", "building-collapse", "crowd-crush", "chemical", "landslide"), OF_ACCIDENTS),
    **dict.fromkeys(("earthquake", "flood", "storm", "tsunami", "volcano"), ("missing", "displaced")),
    **dict.fromkeys(("wildfire", "avalanche"), ("missing", "displaced")),
    "epidemic": ("ill", "cause"),
}
"""What a reader asks of an incident of each kind, beside what is asked of all."""


def courses(incident: Incident, evidence: Evidence) -> tuple[Course, ...]:
    """Return what each voice said on each count, in the order of slots, roles and voices' first words.

    What is struck or judged wrong is not among it; nor are single persons told of, who are part of a count.
    """
    said, quoted = counted(select(incident, evidence))
    published = {report.id: report.published_at for report in evidence.reports}
    found = []
    for slot, role in sorted(said, key=slot_order):
        for voice, told in spoken(slot, said[slot, role], quoted).items():
            whole = [one for one in told if one.total and not one.part]
            if whole:
                steps = tuple(dict.fromkeys(_step(one, published) for one in whole))
                kind = whole[0].voice.kind
                found.append(Course(slot=slot, role=role, voice=voice, kind=kind, steps=steps))
    return tuple(found)


def _step(one: Statement, published: Mapping[str, datetime | None]) -> Step:
    """Return a figure with the claim and the report that give it."""
    report_id = one.voice.report_ids[0]
    return Step(
        at=published[report_id], low=one.low, high=one.high, claim_id=one.claims[0], report_id=report_id
    )


def unknown(incident: Incident, found: Iterable[Finding]) -> tuple[str, ...]:
    """Return what one would ask of such an incident and nobody tells: "place", "day", and slots."""
    told = {finding.slot for finding in found if finding.standing != "withdrawn"}
    told |= {"place"} if incident.place else set()
    told |= {"day"} if incident.happened else set()
    return tuple(slot for slot in (*OF_ALL, *ASKED.get(incident.kind, ())) if slot not in told)
