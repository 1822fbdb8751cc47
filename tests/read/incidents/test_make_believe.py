import re

import pytest
from tests.read.marks import read_sentence

from sayso.model import Report
from sayso.read import read
from sayso.read.incidents.make_believe import made_up
from sayso.read.text.page import Page, page_of

FATE = re.compile(r"kill|dead|die|injur|wound|casualt|shoot|shot|drown|victims")


def page(text: str) -> Page:
    """Return the page of a text, or of "title ## text"."""
    title, _, body = text.rpartition(" ## ")
    return page_of(Report(id="r", title=title or None, text=body, language="en"))


def told(text: str) -> list[str]:
    """Return the sentences of a report's text that tell of something that happened."""
    whole = page(text)
    unreal = made_up(whole)
    return [s.text for s in whole.sentences if s.field == "text" and s not in unreal]


DRILLS = [
    "Twelve volunteers played the wounded after a mock train crash, the fire service said.",
    "In a drill on Wednesday, 40 mock victims were treated after a simulated bombing at the airport.",
    "Dozens were 'killed' in a simulated terrorist attack as part of a training exercise.",
    "A mock bombing at the airport on Monday left 40 pretend casualties.",
    "Forty people with fake wounds were carried out of a theatre.",
    "In the scenario, a gunman opened fire in the lobby, killing eight.",
    "Nine people died in an exercise simulating the crash of an airliner.",
    "The town held its yearly drill on Thursday, assuming that a quake had killed 11,000 people.",
    "A war game in which the island was invaded ended with 3,200 soldiers killed.",
    "Around 60 students acting as passengers were taken off the ferry, and eight were treated as injured.",
    "Hospital tests its crisis plan ## More than 200 nurses and volunteers took part in a disaster drill on Friday, for which the blood was ketchup. A bus overturned, leaving nine dead.",
    "Do not be alarmed if you see smoke over the port today. It is the town's biggest exercise. Volunteers will lie on the quay, nine of them dead.",
    "Some 300 volunteers took part in an exercise at the airport in which a jet was imagined to have crashed with 40 dead.",
    "Hospitals rehearsed for a chemical spill on Sunday; the script called for 15 dead and 90 poisoned.",
    "Volunteers practised rescuing 200 people hurt in a quake; 12 were declared dead by the leaders of the exercise.",
    "Police staged an exercise in Lodva in which gunmen took 12 hostages and killed two of them.",
    "In a drill on Tuesday firefighters pulled 30 injured passengers from a burning train.",
    "Tabletop scenario: a quake of magnitude 7.8 leaves 800 people dead and 18,000 injured.",
    "A simulation run by the ministry showed that a tsunami killed 20,000 people on the coast.",
    "A computer model found that an eruption would kill 3,000 people and leave 40,000 homeless.",
    "A flood model puts the number of dead at 400 if the dyke breaks.",
    "Airport stages mock disaster ## Smoke rose over the runway on Monday. Thirty actors lay on the grass, four of them dead. None of it was real.",
    "Troops storm ferry in exercise ## Special forces stormed a ferry off Lodva on Monday, killing six hijackers, in the opening act of a two-week exercise. About 3,000 troops take part.",
    "Hospital tests plan ## The infirmary received 35 casualties of a bus collision on Tuesday - all of them actors. The simulation tested how it would cope. Seven patients were declared dead.",
    "Clinic trains for missile strike ## Forty sailors were hoisted aboard with burns and wounds. The patients were role-players. Nine died.",
    "Crews sharpen skills in oil spill exercise ## A tanker collided with a carrier off Lodva, leaving three seamen injured. The scenario was played out by five agencies to test the national plan.",
    "Sixty treated in mock leak ## Sixty people were treated and eight injured after chlorine leaked from a rail car, part of a drill to see how agencies work together.",
    "Mock siege at hotel ## Commandos shot dead four terrorists at a hotel on Thursday, completing a mock exercise. It was to check readiness.",
    'Village empties ## Two farmers were injured when the dyke "broke" in the yearly disaster drill of the province.',
    "Police rehearse van attack ## A van sped into the stalls, killing two. It was all a rehearsal: officers were practising for the market.",
    "Exercise finds gaps in flood plan ## Officials worked through a dam failure that, on paper, killed 140 people. The tabletop exercise, run by the county, found that two hospitals had no plan.",
    "Strike on power station ## Missiles hit a power station on Wednesday, wounding 26 workers, under the scenario of this year's military drills.",
]
STORIES = [
    "In the film, five soldiers are killed when a bomb explodes in Paris.",
    "The thriller opens with a bombing in Madrid that kills 20 people.",
    "In the novel, a sniper kills eight people before he is shot dead by police.",
    "A new novel in which 70 people are killed by a bomb at the opera is published on Monday.",
    "A play about a bombing in Lodva that kills 12 people opens in Dana on Friday.",
    "The six-part series follows detectives after a shooting in Lodva leaves nine pupils dead.",
    "In the video game, players who kill 10 soldiers win a medal.",
    "In the latest part of the video game, players can rob banks and kill up to 40 policemen.",
    "The new play at the Royal tells of a village where soldiers shoot 14 farmers.",
    "Her character was killed off in the third season, the producers said.",
    "New on Sunday ## The drama, which begins on Sunday, follows a detective. Three women are found dead. A bomb then kills her partner.",
    'Review: "Night Bus" ## The director of the thriller wastes no time. Two boys die in the first nine minutes, and the heroine, who plays chess, lost her sister in a fire.',
]
SPORT = [
    "The Tigers killed off the game with two late goals, and three players were injured.",
    "Rovers sink City ## Rovers beat City 3-1 on Saturday. Two late strikes killed the visitors. Four were left injured.",
    "City crushed Wanderers 5-0; three players were injured in the first half and a defender was taken to hospital.",
    "Lions 27, Wallabies 19: two players were injured and taken to hospital in a bruising second half.",
    "United beat Rovers 3-1. Two players were injured and the captain was suspended after shooting wide.",
    "Rovers collapse as City run riot ## City won 5-1 on Sunday, two goals leaving the visitors with three casualties before the Cup final.",
    "Bulls ambush Hawks ## The Bulls massacred the Hawks 118-80, and two starters were injured in the second half.",
]


@pytest.mark.parametrize("text", [*DRILLS, *STORIES, *SPORT])
def test_drills_stories_and_games_tell_of_nothing_that_happened(text: str) -> None:
    assert not [words for words in told(text) if FATE.search(words)]


@pytest.mark.parametrize(
    "text",
    [
        # drills at which something went wrong, and drills on another day
        "A soldier was killed and two were injured in a training exercise near Lodva on Monday, the army said.",
        "A woman was accidentally shot dead by an officer during a mock shooting exercise.",
        "Three recruits drowned when their boat capsized during a rescue drill.",
        "Soldiers drown ## Three soldiers drowned in a river on Monday during the largest exercise of the year. They took part in a simulated attack.",
        "Hours after firefighters held a drill at the plant, an explosion killed five workers there.",
        "The hostages were put through mock executions, and one of them died.",
        "14 dead in office attack ## Two attackers shot 14 people dead. Staff thought it was only a drill. The office had held an active shooter drill. Volunteers gave blood.",
        "The attack killed nine people. City officials had held an exercise simulating such an attack last year.",
        "Two sailors were killed during war games off the coast on Monday.",
        "Firefighters were taking part in a drill when a wall fell and killed two of them.",
        "The army held an exercise near Lodva in which two soldiers were killed when a shell exploded.",
        "During an exercise on Monday two soldiers were killed off Lodva.",
        "A war game last week left three soldiers dead when a shell fell short.",
        "Modelling by a university estimates that the July heatwave killed 2,300 people in twelve cities.",
        "Scientists said a landslide that killed nine people on Monday could leave the valley cut off.",
        "The attackers rehearsed the bombing that killed 12 people on Monday, police said.",
        "Two soldiers die in exercise ## Two soldiers died on Monday when a wall caved in. They were taking part in exercise Cold Wall, in which 20,000 troops take part. The exercise, the largest since spring, was suspended.",
        "Tank rolls over tent at war games, three dead ## Three reservists were killed when a tank rolled over their tent. Some 4,000 soldiers take part in the exercise. The exercise was part of a plan.",
        "Exercise ends in death of instructor ## An instructor was shot dead on Tuesday at a police college. Volunteers were posing as robbers in a scenario. The exercise was meant for recruits.",
        "Quake on day of drill ## A quake killed 44 people on Saturday, only two hours after thousands had gone through the yearly drill. The drill tested the sirens.",
        "Militants attack base ## Militants attacked a base on Thursday, killing 31 soldiers. Troops from five nations were there for a joint exercise. Some 200 soldiers were to take part.",
        "Gunman kills four at mall days after drill ## A gunman killed four people in Lodva on Monday, a week after police rehearsed there. Volunteers had taken part.",
        "School attacked ## A gunman killed two pupils on Monday. They thought it was a drill. The school had held a lockdown drill in May.",
        "Soldier dies after fall ## A soldier who took part in a joint exercise in Lodva died after a fall, the army said.",
        "Crush at school ## At least 14 pupils were killed in a stampede on Monday when a fire drill went wrong, police said. Two exercises a year are part of the plan.",
        "Troops search for victims ## Soldiers and volunteers took part in the search for victims of the landslide, which killed 61 people. The disaster drill had tested the response of the district.",
        "A doctor who practised treating the wounded was killed by a drone on Monday.",
        # cinemas, crews, and what is true
        "A gunman killed 12 people at a cinema during the premiere of a new film, police said.",
        "The film tells the story of the 1972 attack in Munich in which eleven athletes were killed.",
        "A documentary on the fire, which killed 31 people in 2003, will be shown on Sunday.",
        'A cinematographer was killed while they rehearsed a scene of the western film "Dust". The star, who plays an outlaw, fired a gun. The script supervisor, who was injured, called the director.',
        "Two members of a film crew were killed when a helicopter crashed, police said.",
        "In the film, survivors of the siege tell how 40 hostages were killed.",
        "In the video, a gunman is seen shooting three people outside a shop.",
        "In the book, the general admits that 200 villagers were killed in 1982.",
        "Three actors were killed when the roof fell during a rehearsal of a play, police said.",
        'The author of the novel "Red" was among 12 people killed in a train crash.',
        "A bomb at a play about a war kills nine people in Lodva.",
        "A new series of blasts leaves nine people dead in Lodva.",
        # at a match
        "Two fans were killed and 30 were injured in a crush at a football match on Sunday, police said.",
        "A goalkeeper was shot dead after a match that his team won 3-1.",
        "A bomb went off outside the stadium during the cup final, killing three supporters.",
        "Two players were injured when a stand collapsed at the cup final. The hosts won the match 3-1.",
        "A player collapsed and died during a match on Sunday; the game ended 1-1.",
        "Mobs of 20-30 men beat passers-by in Lodva, injuring six.",
    ],
)
def test_what_happens_beside_them_has_happened(text: str) -> None:
    fates = [s.text for s in page(text).sentences if s.field == "text" and FATE.search(s.text)]
    assert fates == [words for words in told(text) if FATE.search(words)]


@pytest.mark.parametrize("text", [*DRILLS[:4], *STORIES[:4], *SPORT[:1]])
def test_they_make_no_incident(text: str) -> None:
    assert not read_sentence(text)
    assert not read(Report(id="r", title=None, text=text, language="en")).accounts


def test_a_real_incident_keeps_its_dead_beside_a_mock_one() -> None:
    text = "Nine people were killed in a bus crash in Lodva on Monday. A mock crash with 40 pretend casualties was held there."
    (claim,) = read_sentence(text, "killed", "injured", "casualties")
    assert (claim.slot, claim.who) == ("killed", "Nine people")
