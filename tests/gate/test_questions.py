"""A question's words are taken as what a user would ask a book."""

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.gate.questions import bears, days_of, name_of, place_of

from sayso.casebook.asking import asked, place_named, unknown_town
from sayso.errors import NotFoundError
from sayso.model import Headline, Incident, Place


@pytest.mark.parametrize(
    ("question", "place", "days", "name"),
    [
        (
            {
                "question": "How many events happened in 05/2024 (month) in ('Texas', 'Dana') (city) ?",
                "location": {"city": "x"},
                "time": {"month": "05/2024"},
            },
            "Dana, Texas",
            "2024-05",
            None,
        ),
        (
            {
                "question": "How many people in 14/05/2024 (day) in ('Texas', 'Dana (Old Mill)') (city) ?",
                "location": {"city": "x"},
                "time": {"day": "14/05/2024"},
            },
            "Old Mill, Texas",
            "2024-05-14",
            None,
        ),
        (
            {"question": "How many people in 2024 (year) in ('Texas', 'Dana (county)') (city) ?",
             "location": {"city": "x"}, "time": {"year": "2024"}},
            "Dana County, Texas",
            "2024",
            None,
        ),
        (
            {"question": "in 2024 that involve the name Olaf (first) ?", "time": {"year": "2024"},
             "participant": {"first": "Olaf"}},
            None,
            "2024",
            "Olaf *",
        ),
    ],
)  # fmt: skip
def test_a_question_names_a_place_days_or_a_person(
    question: dict[str, Any], place: str | None, days: str | None, name: str | None
) -> None:
    assert (place_of(question), days_of(question), name_of(question)) == (place, days, name)


@pytest.mark.parametrize(
    ("name", "asked_for", "fits"),
    [
        ("Olaf Brenn", {"first": "Olaf"}, True),
        ("Olaf Brenn", {"last": "Brenn"}, True),
        ("Olaf Brenn", {"last": "Olaf"}, False),
        ("Olaf J. Brenn", {"first": "Olaf"}, False),
        ("Olaf Brenn Jr.", {"last": "Brenn"}, False),
        ("Olaf J. Brenn", {"full_name": "Olaf J. Brenn"}, True),
        ("Olaf J. Brenn", None, True),
    ],
)
def test_the_set_has_a_given_name_and_a_surname_of_names_of_two_words(
    name: str, asked_for: dict[str, str] | None, fits: bool
) -> None:
    at = datetime(2024, 5, 2, tzinfo=UTC)
    incident = Incident(id="a", kind="shooting", account_ids=("a",))
    head = Headline(incident=incident, main=True, reports=1, first_at=at, changed_at=at, names=(name,))
    assert bears(head, {"participant": asked_for}) == fits


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Dana, Texas", Place(city="Dana", region="TX", country="US")),
        ("Dana, TX", Place(city="Dana", region="TX", country="US")),
        ("Texas", Place(region="TX", country="US")),
        ("Lyon, France", Place(city="Lyon", country="FR")),
        ("FR", Place(country="FR")),
        ("Lyon", Place(city="Lyon")),
        ("dana, tx", Place(city="dana", region="TX", country="US")),
        ("TEXAS", Place(region="TX", country="US")),
        ("france", Place(country="FR")),
        ("fr", Place(country="FR")),
        ("the United States", Place(country="US")),
        ("Côte d'Ivoire", Place(country="CI")),
        ("Bo", Place(city="Bo")),
        ("BO", Place(country="BO")),
    ],
)
def test_words_name_a_place(words: str, place: Place) -> None:
    assert place_named(words) == place


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("Gent", "Ghent"),
        ("Gand, Belgium", "Ghent, BE"),
        ("Mailand", "Milan"),
        ("Kiev", "Kyiv"),
        ("Bombay", "Mumbai, India"),
    ],
)
def test_a_town_is_asked_for_by_any_of_its_names(words: str, other: str) -> None:
    where, there = asked(place=words).place, asked(place=other).place
    assert where
    assert there
    assert where.latitude is not None
    assert (where.latitude, where.longitude) == (there.latitude, there.longitude)


def test_a_town_of_which_nothing_is_known_is_asked_for_by_its_name_alone() -> None:
    assert asked(place="Lyonn").place == Place(city="Lyonn")
    assert asked(place="Texas").place == Place(region="TX", country="US")


@pytest.mark.parametrize(
    ("words", "town"),
    [("Lyon", None), ("lyon, france", None), ("Cabo Delgado", None), ("France", None), ("Lyonn", "Lyonn")],
)
def test_a_town_that_nobody_knows_is_told(words: str, town: str | None) -> None:
    assert unknown_town(words) == town


@pytest.mark.parametrize(
    "words", [{"place": "Dana, Nowhere"}, {"happened": "May"}, {"slot": "weapon"}, {"kind": "party"}]
)
def test_words_that_name_nothing_are_told(words: dict[str, str]) -> None:
    with pytest.raises(NotFoundError):
        asked(**words)
