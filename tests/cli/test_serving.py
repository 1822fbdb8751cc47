"""The commands by which others come in: serve and token."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.conftest import PlainReader, a_report

from sayso.casebook import Casebook
from sayso.cli import main
from sayso.model import decode
from sayso.web.people import ROLES, Token


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "desk.book"
    with Casebook.open(place, PlainReader()) as book:
        book.add([a_report()])
    return place


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_the_shell_offers_the_roles_that_there_are() -> None:
    assert f"[{'|'.join(ROLES)}]" in run("token", "desk.book", "add", "--help").stdout


def test_a_token_is_printed_once_listed_without_its_secret_and_revoked(path: Path) -> None:
    assert "no token" in run("token", path).stderr
    made = run("token", path, "add", "Jo Hart", "--role", "reviewer")
    assert made.stdout.startswith("sayso_")
    assert "Jo Hart comes in with this as reviewer" in made.stderr
    listed = run("token", path, "list").stdout
    assert "Jo Hart" in listed
    assert made.stdout.strip() not in listed
    assert "revoked" in run("token", path, "revoke", "Jo Hart").stdout
    token = decode(run("token", path, "list", "--json").stdout, Token)
    assert (token.name, token.role) == ("Jo Hart", "reviewer")
    assert token.revoked_at is not None
    again = run("token", path, "revoke", "Jo Hart")
    assert again.exit_code == 1
    assert "no token that holds has this name" in again.stderr


def test_the_first_token_tells_that_nobody_comes_in_without_one_any_more(path: Path) -> None:
    first, second = (run("token", path, "add", name).stderr for name in ("Jo Hart", "Al Moss"))
    assert "From now on this book is served only to those with a token" in first
    assert "From now on" not in second


def test_a_book_is_served_only_where_it_may_be(path: Path, tmp_path: Path) -> None:
    refused = run("serve", path, "--host", "0.0.0.0", "--port", "0")
    assert refused.exit_code == 1
    assert "has no token; make one with: sayso token" in refused.stderr
    assert "there is no book here" in run("serve", tmp_path / "none.book").stderr
    missing = run("serve", path, "--port", "0", "--certificate", tmp_path / "none.pem")
    assert missing.exit_code == 1
    assert "none.pem: no certificate and key that can be used (No such file or directory)" in missing.stderr
    (tmp_path / "odd.pem").write_text("words")
    odd = run("serve", path, "--port", "0", "--certificate", tmp_path / "odd.pem")
    assert "give PEM files" in odd.stderr
    alone = run("serve", path, "--port", "0", "--key", tmp_path / "odd.pem")
    assert "of no use without --certificate" in alone.stderr
    (tmp_path / "short").write_text("hunter2")
    guessable = run("serve", path, "--token-file", tmp_path / "short")
    assert "take 20 or more, at random" in guessable.stderr
