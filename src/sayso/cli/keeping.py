"""The commands that look after a book: forget."""

from sayso.casebook import Casebook
from sayso.cli.paper import Paper
from sayso.cli.printing import print_json, remark

__all__ = ["forget"]


def forget(path: str, report: str, by: str, reason: str, as_json: bool) -> None:
    """Drop the words of a report, and name the reports that repeat them."""
    with Casebook.open(path, create=False) as book:
        told = book.forget(report, why=reason, by=by)
        repeats = book.repeated_by(report)
    if as_json:
        print_json(told)
    else:
        Paper().line(
            f"{told.report_id}: forgotten; the digest of its words, {told.digest}, and the reason stay"
        )
    if repeats:
        remark(f"these repeat passages of it, and still have them: {', '.join(repeats)}")
