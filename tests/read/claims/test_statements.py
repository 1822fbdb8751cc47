import msgspec
import pytest

from sayso.model import Claim, Count, Label, Report, Role, Span, Speaker
from sayso.read.claims.statements import (
    all_shot,
    in_their_role,
    lived,
    of_no_fate,
    of_the_hurt,
    only_some_died,
    who_died,
    with_killer,
)
from sayso.read.text.page import page_of


def a_claim(who: str, number: int, role: Role = "victim", slot: str = "killed") -> Claim:
    return Claim(
        id=f"{who}{number}{role}",
        account_id="a",
        slot=slot,
        value=Count(low=number, high=number),
        who=who,
        role=role,
        speaker=Speaker(),
        span=Span(field="text", start=0, end=len(who), quote=who),
    )


KILLER = a_claim("the gunman", 1, "attacker")


@pytest.mark.parametrize(
    ("who", "told", "role"),
    [
        ("four people", [a_claim("three children", 3), KILLER], "all"),
        ("The four bodies", [a_claim("three children", 3), KILLER], "all"),
        ("four people", [a_claim("four", 4, "all")], "all"),
        ("two guards and two cooks", [a_claim("three children", 3), KILLER], "victim"),
        ("four people", [a_claim("three children", 3)], "victim"),
        ("four people", [a_claim("three children", 3), a_claim("five people", 5), KILLER], "victim"),
        ("four people", [KILLER], "victim"),
        ("the woman and her three sons", [a_claim("four", 4, "all")], "all"),
        ("the woman and her three sons", [a_claim("four", 4, "all"), KILLER], "victim"),
    ],
)
def test_a_toll_of_one_more_than_the_victims_has_the_killer_in_it(
    who: str, told: list[Claim], role: Role
) -> None:
    toll = a_claim(who, 4)
    assert with_killer(toll, [toll, *told]).role == role


def test_people_shot_of_whom_as_many_are_hurt_and_nobody_died_lived() -> None:
    shot = a_claim("the shootings of four neighbours", 4)
    hurt = a_claim("the four victims are recovering", 4, slot="injured")
    assert lived(shot, [shot, hurt]).slot == "injured"
    assert lived(shot, [shot]).slot == "killed"
    assert lived(shot, [shot, hurt, a_claim("a guard was killed", 1)]).slot == "killed"
    assert lived(a_claim("four neighbours died", 4), [hurt]).slot == "killed"


@pytest.mark.parametrize(
    ("text", "who", "told", "slot"),
    [
        ("The gun went off, striking one of the cousins.", "one of the cousins", [], "killed"),
        ("He was charged after a girl was shot with his rifle.", "a girl", [], "killed"),
        # who lived, is one more, or is not the only one
        ("The gun went off, striking a cousin in the leg.", "a cousin", [], "injured"),
        ("A boy was shot and is expected to survive.", "A boy", [], "injured"),
        ("Another boy was shot.", "Another boy", [], "injured"),
        ("A boy was hurt.", "A boy", [], "injured"),
        ("A boy was shot.", "A boy", [a_claim("a man", 1, slot="injured")], "injured"),
        ("A boy was shot.", "A boy", [a_claim("two men", 2)], "injured"),
        ("A boy was shot.", "A boy", [a_claim("the gunman", 1, "attacker")], "injured"),
    ],
)
def test_the_only_one_who_was_hit_is_the_only_one_who_died(
    text: str, who: str, told: list[Claim], slot: str
) -> None:
    start = text.index(who)
    span = Span(field="text", start=start, end=len(text) - 1, quote=text[start:-1])
    if "striking" in text:
        span = Span(field="text", start=0, end=len(text) - 1, quote=text[:-1])
    hit = msgspec.structs.replace(a_claim(who, 1, slot="injured"), span=span)
    rows = [hit, a_claim("the dead man", 1), *told]
    page = page_of(Report(id="r", text=text))
    assert who_died(hit, rows, page).slot == slot
    assert who_died(hit, [hit, *told], page).slot == "injured"


def shot(who: str, number: int) -> Claim:
    return msgspec.structs.replace(a_claim(f"{who} were shot", number, slot="injured"), who=who)


OFFICERS_SHOT = msgspec.structs.replace(shot("Two officers", 2), role="responder")


@pytest.mark.parametrize(
    ("claim", "told", "slot"),
    [
        (shot("Six people", 6), [a_claim("two men", 2)], "casualties"),
        (shot("Six victims", 6), [a_claim("a student", 1)], "casualties"),
        (shot("Six people", 6), [KILLER], "injured"),
        (shot("Six people", 6), [], "injured"),
        (OFFICERS_SHOT, [a_claim("a customer", 1), a_claim("a woman", 1, slot="injured")], "injured"),
        (OFFICERS_SHOT, [a_claim("Officer Bern", 1), a_claim("one other", 1, slot="injured")], "casualties"),
        (shot("Six cooks", 6), [a_claim("two men", 2)], "injured"),
        (shot("Six other people", 6), [a_claim("two men", 2)], "injured"),
        (shot("Six people", 6), [a_claim("two men", 2), a_claim("six", 6, slot="hospitalised")], "injured"),
        (shot("Six people", 6), [a_claim("two men", 2), a_claim("eight", 8, slot="casualties")], "injured"),
    ],
)
def test_people_shot_of_whom_some_died_are_dead_and_hurt(claim: Claim, told: list[Claim], slot: str) -> None:
    assert all_shot(claim, [claim, *told]).slot == slot


@pytest.mark.parametrize(
    ("who", "told", "role"),
    [
        ("16 of them", [a_claim("16 rebels", 16, "combatant")], "combatant"),
        ("16 dead", [a_claim("16 rebels", 16, "combatant")], "combatant"),
        ("16 farmers", [a_claim("16 rebels", 16, "combatant")], "victim"),
        ("16", [a_claim("16 rebels", 16, "combatant"), a_claim("16 farmers", 16)], "victim"),
        ("16", [a_claim("16 medics", 16, "responder")], "victim"),
    ],
)
def test_a_bare_number_is_of_those_who_are_as_many(who: str, told: list[Claim], role: Role) -> None:
    assert in_their_role(a_claim(who, 16), told).role == role


@pytest.mark.parametrize(
    ("text", "told", "code"),
    [
        ("Two men were killed. A clerk saw two attackers.", [], "unknown"),
        ("Two men were killed. A clerk saw two attackers.", [KILLER], "killed"),
        ("A clerk saw two attackers. One of them shot himself.", [], "killed"),
        ("A clerk saw two attackers dead on the floor.", [], "killed"),
        ("A clerk saw two attackers. Police said the gunmen were dead.", [], "killed"),
        ("The two attackers shot and killed a clerk.", [], "unknown"),
        ("The two attackers are in hospital after killing an officer.", [], "unknown"),
        ("The two attackers killed a clerk and were killed by police.", [], "killed"),
        ("Police killed the two attackers.", [], "killed"),
        ("The two attackers killed a clerk. Officers shot dead one suspect.", [], "killed"),
        ("The two attackers were shot dead.", [], "killed"),
        ("The two attackers killed a clerk, then themselves.", [], "killed"),
    ],
)
def test_attackers_of_whose_death_nothing_is_told_are_not_given_as_killed(
    text: str, told: list[Claim], code: str
) -> None:
    start = text.index("two attackers")
    claim = Claim(
        id="c",
        account_id="a",
        slot="suspect",
        value=Label(text="two attackers", code="killed"),
        speaker=Speaker(),
        span=Span(field="text", start=start, end=start + 13, quote="two attackers"),
    )
    given = of_no_fate(claim, told, page_of(Report(id="r", text=text))).value
    assert isinstance(given, Label)
    assert given.code == code


@pytest.mark.parametrize(
    ("text", "who", "slot", "code"),
    [
        ("He then stabbed Ana Bern, 24, in the arm.", "Bern, 24", "injured", "injured"),
        (
            "He then stabbed Ana Bern, 24, who spent a month in hospital.",
            "Ana Bern",
            "hospitalised",
            "injured",
        ),
        ("He then stabbed Ana Bern, 24, who died.", "Bern, 24", "injured", "killed"),
        ("He then stabbed Ana Bern and hurt her cook.", "her cook", "injured", "killed"),
        ("He then stabbed Ana Bern.", "Ana Bern", "killed", "killed"),
    ],
)
def test_somebody_named_is_hurt_where_his_sentence_counts_him_so(
    text: str, who: str, slot: str, code: str
) -> None:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(field="text", start=start, end=start + len(words), quote=words)

    named = Claim(
        id="v",
        account_id="a",
        slot="victim",
        value=Label(text="Ana Bern", code="killed"),
        speaker=Speaker(),
        span=span("Ana Bern"),
    )
    counted = msgspec.structs.replace(a_claim(who, 1, slot=slot), span=span(who))
    given = of_the_hurt(named, [named, counted], page_of(Report(id="r", text=text))).value
    assert isinstance(given, Label)
    assert given.code == code


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Officers found two men with gunshot wounds in Lodva. One later died.", ["casualties", "killed"]),
        ("Officers found two men with gunshot wounds in Lodva. Both died.", ["killed", "killed"]),
        ("Officers found two men dead in Lodva. One died on Friday.", ["killed", "killed"]),
        ("Officers found two men in Lodva. One died, and a dozen died.", ["killed", "killed"]),
    ],
)
def test_people_of_whom_only_some_died_are_not_all_dead(text: str, slots: list[str]) -> None:
    page = page_of(Report(id="r", text=text))
    told = []
    for who, number in (("two men", 2), ("One", 1), ("Both", 2), ("a dozen", 12)):
        if who in text:
            start = text.index(who)
            span = Span(field="text", start=start, end=start + len(who), quote=who)
            told.append(msgspec.structs.replace(a_claim(who, number, slot="killed"), span=span))
    assert [only_some_died(claim, told, page).slot for claim in told][:2] == slots
