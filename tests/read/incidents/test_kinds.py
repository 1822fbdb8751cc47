"""What sort of incident the words of one sentence tell of."""

import pytest

from sayso.read.incidents.kinds import likeliest_kind, text_scores


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was the worst disaster since a Lodva Airlines crash killed 72 people.", "aviation"),
        ("Nine died in the Olva Airways disaster, and 40 in an air crash a year later.", "aviation"),
        ("Two cars collided on the highway and the driver died.", "road"),
        ("A knife was found after the stabbing.", "stabbing"),
        ("A shell hit the market and mortars landed near the school.", "shelling"),
        ("The mayor opened the new library.", None),
    ],
)
def test_the_words_of_a_sentence_tell_its_kind(text: str, kind: str | None) -> None:
    assert likeliest_kind(text_scores(text)) == kind
