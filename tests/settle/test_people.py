"""One person is counted once, and what one report says of the hit, the dead and the hurt is read together."""

from typing import Any

import pytest
from tests.settle.rows import Book, shown, told

Rows = list[tuple[int, str, str, str, *tuple[str, ...]]]

TABLE: list[tuple[str, Rows, dict[str, str]]] = [
    (
        "a man who was shot and died is not hurt as well",
        [(0, "injured 1", "a man", "a man was shot"), (0, "killed 1", "The man", "The man died")],
        {"killed": "1|1|1", "injured": ""},
    ),
    (
        "a boy whose age is written short is the one who died",
        [
            (0, "injured 1", "a 14-yr-old", "a 14-yr-old was shot"),
            (0, "injured 1", "a 15 y/o", "a 15 y/o was shot"),
            (0, "killed 1", "The 14-year-old", "The 14-year-old died"),
        ],
        {"killed": "1|1|1", "injured": "1|1|1"},
    ),
    (
        "a third victim of the attack is the third who died",
        [(0, "killed 1", "A third festival victim", "A third festival victim has died")],
        {"killed": "3|3|3"},
    ),
    (
        "another who was wounded is",
        [(0, "killed 1", "a man", "a man died"), (0, "injured 1", "another", "another was wounded")],
        {"killed": "1|1|1", "injured": "1|1|1"},
    ),
    (
        "of so many shot the dead are taken off",
        [(0, "injured 6", "Six people", "Six people were shot"), (0, "killed 1", "one", "one of them died")],
        {"killed": "1|1|1", "injured": "5|5|5"},
    ),
    (
        "the wounded are not",
        [(0, "injured 5", "five", "five were wounded"), (0, "killed 1", "one", "one died")],
        {"killed": "1|1|1", "injured": "5|5|5"},
    ),
    (
        "those badly hurt need not be all of the hurt",
        [
            (0, "injured 18", "18", "18 are critically injured"),
            (1, "injured 100", "100 people", "100 people were hurt, police said"),
        ],
        {"injured": "100|100|100"},
    ),
    (
        "of the hurt of whom some are badly off all are counted",
        [
            (0, "injured 30+", "At least 30", "At least 30 were hurt"),
            (1, "injured 61", "61 people", "61 people were hurt, nine of them critically"),
        ],
        {"injured": "61|61|61"},
    ),
    (
        "and so they are where the others are told of behind an and",
        [
            (0, "injured 30+", "At least 30", "At least 30 were hurt"),
            (1, "injured 61", "61", "61 were hurt and three are in critical condition"),
        ],
        {"injured": "61|61|61"},
    ),
    (
        "people of other ages are other people",
        [
            (0, "injured 1", "A 15-year-old boy", "A 15-year-old boy was shot"),
            (0, "injured 1", "an 18-year-old man", "an 18-year-old man was shot"),
        ],
        {"injured": "2|2|2"},
    ),
    (
        "he who shot himself is the man described beside it",
        [
            (0, "injured 1", "a trooper", "a trooper was injured"),
            (0, "injured/attacker 1", "himself", "he shot himself"),
        ],
        {"injured": "1|1|1", "injured/attacker": ""},
    ),
    (
        "a victim of the attacker's age in one report is the attacker",
        [
            (0, "killed 1", "the 16-year-old", "the 16-year-old died"),
            (0, "killed/attacker 1", "the 16-year-old intruder", "the 16-year-old intruder was shot dead"),
        ],
        {"killed": "", "killed/attacker": "1|1|1"},
    ),
    (
        "one death told under two roles by two reports is one",
        [
            (0, "killed 1", "a man", "a man was killed"),
            (1, "killed/attacker 1", "the suspect", "the suspect was killed"),
        ],
        {"killed": "1|1|1", "killed/attacker": ""},
    ),
    (
        "an attacker and a victim of one name are one, whoever calls him what",
        [
            (0, "killed/attacker 1", "the suspect", "the suspect was shot by officers"),
            (0, "killed/attacker 1", "Hale", "officers shot Hale dead"),
            (1, "killed 1", "Ugo Hale Jr., 32", "Ugo Hale Jr., 32, was shot by officers"),
            (1, "killed 1", "1 dead", "1 dead, two hurt"),
            (1, "casualties 3", "three people", "three people were shot"),
        ],
        {"killed": "1|1|1", "killed/attacker": ""},
    ),
    (
        "a father and his son are two",
        [
            (0, "killed 1", "Tim Hale", "Tim Hale was shot dead"),
            (0, "killed/attacker 1", "the gunman", "the gunman was found dead"),
            (1, "killed/attacker 1", "Ugo Hale", "Ugo Hale was found dead"),
        ],
        {"killed": "1|1|1", "killed/attacker": "1|1|1"},
    ),
    (
        "what one report counts with the attacker is no other's number of victims",
        [
            (0, "killed 3", "Three people", "Three people were found dead"),
            (1, "killed/all 3", "3 people", "3 people dead in murder-suicide"),
            (1, "killed/attacker 1", "himself", "the man shot himself"),
        ],
        {"killed": "2|2|2", "killed/attacker": "1|1|1"},
    ),
    (
        "those named in the report that counts them with the attacker are the same",
        [
            (0, "police: killed/all 3", "a mother and her two sons", "a mother and her two sons died"),
            (
                0,
                "killed 3",
                "Ina Bode and her two young sons",
                "the bodies of Ina Bode and her two young sons",
            ),
            (0, "sheriff: killed/attacker 1", "Bode", "Bode turned the gun on herself"),
        ],
        {"killed": "2|2|2", "killed/attacker": "1|1|1"},
    ),
    (
        "those of another report are not, if they are more than people",
        [
            (0, "killed/all 3", "Three people", "Three people were found dead"),
            (0, "killed/attacker 1", "himself", "the man shot himself"),
            (1, "killed 3", "three sons", "three sons of the man were shot dead"),
        ],
        {"killed": "3|3|3", "killed/attacker": "1|1|1"},
    ),
    (
        "the third victim is one hurt where two died",
        [
            (0, "killed 2", "two people", "two people were killed"),
            (0, "injured 1", "13-year-old", "13-year-old was wounded"),
            (0, "injured 1", "The third victim, a boy", "The third victim, a boy, was hurt"),
        ],
        {"killed": "2|2|2", "injured": "1|1|1"},
    ),
    (
        "groups of hurt who make up those hit without the dead are all of them",
        [
            (0, "police: casualties 4", "Four people", "Four people were shot"),
            (0, "police: killed 1", "one", "one has died"),
            (0, "police: injured 2", "two others", "two others are stable"),
            (0, "injured 1", "another", "another is in critical condition"),
        ],
        {"killed": "1|1|1", "injured": "3|3|3"},
    ),
    (
        "the other child is another child",
        [
            (0, "injured 1", "another child", "a child hurt another child"),
            (0, "injured 1", "the other child", "the other child was hit in the leg"),
        ],
        {"injured": "1|1|1"},
    ),
    (
        "a wounded attacker who died is not hurt any more",
        [
            (0, "killed 1", "a girl", "a girl of 16 was shot dead"),
            (0, "injured/attacker 1", "The suspect", "The suspect was taken to hospital"),
            (40, "killed/attacker 1", "The suspect, a boy", "The suspect, a boy, died at the hospital"),
        ],
        {"killed": "1|1|1", "killed/attacker": "1|1|1", "injured/attacker": "0|0|0"},
    ),
    (
        "two deaths told by one report are two",
        [
            (0, "killed 1", "his wife", "killed his wife"),
            (0, "killed/attacker 1", "himself", "then killed himself"),
        ],
        {"killed": "1|1|1", "killed/attacker": "1|1|1"},
    ),
    (
        "a third victim who dies makes three",
        [(0, "killed 2", "two", "two died"), (9, "killed 1", "A third victim", "A third victim has died")],
        {"killed": "3|3|3"},
    ),
    (
        "a third life that is claimed makes three, and so does a third body",
        [(0, "killed 2", "two", "two died"), (9, "killed 1", "a third life", "has claimed a third life")],
        {"killed": "3|3|3"},
    ),
    (
        "a policeman is a victim where there is no other",
        [(0, "injured/responder 1", "an officer", "an officer was hurt")],
        {"injured": "1|1|1", "injured/responder": ""},
    ),
    (
        "a fireman who is one of two victims is shown of his own, though the other one is told of alone",
        [
            (0, "killed 2", "two people", "killed two people"),
            (0, "killed/responder 1", "one of them a firefighter", "one of them a firefighter", "two people"),
            (0, "killed 1", "The other victim", "The other victim was a man"),
        ],
        {"killed": "2|2|2", "killed/responder": "1|1|1"},
    ),
    (
        "nobody of one sort was hurt, whoever of another sort was",
        [
            (0, "injured/responder 4", "four firefighters", "four firefighters were injured"),
            (0, "injured 0", "No residents", "No residents were injured"),
        ],
        {"injured": "0|0|0", "injured/responder": "4|4|4"},
    ),
    (
        "nobody was hurt is nobody else where helpers were",
        [
            (0, "injured/responder 4", "four firefighters", "four firefighters were injured"),
            (0, "injured 0", "No one", "No one was injured"),
        ],
        {"injured": "", "injured/responder": "4|4|4"},
    ),
    (
        "nobody else was hurt does not mean nobody",
        [(0, "injured 1", "a girl", "a girl was hurt"), (0, "injured 0", "No one", "No one else was hurt")],
        {"injured": "1|1|1"},
    ),
    (
        "nobody else was hurt is not nobody beside who is in hospital",
        [
            (0, "critical 1", "a girl", "she is critical"),
            (0, "injured 0", "Nobody else", "Nobody else was hurt"),
        ],
        {"injured": "1|1|1"},
    ),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_one_person_is_counted_once(rows: Rows, expected: dict[str, str]) -> None:
    book = Book()
    for hour, said, who, words, *whole in rows:
        book.say("north", hour, said, words, who=who, part_of=whole[0] if whole else None)
    found: dict[str, Any] = {}
    for key in expected:
        slot, _, role = key.partition("/")
        found[key] = shown(book.finding(slot, role or "victim")).partition(" ")[0]
    assert found == expected


def test_a_headline_on_two_hurt_is_older_than_a_text_in_which_one_of_them_is_dead() -> None:
    book = Book()
    book.say("north", 0, "injured 2", "2 hurt in shooting", who="2", headline=True)
    book.say("north", 0, "killed 1", "a teenager has died", who="a teenager")
    book.say("north", 0, "injured 1", "a second teen was wounded", who="A second teen")
    assert shown(book.finding("injured")) == "1|1|1 single 1"


def test_of_the_hit_as_many_are_dead_as_the_headline_has() -> None:
    book = Book()
    book.say("north", 0, "killed 1", "Third victim of shooting dies", who="Third victim", headline=True)
    book.say("north", 0, "police: casualties 3", "three people were shot", who="three people")
    for name in ("Ana Weiss, 24", "Ugo Bern, 16"):
        book.say("north", 0, "killed 1", f"{name}, died", who=name)
    assert shown(book.finding("killed")) == "3|3|3 single 1"
    assert shown(book.finding("injured")) == "0|0|0 single 1"


def test_an_outlet_that_quotes_the_police_for_its_headline_is_no_voice_of_its_own() -> None:
    book = Book()
    book.say("north", 0, "injured 8", "8 hurt in park")
    book.say("north", 0, "police: injured 8", "eight people were hurt, police said")
    assert shown(book.finding("injured")) == "8|8|8 single 1"


def test_a_headline_leaves_out_at_least() -> None:
    book = Book()
    book.say("north", 0, "killed 84", "kills 84")
    row = book.claims[-1]
    book.claims[-1] = type(row)(
        **{f: getattr(row, f) for f in row.__struct_fields__}
        | {"span": type(row.span)(field="title", start=0, end=8, quote="kills 84")}
    )
    book.say("north", 0, "killed 84+", "at least 84 people died")
    assert shown(book.finding("killed")) == "84|84|- single 1"


def test_those_in_hospital_are_hurt_beside_the_dead_where_nobody_counts_the_hurt() -> None:
    book = told([("north", 0, "rescue: killed 10", "ten people died")])
    book.say("north", 0, "hospitalised 4", "Another four people were hospitalised", who="Another four people")
    assert shown(book.finding("injured")) == "4|4|4 single 1"
    book.say("south", 4, "mayor: killed 12", "twelve people have died", who="twelve people")
    book.say("south", 4, "mayor: hospitalised 2", "two others remain in hospital", who="two others")
    assert shown(book.finding("injured")) == "2|2|2 single 1"
    book.say("south", 4, "mayor: injured 5", "five were injured", who="five")
    assert shown(book.finding("injured")) == "5|5|5 single 1"


def test_the_sick_who_are_in_hospital_are_not_hurt() -> None:
    book = told([("north", 0, "killed 3", "three people died"), ("north", 0, "ill 90")])
    book.say("north", 0, "hospitalised 46", "46 people were admitted", who="46 people")
    assert book.finding("injured") is None


def test_people_in_hospital_are_hurt_where_nobody_counts_the_hurt() -> None:
    book = Book()
    book.say("north", 0, "hospitalised 2", "two people were taken to hospital", who="two people")
    finding = book.finding("injured")
    assert shown(finding) == "2|2|2 single 1"
    assert finding is not None
    assert finding.rule == "in care"


@pytest.mark.parametrize(
    ("who", "words"), [("two of the injured", "two of the injured"), ("2", "2 badly hurt")]
)
def test_some_of_the_wounded_contradict_no_total(who: str, words: str) -> None:
    book = Book()
    book.say("north", 0, "injured 2", words, who=who)
    book.say("north", 0, "injured 7", "seven guests were hurt", who="seven guests")
    book.say("north", 0, "injured 2", f"{words} critically", who=who)
    assert shown(book.finding("injured")) == "7|7|7 single 1"


def test_those_arrested_who_are_named_are_as_many_as_their_names() -> None:
    book = Book()
    book.say(
        "north", 0, "detained/attacker 1", "Robbery suspect arrested", who="Robbery suspect", headline=True
    )
    book.say("north", 0, "detained/attacker 1", "officers arrested Olaf Brenn", who="Olaf Brenn")
    book.say("north", 0, "detained/attacker 1", "Tim Dahl was held on Monday", who="Tim Dahl")
    assert shown(book.finding("detained", "attacker")) == "2|2|2 single 1"


def test_an_outlet_s_number_is_not_that_of_a_speaker_who_only_tells_of_single_people() -> None:
    book = Book()
    book.say("north", 0, "injured 4", "four guests were hurt", who="four guests")
    book.say("south", 1, "police: injured 1", "a 20-year-old man was hurt", who="a 20-year-old man")
    book.say("south", 1, "police: injured 1", "a 30-year-old woman was hurt", who="a 30-year-old woman")
    book.say("east", 2, "police: detained/attacker 1", "a man was held", who="a man")
    book.say("east", 2, "injured 2", "two guests were hurt", who="two guests")
    finding = book.finding("injured")
    assert finding is not None
    assert "police" not in [voice.name for voice in finding.voices]


def test_those_held_for_questioning_are_not_the_attackers_once_more() -> None:
    book = Book()
    book.say("north", 0, "detained/attacker 2", "2 detained", who="2", headline=True)
    book.say("north", 0, "police: detained/unclear 2", "two people are being questioned", who="two people")
    book.say("south", 1, "detained/attacker 1", "a man sat in handcuffs", who="a man")
    assert shown(book.finding("detained", "unclear")).startswith("2|2|2")
    assert book.finding("detained", "attacker") is None
    book.say("south", 9, "police: detained/attacker 1", "one person was charged", who="one person")
    assert book.finding("detained", "attacker") is not None


def test_who_is_held_after_the_attacker_died_is_somebody_else() -> None:
    book = Book()
    book.say("north", 0, "attackers/attacker 1", "a man drove into the crowd", who="a man")
    book.say("north", 0, "police: killed/attacker 1", "the driver was shot dead", who="the driver")
    book.say("south", 2, "killed/attacker 1", "officers killed the driver", who="the driver")
    book.say("south", 2, "detained/attacker 1", "police have made an arrest", who="an arrest")
    assert book.finding("detained", "attacker") is None
    assert shown(book.finding("detained", "unclear")) == "1|1|1 single 1"


@pytest.mark.parametrize(
    "row",
    [
        (1, "attackers/attacker 2", "two men", "two men drove into the crowd"),
        (1, "police: detained/attacker 1", "the driver", "the driver was arrested, police said"),
        (-1, "detained/attacker 1", "the driver", "the driver was arrested"),
    ],
)
def test_who_is_held_may_be_an_attacker_who_is_left(row: tuple[float, str, str, str]) -> None:
    book = Book()
    hour, said, who, words = row
    book.say("east", hour, said, words, who=who)
    book.say("north", 0, "killed/attacker 1", "the driver was shot dead", who="the driver")
    if "detained" not in said:
        book.say("south", 2, "detained/attacker 1", "police have made an arrest", who="an arrest")
    assert shown(book.finding("detained", "attacker")) == "1|1|1 single 1"


def test_a_fourth_victim_who_was_hurt_is_one_of_four() -> None:
    book = Book()
    book.say("north", 0, "police: injured 1", "a young man was hit in the arm", who="a young man")
    book.say("north", 0, "police: injured 1", "a fourth victim was hit in the foot", who="a fourth victim")
    assert shown(book.finding("injured")) == "2|2|2 single 1"  # the others may have died
    book.say("north", 0, "police: injured 1", "a woman was hit in the leg", who="a woman")
    assert shown(book.finding("injured")) == "4|4|4 single 1"


def test_one_of_hundreds_who_is_told_of_does_not_count_them() -> None:
    book = Book()
    book.say("north", 0, "injured 501+", "more than 500 were hurt", who="more than 500")
    book.say("south", 1, "injured 200+", "hundreds were hurt", who="hundreds")
    book.say("south", 1, "injured 1", "guests help an injured woman", who="an injured woman")
    assert shown(book.finding("injured")) == "501|501|- agreed 1"


def test_whom_a_bullet_grazed_may_be_the_one_who_was_shot() -> None:
    book = Book()
    book.say("north", 0, "injured 1", "a girl was shot on Elm Road", who="a girl")
    book.say("north", 0, "injured 1", "the child was grazed by a bullet", who="the child")
    assert shown(book.finding("injured")) == "1|1|1 single 1"


def test_some_of_those_hit_who_are_told_of_do_not_outnumber_all() -> None:
    book = Book()
    book.say("north", 0, "injured 6", "six were shot in Elm Road", who="six")
    book.say("north", 0, "injured 2", "a man and a woman were shot in the leg", who="a man and a woman")
    book.say("north", 0, "injured 1", "a boy of six was grazed", who="a boy")
    assert shown(book.finding("injured")) == "6|6|6 single 1"


@pytest.mark.parametrize("title", ["Man killed, 3 others hurt", "Man, 3 others shot", "Man, two women shot"])
def test_those_whom_a_headline_counts_beside_a_man_are_not_his_age(title: str) -> None:
    book = Book()
    book.say("north", 0, "killed 1", title, who="Man")
    book.say("north", 0, "killed 1", "A 24-year-old man was shot and died", who="A 24-year-old man")
    book.say("north", 0, "killed 1", "Bo Lund, 24, was a baker", who="Bo Lund")
    assert shown(book.finding("killed")) == "1|1|1 single 1"


def test_another_is_none_of_those_told_of_before_him() -> None:
    book = Book()
    book.say("north", 0, "injured 1", "a gun went off and hurt another guest", who="another guest")
    book.say("north", 0, "injured 1", "the woman was hit in the foot", who="the woman")
    assert shown(book.finding("injured")) == "1|1|1 single 1"
    book.say("north", 0, "injured 1", "another woman was cut by glass", who="another woman")
    assert shown(book.finding("injured")) == "2|2|2 single 1"


def test_patients_who_are_counted_are_hurt_where_the_hurt_are_told_of_one_by_one() -> None:
    book = Book()
    book.say("north", 0, "police: injured 1", "a boy was shot by mistake", who="a boy")
    book.say("north", 0, "police: hospitalised 2", "both victims were taken to a clinic", who="both victims")
    assert shown(book.finding("injured")) == "2|2|2 single 1"
    book.say("south", 1, "police: injured 1", "one person was hurt", who="one person")
    assert shown(book.finding("injured")) == "1|1|1 single 1"


@pytest.mark.parametrize("who", ["They", "the other boy and his brother", "the 16-year-old and a friend"])
def test_who_is_taken_along_to_a_hospital_is_not_hurt(who: str) -> None:
    book = Book()
    book.say("north", 0, "police: injured 1", "a boy was shot in the hand", who="a boy")
    book.say("north", 0, "police: hospitalised 2", f"{who} were taken to a clinic", who=who)
    assert shown(book.finding("injured")) == "1|1|1 single 1"


def test_two_dead_who_are_the_two_suspects_are_two() -> None:
    book = Book()
    book.say("north", 0, "killed 2", "two people are dead", who="two people")
    book.say("north", 0, "killed 1", "police name man killed", who="man", headline=True)
    book.say("south", 5, "killed/attacker 2", "the two suspects were killed", who="the two suspects")
    assert shown(book.finding("killed", "attacker")) == "2|2|2 agreed 2"
    assert book.finding("killed") is None
    book.say("south", 5, "killed 2", "two shoppers died", who="two shoppers")
    assert shown(book.finding("killed")) == "2|2|2 agreed 2"


def test_a_headline_counts_all_of_whom_the_police_tell_of_some() -> None:
    book = Book()
    book.say("north", 0, "injured 7", "boy among 7 hurt in Elm Road", who="7", headline=True)
    book.say("north", 0, "police: injured 2", "a man and a woman were shot", who="a man and a woman")
    book.say("north", 0, "police: injured 1", "a bullet grazed a boy's head", who="a boy of six")
    assert shown(book.finding("injured")) == "7|7|7 single 1"


def test_one_alone_in_hospital_beside_the_dead_may_be_one_of_them() -> None:
    book = told([("north", 0, "police: killed 1", "a man died")])
    book.say("north", 0, "hospitalised 1", "a man was taken to hospital", who="a man")
    assert book.finding("injured") is None
    book.say("north", 0, "critical 1", "in critical condition", who="a man")
    assert book.finding("injured") is None
    book.say("south", 2, "police: killed 3", "three men died", who="three men")
    assert shown(book.finding("injured")) == "1|1|1 single 1"


@pytest.mark.parametrize(
    ("speaker", "who", "disputes"),
    [
        ("family", "his wife and three children", False),
        ("family", "two daughters and two grandsons", False),
        ("residents", "my parents and both brothers", False),
        ("residents", "four children", True),
        ("hospital", "his wife and three children", True),
    ],
)
def test_whoever_lost_his_own_counts_none_but_them(speaker: str, who: str, disputes: bool) -> None:
    book = told([("north", 0, "police: killed 9")])
    book.say("south", 1, f"{speaker}: killed 4", f"{who} are dead", who=who)
    finding = book.finding("killed")
    assert finding is not None
    assert (finding.standing == "disputed") is disputes
