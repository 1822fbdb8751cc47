"""Which reports are versions of one is cached, so that a later version is found wherever it tells of."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the cache; every cache is computed anew when the book is next opened."""
    op.create_table(
        "edition",
        sa.Column("report_id", Id, primary_key=True),
        sa.Column("of", Id, index=True),
        sa.Column("item", Id, index=True),
        sa.Column("address", Id, index=True),
    )
    op.execute("DELETE FROM cached")
    op.execute("UPDATE book SET value = '7' WHERE key = 'schema'")
