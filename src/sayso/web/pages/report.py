"""One report: its words with every claim marked, who is said to say each, what it repeats, its versions."""

from datetime import datetime
from typing import NamedTuple

from litestar import get
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from litestar.types import ControllerRouterHandler

from sayso import phrases
from sayso.casebook import Casebook
from sayso.model import Account, Claim, Incident, Sheet
from sayso.web import marks, shown, words
from sayso.web.asking import slashed
from sayso.web.filters import address
from sayso.web.given import AnyRequest, Asker, Book, Ref, Then
from sayso.web.kept import KEPT
from sayso.web.pages.framing import framed

__all__ = ["handlers"]


class Marked(NamedTuple):
    """One claim beside the text."""

    claim: Claim
    group: marks.Group
    name: str
    value: str
    who: str
    firm: str
    incident: str
    judged: str


@get("/reports/{ref:str}", opt=KEPT, sync_to_thread=True, include_in_schema=False)
def report(
    request: AnyRequest,
    book: Book,
    person: Asker,
    ref: Ref,
    then: Then,
    part: FromQuery[int] = 1,
    claim: FromQuery[str | None] = None,
) -> Template:
    """Show one report, at a part of it, or where a claim is."""
    sheet = book.report(slashed(ref), then)
    text = sheet.report.text
    of_text = [c for c in sheet.claims if c.span.field == "text"]
    cut = marks.parts(text, of_text)
    at = _part(cut, part, claim)
    title = marks.Part(0, len(sheet.report.title or ""), _of_title(sheet))
    mine = sorted(sheet.copies, key=lambda copy: -copy.overlap)
    names = {other.id: phrases.outlet(other) for other in sheet.beside}
    here = [*(title.claims if at == 0 else ()), *cut[at].claims]
    return framed(
        "report.html",
        request,
        person,
        as_of=then,
        sheet=sheet,
        report=sheet.report,
        title=marks.pieces(sheet.report.title or "", title),
        paragraphs=marks.pieces(text, cut[at], [p for copy in mine for p in copy.passages]),
        claims=_marked(sheet, here),
        groups=[(group, name) for group, (name, _) in marks.GROUPS.items()],
        part=at + 1,
        part_count=len(cut),
        claim_count=len(sheet.claims),
        copies=[(copy, names.get(copy.of, copy.of), copy.of in names) for copy in mine],
        repeats=[(copy, names.get(copy.report_id, copy.report_id)) for copy in sheet.repeats],
        told_of=_told_of(sheet),
        incidents=[(i, words.title(i), address("incidents", i.id)) for i in sheet.incidents],
        changes=_changes(book, sheet.report.id, then),
    )


@get("/claims/{ref:str}", sync_to_thread=True, include_in_schema=False)
def claim_at(book: Book, ref: Ref) -> Redirect:
    """Lead to the words of a claim."""
    home = book.report_of(ref)
    return Redirect(address("reports", home, claim=ref, fragment=f"c-{ref}"), status_code=303)


MOST_IN_TITLE = 40


def _of_title(sheet: Sheet) -> tuple[Claim, ...]:
    return tuple(c for c in sheet.claims if c.span.field == "title")[:MOST_IN_TITLE]


def _part(cut: list[marks.Part], part: int, claim: str | None) -> int:
    """Return which part is shown: the one in which a claim begins, else the one asked for."""
    holding = [at for at, one in enumerate(cut) if any(held.id == claim for held in one.claims)]
    return holding[0] if holding else min(max(part, 1), len(cut)) - 1


def _marked(sheet: Sheet, claims: list[Claim]) -> list[Marked]:
    """Return claims as they stand beside the text."""
    homes = {account: incident for incident in sheet.incidents for account in incident.account_ids}
    judged = shown.judged_claims(sheet.judgements)
    return [
        Marked(
            claim=claim,
            group=marks.group_of(claim.slot),
            name=words.slot(claim.slot, claim.role),
            value=phrases.value_phrase(claim.value),
            who=phrases.speaker_phrase(claim.speaker, sheet.report),
            firm=phrases.firmness(claim),
            incident=_named(homes.get(claim.account_id)),
            judged=f"{judged[claim.id].verdict}, says {judged[claim.id].by}" if claim.id in judged else "",
        )
        for claim in claims
    ]


MOST_ACCOUNTS = 12


def _told_of(sheet: Sheet) -> list[tuple[Account, str, str]]:
    """Return what the report tells of each incident that others tell of as well, with its name and place."""
    homes = {account: incident for incident in sheet.incidents for account in incident.account_ids}
    shared = [account for account in sheet.accounts if account.id in homes][:MOST_ACCOUNTS]
    return [(a, words.title(homes[a.id]), address("incidents", homes[a.id].id)) for a in shared]


def _named(incident: Incident | None) -> str:
    return words.title(incident) if incident else ""


def _changes(book: Casebook, ref: str, as_of: datetime | None) -> list[marks.Edited]:
    """Return the sentences in which a version differs from the one before, if the words of both are known."""
    told = book.changed(ref, as_of)
    if told is None:
        return []
    with book.store.view() as view:
        held = view.full_reports([told.report_id, told.of])
    return marks.edited(told, held[told.report_id], held[told.of])


handlers: list[ControllerRouterHandler] = [report, claim_at]
