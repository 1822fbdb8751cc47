"""How many people in all: one incident's count over all roles, and the sum over incidents."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.model import COUNT_SLOTS, Finding, Headline, Role, Total, Totals

__all__ = ["ROLES", "total", "totals"]

ROLES: tuple[Role, ...] = ("victim", "attacker", "responder", "combatant", "unclear")
"""Roles of which nobody is in two."""

ALWAYS = ("killed", "injured")
"""Counts that are told of even where nobody gives a number: as unknown."""


class People(NamedTuple):
    """The people on one count: at least, as it is printed, and at most; None leaves the end open.

    `unsure` is how many of those printed nobody tells of for certain.
    """

    low: int
    best: int
    high: int | None
    unsure: int = 0


def total(findings: Iterable[Finding], slot: str) -> People | None:
    """Return the people on a count over all roles, victims and attackers alike; None where nobody counts.

    A total that takes in the attackers ("all") counts where it is larger than the sum. Where only "at least"
    or words are said, what they leave at the least is the best that is known.
    """
    told = {f.role: people for f in findings if f.slot == slot and (people := _people(f))}
    if not told:
        return None
    roles = _sum([told[role] for role in ROLES if role in told])
    over_all = told.get("all", roles)
    larger = over_all if over_all.best >= roles.best else roles
    return larger._replace(low=max(roles.low, over_all.low))


def totals(heads: Sequence[Headline]) -> Totals:
    """Return the people over these incidents on each count that anybody tells of, and on the dead and hurt.

    An incident of which nobody gives a number adds nothing and counts as unknown. Series are left out: the
    incidents that they add up stand for themselves.
    """
    single = [head.findings for head in heads if not head.series]
    told = {finding.slot for findings in single for finding in findings}
    return Totals(
        incidents=len(single),
        series=len(heads) - len(single),
        counts=tuple(_total(slot, single) for slot in COUNT_SLOTS if slot in ALWAYS or slot in told),
    )


def _total(slot: str, incidents: Sequence[Sequence[Finding]]) -> Total:
    """Return the people on one count over incidents."""
    told = [people for findings in incidents if (people := total(findings, slot))]
    unknown = len(incidents) - len(told)
    if not told:
        return Total(slot=slot, unknown=unknown)
    low, best, high, unsure = _sum(told)
    return Total(slot=slot, low=low, best=best, high=high, unknown=unknown, unsure=unsure)


def _sum(those: Sequence[People]) -> People:
    """Return people of whom nobody is counted twice, added up; one open end leaves the sum open."""
    highs = [one.high for one in those if one.high is not None]
    return People(
        low=sum(one.low for one in those),
        best=sum(one.best for one in those),
        high=sum(highs) if len(highs) == len(those) else None,
        unsure=sum(one.unsure for one in those),
    )


def _people(finding: Finding) -> People | None:
    """Return the people of one finding; None where it gives no number, as "several" does."""
    best = finding.low if finding.best is None else finding.best
    if best is None:
        return None
    low = 0 if finding.low is None else finding.low
    return People(low=low, best=best, high=finding.high, unsure=0 if finding.certainty == "certain" else best)
