"""How incidents have to do with each other is shown; it joins nothing."""

from datetime import UTC, date, datetime

from sayso.link import group, relate, review
from sayso.model import Account, Claim, Incident, Judgement, Label, Link, Moment, Place, Span, Verdict

DANA = Place(city="Dana", country="US", latitude=40.0, longitude=-100.0)
TARVO = Place(city="Tarvo", country="US", latitude=40.4, longitude=-100.2)
FAR = Place(city="Omsted", country="US", latitude=30.0, longitude=-80.0)


def an_account(report: str, key: str = "i1", *, main: bool = True, series: bool = False) -> Account:
    return Account(id=f"{report}-{key}", report_id=report, key=key, main=main, series=series)


def an_incident(*accounts: Account, kind: str = "shooting", day: int = 1, place: Place = DANA) -> Incident:
    happened = date(2024, 5, day)
    return Incident(
        id=accounts[0].id,
        kind=kind,
        place=place,
        happened=Moment(start=happened, end=happened),
        account_ids=tuple(account.id for account in accounts),
    )


def kinds(incident: Incident, others: list[Incident], accounts: list[Account], *claims: Claim) -> list[str]:
    found = relate(incident, others, accounts, claims)
    return [f"{one.left} {one.kind} {one.right}" for one in found]


def test_one_of_a_series_is_a_part_of_it() -> None:
    whole, part = an_account("a", series=True), an_account("a", "i2")
    accounts = [whole, part]
    expected = ["a-i2 part a-i1"]
    assert kinds(an_incident(part), [an_incident(whole)], accounts) == expected
    assert kinds(an_incident(whole), [an_incident(part)], accounts) == expected


def test_an_earthquake_near_by_and_soon_after_is_an_aftershock() -> None:
    first, second, third = an_account("a"), an_account("b"), an_account("c")
    accounts = [first, second, third]
    great = an_incident(first, kind="earthquake")
    near = an_incident(second, kind="earthquake", day=4, place=TARVO)
    far = an_incident(third, kind="earthquake", day=4, place=FAR)
    assert kinds(great, [near, far], accounts) == ["b-i1 aftershock a-i1"]


def test_an_incident_that_a_report_recalls_is_earlier_and_in_its_revenge_retaliation() -> None:
    now, before = an_account("a"), an_account("a", "i2", main=False)
    accounts = [now, before]
    late, early = an_incident(now, day=9), an_incident(before, day=2)
    assert kinds(late, [early], accounts) == ["a-i2 earlier a-i1"]
    words = "in revenge for the raid of 2 May"
    motive = Claim(
        id="c",
        account_id=now.id,
        slot="motive",
        value=Label(text=words),
        span=Span(start=0, end=32, quote=words),
    )
    assert kinds(late, [early], accounts, motive) == ["a-i1 retaliation a-i2"]
    assert kinds(late, [an_incident(an_account("b"), day=2)], [*accounts, an_account("b")], motive) == []


def test_what_each_recalls_of_the_other_and_what_a_third_report_recalls_of_both_is_not_earlier() -> None:
    one, two = an_account("a"), an_account("b")
    beside = [an_account("a", "i2", main=False), an_account("b", "i2", main=False)]
    first, second = an_incident(one, beside[1]), an_incident(two, beside[0])
    assert kinds(first, [second], [one, two, *beside]) == kinds(second, [first], [one, two, *beside]) == []
    both = [an_account("c", "i2", main=False), an_account("c", "i3", main=False)]
    early, late = an_incident(both[0], day=2), an_incident(both[1], day=9)
    assert kinds(late, [early], both) == kinds(early, [late], both) == []


LINKS = [
    Link(left="a", right="b", score=3.0, reasons=("both name X (+3.0)",)),
    Link(left="b", right="c", score=-0.4, reasons=("kind shooting (-0.4)",)),
    Link(left="a", right="c", score=-1.0),
    Link(left="c", right="d", score=-4.0),
    Link(left="d", right="e", score=-100.0),
]


def test_pairs_just_below_the_threshold_are_offered_with_their_reasons() -> None:
    clusters = group("abcde", LINKS)
    assert clusters == (("a", "b"), ("c",), ("d",), ("e",))
    assert review(clusters, LINKS) == (
        Link(left="a", right="c", score=-0.7, reasons=("kind shooting (-0.4)",)),
    )
    assert review(clusters, LINKS, near=0.5) == ()


def test_what_a_person_has_decided_is_not_offered_again() -> None:
    for verdict, offered in (("different", 0), ("unsure", 1)):
        word: Verdict = verdict  # type: ignore[assignment]
        judgement = Judgement(
            id="j", left="b", right="c", verdict=word, by="desk", at=datetime(2024, 5, 9, tzinfo=UTC)
        )
        clusters = group("abcde", LINKS, [judgement])
        assert len(review(clusters, LINKS, [judgement])) == offered
