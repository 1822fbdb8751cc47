import pytest
from tests.read.marks import read_sentence, value_of

from sayso.read.fates.met import is_nobody


def told(slot: str, who: str, text: str, kind: str = "other") -> bool:
    start = text.index(who)
    return not is_nobody(slot, text, start, start + len(who), kind)


@pytest.mark.parametrize(
    ("slot", "who", "text"),
    [
        (
            "hostages",
            "two cooks",
            "Police said two cooks who had been listed as kidnapped had hidden in a cellar.",
        ),
        ("hostages", "A nurse", "A nurse who was believed taken turned up at home."),
        ("killed", "19 males", "Some 23 people were involved, made up of 19 males and four females."),
        ("injured", "four females", "Some 23 people were involved, made up of 19 males and four females."),
        ("killed", "nine women", "Aboard was a choir comprising nine women."),
        ("injured", "at least six more", "Two homes collapsed and at least six more were damaged."),
        ("injured", "several others", "Two cars burned and several others were badly damaged."),
        ("killed", "Lodva ombudsman", "Lodva ombudsman puts dead in prison mutiny at seven"),
        ("casualties", "no survivors", "The wreck was found with no survivors."),
        ("killed", "Coast Guard's count", "Eight were found, one more than the Coast Guard's count."),
        ("casualties", "four people", "It counted 460 mass shootings, which it defines as four people shot."),
        ("killed", "the two others", "Three were found dead, and the two others are alive."),
        ("missing", "the two others", "Three were found dead, and the two others are alive."),
        ("killed", "900 head of cattle", "Some roads broke and 900 head of cattle drowned."),
        ("killed", "140 pilot whales", "On Friday 140 pilot whales died on the beach."),
        ("killed", "Two banks", "Two banks died in a week."),
        ("injured", "30 firms", "The slump left 30 firms wounded."),
        ("killed", "70 body parts", "So far 70 body parts have been found."),
        ("injured", "Nine nationalities", "Nine nationalities are among the hurt."),
        ("killed", "one tent", "Four children died in one tent."),
        ("killed", "the province", "The storm killed five people in the province in May."),
        ("killed", "their lives", "Two of the five sailors lost their lives."),
        ("killed", "all but three of those aboard", "It sank, leaving all but three of those aboard dead."),
        ("killed", "nine", "There were nine of us in the house."),
        ("killed", "seven brothers", "We were seven brothers."),
        ("killed", "four", "Now we are four, said Ugo Bern."),
        ("killed", "4,300", "The toll of the crisis stands at 4,300 jobs."),
        ("displaced", "12 School", "17.12 School evacuated"),
        ("injured", "20", "16.20 Injured taken to hospital"),
        (
            "killed",
            "members of one family",
            "Three of the dead were members of one family: a man and his sons.",
        ),
        ("rescued", "48 people", "Survivors told the crew that 48 people had been on board."),
        ("displaced", "212,400", "Families – 212,400"),
        ("displaced", "871,002", "Persons affected: 871,002"),
        ("killed", "Four families", "Four families here lost someone."),
        ("killed", "several families", "There are several families who have lost loved ones."),
        ("killed", "Two sisters", "Two sisters who lost their father wept."),
        ("killed", "somebody", "We lose somebody on this road each winter."),
        ("killed", "him", "I thought I'd lost him."),
        ("killed", "A baby", "A baby cheated death when the roof came down."),
        ("killed", "A porter", "A porter cheated death when the blast killed six guests."),
        ("killed", "A girl", "A girl listed among the dead was found to be alive."),
        ("killed", "11", "Of those, 11 were found on Sunday, two alive and nine dead."),
        ("missing", "Two bodies", "Two bodies were taken out of the wreck."),
        ("missing", "All 21 men", "All 21 men trapped underground were confirmed dead."),
        ("killed", "underground", "All men underground were found dead."),
        ("missing", "900 villagers", "Some 900 villagers were trapped by snow."),
        ("displaced", "900 villagers", "Some 900 villagers were trapped by snow."),
        ("killed", "Two women", "Two women gave birth in the night."),
        ("injured", "Eight", "Eight escaped without a scratch."),
        ("injured", "a woman in her 50s", "The driver, a woman in her 50s, was unhurt."),
        ("killed", "Seven", "Seven in ten of those who drowned wore no vest."),
        (
            "injured",
            "400 people",
            "Since the massacre at Lodva in 2012, in which nine died, 400 people have been shot at schools.",
        ),
        ("killed", "70", "Of the 450 climbers who have stood on the summit, 70 have died on the mountain."),
        ("killed", "14 people", "We had 14 people die in fires since Jan. 1."),
        ("displaced", "An estimated 30,000 people", "An estimated 30,000 people affected in six districts."),
        ("displaced", "8,000 children", "It has left 8,000 children without school."),
        ("displaced", "400 people", "The tower housed 400 people."),
        (
            "displaced",
            "thousands of visitors",
            "A fair brings hundreds of thousands of visitors to the city.",
        ),
        ("displaced", "40,000 pilgrims", "The shrine, now closed, draws 40,000 pilgrims each May."),
        ("killed", "A woman", "A woman declared dead in error is alive."),
        ("killed", "a firefighter", "It apologised for announcing the death of a firefighter who is alive."),
        ("killed", "A nurse", "A nurse, who was declared dead by mistake, is out of her coma."),
        ("killed", "two miners", "The two miners had been wrongly listed as dead."),
        ("displaced", "900 people", "Some 900 people need to be taken out."),
        ("killed", "Coach Danner", "Coach Danner nearly died after the parade."),
        ("killed", "Coach", "Coach nearly dies of a stroke"),
        ("killed", "The mayor of Lodva", "The mayor of Lodva almost died when a tree fell on his car."),
        (
            "killed",
            "two brothers",
            "A crash that nearly killed two brothers has renewed calls for a barrier.",
        ),
        ("killed", "five children", "The fire almost claimed the lives of five children."),
        ("killed", "Three men", "Three men nearly drowned when their boat sank, and a dog was saved."),
        ("killed", "Anna Berg", "Anna Berg came so close to death that her family was called."),
        ("killed", "A diver", "A diver, who came within minutes of dying, thanked the crew."),
        ("killed", "The girl", "The girl almost lost her life when the shot came through the wall."),
        ("killed", "My brother", "My brother very nearly died that night, she said."),
        ("killed", "Two divers", "Two divers came so close to drowning that they gave up."),
        ("killed", "A guard", "A guard who was nearly killed by the blast thanked the nurses."),
        ("killed", "15-year-old", "Third victim of suspected 15-year-old Marsk gunman dies"),
        ("killed", "gunman", "Mother of victim of alleged gunman dies"),
        ("killed", "daughter", "Neighbour saves daughter, kills burglar in Marsk"),
        ("killed", "pupils", "Teacher shields pupils, shoots gunman"),
        ("injured", "her relatives", "Our thoughts are with the girl who was shot, and with her relatives."),
        ("injured", "well as his family", "Our hearts go out to the guard hurt on Monday as well as his family."),
        (
            "injured",
            "her family",
            "Our hearts go out to the John F. Marsk School pupil hurt today, as well as her family.",
        ),
        (
            "injured",
            "High School",
            "A girl at Anna B. Marsk High School was badly hurt when a bus hit her.",
        ),
        ("injured", "a couple and a baby", "The occupants of the second van hit by bullets included a couple and a baby."),
        ("killed", "dozens of lives", "Karl Brandt, who as a guide saved dozens of lives, wept."),
        ("killed", "20 lives", "His warning saved 20 lives."),
        ("injured", "Ida Bern", "“Nobody came,” said Ida Bern, whose house was hit."),
        ("killed", "Ida Bern", "Ida Bern, whose husband was also shot, said it was dark."),
        ("killed", "two women", "We met two women whose sons had been killed."),
        ("injured", "A baker", "A baker whose shop was badly damaged wept."),
        ("killed", "40 of us", "“There were 40 of us on that floor,” said Amir."),
    ],
)  # fmt: skip
def test_who_is_no_victim_of_that_sort(slot: str, who: str, text: str) -> None:
    assert not told(slot, who, text)


@pytest.mark.parametrize(
    ("slot", "who", "text"),
    [
        ("injured", "at least six more", "Two men died and at least six more were hurt."),
        ("killed", "Nearly 40 people", "Nearly 40 people died in the crash."),
        ("killed", "a man", "The blast killed nearly everyone in the hall and a man outside."),
        ("killed", "A man", "A man who nearly died in a crash last year was shot dead on Monday."),
        ("killed", "Almost all 30 passengers", "Almost all 30 passengers were killed."),
        ("killed", "five men", "The dead are nine, made up of five men and four women."),
        ("hostages", "two cooks", "The gunmen still hold two cooks who had been reported missing in May."),
        ("killed", "61 rebels", "He said 61 rebels had been destroyed in Lodva."),
        ("killed", "Ida Bern", "Ida Bern, whose body was burned, was found on Monday."),
        ("killed", "Ida Bern", "Ida Bern, whose car was hit by a train, died at the scene."),
        ("killed", "Ida Bern", "The blast killed Ida Bern, whose house was hit."),
        ("killed", "40 of us", "“There were 40 of us on that floor, dead or dying,” said Amir."),
        ("injured", "Ida Bern", "Ida Bern, whose husband was shot, was hurt too."),
        ("displaced", "About 400 people", "About 400 people have fled and need food."),
        ("killed", "Two bank workers", "Two bank workers were killed."),
        ("injured", "A High School pupil", "A High School pupil was hurt in Lodva."),
        ("killed", "Six", "Six killed as bus falls into a gorge"),
        ("killed", "Six people", "Six people in one tent were killed."),
        ("killed", "Four passengers", "Four passengers lost their lives."),
        ("killed", "Two nurses", "Two nurses lost their fight for life."),
        ("killed", "A cook who lost his job", "A cook who lost his job shot his wife and was killed."),
        ("killed", "14", "Divers found 14 dead and two alive."),
        ("killed", "nine", "We were there when nine died."),
        ("killed", "Six members of one family", "Six members of one family died in Lodva."),
        ("killed", "20", "There were 20 dead in Lodva alone."),
        ("killed", "Four", "Four in ten days died."),
        ("killed", "900 people", "Since the war began in 2022, 900 people have been killed in the city."),
        ("killed", "Eleven climbers", "Eleven climbers have died on the mountain since Friday."),
        ("killed", "14 people", "In all 14 people died in fires in Lodva since Friday."),
        ("missing", "Nine men", "Nine men are missing and two were found dead."),
        ("missing", "Two bodies", "Two bodies are still missing."),
        ("rescued", "48 people", "A survivor said that 48 people on board were rescued by fishermen."),
        ("rescued", "90 people", "The navy rescued 90 people by boat."),
        ("displaced", "3,000 people", "Some 3,000 people in affected villages have been displaced."),
        ("displaced", "900 displaced people", "Some 900 displaced people need food."),
        ("displaced", "900 people", "The camp housed 900 people."),
        ("displaced", "40 tourists", "Buses brought 40 tourists out of the burning forest."),
        ("killed", "A man", "A man was killed by mistake by soldiers."),
        ("killed", "A woman", "A woman was declared dead at the scene."),
        ("killed", "Six men", "Six men were reported dead and one woman is alive."),
        ("killed", "A cook who nearly died", "A cook who nearly died in May was killed on Friday."),
        ("killed", "A cook", "A cook who nearly drowned in May was killed on Friday."),
        ("killed", "a gunman", "The third victim of a shooting in Marsk, and a gunman, died on Monday."),
        ("killed", "daughter", "Neighbour saves son, daughter dies in Marsk fire"),
        ("killed", "his friend", "A man who saves his friend, who died later, is a hero."),
        ("injured", "two of his relatives", "A guard and two of his relatives were hurt in the crash."),
        ("injured", "a couple", "The occupants of the van included a couple, both wounded."),
        ("killed", "dozens of lives", "The flood claimed dozens of lives and cost the town its savings."),
    ],
)
def test_who_is_a_victim_of_that_sort(slot: str, who: str, text: str) -> None:
    assert told(slot, who, text)


def test_who_survived_a_disaster_is_not_hurt_for_that() -> None:
    text = "Three others survived by clinging to a raft."
    assert not told("injured", "Three others", text, "maritime")
    assert told("injured", "Three others", text, "shooting")
    assert told("injured", "Three others", "Three others survived with burns.", "fire")


@pytest.mark.parametrize(
    ("title", "text", "slot", "values"),
    [
        ("Toll tops 40 in Lodva", "It rained.", "killed", {"41+"}),
        (None, "The number of dead in Lodva passed 1,200 on Friday.", "killed", {"1201+"}),
        (None, "The flood displaced 1,300 families in Lodva.", "displaced", {"1300+"}),
        (None, "A family of four from Spain and their driver were killed in Lodva.", "killed", {"5"}),
        (None, "Women and children were among the dead in Lodva.", "killed", {"2+"}),
        (None, "Of the 70 injured, 12 remain in hospital, a doctor said.", "hospitalised", {"12"}),
        (None, "Two sets of twins died in the fire in Lodva.", "killed", {"4"}),
        (
            None,
            "The hospital in Lodva had 21 hurt people in its care, including five in critical condition.",
            "critical",
            {"5"},
        ),
        ("Ferry sinks; 28 dead, dozens feared missing", "It was dark.", "killed", {"28"}),
        (None, "In Lodva the fate of 20 workers remains unknown.", "missing", {"20"}),
        (None, "Three miners remained out of contact after the blast.", "missing", {"3"}),
        (None, "Nine miners trapped since Monday have been rescued.", "rescued", {"9"}),
    ],
)
def test_a_number_as_the_words_beside_it_make_it(
    title: str | None, text: str, slot: str, values: set[str]
) -> None:
    assert {value_of(claim) for claim in read_sentence(text, slot, title=title)} == values


def test_a_part_belongs_to_a_total_of_whatever_tag() -> None:
    text = "In Lodva 23 people, including five children, were rescued from a boat, the Red Cross said."
    parts = {(value_of(c), c.part_of) for c in read_sentence(text, "rescued")}
    assert parts == {("23", None), ("5", "23 people")}


def test_who_was_aboard_is_not_dead_for_that() -> None:
    assert not told("killed", "two Poles", "The passengers included two Poles.")


def test_how_firmly_others_are_told_says_nothing_of_the_dead() -> None:
    for text in (
        "A ferry sank off Lodva with 28 dead, dozens feared missing.",
        "Storms that brought possibly dozens of tornadoes killed at least 28 people in Lodva.",
    ):
        assert {c.certainty for c in read_sentence(text, "killed")} == {"certain"}
    (claim,) = read_sentence("A storm killed possibly 28 people in Lodva.", "killed")
    assert claim.certainty != "certain"
