import pytest
from tests.read.marks import read_sentence

from sayso.model import Report, Span
from sayso.read.fates.conditions import with_conditions
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import page_of


def conditions(text: str, *told: tuple[str, str]) -> list[tuple[str, str]]:
    stretches = []
    for tag, quote in told:
        start = text.index(quote)
        span = Span(field="text", start=start, end=start + len(quote), quote=quote)
        stretches.append(Stretch(tag, span, 0.9, "victim", "certain", 1.0, None, None, None, 0.9))
    page = page_of(Report(id="r", title=None, text=text, language="en"))
    return [(s.tag, s.span.quote) for s in with_conditions(stretches, page)]


@pytest.mark.parametrize(
    "rest",
    [
        "was flown to Lodva with life-threatening injuries.",
        "was critically injured, the clinic said.",
        "is still on a ventilator.",
        "is fighting for her life.",
        "was in intensive care on Sunday.",
        "was in grave condition.",
        "is unlikely to survive, a surgeon said.",
    ],
)
def test_who_may_die_is_in_critical_condition(rest: str) -> None:
    assert ("critical", "One woman") in conditions(f"One woman {rest}", ("injured", "One woman"))


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were hurt; nobody is in intensive care.",
        "Nine people were seen, with 2 admitted in critical condition.",
        "Nine people were hurt, none of them in critical condition.",
        "Nine people have non-life-threatening injuries.",
        "Nine people were hurt, and another man is on life support.",
    ],
)
def test_the_condition_of_others_is_not_theirs(text: str) -> None:
    assert conditions(text, ("injured", "Nine people")) == [("injured", "Nine people")]


def test_people_in_hospital_are_hurt_only_where_it_is_said() -> None:
    both = (("injured", "Nine people"), ("hospitalised", "Nine people"))
    assert conditions("Nine people were taken to a clinic.", *both) == [("hospitalised", "Nine people")]
    assert len(conditions("Nine people were taken to a clinic with burns.", *both)) == 2
    other = "No burns were grave but Nine people were taken to a clinic."
    assert conditions(other, *both) == [("hospitalised", "Nine people")]


@pytest.mark.parametrize(
    ("text", "who", "hurt"),
    [
        ("One man was taken to a clinic with a gunshot wound to the arm.", "One man", True),
        ("The boy, who was not named, was flown to Lodva with minor injuries.", "The boy", True),
        ("One man came to the clinic with his brother.", "One man", False),
        ("Three men were taken to a clinic, one of them with injuries.", "Three men", False),
        ("One man was taken to a clinic and a woman was seen with wounds.", "One man", False),
    ],
)
def test_who_comes_to_hospital_with_wounds_is_hurt(text: str, who: str, hurt: bool) -> None:
    assert (("injured", who) in conditions(text, ("hospitalised", who))) == hurt
    assert ("injured", who) not in conditions(text, ("hospitalised", who), ("killed", who))


def test_both_a_wound_and_a_condition_are_told_of_one_person() -> None:
    claims = read_sentence(
        "One man was shot in the chest and flown to Lodva hospital with life-threatening injuries."
    )
    assert {"injured", "hospitalised", "critical"} <= {claim.slot for claim in claims}


def test_some_of_the_wounded_are_not_told_to_be_hurt_once_more() -> None:
    both = (("injured", "Four of the wounded"), ("hospitalised", "Four of the wounded"))
    assert conditions("Four of the wounded were in theatre by dusk.", *both) == [
        ("hospitalised", "Four of the wounded")
    ]


@pytest.mark.parametrize("some", ["one", "two of them", "three"])
def test_some_of_the_hurt_of_whom_only_their_condition_is_told_are_not_hurt_once_more(some: str) -> None:
    told = conditions(f"Nine were hurt, {some} critically.", ("injured", "Nine"), ("injured", some))
    assert told == [("injured", "Nine"), ("critical", some)]


def test_of_some_of_the_hurt_only_those_are_in_critical_condition() -> None:
    text = "Twelve of the 40 people hurt are in intensive care."
    told = conditions(text, ("injured", "Twelve of the 40 people"), ("injured", "the 40 people"))
    assert [quote for tag, quote in told if tag == "critical"] == ["Twelve of the 40 people"]
