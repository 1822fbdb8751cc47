"""Which sentence is shown beside a figure."""

from tests.settle.rows import Book

from sayso.casebook.quoting import best_quote
from sayso.model import Quote


def test_beside_who_was_found_stand_the_words_by_which_they_were() -> None:
    book = Book()
    book.say("north", 0, "police: missing 2", "two workers are missing")
    found = book.say("south", 1, "killed 2", "the two workers were found dead", who="two workers")
    reports = book.reports
    quoted = {
        claim.id: Quote(claim=claim, report=reports[key], sentence=claim.span.quote, start=0, end=1)
        for claim, key in zip(book.claims, ("north@0", "south@1"), strict=True)
    }
    finding = book.finding("missing")
    assert finding is not None
    shown = best_quote(finding, quoted)
    assert shown is not None
    assert shown.claim.id == found.id


def test_what_a_report_says_is_quoted_before_what_another_repeats_of_it() -> None:
    book = Book()
    first = book.say("wire", 0, "police: detained 1", "a man was arrested")
    copied = book.say("north", 1, "police: detained 1", "a man was arrested")
    reports = book.reports
    finding = book.finding("detained")
    assert finding is not None
    for repeated_by, expected in (((), copied), ((reports["north@1"].id,), first)):
        quoted = {
            first.id: Quote(
                claim=first,
                report=reports["wire@0"],
                sentence=first.span.quote,
                start=0,
                end=1,
                repeated_by=repeated_by,
            ),
            copied.id: Quote(
                claim=copied, report=reports["north@1"], sentence=copied.span.quote, start=0, end=1
            ),
        }
        shown = best_quote(finding, quoted)
        assert shown is not None
        assert shown.claim.id == expected.id
