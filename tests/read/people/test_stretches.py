from dataclasses import replace

import pytest
from tests.read.marks import read_sentence, value_of

from sayso.model import Report, Role, Span
from sayso.read.people.sides import sides_of
from sayso.read.people.stretches import before_number, mended, trim, whole_words, with_part, yields
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import page_of


def a_stretch(quote: str, role: Role = "victim") -> Stretch:
    span = Span(field="text", start=0, end=len(quote), quote=quote)
    return Stretch("killed", span, 0.9, role, "certain", 1.0, None, None, None, 0.9)


def test_half_a_bracket_ends_the_words_on_people() -> None:
    told = trim(a_stretch("a nurse and a guest) and four minors"))
    assert told is not None
    assert told.span.quote == "a nurse and a guest"


def test_them_is_no_part_of_who_is_among_them() -> None:
    told = [trim(a_stretch(words)) for words in ("them 13 children", "them two foreigners", "them all")]
    assert [s.span.quote for s in told if s] == ["13 children", "two foreigners", "them all"]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("OF THE RED HAND", "THE RED HAND"),
        ("INCLUDING ONE COLONEL", "ONE COLONEL"),
        ("AND ELDERLY PEOPLE", "ELDERLY PEOPLE"),
        ("of the Red Hand", "the Red Hand"),
        ("AT LEAST\nTWELVE", "AT LEAST\nTWELVE"),
        ("AT\nLEAST TWELVE", "AT\nLEAST TWELVE"),
        ("at\nleast twelve", "at\nleast twelve"),
        ("AT least twelve", "AT least twelve"),
        ("as  many as twelve", "as  many as twelve"),
        ("WHO STAFF", "WHO STAFF"),
        ("ON GUARD", "ON GUARD"),
        ("FORTY MEN", "FORTY MEN"),
        ("ANDEAN GUIDES", "ANDEAN GUIDES"),
    ],
)
def test_words_that_only_link_people_to_others_are_none_of_them_in_capitals_too(
    words: str, kept: str
) -> None:
    told = trim(a_stretch(words))
    assert told is not None
    assert told.span.quote == kept


@pytest.mark.parametrize(
    ("before", "words", "number"),
    [
        ("whose number is put at four ", "or five", "four "),
        ("Gunmen took 53 ", "students and two teachers", "53 "),
        ("Gunmen took ", "20 women and three children", ""),
        ('she counted "not ', "fewer than twelve attackers", "not "),
        ("There were no reports of ", "injuries", "no reports of "),
    ],
)
def test_the_first_half_of_a_number_is_found(before: str, words: str, number: str) -> None:
    assert before_number(words, before) == number


def test_a_number_between_two_is_read_whole() -> None:
    claims = read_sentence(
        "An aid group says that between 4,000 and 6,000 people were killed by the storm in Hurti.", "killed"
    )
    assert {value_of(claim) for claim in claims} <= {"4000-6000", "2+"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("four bank robbers and one teller", [("four bank robbers", "attacker"), ("one teller", "victim")]),
        ("Soldier and two gunmen", [("Soldier", "victim"), ("two gunmen", "attacker")]),
        ("a guard and the two men who attacked him", [("a guard", "victim"), ("the two men who attacked him", "attacker")]),
        ("a tenant and two firefighters", [("a tenant", "victim"), ("two firefighters", "responder")]),
        ("a tenant and two nurses", [("a tenant and two nurses", "victim")]),
    ],
)  # fmt: skip
def test_who_did_it_and_who_came_to_help_are_sides_of_their_own(
    words: str, told: list[tuple[str, str]]
) -> None:
    assert [(side.span.quote, side.role) for side in sides_of(a_stretch(words))] == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("33 inmates and one policeman", [("33 inmates", "victim"), ("one policeman", "responder")]),
        ("Five officers and a protester", [("Five officers", "responder"), ("a protester", "victim")]),
        ("Two officers and a shopper", [("Two officers and a shopper", "victim")]),
        ("six inmates and a guard", [("six inmates and a guard", "victim")]),
    ],
)
def test_police_who_are_hurt_beside_a_crowd_are_counted_apart(
    words: str, told: list[tuple[str, str]]
) -> None:
    hurt = replace(a_stretch(words), tag="injured")
    assert [(side.span.quote, side.role) for side in sides_of(hurt)] == told
    assert [side.span.quote for side in sides_of(a_stretch(words))] == [words]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Nine people, including two girls", ["Nine people", "two girls"]),
        ("Nine people, four of them women", ["Nine people", "four of them women"]),
        ("Nine people (including a boy)", ["Nine people", "a boy"]),
        ("Nine people, including the mayor and his wife", ["Nine people", "the mayor and his wife"]),
        ("the driver, including two girls", ["the driver, including two girls"]),
    ],
)
def test_people_and_some_of_them_are_counted_each(words: str, told: list[str]) -> None:
    assert [part.span.quote for part in with_part(a_stretch(words))] == told


def test_the_sick_are_not_also_hurt() -> None:
    span = Span(field="text", start=0, end=11, quote="Nine people")
    hurt, ill = (
        Stretch(tag, span, sure, "victim", "certain", 1.0, None, None, None, 0.9)
        for tag, sure in (("injured", 0.63), ("ill", 0.7))
    )
    assert yields(hurt, ill)
    assert not yields(ill, hurt)


@pytest.mark.parametrize(
    ("text", "parts", "whole"),
    [
        (
            "There were six women, a girl and four men hurt.",
            ["six women", "a girl", "four men"],
            ["six women, a girl and four men"],
        ),
        ("It killed six people in Lodva and two girls in Marsk.", ["six people in Lodva", "two girls"], None),
        ("It killed six guards, and nine more in Marsk.", ["six guards", "nine more"], None),
        ("They found ten wounded men, one a child.", ["ten wounded men", "one a child"], None),
    ],
)
def test_people_side_by_side_are_counted_together(
    text: str, parts: list[str], whole: list[str] | None
) -> None:
    told = []
    for part in parts:
        start = text.index(part)
        told.append(
            replace(a_stretch(part), span=Span(field="text", start=start, end=start + len(part), quote=part))
        )
    page = page_of(Report(id="r", title=None, text=text, language="en"))
    assert [s.span.quote for s in mended(told, page)] == (whole or parts)


def test_a_decimal_before_millions_is_one_number() -> None:
    text = "The storm left 1.4 million homeless and cost 3.25 crore."
    assert [text[a:b] for a, b in whole_words(text)] == ["1.4 million", "3.25 crore"]


@pytest.mark.parametrize(
    ("text", "parts", "told"),
    [
        ("Ugo Bern, Jr., was killed.", ["Ugo Bern", "Jr."], ["Ugo Bern, Jr."]),
        ("Ugo Bern, Ida Hale and a guard were killed.", ["Ugo Bern", "Ida Hale"], ["Ugo Bern", "Ida Hale"]),
    ],
)
def test_a_name_and_its_junior_are_one(text: str, parts: list[str], told: list[str]) -> None:
    torn = []
    for part in parts:
        start = text.index(part)
        span = Span(field="text", start=start, end=start + len(part), quote=part)
        torn.append(replace(a_stretch(part), tag="victim", span=span))
    page = page_of(Report(id="r", title=None, text=text, language="en"))
    assert [s.span.quote for s in mended(torn, page)] == told
