"""Fields of JSON objects become reports; aliases, dates and odd values are told apart."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.fields import ALIASES, EXTRAS, MAX_CHARACTERS, report_from
from sayso.intake.outcome import RefusedError
from sayso.model import Report

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


def taken(fields: dict[str, Any]) -> tuple[Report, list[str]]:
    """Return the report that fields make, and what was remarked on."""
    remarks: list[str] = []
    return report_from(fields, remarks.append, NOW), remarks


@pytest.mark.parametrize(
    ("published", "moment", "grain"),
    [
        ("2017-04-20", "2017-04-20T00:00:00+00:00", "day"),
        ("2017-04", "2017-04-01T00:00:00+00:00", "month"),
        ("2017", "2017-01-01T00:00:00+00:00", "year"),
        ("2017-04-20T21:05:00Z", "2017-04-20T21:05:00+00:00", "instant"),
        ("2017-04-20T23:05+02:00", "2017-04-20T21:05:00+00:00", "instant"),
        ("2017-04-20 23:05:00 +0200", "2017-04-20T21:05:00+00:00", "instant"),
        ("2017-04-20T21:05:00.25Z", "2017-04-20T21:05:00.250000+00:00", "instant"),
        ("2017-04-20T21:05:00 GMT", "2017-04-20T21:05:00+00:00", "instant"),
    ],
)
def test_a_time_is_taken_as_exactly_as_it_is_written(published: str, moment: str, grain: str) -> None:
    report, remarks = taken({"text": "Two died.", "published": published})
    assert report.published_at == datetime.fromisoformat(moment)
    assert report.published_grain == grain
    assert remarks == []


@pytest.mark.parametrize("published", ["2017-04-20T23:05:00", "2017-04-20 00:00:00", "2017-04-20T23:05"])
def test_a_time_without_a_zone_tells_only_the_day(published: str) -> None:
    report, _ = taken({"text": "Two died.", "published": published})
    assert report.published_at == datetime(2017, 4, 20, tzinfo=UTC)
    assert report.published_grain == "day"


@pytest.mark.parametrize(
    "published",
    ["last week", "20 April", "2017-13-01", "2017-02-30", "", "0000-01-01", 1492722300, 20.5, ["2017"]],
)
def test_a_time_that_cannot_be_read_is_unknown_and_remarked_on(published: object) -> None:
    report, remarks = taken({"text": "Two died.", "published": published})
    assert (report.published_at, report.published_grain) == (None, "unknown")
    assert len(remarks) == 1
    assert "left unknown" in remarks[0]


def test_no_time_is_unknown_without_a_word() -> None:
    report, remarks = taken({"text": "Two died.", "published": None})
    assert (report.published_at, report.published_grain, remarks) == (None, "unknown", [])


@pytest.mark.parametrize(
    ("published", "known"), [("2026-03-06T11:00:00Z", True), ("2026-03-06T13:00:00Z", False)]
)
def test_a_time_more_than_a_day_ahead_is_unknown(published: str, known: bool) -> None:
    report, remarks = taken({"text": "Two died.", "published": published})
    assert (report.published_at is not None, remarks == []) == (known, known)


@pytest.mark.parametrize("received", ["2026-03-05", "2026-03-05T10:00:00", "2027-01-01T00:00:00Z", 5])
def test_a_reception_time_must_be_a_past_instant(received: object) -> None:
    report, remarks = taken({"text": "Two died.", "received_at": received})
    assert report.received_at is None
    assert "the book's own clock is used" in remarks[0]


def test_aliases_are_read_and_extras_are_ignored() -> None:
    fields = {"report_id": "r1", "publisher": "The Harbour Post", "headline": "Fire", "body": "Two died."}
    extras = dict.fromkeys(EXTRAS, "anything")
    report, remarks = taken({**fields, "dct": "2017-04-20", **extras})
    assert (report.id, report.title, report.text) == ("r1", "Fire", "Two died.")
    assert report.source is not None
    assert (report.source.id, report.source.name, report.source.kind) == (
        "the harbour post",
        "The Harbour Post",
        "outlet",
    )
    assert report.published_grain == "day"
    assert remarks == []
    assert not EXTRAS & set(ALIASES)


def test_the_own_name_of_a_field_wins_over_an_alias_with_a_remark() -> None:
    report, remarks = taken(
        {"text": "Two died.", "id": "a", "report_id": "b", "outlet": "X", "publisher": "X"}
    )
    assert report.id == "a"
    assert remarks == ['"report_id" is not used: "id" says something else']


def test_unknown_fields_are_named_once_and_the_report_is_read() -> None:
    report, remarks = taken({"text": "Two died.", "mood": "grim", "colour": 3})
    assert report.text == "Two died."
    assert remarks == ["not a field of a report, not used: colour, mood"]


def test_a_slip_of_the_pen_in_the_name_of_a_field_is_told_with_the_name_that_may_be_meant() -> None:
    report, remarks = taken({"text": "Two died.", "publised": "2024-03-01", "mood": "grim"})
    assert report.published_at is None
    assert remarks == ["not a field of a report, not used: mood, publised (is it published?)"]


def test_a_report_without_an_id_gets_one_from_its_words() -> None:
    first, again, other = (taken({"text": text})[0].id for text in ("Two died.", "Two died.", "Three died."))
    assert first == again != other
    assert taken({"text": "Two died.", "id": ""})[0].id == first
    assert taken({"text": "Two died.", "id": 7})[0].id == "7"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({}, "has no words"),
        ({"text": None, "title": " \n"}, "has no words"),
        ({"text": 5}, '"text" is a number, not text'),
        ({"text": "Two died.", "title": ["a"]}, '"title" is a list, not text'),
        ({"text": "Two died.", "id": True}, '"id" is true or false, not text'),
        ({"text": "Two died.", "source": 5}, '"source" is a number'),
        ({"text": "Two died.", "source": {"kind": "agency"}}, '"source" cannot be read'),
        ({"text": "Two died.", "source": {"name": "X", "kind": "wire"}}, '"source" cannot be read'),
        ({"text": "a" * (MAX_CHARACTERS + 1)}, "has 1,000,001 characters"),
    ],
)
def test_what_is_no_report_is_refused_with_what_to_do(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        taken(fields)
    assert why in refused.value.why
    assert refused.value.what_to_do


def test_a_headline_alone_is_a_report() -> None:
    assert taken({"title": "Two die in fire"})[0].text == ""


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_kept_exactly_as_received(text: str) -> None:
    try:
        report, _ = taken({"text": text})
    except RefusedError:
        assert not text.strip()
    else:
        assert report.text == text


@given(st.text(max_size=40))
def test_any_words_for_a_time_give_a_time_or_nothing(words: str) -> None:
    report, _ = taken({"text": "Two died.", "published": words})
    assert (report.published_at is None) == (report.published_grain == "unknown")
