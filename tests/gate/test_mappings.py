"""How sayso's words are mapped to those of other sets, in sentences of our own."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.conftest import PlainReader, a_claim
from tests.gate import muc4, polnear, rumours
from tests.gate.polnear import Attribution

from sayso.model import Account, Claim, Grain, Label, Moment, Span

KEY = {
    "text": "FOUR REBELS OF THE NORTHERN FRONT SHOT THE MAYOR, ANA RUIZ, IN HER CAR.",
    "templates": [
        {
            "type": [{"alts": ["ATTACK"]}],
            "perp_individual": [{"alts": ["FOUR REBELS", "REBELS"]}],
            "perp_org": [{"alts": ["NORTHERN FRONT"]}],
            "phys_id": [{"alts": ["CAR"]}],
            "hum_name": [{"alts": ["ANA RUIZ"]}, {"alts": ["NOBODY HERE"]}],
        }
    ],
}


def template(kind: str, **roles: str) -> muc4.Template:
    return muc4.Template((kind,), {role: (frozenset({name}),) for role, name in roles.items()})


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (template("attack", PerpInd="rebels", PerpOrg="northern front", Victim="ana ruiz"), 4),
        (template("attack", PerpInd="rebels", Victim="mayor"), 2),
        (template("bombing", PerpInd="rebels", Victim="ana ruiz"), 0),
    ],
)
def test_a_template_of_the_right_type_gets_credit_for_each_entity_that_the_key_names(
    read: muc4.Template, right: int
) -> None:
    sums = muc4.tally([read], muc4.key_of(KEY))
    assert sum(count for (_, what), count in sums.items() if what == "right") == right
    assert sums["Victim", "wanted"] == 1, "a name that stands nowhere in the report is not asked for"


def test_two_templates_share_no_incident_of_the_key() -> None:
    read = [template("attack", Victim="ana ruiz"), template("attack", PerpInd="rebels")]
    sums = muc4.tally(read, muc4.key_of(KEY))
    assert (sums["type", "right"], sums["type", "told"]) == (1, 2)


@pytest.mark.parametrize(
    ("words", "bare", "told"),
    [
        ("four masked men", "PerpInd", {("PerpInd", "four masked men")}),
        (
            "rebels of the northern front",
            "PerpOrg",
            {("PerpInd", "rebels"), ("PerpOrg", "the northern front")},
        ),
        ("northern front rebels", "PerpOrg", {("PerpInd", "rebels"), ("PerpOrg", "northern front")}),
        ("members of harbour party", "PerpInd", {("PerpOrg", "harbour party")}),
        ("coastal rebels", "PerpOrg", {("PerpInd", "coastal rebels")}),
        (
            "navy command and harbour party",
            "PerpOrg",
            {("PerpOrg", "navy command"), ("PerpOrg", "harbour party")},
        ),
        ("10 rebels", "PerpInd", {("PerpInd", "10 rebels")}),
        ("r-5 rebels", "PerpOrg", {("PerpInd", "rebels"), ("PerpOrg", "r-5")}),
        ("alleged rebels who fled", "PerpOrg", {("PerpInd", "rebels")}),
        ("two men in white van", "PerpInd", {("PerpInd", "two men")}),
        ("two", "PerpInd", set()),
        ("red hands", "PerpOrg", {("PerpOrg", "red hands")}),
        ("ivan ruiz", "PerpInd", {("PerpInd", "ivan ruiz")}),
        ("spokesmen of harbour party", "PerpOrg", {("PerpOrg", "harbour party")}),
        ("group called northern front", "PerpOrg", {("PerpOrg", "northern front")}),
        ("movement of the fourth", "PerpOrg", {("PerpOrg", "movement of the fourth")}),
        ("several units", "PerpOrg", {("PerpInd", "several units")}),
        ("group", "PerpInd", set()),
        ("perpetrators", "PerpInd", set()),
    ],
)
def test_words_for_who_did_it_tell_the_people_and_the_organisation_that_they_are_of(
    words: str, bare: str, told: set[tuple[str, str]]
) -> None:
    assert set(muc4.doers(words, bare=bare)) == told


def told_of(slot: str, text: str) -> Claim:
    return replace(a_claim("a", slot, 1), value=Label(text=text))


def test_one_person_by_a_full_name_and_a_surname_is_told_once_and_without_titles() -> None:
    claims = [told_of("victim", "Judge Ana Ruiz"), told_of("victim", "Ruiz"), told_of("suspect", "Lopez")]
    roles = muc4.roles_of([*claims, told_of("suspect", "Ivan Lopez"), told_of("suspect", "two men")])
    assert roles["Victim"] == (frozenset({"ana ruiz"}),)
    assert roles["PerpInd"] == (frozenset({"ivan lopez"}), frozenset({"two men"}))


@pytest.mark.parametrize(
    ("kind", "slots", "hit", "made"),
    [
        ("armed-clash", ("victim",), False, None),
        ("armed-clash", ("victim", "suspect"), False, "attack"),
        ("armed-clash", ("suspect",), False, None),
        ("armed-clash", ("suspect",), True, "attack"),
        ("riot", ("victim", "suspect"), True, None),
        ("aviation", ("victim",), False, None),
        ("assassination", ("victim",), False, "attack"),
        ("explosion", ("victim",), False, "bombing"),
        ("explosion", ("cause",), True, None),
    ],
)
def test_a_crash_or_a_clash_is_an_attack_where_somebody_did_it_to_people_or_things(
    kind: str, slots: tuple[str, ...], hit: bool, made: str | None
) -> None:
    assert muc4.type_of(kind, [told_of(slot, "Ana Ruiz") for slot in slots], hit=hit) == made


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("rifles and grenades", {"rifles", "grenades"}),
        ("a sewing basket", set()),
        ("two car bombs", {"two car bombs"}),
    ],
)
def test_weapons_joined_in_one_phrase_are_told_apart_and_what_is_none_is_left_out(
    words: str, told: set[str]
) -> None:
    assert {words for _, words in muc4.fills_of(told_of("weapon", words))} == told


def test_what_is_the_army_s_is_no_target() -> None:
    hit = ("two buses", "the army barracks", "an armored car", "the party's office", "same buses")
    spans = [Span(field="text", start=0, end=len(words), quote=words) for words in hit]
    assert muc4.targets_of(spans) == (frozenset({"buses"}), frozenset({"partys office"}))


@pytest.mark.parametrize(
    ("first", "last", "grain", "is_long"),
    [
        (date(1989, 3, 4), date(1989, 3, 4), "day", False),
        (date(1988, 3, 4), date(1988, 3, 4), "day", True),
        (date(1989, 1, 1), date(1989, 12, 31), "year", True),
    ],
)
def test_what_happened_long_before_the_report_is_no_template(
    first: date, last: date, grain: Grain, is_long: bool
) -> None:
    happened = Moment(start=first, end=last, grain=grain)
    told = Account(id="a", report_id="r", key="i1", main=True, kind="shooting", happened=happened)
    assert muc4.is_long_ago(told, date(1989, 3, 6)) == is_long
    assert not muc4.is_long_ago(told, None), "no day of the report, no long ago"


def test_an_attribution_is_right_when_all_three_parts_overlap_and_is_found_once() -> None:
    wanted = [Attribution([(0, 9)], [(10, 14)], [(15, 60)])]
    made = Attribution([(4, 9)], [(10, 14)], [(30, 40)])
    assert polnear.matched([made, made], wanted) == 1
    assert polnear.matched([made._replace(cue=[(61, 65)])], wanted) == 0


def test_stretches_of_one_line_that_nearly_touch_are_one() -> None:
    text = "that the bridge , once shut, would open\nand more"
    assert polnear.joined(text, [(18, 39), (0, 15), (40, 48)], near=60) == [(0, 39), (40, 48)]


@pytest.mark.parametrize(
    ("tweet", "grade"),
    [
        ("Four dead at the harbour, police say", "certain"),
        ("Gunman believed to have fled the harbour", "probable"),
        ("Two may have been shot at the harbour", "possible"),
        ("Is it true that four are dead?", "possible"),
        ("Four dead https://example.org/?id=4", "certain"),
    ],
)
def test_a_tweet_is_as_firm_as_its_words(tweet: str, grade: str) -> None:
    assert rumours.grade(tweet, PlainReader()) == grade
