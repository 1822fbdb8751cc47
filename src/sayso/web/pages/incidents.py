"""The list of incidents: the newest change first, as filtered in the address, beside a map."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from litestar import get
from litestar.response import Redirect, Template
from litestar.types import ControllerRouterHandler

from sayso import phrases
from sayso.casebook import Casebook
from sayso.model import KINDS, Finding, Headline
from sayso.web import words
from sayso.web.asking import After
from sayso.web.filters import address
from sayso.web.given import AnyRequest, Asker, Book, Then, Wanted
from sayso.web.kept import KEPT
from sayso.web.pages.framing import framed

__all__ = ["Row", "handlers", "row"]

FIELDS = ("q", "kind", "country", "place", "happened", "name", "slot", "standing", "since", "until", "as_of")
"""What can be asked for in the address."""

OTHERS = ("missing", "ill", "hostages", "displaced")
"""Counts that a row tells where there are any, besides the dead and the hurt."""


SUMMED = ("killed", "injured", "missing")


class Row(NamedTuple):
    """One incident in the list: the counts of its victims."""

    head: Headline
    href: str
    title: str
    killed: Finding | None
    injured: Finding | None
    others: tuple[Finding, ...]
    disputed: tuple[str, ...]


@get("/", opt=KEPT, sync_to_thread=True, include_in_schema=False)
def incidents(
    request: AnyRequest,
    book: Book,
    person: Asker,
    asked: Wanted,
    then: Then,
    after: After = None,
) -> Template:
    """List the incidents that are asked for."""
    listing = book.listing(asked, then, after=after)
    whole = after is None and listing.next is None and listing.total > 1
    told = {name: request.query_params.get(name, "").strip() for name in FIELDS}
    told["background"] = "true" if asked.background else ""
    return framed(
        "incidents.html",
        request,
        person,
        as_of=then,
        asked=told,
        filtered=any(told.values()),
        sentence=words.asked_for(asked, listing.total),
        total=listing.total,
        in_all=_in_all(book, listing.incidents) if whole else [],
        rows=[row(head, then) for head in listing.incidents],
        first=address(**told) if after else None,
        following=address(**told, after=listing.next) if listing.next else None,
        kinds=[(name, words.kind(name)) for name in sorted(KINDS, key=words.kind)],
    )


def _in_all(book: Casebook, heads: Sequence[Headline]) -> list[str]:
    """Return the people over all incidents of a list that is shown whole."""
    counts = [total for total in book.totals(heads).counts if total.slot in SUMMED and total.best]
    return [phrases.total_phrase(total) for total in counts]


def row(head: Headline, as_of: datetime | None = None) -> Row:
    """Return what a list shows of an incident."""
    counts = {finding.slot: finding for finding in head.findings if finding.role == "victim"}
    return Row(
        head=head,
        href=address("incidents", head.incident.id, as_of=as_of),
        title=words.title(head.incident),
        killed=counts.get("killed"),
        injured=counts.get("injured"),
        others=tuple(f for slot in OTHERS if (f := counts.get(slot)) and (f.best or f.low)),
        disputed=tuple(words.slot(f.slot, f.role) for f in head.findings if f.standing == "disputed"),
    )


@get("/incidents", include_in_schema=False)
async def above(request: AnyRequest) -> Redirect:
    """Lead to the list, for who cuts an incident's address short."""
    return Redirect("/" + (f"?{request.url.query}" if request.url.query else ""), status_code=303)


handlers: list[ControllerRouterHandler] = [incidents, above]
