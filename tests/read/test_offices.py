import pytest

from sayso.model import Report, SpeakerKind
from sayso.read.offices import kind_told, offices_in
from sayso.read.page import page_of, span_of


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
