"""The commands on alerts."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.test_cli import Run, desk, ids, run
from tests.conftest import a_report, a_story

from sayso.alerts import internal_only
from sayso.model import encode

__all__ = ["desk", "run"]


def test_a_rule_is_made_listed_and_removed(desk: Run) -> None:
    made = desk("alert", "desk.book", "add", "killed changes in FR", "--to", "web", "--by", "Ada")
    assert (made.exit_code, made.stdout[8:]) == (0, "  killed in FR changes -> web\n")
    ref = made.stdout[:8]
    assert desk("alert", "desk.book", "list").stdout == f"{ref}  killed in FR changes -> web (by Ada)\n"
    assert desk("alert", "desk.book").stdout == f"{ref}  killed in FR changes -> web (by Ada)\n"
    assert (
        desk("alert", "desk.book", "remove", ref).stdout == f"{ref}  killed in FR changes -> web: removed\n"
    )
    none = desk("alert", "desk.book", "list")
    assert (none.stdout, none.stderr[:9]) == ("", "No rules;")


def test_a_rule_on_a_town_that_nobody_knows_is_made_and_told(desk: Run) -> None:
    made = desk("alert", "desk.book", "add", "killed in Lyonn changes", "--to", "web")
    assert made.exit_code == 0
    assert made.stderr == "Lyonn: no town of this name is known; look how it is written\n"
    assert desk("alert", "desk.book", "add", "killed in france changes", "--to", "web").stderr == ""


def test_an_address_that_only_the_operator_can_allow_is_told_at_once(desk: Run) -> None:
    made = desk("alert", "desk.book", "add", "killed changes", "--to", "http://127.0.0.1:9/x")
    assert made.exit_code == 0
    assert made.stderr == (
        "http://127.0.0.1:9/…: 127.0.0.1 is not of the public web; nothing is sent there unless the settings "
        'name it: internal = ["127.0.0.1:9"]\n'
    )
    assert desk("alert", "desk.book", "add", "killed changes", "--to", "https://a.example/x").stderr == ""
    assert desk("alert", "desk.book", "add", "killed changes", "--to", "mailto:a@b.example").stderr == ""


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("web", None),
        ("mailto:a@localhost", None),
        ("https://hooks.example/x", None),
        ("https://hooks.example:443/x", None),
        ("http://localhosts.example/x", None),
        ("http://8.8.8.8/x", None),
        ("http://hooks.lan:8080/x", "port 8080 is not one of the web's (80 or 443)"),
        ("https://localhost/x", 'localhost is not of the public web; .*"localhost:443"'),
        ("https://desk.localhost./x", "desk.localhost. is not of the public web"),
        ("http://10.0.0.3/x", '10.0.0.3 is not .*"10.0.0.3:80"'),
        ("http://[::1]:8080/x", r'::1 is not .*"\[::1\]:8080"'),
    ],
)
def test_what_no_rule_reaches_by_itself_is_known_from_the_address(to: str, told: str | None) -> None:
    found = internal_only(to)
    assert (
        (found is None) if told is None else re.match(re.escape(told) if "(" in told else told, found or "")
    )


def test_the_secret_of_an_address_is_printed_on_demand_and_never_listed(desk: Run) -> None:
    made = desk("alert", "desk.book", "add", "killed changes", "--to", "https://hooks.example/x")
    assert "https://hooks.example/…" in desk("alert", "desk.book", "list").stdout
    secret = made.stdout.splitlines()[1].removeprefix("signed with ")
    assert secret.startswith("whsec_")
    assert desk("alert", "desk.book", "secret", made.stdout[:8]).stdout == f"{secret}\n"
    assert secret not in desk("alert", "desk.book", "list").stdout
    assert secret not in desk("alert", "desk.book", "list", "--json").stdout


def test_an_incident_is_named_by_the_beginning_of_its_id(desk: Run) -> None:
    whole = ids(desk)["shooting"]
    made = desk("alert", "desk.book", "add", f"any dispute on incident {whole[:6]}", "--to", "web", "--json")
    assert json.loads(made.stdout)["says"].split()[-1].startswith(whole[:6])


def test_what_is_not_understood_is_one_line_that_says_what_is(desk: Run) -> None:
    told = desk("alert", "desk.book", "add", "tell me everything", "--to", "web")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "is not understood" in told.stderr
    assert "killed in FR changes" in told.stderr
    assert told.stderr.count("\n") == 1
    assert desk("alert", "none.book", "list").exit_code == 1
    assert desk("alert", "desk.book", "run", "--once", "--settings", "none.toml").exit_code == 1


def test_a_rule_that_is_not_there_is_said_in_words(desk: Run) -> None:
    assert desk("alert", "desk.book", "remove", "zzzz").stderr.startswith("Error: zzzz: no rule begins so;")


def test_run_once_sends_what_is_due_and_the_list_shows_it(desk: Run) -> None:
    desk("alert", "desk.book", "add", "killed changes", "--to", "web", "--by", "Ada")
    assert desk("alert", "desk.book", "run", "--once").stdout == "0 new, 0 sent\n"
    Path("now.jsonl").write_bytes(
        encode(a_report(a_story("Lyon", "6 killed, police said"), by="Star", hour=3, received_at=None))
    )
    Path("alerts.toml").write_text("hold_s = 0\n")
    desk("add", "desk.book", "now.jsonl")
    assert (
        desk("alert", "desk.book", "run", "--once", "--settings", "alerts.toml").stdout == "1 new, 1 sent\n"
    )
    told = desk("alert", "desk.book", "list").stdout.splitlines()[1]
    assert "  killed " in told
    assert told.endswith(" -> web, sent · killed changes")
