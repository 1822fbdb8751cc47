"""What others say: disputed, not confirmed, or only asked about by whoever the sentence tells of."""

import pytest
from tests.read.marks import read_sentence

from sayso.read.certainty.context import certainty_at
from sayso.read.certainty.polarity import grants, polarity_at
from sayso.read.speech.hearsay import hearsay_at, is_unsure


def told(text: str, words: str = "40") -> tuple[str, str | None] | None:
    """Return how a number is taken up in a sentence, and whose it is."""
    found = hearsay_at(text, text.index(words))
    return None if found is None else (found.turn, text[slice(*found.source)] if found.source else None)


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("Contradicting an opposition tally of 40 dead, police said three had died.", "disputed"),
        (
            "The colonel dismissed as propaganda a rebel statement saying 40 soldiers had been taken.",
            "disputed",
        ),
        ("The president rubbished a radio report of 40 deaths.", "disputed"),
        ("The minister ridiculed the report that 40 policemen had been captured.", "disputed"),
        ("The mayor rejected suggestions made by the union on Monday that 40 miners were lost.", "disputed"),
        ("The army disputes the rebels' claim that 40 soldiers died.", "disputed"),
        ("Contrary to reports that 40 people had died, nobody was hurt.", "disputed"),
        ("The army said rebels were lying when they said they had killed 40 troops.", "disputed"),
        ("The army said the rebels had lied in claiming to have killed 40 troops.", "disputed"),
        ("The army rejected reports 40 people had died.", "disputed"),
        ("Police could not vouch for the deaths of 40 people.", "unsure"),
        ("The army rejected the rebels' claim to have killed 40 soldiers.", "disputed"),
        ("The mayor laughed off a newspaper report that 40 people had died.", "disputed"),
        ("Countering reports of 40 deaths, the hospital said it had received nine bodies.", "disputed"),
        ("The union's claim that 40 miners had died was rejected by the company.", "disputed"),
        ("The force denied reports circulating on social media that 40 officers had died.", "disputed"),
        ("The mayor denied rumours posted on several sites that 40 pupils had died.", "disputed"),
        ("Police have not confirmed reports that 40 people had died.", "unsure"),
        ("Police did not immediately confirm on Monday that 40 people had died.", "unsure"),
        ("The agency was unable to verify claims that 40 people had died.", "unsure"),
        ("There was no independent confirmation that 40 people had died.", "unsure"),
        ("Police could neither confirm nor deny that 40 people had died.", "unsure"),
        ("The ministry did not confirm the deaths of 40 soldiers.", "unsure"),
        ("Unconfirmed reports said 40 people had died.", "unsure"),
        ("The army neither confirmed nor denied reports that 40 soldiers had died.", "unsure"),
        ("Asked about claims that 40 people had drowned, the minister said the number was 32.", "asked"),
        ("Despite reports that 40 people had died, the road was open.", "asked"),
    ],
)
def test_what_others_say_is_told_by_how_it_is_taken_up(text: str, turn: str) -> None:
    assert told(text) == (turn, None) or (turn == "disputed" and told(text) is not None)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The agency could not independently verify the rebels' statement that 40 soldiers were killed.", "the rebels"),
        ("The ministry has yet to verify opposition reports that 40 detainees died.", "opposition"),
        ("It was not possible to verify the army's claim that 40 rebels were killed.", "the army"),
        ("The paper could not verify claims by the rebels that 40 soldiers had died.", "the rebels"),
        ("Asked about Marland's figure of 40 dead, the general shrugged.", "Marland"),
        ("The paper could not verify earlier reports that 40 soldiers had died.", None),
        ("The paper could not verify media reports that 40 soldiers had died.", None),
    ],
)  # fmt: skip
def test_a_claim_that_is_not_confirmed_is_of_whose_it_is(text: str, whose: str | None) -> None:
    assert told(text) in {("unsure", whose), ("asked", whose)}
    assert is_unsure(text, text.index("40")) is (whose is None)


@pytest.mark.parametrize(
    "text",
    [
        "Police confirmed reports that 40 people had died.",
        "The doctor disputed police figures of nine dead and said 40 bodies had been brought in.",
        "Asked about reports of a strike on Lodva, the army said 40 rebels had been killed.",
        "Asked about claims that 200 people had drowned, the minister said the number was 40.",
        "Contradicting a tally of 31 dead, police said 40 had been hurt.",
        "Police responding to reports of a shooting found 40 people dead.",
        "Police have not confirmed the cause of the fire that killed 40 people.",
        "The union disputed reports that the blast which killed 40 miners was no accident.",
        "A police spokesman could not confirm a report of 15 deaths but said 40 had been hurt.",
        "The minister refused to confirm reports of a coup as fighting killed 40 people.",
        "The judge rejected his claim of self-defence in the killing of 40 men.",
        "A judge dismissed claims by the families of 40 miners.",
        "Rebels questioned by reporters said 40 had died.",
    ],
)
def test_what_somebody_says_himself_is_no_hearsay(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("before", "polarity"),
    [
        ("Rejecting a claim that ", "negative"),
        ("The ministry disputed the union's figure of ", "negative"),
        ("The army rejected the rebels' claim that ", "negative"),
        ("The army rejected calls for an inquiry into the deaths of ", "positive"),
        ("The court dismissed the appeal of a man convicted of killing ", "positive"),
        ("The minister dismissed criticism of the rescue, in which ", "positive"),
        ("The company disputed that a fault had caused the crash, in which ", "positive"),
        ("A judge denied bail to a man accused of killing ", "positive"),
        ("The army denied the killing of ", "negative"),
        ("Denying that anybody else had died, the mayor said ", "positive"),
        ("Police denied a report that an officer had been shot and confirmed that ", "positive"),
    ],
)
def test_who_disputes_a_figure_denies_it(before: str, polarity: str) -> None:
    assert polarity_at(f"{before}ten people", len(before)) == polarity


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The number of dead is not ten but 12.", True),
        ("Six dead in fire, not ten - agency", True),
        ("I was told that ten people had died, but that wasn't true.", True),
        ("I was told that ten people had died, but that was long ago.", False),
        ("The mayor said 12 people had died, not ten.", True),
        ("The mayor said rumours of ten deaths were exaggerated.", True),
        ("The claim that ten people had died was a lie, the mayor said.", True),
        ("The army called the report of ten deaths propaganda.", True),
        ("Rumours circulated that ten people had died; police said they were untrue.", True),
        ("It is a lie that ten people died, the mayor said.", True),
        ("The report of ten deaths was denied by the ministry.", True),
        ("Not ten minutes later the police came.", False),
    ],
)
def test_a_figure_that_another_stands_against_is_denied(text: str, denied: bool) -> None:
    assert (polarity_at(text, text.index("ten")) == "negative") is denied


def test_nobody_is_sure_of_what_is_not_confirmed() -> None:
    for text, certainty in (
        ("Police have not confirmed that ten people had died.", "possible"),
        ("Police would not confirm reports of ten deaths.", "possible"),
        ("The agency could not verify the rebels' claim that ten people had died.", "certain"),
        ("Police confirmed that ten people had died.", "certain"),
    ):
        start = text.index("ten")
        assert certainty_at(text, start, start + len("ten people")) == certainty


@pytest.mark.parametrize(
    "before",
    [
        "Red Dawn said it was not involved in the bombing that left ",
        "Marland said it played no part in the killing of ",
        "The rebels said in a statement on Monday that they had nothing to do with the blast that killed ",
        "The army said its planes had not struck the hospital, where ",
        "A spokesman said the group had no connection with the blast, which killed ",
        "Red Dawn said that none of its fighters were involved in the ambush that killed ",
        "Marland has denied any links with the killing of ",
        "A statement denying participation in the murder of ",
        "Red Dawn distanced itself from the attack that killed ",
        "Red Dawn has not claimed the bombing of a market that killed ",
        "The president has not commented on the deaths of ",
    ],
)
def test_who_disowns_a_deed_grants_its_toll(before: str) -> None:
    assert grants(before)


@pytest.mark.parametrize(
    "before",
    [
        "The army said it had not carried out the raid but that ",
        "The army said it did not target civilians and had killed ",
        "Hospital officials said they had no role in the evacuation but had received ",
        "Police said officers were there and that ",
    ],
)
def test_what_is_said_behind_it_is_of_who_disowns(before: str) -> None:
    assert not grants(before)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Contradicting an opposition tally of 31 dead, police in Lodva said three people had been killed.", {(31, "police in Lodva", "negative"), (3, "police in Lodva", "positive")}),
        ("The president rubbished a BBC report of 40 deaths at the Lodva mine and said the true toll was eight.", {(40, "The president", "negative"), (8, "The president", "positive")}),
        ("The army said a rebel claim of 55 dead was exaggerated and that nine soldiers had been killed in Lodva.", {(55, "The army", "negative"), (9, "The army", "positive")}),
        ("The army said rebels were lying when they said they had killed 90 troops at Lodva.", {(90, "The army", "negative")}),
        ("The union's claim that 30 miners had died in Lodva was rejected by the company.", {(30, "the company", "negative")}),
        ("Police have not confirmed reports that 20 people died in the fire in Lodva.", {(20, "narrator", "positive")}),
        ("The agency could not independently verify the rebels' statement that 80 soldiers were killed in Lodva.", {(80, "the rebels", "positive")}),
        ("The Red Dawn said it was not involved in the bombing in Lodva that left 13 dead.", {(13, "narrator", "positive")}),
    ],
)  # fmt: skip
def test_a_figure_is_of_whom_it_is(text: str, said: set[tuple[int, str, str]]) -> None:
    claims = read_sentence(text, "killed")
    assert {(getattr(c.value, "low", None), c.speaker.name, c.polarity) for c in claims} == said
