"""What was set aside, on a terminal."""

import json
from pathlib import Path

from tests.cli.test_cli import Run, desk, run
from tests.conftest import a_report

from sayso.model import encode

__all__ = ["desk", "run"]  # the fixtures

PRIZE = "Lena Vlaminck's Orpheus won the top prize at the Ghent film festival"
VIGIL = "Neighbours of Marcel Ferrandou, who worked at the Perrache depot, lit candles at Perrache."


def test_what_is_set_aside_is_listed_by_story(desk: Run) -> None:
    assert desk("aside", "desk.book").stderr.startswith("No report was set aside")
    prizes = [
        a_report(f"{PRIZE} in {at} cuts.", by=f"Post {at}", hour=5 + at, title=PRIZE) for at in range(6)
    ]
    vigil = a_report(VIGIL, by="Herald", hour=4, title="Candles at Perrache")
    Path("more.jsonl").write_bytes(b"\n".join(map(encode, (*prizes, vigil))))
    desk("add", "desk.book", "more.jsonl")
    told = desk("aside", "desk.book").stdout
    assert told.startswith("6 reports: ghent, lena, orpheus, vlaminck, festival\n")
    assert "    and 2 more\n" in told
    assert ("1 report, beside " in told, "shooting · Lyon, FR · 2024-03-01\n" in told) == (True, True)
    assert "    Candles at Perrache (Herald · 2024-03-01T22:00Z)\n" in told
    assert told.endswith("\n7 reports that tell of no incident.\n")
    assert desk("aside", "desk.book", "--most", "2").stdout.endswith(
        "\n2 of 7 reports that tell of no incident.\n"
    )
    stories = [json.loads(line) for line in desk("aside", "desk.book", "--json").stdout.splitlines()]
    assert [len(story["reports"]) for story in stories] == [6, 1]
    assert stories[1]["incident"]["place"]["city"] == "Lyon"


def test_what_was_not_read_stands_at_the_end_with_the_reason(run: Run) -> None:
    french = "Voici le texte de la police."
    Path("fr.jsonl").write_bytes(encode(a_report(french, by="Soir", title="Le feu")))
    run("add", "desk.book", "fr.jsonl")
    told = run("aside", "desk.book").stdout
    assert told == (
        "1 report, not read: language fr, this reader reads English\n"
        "    Le feu (Soir · 2024-03-01T18:00Z)\n"
        "\n1 report that was kept but not read.\n"
    )
    Path("more.jsonl").write_bytes(
        b"\n".join(
            encode(a_report(text, by=by, hour=1))
            for text, by in ((PRIZE, "Herald"), (french + " Encore.", "Post"))
        )
    )
    run("add", "desk.book", "more.jsonl")
    assert run("aside", "desk.book", "--most", "1").stdout.endswith(
        "\n1 report that tells of no incident.\n1 of 2 reports that were kept but not read.\n"
    )
    lines = [json.loads(line) for line in run("aside", "desk.book", "--json").stdout.splitlines()]
    assert [(len(line["reports"]), line.get("why")) for line in lines] == [
        (1, None),
        (2, "language fr, this reader reads English"),
    ]


def test_one_report_set_aside_is_counted_as_one_and_a_book_without_incidents_says_so(
    run: Run,
) -> None:
    Path("one.jsonl").write_bytes(encode(a_report(PRIZE, by="Bugle", title=PRIZE)))
    run("add", "desk.book", "one.jsonl")
    assert run("aside", "desk.book").stdout.endswith("\n1 report that tells of no incident.\n")
    assert run("incidents", "desk.book").stderr == "This book lists no incident yet.\n"
    assert run("incidents", "desk.book", "--kind", "fire").stderr == "No incidents fit.\n"
