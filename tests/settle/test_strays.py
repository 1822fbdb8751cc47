"""Numbers that stand alone against the headlines."""

import pytest
from tests.settle.rows import Book


@pytest.mark.parametrize(
    "headlines", [("Officer killed at lake",), ("Guest killed at lake", "78-year-old found dead at lake")]
)
def test_a_headline_on_one_officer_or_on_each_of_two_holds_against_no_number(
    headlines: tuple[str, ...],
) -> None:
    book = Book()
    for headline in headlines:
        book.say("north", 5, "killed 1", headline, who=headline.split(" ")[0], headline=True)
    book.say("north", 5, "police: killed 2", "the man killed two people", who="two people")
    finding = book.finding("killed")
    assert finding is not None
    assert finding.best == 2


@pytest.mark.parametrize(
    ("who", "best"),
    [
        ("A judge and her guard", 2),
        ("Ana Bern and Ugo Hale", 2),
        ("the mayor and a driver", 2),
        ("two people", 1),
        ("2 men", 1),
    ],
)
def test_people_who_are_told_one_beside_the_other_are_no_toll_of_something_else(who: str, best: int) -> None:
    book = Book()
    for hour in (3, 9):
        book.say("north", hour, "killed 1", "Judge shot dead", who="Judge", headline=True)
    book.say("north", 3, "prosecutors: killed 2", f"{who} were shot dead", who=who)
    finding = book.finding("killed")
    assert finding is not None
    assert finding.best == best
