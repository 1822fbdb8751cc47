from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Count, Report
from sayso.read import read
from sayso.read.text.page import LONGEST, page_of

PIECES = st.sampled_from(
    [
        "At least 12 people", "two bailiffs", "The gunman", "dozens", "no one", "Maria Holt, 24,", "a mother of three",
        "were killed", "died", "was shot dead", "were taken to hospital", "is missing", "opened fire with a rifle",
        "police said", "according to the mayor", "in Lyon", "near Austin, Texas", "on Tuesday", "at 9:15 p.m.", ".",
        ",", "“", "”", "\n", "\n\n", "\u202e", "\x00", "😀", "مقتل", "é", " ", "ISIS claimed responsibility", "İ",
    ]
)  # fmt: skip


@settings(max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=st.lists(PIECES, max_size=5), text=st.lists(PIECES | st.text(max_size=6), max_size=12))
def test_every_quote_equals_its_slice(title: list[str], text: list[str]) -> None:
    report = Report(id="r", title=" ".join(title), text=" ".join(text), language="en")
    for claim in read(report).claims:
        span = claim.span
        assert 0 <= span.start < span.end
        assert report.field(span.field)[span.start : span.end] == span.quote
        if claim.speaker.span:
            said = claim.speaker.span
            assert report.field(said.field)[said.start : said.end] == said.quote


def a_day(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def test_words_alone_are_refused_and_told_how_to_become_a_report() -> None:
    with pytest.raises(TypeError, match=r"read takes a Report, not str: sayso\.read\(sayso\.Report\("):
        read("Two died in Oruro.")  # type: ignore[arg-type]


def test_a_report_tells_what_where_and_when() -> None:
    reading = read(
        Report(
            id="r",
            title="Three shot dead in Lyon",
            text="LYON, France (AP) - Three people were shot dead in Lyon on Tuesday, police said.",
            published_at=a_day("2024-05-15"),
            published_grain="day",
        )
    )
    (account,) = reading.accounts
    assert (account.main, account.kind) == (True, "shooting")
    assert account.place is not None
    assert (account.place.city, account.place.country) == ("Lyon", "FR")
    assert account.happened is not None
    assert account.happened.iso() == "2024-05-14"


def test_an_earlier_attack_is_background_with_its_own_toll() -> None:
    reading = read(
        Report(
            id="r",
            title="Two killed in Oslo bombing",
            text="Two people were killed by a bomb in Oslo on Tuesday. In March 2019 a blast there killed nine people.",
            published_at=a_day("2024-05-15"),
            published_grain="day",
        )
    )
    tolls = {
        a.main: [c.value for c in reading.claims if c.account_id == a.id and c.slot == "killed"]
        for a in reading.accounts
    }
    assert [v.low for v in tolls[True] if hasattr(v, "low")] == [2]
    assert [v.low for v in tolls[False] if hasattr(v, "low")] == [9]


@pytest.mark.parametrize(
    ("second", "others"),
    [
        ("In another incident, a bomb killed four people at a market in the port of Serma.", 2),
        ("In another incident, a judge was murdered in the port of Serma.", 2),
        ("In another incident, rebels had kidnapped four people in the port of Serma.", 2),
        ("The kidnappers, who had also abducted a cook, had asked for a ransom.", 1),
    ],
)
def test_earlier_incidents_of_no_day_are_one_for_each_sort_and_for_each_that_words_turn_to(
    second: str, others: int
) -> None:
    reading = read(
        Report(
            id="r",
            title="Guerrillas attack power station",
            text="LODVA (Reuters) - Guerrillas attacked a power station near Lodva on Tuesday, killing two guards, "
            f"police said.\n\nEarlier, gunmen had kidnapped a Danish engineer, Lars Holm, and his driver.\n\n{second}",
            published_at=a_day("2026-03-04"),
            published_grain="day",
        )
    )
    assert sum(not account.main for account in reading.accounts) == others


def test_an_earlier_shooting_of_no_day_and_the_murder_by_which_it_is_called_are_one() -> None:
    reading = read(
        Report(
            id="r",
            title="Guerrillas attack power station",
            text="LODVA (Reuters) - Guerrillas attacked a power station near Lodva on Tuesday, killing two guards, "
            "police said.\n\nEarlier, gunmen had shot dead the judge Ana Ruiz in her car.\n\nTwo rebels were arrested "
            "for the previous murder of the judge and her driver.",
            published_at=a_day("2026-03-04"),
            published_grain="day",
        )
    )
    assert sum(not account.main for account in reading.accounts) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Tuesday to discuss the new library. Members praised the plans.",
        "",
        "😀 \x00 \u202e",
        "12 12 12",
    ],
)
def test_a_text_with_no_incident_yields_none(text: str) -> None:
    reading = read(Report(id="r", text=text, language="en"))
    assert reading.accounts == ()
    assert reading.claims == ()


def test_a_report_in_another_language_is_kept_unread() -> None:
    text = "Mindestens zwölf Menschen sind am Dienstag bei einem Anschlag in Wien getötet worden, teilte die Polizei mit."
    reading = read(Report(id="r", text=text * 3))
    assert reading.claims == ()
    assert reading.skipped == "language de, this reader reads English"


def test_a_report_without_words_is_kept_unread() -> None:
    assert read(Report(id="r", text=" \n ")).skipped == "no words"


def test_capitals_only_text_is_read_like_any_other() -> None:
    text = "LIMA, 12 MAR 90 (EFE) -- TWO POLICEMEN WERE KILLED AND THREE PEDESTRIANS WERE INJURED BY A BOMB IN LIMA TODAY."
    reading = read(Report(id="r", text=text))
    assert {(c.slot, c.value.low) for c in reading.claims if hasattr(c.value, "low")} >= {
        ("killed", 2),
        ("injured", 3),
    }
    (account,) = reading.accounts
    assert account.place is not None
    assert account.place.city == "Lima"
    assert account.happened is not None
    assert account.happened.iso() == "1990-03-12"


def test_reading_twice_gives_the_same_ids() -> None:
    report = Report(id="r", text="Two people were killed in Lyon, police said.", language="en")
    assert read(report) == read(report)


def test_a_text_without_stops_is_cut_so_that_no_pattern_meets_all_of_it() -> None:
    text = "A-man-a plan " * 2_000 + "b" * 5_000
    page = page_of(Report(id="r", text=text))
    assert max(len(sentence.text) for sentence in page.sentences) <= LONGEST
    assert all(text[s.start : s.end] == s.text for s in page.sentences)
    assert sum(len(s.text) for s in page.sentences) > 0.99 * len(text)


def test_a_short_sentence_goes_on_with_the_first() -> None:
    reading = read(Report(id="r", text="A landslide hit Padang, Indonesia, on Monday. Nine people died."))
    (account,) = reading.accounts
    assert account.main


def test_a_day_of_the_week_of_a_disaster_is_that_disaster() -> None:
    reading = read(
        Report(
            id="r",
            title="Lodva lowers quake toll by one",
            text="The interior ministry revised down the death toll from last week's earthquake in Elazig, Turkey, to 35, "
            "saying one body had been counted twice.\n\nThe magnitude 6.7 quake on Feb. 3 also left more than 1,600 "
            "people injured.",
            published_at=datetime(2026, 2, 12, 11, tzinfo=UTC),
            published_grain="instant",
        )
    )
    assert len(reading.accounts) == 1
    assert {claim.slot for claim in reading.claims} == {"killed", "injured"}


def test_the_first_sentence_tells_the_incident_of_its_day() -> None:
    reading = read(
        Report(
            id="r",
            title="Gunmen kill 43 in Bokkos",
            text="Gunmen killed 43 people in Bokkos on Sunday. Bokkos was also hit on Christmas Eve in 2023, when 190 "
            "people were killed.",
            published_at=datetime(2026, 1, 15, 12, tzinfo=UTC),
            published_grain="instant",
        )
    )
    dead = {
        c.value.low: c.account_id for c in reading.claims if c.slot == "killed" and isinstance(c.value, Count)
    }
    assert dead.keys() == {43, 190}
    assert [dead[43] == account.id for account in reading.accounts if account.main] == [True]


def test_the_dateline_is_no_part_of_what_is_said() -> None:
    text = "DECATUR, Ill. - Two people were killed in a shooting at a bar in Decatur, police said."
    (claim,) = (c for c in read(Report(id="r", text=text)).claims if c.slot == "killed")
    assert claim.span.quote.startswith("Two people")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen shot dead the justice minister, Ana Weiss, in Bogota on Monday, police said.", "assassination"),
        ("The mayor of Lodva, Ugo Bern, was shot dead outside his home on Monday.", "assassination"),
        ("Three men accused after a girl was shot and killed appeared before a judge in Lodva on Monday.", "shooting"),
        ("A hunter was killed when his friend's rifle went off in a hut near Lodva on Monday.", "shooting"),
        ("Pirates bombed the door of a tanker off Somalia on Monday and took its 20 sailors hostage.", "hostage-taking"),
        ("A shopkeeper was shot dead in Lodva on Monday, the mayor said.", "shooting"),
        ("At least five people died in the blast at a warehouse in Bari on Monday, the mayor said.", "explosion"),
        ("Lyon train crash kills three. Three people died in a train crash near Lyon on Monday, police said.", "rail"),
        ("A tram crashed in Lyon on Monday, killing three people.", "rail"),
        ("A car crash near Lyon killed three people on Monday, police said.", "road"),
        ("A bomb blast at a warehouse in Bari killed five people on Monday, police said.", "bombing"),
        ("A missile hit a house in Marsk on Monday. Two bodies were found in the rubble, rescuers said. Three more people "
         "are thought to be under the rubble.", "other"),
    ],
)  # fmt: skip
def test_the_kind_of_an_incident_is_what_the_words_tell(text: str, kind: str) -> None:
    report = Report(id="r", text=text, published_at=a_day("2026-01-15"), published_grain="day")
    assert read(report).accounts[0].kind == kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A man was charged on Tuesday, a day after he shot his friend in a kitchen.", "2024-05-13"),
        ("A man was charged on Tuesday with shooting his friend earlier that day.", "2024-05-14"),
        ("A man was charged with shooting his friend. The hearing was on Tuesday.", None),
        ("A man who shot his friend appeared before the Lodva Crown Court.", None),
        ("A man was shot and wounded on 134th Court in Lodva, police said.", "2024-05"),
        ("A man was shot and wounded in the 900 block of Elm Court in Lodva, police said.", "2024-05"),
        ("A man was shot and wounded on Old Mill Court in Lodva, police said.", "2024-05"),
    ],
)
def test_what_comes_to_court_is_of_the_day_that_another_day_tells(text: str, day: str | None) -> None:
    published = datetime(2024, 5, 15, 9, tzinfo=UTC)
    reading = read(Report(id="r", text=text, published_at=published, published_grain="day"))
    happened = reading.accounts[0].happened
    assert (happened.iso() if happened else None) == day
