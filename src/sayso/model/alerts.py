"""Who wants to be told of what, and what became of telling them. Kept beside the evidence, and may change."""

from datetime import datetime
from typing import Literal

from sayso.model.base import Word

__all__ = ["Alert", "AlertRule", "AlertState"]

AlertState = Literal["pending", "sent", "failed"]


class AlertRule(Word, frozen=True, kw_only=True):
    """Who is told (`to`) when something moves (`says`, in the language of docs/alerts.md).

    `to` is "web", an https address or "mailto:a@b"; `by` the person who made it. `secret` signs what goes to
    an address; only who made the rule and the receiver know it. `removed_at` is set when it no longer holds.
    """

    id: str
    says: str
    to: str
    by: str
    made_at: datetime
    secret: str | None = None
    removed_at: datetime | None = None


class Alert(Word, frozen=True, kw_only=True):
    """One rule met one change: the revision, or the incident that is new, named by `cause`.

    `at` is the moment of the change, `message` the id under which the receiver is told, which several alerts
    on one figure share; None until it is first sent. `why` says what went wrong last, or why it is given up.
    """

    number: int
    rule_id: str
    cause: str
    incident_id: str
    at: datetime
    due_at: datetime
    state: AlertState = "pending"
    message: str | None = None
    attempts: int = 0
    sent_at: datetime | None = None
    why: str | None = None
