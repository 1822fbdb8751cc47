"""How a great incident stood before each change is cached, so that as of a moment it need not be settled."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the cache; it begins with the next change of each great incident."""
    op.create_table(
        "past",
        sa.Column("incident_id", Id, primary_key=True),
        sa.Column("changes", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("since", Number, nullable=False),
        sa.Column("at", Number, nullable=False),
        sa.Column("word", sa.LargeBinary, nullable=False),
    )
    op.execute("UPDATE book SET value = '11' WHERE key = 'schema'")
