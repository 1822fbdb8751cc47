import pytest
from tests.read.marks import marked, read_sentence, value_of

from sayso.model import Count, Label, Report
from sayso.read.claims.facts import read_facts
from sayso.read.text.page import page_of

SENTENCES = [
    "He opened fire with <weapon=firearm>an assault rifle</weapon>.",
    "A <weapon=explosive>truck bomb</weapon> tore through the square.",
    "The man was stabbed with a <weapon=blade>kitchen knife</weapon>.",
    "Lawmakers debated gun control after the match.",
    "<responsibility=claimed>The Taliban</responsibility> claimed responsibility for the attack.",
    "The bombing was claimed by <responsibility=claimed>the Taliban</responsibility>.",
    "Responsibility for the bombing was later claimed by <responsibility=claimed>the Taliban</responsibility>.",
    "The minister blamed the bombing on <responsibility=blamed>separatists</responsibility>.",
    "It happened <time=21:15>around 9:15 p.m.</time> near the station.",
    "The shooting followed <motive>an argument</motive> over parking.",
    "The fire was caused by <cause>a short circuit</cause>.",
    "Anyone with information is asked to <advice>call the harbour police</advice>.",
    "Residents were ordered to <advice>boil their water</advice>.",
    "The mayor implored residents to <advice>leave at once</advice>.",
    "If you filmed the lorry, <advice>send the film to the harbour police</advice>.",
    "The governor <response>declared a state of emergency</response>.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_facts_are_found_with_their_codes(sentence: str) -> None:
    wanted = marked(sentence)
    slots = {slot for slot, _, _ in wanted.claims} or {"weapon", "responsibility"}
    found = read_sentence(wanted.text, *slots, title="Nine people killed in attack on market")
    assert [(c.slot, value_of(c)) for c in found] == [(slot, value) for slot, value, _ in wanted.claims]
    for (_, _, words), claim in zip(wanted.claims, found, strict=True):
        assert set(words.lower().split()) & set(claim.span.quote.lower().split())


def test_a_named_victim_is_a_victim_by_name() -> None:
    claims = read_sentence("Marta Olsen, 34, was killed in the crash.", "victim")
    assert [(value_of(c), c.value.text) for c in claims if hasattr(c.value, "text")] == [
        ("killed", "Marta Olsen")
    ]


def test_nobody_claiming_it_is_a_denial_of_a_claim() -> None:
    (claim,) = read_sentence(
        "No group has claimed responsibility for the bombing.", "responsibility", title="Bomb kills nine"
    )
    assert (value_of(claim), claim.polarity) == ("claimed", "negative")


@pytest.mark.parametrize(
    "text",
    [
        "So far neither the rebels nor any other group has claimed responsibility for the attack.",
        "None of the armed groups operating in the country has claimed responsibility.",
    ],
)
def test_none_of_several_groups_has_claimed_it(text: str) -> None:
    told = read_sentence(text, "responsibility", title="Bomb kills two")
    assert {(value_of(claim), claim.polarity) for claim in told} == {("claimed", "negative")}


def test_rebels_who_say_something_have_claimed_nothing() -> None:
    told = read_sentence("An air strike killed 20 people in Lodva, rebels said on Monday.", "responsibility")
    assert not [c for c in told if isinstance(c.value, Label) and c.value.code == "claimed"]


def test_who_is_acquitted_is_not_convicted() -> None:
    (claim,) = read_sentence("Jan Novak was acquitted on Tuesday of murder over the bomb.", "suspect")
    assert claim.polarity == "negative"


def test_advice_not_to_do_something_says_so() -> None:
    (claim,) = read_sentence(
        "Two boys were killed by a mine, and the army urged people not to enter fields that have not been cleared.",
        "advice",
    )
    assert isinstance(claim.value, Label)
    assert claim.value.text.startswith("not to enter")


# What the public is told to do, as a sentence tells it; None where nobody is told anything.
ADVICE_ROWS = [
    ("Police urged nearby shopkeepers to keep their shutters down.", "keep their shutters down"),
    ("The coast guard asked boaters not to enter the bay.", "not to enter the bay"),
    ("Farmers were warned never to burn straw in May, the ministry said.", "never to burn straw in May"),
    ("If you saw the van, please call the Orlin police.", "call the Orlin police"),
    ("If anyone knows the boy, call the station in Lodva.", "call the station in Lodva"),
    ("Tips can be left with the Lodva desk at night.", "Tips can be left with the Lodva desk at night."),
    ("\u201cPlease stay away from the river,\u201d said Ana Ruiz.", "stay away from the river"),
    ("Officials say avoid the area.", "avoid the area"),
    ("Do not approach him.", "Do not approach him."),
    ("We need somebody to come forward.", "come forward."),
    # what a robber orders, what readers are asked for the page, and what nobody is told
    ("The gunman told customers to lie on the floor.", None),
    ("Please click here for more photos of the march.", None),
    ("Please verify you're not a robot by clicking the box.", None),
    ("Please make sure your browser supports cookies.", None),
    ("Please make sure the gate is shut.", "make sure the gate is shut"),
    ("The call came at nine.", None),
]


@pytest.mark.parametrize(("text", "wanted"), ADVICE_ROWS)
def test_advice_is_told_as_it_is_given(text: str, wanted: str | None) -> None:
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    told = [fact.text.rstrip(".") for fact in read_facts(sentence) if fact.slot == "advice"]
    assert told == ([wanted.rstrip(".")] if wanted else [])


# Who claims a deed or denies it by what he says, and who has claimed nothing.
OWN_WORDS = [
    ("The Red Dawn said in a note on Friday that it had planted the bomb.", "The Red Dawn", "claimed", "positive"),
    ("The Blue Front said its fighters ambushed the convoy.", "The Blue Front", "claimed", "positive"),
    ("The Blue Front owned up to the bombing.", "The Blue Front", "claimed", "positive"),
    ("No group has owned up.", "No group", "claimed", "negative"),
    ("No one has claimed Friday's blast.", "No one", "claimed", "negative"),
    ("There was no immediate claim of responsibility.", "no immediate claim", "claimed", "negative"),
    ("The ministry blamed Ardania, which denied any involvement.", "Ardania", "denied", "positive"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "code", "polarity"), OWN_WORDS)
def test_who_says_that_it_did_it_claims_it(text: str, who: str, code: str, polarity: str) -> None:
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    told = [(f.text, f.code, f.polarity) for f in read_facts(sentence) if f.slot == "responsibility"]
    assert (who, code, polarity) in told
    assert {found for found, other, _ in told if other == code} == {who}


@pytest.mark.parametrize(
    "text",
    [
        "The army said it killed nine rebels near Lodva.",
        "Police said they killed the gunman.",
        "Ana Ruiz said it hit her car.",
    ],
)
def test_whom_an_army_says_that_it_killed_is_no_claim_of_a_deed(text: str) -> None:
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    assert not [f for f in read_facts(sentence) if f.slot == "responsibility"]


def test_who_has_claimed_such_attacks_before_has_not_claimed_this_one() -> None:
    told = read_sentence(
        "A bomb killed nine in Marsk. The Islamic State group has claimed similar attacks in the past.",
        "responsibility",
    )
    assert not told


def test_who_is_blamed_and_denies_it_is_told_as_both() -> None:
    told = read_sentence(
        "Nine soldiers died in Marsk. The government blamed Rwanda, which denied any involvement.",
        "responsibility",
    )
    assert {(value_of(c), c.value.text) for c in told if isinstance(c.value, Label)} == {
        ("blamed", "Rwanda"),
        ("denied", "Rwanda"),
    }


def test_a_cause_that_is_denied_is_no_cause() -> None:
    claims = read_sentence(
        "The ferry sank off Bohol on Monday. The owner has denied that it was overloaded.", "cause"
    )
    assert {claim.polarity for claim in claims} == {"negative"}


def test_what_is_blamed_for_it_is_no_group() -> None:
    assert not read_sentence("Pilot error blamed for Peru plane crash", "responsibility")


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("No group claimed the attack in Kabul, but Islamic State often targets the area.", set()),
        (
            "The group Ansar al-Sunna, which has sworn allegiance to Islamic State, claimed the attack in Palma.",
            {"Ansar al-Sunna"},
        ),
    ],
)
def test_who_is_named_beside_a_claim_has_not_claimed_it(text: str, claimed: set[str]) -> None:
    told = [c for c in read_sentence(text, "responsibility") if c.polarity == "positive"]
    assert {c.value.text.removeprefix("The group ") for c in told if isinstance(c.value, Label)} == claimed


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nineteen people died in Marsk. The government denied that its jets had bombed the village.", "The government"),
        ("The army denied that its troops had shelled the hospital, where nine people died on Sunday.", "The army"),
        ("Nine were killed in Oden on Sunday. Israel denied that its forces had fired at the crowd.", "Israel"),
    ],
)  # fmt: skip
def test_who_denies_that_its_arms_did_it_denies_responsibility(text: str, who: str) -> None:
    (claim,) = read_sentence(text, "responsibility")
    assert isinstance(claim.value, Label)
    assert (claim.value.text, claim.value.code, claim.speaker.name) == (who, "denied", who)


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot dead in Bolton on Monday. A suspect, aged 22, has been released on bail.",
        "Police arrested a suspect, Ugo Bern, 34, who was later released on bail, over the stabbing in Leeds on Friday.",
        "Police released three of the nine men who were arrested over the blast in Marsk.",
        "A woman was stabbed in Leeds on Friday. A man of 30 was arrested and has been released on bail, police said.",
    ],
)
def test_a_suspect_who_was_let_go_is_not_held(text: str) -> None:
    (claim,) = read_sentence(text, "suspect")
    assert value_of(claim) == "unknown"


def test_a_name_ends_after_some_words_so_that_no_pattern_runs_over_a_whole_text() -> None:
    (sentence,) = page_of(Report(id="r", text=f"{'Aba ' * 400}claimed responsibility for it.")).sentences
    found = read_facts(sentence)
    assert found
    assert all(len(fact.text.split()) < 12 for fact in found)


def test_who_is_not_yet_in_custody_is_at_large() -> None:
    text = (
        "Four people were shot at a club in Leeds on Friday. Police said the suspect is not yet in custody."
    )
    claims = read_sentence(text, "suspect")
    assert {claim.value.code for claim in claims if isinstance(claim.value, Label)} == {"at-large"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Red Dawn claimed the bombing on its website.", {("claimed", "Red Dawn")}),
        ("Red Dawn later claimed Monday's attack.", {("claimed", "Red Dawn")}),
        ("Police claimed the attack was over in minutes.", set()),
        (
            "Police blamed Red Dawn, which denied involvement.",
            {("blamed", "Red Dawn"), ("denied", "Red Dawn")},
        ),
        ("Red Dawn denied it.", {("denied", "Red Dawn")}),
        ("Red Dawn denied being behind the bombing.", {("denied", "Red Dawn")}),
        ("While Red Dawn denied it was behind the bombing, nobody else spoke.", {("denied", "Red Dawn")}),
        ("A banner in Lodva, signed by the union, denied any part in it.", set()),
        ("Ruvia blamed Kella, and Kella blamed Ruvia.", {("blamed", "Kella"), ("blamed", "Ruvia")}),
        ("The army accused the Blue Front of planting it.", {("blamed", "the Blue Front")}),
        ("Police accused him of planting it.", set()),
        ("Residents blamed Monday's storm.", set()),
        ("The army blamed the U.S. for it. Nobody else did.", {("blamed", "the U.S.")}),
    ],
)
def test_groups_that_claim_deny_or_are_blamed(text: str, told: set[tuple[str, str]]) -> None:
    sentence = page_of(Report(id="r", text=text)).sentences[0]
    found = read_facts(sentence)
    assert {(fact.code, fact.text) for fact in found if fact.slot == "responsibility"} == told


@pytest.mark.parametrize(
    "text",
    [
        "Two women were killed in Lodva. Ron Bell, 40, is charged with murder. Bell denied it in court.",
        "Two men died in the fire, police chief Ugo Hale said. Hale denied it had been a raid.",
    ],
)
def test_somebody_who_denies_is_no_group(text: str) -> None:
    assert not read_sentence(text, "responsibility")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("The blast was heard at 2330 GMT on Tuesday.", [None]),
        ("The blast was heard at 23:30 GMT.", [None]),
        ("It struck at 11:30 p.m. local time (1745 GMT).", ["23:30", None]),
        ("It struck at around 5.45 pm UTC.", [None]),
        ("The raid began at 0545 hours.", ["05:45"]),
        ("The raid began at 0545 local time.", ["05:45"]),
        ("“Two are dead,” the force posted on X just before 5:30 p.m.", []),
    ],
)
def test_a_clock_time_of_greenwich_is_no_local_one(words: str, codes: list[str | None]) -> None:
    (sentence,) = page_of(Report(id="r", text=words)).sentences
    assert [fact.code for fact in read_facts(sentence) if fact.slot == "time"] == codes


@pytest.mark.parametrize(
    "text",
    [
        "The rebels claimed at least 30 dead in the fighting near Dran.",
        "The Lions claimed 30 soldiers killed.",
    ],
)
def test_who_claims_a_toll_has_not_claimed_the_deed(text: str) -> None:
    assert not read_sentence(text, "responsibility")


@pytest.mark.parametrize(
    "text",
    [
        "Red Dawn has not claimed the bombing in Lodva.",
        "Red Dawn did not claim responsibility for the bombing in Lodva.",
        "Red Dawn has yet to claim the attack in Lodva.",
        "Red Dawn stopped short of claiming the attack in Lodva.",
        "Red Dawn, which has not claimed responsibility, is at war with Marland.",
        "Red Dawn has so far refused to claim responsibility for it.",
        "Red Dawn has neither claimed the attack nor denied it.",
        "So far, Red Dawn has made no claim of responsibility for the attack.",
    ],
)
def test_who_has_not_claimed_it_has_not(text: str) -> None:
    facts = [
        f
        for f in read_facts(page_of(Report(id="r", title=None, text=text)).sentences[0])
        if f.slot == "responsibility"
    ]
    assert {(f.text, f.code, f.polarity) for f in facts} == {("Red Dawn", "claimed", "negative")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A bomb killed nine people in Lodva on Monday. Hezbollah has not claimed the attack.", "Hezbollah"),
        (
            "A bomb killed nine people in Lodva on Monday. The ELN did not claim responsibility for the blast.",
            "The ELN",
        ),
        (
            "A bomb killed nine people in Lodva on Monday. Hamas stopped short of claiming the attack.",
            "Hamas",
        ),
    ],
)
def test_nobody_says_himself_that_he_has_not_claimed_it(text: str, who: str) -> None:
    (claim,) = read_sentence(text, "responsibility")
    assert isinstance(claim.value, Label)
    assert (claim.value.text, claim.value.code, claim.polarity, claim.speaker.name) == (
        who,
        "claimed",
        "negative",
        "narrator",
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Red Dawn said it was not involved in the bombing of a market.", "Red Dawn"),
        ("The Lodva group said on Monday that it had nothing to do with the car bomb.", "The Lodva group"),
        ("Marland said it played no part in the killing of four clerics.", "Marland"),
        ("The army said its planes had not struck the hospital.", "The army"),
        ("The militia said its men were not responsible for the massacre.", "The militia"),
        ("Red Dawn disowned the attack.", "Red Dawn"),
        ("Red Dawn said none of its fighters were involved in the ambush.", "Red Dawn"),
        ("Red Dawn has distanced itself from the bombing.", "Red Dawn"),
        ("Red Dawn said it had carried out the attack.", None),
        ("The army said he had nothing to do with the attack.", None),
        ("Police said they were not involved in the attack.", None),
        ("The army said it was not linked to an earlier attack.", None),
        ("The army said it did not target civilians.", None),
        ("Red Dawn has not denied any involvement.", None),
        ("Red Dawn neither confirmed nor denied responsibility.", None),
    ],
)
def test_who_disowns_a_deed_denies_it(text: str, who: str | None) -> None:
    facts = [
        f
        for f in read_facts(page_of(Report(id="r", title=None, text=text)).sentences[0])
        if f.code == "denied"
    ]
    assert {(f.text, f.code) for f in facts} == ({(who, "denied")} if who else set())


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("It happened at 9:10 p.m. on Friday.", "certain"),
        ("Shots were fired at 9:10 p.m., police said.", "certain"),
        ("At 9:10 p.m. a man walked in and opened fire.", "certain"),
        ("Two officers were answering a complaint when shots were fired at 9:10 p.m.", "certain"),
        ("It happened before 9 p.m. on Friday.", "probable"),
        ("Officers were called to Alder Row at 9:10 p.m.", "probable"),
        ("At 9:10 p.m. on Friday, police received a report of shots.", "probable"),
        ("At 9:10 p.m., officers responded to Alder Row.", "probable"),
        ("He was found in the yard at 9:10 p.m.", "probable"),
        ("At approximately 2004 hours, it exploded.", "probable"),
    ],
)
def test_the_time_of_a_call_is_not_surely_that_of_the_deed(text: str, certainty: str) -> None:
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    assert [fact.certainty for fact in read_facts(sentence) if fact.slot == "time"] == [certainty]


def test_a_year_is_no_clock_time() -> None:
    (sentence,) = page_of(
        Report(id="r", text="It happened on 22 April 2026 at 19:40 or on May 3, 2015.")
    ).sentences
    assert [fact.code for fact in read_facts(sentence) if fact.slot == "time"] == ["19:40"]


def test_who_calls_it_something_says_so() -> None:
    (claim,) = read_sentence(
        "Gunmen killed nine in Marsk. A rebel spokesman, Ugo Bern, called the attack a reprisal for a raid.",
        "motive",
    )
    assert claim.speaker.name == "Ugo Bern"


def test_a_step_that_is_not_taken_is_denied() -> None:
    claims = read_sentence(
        "Nine people were shot in Marsk on Sunday. A curfew was not being considered.", "response"
    )
    assert [claim.polarity for claim in claims] == ["negative"]


def test_against_whom_a_case_is_lodged_nobody_holds() -> None:
    told = read_sentence(
        "Two men were beaten to death in Marsk. Police said 11 people had been detained and a case lodged against 40 unidentified persons.",
        "detained",
    )
    assert [claim.value for claim in told] == [Count(low=11, high=11)]


def test_whose_part_nothing_tells_of_is_blamed_by_nobody() -> None:
    claims = read_sentence(
        "A bomb killed nine in Marsk. Police said there was no indication of a foreign state's involvement.",
        "responsibility",
    )
    assert not [claim for claim in claims if claim.polarity == "positive"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The driver, a man of 44 identified by police as Ugo Bern, was arrested in Lodva after the crowd was hit.", "police"),
        ("The gunman, named by the prosecutor on Friday only as Ugo Bern, was arrested in Lodva.", "the prosecutor"),
    ],
)  # fmt: skip
def test_who_tells_the_name_of_a_suspect_speaks_of_him(text: str, who: str) -> None:
    told = {
        c.value.text: c.speaker.name for c in read_sentence(text, "suspect") if isinstance(c.value, Label)
    }
    assert told["Ugo Bern"] == who


def test_who_says_that_nobody_has_claimed_it_has_not_claimed_it() -> None:
    text = "Deputy Commissioner Ugo Bern said nobody had claimed responsibility so far."
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    told = [(f.text, f.code, f.polarity) for f in read_facts(sentence) if f.slot == "responsibility"]
    assert {polarity for _, _, polarity in told} == {"negative"}
