"""Numbers that stand alone against the headlines."""

import pytest
from tests.settle.rows import Book


@pytest.mark.parametrize(
    "headlines", [("Officer killed at lake",), ("Guest killed at lake", "78-year-old found dead at lake")]
)
def test_a_headline_on_one_officer_or_on_each_of_two_holds_against_no_number(
    headlines: tuple[str, ...],
) -> None:
    book = Book()
    for headline in headlines:
        book.say("north", 5, "killed 1", headline, who=headline.split(" ")[0], headline=True)
    book.say("north", 5, "police: killed 2", "the man killed two people", who="two people")
    finding = book.finding("killed")
    assert finding is not None
    assert finding.best == 2
