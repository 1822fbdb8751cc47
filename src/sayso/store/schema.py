"""The tables of a book, and the triggers that keep its evidence as it was written.

Evidence (kept for ever, only added to): report, wording, reading, account, claim, copy, judgement, revision.
Caches (functions of the evidence, dropped and rebuilt at will): fingerprint, sketch, block_key, link,
member, cached.

Words are stored as their JSON, so that every character a report can hold survives in every database; the
columns beside it are what statements ask by. Times are whole microseconds since 1970 in UTC.
"""

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    event,
)

__all__ = [
    "CACHES",
    "EVIDENCE",
    "VERSION",
    "account",
    "block_key",
    "book",
    "cached",
    "claim",
    "copy",
    "fingerprint",
    "judgement",
    "link",
    "member",
    "metadata",
    "reading",
    "report",
    "revision",
    "sketch",
    "wording",
]

VERSION = "1"
"""The schema's version, written into every new book."""

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")

book = Table("book", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

report = Table(
    "report",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("published_at", Number),
    Column("received_at", Number, nullable=False, index=True),
    Column("word", Text, nullable=False),
)

wording = Table(
    "wording",
    metadata,
    Column("report_id", Text, ForeignKey("report.id"), primary_key=True),
    Column("text", Text, nullable=False),
)

# One row a time that a reader read a report: its first and last reading are the first and last row.
reading = Table(
    "reading",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("report_id", Text, ForeignKey("report.id"), nullable=False, index=True),
    Column("reader", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("read_at", Number, nullable=False),
    Column("language", Text),
    Column("skipped", Text),
)

# One row a time that a reading changed what is known of an account or a claim; the last row holds.
account = Table(
    "account",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reading_id", Number, ForeignKey("reading.id"), primary_key=True),
    Column("report_id", Text, ForeignKey("report.id"), nullable=False, index=True),
    Column("received_at", Number, nullable=False, index=True),
    Column("withdrawn", Boolean, nullable=False),
    Column("word", Text, nullable=False),
)

claim = Table(
    "claim",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reading_id", Number, ForeignKey("reading.id"), primary_key=True),
    Column("account_id", Text, nullable=False, index=True),
    Column("slot", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("word", Text, nullable=False),
)

copy = Table(
    "copy",
    metadata,
    Column("report_id", Text, ForeignKey("report.id"), primary_key=True),
    Column("of", Text, primary_key=True),
    Column("known_at", Number, nullable=False),
    Column("word", Text, nullable=False),
    Index("copy_of", "of"),
)

# A judgement taken back is a second row with the same id and `superseded_at`.
judgement = Table(
    "judgement",
    metadata,
    Column("row", Number, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, index=True),
    Column("at", Number, nullable=False),
    Column("superseded_at", Number),
    Column("word", Text, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("row", Number, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("incident_id", Text, nullable=False, index=True),
    Column("at", Number, nullable=False),
    Column("word", Text, nullable=False),
)

fingerprint = Table(
    "fingerprint",
    metadata,
    Column("hash", BigInteger, primary_key=True),
    Column("report_id", Text, primary_key=True, index=True),
)

sketch = Table(
    "sketch",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("received_at", Number, nullable=False),
    Column("word", Text, nullable=False),
)

block_key = Table(
    "block_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("account_id", Text, primary_key=True, index=True),
)

link = Table(
    "link",
    metadata,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("known_at", Number, nullable=False),
    Column("word", Text, nullable=False),
)

member = Table(
    "member",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("incident_id", Text, nullable=False, index=True),
)

# By which rules the caches were computed: when the rules change, they are computed again.
cached = Table(
    "cached",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

EVIDENCE = (book, report, wording, reading, account, claim, copy, judgement, revision)
CACHES = (fingerprint, sketch, block_key, link, member, cached)

FORBID = """
CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb} ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table} is evidence: rows are added, never changed or removed'); END
"""

for kept in EVIDENCE:
    for verb in ("UPDATE", "DELETE"):
        trigger = DDL(FORBID.format(table=kept.name, verb=verb))  # type: ignore[no-untyped-call]
        event.listen(kept, "after_create", trigger.execute_if(dialect="sqlite"))
