"""The learned reader: its words are the report's, it refuses to guess, and plain statements are never missed."""

import shutil
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import ReaderError
from sayso.model import Report
from sayso.read.counting.plain import plain_counts
from sayso.read.reader import LearnedReader
from sayso.read.speech.speakers import Attributions
from sayso.read.tagging import network
from sayso.read.text.page import page_of

PIECES = st.sampled_from(
    [
        "At least 12 people", "two bailiffs", "The gunman", "no one", "were killed", "died", "was shot dead", ".",
        "police said", "in Lyon", "on Tuesday", "at 9:15 p.m.", ",", "“", "”", "\n", "\n\n", "\u202e", "\x00",
        "😀", "مقتل", "é", " ", "İ",
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> LearnedReader:
    return LearnedReader()


@settings(max_examples=300, deadline=None)
@given(title=st.lists(PIECES, max_size=4), text=st.lists(PIECES | st.text(max_size=6), max_size=12))
def test_every_quote_equals_its_slice(title: list[str], text: list[str]) -> None:
    report = Report(id="r", title=" ".join(title), text=" ".join(text), language="en")
    for claim in LearnedReader().read(report).claims:
        for span in (claim.span, claim.speaker.span):
            if span:
                assert report.field(span.field)[span.start : span.end] == span.quote
                assert span.start < span.end


def test_a_report_tells_what_where_when_and_who_says_so(reader: LearnedReader) -> None:
    reading = reader.read(
        Report(
            id="r",
            title="Three shot dead in Lyon",
            text="LYON, France (AP) - Three people were shot dead in Lyon on Tuesday, police said.",
            published_at=datetime(2024, 5, 15, tzinfo=UTC),
            published_grain="day",
        )
    )
    (account,) = reading.accounts
    assert (account.main, account.kind) == (True, "shooting")
    assert account.place is not None
    assert (account.place.city, account.place.country) == ("Lyon", "FR")
    killed = [c for c in reading.claims if c.slot == "killed"]
    assert {getattr(c.value, "low", None) for c in killed} == {3}
    assert "police" in {c.speaker.name for c in killed}


@pytest.mark.parametrize(
    ("sentence", "slot", "who"),
    [
        ("Nine fishermen are still missing.", "missing", "Nine fishermen"),
        ("Rescuers saved five miners.", "rescued", "five miners"),
        ("About 300 residents were evacuated.", "displaced", "About 300 residents"),
        ("Gunmen kidnapped 11 pupils.", "hostages", "11 pupils"),
    ],
)
def test_a_plain_statement_is_never_overlooked(sentence: str, slot: str, who: str) -> None:
    assert (slot, who) in [(s, sentence[a:b]) for s, a, b in plain_counts(sentence)]


@pytest.mark.parametrize(
    "sentence", ["The 19-year-old died.", "It lasted two hours and killed the mood.", "He fired 12 shots."]
)
def test_ages_hours_and_shots_are_no_people(sentence: str) -> None:
    assert list(plain_counts(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The interior ministry confirmed that ten people died.", "The interior ministry"),
        ("Ten people died, police said.", "police"),
        ("According to the Red Cross, ten people died.", "Red Cross"),
    ],
)
def test_an_institution_beside_a_cue_speaks(sentence: str, name: str) -> None:
    page = page_of(Report(id="r", text=sentence))
    speaker = Attributions(page, ()).at(page.sentences[0], sentence.index("en people"))
    assert speaker is not None
    assert name in speaker.name


def test_without_its_weights_the_reader_stops(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(network, "files", lambda _: tmp_path)
    with pytest.raises(ReaderError, match="weights"):
        network.Network()


@pytest.mark.parametrize("damaged", ["reader.onnx", "heads.npz", "tokenizer.json"])
def test_with_damaged_weights_the_reader_stops(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, damaged: str
) -> None:
    shutil.copytree(str(files("sayso.read") / "data"), tmp_path / "data")
    (tmp_path / "data" / damaged).write_bytes(b"half of")
    monkeypatch.setattr(network, "files", lambda _: tmp_path)
    with pytest.raises(ReaderError, match="weights"):
        network.Network()


def test_a_report_in_another_language_is_kept_unread(reader: LearnedReader) -> None:
    text = "Mindestens zwölf Menschen sind am Dienstag bei einem Anschlag in Wien getötet worden. " * 3
    reading = reader.read(Report(id="r", text=text))
    assert (reading.claims, reading.skipped is not None) == ((), True)
