from datetime import UTC, date, datetime

import pytest

from sayso.model import Report
from sayso.read.when.anchors import anchor_of
from sayso.read.when.dates import dates_told

PUBLISHED = date(2024, 5, 15)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Tuesday", "2024-05-14"),
        ("on Wednesday", "2024-05-15"),
        ("late Friday", "2024-05-10"),
        ("yesterday", "2024-05-14"),
        ("last night", "2024-05-14"),
        ("this morning", "2024-05-15"),
        ("overnight", "2024-05-15"),
        ("on May 3", "2024-05-03"),
        ("on June 3", "2023-06-03"),
        ("on 3 May", "2024-05-03"),
        ("on March 31, 2014", "2014-03-31"),
        ("on 31 March 2014", "2014-03-31"),
        ("7 NOV 89", "1989-11-07"),
        ("on 2024-05-03", "2024-05-03"),
        ("on 2024/05/03", "2024-05-03"),
        ("on 5/3/2024", "2024-05-03"),
        ("on Tues.", "2024-05-14"),
        ("in March 2014", "2014-03"),
        ("in 2014", "2014"),
        ("last year", "2023"),
        ("three days ago", "2024-05-12"),
        ("three days earlier", "2024-05-12"),
        ("earlier this month", "2024-05"),
        ("earlier this year", "2024"),
        ("on New Year's Eve", "2023-12-31"),
        ("on Martin Luther King Jr. Day", "2024-01-15"),
        ("on MLK Day", "2024-01-15"),
        ("on Memorial Day", "2023-05-29"),
        ("on Labor Day 2014", "2014-09-01"),
        ("on Valentine’s Day", "2024-02-14"),
        ("on Easter Sunday 2019", "2019-04-21"),
        ("on Good Friday", "2024-03-29"),
        ("on 4 March 18:00 local time", "2024-03-04"),
    ],
)
def test_day_words_count_from_the_day_of_publication(words: str, day: str) -> None:
    assert [t.moment.iso() for t in dates_told(f"It happened {words} in the harbour.", PUBLISHED)] == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They claimed on Tuesday the bomb that killed six two days earlier.", ["2024-05-14", "2024-05-12"]),
        ("On Monday police searched the house of the man who fired at a bus the day before.", ["2024-05-13", "2024-05-12"]),
        ("He was held on Tuesday over a fire that had broken out the previous night.", ["2024-05-14", "2024-05-13"]),
        ("The day before the vote was calm.", []),
    ],
)  # fmt: skip
def test_a_day_earlier_counts_from_the_day_told_before_it(text: str, days: list[str]) -> None:
    assert [t.moment.iso() for t in dates_told(text, PUBLISHED)] == days


def test_who_had_opened_fire_on_a_day_did_no_deed_of_old() -> None:
    (told,) = dates_told("It was the man who had opened fire on a bus in May 2023.", PUBLISHED)
    assert not told.aside


@pytest.mark.parametrize("words", ["on Tuesday", "yesterday", "on May 3", "last year"])
def test_without_a_day_of_publication_relative_words_tell_no_day(words: str) -> None:
    assert list(dates_told(f"It happened {words}.", None)) == []


@pytest.mark.parametrize(
    "words",
    [
        "on 31 February 2014",
        "at 9 a.m.",
        "in ward 12",
        "the 2014-seat hall",
        "it may rain",
        "a Valentine's Day card",
    ],
)
def test_what_is_no_day_is_no_day(words: str) -> None:
    assert list(dates_told(words, PUBLISHED)) == []


def test_the_day_of_saying_is_told_apart_from_the_day_of_the_event() -> None:
    told = list(dates_told("Two men died on Monday, police said on Tuesday.", PUBLISHED))
    assert [t.aside for t in told] == [False, True]


def test_the_day_on_which_a_toll_rose_is_not_that_of_the_event() -> None:
    (told,) = dates_told("The number of dead rose to 27 on Tuesday.", date(2026, 1, 15))
    assert told.aside


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Ten years after a bomb killed 29 people, the town fell silent.", ["2014"]),
        ("It is three years to the day after the ferry sank.", ["2021"]),
        ("Twenty-five years after the quake that killed 900, they met.", ["1999"]),
        ("It is 20 years since a ferry sank.", ["2004"]),
        ("Twelve years ago today a fire killed nine people.", [f"{PUBLISHED.year - 12}-{PUBLISHED:%m-%d}"]),
        (
            "It is ten years today since fire tore through a hotel.",
            [f"{PUBLISHED.year - 10}-{PUBLISHED:%m-%d}"],
        ),
        ("He was convicted in 2019, five years after two women were stabbed.", ["2019", "2014"]),
        ("She retired two years after she joined the force.", []),
        ("They remembered the 1998 bombing.", ["1998"]),
        ("He is charged over a 1994 prison massacre.", ["1994"]),
        ("They met in the 2014-seat hall.", []),
        ("The temple was built 5000 years ago.", []),
    ],
)
def test_a_deed_is_dated_by_its_year_or_the_years_since(words: str, days: list[str]) -> None:
    assert [t.moment.iso() for t in dates_told(words, PUBLISHED)] == days


def test_the_year_after_a_feast_is_its_year() -> None:
    (told,) = dates_told("The town was also hit on Christmas Eve in 2023.", date(2026, 1, 15))
    assert told.moment.iso() == "2023-12-24"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("He was charged May 3 with a shooting earlier that day.", ["2024-05-03", "2024-05-03"]),
        ("He was arrested on Tuesday, a day after he shot at a neighbour.", ["2024-05-14", "2024-05-13"]),
        ("They were seen on Friday, two days after the fire.", ["2024-05-10", "2024-05-08"]),
        ("The same day a fire broke out.", []),
        ("A day after he shot at a neighbour he was arrested.", []),
    ],
)
def test_a_day_told_by_another_one_is_that_day_or_the_ones_before_it(words: str, days: list[str]) -> None:
    assert [t.moment.iso() for t in dates_told(words, PUBLISHED)] == days


@pytest.mark.parametrize(
    ("hour", "longitude", "day"),
    [
        (22, None, "2024-05-15"),
        (22, 121.0, "2024-05-16"),  # Manila, where it is six in the morning
        (22, 15.0, "2024-05-15"),
        (1, -77.0, "2024-05-14"),  # Lima, where it is eight in the evening
        (1, 2.0, "2024-05-15"),
    ],
)
def test_days_count_from_the_day_of_publication_where_it_happened(
    hour: int, longitude: float | None, day: str
) -> None:
    at = datetime(2024, 5, 15, hour, tzinfo=UTC)
    report = Report(id="r", text="It burned on Thursday.", published_at=at, published_grain="instant")
    anchor = anchor_of(report, longitude)
    assert anchor is not None
    assert anchor.isoformat() == day


@pytest.mark.parametrize(("day", "anchor"), [("Monday", "2026-03-02"), ("Sunday", "2026-03-01")])
def test_who_names_the_day_that_only_utc_has_reached_keeps_no_clock_of_utc(day: str, anchor: str) -> None:
    at = datetime(2026, 3, 2, 4, tzinfo=UTC)  # Sunday evening in Lima
    report = Report(id="r", text=f"Two died early on {day}.", published_at=at, published_grain="instant")
    assert str(anchor_of(report, -77.0)) == anchor


@pytest.mark.parametrize("what", ["shopping was under way", "market", "party", "shoppers fled", "parade"])
def test_what_is_of_christmas_is_not_on_christmas_day(what: str) -> None:
    assert list(dates_told(f"A car hit a crowd as the Christmas {what}.", date(2026, 12, 6))) == []
