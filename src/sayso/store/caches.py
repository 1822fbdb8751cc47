"""Every question that is put to what a book has computed, and can compute again, one sentence each.

`until` is the moment as of which the book is read, in microseconds; None is "with all that it holds".
"""

from collections.abc import Collection

from sqlalchemy import Column, Delete, Select, and_, delete, exists, func, or_, select

from sayso.store.questions import built_once
from sayso.store.schema import (
    account,
    block_key,
    cached,
    copy,
    edition,
    fingerprint,
    incident,
    link,
    member,
    past,
    report,
    sketch,
)
from sayso.store.statements import LATEST_ACCOUNT, Rows, by_then

__all__ = [
    "accounts_beside",
    "accounts_in",
    "accounts_sharing",
    "cached_by",
    "copies_in",
    "drop_cached",
    "drop_pasts",
    "editions_of",
    "editions_of_items",
    "home_with_past",
    "kept_lines",
    "last_past",
    "links_between",
    "links_of",
    "members",
    "members_in",
    "members_of",
    "pasts",
    "pasts_after",
    "reports_at",
    "reports_in",
    "reports_sharing",
    "settled_now",
    "shown_now",
    "sketches_of",
    "ties",
    "ties_near",
    "ties_of",
    "versions_after",
]


@built_once
def cached_by() -> Select[str]:
    """Say by which rules the caches were computed."""
    return select(cached.c.value).where(cached.c.key == "rules")


@built_once
def editions_of(ids: Collection[str]) -> Select[str, str | None, str | None]:
    """Tell of these reports, and of those that replace one of them, which they replace and of which item."""
    tied = or_(edition.c.report_id.in_(ids), edition.c.of.in_(ids))
    return select(edition.c.report_id, edition.c.of, edition.c.item).where(tied)


@built_once
def editions_of_items(items: Collection[str]) -> Rows:
    """Give the ids of the reports of these items."""
    return select(edition.c.report_id).where(edition.c.item.in_(items))


@built_once
def reports_at(address: str) -> Rows:
    """Give the reports of one address, by its digest, the last received first."""
    joined = select(report.c.word).join(edition, edition.c.report_id == report.c.id)
    newest = (report.c.received_at.desc(), report.c.id)
    return joined.where(edition.c.address == address, report.c.forgotten.is_(None)).order_by(*newest)


@built_once
def versions_after(then: int) -> Rows:
    """Give the ids of the reports that were received later and may be versions of earlier ones."""
    tied = or_(edition.c.of.is_not(None), edition.c.item.is_not(None))
    joined = select(report.c.id).join(edition, edition.c.report_id == report.c.id)
    return joined.where(tied, report.c.received_at > then)


@built_once
def members() -> Select[str, str]:
    """Tell in which incident each account is now: account, incident."""
    return select(member.c.account_id, member.c.incident_id)


@built_once
def reports_sharing(hashes: Collection[int], idiom: int, most: int) -> Select[str, int]:
    """Give the reports that share word shingles with these hashes, and how many they share.

    Those that share most come first, then those whose shingle fewest have. One that shares a single shingle
    is only given where no more than `idiom` reports have that.
    """
    held = func.count().over(partition_by=fingerprint.c.hash).label("held")
    shared = select(fingerprint.c.report_id, held).where(fingerprint.c.hash.in_(hashes)).subquery()
    rarest = func.min(shared.c.held)
    return (
        select(shared.c.report_id, func.count())
        .group_by(shared.c.report_id)
        .having(or_(func.count() > 1, rarest <= idiom))
        .order_by(func.count().desc(), rarest, shared.c.report_id)
        .limit(most)
    )


@built_once
def accounts_sharing(keys: Collection[str], most: int) -> Rows:
    """Give the accounts that share one of these block keys, those that share most first."""
    return (
        select(block_key.c.account_id)
        .where(block_key.c.key.in_(keys))
        .group_by(block_key.c.account_id)
        .order_by(func.count().desc(), block_key.c.account_id)
        .limit(most)
    )


@built_once
def sketches_of(account_ids: Collection[str]) -> Select[str, int, str]:
    """Give the sketches of these accounts, and when they came in."""
    return (
        select(sketch.c.account_id, sketch.c.received_at, sketch.c.word)
        .where(sketch.c.account_id.in_(account_ids))
        .order_by(sketch.c.account_id)
    )


@built_once
def links_of(account_ids: Collection[str]) -> Rows:
    """Give the links whose left account is one of these."""
    return select(link.c.word).where(link.c.left.in_(account_ids)).order_by(link.c.left, link.c.right)


@built_once
def ties(until: int | None) -> Select[str, str, float]:
    """Give left, right and score of all links between accounts that had both been received."""
    return _ties(until)


@built_once
def ties_of(account_ids: Collection[str], until: int | None) -> Select[str, str, float]:
    """Give left, right and score of the links whose left account is one of these."""
    return _ties(until).where(link.c.left.in_(account_ids))


def _ties(until: int | None) -> Select[str, str, float]:
    return select(link.c.left, link.c.right, link.c.score).where(by_then(link.c.known_at, until))


@built_once
def ties_near(account_ids: Collection[str], until: int | None) -> Select[str, str, float]:
    """Give left, right and score of the links that one of these accounts is an end of."""
    return _ties(until).where(or_(link.c.left.in_(account_ids), link.c.right.in_(account_ids)))


@built_once
def links_between(least: float, most: int) -> Select[str, str]:
    """Give so many links of a score or more whose ends are in two incidents, the strongest first."""
    one, other = member.alias("one"), member.alias("other")
    apart = select(link.c.left, link.c.right).where(link.c.score >= least)
    apart = apart.join(one, one.c.account_id == link.c.left).join(other, other.c.account_id == link.c.right)
    apart = apart.where(one.c.incident_id != other.c.incident_id)
    return apart.order_by(link.c.score.desc(), link.c.left, link.c.right).limit(most)


@built_once
def members_of(account_ids: Collection[str]) -> Select[str, str]:
    """Tell in which incident each of these accounts is now: account, incident."""
    return select(member.c.account_id, member.c.incident_id).where(member.c.account_id.in_(account_ids))


@built_once
def settled_now(ref: str) -> Select[str, str | None]:
    """Give what a list shows of an incident, and what it was settled to, as far as it is cached."""
    return select(incident.c.headline, incident.c.settled).where(incident.c.id == ref)


@built_once
def kept_lines(ids: Collection[str]) -> Select[str, str, str | None, bool, int, str, str]:
    """Give the row of each incident: id, kind, country, if main, last change, headline, what was shown."""
    columns = (incident.c.kind, incident.c.country, incident.c.main, incident.c.changed_at)
    kept = select(incident.c.id, *columns, incident.c.headline, incident.c.shown)
    return kept.where(incident.c.id.in_(ids))


@built_once
def shown_now(ids: Collection[str]) -> Select[str, str]:
    """Give what readers were last shown of these incidents, as far as it is cached."""
    return select(incident.c.id, incident.c.shown).where(incident.c.id.in_(ids))


@built_once
def members_in(incident_ids: Collection[str]) -> Rows:
    """Give the accounts that are in these incidents now."""
    return select(member.c.account_id).where(member.c.incident_id.in_(incident_ids))


@built_once
def accounts_in(incident_ids: Collection[str]) -> Select[str, int, str]:
    """Give the accounts of incidents as they are now: incident, when received, word."""
    columns = (member.c.incident_id, account.c.received_at, account.c.word)
    joined = select(*columns).join(account, account.c.id == member.c.account_id)
    return joined.where(member.c.incident_id.in_(incident_ids), LATEST_ACCOUNT)


def _reports_in(ref: str) -> Rows:
    """Give the ids of the reports that tell of an incident as it is now."""
    joined = select(account.c.report_id).join(member, member.c.account_id == account.c.id)
    return joined.where(member.c.incident_id == ref, LATEST_ACCOUNT)


@built_once
def reports_in(ref: str) -> Rows:
    """Give the reports of an incident as it is now, without their text."""
    return select(report.c.word).where(report.c.id.in_(_reports_in(ref)))


@built_once
def copies_in(ref: str) -> Rows:
    """Give what the reports of an incident repeat, as it is now."""
    told = copy.c.report_id.in_(_reports_in(ref))
    return select(copy.c.word).where(told).order_by(copy.c.report_id, copy.c.of)


@built_once
def accounts_beside(ref: str) -> Rows:
    """Give the ids of the other accounts that the reports of an incident have, as it is now."""
    own = account.alias("own")
    inside = member.alias("inside")
    beside = and_(own.c.report_id == account.c.report_id, own.c.id != account.c.id)
    joined = select(account.c.id).join(own, beside)
    joined = joined.join(member, member.c.account_id == own.c.id).where(member.c.incident_id == ref)
    held = exists().where(inside.c.account_id == account.c.id, inside.c.incident_id == ref)
    return joined.where(~held, LATEST_ACCOUNT).distinct()


@built_once
def drop_cached(column: Column[str], ids: Collection[str]) -> Delete:
    """Drop the cached rows of these ids."""
    return delete(column.table).where(column.in_(ids))


def _pasts(ref: str, changes: int) -> Select[int, int, int, bytes]:
    columns = (past.c.number, past.c.since, past.c.at, past.c.word)
    own = (past.c.incident_id == ref, past.c.changes == changes)
    return select(*columns).where(*own).order_by(past.c.number)


@built_once
def pasts(ref: str, changes: int, first: int, last: int) -> Select[int, int, int, bytes]:
    """Give what undoes so many changes of an incident at one time, from one number to another, in order."""
    return _pasts(ref, changes).where(past.c.number.between(first, last))


@built_once
def pasts_after(ref: str, changes: int, then: int) -> Select[int, int, int, bytes]:
    """Give what undoes so many changes at one time, the last of them later than a moment, in order."""
    return _pasts(ref, changes).where(past.c.at > then)


@built_once
def last_past(ref: str) -> Select[int, int, int, bytes]:
    """Give what undoes the last change of an incident."""
    return _pasts(ref, 1).order_by(None).order_by(past.c.number.desc()).limit(1)


@built_once
def home_with_past(account_id: str) -> Rows:
    """Give the incident that an account is in now, where it is cached how that stood before."""
    first = and_(past.c.incident_id == member.c.incident_id, past.c.changes == 1, past.c.number == 0)
    return select(member.c.incident_id).join(past, first).where(member.c.account_id == account_id)


@built_once
def drop_pasts(ref: str, after: int) -> Delete:
    """Drop what undoes the later changes of an incident."""
    return delete(past).where(past.c.incident_id == ref, past.c.number > after)
