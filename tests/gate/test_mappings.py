"""How sayso's words are mapped to those of other sets, in sentences of our own."""

import pytest
from msgspec.structs import replace
from tests.conftest import PlainReader, a_claim
from tests.gate import muc4, polnear, rumours
from tests.gate.polnear import Attribution

from sayso.model import Claim, Label

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
    ("kind", "slots", "made"),
    [
        ("riot", ("victim",), None),
        ("riot", ("victim", "suspect"), "attack"),
        ("aviation", ("victim",), None),
        ("assassination", ("victim",), "attack"),
    ],
)
def test_a_crash_or_a_riot_is_an_attack_where_somebody_did_it(
    kind: str, slots: tuple[str, ...], made: str | None
) -> None:
    assert muc4.type_of(kind, [told_of(slot, "Ana Ruiz") for slot in slots]) == made


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
