"""What was forgotten is logged, and each row whose words are gone notes it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the log, and room for the note."""
    op.create_table(
        "forgotten",
        sa.Column("report_id", Id, sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("at", Number, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
    )
    for table in ("report", "wording", "account", "claim", "revision"):
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("forgotten", Id))
    op.execute("UPDATE book SET value = '2' WHERE key = 'schema'")
