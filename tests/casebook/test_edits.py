"""How one list of words is made from another."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.casebook.edits import NEAR, Edits, edited, edits

LISTS = st.lists(st.sampled_from("abcdefg"), max_size=12)
MANY = [f"w{number}" for number in range(4 * NEAR)]


@given(LISTS, LISTS, LISTS)
def test_edits_one_after_the_other_make_each_list(one: list[str], other: list[str], last: list[str]) -> None:
    assert edited(one, []) == one
    assert edited(one, [edits(one, other)]) == other
    assert edited(one, [edits(one, other), edits(other, last)]) == last


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (MANY, Edits(len(MANY), (0, len(MANY)), ())),
        (MANY[1:], Edits(len(MANY), (1, len(MANY) - 1), ())),
        (["new", *MANY], Edits(len(MANY), (0, -1, 0, len(MANY)), ("new",))),
        ([*MANY, "new", "newer"], Edits(len(MANY), (0, len(MANY), 0, -2), ("new", "newer"))),
        (MANY[200:] + MANY[:200], Edits(len(MANY), (200, 56, -256, 200), ())),
        ([], Edits(len(MANY), (), ())),
    ],
)
def test_what_is_nearly_the_same_takes_few_edits(target: list[str], expected: Edits) -> None:
    assert edits(MANY, target) == expected
    assert edited(MANY, [expected]) == target


@pytest.mark.parametrize(
    "wrong",
    [
        Edits(2, (0, 2), ()),
        Edits(3, (0, 4), ()),
        Edits(3, (-1, 2), ()),
        Edits(3, (2, 1, -9, 1), ()),
        Edits(3, (0, -2), ("d",)),
        Edits(3, (0, 1), ("d",)),
    ],
)
def test_edits_of_another_list_make_none(wrong: Edits) -> None:
    assert edited(["a", "b", "c"], [wrong]) is None


def test_edits_are_kept_as_a_short_list() -> None:
    packed = msgspec.json.encode(edits(MANY, [*MANY[:9], "new", *MANY[10:]]))
    assert packed == b'[256,[0,9,0,-1,1,246],["new"]]'
    assert msgspec.json.decode(packed, type=Edits) == Edits(256, (0, 9, 0, -1, 1, 246), ("new",))
