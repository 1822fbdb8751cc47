import pytest

from sayso.model import Report, Span
from sayso.read.people.accused import with_suspects
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import page_of


def told(text: str, *tagged: tuple[str, str, str]) -> set[tuple[str, str, str | None]]:
    """Return who is still a victim or a suspect of those tagged so: (tag, name, code)."""
    stretches = []
    for tag, name, code in tagged:
        start = text.index(name)
        span = Span(field="text", start=start, end=start + len(name), quote=name)
        stretches.append(Stretch(tag, span, 0.9, "victim", "certain", 1.0, None, code, None, 0.9))
    kept = with_suspects(stretches, page_of(Report(id="r", text=text)))
    return {(s.tag, s.span.quote, s.code) for s in kept}


HIT = "Police say Ida Hale fought with a man at the bar. Hale was hit in the arm."


def test_who_is_only_told_to_be_hit_is_no_suspect() -> None:
    assert told(HIT, ("suspect", "Ida Hale", "identified")) == set()


def test_who_is_only_told_to_be_hit_stays_a_victim() -> None:
    tagged = ("suspect", "Ida Hale", "identified"), ("victim", "Ida Hale", "injured")
    assert told(HIT, *tagged) == {("victim", "Ida Hale", "injured")}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HIT, "charged"),
        (HIT + " She then shot two officers.", "detained"),
        ("Police say Ida Hale opened fire. Hale was hit in the arm.", "identified"),
        ("Police identified the suspect in the shooting as Ida Hale. Hale was hit in the arm.", "identified"),
        ("Police say Ida Hale came to the bar. Hale was shot in the arm. Hale was arrested.", "identified"),
        ("Police say Ida Hale came to the bar. Hale was shot in the arm and died.", "identified"),
        ("Police say Ida Hale came to the bar.", "identified"),
    ],
)
def test_who_did_it_is_held_or_died_stays_a_suspect(text: str, code: str) -> None:
    tagged = ("suspect", "Ida Hale", code)
    assert told(text, tagged) == {tagged}


def test_who_is_charged_under_his_whole_name_is_a_suspect_by_a_part_of_it() -> None:
    text = "Hale pulled a gun and was hit in the arm. Ida Hale is charged with murder."
    tagged = ("suspect", "Hale", "identified"), ("suspect", "Ida Hale", "charged")
    assert told(text, *tagged) == set(tagged)
