"""Which figures still stand, and the span that they leave."""

from typing import Any

import pytest
from msgspec.structs import replace
from tests.settle.rows import Book, shown, told


def by_day(rows: list[tuple[Any, ...]]) -> Book:
    """Return a book of rows whose reports tell the day on which they were published, not the hour."""
    book = told(rows)
    for key, report in book.reports.items():
        midnight = report.published_at.replace(hour=0) if report.published_at else None
        book.reports[key] = replace(report, published_at=midnight, published_grain="day")
    return book


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("north", 0, "killed 3"), ("south", 1, "killed 5")], "5|5|5 single 1"),
        ([("north", 0, "killed 3"), ("south", 1, "police: killed 5")], "5|5|5 single 1"),
        ([("north", 0, "police: killed 3"), ("south", 1, "killed 5")], "3|3|5 disputed 1"),
        ([("north", 0, "killed 3"), ("south", 30, "killed 5")], "5|5|5 single 1"),
    ],
)
def test_of_two_counts_of_one_day_the_higher_is_the_later_one(
    rows: list[tuple[Any, ...]], expected: str
) -> None:
    assert shown(by_day(rows).finding("killed")) == expected


def test_nobody_and_somebody_on_one_day_are_a_dispute() -> None:
    book = by_day([("north", 0, "the club: injured 0"), ("south", 0, "police: injured 2")])
    assert shown(book.finding("injured")) == "0|2|2 disputed 1"


def test_one_report_that_holds_two_counts_is_not_later_than_itself() -> None:
    book = by_day([("north", 0, "killed 3"), ("north", 0, "the club: killed 5")])
    finding = book.finding("killed")
    assert finding is not None
    assert finding.standing == "disputed"


def test_two_floors_of_one_day_stand_side_by_side() -> None:
    rows = [("north", 0, "injured 90+", "at least 90 hurt"), ("south", 0, "injured 101+", "over 100 hurt")]
    assert shown(by_day(rows).finding("injured")) == "101|101|- agreed 1"


def test_words_are_left_behind_by_a_figure_of_another_day() -> None:
    words = ("north", 0, "killed 24+", "dozens died")
    assert shown(told([words, ("south", 2, "killed 85")]).finding("killed")) == "85|85|85 agreed 1"
    assert shown(told([words, ("south", 40, "killed 85")]).finding("killed")) == "85|85|85 single 1"


def test_about_so_many_goes_with_a_count_near_it() -> None:
    book = told([("north", 0, "police: injured 61")])
    book.say("south", 1, "injured 60", "about 60 were hurt", certainty="probable")
    assert shown(book.finding("injured")) == "61|61|61 agreed 1"
    book = told([("north", 0, "police: injured 91")])
    book.say("south", 1, "injured 60", "about 60 were hurt", certainty="probable")
    assert shown(book.finding("injured")) == "60|91|91 disputed 1"


def test_about_so_many_is_left_behind_by_a_count_of_another_day() -> None:
    book = Book()
    book.say("north", 0, "killed 60", "about 60 died", certainty="probable")
    book.say("south", 40, "killed 62")
    assert shown(book.finding("killed")) == "62|62|62 single 1"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the toll has risen to 24", "24|24|24 single 1"),
        ("the number of dead climbed from 20 to 24", "24|24|24 single 1"),
        ("24 people died, up from 20", "24|24|24 single 1"),
        ("the toll surged to 24", "24|24|24 single 1"),
        ("the number of deaths has more than doubled to 24", "24|24|24 single 1"),
        ("24 people died", "20|20|24 disputed 1"),
        ("24 people climbed the hill to hide and died", "20|20|24 disputed 1"),
    ],
)
def test_a_toll_that_has_risen_takes_the_place_of_a_lower_one_whoever_gives_it(
    words: str, expected: str
) -> None:
    book = told([("north", 0, "police: killed 20"), ("south", 3, "killed 24", words)])
    assert shown(book.finding("killed")) == expected


def test_a_toll_that_had_risen_before_is_no_later_word() -> None:
    book = told([("south", 0, "killed 24", "the toll has risen to 24"), ("north", 3, "police: killed 20")])
    assert shown(book.finding("killed")) == "20|20|24 disputed 1"


def test_an_outlet_contradicts_itself_as_long_as_its_last_report_does() -> None:
    book = told([("north", 0, "killed 31"), ("south", 0, "killed 31")])
    book.say("south", 2, "killed 30", "30 killed", who="30", headline=True)
    book.say("south", 2, "killed 31", "31 people died", who="31 people")
    assert shown(book.finding("killed")) == "30|31|31 disputed 2"
    book.say("south", 4, "killed 31", "31 people died", who="31 people")
    assert shown(book.finding("killed")) == "31|31|31 agreed 2"


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("killed 60+", "police: killed 41", "41|41|41 single 1"),
        ("killed 60", "killed 41", "41|41|41 single 1"),
        ("police: killed 60", "killed 41", "41|60|60 disputed 1"),
    ],
)
def test_those_feared_dead_do_not_stand_against_those_counted_since(
    first: str, then: str, expected: str
) -> None:
    book = Book()
    book.say("north", 0, first, "60 people are feared dead", certainty="probable", who="60 people")
    book.say("south", 3, then, "41 people were killed", who="41 people")
    assert shown(book.finding("killed")) == expected


def test_a_toll_that_was_told_as_certain_is_not_left_behind_by_a_lower_one() -> None:
    book = told([("north", 0, "killed 60"), ("south", 9, "killed 41")])
    finding = book.finding("killed")
    assert finding is not None
    assert finding.standing == "disputed"


def test_hours_later_who_is_in_care_need_not_be_told_by_the_hospital() -> None:
    rows = [("north", 0, "hospital: critical 3"), ("north", 3, "critical 2")]
    assert shown(told(rows).finding("critical")) == "2|2|2 single 1"
    assert shown(told([rows[0], ("north", 1, "critical 2")]).finding("critical")) == "2|3|3 disputed 1"


@pytest.mark.parametrize("slot", ["killed", "injured"])
def test_the_higher_figure_of_some_hours_later_is_news_whoever_gives_it(slot: str) -> None:
    rows = [("north", 0, f"police: {slot} 14"), ("south", 4, f"{slot} 16")]
    assert shown(told(rows).finding(slot)) == "16|16|16 single 1"
    assert shown(told([rows[0], ("south", 2, f"{slot} 16")]).finding(slot)) == "14|14|16 disputed 1"
    assert shown(told([rows[0], ("south", 9, f"{slot} 12")]).finding(slot)) == "12|14|14 disputed 1"


def test_those_told_of_one_by_one_who_are_more_than_were_counted_are_shown_beside_the_count() -> None:
    rows = [("north", 0, "police: killed 2"), ("south", 1, "killed 3", "three Torvians were killed")]
    finding = told(rows).finding("killed")
    assert finding is not None
    assert (finding.best, finding.standing, len(finding.rivals)) == (2, "disputed", 1)


def test_so_few_rescued_after_many_come_on_top_of_them() -> None:
    rows = [("north", 0, "rescued 16"), ("south", 20, "rescued 3")]
    assert shown(told(rows).finding("rescued")) == "16|16|16 single 1"
    assert shown(told([rows[0], ("south", 20, "rescued 9")]).finding("rescued")) == "9|9|16 disputed 1"


def test_an_old_figure_that_a_report_repeats_beside_a_newer_one_is_no_news() -> None:
    rows = [
        ("north", 0, "police: killed 14"),
        ("south", 9, "Mayor Iris Bolt: killed 52"),
        ("south", 9, "police: killed 14"),
    ]
    assert shown(told(rows).finding("killed")) == "52|52|52 single 1"


@pytest.mark.parametrize(
    ("slot", "finding"),
    [
        ("attackers/attacker", "50|50|50 agreed 1"),
        ("injured", "50|50|50 single 1"),
        ("killed", "50|50|50 single 1"),
    ],
)
def test_only_of_those_who_did_it_a_bare_word_vouches_for_any_number(slot: str, finding: str) -> None:
    book = told([("north", 0, f"{slot} 3+", "several men"), ("south", 1, f"police: {slot} 50", "fifty men")])
    assert shown(book.finding(*(slot.split("/") if "/" in slot else (slot,)))) == finding


def test_gunmen_who_attacked_two_villages_are_not_two() -> None:
    book = told([])
    book.say("north", 0, "attackers/attacker 2+", "Gunmen attacked two villages", who="Gunmen")
    assert shown(book.finding("attackers", "attacker")) == "2|-|- single 1"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("north", 0, "witness: killed 20+"), ("south", 30, "hospital: killed 9")], "9|9|9 single 1"),
        ([("north", 0, "witness: killed 20+"), ("south", 6, "hospital: killed 9")], "9|9|- disputed 1"),
        ([("north", 0, "family: killed 20+"), ("south", 30, "hospital: killed 9")], "9|9|- disputed 1"),
        ([("north", 0, "witness: killed 20+"), ("south", 30, "hospital: killed 9+")], "20|20|- agreed 1"),
        ([("north", 0, "witness: hostages 20+"), ("south", 30, "police: hostages 18")], "18|18|- disputed 1"),
    ],
)
def test_a_floor_of_witnesses_that_a_count_has_not_reached_in_a_day_opens_no_span(
    rows: list[tuple[Any, ...]], expected: str
) -> None:
    assert shown(told(rows).finding(rows[0][2].split()[1])) == expected
