import re
from datetime import UTC, date, datetime

import pytest

from sayso.model import Report
from sayso.read import read
from sayso.read.when.aftermath import is_afterwards, is_mourned
from sayso.read.when.dates import dates_told

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


@pytest.mark.parametrize(
    "head",
    [
        "Thousands filled the cathedral for the funeral mass of a slain priest.",
        "A requiem for nine miners was held in Marsk on Thursday.",
        "Hundreds gathered with candles and white roses for a vigil.",
        "Officer Ruiz was laid to rest in Lodva. Thousands lined the road.",
        "The village buried its children on Wednesday. Shops closed.",
        "A memorial to the victims of the ferry was unveiled in Lodva.",
        "Church bells rang in memory of those who died in the flood.",
        "A minute's silence was held in the square. Roses were laid on the steps.",
        "The bishop celebrated mass for the victims of the coach.",
        "Bagpipes played as the coffin of the firefighter was lowered.",
        "An exhibition on the explosion of a freighter in 1944 opened on Tuesday.",
        "On this day in 1917 two ships collided in the harbour.",
        "The president laid a wreath where the bomb went off two years ago.",
    ],
)
def test_what_is_mourned_was_before(head: str) -> None:
    assert is_mourned(head)


@pytest.mark.parametrize(
    "head",
    [
        "A suicide bomber blew himself up at a funeral in Lodva, killing 30 mourners.",
        "Six people were shot when gunmen opened fire on a vigil for a murder victim.",
        "Nine were killed when the roof of a church fell in during a funeral mass.",
        "An air strike on a funeral hall killed 140 people.",
        "Eleven people were crushed to death in a stampede at the burial of a singer.",
        "A bus carrying mourners home from a funeral plunged into a ravine, killing 19.",
        "Police fired on a funeral procession, killing four.",
        "A man was stabbed to death at a memorial service in Lodva.",
        "A drone struck a cemetery during the burial of a soldier, killing three.",
        "Sixty people fell ill and five died after a meal at a wake of a villager.",
        "An explosion tore through a packed funeral ceremony at a mosque, killing 46 people.",
        "A bomb killed nine people at a market in Lodva on Monday.",
        "A landslide buried a village, killing 40 people.",
    ],
)
def test_what_happens_to_those_who_mourn_is_new(head: str) -> None:
    assert not is_mourned(head)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Twelve schoolgirls have been freed in northern Nigeria, the president's office said on Tuesday.",
            None,
        ),
        ("Four truck drivers who had disappeared on the road to Niger have been freed, Mali said.", None),
        ("Kidnapped priest is released in Kaduna. He was released on Monday, the diocese said.", None),
        ("Gunmen abducted 12 schoolgirls in Kaduna on Tuesday and released two of them.", "2026-01-13"),
        (
            "Twelve schoolgirls who were kidnapped in Kaduna on January 3 have been freed, officials said.",
            "2026-01-03",
        ),
        ("Officer Ruiz, who was shot dead, was laid to rest in Lodva on Tuesday.", None),
    ],
)
def test_of_who_is_free_again_or_buried_only_the_day_of_the_deed_is_told(text: str, day: str | None) -> None:
    assert happened(None, text) == day


def test_a_requiem_of_whose_dead_nothing_is_told_makes_no_incident() -> None:
    text = "A requiem mass for nine miners was held in Katowice, Poland, on Thursday, with the president among the mourners."
    assert not read(Report(id="r", title="Requiem held for miners", text=text, language="en")).accounts


def test_the_day_is_one_of_the_month_that_the_head_tells() -> None:
    head = "Police say a woman has been arrested after her daughter, 6, was accidentally shot in the leg last month."
    call = "Police say officers were called to a home on Elm Street Sunday night."
    told = "A friend told police that the shooting happened Dec. 20, after the girls had come home."
    title = "Mother held after girl, 6, accidentally shot"
    assert happened(title, f"{head}\n\n{call} {call} {told}") == "2025-12-20"
    assert happened(title, f"{head.replace(' last month', '')}\n\n{call} {call} {told}") == "2026-01-11"
