import pytest
from tests.read.marks import read_sentence, value_of

from sayso.read.fates.hospital import has_left, is_in_hospital, was_treated_there


@pytest.mark.parametrize(
    ("text", "who", "there"),
    [
        ("Doctors moved 61 patients to a school when the roof went.", "61 patients", False),
        ("The hospital moved 61 patients, including 20 newborns, to a school.", "20 newborns", False),
        ("Some 120 patients were evacuated by ferry to a hospital in Dran.", "120 patients", False),
        ("Of the 40 babies 36 were shifted safely to another ward.", "36", False),
        ("The 40 injured were shifted to another hospital.", "The 40 injured", True),
        ("Doctors treated 61 patients for burns.", "61 patients", True),
    ],
)
def test_the_sick_who_have_to_leave_their_ward_are_no_victims(text: str, who: str, there: bool) -> None:
    start = text.index(who)
    assert is_in_hospital(text, start, start + len(who)) is there


@pytest.mark.parametrize(
    ("text", "who", "there"),
    [
        ("Ten people were treated for cuts on the spot.", "Ten people", True),
        ("Fifteen were treated at the scene but no one was taken to hospital.", "Fifteen", True),
        ("Three people were treated at the scene and two were taken to hospital.", "Three people", True),
        ("Six people were taken to hospital and nine more were treated at the scene.", "nine more", True),
        (
            "Nine people were treated at the scene and another five were taken to hospital.",
            "Nine people",
            True,
        ),
        ("Eleven people were treated at the scene and seven in hospital.", "Eleven people", True),
        ("A man was treated at the scene but refused to go to hospital.", "A man", True),
        ("Medics treated nine people on site, and four of them were taken to hospital.", "nine people", True),
        ("Crews treated three people at the scene; none needed hospital treatment.", "three people", True),
        ("Two people were treated at the scene before being taken to hospital.", "Two people", False),
        ("Twenty people were treated in hospitals, none of them badly hurt.", "Twenty people", False),
        ("A treatment centre at the scene of the leak has 30 people.", "30 people", False),
        ("Thirty people are being treated for burns.", "Thirty people", False),
    ],
)
def test_who_is_treated_where_it_happened_is_not_in_hospital(text: str, who: str, there: bool) -> None:
    start = text.index(who)
    assert was_treated_there(text, start, start + len(who)) == there
    assert is_in_hospital(text, start, start + len(who)) != there


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Five people were assessed by paramedics at the scene.", "Five people"),
        ("Paramedics checked 14 passengers; none required hospital care.", "14 passengers"),
        ("Four others were checked by paramedics and refused transport to hospital.", "Four others"),
    ],
)
def test_who_is_only_looked_at_is_neither_there_nor_hurt(text: str, who: str) -> None:
    start = text.index(who)
    assert not is_in_hospital(text, start, start + len(who))
    assert not was_treated_there(text, start, start + len(who))


@pytest.mark.parametrize(
    ("text", "who", "left"),
    [
        ("Three of the wounded were released from hospital on Tuesday.", "wounded", True),
        ("Four of the 11 people hurt in the blast had been discharged.", "11 people", True),
        (
            "Twelve people who were hospitalised after the leak have since been sent home.",
            "Twelve people",
            True,
        ),
        ("All seven firefighters have left hospital.", "firefighters", True),
        ("Three of the children went home from hospital.", "children", True),
        ("A girl was admitted and has since been discharged.", "A girl", True),
        ("Six workers were taken to hospital; four have since been released.", "four", True),
        ("Two women were treated at a hospital and released.", "Two women", False),
        ("Two suspects have since been released into the care of their parents.", "Two suspects", False),
        ("Two men were taken to hospital and a boy was discharged.", "Two men", False),
        ("Two men were released from jail.", "Two men", False),
        ("Five patients have not been discharged.", "Five patients", False),
    ],
)
def test_who_has_gone_home_is_in_hospital_no_more(text: str, who: str, left: bool) -> None:
    assert has_left(text, text.index(who) + len(who)) == left


def test_the_discharged_are_no_number_of_now_and_the_hurt_are_all() -> None:
    claims = read_sentence("Four of the 11 people hurt in the blast had been discharged, the mayor said.")
    assert {(c.slot, value_of(c), c.standing) for c in claims if c.slot != "weapon"} == {
        ("hospitalised", "4", "superseded"),
        ("injured", "11", "current"),
    }
