import pytest
from tests.read.marks import read_sentence, value_of

from sayso.read.counting.wholes import counts_nobody


def nobody(text: str, who: str, slot: str) -> bool:
    start = text.index(who)
    return counts_nobody(slot, text, start, start + len(who))


@pytest.mark.parametrize(
    ("text", "who", "slot", "is_nobody"),
    [
        ("Of the 90 people working there, 70 were evacuated.", "90 people working there", "displaced", True),
        ("Only six of an estimated 50 miners were rescued.", "an estimated 50 miners", "rescued", True),
        ("Of the remaining 12, ten are Poles.", "12", "killed", True),
        ("Some 30 people - including 17 patients, two of them infants - died.", "30 people", "killed", False),
        ("Some 30 people, two of whom died, were aboard.", "30 people", "killed", True),
    ],
)
def test_a_whole_is_of_the_fate_that_is_told_of_it(text: str, who: str, slot: str, is_nobody: bool) -> None:
    assert nobody(text, who, slot) == is_nobody


@pytest.mark.parametrize(
    ("text", "who", "slot"),
    [
        ("Of the 38 sailors aboard the trawler, 12 drowned.", "38 sailors", "killed"),
        ("Of 210 guests in the hotel, 34 perished in the fire.", "210 guests", "killed"),
        ("The mayor said that of the 90 villagers, 17 were hurt.", "90 villagers", "injured"),
        ("Out of 45 farmers on the truck, at least nine were killed.", "45 farmers", "killed"),
        ("The coach carried 51 pupils, of whom eight died.", "51 pupils", "killed"),
        ("There were 60 people in the hall, five of whom were killed.", "60 people", "killed"),
        ("The virus has infected 22 people, six of whom died.", "22 people", "killed"),
        ("The hotel had 120 guests, and 16 of them died in the fire.", "120 guests", "killed"),
        ("The ship had a crew of 22, three of whom are missing.", "22", "missing"),
        ("Half of the 40 climbers were killed by the avalanche.", "40 climbers", "killed"),
        ("One in three of the 90 patients has died.", "90 patients", "killed"),
        ("Four of the 11 people had gone home from hospital.", "11 people", "hospitalised"),
        ("Gunmen attacked a convoy of 50 soldiers, killing seven.", "50 soldiers", "killed"),
        ("An avalanche swept away a group of nine near St. Olva, killing two.", "a group of nine", "killed"),
        ("Of the 27 wounded, three died overnight.", "27 wounded", "killed"),
    ],
)
def test_of_a_whole_only_some_of_whom_died_nobody_is_dead_for_that(text: str, who: str, slot: str) -> None:
    assert nobody(text, who, slot)


@pytest.mark.parametrize(
    ("text", "who", "slot"),
    [
        ("Of the 14 dead, six were children.", "14 dead", "killed"),
        ("Of the 27 wounded, three died overnight.", "27 wounded", "injured"),
        ("The virus has infected 22 people, six of whom died.", "22 people", "ill"),
        ("The blast killed 60 people, five of whom died in hospital.", "60 people", "killed"),
        ("Twelve people, five of whom were children, were killed.", "Twelve people", "killed"),
        ("Twelve people, five of whom died in hospital, were killed.", "Twelve people", "killed"),
        ("The storm injured 20 people, two of whom later died.", "20 people", "injured"),
        ("He shot five people, two of whom died in hospital.", "five people", "killed"),
        ("Two of the nine people hurt in the crash have died.", "nine people", "injured"),
        ("They took 30 hostages, five of whom were later killed.", "30 hostages", "killed"),
        (
            "He stood at the funeral of two fighters and blew himself up, killing 21.",
            "two fighters",
            "killed",
        ),
        ("Three of the seven were hired by the day.", "seven", "killed"),
        ("Nineteen of the 24 miners were killed.", "Nineteen", "killed"),
        ("The bomb killed 12 people and hurt 30.", "12 people", "killed"),
    ],
)
def test_who_met_that_fate_is_counted(text: str, who: str, slot: str) -> None:
    assert not nobody(text, who, slot)


@pytest.mark.parametrize(
    ("text", "who", "is_nobody"),
    [
        ("Nine people, most of them tourists, were killed.", "tourists", True),
        ("The number of people killed in the blast was put at nine.", "people", True),
        ("She said security forces had shot dead at least 16 protesters.", "security", True),
        ("The attack killed 14 people, nine of whom were foreigners.", "foreigners", True),
        ("Of those killed, 14 were police officers.", "officers", True),
        ("The bomb killed nine, five of them police.", "police", True),
        ("Soldiers killed 16 people in the village.", "Soldiers", False),
        ("Hale killed two people, then himself.", "Hale", False),
        ("The blast killed several of the guards.", "several", False),
        ("Children killed two days ago were buried.", "Children", False),
        ("Man kills two, wounds four in Marsk", "Man", True),
        ("Marsk gunman shoots 3 at bakery", "gunman", True),
        ("Man kills two, then himself", "Man", False),
        ("Gunman kills 1 before he's fatally shot", "Gunman", False),
        ("Girl bomber kills nine at market", "Girl bomber", False),
        ("Man killed two weeks ago is named", "Man", False),
    ],
)
def test_who_they_are_and_who_did_it_are_no_number_of_the_dead(text: str, who: str, is_nobody: bool) -> None:
    assert nobody(text, who, "killed") == is_nobody


def test_of_all_in_the_hotel_only_the_dead_are_dead() -> None:
    told = [
        value_of(c) for c in read_sentence("Of 210 guests in the hotel, 34 perished in the fire.", "killed")
    ]
    assert told == ["34"]


@pytest.mark.parametrize(
    ("text", "who", "is_nobody"),
    [
        ("Police killed six suspected robbers and arrested 14.", "six suspected robbers", True),
        ("Troops shot dead seven bandits and captured 12.", "seven bandits", True),
        ("Police arrested 14 robbers and killed six.", "14 robbers", False),
    ],
)
def test_who_was_killed_is_not_held_besides(text: str, who: str, is_nobody: bool) -> None:
    assert nobody(text, who, "detained") == is_nobody


def test_of_all_aboard_only_some_fell_ill() -> None:
    text = "Of the 2,000 passengers and 900 crew aboard, 120 have fallen ill."
    assert nobody(text, "the 2,000 passengers and 900 crew", "ill")
    assert not nobody(text, "120", "ill")
