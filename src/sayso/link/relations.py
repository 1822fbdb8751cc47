"""How incidents have to do with each other: parts of a series, aftershocks, retaliation, what is recalled."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from math import asin, cos, radians, sin, sqrt

from sayso.model import Account, Claim, Incident, Label, Place, Relation

__all__ = ["follows", "recalls", "relate"]

AFTERSHOCK_DAYS = 60
"""Days after a great earthquake in which one near by is taken for its aftershock."""

AFTERSHOCK_KM = 150.0

_REVENGE = re.compile(
    r"\b(?:retaliat\w*|reveng\w*|aveng\w*|reprisal\w*|respon(?:se|ding) to|tit[- ]for[- ]tat)\b", re.I
)


def relate(
    incident: Incident,
    others: Iterable[Incident],
    accounts: Sequence[Account],
    claims: Sequence[Claim] = (),
) -> tuple[Relation, ...]:
    """Return how an incident has to do with others, in the order of these.

    `accounts` are all accounts of the incident and the others, `claims` those of the incident. A relation is
    known from what the same report tells of both (a series and one of its incidents; an earlier incident that
    a report on this one recalls; a motive such as "revenge for" where it recalls just one) or, for
    earthquakes, from place and time. A series and its parts are never added up. What reports on another one
    recall of the incident is told by `relate` of the other; where each recalls the other, neither is earlier.
    """
    own = _reports(incident, accounts)
    avenged = any(_avenges(claim) for claim in claims)
    others = list(others)
    recalled = [o for o in others if recalls(incident, o, accounts) and not recalls(o, incident, accounts)]
    found = []
    for other in others:
        if relation := _relation(incident, other, own, accounts):
            found.append(relation)
        elif other in recalled:
            revenge = avenged and len(recalled) == 1
            found.append(
                Relation(
                    left=incident.id, right=other.id, kind="retaliation", because="said to be in revenge"
                )
                if revenge
                else Relation(
                    left=other.id,
                    right=incident.id,
                    kind="earlier",
                    because="recalled by a report on the later",
                )
            )
    return tuple(found)


def _relation(
    one: Incident, other: Incident, reports: set[str], accounts: Sequence[Account]
) -> Relation | None:
    """Return a relation that kind, place and time, or a report on a series, tell of."""
    for part, whole in ((one, other), (other, one)):
        if _is_series(whole, accounts) and not _is_series(part, accounts):
            if reports & _reports(other, accounts):
                return Relation(left=part.id, right=whole.id, kind="part", because="one report counts both")
        elif follows(part, whole):
            return Relation(
                left=part.id,
                right=whole.id,
                kind="aftershock",
                because="an earthquake near by, shortly before",
            )
    return None


def _reports(incident: Incident, accounts: Sequence[Account]) -> set[str]:
    held = set(incident.account_ids)
    return {account.report_id for account in accounts if account.id in held}


def _is_series(incident: Incident, accounts: Sequence[Account]) -> bool:
    """Tell whether an incident's accounts are of a series."""
    held = set(incident.account_ids)
    return any(account.series for account in accounts if account.id in held)


def recalls(incident: Incident, other: Incident, accounts: Sequence[Account]) -> bool:
    """Tell whether reports on an incident mention another, in passing, that happened before.

    `accounts` are all accounts of both, among others. A report that mentions both in passing is on neither.
    """
    held, own = set(other.account_ids), set(incident.account_ids)
    about = {account.report_id for account in accounts if account.main and account.id in own}
    told = [account for account in accounts if account.id in held and account.report_id in about]
    if not told or any(account.main for account in told):
        return False
    if incident.happened is None or other.happened is None:
        return True
    return other.happened.start <= incident.happened.start


def follows(later: Incident, earlier: Incident) -> bool:
    """Tell whether one is an earthquake near another in place, and shortly after it."""
    if later.kind != "earthquake" or earlier.kind != "earthquake":
        return False
    if later.happened is None or earlier.happened is None or later.happened.grain != "day":
        return False
    gap = later.happened.start - earlier.happened.start
    apart = _km(later.place, earlier.place)
    return (
        timedelta(0) < gap <= timedelta(days=AFTERSHOCK_DAYS) and apart is not None and apart <= AFTERSHOCK_KM
    )


def _km(one: Place | None, other: Place | None) -> float | None:
    """Return the great-circle distance of two places, None where one is unknown."""
    if one is None or other is None:
        return None
    degrees = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in degrees:
        return None
    south, west, north, east = (radians(value or 0.0) for value in degrees)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))


def _avenges(claim: Claim) -> bool:
    """Tell whether a claim gives revenge as the motive."""
    told = claim.slot == "motive" and isinstance(claim.value, Label) and claim.polarity == "positive"
    return told and bool(_REVENGE.search(f"{getattr(claim.value, 'text', '')} {claim.span.quote}"))
