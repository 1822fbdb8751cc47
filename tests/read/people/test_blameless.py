import pytest
from tests.read.marks import read_sentence

from sayso.model import Label, Report, Span
from sayso.read.people.blameless import is_blameless, is_in_charge, with_kin
from sayso.read.text.page import page_of


def at(text: str, words: str) -> tuple[Span, str]:
    """Return the span of some words of a text, and what `with_kin` makes of them."""
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    start = text.index(words)
    span = Span(field="text", start=start, end=start + len(words), quote=words)
    return span, with_kin(span, sentence).quote


@pytest.mark.parametrize(
    ("text", "words", "blameless"),
    [
        ("The case is being prosecuted by David Bern of the gang section.", "David Bern", True),
        ("A felon was sentenced on Thursday by Mill County Judge Ann Hale to six years.", "Ann Hale", True),
        ("Ann Hale, Mill County Attorney, announced that Ugo Bern was charged.", "Ann Hale", True),
        ("Through his lawyer, Ann Hale, he has denied the charge.", "Ann Hale", True),
        ("Defense attorney Ann Hale entered pleas of not guilty for Ugo Bern.", "Ann Hale", True),
        ("Ugo Bern appeared before Judge Ann Hale.", "Ann Hale", True),
        ("A lawyer, 40, is charged with the murder.", "A lawyer", False),
        ("The lawyer said Ugo Bern was charged.", "Ugo Bern", False),
        ("Ann Hale, Mill County Attorney, announced that Ugo Bern was charged.", "Ugo Bern", False),
        ("Police say Ugo Bern, of Chicago, fired the shots.", "Chicago", True),
        ("Police say Ugo Bern, of Chicago, fired the shots.", "Ugo Bern", False),
        ("Police have not called Hale a suspect in the shooting.", "Hale", True),
        ("Police called Hale a suspect in the shooting.", "Hale", False),
        ("Police announced the arrest of Ugo Bern, 22, on Thursday.", "Ugo Bern", False),
        ("Ugo Bern, a sheriff's deputy, was charged with murder.", "Ugo Bern", False),
        ("The search goes on for four people, the mayor said.", "four people", True),
        ("Rescuers are looking for six people who are still missing.", "six people", True),
        ("Divers searched the lake for two boys.", "two boys", True),
        ("Police are looking for two men after the shooting.", "two men", False),
        ("The search is on for two gunmen.", "two gunmen", False),
    ],
)
def test_who_judges_or_prosecutes_and_a_town_are_no_suspects(
    text: str, words: str, *, blameless: bool
) -> None:
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    assert is_blameless(at(text, words)[0], sentence) is blameless


@pytest.mark.parametrize(
    ("text", "kind", "blameless"),
    [
        ("Lifeboats are searching the bay for the last two men.", "maritime", True),
        ("Police are looking for the two men.", "maritime", False),
        ("Crews are searching for the two men.", "shooting", False),
    ],
)
def test_who_is_searched_for_after_a_disaster_is_no_suspect(text: str, kind: str, *, blameless: bool) -> None:
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    assert is_blameless(at(text, "two men")[0], sentence, kind) is blameless


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Investigators said Hale's boyfriend shot her.", "Hale", "Hale's boyfriend"),
        ("Investigators said Hale’s estranged husband shot her.", "Hale", "Hale’s estranged husband"),
        ("Investigators said Hale's car was found.", "Hale", "Hale"),
    ],
)
def test_kin_of_somebody_is_not_he(text: str, words: str, meant: str) -> None:
    assert at(text, words)[1] == meant


def test_no_judge_is_printed_as_charged() -> None:
    text = "A Marsk man was sentenced on Thursday by Mill County Judge Ann Hale to six years for killing his friend."
    told = [c.value.text for c in read_sentence(text, "suspect") if isinstance(c.value, Label)]
    assert not any("Hale" in name for name in told)


@pytest.mark.parametrize(
    ("text", "who", "kind", "in_charge"),
    [
        ("The hotel's manager and a technician are in custody.", "The hotel's manager and a technician", "fire", True),
        ("Police held three people, including the owner of the mill.", "three people", "explosion", True),
        ("Two engineers of the railway were arrested.", "Two engineers of the railway", "rail", True),
        ("The landlord was arrested on Friday.", "The landlord", "fire", True),
        ("Police held three people, the fire chief said.", "three people", "fire", False),
        ("The owner was arrested on suspicion of arson.", "The owner", "fire", False),
        ("A manager is held for setting the fire.", "A manager", "fire", False),
        ("The driver of the van is in custody.", "The driver of the van", "bombing", False),
        ("A man of 30 was arrested.", "A man of 30", "fire", False),
    ],
)  # fmt: skip
def test_who_answers_for_what_burned_is_not_said_to_have_done_it(
    text: str, who: str, kind: str, *, in_charge: bool
) -> None:
    span, _ = at(text, who)
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    assert is_in_charge(span, sentence, kind) == in_charge
