from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import EVENING, PlainReader, a_report, a_story
from tests.store.homes import HOMES, a_home

from sayso.casebook import Casebook
from sayso.errors import NotFoundError, StoreError
from sayso.model import Count, Label

LYON = [
    a_report(a_story("Lyon", f"{number} killed, {who} said"), hour=at, by=by)
    for at, (number, who, by) in enumerate(
        [(2, "police", "Gazette"), (4, "hospital", "Herald"), (4, "we", "Post")]
    )
]
LEEDS = a_report(a_story("Leeds", "1 killed, we said"), hour=4, by="Wire")
ADA: Any = {"by": "Ada", "why": "I rang them"}


@pytest.fixture(params=HOMES)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Casebook]:
    """Three reports on one incident, one on another, on each database."""
    with a_home(request.param, tmp_path) as home, Casebook.open(home, PlainReader()) as opened:
        opened.add([*LYON, LEEDS])
        yield opened


def lyon(book: Casebook) -> tuple[str, ...]:
    return next(h.incident.account_ids for h in book.incidents() if h.incident.kind == "shooting")


def claim_of(book: Casebook, report_id: str) -> str:
    grounds = book.why(lyon(book)[0], "killed")
    quotes = (quote for g in grounds for quote in (*g.support, *g.rivals, *g.trail))
    return next(quote.claim.id for quote in quotes if quote.report.id == report_id)


def best(book: Casebook, as_of: timedelta | None = None) -> int | None:
    record = book.incident(lyon(book)[0], as_of if as_of is None else EVENING + as_of)
    return next((f.best for f in record.findings if f.slot == "killed"), None)


def test_a_claim_judged_wrong_stands_behind_nothing_until_that_is_taken_back(book: Casebook) -> None:
    before = best(book)
    hospital, we = (claim_of(book, report.id) for report in LYON[1:])
    for claim in (hospital[:8], we):
        judgement = book.judge_claim(claim, right=False, **ADA, now=EVENING + timedelta(hours=9))
    assert (judgement.left, judgement.right, judgement.verdict) == (we, None, "wrong")
    assert best(book) == 2
    assert best(book, timedelta(hours=8)) == before
    for claim in (hospital, we):
        book.judge_claim(claim, right=None, by="Eve", why="they rang back")
    assert best(book) == before
    assert [(j.by, j.superseded_at is None) for j in book.judgements()] == [
        ("Ada", False), ("Ada", False), ("Eve", True), ("Eve", True),
    ]  # fmt: skip
    assert list(book.check()) == []


def test_of_rivals_the_claim_judged_right_is_reported_and_the_judgement_is_what_caused_it() -> None:
    with Casebook.open(":memory:", PlainReader()) as book:
        told = [("3", "police", "Gazette"), ("5", "hospital", "Herald")]
        book.add(a_report(a_story("Lyon", f"{n} killed, {who} said"), by=by) for n, who, by in told)
        (before,) = book.why(lyon(book)[0], "killed")
        (rival,) = before.rivals
        judgement = book.judge_claim(rival.claim.id, right=True, **ADA)
        (after,) = book.why(lyon(book)[0], "killed")
        assert after.finding.best != before.finding.best
        assert [quote.claim.id for quote in after.support] == [rival.claim.id]
        record = book.incident(lyon(book)[0])
        assert record.judgements == (judgement,)
        assert judgement.id in record.revisions[-1].because


@pytest.mark.parametrize("at", [0, 1, 2])
def test_any_account_can_be_split_off_and_the_rest_stays(book: Casebook, at: int) -> None:
    members = lyon(book)
    judgement, *_ = book.split(members[at], **ADA)
    apart = {h.incident.account_ids for h in book.incidents() if h.incident.kind == "shooting"}
    rest = tuple(member for member in members if member != members[at])
    assert apart == {rest, (members[at],)}
    book.take_back(judgement.id[:8], **ADA)
    assert lyon(book) == members
    assert list(book.check()) == []


def test_an_account_can_be_moved_and_moved_back(book: Casebook) -> None:
    members = lyon(book)
    leeds = next(h.incident.id for h in book.incidents() if h.incident.kind == "fire")
    *parted, joined = book.move(members[1], leeds, **ADA)
    assert {judgement.verdict for judgement in parted} == {"different"}
    assert joined.verdict == "same"
    assert set(book.incident(leeds).incident.account_ids) == {members[1], leeds}
    assert book.incident(members[0]).incident.account_ids == (members[0], members[2])
    book.move(members[1], members[0], **ADA)
    assert book.incident(members[0]).incident.account_ids == members
    assert book.incident(leeds).incident.account_ids == (leeds,)
    assert list(book.check()) == []


def test_two_incidents_judged_one_keep_all_their_reports_until_that_is_taken_back(book: Casebook) -> None:
    members = lyon(book)
    leeds = next(h.incident.id for h in book.incidents() if h.incident.kind == "fire")
    book.add([a_report(a_story("Leeds", "2 killed, police said"), hour=5, by="Post")])
    fire = book.incident(leeds).incident.account_ids
    judgement = book.judge(members[0], leeds, same=True, **ADA)
    assert set(book.incident(members[0]).incident.account_ids) == {*members, *fire}
    assert list(book.check()) == []
    book.take_back(judgement.id, **ADA)
    assert lyon(book) == members
    assert book.incident(leeds).incident.account_ids == fire


def test_what_cannot_be_judged_is_refused(book: Casebook) -> None:
    leeds = next(h.incident.id for h in book.incidents() if h.incident.kind == "fire")
    with pytest.raises(StoreError, match="alone in its incident"):
        book.split(leeds, **ADA)
    with pytest.raises(StoreError, match="already"):
        book.move(leeds, leeds, **ADA)
    with pytest.raises(NotFoundError, match="no such claim"):
        book.judge_claim("abc", right=True, **ADA)
    with pytest.raises(NotFoundError, match="0 judgements begin so"):
        book.take_back("abcdef", **ADA)
    with pytest.raises(StoreError, match="say who and why"):
        book.split(leeds, by="Ada", why=" ")
    assert book.judgements() == ()


def test_an_account_is_split_off_from_an_incident_of_many(book: Casebook) -> None:
    many = [a_report(a_story("Lyon", "4 killed, we said"), hour=3, by=f"Outlet {at}") for at in range(80)]
    book.add(many)
    odd = book.incident(lyon(book)[0]).incident.account_ids[40]
    book.split(odd, **ADA)
    assert book.incident(odd).incident.account_ids == (odd,)


def test_a_correction_stands_beside_what_was_read_and_can_be_taken_back(book: Casebook) -> None:
    before, read = best(book), claim_of(book, LYON[1].id)
    wrong, right = book.correct(read, Count(low=7, high=7), **ADA, now=EVENING + timedelta(hours=9))
    assert (wrong.left, wrong.verdict, right.verdict) == (read, "wrong", "right")
    assert best(book) == 7
    assert best(book, timedelta(hours=8)) == before
    sheet = book.report(LYON[1].id)
    assert {(c.id, c.by) for c in sheet.claims if c.slot == "killed"} == {(read, None), (right.left, "Ada")}
    assert list(book.check()) == []
    book.take_back(right.id, by="Eve", why="it is 4 after all")
    assert best(book) == before
    assert list(book.check()) == []


def test_a_correction_outlasts_a_better_reader_and_is_forgotten_with_its_report(book: Casebook) -> None:
    read = claim_of(book, LYON[1].id)
    book.correct(read, Count(low=7, high=7), **ADA, now=EVENING + timedelta(hours=9))
    with Casebook(book.store, PlainReader(version="2", blind_to="injured")) as newer:
        newer.read_again(now=EVENING + timedelta(hours=10))
        assert best(newer) == 7
        newer.forget(LYON[1].id, **ADA)
        assert "Ada" not in repr(newer.report(LYON[1].id).claims)
        assert list(newer.check()) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Label(text="seven"), "takes a number"),
        (Count(low=4, high=4), "says already"),
        (Count(low=9, high=3), "the first is not the higher"),
        (Count(), "give a number"),
    ],
)
def test_a_correction_must_say_something_else_of_the_same_sort(
    book: Casebook, value: Count | Label, words: str
) -> None:
    with pytest.raises(StoreError, match=words):
        book.correct(claim_of(book, LYON[1].id), value, **ADA)


def test_a_correction_and_a_rejection_also_hold_where_the_words_are_reprinted() -> None:
    told = "People who had been inside ran out of the old market hall by its back door and hid in a bakery"
    wire = a_story("Lyon", "3 killed, police said", told)
    with Casebook.open(":memory:", PlainReader()) as book:
        book.add(a_report(wire, hour=at, by=by) for at, by in enumerate(("Wire", "Gazette", "Herald")))
        claim = claim_of(book, "wire-0")
        assert len(book.correct(claim, Count(low=5, high=5), **ADA)) == 6
        assert best(book) == 5
        book.judge_claim(claim, right=None, reprints=True, by="Eve", why="no")
        book.judge_claim(claim, right=False, reprints=True, by="Eve", why="no")
        wrong = {j.left for j in book.judgements() if j.verdict == "wrong" and j.superseded_at is None}
        assert len(wrong) == 3


def test_what_is_no_incident_leaves_the_list_until_that_is_taken_back(book: Casebook) -> None:
    founder = lyon(book)[0]
    judged = book.dismiss(founder[:8], **ADA, now=EVENING + timedelta(hours=9))
    assert [h.incident.id for h in book.incidents() if h.incident.id == founder] == []
    assert [h.dismissed for h in book.incidents(background=True) if h.incident.id == founder] == [True]
    assert founder in [h.incident.id for h in book.incidents(EVENING + timedelta(hours=8))]
    assert book.incident(founder).dismissal == judged
    assert list(book.check()) == []
    book.take_back(judged.id, by="Eve", why="it is one")
    assert book.incident(founder).dismissal is None
    assert founder in [h.incident.id for h in book.incidents()]


def test_a_claim_whose_words_were_forgotten_cannot_be_judged(book: Casebook) -> None:
    told = a_report(a_story("Lyon", "3 killed, police said"))
    book.add([told])
    claim = book.report(told.id).claims[0].id
    book.forget(told.id, why="a takedown", by="Jo")
    with pytest.raises(NotFoundError, match="no such claim"):
        book.judge_claim(claim, right=False, by="Jo", why="misread")
