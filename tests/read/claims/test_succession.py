"""Which of the figures of one report took the place of another."""

import pytest
from tests.read.marks import read_sentence, value_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A flood has killed 37 people in Lodva, the Red Cross said on Thursday. On Tuesday the agency had reported 29 deaths.", {("37", "current"), ("29", "superseded")}),
        ("A flood hit Lodva on Sunday. Earlier, the health ministry had reported 18 deaths. It now says 26 people were killed.", {("18", "superseded"), ("26", "current")}),
        ("The governor said on Monday that 30 people had been killed in Lodva. On Tuesday the governor said 35 people had been killed.", {("30", "superseded"), ("35", "current")}),
        ("The mayor, who on Monday spoke of six dead in Lodva, on Tuesday said ten people had died.", {("6", "superseded"), ("10", "current")}),
        ("Fourteen people were killed in Lodva, the rescue service said. Earlier, Mayor Ana Weiss reported nine dead.", {("14", "current"), ("9", "superseded")}),
        ("A police chief who had said on Monday that nine people died in Lodva said on Tuesday that there were ten dead.", {("9", "superseded"), ("10", "current")}),
        ("The governor told reporters that 18 bodies had been found in Lodva. His office later corrected the figure to 15.", {("18", "superseded"), ("15", "current")}),
        ("Police said on Monday that 14 people had died in the fire in Lodva. On Thursday they said 17 people had died.", {("14", "superseded"), ("17", "current")}),
    ],
)  # fmt: skip
def test_an_earlier_day_s_figure_is_an_earlier_one(text: str, told: set[tuple[str, str]]) -> None:
    assert {(value_of(claim), claim.standing) for claim in read_sentence(text, "killed")} == told


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (None, "On Monday gunmen killed 40 people in Lodva; on Wednesday they killed 66 people."),
        (None, "Police said on Monday that 12 people died in Lodva. The hospital said on Tuesday that 14 people had died."),
        (None, "The minister said the hospital had reported 12 deaths on Monday in Lodva. The toll is 14 dead, he said."),
        (None, "On Tuesday rescuers said 30 people had been killed in Lodva. On Wednesday they said two more people had died."),
        ("Storm kills 33 in Marland", "By Wednesday, officials had counted 33 dead from the storm. Seven people died in Lodva."),
    ],
)  # fmt: skip
def test_rivals_and_other_dead_are_no_earlier_figures(title: str | None, text: str) -> None:
    assert {claim.standing for claim in read_sentence(text, "killed", title=title)} == {"current"}


@pytest.mark.parametrize(
    ("behind", "standing"),
    [
        ("The information was incorrect.", "retracted"),
        ("That figure, given by a radio station, was wrong.", "retracted"),
        ("This report has since been withdrawn.", "retracted"),
        ("That was not the case.", "retracted"),
        ("The statement was read out by a lawyer.", "current"),
        ("The figure was not disputed.", "current"),
        ("That was wrong of the driver, said his brother.", "current"),
    ],
)
def test_a_figure_that_the_next_sentence_calls_wrong_is_taken_back(behind: str, standing: str) -> None:
    text = f"This paper wrote on Monday that eight people had died in the fire in Lodva. {behind}"
    assert [claim.standing for claim in read_sentence(text, "killed")] == [standing]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("We reported on Monday that six people died in Lodva. In fact four people died.", "retracted"),
        (
            "This newspaper said earlier that six people died in Lodva. The correct number is nine.",
            "retracted",
        ),
        ("Our report said six people died in Lodva. We regret the error.", "retracted"),
        ("We reported on Monday that six people died in Lodva. The fire began in a kitchen.", "current"),
        ("Police said six people died in Lodva. In fact the fire began in a kitchen.", "current"),
    ],
)
def test_what_an_outlet_puts_right_in_the_next_sentence_it_takes_back(text: str, standing: str) -> None:
    first = min(read_sentence(text, "killed"), key=lambda claim: claim.span.start)
    assert first.standing == standing
