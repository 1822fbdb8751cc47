from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.conftest import PlainReader, a_report
from tests.store.homes import HOMES, a_home

from sayso.casebook import Casebook
from sayso.model import Count, Moment, Place, Reading, Report

ADA: Any = {"by": "Ada", "why": "I rang them"}


@pytest.fixture(params=HOMES)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Casebook]:
    """A shooting whose dead are disputed, and a fire in the same town on the same evening."""
    with a_home(request.param, tmp_path) as home, Casebook.open(home, PlainReader()) as opened:
        opened.add(
            [
                a_report("A shooting in Lyon. 3 killed, police said.", by="Gazette"),
                a_report("A shooting in Lyon. 8 killed, hospital said.", by="Herald"),
                a_report("A fire in Lyon. 2 injured, police said.", by="Wire", hour=1),
            ]
        )
        yield opened


def near(book: Casebook) -> list[set[str]]:
    return [{miss.left.incident.kind, miss.right.incident.kind} for miss in book.review().near]


def doubts(book: Casebook) -> list[tuple[str, str]]:
    return [(doubt.why, doubt.finding.slot) for doubt in book.review().doubts]


def test_two_incidents_that_nearly_were_one_are_offered_until_somebody_says_what_they_are(
    book: Casebook,
) -> None:
    (miss,) = book.review().near
    assert near(book) == [{"shooting", "fire"}]
    assert -1.5 <= miss.link.score < 0
    assert miss.link.reasons
    judged = book.judge(miss.link.left, miss.link.right, same=False, **ADA)
    assert near(book) == []
    book.take_back(judged.id, **ADA)
    assert near(book) == [{"shooting", "fire"}]


def test_what_is_not_an_incident_is_not_offered(book: Casebook) -> None:
    book.dismiss(book.review().near[0].link.right, **ADA)
    assert near(book) == []


def test_a_dispute_is_offered_with_both_sides_until_its_claims_are_judged(book: Casebook) -> None:
    (doubt,) = [one for one in book.review().doubts if one.head.incident.kind == "shooting"]
    assert (doubt.why, doubt.finding.slot) == ("disputed", "killed")
    assert {quote.claim.value for quote in doubt.quotes} == {Count(low=3, high=3), Count(low=8, high=8)}
    judged = [book.judge_claim(quote.claim.id, right=True, **ADA) for quote in doubt.quotes]
    assert doubts(book) == []
    book.take_back(judged[0].id, **ADA)
    assert doubts(book) == [("disputed", "killed")]


class Doubting(PlainReader):
    """Takes what hospitals say for possible only."""

    def read(self, report: Report) -> Reading:
        reading = super().read(report)
        claims = (
            replace(c, certainty="possible" if c.speaker.name == "hospital" else "certain")
            for c in reading.claims
        )
        return replace(reading, claims=tuple(claims))


def test_a_figure_beside_which_more_are_possible_is_offered() -> None:
    with Casebook.open(":memory:", Doubting()) as opened:
        opened.add(
            [
                a_report("A shooting in Lyon. 3 killed, police said.", by="Gazette"),
                a_report("A shooting in Lyon. 8 killed, hospital said.", by="Herald"),
            ]
        )
        assert doubts(opened) == [("possible", "killed")]
        (doubt,) = opened.review().doubts
        opened.judge_claim(doubt.quotes[0].claim.id, right=True, **ADA)
        assert doubts(opened) == []


def test_the_queue_is_as_short_as_one_asks(book: Casebook) -> None:
    assert book.review(0).near == ()
    assert book.review(0).doubts == ()
    assert len(book.review(1).doubts) == 1


def test_a_record_tells_what_each_voice_said_and_what_nobody_tells(book: Casebook) -> None:
    ref = next(h.incident.id for h in book.incidents() if h.incident.kind == "shooting")
    record = book.incident(ref, courses=True)
    assert [(c.voice, [(s.low, s.report_id) for s in c.steps]) for c in record.courses] == [
        ("police", [(3, "gazette-0")]), ("hospital", [(8, "herald-0")]),
    ]  # fmt: skip
    assert record.unknown == ("injured", "suspect", "weapon", "responsibility", "motive")
    assert isinstance(record.incident.place, Place)
    assert isinstance(record.incident.happened, Moment)
    assert book.incident(ref).courses == ()
    assert book.moments(ref) == tuple(report.received_at for report in record.reports)
    assert book.report_of(record.courses[0].steps[0].claim_id) == "gazette-0"
