"""What is told of the reader is of this reader, and the same on the page."""

import msgspec
from tests.conftest import PlainReader
from tools.write_accuracy import PAGE, written

from sayso.read import default_reader
from sayso.read.accuracy import Measured, Score, in_words, measured


def told() -> Measured:
    known = measured()
    assert known is not None
    return known


def test_the_figures_are_of_the_reader_that_reads() -> None:
    reader = default_reader()
    assert (told().reader, told().version) == (reader.name, reader.version), "python -m tools.write_accuracy"
    assert measured(reader) == told()


def test_of_a_reader_that_nobody_measured_nothing_is_told() -> None:
    assert measured(PlainReader()) is None


def test_the_page_has_the_tables_that_were_measured() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert written(page, told()) == page, "python -m tools.write_accuracy"


def test_what_is_told_of_100_is_what_was_measured() -> None:
    score = Score(there=200, right=0.81, found=0.5, f1=0.618, strict=0.309)
    known = msgspec.structs.replace(told(), counts=score, facts=score)
    sentences = list(in_words(known))
    assert "Of 100 numbers of people that it gives, about 81 are in the report" in sentences[1]
    assert "of 100 that are there, it finds about 50" in sentences[1]
    assert any("about 40 are right in full" in sentence for sentence in sentences)


def test_who_reads_the_figures_is_told_that_a_strangers_report_is_read_worse() -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    for words in (page, *list(in_words(told()))[:1]):
        assert "a stranger's report is read a little worse" in words
        assert "0.848" in words
        assert "0.667" in words


def test_the_shares_in_the_pages_sentences_are_those_that_were_measured() -> None:
    shares = told().shares | {"speaker": 0.75}
    counts = msgspec.structs.replace(told().counts, found=0.6)
    page = written(
        PAGE.read_text(encoding="utf-8"), msgspec.structs.replace(told(), shares=shares, counts=counts)
    )
    assert "of 100 numbers that are right, 25 are given to somebody else" in page
    assert "Of 100 numbers 40 are missed" in page


def test_every_share_is_one_and_no_slot_is_left_out() -> None:
    known = told()
    scores = (known.counts, known.facts, *known.slots.values())
    assert all(0 <= share <= 1 for score in scores for share in (score.right, score.found, score.f1))
    assert sum(known.slots[slot].there for slot in known.slots) == known.counts.there + known.facts.there
    assert sum(kind.reports for kind in known.kinds.values()) == known.reports
