"""The questions that lists put to a book, a page at a time; one text for both databases."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select, true

from sayso.model import Asked, encode
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
from sayso.store.statements import LATEST_ACCOUNT, Rows, by_then

__all__ = [
    "aside_count",
    "headlines_of",
    "heads_saying",
    "incident_count",
    "incidents",
    "last_revision",
    "reports",
    "reports_aside",
    "revisions_after",
    "stamp",
    "texts_saying",
    "unread_count",
    "unread_reports",
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


def _holds(column: ColumnElement[str], spellings: Collection[str]) -> ColumnElement[bool]:
    """Hold where a word stands in what is kept as JSON, in one of its spellings."""
    written = (encode(spelling).decode()[1:-1] for spelling in spellings)
    return or_(false(), *(column.icontains(each, autoescape=True) for each in written))


def texts_saying(spellings: Collection[str]) -> Rows:
    """Give the accounts of the reports in whose text a word stands; looks through all."""
    joined = select(account.c.id).join(wording, wording.c.report_id == account.c.report_id)
    return joined.where(_holds(wording.c.text, spellings)).distinct()


def heads_saying(spellings: Collection[str]) -> Select[str, str]:
    """Give the accounts of the reports with a word outside their text, and these; looks through all."""
    joined = select(account.c.id, report.c.word).join(report, report.c.id == account.c.report_id)
    return joined.where(_holds(report.c.word, spellings)).distinct()


def reports(until: int | None, place: Place | None, most: int) -> Rows:
    """Give reports, without their text, the last received first, from a place on."""
    at, key = report.c.received_at, report.c.id
    chosen = select(report.c.word).where(by_then(at, until), _after(at, key, place))
    return chosen.order_by(at.desc(), key.desc()).limit(most)


_any = reading.alias("any_reading")
_WAS_READ = exists().where(_any.c.report_id == report.c.id, _any.c.skipped.is_(None))
"""Holds for the reports that any reader read."""


def _received(since: int | None, until: int | None) -> ColumnElement[bool]:
    """Hold for reports received between two moments whose words are there."""
    at = report.c.received_at
    begun = true() if since is None else at >= since
    return and_(begun, by_then(at, until), report.c.forgotten.is_(None))


def _is_aside(since: int | None, until: int | None) -> ColumnElement[bool]:
    """Hold for reports received between two moments that were read, and of which no account holds."""
    told = exists().where(account.c.report_id == report.c.id, LATEST_ACCOUNT)
    return and_(_received(since, until), _WAS_READ, ~told)


def reports_aside(since: int | None, until: int | None, most: int) -> Select[str, str]:
    """Give reports that tell of no incident, and their texts, the last received first."""
    joined = select(report.c.word, wording.c.text).join(wording, wording.c.report_id == report.c.id)
    return (
        joined.where(_is_aside(since, until))
        .order_by(report.c.received_at.desc(), report.c.id.desc())
        .limit(most)
    )


def aside_count(since: int | None, until: int | None) -> Select[int]:
    """Count the reports that tell of no incident."""
    return select(func.count()).select_from(report).where(_is_aside(since, until))


def unread_reports(since: int | None, until: int | None, most: int) -> Select[str, str | None]:
    """Give reports that no reader read, and why the last one did not, the last received first."""
    newer = reading.alias("newer")
    last = ~exists().where(newer.c.report_id == reading.c.report_id, newer.c.id > reading.c.id)
    joined = select(report.c.word, reading.c.skipped).join(reading, reading.c.report_id == report.c.id)
    return (
        joined.where(_received(since, until), ~_WAS_READ, last)
        .order_by(report.c.received_at.desc(), report.c.id.desc())
        .limit(most)
    )


def unread_count(since: int | None, until: int | None) -> Select[int]:
    """Count the reports that no reader read."""
    return select(func.count()).select_from(report).where(_received(since, until), ~_WAS_READ)


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
