import pytest

from sayso.read.counting.numbers import read_quantity


@pytest.mark.parametrize(
    ("words", "low", "high", "certainty"),
    [
        ("12 people", 12, 12, "certain"),
        ("at least 12 people", 12, None, "certain"),
        ("no fewer than nine miners", 9, None, "certain"),
        ("more than 200", 201, None, "certain"),
        ("over a dozen", 13, None, "certain"),
        ("up to 30 passengers", None, 30, "possible"),
        ("as many as 1,200", None, 1200, "possible"),
        ("fewer than 10", None, 9, "certain"),
        ("about 50", 50, 50, "probable"),
        ("nearly half a million people", 500_000, 500_000, "probable"),
        ("some two dozen", 24, 24, "probable"),
        ("between 20 and 30 villagers", 20, 30, "certain"),
        ("20 to 30", 20, 30, "certain"),
        ("5-6", 5, 6, "certain"),
        ("about 5 - 6,000 people", 5_000, 6_000, "probable"),
        ("six or more", 6, None, "certain"),
        ("a dozen", 12, 12, "certain"),
        ("half a dozen", 6, 6, "certain"),
        ("dozens", 24, None, "certain"),
        ("scores", 40, None, "certain"),
        ("several dozen armed men", 24, None, "certain"),
        ("a few hundred villagers", 200, None, "certain"),
        ("several people", 3, None, "certain"),
        ("the six one by one", 6, 6, "certain"),
        ("one hundred and nine", 109, 109, "certain"),
        ("hundreds of people", 200, None, "certain"),
        ("tens of thousands", 20_000, None, "certain"),
        ("thousands", 2_000, None, "certain"),
        ("several", 3, None, "certain"),
        ("a few", 3, None, "certain"),
        ("a couple", 2, 2, "certain"),
        ("both brothers", 2, 2, "certain"),
        ("one hundred and nine cases", 109, 109, "certain"),
        ("twenty-one men", 21, 21, "certain"),
        ("Twenty - two others", 22, 22, "certain"),
        ("2.5 million residents", 2_500_000, 2_500_000, "certain"),
        ("no one", 0, 0, "certain"),
    ],
)
def test_a_number_of_people_is_read_as_the_guide_says(
    words: str, low: int | None, high: int | None, certainty: str
) -> None:
    quantity = read_quantity(words.split())
    assert quantity is not None
    assert (quantity.count.low, quantity.count.high, quantity.certainty) == (low, high, certainty)


@pytest.mark.parametrize("words", ["a man", "the driver", "many people", "sixteen-year-old", "his wife", ""])
def test_words_without_a_number_give_none(words: str) -> None:
    assert read_quantity(words.split()) is None
