"""Every question that is put to a book and every row that is written into it, one sentence each.

One text serves both databases: nothing here is particular to SQLite. `until` is the moment as of which
the book is read, in microseconds; None is "with all that it holds".
"""

from collections.abc import Collection, Iterable

from sqlalchemy import (
    ColumnElement,
    Delete,
    Select,
    Table,
    Update,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    true,
    union,
    update,
)

from sayso.store.schema import (
    account,
    block_key,
    book,
    cached,
    claim,
    copy,
    edition,
    fingerprint,
    forgotten,
    incident,
    judgement,
    link,
    member,
    reading,
    report,
    revision,
    sketch,
    wording,
)

Rows = Select[str]

BY_HAND = "by hand"
"""The version of the reader that a person is, who corrects what was read."""


def by_then(column: ColumnElement[int], until: int | None) -> ColumnElement[bool]:
    """Hold where the column's moment is not after `until`."""
    return true() if until is None else column <= until


def _latest(table: Table) -> ColumnElement[bool]:
    """Hold for the last row of an account's or a claim's id, unless it says that the word is withdrawn."""
    newer = table.alias("newer")
    later = exists().where(newer.c.id == table.c.id, newer.c.reading_id > table.c.reading_id)
    return and_(~later, table.c.withdrawn.is_(False))


# Built once: an alias costs more than all the rest of a statement.
LATEST_ACCOUNT = _latest(account)
LATEST_CLAIM = _latest(claim)


def book_value(key: str) -> Select[str]:
    """Say what the book notes about itself under a key."""
    return select(book.c.value).where(book.c.key == key)


def cached_by() -> Select[str]:
    """Say by which rules the caches were computed."""
    return select(cached.c.value).where(cached.c.key == "rules")


def report_words(ids: Collection[str]) -> Rows:
    """Give reports, without their text, in the order in which they were received."""
    return select(report.c.word).where(report.c.id.in_(ids)).order_by(report.c.received_at, report.c.id)


def report_texts(ids: Collection[str]) -> Select[str, str, str]:
    """Give reports with their text beside them, in the order in which they were received."""
    return (
        select(report.c.id, report.c.word, wording.c.text)
        .join(wording, wording.c.report_id == report.c.id)
        .where(report.c.id.in_(ids))
        .order_by(report.c.received_at, report.c.id)
    )


def report_digests(ids: Collection[str]) -> Select[str, str]:
    """Tell which of these reports the book holds, and the digest of their words."""
    return select(report.c.id, report.c.digest).where(report.c.id.in_(ids))


def editions_of(ids: Collection[str]) -> Select[str, str | None, str | None]:
    """Tell of these reports, and of those that replace one of them, which they replace and of which item."""
    tied = or_(edition.c.report_id.in_(ids), edition.c.of.in_(ids))
    return select(edition.c.report_id, edition.c.of, edition.c.item).where(tied)


def editions_of_items(items: Collection[str]) -> Rows:
    """Give the ids of the reports of these items."""
    return select(edition.c.report_id).where(edition.c.item.in_(items))


def reports_at(address: str) -> Rows:
    """Give the reports of one address, by its digest, the last received first."""
    joined = select(report.c.word).join(edition, edition.c.report_id == report.c.id)
    newest = (report.c.received_at.desc(), report.c.id)
    return joined.where(edition.c.address == address, report.c.forgotten.is_(None)).order_by(*newest)


def versions_after(then: int) -> Rows:
    """Give the ids of the reports that were received later and may be versions of earlier ones."""
    tied = or_(edition.c.of.is_not(None), edition.c.item.is_not(None))
    joined = select(report.c.id).join(edition, edition.c.report_id == report.c.id)
    return joined.where(tied, report.c.received_at > then)


def report_count(until: int | None) -> Select[int]:
    """Count the reports that had been received."""
    return select(func.count()).select_from(report).where(by_then(report.c.received_at, until))


def received(until: int | None) -> Select[str, int]:
    """Tell when each report was received."""
    return select(report.c.id, report.c.received_at).where(by_then(report.c.received_at, until))


def all_report_ids() -> Rows:
    """Give the ids of all reports in the order in which they were received."""
    return select(report.c.id).order_by(report.c.received_at, report.c.id)


def forgotten_in_all() -> Rows:
    """Give what is noted of every report that was forgotten, the first one first."""
    return select(forgotten.c.word).order_by(forgotten.c.at, forgotten.c.report_id)


def readings_of(report_id: str) -> Select[int, str, str, int, str | None, str | None]:
    """Give every reading of a report, the first one first."""
    columns = (reading.c.id, reading.c.reader, reading.c.version, reading.c.read_at, reading.c.language)
    return select(*columns, reading.c.skipped).where(reading.c.report_id == report_id).order_by(reading.c.id)


def reports_unread_by(reader: str, version: str) -> Rows:
    """Give the ids of the reports that this version of a reader has not read."""
    seen = exists().where(
        reading.c.report_id == report.c.id, reading.c.reader == reader, reading.c.version == version
    )
    wanted = and_(~seen, report.c.forgotten.is_(None))
    return select(report.c.id).where(wanted).order_by(report.c.received_at, report.c.id)


def accounts(until: int | None) -> Select[int, str]:
    """Give all accounts in founding order, as received and then by id, with the moment they came in."""
    return (
        select(account.c.received_at, account.c.word)
        .where(LATEST_ACCOUNT, by_then(account.c.received_at, until))
        .order_by(account.c.received_at, account.c.id)
    )


def accounts_named(ids: Collection[str], until: int | None) -> Select[int, str]:
    """Give these accounts in founding order."""
    return accounts(until).where(account.c.id.in_(ids))


def accounts_of(report_ids: Collection[str], until: int | None) -> Select[int, str]:
    """Give the accounts of these reports in founding order."""
    return accounts(until).where(account.c.report_id.in_(report_ids))


def accounts_starting(prefix: str, until: int | None) -> Select[int, str]:
    """Give the accounts whose id (lower-case hexadecimal digits) starts with a prefix."""
    return accounts(until).where(account.c.id >= prefix, account.c.id < prefix + "g")


def claims_of(account_ids: Collection[str], slot: str | None = None) -> Rows:
    """Give the claims of these accounts, on one slot or all, that the last reading still finds."""
    on = true() if slot is None else claim.c.slot == slot
    wanted = (claim.c.account_id.in_(account_ids), on, LATEST_CLAIM)
    return select(claim.c.word).where(*wanted).order_by(claim.c.id)


def claims_named(ids: Collection[str]) -> Rows:
    """Give these claims, as the last reading that found or withdrew them left them."""
    return select(claim.c.word).where(claim.c.id.in_(ids), LATEST_CLAIM).order_by(claim.c.id)


def claims_starting(prefix: str) -> Rows:
    """Give the ids of the claims that start with a prefix (lower-case hexadecimal digits)."""
    return select(claim.c.id).where(claim.c.id >= prefix, claim.c.id < prefix + "g").distinct()


def claim_history(account_ids: Collection[str], by_hand: bool = True) -> Select[str, bool, str]:
    """Give every row on the claims of these accounts, the oldest first: id, withdrawn, word.

    Without `by_hand`, only those that a reader found.
    """
    read = exists().where(reading.c.id == claim.c.reading_id, reading.c.version != BY_HAND)
    return (
        select(claim.c.id, claim.c.withdrawn, claim.c.word)
        .where(claim.c.account_id.in_(account_ids), true() if by_hand else read)
        .order_by(claim.c.reading_id, claim.c.id)
    )


def account_history(report_id: str) -> Select[str, bool, str]:
    """Give every row on the accounts of a report, the oldest first: id, withdrawn, word."""
    return (
        select(account.c.id, account.c.withdrawn, account.c.word)
        .where(account.c.report_id == report_id)
        .order_by(account.c.reading_id, account.c.id)
    )


def copies_by(report_ids: Collection[str], until: int | None) -> Rows:
    """Give what these reports repeat."""
    return (
        select(copy.c.word)
        .where(copy.c.report_id.in_(report_ids), by_then(copy.c.known_at, until))
        .order_by(copy.c.report_id, copy.c.of)
    )


def copies_of(ref: str) -> Rows:
    """Give the ids of the reports that repeat a report."""
    return select(copy.c.report_id).where(copy.c.of == ref).order_by(copy.c.report_id)


def judgements(until: int | None) -> Select[str, str]:
    """Give every row of every judgement made by then, the oldest first: id, word."""
    known_at = func.coalesce(judgement.c.superseded_at, judgement.c.at)
    return select(judgement.c.id, judgement.c.word).where(by_then(known_at, until)).order_by(judgement.c.row)


def revisions_of(incident_ids: Collection[str], until: int | None) -> Rows:
    """Give the revisions of these incidents in the order in which they were made."""
    return (
        select(revision.c.word)
        .where(revision.c.incident_id.in_(incident_ids), by_then(revision.c.at, until))
        .order_by(revision.c.at, revision.c.row)
    )


def incidents_shown(account_ids: Collection[str], until: int | None) -> Rows:
    """Tell which of these accounts have ever been shown as the founder of an incident."""
    return (
        select(revision.c.incident_id)
        .where(revision.c.incident_id.in_(account_ids), by_then(revision.c.at, until))
        .distinct()
        .order_by(revision.c.incident_id)
    )


def revision_ids(ids: Collection[str]) -> Rows:
    """Tell which of these revisions are written already."""
    return select(revision.c.id).where(revision.c.id.in_(ids))


def kept_reports(ids: Collection[str]) -> Select[str, str, int, str | None, str, str]:
    """Give all that is kept of reports: id, digest, when received, whether forgotten, word, text."""
    columns = (report.c.id, report.c.digest, report.c.received_at, report.c.forgotten)
    joined = select(*columns, report.c.word, wording.c.text).join(wording, wording.c.report_id == report.c.id)
    return joined.where(report.c.id.in_(ids)).order_by(report.c.id)


def kept_accounts(report_ids: Collection[str]) -> Select[str, str, str | None, str]:
    """Give every row on the accounts of these reports: id, report, whether forgotten, word."""
    columns = (account.c.id, account.c.report_id, account.c.forgotten, account.c.word)
    return select(*columns).where(account.c.report_id.in_(report_ids)).order_by(account.c.id)


def kept_claims(account_ids: Collection[str]) -> Select[str, str, str | None, str]:
    """Give every row on the claims of these accounts: id, account, whether forgotten, word."""
    columns = (claim.c.id, claim.c.account_id, claim.c.forgotten, claim.c.word)
    return select(*columns).where(claim.c.account_id.in_(account_ids)).order_by(claim.c.id)


def kept_revisions() -> Rows:
    """Give every revision that still has its words, in the order in which they were made."""
    return select(revision.c.word).where(revision.c.forgotten.is_(None)).order_by(revision.c.row)


def members() -> Select[str, str]:
    """Tell in which incident each account is now: account, incident."""
    return select(member.c.account_id, member.c.incident_id)


def ids_among(table: Table, ids: Collection[str]) -> Rows:
    """Tell which of these ids a table holds."""
    return select(table.c.id).where(table.c.id.in_(ids)).distinct()


def revisions_naming(ids: Collection[str]) -> Rows:
    """Give the revisions whose words name one of these claims; looks through all of them."""
    names = [revision.c.word.contains(f'"{key}"', autoescape=True) for key in ids]
    return select(revision.c.word).where(or_(*names)).order_by(revision.c.row)


def blank(table: Table, forgotten_id: str, word: str, **row: str) -> Update:
    """Put in place of a row's words what is left of them; note the forgotten report. Withdraws claims."""
    found = update(table).where(*(table.c[column] == value for column, value in row.items()))
    left: dict[str, object] = {"text" if table is wording else "word": word, "forgotten": forgotten_id}
    if table is claim:
        left["withdrawn"] = True
    return found.values(left)


def reports_sharing(hashes: Collection[int], idiom: int, most: int) -> Rows:
    """Give the reports that share word shingles with these hashes, those that share most first.

    One that shares a single shingle is only given where no more than `idiom` reports have that.
    """
    held = func.count().over(partition_by=fingerprint.c.hash).label("held")
    shared = select(fingerprint.c.report_id, held).where(fingerprint.c.hash.in_(hashes)).subquery()
    return (
        select(shared.c.report_id)
        .group_by(shared.c.report_id)
        .having(or_(func.count() > 1, func.min(shared.c.held) <= idiom))
        .order_by(func.count().desc(), shared.c.report_id)
        .limit(most)
    )


def accounts_sharing(keys: Collection[str], most: int) -> Rows:
    """Give the accounts that share one of these block keys, those that share most first."""
    return (
        select(block_key.c.account_id)
        .where(block_key.c.key.in_(keys))
        .group_by(block_key.c.account_id)
        .order_by(func.count().desc(), block_key.c.account_id)
        .limit(most)
    )


def sketches_of(account_ids: Collection[str]) -> Select[str, int, str]:
    """Give the sketches of these accounts, and when they came in."""
    return (
        select(sketch.c.account_id, sketch.c.received_at, sketch.c.word)
        .where(sketch.c.account_id.in_(account_ids))
        .order_by(sketch.c.account_id)
    )


def links(until: int | None) -> Rows:
    """Give all links between accounts that had both been received."""
    return select(link.c.word).where(by_then(link.c.known_at, until)).order_by(link.c.left, link.c.right)


def links_of(account_ids: Collection[str], until: int | None) -> Rows:
    """Give the links whose left account is one of these."""
    return links(until).where(link.c.left.in_(account_ids))


def neighbours(account_ids: Collection[str], until: int | None) -> Select[str, str]:
    """Give the joining links that one of these accounts is an end of: left, right."""
    near = or_(link.c.left.in_(account_ids), link.c.right.in_(account_ids))
    return select(link.c.left, link.c.right).where(near, link.c.score >= 0, by_then(link.c.known_at, until))


def links_between(least: float, most: int) -> Select[str, str]:
    """Give so many links of a score or more whose ends are in two incidents, the strongest first."""
    one, other = member.alias("one"), member.alias("other")
    apart = select(link.c.left, link.c.right).where(link.c.score >= least)
    apart = apart.join(one, one.c.account_id == link.c.left).join(other, other.c.account_id == link.c.right)
    apart = apart.where(one.c.incident_id != other.c.incident_id)
    return apart.order_by(link.c.score.desc(), link.c.left, link.c.right).limit(most)


def newest_incidents(most: int) -> Rows:
    """Give what a list shows of so many incidents, the newest change first."""
    newest = (incident.c.changed_at.desc(), incident.c.id.desc())
    return select(incident.c.headline).where(incident.c.main.is_(True)).order_by(*newest).limit(most)


def members_of(account_ids: Collection[str]) -> Select[str, str]:
    """Tell in which incident each of these accounts is now: account, incident."""
    return select(member.c.account_id, member.c.incident_id).where(member.c.account_id.in_(account_ids))


def incidents(since: int | None, kind: str | None, country: str | None, background: bool) -> Rows:
    """Give what a list shows of the incidents that fit, the newest change first."""
    wanted = [
        true() if since is None else incident.c.changed_at >= since,
        true() if kind is None else incident.c.kind == kind,
        true() if country is None else incident.c.country == country,
        true() if background else incident.c.main.is_(True),
    ]
    newest = (incident.c.changed_at.desc(), incident.c.id.desc())
    return select(incident.c.headline).where(*wanted).order_by(*newest)


def settled_now(ref: str) -> Select[str, str | None]:
    """Give what a list shows of an incident, and what it was settled to, as far as it is cached."""
    return select(incident.c.headline, incident.c.settled).where(incident.c.id == ref)


def shown_now(ids: Collection[str]) -> Select[str, str]:
    """Give what readers were last shown of these incidents, as far as it is cached."""
    return select(incident.c.id, incident.c.shown).where(incident.c.id.in_(ids))


def accounts_after(then: int) -> Rows:
    """Give the accounts of which anything became known after a moment: themselves, or who repeats whom."""
    later = select(account.c.id).where(account.c.received_at > then)
    copied = select(account.c.id).join(copy, copy.c.report_id == account.c.report_id)
    origins = select(account.c.id).join(copy, copy.c.of == account.c.report_id)
    return union(later, copied.where(copy.c.known_at > then), origins.where(copy.c.known_at > then))  # type: ignore[return-value]


def members_in(incident_ids: Collection[str]) -> Rows:
    """Give the accounts that are in these incidents now."""
    return select(member.c.account_id).where(member.c.incident_id.in_(incident_ids))


def accounts_in(incident_ids: Collection[str]) -> Select[str, int, str]:
    """Give the accounts of incidents as they are now: incident, when received, word."""
    columns = (member.c.incident_id, account.c.received_at, account.c.word)
    joined = select(*columns).join(account, account.c.id == member.c.account_id)
    return joined.where(member.c.incident_id.in_(incident_ids), LATEST_ACCOUNT)


def _reports_in(ref: str) -> Rows:
    """Give the ids of the reports that tell of an incident as it is now."""
    joined = select(account.c.report_id).join(member, member.c.account_id == account.c.id)
    return joined.where(member.c.incident_id == ref, LATEST_ACCOUNT)


def reports_in(ref: str) -> Rows:
    """Give the reports of an incident as it is now, without their text."""
    return select(report.c.word).where(report.c.id.in_(_reports_in(ref)))


def copies_in(ref: str) -> Rows:
    """Give what the reports of an incident repeat, as it is now."""
    told = copy.c.report_id.in_(_reports_in(ref))
    return select(copy.c.word).where(told).order_by(copy.c.report_id, copy.c.of)


def accounts_beside(ref: str) -> Rows:
    """Give the ids of the other accounts that the reports of an incident have, as it is now."""
    own = account.alias("own")
    inside = member.alias("inside")
    joined = select(account.c.id).join(own, own.c.report_id == account.c.report_id)
    joined = joined.join(member, member.c.account_id == own.c.id).where(member.c.incident_id == ref)
    held = exists().where(inside.c.account_id == account.c.id, inside.c.incident_id == ref)
    return joined.where(LATEST_ACCOUNT, ~held).distinct()


def drop_cached(table: Table, column: str, ids: Iterable[str]) -> Delete:
    """Drop the cached rows of these ids."""
    return delete(table).where(table.c[column].in_(list(ids)))
