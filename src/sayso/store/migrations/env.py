"""Alembic's door to the steps: on the connection that `migrate` hands over, or on a book (-x book=PATH)."""

from alembic import context
from sqlalchemy import Connection

from sayso.store.connect import address, engines
from sayso.store.schema import metadata


def run(connection: Connection) -> None:
    """Take the steps on a connection that is in a transaction."""
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    writing, _ = engines(address(context.get_x_argument(as_dictionary=True)["book"]))
    with writing.begin() as opened:
        run(opened)
    writing.dispose()
