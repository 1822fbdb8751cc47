"""Words that are looked for in whatever case, and remembered."""

import pytest

from sayso.settle.words import tells


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The toll was lowered to four", True),
        ("TOLL RISES", True),
        ("a toll road", True),
        ("tolls were paid", False),
        ("", False),
    ],
)
def test_words_tell_what_a_pattern_says_in_whatever_case(words: str, told: bool) -> None:
    """The second time as the first."""
    tells_a_toll = tells(r"\btoll\b")
    assert tells_a_toll(words) is told
    assert tells_a_toll(words) is told


def test_each_pattern_remembers_for_itself() -> None:
    """The same words tell one thing, and not the other."""
    assert tells("died")("Two have died")
    assert not tells("hurt")("Two have died")
