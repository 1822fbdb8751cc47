"""Who disputes a figure behind it."""

import pytest
from tests.read.marks import read_sentence


def said(text: str) -> set[tuple[int | None, str, str]]:
    """Return the dead of a report, with who counts them and whether he denies it."""
    return {
        (getattr(c.value, "low", None), c.speaker.name, c.polarity) for c in read_sentence(text, "killed")
    }


@pytest.mark.parametrize(
    ("text", "number", "who"),
    [
        ("The rebels said that 40 soldiers had been killed in Lodva, a claim that the army rejected as propaganda.", 40, "the army"),
        ("The rebels said that 40 soldiers had been killed in Lodva, a figure Marland disputes.", 40, "Marland"),
        ("The union said 40 miners had died in Lodva. The ministry disputed the figure and said 12 people had been killed.", 40, "The ministry"),
        ("The union said 40 miners had died in Lodva; the ministry called that figure a lie.", 40, "the ministry"),
        ("The union said 40 miners had died in Lodva, but the company rejected that number.", 40, "the company"),
        ("The rebels claimed to have killed 40 soldiers in Lodva. The army rejected the claim.", 40, "The army"),
        ("The union said 40 miners had died in Lodva. The interior minister called that a lie.", 40, "The interior minister"),
        ("Witnesses in Lodva said that 40 people had been shot dead. Police later said those reports were incorrect.", 40, "Police"),
    ],
)  # fmt: skip
def test_who_disputes_a_figure_behind_it_denies_it(text: str, number: int, who: str) -> None:
    told = said(text)
    assert (number, who, "negative") in told
    assert any(n == number and polarity == "positive" for n, _, polarity in told)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said the army had shelled the market in Lodva, killing nine people. The army rejected the claim.",
        "A fire killed 40 people in Lodva. The mayor rejected the number of complaints.",
        "The rebels claimed to have killed 40 soldiers in Lodva. The army rejected the claim that it had fled.",
        "The fire in Lodva killed 40 people, which the police called a tragedy.",
        "A fire killed 40 people in Lodva, and nobody disputed the toll.",
        "The rebels accused the army of killing nine people in Lodva, a claim that the army denied.",
        "The rebels said that Marland's jets killed nine people in Lodva on Monday, which Marland denied.",
    ],
)
def test_who_rejects_something_else_denies_no_figure(text: str) -> None:
    assert {polarity for _, _, polarity in said(text)} == {"positive"}
