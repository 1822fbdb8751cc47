"""Who is told when a figure moves: rules, and what they told. Only who makes a rule reads its secret."""

from typing import Annotated

from litestar import get, post
from litestar.params import JSONBody, QueryParameter
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from sayso.alerts import Notice, add_rule, notices, remove_rule, rules, without_secret
from sayso.model import AlertRule, Word
from sayso.web.api.faults import DOING, LOOKING
from sayso.web.asking import Limit
from sayso.web.gates import REVIEWER
from sayso.web.given import Asker, Book, Ref

__all__ = ["handlers"]

Number = Annotated[int | None, QueryParameter(ge=0, le=2**62, description="The `number` of an alert.")]


class AlertsTold(Word, frozen=True, kw_only=True, omit_defaults=False):
    """The rules that hold, and a page of what was told, the newest first; ask for older `before` `next`."""

    rules: tuple[AlertRule, ...] = ()
    told: tuple[Notice, ...] = ()
    next: int | None = None


class RuleSaid(Word, frozen=True, kw_only=True):
    """A rule to make: of what is told, in the language of docs/alerts.md, and where."""

    says: Annotated[str, Meta(min_length=1, max_length=200, examples=["killed in FR changes"])]
    to: Annotated[str, Meta(min_length=1, max_length=2000, description="web, https://..., mailto:a@b.")] = (
        "web"
    )


class Nothing(Word, frozen=True, kw_only=True):
    """Nothing more is to be said."""


@get("/alerts.json", responses=LOOKING, tags=["alerts"], sync_to_thread=True)
def alerts(book: Book, before: Number = None, after: Number = None, limit: Limit = 50) -> AlertsTold:
    """List the rules that hold, and what they told, the newest first; `after` gives only what came since."""
    told = notices(book, before=before, after=after, most=limit)
    older = min((one.number for one in told), default=None) if len(told) == limit else None
    return AlertsTold(rules=tuple(map(without_secret, rules(book))), told=told, next=older)


@post("/alerts/rules", opt=REVIEWER, responses=DOING, tags=["alerts"], sync_to_thread=True)
def add(data: JSONBody[RuleSaid], book: Book, person: Asker) -> AlertRule:
    """Make a rule; it tells of what changes from now on. The answer has the secret that signs messages."""
    return add_rule(book, data.says, data.to, by=person.name)


@post("/alerts/rules/{ref:str}/remove", opt=REVIEWER, responses=DOING, tags=["alerts"], sync_to_thread=True)
def remove(ref: Ref, data: JSONBody[Nothing], book: Book, person: Asker) -> AlertRule:
    """Remove a rule; what waited for it goes untold, what it told stays in the list."""
    return without_secret(remove_rule(book, ref))


handlers: list[ControllerRouterHandler] = [alerts, add, remove]
