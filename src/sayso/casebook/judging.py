"""A person's word: which accounts are of one incident, and which claims are right. It outranks every score.

Nothing is rewritten: a later word on the same accounts or claim takes the place of the earlier one, whose row
then says since when it no longer holds.
"""

from collections.abc import Collection
from datetime import datetime

import msgspec

from sayso.casebook import gathering
from sayso.casebook.quoting import repeats
from sayso.casebook.revising import revise
from sayso.errors import NotFoundError, StoreError
from sayso.model import Claim, Count, Judgement, Label, Verdict, claim_id, judgement_id
from sayso.store import Pen, View

__all__ = ["Signed", "correct", "dismiss", "judge_accounts", "judge_claim", "move", "split", "take_back"]


Said = tuple[str, str | None, Verdict]
"""What is judged, and how: two accounts, or a claim or an incident and None."""


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """Who says so, why and when."""

    by: str
    why: str
    at: datetime


def judge_accounts(pen: Pen, left: str, right: str, verdict: Verdict, signed: Signed) -> Judgement:
    """Keep that two incidents, or accounts, are one, are two, or are open; settle what that changes."""
    one, other = (gathering.find_account(pen, ref) for ref in (left, right))
    if one == other:
        raise StoreError(
            f"{left} and {right} are one and the same; name two incidents, or what two reports tell"
        )
    return _judge(pen, [(one, other, verdict)], signed)[0]


def judge_claim(pen: Pen, ref: str, verdict: Verdict, signed: Signed, reprints: bool = False) -> Judgement:
    """Keep that a claim is right, wrong, or open, with `reprints` also where its words are repeated."""
    claim = _find_claim(pen, ref)
    alike = _reprinted(pen, claim) if reprints else []
    return _judge(pen, [(each.id, None, verdict) for each in (claim, *alike)], signed)[0]


def correct(pen: Pen, ref: str, value: Count | Label, signed: Signed) -> tuple[Judgement, ...]:
    """Keep what the words of a claim say by a person's reading; the same where they are repeated.

    The reader's claim stays and is judged wrong; the person's stands beside it and is judged right.
    """
    claim = _find_claim(pen, ref)
    if type(value) is not type(claim.value):
        raise StoreError(
            f"{ref}: {claim.slot} takes {'a number' if isinstance(claim.value, Count) else 'words'}"
        )
    if value == claim.value:
        raise StoreError(f"{ref}: this is what the claim says already; say that it is right instead")
    if value == Count() or (isinstance(value, Count) and (value.low or 0) > (value.high or value.low or 0)):
        raise StoreError(f"{ref}: give a number, or two of which the first is not the higher")
    said: list[Said] = []
    for each in (claim, *_reprinted(pen, claim)):
        made = msgspec.structs.replace(
            each, id=_corrected_id(each, value, signed.by), value=value, by=signed.by
        )
        pen.add_correction(made, _home(pen, each), signed.at)
        said += [(each.id, None, "wrong"), (made.id, None, "right")]
    return _judge(pen, said, signed)


def dismiss(pen: Pen, ref: str, signed: Signed) -> Judgement:
    """Keep that what was taken for an incident is none; it leaves the list and can still be looked at."""
    founder = gathering.find_cluster(pen, ref, None)[0].id
    return _judge(pen, [(founder, None, "not-an-incident")], signed)[0]


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
    tied = gathering.ends_of(pen.ties_near([account]))
    tied |= {end for pair in _held(pen, "same") if account in pair for end in pair}
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


def _corrected_id(claim: Claim, value: Count | Label, by: str) -> str:
    return claim_id(claim.account_id, claim.slot, value, claim.role, claim.speaker, claim.span, by)


def _reprinted(view: View, claim: Claim) -> list[Claim]:
    """Return the claims of other reports that say the same of the same, in words repeated from this one's."""
    home = _home(view, claim)
    reports = [
        copy.report_id
        for copy in view.copies_by(view.repeated_by(home))
        if copy.of == home and repeats(copy, claim)
    ]
    told = view.claims_of([account.id for account in view.accounts_of(reports)])
    return [other for other in told if _same_words(other, claim)]


def _home(view: View, claim: Claim) -> str:
    """Return the report that a claim stands in."""
    for account in view.accounts_named([claim.account_id]):
        return account.report_id
    raise NotFoundError(f"{claim.id}: what this claim tells of is no longer read in its report")


def _same_words(one: Claim, other: Claim) -> bool:
    told, said = (
        (claim.slot, claim.role, claim.value, claim.polarity, claim.by, claim.span.quote.split())
        for claim in (one, other)
    )
    return told == said


def _find_claim(view: View, ref: str) -> Claim:
    """Return the claim that is meant, named by its id or the beginning of one."""
    if named := view.claims_named([ref]):
        return named[0]
    begun = view.claims_starting(ref) if len(ref) >= gathering.LEAST_PREFIX else []
    fitting = view.claims_named(begun)  # those that are withdrawn, or forgotten, are none
    if len(fitting) > 1:
        several = ", ".join(claim.id for claim in fitting[:5])
        raise NotFoundError(f"{ref}: this begins several claims ({several}); give more of it")
    if not fitting and len(ref) >= gathering.LEAST_PREFIX and view.accounts_starting(ref):
        raise NotFoundError(
            f"{ref} is an incident, or what a report tells of one, and no claim; "
            "`sayso why` prints claims with their ids; "
            "that it is no incident is said at the foot of its page"
        )
    if not fitting:
        raise NotFoundError(f"{ref}: the book holds no such claim; `sayso why` prints claims with their ids")
    return fitting[0]
