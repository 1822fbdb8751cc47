"""People who leave one count for another."""

import pytest
from msgspec.structs import replace
from tests.settle.rows import Book, shown


@pytest.mark.parametrize(
    ("words", "number", "left"),
    [
        ("the body of a man was found under a wall", 1, 2),
        ("the man's body was identified by his sister", 1, 2),
        ("four bodies have been recovered so far", 4, 2),
        ("a woman found in the courtyard died on the way", 1, 2),
        ("bodies were found by crews last Tuesday", 1, 2),
        ("the four bodies were identified", 4, 2),
        ("the two dead were found by a neighbour", 1, 2),
        ("the bodies of both were found under a wall", 2, 0),
        ("the two workers were found dead", 2, 0),
        ("the bodies of two men were recovered", 2, 0),
        ("the last missing person was found dead", 1, 0),
        ("rescuers searching for them found their bodies", 2, 0),
        ("the remaining two were found by divers", 2, 0),
        ("the two others were found in the cellar", 2, 0),
        ("those trapped below were found dead", 2, 0),
    ],
)
def test_a_toll_that_rises_does_not_tell_that_the_missing_were_found(
    words: str, number: int, left: int
) -> None:
    book = Book()
    book.say("north", 0, "police: killed 3", "three were killed")
    book.say("north", 0, "police: missing 2", "two workers are missing")
    book.say("south", 1, "mayor: killed 5", "five were killed")
    book.say("south", 1, f"killed {number}", words, who="people")
    assert shown(book.finding("missing")).partition(" ")[0] == f"{left}|{left}|{left}"


def test_who_is_found_bit_by_bit_leaves_the_missing_bit_by_bit() -> None:
    book = Book()
    book.say("north", 0, "police: killed 8", "eight are dead")
    book.say("north", 0, "police: missing 6", "six are missing")
    book.say("south", 2, "police: killed 10", "ten are dead")
    book.say("south", 2, "police: killed 2", "two bodies were pulled out and recovered", who="two bodies")
    book.say("south", 4, "police: killed 11", "the toll is eleven after a body was recovered")
    assert shown(book.finding("missing")).partition(" ")[0] == "3|3|3"
    book.say("south", 9, "police: killed 14", "fourteen are dead, some of them in hospital")
    assert shown(book.finding("missing")).partition(" ")[0] == "3|3|3"


def test_of_a_plane_that_was_missing_the_dead_are_the_missing() -> None:
    book = Book()
    book.say("north", 0, "police: missing 19", "a plane with 19 aboard is missing")
    book.say("south", 9, "police: killed 16", "16 people died in the crash")
    book.say("south", 9, "police: rescued 3", "three were found alive")
    assert shown(book.finding("missing")).partition(" ")[0] == "0|0|0"


def test_who_was_found_is_shown_with_the_words_and_the_voice_that_tell_it() -> None:
    book = Book()
    missing = book.say("north", 0, "police: missing 2", "two workers are missing")
    book.say("north", 0, "police: killed 3", "three were killed")
    book.say("south", 1, "mayor: killed 5", "five were killed")
    found = book.say("south", 1, "hospital: killed 2", "the two workers were found dead", who="two workers")
    finding = book.finding("missing")
    assert finding is not None
    assert finding.derivation == "2 - 2 who were found"
    assert finding.support == (missing.id, found.id)
    assert [voice.name for voice in finding.voices] == ["hospital"]


@pytest.mark.parametrize(
    ("said", "who", "words", "left"),
    [
        ("killed 7", "seven", "seven have died in the collapse", 14),
        ("killed 7", "seven", "the toll has risen to seven", 14),
        ("killed 7", "seven people", "seven people have died", 14),
        ("killed 2", "two more", "two more have died", 12),
        ("killed 7", "a second patient", "a second patient has died, the seventh", 12),
        ("killed 2", "two of the injured", "two of the injured died in hospital", 12),
        ("killed 7", "two women", "two women succumbed to their wounds, the toll is seven", 12),
    ],
)
def test_only_who_is_said_to_have_died_of_wounds_leaves_the_injured(
    said: str, who: str, words: str, left: int
) -> None:
    book = Book()
    book.say("north", 0, "police: killed 5", "five were killed")
    book.say("north", 0, "hospital: injured 14", "fourteen were injured")
    book.say("south", 1, f"police: {said}", words, who=who)
    assert shown(book.finding("injured")).partition(" ")[0] == f"{left}|{left}|{left}"


@pytest.mark.parametrize("words", ["seven may have died", "seven may have died in hospital"])
def test_nobody_leaves_the_injured_where_more_only_may_have_died(words: str) -> None:
    book = Book()
    book.say("north", 0, "police: killed 5", "five were killed")
    book.say("north", 0, "hospital: injured 14", "fourteen were injured")
    book.say("south", 1, "mayor: killed 7", words, certainty="possible")
    assert shown(book.finding("injured")).partition(" ")[0] == "14|14|14"


@pytest.mark.parametrize(
    ("said", "who", "words", "left"),
    [
        ("rescued 2", "Two of the six hostages", "Two of the six hostages were let go at noon", "4|4|4"),
        ("rescued 6", "six hostages", "six hostages were let go at noon", "0|0|0"),
    ],
)
def test_captives_who_are_free_leave_those_who_are_held(said: str, who: str, words: str, left: str) -> None:
    book = Book()
    book.say("north", 0, "police: hostages 6", "six people are held hostage")
    book.say("south", 3, f"police: {said}", words, who=who)
    assert shown(book.finding("hostages")).partition(" ")[0] == left


@pytest.mark.parametrize("earlier", [True, False])
def test_whose_words_free_some_of_the_captives_tells_how_many_are_left(*, earlier: bool) -> None:
    book = Book()
    if earlier:
        book.say("north", 0, "mayor: hostages 6", "six people are held hostage")
    words = "Two of the six hostages seized at a bank were let go at noon"
    free = book.say("south", 3, "police: rescued 2", words, who="Two")
    held = book.say("south", 3, "police: hostages 6", words, who="six hostages")
    book.claims[-1] = replace(held, span=free.span)
    finding = book.finding("hostages")
    assert finding is not None
    assert (finding.best, finding.derivation) == (4, "6 - 2 who were freed")


def test_whoever_counts_the_missing_anew_is_the_one_voice_for_them() -> None:
    book = Book()
    book.say("north", 0, "police: missing 12", "twelve are missing")
    book.say("south", 3, "mayor: killed 3", "three of the missing were found dead")
    assert shown(book.finding("missing")) == "9|9|9 single 1"
    book.say("south", 3, "mayor: missing 9", "nine are still missing")
    finding = book.finding("missing")
    assert shown(finding) == "9|9|9 single 1"
    assert finding is not None
    assert [voice.name for voice in finding.voices] == ["mayor"]


@pytest.mark.parametrize(("who", "expected"), [("the last person", "0|0|0"), ("a welder", "-|-|-")])
def test_nobody_is_missing_when_the_last_has_been_found(who: str, expected: str) -> None:
    book = Book()
    words = f"{who} who had been missing"
    book.say("north", 0, "missing 1", words, who=who, standing="superseded")
    assert shown(book.finding("missing")).partition(" ")[0] == expected
    book.say("south", 5, "police: missing 2", "two are missing")
    assert shown(book.finding("missing")).partition(" ")[0] == "2|2|2"
