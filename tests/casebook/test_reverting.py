"""How a great incident stood at an earlier moment is what settling would give, and need not be settled."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from tests.conftest import EVENING, PlainReader, a_report, a_story

import sayso.settle
from sayso.casebook import Casebook, recording, reverting
from sayso.casebook.edits import edits
from sayso.errors import SaysoError
from sayso.model import Count, encode

BY, WHY = "Ada", "the two towns are one"


@pytest.fixture(autouse=True)
def great_is_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reverting, "GREAT", 2)
    monkeypatch.setattr(reverting, "LEAP", 3)


def at(hour: float) -> datetime:
    return EVENING + timedelta(hours=hour)


def tell(book: Casebook, hour: float, *said: str, city: str = "Lyon", received: float | None = None) -> str:
    """Add a report on a city that is received at an hour; returns its id."""
    when = hour if received is None else received
    report = a_report(a_story(city, *said), hour=hour, by=f"{city} Post", received_at=at(when))
    book.add([report])
    return report.id


def a_long_evening(book: Casebook, hours: int = 12) -> str:
    """Add a report an hour, whose figures go up and down; returns the id of the incident."""
    for hour in range(hours):
        tell(book, hour, f"{hour % 5} killed, police said", f"{hour} injured, we said")
    (head,) = book.incidents()
    return head.incident.id


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Let every record be settled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reverting, "stood", lambda *_: None)
        yield


def shown(book: Casebook, ref: str, as_of: datetime) -> str:
    """Return a record as JSON, or why there is none."""
    try:
        return encode(book.incident(ref, as_of)).decode()
    except SaysoError as error:
        return str(error)


def kept(book: Casebook, ref: str, hour: float) -> bool:
    """Tell whether it is kept how an incident stood."""
    with book.store.view() as view:
        return reverting.stood(view, ref, at(hour)) is not None


def pasts(book: Casebook) -> list[tuple[str, int, int, bytes]]:
    """Return what is kept of all incidents: id, how many changes are undone, the last one's number, word."""
    with book.store.view() as view:
        asked = text("SELECT incident_id, changes, number, word FROM past ORDER BY 1, 2, 3")
        return [(ref, changes, number, word) for ref, changes, number, word in view.connection.execute(asked)]


DEEDS = st.tuples(
    st.sampled_from(
        "add add add add again replace same different open right wrong correct split back".split()
    ),
    st.integers(0, 99),
    st.integers(0, 99),
    st.integers(0, 3),
    st.booleans(),
)
"""What is done: on which of those there are, with which other one, so many hours after the last, or late."""


def do(book: Casebook, deed: str, one: int, other: int, hour: float, number: int) -> None:
    """Do one thing at an hour."""
    with book.store.view() as view:
        accounts = [account.id for account in view.accounts()]
        claims = [claim.id for claim in view.claims_of(accounts)]
        made = [judgement.id for judgement in view.judgements()]
        reports = view.report_ids()
    when = at(hour)
    account, with_other = (accounts[n % len(accounts)] for n in (one, other)) if accounts else ("", "")
    if deed in ("add", "again", "replace") or not claims:
        said = f"{one % 6} {('killed', 'injured')[other % 2]}, {('police', 'hospital', 'we')[other % 3]} said"
        words = (
            a_story(("Lyon", "Leeds")[one % 2], said)
            if deed != "again"
            else a_story("Lyon", "4 killed, we said")
        )
        replaces = reports[one % len(reports)] if deed == "replace" and reports else None
        by, published = ("Gazette", "Herald", "Wire")[other % 3], hour - one / 50
        told = a_report(words, by=by, hour=published, id=f"r{number}", received_at=when, replaces=replaces)
        book.add([told])
    elif deed in ("same", "different", "open"):
        book.judge(
            account, with_other, same={"same": True, "different": False}.get(deed), by=BY, why=WHY, now=when
        )
    elif deed in ("right", "wrong"):
        book.judge_claim(claims[one % len(claims)], right=deed == "right", by=BY, why=WHY, now=when)
    elif deed == "correct":
        book.correct(claims[one % len(claims)], Count(low=other % 9, high=None), by=BY, why=WHY, now=when)
    elif deed == "split":
        book.split(account, by=BY, why=WHY, now=when)
    elif made:
        book.take_back(made[one % len(made)], by=BY, why=WHY, now=when)


@settings(max_examples=25, deadline=None)
@given(st.lists(DEEDS, min_size=4, max_size=14), st.lists(st.integers(0, 99), min_size=4, max_size=4))
def test_as_of_any_moment_a_record_is_what_settling_gives(
    deeds: list[tuple[str, int, int, int, bool]], asked: list[int]
) -> None:
    with Casebook.open(":memory:", PlainReader()) as book:
        clock = 0.0
        for number, (deed, one, other, hours, late) in enumerate(deeds):
            clock += hours / 2
            try:
                do(book, deed, one, other, clock * one / 100 if late and other > 60 else clock, number)
            except SaysoError:
                continue
        with book.store.view() as view:
            refs = [account.id for account in view.accounts()]
        for ref in refs[:4]:
            for moment in [at(clock * share / 90) for share in asked]:
                found = shown(book, ref, moment)
                with nothing_kept():
                    assert shown(book, ref, moment) == found
        assert not list(book.check())


def test_a_great_incident_as_of_a_moment_is_not_settled(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = a_long_evening(book)
    moments = [at(hour + 0.5) for hour in range(2, 12)]
    with nothing_kept():
        settled = [shown(book, ref, moment) for moment in moments]
    monkeypatch.delattr(sayso.settle, "settle")
    assert [shown(book, ref, moment) for moment in moments] == settled
    with pytest.raises(AttributeError):
        book.incident(ref, at(0.5))


@pytest.mark.parametrize("moment", [None, at(8.5)], ids=["now", "earlier"])
def test_what_each_voice_said_and_why_a_figure_stands_is_told_without_settling_again(
    book: Casebook, monkeypatch: pytest.MonkeyPatch, moment: datetime | None
) -> None:
    ref = a_long_evening(book)

    def told() -> tuple[bytes, bytes]:
        return encode(book.incident(ref, moment, courses=True)), encode(book.why(ref, "killed", moment))

    with monkeypatch.context() as patch:
        patch.setattr(recording, "_as_kept", lambda *_: None)
        settled = told()
    monkeypatch.delattr(sayso.settle, "settle")
    assert told() == settled
    assert b'"courses":[{' in settled[0]
    assert b'"trail":[{' in settled[1]


def test_what_undoes_changes_is_kept_one_by_one_and_several_at_a_time(book: Casebook) -> None:
    ref = a_long_evening(book)
    found = [(changes, number) for of, changes, number, _ in pasts(book) if of == ref]
    assert found == [*((1, number) for number in range(11)), (3, 3), (3, 6), (3, 9)]


def test_any_account_of_an_incident_and_the_beginning_of_its_id_name_it(book: Casebook) -> None:
    ref = a_long_evening(book, 6)
    for account in book.incident(ref).accounts:
        hour = 3.5
        with nothing_kept():
            settled = [shown(book, each, at(hour)) for each in (account.id, account.id[:12])]
        assert [shown(book, each, at(hour)) for each in (account.id, account.id[:12])] == settled


def test_of_a_small_incident_nothing_is_kept(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reverting, "GREAT", 7)
    a_long_evening(book, 6)
    assert pasts(book) == []


def test_what_comes_late_makes_unknown_what_lies_between(book: Casebook) -> None:
    ref = a_long_evening(book, 9)
    tell(book, 5.5, "7 killed, hospital said", received=5.5)
    assert [hour for hour in range(1, 12) if kept(book, ref, hour + 0.2)] == [1, 2, 3, 4, 5, 8, 9, 10, 11]
    tell(book, 10, "8 killed, police said")
    assert [hour for hour in range(1, 12) if kept(book, ref, hour + 0.2)] == [1, 2, 3, 4, 5, 8, 9, 10, 11]


def test_what_comes_before_all_that_is_kept_leaves_only_what_follows(book: Casebook) -> None:
    ref = a_long_evening(book, 9)
    tell(book, 0.5, "7 killed, hospital said", received=0.5)
    assert [hour for hour in range(1, 12) if kept(book, ref, hour + 0.2)] == [8, 9, 10, 11]


def test_what_comes_late_touches_those_who_were_one_incident_then(book: Casebook) -> None:
    lyon = a_long_evening(book, 4)
    for hour in (4, 5):
        tell(book, hour, "1 killed, we said", city="Leeds")
    leeds = next(head.incident.id for head in book.incidents() if head.incident.id != lyon)
    book.judge(lyon, leeds, same=True, by=BY, why=WHY, now=at(6))
    book.judge(lyon, leeds, same=None, by=BY, why=WHY, now=at(8))
    assert kept(book, lyon, 7)
    tell(book, 6.5, "3 killed, we said", city="Leeds", received=6.5)
    assert not kept(book, lyon, 7)
    assert kept(book, lyon, 5.5)
    assert kept(book, lyon, 8)


def test_an_incident_that_joins_another_is_kept_no_more(book: Casebook) -> None:
    lyon = a_long_evening(book, 4)
    for hour in (4, 5, 6):
        tell(book, hour, "1 killed, we said", city="Leeds")
    leeds = next(head.incident.id for head in book.incidents() if head.incident.id != lyon)
    book.judge(lyon, leeds, same=True, by=BY, why=WHY, now=at(7))
    assert {ref for ref, *_ in pasts(book)} == {lyon}
    with nothing_kept():
        settled = [shown(book, ref, at(5.5)) for ref in (lyon, leeds)]
    assert [shown(book, ref, at(5.5)) for ref in (lyon, leeds)] == settled


def test_what_is_forgotten_is_in_nothing_that_is_kept(book: Casebook) -> None:
    a_long_evening(book, 6)
    ref = tell(book, 6, "9 killed, police said", "The assailant came with a rifle")
    tell(book, 7, "9 killed, police said")
    book.forget(ref, why="a court's order", by="Ada", now=at(8))
    assert [(changes, number, word) for _, changes, number, word in pasts(book)] == [(1, 0, b"")]


def test_what_is_read_otherwise_is_kept_from_then_on(book: Casebook) -> None:
    ref = a_long_evening(book, 6)
    book._reader = PlainReader("2", blind_to="injured")
    book.read_again(now=at(9))
    assert not kept(book, ref, 4)
    assert kept(book, ref, 9)


def test_a_book_that_is_computed_anew_keeps_it_from_then_on(book: Casebook) -> None:
    ref = a_long_evening(book, 6)
    book.rebuild()
    assert [number for _, _, number, _ in pasts(book)] == [0]
    assert not list(book.check())
    tell(book, 7, "9 killed, police said")
    assert not kept(book, ref, 4)
    assert kept(book, ref, 6)


def test_a_check_finds_what_is_kept_otherwise_than_it_is_told(book: Casebook) -> None:
    ref = a_long_evening(book, 6)
    assert not list(book.check())
    with book.store.pen() as pen:
        now = pen.settled_now(ref)
        assert now
        same = reverting.words_of(*now)
        wrong = [past._replace(word=reverting.packed(edits(same, same))) for past in pen.pasts(ref, 1, 1, 4)]
        pen.drop_pasts(ref, 0)
        for past in wrong:
            pen.cache_past(ref, 1, past)
    assert {fault.table for fault in book.check()} == {"past"}


@pytest.mark.parametrize("word", [b"", b"no edits", zlib.compress(b"[3,[],[]]"), zlib.compress(b"{}")])
def test_what_does_not_fit_is_settled(book: Casebook, word: bytes) -> None:
    ref = a_long_evening(book, 6)
    with nothing_kept():
        settled = shown(book, ref, at(3.5))
    with book.store.pen() as pen:
        for past in pen.pasts(ref, 1, 4, 5):
            pen.drop_pasts(ref, past.number - 1)
            pen.cache_past(ref, 1, past._replace(word=word))
    assert not kept(book, ref, 3.5)
    assert shown(book, ref, at(3.5)) == settled
    tell(book, 7, "9 killed, police said")
    assert not list(book.check())
