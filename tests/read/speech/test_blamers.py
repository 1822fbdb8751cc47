import pytest
from tests.read.marks import read_sentence

from sayso.model import Label, Report, SpeakerKind
from sayso.read.speech.speakers import Attributions
from sayso.read.text.page import page_of, span_of


def who_blames(text: str, blamed: str, *named: str) -> str:
    """Return who blames somebody in the last sentence of a text in which these names are known to speak; "" for nobody."""
    page = page_of(Report(id="r", text=text))
    kind: SpeakerKind = "claimant"
    seen = [(span_of("text", text, text.index(n), text.index(n) + len(n)), kind) for n in named]
    start = text.rindex(blamed)
    found = Attributions(page, seen).blaming(
        page.sentences[-1], span_of("text", text, start, start + len(blamed))
    )
    return found.name if found else ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Red Dawn denied that it was behind it; the government blamed the Blue Front.", "the government"),
        ("Red Dawn claimed the attack, but the interior minister blamed the Blue Front.", "the interior minister"),
        ("Red Dawn denied any role, and police accused the Blue Front of it.", "police"),
        ("While Red Dawn denied it, the army has blamed the Blue Front.", "the army"),
        ("Red Dawn denied any role and blamed the Blue Front.", "Red Dawn"),
        ("Red Dawn rejected the charge, blaming the Blue Front.", "Red Dawn"),
        ("Ana Hale denied that the army had fired and blamed the Blue Front.", "Ana Hale"),
        ("The mayor, Ana Hale, blamed the Blue Front.", "Ana Hale"),
        ("Ana Hale, a lawyer for the families, accused the Blue Front of it.", "Ana Hale"),
        ("An army officer who asked not to be named blamed the Blue Front.", "An army officer"),
        ("Three attacks were blamed on the Blue Front by the army.", "the army"),
        ("The Blue Front was blamed by residents for the fire.", "residents"),
        ("Three died in a bombing that officials have blamed on the Blue Front.", "officials"),
        ("Three died in attacks blamed on the Blue Front.", ""),
        ("Three died in raids attributed to the Blue Front.", ""),
        ("The minister said that the Blue Front was to blame.", ""),
        ("It is the Red Dawn that wants to blame the Blue Front.", ""),
    ],
)  # fmt: skip
def test_who_blames_is_the_subject_of_the_verb(text: str, who: str) -> None:
    names = [name for name in ("Red Dawn", "Ana Hale") if name in text]
    assert who_blames(text, "Blue Front", *names) == who


def test_each_of_two_blames_the_other() -> None:
    text = "Residents blamed the army for the shelling, while the army blamed the rebels."
    assert who_blames(text, "rebels") == "the army"
    assert who_blames(text[: text.index(",")] + ".", "army") == "Residents"


def test_it_blamed_means_who_spoke_before() -> None:
    text = "Ten people were killed, the ministry said. It blamed the Blue Front."
    assert who_blames(text, "Blue Front") == "the ministry"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Red Dawn denied involvement in the bombing, and the government blamed the Blue Front.",
            {("denied", "Red Dawn", "Red Dawn"), ("blamed", "the Blue Front", "the government")},
        ),
        (
            "Red Dawn claimed the bombing, but the government blamed the Blue Front.",
            {("claimed", "Red Dawn", "Red Dawn"), ("blamed", "the Blue Front", "the government")},
        ),
        (
            "Police blamed Red Dawn for the bombing, which denied involvement.",
            {("blamed", "Red Dawn", "Police")},
        ),
    ],
)
def test_a_claim_a_denial_and_a_blame_of_one_sentence_have_each_their_speaker(
    text: str, told: set[tuple[str, str, str]]
) -> None:
    claims = read_sentence(text, "responsibility", title="Bomb kills three in Lodva")
    assert {
        (c.value.code, c.value.text, c.speaker.name) for c in claims if isinstance(c.value, Label)
    } >= told
