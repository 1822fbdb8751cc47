import pytest
from tests.read.marks import read_sentence

from sayso.model import Count, Report
from sayso.read.counting.numbers import read_quantity
from sayso.read.text.page import page_of
from sayso.read.text.slips import unslipped


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [
        ("At least tw0 pe0ple were kilIed.", "At least two people were killed."),
        ("F0ur were ki11ed and 1O injured, po1ice said.", "Four were killed and 10 injured, police said."),
        ("SlX WERE KlLLED AND l2 W0UNDED.", "SIX WERE KILLED AND 12 WOUNDED."),
        (
            "The f1ood left 1,OOO homeless; lO5 are m1ssing.",
            "The flood left 1,000 homeless; 105 are missing.",
        ),
        ("A 3O-year-old was hurt.", "A 30-year-old was hurt."),
    ],
)
def test_letters_and_figures_taken_for_one_another_are_mended(scanned: str, meant: str) -> None:
    assert unslipped(scanned) == meant


@pytest.mark.parametrize(
    "words",
    [
        "Two men with AK47s and an M16 fled along the I10 on the 10th.",
        "H1N1, H5N1 and COVID19 made 100 ill at 1am on the 1st.",
        "The Fill0n Hotel, said McIntyre, who has an iPhone, lies 1km from the O2 arena.",
        "Flight MH17, a B1B, 1080p, £1m, 10k, 1lb, Q1, A1 and 4x4.",
        "Ida Iley and Ian Ilo, of Illinois, were hurt in 2010, 2001 and 1011.",
    ],
)
def test_names_and_units_stay_as_they_are(words: str) -> None:
    assert unslipped(words) == words


def test_patterns_see_the_words_that_were_meant_and_the_page_keeps_its_own() -> None:
    text = "Tw0 miners were kilIed in Lodva."
    sentence = page_of(Report(id="r", title=None, text=text, language="en")).sentences[0]
    assert sentence.text == "Two miners were killed in Lodva."
    assert sentence.span(0, 3).quote == "Tw0"


def test_a_damaged_number_is_read() -> None:
    for words, number in (("At least F0ur peop1e", 4), ("l2 wounded", 12), ("1,OOO others", 1_000)):
        quantity = read_quantity(words.split())
        assert quantity is not None
        assert quantity.count.low == number


def test_quotes_of_a_damaged_text_are_its_own_words() -> None:
    text = "At least tw0 pe0ple were kilIed in a bus crash in Lodva on Monday, po1ice said."
    (claim,) = read_sentence(text, "killed")
    assert claim.value == Count(low=2)
    assert claim.who == "At least tw0 pe0ple"
    assert text[claim.span.start : claim.span.end] == claim.span.quote
    assert claim.speaker.kind == "police"
    assert claim.speaker.name == "police"  # one voice with the police of other reports
    assert claim.speaker.span
    assert claim.speaker.span.quote == "po1ice"
