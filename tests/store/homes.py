"""Where the books of tests live: in a file, and on the PostgreSQL server that SAYSO_POSTGRES names."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

HOMES = ("sqlite", "postgresql")
SERVER = os.environ.get("SAYSO_POSTGRES", "")


@contextmanager
def a_home(kind: str, folder: Path) -> Iterator[str]:
    """Give where a new book can be made, and take it away afterwards; skips where there is no server."""
    if kind == "sqlite":
        yield str(folder / "desk.book")
        return
    if not SERVER:
        pytest.skip(
            "no PostgreSQL: name a server with SAYSO_POSTGRES=postgresql+psycopg://..., or use .ci/run"
        )
    name = f"sayso_{secrets.token_hex(6)}"
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))
        yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        server.dispose()
