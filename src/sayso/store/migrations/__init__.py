"""The way from a book of any age, or from an empty database, to the tables of this sayso.

Alembic runs the steps in `versions`, one file a step, the same for both databases. Only a book that is not up
to date loads it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from sayso.store import guards

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = ["migrate", "steps"]

HERE = Path(__file__).parent
FIRST = "0001"


def steps(connection: Connection) -> "Config":
    """Return what Alembic must know to work on a connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config


def migrate(connection: Connection) -> None:
    """Take the steps that the database lacks, inside the transaction that the connection is in.

    A book made before there were steps has the tables of the first one.
    """
    from alembic import command

    config = steps(connection)
    tables = set(inspect(connection).get_table_names())
    guards.remove(connection)
    if "book" in tables and "alembic_version" not in tables:
        command.stamp(config, FIRST)
    command.upgrade(config, "head")
    guards.put(connection)
