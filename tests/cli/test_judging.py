"""The commands by which people judge."""

import json

import pytest
from tests.cli.test_cli import FIRST, Run, desk, ids, run

__all__ = ["desk", "run"]

SIGNED = ("--by", "Ada", "--why", "I rang them")


def members(desk: Run) -> list[str]:
    record = json.loads(desk("show", "desk.book", ids(desk)["shooting"], "--json").stdout)
    found: list[str] = record["incident"]["account_ids"]
    return found


def test_a_claim_judged_wrong_is_no_longer_reported_and_show_says_who_said_so(desk: Run) -> None:
    incident = ids(desk)["shooting"]
    (weapon,) = json.loads(desk("why", "desk.book", incident, "weapon", "--json").stdout)["support"]
    told = desk("judge", "desk.book", weapon["claim"]["id"][:8], "--wrong", *SIGNED)
    assert told.exit_code == 0
    shown = desk("show", "desk.book", incident).stdout
    assert f"Ada: claim {weapon['claim']['id'][:8]} is wrong (I rang them)" in shown
    assert "rifle (firearm)" not in shown.split("What was revised")[0]


def test_splitting_moving_and_merging_say_what_they_did_and_are_listed_and_undone(desk: Run) -> None:
    first, second, third = members(desk)
    told = desk("split", "desk.book", second, *SIGNED)
    assert (told.exit_code, len(told.stdout.splitlines())) == (0, 2)
    fire = ids(desk)["fire"]
    assert desk("move", "desk.book", third, fire, *SIGNED).exit_code == 0
    assert members(desk) == [first]
    assert "Ada: " in desk("judgements", "desk.book").stdout
    rows = list(map(json.loads, desk("judgements", "desk.book", "--json").stdout.splitlines()))
    for judgement in (rows[-1], rows[0]):
        assert desk("undo", "desk.book", judgement["id"][:8], *SIGNED).exit_code == 0
    assert members(desk) == [first, second, third]
    assert "until" in desk("judgements", "desk.book").stdout
    assert desk("merge", "desk.book", first, fire, *SIGNED).exit_code == 0
    assert len(members(desk)) == 4


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("abcd", "--same"), "Of one claim say --right, --wrong or --unsure"),
        (("abcd", "bcde", "--wrong"), "Of two incidents say --same, --different or --unsure"),
        (("abcd", "bcde"), "Of two incidents say --same, --different or --unsure"),
        (("abcd", "bcde", "--same", "--different"), "say --same, --different or --unsure; only one"),
        (("abcd", "--right", "--wrong"), "Of one claim say --right, --wrong or --unsure; only one"),
    ],
)
def test_a_verdict_must_fit_what_is_judged(desk: Run, words: tuple[str, ...], told: str) -> None:
    answer = desk("judge", "desk.book", *words, *SIGNED)
    assert answer.exit_code == 2
    assert told in answer.stderr


def test_who_calls_an_incident_wrong_is_told_how_to_say_that_it_is_none(desk: Run) -> None:
    told = desk("judge", "desk.book", ids(desk)["fire"], "--wrong", *SIGNED)
    assert told.exit_code == 1
    assert "that it is no incident is said at the foot of its page" in told.stderr
    assert "holds no such claim" in desk("judge", "desk.book", "ffff0000", "--wrong", *SIGNED).stderr


@pytest.mark.parametrize("words", [("show", "desk.book"), ("split", "desk.book", *SIGNED)])
def test_the_id_of_a_report_is_answered_with_that_of_what_it_tells(desk: Run, words: tuple[str, ...]) -> None:
    told = desk(*words[:2], FIRST.id, *words[2:])
    assert told.exit_code == 1
    assert (
        f"{FIRST.id} is a report; what it tells of an incident has the id {members(desk)[0]}" in told.stderr
    )


def test_an_incident_is_not_merged_with_itself(desk: Run) -> None:
    one = ids(desk)["shooting"]
    told = desk("merge", "desk.book", one, one, *SIGNED)
    assert told.exit_code == 1
    assert "are one and the same; name two incidents" in told.stderr


def test_reading_again_says_how_much_changed(desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.conftest import PlainReader

    assert "0 reports read again" in desk("read-again", "desk.book").stdout
    monkeypatch.setattr("sayso.read.default_reader", lambda: PlainReader("2", blind_to="injured"))
    told = desk("read-again", "desk.book").stdout
    assert told == "desk.book: 4 reports read again; 1 figure changed, in 1 incident\n"
    assert FIRST.id in desk("show", "desk.book", ids(desk)["shooting"]).stdout
