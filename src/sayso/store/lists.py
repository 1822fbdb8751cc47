"""The questions that lists put to a book, a page at a time; one text for both databases."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true

from sayso.model import Asked
from sayso.store.moments import micros
from sayso.store.schema import (
    account,
    alert,
    alert_rule,
    forgotten,
    incident,
    judgement,
    reading,
    report,
    revision,
    wording,
)
from sayso.store.statements import Rows, by_then

__all__ = [
    "accounts_saying",
    "headlines_of",
    "incident_count",
    "incidents",
    "last_revision",
    "reports",
    "revisions_after",
    "stamp",
]

Place = tuple[int, str]
"""Where a page begins: after the row of this moment and id, in falling order."""


def _after(at: ColumnElement[int], key: ColumnElement[str], place: Place | None) -> ColumnElement[bool]:
    """Hold for the rows that come after a place."""
    return true() if place is None else or_(at < place[0], and_(at == place[0], key < place[1]))


def _fits(asked: Asked) -> ColumnElement[bool]:
    """Hold for incidents of the kind, in the country and changed since; the rest cannot be asked here."""
    return and_(
        true() if asked.since is None else incident.c.changed_at >= micros(asked.since),
        true() if asked.kind is None else incident.c.kind == asked.kind,
        true() if asked.country is None else incident.c.country == asked.country,
        true() if asked.background else incident.c.main.is_(True),
    )


def incidents(asked: Asked, place: Place | None, most: int | None) -> Rows:
    """Give what a list shows of the incidents that fit, the newest change first, from a place on."""
    at, key = incident.c.changed_at, incident.c.id
    chosen = select(incident.c.headline).where(_fits(asked), _after(at, key, place))
    return chosen.order_by(at.desc(), key.desc()).limit(most)


def incident_count(asked: Asked) -> Select[int]:
    """Count the incidents that fit."""
    return select(func.count()).select_from(incident).where(_fits(asked))


def headlines_of(ids: Collection[str]) -> Rows:
    """Give what a list shows of these incidents."""
    return select(incident.c.headline).where(incident.c.id.in_(ids))


def accounts_saying(words: Collection[str]) -> Rows:
    """Give the accounts of the reports that have all these words, in title or text; looks through all."""
    held = [
        or_(wording.c.text.icontains(w, autoescape=True), report.c.word.icontains(w, autoescape=True))
        for w in words
    ]
    joined = select(account.c.id).join(report, report.c.id == account.c.report_id)
    return joined.join(wording, wording.c.report_id == report.c.id).where(*held).distinct()


def reports(until: int | None, place: Place | None, most: int) -> Rows:
    """Give reports, without their text, the last received first, from a place on."""
    at, key = report.c.received_at, report.c.id
    chosen = select(report.c.word).where(by_then(at, until), _after(at, key, place))
    return chosen.order_by(at.desc(), key.desc()).limit(most)


def revisions_after(row: int, most: int) -> Select[int, str]:
    """Give the revisions that were written after a row, in the order in which they were: row, word."""
    chosen = select(revision.c.row, revision.c.word).where(revision.c.row > row)
    return chosen.order_by(revision.c.row).limit(most)


def last_revision() -> Select[int | None]:
    """Give the row that was written last of all revisions."""
    return select(func.max(revision.c.row))


def stamp() -> Select[int | None, int | None, int | None, int, int, int, int | None, int]:
    """Give what differs whenever anything is added, or an alert is told.

    Readings, judgements, revisions, what was forgotten; alert rules, those removed, alerts, those waiting.
    """
    return select(
        select(func.max(reading.c.id)).scalar_subquery(),
        select(func.max(judgement.c.row)).scalar_subquery(),
        select(func.max(revision.c.row)).scalar_subquery(),
        select(func.count(forgotten.c.report_id)).scalar_subquery(),
        select(func.count(alert_rule.c.id)).scalar_subquery(),
        select(func.count(alert_rule.c.removed_at)).scalar_subquery(),
        select(func.max(alert.c.number)).scalar_subquery(),
        select(func.count()).where(alert.c.state == "pending").scalar_subquery(),
    )
