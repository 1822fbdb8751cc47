"""The tables of a book. The guards on evidence are in `guards`, the way from older books in `migrations`.

Evidence (kept for ever, only added to): report, wording, reading, account, claim, copy, judgement, revision,
and forgotten, which says what was blanked and why.
Caches (functions of the evidence, dropped and rebuilt at will): edition, fingerprint, sketch, block_key,
link, member, incident, past, cached.
Working tables (what the desk is at, changed as it goes, no evidence and no function of it): alert_rule,
alert, task, host, token.

Words are stored as their JSON, so that every character a report can hold survives in every database; the
columns beside it are what statements ask by. Times are whole microseconds since 1970 in UTC.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = [
    "CACHES",
    "EVIDENCE",
    "VERSION",
    "WORKING",
    "account",
    "alert",
    "alert_rule",
    "block_key",
    "book",
    "cached",
    "claim",
    "copy",
    "edition",
    "fingerprint",
    "forgotten",
    "host",
    "incident",
    "judgement",
    "link",
    "member",
    "metadata",
    "past",
    "reading",
    "report",
    "revision",
    "sketch",
    "task",
    "token",
    "wording",
]

VERSION = "11"
"""The schema's version, written into every book: the number of the last migration."""

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")
# Ids compare and sort by their code points everywhere; PostgreSQL would else follow a language.
Id = Text().with_variant(Text(collation="C"), "postgresql")

book = Table("book", metadata, Column("key", Id, primary_key=True), Column("value", Text, nullable=False))

report = Table(
    "report",
    metadata,
    Column("id", Id, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("published_at", Number),
    Column("received_at", Number, nullable=False, index=True),
    Column("word", Text, nullable=False),
    Column("forgotten", Id),
)

wording = Table(
    "wording",
    metadata,
    Column("report_id", Id, ForeignKey("report.id"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("forgotten", Id),
)

# One row a time that a reader read a report: its first and last reading are the first and last row.
reading = Table(
    "reading",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("report_id", Id, ForeignKey("report.id"), nullable=False, index=True),
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
    Column("id", Id, primary_key=True),
    Column("reading_id", Number, ForeignKey("reading.id"), primary_key=True),
    Column("report_id", Id, ForeignKey("report.id"), nullable=False, index=True),
    Column("received_at", Number, nullable=False, index=True),
    Column("withdrawn", Boolean, nullable=False),
    Column("word", Text, nullable=False),
    Column("forgotten", Id),
)

claim = Table(
    "claim",
    metadata,
    Column("id", Id, primary_key=True),
    Column("reading_id", Number, ForeignKey("reading.id"), primary_key=True),
    Column("account_id", Id, nullable=False, index=True),
    Column("slot", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("word", Text, nullable=False),
    Column("forgotten", Id),
)

copy = Table(
    "copy",
    metadata,
    Column("report_id", Id, ForeignKey("report.id"), primary_key=True),
    Column("of", Id, primary_key=True),
    Column("known_at", Number, nullable=False),
    Column("word", Text, nullable=False),
    Index("copy_of", "of"),
)

# A judgement taken back is a second row with the same id and `superseded_at`.
judgement = Table(
    "judgement",
    metadata,
    Column("row", Number, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, index=True),
    Column("at", Number, nullable=False),
    Column("superseded_at", Number),
    Column("word", Text, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("row", Number, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    Column("incident_id", Id, nullable=False, index=True),
    Column("at", Number, nullable=False),
    Column("word", Text, nullable=False),
    Column("forgotten", Id),
)

# What was forgotten: a row here, and the report's id as `forgotten` in each row whose words are gone. `word`
# says why, by whom, when, and with which other accounts its own belong from now on.
forgotten = Table(
    "forgotten",
    metadata,
    Column("report_id", Id, ForeignKey("report.id"), primary_key=True),
    Column("at", Number, nullable=False),
    Column("word", Text, nullable=False),
)

# Which reports are versions of one: the report that each replaces; the digests of what its publisher calls
# the thing, and of its address, as either may be longer than an index takes.
edition = Table(
    "edition",
    metadata,
    Column("report_id", Id, primary_key=True),
    Column("of", Id, index=True),
    Column("item", Id, index=True),
    Column("address", Id, index=True),
)

fingerprint = Table(
    "fingerprint",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("report_id", Id, primary_key=True, index=True),
)

sketch = Table(
    "sketch",
    metadata,
    Column("account_id", Id, primary_key=True),
    Column("received_at", Number, nullable=False),
    Column("word", Text, nullable=False),
)

block_key = Table(
    "block_key",
    metadata,
    Column("key", Id, primary_key=True),
    Column("account_id", Id, primary_key=True, index=True),
)

link = Table(
    "link",
    metadata,
    Column("left", Id, primary_key=True),
    Column("right", Id, primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("known_at", Number, nullable=False),
    Column("word", Text, nullable=False),
)

member = Table(
    "member",
    metadata,
    Column("account_id", Id, primary_key=True),
    Column("incident_id", Id, nullable=False, index=True),
)

# Each incident as it is now: what a list shows of it, what readers were last shown, and what it was settled
# to: every finding with all that carries it, and the claims to quote.
incident = Table(
    "incident",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Id, nullable=False),
    Column("country", Id),
    Column("main", Boolean, nullable=False),
    Column("changed_at", Number, nullable=False, index=True),
    Column("headline", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("settled", Text),
)

# How a great incident stood before each of its changes: what to undo, counted from the oldest that is kept.
# What it is undone from stood from `at` on, what it leads back to until `since`; what stood between these is
# not known. A row of several `changes` undoes so many at one time, its own the last of them. Number 0
# undoes nothing: how the incident stood earlier is not known.
past = Table(
    "past",
    metadata,
    Column("incident_id", Id, primary_key=True),
    Column("changes", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("since", Number, nullable=False),
    Column("at", Number, nullable=False),
    Column("word", LargeBinary, nullable=False),
)

# By which rules the caches were computed: when the rules change, they are computed again.
cached = Table(
    "cached",
    metadata,
    Column("key", Id, primary_key=True),
    Column("value", Text, nullable=False),
)

# Who wants to be told of what. `founded_after` is the last reading there was when the rule was made: what is
# founded by a later one is new. `revision_row`, `reading_row` and `looked_at` say how far was looked.
alert_rule = Table(
    "alert_rule",
    metadata,
    Column("id", Id, primary_key=True),
    Column("removed_at", Number),
    Column("founded_after", Number, nullable=False),
    Column("revision_row", Number, nullable=False),
    Column("reading_row", Number, nullable=False),
    Column("looked_at", Number, nullable=False),
    Column("word", Text, nullable=False),
)

# One row for each rule and each change that it met, so that nobody is told twice. Alerts with one `figure`
# may be told in one `message`; `lease_until` keeps it to one of several programs that tell.
alert = Table(
    "alert",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("rule_id", Id, ForeignKey("alert_rule.id"), nullable=False),
    Column("cause", Id, nullable=False),
    Column("incident_id", Id, nullable=False),
    Column("figure", Text, nullable=False),
    Column("at", Number, nullable=False),
    Column("state", Id, nullable=False),
    Column("message", Id, index=True),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Number, nullable=False),
    Column("lease_until", Number),
    Column("sent_at", Number),
    Column("why", Text),
    UniqueConstraint("rule_id", "cause", name="alert_once"),
    Index("alert_due", "state", "due_at"),
)

# Something to do at `due_at` (never again, if NULL), and what is to be remembered until then. Whoever does it
# holds it under a mark of his own until `lease_until`; when he dies, the lease runs out and another does it.
task = Table(
    "task",
    metadata,
    Column("kind", Id, primary_key=True),
    Column("key", Id, primary_key=True),
    Column("host", Id, nullable=False),
    Column("due_at", Number),
    Column("lease_until", Number),
    Column("leased_by", Id),
    Column("attempts", Integer, nullable=False),
    Column("report_id", Id, index=True),
    Column("word", Text, nullable=False),
    Index("task_due", "kind", "due_at"),
)

# A machine of the web that is asked one thing at a time, by all workers together, and not before `free_at`.
host = Table(
    "host",
    metadata,
    Column("name", Id, primary_key=True),
    Column("free_at", Number, nullable=False),
)

EVIDENCE = (book, report, wording, reading, account, claim, copy, judgement, revision, forgotten)
CACHES = (edition, fingerprint, sketch, block_key, link, member, incident, past, cached)
# Who may come in: the SHA-256 of a secret that only its holder has, and what he may do. A session is one that
# was opened with another, or by name alone (`opened_with` "") while the book had none, and ends at `until`.
token = Table(
    "token",
    metadata,
    Column("digest", Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Id, nullable=False),
    Column("made_at", Number, nullable=False),
    Column("until", Number),
    Column("opened_with", Id),
    Column("revoked_at", Number),
)

WORKING = (alert_rule, alert, task, host, token)
