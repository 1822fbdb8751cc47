"""One incident: what is reported now or was at a moment, from whom, what rivals it, and why."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any

from litestar import get
from litestar.datastructures import Cookie
from litestar.response import Template
from litestar.types import ControllerRouterHandler

from sayso import phrases
from sayso.casebook.quoting import grounds_in
from sayso.casebook.revising import net_changes
from sayso.errors import NotFoundError
from sayso.model import COUNT_SLOTS, SLOTS, Grounds, Record
from sayso.settle import RULES
from sayso.web import carriers, shown, words
from sayso.web.filters import address
from sayso.web.given import AnyRequest, Asker, Book, Ref, Then, Wanted
from sayso.web.kept import KEPT
from sayso.web.looks import COOKIE, KEPT_FOR, look
from sayso.web.pages.framing import framed

__all__ = ["handlers"]

MOST_CHANGES = 30
MOST_REPORTS = 200
"""Lines of a page; its JSON has all."""


@get("/incidents/{ref:str}", opt=KEPT, sync_to_thread=True, include_in_schema=False)
def incident(
    request: AnyRequest,
    book: Book,
    person: Asker,
    ref: Ref,
    then: Then,
    asked: Wanted,
) -> Template:
    """Show one record, with what changed since a moment where the address names one."""
    record = book.incident(ref, then, courses=True)
    looked = asked.since
    return framed(
        "incident.html",
        request,
        person,
        as_of=then,
        stops=_stops(book.moments(ref)),
        looked=looked,
        news=_news(record, looked) if looked else None,
        **_parts(record, then),
    )


def _stops(received: Sequence[datetime]) -> list[tuple[datetime, str]]:
    """Return the moments at which the slider stops, each with how many reports had been received by then.

    Addresses are written to the second: what came within one is shown as of its end.
    """
    counts = Counter(at + timedelta(microseconds=-at.microsecond % 1_000_000) for at in received)
    came = list(zip(sorted(counts), accumulate(counts[at] for at in sorted(counts)), strict=True))
    told = [(at, f"{number} of {len(received)}: {words.moment(at)}") for at, number in came[:-1]]
    return [*told, *((at, f"all {number}, now") for at, number in came[-1:])]


@get("/incidents/{ref:str}/news", sync_to_thread=True, include_in_schema=False)
def news(request: AnyRequest, book: Book, person: Asker, ref: Ref) -> Template:
    """Show what changed on an incident since this browser last looked at it, and remember that it looks now.

    It is apart from the incident's page so that one page can be made for all.
    """
    record = book.incident(ref)
    looked, cookie = look(request.cookies.get(COOKIE), datetime.now(UTC))
    page = framed(
        "news.html",
        request,
        person,
        record=record,
        headline=words.headline(record),
        looked=looked,
        news=_news(record, looked) if looked else None,
    )
    place = address("incidents", record.incident.id, "news")
    age = int(KEPT_FOR.total_seconds())
    page.cookies = [Cookie(key=COOKIE, value=cookie, path=place, max_age=age, httponly=True, samesite="lax")]
    return page


def _parts(record: Record, as_of: datetime | None) -> dict[str, Any]:
    """Return the parts of a record's page."""
    told, origins = shown.known(record, as_of), carriers.origins(record)
    changes = [shown.change(revision) for revision in reversed(record.revisions) if revision.before]
    return {
        "record": record,
        "incident": record.incident,
        "headline": words.headline(record),
        "figures": shown.figures(told),
        "facts": shown.facts(told),
        "steps": shown.steps_taken(told),
        "summary": shown.summary(record),
        "origins": origins[:MOST_REPORTS],
        "left_out": max(0, len(origins) - MOST_REPORTS),
        "changes": changes[:MOST_CHANGES],
        "more_changes": max(0, len(changes) - MOST_CHANGES),
        "related": record.related,
        "judged": [j for j in record.judgements if j.superseded_at is None and j.verdict != "unsure"],
    }


def _news(record: Record, since: datetime) -> list[shown.Change]:
    """Return what differs now from what was shown at a moment."""
    return [shown.change(r) for r in net_changes(r for r in record.revisions if r.at > since)]


@get("/incidents/{ref:str}/{slot:str}", opt=KEPT, sync_to_thread=True, include_in_schema=False)
def why(
    request: AnyRequest,
    book: Book,
    person: Asker,
    ref: Ref,
    slot: Ref,
    then: Then,
) -> Template:
    """Show why a figure stands: the rule, the voices, and every sentence for, against and before it."""
    if slot not in SLOTS:
        raise NotFoundError(f"{slot}: no such slot; the slots are {', '.join(SLOTS)}")
    record = book.incident(ref, then, courses=slot in COUNT_SLOTS)
    grounds, told = grounds_in(record, slot), shown.known(record, then)
    return framed(
        "why.html",
        request,
        person,
        as_of=then,
        record=record,
        incident=record.incident,
        headline=words.headline(record),
        slot=slot,
        blocks=[_block(told, ground) for ground in sorted(grounds, key=_victims_first)],
    )


def _victims_first(ground: Grounds) -> bool:
    return ground.finding.role != "victim"


MOST_SENTENCES = 100


def _block(told: shown.Known, ground: Grounds) -> dict[str, Any]:
    """Return what a page shows of one finding and its grounds."""
    finding = ground.finding
    parts = (
        ("What it rests on", ground.support, finding.support),
        ("What rivals it", ground.rivals, finding.rivals),
        ("What was said before", ground.trail, finding.trail),
    )
    return {
        "finding": finding,
        "anchor": shown.anchor(finding),
        "name": words.slot(finding.slot, finding.role),
        "chart": shown.drawn(told, finding),
        "rule": RULES.get(finding.rule, finding.rule),
        "voices": [(phrases.voice_phrase(v.name, told.names), len(v.report_ids)) for v in finding.voices],
        "parts": [
            (title, [shown.said(quote, None, told.judged) for quote in quotes[:MOST_SENTENCES]], len(claims))
            for title, quotes, claims in parts
            if quotes
        ],
    }


handlers: list[ControllerRouterHandler] = [incident, news, why]
