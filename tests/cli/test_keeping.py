"""The commands that look after a book."""

import json
import sqlite3
from pathlib import Path

from tests.cli.test_cli import ELSEWHERE, FIRST, Run, desk, ids, run

__all__ = ["desk", "run"]


def test_checking_a_sound_book_says_so_and_a_changed_one_names_the_fault(desk: Run) -> None:
    told = desk("check", "desk.book")
    assert (told.exit_code, told.stdout) == (
        0,
        "desk.book: sound; 4 reports, every one with its words and figures\n",
    )
    with sqlite3.connect("desk.book") as other:
        other.execute("DROP TRIGGER wording_keeps_UPDATE")
        other.execute("UPDATE wording SET text = replace(text, '1 killed', '2 killed')")
    other.close()
    told = desk("check", "desk.book")
    assert told.exit_code == 1
    assert f"report {ELSEWHERE.id}: its words are not those that were received" in told.stdout
    assert "wording_keeps_UPDATE: this guard" in told.stdout
    assert "faults" in told.stderr
    assert json.loads(desk("check", "desk.book", "--json").stdout.splitlines()[0])["what"]


def test_copying_says_what_came_and_refuses_a_book_that_holds_something(desk: Run) -> None:
    told = desk("copy", "desk.book", "other.book")
    assert told.exit_code == 0
    assert "4 reports" in told.stdout
    assert desk("show", "other.book", ids(desk)["shooting"]).exit_code == 0
    again = desk("copy", "desk.book", "other.book")
    assert again.exit_code == 1
    assert "other.book: the target holds rows" in again.stderr


def test_forgetting_says_what_stays_and_show_says_who_ordered_it(desk: Run) -> None:
    incident = ids(desk)["shooting"]
    told = desk("forget", "desk.book", FIRST.id, "--by", "Ada", "--why", "court order 7")
    assert told.exit_code == 0
    assert "forgotten; the digest" in told.stdout
    shown = desk("show", "desk.book", incident).stdout
    assert "Forgotten: the words are gone" in shown
    assert f"report {FIRST.id}, by Ada: court order 7" in shown
    assert "rifle" not in shown
    assert f"Gazette (published 18:00Z): forgotten [{FIRST.id}]" in " ".join(shown.split())
    sound = " ".join(desk("check", "desk.book").stdout.split())
    assert sound.endswith("and figures, but for the words of 1 that the book was told to forget")


def test_a_record_of_which_all_is_forgotten_points_at_no_figure(run: Run) -> None:
    Path("one.jsonl").write_text(json.dumps({"id": "p1", "text": FIRST.text, "source": "Gazette"}))
    run("add", "desk.book", "one.jsonl")
    incident = ids(run)["shooting"]
    assert "sayso why desk.book" in run("show", "desk.book", incident).stdout
    run("forget", "desk.book", "p1", "--by", "Ada", "--why", "court order 7")
    assert "sayso why" not in run("show", "desk.book", incident).stdout


def test_forgetting_names_the_reports_that_repeat_it(desk: Run) -> None:
    text = (
        FIRST.text + " Nobody in the street had seen the van before, and the depot stayed shut all day long."
    )
    for number in (1, 2):
        Path(f"{number}.jsonl").write_text(
            json.dumps({"id": f"p{number}", "text": text, "source": f"S{number}"})
        )
        desk("add", "desk.book", f"{number}.jsonl")
    told = desk("forget", "desk.book", "p1", "--by", "Ada", "--why", "court order 7")
    assert "still have them: p2" in told.stderr
