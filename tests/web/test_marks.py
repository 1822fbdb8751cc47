import random
from itertools import pairwise

import pytest
from tests.conftest import a_claim, a_report

from sayso.model import Claim, Passage, Span
from sayso.trace.editions import difference
from sayso.web import marks

TEXT = "A gunman killed four people in Trieste.\n\nHe fled, police said."


def a_mark(start: int, end: int, slot: str = "killed", text: str = TEXT) -> Claim:
    return a_claim("a", slot, 1, span=Span(start=start, end=end, quote=text[start:end]))


def cut(*claims: Claim, text: str = TEXT) -> list[list[marks.Piece]]:
    (part,) = marks.parts(text, claims)
    return marks.pieces(text, part)


def test_a_text_without_claims_stays_as_it_is() -> None:
    assert [[piece.text for piece in paragraph] for paragraph in cut()] == [
        ["A gunman killed four people in Trieste."], ["He fled, police said."],
    ]  # fmt: skip


def test_claims_inside_each_other_and_across_each_other_are_all_marked() -> None:
    outer, inner, across = a_mark(0, 27), a_mark(9, 20, "injured"), a_mark(16, 38, "missing")
    (first, _) = cut(outer, inner, across)
    assert [(piece.text, [c.slot for c in piece.claims]) for piece in first] == [
        ("A gunman ", ["killed"]),
        ("killed ", ["killed", "injured"]),
        ("four", ["killed", "injured", "missing"]),
        (" people", ["killed", "missing"]),
        (" in Trieste", ["missing"]),
        (".", []),
    ]
    assert [c.slot for piece in first for c in piece.begin] == ["killed", "injured", "missing"]


def test_repeated_passages_are_told_apart_from_the_rest() -> None:
    (part,) = marks.parts(TEXT, [])
    copied = [Passage(start=2, end=15, of_start=0, of_end=13)]
    (first, _) = marks.pieces(TEXT, part, copied)
    assert [(piece.text, piece.copied) for piece in first] == [
        ("A ", False), ("gunman killed", True), (" four people in Trieste.", False),
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_however_claims_lie_every_word_is_there_once_and_every_claim_begins_once(seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(dice.choice("ab é🙂\n") for _ in range(300))
    places = [(start, start + dice.randint(1, 60)) for start in (dice.randrange(299) for _ in range(40))]
    claims = sorted(
        {a_mark(a, min(b, 300), text=text) for a, b in places}, key=lambda c: (c.span.start, -c.span.end)
    )
    paragraphs = cut(*claims, text=text)
    told = "".join(piece.text for paragraph in paragraphs for piece in paragraph)
    assert [c for c in told if not c.isspace()] == [c for c in text if not c.isspace()]
    begun = [c.id for paragraph in paragraphs for piece in paragraph for c in piece.begin]
    assert len(begun) == len(set(begun))
    assert set(begun) == {claim.id for claim in claims}


@pytest.mark.parametrize(("length", "count"), [(1_000_000, 0), (1_000_000, 10_000), (30_000, 10_000)])
def test_no_part_is_larger_than_a_page_can_carry_and_nothing_is_lost(length: int, count: int) -> None:
    text = ("words " * (length // 6 + 1))[:length]
    starts = [at * (length - 1) // max(1, count) for at in range(count)]
    claims = [a_mark(start, min(length, start + 400), text=text) for start in starts]
    parts = marks.parts(text, claims)
    assert (parts[0].start, parts[-1].end) == (0, length)
    assert all(before.end == after.start for before, after in pairwise(parts))
    assert all(part.end - part.start <= marks.MOST_SIGNS for part in parts)
    assert sum(len(part.claims) for part in parts) == count
    assert all(len(part.claims) <= marks.MOST_CLAIMS for part in parts)


def test_versions_differ_by_sentences_with_what_went_out_and_came_in() -> None:
    before = a_report("Two people died. Police came. The road is shut.")
    after = a_report("Four people died. Police came. The road is shut.", hour=1, replaces=before.id)
    assert marks.edited(difference(after, before), after, before) == [
        marks.Edited("text", (("out", "Two"), ("in", "Four"), ("same", " people died.")))
    ]
