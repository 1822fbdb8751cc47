from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.conftest import EVENING, PlainReader, a_report, a_story
from tests.store.homes import HOMES, a_home

from sayso.casebook import Casebook
from sayso.store import guards

STORY = a_story(
    "Lyon",
    "2 killed, police said",
    "The man came with a rifle",
    "He hit the depot",
    "7 missing, hospital said",
)
PASSAGE = (
    " Nobody in the street had seen the van before, and the depot on the corner stayed shut all day long."
)
FIRST = a_report(STORY + PASSAGE, by="Gazette")
SECOND = a_report(a_story("Lyon", "4 killed, police said"), hour=1, by="Herald")
COPY = a_report(STORY + PASSAGE, hour=2, by="Post")


@pytest.fixture(params=HOMES)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Casebook]:
    """A book of three reports and a judgement, on each database."""
    with a_home(request.param, tmp_path) as home, Casebook.open(home, PlainReader()) as opened:
        opened.add([FIRST, SECOND, COPY])
        first, second, _ = opened.incidents()[0].incident.account_ids
        opened.judge(first, second, same=True, by="Ada", why="one street", now=EVENING)
        yield opened


def faults(book: Casebook) -> set[str]:
    return {f"{fault.table}: {fault.what}" for fault in book.check()}


def test_a_book_is_sound_whatever_was_done_with_it(book: Casebook) -> None:
    assert faults(book) == set()
    book._reader = PlainReader("2", blind_to="missing")
    book.read_again()
    book.forget(FIRST.id, why="court order 7", by="Ada")
    first, second, _ = book.incidents()[0].incident.account_ids
    book.judge(first, second, same=False, by="Ada", why="two streets")
    assert faults(book) == set()
    book.rebuild()
    assert faults(book) == set()


def test_what_is_added_with_an_earlier_clock_than_a_judgement_leaves_a_book_sound(book: Casebook) -> None:
    """An archive is added under its own days, after a person has judged today."""
    first, second, _ = book.incidents()[0].incident.account_ids
    book.judge(first, second, same=False, by="Ada", why="two streets", now=EVENING + timedelta(days=30))
    for hour, killed in ((3, 5), (4, 6)):
        book.add([a_report(a_story("Lyon", f"{killed} killed, police said"), hour=hour, by="Post")])
        assert faults(book) == set()


OTHER = "UPDATE {0} SET {1} = replace({1}, '{2}', '{3}')"
TOLL = OTHER.format("wording", "text", "2 killed", "3 killed")
BEST = OTHER.format("revision", "word", '"best":4', '"best":5')
WRONGS = [
    (TOLL, "report: its words are not those that were received"),
    (TOLL, "claim: its words are not in the text of report gazette-0"),
    (OTHER.format("report", "word", '"id":"herald', '"id":"harald'), "report: its words name another report"),
    ("UPDATE report SET received_at = received_at + 1", "report: it was received at another moment"),
    ("UPDATE report SET published_at = published_at + 3600000000", "report: it was published at another"),
    ("UPDATE account SET received_at = received_at - 1", "account: it was received at another moment"),
    (OTHER.format("claim", "word", '"low":2', '"low":3'), "claim: its id does not follow"),
    ("UPDATE claim SET account_id = 'x' WHERE slot = 'missing'", "claim: its account is not in the book"),
    (OTHER.format("account", "word", '"key":"i1', '"key":"i9'), "account: its id does not follow"),
    (OTHER.format("account", "word", "the depot", "the market"), "account: what was hit is not in the text"),
    (OTHER.format("judgement", "word", "Ada", "Eve"), "judgement: its id does not follow"),
    (BEST, "revision: its id does not follow"),
    (OTHER.format("revision", "word", "rifle", "knife"), "revision: readers were last shown another weapon"),
    (OTHER.format("incident", "settled", '"best":7', '"best":5'), "incident: it is kept otherwise than"),
    (OTHER.format("claim", "word", "{", "["), "claim: its words cannot be read"),
    (OTHER.format("report", "word", "{", "["), "report: its words cannot be read"),
    (OTHER.format("copy", "word", '"start":', '"start":9999'), "copy: a passage of it is not in the text"),
    (OTHER.format("incident", "headline", '"best":7', '"best":5'), "incident: it is listed otherwise than"),
    (OTHER.format("incident", "shown", '"best":7', '"best":5'), "incident: it is listed otherwise than"),
    ("UPDATE incident SET main = NOT main", "incident: it is listed otherwise than"),
    ("DELETE FROM incident", "incident: it is listed otherwise than"),
    (
        'DELETE FROM revision WHERE "row" = (SELECT min("row") FROM revision)',
        "revision: what it says was shown before was not",
    ),
    ("DELETE FROM revision", "revision: readers were last shown another killed than the evidence gives"),
    ("UPDATE member SET incident_id = 'elsewhere'", "member: it is in elsewhere, and belongs to"),
]


@pytest.mark.parametrize(("wrong", "told"), WRONGS)
def test_whatever_was_changed_is_found(book: Casebook, wrong: str, told: str) -> None:
    with book.store.pen() as pen:
        guards.remove(pen.connection)
        changed = pen.connection.exec_driver_sql(wrong).rowcount
        guards.put(pen.connection)
    assert changed
    assert any(found.startswith(told) for found in faults(book)), faults(book)


def test_a_guard_that_was_taken_off_is_missed(book: Casebook) -> None:
    with book.store.pen() as pen:
        names = guards.names(pen.connection)
        guards.remove(pen.connection)
    assert {fault.id for fault in book.check()} == set(names)
