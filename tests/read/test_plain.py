import pytest

from sayso.model import Span
from sayso.read.drafts import is_sure
from sayso.read.network import Stretch
from sayso.read.plain import plain_counts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two women were winched to a helicopter.", ("rescued", "Two women")),
        ("Thirty pupils were pulled from the wreckage.", ("rescued", "Thirty pupils")),
        ("Nine tourists were plucked from a roof.", ("rescued", "Nine tourists")),
        ("Five boys were taken away in a truck.", ("hostages", "Five boys")),
        ("Fourteen people are without a home.", ("displaced", "Fourteen people")),
        ("Sixty residents were told to leave.", ("displaced", "Sixty residents")),
        ("Two men charged in the May 3 double murder.", ("killed", "double murder")),
    ],
)
def test_a_number_of_people_and_their_fate_stand_side_by_side(text: str, told: tuple[str, str]) -> None:
    assert told in [(slot, text[start:end]) for slot, start, end in plain_counts(text)]


def test_all_but_some_are_not_these() -> None:
    assert not list(plain_counts("All but six were let go by evening."))


def test_dead_and_hurt_together_are_told_though_the_network_is_less_sure() -> None:
    span = Span(field="text", start=0, end=12, quote="Seven people")
    told = {
        tag: is_sure(Stretch(tag, span, 0.55, "victim", "certain", 1.0, None, None, None, 0.9))
        for tag in ("casualties", "injured")
    }
    assert told == {"casualties": True, "injured": False}
