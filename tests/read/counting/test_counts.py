import pytest
from tests.read.marks import marked, read_sentence, value_of

from sayso.model import COUNT_SLOTS, Claim, Count, Report, Span, Speaker
from sayso.read import read
from sayso.read.certainty.context import part_of
from sayso.read.certainty.polarity import polarity_at
from sayso.read.claims.standing import standing_at
from sayso.read.claims.statements import as_hurt
from sayso.read.counting.amounts import number_of
from sayso.read.counting.plain import plain_counts
from sayso.read.counting.sums import names_in, sum_of
from sayso.read.fates.met import is_nobody
from sayso.read.people.stretches import before_number
from sayso.read.tagging.network import Stretch

# Not read yet, each with why; the weights decide, so a row may pass on one processor and not on another.
WEAK = pytest.mark.xfail(reason="the network is not sure enough of it", strict=False)

SENTENCES = [
    # numbers, ranges, vague words
    "<killed=45+>At least 45 people</killed> died when the ferry capsized.",
    "The blast killed <killed=7>seven workers</killed> and injured <injured=20>20 others</injured>.",
    "<injured=24+>Dozens</injured> were wounded in the market.",
    "A gunman opened fire, killing <killed=4>four people</killed> and injuring <injured=6>six others</injured>.",
    "<killed=2>Two women and a man</killed> were injured.".replace("killed=2", "injured=3").replace(
        "/killed", "/injured"
    ),
    "The death toll rose to <killed=12>12</killed> on Monday.",
    "<rescued=22>Twenty-two others</rescued> were rescued by fishing boats.",
    # single people, implicit ones
    "<killed=1>A 54-year-old teacher</killed> was shot dead outside her home.",
    "<killed=1>The driver</killed> died at the scene.",
    "<killed=2>Both brothers</killed> died in the fire.",
    pytest.param(
        "<killed=1>She</killed> succumbed to her wounds on Friday.", marks=WEAK
    ),  # not seen without a name
    "<injured=0>No one</injured> was hurt in the crash.",
    "<injured=1>Jan Novak, 26</injured> was shot in the arm.",
    "Police said <injured=5>five people in the car - two men and three women</injured> - were injured.",
    # words beside the number that are not people
    "The 19-year-old was fined 300 dollars after firing 12 shots in 2014.",
    "The quake of magnitude 6 struck at 9 a.m. on highway 12.",
    # other slots
    "<hospitalised=3>Three teenagers</hospitalised> were taken to a hospital.",
    "<missing=9>Nine fishermen</missing> are still missing.",
    "Police arrested <detained=2/attacker>two men</detained> at the border.",
    "<displaced=300>About 300 residents</displaced> were evacuated.",
    "<rescued=5>Five miners</rescued> were rescued on Sunday.",
    "Gunmen kidnapped <hostages=11>11 pupils</hostages> from the school.",
    # some of those shot
    "<casualties=5>Five</casualties> shot, <killed=1>one</killed> dead in Lodva.",
    "<casualties=4>Four men</casualties> were shot and <killed=2>two of them</killed> died early on Friday.",
    # part of a number
    "The hospital said that it was treating 14 people from the station, <critical=3>three of them</critical> in critical condition.",
    # nobody was hurt
    "<injured=0>No injuries</injured> were reported in Lodva.",
    "None of the injuries is serious, police said.",
    # what did not happen
    "The group planned to kill hundreds of people.",
    "Such a bomb could kill thousands.",
    "If the dam breaks, 4,000 people would die.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_numbers_of_people_are_found_in_their_words(sentence: str) -> None:
    wanted = marked(sentence)
    slots = {slot for slot, _, _ in wanted.claims} or set(COUNT_SLOTS)
    found = read_sentence(wanted.text, *(slots - {"attackers"}))
    assert {(c.slot, value_of(c)) for c in found} == {(slot, value) for slot, value, _ in wanted.claims}
    for slot, value, words in wanted.claims:
        assert any(
            c.slot == slot and value_of(c) == value and c.who and (words in c.who or c.who in words)
            for c in found
        )


@pytest.mark.parametrize(
    ("sentence", "slot", "role"),
    [
        ("The gunman was killed by police.", "killed", "attacker"),
        ("The attacker then shot himself dead.", "killed", "attacker"),
        ("Two passengers were killed.", "killed", "victim"),
        ("Twelve insurgents were killed in the air strike.", "killed", "combatant"),
        ("Police detained a suspect.", "detained", "attacker"),
        ("Commandos killed two hostage-takers.", "killed", "attacker"),
    ],
)
def test_people_have_the_role_that_their_words_tell(sentence: str, slot: str, role: str) -> None:
    assert [c.role for c in read_sentence(sentence, slot)] == [role]


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("Ten people died.", "certain"),
        ("About ten people died.", "probable"),
        ("Ten people are believed to have died.", "probable"),
        ("Ten people reportedly died.", "probable"),
        ("The mission said it was looking into reports that ten people had died.", "probable"),
        ("Ten people may have died.", "possible"),
        ("Ten people may be dead.", "possible"),
        ("Up to ten people died.", "possible"),
    ],
)
def test_a_hedge_makes_a_number_less_firm(sentence: str, certainty: str) -> None:
    assert [c.certainty for c in read_sentence(sentence, "killed")] == [certainty]


def test_people_of_a_headline_without_articles_add_up_and_their_ages_do_not() -> None:
    reading = read(
        Report(id="r", title="Boy, 8, and mother, 30, wounded in Lodva home", text="", language="en")
    )
    assert [value_of(c) for c in reading.claims if c.slot == "injured"] == ["2"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ugo Bern Jr., 32, was shot dead in Lodva.", 1),
        ("A woman in her 30s and her son were killed.", 2),
        ("The man who was shot at 22nd and Grand Avenue on Friday has died.", 1),
        ("The attack killed two men, 19 and 20, in Lodva.", 2),
        ("A 15-year veteran of the force was shot dead in Lodva.", 1),
        ("A 50 year of age woman was shot dead in Lodva.", 1),
        ("Ana Bern, his wife of 40 years, was shot dead in Lodva.", 1),
        ("A child under the age of 10 was killed in Lodva.", 1),
        ("Workers told Channel 9 the wounded man had died.", 1),
        ("A mother of 12 was killed in Lodva.", 1),
        ("Six priests, five of them foreigners, were killed in Lodva.", 6),
        ("More than 31, 000 people were killed in Lodva.", 31_001),
        ("The war has brought 19,000 deaths.", 19_000),
        ("In this long war, 70,000 people have been killed.", 70_000),
        ("Bäré, 44, and his driver were killed in Lodva.", 2),
        ("Ugo Bern Jr., 21 of Lodva, was killed on Friday.", 1),
        ("Ugo Bern,16, was killed in Lodva on Friday.", 1),
        ("The sisters Ana and Eva Bern, aged nine and six, were killed in Lodva.", 2),
        ("Image 4 of 11 Two men were shot dead in Lodva.", 2),
        ("Four of those killed in Lodva were children under 12.", 4),
        ("Two 18-year-old sisters died in the fire in Lodva.", 2),
        ("A three-and-a-half-year-old boy was killed in Lodva.", 1),
    ],
)
def test_no_age_street_or_service_is_a_number_of_people(text: str, number: int) -> None:
    told = [c.value.low or 0 for c in read_sentence(text, "killed") if isinstance(c.value, Count)]
    assert max(told, default=number) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("his wife, two young children and his mother-in-law", 4),
        ("all three children and the man", 4),
        ("three others, two women and a man", 3),
        ("the infant and the woman", 2),
        ("a man and woman", 2),
        ("THE SIX PRIESTS, A WOMAN, AND HER DAUGHTER", 8),
        ("19,000 deaths", None),
        ("the gunman, a 44-year-old man", None),
        ("man, 2 teens", 3),
        ("his mother and sister", 2),
        ("2 teenagers, young man", 3),
        ("the two officers", None),
        ("an elderly couple, a caretaker and a student", 4),
        ("my husband and my two sons", 3),
        ("the policemen and a boy", None),
        ("six priests and their two cooks", 8),
        ("the driver of a bus and seven policemen", 8),
        ("seven soldiers and an elderly couple", 9),
        ("his wife and both their sons", 3),
        ("both the girl and the man", 2),
        ("Bern and two of his guards", 3),
        ("Ana Bern, a nurse, and two patients", 3),
        ("a nurse, Ana Bern, and her son", 2),
        ("Ugo Bern, his wife and their three children", 5),
        ("three bodies, one of a little girl", None),
        ("a policeman and the police car", None),
        ("both the girl and a second victim, a 70-year-old woman", 2),
        ("three climbers, two Poles and a Czech", 3),
        ("Five tourists, three Germans and two Dutch nationals", 5),
        ("four workers, three men and a woman", 4),
        ("two guards, a man and a woman", 4),
        ("two women, a man and a girl", 4),
        ("two Poles, a Czech and a Slovak", 4),
        ("a family of five, a nurse and two pupils", 8),
        ("two civilians, a mother and her son", 2),
        ("All eight on board, five passengers and three crew", 8),
        ("Six tourists, two Irish women, two Danes, a Pole and a Czech", 6),
        ("all 12 people aboard, nine tourists and three crew", 12),
    ],
)
def test_people_named_side_by_side_add_up(words: str, number: int | None) -> None:
    assert sum_of(words) == number


@pytest.mark.parametrize(
    ("text", "slot", "numbers"),
    [
        ("Six people were shot. The wounded were taken to a hospital in Lodva.", "hospitalised", [(2, None)]),
        ("Six people were shot. Three were still in critical condition.", "hospitalised", []),
        ("A gunman shot six people. Police cornered the man in a corridor.", "detained", []),
        ("A gunman shot six people. Police surrounded and arrested two men.", "detained", [(2, 2)]),
        ("Soldiers pulled a girl of six alive from the rubble on Friday.", "killed", []),
        ("Rescuers pulled 14 people alive from the rubble in Lodva on Friday.", "rescued", [(14, 14)]),
        ("The storm left 17,000 people without power in Lodva.", "displaced", []),
        ("A gunman shot six people. Two of the gunman's three brothers spoke to us.", "attackers", [(1, 1)]),
        ("A girl was killed. The shot also injured one of the family dogs.", "injured", []),
        ("A bomb went off in Lodva. Police have made an arrest after a raid.", "detained", [(1, 1)]),
        (
            "A bomb went off in Lodva. A policeman said: We have multiple casualties.",
            "casualties",
            [(2, None)],
        ),
    ],
)
def test_people_are_of_a_slot_only_where_the_words_say_so(
    text: str, slot: str, numbers: list[tuple[int, int | None]]
) -> None:
    told = read_sentence(text, slot)
    assert [(c.value.low, c.value.high) for c in told if isinstance(c.value, Count)] == numbers


def test_others_who_were_hit_are_hurt() -> None:
    text = "Gunfire struck Piet Maas and three others in Lodva. Maas died. Two women were wounded and one man was hurt."
    assert not read_sentence(text, "casualties")


def test_some_of_them_are_part_of_those_told_of_before() -> None:
    told = read_sentence(
        "Police said 43 people were taken to hospital, seven of them in critical condition.", "critical"
    )
    assert [claim.part_of for claim in told] == ["43 people"]


def test_nobody_harmed_is_no_denial() -> None:
    told = read_sentence(
        "The army denied the report, saying that no soldier had been killed in Lodva.", "killed"
    )
    assert [(c.value.low, c.polarity) for c in told if isinstance(c.value, Count)] == [(0, "positive")]


def test_people_shot_of_whom_some_died_are_casualties() -> None:
    text = "A man shot three neighbours in Lodva on Friday. Two women were killed and a boy was wounded."
    told = {(c.slot, c.value.low) for c in read_sentence(text) if isinstance(c.value, Count)}
    assert {("casualties", 3), ("killed", 2), ("injured", 1)} <= told


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Rebels have suffered over 2,000 casualties in the fighting, the army said.", 2_001, None),
        ("Rebels suffered 29 casualties, dead and wounded, the army said.", 29, 29),
    ],
)
def test_casualties_are_those_that_are_called_so(text: str, low: int, high: int | None) -> None:
    (claim,) = read_sentence(text, "casualties")
    assert isinstance(claim.value, Count)
    assert (claim.value.low, claim.value.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Six soldiers and the gunman were killed in Lodva.", [1, 6]),
        ("The gunman, a 44-year-old student, was killed in Lodva.", [1]),
        ("Ten people were killed in Lodva, the attackers included.", [10]),
    ],
)
def test_who_somebody_is_is_no_other_side(text: str, numbers: list[int]) -> None:
    told = read_sentence(text, "killed")
    assert sorted(c.value.low or 0 for c in told if isinstance(c.value, Count)) == numbers


def test_the_two_sides_of_a_fight_are_no_sum() -> None:
    told = read_sentence("Four rebels and a soldier were killed in Lodva on Friday.", "killed")
    assert sorted(c.value.low or 0 for c in told if isinstance(c.value, Count)) == [1, 4]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Ana Bern, Ugo Bern and Li Wei", 3),
        ("Ana Bern,  ; Ugo de la Cruz,  ; and Li Wei, ", 3),
        ("Bern and Wei", 2),
        ("Ana Bern, a nurse", 0),
        ("the driver and Li Wei", 0),
    ],
)
def test_names_in_a_list_are_counted(words: str, number: int) -> None:
    assert names_in(words) == number


@pytest.mark.parametrize(
    ("before", "words", "number"),
    [
        ("leaving at least 70 ", "people", "at least 70 "),
        ("killed as ", "many as 80 people", "as "),
        ("killed tens of ", "thousands of people", "tens of "),
        ("found two suspected ", "insurgents", "two suspected "),
        ("found that no ", "one was killed", "no "),
        ("suffered over ", "2,000 casualties", "over "),
        ("a truck ran over ", "two people", ""),
        ("said that she and ", "three others", "she and "),
        ("Hale ", "and three other men", "Hale "),
        ("who shot Hale, ", "and three other men", ""),
        ("in May 2017 ", "people", ""),
        ("on May 17 ", "people", ""),
        ("on Route 66, ", "people", ""),
        ("there were six ", "two men", ""),
    ],
)
def test_the_number_before_people_that_were_tagged_without_it(before: str, words: str, number: str) -> None:
    assert before_number(words, before) == number


@pytest.mark.parametrize(
    "text",
    [
        "Police said reports that 40 people had been killed were false.",
        "Claims that 40 people had died were untrue, the mayor said.",
    ],
)
def test_a_report_that_is_called_false_is_denied(text: str) -> None:
    (claim,) = read_sentence(text, "killed")
    assert claim.polarity == "negative"


def test_who_is_abducted_is_not_dead() -> None:
    claims = read_sentence("Gunmen abducted no fewer than 40 worshippers and shot dead two others.")
    numbers = {(c.slot, c.value.low) for c in claims if isinstance(c.value, Count)}
    assert ("hostages", 40) in numbers
    assert ("killed", 40) not in numbers


def test_money_and_what_exceeds_a_list_are_no_people() -> None:
    assert not read_sentence("The premier announced Rs 50,000 for the injured.", "injured")
    assert not read_sentence("The ferry sank with 68 on board, 14 more than its list showed.", "killed")


def test_a_sum_of_people_can_be_a_floor() -> None:
    (claim,) = read_sentence("At least 34 civilians and six soldiers were killed in the raid.", "killed")
    assert claim.value == Count(low=40)


def test_ages_and_what_a_year_has_seen_are_no_tolls() -> None:
    (claim,) = read_sentence(
        "Two men ages 40 and 38 walked into a hospital with gunshot wounds.", "hospitalised"
    )
    assert claim.value == Count(low=2, high=2)
    year = (
        "One man was shot on Monday. At least 242 people have been shot in the city since the start of 2017."
    )
    told = [claim.value for claim in read_sentence(year)]
    assert told
    assert Count(low=242) not in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rescuers found two survivors in the wreckage of a plane that crashed in Peru.", {("rescued", "2")}),
        ("Two climbers were found alive after an avalanche in Nepal.", {("rescued", "2")}),
        ("One of the injured survivors died in hospital after the ferry sank.", {("killed", "1")}),
        ("Eighty-five people survived when a ferry sank off Bohol.", set()),
        ("Fourteen miners were trapped underground when a mine collapsed in Lodva.", {("missing", "14")}),
        ("The two wounded, a boy of 12 and his mother, were shot in Lodva.", {("injured", "2")}),
        ("The death toll of the fire in Lodva was lowered to 12.", {("killed", "12")}),
        ("The bodies of the last four missing people were found in Lodva.", {("killed", "4")}),
    ],
)
def test_survivors_and_the_trapped_are_not_dead(text: str, told: set[tuple[str, str]]) -> None:
    slots = ("killed", "injured", "missing", "rescued")
    assert {(claim.slot, value_of(claim)) for claim in read_sentence(text, *slots)} == told


@pytest.mark.parametrize(
    "text",
    [
        "Police said 12 people had died in the fire in Lodva, not 14 as they had reported earlier.",
        "Police said 12 people had died in the fire in Lodva, correcting an earlier figure of 14.",
    ],
)
def test_a_figure_that_is_corrected_is_an_earlier_one(text: str) -> None:
    standings = {value_of(claim): claim.standing for claim in read_sentence(text, "killed")}
    assert standings == {"12": "current", "14": "superseded"}


@pytest.mark.parametrize(
    ("slot", "who", "text"),
    [
        ("killed", "30 people", "There were 30 people inside who died."),
        ("rescued", "40 people", "They saved a boat carrying 40 people."),
        ("killed", "two children", "The fire leaves a wife and two children dead."),
        ("killed", "38 men", "The boat went down with 38 men on board, all of whom drowned."),
    ],
)
def test_who_was_there_and_met_that_fate_is_counted(slot: str, who: str, text: str) -> None:
    start = text.index(who)
    assert not is_nobody(slot, text, start, start + len(who))


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("The previous figure was four dead and 70 injured.", "70 injured"),
        ("Earlier reports gave 17 dead.", "17 dead"),
        ("Six died, the ministry said, after earlier announcing three dead.", "three dead"),
        ("She put the toll at 21, after telling reporters earlier in the day that 23 had died.", "23"),
        ("He had given up hope when the toll stood at 40.", "40"),
        ("A previous notice on Sunday said 13 people had died.", "13 people"),
        ("At least 60 died, up from an official tally of 41.", "41"),
        ("The agency put the number of dead at 14, from 11 this morning.", "11"),
        ("The mayor corrected the figure of 17 dead.", "17 dead"),
    ],
)
def test_what_was_told_earlier_is_an_earlier_figure(text: str, earlier: str) -> None:
    start = text.index(earlier)
    assert standing_at(text, start, start + len(earlier)) == "superseded"


def test_a_figure_that_was_counted_twice_is_denied() -> None:
    text = "She said the figure of 20 given by the mayor of Lodva was due to a double count."
    assert polarity_at(text, text.index("20")) == "negative"


@pytest.mark.parametrize(
    ("text", "who", "polarity"),
    [
        ("Police ruled out a second attacker in Lodva.", "a second attacker", "negative"),
        ("Police ruled out any further victims in Lodva.", "any further victims", "negative"),
        ("Police ruled out a bomb in the blast that hurt ten people.", "ten people", "positive"),
    ],
)
def test_people_who_are_ruled_out_are_denied(text: str, who: str, polarity: str) -> None:
    assert polarity_at(text, text.index(who)) == polarity


def test_that_there_is_no_second_attacker_leaves_the_first() -> None:
    text = "There was no second attacker."
    assert is_nobody("attackers", text, text.index("no second"), len(text) - 1)
    assert not is_nobody("attackers", "No attacker was seen.", 0, len("No attacker"))


def test_that_nobody_died_can_be_denied() -> None:
    (claim,) = read_sentence(
        "It is not true that no civilians were killed, the mayor of Lodva said.", "killed"
    )
    assert (claim.value, claim.polarity) == (Count(low=0, high=0), "negative")


@pytest.mark.parametrize(
    "text",
    [
        "The rebels denied that they were behind the bombing that killed 23 people in Lodva.",
        "The government denied it was responsible for the air strike that killed 23 people in Lodva.",
        "The airline rejected the blame for the crash in Lodva that killed 23.",
        "The army denied that its troops had shelled the hospital in Lodva, where 23 people died on Sunday.",
    ],
)
def test_who_denies_a_deed_does_not_deny_its_toll(text: str) -> None:
    (claim,) = read_sentence(text, "killed")
    assert claim.polarity == "positive"


@pytest.mark.parametrize(
    ("slot", "who", "text"),
    [
        ("killed", "1,200 soldiers", "The rebels said that 1,200 soldiers had laid down their weapons."),
        ("detained", "84", "54 rebels had been arrested and 84 had surrendered."),
        ("detained", "17", "Police held 340 people, and 17 were released after questioning."),
        (
            "detained",
            "Eleven soldiers",
            "Eleven soldiers detained by the junta in March were freed on Sunday.",
        ),
        ("detained", "40 captured soldiers", "The militia released 40 captured soldiers on Friday."),
        ("killed", "two", "Three sisters died in the fire, the youngest being two."),
        ("killed", "two", "The youngest of the dead was two, police said."),
        ("displaced", "4,000 inmates", "Some 4,000 inmates escaped from the prison."),
        ("killed", "34 people", "On average, 34 people were killed a day."),
        ("killed", "One", "One in five lives near conflict."),
        ("killed", "seven people", "One in seven people lives near a place where somebody was shot."),
        ("killed", "three AK rifles", "Ten bodies, along with three AK rifles, were found."),
        ("displaced", "2,400 families", "The quake displaced 12,000 people (2,400 families)."),
        ("killed", "the final death toll", "He put the final death toll at 36."),
        ("missing", "four missing people", "The bodies of the last four missing people were found."),
        ("injured", "85 people", "On Monday 85 people survived when a ferry sank."),
        ("missing", "Ten fans", "Ten fans were trapped in a lift."),
        ("injured", "Colonel Bern", "A bomb hit the car of Colonel Bern, but he was unhurt."),
        ("killed", "31 guards", "So far 31 guards have died in 2014, a 40% increase over the year before."),
        ("killed", "88", "The two deaths raise the city's homicide total to 88."),
        ("killed", "30", "It brought to 30 the number of people killed in the state in six days."),
        (
            "injured",
            "more than 50 people",
            "It followed a weekend that saw more than 50 people shot in Ruwi.",
        ),
        (
            "killed",
            "Ida Hale",
            "Ida Hale, a nurse who survived the 1983 bombing in Ruwi that killed 40 people, died Saturday at her home.",
        ),
        ("killed", "Ida Hale", "Ida Hale, 67, died of lung cancer on Saturday."),
        ("killed", "Ida Hale", "Ida Hale, 24, was “fighting for her life”."),
        ("killed", "Ida Hale", "Ida Hale, a nurse from Ruwi, remained in the hospital."),
        ("injured", "them", "None of them is in a life-threatening condition."),
        ("injured", "None of the guests", "None of the guests was in critical condition."),
        ("killed", "two", "Rebels fired at ships off Ruwi, sinking two and killing four sailors."),
        ("killed", "school", "A rocket killed 12 people in a school."),
        ("detained", "a gunman", "We do not have a gunman in custody."),
        ("killed", "two miners", "After a week that left two miners dead, a third was killed in Ruwi."),
        ("killed", "3,000 people", "Road accidents killed 3,000 people in Peru last year."),
        ("killed", "1,600 people", "Some 1,600 people lost their lives in motorcycle crashes last year."),
        ("injured", "900 people", "Gun violence injures 900 people each year in Ruwi."),
        ("killed", "300 people", "About 300 people were killed on the country's roads in 2018."),
        ("displaced", "Some 1,300", "Some 1,300 homes were destroyed by the flood in Lodva."),
        ("ill", "at least 6,000 web sites", "The worm had infected at least 6,000 web sites by Monday."),
        ("rescued", "two flooded shafts", "The two flooded shafts were pumped dry."),
        ("killed", "38 men", "The boat left Ruwi with 38 men and a girl on board."),
        ("killed", "two Poles", "Another boat carried 70 people, including two Poles and 68 Czechs."),
        ("rescued", "210 passengers", "The ferry, carrying 210 passengers, was bound for Ruwi."),
        ("injured", "none of them", "Some 30 people were hurt, none of them seriously."),
        ("killed", "None of the dead", "None of the dead was a soldier, he said."),
        ("killed", "a soldier", "None of the dead was a soldier, he said."),
        ("displaced", "12,000 people", "The Red Crescent has reached 12,000 people so far."),
        ("displaced", "seven", "Eleven people were injured, of whom seven were evacuated to the capital."),
        ("displaced", "Nine wounded soldiers", "Nine wounded soldiers were evacuated by helicopter."),
        ("displaced", "90,000 people", "About 90,000 people were affected by the quake."),
        ("displaced", "200,000 civilians", "More than 200,000 civilians are trapped in the city."),
        ("missing", "three", "The last three missing hikers found dead on Sunday were from Lodva."),
        ("killed", "16 Poles", "A trawler with 27 crew - 16 Poles and 11 Czechs - sank off Ruwi."),
        ("killed", "30 people", "There were 30 people inside; 11 died at once."),
        ("killed", "As many as 32 cattle", "As many as 32 cattle perished."),
        ("killed", "73", "The ministry said 73 drones were shot down."),
        ("killed", "three Poles", "They killed a cook, abducting six: three Poles, two Czechs and a Slovak."),
        ("killed", "two Czechs", "They killed a cook, abducting six: three Poles, two Czechs and a Slovak."),
        ("killed", "six comrades", "The two dead were in a pickup with six comrades."),
        ("displaced", "2,700", "Some 2,700 firefighters are battling the blaze."),
        ("killed", "150 people", "She said the boat carried 150 people and that 56 had died."),
        ("injured", "20,000 each", "The families will be paid 90,000 pounds and the injured 20,000 each."),
        ("killed", "15", "The brew killed 40 people, and 15 lost their eyesight."),
        ("killed", "Four hikers", "Four hikers were found in a state of cardiac arrest."),
        ("killed", "12", "Two dead, 12 still below in the mine."),
        ("killed", "Twelve brothers", "Twelve brothers are still below."),
        ("killed", "15 miners", "He said 15 miners remain underground."),
        ("killed", "six", "Nine were brought out and six remained trapped."),
        ("detained", "two", "Police revealed that two bombers had taken part."),
        ("detained", "four men", "Only four men took part, police said."),
        ("detained", "16", "Police have booked 16 and arrested 10."),
        ("killed", "two children", "One of the dead leaves a wife and two children."),
        ("rescued", "six bodies", "Six bodies, or what was left of six bodies, were pulled from the rubble."),
        ("displaced", "2,500", "Crews answered 2,500 calls after the storm."),
        ("attackers", "two of four robbers", "Police killed two of four robbers."),
        ("attackers", "Eight of the attackers", "Eight of the attackers were killed."),
        ("rescued", "88 people", "She said 88 people had been on board and 60 were rescued."),
        ("rescued", "88 people", "There were 88 people on board the ferry and 60 have been rescued."),
        ("injured", "Some 30 others", "Some 30 others got out unharmed."),
        ("killed", "the youngest aged three", "Of the guests 23 died, the youngest aged three."),
        ("killed", "one family", "Nine of the dead were from one family."),
        ("rescued", "88", "In all 88 were aboard, of whom 60 were rescued."),
    ],
)
def test_who_met_no_fate_is_not_counted(slot: str, who: str, text: str) -> None:
    start = text.index(who)
    assert is_nobody(slot, text, start, start + len(who))


@pytest.mark.parametrize(
    ("slot", "who", "text"),
    [
        ("killed", "two deaths", "The two deaths raise the city's homicide total to 88."),
        ("killed", "a third", "After a week that left two miners dead, a third was killed in Ruwi."),
        ("killed", "ten people", "A bomb killed ten people, and the police held a man."),
        ("killed", "Two people", "Two people were killed in a road accident in Ruwi last year."),
        ("killed", "four children", "A house fire killed four children in Ruwi in 2019."),
        ("killed", "30 people", "Floods killed 30 people in Ruwi last year."),
        ("detained", "17", "Police held 17 men after the rally."),
        ("detained", "Nine men", "Nine men were arrested over the blast and one was freed on Monday."),
        ("missing", "Ten miners", "Ten miners were trapped in a shaft."),
        ("killed", "Three", "Three died, and one, a girl of nine, is in a critical condition."),
        ("killed", "Nine bodies", "Nine bodies remain trapped in the shaft."),
        ("killed", "Twelve people", "Twelve people killed by the blast are still underground."),
        ("killed", "five people", "A man who killed five people last week was in hospital in 2006."),
        ("injured", "Nine guests", "Nine guests were hurt, two of them seriously."),
        ("killed", "Hart", "Hart survived the shots but died on the way to the hospital."),
        ("injured", "Colonel Bern", "A bomb hit the car of Colonel Bern, and he was hurt."),
    ],
)
def test_who_met_a_fate_is_counted(slot: str, who: str, text: str) -> None:
    start = text.index(who)
    assert not is_nobody(slot, text, start, start + len(who))


def test_the_name_of_who_comes_off_unhurt_is_no_victims() -> None:
    text = "Gunmen opened fire on the car of Defence Minister Hassan al-Bern in Aden on Tuesday, but he escaped unhurt."
    assert not read_sentence(text, "victim", "killed")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police said that not one guest was killed in the attack on a hotel in Kabul.", {("0", "positive")}),
        (
            "The figure of 16 deaths is false, the army said after the shooting in Lagos.",
            {("16", "negative")},
        ),
        ("Both attackers, a man and a woman, were also killed in Kabul.", {("2/attacker", "positive")}),
        ("All three assailants, two men and a woman, were shot dead in Kabul.", {("3/attacker", "positive")}),
    ],
)
def test_what_is_said_of_the_dead(text: str, told: set[tuple[str, str]]) -> None:
    assert {(value_of(c), c.polarity) for c in read_sentence(text, "killed")} == told


def test_who_shoots_himself_by_accident_is_hurt_and_no_attacker() -> None:
    text = "Bern accidentally shot himself while he cleaned a rifle in Lodva."
    assert {value_of(c) for c in read_sentence(text, "injured")} == {"1"}
    assert not list(plain_counts("Bern accidentally shot himself and died in Lodva."))


def test_people_shot_are_hurt_where_no_word_of_the_report_is_of_death() -> None:
    quote = "the shooting of three pupils in Lodva"
    claim = Claim(
        id="c", account_id="a", slot="killed", value=Count(low=3, high=3), role="victim", speaker=Speaker(),
        span=Span(field="text", start=0, end=len(quote), quote=quote),
    )  # fmt: skip
    for more, slot in (
        (", and attempted murder", "injured"),
        (", late on Friday, left none with life-threatening wounds", "injured"),
        (", two of whom died", "killed"),
        (", said the widow of the late Jo Bern", "killed"),
    ):
        assert as_hurt(claim, Report(id="r", source=None, text=quote + more)).slot == slot


def test_victims_of_a_report_of_the_wounded_are_hurt_whatever_they_are_called_by() -> None:
    text = "Three people were wounded in a shooting in Lodva. A woman said that the victims were her two sons and her nephew."
    assert {c.slot for c in read(Report(id="r", source=None, text=text)).claims if c.role} == {"injured"}


def test_a_headline_that_fears_for_people_is_not_sure_of_them() -> None:
    (claim,) = read(
        Report(id="r", title="Ferry capsizes off Lodva, dozens feared drowned", text="Police.")
    ).claims
    assert (claim.slot, claim.certainty) == ("killed", "probable")


def test_another_is_one_more() -> None:
    text = "Bern and another teenager were shot in Lodva."
    start = text.index("another")
    span = Span(field="text", start=start, end=start + 7, quote="another")
    stretch = Stretch("injured", span, 1.0, "victim", "certain", 1.0, (2, 2), None, None, 1.0)
    assert number_of(stretch, text, start) == (Count(low=1, high=1), "certain")


def test_who_is_released_is_not_held() -> None:
    text = "Police detained 340 people at the rally in Lodva, a party said, and 17 were released after questioning."
    assert {value_of(c).partition("/")[0] for c in read_sentence(text, "detained")} == {"340"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Clashes in Lodva left three marines, nine guerrillas and two civilians dead.",
            {("killed", "3/combatant"), ("killed", "9/combatant"), ("killed", "2")},
        ),
        (
            "Four soldiers, four attackers and five foreign contractors died in Kabul.",
            {("killed", "4"), ("killed", "4/attacker"), ("killed", "5")},
        ),
        (
            "They took 30 hostages, five of whom were later killed, in a hotel in Mopti.",
            {("hostages", "30"), ("killed", "5")},
        ),
        ("21 of the dead were children and 25 were women in the attack on Bokkos.", {("killed", "21")}),
        (
            "Three deputies and a suspect were killed in a shootout in Lodva.",
            {("killed", "3"), ("killed", "1/attacker")},
        ),
    ],
)
def test_each_side_of_a_fight_is_counted_by_itself(text: str, told: set[tuple[str, str]]) -> None:
    counts = {
        (c.slot, value_of(c) if c.role in ("victim", None) else f"{value_of(c).partition('/')[0]}/{c.role}")
        for c in read_sentence(text, "killed", "hostages")
    }
    assert counts == told


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Flash floods hit Oman on Monday. 20 died in Hurti, 12 in Ruwi, officials said.", ["20", "12"]),
        ("Twenty people died in Hurti and 12 in Ruwi when a quake struck on Monday.", ["20", "12"]),
        ("The storm killed nine people in Hurti, four in Ruwi and two in Sur.", ["9", "4", "2"]),
    ],
)
def test_the_dead_of_each_place_are_counted(text: str, numbers: list[str]) -> None:
    assert [value_of(claim) for claim in read_sentence(text, "killed")] == numbers


@pytest.mark.parametrize("who", ["A gunman", "A bomber", "A former guard"])
def test_who_killed_others_and_himself_is_dead_too(who: str) -> None:
    told = read_sentence(f"{who} killed three people and himself at a bank in Ames on Monday.", "killed")
    assert {value_of(claim) for claim in told} == {"3", "1/attacker"}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "Fourteen people, including three children, died in a blast in Marsk on Monday. Nine people were wounded, two "
            "of them seriously.",
            "Fourteen people",
        ),
        ("One man was killed in Oden. In Lodva 19 were killed, seven of them children.", None),
    ],
)
def test_people_are_part_of_no_fewer_than_they_are(text: str, whole: str | None) -> None:
    assert read_sentence(text, "killed")[1].part_of == whole


def test_captives_who_are_freed_are_rescued() -> None:
    (claim,) = read_sentence("The militia released 40 captured soldiers on Friday.")
    assert (claim.slot, value_of(claim).partition("/")[0]) == ("rescued", "40")


def test_the_last_of_those_killed_with_their_killer_is_counted() -> None:
    text = "A man shot dead his wife, two neighbours and himself in Ames on Monday, police said."
    assert {value_of(claim) for claim in read_sentence(text, "killed")} == {"3", "1/attacker"}


@pytest.mark.parametrize(
    ("text", "some", "earlier", "whole"),
    [
        ("It killed 14 people, including three girls and two guards.", "two guards", ["14 people", "three girls"], "14 people"),
        ("It killed 14 people, including three girls and two guards.", "three girls", ["14 people"], "14 people"),
        ("Nine died, three of them nurses and two of them guards.", "two", ["Nine", "three"], "Nine"),
        ("Nine died, including three girls, among them a baby.", "a baby", ["Nine", "three girls"], "three girls"),
        ("Ten died in Lodva, including six men, and nine in Marsk, including two boys.", "two boys", ["Ten", "six men", "nine"], "nine"),
        ("Nine died, and two guards.", "two guards", ["Nine"], None),
        ("The victims included two children on their way home.", "two children", [], "The victims"),
        ("Six were hurt; those injured include a nurse and two guards.", "two guards", ["a nurse"], "those injured"),
        ("The injured include a man who shot two guards.", "two guards", [], None),
        ("There were four gunmen, two on a motorcycle and three in a car.", "two", ["four gunmen"], "four gunmen"),
        ("There were five gunmen, two on a motorcycle and three in a car.", "three", ["five gunmen"], "five gunmen"),
        ("There were five gunmen, two on a motorcycle and three in a car.", "three", ["five gunmen, two on a motorcycle"], "five gunmen"),
        ("Five people died, three in Lodva.", "three", ["Five people"], None),
        ("Two people, three in Lodva.", "three", ["Two people"], None),
        ("Five men and two in a car.", "two", ["Five men"], None),
        ("Five men, two women and a boy.", "two women", ["Five men"], None),
    ],
)  # fmt: skip
def test_those_told_of_beside_some_of_a_total_are_some_of_it_too(
    text: str, some: str, earlier: list[str], whole: str | None
) -> None:
    places = [(text.index(words), text.index(words) + len(words)) for words in earlier]
    start = text.index(some)
    assert part_of(text, start, start + len(some), places) == whole


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("We retract our report that three people died", "retracted"),
        ("The Lowland Courier has withdrawn its story that three people died", "retracted"),
        ("The agency withdrew an earlier report that three people died", "retracted"),
        ("An earlier version of this article said that three people died", "retracted"),
        ("The army withdrew its claim that three people died", "retracted"),
        (
            "Prosecutors retracted an earlier statement that three people died, saying the figure was nine",
            "retracted",
        ),
        ("The ministry took back its figure of three people dead", "retracted"),
        ("Police corrected an earlier statement that three people died", "superseded"),
        ("The agency has since deleted its post that three people died", "retracted"),
        ("The paper apologised for reporting that three people died", "retracted"),
        ("Police revised the number of dead down to three people, from five", "current"),
        ("Nine people died, police said, revising an earlier statement that three people died", "superseded"),
        ("A radio station wrongly reported that three people died", "retracted"),
        ("The paper reported in error that three people died", "retracted"),
        ("An officer mistakenly shot three people", "current"),
        ("At one point three people were thought dead", "superseded"),
        ("The mayor had said earlier in the day that three people had died", "superseded"),
        ("The mayor had said that three people had died", "current"),
        ("The army withdrew its claim of victory, admitting that three people died", "current"),
        ("The union withdrew its statement and now says three people died", "current"),
        ("The union withdrew its statement about the strike, in which three people died", "current"),
        ("Police withdrew after three people died, a report says", "current"),
        ("The army withdrew its troops; three people died", "current"),
        ("The mayor said that three people were held, then retracted it", "retracted"),
        (
            "Officials first said three people had died, before later saying that was not the case",
            "retracted",
        ),
        ("The ministry announced that three people had died and then withdrew the statement", "retracted"),
        ("In a first version of this text it was stated that three people died", "retracted"),
        ("This article originally said that three people died", "retracted"),
        ("The headline of this story first said that three people died", "retracted"),
        ("A previous headline gave the number of dead as three people", "retracted"),
        ("A previous headline gave the number of dead as nine; it is three people", "current"),
        ("An earlier version of this story said nine died, when in fact three people did", "current"),
        ("This story was corrected to say that nine were hurt, not three people", "retracted"),
        ("This story was corrected to say that three people were hurt, not nine", "current"),
        ("The first version of the law followed a fire in which three people died", "current"),
        ("Police said three people had died, and withdrew from the town", "current"),
        ("Police said three people had died and admitted it was hot", "current"),
    ],
)
def test_a_report_that_is_taken_back_no_longer_stands(sentence: str, standing: str) -> None:
    start = sentence.index("three people")
    assert standing_at(sentence, start, start + len("three people")) == standing


@pytest.mark.parametrize(
    ("some", "of_the_hurt"),
    [
        ("Four of those who had been reported missing were found dead.", False),
        ("Four of those missing died, he said.", False),
        ("Four of those arrested had died.", False),
        ("Four of those killed were children.", False),
        ("Four officers were among those killed in it.", False),
        ("Four of those who were injured have died.", True),
        ("Four of them have died.", True),
    ],
)
def test_those_are_who_met_the_fate_that_is_told_of_them(some: str, of_the_hurt: bool) -> None:
    text = f"The collapse of a mine in Lodva on Monday left six dead, 11 missing and 34 injured. {some}"
    (four,) = [claim for claim in read_sentence(text, "killed") if value_of(claim) == "4"]
    assert (four.part_of == "34 injured") == of_the_hurt
