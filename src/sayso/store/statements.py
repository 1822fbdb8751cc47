"""Every question that is put to the evidence of a book and every change of it, one sentence each.

One text serves both databases: nothing here is particular to SQLite. `until` is the moment as of which
the book is read, in microseconds; None is "with all that it holds".
"""

from collections.abc import Collection

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    Update,
    and_,
    exists,
    func,
    or_,
    select,
    true,
    union,
    union_all,
    update,
)

from sayso.store.among import among
from sayso.store.questions import built_once
from sayso.store.schema import (
    account,
    book,
    claim,
    copy,
    forgotten,
    judgement,
    reading,
    report,
    revision,
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


@built_once
def report_words(ids: Collection[str]) -> Rows:
    """Give reports, without their text, in the order in which they were received."""
    return select(report.c.word).where(among(report.c.id, ids)).order_by(report.c.received_at, report.c.id)


@built_once
def report_days(ids: Collection[str]) -> Select[str, int | None]:
    """Give when reports were published, in microseconds; None where that is not known."""
    return select(report.c.id, report.c.published_at).where(report.c.id.in_(ids))


@built_once
def report_texts(ids: Collection[str]) -> Select[str, str, str]:
    """Give reports with their text beside them, in the order in which they were received."""
    return (
        select(report.c.id, report.c.word, wording.c.text)
        .join(wording, wording.c.report_id == report.c.id)
        .where(report.c.id.in_(ids))
        .order_by(report.c.received_at, report.c.id)
    )


@built_once
def report_digests(ids: Collection[str]) -> Select[str, str]:
    """Tell which of these reports the book holds, and the digest of their words."""
    return select(report.c.id, report.c.digest).where(report.c.id.in_(ids))


@built_once
def report_count(until: int | None) -> Select[int]:
    """Count the reports that had been received."""
    return select(func.count()).select_from(report).where(by_then(report.c.received_at, until))


@built_once
def received(until: int | None) -> Select[str, int]:
    """Tell when each report was received."""
    return select(report.c.id, report.c.received_at).where(by_then(report.c.received_at, until))


@built_once
def all_report_ids() -> Rows:
    """Give the ids of all reports in the order in which they were received."""
    return select(report.c.id).order_by(report.c.received_at, report.c.id)


@built_once
def forgotten_in_all() -> Rows:
    """Give what is noted of every report that was forgotten, the first one first."""
    return select(forgotten.c.word).order_by(forgotten.c.at, forgotten.c.report_id)


@built_once
def readings_of(report_id: str) -> Select[str, str, int, str | None, str | None]:
    """Give every reading of a report, the first one first."""
    columns = (reading.c.reader, reading.c.version, reading.c.read_at, reading.c.language, reading.c.skipped)
    return select(*columns).where(reading.c.report_id == report_id).order_by(reading.c.id)


@built_once
def reports_unread_by(reader: str, version: str) -> Rows:
    """Give the ids of the reports that this version of a reader has not read."""
    seen = exists().where(
        reading.c.report_id == report.c.id, reading.c.reader == reader, reading.c.version == version
    )
    wanted = and_(~seen, report.c.forgotten.is_(None))
    return select(report.c.id).where(wanted).order_by(report.c.received_at, report.c.id)


def _accounts(until: int | None) -> Select[int, str]:
    return (
        select(account.c.received_at, account.c.word)
        .where(LATEST_ACCOUNT, by_then(account.c.received_at, until))
        .order_by(account.c.received_at, account.c.id)
    )


@built_once
def accounts(until: int | None) -> Select[int, str]:
    """Give all accounts in founding order, as received and then by id, with the moment they came in."""
    return _accounts(until)


@built_once
def accounts_named(ids: Collection[str], until: int | None) -> Select[int, str]:
    """Give these accounts in founding order."""
    return _accounts(until).where(among(account.c.id, ids))


@built_once
def accounts_of(report_ids: Collection[str], until: int | None) -> Select[int, str]:
    """Give the accounts of these reports in founding order."""
    return _accounts(until).where(among(account.c.report_id, report_ids))


def accounts_starting(prefix: str, until: int | None) -> Select[int, str]:
    """Give the accounts whose id (lower-case hexadecimal digits) starts with a prefix."""
    return _accounts(until).where(account.c.id >= prefix, account.c.id < prefix + "g")


@built_once
def claims_of(account_ids: Collection[str], slot: str | None = None) -> Select[str, int, bool, str]:
    """Give every row on the claims of these accounts, on one slot or all: id, reading, withdrawn, word.

    Which row of an id is the last is quicker told than asked, where there are many.
    """
    on = true() if slot is None else claim.c.slot == slot
    columns = (claim.c.id, claim.c.reading_id, claim.c.withdrawn, claim.c.word)
    return select(*columns).where(claim.c.account_id.in_(account_ids), on)


@built_once
def claims_named(ids: Collection[str]) -> Rows:
    """Give these claims, as the last reading that found or withdrew them left them."""
    return select(claim.c.word).where(among(claim.c.id, ids), LATEST_CLAIM).order_by(claim.c.id)


def claims_starting(prefix: str) -> Rows:
    """Give the ids of the claims that start with a prefix (lower-case hexadecimal digits)."""
    return select(claim.c.id).where(claim.c.id >= prefix, claim.c.id < prefix + "g").distinct()


@built_once
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


@built_once
def account_history(report_id: str) -> Select[str, bool, str]:
    """Give every row on the accounts of a report, the oldest first: id, withdrawn, word."""
    return (
        select(account.c.id, account.c.withdrawn, account.c.word)
        .where(account.c.report_id == report_id)
        .order_by(account.c.reading_id, account.c.id)
    )


@built_once
def copies_by(report_ids: Collection[str], until: int | None) -> Rows:
    """Give what these reports repeat."""
    return (
        select(copy.c.word)
        .where(among(copy.c.report_id, report_ids), by_then(copy.c.known_at, until))
        .order_by(copy.c.report_id, copy.c.of)
    )


@built_once
def copies_of(ref: str) -> Rows:
    """Give the ids of the reports that repeat a report."""
    return select(copy.c.report_id).where(copy.c.of == ref).order_by(copy.c.report_id)


@built_once
def judgements(until: int | None) -> Select[str, str]:
    """Give every row of every judgement made by then, the oldest first: id, word."""
    known_at = func.coalesce(judgement.c.superseded_at, judgement.c.at)
    return select(judgement.c.id, judgement.c.word).where(by_then(known_at, until)).order_by(judgement.c.row)


@built_once
def newest() -> Select[int | None]:
    """Give when the last report was received, and when the last judgement was made, or taken back."""
    judged = select(func.max(func.coalesce(judgement.c.superseded_at, judgement.c.at)))
    return union_all(select(func.max(report.c.received_at)), judged)  # type: ignore[return-value]


@built_once
def revisions_of(incident_ids: Collection[str], until: int | None) -> Rows:
    """Give the revisions of these incidents in the order in which they were made."""
    return (
        select(revision.c.word)
        .where(revision.c.incident_id.in_(incident_ids), by_then(revision.c.at, until))
        .order_by(revision.c.row)
    )


@built_once
def revision_ids(ids: Collection[str]) -> Rows:
    """Tell which of these revisions are written already."""
    return select(revision.c.id).where(revision.c.id.in_(ids))


@built_once
def kept_reports(ids: Collection[str]) -> Select[str, str, int | None, int, str | None, str, str]:
    """Give all that is kept of reports: id, digest, when published and received, if forgotten, word, text."""
    columns = (report.c.id, report.c.digest, report.c.published_at, report.c.received_at, report.c.forgotten)
    joined = select(*columns, report.c.word, wording.c.text).join(wording, wording.c.report_id == report.c.id)
    return joined.where(report.c.id.in_(ids)).order_by(report.c.id)


@built_once
def kept_accounts(report_ids: Collection[str]) -> Select[str, str, int, str | None, str]:
    """Give every row on the accounts of these reports: id, report, when received, if forgotten, word."""
    columns = (account.c.id, account.c.report_id, account.c.received_at, account.c.forgotten, account.c.word)
    return select(*columns).where(account.c.report_id.in_(report_ids)).order_by(account.c.id)


@built_once
def kept_claims(account_ids: Collection[str]) -> Select[str, str, str | None, str]:
    """Give every row on the claims of these accounts: id, account, whether forgotten, word."""
    columns = (claim.c.id, claim.c.account_id, claim.c.forgotten, claim.c.word)
    return select(*columns).where(claim.c.account_id.in_(account_ids)).order_by(claim.c.id)


@built_once
def kept_revisions() -> Select[str | None, str]:
    """Give every revision in the order in which they were made: whether forgotten, word."""
    return select(revision.c.forgotten, revision.c.word).order_by(revision.c.row)


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


@built_once
def accounts_after(then: int) -> Rows:
    """Give the accounts of which anything became known after a moment: themselves, or who repeats whom."""
    later = select(account.c.id).where(account.c.received_at > then)
    copied = select(account.c.id).join(copy, copy.c.report_id == account.c.report_id)
    origins = select(account.c.id).join(copy, copy.c.of == account.c.report_id)
    return union(later, copied.where(copy.c.known_at > then), origins.where(copy.c.known_at > then))  # type: ignore[return-value]
