"""The dead of one side of a fight do not rival those of the other: each is settled, and they are added."""

import pytest
from tests.settle.rows import Book, shown

from sayso.model import Count

Rows = list[tuple[str, int, str, str]]

TABLE: list[tuple[str, Rows, dict[str, str]]] = [
    (
        "soldiers and the drivers of their lorries are other people",
        [
            ("north", 0, "army: killed 9", "nine soldiers"),
            ("south", 2, "the union: killed 3", "three drivers"),
        ],
        {"killed": "12|12|12 agreed 2"},
    ),
    (
        "rebels and soldiers of one clash are added, whoever tells of both",
        [
            ("north", 0, "army: killed/combatant 14", "14 rebels"),
            ("north", 0, "army: killed/combatant 1", "one soldier"),
        ],
        {"killed/combatant": "15|15|15 single 1"},
    ),
    (
        "a later figure overtakes that of its own side only",
        [
            ("north", 0, "army: killed/combatant 14", "14 rebels"),
            ("north", 0, "army: killed/combatant 2", "two soldiers"),
            ("south", 6, "army: killed/combatant 5", "five soldiers"),
        ],
        {"killed/combatant": "19|19|19 single 1"},
    ),
    (
        "a bare number is of the side that has the same",
        [
            ("north", 0, "army: killed/combatant 14", "14 rebels"),
            ("north", 0, "army: killed/combatant 2", "two soldiers"),
            ("south", 6, "army: killed/combatant 14", "14"),
        ],
        {"killed/combatant": "16|16|16 single 1"},
    ),
    (
        "who counts everybody has counted each side",
        [
            ("north", 0, "army: killed 9", "nine soldiers"),
            ("north", 0, "mayor: killed 12", "twelve people"),
            ("south", 2, "the union: killed 3", "three drivers"),
        ],
        {"killed": "12|12|12 single 1"},
    ),
    (
        "soldiers who died since are added to the soldiers",
        [
            ("north", 0, "army: killed 9", "nine soldiers"),
            ("south", 2, "the union: killed 3", "three drivers"),
            ("south", 30, "army: killed 2", "Two wounded soldiers"),
        ],
        {"killed": "14|14|14 agreed 2"},
    ),
    (
        "a party's word for the other side is no side of its own",
        [
            ("north", 0, "army: killed 9", "nine soldiers"),
            ("north", 2, "Red Front: killed 3", "three fighters"),
        ],
        {"killed": "9|9|9 single 1"},
    ),
    (
        "who counts his own people counts no others",
        [
            ("north", 0, "the network: killed 70", "70 people"),
            ("south", 1, "army: killed 12", "12 of its personnel"),
        ],
        {"killed": "70|70|70 single 1"},
    ),
    (
        "soldiers are in the role in which most reports have them",
        [
            ("north", 0, "army: killed 9", "nine soldiers"),
            ("south", 2, "army: killed 9", "nine soldiers"),
            ("south", 8, "army: killed/combatant 11", "11 soldiers"),
        ],
        {"killed": "11|11|11 single 1", "killed/combatant": ""},
    ),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_sides_of_a_fight_are_told_apart(rows: Rows, expected: dict[str, str]) -> None:
    book = Book()
    for outlet, hour, said, who in rows:
        words = f"{who} have died" if "wounded" in who else f"{who} were killed"
        book.say(outlet, hour, said, words, who=who)
    found = {}
    for key in expected:
        slot, _, role = key.partition("/")
        found[key] = shown(book.finding(slot, role or "victim"))
    assert found == expected


def test_sides_that_are_added_say_how() -> None:
    book = Book()
    book.say("north", 0, "army: killed 9", "nine soldiers", who="nine soldiers")
    book.say("south", 2, "the union: killed 3", "three drivers", who="three drivers")
    finding = book.finding("killed")
    assert finding is not None
    assert (finding.derivation, finding.rule) == ("9 soldiers + 3 civilians", "sides added")


def test_a_bomber_is_not_the_policeman_among_many_dead() -> None:
    book = Book()
    book.say("north", 0, "police: killed 13", "13 people were killed", who="13 people")
    book.say("north", 0, "police: killed 1", "a policeman was killed", who="a policeman", part_of="13 people")
    book.say("north", 0, "police: killed/attacker 1", "a bomber blew himself up", who="a bomber")
    assert shown(book.finding("killed", "attacker")) == "1|1|1 single 1"
    assert shown(book.finding("killed")) == "13|13|13 single 1"


def test_a_war_monitor_is_the_one_that_is_named() -> None:
    book = Book()
    names = (
        "a war monitor",
        "The Tarvo-based Torvian Observatory for Rights",
        "the Torvian Observatory for Rights",
    )
    for hour, name in enumerate(names):
        book.say("north", hour, f"{name}: killed 4", who="four people")
    assert shown(book.finding("killed")) == "4|4|4 single 1"


def test_the_losses_of_an_army_are_its_soldiers() -> None:
    book = Book()
    book.say("north", 0, "army: killed/combatant 14", "14 rebels died", who="14 rebels")
    book.say("north", 0, "army: killed/combatant 2", "two soldiers died", who="two soldiers")
    book.say("north", 9, "army: killed/combatant 4", "bringing the army's losses to 4", who="4")
    assert shown(book.finding("killed", "combatant")) == "18|18|18 single 1"


def test_own_losses_are_of_the_side_of_who_tells_of_them() -> None:
    book = Book()
    book.say("north", 0, "army: killed/combatant 12", "12 bandits were killed", who="12 bandits")
    book.say("north", 0, "army: killed/combatant 3", "It put its own losses at three", who="three")
    assert shown(book.finding("killed", "combatant")) == "15|15|15 single 1"


def test_whom_an_army_has_lost_are_its_soldiers_and_a_boast_stands_beside() -> None:
    book = Book()
    told = "The army said it lost five men and killed 80 rebels"
    book.say("north", 0, "army: killed/combatant 5", told, who="five men")
    book.say("north", 0, "army: killed/combatant 80", told, who="80 rebels")
    book.say("north", 0, "Red Front: killed/combatant 200", "it killed 200 soldiers", who="200 soldiers")
    finding = book.finding("killed", "combatant")
    assert shown(finding) == "85|85|85 single 1"
    assert finding is not None
    assert [claim.value for claim in book.claims if claim.id in finding.rivals] == [Count(low=200, high=200)]
