import pytest

from sayso.model import Report, SpeakerKind
from sayso.read.speech.offices import is_only_spokesman, kind_told, offices_in
from sayso.read.text.page import page_of, span_of


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Congress leader Ugo Bern alleged that nine died.", "Ugo Bern", "other"),
        ("Opposition lawmaker Ugo Bern said nine died.", "Ugo Bern", "other"),
        ("Ugo Bern, leader of the opposition, said nine died.", "Ugo Bern", "other"),
        ("The Lodva Reform Party spokesman Ugo Bern said so.", "Ugo Bern", "other"),
        ("Ombudsman Ida Hale said nine died.", "Ida Hale", "government"),
        ("Ida Hale, the human rights ombudsman, said nine died.", "Ida Hale", "government"),
        ("The head of the regional military administration, Ida Hale, said so.", "Ida Hale", "government"),
        ("District magistrate Ida Hale said nine died.", "Ida Hale", "government"),
        ("Ida Hale, the district magistrate, said nine died.", "Ida Hale", "government"),
        ("Inter-Services Public Relations said nine died.", "Inter-Services Public Relations", "military"),
        ("The human rights ombudsman's office said so.", "human rights ombudsman's office", "government"),
        ("An opposition leader said so.", "opposition leader", "other"),
        ("The mayor, Ida Hale, said so.", "Ida Hale", "police"),
        ("After the party Ida Hale said so.", "Ida Hale", "police"),
    ],
)
def test_an_office_beside_a_name_tells_the_kind_of_the_speaker(
    text: str, name: str, kind: SpeakerKind
) -> None:
    span = span_of("text", text, text.index(name), text.index(name) + len(name))
    offices = offices_in(page_of(Report(id="r", title=None, text=text)), [(span, "police")])
    assert kind_told(name, "police", offices) == kind


def test_a_surname_has_the_kind_of_the_office_told_once() -> None:
    assert kind_told("Bern", "government", {"Bern": "other"}) == "other"
    assert kind_told("MSF", "other", {}) == "ngo-un"


@pytest.mark.parametrize(
    ("text", "name", "is_only"),
    [
        ("Six bodies were found, spokeswoman Ida Hale said.", "Ida Hale", True),
        ("Ida Hale, a spokeswoman, said nine died.", "Ida Hale", True),
        ("Nine were found, operations director Ugo Bern said.", "Ugo Bern", True),
        ("The other two are held, a spokesman said.", "a spokesman", True),
        ("Police spokesman Ugo Bern said nine died.", "Ugo Bern", False),
        ("Ida Hale, a spokeswoman for the hospital, said so.", "Ida Hale", False),
        ("A spokesman for the army said so.", "A spokesman", False),
        ("The mayor, Ida Hale, said so.", "Ida Hale", False),
    ],
)
def test_who_is_only_called_a_spokesman_is_of_the_body_that_spoke(
    text: str, name: str, is_only: bool
) -> None:
    start = text.index(name)
    assert is_only_spokesman(text, start, start + len(name)) is is_only
