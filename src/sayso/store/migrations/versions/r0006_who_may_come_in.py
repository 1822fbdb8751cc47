"""Tokens of people and programs, and the sessions that were opened with them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        "token",
        sa.Column("digest", Id, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", Id, nullable=False),
        sa.Column("made_at", Number, nullable=False),
        sa.Column("until", Number),
        sa.Column("opened_with", Id),
        sa.Column("revoked_at", Number),
    )
    op.execute("UPDATE book SET value = '6' WHERE key = 'schema'")
