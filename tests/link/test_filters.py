"""What is asked for is found by what is known; what is unknown is never found."""

from datetime import UTC, date, datetime

import pytest

from sayso.link import Wanted, day_range, matches
from sayso.model import Finding, Headline, Incident, Moment, Place

AT = datetime(2024, 5, 3, tzinfo=UTC)
DANA = Place(text="Dana", city="Dana", region="NT", country="US")


def head(place: Place | None = DANA, happened: str | None = "2024-05-01") -> Headline:
    """Return a shooting in Dana with two dead and nobody hurt."""
    return Headline(
        incident=Incident(
            id="i", kind="shooting", place=place, happened=(happened and day_range(happened)) or None
        ),
        main=True,
        reports=1,
        first_at=AT,
        changed_at=AT,
        findings=(
            Finding(incident_id="i", slot="killed", role="victim", low=2, best=2, high=2, standing="single"),
            Finding(incident_id="i", slot="injured", role="victim", low=0, best=0, high=0, standing="single"),
        ),
        names=("Olaf Brenn Jr.", "a man"),
    )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), True),
        (Wanted(place=Place(city="dana")), True),
        (Wanted(place=Place(region="NT", country="US")), True),
        (Wanted(place=Place(city="Dana", region="ST")), False),
        (Wanted(place=Place(country="FR")), False),
        (Wanted(happened=day_range("2024")), True),
        (Wanted(happened=day_range("2024-05")), True),
        (Wanted(happened=day_range("2024-05-02")), False),
        (Wanted(happened=day_range("2024-04-20..2024-05-01")), True),
        (Wanted(kind="fire"), False),
        (Wanted(name="Brenn"), True),
        (Wanted(name="olaf brenn"), True),
        (Wanted(name="Ola"), False),
        (Wanted(name="Olaf *"), True),
        (Wanted(name="Brenn *"), False),
        (Wanted(name="* brenn"), True),
        (Wanted(name="* Olaf"), False),
        (Wanted(name="*"), True),
        (Wanted(slot="killed"), True),
        (Wanted(slot="injured"), False),
        (Wanted(slot="missing"), False),
    ],
)
def test_an_incident_is_what_is_asked_for(wanted: Wanted, found: bool) -> None:
    assert matches(head(), wanted) is found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Place(city="Nadana", latitude=51.05, longitude=3.717), True),
        (Place(city="Nadana", country="BE", latitude=51.05, longitude=3.717), True),
        (Place(city="Nadana", country="FR", latitude=51.05, longitude=3.717), False),
        (Place(city="Nadana", latitude=51.05, longitude=3.727), False),
        (Place(city="Nadana"), False),
        (Place(city="Dana", latitude=9.0, longitude=9.0), True),
    ],
)
def test_an_incident_is_found_by_another_name_of_its_town(wanted: Place, found: bool) -> None:
    town = Place(text="Dana", city="Dana", country="BE", latitude=51.05, longitude=3.717, precision="city")
    assert matches(head(place=town), Wanted(place=wanted)) is found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Place(city="olm valley"), True),
        (Place(city="Olm Valley", country="MZ"), True),
        (Place(country="MZ"), True),
        (Place(city="Olm Valley", country="FR"), False),
        (Place(city="Dana"), False),
    ],
)
def test_an_incident_of_which_no_town_is_told_is_found_by_its_province(wanted: Place, found: bool) -> None:
    province = Place(text="Olm Valley", country="MZ", precision="region")
    assert matches(head(place=province), Wanted(place=wanted)) is found


@pytest.mark.parametrize(
    ("wanted", "place", "found"),
    [
        (Place(city="Saint Olm", region="NT"), Place(text="St. Olm", city="St. Olm", region="NT"), True),
        (Place(city="St Olm"), Place(city="Saint Olm"), True),
        (Place(city="Mt. Verd"), Place(city="Mount Verd"), True),
        (Place(city="Fort Verd"), Place(city="Ft Verd"), True),
        (Place(city="Verd-sur-Olm"), Place(city="Verd sur Olm"), True),
        (Place(city="Low Mill", region="NT"), Place(text="Low Mill", city="Dana", region="NT"), True),
        (Place(city="Dana", region="NT"), Place(text="Low Mill", city="Dana", region="NT"), True),
        (Place(city="Low Mill", region="ST"), Place(text="Low Mill", city="Dana", region="NT"), False),
        (Place(city="Low"), Place(text="Low Mill", city="Dana", region="NT"), False),
        (Place(city="Stolm"), Place(city="St Olm"), False),
        (Place(city="Mill"), Place(city="Low Mill"), False),
        (Place(city="Dana"), Place(region="NT"), False),
    ],
)
def test_a_place_goes_by_its_name_written_short_or_long_and_a_part_of_a_city_by_its_own(
    wanted: Place, place: Place, found: bool
) -> None:
    assert matches(head(place=place), Wanted(place=wanted)) is found


def test_what_is_unknown_matches_nothing_that_is_asked() -> None:
    assert not matches(head(place=None), Wanted(place=Place(country="US")))
    assert not matches(head(happened=None), Wanted(happened=day_range("2024")))
    assert not matches(head(happened="2024"), Wanted(happened=day_range("2024-05")))
    assert matches(head(place=None, happened=None), Wanted(slot="killed"))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
        ("2023-12..2024-02-03", date(2023, 12, 1), date(2024, 2, 3)),
    ],
)
def test_days_are_written_as_they_are_known(words: str, first: date, last: date) -> None:
    moment = day_range(words)
    assert (moment.start, moment.end) == (first, last)
    assert isinstance(moment, Moment)


@pytest.mark.parametrize(
    "words", ["", "May", "2024-13", "2024-02-30", "2024-05..2024-04", "24-05-01", "2024-00", "0000"]
)
def test_days_that_no_calendar_has_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"give a year, a month or a day|the first day comes after"):
        day_range(words)


def test_a_count_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no such count"):
        matches(head(), Wanted(slot="weapon"))
