"""Who says in other words what a figure says is a voice for it, and changes no figure."""

import pytest
from tests.settle.rows import Book, shown

from sayso.model import Finding


def test_the_hurt_who_are_in_critical_condition_elsewhere_are_hurt_there_as_well() -> None:
    book = Book()
    book.say("north", 0, "police: injured 1", "police said his brother was wounded")
    book.say("south", 1, "critical 1", "the brother is in critical condition")
    assert shown(book.finding("injured")) == "1|1|1 agreed 2"


def test_some_of_the_hurt_who_are_in_critical_condition_carry_no_number_of_all() -> None:
    book = Book()
    book.say("north", 0, "police: injured 5", "police said five were wounded")
    book.say("south", 1, "critical 2", "two are in critical condition")
    assert shown(book.finding("injured")) == "5|5|5 single 1"


def test_an_outlet_that_tells_how_those_fare_whom_it_quotes_a_speaker_for_is_no_voice() -> None:
    book = Book()
    book.say("north", 0, "police: injured 1", "police said a woman was wounded")
    book.say("north", 0, "critical 1", "she is in critical condition")
    assert shown(book.finding("injured")) == "1|1|1 single 1"


def held(book: Book) -> Finding | None:
    """Return the finding on the attackers who are held."""
    return book.finding("detained", "attacker")


def test_a_prosecutor_who_has_charged_the_one_who_is_held_says_that_he_is() -> None:
    book = Book()
    book.say("north", 0, "detained/attacker 1", "Olaf Brenn was arrested on Monday", who="Olaf Brenn")
    book.say("south", 90, "prosecutors: suspect Olaf Brenn", "Olaf Brenn is charged", code="charged")
    assert shown(held(book)) == "1|1|1 agreed 2"


@pytest.mark.parametrize(
    ("people", "suspect", "code", "voices"),
    [
        (1, "Olaf Brenn", "charged", 2),
        (1, "the suspect", "charged", 2),
        (1, "a 29-year-old man", "charged", 2),
        (1, "Rolf Immer", "charged", 1),
        (1, "Olaf Brenn", "convicted", 1),
        (1, "Olaf Brenn", "identified", 1),
        (2, "the suspect", "charged", 1),
        (0, "the suspect", "charged", 1),
    ],
)
def test_an_outlet_that_tells_of_the_charge_knows_that_the_one_who_was_arrested_is_held(
    people: int, suspect: str, code: str, voices: int
) -> None:
    book = Book()
    book.say("north", 0, f"police: detained/attacker {people}", "Olaf Brenn was arrested", who="Olaf Brenn")
    book.say("south", 90, f"suspect {suspect}", f"{suspect} was charged", code=code)
    assert shown(held(book)).endswith(f"{'agreed' if voices > 1 else 'single'} {voices}")


def test_a_charge_against_somebody_else_tells_nothing_of_the_one_who_is_held() -> None:
    book = Book()
    book.say("north", 0, "detained/attacker 1", "Olaf Brenn was arrested on Monday", who="Olaf Brenn")
    book.say("south", 90, "prosecutors: suspect Rolf Immer", "Rolf Immer is charged", code="charged")
    assert shown(held(book)) == "1|1|1 single 1"


def test_the_police_whose_suspect_is_at_large_agree_that_nobody_is_held() -> None:
    book = Book()
    book.say("north", 0, "detained/attacker 0", "no arrests have been made")
    book.say("south", 1, "police: suspect the gunman", "the gunman is still at large", code="at-large")
    assert shown(held(book)) == "0|0|0 agreed 2"
    book.say("east", 9, "police: detained/attacker 1", "police said they had arrested the gunman")
    assert shown(held(book)) == "1|1|1 single 1"


def test_a_neighbour_who_saw_the_suspect_flee_does_not_know_who_is_held() -> None:
    book = Book()
    book.say("north", 0, "detained/attacker 0", "no arrests have been made")
    book.say("south", 1, "witness: suspect a man", "a man ran off", code="at-large")
    assert shown(held(book)) == "0|0|0 single 1"
