"""An increment is no toll: it replaces none, and is added where the sum is sure."""

from typing import Any

import pytest
from tests.settle.rows import Book, shown

Rows = list[tuple[Any, ...]]

NINE = ("north", 0, "police: killed 9", "A bomb killed nine people", "nine people")
HURT = ("north", 0, "police: injured 58", "A bomb wounded 58 people", "58 people")
TWO_MORE = "Two more people have died of their wounds"

TABLE: list[tuple[str, str, Rows, str]] = [
    (
        "two more of the same speaker are added",
        "killed",
        [NINE, ("south", 20, "police: killed 2", TWO_MORE, "Two more people")],
        "11|11|11 single 1",
    ),
    (
        "two more of another speaker are added",
        "killed",
        [NINE, ("south", 20, "hospital: killed 2", TWO_MORE, "Two more people")],
        "11|11|11 single 1",
    ),
    (
        "the same two more of two speakers are two",
        "killed",
        [
            NINE,
            ("south", 20, "hospital: killed 2", TWO_MORE, "Two more people"),
            ("east", 21, "police: killed 2", TWO_MORE, "Two more people"),
        ],
        "11|11|11 agreed 2",
    ),
    (
        "a later three more are added to what two more made",
        "killed",
        [
            NINE,
            ("south", 20, "police: killed 2", TWO_MORE, "Two more people"),
            ("east", 44, "police: killed 3", "A further three patients died", "A further three patients"),
        ],
        "14|14|14 single 1",
    ),
    (
        "two of the wounded who died are added",
        "killed",
        [NINE, ("south", 20, "police: killed 2", "Two of the wounded have died", "Two of the wounded")],
        "11|11|11 single 1",
    ),
    (
        "the bodies of five of the missing are added",
        "killed",
        [NINE, ("south", 20, "police: killed 5", "They found the bodies of five of the missing", "five")],
        "14|14|14 single 1",
    ),
    (
        "two who died in care are among all whom the same speaker counts",
        "killed",
        [
            ("north", 0, "mayor: killed 12", "Twelve people have died", "Twelve people"),
            ("north", 0, "mayor: killed 2", "two people died in the intensive care unit", "two people"),
        ],
        "12|12|12 single 1",
    ),
    (
        "another body is added",
        "killed",
        [NINE, ("south", 20, "rescuers: killed 1", "Another body was recovered", "Another body")],
        "10|10|10 single 1",
    ),
    (
        "two more on top of at least nine are at least eleven",
        "killed",
        [
            ("north", 0, "police: killed 9+", "A bomb killed at least nine people", "at least nine people"),
            ("south", 20, "police: killed 2", TWO_MORE, "Two more people"),
        ],
        "11|11|- single 1",
    ),
    (
        "two more before anybody counts are two at least",
        "killed",
        [("south", 20, "police: killed 2", TWO_MORE, "Two more people")],
        "2|2|- single 1",
    ),
    (
        "two more are no rival of a later toll",
        "killed",
        [
            ("south", 0, "police: killed 2", TWO_MORE, "Two more people"),
            ("north", 9, "hospital: killed 11", "The bomb killed 11", "11"),
        ],
        "11|11|11 single 1",
    ),
    (
        "two more are not added where tolls are at odds",
        "killed",
        [
            NINE,
            ("west", 1, "hospital: killed 12", "The bomb killed 12 people", "12 people"),
            ("east", 2, "police: killed 9", "The bomb killed nine people", "nine people"),
            ("south", 20, "police: killed 2", TWO_MORE, "Two more people"),
        ],
        "9|9|12 disputed 1",
    ),
    (
        "two of the wounded are not added to a toll that has risen by two since",
        "killed",
        [
            NINE,
            ("east", 5, "police: killed 11", "The toll has risen to 11", "11"),
            ("south", 20, "hospital: killed 2", "Two of the wounded have died", "Two of the wounded"),
        ],
        "11|11|11 single 1",
    ),
    (
        "two more whom their report takes into its toll are not added again",
        "killed",
        [
            NINE,
            ("south", 20, "police: killed 2", TWO_MORE, "Two more people"),
            ("south", 20, "police: killed 11", "bringing the toll to 11", "11"),
        ],
        "11|11|11 single 1",
    ),
    (
        "a toll of the outlet's that two more make is the speaker's too",
        "killed",
        [
            NINE,
            ("south", 20, "police: killed 2", TWO_MORE, "Two more people"),
            ("south", 20, "killed 11", "The bombing killed 11 people", "11 people"),
        ],
        "11|11|11 single 1",
    ),
    (
        "those who died in hospital do not lower the toll",
        "killed",
        [NINE, ("south", 20, "police: killed 2", "Two people died in hospital", "Two people")],
        "9|9|9 single 1",
    ),
    (
        "bodies found do not lower the toll of him who tells of them",
        "killed",
        [NINE, ("south", 20, "police: killed 4", "Four bodies were found", "Four bodies")],
        "9|9|9 single 1",
    ),
    (
        "another speaker's count of bodies is a rival",
        "killed",
        [NINE, ("south", 20, "hospital: killed 4", "Four bodies were brought in", "Four bodies")],
        "4|4|9 disputed 1",
    ),
    (
        "a headline on the wounded who died goes with its text",
        "killed",
        [
            NINE,
            ("south", 20, "police: killed 2", "Two of the wounded have died", "Two of the wounded"),
            ("south", 20, "killed 2", "Two dead", "Two", True),
        ],
        "11|11|11 single 1",
    ),
    (
        "a man and then three more in one report are no increment",
        "killed",
        [
            ("north", 0, "police: killed 4", "Four people were killed", "Four people"),
            ("south", 20, "police: killed 1", "He shot his wife", "his wife"),
            ("south", 20, "police: killed 3", "Three more people died", "three more people"),
        ],
        "3|3|3 single 1",
    ),
    (
        "four more killed in a city are a toll",
        "killed",
        [
            ("north", 0, "killed 4", "Four people were killed", "Four people"),
            ("south", 1, "killed 4", "4 more killed in Tarvo", "4 more"),
        ],
        "4|4|4 agreed 2",
    ),
    (
        "the wounded of whom some died are fewer, also where a report counts them again",
        "injured",
        [
            NINE,
            HURT,
            (
                "south", 20, "police: killed 2", "Two of the 58 people wounded have died", "Two", False,
                "the 58 people wounded",
            ),
            ("south", 20, "police: injured 58", "Two of the 58 people wounded have died", "the 58 people"),
        ],
        "56|56|56 single 1",
    ),
    (
        "the wounded who died take the place of no count of the wounded",
        "injured",
        [
            HURT,
            ("south", 20, "police: injured 2", "Two people hurt in the blast died in hospital", "Two people"),
        ],
        "58|58|58 single 1",
    ),
    (
        "the children among the wounded take the place of no count of the wounded",
        "injured",
        [HURT, ("south", 20, "police: injured 10", "Ten of the wounded are children", "Ten of the wounded")],
        "58|58|58 single 1",
    ),
    (
        "two more rescued are added",
        "rescued",
        [
            ("north", 0, "police: rescued 3", "Three miners were rescued", "Three miners"),
            ("south", 20, "police: rescued 2", "Two more miners were pulled out alive", "Two more miners"),
        ],
        "5|5|5 single 1",
    ),
    (
        "eight who were missing and are found alive are added",
        "rescued",
        [
            ("north", 0, "police: rescued 71", "71 people were rescued", "71 people"),
            (
                "south",
                20,
                "police: rescued 8",
                "Eight people missing since the ferry sank were found alive",
                "Eight people",
            ),
        ],
        "79|79|79 single 1",
    ),
    (
        "the remaining hostages who are freed are added to those before, whoever tells of them again",
        "rescued",
        [
            ("north", 0, "police: rescued 5", "Five hostages were freed", "Five hostages"),
            (
                "south",
                2,
                "police: rescued 13",
                "freed the remaining 13 hostages",
                "the remaining 13 hostages",
            ),
            ("east", 3, "President Ann Hale: rescued 13", "freeing 13 hostages", "13 hostages"),
        ],
        "18|18|18 agreed 2",
    ),
    (
        "another nine who were rescued, besides the dead, are all who were",
        "rescued",
        [
            ("north", 0, "police: rescued 9", "Another nine were rescued", "Another nine"),
            ("south", 20, "killed 4", "killing four", "four"),
            ("south", 20, "police: rescued 9", "and another nine were rescued", "another nine"),
        ],
        "9|9|9 single 1",
    ),
]  # fmt: skip


def told(rows: Rows) -> Book:
    """Return a book of rows: outlet, hour, what is said, words, who[, headline[, part of]]."""
    book = Book()
    for outlet, hour, said, words, who, *rest in rows:
        headline, part_of = [*rest, None][:2] if rest else (False, None)
        book.say(outlet, hour, said, words, who=who, headline=headline, part_of=part_of)
    return book


@pytest.mark.parametrize(
    ("slot", "rows", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
@pytest.mark.parametrize("turned", [False, True])
def test_what_an_increment_makes(slot: str, rows: Rows, expected: str, turned: bool) -> None:
    book = told(rows)
    order = range(len(rows))
    found = [f for f in book.findings(list(order)[::-1] if turned else None) if f.slot == slot]
    assert [shown(finding) for finding in found] == [expected]


def test_a_sum_shows_how_it_comes_about_and_what_it_was_before() -> None:
    rows = [NINE, HURT, ("south", 20, "police: killed 2", TWO_MORE, "Two more people")]
    book = told(rows)
    dead, hurt = book.finding("killed"), book.finding("injured")
    assert dead is not None
    assert dead.derivation == "9 + 2 who died since"
    assert (dead.support, dead.trail) == ((book.claims[2].id,), (book.claims[0].id,))
    assert hurt is not None
    assert (hurt.best, hurt.derivation) == (56, "58 - 2 who died")
