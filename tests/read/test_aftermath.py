import re
from datetime import UTC, date, datetime

import pytest

from sayso.model import Report
from sayso.read import read
from sayso.read.aftermath import is_afterwards
from sayso.read.dates import dates_told

WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def afterwards(text: str) -> list[bool]:
    return [is_afterwards(text, *found.span()) for found in WEEKDAY.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers found six of the 14 missing climbers alive on Tuesday.",
        "Divers recovered two more bodies from the wreck off Cebu on Wednesday, the navy said.",
        "On Thursday, crews dug another victim out of the mud.",
        "Rescuers on Friday reached the four trapped men.",
        "A girl of six was pulled from the rubble in Marsk late Monday.",
        "Two brothers were arrested in Lund on Friday over the stabbing of a student.",
        "Police in Lund on Friday arrested a man over a shooting that killed three.",
        "On Saturday, detectives in Dayton arrested a second suspect.",
        "He was sentenced in Leeds on Monday to 20 years in prison.",
        "Thirty years after the blast, the town fell silent on Sunday.",
        "Hundreds gathered in Lodva on Sunday to mourn the nine dead.",
        "Relatives marched through Lodva on Sunday in memory of the miners.",
        "A funeral was held on Saturday for the four children.",
        "The governor declared two days of mourning on Tuesday for the victims of the flood.",
        "The king visited Lodva on Sunday, where floods have killed 40 people.",
        "The search for 14 sailors was called off on Wednesday.",
        "Five hostages were freed on Tuesday, three weeks after their bus was seized.",
        "The children were freed by troops in a forest near Lodva on Monday night.",
        "Two nurses regained their freedom on Friday.",
        "A suspect turned himself in on Sunday.",
        "The trial of a man accused of killing five people opened on Monday.",
        "Relatives of those who died when the bridge collapsed attended a service on Sunday.",
        "Rescuers on Wednesday ended their search for 12 sailors.",
    ],
)
def test_what_is_done_because_of_an_incident_is_done_after_it(text: str) -> None:
    assert afterwards(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot the mayor dead as he visited Lodva on Sunday.",
        "Two people were killed when a bomb went off at a funeral in Marsk on Sunday.",
        "A mob attacked a vigil in Dayton on Tuesday.",
        "Gunmen freed 40 inmates of a jail in Lodva on Tuesday.",
        "A crowd that had gathered on Sunday to mourn a student was fired on by soldiers.",
        "A woman was found dead in her flat in Leeds on Tuesday.",
        "Twelve people were rescued from a burning ferry off Cebu on Tuesday.",
        "Sailors rescued more than 40 people from a ferry off Cebu on Tuesday.",
        "Police arrested a man after a shooting in Lund on Friday.",
        "Detectives have arrested a man in connection with Friday's stabbing.",
        "A jury convicted Peter Lane of murdering a cyclist on Friday.",
        "A gunman killed three more people in Dayton on Tuesday.",
    ],
)
def test_the_day_of_the_deed_itself_is_no_day_after(text: str) -> None:
    assert afterwards(text) == [False]


def test_a_day_after_is_told_aside() -> None:
    (told,) = dates_told("The town fell silent on Sunday.", date(2026, 1, 15))
    assert told.aside
    assert told.late


def happened(title: str | None, text: str) -> str | None:
    at = datetime(2026, 1, 15, 12, tzinfo=UTC)
    report = Report(id="r", title=title, text=text, published_at=at, published_grain="instant", language="en")
    moment = read(report).accounts[0].happened
    return moment.iso() if moment else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rescuers found eight of the 20 missing miners alive in Zonguldak on Tuesday, the governor said.", "2026-01"),
        ("Two men were arrested in Lund on Friday over a shooting that killed three people.", "2026-01"),
        ("Families gathered in Omagh on Sunday to mark the anniversary of the bombing that killed 29 people in 1998.", "1998"),
        ("A man was sentenced to life on Monday for the murder of two women in Bristol in 2019.", "2019"),
        ("A jury in Leeds on Monday convicted Peter Lane, 40, of murdering two women in March 2019.", "2019-03"),
        ("A former soldier went on trial in Lyon on Tuesday over a 1994 massacre that killed 60 people.", "1994"),
        ("Ten years after a bomb killed 29 people at the market in Omagh, the town fell silent on Sunday.", "2016"),
        ("The trial of a man accused of killing five people in Kano in May 2022 opened on Monday.", "2022-05"),
        ("Relatives of the 43 people who died when a bridge collapsed in Genoa in August 2018 attended a service on Sunday.",
         "2018-08"),
        ("It is 20 years since a ferry sank off Cebu, killing 230 people.", "2006"),
        ("Two men were jailed on Monday, four years after a fire at their factory in Bari killed 16 workers.", "2022"),
    ],
)  # fmt: skip
def test_the_day_of_what_follows_is_not_the_day_it_happened(text: str, day: str) -> None:
    assert happened(None, text) == day
