import pytest
from tests.read.marks import read_sentence, value_of

from sayso.read.people.listed import listed_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hurti had 40 deaths, followed by Ruwi (16), Mount Dor (9) and Sur (1).", ["killed 16", "killed 9", "killed 1"]),
        ("Deaths were recorded in Hurti (6) and Ruwi (4).", ["killed 6", "killed 4"]),
        ("Deaths by region: Hurti 21; Sur 1,006; Ruwi 6.", ["killed 21", "killed 1,006", "killed 6"]),
        ("Injured by province: Hurti 12, Ruwi 4.", ["injured 12", "injured 4"]),
        ("The dead were named as Ana Bern (34), Ugo Hale (29) and Li Wei (41).", []),
        ("Killed were Ana Bern (34) and Ugo Hale (29).", []),
        ("Schools closed in Hurti (6) and Ruwi (4).", []),
        ("Two died in Hurti (north) and Ruwi.", []),
    ],
)  # fmt: skip
def test_the_places_of_a_list_with_how_many_in_each(text: str, told: list[str]) -> None:
    assert [f"{each.slot} {text[each.start : each.end]}" for each in listed_in(text)] == told


def test_a_list_tells_the_fate_of_the_sentence_before_it() -> None:
    told = list(listed_in("By county: Hurti 42, Sur 6, and 23 in others.", "The state has 71 deaths."))
    assert [each.slot for each in told] == ["killed", "killed"]
    assert not list(listed_in("By county: Hurti 42, Sur 6.", "It rained."))


def test_a_place_of_a_list_is_no_victim_and_its_number_is_part_of_the_total() -> None:
    text = "Some 26 people died in Cebu (20), Negros (4) and Leyte (2), officials said."
    claims = read_sentence(text, "killed", "victim")
    whole = "Some 26 people"
    assert {(value_of(c), c.part_of) for c in claims} == {
        ("26", None),
        ("20", whole),
        ("4", whole),
        ("2", whole),
    }
    assert {c.speaker.name for c in claims} == {"officials"}
    (negros,) = [c for c in claims if value_of(c) == "4"]
    assert negros.span.quote.startswith("Negros (4)")
