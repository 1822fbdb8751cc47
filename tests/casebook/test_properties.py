"""What must hold for any reports: any order, twice, as of any moment, merged and un-merged."""

from datetime import datetime, timedelta

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from tests.conftest import EVENING, PlainReader, a_report, a_story

from sayso.casebook import Casebook, gathering, listing
from sayso.model import Headline, Record, Report, encode
from sayso.settle import settle

few = settings(max_examples=10, deadline=None)

CLAIMS = st.tuples(
    st.integers(0, 9), st.sampled_from(["killed", "injured"]), st.sampled_from(["police", "hospital", "we"])
).map(lambda said: f"{said[0]} {said[1]}, {said[2]} said")

TOLD = st.tuples(
    st.sampled_from(["Lyon", "Leeds", "Trieste"]),
    st.sampled_from(["Gazette", "Herald", "Wire"]),
    st.integers(0, 12),
    st.lists(CLAIMS | st.just("The assailant came with a rifle"), max_size=3),
)


@st.composite
def stories(draw: st.DrawFn) -> list[Report]:
    """Reports on up to three incidents, some received at the same moment, some of them copies."""
    told = draw(st.lists(TOLD, min_size=1, max_size=5))
    return [
        a_report(a_story(city, *said), hour=hour, by=by, id=f"r{at}")
        for at, (city, by, hour, said) in enumerate(told)
    ]


def a_book() -> Casebook:
    return Casebook.open(":memory:", PlainReader())


def records(book: Casebook, hour: float | None = None) -> list[Record]:
    """Return every record of a book as of an hour of the evening."""
    as_of = None if hour is None else EVENING + timedelta(hours=hour)
    return [book.incident(head.incident.id, as_of) for head in book.incidents(as_of, background=True)]


def said(found: list[Record]) -> list[bytes]:
    """Return records as JSON, without what readers were shown on the way."""
    return [encode((record.incident, record.findings, record.quotes, record.copies)) for record in found]


def contents(book: Casebook, *tables: str) -> list[list[tuple[object, ...]]]:
    """Return all rows of some tables."""
    with book.store.view() as view:
        return [
            sorted(tuple(row) for row in view.connection.execute(text(f'SELECT * FROM "{table}"')))
            for table in tables
        ]


EVIDENCE = ("report", "wording", "reading", "account", "claim", "copy", "revision")


@few
@given(stories(), st.randoms(use_true_random=False))
def test_what_is_kept_of_an_incident_is_what_settling_gives(reports: list[Report], chance: object) -> None:
    shuffled = list(reports)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    with a_book() as book:
        for report in shuffled:
            book.add([report])
        kept = [encode(record) for record in records(book)]
        assert not list(book.check())
        with book.store.pen() as pen:
            pen.connection.execute(text("UPDATE incident SET settled = NULL"))
        assert [encode(record) for record in records(book)] == kept


@few
@given(stories(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_records(reports: list[Report], chance: object) -> None:
    shuffled = list(reports)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    with a_book() as ordered, a_book() as mixed, a_book() as singly:
        ordered.add(reports)
        mixed.add(shuffled)
        for report in shuffled:
            singly.add([report])
        assert [encode(r) for r in records(ordered)] == [encode(r) for r in records(mixed)]
        assert said(records(ordered)) == said(records(singly))
        assert said(records(ordered, 6)) == said(records(singly, 6))


@few
@given(stories())
def test_adding_twice_changes_nothing(reports: list[Report]) -> None:
    with a_book() as book:
        book.add(reports, now=EVENING)
        before = contents(book, *EVIDENCE, "link", "member", "fingerprint")
        again = book.add(reports, now=EVENING + timedelta(days=1))
        assert {outcome.fate for outcome in again.outcomes} == {"known"}
        assert contents(book, *EVIDENCE, "link", "member", "fingerprint") == before


@few
@given(stories(), st.integers(0, 12))
def test_the_record_as_of_a_moment_ignores_what_came_after(reports: list[Report], hour: int) -> None:
    moment = EVENING + timedelta(hours=hour, minutes=30)
    with a_book() as whole, a_book() as early:
        whole.add(reports)
        early.add([report for report in reports if report.received_at and report.received_at <= moment])
        assert [encode(r) for r in records(whole, hour + 0.5)] == [
            encode(r) for r in records(early, hour + 0.5)
        ]


@few
@given(stories(), st.data())
def test_merging_and_unmerging_touch_no_claim(reports: list[Report], data: st.DataObject) -> None:
    with a_book() as book:
        book.add(reports)
        with book.store.view() as view:
            accounts = sorted(account.id for account in view.accounts())
        if len(accounts) < 2:
            return
        left, right = data.draw(st.permutations(accounts).map(lambda ids: ids[:2]))
        before, evidence = said(records(book)), contents(book, *EVIDENCE[:-1])
        later = EVENING + timedelta(days=1)
        book.judge(left, right, same=True, by="Ada", why="the same depot", now=later)
        assert book.incident(left).incident == book.incident(right).incident
        book.judge(left, right, same=False, by="Ada", why="another depot", now=later + timedelta(hours=1))
        assert book.incident(left).incident.id != book.incident(right).incident.id
        book.judge(left, right, same=None, by="Ada", why="open again", now=later + timedelta(hours=2))
        assert contents(book, *EVIDENCE[:-1]) == evidence
        assert said(records(book)) == before


@few
@given(stories())
def test_a_copy_adds_no_voice(reports: list[Report]) -> None:
    with a_book() as book:
        book.add(reports)
        before = {(f.incident_id, f.slot, f.role, str(f.label)): f for r in records(book) for f in r.findings}
        story = max(reports, key=lambda report: len(report.text))
        again = a_report(story.text, hour=20, by="Echo", id="copied")
        book.add([again])
        copied = any(copy.report_id == "copied" for r in records(book) for copy in r.copies)
        after = {(f.incident_id, f.slot, f.role, str(f.label)): f for r in records(book) for f in r.findings}
        if copied:
            assert {k: len(f.voices) for k, f in after.items()} == {
                k: len(f.voices) for k, f in before.items()
            }


@few
@given(stories())
def test_caches_are_functions_of_the_evidence(reports: list[Report]) -> None:
    with a_book() as book:
        book.add(reports)
        caches = ("fingerprint", "sketch", "block_key", "link", "member", "cached")
        before, evidence = contents(book, *caches), contents(book, *EVIDENCE)
        book.rebuild()
        assert contents(book, *caches) == before
        assert contents(book, *EVIDENCE) == evidence


@few
@given(stories(), st.integers(0, 13), st.booleans())
def test_the_list_as_of_any_moment_is_what_grouping_the_whole_book_gives(
    reports: list[Report], hour: int, judged: bool
) -> None:
    with a_book() as book:
        book.add(reports)
        heads = book.incidents(background=True)
        if judged and len(heads) > 1:
            at = EVENING + timedelta(hours=6)
            book.judge(heads[0].incident.id, heads[1].incident.id, same=True, by="Ada", why="one", now=at)
        for as_of in (EVENING + timedelta(hours=hour), EVENING + timedelta(days=9)):
            with book.store.view() as view:
                clusters = gathering.clusters(view, None, as_of)
                anew = [
                    listing.headline(incident, told, settle(incident, told, as_of))
                    for cluster in clusters
                    for incident in [gathering.describe(view, cluster, as_of)]
                    for told in [gathering.evidence(view, cluster, as_of)]
                ]
            listed = book.incidents(as_of, background=True)
            assert [timeless(head) for head in listed] == sorted(
                map(timeless, anew), key=newest, reverse=True
            )
        assert [timeless(h) for h in book.incidents(background=True)] == [timeless(head) for head in listed]


def timeless(head: Headline) -> Headline:
    """Return a line without the moment that its findings are as of."""
    findings = tuple(msgspec.structs.replace(finding, as_of=None) for finding in head.findings)
    return msgspec.structs.replace(head, findings=findings)


def newest(head: Headline) -> tuple[datetime, str]:
    return (head.changed_at, head.incident.id)
