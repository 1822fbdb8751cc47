"""What is reported on facts: one finding for each thing said."""

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


def test_a_suspect_under_his_surname_is_the_same_person_and_his_case_goes_on() -> None:
    book = Book()
    book.say("north", 0, "suspect Olaf Brenn", code="detained")
    book.say("south", 20, "suspect Mr. Brenn", code="charged")
    assert labels(book, "suspect") == [("Olaf Brenn", "charged", "agreed", 2)]


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
