"""What a report repeats at first hand."""

from datetime import UTC, datetime

from sayso.model import Copy, Passage, Report, source_of
from sayso.trace import first_hand


def a_copy(report: str, of: str, kind: str = "edited") -> Copy:
    return Copy(report_id=report, of=of, kind=kind)  # type: ignore[arg-type]


def test_a_copy_of_a_copy_is_shown_as_a_copy_of_the_origin() -> None:
    copies = [a_copy("b", "a"), a_copy("c", "b"), a_copy("c", "a"), a_copy("c", "AP", "credited")]
    assert [(copy.report_id, copy.of) for copy in first_hand(copies)] == [("b", "a"), ("c", "AP"), ("c", "a")]


def test_what_stood_only_in_the_reprint_is_a_copy_of_the_reprint() -> None:
    copies = [a_copy("b", "a"), a_copy("c", "b")]
    assert first_hand(copies) == tuple(copies)


def test_a_credit_in_a_passage_that_is_repeated_is_the_origins() -> None:
    taken = Copy(
        report_id="b", of="a", kind="edited", passages=(Passage(start=0, end=80, of_start=9, of_end=89),)
    )
    told = Copy(
        report_id="b", of="AFP", kind="credited", passages=(Passage(start=40, end=100, of_start=0, of_end=0),)
    )
    elsewhere = Copy(
        report_id="b", of="AP", kind="credited", passages=(Passage(start=90, end=160, of_start=0, of_end=0),)
    )
    assert [copy.of for copy in first_hand([taken, told])] == ["a"]
    assert [copy.of for copy in first_hand([taken, elsewhere])] == ["AP", "a"]


def test_a_credit_for_all_of_a_text_is_the_origins_where_many_passages_are_repeated() -> None:
    taken = tuple(Passage(start=at, end=at + 20, of_start=at, of_end=at + 20) for at in (0, 40, 80))
    copy = Copy(report_id="b", of="a", kind="edited", passages=taken, overlap=0.5)
    whole = Passage(start=0, end=120, of_start=0, of_end=0)
    told = Copy(report_id="b", of="AP", kind="credited", passages=(whole,), overlap=1.0)
    assert [one.of for one in first_hand([copy, told])] == ["a"]
    long = Passage(start=0, end=400, of_start=0, of_end=0)
    told = Copy(report_id="b", of="AP", kind="credited", passages=(long,), overlap=1.0)
    assert [one.of for one in first_hand([copy, told])] == ["AP", "a"]


def test_who_repeats_the_longer_story_is_shown_as_its_copy_though_both_begin_alike() -> None:
    def share(report: str, of: str, overlap: float) -> Copy:
        return Copy(report_id=report, of=of, kind="edited", overlap=overlap)

    copies = [share("b", "a", 0.2), share("c", "a", 0.25), share("c", "b", 0.9)]
    assert [(copy.report_id, copy.of) for copy in first_hand(copies)] == [("b", "a"), ("c", "b")]
    copies = [share("b", "a", 0.8), share("c", "a", 0.8), share("c", "b", 0.9)]
    assert [(copy.report_id, copy.of) for copy in first_hand(copies)] == [("b", "a"), ("c", "a")]


def a_report(name: str, outlet: str, hour: int) -> Report:
    at = datetime(2026, 3, 1, hour, tzinfo=UTC)
    return Report(id=name, source=source_of(outlet), text="", published_at=at, published_grain="instant")


def test_a_credit_is_to_the_agencys_own_report_where_one_alone_was_there() -> None:
    credit = a_copy("b", "Reuters", "credited")
    own, later = a_report("r", "reuters.com", 8), a_report("s", "reuters.com", 20)
    crediting = a_report("b", "tarvopost.com", 9)
    assert [copy.of for copy in first_hand([credit], [own, crediting, later])] == ["r"]
    assert [copy.of for copy in first_hand([credit], [own, a_report("q", "reuters.com", 7), crediting])] == [
        "Reuters"
    ]
    assert [copy.of for copy in first_hand([credit], [crediting, later])] == ["Reuters"]


def test_a_paper_or_a_broadcaster_is_credited_where_its_report_is_there() -> None:
    own, later = a_report("r", "tarvotimes.com", 7), a_report("s", "tarvotimes.com", 8)
    crediting = a_report("b", "south.example", 9)
    credit = a_copy("b", "Tarvo Times", "credited")
    assert [copy.of for copy in first_hand([credit], [own, crediting])] == ["r"]
    assert [copy.of for copy in first_hand([credit], [own, later, crediting])] == ["s"]
    assert first_hand([credit], [a_report("q", "ostetimes.com", 7), crediting]) == ()
    assert first_hand([credit], [crediting, a_report("t", "tarvotimes.com", 20)]) == ()


def test_whom_the_origin_credits_too_is_credited_by_the_origin() -> None:
    copies = [a_copy("a", "AFP", "credited"), a_copy("b", "a"), a_copy("b", "AFP", "credited")]
    assert [(copy.report_id, copy.of) for copy in first_hand(copies)] == [("a", "AFP"), ("b", "a")]
