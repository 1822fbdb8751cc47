"""What is reported on a count: each table row is said by an outlet at an hour of the day."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.settle.rows import DAY, Book, shown, told

from sayso.model import Copy, Judgement, Passage
from sayso.settle import RULES

Rows = list[tuple[Any, ...]]

TABLE: list[tuple[str, str, Rows, str]] = [
    ("one report", "killed", [("north", 0, "killed 3")], "3|3|3 single 1"),
    (
        "two outlets that say the same agree",
        "killed",
        [("north", 0, "killed 3"), ("south", 1, "killed 3")],
        "3|3|3 agreed 2",
    ),
    (
        "the police in two outlets are one voice",
        "killed",
        [("north", 0, "police: killed 3"), ("south", 1, "Dana police: killed 3")],
        "3|3|3 single 1",
    ),
    (
        "a voice's later figure replaces its earlier one",
        "killed",
        [("north", 0, "police: killed 3"), ("south", 5, "police: killed 2")],
        "2|2|2 single 1",
    ),
    (
        "a later vague word of the same voice repeats its figure",
        "killed",
        [("north", 0, "killed 59"), ("north", 9, "killed 24+", "dozens died")],
        "59|59|59 single 1",
    ),
    (
        "at least n fits a higher number",
        "killed",
        [("north", 0, "killed 59"), ("south", 1, "killed 50+", "at least 50 died")],
        "59|59|59 agreed 1",
    ),
    (
        "an earlier floor is overtaken",
        "killed",
        [("north", 0, "killed 2+", "at least two died"), ("south", 8, "killed 6+", "at least six died")],
        "6|6|- single 1",
    ),
    (
        "words alone give no number",
        "attackers",
        [("north", 0, "attackers/attacker 2+", "the shooters fled")],
        "2|-|- single 1",
    ),
    (
        "a range is printed by its lower end",
        "displaced",
        [("north", 0, "displaced 500-600")],
        "500|500|600 single 1",
    ),
    (
        "figures of one hour that cannot both hold are disputed and the nearest speaker's is printed",
        "injured",
        [("north", 0, "police: injured 4"), ("south", 0, "injured 3")],
        "3|4|4 disputed 1",
    ),
    (
        "of equal rank more voices decide",
        "injured",
        [("north", 0, "injured 4"), ("south", 0, "injured 3"), ("east", 0, "injured 4")],
        "3|4|4 disputed 2",
    ),
    (
        "of equal rank and voices the lower is printed",
        "injured",
        [("north", 0, "injured 4"), ("south", 0, "injured 3")],
        "3|3|4 disputed 1",
    ),
    (
        "a later higher figure of a speaker as direct overtakes",
        "killed",
        [("north", 0, "police: killed 84"), ("south", 9, "Mayor Iris Bolt: killed 85")],
        "85|85|85 single 1",
    ),
    (
        "a later lower figure does not",
        "killed",
        [("north", 0, "killed 6"), ("south", 9, "hospital: killed 4")],
        "4|4|6 disputed 1",
    ),
    (
        "a party's boast moves nothing",
        "killed",
        [("north", 0, "police: killed 2"), ("south", 1, "Red Front: killed 80")],
        "2|2|2 single 1",
    ),
    (
        "a part never adds to its total",
        "killed",
        [("north", 0, "killed 14"), ("north", 0, "killed 3", "three children")],
        "14|14|14 single 1",
    ),
    (
        "a person told of leaves room for a total",
        "killed",
        [("north", 0, "killed 2"), ("south", 1, "killed 1", "a man died")],
        "2|2|2 agreed 1",
    ),
    ("nobody hurt is a figure", "injured", [("north", 0, "injured 0")], "0|0|0 single 1"),
]


@pytest.mark.parametrize(
    ("slot", "rows", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_is_reported(slot: str, rows: Rows, expected: str) -> None:
    role = "attacker" if slot == "attackers" else "victim"
    finding = told(rows).finding(slot, role)
    assert shown(finding) == expected
    assert finding is not None
    assert finding.rule in RULES


def test_people_told_of_one_by_one_add_up_only_where_they_are_different_people() -> None:
    book = Book()
    book.say("north", 0, "killed 1", "A 19-year-old man died at the scene", who="A 19-year-old man")
    book.say("north", 0, "killed 1", "a woman died in hospital", who="a woman")
    book.say("north", 0, "killed 1", "The man died", who="The man")
    finding = book.finding("killed")
    assert shown(finding) == "2|2|2 single 1"
    assert finding is not None
    assert finding.derivation == "A 19-year-old man + a woman = 2"


def test_a_row_that_is_part_of_a_total_is_not_the_total() -> None:
    book = Book()
    book.say("north", 0, "killed 3", "including three children", part_of="14 dead")
    book.say("north", 0, "killed 14", "14 dead")
    assert shown(book.finding("killed")) == "14|14|14 single 1"


def test_attackers_never_count_among_victims() -> None:
    book = told([("north", 0, "killed 2"), ("north", 0, "killed/attacker 1")])
    assert shown(book.finding("killed")) == "2|2|2 single 1"
    assert shown(book.finding("killed", "attacker")) == "1|1|1 single 1"


def test_a_total_that_takes_in_the_attacker_is_shown_without_him() -> None:
    finding = told([("north", 0, "killed/all 3"), ("south", 1, "killed/attacker 1")]).finding("killed")
    assert shown(finding) == "2|2|2 single 1"
    assert finding is not None
    assert (finding.rule, finding.derivation) == ("less the attackers", "3 - 1 attackers")


def test_a_copy_adds_no_voice() -> None:
    book = told([("north", 0, "killed 3"), ("south", 1, "killed 3"), ("east", 2, "killed 3")])
    passage = Passage(start=0, end=9_999, of_start=0, of_end=9_999)
    book.copies = [
        Copy(report_id="south@1", of="north@0", kind="verbatim", passages=(passage,), overlap=1.0),
        Copy(report_id="east@2", of="south@1", kind="verbatim", passages=(passage,), overlap=1.0),
    ]
    finding = book.finding("killed")
    assert shown(finding) == "3|3|3 single 1"
    assert finding is not None
    assert finding.voices[0].name == "north"
    assert set(finding.voices[0].report_ids) == {"north@0", "south@1", "east@2"} or len(finding.support) == 3


def test_ten_outlets_that_carry_an_agency_are_one_voice() -> None:
    book = told([(f"outlet{n}", n, "killed 3") for n in range(10)])
    passage = Passage(start=0, end=9_999, of_start=0, of_end=0)
    book.copies = [
        Copy(report_id=key, of="AP", kind="credited", passages=(passage,), overlap=1.0)
        for key in book.reports
    ]
    finding = book.finding("killed")
    assert finding is not None
    assert [voice.name for voice in finding.voices] == ["ap"]


def test_what_a_report_withdraws_no_longer_stands() -> None:
    book = Book()
    book.say("north", 0, "killed 4", standing="retracted")
    finding = book.finding("killed")
    assert finding is not None
    assert (finding.standing, finding.best, len(finding.trail)) == ("withdrawn", None, 1)


def test_a_figure_judged_wrong_is_struck_and_the_judgement_can_be_taken_back() -> None:
    book = told([("north", 0, "killed 4"), ("south", 0, "killed 3")])
    wrong = Judgement(id="j", left=book.claims[0].id, verdict="wrong", by="desk", at=DAY)
    book.judgements = [wrong]
    assert shown(book.finding("killed")) == "3|3|3 single 1"
    book.judgements = [
        Judgement(id="j", left=book.claims[0].id, verdict="wrong", by="desk", at=DAY, superseded_at=DAY)
    ]
    assert shown(book.finding("killed")) == "3|3|4 disputed 1"


def test_wounded_who_died_leave_the_injured() -> None:
    book = told([
        ("north", 0, "injured 8"),
        ("north", 0, "killed 1"),
        ("south", 30, "killed 2", "a second victim died of wounds"),
    ])  # fmt: skip
    finding = book.finding("injured")
    assert shown(finding) == "7|7|7 single 1"
    assert finding is not None
    assert (finding.rule, finding.derivation) == ("wounded who died", "8 - 1 who died")


def test_survivors_of_a_total_are_the_injured() -> None:
    finding = told([("north", 0, "casualties 5"), ("north", 0, "killed 4")]).finding("injured")
    assert shown(finding) == "1|1|1 single 1"


def test_missing_who_are_found_leave_the_missing() -> None:
    book = told([("north", 0, "missing 1"), ("south", 30, "killed 1", "the boy was found dead")])
    assert shown(book.finding("missing")) == "0|0|0 single 1"


def test_nothing_said_is_no_finding() -> None:
    assert told([("north", 0, "killed 1")]).finding("injured") is None


SAID = st.tuples(
    st.sampled_from(["north", "south", "east"]),
    st.integers(0, 40),
    st.sampled_from(["", "police: ", "hospital: ", "Red Front: ", "witness: "]),
    st.sampled_from(["killed", "injured", "casualties", "missing", "killed/attacker", "killed/all"]),
    st.sampled_from(["0", "1", "2", "2+", "3", "5+", "4-6"]),
)


@given(st.lists(SAID, min_size=1, max_size=9), st.randoms())
def test_any_order_of_arrival_gives_the_same_findings(
    rows: list[tuple[str, int, str, str, str]], random: Any
) -> None:
    book = told((outlet, hour, f"{by}{slot} {value}") for outlet, hour, by, slot, value in rows)
    order = list(range(len(book.claims)))
    random.shuffle(order)
    assert book.findings(order) == book.findings()
    assert book.findings([*order, *order]) == book.findings()


@given(st.lists(SAID, min_size=1, max_size=9))
def test_spans_hold_their_best(rows: list[tuple[str, int, str, str, str]]) -> None:
    for finding in told((o, h, f"{by}{slot} {value}") for o, h, by, slot, value in rows).findings():
        if finding.best is not None:
            assert finding.low is None or finding.low <= finding.best
            assert finding.high is None or finding.best <= finding.high
        assert not set(finding.support) & set(finding.rivals)
