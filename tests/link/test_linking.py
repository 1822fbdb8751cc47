"""Which accounts tell of one incident. Each row: the incident it is of, then day, kind, city and words."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link import Sketch, block_keys, compare, describe, group, sketch
from sayso.link.scores import parts
from sayso.model import (
    Account,
    Claim,
    Count,
    Judgement,
    Label,
    Link,
    Moment,
    Place,
    Report,
    Span,
    account_id,
    source_of,
)

NOW = datetime(2024, 5, 1, tzinfo=UTC)


def a_sketch(name: str, day: int, kind: str, city: str | None, words: str, **more: Any) -> Sketch:
    """Return the sketch of a report's only account; it happened the day before it was published."""
    published = NOW + timedelta(days=day)
    happened = date(2024, 5, 1) + timedelta(days=more.pop("happened", day - 1))
    main = more.pop("main", True)
    report = Report(id=name, source=source_of("north.example"), text=words, published_at=published)
    account = Account(
        id=account_id(name, "i1"),
        report_id=name,
        key="i1",
        main=main,
        kind=kind,
        place=Place(city=city, country="US") if city else None,
        happened=Moment(start=happened, end=happened),
        **more,
    )
    return sketch(account, (), report)


def with_dead(toll: int, one: Sketch, **more: Any) -> Sketch:
    """Return a sketch with so many dead, and without ages and streets."""
    dead = Count(low=toll, high=toll)
    return msgspec.structs.replace(one, killed=dead, ages=(), streets=(), people=(), **more)


def passing(name: str, day: int, toll: int) -> Sketch:
    """Return the sketch of an attack of which only the toll is told, on the way."""
    one = a_sketch(name, day, "shooting", None, "It recalled the gunmen.")
    return with_dead(toll, one, happened=None)


def clusters(sketches: Sequence[Sketch], judgements: Sequence[Judgement] = ()) -> list[set[str]]:
    """Group sketches as a book does: compare what shares a key, then join."""
    keys = [set(block_keys(one)) for one in sketches]
    links = [
        compare(left, right)
        for at, left in enumerate(sketches)
        for to, right in enumerate(sketches[:at])
        if keys[at] & keys[to]
    ]
    named = {one.id: one.report_id for one in sketches}
    return [{named[key] for key in cluster} for cluster in group([s.id for s in sketches], links, judgements)]


STREET = (
    "A man was shot on Willow Street near the Corner Kettle cafe. Jonas Pell, 31, died, his aunt Agda said."
)
CHARGE = "Ruben Tasker, 24, is charged with killing Jonas Pell, 31, at the Corner Kettle on Willow Street."
OTHER = "A woman was wounded on Harbour Road behind the Old Cannery. Mette Lorn, 58, is in hospital."
ABROAD = "A lorry overturned on the coast; eleven pilgrims from Quillan were hurt as it hit an olive grove."

TABLE: list[tuple[str, list[tuple[int, Sketch]]]] = [
    (
        "two reports of one shooting",
        [
            (0, a_sketch("a", 1, "shooting", "Dana", STREET)),
            (0, a_sketch("b", 1, "homicide", "Dana", CHARGE)),
        ],
    ),
    (
        "two shootings of one evening in one city",
        [(0, a_sketch("a", 1, "shooting", "Dana", STREET)), (1, a_sketch("b", 1, "shooting", "Dana", OTHER))],
    ),
    (
        "a charge weeks later comes home by names",
        [
            (0, a_sketch("a", 1, "shooting", "Dana", STREET)),
            (0, a_sketch("b", 45, "shooting", "Dana", CHARGE, happened=0)),
        ],
    ),
    (
        "a like day in another country and of another kind",
        [(0, a_sketch("a", 1, "shooting", "Dana", STREET)), (1, a_sketch("b", 1, "road", None, ABROAD))],
    ),
    (
        "years apart in one town, with one great toll",
        [
            (0, with_dead(866, a_sketch("a", 1, "shooting", "Dana", STREET))),
            (1, with_dead(866, a_sketch("b", 2500, "shooting", "Dana", OTHER))),
        ],
    ),
    (
        "nothing known but the day is no match",
        [
            (0, a_sketch("a", 1, "other", None, "It rained.")),
            (1, a_sketch("b", 1, "other", None, "It was dry.")),
        ],
    ),
]


@pytest.mark.parametrize("rows", [row[1] for row in TABLE], ids=[row[0] for row in TABLE])
def test_accounts_of_one_incident_meet_and_others_stay_apart(rows: list[tuple[int, Sketch]]) -> None:
    expected: dict[int, set[str]] = {}
    for incident, one in rows:
        expected.setdefault(incident, set()).add(one.report_id)
    assert clusters([one for _, one in rows]) == list(expected.values())


@pytest.mark.parametrize(("later", "same"), [(3, True), (2500, False)])
def test_a_toll_without_day_or_town_joins_reports_of_a_week_not_of_years(later: int, same: bool) -> None:
    assert (compare(passing("a", 1, 866), passing("b", later, 866)).score >= 0) is same


def test_a_link_reads_the_same_from_both_sides_and_says_why() -> None:
    left, right = a_sketch("a", 1, "shooting", "Dana", STREET), a_sketch("b", 1, "shooting", "Dana", CHARGE)
    link = compare(left, right)
    assert link == compare(right, left)
    assert link.left < link.right
    assert any("jonas pell" in reason for reason in link.reasons)


@pytest.mark.parametrize(
    ("other", "same"),
    [("Jonas Pell", True), ("Jonas Pel", True), ("Joans Pell", True), ("Tonas Pell", False)],
)
def test_a_name_that_one_outlet_misspells_is_still_one_name(other: str, same: bool) -> None:
    left = a_sketch("a", 1, "shooting", "Dana", "Jonas Pell, 31, died.")
    right = a_sketch("b", 1, "shooting", "Dana", f"{other}, 31, was buried.")
    assert any(part.name == "person" for part in parts(left, right)) is same


def abroad(one: Sketch, country: str, **more: Any) -> Sketch:
    """Return a sketch of the same words in another country."""
    return msgspec.structs.replace(one, country=country, **more)


def test_an_incident_at_sea_may_be_told_of_several_shores() -> None:
    words = "Pirates in three skiffs boarded the freighter Quill Star; the frigate Adamant freed its crew."
    left, right = (a_sketch(name, 1, "maritime", None, words) for name in "ab")
    assert clusters([abroad(left, "SO"), abroad(right, "IN")]) == [{"a", "b"}]
    named = [part.name for part in parts(abroad(left, "SO"), abroad(right, "IN"))]
    assert "waters other" in named
    assert "country other" not in named
    ashore = [abroad(one, land, kind="shooting") for one, land in ((left, "SO"), (right, "IN"))]
    assert "country other" in [part.name for part in parts(*ashore)]


def test_one_citys_name_counts_where_a_report_is_taken_to_mean_its_namesake() -> None:
    left, right = (a_sketch(name, 1, "shooting", "Dana", STREET) for name in "ab")
    named = [part.name for part in parts(left, abroad(right, "CA"))]
    assert named.count("city same") == named.count("country other") == 1
    elsewhere = [part.name for part in parts(left, abroad(right, "CA", city="tarvo"))]
    assert "city other" not in elsewhere, "another country says it already"


def test_the_name_of_the_station_ties_none_of_its_pages() -> None:
    told = a_sketch("a", 1, "shooting", "Dana", "WQZX learned of Wyldemar from KQZX-TV.")
    assert told.words == ("wyldemar", "learned")


def test_two_accounts_of_one_report_stay_apart_unless_a_person_says_otherwise() -> None:
    one = a_sketch("a", 1, "shooting", "Dana", STREET)
    two = Sketch(**{f: getattr(one, f) for f in one.__struct_fields__} | {"id": "other"})
    link = compare(one, two)
    assert len(group([one.id, two.id], [link], ())) == 2
    same = Judgement(id="j", left=one.id, right=two.id, verdict="same", by="desk", at=NOW)
    assert len(group([one.id, two.id], [link], [same])) == 1


def test_a_series_is_not_one_of_its_incidents() -> None:
    one, two = (a_sketch(n, 1, "shooting", "Dana", STREET, series=n == "b") for n in "ab")
    assert len(clusters([one, two])) == 2


def judged(left: str, right: str, verdict: str, hour: int = 0, *, taken_back: bool = False) -> Judgement:
    at = NOW + timedelta(hours=hour)
    return Judgement(
        id=f"{left}{right}{verdict}{hour}",
        left=left,
        right=right,
        verdict=verdict,  # type: ignore[arg-type]
        by="desk",
        at=at,
        superseded_at=at if taken_back else None,
    )


LINKS = [
    Link(left="a", right="b", score=3.0),
    Link(left="b", right="c", score=2.0),
    Link(left="a", right="c", score=-5.0),
]


@pytest.mark.parametrize(
    ("judgements", "expected"),
    [
        ([], [("a", "b"), ("c",)]),
        ([judged("a", "b", "different")], [("a",), ("b", "c")]),
        ([judged("c", "a", "same")], [("a", "b", "c")]),
        ([judged("a", "b", "different", taken_back=True)], [("a", "b"), ("c",)]),
        ([judged("a", "b", "unsure")], [("a", "b"), ("c",)]),
        ([judged("a", "b", "same", 0), judged("b", "a", "different", 1)], [("a",), ("b", "c")]),
        ([judged("a", "b", "different"), judged("b", "c", "different")], [("a",), ("b",), ("c",)]),
    ],
)
def test_judgements_outrank_scores(judgements: list[Judgement], expected: list[tuple[str, ...]]) -> None:
    assert list(group(["a", "b", "c"], LINKS, judgements)) == expected


@pytest.mark.parametrize(
    ("judgements", "expected"),
    [
        ([], [("a", "b"), ("c", "d")]),
        ([judged("a", "c", "same")], [("a", "b", "c", "d")]),
        ([judged("b", "d", "same"), judged("a", "c", "unsure", 1)], [("a", "b", "c", "d")]),
        ([judged("a", "c", "same"), judged("b", "d", "different")], [("a", "c"), ("b",), ("d",)]),
        ([judged("a", "c", "same", 0), judged("a", "c", "different", 1)], [("a", "b"), ("c", "d")]),
    ],
)
def test_two_incidents_judged_one_are_joined_whole(
    judgements: list[Judgement], expected: list[tuple[str, ...]]
) -> None:
    against = [Link(left=one, right=two, score=-9.0) for one in "ab" for two in "cd"]
    links = [Link(left="a", right="b", score=3.0), Link(left="c", right="d", score=3.0), *against]
    assert list(group("abcd", links, judgements)) == expected


def test_one_chance_likeness_does_not_chain_two_incidents_together() -> None:
    links = [
        Link(left="a", right="b", score=5.0),
        Link(left="c", right="d", score=5.0),
        Link(left="b", right="c", score=0.5),
        Link(left="a", right="d", score=-4.0),
        Link(left="a", right="c", score=-4.0),
    ]
    assert group("abcd", links, ()) == (("a", "b"), ("c", "d"))


def test_one_account_judged_different_stays_out_however_many_speak_for_it() -> None:
    order = [f"a{n:02}" for n in range(80)]
    links = [Link(left=one, right=two, score=3.0) for one in order for two in order if one < two]
    assert len(group(order, links, ())) == 1
    apart = group(order, links, [judged("a00", "a41", "different")])
    assert sorted(len(cluster) for cluster in apart) == [1, 79]
    veto = [*links, Link(left="a00", right="a41", score=-100.0)]
    assert all(not {"a00", "a41"} <= set(cluster) for cluster in group(order, veto, ()))


SCORES = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] < pair[1]),
    st.floats(-6, 6),
    max_size=12,
)


@given(SCORES, st.randoms())
def test_the_order_of_links_makes_no_difference(scores: dict[tuple[str, str], float], random: Any) -> None:
    links = [Link(left=left, right=right, score=score) for (left, right), score in scores.items()]
    shuffled = links[:]
    random.shuffle(shuffled)
    assert group("abcdef", links, ()) == group("abcdef", [*shuffled, *links], ())


@given(SCORES)
def test_every_account_is_in_one_cluster_in_founding_order(scores: dict[tuple[str, str], float]) -> None:
    links = [Link(left=left, right=right, score=score) for (left, right), score in scores.items()]
    found = group("fedcba", links, ())
    assert sorted(account for cluster in found for account in cluster) == list("abcdef")
    for cluster in found:
        assert list(cluster) == sorted(cluster, reverse=True)


def test_a_background_mention_brings_none_of_the_names_of_the_reports_own_subject() -> None:
    report = Report(
        id="a", text=f"{STREET}\nTwo years ago a bus crashed in Tarvo; the driver Emil Hask died."
    )
    crash = Account(id=account_id("a", "i2"), report_id="a", key="i2", main=False, kind="road")
    start = report.text.index("Emil Hask")
    span = Span(start=start, end=start + 9, quote="Emil Hask")
    said = Claim(
        id="c", account_id=crash.id, slot="victim", value=Label(text="Emil Hask", code="killed"), span=span
    )
    assert sketch(crash, [said], report).people == ("emil hask",)


def test_an_incident_is_what_most_accounts_say_it_is() -> None:
    day = Moment(start=date(2024, 5, 1), end=date(2024, 5, 1))
    month = Moment(start=date(2024, 5, 1), end=date(2024, 5, 31), grain="month")
    rows: list[tuple[str, str | None, Moment]] = [
        ("other", None, month),
        ("shooting", "Dana", day),
        ("shooting", "Dana", day),
    ]
    accounts = [
        Account(id=f"{n}", report_id=f"r{n}", key="i1", main=True, kind=kind, happened=happened,
                place=Place(city=city, country="US"))
        for n, (kind, city, happened) in enumerate(rows)
    ]  # fmt: skip
    incident = describe(accounts)
    assert (incident.id, incident.kind, incident.happened) == ("0", "shooting", day)
    assert incident.place is not None
    assert incident.place.city == "Dana"


def test_an_incident_is_in_the_state_that_most_accounts_give_its_town() -> None:
    ohio = Place(text="Dana", city="Dana", region="OH", country="US")
    maine = Place(text="Dana", city="Dana", region="ME", country="US", latitude=45.2, longitude=-68.7)
    accounts = [
        Account(id=f"{n}", report_id=f"r{n}", key="i1", main=True, kind="shooting", place=place)
        for n, place in enumerate((maine, ohio, ohio))
    ]
    assert describe(accounts).place == ohio


def test_of_places_given_as_often_the_one_published_first_is_told_whatever_arrived_first() -> None:
    accounts = [
        Account(id=city, report_id=city, key="i1", main=True, kind=kind, place=Place(city=city, country="US"))
        for city, kind in (("Tarvo", "fire"), ("Dana", "explosion"))
    ]
    for published, city, kind in (
        ({"Tarvo": 1, "Dana": 2}, "Tarvo", "fire"),
        ({"Tarvo": 2, "Dana": 1}, "Dana", "explosion"),
        ({"Tarvo": 1}, "Tarvo", "fire"),
        ({}, "Dana", "explosion"),
    ):
        for arrived in (accounts, accounts[::-1]):
            incident = describe(arrived, published)
            assert incident.id == arrived[0].id
            assert incident.place is not None
            assert (incident.place.city, incident.kind) == (city, kind)


def test_keys_bring_late_follow_ups_home_by_name() -> None:
    early = a_sketch("a", 1, "shooting", "Dana", STREET)
    late = a_sketch("b", 400, "homicide", None, CHARGE, happened=399)
    assert {key for key in block_keys(early) if key in block_keys(late)} == {"person|jonas pell"}


def follow_up(name: str, day: int, kind: str, dead: int, words: str, **more: Any) -> Sketch:
    """Return the sketch of a report of a town of its own, that tells neither day nor town."""
    one = a_sketch(name, day, kind, None, words)
    return with_dead(dead, one, happened=None, **more)


@pytest.mark.parametrize(
    ("kind", "dead", "days", "meet"),
    [
        ("crowd-crush", 3, 24, True),
        ("mine", 1, 29, True),
        ("shooting", 9, 24, True),
        ("shooting", 1, 40, False),
        ("road", 2, 40, False),
        ("crowd-crush", 3, 200, False),
    ],
)
def test_a_name_hardly_ever_heard_brings_the_follow_ups_of_weeks_home(
    kind: str, dead: int, days: int, meet: bool
) -> None:
    one = follow_up("a", 1, kind, dead, "They had come to hear the Ottlanders at Quillan.")
    two = follow_up("b", 1 + days, kind, dead, "An eighth who heard the Ottlanders died.")
    assert bool(set(block_keys(one)) & set(block_keys(two))) == meet


def test_two_crashes_of_one_month_on_one_road_stay_apart() -> None:
    first = with_dead(3, a_sketch("a", 1, "road", "Dana", "A coach left the Quillan road at Sorvad bridge."))
    second = with_dead(7, a_sketch("b", 22, "road", "Dana", "A lorry met a bus on the Quillan road."))
    assert clusters([first, second]) == [{"a"}, {"b"}]


@pytest.mark.parametrize(
    ("left", "right", "part"),
    [
        ("A car hit people in Pulteney Street.", "Accused Pulteney Street driver in court.", "street"),
        ("It fell on Willow Street.", "Blast On Willow Street.", "street"),
        ("It fell on Willow Street.", "It fell on Harbour Street.", "other streets"),
        ("It fell on Oak Street.", "It fell on Redoak Street.", "other streets"),
    ],
)
def test_a_street_is_known_behind_the_word_of_a_headline(left: str, right: str, part: str) -> None:
    assert part in named(a_sketch("a", 1, "road", "Dana", left), a_sketch("b", 1, "road", "Dana", right))


def test_at_least_nine_and_nine_are_one_toll() -> None:
    one, two = (with_dead(9, a_sketch(name, 1, "shooting", "Dana", "They fled.")) for name in "ab")
    assert "toll same" in named(msgspec.structs.replace(one, killed=Count(low=9, high=None)), two)


@pytest.mark.parametrize(
    ("dead", "other", "city", "great"),
    [
        (6, 7, "Dana", True),
        (6, 7, None, True),
        (6, 7, "Lodva", False),
        (12, 14, "Lodva", True),
        (2, 3, "Dana", False),
        (6, 30, "Dana", False),
    ],
)
def test_some_dead_tell_one_incident_where_no_two_towns_are_told(
    dead: int, other: int, city: str | None, great: bool
) -> None:
    one = with_dead(dead, a_sketch("a", 1, "fire", "Dana", "It burned."))
    two = with_dead(other, a_sketch("b", 1, "fire", city, "It burned."))
    assert ("great tolls" in named(one, two)) == great


def named(left: Sketch, right: Sketch) -> set[str]:
    """Return the names of the parts by which two sketches are compared."""
    return {part.name for part in parts(left, right)}


def test_ages_of_many_say_less_than_the_age_of_one() -> None:
    def told(report_id: str, age: int, hurt: int) -> Sketch:
        words = f"A {age}-year-old man was shot at the market in Dana."
        counted = Count(low=hurt, high=hurt)
        return msgspec.structs.replace(a_sketch(report_id, 1, "shooting", "Dana", words), injured=counted)

    of_one, of_many = (compare(told("a", 31, hurt), told("b", 62, hurt)).score for hurt in (1, 24))
    assert of_many - of_one > 1


def test_the_town_from_which_it_was_filed_need_not_be_the_place() -> None:
    filed = a_sketch("a", 1, "earthquake", "Lodva", "LODVA (Tarvo Wire) - An earthquake shook the south.")
    assert filed.filed
    assert not a_sketch("b", 1, "earthquake", "Lodva", "LODVA (Tarvo Wire) - Lodva was shaken.").filed
    assert "city other named" in named(filed, a_sketch("c", 1, "earthquake", "Dana", "Dana was shaken."))
    assert "city filed" in named(
        filed, a_sketch("d", 1, "earthquake", "Lodva", "LODVA (Quill) - Walls fell.")
    )


@pytest.mark.parametrize(
    "likened",
    [
        "It was the second collapse in the country on the same day, after that of the Belm tower in Lodva.",
        "There is no connection with the collapse of the Belm tower in Lodva, the mayor said.",
        "It is not clear whether that of the Belm tower in Lodva was linked.",
    ],
)
def test_an_incident_that_is_likened_to_another_is_not_the_other(likened: str) -> None:
    own = "A wall fell in Dana on Sunday. Two women died."
    there = a_sketch("a", 1, "building-collapse", "Lodva", "The Belm tower fell in Lodva on Sunday.")
    one, other = (
        a_sketch("b", 1, "building-collapse", "Dana", f"{own}{more}") for more in ("", f"\n{likened}")
    )
    assert compare(one, there).score == compare(other, there).score
    assert "city other named" not in named(other, there)


def test_a_town_beside_the_city_is_near_it_where_such_things_are_rare() -> None:
    one, two = a_sketch("a", 1, "fire", "Dana", "It burned."), a_sketch("b", 1, "fire", "Lodva", "It burned.")
    one, two = (msgspec.structs.replace(s, at=(10.0, 20.0 + n / 5)) for n, s in enumerate((one, two)))
    assert "city other" in named(one, two)
    assert "city near" in named(with_dead(7, one), two)


def test_a_city_is_one_in_whatever_spelling() -> None:
    towns = (("a", "Dana"), ("b", "Tanah"))
    one, two = (a_sketch(name, 1, "fire", city, "It burned.") for name, city in towns)
    assert "city other" in named(one, two)
    one, two = (msgspec.structs.replace(s, at=(10.0, 20.0)) for s in (one, two))
    assert "city same" in named(one, two)


def test_two_cities_far_apart_are_two_incidents_however_alike_the_words() -> None:
    words = "A bomb killed {} people in {}, Tarvonia, on Sunday, police said."
    one = a_sketch("a", 1, "bombing", "Dana", words.format("five", "Dana"), happened=0)
    two = a_sketch("b", 1, "bombing", "Lodva", words.format("three", "Lodva"), happened=0)
    one, two = (msgspec.structs.replace(s, at=(10.0, 20.0 + 4 * n)) for n, s in enumerate((one, two)))
    assert "city far" in named(one, two)
    assert compare(one, two).score < 0


def test_accounts_that_name_each_others_town_tell_of_one_place() -> None:
    words = "Gunmen fired in Dana, a part of Lodva, on Sunday."
    one, two = a_sketch("a", 1, "shooting", "Dana", words), a_sketch("b", 1, "shooting", "Lodva", words)
    third = a_sketch("c", 1, "shooting", "Lodva", "Gunmen fired in Lodva on Sunday.")
    assert "city both named" in named(one, two)
    assert "city other named" in named(one, third)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Six died in the shooting at Lodva station. A gunman was killed at a bar.", "lodva"),
        ("Dana bar shooting: six people died after a gunman opened fire near a station.", "dana"),
    ],
)
def test_a_report_of_no_place_that_has_the_name_of_a_town_is_of_what_happened_there(
    words: str, expected: str
) -> None:
    dana = a_sketch("dana", 1, "shooting", "Dana", "Three were shot dead at a bar in Dana. A gunman fled.")
    lodva = a_sketch(
        "lodva", 1, "shooting", "Lodva", "Four were shot dead at a station in Lodva by a gunman."
    )
    placeless = a_sketch("p", 1, "shooting", None, words)
    assert {"p", expected} in clusters([dana, placeless, lodva])


def test_kinds_that_reports_confuse_are_akin_where_they_are_rare() -> None:
    def told(name: str, kind: str, city: str | None = "Dana") -> Sketch:
        return a_sketch(name, 1, kind, city, "Nine were hurt.")

    assert "kind rare akin" in named(told("a", "mine"), told("b", "explosion"))
    assert "kind rare akin" in named(told("a", "landslide"), told("b", "flood"))
    assert "kind rare" in named(told("a", "flood"), told("b", "flood"))
    everyday = named(told("a", "shooting"), told("b", "homicide"))
    assert not {"kind rare", "kind rare akin"} & everyday
    assert "kind rare akin" not in named(told("a", "mine"), told("b", "flood"))


def test_a_day_more_or_less_is_no_reason_against_where_such_things_are_rare() -> None:
    one, next_day = (a_sketch(n, day, "landslide", "Dana", "It fell.") for n, day in (("a", 1), ("b", 2)))
    assert "day near rare" in named(one, next_day)
    one, next_day = (a_sketch(n, day, "shooting", "Dana", "It fell.") for n, day in (("a", 1), ("b", 2)))
    assert "day near" in named(one, next_day)


def test_one_country_speaks_for_rare_incidents_of_which_a_town_is_not_told() -> None:
    def told(name: str, kind: str, city: str | None) -> Sketch:
        one = a_sketch(name, 1, kind, city, "Nine were hurt.")
        return msgspec.structs.replace(one, country="US")

    assert "country same" in named(told("a", "landslide", None), told("b", "landslide", "Dana"))
    assert "country same" not in named(told("a", "landslide", "Lodva"), told("b", "landslide", "Dana"))
    assert "country same" not in named(told("a", "shooting", None), told("b", "shooting", "Dana"))


def test_the_same_toll_says_little_where_two_days_are_told() -> None:
    one, two = (with_dead(24, a_sketch(n, 1, "airstrike", "Dana", "It fell.")) for n in "ab")
    weeks_on = with_dead(24, a_sketch("c", 16, "airstrike", "Dana", "It fell."))
    month = Moment(start=date(2024, 5, 1), end=date(2024, 5, 31), grain="month")
    assert {"toll same", "great tolls"} <= named(one, two)
    assert {"toll same apart", "great tolls apart"} <= named(one, weeks_on)
    assert "toll same" in named(one, msgspec.structs.replace(weeks_on, happened=month))


def test_an_aftershock_is_another_earthquake() -> None:
    main = a_sketch("a", 1, "earthquake", "Dana", "The ground shook.")
    later = msgspec.structs.replace(a_sketch("b", 2, "earthquake", "Dana", "It shook."), aftershock=True)
    assert "aftershock" in named(main, later)
    assert compare(main, later).score < 0


def test_a_storm_is_known_by_its_name_in_whatever_country() -> None:
    report = Report(id="r", title="Storm Ottla hits Dana", text="Two died as Storm Ottla tore roofs off.")
    account = Account(id=account_id("r", "i1"), report_id="r", key="i1", main=True, kind="storm")
    assert sketch(account, (), report).storm == "ottla"
    once = msgspec.structs.replace(report, title="Wind hits Dana")
    assert sketch(account, (), once).storm is None
    centre = msgspec.structs.replace(
        report, title="Hurricane Center warns", text="The Hurricane Center said so."
    )
    assert sketch(account, (), centre).storm is None
    here, there, other = (
        msgspec.structs.replace(
            a_sketch(name, 1, "storm", "Dana", "Roofs flew."), storm=storm, city=None, country=land
        )
        for name, storm, land in (("a", "ottla", "NL"), ("b", "ottla", "DE"), ("c", "sanna", "NL"))
    )
    assert compare(here, there).score >= 0 > compare(here, other).score


def test_the_earthquake_that_a_report_on_an_aftershock_recalls_is_none() -> None:
    report = Report(id="r", title="Aftershock shakes Dana", text="The ground shook, days after a quake.")
    made = [
        Account(id=account_id("r", key), report_id="r", key=key, main=main, kind="earthquake")
        for key, main in (("i1", True), ("i2", False))
    ]
    assert [sketch(account, (), report).aftershock for account in made] == [True, False]


def test_all_words_of_a_town_s_name_in_the_other_account_speak_for_it() -> None:
    one = a_sketch("a", 1, "stabbing", "Queen's Ford", "A cook was stabbed at Queen's Ford.")
    two = a_sketch("b", 1, "stabbing", "Lodva", "A cook was stabbed near Queen's Ford station in Lodva.")
    other = a_sketch("c", 1, "stabbing", "Lodva", "A cook was stabbed near the Queen's palace in Lodva.")
    assert "city other named" in named(one, two)
    assert "city other" in named(one, other)


def test_a_month_that_is_told_long_after_it_is_compared_and_fits() -> None:
    early = a_sketch("a", 1, "rail", "Dana", "A train left the rails.")
    month = Moment(start=date(2024, 5, 1), end=date(2024, 5, 31), grain="month")
    late = msgspec.structs.replace(early, id="b", report_id="b", published=date(2024, 12, 3), happened=month)
    assert set(block_keys(early)) & set(block_keys(late))
    assert "month same" in named(early, late)


def test_a_day_that_is_recalled_weeks_later_is_no_reason_against() -> None:
    early = a_sketch("a", 1, "shooting", "Dana", "Shots were fired at the market.")
    late = a_sketch("b", 30, "shooting", "Dana", "A man shot at the market has died.", happened=0)
    assert "published week" in named(early, late)


def test_a_school_that_both_name_speaks_for_one_incident() -> None:
    one = a_sketch("a", 1, "shooting", None, "Shots at Quill Creek High School were heard.")
    two = a_sketch("b", 1, "shooting", None, "Victims of the Quill Creek High School attack were named.")
    assert one.houses == ("quill creek high school",)
    assert "house" in named(one, two)


def test_as_many_captives_tell_of_one_abduction() -> None:
    held = Count(low=94, high=94)
    one = msgspec.structs.replace(a_sketch("a", 1, "abduction", "Dana", STREET), taken=held)
    two = msgspec.structs.replace(a_sketch("b", 3, "abduction", "Tarvo", OTHER), taken=held)
    assert "toll same" in {part.name for part in parts(one, two)}


def test_a_storm_named_once_is_the_storm_that_another_report_names_often() -> None:
    one = a_sketch("a", 1, "storm", "Dana", "Roofs flew.")
    often = msgspec.structs.replace(
        one, id="b", report_id="b", city="Lodva", storm="ottla", storms=("ottla",)
    )
    once = msgspec.structs.replace(one, storms=("ottla", "sanna"))
    assert "storm same" in named(once, often)
    # What both only recall is no storm of theirs.
    assert "storm same" not in named(
        once, msgspec.structs.replace(often, storm="edda", storms=("edda", "sanna"))
    )


@pytest.mark.parametrize(
    ("title", "text", "storm"),
    [
        ("'Ottla' nears Dana", "People were moved before Typhoon Ottla struck.", "ottla"),
        ("Four dead as Ottla passes", "Storm Ottla's rain fell on Dana. Ottla has weakened.", "ottla"),
        (
            "Ottla's dead number 31",
            "Because of Typhoon Ottla 31 died. In 2020 Typhoon Sanna killed 25.",
            "ottla",
        ),
        ("Two swept away in Dana", "The remnant of Typhoon Ottla may bring rain.", None),
    ],
)
def test_a_storm_is_named_often_with_the_word_or_without(title: str, text: str, storm: str | None) -> None:
    report = Report(id="r", title=title, text=text)
    account = Account(id=account_id("r", "i1"), report_id="r", key="i1", main=True, kind="storm")
    assert sketch(account, (), report).storm == storm


def test_a_storm_that_is_named_once_and_struck_another_country_is_not_that_one() -> None:
    often = msgspec.structs.replace(
        a_sketch("a", 1, "storm", "Dana", "Roofs flew."), storm="ottla", storms=("ottla",), country="PH"
    )
    once = msgspec.structs.replace(often, id="b", report_id="b", city="Lodva", storm=None)
    assert "storm same" in named(often, once)
    assert "storm same" not in named(often, msgspec.structs.replace(once, country="VN"))


@pytest.mark.parametrize(
    ("kind", "again"),
    [("mine", False), ("building-collapse", False), ("airstrike", True), ("shooting", True), ("road", True)],
)
def test_two_incidents_of_a_rare_kind_are_hardly_ever_in_one_town(kind: str, again: bool) -> None:
    one, two = (a_sketch(name, 1, kind, "Dana", "Sirens were heard.") for name in "ab")
    assert ("rare there" in named(one, two)) is not again


def test_two_reports_of_one_day_that_tell_no_day_are_of_its_news() -> None:
    one, two, later = (
        msgspec.structs.replace(a_sketch(name, day, "stabbing", "Dana", "A man was held."), happened=None)
        for name, day in (("a", 1), ("b", 2), ("c", 5))
    )
    assert "undated near" in named(one, two)
    assert "undated near" not in named(one, later)


def test_the_days_that_reports_tell_of_an_epidemic_do_not_part_them() -> None:
    one, two = (
        a_sketch(name, day, "epidemic", "Dana", "Cholera spreads.") for name, day in (("a", 1), ("b", 20))
    )
    assert "lasting" in named(one, two)
    assert not any(part.startswith("day ") for part in named(one, two))


def test_two_epidemics_of_one_town_years_apart_are_two() -> None:
    one, two = (
        a_sketch(name, day, "epidemic", "Dana", "Cholera spreads.") for name, day in (("a", 1), ("b", 700))
    )
    assert not {"lasting", "rare there"} & named(one, two)
    assert compare(one, two).score < 0


@pytest.mark.parametrize(("later", "said"), [(2, "published 1 day apart"), (4, "published 3 days apart")])
def test_one_day_is_one_day_and_more_are_days(later: int, said: str) -> None:
    assert any(said in reason for reason in compare(passing("a", 1, 866), passing("b", later, 866)).reasons)
