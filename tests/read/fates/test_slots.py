import pytest
from tests.read.marks import read_sentence, value_of

from sayso.model import Report, Span
from sayso.read.fates.met import is_nobody
from sayso.read.fates.slots import slot_of
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import page_of


def slot_in(text: str, quote: str, tag: str) -> str:
    start = text.index(quote)
    span = Span(field="text", start=start, end=start + len(quote), quote=quote)
    stretch = Stretch(tag, span, 0.9, "victim", "certain", 1.0, None, None, None, 0.9)
    return slot_of(stretch, page_of(Report(id="r", title=None, text=text, language="en")).at(span))


@pytest.mark.parametrize(
    ("text", "quote", "tag", "slot"),
    [
        (
            "“I saw at least 20 people lying there, dead or wounded.”",
            "at least 20 people",
            "killed",
            "casualties",
        ),
        ("“Some 30 lay on the road, hurt or dead,” she said.", "Some 30", "killed", "casualties"),
        ("Nine people were dead and 12 wounded.", "Nine people", "killed", "killed"),
        ("Her four surviving victims are students.", "four surviving victims", "killed", "injured"),
        ("Her four surviving victims are students.", "four surviving", "killed", "injured"),
        ("Four died, the surviving victims said.", "Four", "killed", "killed"),
        ("Four victims are students.", "Four victims", "killed", "killed"),
        (
            "A cook was among the five guests stabbed and died in hospital.",
            "five guests",
            "killed",
            "casualties",
        ),
        ("A cook was among the five guests stabbed to death.", "five guests", "killed", "killed"),
        ("A man remains unaccounted for after the blast.", "A man", "detained", "missing"),
        ("They put the dead at 21 and the missing at 40.", "40", "killed", "missing"),
        ("They put the dead at 21 and the missing at 40.", "21", "missing", "killed"),
        ("The dead rose to 21, the wounded to about 40.", "40", "killed", "injured"),
        ("The number of injured now stood at 40.", "40", "killed", "injured"),
        ("Two died and the missing, at 40 each, were many.", "40", "killed", "killed"),
        ("The wounded came to 40 in all, dead at dawn.", "40", "killed", "killed"),
        ("Two men were killed and six others trapped.", "six others", "injured", "missing"),
        ("Six men trapped and injured by the fire were taken out.", "Six men", "injured", "injured"),
        ("The pilot and three guests were fatally injured.", "three guests", "injured", "killed"),
        ("Six police officers are being held by inmates.", "Six police officers", "detained", "hostages"),
        ("Four guards held in Lodva prison mutiny", "Four guards", "detained", "hostages"),
        ("Four guards held over theft in Lodva", "Four guards", "detained", "detained"),
        ("Six officers were seized at first.", "Six officers", "detained", "hostages"),
        ("Six rebels were seized by the army.", "Six rebels", "detained", "detained"),
        ("Six men are being held by police.", "Six men", "detained", "detained"),
        (
            "The boy from B.C. Lund High was taken to St. Ann's with grave wounds but did not survive.",
            "The boy",
            "hospitalised",
            "killed",
        ),
        (
            "The boy was taken to a clinic with wounds. His dog did not survive.",
            "The boy",
            "hospitalised",
            "hospitalised",
        ),
        (
            "Bandits abducted pupils. Police said that 38 children were being held.",
            "38 children",
            "detained",
            "hostages",
        ),
        (
            "Bandits abducted pupils. Six people were being held for questioning.",
            "Six people",
            "detained",
            "detained",
        ),
        (
            "Students marched in Lodva. Twelve students were being held.",
            "Twelve students",
            "detained",
            "detained",
        ),
        ("Nine girls escape kidnappers, 40 still held", "40", "detained", "hostages"),
        ("A rescue team evacuated 31 people from the sea.", "31 people", "displaced", "rescued"),
        ("Nine sailors were evacuated from a burning tanker.", "Nine sailors", "displaced", "rescued"),
        ("Firemen evacuated 31 people from the hotel.", "31 people", "displaced", "displaced"),
        ("Some 900 people were evacuated from the sea front.", "900 people", "displaced", "displaced"),
        ("At least 40 villagers were killed or injured.", "At least 40 villagers", "killed", "casualties"),
        ("At least 40 people died or went missing at sea.", "At least 40 people", "killed", "casualties"),
        ("She is held for shooting three cooks, killing two of them.", "three cooks", "killed", "casualties"),
        ("Nine people, including the two who died, were shot.", "Nine people", "killed", "casualties"),
        ("Nine people, including two who died in hospital, were hurt.", "Nine people", "killed", "killed"),
        ("A man has died after three people were stabbed in Lodva.", "three people", "killed", "casualties"),
        ("A man died after two people were shot dead in Lodva.", "two people", "killed", "killed"),
        ("Nobody in Lodva was harmed.", "Nobody in Lodva", "injured", "casualties"),
        ("The flood has left 70 dead, 12 missing and a bridge broken.", "12", "killed", "missing"),
        ("The ministry reported nine new confirmed cases.", "nine", "killed", "ill"),
        ("There have been 900 suspected cases.", "900 suspected", "killed", "ill"),
        ("Police shot dead a man who had stabbed two nurses.", "two nurses", "killed", "injured"),
        ("Police shot a man after he slashed two nurses in Lodva.", "two nurses", "killed", "injured"),
        ("Crews are still searching for 25 diggers buried on Monday.", "25 diggers", "killed", "missing"),
        ("Crews are searching for the bodies of 25 diggers.", "bodies of 25 diggers", "killed", "killed"),
        ("Police shot a man who had stabbed two nurses to death.", "two nurses", "killed", "killed"),
        ("Police shot a man who attacked two nurses, killing one.", "two nurses", "killed", "killed"),
        ("Ten bodies were taken to a hospital.", "Ten bodies", "hospitalised", "killed"),
        ("A cook, 50, was pulled from the sea but could not be revived.", "A cook, 50", "injured", "killed"),
        ("One boy was hurt while two men could not be revived.", "One boy", "injured", "injured"),
        ("A cook was rushed to a clinic with burns but did not survive.", "A cook", "hospitalised", "killed"),
        ("Ana Bern was shot twice and she didn't make it.", "Ana Bern", "injured", "killed"),
        ("Both men were flown to Lodva, but they did not survive.", "Both men", "hospitalised", "killed"),
        ("A cook was hurt, but his dog did not survive.", "A cook", "injured", "injured"),
        ("A cook was hurt and did not make it to the match.", "A cook", "injured", "injured"),
        ("A cook was hurt while another man did not survive.", "A cook", "injured", "injured"),
        ("A boy, 6, pulled alive from the rubble, asked for water.", "A boy", "killed", "rescued"),
        ("Divers raised four bodies and brought out two men alive.", "two men", "killed", "rescued"),
        (
            "Soldiers found three cooks still alive in a wreck that held 16 dead.",
            "three cooks",
            "killed",
            "rescued",
        ),
        ("Dogs found two cooks, alive or dead nobody knew.", "two cooks", "missing", "missing"),
        ("The raiders burned two cooks alive.", "two cooks", "killed", "killed"),
        ("The navy counted four dead and 31 survivors.", "31 survivors", "missing", "rescued"),
        (
            "Nine are missing and more than 800 were driven from their homes.",
            "more than 800",
            "missing",
            "displaced",
        ),
        ("Lists name 12, with two injured cooks who later died.", "two", "killed", "killed"),
        ("Two cooks fell unconscious in the tank.", "Two cooks", "killed", "injured"),
        ("Two cooks fell unconscious and died.", "Two cooks", "killed", "killed"),
        ("All 70 miners were brought to the surface.", "All 70 miners", "hospitalised", "rescued"),
        ("Nine climbers stuck above the ice were airlifted to Base Camp.", "Nine", "hospitalised", "rescued"),
        ("Nine men stranded on the ice were rescued.", "Nine men", "missing", "rescued"),
        ("The mayor put the casualty figure at nine.", "nine", "killed", "casualties"),
        ("The mayor put the death toll at nine.", "nine", "killed", "killed"),
        ("Ida Hale, 24, was “fighting for her life”.", "Ida Hale", "killed", "critical"),
        ("They spoke of taking 15 prisoners.", "15 prisoners", "killed", "detained"),
        ("At least 40 villagers were killed and 12 injured.", "At least 40 villagers", "killed", "killed"),
        ("The flood has left 70 dead.", "70", "killed", "killed"),
        ("A suicide bomber killed himself and 12 others.", "12 others", "injured", "killed"),
        ("The man killed himself along with at least nine guests.", "nine guests", "injured", "killed"),
        ("The man killed himself and wounded 12 others.", "12 others", "injured", "injured"),
        ("The man shot himself and two others.", "two others", "injured", "injured"),
        (
            "He knocked before shooting two boys, killing a pupil and badly wounding his brother.",
            "two boys",
            "killed",
            "casualties",
        ),
        ("Four men were hit by gunfire, and one was fatally shot.", "Four men", "injured", "casualties"),
        ("She stabbed three nurses, wounding two and killing one.", "three nurses", "injured", "casualties"),
        (
            "Police seek a man who shot four others at dusk, including one who died.",
            "four others",
            "killed",
            "casualties",
        ),
        ("He stabbed five nurses, two of whom later died.", "five nurses", "injured", "casualties"),
        ("Guards found two men with gunshot wounds; one later died.", "two men", "killed", "casualties"),
        (
            "Two boys with stab wounds walked into a clinic, where one was pronounced dead.",
            "Two boys",
            "injured",
            "casualties",
        ),
        (
            "They met four sailors bleeding from gunshot wounds, one of whom has since died.",
            "four sailors",
            "killed",
            "casualties",
        ),
        (
            "Medics treated six people with multiple stab wounds, but two died.",
            "six people",
            "injured",
            "casualties",
        ),
        (
            "They found two men with gunshot wounds; one died there and the other in hospital.",
            "two men",
            "killed",
            "killed",
        ),
        ("They found two men with gunshot wounds; both later died.", "two men", "killed", "killed"),
        ("He stabbed two nurses, both of whom later died.", "two nurses", "killed", "killed"),
        ("They found a man with gunshot wounds; one officer said he died.", "a man", "killed", "killed"),
        ("They found two men dead with gunshot wounds; one died at a window.", "two men", "killed", "killed"),
        (
            "They took three women with stab wounds to a clinic; one is a nurse.",
            "three women",
            "injured",
            "injured",
        ),
        ("He killed four nurses, including two who died in hospital.", "four nurses", "killed", "killed"),
        ("He shot two boys, killing both, and fled.", "two boys", "killed", "killed"),
        ("Father shot 3 children, one dead", "3 children", "killed", "casualties"),
        ("1 of 2 students wounded has died", "2 students", "injured", "injured"),
        ("Two died, taking the toll of the blast to five.", "five", "injured", "killed"),
        ("3 officers shot, suspect dead", "3 officers", "killed", "injured"),
        ("Blast in Lodva kills two, traps five", "five", "killed", "missing"),
        ("They killed 15 farmers and whisked away eight women.", "eight women", "killed", "hostages"),
        ("They freed 19 guests, among them a nurse; one guest died.", "a nurse", "killed", "rescued"),
        ("They freed 19 guests, among them a nurse who died.", "a nurse", "killed", "killed"),
        ("The blast left 950 injured and 1,250 homeless.", "1,250", "injured", "displaced"),
        ("Four died, taking the toll to 201.", "201", "ill", "killed"),
        ("Four died, taking the toll to 201 and cases to 900.", "900", "ill", "ill"),
        ("Four others were airlifted to safety.", "Four others", "hospitalised", "rescued"),
        ("Four others were airlifted to hospital.", "Four others", "hospitalised", "hospitalised"),
        ("Cholera cases in Lodva have risen to 1,340, with 12 deaths.", "1,340", "killed", "ill"),
        ("The number of people infected with mumps rose to 900.", "900", "killed", "ill"),
        ("Ebola cases have reached 90 and 41 people have died.", "90", "killed", "ill"),
        ("Ebola cases have reached 90 and 41 people have died.", "41 people", "killed", "killed"),
        ("Cases stand at 90, with the dead now at 14.", "14", "killed", "killed"),
        ("Deaths among the cases rose to 14.", "14", "killed", "killed"),
        ("The number of murder cases rose to 14.", "14", "killed", "killed"),
        ("Survivors: 80", "80", "missing", "rescued"),
        ("- Missing: 9", "9", "injured", "missing"),
        ("Dead: 12", "12", "injured", "killed"),
        ("Injured – 128", "128", "killed", "injured"),
        ("Inside evacuation centers – 143,220 persons", "143,220 persons", "injured", "displaced"),
        ("The mayor spoke of the missing: 12 were found dead.", "12", "killed", "killed"),
        ("They freed six of the nine women who were carried away.", "nine women", "killed", "hostages"),
        ("Six villagers were marched off by bandits, he said.", "Six villagers", "killed", "hostages"),
        ("Six villagers were carried away by the flood.", "Six villagers", "killed", "killed"),
        ("Six men were taken away by ambulance.", "Six men", "injured", "injured"),
        ("Two constables were dragged off a lorry and beaten.", "Two constables", "injured", "injured"),
        ("Ana Bern was taken off life support on Monday.", "Ana Bern", "killed", "killed"),
        (
            "Three more cooks hurt in the blast in Lodva have succumbed.",
            "Three more cooks hurt",
            "injured",
            "killed",
        ),
        ("Two more guests wounded on Monday died.", "Two more", "injured", "killed"),
        ("Two guests wounded on Monday left as others died.", "Two guests wounded", "injured", "injured"),
        ("There are 64 cases, of which 53 confirmed.", "53 confirmed", "killed", "ill"),
        ("It killed eight, five of them police, and wounded 23.", "five of them", "injured", "killed"),
        ("It killed eight and hurt nine, five of them police.", "five of them", "injured", "injured"),
        ("Man held after killing an officer, 3 others, police say", "3 others", "injured", "killed"),
        ("Man killed clerk, two other people on Monday", "two other people", "injured", "killed"),
        ("Man kills officer, 3 others wounded", "3 others", "injured", "injured"),
        ("Man kills officer, 3 others in hospital", "3 others", "injured", "injured"),
        ("Blast wounds officer, 3 others", "3 others", "injured", "injured"),
        ("Two men were injured and four died.", "Two men", "injured", "injured"),
        ("Nine guests were shot and two of them were certified dead.", "Nine guests", "killed", "casualties"),
        ("Nine pupils escape kidnappers, 40 still held", "Nine pupils", "hostages", "rescued"),
        ("Nine pupils escape kidnappers, 40 still held", "40", "detained", "hostages"),
        ("Two suspects were freed, 40 still held", "40", "detained", "detained"),
        ("He shot a boy, killing him and wounding his brother.", "a boy", "killed", "killed"),
        ("The group said it was holding nine policemen.", "nine policemen", "killed", "hostages"),
        ("Rebels admit holding nine soldiers", "nine soldiers", "detained", "hostages"),
        ("Police are holding nine students.", "nine students", "detained", "detained"),
        ("Eight are still being held by the bandits.", "Eight", "detained", "hostages"),
        ("Eight remain in captivity, he said.", "Eight", "missing", "hostages"),
        ("The front says it has three guards in its hands.", "three guards", "killed", "hostages"),
        ("The front freed three guards it had captured.", "three guards", "killed", "rescued"),
        ("The army denied that any of its men had been captured.", "any of its men", "detained", "hostages"),
        ("The army denied that any had been detained.", "any", "detained", "detained"),
        ("Rebels killed 30 soldiers and captured eight.", "eight", "detained", "hostages"),
        ("Troops killed 30 rebels and captured eight.", "eight", "detained", "detained"),
        ("Police raise toll to 63, arrest three", "63", "detained", "killed"),
    ],
)
def test_the_words_beside_people_tell_their_fate(text: str, quote: str, tag: str, slot: str) -> None:
    assert slot_in(text, quote, tag) == slot


@pytest.mark.parametrize(
    ("slot", "who", "text", "nobody"),
    [
        ("attackers", "Two of the gunmen", "Two of the gunmen gave up.", True),
        ("attackers", "two of the three men", "He saw two of the three men fire.", False),
        ("attackers", "two of the men", "Outside, two of the men drew guns and fired.", False),
        ("attackers", "more than 20 motorbikes", "They came on more than 20 motorbikes.", True),
        ("attackers", "six men on motorbikes", "It was six men on motorbikes.", False),
        ("killed", "two deputies", "All three face charges of attempted murder of two deputies.", True),
        ("killed", "two deputies", "All three face charges of murder of two deputies.", False),
        ("killed", "31 names", "They gave us a list of 31 names.", True),
        ("killed", "About 30 hogs", "About 30 hogs were killed.", True),
        ("hospitalised", "Four", "Four were shifted by train to Lodva.", False),
        ("hospitalised", "A boy", "A boy is in critical condition at Harborside.", False),
        ("hospitalised", "A boy", "A boy is in critical condition.", True),
        ("casualties", "five men", "Police say five men were at the club when a fight began.", True),
        (
            "killed",
            "62",
            "The ferry had carried more people than its manifest of 62 showed, and six died.",
            True,
        ),
        ("killed", "62", "The passenger list had 62 dead on it.", False),
        ("casualties", "five men", "Police say five men were at the club when they were shot.", False),
        ("injured", "Six people", "Six people were inside a red car when it was shot at.", True),
        ("injured", "Two boys", "Two boys were in the house when someone fired at it, hitting one.", False),
        ("injured", "Two boys", "Two boys were in the house when gunfire broke out.", True),
        ("injured", "Two boys", "Two boys were in the house when it came under fire and wounded.", False),
        ("injured", "Two boys", "Two boys were in the car when it was hit by a train.", False),
        (
            "injured",
            "two uninjured residents",
            "They found three dead men and two uninjured residents.",
            True,
        ),
        ("injured", "an unhurt driver", "They found one dead and an unhurt driver.", True),
        ("injured", "two residents", "They found two residents, one uninjured.", False),
        ("killed", "a 15-year-old gunman", "Second victim of a 15-year-old gunman dies.", True),
        ("killed", "suspected shooter", "The second victim of suspected shooter has died.", True),
        ("killed", "Second victim", "Second victim of a 15-year-old gunman dies.", False),
        ("killed", "a 15-year-old", "A victim of the flood, a 15-year-old died.", False),
    ],
)
def test_some_of_the_attackers_and_things_are_no_number_of_them(
    slot: str, who: str, text: str, nobody: bool
) -> None:
    start = text.index(who)
    assert is_nobody(slot, text, start, start + len(who)) == nobody


@pytest.mark.parametrize(
    ("text", "quote", "tag"),
    [
        ("By noon crews had plucked 70 people from a bus.", "70 people", "displaced"),
        ("Nine captives walked free on Sunday.", "Nine captives", "hostages"),
        ("Four were ransomed in May.", "Four", "hostages"),
        ("The gunmen released 19 of the pupils on Tuesday.", "19 of the pupils", "hostages"),
    ],
)
def test_who_is_saved_or_gets_free_is_rescued(text: str, quote: str, tag: str) -> None:
    assert slot_in(text, quote, tag) == "rescued"


@pytest.mark.parametrize(
    ("text", "quote", "tag"),
    [
        ("By Sunday 19 bodies had been retrieved.", "19 bodies", "rescued"),
        ("Of the dead, 30 died at the scene and one at the hospital.", "one", "hospitalised"),
        ("Seven died at home, four on the way to hospital and two later.", "four", "hospitalised"),
        ("Two men injured in Friday's blast succumbed on Sunday.", "Two men", "injured"),
        ("Thirty were sent straight to the morgue.", "Thirty", "hospitalised"),
        ("Twelve of the injured gave up the ghost in hospital.", "Twelve of the injured", "hospitalised"),
        ("Two of the wounded have since passed away.", "Two of the wounded", "injured"),
    ],
)
def test_the_dead_are_dead_wherever_they_are_taken(text: str, quote: str, tag: str) -> None:
    assert slot_in(text, quote, tag) == "killed"


def test_all_but_one_is_not_that_one() -> None:
    text = "All but Bern were taken to hospital."
    assert is_nobody("hospitalised", text, text.index("Bern"), text.index(" were"))


def test_dead_or_missing_and_shot_of_whom_some_died_are_casualties_only() -> None:
    for text in (
        "At least 90 people are dead or missing after the storm in Hurti.",
        "Six people were shot in Lodva, two of whom have died from their injuries, police said.",
    ):
        told = {claim.slot for claim in read_sentence(text) if value_of(claim) in ("90+", "6")}
        assert told == {"casualties"}
