"""What each incident was last settled to is cached, so that to show it as it is now need not settle it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; until an incident next changes, it is settled whenever it is looked at."""
    op.add_column("incident", sa.Column("settled", sa.Text))
    op.execute("UPDATE book SET value = '8' WHERE key = 'schema'")
