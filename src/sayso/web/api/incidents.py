"""Incidents, one incident, and why a figure stands."""

from datetime import datetime

from litestar import get
from litestar.types import ControllerRouterHandler

from sayso.casebook import Casebook
from sayso.model import Grounds, Headline, Record

__all__ = ["handlers"]


@get("/incidents.json", sync_to_thread=True)
def incidents(book: Casebook, as_of: datetime | None = None) -> tuple[Headline, ...]:
    """List the incidents, the newest change first."""
    return book.incidents(as_of)


@get("/incidents/{ref:str}/.json", sync_to_thread=True)
def incident(book: Casebook, ref: str, as_of: datetime | None = None) -> Record:
    """Show one record: every figure with who says it and the words, its rivals beside it."""
    return book.incident(ref, as_of)


@get("/incidents/{ref:str}/{slot:str}/.json", sync_to_thread=True)
def why(book: Casebook, ref: str, slot: str, as_of: datetime | None = None) -> tuple[Grounds, ...]:
    """Show why a figure stands: the rule, the voices, and every sentence for, against and before it."""
    return book.why(ref, slot, as_of)


handlers: list[ControllerRouterHandler] = [incidents, incident, why]
