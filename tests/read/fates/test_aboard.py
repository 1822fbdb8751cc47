import pytest
from tests.read.marks import read_sentence

from sayso.model import Count, Report
from sayso.read.fates.aboard import losses_in
from sayso.read.text.page import page_of


def lost(text: str) -> list[tuple[int | None, str]]:
    page = page_of(Report(id="r", title=None, text=text, language="en"))
    return [(loss.count.low, loss.who) for _, loss in losses_in(page)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A plane with two crew and nine passengers crashed. There were no survivors.", (11, "two crew and nine passengers")),
        ("A Cessna 208 with two crew and 11 passengers on board crashed. There were no survivors.", (13, "two crew and 11 passengers")),
        ("The plane was carrying 44 passengers and a crew of four. Nobody survived.", (48, "44 passengers and a crew of four")),
        ("The bus carried 26 pilgrims and two drivers. It burned. All on board were killed.", (28, "26 pilgrims and two drivers")),
        ("A bus carrying 31 football fans fell. Everyone on board was killed.", (31, "31 football fans")),
        ("The aircraft had a pilot and three tourists on board. There were no survivors.", (4, "a pilot and three tourists")),
        ("None of the seven people on board survived.", (7, "the seven people")),
        ("No one aboard the Cessna, which carried four people, survived.", (4, "four people")),
        ("Nobody survived when a ferry with 40 people sank.", (40, "40 people")),
        ("There are no survivors, the navy said. The submarine had 53 sailors on board.", (53, "53 sailors")),
        ("There were 11 people on board the jet; no one survived.", (11, "11 people")),
    ],
)  # fmt: skip
def test_where_nobody_survived_all_aboard_are_dead(text: str, told: tuple[int, str]) -> None:
    assert lost(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Crews found no survivors in the rubble on Tuesday.",
        "There were no survivors.",
        "A bus carrying 30 people overturned. Two of them died.",
        "The plane was carrying 44 people. All on board survived.",
        "A ferry with 40 people sank. The radio took over a report that nobody had survived.",
        "A ferry with 40 people sank. Nobody knows who survived.",
    ],
)
def test_without_their_number_or_their_death_nobody_is_counted(text: str) -> None:
    assert lost(text) == []


def test_who_says_that_nobody_survived_answers_for_the_toll() -> None:
    claims = read_sentence(
        "The bus carried 26 pilgrims and two drivers. All on board were killed, the governor said.",
        "killed",
    )
    assert [(c.value, c.speaker.name, c.role) for c in claims] == [
        (Count(low=28, high=28), "the governor", "victim")
    ]


def test_none_of_six_is_not_six_who_were_hurt() -> None:
    claims = read_sentence("None of the six people on board the plane survived, the airline said.")
    assert [(c.slot, c.value) for c in claims] == [("killed", Count(low=6, high=6))]
