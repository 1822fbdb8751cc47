"""One person is counted once: not as attacker and as victim, where reports tell of one and the same."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from sayso.model import Role
from sayso.settle.evidence import Said
from sayso.settle.people import apart, is_person, reflexive, same_person

__all__ = ["one_role"]

SLOTS = ("killed", "injured")


def one_role(said: Sequence[Said]) -> list[Said]:
    """Return the rows with each single person in one role.

    In one report "he shot himself" tells of the person described beside it; a victim of the name or age of
    an attacker is that attacker. Where some reports tell of one dead attacker and others of one dead
    victim, and none of both, it is one death: it is settled under the role that more reports give, of
    equals as the victim's.
    """
    kept = list(said)
    for slot in SLOTS:
        kept = _across(slot, _within(slot, kept))
    return kept


def _within(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows without those that tell of a person once more under another role."""
    reports: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if one.claim.slot == slot and is_person(one.claim):
            reports[one.report.id].append(one)
    again: set[str] = set()
    for rows in reports.values():
        attackers = [one for one in rows if one.claim.role == "attacker"]
        victims = [one for one in rows if one.claim.role in ("victim", "responder", "unclear", None)]
        for one in attackers:
            for other in victims:
                if same_person(one.claim, other.claim):
                    again.add(other.claim.id)
            alike = [other for other in victims if not apart(one.claim, other.claim)]
            if reflexive(one.claim) and alike and len(alike) == len(victims):
                again.add(one.claim.id)
    return [one for one in said if one.claim.id not in again]


def _across(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with one death, told under two roles by different reports, under one."""
    homes: dict[Role, set[str]] = defaultdict(set)
    for one in said:
        if one.claim.slot != slot or one.claim.polarity == "negative":
            continue
        if one.claim.role not in ("victim", "attacker") or not is_person(one.claim):
            if one.claim.role in ("victim", "attacker", "all"):
                return list(said)
            continue
        homes[one.claim.role].add(one.report.id)
    victims, attackers = homes["victim"], homes["attacker"]
    if not victims or not attackers or victims & attackers:
        return list(said)
    role: Role = "victim" if len(victims) >= len(attackers) else "attacker"
    return [
        one._replace(claim=msgspec.structs.replace(one.claim, role=role))
        if one.claim.slot == slot and one.claim.role in ("victim", "attacker")
        else one
        for one in said
    ]
