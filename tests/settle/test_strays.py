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


@pytest.mark.parametrize(
    ("mentioned_at", "killed", "best"),
    [
        (5, "", None),  # before the last report on it, which has hurt only
        (12, "", 9),  # news
        (5, "killed 1", 9),
    ],
)
def test_the_dead_whom_a_report_on_something_else_mentions_are_not_of_an_incident_of_hurt_only(
    mentioned_at: float, killed: str, best: int | None
) -> None:
    book = Book()
    for hour in (3, 9):
        book.say("north", hour, "injured 8", "eight people were wounded in the park")
    if killed:
        book.say("north", 9, killed, "a guard died")
    book.say("south", mentioned_at, "killed 9", "at least nine died over the weekend")
    book.aside.add(f"south@{mentioned_at:g}")
    finding = book.finding("killed")
    assert (finding and finding.best) == best


def test_two_whom_a_text_names_are_more_than_the_one_of_its_headline() -> None:
    book = Book()
    book.say("north", 3, "injured 1", "Girl, 6, shot by accident", who="Girl, 6", headline=True)
    book.say(
        "north", 3, "injured 2", "a bullet hit both Bern and the girl", who="both Bern and the six-year-old"
    )
    finding = book.finding("injured")
    assert finding is not None
    assert finding.best == 2
