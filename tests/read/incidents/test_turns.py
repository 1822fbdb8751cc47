"""Reports that turn from one attack or accident to the next, place by place: each is an account beside all of them."""

from collections import defaultdict
from datetime import UTC, datetime

import pytest

from sayso.model import Count, Reading, Report
from sayso.read import read
from sayso.read.incidents.turns import tells_several
from sayso.read.text.page import page_of

BOMBS = """LODVA, March 3 (Kestrel) - Bombs and gunmen killed 17 people in three provinces on Tuesday, the interior ministry said.

The deadliest attack was in Mosul, where a suicide bomber blew himself up in a queue of recruits. Nine people died there, a police captain said.

Less than an hour later a roadside bomb exploded near a market in Baquba. Five people were killed.

In Kirkuk, gunmen shot dead three guards of a judge.

No group claimed the attacks.
"""

WEEKEND = """Six people lost their lives in a black weekend on the roads and in the water, the police said.

Three teenagers were killed near Lyon before dawn on Sunday when their car hit a lorry. The driver survived.

Two brothers drowned off Nice on Saturday.

A climber fell to his death at Chamonix on Friday. He died at once.
"""

BLOTTER = """STABBING

A man of 37 was booked on Sunday after his brother was stabbed twice in the back.

HOUSE FIRE

One firefighter was hurt in a fire on Friday that destroyed a barn.

FATAL CRASH

A woman of 29 was killed early on Sunday when her car hit a pole.
"""

AMBUSH = """LODVA - Eight soldiers were killed in an ambush in Tarn on Monday, the army said, the latest in a series of attacks.

A lorry with soldiers hit a mine in the village of Odra, and some 40 rebels then opened fire, a spokesman said.

Two soldiers died in the blast and six in the fight that followed near Mirsk. Five were wounded.
"""


DEATHS = {("killed", "victim"), ("killed", "combatant")}


def reading_of(title: str | None, text: str) -> Reading:
    published = datetime(2026, 3, 4, 9, tzinfo=UTC)
    return read(Report(id="r", title=title, text=text, published_at=published, published_grain="instant"))


def dead(reading: Reading) -> dict[str | None, list[int]]:
    """Return the numbers of killed of each main account but that of all, by its town ("all": that of all)."""
    towns = {
        a.id: "all" if a.series else a.place.city if a.place else None for a in reading.accounts if a.main
    }
    held: dict[str | None, list[int]] = defaultdict(list)
    for claim in reading.claims:
        if (
            (claim.slot, claim.role) in DEATHS
            and claim.account_id in towns
            and isinstance(claim.value, Count)
        ):
            held[towns[claim.account_id]].append(claim.value.low or 0)
    return dict(held)


def test_each_attack_of_a_day_is_an_account_of_its_own_place_beside_all_of_them() -> None:
    told = dead(reading_of("Bombs and gunmen kill 17 in three provinces", BOMBS))
    assert told == {"all": [17, 17], "Mosul": [9], "Baquba": [5], "Kirkuk": [3]}


def test_each_accident_of_a_weekend_is_one() -> None:
    reading = reading_of("Three teenagers among six to die in black weekend", WEEKEND)
    assert [a.series for a in reading.accounts if a.main] == [True, False, False, False]
    kinds = {a.place.city: a.kind for a in reading.accounts if a.place and not a.series}
    assert kinds["Lyon"] == "road"


def test_what_stands_under_a_heading_of_a_blotter_is_one() -> None:
    reading = reading_of("Police blotter", BLOTTER)
    kinds = [a.kind for a in reading.accounts if a.main and not a.series]
    assert kinds == ["stabbing", "fire", "road"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Attacks on Monday killed four people in Mosul, two in Mirsk and a soldier near Baquba, the police said.",
         {"Mosul": [4], "Mirsk": [2], "Baquba": [1]}),
        ("In separate bombings on Tuesday, five people died in Mosul and four were killed in Kirkuk, officials said.",
         {"Mosul": [5], "Kirkuk": [4]}),
        ("Gunmen killed two policemen in Mosul on Monday, and a roadside bomb killed three soldiers in Baquba, police said.",
         {"Mosul": [2], "Baquba": [3]}),
        ("Two teachers were shot dead in Yala on Monday; a bomb killed five soldiers in Pattani; in Narathiwat, a rubber tapper was "
         "beheaded.", {"Yala": [2], "Pattani": [5], "Narathiwat": [1]}),
        ("Weekend accidents claimed six lives: three people died in a crash near Lyon, and two drowned off Nice.",
         {"all": [6], "Lyon": [3], "Nice": [2]}),
        ("Separate bombings killed four in Mosul and two in Kirkuk on Tuesday, police said.", {"Mosul": [4], "Kirkuk": [2]}),
        ("Bombings on Tuesday killed four people in Mosul, two in Kirkuk and one in Hilla, police said.",
         {"Mosul": [4], "Kirkuk": [2], "Hilla": [1]}),
        ("Air strikes killed nine people in Idlib and 12 in Aleppo on Sunday, monitors said.", {"Idlib": [9], "Aleppo": [12]}),
        ("Clashes on Sunday left five soldiers dead in Goma and nine rebels dead near Bukavu.", {"Goma": [5], "Bukavu": [9]}),
    ],
)  # fmt: skip
def test_a_sentence_on_several_incidents_is_read_piece_by_piece(
    text: str, expected: dict[str | None, list[int]]
) -> None:
    assert dead(reading_of(None, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed four people in Mosul and two in a village nearby on Tuesday, police said.",
        "A quake killed four in Mosul and two in Kirkuk on Tuesday, officials said.",
        "A storm killed nine people in Ohio and three in Indiana on Monday, officials said.",
        "Floods killed nine people in Lyon, four in Nice and one near Grenoble on Monday.",
        "A gunman killed eight people in a school in Mosul on Monday and four in a hospital, the police said.",
        "A bomb killed five people in Mosul and wounded two in Baquba on Monday.",
        "A bomb killed eight policemen near Khuzdar on Sunday, a day after gunmen shot dead 12 miners in Harnai.",
        "A bus crash killed three people near Lyon on Monday and a passenger died in a hospital in Grenoble on Tuesday.",
        "Gunmen killed five people in two villages in Benue on Sunday. In Agatu, three people died. In Otukpo, two died.",
        "Coordinated attacks killed 30 people in Kano and 12 in Jos on Friday.",
        "An attack on Monday killed four people in Mosul, two in Baquba and a soldier near Kirkuk.",
    ],
)
def test_one_thing_that_struck_several_places_is_one(text: str) -> None:
    assert not any(account.series for account in reading_of(None, text).accounts)


def test_each_hour_of_a_log_is_one() -> None:
    log = """MONDAY

9:15 a.m. Two men were hurt in a fight on Elm Street.

11:40 p.m. A 24-year-old man was stabbed in the arm on Main Street. He was taken to a hospital.

2:10 a.m. Three teenagers were killed when their car hit a tree on Oak Lane.
"""
    reading = reading_of("Police log", log)
    assert [a.series for a in reading.accounts if a.main] == [True, False, False, False]
    told = reading_of("Man hurt in fight", log)
    assert not any(account.series for account in told.accounts)


def test_the_latest_of_a_series_is_told_alone() -> None:
    assert not any(
        account.series for account in reading_of("Eight soldiers killed in ambush", AMBUSH).accounts
    )


@pytest.mark.parametrize(
    ("head", "several"),
    [
        ("Bombs kill at least 41 in four Iraqi cities", True),
        ("Six killed in three attacks in southeast", True),
        ("Four slain in a wave of bombings", True),
        ("Day of carnage on three fronts", True),
        ("Fourteen people were shot dead over the weekend, police said.", True),
        ("Police blotter", True),
        ("Sheriff's log", True),
        ("Police log two calls a minute", True),
        ("Man held over the weekend for July bombing", False),
        ("Two bombs, timed to catch helpers, kill 23 in suburb", False),
        ("Eight killed in latest in a string of attacks", False),
        ("Police on alert after a series of attacks", False),
        ("Gunmen kill 12 in two villages", False),
    ],
)
def test_a_head_says_that_several_are_told(head: str, several: bool) -> None:
    page = page_of(Report(id="r", title=head, text="Police gave no more details."))
    assert tells_several([head], page) == several
