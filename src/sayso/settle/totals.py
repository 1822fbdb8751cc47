"""How many people in all: one incident's count over all roles, and the sum over incidents."""

from collections.abc import Iterable, Sequence

from sayso.model import Finding, Role

__all__ = ["ROLES", "total", "totals"]

ROLES: tuple[Role, ...] = ("victim", "attacker", "responder", "combatant")
"""Roles of which nobody is in two."""


def total(findings: Iterable[Finding], slot: str) -> int | None:
    """Return the people on a count over all roles, victims and attackers alike; None where nobody counts.

    A total that takes in the attackers ("all") counts where it is larger than the sum. Where only "at least"
    or words are said, what they leave at the least.
    """
    best = {finding.role: _best(finding) for finding in findings if finding.slot == slot}
    told = {role: number for role, number in best.items() if number is not None}
    if not told:
        return None
    return max(sum(told.get(role, 0) for role in (*ROLES, "unclear")), told.get("all", 0))


def totals(incidents: Iterable[Sequence[Finding]], slots: Iterable[str]) -> dict[str, int]:
    """Return the sum over incidents on each of the counts; who is not counted adds nobody."""
    told = [list(findings) for findings in incidents]
    return {slot: sum(total(findings, slot) or 0 for findings in told) for slot in slots}


def _best(finding: Finding) -> int | None:
    return finding.best if finding.best is not None else finding.low
