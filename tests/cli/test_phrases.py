import io
from datetime import timedelta
from typing import Any

import pytest
from tests.conftest import EVENING, a_claim, a_report

from sayso import phrases
from sayso.cli.paper import Paper, marked
from sayso.model import Finding, Label, Place, Speaker, Total


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (12, 12, "12"),
        (0, 0, "no one"),
        (12, None, "at least 12"),
        (None, 30, "up to 30"),
        (2, 5, "2 to 5"),
        (2000, None, "at least 2,000"),
        (2001, None, "more than 2,000"),
        (101, None, "more than 100"),
        (21, None, "at least 21"),
        (None, None, "some"),
    ],
)
def test_a_count_in_words(low: int | None, high: int | None, words: str) -> None:
    assert phrases.count_phrase(low, high) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"low": 7, "best": 7, "high": 7}, "7"),
        ({"low": 5, "best": 7, "high": 9}, "7 (5 to 9)"),
        ({"low": 7, "best": 7}, "7 or more"),
        ({"low": 7, "best": 7, "standing": "disputed"}, "7 (at least 7)"),
        ({"low": 3001, "best": 3001}, "more than 3,000"),
        ({"low": 12, "best": 3001}, "more than 3,000 (at least 12)"),
        ({"low": 3}, "at least 3"),
        ({"low": 0, "best": 0, "high": 0}, "no one"),
        ({"low": 0, "best": 0, "high": 0, "derivation": "5 - 5 who died"}, "none left (5 - 5 who died)"),
        ({"standing": "withdrawn"}, "no figure stands"),
        ({"label": Label(text="AK47", code="firearm")}, "AK47 (firearm)"),
        ({"label": Label(text="a quarrel")}, "a quarrel"),
        ({"label": Label(text="a quarrel"), "rule": "denied"}, "denied: a quarrel"),
        ({"label": Label(text="the Front", code="claimed"), "slot": "responsibility"}, "the Front (claimed)"),
        (
            {"label": Label(text="No group", code="claimed"), "slot": "responsibility"},
            "nobody has claimed it",
        ),
    ],
)
def test_a_finding_in_words(fields: dict[str, Any], words: str) -> None:
    given = {"slot": "killed", "standing": "single"} | fields
    assert phrases.finding_phrase(Finding(incident_id="i", **given)) == words


def test_what_readers_saw_of_a_finding_is_said_with_how_it_stands() -> None:
    known: dict[str, Any] = {"incident_id": "i", "slot": "killed", "role": "victim", "low": 4, "best": 4}
    disputed = Finding(**known, high=5, standing="disputed")
    assert phrases.shown_phrase(disputed) == "4 (4 to 5), disputed"
    assert phrases.shown_phrase(Finding(**known, high=4, standing="single")) == "4, one voice"
    assert phrases.shown_phrase(Finding(**known, high=4, standing="withdrawn")) == "withdrawn"
    assert phrases.shown_phrase(None) == "not reported"


@pytest.mark.parametrize(
    ("score", "words"), [(1.46, "+1.5"), (-0.32, "-0.3"), (-0.04, "0.0"), (0.04, "0.0"), (0.0, "0.0")]
)
def test_a_likeness_in_words(score: float, words: str) -> None:
    assert phrases.score_phrase(score) == words


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        (Speaker(), "Gazette"),
        (Speaker(name="police", kind="police"), "police"),
        (Speaker(name="police", kind="police", via="AFP"), "police (via AFP)"),
    ],
)
def test_a_speaker_in_words(speaker: Speaker, words: str) -> None:
    assert phrases.speaker_phrase(speaker, a_report()) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "certain"),
        ({"certainty": "possible"}, "possible"),
        ({"polarity": "negative"}, "denied"),
        ({"polarity": "negative", "certainty": "probable"}, "denied (probable)"),
        ({"standing": "superseded"}, "certain, superseded"),
    ],
)
def test_how_firmly_it_is_said(fields: dict[str, Any], words: str) -> None:
    assert phrases.firmness(a_claim("a", "killed", 1, 1, **fields)) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, None),
        (Place(text="Rambaud Street", city="Lyon", country="FR"), "Rambaud Street, Lyon, FR"),
        (Place(text="Lyon", city="Lyon", country="FR"), "Lyon, FR"),
        (Place(text="Springfield", city="Springfield", region="IL", country="US"), "Springfield, IL, US"),
        (Place(country="FR"), "FR"),
        (Place(), None),
    ],
)
def test_a_place_in_words(place: Place | None, words: str | None) -> None:
    assert phrases.place_phrase(place) == words


def test_published_as_exactly_as_is_known() -> None:
    assert phrases.published_phrase(a_report()) == "2024-03-01T18:00Z"
    assert phrases.published_phrase(a_report(published_grain="day")) == "2024-03-01"
    assert phrases.published_phrase(a_report(published_at=None)) == "no date"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "18:00Z"),
        ({"received_at": EVENING + timedelta(seconds=40)}, ""),
        ({"received_at": EVENING + timedelta(days=2)}, "2024-03-01T18:00Z"),
        ({"received_at": EVENING - timedelta(hours=20)}, "2024-03-01T18:00Z"),
        ({"published_grain": "day"}, ""),
        ({"published_grain": "day", "received_at": EVENING + timedelta(days=1)}, "2024-03-01"),
        ({"published_grain": "month", "received_at": EVENING + timedelta(days=3)}, ""),
        ({"published_grain": "year", "received_at": EVENING + timedelta(days=400)}, "2024"),
        ({"published_at": None}, ""),
        ({"received_at": None}, ""),
    ],
)
def test_when_a_report_was_published_is_told_where_it_is_not_when_it_was_received(
    fields: dict[str, Any], words: str
) -> None:
    assert phrases.published_apart_phrase(a_report(**fields)) == words


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_words_are_marked_by_brackets_on_a_pipe_and_by_type_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    pipe, screen = io.StringIO(), Terminal()
    for out in (pipe, screen):
        Paper(out).line(marked("At least two men died.", 9, 21))
    assert pipe.getvalue() == "At least [[two men died]].\n"
    assert screen.getvalue() == "At least \x1b[1;4mtwo men died\x1b[0m.\n"


def test_a_long_sentence_is_shortened_around_its_words() -> None:
    sentence = "word " * 100 + "two men died" + " word" * 100
    shown = marked(sentence, 500, 512, longest=100)
    assert "two men died" in shown.plain
    assert shown.plain.startswith("… ")
    assert shown.plain.endswith(" …")
    assert len(shown.plain) < 120


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("disputed", "disputed"),
        ("uncertain", "whoever says so is not certain"),
        ("possible", "another figure is said to be possible"),
    ],
)
def test_a_doubt_is_told_in_words(why: str, told: str) -> None:
    assert phrases.doubt_phrase(why) == told


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (Total(slot="killed", low=3, best=4, high=5), "killed 4 (3 to 5)"),
        (Total(slot="killed", low=4, best=4, high=4, unknown=2), "killed 4, unknown of 2 incidents"),
        (Total(slot="killed", low=0, best=7, high=7, unsure=7), "killed 7 (0 to 7), uncertain"),
        (Total(slot="killed", low=5, best=12, high=12, unsure=7), "killed 12 (5 to 12), 7 of them uncertain"),
        (Total(slot="killed"), "killed unknown"),
    ],
)
def test_a_total_tells_how_many_nobody_vouches_for(total: Total, expected: str) -> None:
    assert phrases.total_phrase(total) == expected
