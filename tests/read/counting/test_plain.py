import pytest
from tests.read.marks import read_sentence, value_of

from sayso.model import Count, Span
from sayso.read.claims.sureness import is_sure
from sayso.read.counting.plain import parts_of, plain_counts
from sayso.read.tagging.network import Stretch


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Gunmen stopped a bus and took away more than 20 passengers.",
            ("hostages", "more than 20 passengers"),
        ),
        ("The crash has claimed a third life.", ("killed", "a third life")),
        ("Lodva blast claims sixth life", ("killed", "sixth life")),
        ("All six comrades are free.", ("rescued", "All six comrades")),
        ("There is no hostage left in the jail.", ("hostages", "no hostage")),
        ("None of them is in captivity any longer.", ("hostages", "None of them")),
        ("Nobody else is unaccounted for, the force said.", ("missing", "Nobody else")),
        ("A search is on for a plane with five people on board that left Lodva.", ("missing", "five people")),
        ("Rescuers have taken five people out of the damaged entrance.", ("rescued", "five people")),
        ("About 400 people from Parte have fled to the forest.", ("displaced", "About 400 people")),
        ("Seven died and eight have not been found.", ("missing", "eight")),
        ("Two women were winched to a helicopter.", ("rescued", "Two women")),
        ("Thirty pupils were pulled from the wreckage.", ("rescued", "Thirty pupils")),
        ("Nine tourists were plucked from a roof.", ("rescued", "Nine tourists")),
        ("Five boys were taken away in a truck.", ("hostages", "Five boys")),
        ("It left the town, leaving 40 in the hands of their abductors.", ("hostages", "40")),
        ("Nine of the 49 pupils kidnapped from a school have escaped.", ("rescued", "Nine of the 49 pupils")),
        ("Fourteen people are without a home.", ("displaced", "Fourteen people")),
        ("Sixty residents were told to leave.", ("displaced", "Sixty residents")),
        ("The bodies of four divers were retrieved on Tuesday.", ("killed", "four divers")),
        ("Three others have not been seen again.", ("missing", "Three others")),
        ("Two men charged in the May 3 double murder.", ("killed", "double murder")),
        ("They fled, taking four others captive.", ("hostages", "four others")),
        ("By noon 20 people had been saved.", ("rescued", "20 people")),
        ("Sixteen people were pulled out alive.", ("rescued", "Sixteen people")),
        ("Bandits took 12 villagers hostage.", ("hostages", "12 villagers")),
        ("Nine were hurt, three critically.", ("critical", "three")),
        ('He said they "neutralised 19 rebels".', ("killed", "19 rebels")),
        ("Up to nine people could still be buried under the rubble.", ("missing", "Up to nine people")),
        ("Two were presumed to have been kidnapped.", ("hostages", "Two")),
        ("Pirates let go five of the nine sailors they took.", ("rescued", "five")),
        ("- Injured: 79", ("injured", "79")),
        ("* Number of missing persons: 0", ("missing", "0")),
        ("Persons in temporary shelters: 3,120", ("displaced", "3,120")),
        ("Rescuers were still searching for a two-year-old girl.", ("missing", "a two-year-old girl")),
        ("Divers continued to look for four people.", ("missing", "four people")),
        ("So the search goes on for the other 31.", ("missing", "the other 31")),
        ("The search for the remaining six miners was called off.", ("missing", "the remaining six miners")),
        ("The agency said it was still looking for 30 people.", ("missing", "30 people")),
        ("He has the names of 30 people who have not been found.", ("missing", "30 people")),
        ("Nine passengers have not yet been accounted for.", ("missing", "Nine passengers")),
        ("Police believe that the driver acted alone.", ("attackers", "the driver")),
        ("Civil protection teams brought 47 guests down by ladder.", ("rescued", "47 guests")),
        ("Firefighters have led 200 guests to safety.", ("rescued", "200 guests")),
        ("Fire crews carried ten guests down from the third floor.", ("rescued", "ten guests")),
        ("A helicopter plucked six workers off the roof.", ("rescued", "six workers")),
        ("Soldiers dragged four children from the rubble.", ("rescued", "four children")),
        ("Divers helped nine passengers from the wreck.", ("rescued", "nine passengers")),
        ("Crews dig for 14 miners.", ("missing", "14 miners")),
        ("Injured – 128", ("injured", "128")),
        ("Missing - 17", ("missing", "17")),
        ("Rebels came at dawn, marching off 12 villagers.", ("hostages", "12 villagers")),
        ("A helicopter winched nine passengers off the roof.", ("rescued", "nine passengers")),
        ("Twelve passengers were brought ashore.", ("rescued", "Twelve passengers")),
        ("Nine of the miners have been brought to the surface alive.", ("rescued", "Nine of the miners")),
        ("Four of the pupils were pulled out unharmed.", ("rescued", "Four of the pupils")),
        ("We believe he acted alone, she said.", ("attackers", "he")),
        ("A four-man gang robbed the shop.", ("attackers", "four")),
        ("They were part of an eight-member armed gang.", ("attackers", "eight")),
        ("Police said Ugo Bern had acted alone.", ("attackers", "Bern")),
        ("The boy is believed to have acted alone.", ("attackers", "The boy")),
        ("Two men shot outside a bank", ("injured", "Two men")),
        ("Two Men Shot Outside Marsk Bank", ("injured", "Two Men")),
        ("Four guests were shot Sunday Night, police said.", ("injured", "Four guests")),
        ("Six people were hurt a day later.", ("injured", "Six people")),
        ("Three wounded the night before are at home.", ("injured", "Three")),
        ("Twelve people shot Monday Night", ("injured", "Twelve people")),
        ("Three dead in Marsk shooting; suspect in hospital", ("hospitalised", "suspect")),
        ("45-year-old gunman in hospital after siege", ("hospitalised", "45-year-old gunman")),
    ],
)
def test_a_number_of_people_and_their_fate_stand_side_by_side(text: str, told: tuple[str, str]) -> None:
    assert told in [(slot, text[start:end]) for slot, start, end in plain_counts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Police took away 20 passengers after the match.",
        "The river took away 20 villagers.",
        "The wreck of a missing plane with five people on board was found.",
        "Rescuers have taken five bodies out of the house.",
        "Two people fled to the forest after the raid.",
        "Soldiers took 12 residents to the police station.",
        "Boats took 200 tourists to the island.",
        "Forty people were carried out of the cinema.",
        "Police led 12 people out of the courtroom.",
        "Crews took 12 workers off the list.",
        "Boats brought 12 workers from the island.",
        "Rescue 1122 teams shifted the wounded to Lodva.",
        "Soldiers of Brigade 47 were killed.",
        "The Zone 4 officers shot Ugo Bern by mistake.",
        "The District 9 guards wounded a boy.",
        "A woman told 911 operators she shot her husband.",
        "Three deputies shot a man outside a bank.",
        "Two officers shot Ugo Bern on Monday.",
        "Both brothers hurt him.",
        "Mother of gunman in hospital visit row",
        "A suspect in hospital uniform fled.",
    ],
)
def test_what_no_number_of_people_stands_beside(text: str) -> None:
    assert list(plain_counts(text)) == []


def test_a_headline_that_names_a_kind_of_people_is_no_line_of_a_list() -> None:
    assert not list(plain_counts("Missing: 2019 thriller returns"))
    assert not list(plain_counts("Dead: 7:30 p.m."))


@pytest.mark.parametrize(
    "text",
    [
        "Police are looking for two men.",
        "The search goes on for the other two gunmen.",
        "Police are still looking for the other two.",
        "The search for the other 12 bodies goes on.",
        "The firm is still looking for 30 workers to hire before police checks.",
        "Crews are searching for two men suspected of setting the fire.",
        "The driver was alone in the car.",
        "Police want to know whether he acted alone.",
        "They do not think that Bern acted alone.",
        "A four-man team of investigators is at the scene.",
        "A nine-member panel will look into it.",
        "Nobody knows if the boy acted alone.",
    ],
)
def test_who_is_sought_or_alone_is_not_missing_and_no_attacker(text: str) -> None:
    assert not [slot for slot, *_ in plain_counts(text) if slot in ("missing", "attackers")]


def test_the_first_of_two_numbers_is_told_with_the_second() -> None:
    text = "Between 10 and 15 were feared trapped in the pit in Lodva."
    assert [text[start:end] for slot, start, end in plain_counts(text) if slot == "missing"] == [
        "Between 10 and 15"
    ]


def test_all_but_some_are_not_these() -> None:
    assert not list(plain_counts("All but six were let go by evening."))


def test_dead_and_hurt_together_are_told_though_the_network_is_less_sure() -> None:
    span = Span(field="text", start=0, end=12, quote="Seven people")
    told = {
        tag: is_sure(Stretch(tag, span, 0.55, "victim", "certain", 1.0, None, None, None, 0.9))
        for tag in ("casualties", "injured")
    }
    assert told == {"casualties": True, "injured": False}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Crews dig for a four-year-old girl who is trapped down a dry well.", ("missing", "a four-year-old girl")),
        ("The miner was still trapped in a flooded shaft.", ("missing", "The miner")),
    ],
)  # fmt: skip
def test_who_is_trapped_below_is_missing(text: str, told: tuple[str, str]) -> None:
    assert told in [(slot, text[start:end]) for slot, start, end in plain_counts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A girl trapped down a well has been found dead.",
        "A man trapped in a cave was rescued on Sunday.",
        "A woman was trapped in her car.",
        "Two thieves fled from the beach.",
        "Thousands of bathers fled from the beach.",
    ],
)
def test_who_was_found_is_missing_no_more_and_who_gets_away_is_not_displaced(text: str) -> None:
    assert not [slot for slot, _, _ in plain_counts(text) if slot in ("missing", "displaced")]


def test_who_is_trapped_in_a_mine_told_of_before_is_missing() -> None:
    text = "A coal mine in Lodva flooded on Friday, killing five miners. Nine are still trapped."
    assert [value_of(c) for c in read_sentence(text, "missing")] == ["9"]


def test_a_child_down_a_well_is_missing() -> None:
    claims = read_sentence("Rescuers in Peru dig for a girl who is trapped deep down an old well.", "missing")
    assert [value_of(claim) for claim in claims] == ["1"]


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "A gang of four thieves -- two of them dressed as nuns -- robbed it.",
            "four thieves",
            ["two of them"],
        ),
        ("Nine hostages walked free, three of them before noon.", "Nine hostages", ["three of them"]),
        ("Three people, including a small girl, were shot.", "Three people", ["a small girl"]),
        ("At least 22 miners, including four foremen, died.", "22 miners", ["four foremen"]),
        ("Three are in hospital, two of whom are in a coma.", "Three", []),
        ("Three men died and the crew, including two boys, fled.", "Three men", []),
        ("Three towns were hit, and 20 people died.", "20 people", []),
    ],
)
def test_some_of_the_people_told_of_before_are_told_too(text: str, whole: str, parts: list[str]) -> None:
    start = text.index(whole)
    assert [text[a:b] for a, b in parts_of(text, start, start + len(whole))] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The death toll stood at 72: 30 from Bogo, 22 in Ruwi and 20 in Sur, the office said.",
            {30, 22, 20},
        ),
        (
            "Since June 831 people have died (Sindh 480, Punjab 191 and Lodva 160) in floods.",
            {480, 191, 160},
        ),
    ],
)
def test_a_toll_is_parted_by_places(text: str, parts: set[int]) -> None:
    claims = [c for c in read_sentence(text, "killed") if isinstance(c.value, Count)]
    assert {c.value.low for c in claims if c.part_of and isinstance(c.value, Count)} >= parts


def test_a_part_has_the_fate_and_the_role_of_the_whole() -> None:
    claims = read_sentence("Nine hostages walked free, three of them before the assault.", "rescued")
    (part,) = (claim for claim in claims if claim.who == "three of them")
    assert (part.value, part.role, part.part_of) == (Count(low=3, high=3), "victim", "Nine hostages")
