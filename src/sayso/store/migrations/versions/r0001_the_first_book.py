"""The tables of the first book."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables of evidence, then those of the caches."""
    _evidence()
    _caches()
    op.execute("INSERT INTO book (key, value) VALUES ('schema', '1')")


def _evidence() -> None:
    op.create_table(
        "book", sa.Column("key", Id, primary_key=True), sa.Column("value", sa.Text, nullable=False)
    )
    op.create_table(
        "report",
        sa.Column("id", Id, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("published_at", Number),
        sa.Column("received_at", Number, nullable=False, index=True),
        sa.Column("word", sa.Text, nullable=False),
    )
    op.create_table(
        "wording",
        sa.Column("report_id", Id, sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column("id", Number, primary_key=True, autoincrement=True),
        sa.Column("report_id", Id, sa.ForeignKey("report.id"), nullable=False, index=True),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("read_at", Number, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("skipped", sa.Text),
    )
    op.create_table(
        "account",
        sa.Column("id", Id, primary_key=True),
        sa.Column("reading_id", Number, sa.ForeignKey("reading.id"), primary_key=True),
        sa.Column("report_id", Id, sa.ForeignKey("report.id"), nullable=False, index=True),
        sa.Column("received_at", Number, nullable=False, index=True),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
    )
    op.create_table(
        "claim",
        sa.Column("id", Id, primary_key=True),
        sa.Column("reading_id", Number, sa.ForeignKey("reading.id"), primary_key=True),
        sa.Column("account_id", Id, nullable=False, index=True),
        sa.Column("slot", sa.Text, nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
    )
    op.create_table(
        "copy",
        sa.Column("report_id", Id, sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("of", Id, primary_key=True),
        sa.Column("known_at", Number, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
        sa.Index("copy_of", "of"),
    )
    op.create_table(
        "judgement",
        sa.Column("row", Number, primary_key=True, autoincrement=True),
        sa.Column("id", Id, nullable=False, index=True),
        sa.Column("at", Number, nullable=False),
        sa.Column("superseded_at", Number),
        sa.Column("word", sa.Text, nullable=False),
    )
    op.create_table(
        "revision",
        sa.Column("row", Number, primary_key=True, autoincrement=True),
        sa.Column("id", Id, nullable=False, unique=True),
        sa.Column("incident_id", Id, nullable=False, index=True),
        sa.Column("at", Number, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
    )


def _caches() -> None:
    op.create_table(
        "fingerprint",
        sa.Column("hash", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("report_id", Id, primary_key=True, index=True),
    )
    op.create_table(
        "sketch",
        sa.Column("account_id", Id, primary_key=True),
        sa.Column("received_at", Number, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
    )
    op.create_table(
        "block_key",
        sa.Column("key", Id, primary_key=True),
        sa.Column("account_id", Id, primary_key=True, index=True),
    )
    op.create_table(
        "link",
        sa.Column("left", Id, primary_key=True),
        sa.Column("right", Id, primary_key=True, index=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("known_at", Number, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
    )
    op.create_table(
        "member",
        sa.Column("account_id", Id, primary_key=True),
        sa.Column("incident_id", Id, nullable=False, index=True),
    )
    op.create_table(
        "cached", sa.Column("key", Id, primary_key=True), sa.Column("value", sa.Text, nullable=False)
    )
