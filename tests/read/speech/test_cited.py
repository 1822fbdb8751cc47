import pytest
from tests.read.marks import read_sentence

from sayso.model import Report, SpeakerKind
from sayso.read.speech.cited import cited_in
from sayso.read.text.page import page_of, span_of


def cited_of(text: str, *named: str) -> tuple[str, str | None] | None:
    """Return whom a sentence cites and through which outlet, where these names are known to speak."""
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    kind: SpeakerKind = "other"
    told = [(span_of("text", text, text.index(n), text.index(n) + len(n)), kind) for n in named]
    found = cited_in(sentence, told)
    return (found[0].name, found[0].via) if found else None


@pytest.mark.parametrize(
    ("text", "who", "outlet"),
    [
        ("The agency SANA quoted a doctor as saying ten died.", "a doctor", "The agency SANA"),
        ("Ten people died, the news agency SANA quoted a doctor as saying.", "a doctor", "the news agency SANA"),
        ("Local media quoted police as saying that ten died.", "police", "Local media"),
        ("State radio quoted a nurse, Eva Lund, as saying ten died.", "Eva Lund", "State radio"),
        ("Interfax cited Ugo Bern, head of the rescue service, as saying ten died.", "Ugo Bern", "Interfax"),
        ("The mayor was quoted by state television as saying ten died.", "The mayor", "state television"),
        ("Ten died, the mayor was quoted as saying by Interfax.", "the mayor", "Interfax"),
        ("Ugo Bern, the governor of Lodva, was quoted by Tass as saying ten died.", "Ugo Bern", "Tass"),
        ("Ten people died, state media reported, citing the mayor.", "the mayor", "state media"),
        ("State radio reported ten deaths, quoting witnesses.", "witnesses", "State radio"),
        ("State television, citing a nurse, said ten died.", "a nurse", "State television"),
        ("Citing officials, the paper said ten died.", "officials", "the paper"),
        ("Ten died, according to state TV, which cited a doctor.", "a doctor", "state TV"),
        ("Police said two died, while state media, citing doctors, said ten died.", "doctors", "state media"),
    ],
)  # fmt: skip
def test_whom_an_outlet_cites_speaks_through_it(text: str, who: str, outlet: str) -> None:
    assert cited_of(text) == (who, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "Officials closed the road, citing the danger, and ten died.",
        "Ten died, the mayor said, citing witnesses.",
        "Ten died, state media reported, citing the cost of the storm.",
        "Hale was cited for speeding after ten died.",
        "The paper cited the letter as proof that ten died.",
    ],
)
def test_a_reason_is_nobody_cited(text: str) -> None:
    assert cited_of(text) is None


def test_somebody_known_to_speak_can_be_cited() -> None:
    text = "Ten people died, Interfax reported, citing Help Now."
    assert cited_of(text, "Help Now") == ("Help Now", "Interfax")


def test_what_is_said_beside_the_cited_stays_with_who_says_it() -> None:
    text = "Police said two people died, while state media, citing doctors, said ten people were killed."
    assert [(c.speaker.name, c.speaker.via) for c in read_sentence(text, "killed")] == [
        ("Police", None),
        ("doctors", "state media"),
    ]


def test_it_quoted_means_the_outlet_named_before() -> None:
    text = (
        "The state news agency IRNA reported a strong quake. It quoted a governor as saying ten people died."
    )
    (claim,) = read_sentence(text, "killed")
    assert claim.speaker.name == "a governor"
    assert "IRNA" in (claim.speaker.via or "")
