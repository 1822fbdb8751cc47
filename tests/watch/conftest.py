"""A site, a process that reads, and a desk that watches the one with the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import PlainReader
from tests.watch.desk import Desk
from tests.watch.site import Site, a_site

from sayso.watch import Readers


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without anything."""
    with a_site() as made:
        yield made


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    """One process that reads, for all tests."""
    with Readers(PlainReader) as made:
        yield made


@pytest.fixture
def desk(tmp_path: Path, site: Site, readers: Readers) -> Desk:
    """An empty book."""
    return Desk(tmp_path / "desk.book", site, readers)
