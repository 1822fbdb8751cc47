"""What changed from one version of a page to the next, and whether anything did."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import a_report

from sayso.model import Grain, Report
from sayso.trace.editions import difference, new_version, words_of

BEFORE = (
    "Two people died on Tuesday when a cafe burned near the harbour, police said.\n"
    "Twelve others were hurt, according to the hospital.\n"
    "The mayor called it a dark day for a small town that lives from its boats."
)

SAME = [
    ("spacing", BEFORE.replace("\n", "\r\n\n ").replace("a cafe", "a  cafe")),
    ("typography", BEFORE.replace("a dark day", "a dark day")),
    ("time ago", BEFORE + "\nUpdated 5 minutes ago"),
    ("a stamp", BEFORE + "\nLast updated: Tue 3 Mar 2026 18.20 GMT"),
    ("comments", BEFORE + "\n1,204 comments\n3 min read"),
    ("buttons", BEFORE + "\nShare this\nSubscribe to our newsletter.\nMore from the harbour"),
]
DIFFERENT = [
    ("a number", BEFORE.replace("Two", "Three")),
    ("a number in a short line", BEFORE + "\nDeath toll: 3"),
    ("a number beside furniture", BEFORE + "\nCorrection: an earlier version said that 12 had died."),
    ("a sentence more", BEFORE + "\nA man was arrested."),
    ("a sentence less", BEFORE.replace("\nTwelve others were hurt, according to the hospital.", "")),
    ("one word", BEFORE.replace("police said", "a witness said")),
    ("a quoted word", BEFORE.replace("a dark day", "“a dark day”")),
    ("nothing left", ""),
]


@pytest.mark.parametrize(("what", "text"), SAME, ids=[what for what, _ in SAME])
def test_what_nobody_wrote_makes_no_version(what: str, text: str) -> None:
    kept, found = a_report(BEFORE, id="a"), a_report(text, id="b")
    assert words_of(kept) == words_of(found)
    assert difference(found, kept).edits == ()
    assert new_version(kept, found) is None


@pytest.mark.parametrize(("what", "text"), DIFFERENT, ids=[what for what, _ in DIFFERENT])
def test_whatever_was_written_makes_a_version(what: str, text: str) -> None:
    kept, found = a_report(BEFORE, id="a"), a_report(text, id="b")
    assert words_of(kept) != words_of(found)
    version = new_version(kept, found)
    assert version is not None
    assert version.replaces == "a"
    assert version.text == text


def test_words_that_come_back_are_a_version_too() -> None:
    first = a_report(BEFORE, id="a")
    second = new_version(first, a_report(BEFORE.replace("Two", "Three"), id="b"))
    assert second is not None
    third = new_version(second, first)
    assert third is not None
    assert third.text == first.text
    assert len({first.id, second.id, third.id}) == 3
    assert third == new_version(second, first)


def test_a_version_counts_as_published_when_it_was_changed_if_that_is_told() -> None:
    first, found = a_report(BEFORE, id="a"), a_report(BEFORE.replace("Two", "Three"), id="b")
    later = datetime(2024, 3, 1, 21, tzinfo=UTC)
    told: list[tuple[tuple[datetime, Grain] | None, datetime | None]] = [
        (None, found.published_at),
        ((later, "instant"), later),
        ((datetime(2024, 3, 1, tzinfo=UTC), "day"), found.published_at),
    ]
    for updated, published in told:
        version = new_version(first, found, updated)
        assert version is not None
        assert version.published_at == published
        assert version.published_from == ("metadata" if published == later else found.published_from)


def told(later: Report, earlier: Report) -> list[tuple[str, str, str]]:
    """Return the edits as words: what happened, what stands there now, what stood there before."""
    return [
        (
            edit.kind,
            later.field(edit.field)[edit.start : edit.end],
            earlier.field(edit.field)[edit.of_start : edit.of_end],
        )
        for edit in difference(later, earlier).edits
    ]


def test_what_changed_is_told_word_by_word() -> None:
    earlier = a_report(BEFORE, title="Two dead in fire")
    later = a_report(
        "At least three people died on Tuesday when a cafe burned near the harbour, police said.\n"
        "The mayor called it a dark day for a small town that lives from its boats.\n"
        "A cook, 34, was detained at the scene by two officers.",
        title="Three dead in fire, cook held",
    )
    assert told(later, earlier) == [
        ("changed", "Three", "Two"),
        ("added", ", cook held", ""),
        ("changed", "At least three", "Two"),
        ("removed", "", "Twelve others were hurt, according to the hospital."),
        ("added", "A cook, 34, was detained at the scene by two officers.", ""),
    ]


def test_a_passage_that_was_written_anew_is_one_edit() -> None:
    earlier = a_report("The mayor called it a dark day for a town that lives from its boats.")
    later = a_report("Firefighters from three districts fought until dawn to save the old fish market.")
    assert told(later, earlier) == [("changed", later.text, earlier.text)]


def test_what_was_removed_has_a_place_where_it_would_be() -> None:
    earlier = a_report(BEFORE)
    later = a_report(BEFORE.replace("Twelve others were hurt, according to the hospital.\n", ""))
    (edit,) = difference(later, earlier).edits
    assert edit.start == edit.end == later.text.index("\nThe mayor")


def test_the_longest_texts_are_held_against_each_other_in_seconds() -> None:
    earlier = a_report("".join(f"On day {day} {day % 13} boats came. " for day in range(9_000)))
    later = a_report("".join(f"On day {day} {day % 11} boats came. " for day in range(9_000)))
    assert difference(later, earlier).edits


SENTENCES = st.lists(
    st.sampled_from(
        ["Two died.", "Three died.", "He said so.", "12", "Read more", "A “dark” day.", "ü 🙂 ends."]
    ),
    max_size=8,
)


@settings(max_examples=200, deadline=None)
@given(SENTENCES, SENTENCES, st.sampled_from([" ", "\n", "  \n"]))
def test_edits_lie_in_both_texts_in_order_and_are_there_only_when_words_differ(
    ours: list[str], theirs: list[str], between: str
) -> None:
    later, earlier = a_report(between.join(ours), id="b"), a_report(" ".join(theirs), id="a")
    edits = difference(later, earlier).edits
    assert bool(edits) == (words_of(later) != words_of(earlier))
    at, of_at = 0, 0
    for edit in edits:
        assert at <= edit.start <= edit.end <= len(later.text)
        assert of_at <= edit.of_start <= edit.of_end <= len(earlier.text)
        assert (edit.start, edit.of_start) != (edit.end, edit.of_end)
        at, of_at = edit.end, edit.of_end
