"""Whole words of a report for the word pieces that are tagged."""

import pytest

from sayso.model import Report
from sayso.read.tagging.pieces import Window


@pytest.mark.parametrize(
    ("words", "tagged", "whole"),
    [
        ("Police held the carrier's master.", "s master", "carrier's master"),
        ("Police held Hale’s son.", "s son", "Hale’s son"),
        ("Police held the harbourmaster.", "master", "harbourmaster"),
        ("Police held Hale's son.", "'s son", "Hale's son"),
        ("'s son", "s son", "s son"),
        ("Hale's son", "'s", "'s"),
        ("Police held Ugo Bern.", "Ugo", "Ugo"),
    ],
)
def test_tagged_pieces_are_shown_as_whole_words(words: str, tagged: str, whole: str) -> None:
    at = words.index(tagged)
    window = Window(ids=[7], where=[("text", at, at + len(tagged))])
    span = window.span(Report(id="r", text=words), 0, 1)
    assert span is not None
    assert (span.quote, words[span.start : span.end]) == (whole, whole)
