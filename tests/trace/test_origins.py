"""What a report repeats at first hand."""

from sayso.model import Copy
from sayso.trace import first_hand


def a_copy(report: str, of: str, kind: str = "edited") -> Copy:
    return Copy(report_id=report, of=of, kind=kind)  # type: ignore[arg-type]


def test_a_copy_of_a_copy_is_shown_as_a_copy_of_the_origin() -> None:
    copies = [a_copy("b", "a"), a_copy("c", "b"), a_copy("c", "a"), a_copy("c", "AP", "credited")]
    assert [(copy.report_id, copy.of) for copy in first_hand(copies)] == [("b", "a"), ("c", "AP"), ("c", "a")]


def test_what_stood_only_in_the_reprint_is_a_copy_of_the_reprint() -> None:
    copies = [a_copy("b", "a"), a_copy("c", "b")]
    assert first_hand(copies) == tuple(copies)
