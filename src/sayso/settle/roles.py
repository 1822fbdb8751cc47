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

    In one report "he shot himself" tells of the person described beside it; a victim of the name or age of an
    attacker is that attacker. Where some reports tell of one dead attacker and others of one dead victim, and
    none of both, it is one death: it is settled under the role that more reports give, of equals as the
    victim's. A policeman who is shot at is a victim; only beside other victims is he told apart.
    """
    kept = list(said)
    for slot in SLOTS:
        kept = _targets(slot, _across(slot, _within(slot, kept)))
    return kept


def _within(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with those of one person in one report under one role."""
    reports: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if one.claim.slot == slot and is_person(one.claim):
            reports[one.report.id].append(one)
    roles: dict[str, Role] = {}
    for rows in reports.values():
        victims = [one for one in rows if one.claim.role in ("victim", "responder", "unclear", None)]
        for one in (row for row in rows if row.claim.role == "attacker"):
            roles.update({v.claim.id: "attacker" for v in victims if same_person(one.claim, v.claim)})
            alike = [other for other in victims if not apart(one.claim, other.claim)]
            if reflexive(one.claim) and alike and len(alike) == len(victims):
                roles[one.claim.id] = alike[0].claim.role or "victim"
    return [_in_role(one, roles[one.claim.id]) if one.claim.id in roles else one for one in said]


def _across(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with one death, told under two roles by different reports, under one."""
    told = [one for one in said if one.claim.slot == slot and one.claim.polarity == "positive"]
    told = [one for one in told if one.claim.role in ("victim", "attacker", "all")]
    victims = {one.report.id for one in told if one.claim.role == "victim"}
    attackers = {one.report.id for one in told if one.claim.role == "attacker"}
    if not victims or not attackers or victims & attackers:
        return list(said)
    if not all(is_person(one.claim) and one.claim.role != "all" for one in told):
        return list(said)
    role: Role = "victim" if len(victims) >= len(attackers) else "attacker"
    moved = {one.claim.id for one in told}
    return [_in_role(one, role) if one.claim.id in moved else one for one in said]


def _targets(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with responders among the victims, where nobody counts victims besides them.

    A number of responders that reports also give of victims is the same people once more.
    """
    told = [one.claim for one in said if one.claim.slot == slot]
    victims = {str(row.value) for row in told if row.role in ("victim", None)}
    moved = {r.id for r in told if r.role == "responder" and (not victims or str(r.value) in victims)}
    return [_in_role(one, "victim") if one.claim.id in moved else one for one in said]


def _in_role(one: Said, role: Role) -> Said:
    return one._replace(claim=msgspec.structs.replace(one.claim, role=role))
