from datetime import UTC, datetime

import pytest

from sayso.model import Count, Report
from sayso.read import read
from sayso.read.text.furniture import asides_in
from sayso.read.text.page import page_of

STORY = "A man was shot dead in Waco on Monday, police said."
END = "The man, 34, died at the scene."


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ten dead in church fire",
        "READ NEXT: Ten dead in church fire",
        "Also: Bus crash in Peru kills 25",
        "RELATED: Bus crash in Peru kills 25",
        "» Related story: Bus crash in Peru kills 25",
        "You may also like: Seven dead in tornado",
        "Next story: Girl, 6, drowns",
        "Trending: Four killed in Austin crash",
        "Watch: Drone films flood that killed 12",
        "Don’t miss: Seven dead in tornado",
    ],
)
def test_a_line_that_leads_to_another_story_is_of_that_one(line: str) -> None:
    assert asides_in([STORY, line, END]) == [None, "story", None]


@pytest.mark.parametrize(
    "heading",
    [
        "MORE NEWS",
        "Also read",
        "ALSO READ:",
        "Most read",
        "Related stories",
        "Recommended for you",
        "What to read next",
        "More from the Lodva Courier",
        "You might also like",
    ],
)
def test_headlines_below_a_heading_are_of_other_stories_up_to_the_next_full_stop(heading: str) -> None:
    lines = [
        STORY,
        heading,
        "1. Twelve die in avalanche",
        "Man stabbed on Boston bus",
        END,
        "Twelve were hurt",
    ]
    assert asides_in(lines) == [None, "story", "story", "story", None, None]


@pytest.mark.parametrize(
    "line",
    [
        "More people were brought to the hospital in the evening.",
        "Also on Monday, a bus crashed.",
        "Related charges were dropped.",
        "Most of the dead were miners",
        "The next story of the building collapsed.",
    ],
)
def test_what_only_begins_like_a_heading_is_of_the_story(line: str) -> None:
    assert asides_in([STORY, line, END]) == [None, None, None]


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("FILE - Rescuers work at the site of a crash in 2023. (AP Photo/J. Doe)", "archive"),
        ("FILE PHOTO: Smoke rises over Marsk, May 3, 2021.", "archive"),
        ("File photo of the bridge.", "archive"),
        ("PHOTO: A police car in Reno.", "photo"),
        ("Photo credit: Lodva Courier", "photo"),
        ("Photographs were shown to the jury.", None),
        ("Files were taken from the office.", None),
    ],
)
def test_what_stands_under_a_picture_is_told_apart(line: str, aside: str | None) -> None:
    assert asides_in([line, STORY]) == [aside, None]


@pytest.mark.parametrize(
    "line",
    [
        "Please enable Javascript to watch this video",
        "Copyright 2026 The Lodva Courier. All rights reserved.",
        "Sign up for one of our newsletters.",
        "Follow Lodva News on Twitter: @lodvanews",
        "Updated: Wednesday, January 14, 2026 @ 2:55 PM",
        "Posted Jan. 14, 2026 11:18 am",
        "By Ana Bern and Ugo Hale",
        "By: Ana Bern Updated: Jan 14, 2026 - 5:45 PM",
        "Advertisement",
    ],
)
def test_what_a_page_says_to_its_reader_is_not_the_first_sentence(line: str) -> None:
    assert asides_in([line, STORY]) == ["page", None]
    page = page_of(a_report(f"{line}\n\n{STORY}"))
    assert [s.text for s in page.sentences if s.number == 0] == [STORY]


@pytest.mark.parametrize(
    "line",
    [
        "Please help the police to find the driver.",
        "Copyright was the cause of the dispute in which a man was shot dead.",
        "By Monday three of the men had died.",
        "Followers of the preacher shot two guards.",
        "Posted guards were shot at.",
        "Updated figures put the dead at nine.",
    ],
)
def test_what_only_begins_like_words_to_the_reader_is_of_the_story(line: str) -> None:
    assert asides_in([line, STORY]) == [None, None]


def a_report(text: str) -> Report:
    at = datetime(2026, 1, 15, 12, tzinfo=UTC)
    return Report(id="r", text=text, published_at=at, published_grain="instant", language="en")


def test_the_own_sentences_of_a_story_are_counted_first() -> None:
    page = page_of(
        a_report(f"FILE - A street in Waco in 2019.\n\n{STORY}\n\nMost read\n\nMayor quits\n\n{END}")
    )
    assert [(s.number, s.aside) for s in page.sentences] == [
        (2, "archive"), (0, None), (3, "story"), (4, "story"), (1, None),
    ]  # fmt: skip


ABOVE = "Officers found the man beside a bus stop on Elm Street, and he died there."
BELOW = "No arrest had been made by Tuesday, and detectives asked witnesses to come forward."


@pytest.mark.parametrize(
    "line",
    [
        "Stray bullet strikes grandmother in Marsk kitchen",
        "Cyclist, 19, killed crossing Harbour Road",
        "Sheriff: 2 Women Hurt As Truck Overturns In Ostrava",
        "Twelve dead after ferry capsizes off Lodva",
        "Off-duty guard wounds would-be robber outside Marsk bakery",
    ],
)
def test_a_headline_between_paragraphs_that_have_none_of_its_words_is_of_another_story(line: str) -> None:
    assert asides_in([STORY, ABOVE, line, BELOW, END]) == [None, None, "headline", None, None]


@pytest.mark.parametrize(
    ("above", "line", "below"),
    [
        # the head of a part of the report
        (ABOVE, "Second man wounded on Harbour Road", "On Harbour Road a second man was hit in the leg hours later."),
        (ABOVE, "Gunman killed by detectives", BELOW),
        # in full, as under a picture, or told of a place
        (ABOVE, "The corner where a man was shot dead", BELOW),
        (ABOVE, "Flowers for Ugo Bern, who was killed on Monday", BELOW),
        (ABOVE, "Harbour Road - two wounded, one dead", BELOW),
        # no deed, too few words, capitals, a list of lines
        (ABOVE, "Mayor promises more street lights by spring", BELOW),
        (ABOVE, "Two killed, one hurt", BELOW),
        (ABOVE, "CYCLIST, 19, KILLED CROSSING HARBOUR ROAD", BELOW),
        ("Ten held in raid", "Cyclist, 19, killed crossing Harbour Road", "Mayor quits"),
    ],
)  # fmt: skip
def test_the_heads_of_parts_and_words_under_pictures_are_of_the_report(
    above: str, line: str, below: str
) -> None:
    assert asides_in([STORY, above, line, below, END])[2] is None


def test_a_list_of_films_is_of_other_stories_and_the_entries_of_a_live_page_are_not() -> None:
    films = ["1:27 One dead after bus crash Pause", "0:35 Two boys drown in Lodva", "2:10 How bread is made"]
    assert asides_in([*films, STORY]) == ["story", "story", "story", None]
    assert asides_in(["9:45 Police say two died", "9:50 A third has died"]) == [None, None]


def test_what_stands_under_a_moving_picture_may_be_of_another_story() -> None:
    line = "Caption Video: Fire in Ostrava Three people died in a fire in Ostrava on Monday."
    assert asides_in([STORY, line, "Caption contests are held yearly."]) == [None, "headline", None]


def test_a_headline_of_the_towns_other_news_gives_the_incident_nobody() -> None:
    lines = f"{STORY}\n\n{ABOVE}\n\nStray bullet strikes Waco grandmother's leg\n\n{BELOW}\n\n{END}"
    reading = read(a_report(lines))
    hurt = {c.account_id for c in reading.claims if c.slot == "injured"}
    assert reading.accounts[0].id not in hurt


@pytest.mark.parametrize(
    "lines",
    [
        "MORE NEWS\n\nEarthquake kills 40 in Chile\n\nMan stabbed on bus",
        "Also: Earthquake kills 40 in Chile",
        "Most read\n1. Earthquake kills 40 in Chile\n2. Mayor quits",
    ],
)
def test_another_story_gives_the_incident_no_people_no_kind_and_no_place(lines: str) -> None:
    reading = read(a_report(f"{STORY}\n\n{lines}\n\n{END}"))
    main, *others = reading.accounts
    told = {
        c.account_id: c.value.low for c in reading.claims if isinstance(c.value, Count) and c.value.low == 40
    }
    assert (main.kind, main.place and main.place.city) == ("shooting", "Waco")
    assert main.id not in told
    assert len(others) == 1


def test_a_picture_of_another_year_is_of_another_incident() -> None:
    text = (
        "FILE - Rescuers work at the site of a train crash that killed 16 people near Corinth in 2023. (AP Photo/J. Doe)"
        "\n\nA bus overturned near Corinth on Monday, killing three people, police said."
    )
    main, other = read(a_report(text)).accounts
    told = {c.account_id: c.value.low for c in read(a_report(text)).claims if isinstance(c.value, Count)}
    assert (told[main.id], told[other.id]) == (3, 16)
    assert other.happened
    assert other.happened.iso() == "2023"


@pytest.mark.parametrize(
    "introduction",
    [
        "Here are some of the deadliest shootings in the country in recent years:",
        "Here is a list of recent attacks in Lodva province",
        "A look at some of the worst shootings of the last ten years:",
        "Timeline of previous attacks on the line",
        "The following are major bombings since 2015:",
        "Some of the deadliest attacks on schools include:",
        "Previous shootings at the base:",
    ],
)
def test_all_lines_below_what_introduces_a_list_of_earlier_incidents_are_of_those(introduction: str) -> None:
    lines = [STORY, introduction, "School: 12 dead", "A boy shot 12 people at a school in 2019."]
    assert asides_in(lines) == [None, None, "history", "history"]


@pytest.mark.parametrize(
    "line",
    [
        "Here is a timeline of Friday's attacks:",
        "Here is what we know about the shooting:",
        "A look at the victims of the attacks",
        "The other shootings of the weekend:",
        "Police said of the recent attacks that they knew who was behind them.",
        "It was one of the deadliest shootings in the history of the state.",
    ],
)
def test_what_tells_of_the_attacks_of_the_day_introduces_no_list_of_earlier_ones(line: str) -> None:
    assert asides_in([STORY, line, END]) == [None, None, None]


def test_each_item_of_a_list_of_earlier_incidents_is_one_of_its_own_and_todays_is_the_main_one() -> None:
    text = (
        "Gunmen killed 31 people at a market in Lodva on Wednesday, police said.\n\n"
        "Here is a list of some of the deadliest attacks in the country in recent years:\n\n"
        "- Jan. 14, 2026: Gunmen kill 31 people at a market in Lodva.\n\n"
        "- June 2, 2024: A suicide bomber kills 40 people at a mosque in Marsk.\n\n"
        "School siege: 28 dead\n\nMilitants seize a school in Tarn in October 2019 and kill 28 pupils.\n\n"
        "Bus station: 17 dead\n\nA car bomb kills 17 people at a bus station."
    )
    reading = read(a_report(text))
    killed: dict[str, set[int | None]] = {}
    for claim in reading.claims:
        if claim.slot == "killed" and isinstance(claim.value, Count):
            killed.setdefault(claim.account_id, set()).add(claim.value.low)
    told = {
        (a.main, a.kind, a.happened.iso() if a.happened else None): killed[a.id] for a in reading.accounts
    }
    assert told == {
        (True, "shooting", "2026-01-14"): {31},
        (False, "bombing", "2024-06-02"): {40},
        (False, "hostage-taking", "2019-10"): {28},
        (False, "bombing", None): {17},
    }


def test_two_lines_that_lead_to_other_stories_are_two_incidents() -> None:
    reading = read(
        a_report(
            f"{STORY}\n\nRELATED: Bus crash in Peru kills 25\n\nRELATED: Ten people killed in church fire\n\n{END}"
        )
    )
    counts = {c.account_id: c.value.low for c in reading.claims if isinstance(c.value, Count)}
    _, *others = reading.accounts
    assert [counts[other.id] for other in others] == [25, 10]
