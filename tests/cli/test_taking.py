"""What the commands take: folders, agencies' items, pages of the web that changed."""

import json
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result
from tests.conftest import PlainReader, a_story
from tests.intake.loopback import PUBLIC, Loopback

from sayso.cli import main
from sayso.intake.fetching import Fetcher


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sayso.read.default_reader", PlainReader)
    monkeypatch.chdir(tmp_path)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def an_item(version: int, text: str, status: str = "usable") -> str:
    row = {"uri": "urn:newsml:wire.example:20240301:lyon", "type": "text", "version": str(version)}
    row |= {"versionCreated": f"2024-03-01T1{version}:00:00Z", "pubStatus": status}
    return json.dumps(row | {"bodies": [{"contentType": "text/plain", "value": text}]})


def test_a_folder_of_an_agencys_items_is_added_and_a_canceled_one_strikes_what_it_said() -> None:
    folder = Path("wire")
    folder.mkdir()
    (folder / "1.json").write_text(an_item(1, a_story("Lyon", "3 killed, we said")))
    (folder / "2.json").write_text(an_item(2, a_story("Lyon", "5 killed, we said")))
    (folder / "held.json").write_text(an_item(1, "A fire in Leeds.", "withheld"))
    told = run("add", "desk.book", "wire")
    assert told.exit_code == 1
    assert told.stdout == "desk.book: 2 added, 1 refused; 1 incident changed\n"
    assert "wire/held.json: refused: urn:newsml:wire.example:20240301:lyon is withheld" in told.stderr
    (row,) = map(json.loads, run("incidents", "desk.book", "--json").stdout.splitlines())
    assert [finding["best"] for finding in row["findings"]] == [5]
    Path("kill.json").write_text(an_item(3, "Kill this story.", "canceled"))
    assert run("add", "desk.book", "kill.json").stdout == "desk.book: 1 added; 1 incident changed\n"
    (row,) = map(json.loads, run("incidents", "desk.book", "--json").stdout.splitlines())
    assert [finding["standing"] for finding in row["findings"]] == ["withdrawn"]
    assert "its publisher takes it back" in run("read", "kill.json").stderr


class Changing(BaseHTTPRequestHandler):
    """Serves one page, whose words change."""

    text = ""

    def do_GET(self) -> None:
        """Give the page."""
        page = (
            f"<html><head><title>Lyon</title></head><body><article><p>{self.text}</p></article></body></html>"
        )
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a page on loopback, of which the public web now consists."""
    with ThreadingHTTPServer((PUBLIC, 0), Changing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        ours = partial(Fetcher, public=lambda number: number == PUBLIC, ports=[port], below=Loopback())
        monkeypatch.setattr("sayso.intake.fetching.Fetcher", ours)
        yield f"http://{PUBLIC}:{port}/news/lyon"
        server.shutdown()


def test_a_page_that_changed_is_added_as_its_next_version(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, summary in [
        (a_story("Lyon", "3 killed, we said"), "1 added; 1 incident changed"),
        (a_story("Lyon", "3 killed, we said"), "0 added, 1 already in the book; 0 incidents changed"),
        (a_story("Lyon", "5 killed, we said"), "1 added; 1 incident changed"),
    ]:
        monkeypatch.setattr(Changing, "text", text)
        told = run("add", "desk.book", address)
        assert (told.exit_code, told.stdout) == (0, f"desk.book: {summary}\n")
    (row,) = map(json.loads, run("incidents", "desk.book", "--json").stdout.splitlines())
    assert [(finding["best"], finding["standing"]) for finding in row["findings"]] == [(5, "single")]


@pytest.mark.parametrize("command", [["read"], ["add", "desk.book"]])
def test_an_address_that_may_not_be_fetched_is_one_line_and_no_book(command: list[str]) -> None:
    told = run(*command, "http://127.0.0.1:80/admin")
    assert told.exit_code == 1
    assert told.stdout == ""
    assert told.stderr == (
        "1 refused:\n  http://127.0.0.1:80/admin: refused: 127.0.0.1 is not a public address. "
        "Give an address of the public web.\n"
    )
    assert not Path("desk.book").exists()
