"""Reports: what one says, the list of them, one whole, and new ones."""

from litestar import get, post
from litestar.params import JSONBody
from litestar.types import ControllerRouterHandler

from sayso.errors import IntakeError
from sayso.model import Added, Asides, Forgotten, Reading, Sheet, Shelf
from sayso.web.api.bodies import Delivery, Handed, Reason, report_of
from sayso.web.api.faults import ADDING, DOING, LOOKING, READING
from sayso.web.asking import After, Limit, slashed
from sayso.web.gates import ADMIN, REVIEWER
from sayso.web.given import Asker, Book, Ref, Room, Then
from sayso.web.kept import KEPT

__all__ = ["handlers"]

BYTES_OF_ONE = 2_000_000
BYTES_OF_MANY = 20_000_000


@post(
    "/read",
    status_code=200,
    responses=READING,
    request_max_body_size=BYTES_OF_ONE,
    tags=["read"],
    sync_to_thread=True,
)
def read(data: JSONBody[Handed], room: Room) -> Reading:
    """Read one report, and keep nothing: its incidents, and its claims with their words."""
    report = report_of(data)
    with room.seat():
        return room.read(report)


@post(
    "/reports",
    opt=REVIEWER,
    responses=ADDING,
    request_max_body_size=BYTES_OF_MANY,
    tags=["add"],
    sync_to_thread=True,
)
def add(data: JSONBody[Delivery], book: Book, room: Room) -> Added:
    """Add reports to the book; adding one again changes nothing.

    Each is kept whole or not at all; `outcomes` says what became of each, and why one was refused.
    """
    handed = (*data.reports, *((data.report,) if data.report else ()))
    if not handed:
        raise IntakeError("there is no report in this; send one as `report`, or several as `reports`")
    reports = [report_of(one) for one in handed]
    with room.seat():
        return book.add(reports)


@get("/reports.json", opt=KEPT, responses=LOOKING, tags=["look"], sync_to_thread=True)
def reports(book: Book, then: Then, after: After = None, limit: Limit = 50) -> Shelf:
    """List the reports without their texts, the last received first, a page at a time."""
    return book.reports(then, after=after, limit=limit)


@get("/aside.json", opt=KEPT, responses=LOOKING, tags=["look"], sync_to_thread=True)
def aside(book: Book, then: Then, limit: Limit = 100) -> Asides:
    """List the reports that tell of no incident, by story, each with the incident beside which it stands.

    `unread` has those that were kept but not read, by reason; so many of each as `limit` says.
    """
    return book.aside(then, most=limit)


@get("/reports/{ref:str}/.json", opt=KEPT, responses=LOOKING, tags=["look"], sync_to_thread=True)
def report(book: Book, ref: Ref, then: Then) -> Sheet:
    """Show one report whole: its text, its claims in reading order, copies, versions and incidents."""
    return book.report(slashed(ref), then)


@post("/reports/{ref:str}/forget", opt=ADMIN, responses=DOING, tags=["judge"], sync_to_thread=True)
def forget(ref: Ref, data: JSONBody[Reason], book: Book, person: Asker) -> Forgotten:
    """Drop the words of a report and of its claims, for law, a takedown, or the names of the dead.

    Its id, the digest of its words and the reason stay; no one can bring the words back.
    """
    return book.forget(slashed(ref), why=data.why, by=person.name)


handlers: list[ControllerRouterHandler] = [read, add, reports, aside, report, forget]
