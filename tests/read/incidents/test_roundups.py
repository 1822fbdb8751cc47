"""Reports that tell of several incidents one after another: each is an account of its own, beside all of them."""

from collections import defaultdict
from datetime import UTC, datetime

import pytest

from sayso.model import Count, Reading, Report
from sayso.read import read
from sayso.read.claims.drafts import Draughtsman
from sayso.read.incidents.roundups import begins, counts_of_them, others_told
from sayso.read.tagging.network import load_network
from sayso.read.text.page import page_of

NIGHT = """LODVA - Two people were killed and three wounded in separate shootings across the city on Friday night, police said.

About 11:40 p.m., a 31-year-old man was shot dead in the 400 block of Mill Street. The man had been sitting in a parked car.

Two women were wounded about 9 p.m. near the corner of Harbour Road and Ninth Avenue. They were taken to Lodva General Hospital in good condition.

Earlier, a 17-year-old boy was shot in the leg about 7:15 p.m. in the 1200 block of Alder Lane. A man found with him, 44-year-old Piet Maas, was pronounced dead at the scene.
"""

ONE = """LODVA - A man was killed and two women were wounded in a shooting on Mill Street on Friday night, police said.

Officers were called to the 400 block of Mill Street about 11:40 p.m. and found a 31-year-old man dead in a car.

The two women were taken to Lodva General Hospital. One of them, a 25-year-old, was shot in the arm at the corner of Mill Street and Ninth Avenue as she ran.
"""


def reading_of(title: str, text: str) -> Reading:
    published = datetime(2024, 5, 4, 9, tzinfo=UTC)
    return read(Report(id="r", title=title, text=text, published_at=published, published_grain="instant"))


def people(reading: Reading) -> list[dict[str, int]]:
    """Return for each main account the largest number of killed and of injured."""
    held = []
    for account in (a for a in reading.accounts if a.main):
        most: dict[str, int] = defaultdict(int)
        for claim in reading.claims:
            if claim.account_id == account.id and isinstance(claim.value, Count):
                most[claim.slot] = max(most[claim.slot], claim.value.low or 0)
        held.append({slot: most[slot] for slot in ("killed", "injured")})
    return held


def test_each_incident_of_a_round_up_has_its_own_account_beside_the_series() -> None:
    reading = reading_of("Two dead, three wounded in Friday shootings across Lodva", NIGHT)
    assert [a.series for a in reading.accounts if a.main] == [True, False, False, False]
    assert people(reading) == [
        {"killed": 2, "injured": 3},
        {"killed": 1, "injured": 0},
        {"killed": 0, "injured": 2},
        {"killed": 1, "injured": 1},
    ]


def test_a_report_on_one_shooting_is_not_taken_apart() -> None:
    reading = reading_of("Man killed, two women wounded in Lodva shooting", ONE)
    assert [a.series for a in reading.accounts if a.main] == [False]


@pytest.mark.parametrize(
    "title",
    [
        "Five wounded in separate shootings in Lodva",
        "Weekend violence: two dead, three wounded",
        "Two dead, three wounded across Lodva since Friday",
        "String of shootings leaves two dead in Lodva",
    ],
)
def test_a_headline_can_say_that_several_are_told(title: str) -> None:
    told = NIGHT.replace(" in separate shootings across the city", "")
    assert sum(a.series for a in reading_of(title, told).accounts) == 1
    assert not any(a.series for a in reading_of("Night in Lodva", told).accounts)


TOLL_AT_SEVERAL_PLACES = """LODVA - At least 90 people were killed in coordinated attacks in Lodva on Friday night, the prosecutor said.

A gunman opened fire at about 9:20 p.m. near the corner of Harbour Road and Ninth Avenue, killing 15 people.

Twelve people were shot dead at 9:32 p.m. in the 400 block of Mill Street. Another 60 people were killed at the Orpheum at 9:40 p.m.
"""

QUAKE = """LODVA - More than 1,900 people were killed across Lodva Province in the earthquake, officials said.

The quake struck at 11:56 a.m. near Mill Street. In the 400 block of Harbour Road 12 people were killed in a school.

At noon a second shock injured 30 people at the corner of Alder Lane and Ninth Avenue.
"""


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("90 killed in Lodva attacks", TOLL_AT_SEVERAL_PLACES),
        ("1,900 people killed across Lodva after earthquake", QUAKE),
        (
            "Second victim of Lodva shooting dies",
            ONE.replace("a shooting", "two shootings by the same gunman"),
        ),
        (
            "90 killed at Lodva concert",
            TOLL_AT_SEVERAL_PLACES.replace(
                "coordinated attacks in", "one of the deadliest mass shootings in"
            ),
        ),
    ],
)
def test_one_incident_in_several_places_is_not_taken_apart(title: str, text: str) -> None:
    assert not any(a.series for a in reading_of(title, text).accounts)


def test_a_toll_of_the_year_at_the_end_is_no_incident_s() -> None:
    ended = NIGHT + "\nPolice say 312 people have been killed in shootings in Lodva so far this year.\n"
    told = people(reading_of("Two dead, three wounded in Friday shootings across Lodva", ended))
    assert [each["killed"] for each in told[1:]] == [1, 0, 1]


def test_what_is_mentioned_of_the_day_of_a_rare_attack_is_that_attack() -> None:
    text = (
        "LODVA - A suicide bomber blew himself up in a market of Lodva on Friday, May 3, killing nine people.\n\n"
        "The bombing of May 3 reminded many of another one. On March 9, 2019, a bomb killed four people in Brenn."
    )
    published = datetime(2024, 5, 4, tzinfo=UTC)
    page = page_of(Report(id="r", text=text, published_at=published, published_grain="day", language="en"))
    accounts = Draughtsman(page, load_network()).accounts
    same, other = (next(s for s in page.sentences if day in s.text) for day in ("of May 3", "March 9"))
    assert accounts.of(same, main=False).account.main
    assert not accounts.of(other, main=False).account.main


AND_OTHERS = """LODVA - A 31-year-old man was shot dead in a parked car on Mill Street late on Friday, police said.

Officers found the man about 11:40 p.m. in the 400 block of Mill Street. He had been on his way home.

His sister said that he had worked at the harbour for ten years. She asked for anybody who saw the car to come forward.

Nobody has been arrested.

Three other people were wounded in shootings in Lodva on Friday night, police said.

About 9 p.m., two women were wounded near the corner of Harbour Road and Ninth Avenue.

A 17-year-old boy was shot in the leg about 7:15 p.m. in the 1200 block of Alder Lane.
"""


# What makes the others less than a third of the text.
HIS_LIFE = """He was born in Brenn. He came to Lodva as a boy. He went to school on Gull Road.

He learned to mend engines from his uncle. He liked to swim. He kept two dogs. He sang in a choir.

The choir will sing for him on Sunday. The mayor will be there.
"""


def test_incidents_that_a_report_lists_after_its_own_have_accounts_of_their_own() -> None:
    text = AND_OTHERS.replace("Nobody has been", f"{HIS_LIFE}\nNobody has been")
    reading = reading_of("Man shot dead in parked car on Mill Street", text)
    assert people(reading) == [{"killed": 1, "injured": 0}]
    others = [account for account in reading.accounts if not account.main]
    assert [account.series for account in others] == [True, False, False]
    assert {account.place.city for account in others if account.place} == {"Lodva"}
    hurt = {
        c.account_id: c.value.low
        for c in reading.claims
        if c.slot == "injured" and isinstance(c.value, Count)
    }
    assert [hurt[account.id] for account in others] == [3, 2, 1]


BESIDE = """LODVA - A 24-year-old man was shot dead on Tuesday evening, police said.

He was standing in the 600 block of Green Street about 7:15 p.m. when someone in a car fired. He died at the scene.

{}

Police ask for help. They can be called at any time. Nobody was arrested. The car was grey. It sped off to the east. Its number is not known. A witness said that he saw two men in it.
"""


@pytest.mark.parametrize(
    ("words", "is_other"),
    [
        ("A 31-year-old woman was wounded in a shooting in the 7800 block of Halsted Street.", True),
        ("Also Tuesday, two teenagers were shot about 9 p.m. in the 1200 block of Oak Lane.", True),
        ("Piet Maas, 57, died after a Sunday shooting in the 1800 block of Gull Road.", True),
        ("A 31-year-old woman was wounded in the same shooting in the 600 block of Green Street.", False),
        ("A 31-year-old woman with him ran off and was found in the 900 block of Oak Lane.", False),
        ("A 19-year-old man who was stopped in the 900 block of Oak Lane was arrested.", False),
    ],
)
def test_others_hurt_in_another_block_are_of_another_incident(words: str, is_other: bool) -> None:
    page = page_of(Report(id="r", title="Man shot dead", text=BESIDE.format(words)))
    assert bool(others_told(page)) == is_other


def test_a_report_of_which_a_third_tells_of_other_incidents_is_about_these_too() -> None:
    reading = reading_of("Man shot dead in parked car on Mill Street", AND_OTHERS)
    assert [a.series for a in reading.accounts if a.main] == [False, True, False, False]
    assert [each["injured"] for each in people(reading)] == [0, 3, 2, 1]


FIRST_AT_LENGTH = """LODVA - Four people were shot in Lodva in separate shootings on Friday night, police said.

Two men, one of them a 31-year-old, were wounded on Mill Street.

They had been sitting in a parked car about 11:40 p.m. when somebody fired at them. Both were in good condition.

In the 1200 block of Alder Lane, a 17-year-old boy was shot in the leg about 7:15 p.m. His mother lives in the 900 block of Gull Road.

About 6 p.m., somebody opened fire at the corner of Harbour Road and Ninth Avenue. A woman was hit in the arm.
"""


def test_the_incident_that_a_round_up_tells_first_has_an_account_though_its_words_are_spread() -> None:
    reading = reading_of("Four hurt in separate shootings in Lodva", FIRST_AT_LENGTH)
    assert [a.series for a in reading.accounts if a.main] == [True, False, False, False]
    assert [told["injured"] for told in people(reading)] == [4, 2, 1, 1]


@pytest.mark.parametrize(
    ("words", "turns"),
    [
        ("A 17-year-old boy was shot in the 1200-block of Alder Lane.", True),
        ("Piet Maas, 44, of the 900 block of Gull Road, was shot in the arm.", False),
        ("Piet Maas, 44, was taken to hospital and pronounced dead there at 8:40 p.m., police said.", False),
        ("Piet Maas, 44, died at the hospital at 8:40 p.m.", False),
        ("About 6 p.m., somebody opened fire on Harbour Road.", True),
        ("A man, 31, was shot dead at 10 p.m. on Saturday.", True),
        ("A man of 50 was stabbed dead around 9 p.m. on Sunday.", True),
        ("Two teenagers were wounded on 4th Street late Sunday.", True),
        ("A woman was killed on 22nd Ave. on Sunday.", True),
        ("A motorcyclist was killed on 22nd Ave. on Sunday.", True),
        ("Officers were called about 6 a.m. to the 200 block of Mill Street.", True),
        ("Officers who were called there found a man dead.", False),
        ("In one case, a boy was hurt by a car.", True),
        ("In another, a woman was stabbed in the arm.", True),
        ("In one hand he held a knife, with which he stabbed a guard.", False),
        ("A fourth was seriously hurt.", False),
        ("The fourth was a stabbing, in which two men were hurt.", True),
        ("Two people died, the California Highway Patrol said.", False),
    ],
)
def test_where_and_when_it_happened_turns_to_the_next_one_and_where_the_victim_lived_does_not(
    words: str, turns: bool
) -> None:
    text = f"Two people were shot in two separate shootings on Friday, police said. {words}"
    page = page_of(Report(id="r", title="Two shot in two separate shootings", text=text))
    assert begins(page.sentences[-1], counted=True) == turns


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("Two people were killed in three separate shootings in Lodva.", [3]),
        ("Police are investigating two shootings.", [2]),
        ("Separate stabbings left two people dead.", [None]),
        ("Two men died in several unrelated stabbings.", [None]),
        ("It happened where three other homicides took place.", []),
    ],
)
def test_a_head_counts_incidents(words: str, counts: list[int | None]) -> None:
    assert [*counts_of_them(words)] == counts


BY_STREET = """Two people were killed and four wounded in three separate shootings in Lodva over the weekend, police said.

A man, 31, was shot dead on Oak Street at 10 p.m. Saturday.

On Sunday at 2 a.m. a woman was killed and two men were wounded on Pine Avenue.

In the third shooting, two teenagers were wounded on 4th Street late Sunday.
"""


def test_each_of_those_that_a_head_counts_is_a_main_incident_where_its_street_is_told() -> None:
    reading = reading_of("Two dead, four hurt in three separate shootings in Lodva", BY_STREET)
    assert [a.series for a in reading.accounts if a.main] == [True, False, False, False]
    assert people(reading)[1:] == [
        {"killed": 1, "injured": 0},
        {"killed": 1, "injured": 2},
        {"killed": 0, "injured": 2},
    ]
    assert all(account.main for account in reading.accounts)


DAY_OF_WAR = """Strikes across Ukraine killed at least nine people and injured 41 over the past day, officials said on Saturday.

In Kharkiv, five people were killed and 24 injured when drones hit a hostel, the governor said. Three of them were children.

In the southern Kherson region, a 71-year-old man was killed in Antonivka, the administration said.

Also in Kharkiv, two men were wounded at a bus stop. The air force said that it had shot down most of the drones.
"""


def test_a_day_of_war_is_told_place_by_place() -> None:
    reading = reading_of("Strikes kill nine across Ukraine", DAY_OF_WAR)
    assert [account.place.city if account.place else None for account in reading.accounts] == [
        None, "Kharkiv", "Antonivka",
    ]  # fmt: skip
    assert [account.series for account in reading.accounts] == [True, False, False]
    assert [people_of["killed"] for people_of in people(reading)] == [9, 5, 1]


@pytest.mark.parametrize(
    "text",
    [
        "An air strike killed nine people in Kharkiv on Friday, the governor said. In Kharkiv, schools were shut.",
        "Air strikes killed nine people across Ukraine on Friday. In Kharkiv, five people were killed at a hostel.",
        "An air strike killed nine people in Kharkiv on Friday. In Kherson, two people were killed in May.",
    ],
)
def test_a_strike_on_one_place_is_one_incident(text: str) -> None:
    assert not any(account.series for account in reading_of("Strike kills nine", text).accounts)
