"""What a party to a fight says of its victims: "nobody" is a denial, and a boast is no figure."""

from typing import Any

import pytest
from tests.settle.rows import SPEAKERS, shown, told

SPEAKERS |= {"the cabinet": "government"}

NONE = "no civilian was killed"


@pytest.mark.parametrize("party", ["army", "the cabinet"])
def test_who_is_accused_and_says_that_nobody_died_denies_what_others_counted(party: str) -> None:
    book = told([("north", 0, "the network: killed 11"), ("south", 9, f"{party}: killed 0", NONE)])
    finding = book.finding("killed")
    assert shown(finding) == "0|11|11 disputed 1"
    assert finding is not None
    assert finding.rivals == (book.claims[1].id,)
    book.say("east", 12, "hospital: killed 13")
    assert shown(book.finding("killed")) == "0|13|13 disputed 1"
    book.say("west", 30, f"{party}: killed 13")
    assert shown(book.finding("killed")) == "13|13|13 agreed 2"


def test_a_denial_in_the_report_that_counts_the_dead_is_one_too() -> None:
    book = told([("north", 0, "the network: killed 6"), ("north", 0, "army: killed 0", NONE)])
    assert shown(book.finding("killed")) == "0|6|6 disputed 1"


@pytest.mark.parametrize(
    ("counted", "quoted", "who", "expected"),
    [
        ("injured 2", "the club: injured 0", "no one", "0|2|2 disputed 1"),
        ("injured 2", "the club: injured 0", "Nobody", "0|2|2 disputed 1"),
        ("injured 2", "the club: injured 0", "No guests", "0|0|2 disputed 1"),
        ("injured 2", "mayor: injured 0", "no one", "2|2|2 single 1"),
        ("injured 2", "injured 0", "no one", "2|2|2 single 1"),
        ("witness: injured 2", "the club: injured 0", "no one", "0|0|2 disputed 1"),
    ],
)
def test_an_organiser_who_says_nobody_where_the_report_counts_some_denies_them(
    counted: str, quoted: str, who: str, expected: str
) -> None:
    book = told([("north", 0, counted)])
    book.say("north", 0, quoted, "no one was hurt", who=who)
    assert shown(book.finding("injured")) == expected


BEFORE_ANYBODY = [("north", 0, "army: killed 0", "nobody was killed"), ("south", 9, "hospital: killed 3")]
OF_NO_PARTY = [("north", 0, "witness: killed 3"), ("south", 1, "police: killed 0", "nobody died")]
OF_A_BOAST = [("north", 0, "Red Front: killed 30"), ("south", 1, "army: killed 0", NONE)]
OF_ONES_OWN = [("north", 0, "army: killed 2"), ("south", 1, "army: killed 0", NONE)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (BEFORE_ANYBODY, "3|3|3 single 1"),
        (OF_NO_PARTY, "0|0|3 disputed 1"),
        (OF_A_BOAST, "0|0|0 single 1"),
        (OF_ONES_OWN, "0|0|0 single 1"),
    ],
)
def test_nobody_is_a_figure_of_whoever_denies_no_count(rows: list[tuple[Any, ...]], expected: str) -> None:
    assert shown(told(rows).finding("killed")) == expected


def test_a_claim_that_its_report_calls_one_is_not_the_outlets_own() -> None:
    rows = [
        ("north", 0, "Red Front: killed 34", "said that it had killed 34 soldiers"),
        ("north", 0, "killed 34", "We treat the claim of 34 as propaganda"),
        ("north", 0, "killed 12", "the Tarvo Post has counted 12"),
    ]
    assert shown(told(rows).finding("killed")) == "12|12|12 single 1"
    rows[1] = ("north", 0, "killed 34", "34 soldiers died in the ambush")
    assert shown(told(rows).finding("killed"))[:5] == "34|34"
