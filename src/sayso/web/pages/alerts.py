"""Alerts: the rules that hold, and what was told by them, the newest first."""

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template
from litestar.types import ControllerRouterHandler

from sayso.alerts import FORMS, internal_only, notices, nowhere_known, rules, without_secret
from sayso.casebook.looking import A_PAGE
from sayso.model import AlertRule
from sayso.web.filters import address
from sayso.web.given import AnyRequest, Asker, Book
from sayso.web.pages.framing import framed

__all__ = ["handlers"]


@get("/alerts", sync_to_thread=True, include_in_schema=False)
def alerts(request: AnyRequest, book: Book, person: Asker, before: FromQuery[int | None] = None) -> Template:
    """Show rules and what they told."""
    told = notices(book, before=before, most=A_PAGE)
    older = address("alerts", before=min(one.number for one in told)) if len(told) == A_PAGE else None
    return framed(
        "alerts.html",
        request,
        person,
        rules=[(without_secret(rule), _notes(rule)) for rule in rules(book)],
        told=told,
        forms=FORMS,
        kept="",  # what was kept is a rule, which is removed where it stands
        older=older,
    )


def _notes(rule: AlertRule) -> list[str]:
    """Return what keeps a rule from telling anything, or may."""
    return [note for note in (nowhere_known(rule), internal_only(rule.to)) if note]


handlers: list[ControllerRouterHandler] = [alerts]
