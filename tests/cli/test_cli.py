import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tests.conftest import PlainReader, a_report, a_story

import sayso
from sayso.clean import clean, clean_json
from sayso.cli import main
from sayso.model import encode

Run = Callable[..., Result]

FIRST = a_report(a_story("Lyon", "2 killed, police said", "The man came with a rifle"), hour=0, by="Gazette")
SECOND = a_report(a_story("Lyon", "4 killed, police said", "9 injured, hospital said"), hour=1, by="Herald")
RIVAL = a_report(a_story("Lyon", "5 killed, hospital said"), hour=1, by="Wire", title="Shots in Lyon")
ELSEWHERE = a_report(a_story("Leeds", "1 killed, we said"), hour=2, by="Post")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in an empty directory, with the plain reader."""
    monkeypatch.setattr("sayso.read.default_reader", PlainReader)
    monkeypatch.chdir(tmp_path)

    def command(*words: str, given: str | None = None) -> Result:
        return CliRunner().invoke(main, words, input=given, catch_exceptions=False)

    return command


@pytest.fixture
def desk(run: Run) -> Run:
    """Runs a command where there is a book, "desk.book", of four reports."""
    Path("all.jsonl").write_bytes(b"\n".join(map(encode, (FIRST, SECOND, RIVAL, ELSEWHERE))))
    assert run("add", "desk.book", "all.jsonl").exit_code == 0
    return run


def ids(desk: Run) -> dict[str, str]:
    """Return the ids of the incidents by kind."""
    rows = map(json.loads, desk("incidents", "desk.book", "--json").stdout.splitlines())
    return {row["incident"]["kind"]: row["incident"]["id"] for row in rows}


@pytest.mark.parametrize("command", [None, *main.commands])
def test_every_command_has_help(run: Run, command: str | None) -> None:
    told = run(*(filter(None, [command])), "--help")
    assert told.exit_code == 0
    assert len(told.stdout.splitlines()[2]) > 20


def test_every_option_has_help() -> None:
    bare = [
        (name, option.name)
        for name, command in main.commands.items()
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert bare == []


@pytest.mark.parametrize("words", [(), ("token", "desk.book"), ("alert", "desk.book")])
def test_no_line_of_the_list_of_commands_is_cut_on_a_terminal_of_80_columns(
    run: Run, words: tuple[str, ...]
) -> None:
    told = run(*words, "--help").stdout
    assert "Commands:" in told
    assert "..." not in told.split("Commands:")[1]


def test_help_loads_neither_database_nor_language_model() -> None:
    told = (
        "import sys, sayso.cli\nsayso.cli.main(['--help'], standalone_mode=False)\nprint(sorted(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout
    for heavy in ("sqlalchemy", "onnxruntime", "rich", "trafilatura", "msgspec"):
        assert f"'{heavy}'" not in shown


def test_help_is_quick() -> None:
    def once() -> float:
        start = time.monotonic()
        subprocess.run([sys.executable, "-m", "sayso", "--help"], capture_output=True, check=True)
        return time.monotonic() - start

    assert min(once() for _ in range(5)) < 0.3


def test_read_prints_what_each_report_says_and_marks_the_words(run: Run) -> None:
    Path("a.txt").write_text(a_story("Lyon", "2 killed, police said"), encoding="utf-8")
    told = run("read", "a.txt")
    assert told.exit_code == 0
    assert "shooting · Lyon, FR" in told.stdout
    assert "police" in told.stdout
    assert "[[2 killed, police said]]." in told.stdout
    assert max(map(len, told.stdout.splitlines())) <= 80


def test_read_gives_one_object_a_report_in_the_order_of_the_input(run: Run) -> None:
    lines = b"\n".join(map(encode, (SECOND, FIRST))).decode()
    rows = [json.loads(line) for line in run("read", "--json", "-", given=lines).stdout.splitlines()]
    assert [row["report_id"] for row in rows] == [SECOND.id, FIRST.id]
    assert rows[1]["incidents"] == [
        {
            "key": "i1",
            "main": True,
            "series": False,
            "kind": "shooting",
            "place": {"text": "Lyon", "city": "Lyon", "country": "FR"},
            "date": "2024-03-01",
            "hit": [],
        }
    ]
    killed, weapon = rows[1]["claims"]
    assert (killed["slot"], killed["low"], killed["high"], killed["text"]) == ("killed", 2, 2, None)
    assert killed["said_by"] == {"name": "police", "kind": "police"}
    assert (weapon["low"], weapon["text"], weapon["code"]) == (None, "rifle", "firearm")
    for claim in (killed, weapon):
        span = claim["span"]
        assert FIRST.text[span["start"] : span["end"]] == span["quote"]


def test_a_report_that_is_not_read_says_why(run: Run) -> None:
    row = json.loads(run("read", "--json", "-", given="Voici le texte.").stdout)
    assert row["skipped"].startswith("language fr")
    assert (row["incidents"], row["claims"]) == ([], [])
    assert "not read: language fr" in run("read", "-", given="Voici le texte.").stdout


def test_what_is_refused_is_listed_at_the_end_and_the_others_go_on(run: Run) -> None:
    Path("empty.txt").write_bytes(b"")
    Path("x.jsonl").write_bytes(encode(FIRST) + b"\n{broken\n" + encode(SECOND))
    told = run("add", "desk.book", "empty.txt", "x.jsonl", "none.txt")
    assert told.exit_code == 1
    assert "desk.book: 2 added, 3 refused; 1 incident changed" in told.stdout
    assert "3 refused:" in told.stderr
    for words in ("empty.txt", "x.jsonl, line 2", "none.txt"):
        assert words in told.stderr


def test_a_name_that_is_empty_is_no_folder(run: Run) -> None:
    Path("here.txt").write_text("A shooting in Lyon. 2 killed, police said.")
    refused = run("read", "")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert '"": refused: no name is given. Name a file, a folder or an address.' in refused.stderr


def test_a_changed_text_under_a_known_id_is_refused(desk: Run) -> None:
    changed = encode(a_report("Other words.", by="Gazette")).decode()
    told = desk("add", "desk.book", "-", given=changed)
    assert told.exit_code == 1
    assert "0 added, 1 refused" in told.stdout
    assert "gazette-0: the book has other words under this id" in told.stderr


def test_adding_again_changes_nothing(desk: Run) -> None:
    before = desk("incidents", "desk.book", "--json").stdout
    told = desk("add", "desk.book", "all.jsonl")
    assert told.exit_code == 0
    assert "0 added, 4 already in the book; 0 incidents changed" in told.stdout
    assert desk("incidents", "desk.book", "--json").stdout == before


def test_show_puts_rivals_beside_the_figure_each_with_its_words(desk: Run) -> None:
    shown = desk("show", "desk.book", ids(desk)["shooting"][:4]).stdout
    assert "shooting · Lyon, FR · 2024-03-01" in shown
    assert "3 reports" in shown
    assert "[[9 injured, hospital said]]" in shown
    assert "4 killed" in shown
    assert "5 killed" in shown
    assert "rifle (firearm)" in shown
    assert "What was revised" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert not any(line.endswith(" ") for line in shown.splitlines())


def test_what_was_hit_stands_once_with_the_outlets_that_say_so(run: Run) -> None:
    said = ("2 killed, police said", "They hit the depot")
    reports = (
        a_report(a_story("Lyon", *said), hour=hour, by=by) for hour, by in ((0, "Gazette"), (1, "Herald"))
    )
    Path("hit.jsonl").write_bytes(b"\n".join(map(encode, reports)))
    assert run("add", "desk.book", "hit.jsonl").exit_code == 0
    shown = run("show", "desk.book", ids(run)["shooting"]).stdout
    assert "\nhit\n    the depot · Gazette, Herald\n" in shown
    assert "hit: the depot" in run("read", "hit.jsonl").stdout


@pytest.mark.parametrize("command", ["show", "why", "incidents", "aside", "judgements"])
def test_as_of_a_moment_that_is_still_to_come_is_refused_with_what_to_do(desk: Run, command: str) -> None:
    words = {"show": ("abcd",), "why": ("abcd", "killed")}.get(command, ())
    told = desk(command, "desk.book", *words, "--as-of", "2099-01-01")
    assert (told.exit_code, told.stdout) == (2, "")
    assert "'2099-01-01' is still to come (it is 20" in told.stderr
    assert told.stderr.endswith("leave it out to see what is known now\n")


def test_as_of_today_is_all_there_is_until_now(desk: Run) -> None:
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    told = desk("show", "desk.book", ids(desk)["shooting"], "--as-of", today)
    assert told.exit_code == 0
    (then,) = re.findall(r"as of (\S+)", told.stdout)
    assert datetime.fromisoformat(then) <= datetime.now(UTC) + timedelta(seconds=2)


def test_show_as_of_an_earlier_moment_shows_what_was_known_then(desk: Run) -> None:
    ref = ids(desk)["shooting"]
    then = json.loads(desk("show", "desk.book", ref, "--as-of", "2024-03-01T18:30", "--json").stdout)
    assert [f["best"] for f in then["findings"] if f["slot"] == "killed"] == [2]
    assert "as of 2024-03-01T18:30Z" in desk("show", "desk.book", ref, "--as-of", "2024-03-01T18:30").stdout


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("22:40", "a clock time without a day"),
        ("10.30pm", "a clock time without a day"),
        ("yesterday", "is no moment"),
        ("2024-02-31", "is no moment"),
    ],
)
def test_a_moment_that_is_none_is_refused_with_one_to_copy(desk: Run, moment: str, words: str) -> None:
    told = desk("show", "desk.book", "abcd", "--as-of", moment)
    assert told.exit_code == 2
    assert words in told.stderr
    assert "write 2024-03-01" in told.stderr


def test_a_day_alone_means_its_end_or_its_beginning(desk: Run) -> None:
    assert len(desk("incidents", "desk.book", "--as-of", "2024-03-01", "--json").stdout.splitlines()) == 2
    assert len(desk("incidents", "desk.book", "--since", "2024-03-01", "--json").stdout.splitlines()) == 2
    assert len(desk("incidents", "desk.book", "--since", "2024-03-02", "--json").stdout.splitlines()) == 0


def test_why_shows_every_sentence_with_who_said_it_and_where(desk: Run) -> None:
    ref = ids(desk)["shooting"]
    shown = desk("why", "desk.book", ref, "killed").stdout
    for words in (
        "rule: ",
        "[[4 killed, police said]]",
        "[[5 killed, hospital said]]",
        "[[2 killed, police said]]",
    ):
        assert words in shown
    assert "Herald, 2024-03-01T19:00Z" in shown
    rows = [
        json.loads(line) for line in desk("why", "desk.book", ref, "killed", "--json").stdout.splitlines()
    ]
    assert rows[0]["finding"]["slot"] == "killed"
    assert "Nothing is said of missing" in desk("why", "desk.book", ref, "missing").stdout


def test_judging_splits_and_says_what_it_did(desk: Run) -> None:
    record = json.loads(desk("show", "desk.book", ids(desk)["shooting"], "--json").stdout)
    first, second, *_ = record["incident"]["account_ids"]
    words = ("judge", "desk.book", first, second, "--different", "--by", "Ada", "--why", "two depots")
    told = desk(*words)
    assert told.exit_code == 0
    assert len(told.stdout.splitlines()) == 2
    assert len(desk("incidents", "desk.book", "--json").stdout.splitlines()) == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("incidents", "none.book"), "there is no book here"),
        (("show", "all.jsonl", "abcd"), "is not a book"),
        (("show", "desk.book", "feedbeef"), "holds no such incident"),
        (("why", "desk.book", "feedbeef", "colour"), "no such slot"),
        (("add", ".", "all.jsonl"), "is a directory"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(desk: Run, words: tuple[str, ...], told: str) -> None:
    answer = desk(*words)
    assert answer.exit_code == 1
    assert told in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


HOSTILE = "A shooting in Lyon\x1b[2J\x07.\u202e 2 killed, police said. [b]x[/b] \u200fשלום\x9b31m 🕯️"


def test_a_hostile_text_cannot_move_the_cursor_nor_turn_the_line(run: Run) -> None:
    given = encode(a_report(HOSTILE, title="\x1b]0;owned\x07", id="x\x1by")).decode()
    for words in (("read", "-"), ("read", "--json", "-")):
        told = run(*words, given=given)
        assert told.exit_code == 0
        for sign in ("\x1b", "\x07", "\u202e", "\u200f", "\x9b"):
            assert sign not in told.output
    assert "[b]x[/b]" in run("read", "-", given=given).stdout
    assert json.loads(run("read", "--json", "-", given=given).stdout)["report_id"] == "x\x1by"


def test_cleaning_leaves_what_people_write_alone() -> None:
    for words in ("Café, naïve — “so” he said", "שלום عربى 中文 👩‍🚒 🕯️"):
        assert clean(words) == words
        assert clean_json(json.dumps(words, ensure_ascii=False)) == json.dumps(words, ensure_ascii=False)
    assert json.loads(clean_json(json.dumps(HOSTILE, ensure_ascii=False))) == HOSTILE


def test_a_reader_that_stops_early_is_no_error(desk: Run) -> None:
    home = os.environ | {"PYTHONPATH": str(Path(sayso.__file__).parents[1])}
    for form in ("", "--json"):
        command = f"{sys.executable} -m sayso incidents desk.book {form} | head -c 10"
        told = subprocess.run(command, shell=True, capture_output=True, text=True, env=home)
        assert (told.stderr, len(told.stdout)) == ("", 10)


def test_about_names_the_reader_and_makes_no_promise_for_one_that_nobody_measured(run: Run) -> None:
    told = run("about").stdout
    assert "plain 1" in told
    assert "has not been measured" in told
    answer = json.loads(run("about", "--json").stdout)
    assert (answer["reader"], answer["measured"]) == ("plain 1", None)


def test_about_tells_how_often_the_default_reader_is_right() -> None:
    told = CliRunner().invoke(main, ["about"], catch_exceptions=False).stdout
    assert re.search(r"Of 100 numbers of people that it gives, about \d\d are in the report", told)
    answer = json.loads(CliRunner().invoke(main, ["about", "--json"], catch_exceptions=False).stdout)
    assert 0 < answer["measured"]["counts"]["right"] <= 1


def test_the_demo_tells_its_story() -> None:
    told = subprocess.run([sys.executable, "-m", "sayso", "demo"], capture_output=True, text=True, check=True)
    assert "What changed by" in told.stdout
    assert told.stderr == ""


def test_sayso_says_its_version(run: Run) -> None:
    assert run("--version").stdout == f"sayso {sayso.__version__}\n"
