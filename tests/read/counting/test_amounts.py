from dataclasses import replace

import pytest
from tests.read.marks import read_sentence, value_of

from sayso.model import Count, Span
from sayso.read.counting.amounts import ages_in, number_of, without
from sayso.read.counting.sums import groups_in, named_as, names_in, sum_of
from sayso.read.fates.met import is_nobody
from sayso.read.tagging.network import Stretch


def a_stretch(text: str, quote: str, number: tuple[int | None, int | None] | None = None) -> Stretch:
    start = text.index(quote)
    span = Span(field="text", start=start, end=start + len(quote), quote=quote)
    return Stretch("killed", span, 0.9, "victim", "certain", 1.0, number, None, None, 0.9)


def number_in(text: str, quote: str, number: tuple[int | None, int | None] | None = None) -> Count | None:
    found = number_of(a_stretch(text, quote, number), text, text.index(quote))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Two sisters, both nurses", None),
        ("The four men, one dressed as a guard", None),
        ("a baker and his wife, both Swedes", 2),
        ("Bern, his brother Ugo and a man called Hale", 3),
        ("Hale's 16-year-old son, Piet Maas, and a family friend, Eva Lund", 2),
        ("The factory's owner and two foremen", 3),
        ("Senior judge Ugo Bern Hale and his son", 2),
        ("two drivers and their local guide", 3),
        ("four attackers, two on a motorcycle", 4),
        ("four attackers, two on a motorcycle and two in a car", 4),
        ("nine people, three in Lodva", 9),
        ("two people in a car and three in a bus", 5),
        ("two women, three men", 5),
        ("Two, a woman and her daughter", 2),
        ("five, two women and three men", 5),
        ("Two, a woman and her", 2),
        ("three soldiers, two women and a boy", 6),
        ("three victims, four on a bus", 7),
        ("the mine's owner and its safety engineer", 2),
        ("two drivers and their military escort", 3),
        ("two drivers and their families", None),
        ("his parents and grandfather", 3),
        ("her parents, a brother and an aunt", 4),
        ("the girl's parents and uncle", 3),
        ("parents and teachers", None),
        ("Three other victims, Ugo Bern, Jr., Ana Weiss, and Piet Maas", 3),
    ],
)
def test_who_people_are_to_each_other_is_nobody_more(words: str, number: int | None) -> None:
    assert sum_of(words) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Ana Bern ; her sons Ugo , and Li ; her mother Eva Bern ; and a guest, Piet Maas", 5),
        ("two nurses; a cook; and three guards", 6),
        ("a cook; those of a couple and their daughter", 4),
        ("Ana Bern; many others", 0),
        ("Ana Bern and Ugo Hale", 0),
    ],
)
def test_groups_between_semicolons_add_up(words: str, number: int) -> None:
    assert groups_in(words) == number


def test_a_nickname_in_a_list_of_names_is_part_of_a_name() -> None:
    assert names_in("Ana Bern, Ugo T. Hale and Katrin ‘Kitty Lund") == 3


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The deceased were identified as Ana Bern (34), Ugo Hale (22) and Li Wei (41).", 3),
        ("They have been named as Ana Bern, 34, Ugo Hale, 22, and Li Wei, 41.", 3),
        ("The dead were later named by police as Ana Bern and Ugo Hale.", 2),
        ("The dead man was identified as Ana Bern's brother, a cook.", 0),
        ("They were not named as Ana Bern and Ugo Hale.", 0),
        ("She was known as Ana Bern and Ugo Hale left.", 0),
    ],
)
def test_who_are_named_one_by_one_are_so_many(text: str, named: int) -> None:
    rows = [text[start:end] for start, end in named_as(text)]
    told = [without(ages_in(text), text, at := text.index(row), at + len(row)) for row in rows]
    assert [names_in(row) for row in told] == ([named] if named else [])


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A 31-year-old woman who was seven months pregnant died.", "A 31-year-old woman who was seven months pregnant"),
        ("A man with two axes killed a guard.", "A man with two axes"),
        ("A youth of 16 held after the fire was let go.", "A youth of 16 held"),
    ],
)  # fmt: skip
def test_what_is_said_of_one_person_is_no_number(text: str, quote: str) -> None:
    assert number_in(text, quote, (1, 1)) == Count(low=1, high=1)


def test_ages_of_several_are_no_numbers() -> None:
    assert number_in("TWO SISTERS, AGED 4 AND 7, DIED.", "TWO SISTERS, AGED 4 AND 7") == Count(low=2, high=2)
    for text, quote in (
        ("The victims, aged between 21 and 36, were found at noon.", "21"),
        ("They were boys of 15 or 16, he said.", "15 or 16"),
        ("Ida, who would have been eight in May, died too.", "eight"),
    ):
        assert number_in(text, quote) is None


@pytest.mark.parametrize(
    ("text", "quote", "number"),
    [
        ("Girl, six, dies after attack in Lodva", "Girl, six", 1),
        ("Ana Bern, nine, was pronounced dead.", "Ana Bern, nine", 1),
        ("Ana Bern, nine, and Ugo Hale, eight, died.", "Ana Bern, nine, and Ugo Hale, eight", 2),
        ("Ana Bern (36) and Ugo Hale (11) were found dead.", "Ana Bern (36) and Ugo Hale (11)", 2),
        ("Two men, three women and a boy died.", "Two men, three women and a boy", 6),
        ("They killed the night watchman and a cook.", "the night watchman and a cook", 2),
    ],
)
def test_an_age_beside_a_name_is_no_number(text: str, quote: str, number: int) -> None:
    assert number_in(text, quote) == Count(low=number, high=number)


def test_a_number_and_the_next_are_a_span() -> None:
    text = "She had seen eight, nine children in the yard."
    assert number_in(text, "eight, nine children") == Count(low=8, high=9)
    assert number_in("Two, five and nine men died.", "Two, five and nine men") == Count(low=16, high=16)


@pytest.mark.parametrize(
    ("text", "quote", "number"),
    [
        ("Victims of the July 14 police shooting in Lodva spoke.", "14 police", (14, 14)),
        ("A survivor of the shooting in Lodva has died.", "Lodva", (1, 1)),
        ("Ana Bern of Lodva was in critical condition.", "Lodva", (1, 1)),
    ],
)
def test_a_day_or_a_town_is_nobody(text: str, quote: str, number: tuple[int, int]) -> None:
    assert number_in(text, quote, number) is None


def test_a_name_behind_of_can_be_somebody() -> None:
    for text in (
        "The killing of Hale was planned.",
        "He was held in Hale's death.",
        "Fatal Shooting Of Hale Was",
    ):
        assert number_in(text, "Hale", (1, 1)) == Count(low=1, high=1)


def test_casualties_are_none_only_where_it_is_denied() -> None:
    assert number_in("He said that there were casualties.", "casualties", (0, 0)) == Count(low=2)
    assert number_in("He said that there were no casualties.", "casualties", (0, 0)) == Count(low=0, high=0)


@pytest.mark.parametrize("who", ["the number of dead", "the number killed", "number of injured"])
def test_the_word_for_a_toll_counts_nobody(who: str) -> None:
    text = f"She put {who} at 22."
    assert is_nobody("killed", text, text.index(who), text.index(who) + len(who))


def test_both_who_are_told_of_again_are_no_two_more() -> None:
    claims = read_sentence("Two brothers, both bakers, were shot dead in Lodva.", "killed")
    assert {value_of(claim) for claim in claims} == {"2"}


def test_beasts_are_no_people_of_a_sum() -> None:
    assert sum_of("five herders and 160 cows") == 5
    assert sum_of("five herders and a boy") == 6


def test_who_the_people_are_adds_nobody_to_the_number_of_them() -> None:
    assert sum_of("Her parents, Agda Pell and Ruben Pell") == 2
    assert sum_of("Her parents, Agda Pell , and Ruben Pell") == 2  # where their ages stood
    assert sum_of("his parents and grandfather") == 3
    assert sum_of("The two hurt tenants, a woman in her 60s and a teenage boy") == 2
    assert sum_of("two guards, a woman and a teenage boy") == 4


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a tall man, 6 feet 2 inches and about 200 pounds", 1),
        ("a white man, about six feet tall", 1),
        ("12 people", 12),
    ],
)
def test_how_tall_somebody_is_is_no_number_of_people(text: str, number: int) -> None:
    assert number_in(text, text, (1, 1)) == Count(low=number, high=number)


def test_a_shooter_or_shooters_are_at_least_one() -> None:
    for text in (
        "the shooter or shooters",
        "a robber or robbers",
        "the gunman or gunmen",
        "the person or persons who fired",
    ):
        stretch = replace(a_stretch(text, text, (2, None)), tag="attackers")
        assert number_of(stretch, text, 0) == (Count(low=1), "certain")


def test_whom_one_person_threatened_are_not_counted_with_him() -> None:
    assert sum_of("a robber who drew a gun on him and his partner") is None
    assert sum_of("a robber and his partner") == 2
    alone = "a robber who drew a gun on him and his partner"
    assert number_in(f"He shot {alone}.", alone, (2, 2)) == Count(low=1, high=1)


def test_a_parent_is_whom_the_words_before_name() -> None:
    assert sum_of("the deputy and father of two") is None
    assert sum_of("a deputy and a father of two") == 2


def test_the_day_and_year_of_an_event_are_no_number_of_people() -> None:
    day = "It follows the deaths on May 20 of two friends."
    assert number_in(day, "20 of two friends", None) == Count(low=2, high=2)
    text = "The 1983 Lodva quake hurt six."
    assert number_in(text, "1983 Lodva quake", (2, None)) == Count(low=2)


def test_people_whom_no_word_counts_are_two_or_more_and_somebody_is_one() -> None:
    assert number_in("The victims were taken to four clinics.", "The victims", (4, 4)) == Count(low=2)
    assert number_in("All the drivers were freed.", "All the drivers", (2, 2)) == Count(low=2)
    assert number_in("The driver and his partner were hurt.", "his partner", (2, 2)) == Count(low=1, high=1)
    assert number_in("They were taken to a clinic.", "They", (2, 2)) == Count(low=2, high=2)


def test_the_names_of_people_just_counted_count_nobody_more() -> None:
    assert sum_of("Ana Bern and her two small sons, Ugo and Mila") == 3
    assert sum_of("Ana Bern, her two sons, Ugo, and Mila, and a neighbour") == 4
    assert sum_of("two guards, Li Wei, Ana Bern and Ugo Bern") == 5
    assert sum_of("two guards, Li Wei and Ana Bern") == 2
    assert sum_of("this small child, this pupil") is None  # one, told of twice
    assert sum_of("this child and this woman") == 2


def test_a_victim_in_brackets_of_many_is_at_least_one() -> None:
    assert number_in("The victim(s) had minor wounds.", "The victim(s)", (2, 2)) == Count(low=1)


def test_numbers_of_telephones_and_zones_are_none_of_people() -> None:
    assert number_in("He told 911 operators of it.", "911 operators", (911, 911)) is None
    assert number_in("The Zone 4 officers fired.", "The Zone 4 officers", (4, 4)) is None
    assert number_in("Two Zone 4 officers fired.", "Two Zone 4 officers", (2, 2)) == Count(low=2, high=2)
    told = read_sentence("Relatives can call the county's toll - free number at 866 - 555 - 0155.", "killed")
    assert told == []


def test_members_of_families_are_as_many_as_are_told() -> None:
    text = "Thirteen members of two families died."
    assert number_in(text, "Thirteen members of two families") == Count(low=13, high=13)
    assert number_in("Thirteen poor families fled.", "Thirteen poor families") == Count(low=13)


def test_somebody_of_so_many_years_is_one() -> None:
    assert number_in("A novice of 16 was shot dead.", "A novice of 16") == Count(low=1, high=1)
    assert number_in("A patrol of 16 was shot dead.", "A patrol of 16") == Count(low=16, high=16)


def test_a_number_makes_a_vague_word_more_exact() -> None:
    text = "Several others, at least 15, were wounded."
    assert number_in(text, "Several others, at least 15") == Count(low=15)


def test_who_they_are_behind_a_dash_is_no_more_than_how_many() -> None:
    text = "Only 18 - 17 women and a boy - were killed."
    assert number_in(text, "18 - 17 women and a boy") == Count(low=18, high=18)


@pytest.mark.parametrize(
    ("text", "quote", "number"),
    [
        ("Marland Senator and presidential hopeful Ugo Bern has died.", "Marland Senator and presidential hopeful Ugo Bern", 1),
        ("The poet and teacher Ana Weiss, 41, was killed.", "The poet and teacher Ana Weiss", 1),
        ("A poet and his son were killed.", "A poet and his son", 2),
    ],
)  # fmt: skip
def test_somebody_of_two_callings_is_one(text: str, quote: str, number: int) -> None:
    assert number_in(text, quote, (2, 2)) == Count(low=number, high=number)


@pytest.mark.parametrize(
    ("quote", "number"),
    [("Torvian", Count(low=1, high=1)), ("Torvians", Count(low=2)), ("Iraqi", Count(low=1, high=1))],
)
def test_one_of_a_people_is_one(quote: str, number: Count) -> None:
    assert number_in(f"Ruwi: {quote} killed as mob burns shops.", quote, (2, None)) == number


@pytest.mark.parametrize(
    ("text", "quote", "number"),
    [
        ("Rescue 1122 teams took the wounded to Lodva.", "1122 teams", None),
        ("The 115 emergency service took the hurt to Lodva.", "115 emergency service", None),
        ("Dispatchers of 911 calls heard 12 people cry.", "12 people", 12),
        ("The victim, a man born in 1951, was found.", "The victim, a man born in 1951", 1),
        ("The wreck of the MV Lady Ana was found.", "MV Lady Ana", None),
        ("The ferry Lady Ana sank with six people.", "Lady Ana", None),
        ("A cook, Lady Ana Hale, died.", "Lady Ana Hale", 1),
    ],
)
def test_numbers_of_services_and_names_of_ships_are_no_people(
    text: str, quote: str, number: int | None
) -> None:
    held = (
        (number, number)
        if number
        else (1122, 1122)
        if "1122" in text
        else (115, 115)
        if "115" in text
        else (1, 1)
    )
    assert number_in(text, quote, held) == (Count(low=number, high=number) if number else None)


@pytest.mark.parametrize(
    ("who", "number"),
    [
        ("A four-man gang", 4),
        ("the 12-member gang of robbers", 12),
        ("A one-man protest", 1),
        ("a gang", None),
    ],
)
def test_so_many_of_one_group_are_that_many(who: str, number: int | None) -> None:
    found = number_of(a_stretch(f"{who} fled.", who, None), f"{who} fled.", 0)
    assert (found[0].low if found else None) == number


def test_an_age_behind_an_initial_is_no_number_of_people() -> None:
    text, one = "The driver, Ugo B., 46, who lived, was held.", Count(low=1, high=1)
    assert number_in(text, "The driver, Ugo B., 46", (1, 1)) == one
