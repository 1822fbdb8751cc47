"""What changed, as it changes or since a cursor."""

from asyncio import to_thread
from typing import cast

from litestar import Response, get
from litestar.response import Stream
from litestar.types import ControllerRouterHandler

from sayso.model import Changes
from sayso.web.api.faults import LOOKING
from sayso.web.asking import After, Limit
from sayso.web.given import AnyRequest, Book, News
from sayso.web.reading import BusyError

__all__ = ["EVENTS", "handlers"]

EVENTS = "text/event-stream"

MOST_LISTENERS = 2000
"""Streams at one time: each holds a socket, and memory for what waits for it."""


@get("/changes", responses=LOOKING, tags=["look"])
async def changes(
    request: AnyRequest,
    book: Book,
    live: News,
    after: After = None,
    limit: Limit = 50,
) -> Response[Changes]:
    """Tell how figures changed: as a page of JSON, or as a stream for who accepts text/event-stream.

    The page begins with the first change ever, or after `after`. The stream begins now, or after `after`, or
    after the Last-Event-ID that a browser sends when it comes back; the id of each event is a cursor. An
    event `change` holds a Change; an event `book` says that the book holds more than before.
    """
    begin = request.headers.get("last-event-id") or after
    if EVENTS not in request.headers.get("accept", ""):
        return Response(await to_thread(book.changes, begin, limit=limit), media_type="application/json")
    if live.listeners >= MOST_LISTENERS:
        raise BusyError(
            f"{live.listeners} listen already; ask for pages of changes", headers={"retry-after": "60"}
        )
    if begin is not None:
        await to_thread(book.changes, begin, limit=1)  # what is no cursor is refused before the stream begins
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    stream = Stream(live.listen(begin), media_type=EVENTS, headers=headers)
    return cast(Response[Changes], stream)


handlers: list[ControllerRouterHandler] = [changes]
