"""Each incident as it is now is cached, so that a list need not group the whole book."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the cache; every cache is computed anew when the book is next opened."""
    op.create_table(
        "incident",
        sa.Column("id", Id, primary_key=True),
        sa.Column("kind", Id, nullable=False),
        sa.Column("country", Id),
        sa.Column("main", sa.Boolean, nullable=False),
        sa.Column("changed_at", Number, nullable=False, index=True),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("shown", sa.Text, nullable=False),
    )
    op.execute("DELETE FROM cached")
    op.execute("UPDATE book SET value = '3' WHERE key = 'schema'")
