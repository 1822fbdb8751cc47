import pytest
from tests.read.marks import marked, read_sentence

from sayso.model import COUNT_SLOTS
from sayso.read.fates.met import is_nobody
from sayso.read.fates.unreal import is_asked, is_unreal


def unreal(sentence: str) -> list[str]:
    """Return the people marked <n> in a sentence whom it does not tell to have met a fate."""
    wanted = marked(sentence)
    return [
        words
        for _, _, words in wanted.claims
        if is_unreal(wanted.text, at := wanted.text.index(words), at + len(words))
    ]


UNCLAIMED = ["There has been no claim of <n>40 dead</n>.", "There were no reports of <n>two deaths</n>."]
QUESTIONS = [
    "Were <n>ten people</n> really killed in the village?",
    "Did the army kill <n>40 villagers</n> in Lodva?",
    "Did <n>ten people</n> die in the village?",
    "REPORTER: Chief, can you confirm that <n>ten people</n> died?",
    "And has the flu killed <n>30 people</n>, as the mayor says?",
    "Is it true that <n>six miners</n> died in the pit?",
    "Do you really think that <n>nine</n> were shot?",
    "How many <n>people</n> were killed in the flood?",
]
DOUBTS = [
    "I don't know where <n>my brother</n> is.",
    "The fire brigade could not confirm that <n>anyone</n> was missing.",
    "This is a body that is not <n>our son</n>.",
    "She has not heard what happened to <n>two of her cousins</n>.",
    "It was not immediately clear how many <n>people</n> were injured in the crash.",
    "It is unclear whether <n>anyone</n> was hurt in the blast at the mill.",
    "Police did not know whether <n>any passengers</n> had been killed.",
    "Nobody could say whether <n>two people</n> had died in the fire.",
    "The inquiry will ask whether the army had killed <n>40 villagers</n>.",
    "It is not known if <n>anyone</n> was injured.",
    "The mayor had no word on whether there were any <n>casualties</n>.",
]
CONDITIONS = [
    "Had the bomb gone off, <n>hundreds</n> would have been killed, the police chief said.",
    "If the train had been full, <n>dozens</n> could have died.",
    "The bomb could easily have killed <n>50 people</n>.",
    "Police foiled an attack that would have killed <n>hundreds</n>.",
    "There could easily have been <n>ten dead</n>, a source said.",
    "It was a miracle, there could have been <n>50 dead</n>, the mayor said.",
    "Had the bus been full, there would have been <n>60 dead</n>.",
    "We would have had <n>40 dead</n> if the gate had held.",
    "Unless the dam is mended, <n>4,000 people</n> will die.",
    "A quake of that size would kill <n>20,000 people</n>, the study says.",
]
UNKNOWN = [
    "The number of <n>casualties</n> is still unknown.",
    "No figure of <n>the dead</n> was given, and the number of <n>those hurt</n> was not known.",
    "<n>No number of dead</n> was given after the blast.",
    "<n>An arrest</n> has yet to be made.",
]
MISSED = [
    "He came back with a rifle and shot at <n>several people</n>, police said.",
    "She is accused of firing at <n>four people</n> on Monday.",
    "He was held for allegedly shooting at <n>five people</n>, including <n>two children</n>.",
    "The gunman fired shots at <n>three officers</n>, wounding one.",
    "The men opened fire on <n>two guards</n>, who ran.",
]
PLANS = [
    "Three men plotted to blow up a train and kill <n>dozens of passengers</n>, prosecutors said.",
    "The two intended to attack a market and kill <n>100 people</n>, the court heard.",
    "He is charged with planning to kill <n>five judges</n>.",
    "They meant to kill the mayor and injure <n>her guards</n>.",
    "By his diary, <n>30 people</n> were meant to die.",
    "Prosecutors said <n>seven guards</n> were supposed to be killed.",
    "The threat to shoot <n>ten pupils</n> was sent on Monday.",
]


@pytest.mark.parametrize("sentence", UNCLAIMED + QUESTIONS + DOUBTS + CONDITIONS + UNKNOWN + MISSED + PLANS)
def test_what_is_asked_doubted_missed_planned_or_only_possible_has_befallen_nobody(sentence: str) -> None:
    assert unreal(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "How could a man who killed <n>12 people</n> walk free?",
        "Did the gunman who killed <n>12 people</n> act alone?",
        "REPORTER: Chief, can you say who killed the <n>12 people</n>?",
        "Did <n>72 people</n> have to die before the wires were mended?",
        "Why were <n>nine people</n> killed on Monday?",
        "Didn't the army kill <n>40 villagers</n> here in March?",
        "Are <n>12 deaths</n> not enough?",
        "Do <n>12 dead children</n> mean nothing to you?",
        "Could anyone have saved <n>the five children</n> who died in the fire?",
        "Was the blast that killed <n>nine people</n> an accident?",
        "Are the police to blame for the deaths of <n>two students</n>?",
        "It is not known how many of <n>the 12 dead</n> were children.",
        "Police want to know whether the man who shot <n>two people</n> had help.",
        "Detectives want to know whether <n>two women found dead</n> in Lodva had been poisoned.",
        "Police do not know whether the shooting, in which <n>three people</n> were injured, was planned.",
        "The gunman fired at <n>an officer</n>, wounding him in the leg.",
        "The men opened fire on <n>two guards</n>, killing both.",
        "The officer fired a fatal shot at <n>the man</n>.",
        "A shooting at a club killed <n>two people</n>.",
        "<n>No reports of injuries</n> are known.",
        "As many as <n>40 people</n> could have died in the flood, the mayor said.",
        "The blast killed <n>five people</n> in Kano in May 2022.",
        "The blast killed <n>five people</n> in Kano in May.",
        "THE BLAST KILLED <n>FIVE PEOPLE</n> ON MAY 6.",
        "<n>A man</n> who would have turned 30 on Sunday was shot dead.",
        "<n>Two people</n> were killed; more would have died but for the guard, police said.",
        "The gunmen tried to storm the bank and killed <n>two guards</n>.",
        "There could have been <n>as many as 50 dead</n>, the mayor said.",
        "There may have been <n>nine dead</n> in the house.",
        "<n>Two of their colleagues</n> did not make it.",
        "<n>Three other miners</n> didn't survive.",
        "<n>Nine people</n> who were meant to fly home died in the crash.",
        "The bomb, which killed <n>three people</n>, was meant to kill the mayor.",
    ],
)
def test_what_a_question_or_a_plan_takes_for_granted_has_happened(sentence: str) -> None:
    assert not unreal(sentence)


def test_nobody_is_blamed_by_a_question() -> None:
    for text, who in (
        ("Did the army kill 40 villagers in Lodva?", "the army"),
        ("Was Red Dawn behind the attack?", "Red Dawn"),
    ):
        at = text.index(who)
        assert is_asked(text, at, at + len(who))


@pytest.mark.parametrize(
    "sentence",
    [
        "Did ten people die in the village of Lodva?",
        "Had the bomb gone off, hundreds would have been killed, the police chief of Lodva said.",
        "Nobody could say whether two people had died in the fire in Lodva.",
        "Three men plotted to blow up a train in Lodva and kill dozens of passengers.",
        "The bomb went off at noon in Lodva. The number of casualties is still unknown.",
        "Carl Hale had been driving 76 mph when he struck a sign, police said.",
        "A man is charged with killing a sheriff's office K-9 near Lodva on Monday.",
    ],
)
def test_no_number_is_read_from_it(sentence: str) -> None:
    assert not read_sentence(sentence, *(set(COUNT_SLOTS) - {"attackers"}))


def test_who_was_aboard_has_met_no_fate_yet() -> None:
    for text, aboard in (
        ("A gunman fired at a bus carrying 30 people near Lodva.", True),
        ("Medics were carrying 30 wounded people from the bus.", False),
    ):
        start = text.index("30")
        assert is_nobody("injured", text, start, text.index(" people") + len(" people")) is aboard


def test_whose_life_is_saved_has_not_died() -> None:
    for text, saved in (
        ("The parade became a race to save one coach's life.", True),
        ("Doctors saved the lives of one man.", True),
        ("The bomb took one man's life.", False),
        ("A vest might have saved one man's life.", False),
    ):
        start = text.index("one")
        assert is_nobody("killed", text, start, start + len("one man")) is saved


@pytest.mark.parametrize(
    ("text", "words", "unsaid"),
    [
        ("Marland has not commented on casualties.", "casualties", True),
        ("Marland did not comment on the dead and wounded.", "the dead and wounded", True),
        ("The army gave no details of casualties.", "casualties", True),
        ("There was no word on the injured.", "the injured", True),
        ("The company declined to comment on any deaths.", "any deaths", True),
        ("Marland has not commented on the deaths of 12 soldiers.", "12 soldiers", False),
        ("The mayor spoke of seven dead.", "seven dead", False),
        ("The army reported no casualties.", "no casualties", False),
    ],
)
def test_of_whom_nothing_is_said_nobody_is_counted(text: str, words: str, unsaid: bool) -> None:
    start = text.index(words)
    assert is_unreal(text, start, start + len(words)) is unsaid


@pytest.mark.parametrize(
    "sentence",
    [
        "The death toll could reach <n>80</n>, doctors fear.",
        "The toll from the tsunami at Lodva might climb past <n>500</n>.",
        "The number of dead in Sunday's slide in Dana, Tarvonia, could reach <n>30</n>.",
        "The toll might go up to <n>60</n>, the mayor said.",
        "The number of dead is expected to rise to <n>15</n>.",
        "Officials fear the toll will climb to <n>300</n> after the quake.",
        "Rescuers said the toll was likely to rise above <n>40</n>.",
        "The final toll may be as high as <n>90</n>, the minister warned.",
        "We expect the number of fatalities to go up to <n>25</n>.",
        "Aid groups warn that deaths could rise to <n>10,000</n> by spring.",
    ],
)
def test_a_toll_that_is_feared_is_no_toll(sentence: str) -> None:
    assert unreal(sentence) == [words for _, _, words in marked(sentence).claims]


@pytest.mark.parametrize(
    "sentence",
    [
        "A nurse said the true number of dead might be <n>11</n>.",
        "The toll may have reached <n>70</n>, the mayor said.",
        "The toll is feared to have risen to <n>70</n>.",
        "The toll rose to <n>31</n> and could climb further.",
        "The toll from the tsunami at Lodva rose to <n>31</n>.",
        "The toll stood at <n>40</n> and was expected to rise as <n>12 people</n> were missing.",
        "The toll could rise, with <n>31 bodies</n> found so far.",
    ],
)
def test_a_toll_that_stands_is_one(sentence: str) -> None:
    assert unreal(sentence) == []
