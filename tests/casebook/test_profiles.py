"""Other rules over the same evidence, relations between incidents, and the people in all."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec
import pytest
from tests.conftest import EVENING, PlainReader, a_report, a_story

from sayso.casebook import Casebook
from sayso.errors import NotFoundError
from sayso.model import (
    Account,
    Claim,
    Label,
    Moment,
    Place,
    Reading,
    Report,
    Span,
    Speaker,
    account_id,
    claim_id,
    encode,
)
from sayso.settle import PROFILES

TOLD = (
    a_report(a_story("Lyon", "7 killed, hospital said"), hour=0, by="Gazette"),
    a_report("Editors write of a shooting in Lyon. 7 killed, we said.", hour=0, by="Courier"),
    a_report(a_story("Lyon", "6 killed, police said"), hour=1, by="Wire"),
    a_report(a_story("Lyon", "4 killed, we said"), hour=2, by="Herald"),
)
"""Two voices say 7; the police spoke last of those at first hand; the lowest figure is a paper's."""

PRINTED = {"desk": 7, "conservative": 4, "latest-official": 6}


@pytest.fixture
def told(book: Casebook) -> Casebook:
    book.add(TOLD)
    return book


@pytest.mark.parametrize("profile", PROFILES)
def test_each_profile_prints_its_own_figure_everywhere_and_names_its_rule(
    told: Casebook, profile: str
) -> None:
    (head,) = told.incidents(profile=profile)
    record = told.incident(head.incident.id, profile=profile)
    (ground,) = told.why(head.incident.id, "killed", profile=profile)
    found = [ground.finding, *(f for f in (*head.findings, *record.findings) if f.slot == "killed")]
    assert {(f.best, f.profile, f.rule) for f in found} == {(PRINTED[profile], profile, found[0].rule)}
    assert record.profile == profile
    assert told.totals([head]).counts[0].best == PRINTED[profile]
    behind = {quote.claim.id for quote in ground.support}
    assert behind
    assert behind <= {quote.claim.id for quote in record.quotes}


def test_span_and_standing_are_the_same_in_every_profile(told: Casebook) -> None:
    heads = [told.incidents(profile=profile)[0] for profile in PROFILES]
    assert len({(f.low, f.high, f.standing) for head in heads for f in head.findings}) == 1


def test_what_readers_were_shown_is_the_desks_whoever_asks(told: Casebook) -> None:
    (before,) = told.incidents()
    shown = told.incident(before.incident.id).revisions
    told.incidents(profile="conservative")
    assert told.incident(before.incident.id, profile="conservative").revisions == shown
    assert told.incidents() == (before,)
    assert not list(told.check())


def test_profiles_know_as_of_and_what_is_asked_for(told: Casebook) -> None:
    told.add([a_report(a_story("Leeds", "1 killed, we said"), hour=30, by="Post")])
    early = EVENING + timedelta(hours=1.5)
    for profile in PROFILES:
        (head,) = told.incidents(early, profile=profile, place="Lyon", slot="killed")
        assert {f.as_of for f in head.findings} == {early}
        assert head.findings[0].best in (6, 7)
        assert told.incidents(profile=profile, until=early) == ()
        assert len(told.incidents(profile=profile)) == 2


def test_a_profile_that_there_is_not_is_named(told: Casebook) -> None:
    (head,) = told.incidents()
    with pytest.raises(NotFoundError, match="bold: no such profile"):
        told.incident(head.incident.id, profile="bold")
    with pytest.raises(NotFoundError, match="bold: no such profile"):
        told.incidents(profile="bold")


def test_an_incident_that_a_report_recalls_is_named_as_earlier_at_both_ends(book: Casebook) -> None:
    book.add([a_report(a_story("Lyon", "2 killed, police said") + " As in the fire in Leeds, long ago.")])
    (now,) = book.incidents()
    record = book.incident(now.incident.id)
    (other,) = record.related
    (relation,) = record.relations
    assert (relation.left, relation.kind, relation.right) == (other.id, "earlier", now.incident.id)
    assert relation.because
    assert book.incident(other.id).relations == (relation,)
    assert book.incident(other.id, EVENING + timedelta(hours=1)).relations == (relation,)
    assert [f.best for f in record.findings if f.slot == "killed"] == [2]


class AvengedReader(PlainReader):
    """Reads beside all else that a shooting was in revenge for something."""

    def read(self, report: Report) -> Reading:
        """Return what the plain reader finds, and the motive."""
        reading = super().read(report)
        at = report.text.find("in revenge")
        (account, *_) = reading.accounts
        if at < 0:
            return reading
        span = Span(start=at, end=at + 10, quote="in revenge")
        label = Label(text="revenge")
        made = claim_id(account.id, "motive", label, None, Speaker(), span)
        motive = Claim(id=made, account_id=account.id, slot="motive", value=label, span=span)
        return msgspec.structs.replace(reading, claims=(*reading.claims, motive))


def test_what_was_avenged_says_so_of_itself_as_the_later_incident_does() -> None:
    later = a_story("Lyon", "2 killed, police said", "It was in revenge") + " As the fire in Leeds, long ago."
    with Casebook.open(":memory:", AvengedReader()) as book:
        book.add([a_report(later)])
        heads = {head.incident.kind: head.incident.id for head in book.incidents(background=True)}
        told = [(r.left, r.kind, r.right) for r in book.incident(heads["shooting"]).relations]
        (earlier,) = book.incident(heads["shooting"]).related
        assert told == [(heads["shooting"], "retaliation", earlier.id)]
        assert [(r.left, r.kind, r.right) for r in book.incident(earlier.id).relations] == told


QUAKES = (("Tarvo", 40.0, 1), ("Omsted", 40.4, 4), ("Brenn", 10.0, 5))


def a_quake(report: str, city: str, north: float, day: int) -> Reading:
    happened = date(2024, 3, day)
    account = Account(
        id=account_id(report, "i1"),
        report_id=report,
        key="i1",
        main=True,
        kind="earthquake",
        place=Place(text=city, city=city, country="US", latitude=north, longitude=-100.0),
        happened=Moment(start=happened, end=happened, grain="day"),
    )
    return Reading(report_id=report, reader="plain", version="1", accounts=(account,), language="en")


def shaken(quakes: Sequence[tuple[str, float, int]]) -> Casebook:
    book = Casebook.open(":memory:", PlainReader())
    for hour, quake in enumerate(quakes):
        report = a_report(f"The earth shook at {quake[0]}.", hour=hour)
        book.keep(report, a_quake(report.id, *quake))
    return book


def test_earthquakes_near_by_are_related_though_no_report_names_both() -> None:
    with shaken(QUAKES) as book:
        heads = {h.incident.place.city: h.incident.id for h in book.incidents() if h.incident.place}
        record = book.incident(heads["Tarvo"])
        assert [(r.left, r.kind, r.right) for r in record.relations] == [
            (heads["Omsted"], "aftershock", heads["Tarvo"])
        ]
        assert [other.id for other in record.related] == [heads["Omsted"]]
        assert record.incident.relations == (heads["Omsted"],)
        assert book.incident(heads["Brenn"]).relations == ()
        before = book.incident(heads["Tarvo"], EVENING + timedelta(minutes=30))
        assert (before.relations, before.related) == ((), ())


def test_the_people_in_all_are_those_of_the_incidents_that_are_listed(told: Casebook) -> None:
    told.add([a_report(a_story("Leeds", "1 killed, we said", "3 injured, we said"), hour=2, by="Post")])
    counts = {count.slot: count for count in told.totals(told.incidents()).counts}
    assert (counts["killed"].best, counts["killed"].unknown) == (8, 0)
    assert (counts["injured"].best, counts["injured"].unknown) == (3, 1)
    assert b'"injured"' in encode(told.totals(told.incidents(place="Lyon")))
