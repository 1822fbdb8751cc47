"""Rules on who is told of what, and the alerts that were told or wait to be."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make both tables, empty."""
    op.create_table(
        "alert_rule",
        sa.Column("id", Id, primary_key=True),
        sa.Column("removed_at", Number),
        sa.Column("founded_after", Number, nullable=False),
        sa.Column("revision_row", Number, nullable=False),
        sa.Column("reading_row", Number, nullable=False),
        sa.Column("looked_at", Number, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
    )
    op.create_table(
        "alert",
        sa.Column("number", Number, primary_key=True, autoincrement=True),
        sa.Column("rule_id", Id, sa.ForeignKey("alert_rule.id"), nullable=False),
        sa.Column("cause", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("figure", sa.Text, nullable=False),
        sa.Column("at", Number, nullable=False),
        sa.Column("state", Id, nullable=False),
        sa.Column("message", Id, index=True),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due_at", Number, nullable=False),
        sa.Column("lease_until", Number),
        sa.Column("sent_at", Number),
        sa.Column("why", sa.Text),
        sa.UniqueConstraint("rule_id", "cause", name="alert_once"),
        sa.Index("alert_due", "state", "due_at"),
    )
    op.execute("UPDATE book SET value = '4' WHERE key = 'schema'")
