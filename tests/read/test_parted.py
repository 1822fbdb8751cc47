import pytest

from sayso.model import Report, Span
from sayso.read.network import Stretch
from sayso.read.page import page_of
from sayso.read.parted import of_one_fate, with_dead


def a_stretch(text: str, quote: str, tag: str = "killed") -> Stretch:
    start = text.index(quote)
    span = Span(field="text", start=start, end=start + len(quote), quote=quote)
    return Stretch(tag, span, 0.9, "victim", "certain", 1.0, None, None, None, 0.9)


@pytest.mark.parametrize(
    ("text", "quote", "told"),
    [
        ("He shot five pupils, two fatally.", "five pupils, two", [("casualties", "five pupils"), ("killed", "two")]),
        ("He shot three guards - one fatally - and fled.", "three guards - one", [("casualties", "three guards"), ("killed", "one")]),
        ("He shot five pupils, two of them fatally.", "five pupils, two of them", [("casualties", "five pupils"), ("killed", "two of them")]),
        ("He shot five pupils, two badly.", "five pupils, two", [("killed", "five pupils, two")]),
        ("He killed five pupils.", "five pupils", [("killed", "five pupils")]),
    ],
)  # fmt: skip
def test_people_shot_and_the_dead_among_them_are_two(
    text: str, quote: str, told: list[tuple[str, str]]
) -> None:
    page = page_of(Report(id="r", title=None, text=text, language="en"))
    assert [(part.tag, part.span.quote) for part in with_dead(a_stretch(text, quote), page)] == told


@pytest.mark.parametrize(
    ("words", "tag", "told"),
    [
        ("a wounded man and two dead children", "killed", "two dead children"),
        ("a woman and two slain victims", "killed", "two slain victims"),
        ("a dead man and two wounded children", "killed", "a dead man"),
        ("a dead man and two wounded children", "injured", "two wounded children"),
        ("a dead man and two children", "killed", "a dead man and two children"),
        ("a man and two children", "killed", "a man and two children"),
        ("two dead men and a dead boy", "killed", "two dead men and a dead boy"),
    ],
)
def test_people_of_another_fate_are_left_out(words: str, tag: str, told: str) -> None:
    page = page_of(Report(id="r", title=None, text=words, language="en"))
    assert of_one_fate(a_stretch(words, words, tag), page).span.quote == told
