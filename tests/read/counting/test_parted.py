import pytest

from sayso.model import Report, Span
from sayso.read.counting.parted import of_one_fate, with_all, with_dead, without_all
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import page_of


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
        ("two dead men and ", "killed", "two dead men and "),
        ("two dead men, ", "killed", "two dead men, "),
    ],
)
def test_people_of_another_fate_are_left_out(words: str, tag: str, told: str) -> None:
    page = page_of(Report(id="r", title=None, text=words, language="en"))
    assert of_one_fate(a_stretch(words, words, tag), page).span.quote == told


@pytest.mark.parametrize(
    ("text", "quote", "tag", "told"),
    [
        ("Ana was one of three people shot there.", "one of three people", "injured", ["one of three people", "three people"]),
        ("One of the five guards shot and killed was Ana.", "One of the five guards", "killed", ["One of the five guards", "the five guards"]),
        ("One of the two guards was shot and killed.", "One of the two guards", "injured", ["One of the two guards"]),
        ("She is one of four men to be shot there.", "one of four men", "injured", ["one of four men", "four men"]),
        ("Four of the 11 people hurt by it went home.", "Four of the 11 people", "injured", ["Four of the 11 people", "the 11 people"]),
        ("Four of the 11 people injured in it went home.", "Four of the 11 people injured", "injured", ["Four of the 11 people injured", "the 11 people injured"]),
        ("Three of the four attackers died.", "Three of the four attackers", "killed", ["Three of the four attackers"]),
        ("Four of the 11 people in the car were hurt.", "Four of the 11 people", "injured", ["Four of the 11 people"]),
        ("He is one of four men who were hurt.", "one of four men", "injured", ["one of four men", "four men"]),
        ("One of the two guards, a man of 30, was hurt.", "One of the two guards, a man of 30", "injured", ["One of the two guards, a man of 30"]),
    ],
)  # fmt: skip
def test_one_of_all_who_were_shot_tells_how_many_were(
    text: str, quote: str, tag: str, told: list[str]
) -> None:
    found = with_all(
        a_stretch(text, quote, tag), page_of(Report(id="r", title=None, text=text, language="en"))
    )
    assert [one.span.quote for one in found] == told


@pytest.mark.parametrize(
    ("text", "quote", "told"),
    [
        ("Of the 12 survivors two died on Sunday.", "the 12 survivors two", "two"),
        ("Of the 12 survivors one died on Sunday.", "12 survivors one", "one"),
        ("He named the 12 survivors two days later.", "the 12 survivors", "the 12 survivors"),
    ],
)
def test_some_of_all_are_counted_without_the_rest(text: str, quote: str, told: str) -> None:
    page = page_of(Report(id="r", title=None, text=text, language="en"))
    assert without_all(a_stretch(text, quote), page).span.quote == told
