"""Which reports repeat which, passage by passage."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.model import Report, source_of
from sayso.trace import compare, fingerprint
from sayso.trace.prose import places, prose

LEDE = "A bus carrying forty pilgrims left the road above Tarvo on Sunday and fell into the river below."
SECOND = (
    "Divers searched the cold water until dark while relatives waited at the small chapel on the far bank."
)
THIRD = (
    "The driver had complained about the brakes to the owner of the line two days before, his brother said."
)
OWN = "Our correspondent saw three ambulances leave the village shortly after noon with sirens off."
FURNITURE = (
    "Sign in with your account to leave a comment and subscribe to our morning newsletter for free today."
)


def a_report(name: str, *sentences: str, day: int | None = 1, outlet: str = "north.example") -> Report:
    published = datetime(2024, 5, day, tzinfo=UTC) if day else None
    return Report(id=name, source=source_of(outlet), text="\n".join(sentences), published_at=published)


@pytest.mark.parametrize(
    ("earlier", "later", "kind"),
    [
        ([LEDE, SECOND, THIRD], [LEDE, SECOND, THIRD], "verbatim"),
        ([LEDE, SECOND, THIRD], [FURNITURE, LEDE, SECOND, THIRD], "verbatim"),
        ([LEDE, SECOND, THIRD], [OWN, LEDE, "Nobody has said why."], "edited"),
        ([LEDE, SECOND], [OWN, THIRD], None),
        ([FURNITURE, LEDE], [FURNITURE, OWN], None),
        ([f'"{LEDE}", the mayor said.'], [OWN, THIRD, f'"{LEDE}", the mayor said.'], None),
        ([f'"{LEDE}", the mayor said.', SECOND], [OWN, THIRD, f"The mayor's statement: {LEDE}"], None),
        (
            [f"{LEDE} — Ann Hale (@annhale) May 5, 2024"],
            [OWN, f"{LEDE} — Ann Hale (@annhale) May 5, 2024"],
            None,
        ),
    ],
)
def test_a_shared_sentence_is_a_copy_and_shared_furniture_a_shared_quotation_or_post_is_none(
    earlier: list[str], later: list[str], kind: str | None
) -> None:
    copy = compare(a_report("a", *earlier), a_report("b", *later, day=2))
    assert (copy.kind if copy else None) == kind


def test_the_later_report_repeats_the_earlier_whichever_arrives_first() -> None:
    early, late = a_report("z", LEDE, SECOND), a_report("a", LEDE, SECOND, day=3)
    assert compare(early, late) == compare(late, early)
    copy = compare(late, early)
    assert copy is not None
    assert (copy.report_id, copy.of) == ("a", "z")


def test_a_report_without_a_day_repeats_the_one_that_has_one() -> None:
    copy = compare(a_report("a", LEDE, SECOND, day=None), a_report("b", LEDE, SECOND))
    assert copy is not None
    assert (copy.report_id, copy.of) == ("a", "b")


def test_a_passage_holds_the_same_words_in_both_reports() -> None:
    origin, later = a_report("a", OWN, LEDE), a_report("b", THIRD, LEDE, SECOND, day=2)
    copy = compare(origin, later)
    assert copy is not None
    for passage in copy.passages:
        assert later.text[passage.start : passage.end] == origin.text[passage.of_start : passage.of_end]
    assert 0.25 < copy.overlap < 0.45


def test_a_sentence_with_a_word_changed_is_still_the_same_passage() -> None:
    changed = LEDE.replace("forty pilgrims", "forty elderly pilgrims").replace("fell into", "plunged into")
    copy = compare(a_report("a", OWN, LEDE), a_report("b", changed, THIRD, day=2))
    assert copy is not None
    assert len(copy.passages) == 1


@given(
    st.lists(st.sampled_from([LEDE, SECOND, OWN, FURNITURE, "İzmit counts its dead.", "Photo: Ann Ilk", ""]))
)
def test_the_words_of_prose_are_those_of_its_sentences_and_stand_where_they_stand(lines: list[str]) -> None:
    text = "\n".join(lines)
    told = [word for line in lines if line[-1:] == "." and line != FURNITURE for word in line[:-1].split()]
    where = places(text)
    assert [text[start:end] for start, end in zip(where.starts, where.ends, strict=True)] == told
    assert [word.replace("İ", "I").lower() for word in told] == list(prose(text))


def test_a_sentence_that_a_report_tells_twice_is_found_at_both_places() -> None:
    origin, later = a_report("a", LEDE, OWN), a_report("b", LEDE, SECOND, LEDE, day=2)
    copy = compare(origin, later)
    assert copy is not None
    assert [later.text[passage.start : passage.end] for passage in copy.passages] == [LEDE[:-1]] * 2


def test_of_one_day_an_official_page_is_the_origin() -> None:
    page, story = a_report("z", LEDE, outlet="police.tarvo.gov"), a_report("a", LEDE, SECOND)
    copy = compare(page, story)
    assert copy is not None
    assert (copy.report_id, copy.of) == ("a", "z")


def test_a_later_version_of_a_page_is_no_copy() -> None:
    old = a_report("a", LEDE, SECOND)
    new = Report(id="b", text=old.text, published_at=datetime(2024, 5, 2, tzinfo=UTC), replaces="a")
    assert compare(old, new) is None


def test_nor_is_the_version_after_it() -> None:
    old = replace(a_report("a", LEDE, SECOND), url="https://north.example/1")
    third = replace(
        old, id="c", text=f"{LEDE} {OWN}", published_at=datetime(2024, 5, 3, tzinfo=UTC), replaces="b"
    )
    assert compare(old, third) is None
    assert compare(old, replace(third, url="https://north.example/2")) is not None


@given(st.permutations([LEDE, SECOND, THIRD, OWN]), st.integers(0, 4), st.integers(0, 4))
def test_reports_that_are_copies_share_a_fingerprint(sentences: list[str], some: int, others: int) -> None:
    left, right = a_report("a", *sentences[:some]), a_report("b", *sentences[4 - others :], day=2)
    if compare(left, right):
        assert fingerprint(left) & fingerprint(right)


def test_fingerprints_fit_a_signed_64_bit_column_and_never_change() -> None:
    hashes = fingerprint(a_report("a", LEDE))
    assert hashes
    assert all(0 <= value < 2**63 for value in hashes)
    assert min(hashes) == min(fingerprint(a_report("b", LEDE, day=None)))


def test_a_report_without_words_has_no_fingerprint() -> None:
    assert fingerprint(a_report("a", "")) == frozenset()
    assert compare(a_report("a", ""), a_report("b", "", day=2)) is None
