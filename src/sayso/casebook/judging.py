"""A person's word: which accounts are of one incident, and which claims are right. It outranks every score.

Nothing is rewritten: a later word on the same accounts or claim takes the place of the earlier one, whose row
then says since when it no longer holds.
"""

from collections.abc import Collection
from datetime import datetime

import msgspec

from sayso.casebook import gathering
from sayso.casebook.revising import revise
from sayso.errors import NotFoundError, StoreError
from sayso.model import Judgement, Verdict, judgement_id
from sayso.store import Pen, View

__all__ = ["Signed", "judge_accounts", "judge_claim", "move", "split", "take_back"]


Said = tuple[str, str | None, Verdict]
"""What is judged, and how: two accounts, or a claim and None."""


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """Who says so, why and when."""

    by: str
    why: str
    at: datetime


def judge_accounts(pen: Pen, left: str, right: str, verdict: Verdict, signed: Signed) -> Judgement:
    """Keep that two incidents, or accounts, are one, are two, or are open; settle what that changes."""
    one, other = (gathering.find_account(pen, ref) for ref in (left, right))
    if one == other:
        raise StoreError(f"{left} and {right} are one and the same account; name two")
    return _judge(pen, [(one, other, verdict)], signed)[0]


def judge_claim(pen: Pen, ref: str, verdict: Verdict, signed: Signed) -> Judgement:
    """Keep that a claim is right, wrong, or open; settle what that changes."""
    return _judge(pen, [(_find_claim(pen, ref), None, verdict)], signed)[0]


def split(pen: Pen, ref: str, signed: Signed) -> tuple[Judgement, ...]:
    """Keep that an account is not of the incident that it is in."""
    account = gathering.find_account(pen, ref)
    parted = _parted(pen, account)
    if not parted:
        raise StoreError(f"{ref}: this account is alone in its incident; there is nothing to split it from")
    return _judge(pen, parted, signed)


def move(pen: Pen, ref: str, to: str, signed: Signed) -> tuple[Judgement, ...]:
    """Keep that an account is of another incident than the one it is in."""
    account = gathering.find_account(pen, ref)
    target = [member.id for member in gathering.find_cluster(pen, to, None)]
    if account in target:
        raise StoreError(f"{ref}: this account is in {target[0]} already")
    apart = {end for pair in _held(pen, "different") if account in pair for end in pair}
    open_again: list[Said] = [(account, other, "unsure") for other in target[1:] if other in apart]
    return _judge(pen, [*_parted(pen, account), *open_again, (account, target[0], "same")], signed)


def take_back(pen: Pen, ref: str, signed: Signed) -> tuple[Judgement, ...]:
    """Keep that all that was judged in one go with a judgement is open again."""
    made = pen.judgements()
    named = [judgement for judgement in made if judgement.id.startswith(ref)]
    if len(ref) < gathering.LEAST_PREFIX or len(named) != 1:
        raise NotFoundError(
            f"{ref}: {len(named)} judgements begin so; `sayso judgements` lists them with their ids"
        )
    by, at = named[0].by, named[0].at
    standing = [j for j in made if (j.by, j.at) == (by, at) and j.superseded_at is None]
    if not standing:
        raise StoreError(f"{ref}: this judgement no longer holds; there is nothing to take back")
    return _judge(pen, [(j.left, j.right, "unsure") for j in standing], signed)


def _parted(pen: Pen, account: str) -> list[Said]:
    """Return what must be said to part an account from its incident, and only it.

    It is different from the founder (else the next), and from every account there that it is tied to: parted
    from the founder alone, it would take those along.
    """
    others = [other.id for other in gathering.find_cluster(pen, account, None) if other.id != account]
    tied = pen.neighbours([account]) | {end for pair in _held(pen, "same") if account in pair for end in pair}
    return [(account, other, "different") for at, other in enumerate(others) if at == 0 or other in tied]


def _held(pen: Pen, verdict: Verdict) -> list[tuple[str, str]]:
    """Return the pairs of accounts on which a verdict stands."""
    made = gathering.judgements(pen, None)
    return [(j.left, j.right) for j in made if j.verdict == verdict and j.right and j.superseded_at is None]


def _judge(pen: Pen, said: Collection[Said], signed: Signed) -> tuple[Judgement, ...]:
    """Keep verdicts in place of the earlier ones on the same, and settle every incident that they touch."""
    touched = _accounts(pen, {end for left, right, _ in said for end in (left, right) if end})
    tied = gathering.component(pen, touched, None)
    kept, made = [], pen.judgements()
    for left, right, verdict in said:
        first, second = (left, right) if right is None else sorted((left, right))
        for earlier in made:
            if {earlier.left, earlier.right} == {left, right} and earlier.superseded_at is None:
                pen.add_judgement(msgspec.structs.replace(earlier, superseded_at=signed.at))
        judgement = Judgement(
            id=judgement_id(first, second, verdict, signed.by, signed.at),
            left=first,
            right=second,
            verdict=verdict,
            by=signed.by,
            at=signed.at,
            reasons=(signed.why,),
        )
        pen.add_judgement(judgement)
        kept.append(judgement)
    revise(pen, tied, signed.at, tuple(judgement.id for judgement in kept))
    return tuple(kept)


def _accounts(view: View, ends: Collection[str]) -> set[str]:
    """Return the accounts that are judged, or whose claims are."""
    owners = {claim.account_id for claim in view.claims_named(ends)}
    return owners | {account.id for account in view.accounts_named(ends)}


def _find_claim(view: View, ref: str) -> str:
    """Return the id of the claim that is meant, named by its id or the beginning of one."""
    if view.claims_named([ref]):
        return ref
    fitting = view.claims_starting(ref) if len(ref) >= gathering.LEAST_PREFIX else []
    if len(fitting) > 1:
        raise NotFoundError(f"{ref}: this begins several claims ({', '.join(fitting[:5])}); give more of it")
    if not fitting:
        raise NotFoundError(f"{ref}: the book holds no such claim; `sayso why` prints claims with their ids")
    return fitting[0]
