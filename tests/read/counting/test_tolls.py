import pytest
from tests.read.marks import read_sentence, value_of

from sayso.read.claims.standing import standing_at, standing_of
from sayso.read.counting.tolls import (
    counts_in_total,
    figures_again,
    is_change,
    measured_in,
    total_with,
    without_change,
)
from sayso.read.fates.met import is_nobody
from sayso.read.people.stretches import before_number


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The number of injured rose to 27.", [("injured", "27")]),
        ("The number of displaced persons has risen to 14,300.", [("displaced", "14,300")]),
        ("The number of evacuees has grown to 340.", [("displaced", "340")]),
        ("The number of people killed has reached at least 14.", [("killed", "at least 14")]),
        ("Officials lowered the toll of the fire from 23 to 19.", [("killed", "19"), ("killed", "23")]),
        ("The toll rose by three to 12.", [("killed", "12")]),
        ("Toll rises by 3 to 12", [("killed", "12")]),
        ("Two more died, bringing to 14 the number of people killed.", [("killed", "14")]),
        ("Deaths rose by 11 to 150.", [("killed", "150")]),
        ("He put the number of girls still in captivity at 41.", [("hostages", "41")]),
        ("Injuries fell to 0.9 for each million hours.", []),
        ("Injuries have climbed to at least 60.", [("injured", "at least 60")]),
        ("The toll was put at 19, from 23.", [("killed", "19")]),
        ("The union put the toll at 19 and later at 23.", [("killed", "19"), ("killed", "23")]),
        ("The number of those who died since Jan. 14 rose to 33.", [("killed", "33")]),
        ("He put the wounded at 40 in Lodva.", [("injured", "40")]),
        ("Those still missing number 25, he said.", [("missing", "25")]),
        ("The dead now total 31.", [("killed", "31")]),
        ("The number of police officers injured rose to six.", [("injured", "six")]),
        ("The missing man's number 25 shirt was found.", []),
        ("The number 25 bus hit two people.", []),
        ("The number of fatalities has climbed to 37.", [("killed", "37")]),
        ("The toll in Lodva, where the blast came at 8.20 p.m., is not known.", []),
        ("He became the fourth to die from the blast at a mill.", [("killed", "the fourth to die")]),
        (
            "A cook died overnight, the third person killed by the fire.",
            [("killed", "the third person killed")],
        ),
        (
            "They found a girl, the seventh fatality of the flood, he said.",
            [("killed", "the seventh fatality")],
        ),
        ("A guard has died, making him the fifth victim to die.", [("killed", "the fifth victim to die")]),
        (
            "It is the second confirmed death in the outbreak in Lodva.",
            [("killed", "the second confirmed death")],
        ),
        ("He was the fifth worker killed in the blast.", [("killed", "the fifth worker killed")]),
        ("She is the third killed in the fire.", [("killed", "the third killed")]),
        ("He is the eighth journalist killed in the country.", []),
        ("He is the third person to die at the jail this year.", []),
        ("It was the second death in the family.", []),
        ("He was the first to die.", []),
        ("She could be the third to die.", []),
        ("The toll was lowered to 19 from 23.", [("killed", "19"), ("killed", "23")]),
        (
            "The death toll from the fire in Lodva rose to 40 on Friday, officials said, up from 31 a day earlier.",
            [("killed", "40"), ("killed", "31")],
        ),
    ],
)
def test_the_totals_of_a_sentence(text: str, told: list[tuple[str, str]]) -> None:
    assert [(slot, text[start:end]) for slot, start, end in counts_in_total(text)] == told


@pytest.mark.parametrize(
    ("text", "number", "changed"),
    [
        ("The death toll rose by 3 to 12.", "3", True),
        ("The death toll rose by 3 to 12.", "12", False),
        ("The death toll rose 3 to 12.", "3", True),
        ("The number of injured went up by another 14, to 212.", "14", True),
        ("The number of missing fell by six.", "six", True),
        ("Officials revised the toll up by two to 19.", "two", True),
        ("The toll has risen by at least four to 31.", "at least four", True),
        ("The toll is 45, two more than on Monday.", "two", True),
        ("The mayor said two bodies had been counted twice.", "two bodies", True),
        ("Five bodies were registered both in Lodva and at the port.", "Five bodies", True),
        ("Five bodies were found and a boat was counted twice.", "Five bodies", False),
        ("The remains of two people were those of one, tests showed.", "two people", True),
        ("What was taken for two bodies turned out to be of the same person.", "two bodies", True),
        ("Three bodies belonged to one family.", "Three bodies", False),
        ("Two people were found in one of the cars.", "Two people", False),
        ("At least 140 have died, 92 more than this morning.", "92", True),
        ("The number of dead climbed to 140.", "dead", True),
        ("The toll rose to 12 from nine.", "nine", False),
        ("The toll rose from nine to 12.", "nine", False),
        ("Two more than 12 hours later died.", "Two", False),
        ("The man was cut down by three gunmen.", "three", False),
        ("The toll rose after a raid by three gunmen.", "three gunmen", False),
        ("The dead are four men and two women.", "two women", False),
    ],
)
def test_by_how_much_a_toll_changed_is_no_number_of_people(text: str, number: str, changed: bool) -> None:
    start = text.index(number)
    assert is_change(text, start, start + len(number)) == changed
    assert is_nobody("killed", text, start, start + len(number)) == changed


@pytest.mark.parametrize(
    ("before", "words", "total"),
    [
        ("The death toll rose by ", "3 to 12", "12"),
        ("The death toll rose by ", "three, to at least 12", "at least 12"),
        ("The death toll has risen ", "two to nine people", "nine people"),
        ("The death toll is put at ", "10 to 12", "10 to 12"),
        ("The blast killed ", "10 to 12", "10 to 12"),
    ],
)
def test_a_total_begins_behind_its_change(before: str, words: str, total: str) -> None:
    assert words[without_change(words, before) :] == total


@pytest.mark.parametrize(
    ("text", "more", "total"),
    [
        ("Three more people died overnight, taking the toll to 12.", "Three more people", "12"),
        ("Two more bodies were found, bringing to 14 the number of dead.", "Two more bodies", "14"),
        ("The discovery of two more bodies raised the death toll to at least 31.", "two more bodies", "at least 31"),
        ("A further six people died and the toll now stands at 90.", "A further six people", "90"),
        ("Another three died, taking the number of injured to 12.", "Another three", None),
        ("Three people died on Monday and the toll rose to 12.", "Three people", None),
        ("Fourteen more people died, taking the toll to 12.", "Fourteen more people", None),
    ],
)  # fmt: skip
def test_so_many_more_are_part_of_the_toll_that_they_make(text: str, more: str, total: str | None) -> None:
    start = text.index(more)
    assert total_with(text, start, start + len(more), "killed") == total


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("The toll rose to 12 from nine.", "nine"),
        ("The toll has climbed to 12 from an earlier nine.", "nine"),
        ("The number of missing fell to 12 from nine.", "nine"),
        ("The toll rose from nine to 12.", "nine"),
    ],
)
def test_what_a_toll_rose_from_is_an_earlier_figure(text: str, earlier: str) -> None:
    start = text.index(earlier)
    assert standing_at(text, start, start + len(earlier)) == "superseded"
    assert standing_at(text, text.index("12"), text.index("12") + 2) == "current"


def test_what_a_toll_had_stood_at_is_an_earlier_figure() -> None:
    for text, standing in (
        ("It had stood at nine the day before.", "superseded"),
        ("The toll had been at nine on Monday.", "superseded"),
        ("The toll stood at nine on Monday.", "current"),
    ):
        start = text.index("nine")
        assert standing_at(text, start, start + len("nine")) == standing


def test_who_has_recovered_is_ill_no_more() -> None:
    text = "Of those infected, 30 have recovered and 19 are in isolation."
    assert standing_of("ill", text, text.index("30"), text.index("30") + 2) == "superseded"
    assert standing_of("ill", text, text.index("19"), text.index("19") + 2) == "current"


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("Officials, who had first put the number of victims at nine, now say 12 people died.", "nine"),
        (
            "Authorities, who initially reported nine deaths, said on Thursday that 12 people had been killed.",
            "nine",
        ),
        (
            "Rescuers had first spoken of nine dead but later confirmed that 12 miners had been killed.",
            "nine",
        ),
        ("The army, which previously put its losses at nine, admitted that 12 soldiers had died.", "nine"),
        ("The coast guard, which earlier said nine people were missing, now puts the number at 12.", "nine"),
        ("The hospital first reported nine deaths, then raised the figure to 12 people killed.", "nine"),
        ("The mayor had earlier put the toll at nine before raising it to 12.", "nine"),
        ("Police corrected the toll in the fire to 12 from nine.", "nine"),
        ("Monday's toll of nine was revised to 12.", "nine"),
        ("The death toll of nine has since risen to 12.", "nine"),
        ("The hospital put the number of wounded at nine, then revised it to 12.", "nine"),
        ("Officials reported nine dead, and raised the figure to 12 on Friday.", "nine"),
        ("The toll stood at nine on Monday and rose to 12 on Tuesday.", "nine"),
        ("The toll, first given as nine, was raised to 12 on Friday.", "nine"),
    ],
)
def test_the_figure_that_takes_the_place_of_an_earlier_one_stands(text: str, earlier: str) -> None:
    start = text.index(earlier)
    assert standing_at(text, start, start + len(earlier)) == "superseded"
    assert standing_at(text, text.index("12"), text.index("12") + 2) == "current"


@pytest.mark.parametrize(
    "text",
    [
        "Officials earlier said that four people had been killed and nine were missing.",
        "The mayor had initially spoken of four dead and nine injured.",
        "The union earlier spoke of four dead and nine injured.",
        "Police had earlier said four people were reported missing and nine had been hurt.",
    ],
)
def test_all_figures_of_an_earlier_statement_are_earlier_ones(text: str) -> None:
    for words in ("four", "nine"):
        start = text.index(words)
        assert standing_at(text, start, start + len(words)) == "superseded"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It lowered the number to 46.", ["46"]),
        ("By Tuesday that figure had climbed to 214, she said.", ["214"]),
        ("The real number was 32, the minister said.", ["32"]),
        ("It later revised it to 44 dead.", ["44"]),
        ("Hours earlier the figure stood at 640.", ["640"]),
        ("The number was a record.", []),
        ("The total was 3 million crowns.", []),
        ("The figure for last year was 40.", []),
        ("The figure was 4.5 per cent.", []),
        ("The number of homes destroyed rose to 400.", []),
        ("The number is 116 111 for those who need help.", []),
        ("Another died in hospital, so the total is now 12.", ["12"]),
    ],
)
def test_a_figure_can_take_up_the_one_before(text: str, figures: list[str]) -> None:
    assert [text[start:end] for start, end in figures_again(text)] == figures


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ministry had initially said 52 people died in the fire, but on Monday lowered the number to 46.", {("52", "superseded"), ("46", "current")}),
        ("Monday's toll of 23 in Lodva was revised to 21, the governor said.", {("23", "superseded"), ("21", "current")}),
        ("The number of dead in Lodva is now nine, down from 12.", {("9", "current"), ("12", "superseded")}),
        ("The death toll of 12 in Lodva has since risen to 15.", {("12", "superseded"), ("15", "current")}),
        ("A bus company denied reports that 20 passengers had died in a crash near Lodva; hospital staff said the number was 13.", {("20", "current"), ("13", "current")}),
        ("The police counted 50 dead in Lodva. The number of homes destroyed rose to 400.", {("50", "current")}),
    ],
)  # fmt: skip
def test_the_new_figure_of_a_toll_is_told(text: str, told: set[tuple[str, str]]) -> None:
    assert {(value_of(claim), claim.standing) for claim in read_sentence(text, "killed")} == told


def test_so_many_more_are_told_as_more() -> None:
    assert before_number("six people", "It killed a further ") == "a further "
    assert before_number("six people", "It killed another ") == "another "
    assert before_number("six people", "It killed one brother and ") == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The death toll rose by 3 to 12 on Tuesday, officials said.", {"12"}),
        ("The death toll from the blast in Lodva rose by 14 to 212.", {"212"}),
        ("Toll in Lodva mine blast rises by 3 to 12", {"12"}),
    ],
)
def test_a_toll_that_rose_by_some_is_one_figure(text: str, told: set[str]) -> None:
    assert {value_of(claim) for claim in read_sentence(text, "killed")} == told


def test_two_more_bodies_are_two_dead_of_the_new_toll() -> None:
    text = "Rescuers found two more bodies in the mine on Wednesday, bringing the death toll to 14."
    claims = read_sentence(text, "killed")
    assert {(value_of(c), c.part_of) for c in claims} == {("2", "14"), ("14", None)}


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        (
            "On the number of injured there were other figures. ",
            "The police counted 26, four of them badly off.",
            [("injured", "26")],
        ),
        (
            "The numbers of missing differ. Police counted four. ",
            "The Red Cross put the number at 31.",
            [("missing", "31")],
        ),
        ("The number of dead is nine. ", "Doctors put the number of wounded at 31.", []),
        ("Officers searched the hall. ", "The police counted 26.", []),
        ("The number of injured is not known. ", "The police counted 26 cars.", []),
        (
            "A nurse counted 14 injured guests. ",
            "The hotel stood by its figure of nine.",
            [("injured", "nine")],
        ),
        ("Eleven sailors are missing. ", "The navy gave its own figure of 12.", [("missing", "12")]),
        ("Police said 12 died and nine were hurt. ", "The club gave a figure of 12.", [("killed", "12")]),
        ("Police said 12 died and nine were hurt. ", "The club gave a figure of 20.", []),
        (
            "At least 12 people dead, nine hurt. ",
            "The club repeated a figure of nine.",
            [("injured", "nine")],
        ),
        (
            "At least 12 people were hurt. ",
            "Police gave the number of 12, correcting an earlier figure of 30.",
            [("injured", "12")],
        ),
        ("At least 12 people were hurt. ", "The club withdrew its figure of 30.", []),
        (
            "At least 12 people were hurt. ",
            "Police dismissed the union's own figure of 30, down from a count of 31.",
            [],
        ),
        ("Two people were injured. ", "He bought it for a figure of nine dollars.", []),
    ],
)
def test_a_figure_that_only_counts_is_of_what_was_spoken_of(
    before: str, text: str, told: list[tuple[str, str]]
) -> None:
    assert [(slot, text[start:end]) for slot, start, end in measured_in(text, before)] == told
