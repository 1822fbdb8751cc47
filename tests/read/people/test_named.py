import pytest

from sayso.model import Report
from sayso.read.people.named import are_one, named_in, signs_of
from sayso.read.text.page import page_of


@pytest.mark.parametrize(
    ("words", "parts", "suffix"),
    [
        ("Sgt. Ida Ann Hale Jr.", ("Ida", "Ann", "Hale"), "jr"),
        ("Ugo Bern", ("Ugo", "Bern"), ""),
        ("Deputy Bern", ("Bern",), ""),
        ("Karim al-Sadi", ("Karim", "al-Sadi"), ""),
        ("al-Sadi", ("al-Sadi",), ""),
        ("barber", (), ""),
        ("Jr.", (), ""),
        ("E.", (), ""),
    ],
)
def test_a_name_is_told_without_titles(words: str, parts: tuple[str, ...], suffix: str) -> None:
    assert named_in(words) == (parts, suffix)


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("Joe Hale", "Joseph Hale", True),
        ("Ida Hale", "Hale", True),
        ("Ida Hale", "Ida", True),
        ("Ana Bern Sol", "Bern", True),
        ("Ida Ann Hale", "Ida Hale", True),
        ("Ida Hale", "Ugo Hale", False),
        ("Ida Hale", "Ugo Bern", False),
        ("Ida Hale", "Bern", False),
    ],
)
def test_two_names_can_be_one_persons(name: str, other: str, *, one: bool) -> None:
    assert are_one(named_in(name), named_in(other)) is one


def told(text: str, name: str) -> set[str]:
    return {*signs_of(named_in(name), page_of(Report(id="r", text=text)))}


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Ida Hale, 40, a nurse, was shot in the neck and died at a hospital.", {"died", "hit"}),
        ("Ida Hale and her son, Ugo, 9, were killed.", {"died"}),
        ("The bodies of Ugo Bern, 9, and his mother, Ida Hale, lay in the barn.", {"died"}),
        ("The dead were Ugo Bern, 9, of Lodva, and Ida Hale.", {"died"}),
        ("The coroner named the dead woman as Ida Hale, 40.", {"died"}),
        ("He is charged with killing four people, including Ida Hale.", {"died"}),
        ("Hale's funeral is on Friday.", {"died"}),
        ("The blast killed two and wounded nine, including Ida Hale.", {"hurt"}),
        ("Two are dead and the injured are Ugo Bern and Ida Hale.", set()),
        ("The slain man is Ugo Bern, and the two girls are Ida Hale and Ana Bern.", set()),
        ("He is charged with the attempted murder of Ida Hale.", {"hurt"}),
        ("Ida Hale was flown to a hospital with a broken hip.", {"hurt"}),
        ("Ida Hale was taken to Bern by helicopter with a broken hip.", {"hurt"}),
        ("Rescuers said Ida Hale was pulled out alive.", {"lives"}),
        ("Ida Hale was flown to a hospital, where she died.", {"died"}),
        ("Ida Hale was in a coma when she was found.", set()),
        ("Ida Hale, 40, and Ugo Bern, 9, escaped unhurt.", {"unhurt"}),
        ("“I ran,” said Ida Hale, 40.", {"lives"}),
        ("Ida Hale told police she had locked the door.", {"lives"}),
        ("Her neighbour, Ida Hale, lay on the stairs, Ugo Bern said.", set()),
        ("An uncle of Ida Hale told reporters that she was kind.", set()),
        ("“She was kind,” said Ida Hale's uncle.", set()),
        ("Ida Hale was arrested at the scene.", {"lives", "did"}),
        ("Ida Hale then shot her two sons.", {"did"}),
        ("The gunman was identified as Ida Hale, 40.", {"did"}),
        ("Police named the suspect in the attack on the mill as Ida Hale.", {"did"}),
        ("Charges will be filed against Ida Hale.", {"did"}),
        ("Ida Hale fired more than 60 rounds.", {"did"}),
        ("Ida Hale, shot at close range, fell.", {"hit"}),
        ("The man charged at Ida Hale.", set()),
        ("Police arrested the husband of Ida Hale.", set()),
        ("The bullet struck Ida Hale in the chest.", {"hit"}),
        ("The victims were Ugo Bern and Ida Hale.", {"hit"}),
        ("Ida Hale and her brother Ugo were riding together.", set()),
        ("They feared for Ida Hale, who was late.", set()),
    ],
)  # fmt: skip
def test_the_words_around_a_name_tell_what_befell_him(text: str, signs: set[str]) -> None:
    assert told(text, "Ida Hale") == signs


@pytest.mark.parametrize(
    ("text", "name", "signs"),
    [
        ("Ida Hale and Ugo Hale drove home. Hale died.", "Ida Hale", set()),
        ("Ida Hale drove home. Hale died.", "Ida Hale", {"died"}),
        ("Ida Hale and Ugo Hale drove home. Ida died.", "Ida Hale", {"died"}),
        ("Ida Hale and Ugo Hale drove home. Ida died.", "Ugo Hale", set()),
        ("Ugo Hale Jr. drove home. Ugo Hale Sr. died.", "Ugo Hale Jr.", set()),
        ("Ugo Hale died. His widow, Ana Hale, was arrested.", "Ana Hale", {"lives", "did"}),
        ("Deputy Ida Hale drove home. Deputy Hale was killed.", "Ida Hale", {"died"}),
        ("Ana Bern Sol drove home. Bern was killed.", "Ana Bern Sol", {"died"}),
    ],
)
def test_a_surname_is_only_his_who_alone_bears_it(text: str, name: str, signs: set[str]) -> None:
    assert told(text, name) == signs
