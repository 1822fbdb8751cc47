import pytest
from tests.read.marks import marked, read_sentence, value_of

from sayso.model import Report, Speaker, SpeakerKind
from sayso.read import read
from sayso.read.claims.sureness import signs
from sayso.read.speech.quotations import quote_state
from sayso.read.speech.speakers import Attributions, not_of_himself
from sayso.read.text.page import page_of, span_of

SENTENCES = [
    ("Ten people died.", "report"),
    ("<said>Police</said> said ten people died.", "police"),
    ("Ten people died, <said>police</said> said.", "police"),
    ("Ten people died, said <said>the mayor of Lodva</said>.", "government"),
    ("According to <said>a hospital spokeswoman</said>, ten people died.", "medical"),
    ("<said>Sgt. Maria Holt</said> told reporters that ten people died.", "police"),
    ("<said>Witnesses</said> said ten people died.", "witness"),
    ("<said>The interior ministry</said> confirmed that ten people died.", "government"),
    ("<said>The Red Cross</said> reported that ten people died.", "ngo-un"),
    ("“Ten people died,” <said>prosecutor Anna Weiss</said> said.", "prosecutor-court"),
    (
        "Ten people died in the fire, Mill County Sheriff <said>Ann Hale</said> said at a news conference.",
        "police",
    ),
    ("Ten people died in the fire, <said>police</said> in Lodva said.", "police"),
    ("“Ten people died at the scene,” police spokesman <said>Piet Maas</said> wrote in an email.", "police"),
    ("<said>A nurse</said> who had been waiting for the Lodva train said that ten people died.", "medical"),
    ("<said>The driver's brother</said> told police that ten people died.", "victim-family"),
    ("<said>Witnesses</said> reported in Lodva that ten people died.", "witness"),
    ("The bomb, which <said>police</said> said was planted by rebels, killed ten people.", "police"),
    ("While <said>the Red Cross</said> put the dead at ten, nobody knew more.", "ngo-un"),
    ("Ten people died, their mayor, <said>Ana Bern</said>, said.", "government"),
    ("<said>Police</said> said that shortly after 5 p.m. Sunday ten people died.", "police"),
]


@pytest.mark.parametrize(("sentence", "kind"), SENTENCES)
def test_a_number_belongs_to_who_is_said_to_say_it(sentence: str, kind: str) -> None:
    wanted = marked(sentence)
    (claim,) = read_sentence(wanted.text, "killed")
    said = set(wanted.said_by.lower().split())
    assert set(claim.speaker.name.lower().split()) & said
    assert claim.speaker.kind == kind


def test_a_pronoun_is_the_last_speaker() -> None:
    claims = read_sentence(
        "Mayor Jan Novak spoke at noon. “Four people died,” Novak said. He said nine people were injured."
    )
    by_slot = {c.slot: c.speaker.name for c in claims if c.slot in ("killed", "injured")}
    assert "Novak" in by_slot["killed"]
    assert "Novak" in by_slot["injured"]


def test_a_surname_alone_is_the_speaker_named_before() -> None:
    (claim,) = read_sentence(
        "The fair closed early, director Lee Price said on Monday. Price said ten people died.", "killed"
    )
    assert "Price" in claim.speaker.name


def said_in(text: str, words: str, *named: tuple[str, SpeakerKind]) -> str:
    """Return who says some words of a text in which only these names are seen; "" for the narrator."""
    page = page_of(Report(id="r", text=text))
    seen = [(span_of("text", text, text.index(n), text.index(n) + len(n)), kind) for n, kind in named]
    at = text.index(words)
    (sentence,) = (s for s in page.sentences if s.start <= at < s.end)
    speaker = Attributions(page, seen).at(sentence, at - sentence.start)
    return f"{speaker.name} ({speaker.kind})" if speaker else ""


@pytest.mark.parametrize(
    ("text", "named", "speaker"),
    [
        (
            "The fair closed, director Lee Price said. Price said ten died.",
            [("Lee Price", "company")],
            "Price (company)",
        ),
        (
            "“The ten died at once,” said Jenna Castell of the club.",
            [("Jenna", "company")],
            "Jenna Castell (company)",
        ),
        (
            "The fire broke out at noon and ten died, club owner Ann Hale said.",
            [("Ann Hale", "company")],
            "Ann Hale (company)",
        ),
        ("According to a flyer at the door, ten died.", [], "a flyer at the door (other)"),
        ("The owner told of the fire. Ten died, a 10-year-old said.", [("a 10-year", "witness")], ""),
        ("The fire went according to plan, and ten died.", [], ""),
        ("The ten died at once, but officials said the toll could rise.", [], ""),
        ("The ten died on Sunday, two days after the mayor said in a statement.", [], ""),
    ],
)
def test_who_says_it_is_found_by_the_words_around(
    text: str, named: list[tuple[str, SpeakerKind]], speaker: str
) -> None:
    assert said_in(text, "ten" if "ten" in text else "Ten", *named) == speaker


def test_lines_wrapped_by_hand_do_not_cut_who_says_what() -> None:
    wrapped = (
        "THE ARMY SAID IN A STATEMENT THAT WAS READ ON THE RADIO ON SUNDAY EVENING THAT\n"
        "AT LEAST TEN PEOPLE WERE KILLED IN THE TOWN OF LODVA AND IN THE VILLAGES THAT\n"
        "LIE ROUND IT.  THE ROADS TO THE NORTH WERE CLOSED AND NOBODY COULD LEAVE THEM\n"
        "BEFORE THE NEXT MORNING.\n"
    )
    (claim,) = read_sentence(wrapped, "killed")
    assert claim.speaker.kind == "military"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ten people died in the flood, though the council has a plan according to plan.",
        "Ten people died in the flood, but officials said the toll could rise.",
    ],
)
def test_words_that_only_look_like_a_source_are_none(sentence: str) -> None:
    (claim,) = read_sentence(sentence, "killed")
    assert claim.speaker.narrates


def test_a_name_is_read_whole_where_its_end_says_who_speaks() -> None:
    (claim,) = read_sentence(
        "“Ten people died at the scene,” police spokeswoman Jenna Castell wrote in an email.", "killed"
    )
    assert claim.speaker.name.endswith("Castell")


def test_a_death_told_to_say_which_event_is_meant_is_the_narrators() -> None:
    (claim,) = read_sentence(
        "The minister said he was horrified by the attack that killed nine people.", "killed"
    )
    assert claim.speaker.narrates


def test_the_name_before_a_colon_in_a_headline_speaks() -> None:
    reading = read(Report(id="r", title="Police: 3 found dead in Harrow house", text="", language="en"))
    assert [(c.speaker.name, c.speaker.kind) for c in reading.claims if c.slot == "killed"] == [
        ("Police", "police")
    ]


@pytest.mark.parametrize(
    ("text", "who", "via"),
    [
        ("A doctor told Reuters that ten people died.", "doctor", "Reuters"),
        ("Ten people died, the mayor said in an interview with Lodva Radio.", "mayor", "Lodva Radio"),
        ("The mayor told Radio Lodva by phone that ten people died.", "mayor", "Radio Lodva"),
        ("A doctor told Parliament that ten people died.", "doctor", None),
        ("Police said ten people died.", "police", None),
    ],
)
def test_the_outlet_through_which_words_come_is_kept(text: str, who: str, via: str | None) -> None:
    (claim,) = read_sentence(text, "killed")
    assert who in claim.speaker.name.lower()
    assert claim.speaker.via == via


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The mayor of Lodva on Monday denied a claim by the union that police had shot dead 60 men.",
            "The mayor of Lodva",
        ),
        ("Novak denied reports in the Lodva Post that 60 men had been killed.", "Novak"),
    ],
)
def test_a_denial_is_of_who_denies(text: str, who: str) -> None:
    (claim,) = read_sentence(text, "killed")
    assert (claim.speaker.name, claim.polarity) == (who, "negative")


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Army says it hit a base; ten dead in Lodva", "narrator"),
        ("Police: man opened fire; ten dead in Lodva", "Police"),
        ("Ten dead in Lodva blast, police suspect gas leak", "narrator"),
        ("Ten dead in Lodva blast, ministry says toll may rise", "narrator"),
        ("Ten dead in Lodva blast, police say", "police"),
        ("Ten dead in Lodva blast, police say; two held", "police"),
    ],
)
def test_in_a_headline_somebody_speaks_from_his_comma_up_to_a_semicolon(title: str, who: str) -> None:
    from sayso.read import read

    reading = read(Report(id="r", title=title, text="", language="en"))
    assert {c.speaker.name for c in reading.claims if c.slot == "killed"} == {who}


def test_whose_troops_are_told_of_does_not_speak() -> None:
    text = (
        "Captain Ugo Bern, spokesman of the 303rd Brigade, said government troops killed ten rebels in Lodva."
    )
    assert {claim.speaker.name for claim in read_sentence(text, "killed")} == {"Ugo Bern"}


def test_a_headline_can_deny() -> None:
    (claim,) = read_sentence(
        "Many were hurt in Lodva.", "killed", title="Lodva denies 60 protesters were killed"
    )
    assert claim.polarity == "negative"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police have not identified the injured man but said that two people were killed.", "Police"),
        ("UNION LEADERS REPORTED TODAY THAT THREE STUDENTS HAVE KILLED TWO TEACHERS.", "UNION LEADERS"),
        (
            "Crews found a crater in the market, leading to initial estimates of a death toll of 11.",
            "narrator",
        ),
    ],
)
def test_who_is_spoken_of_is_not_who_speaks(text: str, who: str) -> None:
    (claim,) = read_sentence(text, "killed")
    assert claim.speaker.name == who


def test_an_erroneous_report_of_an_attacker_denies_him() -> None:
    (claim,) = read_sentence("There were erroneous reports of a second gunman, police said.", "attackers")
    assert claim.polarity == "negative"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police say Ugo Bern, 30, of Lodva was killed by a neighbour.", "Police"),
        ("The county coroner, Ana Bern, said ten people were killed.", "Ana Bern"),
        ("A rebel spokesman, Colonel Ugo Bern, said that ten people were killed.", "Ugo Bern"),
        ("State radio, quoting a nurse, said that ten people were killed.", "a nurse"),
        ("THE ARMY REPORT ISSUED ON 3 MAY STATES THAT TEN REBELS WERE KILLED.", "THE ARMY REPORT"),
        ("Ten people were killed in the fire. — Lodva Police (@lodvapd) May 4, 2015", "Lodva Police"),
    ],
)
def test_the_one_who_says_it_among_several_names(text: str, who: str) -> None:
    (claim, *_) = read_sentence(text, "killed")
    assert claim.speaker.name == who


def test_an_office_alone_is_the_one_who_was_named_with_it() -> None:
    text = (
        "Mill County Sheriff Ann Hale said that the fire began at noon. Nobody knows why. "
        "The sheriff said that ten people were killed."
    )
    (claim,) = read_sentence(text, "killed")
    assert claim.speaker.name == "Sheriff Ann Hale"


def test_the_town_from_which_a_report_is_filed_says_nothing() -> None:
    (claim,) = read_sentence("KULLU: Sixteen people were killed when a bus fell into a gorge.", "killed")
    assert claim.speaker.narrates


def test_the_town_at_the_head_of_a_headline_says_nothing() -> None:
    text = "Twenty bodies were found under a bridge on Monday, the Culiacan prosecutor said."
    reading = read(Report(id="r", title="Culiacan: 20 bodies found under bridge", text=text, language="en"))
    assert [c.speaker.narrates for c in reading.claims if c.span.field == "title"] == [True]
    reading = read(
        Report(id="r", title="Peru: Rebels kill 19 at church", text="Nineteen died.", language="en")
    )
    assert {c.speaker.name for c in reading.claims if c.slot == "killed"} == {"narrator"}


def test_a_quotation_signed_at_its_end_is_wholly_of_who_signs() -> None:
    text = (
        'Ann Hale said the road was closed. "Two boys were killed in the fire. The uncle was at work," Police Chief '
        "Ron Bell said."
    )
    (claim,) = read_sentence(text, "killed")
    assert claim.speaker.name == "Ron Bell"


def test_a_mark_behind_a_full_stop_opens_no_quotation() -> None:
    (sentence, *_) = page_of(
        Report(id="r", text='It was a sad day."Ten people were killed in the market.')
    ).sentences
    assert not quote_state(sentence, is_open=False)


def test_the_one_who_gave_a_toll_before_gives_it_alone() -> None:
    (claim,) = read_sentence("Police Chief Ann Orr had earlier put the toll at eight.", "killed")
    assert (claim.speaker.name, claim.standing) == ("Ann Orr", "superseded")


def test_who_denies_at_the_end_of_a_headline_has_not_given_its_number() -> None:
    title = "Air strikes kill 22 in Lodva, army denies"
    told = read_sentence("Residents said that air strikes killed 22 civilians.", "killed", title=title)
    assert "army" not in {claim.speaker.name for claim in told}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nobody has claimed the bombing in Lodva. Ten people were killed, he said.", "narrator"),
        ("The ministry revised down the death toll from the earthquake in Lodva to 35.", "The ministry"),
        ("The ministry raised the toll of Friday's fire in Lodva to 19.", "The ministry"),
    ],
)
def test_who_gives_a_toll(text: str, who: str) -> None:
    assert {claim.speaker.name for claim in read_sentence(text, "killed")} == {who}


def test_he_after_a_colon_is_the_one_named_before_it() -> None:
    text = (
        "Eleven people were missing after the ferry sank, coast guard spokesman Rey Bautista said.\n"
        "The governor of Bohol, Arturo Lim, gave a different figure: he said 14 people were dead."
    )
    (claim,) = read_sentence(text, "killed")
    assert claim.speaker.name == "Arturo Lim"


@pytest.mark.parametrize(
    ("text", "words", "named", "who"),
    [
        ("The ministry first reported nine dead, and later spoke of 14.", "nine dead", "The ministry", "The ministry"),
        ("Officials admit to 700 dead.", "700", "Officials", "Officials"),
        ("Another 58 were hurt, the land's civil defence agency Tarva said, as it rained.", "58", "Tarva", "Tarva"),
        ("But the mayor faulted the figure, insisting that 26 had died.", "26", "the mayor", "the mayor"),
        ("But the mayor, Ugo Bern, faulted the figure, insisting that 26 had died.", "26", "the mayor", "Ugo Bern"),
        ("The union has contested the official count of miners, saying at least 15 died.", "15", "The union", "The union"),
        ("The official count of the dead in the pit, saying ten, is false.", "ten", "official", ""),
        ("The fire spread to the mayor's house, adding 26 to the homeless.", "26", "the mayor", ""),
        ("A ministry named the dead as Ana and Ida Bern.", "Ana", "A ministry", "A ministry"),
        ("The fire left one dead and, according to the union, cost millions.", "one dead", "the union", ""),
        ("The fire left one dead and, according to the union, cost ten lives.", "ten", "the union", "the union"),
    ],
)  # fmt: skip
def test_first_reports_admissions_and_halves_of_sentences(
    text: str, words: str, named: str, who: str
) -> None:
    assert said_in(text, words, (named, "government")).split(" (")[0] == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Piet Maas, 61, was asleep in the back. He said two men fired.", "two men", "Piet Maas"),
        ("Eva Lund was at the window. She said two men fired.", "two men", "Eva Lund"),
        ("The ministry has closed the camp. It says 900 people fled.", "900", "The ministry"),
        ("The ministry has closed the camp. He said 900 people fled.", "900", "Ugo Hale"),
        ("The army has closed the camp. It gave its losses as ten dead.", "ten", "The army"),
        ("A leader of the miners, Piet Maas, gave another toll. He said ten died.", "ten", "Piet Maas"),
        ("Spokeswoman Eva Lund blamed the rebels. “It was bad. Ten died,” she said.", "Ten", "Eva Lund"),
        ("The ministry said nobody fled. Later she went on to say that ten died.", "ten", "Ugo Hale"),
        ("He put the losses of the rebels at ten.", "ten", "Ugo Hale"),
        ("Earlier he had put their number at ten.", "ten", "Ugo Hale"),
        ("He put ten men on the road.", "ten", ""),
        ("He has since raised that to ten.", "ten", "Ugo Hale"),
        ("He raised ten children.", "ten", ""),
        ("He fears that ten have died.", "ten", "Ugo Hale"),
        ("He would only confirm that ten died.", "ten", "Ugo Hale"),
        ("His own count of the dead stood at ten.", "ten", "Ugo Hale"),
        ("By his count ten had died.", "ten", "Ugo Hale"),
        ("He lost count, and ten died.", "ten", ""),
        ("Ten died by his count.", "Ten", "Ugo Hale"),
        ("Eva Lund spoke late. She put the dead at ten.", "ten", "Eva Lund"),
        ("He identified the dead as ten guards.", "ten", "Ugo Hale"),
        ("A guest fled when he identified himself and shot ten.", "ten", ""),
        ("Piet Maas visited the hall, where he said ten died.", "ten", "Piet Maas"),
        ("Piet Maas was hit, he said, and ten died.", "ten", "Ugo Hale"),
        ("Detectives are looking for a man who they say shot ten.", "ten", "Detectives"),
        ("Detectives met a man after he said ten died.", "ten", "Ugo Hale"),
        ("A survivor, who gave her name as Mina, wept as she said ten died.", "ten", "Mina"),
        ("The nurse wept when she said ten died.", "ten", "The nurse"),
        ("The nurse was shot, she said, and ten died.", "ten", "Ugo Hale"),
    ],
)
def test_he_said_means_who_stood_at_the_head_of_the_sentence_before(text: str, words: str, who: str) -> None:
    named: list[tuple[str, SpeakerKind]] = [("Ugo Hale", "police")]
    named += [("Eva Lund", "military")] if "Lund blamed" in text else []
    told = said_in(f"The chief, Ugo Hale, said it was late. {text}", words, *named)
    assert told.split(" (")[0] == who


@pytest.mark.parametrize(
    ("text", "seen", "who"),
    [
        ("A man who opened the gate of the mill said that nobody had died.", "A man who", "A man"),
        ("A man who asked not to be named said that nobody had died.", "A man who asked not to be", "A man"),
        ("A man who ran a mill said that nobody had died.", "A man who ran a mill", "A man who ran a mill"),
    ],
)
def test_a_name_that_runs_on_ends_before_who(text: str, seen: str, who: str) -> None:
    span = span_of("text", text, 0, len(seen))
    said = Attributions(page_of(Report(id="r", text=text)), [])
    assert said.whole(Speaker(name=span.quote, kind="other", span=span)).name == who


@pytest.mark.parametrize(
    ("text", "named", "who"),
    [
        (
            "A mother reached by phone, who asked to be called only Eva, said ten died.",
            "A mother",
            "A mother",
        ),
        ("A mother reached by phone, who gave her name as Eva, said ten died.", "A mother", "Eva"),
        ("An officer, who calls himself Abu Dara, told reporters that ten died.", "An officer", "Abu Dara"),
        ("A nurse at Lodva hospital, Eva Lund, said ten died.", "Lodva hospital", "Eva Lund"),
        ("Help Now, which runs the clinic in Dran, 20 miles away, said ten died.", "Dran", "Help Now"),
        (
            "A doctor who would not be named because he fears for his post said ten died.",
            "A doctor",
            "A doctor",
        ),
        ("Ten died in the fire, according to a priest, Father Ugo Bern.", "a priest", "Father Ugo Bern"),
        ("Ten men were firing, said Berg-Hale, who described it as loud.", "Hale", "Berg-Hale"),
        ("The ten dead were identified by the coroner as miners.", "coroner", "coroner"),
        ("The coroner, who was named by the ten, has left.", "coroner", ""),
        ("A neighbor shouted, “They shot ten of us.”", "A neighbor", "A neighbor"),
        ("Police would tell us little but did confirm that ten died.", "Police", "Police"),
        ("Two stations were reporting that ten had died.", "Two stations", "Two stations"),
    ],
)
def test_who_speaks_is_called_by_the_fullest_words_of_the_sentence(text: str, named: str, who: str) -> None:
    assert said_in(text, "ten" if "ten" in text else "Ten", (named, "other")).split(" (")[0] == who


def test_quotations_between_backquotes_are_read_as_others() -> None:
    text = "``Ten of our men died,'' said Ida Hale. ``Two more are lost. Nobody knows where.''"
    assert said_in(text, "Ten", ("Ida Hale", "police")).startswith("Ida Hale")
    assert said_in(text, "Nobody", ("Ida Hale", "police")).startswith("Ida Hale")


def test_an_event_that_a_speaker_tells_anew_is_not_granted() -> None:
    (claim,) = read_sentence("The minister said there was an attack that killed nine people.", "killed")
    assert not claim.speaker.narrates


@pytest.mark.parametrize(
    ("text", "is_signed"),
    [
        ("A man of 30 was taken into custody, according to the release.", True),
        ("The release said that a man of 30 was taken into custody.", False),
        ("A man of 30 was held, the release said, but nobody would say why.", False),
    ],
)
def test_a_speaker_with_whom_a_sentence_ends_signs_it(text: str, is_signed: bool) -> None:
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    at = text.lower().index("the release")
    span = span_of("text", text, at, at + len("the release"))
    assert signs(Speaker(name=span.quote, kind="document", span=span), sentence) is is_signed


@pytest.mark.parametrize(
    ("flash", "who"),
    [
        ("LODVA BLAST: 14 DEAD, TEN PEOPLE HURT - POLICE", "Police (police)"),
        ("TEN PEOPLE DEAD IN BLAST -- HEALTH MINISTRY", "Health Ministry (government)"),
        ("Ten people died - police came late.", ""),
    ],
)
def test_a_flash_in_capitals_ends_in_who_says_it(flash: str, who: str) -> None:
    assert said_in(flash, "TEN PEOPLE" if flash.isupper() else "Ten people").lower() == who.lower()


def test_a_rank_without_a_stop_is_that_of_the_name_behind_it() -> None:
    text = "Army spokesman Brig Ugo Bern blamed the Lions. Asked about the dead, the brigadier said ten died."
    named: list[tuple[str, SpeakerKind]] = [("Ugo Bern", "military"), ("Lions", "claimant")]
    assert said_in(text, "ten", *named, ("the brigadier", "military")) == "Brig Ugo Bern (military)"


@pytest.mark.parametrize(
    ("text", "named", "who"),
    [
        ("Trooper A.B. Hale of the Mill State Police Lodva Post says ten died.", "Lodva Post", "Trooper A.B. Hale"),
        ("Ann Hale of the Red Cross said ten died.", "Red Cross", "Ann Hale"),
        ("Ten died, Sgt. Ann Hale with the Mill Police Dog Unit said.", "Dog Unit", "Sgt. Ann Hale"),
        ("Kellan Minister of Defence Ugo Bern said ten died.", "Ugo Bern", "Ugo Bern"),
        ("The Ministry of Health of Northern Kella said ten died.", "Ministry of Health", "Ministry of Health"),
    ],
)  # fmt: skip
def test_somebody_by_name_speaks_not_the_body_behind_him(text: str, named: str, who: str) -> None:
    assert said_in(text, "ten" if "ten" in text else "Ten", (named, "other")).split(" (")[0] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“I saw ten bodies,” said a shopkeeper, who gave his name only as Ali, after the blast.", "Ali"),
        ("“I saw ten bodies,” said a taxi driver from Dran who gave his name as Ali.", "Ali"),
        ("“I saw ten bodies,” said a student, who was in the next room.", "a student"),
        ("“I saw ten bodies!” cried a mother outside the hospital.", "a mother"),
        ("“I saw ten bodies,” said the film.", ""),
    ],
)
def test_who_is_told_by_a_calling_alone_speaks_behind_a_quotation(text: str, who: str) -> None:
    assert said_in(text, "ten").split(" (")[0] == who


@pytest.mark.parametrize(
    ("text", "named", "who"),
    [
        ("Ten drowned, Commodore Rey Lim told the press, lowering a toll of 12.", "Rey Lim", "Rey Lim"),
        ("Ten drowned, coast guard spokesman Rey Lim told the press, adding that it was late.", "Rey Lim", "Rey Lim"),
        ("Ten were hurt at the mill, where a surgeon, Dr. Eva Lund, said two were dying.", "Eva Lund", ""),
        ("Ten were hurt, and a man Hale said was drunk has fled.", "Hale", ""),
    ],
)  # fmt: skip
def test_a_title_before_the_name_does_not_part_it_from_what_is_said(text: str, named: str, who: str) -> None:
    assert said_in(text, "Ten", (named, "other")).split(" (")[0] == who


@pytest.mark.parametrize(
    ("text", "words", "named", "who"),
    [
        ("The army said ten had died, the rebels claimed 30.", "30", ["The army", "the rebels"], "the rebels"),
        ("The army said ten had died, the rebels claimed 30.", "ten", ["The army", "the rebels"], "The army"),
        ("The army spoke of ten dead, while the rebels put its losses at 30.", "30", ["The army"], "the rebels"),
        ("Ten died, according to the mayor, and 30 are lost, according to nurses.", "30", ["the mayor", "nurses"], "nurses"),
        ("Ten died, according to the mayor, and 30 are lost, according to nurses.", "Ten", ["the mayor", "nurses"], "the mayor"),
        ("The union contested the figure, saying ten had died.", "ten", [], "The union"),
        ("Ten were reported killed in Dran by the Red Cross.", "Ten", ["Red Cross"], "Red Cross"),
        ("Ten were killed in Dran by the Lions.", "Ten", ["Lions"], ""),
        ("A statement carried by Lodva News said ten had died.", "ten", ["A statement", "Lodva News"], "A statement"),
        ("Radio Lodva, the army's voice, reported that on Monday rebels killed ten.", "ten", ["Radio Lodva"], "Radio Lodva"),
        ("“I counted ten,” a man who gave his name as Omar told AFP.", "ten", [], "Omar"),
        ("The union accused the police of killing ten people.", "ten", [], "The union"),
        ("Bell is accused of killing ten people.", "ten", ["Bell"], ""),
        (
            "The mayor put the dead at ten, the army at 12.",
            "12",
            ["The mayor", "the army"],
            "the army",
        ),
        ("The mayor spoke of ten dead and the army of 12.", "ten", ["The mayor", "the army"], "The mayor"),
        ("Police said ten had died, hospitals 12.", "12", ["Police", "hospitals"], "hospitals"),
        ("Police said ten had died; the ministry has 12.", "12", ["Police", "the ministry"], "the ministry"),
        ("Police said ten died, the army 12 hours later.", "12", ["Police", "the army"], "Police"),
        ("Police said ten died and the army had 12 men there.", "12", ["Police", "the army"], "Police"),
    ],
)  # fmt: skip
def test_each_part_of_a_sentence_has_its_speaker(text: str, words: str, named: list[str], who: str) -> None:
    assert said_in(text, words, *((name, "other") for name in named)).split(" (")[0] == who


def test_where_the_network_sees_nobody_speak_the_cues_tell() -> None:
    (claim,) = read_sentence("The union contested the company's figure, saying 30 miners had died.", "killed")
    assert claim.speaker.name == "The union"


def test_who_is_no_health_organisation() -> None:
    from sayso.read.speech.subjects import kind_of

    assert kind_of("A man who saw the fire") is None
    assert kind_of("the WHO") == "ngo-un"


@pytest.mark.parametrize(
    ("text", "who", "via"),
    [
        ("The man told officers that ten people died in the fire, the report said.", "The man", "report"),
        ("The caller reported that ten people died in the fire, Hale said.", "The caller", "Hale"),
        ("One of the boys told adults that ten people died, police said.", "One of the boys", "police"),
        ("Neighbors said ten people died in the fire, according to police.", "Neighbors", "police"),
    ],
)
def test_what_somebody_tells_comes_through_who_passes_it_on(text: str, who: str, via: str) -> None:
    (claim,) = read_sentence(text, "killed")
    assert (claim.speaker.name, (claim.speaker.via or "").removeprefix("the ")) == (who, via)


@pytest.mark.parametrize(
    "text",
    [
        "No arrests were reported after ten people died in the fire, Hale said.",
        "The street in Lodva where witnesses said ten people died was closed, police said.",
        "Ten people were reported dead in Lodva, police said.",
        "Rebels said they had killed ten people in Lodva, days after Defence Minister Ugo Bern denied that any had been there.",
    ],
)
def test_what_only_looks_told_by_another_is_of_who_signs(text: str) -> None:
    (claim,) = read_sentence(text, "killed")
    assert claim.speaker.via is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ten people died in the fire, according to Lt. Ann Hale, chief of detectives.", "Ann Hale"),
        ("Ten people died in the fire, according to Lodva police Lt. Ann Hale.", "Ann Hale"),
        ("Ten people died in the fire, according to LMPD Chief Ann Hale, who was there.", "Ann Hale"),
    ],
)
def test_a_rank_before_a_name_is_not_the_name(text: str, who: str) -> None:
    (claim,) = read_sentence(text, "killed")
    assert who in claim.speaker.name


@pytest.mark.parametrize(
    ("before", "who"),
    [
        (
            "Detectives with the Lodva police are looking into a fire on Elm Street.",
            "Detectives with the Lodva police (police)",
        ),
        ("Relatives stood at the gate.", "Relatives (victim-family)"),
        ("Outside the burnt-out mill, families held up pictures.", "families (victim-family)"),
    ],
)
@pytest.mark.parametrize("said", ["They say ten people died there.", "“Ten people died there,” they said."])
def test_they_are_the_several_who_stood_at_the_head_of_the_sentence_before(
    before: str, who: str, said: str
) -> None:
    text = f"Dr. Ann Hale said six were in a critical condition. {before} {said}"
    assert said_in(text, "people died") == who


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("In a statement, the Lodva police spokesman, Ugo Bern, said the pupils had fled.", "police"),
        ("Prosecutors said two men had been charged.", "prosecutor-court"),
        ("Nobody knew more.", "document"),
    ],
)
def test_the_statement_is_of_the_kind_of_who_spoke_before_it(before: str, kind: str) -> None:
    text = f"{before} “Ten people died,” the statement read."
    assert said_in(text, "Ten people died") == f"the statement ({kind})"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("The following statement was issued by the Lodva police:", "the Lodva police (police)"),
        ("The Lodva police released this statement after the shooting in Oden:", "The Lodva police (police)"),
        ("Statement from the health ministry:", "the health ministry (government)"),
        ("Readers sent us this message:", ""),
        ("The Lodva police released this statement.", ""),
    ],
)
def test_a_paper_that_a_line_announces_is_of_who_issued_it(line: str, who: str) -> None:
    text = f"{line}\n\n“Six people were hurt. Ten people died.”\n\nShops are closed."
    assert said_in(text, "Ten people") == who


def test_friends_of_somebody_are_not_he() -> None:
    text = "Friends of Jarrod Bern said ten people died."
    assert said_in(text, "ten", ("Friends of Jarrod Bern", "other"), ("Jarrod Bern", "witness")).startswith(
        "Friends of"
    )


def test_a_post_signed_on_a_line_of_its_own_is_of_who_signs() -> None:
    text = "A fire burns on Elm Street.\n\nTen people died here.\n\n— Mia Bern (@miabern) May 4, 2025"
    assert said_in(text, "Ten people") == "Mia Bern (other)"


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("“Ten people died,” the mayor said. Nine were hurt.", "Ten people", True),
        ("“Ten people died,” the mayor said. Nine were hurt.", "Nine", False),
        ("“There was smoke. Ten people died,” the mayor said.", "Ten people", True),
        ("The mayor called it “a dark day” and said ten people died.", "ten people", False),
    ],
)
def test_what_stands_in_quotation_marks_is_no_narrators(text: str, words: str, *, quoted: bool) -> None:
    page = page_of(Report(id="r", text=text))
    at = text.index(words)
    (sentence,) = (s for s in page.sentences if s.start <= at < s.end)
    assert Attributions(page, []).is_quoted(sentence, at - sentence.start) is quoted


def test_who_is_told_by_a_calling_before_a_colon_says_the_quotation_to_its_end() -> None:
    text = (
        "“I ran,” singer Jake Bern said.\n\nAt ten, an officer, out of breath, reports in a loud voice: “We have ten "
        "people dead. It is bad. Nine are hurt!”"
    )
    named: tuple[str, SpeakerKind] = ("Jake Bern", "witness")
    assert said_in(text, "Nine are hurt", named).startswith("an officer")


def test_a_quotation_that_nobody_is_said_to_open_is_not_of_who_spoke_before() -> None:
    text = "“I ran,” singer Jake Bern said.\n\nThen over the radio: “We have ten people dead. It is bad. Nine are hurt!”"
    assert said_in(text, "Nine are hurt", ("Jake Bern", "witness")) == ""


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("A rights group said 70 people died in Lodva, far more than the 16 deaths reported by police.", "16", "police"),
        ("The union said 30 miners died in Lodva, well above the 12 dead acknowledged by the company.", "12", "the company"),
        ("Maj. Ann Hale said ten soldiers died at Lodva.", "ten", "Ann Hale"),
        ("Help Lodva chairman Piet Maas said it was late. He said ten passengers died.", "ten", "Piet Maas"),
        ("A neighbour, Piet Maas, told Mill Rights Watch: “They fired. Ten of us died.”", "Ten", "Piet Maas"),
    ],
)  # fmt: skip
def test_a_figure_is_of_whoever_is_said_to_have_given_it(text: str, words: str, who: str) -> None:
    from sayso.read import read

    claims = [c for c in read(Report(id="r", text=text, language="en")).claims if words in (c.who or "")]
    assert claims
    assert {claim.speaker.name for claim in claims} == {who}


@pytest.mark.parametrize(
    ("text", "seen", "who"),
    [
        ("Marland's rebels say ten died.", "'s rebels", "rebels"),
        ("The U.S. Mill Command said ten died.", "Mill Command", "U.S. Mill Command"),
        ("The U.S. Mill Command said ten died.", "S. Mill Command", "U.S. Mill Command"),
        ("Lodva's state-run Mill News Agency said ten died.", "Agency", "Mill News Agency"),
        ("Mill Rights Watch (MRW) said ten died.", "MRW)", "MRW"),
        (
            "The Lodva Disaster Management Agency said ten died.",
            "Agency",
            "The Lodva Disaster Management Agency",
        ),
    ],
)
def test_a_name_of_which_a_piece_was_seen_is_read_whole(text: str, seen: str, who: str) -> None:
    start = text.index(seen)
    span = span_of("text", text, start, start + len(seen))
    said = Attributions(page_of(Report(id="r", text=text)), [])
    assert said.whole(Speaker(name=span.quote, kind="other", span=span)).name == who


def test_half_a_bracket_is_no_part_of_a_name() -> None:
    text = "At least 30 people were killed, DIG (Mela) Ugo Bern said."
    assert said_in(text, "At least 30", ("Mela) Ugo Bern", "police")) == "Ugo Bern (police)"


def test_what_a_headline_is_called_says_nothing() -> None:
    title, text = "EXPLAINER: 40 dead in storm", "At least 40 people died in the storm."
    reading = read(Report(id="r", title=title, text=text, language="en"))
    assert {c.speaker.name for c in reading.claims if c.slot == "killed"} == {"narrator"}


def test_where_people_are_says_nothing_before_a_colon() -> None:
    text = "Of the hurt, 19 are still in hospital: 16 adults and three children."
    assert said_in(text, "16 adults", ("hospital", "medical")) == ""


def test_the_world_health_organization_is_no_pronoun() -> None:
    (claim,) = read_sentence("WHO said 96 people had died.", "killed")
    assert claim.speaker.name == "WHO"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Quake rescue LIVE: toll passes 900 in Malatya", "Rescuers dug on through the night."),
        (None, "It was a grim night.\n\nPoland: Two killed by a crane on a building site."),
        (None, "Mathura: Thirteen people were killed in a pile-up."),
        (None, "Khartoum State accounts for 900 deaths."),
    ],
)
def test_neither_a_live_page_nor_a_place_of_a_list_says_anything(title: str | None, text: str) -> None:
    claims = read_sentence(text, "killed", title=title)
    assert claims
    assert all(claim.speaker.narrates for claim in claims)


@pytest.mark.parametrize(("name", "kind"), [("MSF", "ngo-un"), ("AFAD", "government"), ("OCHA", "ngo-un")])
def test_bodies_that_go_by_their_initials_have_their_kind(name: str, kind: str) -> None:
    (claim,) = read_sentence(f"Ten people died, {name} said.", "killed")
    assert (claim.speaker.name, claim.speaker.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "words", "named", "who"),
    [
        ("The Lodva court ruled that Ugo Bern killed ten men.", "ten", "The Lodva court", "The Lodva court"),
        ("Officers learned that ten had been hurt.", "ten", "Officers", "Officers"),
        ("Lodva Gas gave somewhat other figures: ten dead.", "ten", "Lodva Gas", "Lodva Gas"),
        ("Lodva Radio gave the dead as ten.", "ten", "Lodva Radio", "Lodva Radio"),
        ("The council raised to 10 the number of dead.", "10", "The council", "The council"),
        ("The mayor, Ida Bern, had spoken of ten missing.", "ten", "Ida Bern", "Ida Bern"),
        ("Dispatchers were advised by a clinic that ten had come.", "ten", "a clinic", "a clinic"),
        ("“A man shot ten of them,” court papers state.", "ten", "court papers", "court papers"),
        ("Ten died according to Mill Police Chief Ann Hale, who wept.", "Ten", "Ann Hale", "Ann Hale"),
        ("Ten were pronounced dead at the scene by the coroner.", "Ten", "the coroner", "the coroner"),
        ("It has cost ten lives, by the government's own count.", "ten", "the government", "the government"),
        ("Guests reached by phone said they knew of ten dead.", "ten", "Guests", "Guests"),
        ("A paper on Monday, read on the radio, said ten had died.", "ten", "A paper", "A paper"),
        ("Lodva News has learned that ten have died.", "ten", "Lodva News", ""),
        ("Ten died according to hospital spokesman Ugo Bern.", "Ten", "Ugo Bern", "Ugo Bern"),
        ("Ten died according to a woman in Bern.", "Ten", "Bern", "a woman"),
        ("The boy was hit, said his sister, Ida Bern.", "The boy", "Ida Bern", "Ida Bern"),
        ("“Ten died,” said the council member for health, Dr Ida Bern.", "Ten", "Ida Bern", "Ida Bern"),
        (
            "Ten died, according to a release issued by the Lodva police Sunday.",
            "Ten",
            "a release",
            "the Lodva police",
        ),
        ("Ten died, according to a report from the Lodva council.", "Ten", "a report", "the Lodva council"),
        ("Ten died, according to a report from Monday.", "Ten", "a report", "a report"),
        ("The army informs us that ten have died.", "ten", "The army", "The army"),
        ("The mayor repeated on his page that ten had died.", "ten", "The mayor", "The mayor"),
        ("The mayor repeated his visit to the ten wounded.", "ten", "The mayor", ""),
        ("The army had given the number of dead as ten.", "ten", "The army", "The army"),
        ("The army was given the number of a man, and ten died.", "ten", "The army", ""),
        ("The army's figure of ten dead was given on Sunday.", "ten", "The army", "The army"),
        ("The army's own count stood at ten dead.", "ten", "The army", "The army"),
        ("The army's number of dead rose to ten.", "ten", "The army", ""),
        ("It has cost ten lives, by the army's count.", "ten", "the army's", "the army's"),
        ("The news agency, LPA, gave a toll of ten.", "ten", "LPA", "LPA"),
        ("Ida Bern, 25, who hid in the attic, said she saw ten men.", "ten", "Ida Bern", "Ida Bern"),
        ("His mother, whose son Ugo Bern, 21, was shot, said ten men came.", "ten", "Ugo Bern", ""),
        ("‘Ten died and two were hurt,’ said police chief Ida Bern.", "Ten", "Ida Bern", "Ida Bern"),
        ("Two were hurt and ten were dead rangers said.", "Two", "rangers", "rangers"),
        ("Ten died; the road was open two guards said.", "Ten", "two guards", ""),
        ("The land put deaths at ten and rejects the MSF count.", "ten", "MSF", ""),
        (
            "Ten died, according to Lower Mill Valley Coast Guard Office investigator Ida Bern.",
            "Ten",
            "Ida Bern",
            "Ida Bern",
        ),
        ("The mayor fears that ten have died.", "ten", "The mayor", "The mayor"),
        ("The mayor fears ten men.", "ten", "The mayor", ""),
        ("The mayor assured reporters that ten were out of danger.", "ten", "The mayor", "The mayor"),
        ("The mayor found that ten had died.", "ten", "The mayor", ""),
        ("The mayor made it clear that ten had died.", "ten", "The mayor", "The mayor"),
        ("The mayor would say only that ten had died.", "ten", "The mayor", "The mayor"),
        ("The mayor can confirm that ten have died.", "ten", "The mayor", "The mayor"),
        ("The mayor could not confirm that ten had died.", "ten", "The mayor", ""),
        ("Rangers were able to determine that ten had died.", "ten", "Rangers", "Rangers"),
        ("The mayor stands by her first figure of ten.", "ten", "The mayor", "The mayor"),
        ("The mayor knows of at least ten dead.", "ten", "The mayor", "The mayor"),
        ("The mayor knew of the plan that killed ten.", "ten", "The mayor", ""),
        ("Rangers at the scene said ten died.", "ten", "Rangers", "Rangers"),
        ("Rangers in the valley who shot ten said nothing.", "ten", "Rangers", ""),
        ("Rangers there said ten died.", "ten", "Rangers", "Rangers"),
        ("Rangers so far confirm ten deaths.", "ten", "Rangers", "Rangers"),
        ("Rangers had at first said ten died.", "ten", "Rangers", "Rangers"),
        ("Ida Bern, head of the clinic, where they lay, said ten died.", "ten", "Ida Bern", "Ida Bern"),
        ("Ten died, by union accounts.", "Ten", "union", "union"),
        ("Ten died, as confirmed by the clinic.", "Ten", "the clinic", "the clinic"),
        ("Ten died, a toll given by the clinic.", "Ten", "the clinic", "the clinic"),
        ("Ten died in a house owned by the clinic.", "Ten", "the clinic", ""),
        ("The mayor stands by her ten men.", "ten", "The mayor", ""),
        ("The mayor later raised that to ten.", "ten", "The mayor", "The mayor"),
        ("The mayor raised ten children.", "ten", "The mayor", ""),
        ("The union advances the figure of ten dead.", "ten", "The union", "The union"),
        ("Asked for the toll, the mayor answered: ten.", "ten", "the mayor", "the mayor"),
        ("The dead were put at ten by the head of the clinic, Dr Ida Bern.", "ten", "Ida Bern", "Ida Bern"),
        ("Ten men were put at a gate by the head, Ida Bern.", "Ten", "Ida Bern", ""),
        ("The figure of ten was printed by a paper, quoting guests.", "ten", "guests", "guests"),
        ("The IRA, in a letter, said its Mill unit had shot ten men.", "ten", "Mill unit", ""),
        ("Ten men were shot, said its Mill unit.", "Ten", "Mill unit", "Mill unit"),
    ],
)
def test_other_words_by_which_somebody_gives_a_figure(text: str, words: str, named: str, who: str) -> None:
    assert said_in(text, words, (named, "government")).split(" (")[0] == who


def test_she_is_not_several_who_spoke_before() -> None:
    text = "Dispatchers said that the call came at noon. One of the callers was Ana Bern's neighbour. She said ten were hurt."
    assert said_in(text, "ten", ("Dispatchers", "rescue")) == ""


def test_what_somebody_says_that_a_paper_tells_is_his() -> None:
    text = "Police said a first inquiry found that ten were hurt."
    assert said_in(text, "ten", ("Police", "police"), ("a first inquiry", "document")) == "Police (police)"
    text = "A first inquiry found that ten were hurt, police said."
    assert said_in(text, "ten", ("A first inquiry", "document"), ("police", "police")) == "police (police)"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("A guest who was shot, Ugo Bern, told officers that it was dark.", "A guest who was shot", "narrator"),
        ("A guest told officers that he was shot in the arm.", "A guest", "A guest"),
        ("A guest told officers that two men were shot.", "two men", "A guest"),
    ],
)  # fmt: skip
def test_who_speaks_of_something_else_is_counted_by_the_narrator(text: str, words: str, who: str) -> None:
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    own = span_of("text", text, 0, len("A guest"))
    at = span_of("text", text, text.index(words), text.index(words) + len(words))
    assert not_of_himself(Speaker(name="A guest", kind="witness", span=own), at, sentence).name == who


def test_somebody_is_called_as_he_asks_to_be_whole() -> None:
    text = "A mother, who asked to be identified only as Mrs Bern, said ten were hurt."
    page = page_of(Report(id="r", text=text))
    told = span_of("text", text, 0, len("A mother"))
    seen = Attributions(page, [(told, "witness")])
    assert seen.whole(Speaker(name="A mother", kind="witness", span=told)).name == "Mrs Bern"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("the national agency kept its count at 12", "the national agency"),
        ("the health ministry left the toll at 12", "the health ministry"),
        ("police have kept their count at 12", "police"),
    ],
)
def test_who_keeps_a_count_gives_it(said: str, name: str) -> None:
    text = f"Fifteen people died in the flood in Lodva, the governor said, but {said}."
    speakers = {value_of(claim): claim.speaker.name for claim in read_sentence(text, "killed")}
    assert speakers == {"15": "the governor", "12": name}


def test_a_surname_and_a_spokesman_are_of_the_kind_of_whom_the_report_named_before() -> None:
    text = (
        "A woman who died in the shooting in Lodva was counted twice, the Lodva health department said. The list was mixed up,"
        " spokesperson Ida Hale said on Monday. “That means five deaths and eight wounded patients,” Hale said."
    )
    kinds = {claim.speaker.kind for claim in read_sentence(text, "injured")}
    assert kinds == {"government"}
