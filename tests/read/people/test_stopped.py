import pytest
from tests.read.marks import marked

from sayso.read.people.stopped import is_agent, is_stopped


def place(sentence: str) -> tuple[str, int, int]:
    """Return a sentence and where the people marked <n> stand in it."""
    wanted = marked(sentence)
    ((_, _, words),) = wanted.claims
    start = wanted.text.index(words)
    return wanted.text, start, start + len(words)


@pytest.mark.parametrize(
    "sentence",
    [
        "Police shot dead <n>Marco Brandt, 31</n>, who had stabbed two women at a library.",
        "Guards fatally shot <n>Pavel Novak</n>, 19, after he stabbed three pupils.",
        "Officers killed <n>Lars Holm</n>, who had opened fire at a mall.",
        "Soldiers shot and killed <n>a man</n> who drove a lorry into a market.",
        "<n>He</n> was treated for a broken wrist suffered when passengers overpowered him.",
        "<n>The man</n> cut his hand as two guards tackled him.",
        "<n>Jan Bern, 40</n>, was shot dead by police after he rammed a crowd.",
        "<n>The woman</n> was killed by armed officers when she lunged at a guard.",
    ],
)
def test_whom_police_shot_for_what_he_did_is_no_victim(sentence: str) -> None:
    assert is_stopped(*place(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Police shot and killed <n>a boy</n> who ran from a stolen car.",
        "Police shot dead <n>a teacher</n> who had opposed the government.",
        "Police shot <n>a man</n> who was carrying a toy.",
        "Gunmen shot dead <n>two guards</n> who had opened fire.",
        "<n>A guard</n> was shot dead by gunmen after he opened fire.",
        "<n>He</n> broke his wrist when the gunmen overpowered him.",
        "Officers found <n>a woman</n> who had stabbed her brother.",
    ],
)
def test_who_did_nothing_or_was_shot_by_others_stays_a_victim(sentence: str) -> None:
    assert not is_stopped(*place(sentence))


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("A woman was stabbed by <n>the attacker</n> and died.", True),
        ("A deputy was shot by the <n>suspect</n> and died at the scene.", True),
        ("Three people were shot by <n>a gunman</n> who then killed himself.", False),
        ("A man was killed by <n>the gunman</n>, who was later shot dead.", False),
        ("<n>The attacker</n> was shot by police and died.", False),
    ],
)
def test_by_whom_others_died_has_not_died_of_it(sentence: str, *, agent: bool) -> None:
    assert is_agent(*place(sentence)) is agent
