"""A row that would take the place of another one is refused, whatever program brings it."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change no table: every migration sets the guards of the evidence anew, and one is new."""
    op.execute("UPDATE book SET value = '9' WHERE key = 'schema'")
