from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import EVENING, PlainReader, a_report, a_story

from sayso.casebook import Casebook, quoting
from sayso.errors import NotFoundError, StoreError
from sayso.model import Report, Source, encode
from sayso.store import Pen, Store


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


FIRST = a_report(a_story("Lyon", "2 killed, police said"), hour=0, by="Gazette")
SECOND = a_report(a_story("Lyon", "4 killed, police said", "9 injured, hospital said"), hour=1, by="Herald")
ELSEWHERE = a_report(a_story("Leeds", "1 killed, we said"), hour=2, by="Post")


def test_reports_on_one_incident_meet_and_others_stay_apart(book: Casebook) -> None:
    book.add([FIRST, SECOND, ELSEWHERE])
    heads = book.incidents()
    assert [(head.incident.kind, head.reports) for head in heads] == [("fire", 1), ("shooting", 2)]


def test_adding_a_report_again_says_that_the_book_has_it(book: Casebook) -> None:
    book.add([FIRST])
    again = book.add([FIRST])
    assert [outcome.fate for outcome in again.outcomes] == ["known"]
    assert not again.incident_ids
    assert not again.revisions


def test_a_report_given_twice_at_once_is_kept_once(book: Casebook) -> None:
    added = book.add([FIRST, FIRST])
    assert [outcome.fate for outcome in added.outcomes] == ["added", "known"]


def test_what_became_of_reports_is_told_in_their_order(book: Casebook) -> None:
    book.add([SECOND])
    nameless = a_report("", id="")
    late, early = a_report("Late words.", by="Zeta", hour=9), a_report("Early words.", by="Alfa", hour=1)
    handed = [late, SECOND, nameless, early]
    told = book.add(handed).outcomes
    assert [outcome.report_id for outcome in told] == [report.id for report in handed]
    assert [outcome.fate for outcome in told] == ["added", "known", "refused", "added"]


def test_other_words_under_a_known_id_are_refused_and_the_rest_goes_on(book: Casebook) -> None:
    book.add([FIRST])
    changed = a_report("Quite other words.", by="Gazette")
    added = book.add([changed, SECOND])
    fates = {outcome.report_id: outcome for outcome in added.outcomes}
    assert fates[SECOND.id].fate == "added"
    assert fates[changed.id].fate == "refused"
    assert "other words" in (fates[changed.id].why or "")
    assert "replaces" in (fates[changed.id].what_to_do or "")


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (Report(id="", text="x"), "no id"),
        (Report(id="x", text="half a pair \ud83d"), "broken characters"),
        (Report(id="x", text="y", published_at=EVENING.replace(tzinfo=None)), "not in UTC"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_reason(book: Casebook, report: Report, words: str) -> None:
    (outcome,) = book.add([report]).outcomes
    assert outcome.fate == "refused"
    assert words in (outcome.why or "")


def test_a_report_that_was_not_read_is_kept(book: Casebook) -> None:
    (outcome,) = book.add([a_report("Voici le texte.")]).outcomes
    assert outcome.fate == "unread"
    with book.store.view() as view:
        assert view.report_count() == 1


def test_a_report_with_no_incident_makes_no_record(book: Casebook) -> None:
    assert book.add([a_report("The council met.")]).count("added") == 1
    assert not book.incidents(background=True)


def test_every_sign_of_a_text_comes_back_as_it_went_in(book: Casebook) -> None:
    text = "A shooting in Lyon.\x00\u202eשלום 🕯️ \x1b[31m 3 killed, police said."
    book.add([a_report(text)])
    with book.store.view() as view:
        (kept,) = view.full_reports(["gazette-0"]).values()
    assert kept.text == text


def test_reports_count_as_received_when_they_say_so_or_now(book: Casebook) -> None:
    now = EVENING + hours(9)
    book.add([FIRST, a_report("x", hour=3, received_at=None)], now=now)
    with book.store.view() as view:
        assert view.received() == {"gazette-0": FIRST.received_at, "gazette-3": now}


def test_archives_count_as_received_when_published_but_never_before_now(book: Casebook) -> None:
    now = EVENING + hours(9)
    old = a_report("x", hour=1, received_at=None)
    undated = a_report("x", hour=2, received_at=None, published_at=None)
    future = a_report("x", hour=30, received_at=None)
    book.add([old, undated, future], now=now, received="published")
    with book.store.view() as view:
        assert view.received() == {old.id: old.published_at, undated.id: now, future.id: now}


@pytest.mark.parametrize("as_of", ["2026-03-14", date(2026, 3, 14), datetime(2026, 3, 14, 18)])
def test_what_is_no_moment_is_refused_in_words(book: Casebook, as_of: Any) -> None:
    book.add([a_report(a_story("Lyon", "4 killed, police said"))])
    (head,) = book.incidents()
    for ask in (partial(book.incident, head.incident.id), partial(book.why, head.incident.id, "killed")):
        with pytest.raises(StoreError, match="a moment is a datetime with its time zone"):
            ask(as_of=as_of)
    with pytest.raises(StoreError, match="a moment is a datetime with its time zone"):
        book.incidents(as_of=as_of)


def test_as_of_a_moment_only_what_had_been_received_counts(book: Casebook) -> None:
    book.add([FIRST, SECOND])
    (then,) = book.incidents(EVENING + hours(0.5))
    (now,) = book.incidents()
    assert [f.best for f in then.findings] == [2]
    assert sorted((f.slot, f.best) for f in now.findings) == [("injured", 9), ("killed", 4)]


def test_before_anything_was_received_there_is_nothing(book: Casebook) -> None:
    book.add([FIRST])
    assert book.incidents(EVENING - hours(1)) == ()
    with pytest.raises(
        NotFoundError,
        match="had been received by 2024-03-01T17:00Z; its first report was received at 2024-03-01T18:05Z",
    ):
        book.incident(book.incidents()[0].incident.id, EVENING - hours(1))


def test_incidents_can_be_asked_for_by_kind_country_and_time(book: Casebook) -> None:
    book.add([FIRST, SECOND, ELSEWHERE])
    assert [h.incident.kind for h in book.incidents(kind="fire")] == ["fire"]
    assert [h.incident.kind for h in book.incidents(country="FR")] == ["shooting"]
    assert [h.incident.kind for h in book.incidents(since=EVENING + hours(1.5))] == ["fire"]


def test_background_incidents_are_listed_on_request_and_linked_from_the_record(book: Casebook) -> None:
    text = a_story(
        "Lyon", "2 killed, police said", "It recalls a flood in Trieste, long ago", "8 killed, we said"
    )
    book.add([a_report(text)])
    (main,) = book.incidents()
    assert len(book.incidents(background=True)) == 2
    record = book.incident(main.incident.id)
    assert [f.best for f in record.findings if f.slot == "killed"] == [2]
    assert [other.kind for other in record.related] == ["flood"]
    assert record.incident.relations == (record.related[0].id,)


def test_an_incident_is_found_by_the_beginning_of_any_account_of_it(book: Casebook) -> None:
    book.add([FIRST, SECOND])
    (head,) = book.incidents()
    for account in head.incident.account_ids:
        assert book.incident(account).incident.id == head.incident.id
        assert book.incident(account[:6]).incident.id == head.incident.id


@pytest.mark.parametrize(
    ("ref", "words"),
    [("abc", "at least 4 characters"), ("feedbeef", "no such incident"), ("%%%%", "no such")],
)
def test_an_unknown_incident_is_told_in_a_line(book: Casebook, ref: str, words: str) -> None:
    book.add([FIRST])
    with pytest.raises(NotFoundError, match=words):
        book.incident(ref)


def test_every_claim_that_a_finding_names_has_its_sentence(book: Casebook) -> None:
    book.add([FIRST, SECOND, a_report(a_story("Lyon", "3 killed, hospital said"), hour=2, by="Post")])
    record = book.incident(book.incidents()[0].incident.id)
    quoted = {quote.claim.id: quote for quote in record.quotes}
    named = {claim for f in record.findings for claim in (*f.support, *f.rivals, *f.trail)}
    assert named == set(quoted)
    for quote in quoted.values():
        assert quote.sentence[quote.start : quote.end] == quote.claim.span.quote


def test_of_many_claims_a_record_quotes_those_that_came_last_and_why_quotes_all(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quoting, "MOST_QUOTED", 2)
    told = [a_story("Lyon", f"{toll} killed, police said") for toll in (2, 2, 2, 4, 4, 4, 4)]
    book.add([a_report(words, hour=hour, by="Gazette") for hour, words in enumerate(told)])
    (head,) = book.incidents()
    for as_of in (None, head.changed_at):
        record = book.incident(head.incident.id, as_of)
        (finding,) = record.findings
        assert (len(finding.support), len(finding.trail)) == (4, 3)
        assert sorted(quote.report.id[-1] for quote in record.quotes) == ["1", "2", "5", "6"]
    (grounds,) = book.why(head.incident.id, "killed")
    assert [quote.claim.id for quote in grounds.support] == list(finding.support)


def test_why_gives_the_rule_and_the_earlier_words_of_the_same_voice(book: Casebook) -> None:
    book.add([FIRST, SECOND])
    (ground,) = book.why(book.incidents()[0].incident.id, "killed")
    assert ground.finding.rule
    assert [q.sentence for q in ground.support] == ["4 killed, police said."]
    assert [q.sentence for q in ground.trail] == ["2 killed, police said."]
    assert ground.support[0].report.source == Source(id="herald", name="Herald")


def test_why_of_a_slot_on_which_nothing_is_said_is_empty_and_of_no_slot_an_error(book: Casebook) -> None:
    book.add([FIRST])
    (head,) = book.incidents()
    assert book.why(head.incident.id, "missing") == ()
    with pytest.raises(NotFoundError, match="the slots are killed"):
        book.why(head.incident.id, "colour")


def test_a_copy_names_who_repeats_the_words_and_adds_no_voice(book: Casebook) -> None:
    story = a_story(
        "Lyon",
        "3 killed, we said",
        "The prefect told a crowded room near the river that the trams would not run before the weekend",
    )
    book.add([a_report(story, hour=0, by="Wire"), a_report(story, hour=1, by="Herald")])
    record = book.incident(book.incidents()[0].incident.id)
    assert [(copy.report_id, copy.of, copy.kind) for copy in record.copies] == [
        ("herald-1", "wire-0", "verbatim")
    ]
    (killed,) = (f for f in record.findings if f.slot == "killed")
    assert len(killed.voices) == 1
    repeated = {quote.report.id: quote.repeated_by for quote in record.quotes}
    assert repeated["wire-0"] == ("herald-1",)


def test_a_finding_that_changes_is_revised_with_what_caused_it(book: Casebook) -> None:
    book.add([FIRST])
    added = book.add([SECOND])
    (revision,) = (r for r in added.revisions if r.slot == "killed")
    assert revision.before is not None
    assert revision.after is not None
    assert (revision.before.best, revision.after.best) == (2, 4)
    assert revision.because == revision.after.support
    assert revision.at == SECOND.received_at
    assert revision in book.incident(revision.incident_id).revisions
    assert revision not in book.incident(revision.incident_id, EVENING + hours(0.5)).revisions


def test_a_copy_revises_nothing(book: Casebook) -> None:
    story = a_story("Lyon", "3 killed, police said", "Trams on the line to the east bank stand still tonight")
    book.add([a_report(story, hour=0, by="Wire")])
    assert not book.add([a_report(story, hour=1, by="Herald")]).revisions


def test_a_newer_reader_withdraws_what_it_no_longer_finds(tmp_path: Path) -> None:
    path = tmp_path / "desk.book"
    with Casebook.open(path, PlainReader()) as book:
        book.add([FIRST, SECOND])
        incident = book.incidents()[0].incident.id
    with Casebook.open(path, PlainReader("2", blind_to="injured")) as book:
        added = book.read_again()
        assert added.count("added") == 2
        assert [f.slot for f in book.incident(incident).findings] == ["killed"]
        assert [(r.slot, r.after) for r in added.revisions] == [("injured", None)]
        assert book.read_again().outcomes == ()
        with book.store.view() as view:
            assert [(r.reader, r.version) for r in view.readings(FIRST.id)] == [
                ("plain", "1"),
                ("plain", "2"),
            ]
    with Casebook.open(path, PlainReader("3")) as book:
        book.read_again()
        assert {f.slot for f in book.incident(incident).findings} == {"killed", "injured"}


def test_judged_different_splits_and_the_founder_keeps_the_id(book: Casebook) -> None:
    book.add([FIRST, SECOND])
    (head,) = book.incidents()
    founder, other = head.incident.account_ids
    book.judge(founder, other, same=False, by="Ada", why="two depots", now=EVENING + hours(5))
    assert {h.incident.id for h in book.incidents()} == {founder, other}
    assert [f.best for f in book.incident(founder).findings] == [2]


def test_judged_same_merges_and_the_younger_id_leads_to_the_older(book: Casebook) -> None:
    book.add([FIRST, ELSEWHERE])
    younger, older = (head.incident.id for head in book.incidents())
    book.judge(younger[:8], older[:8], same=True, by="Ada", why="one gang", now=EVENING + hours(5))
    merged = book.incident(younger)
    assert merged.incident.id == older
    assert merged.incident.merged_from == (younger,)
    assert len(book.incidents()) == 1


def test_a_judgement_holds_from_when_it_was_made(book: Casebook) -> None:
    book.add([FIRST, ELSEWHERE])
    younger, older = (head.incident.id for head in book.incidents())
    book.judge(younger, older, same=True, by="Ada", why="one gang", now=EVENING + hours(5))
    assert len(book.incidents(EVENING + hours(4))) == 2
    assert len(book.incidents(EVENING + hours(5))) == 1


def test_a_later_judgement_takes_the_place_of_the_earlier(book: Casebook) -> None:
    book.add([FIRST, ELSEWHERE])
    younger, older = (head.incident.id for head in book.incidents())
    book.judge(younger, older, same=True, by="Ada", why="one gang", now=EVENING + hours(5))
    book.judge(younger, older, same=None, by="Ben", why="not sure", now=EVENING + hours(6))
    assert len(book.incidents()) == 2
    assert len(book.incidents(EVENING + hours(5.5))) == 1
    with book.store.view() as view:
        assert [(j.by, j.superseded_at) for j in view.judgements()] == [
            ("Ada", EVENING + hours(6)),
            ("Ben", None),
        ]


def test_a_judgement_needs_a_name_a_reason_and_two_ends(book: Casebook) -> None:
    book.add([FIRST])
    (head,) = book.incidents()
    with pytest.raises(StoreError, match="say who and why"):
        book.judge(head.incident.id, head.incident.id, same=True, by=" ", why="x")
    with pytest.raises(StoreError, match="one and the same"):
        book.judge(head.incident.id, head.incident.id, same=True, by="Ada", why="x")


def test_caches_can_be_dropped_and_computed_again(book: Casebook) -> None:
    book.add([FIRST, SECOND, ELSEWHERE])
    before = [encode(book.incident(head.incident.id)) for head in book.incidents()]
    book.rebuild()
    assert [encode(book.incident(head.incident.id)) for head in book.incidents()] == before
    later = a_report(a_story("Lyon", "5 killed, police said"), hour=4, by="Post")
    assert len(book.add([later]).incident_ids) == 1


def test_caches_that_another_program_computes_meanwhile_are_computed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, computed, others = tmp_path / "desk.book", list[Pen](), list[Casebook]()
    real = Pen.drop_caches

    def counted(pen: Pen) -> None:
        computed.append(pen)
        real(pen)

    class Late(Store):
        @contextmanager
        def pen(self) -> Iterator[Pen]:
            others.append(Casebook.open(path, PlainReader()))
            with super().pen() as pen:
                yield pen

    with Casebook.open(path, PlainReader()) as old, old.store.pen() as pen:
        pen.stamp_caches("sayso 0")
    monkeypatch.setattr(Pen, "drop_caches", counted)
    with Casebook(Late(path), PlainReader()):
        assert (len(computed), len(others)) == (1, 1)
    others[0].close()
