import pytest
from tests.read.marks import read_sentence, value_of

from sayso.read.fates.captives import (
    are_taken,
    by_state,
    got_free,
    was_found,
    were_before,
    were_found,
    who_is_left,
)


def at(text: str, who: str) -> tuple[str, int, int]:
    start = text.index(who)
    return text, start, start + len(who)


@pytest.mark.parametrize(
    ("text", "who", "taken"),
    [
        ("Gunmen captured 25 soldiers and executed four.", "25 soldiers", True),
        ("Militants seized 15 passengers of a bus and shot dead seven of them.", "15 passengers", True),
        ("Bandits took eight teachers from a school and later killed two of them.", "eight teachers", True),
        ("Rebels took ten nurses and beheaded one of them.", "ten nurses", True),
        ("Rebels have taken 11 policemen prisoner and killed two.", "11 policemen", True),
        ("Fighters took away 16 men, of whom five were found dead.", "16 men", True),
        ("The militia rounded up some 60 men and executed 22 of them.", "60 men", True),
        ("They abducted 40 worshippers and killed two others.", "40 worshippers", True),
        ("They carried away at least six of their dead.", "six of their dead", False),
        ("They took off 23 labourers and shot them dead.", "23 labourers", False),
        ("Rebels seized five drivers, who were later found dead.", "five drivers", False),
        ("Rebels captured nine guards and killed all of them.", "nine guards", False),
        ("The quake took 40 lives in Hurti.", "40 lives", False),
        ("The rebels took a town and killed nine soldiers.", "nine soldiers", False),
        ("The fire took 12 people by surprise.", "12 people", False),
    ],
)
def test_who_is_taken_away_is_not_dead_for_those_who_were_killed(text: str, who: str, taken: bool) -> None:
    assert are_taken(*at(text, who)) == taken


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("Troops captured 12 fighters and killed 30.", True),
        ("The army said rebels captured 12 fighters.", False),
    ],
)
def test_whom_soldiers_capture_they_hold_in_custody(text: str, is_held: bool) -> None:
    assert by_state(text, text.index("12")) == is_held


def test_who_is_let_go_by_the_police_is_not_rescued() -> None:
    text = "Some 60 people were arrested, and 50 of them were freed on cash bail."
    assert not read_sentence(text, "rescued")


@pytest.mark.parametrize(
    ("text", "who", "free"),
    [
        ("Four engineers kidnapped in Ruwi last week have been freed.", "Four engineers", True),
        ("Four engineers kidnapped in Ruwi last week have been freed.", "Four engineers kidnapped", True),
        ("The 30 pupils abducted in May were freed by soldiers.", "30 pupils", True),
        ("The two writers, who had been held since March, have been released.", "two writers", True),
        ("All 50 girls kidnapped on 3 January are free.", "50 girls", True),
        ("Four engineers kidnapped in Ruwi have not been freed.", "Four engineers", False),
        ("Four engineers were kidnapped and a driver was freed.", "Four engineers", False),
        ("Five of the six hostages were released.", "six hostages", False),
    ],
)
def test_captives_who_have_been_freed_are_free(text: str, who: str, free: bool) -> None:
    assert got_free(*at(text, who)) == free


@pytest.mark.parametrize(
    ("text", "who", "well", "found"),
    [
        ("Two boys missing since Sunday were found safe on Monday.", "Two boys", True, True),
        ("Six people reported missing after the flood turned up safe.", "Six people", True, False),
        ("The nine crew, missing since Friday, were found safe and well.", "nine crew", True, True),
        ("Five of the nine hikers reported missing were found alive.", "Five", True, True),
        ("Two hikers missing since Friday have been found dead.", "Two hikers", False, True),
        ("Missing Ruwi man found safe.", "Ruwi man", False, True),
        (
            "Divers recovered the bodies of the last two sailors missing since Friday.",
            "two sailors",
            False,
            True,
        ),
        ("Everyone at the inn has been accounted for.", "Everyone at the inn", False, False),
        ("Three skiers missing since Friday have not been found.", "Three skiers", False, False),
        ("Six sailors are missing and two bodies were found.", "Six sailors", False, False),
        ("Five of the nine hikers reported missing were found alive.", "nine hikers", False, False),
    ],
)
def test_the_missing_who_were_found_are_missing_no_more(text: str, who: str, well: bool, found: bool) -> None:
    assert (was_found(*at(text, who)), were_found(*at(text, who))) == (well, found)


def test_who_is_free_or_of_whom_some_are_was_held_before() -> None:
    assert were_before(*at("Four engineers kidnapped in May have been freed.", "Four engineers"))
    assert not were_before(*at("Four engineers kidnapped in May are still held.", "Four engineers"))
    assert were_before(*at("Five of the six hostages held in a bank were released.", "six hostages"))
    assert not were_before(*at("Five of the six hostages were killed.", "six hostages"))
    assert were_before(*at("It is that of a cook, the last person who had been missing.", "last person"))
    assert were_before(*at("Nine miners trapped by a rockfall were brought to the surface.", "Nine miners"))
    assert not were_before(*at("Nine miners trapped by a rockfall were brought food.", "Nine miners"))
    assert not were_before(*at("Two men who have been missing since Monday are sought.", "Two men"))


@pytest.mark.parametrize(
    ("text", "slot", "told"),
    [
        ("Gunmen captured 25 soldiers and executed four, the mayor said.", "hostages", ["25"]),
        ("Gunmen captured 25 soldiers and executed four, the mayor said.", "killed", ["4"]),
        ("Four engineers kidnapped in Ruwi have been freed, police said.", "rescued", ["4"]),
        ("58 of the 120 people reported missing had been located alive.", "rescued", ["58"]),
    ],
)
def test_captives_and_the_dead_are_told_apart(text: str, slot: str, told: list[str]) -> None:
    assert sorted({value_of(claim).split("/")[0] for claim in read_sentence(text, slot)}) == told


def test_who_is_free_again_was_held_and_is_rescued() -> None:
    claims = read_sentence(
        "Four engineers kidnapped in Ruwi have been freed, police said.", "hostages", "rescued"
    )
    assert {(c.slot, value_of(c), c.standing) for c in claims} == {
        ("hostages", "4", "current"),
        ("rescued", "4", "current"),
    }


def test_some_who_were_found_are_rescued_and_as_many_as_were_lost_were_missing() -> None:
    claims = read_sentence("58 of the 120 people reported missing had been located alive.")
    assert {(c.slot, value_of(c), c.standing) for c in claims} == {
        ("missing", "120", "superseded"),
        ("rescued", "58", "current"),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Six officers were seized but two were let go at noon, leaving four in the hands of inmates.",
            [("hostages", "four"), ("rescued", "two")],
        ),
        ("Six were abducted but one was freed.", [("rescued", "one")]),
        (
            "Three of the five people abducted in the raid on Lodva escaped from their captors.",
            [("rescued", "Three")],
        ),
        ("Two of the six hostages seized at a bank were let go.", [("rescued", "Two")]),
        ("Eight of the 40 girls kidnapped in Lodva last week fled their captors.", [("rescued", "Eight")]),
        ("Four of the nine nurses taken by rebels have been released.", [("rescued", "Four")]),
        ("Two of its nine drivers kidnapped in Lodva were later freed.", [("rescued", "Two")]),
        ("Five of those abducted in Lodva are now free.", [("rescued", "Five")]),
        ("One of those kidnapped has escaped, he said.", [("rescued", "One")]),
        ("Three of the five people abducted in Lodva are dead.", []),
        ("Two of its vans were seized, and entry is free.", []),
        ("Three of the five people abducted in Lodva have not been freed.", []),
        ("Three of the gunmen escaped with a hostage.", []),
        ("Two of the hostage-takers escaped.", []),
        ("Two of the four gunmen who seized the bank escaped.", []),
        ("Two men were held by police but one was freed.", []),
        ("They left, leaving four in the hands of the doctors.", []),
    ],
)
def test_of_captives_some_get_free_and_some_do_not(text: str, told: list[tuple[str, str]]) -> None:
    assert [(slot, text[start:end]) for slot, start, end in who_is_left(text)] == told
