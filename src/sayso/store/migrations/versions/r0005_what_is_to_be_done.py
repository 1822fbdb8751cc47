"""Tasks with leases, and the hosts that they ask, so that several workers share what is to be done."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make both tables; no evidence is touched."""
    op.create_table(
        "task",
        sa.Column("kind", Id, primary_key=True),
        sa.Column("key", Id, primary_key=True),
        sa.Column("host", Id, nullable=False),
        sa.Column("due_at", Number),
        sa.Column("lease_until", Number),
        sa.Column("leased_by", Id),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("report_id", Id, index=True),
        sa.Column("word", sa.Text, nullable=False),
        sa.Index("task_due", "kind", "due_at"),
    )
    op.create_table(
        "host",
        sa.Column("name", Id, primary_key=True),
        sa.Column("free_at", Number, nullable=False),
    )
    op.execute("UPDATE book SET value = '5' WHERE key = 'schema'")
