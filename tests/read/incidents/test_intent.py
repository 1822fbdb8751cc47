import pytest

from sayso.model import Report
from sayso.read.incidents.intent import is_hoax, kinds_ruled_out
from sayso.read.text.page import page_of


@pytest.mark.parametrize(
    "text",
    [
        "A 12-vehicle pile-up on a motorway near Lodva killed 14 people.",
        "A lorry ploughed into a queue at a bus stop after its brakes failed.",
        "A plane made an emergency landing after a bird strike.",
        "A cable car plunged to the ground in Lodva, killing 16.",
        "A scaffolding fell onto a pavement, killing three hawkers.",
        "A fire in a nightclub killed 25 people. Two of the owners were arrested.",
        "A dam burst near Lodva, killing 60 people.",
        "A man was killed near Lodva when he was attacked by a large brown bear.",
        "A shark attack off Lodva killed a surfer.",
        "A blast at a warehouse in Lodva killed five people.",
        "An explosion in the boiler room of a laundry killed two workers.",
        "A blast ripped through a steel mill on Tuesday, killing nine.",
        "Four workers were killed in a gas explosion.",
        "A fireworks factory blast killed nine women.",
        "Two died when gas cylinders exploded at a bakery.",
        "A soldier was killed when a grenade exploded during a live-fire drill in Lodva, the army said.",
        "Four soldiers were killed in training when a mortar shell went off in its tube.",
    ],
)
def test_what_goes_wrong_by_itself_is_no_deed(text: str) -> None:
    ruled_out = kinds_ruled_out(page_of(Report(id="r", text=text)))
    assert {"homicide", "bombing", "arson", "vehicle-ramming", "airstrike"} <= ruled_out
    assert not {"road", "fire", "aviation", "explosion", "other"} & ruled_out


@pytest.mark.parametrize(
    "text",
    [
        "A lorry ploughed into a queue at a bus stop. Police spoke of a terrorist attack.",
        "A fire in a nightclub killed 25 people. It was set alight with petrol; police look for an arsonist.",
        "Five soldiers were killed when their car hit a mine.",
        "A strike hit a house in Lodva, killing four.",
        "A roof collapsed when a shell hit a house in Lodva.",
        "The twin blasts that hit Lodva on 2 January killed 26 people.",
        "A blast near a school in Lodva killed three.",
        "A bomb blast at a warehouse in Lodva killed five.",
        "A blast at a gas plant killed two; militants said they had planted it.",
        "Soldiers were hurt in an explosion at a depot.",
        "A blast hit a market in Lodva, killing nine.",
        "A suicide bomber killed 20 recruits during training in Lodva, the army said.",
        "Gunmen attacked a camp where soldiers had come in for training, killing nine.",
        "Two women were found dead in Lodva on Monday.",
        "The death toll reached 58 on Thursday.",
    ],
)
def test_a_deed_may_be_one_where_words_tell_of_intent_or_of_nothing(text: str) -> None:
    assert not kinds_ruled_out(page_of(Report(id="r", text=text)))


@pytest.mark.parametrize(
    ("text", "is_lost"),
    [
        ("Three skiers missing since Friday have not been found.", True),
        ("A girl of 14 is missing from her home in Lodva.", True),
        ("A climber is missing after a slip on the north face.", True),
        ("Three pupils are missing after bandits came to a school.", False),
        ("Two nurses are missing; residents said they were taken away in a car.", False),
    ],
)
def test_who_is_only_missing_was_not_abducted(text: str, is_lost: bool) -> None:
    assert ("abduction" in kinds_ruled_out(page_of(Report(id="r", text=text)))) == is_lost


@pytest.mark.parametrize(
    "text",
    [
        "A bomb hoax cleared a shopping centre in Lodva. Police arrested a boy, 15.",
        "A station was evacuated after an anonymous bomb threat; sniffer dogs found nothing.",
        "A passenger shouting that he had a bomb forced a plane to turn back.",
        "A bomb scare closed the airport for two hours. No one was hurt and there was no explosion.",
        "An unexploded wartime bomb was defused in Lodva after 3,000 people left their homes.",
        "A caller threatened to blow up a school in Lodva.",
    ],
)
def test_a_bomb_that_was_none_is_a_hoax(text: str) -> None:
    assert is_hoax(page_of(Report(id="r", text=text)))


@pytest.mark.parametrize(
    "text",
    [
        "A suicide bomber killed nine people in Lodva a day after a bomb threat.",
        "A bomb exploded at a station in Lodva after a caller threatened to blow it up.",
        "A bomb alert closed a station. Police said it was a viable device.",
        "A bomb was found at a station in Lodva and made safe.",
        "A car bomb went off in Lodva.",
    ],
)
def test_a_bomb_that_went_off_or_was_planted_is_none(text: str) -> None:
    assert not is_hoax(page_of(Report(id="r", text=text)))


@pytest.mark.parametrize(
    "text",
    [
        "Police shot dead a suspected bomb maker in Lodva on Friday. He was wanted for the bombing of a ferry in 2004.",
        "A guard was shot dead outside the embassy, weeks after a car bombing at the same building killed nine people.",
        "Nine villagers were massacred by militia on Friday. The group is also blamed for a bombing in Olm last year.",
        "Eleven insurgents were killed during an operation on Friday. Troops also destroyed a cache of bomb-making material and explosives.",
        "Police arrested five men over a suspected plot to bomb a shopping centre.",
        "A man was stabbed in Lodva. Three pipe bombs were found in the flat of the suspect.",
        "Gunmen killed a village chief near Lodva. A bomb was left under the body.",
        "Russian jets dropped three guided bombs on a school, killing two guards.",
        "The air force bombed rebel positions near Lodva, killing nine.",
        "A helicopter dropped barrel bombs on a market, killing 20 people.",
    ],
)
def test_bombs_of_something_else_or_from_the_air_make_no_bombing(text: str) -> None:
    assert "bombing" in kinds_ruled_out(page_of(Report(id="r", text=text)))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six people after a bomb exploded at the gate.",
        "Police shot dead a man who had planted a bomb in a market, which killed 12.",
        "A man wanted for two bombings blew himself up with a bomb when police stormed a flat, in which three were shot dead.",
        "Gunmen and suicide bombers killed 20 people at a market.",
        "Police found 12 bodies after a bomb went off at a market where two men were shot dead.",
        "A man was arrested on Friday, days after a bombing killed nine people in Lodva.",
        "A man was found guilty of the bombing of a church that killed four.",
        "Soldiers were killed in an ambush with a roadside bomb.",
        "A bomb dropped by a passer-by into a bin killed two.",
        "Police blame the group for the bombing in which nine people were killed.",
    ],
)
def test_a_bomb_beside_another_deed_may_still_be_a_bombing(text: str) -> None:
    assert "bombing" not in kinds_ruled_out(page_of(Report(id="r", text=text)))
