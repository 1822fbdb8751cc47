"""Who denies a toll, who denies only a deed, and what neither of them says."""

import pytest
from tests.read.marks import read_sentence

from sayso.read.certainty.polarity import grants, polarity_at


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police denied that ten people had died in the bombing in Lodva.", "Police"),
        ("The hospital denied that ten patients had died in the fire.", "The hospital"),
        ("The company on Tuesday denied that ten miners had been killed in the blast.", "The company"),
        ("The mayor, Ana Hale, denied that ten people had been killed in the flood.", "Ana Hale"),
        ("Officials denied suggestions that ten people had drowned.", "Officials"),
        ("The rebels denied killing ten villagers in Lodva.", "The rebels"),
        ("The army denied it had killed ten civilians in Lodva.", "The army"),
    ],
)
def test_who_denies_that_people_died_says_so(text: str, who: str) -> None:
    (claim,) = read_sentence(text, "killed")
    assert (claim.speaker.name, claim.polarity) == (who, "negative")


def test_a_denial_takes_nothing_from_whom_it_contradicts() -> None:
    first, second = read_sentence(
        "Witnesses said 40 people were killed in Lodva, but the army denied that anyone had died.", "killed"
    )
    assert (first.speaker.name, first.polarity) == ("Witnesses", "positive")
    assert second.speaker.name == "the army"


@pytest.mark.parametrize(
    ("before", "polarity"),
    [
        ("The ministry denied that ", "negative"),
        ("The ministry denied on Sunday that ", "negative"),
        ("The ministry disputed that ", "negative"),
        ("The ministry said it was untrue that ", "negative"),
        ("The ministry rejected the union's figure of ", "negative"),
        ("The rebels denied having killed ", "negative"),
        ("The army denied it had killed ", "negative"),
        ("The army denied its jets had killed at least ", "negative"),
        ("The army denied that anyone had died, saying ", "positive"),
        ("The army denied that civilians had died and said ", "positive"),
        ("The ministry has not denied that ", "positive"),
        ("The army neither confirmed nor denied that ", "positive"),
        ("The army would not confirm or deny that ", "positive"),
        ("Police could not confirm that ", "positive"),
        ("The army denied shelling the market and killing ", "negative"),
        ("A man denied killing ", "positive"),
        ("A man, 30, has denied murdering ", "positive"),
        ("Mrs Hale denies killing ", "positive"),
        ("Ron Bell denies the murder of ", "positive"),
        ("Ron Bell denied two counts of murder, of ", "positive"),
    ],
)
def test_what_is_denied(before: str, polarity: str) -> None:
    assert polarity_at(f"{before}ten people", len(before)) == polarity


@pytest.mark.parametrize(
    ("before", "is_granted"),
    [
        ("The army denied that ", False),
        ("The mayor denied on Monday that ", False),
        ("The rebels denied accusations that ", False),
        ("The army denied that the strike, which killed ", True),
        ("The rebels denied any part in the killing of ", True),
        ("A man denied killing ", True),
        ("The army neither confirmed nor denied that ", True),
        ("Police could not confirm that ", True),
        ("Police declined to confirm reports that ", True),
        ("Police confirmed that ", False),
        ("The army denied that its jets had bombed the town, where ", True),
        ("The army denied that its jets had bombed the town, where nurses said ", False),
        ("The rebels denied any part in it, saying they had lost ", False),
    ],
)
def test_what_a_denial_grants(before: str, is_granted: bool) -> None:
    assert grants(before) is is_granted


def test_reports_called_nonsense_are_denied() -> None:
    text = "The company called reports that ten people had died nonsense."
    assert polarity_at(text, text.index("ten")) == "negative"


@pytest.mark.parametrize(
    "text",
    [
        "A bus company denied reports that ten passengers had died near Lodva; doctors said four people had died.",
        "The mayor rejected a report by the union that ten men had died in Lodva, while doctors said four men had died.",
        "The army denied reports that ten civilians had died in Lodva and the Red Cross said four civilians had died.",
    ],
)
def test_what_another_says_behind_a_denial_is_his(text: str) -> None:
    claims = {getattr(c.value, "low", None): c for c in read_sentence(text, "killed")}
    assert (claims[10].polarity, claims[4].polarity) == ("negative", "positive")
    assert claims[10].speaker.name != claims[4].speaker.name
