"""Incidents, one incident, and why a figure stands."""

from litestar import get
from litestar.params import FromQuery
from litestar.types import ControllerRouterHandler

from sayso.model import Grounds, Listing, Record, Review
from sayso.web.api.faults import LOOKING
from sayso.web.asking import After, Limit, all_known
from sayso.web.given import AnyRequest, Book, Ref, Then, Wanted
from sayso.web.kept import KEPT

__all__ = ["handlers"]


@get("/incidents.json", opt=KEPT, responses=LOOKING, tags=["look"], sync_to_thread=True)
def incidents(
    request: AnyRequest,
    book: Book,
    asked: Wanted,
    then: Then,
    after: After = None,
    limit: Limit = 50,
) -> Listing:
    """List the incidents, the newest change first, a page at a time."""
    all_known(request.query_params)
    return book.listing(asked, then, after=after, limit=limit)


@get("/incidents/{ref:str}/.json", opt=KEPT, responses=LOOKING, tags=["look"], sync_to_thread=True)
def incident(book: Book, ref: Ref, then: Then, courses: FromQuery[bool] = False) -> Record:
    """Show one record: every figure with who says it and the words, its rivals beside it.

    `ref` is an incident's id or its first characters, four or more; or that of any account in it.
    """
    return book.incident(ref, then, courses=courses)


@get("/incidents/{ref:str}/{slot:str}/.json", opt=KEPT, responses=LOOKING, tags=["look"], sync_to_thread=True)
def why(book: Book, ref: Ref, slot: Ref, then: Then) -> tuple[Grounds, ...]:
    """Show why a figure stands: the rule, the voices, and every sentence for, against and before it."""
    return book.why(ref, slot, then)


@get("/review.json", opt=KEPT, responses=LOOKING, tags=["judge"], sync_to_thread=True)
def review(book: Book, limit: Limit = 50) -> Review:
    """List what most needs a person's look: near misses, and claims of low certainty."""
    return book.review(limit)


handlers: list[ControllerRouterHandler] = [incidents, incident, why, review]
