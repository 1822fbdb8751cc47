import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.sentences import LONGEST, sentence_around


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. Four men died. They were young.", "Four", "Four men died."),
        ("Four men died", "Four", "Four men died"),
        ("Mr. J. Ortega and Dr. Li died. They were young.", "Li", "Mr. J. Ortega and Dr. Li died."),
        ("He lives in the U.S. Army base. Two died.", "Army", "He lives in the U.S. Army base."),
        ("Was it arson? “Nobody died,” she said. It was not.", "Nobody", "“Nobody died,” she said."),
        ("He said: “Two died.” Then he left.", "Two", "He said: “Two died.”"),
        ("The toll rose.Two died at once.Police left.", "Two", "Two died at once."),
        ("Two were hurt on Sunday.16-year-old Ana Bern died.She was", "Ana", "16-year-old Ana Bern died."),
        ("The file v.2.10 of log.12 is lost. Go.", "lost", "The file v.2.10 of log.12 is lost."),
        ("FIRE IN LEEDS\nTwo died\n\nBy our reporter", "Two", "Two died"),
        (
            "The toll is 3.5 times that of 2019, officials said. Go.",
            "toll",
            "The toll is 3.5 times that of 2019, officials said.",
        ),
        ("Police came at 5 p.m. Sunday. Two died.", "came", "Police came at 5 p.m. Sunday."),
        ("Police came at 5 p.m. They found two dead.", "found", "They found two dead."),
        ("Two died. Three fled. It rained.", "died. Three", "Two died. Three fled."),
    ],
)
def test_the_sentence_around_the_words(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    first, last = sentence_around(text, start, start + len(words))
    assert text[first:last] == sentence


def test_a_sentence_of_a_text_wrapped_by_hand_is_shown_whole() -> None:
    lines = [
        "SAN MATEO, 4 MAY (RADIO SOL) -- FOUR PEASANTS WERE KILLED LAST NIGHT",
        "WHEN A BUS DROVE OVER A MINE NEAR THE TOWN, THE ARMY SAID.  THREE OF",
        "THEM WERE BROTHERS, AND THEIR FATHER SAW IT FROM THE FIELD THAT HE HAD",
        "PLOUGHED.",
        "",
        "NOBODY HAS BEEN ARRESTED.",
    ]
    text = "\n".join(lines)
    start = text.index("THREE")
    first, last = sentence_around(text, start, start + 5)
    assert text[first:last].startswith("THREE OF\nTHEM WERE")
    assert text[first:last].endswith("PLOUGHED.")


@given(st.text(alphabet='ab. \nA"?”', max_size=1500), st.data())
def test_the_words_are_always_inside_and_little_is_beside_them(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 50)))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
    assert last - first <= LONGEST + (end - start)


def test_a_text_without_an_end_is_cut_at_words() -> None:
    text = "and then they said that " * 50_000 + "two died " + "and then they said that " * 50_000
    start = text.index("two died")
    first, last = sentence_around(text, start, start + 8)
    assert last - first <= LONGEST
    assert text[first:last].split()[0] in ("and", "then", "they", "said", "that")
