import pytest
from tests.read.marks import read_sentence, value_of

from sayso.read.counting.others import is_time, with_others, without_time
from sayso.read.counting.sums import names_in, sum_of


@pytest.mark.parametrize(
    ("before", "words", "after", "lead"),
    [
        ("It killed ", "three others", " on Sunday.", None),
        ("Hale and ", "three others", " were killed.", "Hale and "),
        ("The crash killed Ana Hale and ", "three others", " on Sunday.", "Ana Hale and "),
        ("The murder of Ana Hale and ", "two others", " was condemned.", "Ana Hale and "),
        ("They shot at Hale and ", "two others", ".", "Hale and "),
        ("The driver of a car with Ana Hale and ", "two others", " was hurt.", "Ana Hale and "),
        ("It killed him and ", "two others", ".", "him and "),
        ("April Hale and ", "two others", " were hurt.", "April Hale and "),
        ("May and ", "two others", " were hurt.", "May and "),
        # a day or a month is nobody
        ("was killed in Lodva on Tuesday and ", "12 others", " were injured.", ""),
        ("was killed in Lodva Tuesday and ", "12 others", " were injured.", ""),
        ("died on Good Friday and ", "12 others", " are ill.", ""),
        ("died on New Year’s Eve and ", "two more", " a day later.", ""),
        ("died in March and ", "three others", " in May.", ""),
        ("died last May and ", "three others", " in June.", ""),
        # nor is a place
        ("One died in Lodva and ", "three others", " in Marsk.", ""),
        ("One died in the Hale Hills and ", "three others", " in Marsk.", ""),
        ("Two were taken to Hale Hospital and ", "three others", " to Mill Clinic.", ""),
        ("One died in the Republic of Brunia and ", "three others", " in Arland.", ""),
        # nor is who did it, or whom another clause told of
        ("was killed by Hale and ", "12 others", " were hurt.", ""),
        ("The bomb killed Colonel Hale and ", "12 others", " were hurt.", ""),
        ("One climber died on Mount Hale and ", "three others", " are missing.", ""),
        ("An attack on Ana Hale and ", "three others", " was claimed.", "Ana Hale and "),
        ("The bomb killed him and ", "12 others", ", two of them boys, were hurt.", ""),
        ("The bomb killed Colonel Hale and ", "12 others", " who were near.", "Colonel Hale and "),
    ],
)
def test_who_is_counted_with_others(before: str, words: str, after: str, lead: str | None) -> None:
    assert with_others(words, before, after) == lead


@pytest.mark.parametrize(
    ("words", "before", "people"),
    [
        ("Tuesday and 12 others", "died on ", "12 others"),
        ("Monday night and 12 others", "died on ", "12 others"),
        ("March and two girls", "died in ", "two girls"),
        ("May and two girls", "It killed ", "May and two girls"),
        ("April Hale and two girls", "It killed ", "April Hale and two girls"),
        ("12 others", "died on Tuesday and ", "12 others"),
    ],
)
def test_people_begin_behind_a_day(words: str, before: str, people: str) -> None:
    assert words[without_time(words, before) :] == people


def test_a_day_is_no_name() -> None:
    assert is_time("Tuesday")
    assert not is_time("Tuesday Hale")
    assert sum_of("Tuesday and 12 others") is None
    assert sum_of("Hale and 12 others") == 13
    assert names_in("Monday, Tuesday and Friday") == 0


@pytest.mark.parametrize(
    ("text", "slot", "number"),
    [
        ("A bus driver was killed in Split on Tuesday and 12 others were injured.", "injured", "12"),
        ("A landslide buried a school in Huaraz on Friday and 40 others are missing.", "missing", "40"),
        ("A bomb killed a guard in Quetta on Monday and 30 others were wounded.", "injured", "30"),
        ("A man was killed in Aleppo and 12 others were injured.", "injured", "12"),
        ("The bomb killed Colonel Hale and 12 others were wounded.", "injured", "12"),
        ("Ana Bern and three others were killed in the crash on Sunday.", "killed", "4"),
    ],
)
def test_others_are_as_many_as_are_told(text: str, slot: str, number: str) -> None:
    assert [value_of(claim) for claim in read_sentence(text, slot)] == [number]
