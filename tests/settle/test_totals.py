"""People over all roles and all incidents of a list; who is not counted is not known, and adds nobody."""

from typing import Any

import msgspec
import pytest
from tests.conftest import EVENING

from sayso.model import Finding, Headline, Incident, Role, Total
from sayso.settle import total, totals
from sayso.settle.totals import ALWAYS


def a_finding(
    slot: str, low: int | None, best: int | None, high: int | None, role: Role = "victim"
) -> Finding:
    return Finding(incident_id="i", slot=slot, role=role, low=low, best=best, high=high, standing="single")


def a_head(*findings: Finding, **fields: Any) -> Headline:
    incident = Incident(id="i", kind="shooting")
    return Headline(
        incident=incident,
        main=True,
        reports=1,
        first_at=EVENING,
        changed_at=EVENING,
        findings=findings,
        **fields,
    )


def killed(low: int | None, best: int | None, high: int | None, role: Role = "victim") -> Finding:
    return a_finding("killed", low, best, high, role)


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([killed(2, 2, 2)], (2, 2, 2)),
        ([killed(2, 2, 2), killed(1, 1, 1, "attacker")], (3, 3, 3)),
        ([killed(2, 2, 2), killed(1, 1, 1, "attacker"), killed(4, 4, 4, "all")], (4, 4, 4)),
        ([killed(2, 2, None), killed(3, 3, 3, "all")], (3, 3, 3)),
        ([killed(5, 5, 6), killed(3, 3, None, "all")], (5, 5, 6)),
        ([killed(3, 4, 6), killed(0, 0, 0, "attacker")], (3, 4, 6)),
        ([killed(12, None, None)], (12, 12, None)),
        ([killed(None, 30, 30)], (0, 30, 30)),
        ([killed(None, None, None)], None),
        ([a_finding("injured", 2, 2, 2)], None),
    ],
)
def test_one_incident_counts_all_its_people_once(
    findings: list[Finding], expected: tuple[int, int, int | None] | None
) -> None:
    told = total(findings, "killed")
    assert (told and told[:3]) == expected


def test_spans_are_added_and_incidents_of_which_nobody_counts_are_unknown() -> None:
    found = totals(
        [
            a_head(killed(2, 3, 4), a_finding("missing", 7, 7, 7)),
            a_head(killed(1, 1, 1), a_finding("injured", 9, 9, None)),
            a_head(),
        ]
    )
    assert (found.incidents, found.series) == (3, 0)
    assert found.counts == (
        Total(slot="killed", low=3, best=4, high=5, unknown=1),
        Total(slot="injured", low=9, best=9, high=None, unknown=2),
        Total(slot="missing", low=7, best=7, high=7, unknown=2),
    )


def test_where_nobody_counts_the_dead_and_hurt_they_are_unknown_and_not_none() -> None:
    assert totals([a_head()]).counts == tuple(Total(slot=slot, unknown=1) for slot in ALWAYS)


def test_a_series_does_not_count_its_incidents_again() -> None:
    found = totals([a_head(killed(2, 2, 2)), a_head(killed(9, 9, 9), series=True)])
    assert (found.incidents, found.series, found.counts[0].best) == (1, 1, 2)


def test_people_of_whom_nobody_tells_for_certain_are_told_apart_in_a_total() -> None:
    maybe = msgspec.structs.replace(killed(0, 7, 7), certainty="possible")
    feared = msgspec.structs.replace(killed(2, 2, 2), certainty="probable")
    assert totals([a_head(maybe), a_head(feared), a_head(killed(3, 3, 3))]).counts[0].unsure == 9
    assert totals([a_head(killed(3, 3, 3))]).counts[0].unsure == 0
