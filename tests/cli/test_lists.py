"""Lists of a book: what is asked for, the people in all, what waits for a person, and other rules."""

import json
import typing
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from tests.cli.test_cli import Run, desk, ids, run
from tests.conftest import a_report, a_story

from sayso.casebook import Casebook
from sayso.cli import main
from sayso.model import Asked, Status, encode, values
from sayso.settle import PROFILES

__all__ = ["desk", "run"]  # the fixtures


def rows(desk: Run, *words: str) -> list[dict[str, Any]]:
    """Return what a command prints as JSON."""
    told = desk(*words, "--json")
    assert told.exit_code == 0, told.output
    return [json.loads(line) for line in told.stdout.splitlines()]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ((), ["fire", "shooting"]),
        (("--kind", "fire"), ["fire"]),
        (("--country", "fr"), ["shooting"]),
        (("--place", "Lyon"), ["shooting"]),
        (("--place", "Lyon, France"), ["shooting"]),
        (("--place", "United Kingdom"), ["fire"]),
        (("--happened", "2024-03"), ["fire", "shooting"]),
        (("--happened", "2024-03-02..2024-03-09"), []),
        (("--slot", "injured"), ["shooting"]),
        (("--standing", "disputed"), ["shooting"]),
        (("--text", "upholstery"), ["fire"]),
        (("--name", "Ferrandou"), []),
        (("--since", "2024-03-01T19:30"), ["fire"]),
        (("--until", "2024-03-01T19:30"), ["shooting"]),
        (("--until", "2024-03-01"), ["fire", "shooting"]),
        (("--profile", "conservative", "--place", "Leeds", "--slot", "killed"), ["fire"]),
    ],
)
def test_only_what_is_asked_for_is_listed(desk: Run, asked: tuple[str, ...], found: list[str]) -> None:
    assert [row["incident"]["kind"] for row in rows(desk, "incidents", "desk.book", *asked)] == found


@pytest.mark.parametrize(
    "asked",
    [
        ("--kind", "party"),
        ("--happened", "May"),
        ("--happened", "2024-13"),
        ("--slot", "weapon"),
        ("--country", "ZZ"),
        ("--standing", "firm"),
        ("--profile", "bold"),
    ],
)
def test_words_that_name_nothing_are_told_with_what_there_is(desk: Run, asked: tuple[str, str]) -> None:
    told = desk("incidents", "desk.book", *asked)
    assert told.exit_code == 2
    assert asked[1] in told.stderr


def test_a_country_by_name_is_answered_with_its_code(desk: Run) -> None:
    assert "no such country; write IT" in desk("incidents", "desk.book", "--country", "Italy").stderr


def test_the_list_ends_with_the_people_in_all_and_says_what_is_not_known(desk: Run) -> None:
    shown = " ".join(desk("incidents", "desk.book").stdout.split())
    assert shown.endswith(
        "In all of 2 incidents, attackers included: killed 5 (5 to 6); injured 9, unknown of 1 incident."
    )
    shown = desk("incidents", "desk.book", "--kind", "fire").stdout
    assert "In all of 1 incident, attackers included: killed 1; injured unknown." in shown


def test_with_json_the_people_in_all_come_last_and_only_if_asked_for(desk: Run) -> None:
    assert all("incident" in row for row in rows(desk, "incidents", "desk.book"))
    *_, last = rows(desk, "incidents", "desk.book", "--totals")
    assert last == {
        "totals": {
            "incidents": 2,
            "counts": [
                {"slot": "killed", "low": 5, "best": 5, "high": 6},
                {"slot": "injured", "low": 9, "best": 9, "high": 9, "unknown": 1},
            ],
        }
    }
    assert rows(desk, "incidents", "desk.book", "--kind", "flood", "--totals")[0]["totals"]["incidents"] == 0


def test_a_place_is_asked_for_in_any_capitals_and_an_unknown_one_is_told(desk: Run) -> None:
    assert "Lyon, FR" in desk("incidents", "desk.book", "--place", "FRANCE").stdout
    assert "Lyon, FR" in desk("incidents", "desk.book", "--place", "lyon, france").stdout
    none = desk("incidents", "desk.book", "--place", "Lyonn")
    assert none.stderr == "No incidents fit.\nLyonn: no town of this name is known; look how it is written\n"


def test_show_and_why_name_a_profile_that_is_not_the_desks(desk: Run) -> None:
    ref = ids(desk)["shooting"]
    assert "conservative figures" in desk("show", "desk.book", ref, "--profile", "conservative").stdout
    told = desk("why", "desk.book", ref, "killed", "--profile", "latest-official").stdout
    assert "the latest-official profile has it · profile: latest-official" in " ".join(told.split())
    assert "profile" not in desk("why", "desk.book", ref, "killed").stdout
    (row,) = rows(desk, "show", "desk.book", ref, "--profile", "conservative")
    assert {finding["profile"] for finding in row["findings"]} == {"conservative"}
    assert "profile" not in rows(desk, "show", "desk.book", ref)[0]


def options(command: str) -> dict[str, click.Option]:
    return {p.name or "": p for p in main.commands[command].params if isinstance(p, click.Option)}


@pytest.mark.parametrize("command", ["incidents", "show", "why"])
def test_the_shell_offers_the_profiles_that_there_are(command: str) -> None:
    offered = options(command)["profile"].type
    assert isinstance(offered, click.Choice)
    assert list(offered.choices) == list(PROFILES)


def test_the_shell_asks_for_all_that_can_be_asked_for() -> None:
    assert set(Asked.__struct_fields__) <= set(options("incidents"))
    offered = options("incidents")["standing"].type
    assert isinstance(offered, click.Choice)
    assert list(offered.choices) == list(values(Status))
    assert set(options("incidents")) - {"as_json", "totals"} <= set(typing.get_type_hints(Casebook.incidents))


def test_review_lists_what_is_disputed_until_a_person_has_judged(desk: Run) -> None:
    shown = desk("review", "desk.book").stdout
    assert "killed 4 (4 to 5) · disputed" in shown
    assert "[[5 killed, hospital said]]" in shown
    (row,) = rows(desk, "review", "desk.book")
    for quote in row["quotes"]:
        words = ("--right" if "4 killed" in quote["sentence"] else "--wrong", "--by", "Ada", "--why", "asked")
        assert desk("judge", "desk.book", quote["claim"]["id"], *words).exit_code == 0
    assert desk("review", "desk.book").stdout == ""
    assert "Nothing waits" in desk("review", "desk.book").stderr


def test_review_lists_incidents_that_nearly_were_joined_with_the_reasons(run: Run) -> None:
    near = (
        a_report(a_story("Lyon", "2 killed, police said")),
        a_report("A shooting in Lyon. 9 killed, police said. It was Rambaud Street.", hour=100, by="Post"),
    )
    Path("near.jsonl").write_bytes(b"\n".join(map(encode, near)))
    assert run("add", "near.book", "near.jsonl").exit_code == 0
    shown = run("review", "near.book").stdout
    assert "Nearly joined" in shown
    assert "both name the street rambaud" in " ".join(shown.split())
    (pair,) = rows(run, "review", "near.book")
    ends = (pair["link"]["left"], pair["link"]["right"])
    assert run("judge", "near.book", *ends, "--different", "--by", "Ada", "--why", "two days").exit_code == 0
    assert rows(run, "review", "near.book") == []


def test_show_says_how_another_incident_has_to_do_with_it(run: Run) -> None:
    told = a_report(a_story("Lyon", "2 killed, police said") + " As in the fire in Leeds, long ago.")
    Path("two.jsonl").write_bytes(encode(told))
    assert run("add", "two.book", "two.jsonl").exit_code == 0
    (row,) = rows(run, "incidents", "two.book")
    ref = row["incident"]["id"]
    shown = run("show", "two.book", ref).stdout
    assert "Other incidents, counted apart" in shown
    assert "fire · Leeds, GB · 2001-09-03" in shown
    assert "earlier than this (recalled by a report on the later)" in shown


def test_a_line_that_tells_of_several_incidents_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("night.txt").write_text(
        "Two dead in separate shootings across Lodva\n\n"
        "A 31-year-old man was shot dead about 11 p.m. in the 400 block of Mill Street, police said.\n\n"
        "A 44-year-old woman was killed about 9 p.m. in the 1200 block of Alder Lane, police said.\n",
        encoding="utf-8",
    )
    shell = CliRunner()
    assert "(several incidents)" in shell.invoke(main, ["read", "night.txt"]).stdout
    assert shell.invoke(main, ["add", "night.book", "night.txt"]).exit_code == 0
    shown = shell.invoke(main, ["incidents", "night.book"]).stdout
    assert shown.count("(several incidents)") == 1
    assert "In all of 2 incidents, attackers included: killed 2" in " ".join(shown.split())


def test_a_time_that_ends_before_it_begins_is_refused(desk: Run) -> None:
    told = desk("incidents", "desk.book", "--since", "2024-03-02", "--until", "2024-03-01T19:30")
    assert told.exit_code == 2
    assert "since 2024-03-02T00:00Z comes after until 2024-03-01T19:30Z" in told.stderr
    assert desk("incidents", "desk.book", "--since", "2024-03-01", "--until", "2024-03-01").exit_code == 0
