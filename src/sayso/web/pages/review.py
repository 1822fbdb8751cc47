"""What needs a person, each judged with a reason; the log of all judgements; and what was set aside."""

from typing import Any

from litestar import get
from litestar.response import Template
from litestar.types import ControllerRouterHandler

from sayso import phrases
from sayso.model import Doubt, NearMiss
from sayso.web import shown, words
from sayso.web.asking import After
from sayso.web.filters import address
from sayso.web.given import AnyRequest, Asker, Book, Then
from sayso.web.kept import KEPT
from sayso.web.pages.framing import framed
from sayso.web.pages.incidents import row

__all__ = ["handlers"]

MOST = 30
"""Of each sort; what is judged makes room for the next."""


ASIDE = 100
"""Reports of no incident that are put together by story, the last received."""


@get("/review", opt=KEPT, sync_to_thread=True, include_in_schema=False)
def review(request: AnyRequest, book: Book, person: Asker) -> Template:
    """Show the queue of a reviewer."""
    queue = book.review(MOST)
    log = book.log(None, limit=8)
    return framed(
        "review.html",
        request,
        person,
        near=[_near(miss) for miss in queue.near],
        doubts=[_doubt(doubt) for doubt in queue.doubts],
        full=max(len(queue.near), len(queue.doubts)) == MOST,
        lately=log.judgements,
    )


def _near(miss: NearMiss) -> dict[str, Any]:
    """Return a near miss as a card: two incidents, and what speaks for and against that they are one."""
    return {
        "link": miss.link,
        "rows": (row(miss.left), row(miss.right)),
        "reasons": miss.link.reasons,
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    """Return a doubt as a card: the finding, and the claims to judge."""
    finding = doubt.finding
    return {
        "why": "" if doubt.why == "disputed" else phrases.doubt_phrase(doubt.why),
        "finding": finding,
        "name": words.slot(finding.slot, finding.role),
        "title": words.title(doubt.head.incident),
        "happened": doubt.head.incident.happened,
        "href": address("incidents", doubt.head.incident.id, finding.slot),
        "sayings": [shown.said(quote) for quote in doubt.quotes],
    }


@get("/log", opt=KEPT, sync_to_thread=True, include_in_schema=False)
def log(
    request: AnyRequest,
    book: Book,
    person: Asker,
    then: Then,
    after: After = None,
) -> Template:
    """List what was judged, the last first, with who said so and why."""
    page = book.log(then, after=after)
    following = address("log", as_of=then, after=page.next) if page.next else None
    return framed(
        "log.html",
        request,
        person,
        as_of=then,
        judgements=page.judgements,
        total=page.total,
        following=following,
    )


@get("/aside", opt=KEPT, sync_to_thread=True, include_in_schema=False)
def aside(request: AnyRequest, book: Book, person: Asker, then: Then) -> Template:
    """List the reports that tell of no incident, by story, and those that were not read."""
    found = book.aside(then, most=ASIDE)
    near = [story.incident for story in found.stories]
    titles = [words.title(incident) if incident else "" for incident in near]
    places = [address("incidents", incident.id, as_of=then) if incident else "" for incident in near]
    return framed(
        "aside.html",
        request,
        person,
        as_of=then,
        stories=list(zip(found.stories, titles, places, strict=True)),
        shown=sum(len(story.reports) for story in found.stories),
        total=found.total,
        unread=found.unread,
        unread_shown=sum(len(one.reports) for one in found.unread),
        unread_total=found.unread_total,
    )


handlers: list[ControllerRouterHandler] = [review, log, aside]
