from typing import Any

import pytest
from tests.conftest import EVENING

from sayso.alerts import condition, matches, reason
from sayso.model import Finding, Headline, Incident, Label, Place, Revision

HEAD = Headline(
    incident=Incident(
        id="3f2a91c0",
        kind="shooting",
        place=Place(city="Trieste", country="IT"),
        account_ids=("3f2a91c0", "aa11bb22"),
    ),
    main=True,
    reports=1,
    first_at=EVENING,
    changed_at=EVENING,
)


def found(said: str | None, slot: str, role: Any) -> Finding | None:
    """Return a finding: "2", "4-5 disputed", "14+" (at least), "gone", or nothing."""
    if said is None:
        return None
    number, _, standing = said.partition(" ")
    known: dict[str, Any] = {"incident_id": "3f2a91c0", "slot": slot, "role": role}
    if number == "gone":
        return Finding(standing="withdrawn", **known)
    if not number[0].isdigit():
        return Finding(standing=standing or "single", label=Label(text=number), **known)  # type: ignore[arg-type]
    low, _, high = number.rstrip("+").partition("-")
    known |= {"low": int(low), "best": int(low), "high": None if "+" in number else int(high or low)}
    return Finding(standing=standing or "single", **known)  # type: ignore[arg-type]


def moved(before: str | None, after: str | None, slot: str = "killed", role: Any = "victim") -> Revision:
    was, now = found(before, slot, role), found(after, slot, role)
    return Revision(id="r", incident_id="3f2a91c0", slot=slot, role=role, before=was, after=now, at=EVENING)


TOLD = (
    ("killed changes", moved("2", "4")),
    ("killed changes", moved(None, "2")),
    ("killed changes", moved("2", "gone")),
    ("killed changes", moved("4", "4-5 disputed")),
    ("killed in IT changes", moved("2", "4")),
    ("killed in Trieste changes in shootings", moved("2", "4")),
    ("killed on incident 3f2a changes", moved("2", "4")),
    ("killed on incident aa11 changes", moved("2", "4")),
    ("killed rises", moved("2", "4")),
    ("killed rises", moved(None, "2")),
    ("killed falls", moved("14", "11")),
    ("killed over 20", moved("20", "21")),
    ("killed over 20", moved(None, "21+")),
    ("killed under 5", moved("5", "4")),
    ("any figure changes", moved("2", "4", slot="injured")),
    ("attackers killed changes", moved(None, "1", role="attacker")),
    ("attackers changes", moved("1", "2", slot="attackers", role=None)),
    ("weapon changes", moved(None, "rifle", slot="weapon", role=None)),
    ("any dispute", moved("4", "4-5 disputed")),
    ("any dispute about killed in IT", moved(None, "4-5 disputed")),
    ("any dispute", moved(None, "rifle disputed", slot="weapon", role=None)),
    ("any dispute ends", moved("4-5 disputed", "4 agreed")),
    ("any dispute ends", moved("4-5 disputed", "gone")),
)

NOT_TOLD = (
    ("killed changes", moved("2", "2 agreed")),
    ("killed changes", moved("2", "4", slot="injured")),
    ("killed changes", moved(None, "1", role="attacker")),
    ("killed in FR changes", moved("2", "4")),
    ("killed in Lyon changes", moved("2", "4")),
    ("killed changes in floods", moved("2", "4")),
    ("killed on incident 1234 changes", moved("2", "4")),
    ("killed rises", moved("4", "2")),
    ("killed rises", moved("4", "gone")),
    ("killed falls", moved("4", "gone")),
    ("killed over 20", moved("21", "22")),
    ("killed over 20", moved("2", "20")),
    ("killed under 5", moved(None, "4")),
    ("any figure changes", moved(None, "rifle", slot="weapon", role=None)),
    ("weapon changes", moved("Rifle", "rifle agreed", slot="weapon", role=None)),
    ("any dispute", moved("4-5 disputed", "4-6 disputed")),
    ("any dispute", moved("2", "4")),
    ("any dispute about killed", moved("4", "4-5 disputed", slot="injured")),
    ("any dispute ends", moved("4-5 disputed", "5 disputed")),
    ("new incident", moved("2", "4")),
)


@pytest.mark.parametrize(("says", "revision"), TOLD)
def test_what_a_rule_tells_of(says: str, revision: Revision) -> None:
    assert matches(condition(says), revision, HEAD)


@pytest.mark.parametrize(("says", "revision"), NOT_TOLD)
def test_what_a_rule_does_not_tell_of(says: str, revision: Revision) -> None:
    assert not matches(condition(says), revision, HEAD)


def head(**fields: Any) -> Headline:
    known = {name: getattr(HEAD, name) for name in HEAD.__struct_fields__}
    return Headline(**(known | fields))


def test_a_new_incident_is_told_where_it_is_asked_for() -> None:
    assert matches(condition("new incident in IT"), None, HEAD)
    assert matches(condition("new shooting"), None, HEAD)
    assert not matches(condition("new flood"), None, HEAD)
    assert not matches(condition("killed changes"), None, HEAD)


def test_an_unknown_place_is_in_no_country() -> None:
    nowhere = head(incident=Incident(id="3f2a91c0", kind="shooting"))
    assert not matches(condition("killed in IT changes"), moved("2", "4"), nowhere)
    assert matches(condition("killed changes"), moved("2", "4"), nowhere)


def test_what_reports_only_mention_is_told_to_who_names_it() -> None:
    for aside in (head(main=False), head(dismissed=True)):
        assert not matches(condition("killed in IT changes"), moved(None, "11"), aside)
        assert not matches(condition("new incident"), None, aside)
        assert matches(condition("killed on incident 3f2a91 changes"), moved(None, "11"), aside)


def test_the_reason_says_from_what_to_what_and_where() -> None:
    assert (
        reason(condition("killed changes"), moved("2", "4-5 disputed"), HEAD)
        == "killed was 2, one voice, is 4 (4 to 5), disputed: shooting · Trieste, IT"
    )
