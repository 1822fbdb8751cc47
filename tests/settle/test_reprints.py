"""A reprint is no news: what it repeats is as old as its origin, and lends it no second voice."""

import msgspec
from tests.settle.rows import Book, shown, told

from sayso.model import Copy, Count, Passage


def reprinted(book: Book, report: str, of: str) -> None:
    """Note that one report repeats all of another."""
    size = 100 * len(book.claims) + 100
    passage = Passage(start=0, end=size, of_start=0, of_end=size)
    book.copies.append(Copy(report_id=report, of=of, kind="verbatim", passages=(passage,), overlap=1.0))


def test_a_figure_that_is_reprinted_does_not_come_back_over_a_later_one() -> None:
    rows = [
        ("wire", 0, "police: injured 12"),
        ("north", 1, "hospital: injured 19"),
        ("south", 2, "police: injured 12"),
    ]
    book = told(rows)
    assert shown(book.finding("injured")) == "12|12|19 disputed 1"
    reprinted(book, "south@2", "wire@0")
    assert shown(book.finding("injured")) == "19|19|19 single 1"


def test_what_a_reprint_says_otherwise_is_its_own_and_new() -> None:
    book = told([("wire", 0, "police: killed 2"), ("north", 1, "killed 3"), ("south", 2, "police: killed 4")])
    reprinted(book, "south@2", "wire@0")
    assert shown(book.finding("killed")) == "4|4|4 single 1"


def test_an_outlet_that_repeats_itself_says_it_anew() -> None:
    book = told(
        [
            ("wire", 0, "police: injured 12"),
            ("north", 1, "hospital: injured 9"),
            ("wire", 2, "police: injured 12"),
        ]
    )
    reprinted(book, "wire@2", "wire@0")
    assert shown(book.finding("injured")) == "12|12|12 single 1"


def test_what_is_only_corrected_later_makes_no_reprint_old() -> None:
    book = told([("wire", 0, "police: killed 2"), ("north", 1, "killed 3"), ("south", 2, "police: killed 4")])
    reprinted(book, "south@2", "wire@0")
    misread = book.claims[0]
    book.claims.append(msgspec.structs.replace(misread, id="by-hand", value=Count(low=4, high=4), by="Ada"))
    assert shown(book.finding("killed")) == "4|4|4 single 1"
