"""What is reported on facts: one finding for each thing said."""

import pytest
from tests.settle.rows import Book, told


def labels(book: Book, slot: str) -> list[tuple[str, str | None, str, int]]:
    """Return text, code, standing and number of voices of each finding on a slot."""
    return [
        (f.label.text, f.label.code, f.standing, len(f.voices))
        for f in book.findings()
        if f.slot == slot and f.label
    ]


def test_the_same_weapon_in_other_words_is_one_finding() -> None:
    book = told([("north", 0, "weapon a rifle"), ("south", 1, "weapon Rifles"), ("east", 2, "weapon knife")])
    assert [(text, voices) for text, _, _, voices in labels(book, "weapon")] == [("Rifles", 2), ("knife", 1)]


def test_claimed_denied_and_blamed_stand_side_by_side() -> None:
    book = Book()
    book.say("north", 0, "responsibility Red Front", code="claimed")
    book.say("south", 1, "police: responsibility Red Front", code="blamed")
    book.say("east", 2, "Red Front: responsibility Red Front", code="denied")
    assert [code for _, code, _, _ in labels(book, "responsibility")] == ["claimed", "blamed", "denied"]
    book.say("west", 3, "Red Front: responsibility the banned Red Front", code="claimed")
    assert [code for _, code, _, _ in labels(book, "responsibility")] == ["claimed", "blamed", "denied"]


def test_a_suspect_under_his_surname_is_the_same_person_and_his_case_goes_on() -> None:
    book = Book()
    book.say("north", 0, "suspect Olaf Brenn", code="detained")
    book.say("south", 20, "suspect Mr. Brenn", code="charged")
    assert labels(book, "suspect") == [("Olaf Brenn", "charged", "agreed", 2)]


PERSONS: list[tuple[str, list[str], list[str]]] = [
    (
        "a described man is the one who is named",
        ["a 44-year-old man/at-large", "Olaf Brenn, 44/charged", "a man/detained"],
        ["Olaf Brenn, 44/charged"],
    ),
    (
        "another age is another man",
        ["a 19-year-old man/detained", "Olaf Brenn, 44/charged"],
        ["a 19-year-old man/detained", "Olaf Brenn, 44/charged"],
    ),
    (
        "a second man is another",
        ["Olaf Brenn/charged", "a second man/at-large"],
        ["Olaf Brenn/charged", "a second man/at-large"],
    ),
    (
        "brothers are two, and their surname alone is neither's",
        ["Olaf Brenn/charged", "Ivar Brenn/charged", "Brenn/detained"],
        ["Olaf Brenn/charged", "Ivar Brenn/charged", "Brenn/detained"],
    ),
    (
        "a middle name, an initial and a title change nothing",
        ["Olaf Brenn/detained", "Mr. Olaf T. Brenn/charged", "O. Brenn/charged"],
        ["Mr. Olaf T. Brenn/charged"],
    ),
    (
        "of two who are named nobody knows which is described",
        ["Olaf Brenn/charged", "Ugo Bern/charged", "a man/at-large"],
        ["Olaf Brenn/charged", "Ugo Bern/charged", "a man/at-large"],
    ),
    (
        "the described are one where nothing tells them apart",
        ["the gunman/at-large", "a man/at-large", "a woman/detained"],
        ["the gunman/at-large", "a woman/detained"],
    ),
    (
        "two are not the one who is held",
        ["two attackers/killed", "a 23-year-old man/detained", "the two men/killed"],
        ["two attackers/killed", "a 23-year-old man/detained"],
    ),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in PERSONS], ids=[row[0] for row in PERSONS])
def test_one_person_is_one_finding(rows: list[str], expected: list[str]) -> None:
    book = Book()
    for hour, row in enumerate(rows):
        text, _, code = row.partition("/")
        book.say(f"outlet{hour}", hour, f"suspect {text}", text, code=code)
    assert [f"{text}/{code}" for text, code, *_ in labels(book, "suspect")] == expected


def test_father_and_son_are_two_victims() -> None:
    book = Book()
    book.say("north", 0, "victim Ada Moor", code="killed")
    book.say("north", 0, "victim Ben Moor", code="killed")
    assert [text for text, *_ in labels(book, "victim")] == ["Ada Moor", "Ben Moor"]


def test_a_weapon_in_fewer_words_is_the_same_unless_two_fit() -> None:
    book = told([("north", 0, "weapon rifle"), ("south", 1, "weapon assault rifle")])
    assert [(text, voices) for text, _, _, voices in labels(book, "weapon")] == [("assault rifle", 2)]
    book.say("east", 2, "weapon hunting rifle")
    assert [text for text, *_ in labels(book, "weapon")] == ["rifle", "assault rifle", "hunting rifle"]


def test_facts_are_in_the_order_in_which_they_were_published() -> None:
    book = told([
        ("north", 5, "response schools closed"),
        ("south", 1, "response bridge closed"),
        ("east", 9, "response curfew"),
    ])  # fmt: skip
    assert [text for text, *_ in labels(book, "response")] == ["bridge closed", "schools closed", "curfew"]


def test_a_wounded_person_who_dies_is_shown_as_killed() -> None:
    book = Book()
    book.say("north", 0, "victim Ada Moor", code="injured")
    book.say("north", 30, "victim Ada Moor", code="killed")
    assert labels(book, "victim") == [("Ada Moor", "killed", "single", 1)]


def test_a_denial_by_another_voice_disputes_and_by_the_same_voice_withdraws() -> None:
    book = told([("north", 0, "motive terrorism")])
    book.say("south", 1, "police: motive terrorism", polarity="negative")
    assert [f.standing for f in book.findings() if f.slot == "motive"] == ["disputed"]
    book = told([("north", 0, "motive terrorism")])
    book.say("north", 1, "motive terrorism", polarity="negative")
    assert [f.standing for f in book.findings() if f.slot == "motive"] == ["withdrawn"]


def test_the_group_is_the_one_that_is_named_for_the_same() -> None:
    book = Book()
    book.say("north", 0, "responsibility the Red Front", code="claimed")
    book.say("south", 1, "responsibility the jihadist group", code="claimed")
    book.say("east", 2, "responsibility a rebel group", code="denied")
    assert [(text, code) for text, code, _, _ in labels(book, "responsibility")] == [
        ("the Red Front", "claimed"),
        ("a rebel group", "denied"),
    ]
    book.say("west", 3, "responsibility the Blue Dawn group", code="claimed")
    assert len(labels(book, "responsibility")) == 4


def test_nobody_has_claimed_it_until_somebody_does() -> None:
    book = Book()
    silent = book.say("north", 0, "responsibility nobody", code="claimed", polarity="negative")
    assert [text for text, *_ in labels(book, "responsibility")] == ["nobody"]
    book.say("south", 1, "Red Front: responsibility the Red Front", code="claimed")
    (finding,) = [f for f in book.findings() if f.slot == "responsibility"]
    assert finding.label is not None
    assert (finding.label.text, finding.standing, finding.trail) == ("the Red Front", "single", (silent.id,))
    book.say("east", 2, "police: responsibility no group", code="claimed", polarity="negative")
    assert [text for text, *_ in labels(book, "responsibility")] == ["the Red Front", "no group"]
