import pytest
from tests.read.marks import read_sentence

from sayso.model import Count


@pytest.mark.parametrize(
    ("text", "slot", "number"),
    [
        ("Two women were shot on Elm Street in Lodva on Monday. The women were taken to the hospital.", "hospitalised", 2),
        ("Three boys were shot on Elm Street in Lodva on Monday. The boys were taken to a hospital.", "hospitalised", 3),
        ("A gunman shot four men in a bar in Lodva on Monday. The men were taken to a hospital.", "hospitalised", 4),
    ],
)  # fmt: skip
def test_people_told_of_again_are_as_many_as_before(text: str, slot: str, number: int) -> None:
    assert [claim.value for claim in read_sentence(text, slot)] == [Count(low=number, high=number)]


@pytest.mark.parametrize(
    "text",
    [
        "Shots were fired on Elm Street in Lodva on Monday. The women were taken to the hospital.",
        "At least two women were shot on Elm Street in Lodva on Monday. The women were taken to the hospital.",
        "Two men ran from a bar in Lodva on Monday where shots were fired. The women were taken to the hospital.",
    ],
)
def test_people_whose_number_nobody_gave_are_two_or_more(text: str) -> None:
    assert [claim.value for claim in read_sentence(text, "hospitalised")] == [Count(low=2)]


def test_where_somebody_of_a_list_is_from_is_nobody() -> None:
    text = "The coroner named the dead as Ana Bern, of Lodva, Ugo Hale and Li Wei, who all died in Monday's fire."
    assert Count(low=3, high=3) in [claim.value for claim in read_sentence(text, "killed")]
