"""What people say of incidents, accounts and claims, with their names and reasons; all can be undone."""

from collections.abc import Mapping

from litestar import get, post
from litestar.exceptions import HTTPException
from litestar.params import JSONBody
from litestar.types import ControllerRouterHandler

from sayso.model import Judgement, Log
from sayso.web.api.bodies import Correction, Judged, JudgedClaim, Moving, Reason
from sayso.web.api.faults import DOING, LOOKING
from sayso.web.asking import After, Limit
from sayso.web.gates import REVIEWER
from sayso.web.given import Asker, Book, Ref, Then
from sayso.web.kept import KEPT

__all__ = ["handlers"]

SAME = {"same": True, "different": False, "unsure": None}
RIGHT = {"right": True, "wrong": False, "unsure": None}

Kept = tuple[Judgement, ...]


@get("/judgements.json", opt=KEPT, responses=LOOKING, tags=["judge"], sync_to_thread=True)
def log(book: Book, then: Then, after: After = None, limit: Limit = 50) -> Log:
    """List every judgement, the last one made first, with who made it and why, and until when it held."""
    return book.log(then, after=after, limit=limit)


@post("/judgements", opt=REVIEWER, responses=DOING, tags=["judge"], sync_to_thread=True)
def judge(data: JSONBody[Judged], book: Book, person: Asker) -> Kept:
    """Say that two incidents, or accounts, are one, are two, or are open; or, of one claim, right or wrong.

    An incident stands for its founding account. It outranks every score, until a later word on the same two.
    """
    if data.right is None:
        right = _meant(RIGHT, data.verdict, "one claim")
        return (book.judge_claim(data.left, right=right, by=person.name, why=data.why),)
    same = _meant(SAME, data.verdict, "two incidents")
    return (book.judge(data.left, data.right, same=same, by=person.name, why=data.why),)


@post("/judgements/{ref:str}/take-back", opt=REVIEWER, responses=DOING, tags=["judge"], sync_to_thread=True)
def take_back(ref: Ref, data: JSONBody[Reason], book: Book, person: Asker) -> Kept:
    """Take back a judgement, and all that was judged in one go with it; what was before holds again."""
    return book.take_back(ref, by=person.name, why=data.why)


@post("/claims/{ref:str}/judgement", opt=REVIEWER, responses=DOING, tags=["judge"], sync_to_thread=True)
def judge_claim(ref: Ref, data: JSONBody[JudgedClaim], book: Book, person: Asker) -> Kept:
    """Say that a claim is right, is wrong, or is open; what is wrong stands behind no figure."""
    right = RIGHT[data.verdict]
    return (book.judge_claim(ref, right=right, by=person.name, why=data.why, reprints=data.reprints),)


@post("/claims/{ref:str}/correction", opt=REVIEWER, responses=DOING, tags=["judge"], sync_to_thread=True)
def correct(ref: Ref, data: JSONBody[Correction], book: Book, person: Asker) -> Kept:
    """Say what the words of a claim really say: the reader's is judged wrong, yours is kept beside it."""
    return book.correct(ref, data.value, by=person.name, why=data.why)


@post("/accounts/{ref:str}/split", opt=REVIEWER, responses=DOING, tags=["judge"], sync_to_thread=True)
def split(ref: Ref, data: JSONBody[Reason], book: Book, person: Asker) -> Kept:
    """Say that what one report tells is not of the incident it is in; the rest stays together."""
    return book.split(ref, by=person.name, why=data.why)


@post("/accounts/{ref:str}/move", opt=REVIEWER, responses=DOING, tags=["judge"], sync_to_thread=True)
def move(ref: Ref, data: JSONBody[Moving], book: Book, person: Asker) -> Kept:
    """Say that what one report tells is of another incident than the one it is in."""
    return book.move(ref, data.to, by=person.name, why=data.why)


@post("/incidents/{ref:str}/dismissal", opt=REVIEWER, responses=DOING, tags=["judge"], sync_to_thread=True)
def dismiss(ref: Ref, data: JSONBody[Reason], book: Book, person: Asker) -> Kept:
    """Say that what was taken for an incident is none; it leaves the list, and can be taken back."""
    return (book.dismiss(ref, by=person.name, why=data.why),)


def _meant(verdicts: Mapping[str, bool | None], verdict: str, what: str) -> bool | None:
    """Return what a verdict says; 400 for one that fits other things."""
    if verdict not in verdicts:
        raise HTTPException(f"verdict: of {what} say one of {', '.join(verdicts)}", status_code=400)
    return verdicts[verdict]


handlers: list[ControllerRouterHandler] = [
    log, judge, take_back, judge_claim, correct, split, move, dismiss,
]  # fmt: skip
