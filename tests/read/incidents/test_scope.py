from datetime import UTC, datetime

import pytest

from sayso.model import Count, Report
from sayso.read import read
from sayso.read.incidents.others import OTHER_NEWS

PUBLISHED = datetime(2026, 1, 15, 12, tzinfo=UTC)


def tolls(title: str | None, text: str) -> dict[bool, list[tuple[str, int | None]]]:
    """Return the numbers that a report gives of its main incident (True) and of others (False)."""
    report = Report(id="r", title=title, text=text, published_at=PUBLISHED, published_grain="instant")
    reading = read(report)
    mains = {account.id for account in reading.accounts if account.main}
    told: dict[bool, list[tuple[str, int | None]]] = {True: [], False: []}
    for claim in reading.claims:
        if isinstance(claim.value, Count):
            told[claim.account_id in mains].append((claim.slot, claim.value.low))
    return told


@pytest.mark.parametrize(
    ("head", "aside", "expected"),
    [
        ("A drone killed six people at a market in Kharkiv on Monday, the governor said.",
         "One person was also killed in Odesa when debris fell on a block of flats.", ("killed", 1)),
        ("A roadside bomb killed eight policemen near Khuzdar on Sunday, officials said.",
         "In a separate attack hours later, gunmen shot dead two labourers in Turbat.", ("killed", 2)),
        ("A roadside bomb killed eight policemen near Khuzdar on Sunday, officials said.",
         "Elsewhere in the province, three soldiers died when their vehicle overturned.", ("killed", 3)),
        ("A man was shot dead on Maple Street in Dayton on Friday night, police said.",
         "In an unrelated shooting, two teenagers were wounded outside a cinema.", ("injured", 2)),
        ("A man was shot dead on Maple Street in Dayton on Friday night, police said.",
         "The same night, three women were stabbed to death in Kettering.", ("killed", 3)),
        ("Twelve people died when a ferry sank off Cebu on Tuesday, the coast guard said.",
         "RELATED: Bus plunges into ravine, killing nine", ("killed", 9)),
        ("Floods have killed 40 people in Lodva since Monday, officials said.",
         "Nationwide, at least 112 people have died this rainy season.", ("killed", 112)),
        ("A bus crash killed 12 people near Lodva on Monday.",
         "The crash comes days after nine people died when a lorry hit a school van in Marsk.", ("killed", 9)),
        ("An earthquake killed 14 people in Lodva on Tuesday.",
         "Also on Tuesday, a gas explosion in Marsk killed three people.", ("killed", 3)),
        ("A family of four died when fire swept through their home in Durban on Sunday.",
         "In Cape Town, three people died in a shack fire over the weekend.", ("killed", 3)),
        ("A bomb killed four people in a hotel in Lodva on Monday.",
         "The previous attack, on a ferry on Friday, killed nine people.", ("killed", 9)),
        ("A policeman was shot dead in Lodva on Monday.",
         "Days earlier, two women were shot dead in Marsk.", ("killed", 2)),
        ("A blast at a mill in Lodva on Sunday killed 12 people, police said.",
         "And now the rest of the news. Five people have died in a plane crash in Peru.", ("killed", 5)),
        ("An aftershock hit Lodva on Friday, injuring four people.",
         "It came three days after a powerful quake killed 210 people.", ("killed", 210)),
        ("A man was shot dead on Maple Street in Dayton on Friday night, police said.",
         "STORY: Two dead in shooting at Toledo club", ("killed", 2)),
        ("Three men were shot in the legs on Maple Street in Dayton on Friday afternoon, police said.",
         "Another man was also shot Tuesday in the lot of a diner on Oak Street. He was hit in the arm.", ("injured", 1)),
        ("A suicide bomber killed nine people at a market in Baquba on Tuesday, police said.",
         "In a second attack, gunmen shot dead three guards at a bank in Kirkuk.", ("killed", 3)),
        ("Gunmen on a motorcycle shot dead a judge in Quetta on Tuesday, police said.",
         "Hours later, across town, a bomb exploded outside a bank, killing four people.", ("killed", 4)),
        ("Two women were shot dead at a bus stop in Memphis on Tuesday, police said.",
         "An hour later, in another part of the city, three teenagers were wounded with a knife in a park.", ("injured", 3)),
        ("A pupil was shot near a school in Dayton on Friday afternoon, police said.\n\nHe was hit in the arm.",
         "Two other incidents were reported at schools on Friday.\n\nEight girls were injured in a fight in Xenia.", ("injured", 8)),
    ],
)  # fmt: skip
def test_what_turns_to_another_incident_is_no_part_of_the_main_one(
    head: str, aside: str, expected: tuple[str, int]
) -> None:
    told = tolls(None, f"{head}\n\n{aside}")
    assert expected in told[False]
    assert expected not in told[True]


def test_a_third_attack_is_another_than_the_second() -> None:
    reading = read(
        Report(
            id="r",
            text="BAGHDAD - A suicide bomber killed nine people in Baquba on Tuesday.\n\n"
            "In a second attack, gunmen shot dead three guards in Kirkuk. In a third, a bomb wounded two soldiers near Mosul.",
        )
    )
    towns = {a.id: a.place.city for a in reading.accounts if a.place}
    told = {
        (towns[c.account_id], c.value.low)
        for c in reading.claims
        if c.slot in ("killed", "injured") and isinstance(c.value, Count)
    }
    assert told == {("Baquba", 9), ("Kirkuk", 3), ("Mosul", 2)}


@pytest.mark.parametrize(
    ("head", "later", "expected"),
    [
        ("Two policemen were shot in Memphis on Tuesday.",
         "Hours later, across town, police shot dead the suspect, 30.", ("killed", 1)),
        ("A gunman killed three people at a barber's in Leeds on Tuesday.",
         "Minutes later he shot dead four others in a park across town.", ("killed", 4)),
    ],
)  # fmt: skip
def test_what_the_same_do_later_is_no_other_incident(
    head: str, later: str, expected: tuple[str, int]
) -> None:
    assert expected in tolls(None, f"{head}\n\n{later}")[True]


def test_others_hurt_on_a_day_told_before_are_of_the_main_incident() -> None:
    head = "A man was shot dead at a bar in Dayton on Friday night, police said. He was 34."
    told = tolls(None, f"{head}\n\nTwo other men were shot Friday in the lot of the bar.")
    assert ("injured", 2) in told[True]
    told = tolls(None, f"{head}\n\nA second suspect was shot dead by officers on Tuesday.")
    assert ("killed", 1) not in told[False]


@pytest.mark.parametrize(
    ("head", "others"),
    [
        ("A gunman killed a deacon at a picnic in Dayton, the sheriff said.", "Two other people were shot at the picnic on Sunday."),
        ("A man killed his wife at home in Dayton and drove to a bar, police said.", "Two other women were shot outside it on Monday night."),
        ("Gunfire at a wedding in Dayton left a guest dead, police said.", "Two more men were shot there on Saturday evening."),
    ],
)  # fmt: skip
def test_others_hurt_on_the_first_day_that_is_told_are_of_the_main_incident(head: str, others: str) -> None:
    assert ("injured", 2) in tolls(None, f"{head}\n\n{others}")[True]


@pytest.mark.parametrize(
    ("head", "others", "expected", "is_main"),
    [
        ("A quake killed 14 people in Van province on Tuesday, the governor said.",
         "In the town of Ercis, meanwhile, rescuers pulled six people from a school.", ("rescued", 6), True),
        ("Floods in Jos on Tuesday killed 20 people, officials said.",
         "Elsewhere in the city, three children drowned.", ("killed", 3), True),
        ("A cyclone killed nine people in Beira on Tuesday, the mayor said.",
         "Across the province 300 people were hurt.", ("injured", 300), True),
        ("Storms killed two people in Ohio on Tuesday, officials said.",
         "In a separate incident, gunmen killed five people in Dayton.", ("killed", 5), False),
        ("Floods in Jos on Tuesday killed 20 people, officials said.",
         "Elsewhere in Nigeria, gunmen killed seven villagers.", ("killed", 7), False),
        ("A storm killed two people in Ohio on Tuesday, officials said.",
         "Meanwhile, in Texas a bus crash killed six students.", ("killed", 6), False),
        ("A quake killed 30 people in Van on Tuesday, officials said.",
         "Elsewhere, an avalanche in Switzerland killed three skiers.", ("killed", 3), False),
        ("Gunmen killed two people in Jos on Tuesday, police said.",
         "Elsewhere in the state, a bomb killed four soldiers.", ("killed", 4), False),
        ("A quake killed 20 people in western Turkey on Monday. It was felt in Greece. Izmir was hit hardest. Many fled.",
         "In Manisa, two women died of heart attacks.", ("killed", 2), True),
        ("A quake killed 20 people in western Turkey on Monday. It was felt in Greece. Izmir was hit hardest. Many fled.",
         "In Ankara, two women died in a gas explosion.", ("killed", 2), False),
        ("A fire on a ferry off Cebu killed nine people on Tuesday, the coast guard said.",
         "Three other explosions were reported on board. Twelve passengers are missing.", ("missing", 12), True),
    ],
)  # fmt: skip
def test_elsewhere_a_quake_or_a_flood_is_the_same_and_so_is_a_second_blast(
    head: str, others: str, expected: tuple[str, int], is_main: bool
) -> None:
    told = tolls(None, f"{head}\n\n{others}")
    assert expected in told[is_main]
    assert expected not in told[not is_main]


@pytest.mark.parametrize(
    ("words", "are_of_others"),
    [
        ("Now the rest of the news.", True),
        ("Other news in brief.", True),
        ("Other stories we are following tonight.", True),
        ("Other news outlets reported five dead.", False),
        ("Other news agencies put it at nine.", False),
        ("Other stories told of two gunmen.", False),
    ],
)
def test_that_other_news_follow_is_said_in_few_words(words: str, are_of_others: bool) -> None:
    assert (OTHER_NEWS.fullmatch(words) is not None) is are_of_others


def test_what_follows_another_incident_is_told_of_it() -> None:
    text = (
        "Three students were shot dead at a school in Tampa on Monday.\n\nIn 2018 a gunman killed 17 people at a "
        "school in Parkland. He was sentenced to life in prison. Fourteen others were wounded."
    )
    title = "Three dead in Tampa school shooting"
    reading = read(Report(id="r", title=title, text=text, published_at=PUBLISHED, published_grain="instant"))
    main, other = reading.accounts
    lows = {c.value.low: c.account_id for c in reading.claims if isinstance(c.value, Count)}
    assert (lows[3], lows[17], lows[14]) == (main.id, other.id, other.id)


def test_what_follows_an_unrelated_incident_in_a_paragraph_of_its_own_is_told_of_it() -> None:
    told = tolls(
        "Man shot dead in Dayton",
        "A man was shot dead on Maple Street in Dayton on Friday night, police said.\n\nIn an unrelated shooting, three "
        "teenagers were wounded outside a cinema.\n\nOne of them is in critical condition.",
    )
    assert told[False] == [("injured", 3), ("critical", 1)]


def test_what_follows_the_line_above_another_story_is_of_the_report() -> None:
    told = tolls(
        "Ferry sinks off Cebu, 12 dead",
        "Twelve people died when a ferry sank off Cebu on Tuesday, the coast guard said.\n\nRELATED: Bus plunges into "
        "ravine, killing nine\n\nThe captain was detained, and divers found two more bodies.\n\nThirty passengers are "
        "missing.",
    )
    assert {("killed", 2), ("missing", 30)} <= {*told[True]}
    assert told[False] == [("killed", 9)]


def test_that_attack_is_the_one_told_before() -> None:
    told = tolls(
        "Gunmen kill 11 in Bokkos",
        "Gunmen killed 11 people in Bokkos on Sunday. The deaths come a week after an ambush near Jos in which five "
        "soldiers died. Two civilians were also killed in that attack.",
    )
    assert {("killed", 5), ("killed", 2)} <= {*told[False]}
    assert ("killed", 11) in told[True]


def test_the_places_of_one_attack_are_no_other_attacks() -> None:
    told = tolls(
        None,
        "Gunmen killed 12 people in two villages in Benue on Sunday. In Agatu, seven people died. In Otukpo, five died.",
    )
    assert told[True][-2:] == [("killed", 7), ("killed", 5)]
    assert told[False] == []


def test_a_year_in_passing_makes_no_other_incident() -> None:
    told = tolls(
        "Nine killed in Nakuru crash",
        "Nine people were killed when a bus and a truck collided near Nakuru on Saturday, police said.\n\nThe bus "
        "driver, who joined the company in 2009, was among the dead, and 14 passengers were injured.",
    )
    assert ("injured", 14) in told[True]
    assert told[False] == []


def test_a_year_told_beside_what_is_surely_the_main_incident_makes_no_other() -> None:
    told = tolls(
        None,
        "Seven people were killed over the weekend in Lagos, police said, the highest number since 2015.",
    )
    assert ("killed", 7) in told[True]


def test_others_who_were_also_hit_in_the_town_of_the_head_are_of_the_main_incident() -> None:
    told = tolls(
        "Drone attack on Kyiv kills four",
        "A drone attack on Kyiv killed four people overnight. Six people were also wounded in Kyiv.",
    )
    assert ("injured", 6) in told[True]


@pytest.mark.parametrize(
    ("title", "text", "main", "other"),
    [
        ("Eight policemen killed near Khuzdar",
         "A bomb killed eight policemen near Khuzdar on Sunday, a day after gunmen shot dead 12 miners in Harnai.",
         ("killed", 8), ("killed", 12)),
        ("Gunman kills three at Tampa mall",
         "A gunman killed three people at a mall in Tampa on Monday, two weeks after a shooting at a school in Miami left "
         "nine dead.", ("killed", 3), ("killed", 9)),
        ("Ferry sinks off Cebu, 12 dead",
         "Twelve people died when a ferry sank off Cebu on Tuesday, the worst such accident since 2013, when 116 drowned.",
         ("killed", 12), ("killed", 116)),
        ("Blaze in Lodva", "Police in Lodva have arrested four people over a fire that killed nine on Sunday, a week after a "
         "similar blaze left six dead.", ("killed", 9), ("killed", 6)),
        ("Jets hit Khost", "Jets killed 12 militants in Khost on Monday in retaliation for an attack in Bannu in which 16 "
         "soldiers died last week.", ("killed", 12), ("killed", 16)),
        ("Biker dies near Lodva", "A motorcyclist died near Lodva on Sunday, 200 yards from the spot where two sisters were "
         "killed in March.", ("killed", 1), ("killed", 2)),
        ("One dead as mob burns shops in Ruwi", "A mob has attacked shops in Ruwi, killing one man, after two traders were "
         "stabbed nearby.", ("killed", 1), ("injured", 2)),
        ("Mob burns shops after shooting kills two traders", "One man died when a mob burned shops in Ruwi on Sunday in "
         "revenge for a shooting that killed two traders hours earlier.", ("killed", 1), ("killed", 2)),
        ("Aftershock kills two more in Lodva", "A 5.1-magnitude aftershock on Thursday killed two people in Lodva, where a quake "
         "on Tuesday left 870 dead, officials said.", ("killed", 2), ("killed", 870)),
        ("Bomb kills two in Belfast", "A bomb killed two policemen in Belfast on Tuesday, on the anniversary of an attack in "
         "Omagh that killed 29.", ("killed", 2), ("killed", 29)),
        ("Man shot dead in Dayton; three hurt in unrelated crash",
         "A man was shot dead on Maple Street in Dayton on Friday night, police said.", ("killed", 1), ("injured", 3)),
    ],
)  # fmt: skip
def test_a_first_sentence_that_goes_back_tells_two_incidents(
    title: str, text: str, main: tuple[str, int], other: tuple[str, int]
) -> None:
    told = tolls(title, text)
    assert main in told[True]
    assert other in told[False]
    assert other not in told[True]


@pytest.mark.parametrize(
    "text",
    [
        "A third victim died on Monday, two days after a gunman opened fire at a bar in Ames, wounding nine people.",
        "A man was charged with murder on Monday, three weeks after a woman was found dead in Bolton.",
        "A boy was rescued from a hotel in Lodva on Tuesday, hours after a fire that killed six guests.",
        "Thousands marched in Lodva, where an attack on Tuesday killed six people.",
    ],
)
def test_what_follows_from_an_incident_goes_back_to_that_one(text: str) -> None:
    assert tolls("What we know", text)[False] == []


def test_a_sentence_that_opens_with_what_was_before_tells_the_main_incident_behind_its_comma() -> None:
    told = tolls(
        "Bomb kills three in Marsk",
        "A year after gunmen killed 12 people in Lodva, a bomb killed three people in Marsk on Monday.",
    )
    assert (("killed", 3) in told[True], ("killed", 12) in told[False]) == (True, True)


def test_a_sentence_that_opens_with_an_incident_of_which_alone_it_tells_goes_back_to_no_other() -> None:
    told = tolls(
        "Omagh remembers",
        "Ten years after a bomb killed 29 people at the market in Omagh, the town fell silent on Sunday.",
    )
    assert told == {True: [("killed", 29)], False: []}


def test_who_answers_for_it_in_the_first_sentence_answers_for_the_main_incident() -> None:
    text = "Marland said it played no part in the killing of four clerics in Lodva."
    reading = read(Report(id="r", title=None, text=text, published_at=PUBLISHED, published_grain="instant"))
    assert {claim.slot for claim in reading.claims} >= {"killed", "responsibility"}
    assert len(reading.accounts) == 1


@pytest.mark.parametrize(
    ("text", "main", "other"),
    [
        ("A bus crashed near Lodva on Monday, killing three people, on the road where 40 people died in 2018.", 3, 40),
        ("Last year's heat killed 1,300 pilgrims. On Monday a bus overturned near Lodva, killing 11 pilgrims.", 11, 1300),
        ("In 2019 a gunman killed 51 people in Lodva. On Tuesday a man shot two worshippers dead there.", 2, 51),
        ("Three people died in a crush in Marsk on Monday; in 1989 a crush there killed 96 people.", 3, 96),
        ("In 2014 a ferry sank off Lodva, killing 304 people. On Monday a smaller ferry sank, killing two people.", 2, 304),
    ],
)  # fmt: skip
def test_what_a_clause_tells_of_a_day_long_before_is_of_another_incident(
    text: str, main: int, other: int
) -> None:
    told = tolls(None, text)
    assert ("killed", main) in told[True]
    assert ("killed", other) in told[False]
    assert ("killed", other) not in told[True]


def test_an_arrest_long_before_is_no_arrest_for_this_deed() -> None:
    text = "LODVA - A man opened fire in a club early Sunday, killing two people, police said. Ida Hale was arrested in 2024 on a charge of assault, records show."
    day = datetime(2026, 1, 18, tzinfo=UTC)
    reading = read(
        Report(
            id="r",
            title="Two dead in club",
            text=text,
            published_at=day,
            published_grain="day",
            language="en",
        )
    )
    main = {account.id for account in reading.accounts if account.main}
    assert not [c for c in reading.claims if c.slot == "detained" and c.account_id in main]


def test_the_number_of_an_update_counts_nobody() -> None:
    reading = read(
        Report(id="r", title="UPDATE 3-Gunman kills four at church in Lodva", text="", language="en")
    )
    numbers = {getattr(c.value, "low", None) for c in reading.claims if c.slot == "attackers"}
    assert numbers == {1}


def test_what_is_remembered_is_the_main_incident_of_a_report_on_its_anniversary() -> None:
    text = "Hundreds gathered on Tuesday on the fifth anniversary of the shooting at Hamlin High School that killed four pupils."
    assert ("killed", 4) in tolls("Hamlin remembers", text)[True]
