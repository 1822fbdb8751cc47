"""A book on its way to a desk, and a client that asks it as a browser or a program would."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from subprocess import Popen, TimeoutExpired
from tempfile import TemporaryDirectory
from typing import Any

from litestar.testing import TestClient
from tests.conftest import PlainReader, a_report, a_story

from sayso.casebook import Casebook
from sayso.web import app
from sayso.web.people import Rank, add_token

HERE = "http://127.0.0.1"
LONGEST_S = 60
BROWSER = {"accept": "text/html", "sec-fetch-site": "same-origin"}

Client = TestClient[Any]


def a_book(folder: Path) -> Path:
    """Return a book with a shooting in Lyon, told three times, and a fire in Leeds."""
    path = folder / "desk.book"
    path.write_bytes(_filled())
    return path


@cache
def _filled() -> bytes:
    """Return the file of that book."""
    with TemporaryDirectory() as folder:
        return _fill(Path(folder) / "desk.book").read_bytes()


def _fill(path: Path) -> Path:
    with Casebook.open(path, PlainReader()) as book:
        for hour, said in enumerate(
            ("3 killed, police said", "5 killed, police said", "9 injured, hospital said")
        ):
            book.add([a_report(a_story("Lyon", said), hour=hour)])
        book.add([a_report(a_story("Leeds", "1 killed, police said"), hour=4, by="Courier")])
    return path


@contextmanager
def a_desk(path: Path | str, **options: Any) -> Iterator[Client]:
    """Serve a book to a client on this machine."""
    with TestClient(app(path, reader=PlainReader(), **options), base_url=HERE) as client:
        yield client


def a_token(path: Path, name: str = "Jo", role: Rank = "reviewer") -> dict[str, str]:
    """Return the header that carries a new token."""
    with Casebook.open(path, PlainReader(), create=False) as book:
        return {"authorization": f"Bearer {add_token(book.store, name, role)}"}


@contextmanager
def a_server(path: Path, *options: str) -> Iterator[tuple[str, Popen[bytes]]]:
    """Run `sayso serve` as one would, and give its address once it answers; it is stopped in the end."""
    command = [sys.executable, "-m", "sayso", "serve", str(path), "--port", "0", *options]
    log = path.with_suffix(".log")
    with log.open("wb") as file, Popen(command, stderr=file) as process:
        try:
            yield _address(process, log), process
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except TimeoutExpired:
                process.kill()


def _address(process: Popen[bytes], log: Path) -> str:
    """Return where a server says that it is, as soon as it does."""
    until = time.monotonic() + LONGEST_S
    while time.monotonic() < until and process.poll() is None:
        said = log.read_text().partition("\n")
        if " is at http" in said[0] and said[1]:
            return said[0].split()[-1].rstrip("/")
        time.sleep(0.05)
    raise AssertionError(f"no server: {log.read_text()}")
