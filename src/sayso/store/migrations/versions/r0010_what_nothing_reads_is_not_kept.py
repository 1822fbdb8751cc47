"""Words have no field that nothing reads: when a feed was polled, and for when a claim was said to hold."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

GONE = (("task", ("kind", "key"), "polled_at"), ("claim", ("id", "reading_id"), "holds_at"))
"""Tables, what names a row, and the field that its word no longer has."""


def upgrade() -> None:
    """Take the fields out of the words that have them; a word with a field that is unknown is not read."""
    for name, keys, field in GONE:
        table = sa.table(name, *(sa.column(key) for key in (*keys, "word")))
        having = sa.select(table).where(table.c.word.contains(f'"{field}"'))
        for *key, word in op.get_bind().execute(having).all():
            told = json.loads(word)
            if told.pop(field, None) is not None:
                same = (table.c[column] == value for column, value in zip(keys, key, strict=True))
                left = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
                op.get_bind().execute(sa.update(table).where(*same).values(word=left))
    op.execute("UPDATE book SET value = '10' WHERE key = 'schema'")
