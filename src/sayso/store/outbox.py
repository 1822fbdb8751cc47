"""Who is told of what: rules, how far each was looked at, and the alerts that wait or were told.

Rows here change as the desk goes on; none is evidence. No words of reports are kept, only ids: a report that
is forgotten leaves nothing here. Times are whole microseconds, as everywhere in the store.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Row, Select, Update, and_, func, insert, or_, select, true, update

from sayso.model import Alert, AlertRule, Revision, Word, content_id, decode, encode
from sayso.store.pen import Pen
from sayso.store.schema import account, alert, alert_rule, member, reading, revision
from sayso.store.view import View, micros, moment, parts

__all__ = [
    "Looked",
    "Met",
    "again",
    "alerts",
    "alerts_in",
    "due",
    "founded",
    "given_up",
    "keep_met",
    "keep_rule",
    "last_rows",
    "lease",
    "looked",
    "move_on",
    "remove_rule",
    "revisions_named",
    "rules",
    "sent",
]


class Looked(Word, frozen=True, kw_only=True):
    """A rule that holds, and how far was looked for it: the last revision, the last reading, and when.

    `founded_after` is the last reading there was when the rule was made.
    """

    rule: AlertRule
    founded_after: int
    revision_row: int
    reading_row: int
    looked_at: datetime


class Met(Word, frozen=True, kw_only=True):
    """A change that a rule met: what is told of it, and of which figure, for those that go together."""

    rule_id: str
    cause: str
    incident_id: str
    figure: str
    at: datetime


def rules(view: View, *, removed: bool = False) -> list[AlertRule]:
    """Return the rules that hold, the oldest first; with `removed` also those that no longer do."""
    asked = select(alert_rule.c.word)
    if not removed:
        asked = asked.where(alert_rule.c.removed_at.is_(None))
    found = [decode(word, AlertRule) for (word,) in view.connection.execute(asked)]
    return sorted(found, key=lambda rule: (rule.made_at, rule.id))


def keep_rule(pen: Pen, rule: AlertRule) -> None:
    """Keep a rule; what is in the book already is never told by it."""
    revision_row, reading_row = last_rows(pen)
    row = {"id": rule.id, "word": encode(rule).decode(), "looked_at": micros(rule.made_at)}
    marks = {"founded_after": reading_row, "reading_row": reading_row, "revision_row": revision_row}
    pen.connection.execute(insert(alert_rule).values(**row, **marks))


def remove_rule(pen: Pen, rule: AlertRule, at: datetime) -> None:
    """Let a rule no longer hold, and what waited for it go untold; what was told stays listed."""
    gone = msgspec.structs.replace(rule, removed_at=at)
    left = {"removed_at": micros(at), "word": encode(gone).decode()}
    pen.connection.execute(update(alert_rule).where(alert_rule.c.id == rule.id).values(**left))
    waiting = and_(alert.c.rule_id == rule.id, alert.c.state == "pending")
    pen.connection.execute(
        update(alert).where(waiting).values(state="failed", lease_until=None, why=encode(GONE).decode())
    )


GONE = "the rule was removed before it was told"


def looked(view: View) -> list[Looked]:
    """Return the rules that hold, and how far was looked for each."""
    asked = select(alert_rule).where(alert_rule.c.removed_at.is_(None)).order_by(alert_rule.c.id)
    return [
        Looked(
            rule=decode(row.word, AlertRule),
            founded_after=row.founded_after,
            revision_row=row.revision_row,
            reading_row=row.reading_row,
            looked_at=moment(row.looked_at),
        )
        for row in view.connection.execute(asked)
    ]


def last_rows(view: View) -> tuple[int, int]:
    """Return the last revision and the last reading that the book holds; 0 for none."""
    asked = select(select(func.max(revision.c.row)).scalar_subquery(), _last_reading())
    revised, read = view.connection.execute(asked).one()
    return revised or 0, read or 0


def _last_reading() -> ColumnElement[int]:
    return select(func.max(reading.c.id)).scalar_subquery()


def founded(view: View, after: int, until: int) -> dict[str, int]:
    """Return the incidents of which these readings told, and the reading that each was founded by."""
    founder = account.alias("founder")
    asked = (
        select(member.c.incident_id, founder.c.reading_id)
        .select_from(reading)
        # By the report, as there is an index for that.
        .join(account, and_(account.c.report_id == reading.c.report_id, account.c.reading_id == reading.c.id))
        .join(member, member.c.account_id == account.c.id)
        .join(founder, founder.c.id == member.c.incident_id)
        .where(reading.c.id > after, reading.c.id <= until)
    )
    # Grouped here: SQLite would go through all members, as they lie in groups.
    found: dict[str, int] = {}
    for incident_id, read in view.connection.execute(asked):
        found[incident_id] = min(read, found.get(incident_id, read))
    return found


def keep_met(pen: Pen, met: Iterable[Met], due_at: datetime) -> int:
    """Keep what rules met, to be told when it is due; what was met before is left out. Returns how many."""
    holding = {rule.id for rule in rules(pen)}
    fresh = {(one.rule_id, one.cause): one for one in met if one.rule_id in holding}
    known = {
        (rule, cause)
        for some in parts({cause for _, cause in fresh})
        for rule, cause in pen.connection.execute(
            select(alert.c.rule_id, alert.c.cause).where(
                alert.c.rule_id.in_(holding), alert.c.cause.in_(some)
            )
        )
    }
    rows = [
        {
            "rule_id": one.rule_id,
            "cause": one.cause,
            "incident_id": one.incident_id,
            "figure": one.figure,
            "at": micros(one.at),
            "state": "pending",
            "attempts": 0,
            "due_at": micros(due_at),
        }
        for key, one in fresh.items()
        if key not in known
    ]
    if rows:
        pen.connection.execute(insert(alert), rows)
    return len(rows)


def move_on(pen: Pen, revision_row: int, reading_row: int, at: datetime | None) -> None:
    """Note for every rule how far was looked, and when, if nothing more waits to be looked at.

    Never back, where another program looked further.
    """
    marks = [(alert_rule.c.revision_row, revision_row), (alert_rule.c.reading_row, reading_row)]
    if at is not None:
        marks.append((alert_rule.c.looked_at, micros(at)))
    for column, value in marks:
        pen.connection.execute(update(alert_rule).where(column < value).values({column.name: value}))


def due(view: View, now: datetime) -> bool:
    """Tell whether any message is due that nobody has taken."""
    return view.connection.execute(select(alert.c.number).where(_due(now)).limit(1)).first() is not None


def _due(now: datetime) -> ColumnElement[bool]:
    """Hold for what waits, is due, and is not taken."""
    free = or_(alert.c.lease_until.is_(None), alert.c.lease_until <= micros(now))
    return and_(alert.c.state == "pending", alert.c.due_at <= micros(now), free)


def lease(pen: Pen, now: datetime, held: timedelta, most: int) -> list[tuple[AlertRule, tuple[Alert, ...]]]:
    """Take messages that are due, for so long; nobody else takes them before. The longest due first.

    Alerts on one figure that were never sent go together into one message; what was sent once stays as it
    was, with its id. The attempt counts from now on, whatever becomes of it.
    """
    made = {rule.id: rule for rule in rules(pen)}
    taken: list[tuple[AlertRule, tuple[Alert, ...]]] = []
    seen: set[int] = set()
    first = select(alert).where(_due(now)).order_by(alert.c.due_at, alert.c.number).limit(LOOKED_AT)
    for head in pen.connection.execute(first).all():
        if len(taken) == most:
            break
        if head.number in seen or head.rule_id not in made:
            continue
        message = head.message or content_id("message", head.rule_id, head.cause)
        together = _together(head)
        marks = {"message": message, "attempts": alert.c.attempts + 1, "lease_until": micros(now + held)}
        pen.connection.execute(update(alert).where(together).values(**marks))
        group = _alerts(pen, select(alert).where(alert.c.message == message).order_by(alert.c.number))
        seen |= {one.number for one in group}
        taken.append((made[head.rule_id], tuple(group)))
    return taken


LOOKED_AT = 1000
"""Alerts among which messages are looked for that are due; many may go into one."""


def _together(head: Row[*tuple[Any, ...]]) -> ColumnElement[bool]:
    """Hold for the alerts that are told in one message with this one."""
    if head.message is not None:
        sent_once: ColumnElement[bool] = alert.c.message == head.message
        return sent_once
    same = and_(alert.c.rule_id == head.rule_id, alert.c.figure == head.figure)
    return and_(same, alert.c.state == "pending", alert.c.message.is_(None))


def sent(pen: Pen, message: str, at: datetime) -> None:
    """Note that the receiver of a message has it."""
    pen.connection.execute(
        _marked(message).values(state="sent", sent_at=micros(at), lease_until=None, why=None)
    )


def again(pen: Pen, message: str, due_at: datetime, why: str) -> None:
    """Note why a message did not arrive, and when it is tried again."""
    left = {"due_at": micros(due_at), "lease_until": None, "why": encode(why).decode()}
    pen.connection.execute(_marked(message).values(**left))


def given_up(pen: Pen, message: str, why: str) -> None:
    """Note that a message is not tried again, and why."""
    pen.connection.execute(
        _marked(message).values(state="failed", lease_until=None, why=encode(why).decode())
    )


def _marked(message: str) -> Update:
    return update(alert).where(alert.c.message == message, alert.c.state == "pending")


def alerts(
    view: View,
    *,
    before: int | None = None,
    after: int | None = None,
    rule_id: str | None = None,
    most: int = 100,
) -> list[Alert]:
    """Return alerts, the newest first; `before` and `after` are the numbers of alerts already seen."""
    wanted = (
        true() if before is None else alert.c.number < before,
        true() if after is None else alert.c.number > after,
        true() if rule_id is None else alert.c.rule_id == rule_id,
    )
    return _alerts(view, select(alert).where(*wanted).order_by(alert.c.number.desc()).limit(most))


def alerts_in(view: View, messages: Collection[str]) -> list[Alert]:
    """Return the alerts that these messages tell, in the order in which they were met."""
    return [
        found
        for some in parts(messages)
        for found in _alerts(view, select(alert).where(alert.c.message.in_(some)).order_by(alert.c.number))
    ]


def _alerts(view: View, asked: Select[*tuple[Any, ...]]) -> list[Alert]:
    return [
        Alert(
            number=row.number,
            rule_id=row.rule_id,
            cause=row.cause,
            incident_id=row.incident_id,
            at=moment(row.at),
            due_at=moment(row.due_at),
            state=row.state,
            message=row.message,
            attempts=row.attempts,
            sent_at=moment(row.sent_at),
            why=None if row.why is None else decode(row.why, str),
        )
        for row in view.connection.execute(asked)
    ]


def revisions_named(view: View, ids: Collection[str]) -> dict[str, Revision]:
    """Return these revisions by their ids."""
    return {
        made.id: made
        for some in parts(ids)
        for (word,) in view.connection.execute(select(revision.c.word).where(revision.c.id.in_(some)))
        for made in (decode(word, Revision),)
    }
