from datetime import UTC, date, datetime
from typing import Any

import pytest

from sayso.model import KINDS, Asked, Finding, Headline, Incident, Label, Moment, Place
from sayso.web import words

TRIESTE = Place(text="the station", city="Trieste", country="IT")
EVENING = datetime(2025, 10, 14, 18, 30, tzinfo=UTC)


def a_count(slot: str, low: int | None, best: int | None, high: int | None, **fields: Any) -> Finding:
    known: dict[str, Any] = {"incident_id": "i", "role": "victim", "standing": "agreed"}
    return Finding(slot=slot, low=low, best=best, high=high, **(known | fields))


def a_headline(*found: Finding, kind: str = "shooting", place: Place | None = TRIESTE) -> str:
    incident = Incident(id="i", kind=kind, place=place)
    head = Headline(
        incident=incident, main=True, reports=1, first_at=EVENING, changed_at=EVENING, findings=found
    )
    return words.headline(head)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ((), "Shooting in Trieste, Italy"),
        ((a_count("killed", 5, 5, 5),), "5 people killed in a shooting in Trieste, Italy"),
        (
            (a_count("killed", 7, 7, 7, certainty="possible"), a_count("injured", 3, 3, 3)),
            "7 people possibly killed and 3 injured in a shooting in Trieste, Italy",
        ),
        (
            (a_count("killed", 2, 2, 2), a_count("missing", 4, 4, 4, certainty="probable")),
            "2 people killed and 4 probably missing in a shooting in Trieste, Italy",
        ),
        ((a_count("killed", 1, 1, 1),), "One person killed in a shooting in Trieste, Italy"),
        ((a_count("killed", 4, 4, None),), "At least 4 people killed in a shooting in Trieste, Italy"),
        (
            (a_count("killed", 4, 5, 7, standing="disputed"), a_count("injured", 10, 10, 10)),
            "4 to 7 people killed and 10 injured in a shooting in Trieste, Italy",
        ),
        (
            (a_count("killed", 5, 5, 5), a_count("injured", 6, 6, None)),
            "5 people killed and at least 6 injured in a shooting in Trieste, Italy",
        ),
        (
            (a_count("injured", None, None, None), a_count("missing", 1, 1, 1)),
            "Several people injured and one missing in a shooting in Trieste, Italy",
        ),
        ((a_count("killed", 0, 0, 0),), "Shooting in Trieste, Italy"),
        ((a_count("killed", 1, 1, 1, role="attacker"),), "Shooting in Trieste, Italy"),
        ((a_count("killed", None, None, None, standing="withdrawn"),), "Shooting in Trieste, Italy"),
    ],
)
def test_a_headline_says_what_the_findings_say(found: tuple[Finding, ...], told: str) -> None:
    assert a_headline(*found) == told


def test_a_headline_names_no_place_that_is_not_known() -> None:
    found = a_count("killed", 2, 2, 2)
    assert a_headline(found, kind="rail", place=None) == "2 people killed in a rail accident"
    assert a_headline(kind="other", place=None) == "Incident"


def test_every_kind_has_words() -> None:
    assert all(words.kind(name)[0].isupper() for name in KINDS)


@pytest.mark.parametrize(
    ("asked", "total", "told"),
    [
        (Asked(), 3, "3 incidents"),
        (Asked(), 0, "No incidents"),
        (Asked(kind="shooting"), 1, "1 shooting"),
        (
            Asked(kind="shooting", country="FR", since=EVENING),
            12,
            "12 shootings in France told of since 14 Oct 2025, 18:30",
        ),
        (
            Asked(place="Lyon", happened="2025-10", text="old mill"),
            2,
            "2 incidents in Lyon in 2025-10, with the words “old mill”",
        ),
        (
            Asked(standing="disputed", background=True),
            2,
            "2 incidents, with a figure that is disputed, background included",
        ),
        (Asked(happened="2025-10"), 2, "2 incidents in 2025-10"),
        (Asked(happened="2025-10-01..2025-10-09"), 2, "2 incidents from 2025-10-01 to 2025-10-09"),
        (
            Asked(slot="killed", name="Galli"),
            1,
            "1 incident, with a number for “killed”, with a victim or suspect named “Galli”",
        ),
    ],
)
def test_a_filter_is_said_in_plain_english(asked: Asked, total: int, told: str) -> None:
    assert words.asked_for(asked, total) == told


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (None, "place not known"),
        (Place(text="Trieste", city="Trieste", country="IT"), "Trieste, Italy"),
        (TRIESTE, "the station, Trieste, Italy"),
        (Place(city="Memphis", region="TN", country="US"), "Memphis, Tennessee, United States"),
        (Place(country="ZZ"), "ZZ"),
    ],
)
def test_a_place_in_words(place: Place | None, told: str) -> None:
    assert words.place(place) == told


@pytest.mark.parametrize(
    ("start", "end", "grain", "told"),
    [
        ("2025-10-14", "2025-10-14", "day", "14 Oct 2025"),
        ("2025-10-01", "2025-10-31", "month", "Oct 2025"),
        ("2025-01-01", "2025-12-31", "year", "2025"),
        ("2025-10-14", "2025-10-16", "unknown", "14–16 Oct 2025"),
        ("2025-09-30", "2025-10-01", "unknown", "30 Sep 2025 – 1 Oct 2025"),
    ],
)
def test_a_day_is_told_as_exactly_as_it_is_known(start: str, end: str, grain: Any, told: str) -> None:
    happened = Moment(start=date.fromisoformat(start), end=date.fromisoformat(end), grain=grain)
    assert words.day(happened) == told


@pytest.mark.parametrize(
    ("label", "rule", "slot", "told"),
    [
        (Label(text="a rifle", code="firearm"), "named", "weapon", "a rifle (firearm)"),
        (Label(text="a rifle", code="firearm"), "denied", "weapon", "denied: a rifle (firearm)"),
        (Label(text="the Front", code="claimed"), "named", "responsibility", "claimed by the Front"),
        (Label(text="the Front", code="claimed"), "denied", "responsibility", "denied: claimed by the Front"),
        (Label(text="no one", code="claimed"), "denied", "responsibility", "nobody has claimed it"),
        (Label(text="No group", code="claimed"), "denied", "responsibility", "nobody has claimed it"),
        (Label(text="None of them", code="denied"), "named", "responsibility", "nobody has denied it"),
        (Label(text="Nordic Dawn", code="claimed"), "named", "responsibility", "claimed by Nordic Dawn"),
    ],
)
def test_a_fact_in_words(label: Label, rule: str, slot: str, told: str) -> None:
    finding = Finding(incident_id="i", slot=slot, label=label, standing="single", rule=rule)
    assert words.fact(finding) == told


def test_beside_a_figure_stands_its_range_and_that_nobody_says_it_for_certain() -> None:
    assert words.range_of(a_count("killed", 7, 7, 7)) == ""
    assert words.range_of(a_count("killed", 7, 7, 7, certainty="possible")) == "possible"
    assert words.range_of(a_count("killed", 4, 7, 7, certainty="probable")) == "4 to 7, probable"
