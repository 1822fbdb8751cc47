from datetime import date

import pytest

from sayso.read.when.dates import dates_told
from sayso.read.when.dating import HeadDay, before_sequel, came_after, fresh_day, only_day, only_year

PUBLISHED = date(2026, 1, 15)  # a Thursday


def days_of(first: str, second: str = "") -> list[HeadDay]:
    return [
        HeadDay(text, told, behind=text == second)
        for text in (first, second)
        for told in dates_told(text, PUBLISHED)
    ]


@pytest.mark.parametrize(
    ("first", "second", "day"),
    [
        ("On 28 December gunmen killed eight worshippers in Kaduna.", "", "2025-12-28"),
        ("On 28 December, in Kaduna, gunmen killed eight worshippers.", "", "2025-12-28"),
        ("A ferry capsized on 19 December off Zanzibar, killing 14.", "Divers found the vessel on Wednesday.", "2025-12-19"),
        ("Eleven days ago a ferry capsized off Zanzibar.", "Divers found it on Wednesday.", "2026-01-04"),
        ("On Christmas Day a fire in a hotel killed four people.", "", "2025-12-25"),
        ("A mosque that was bombed on 2 January, killing 11, reopened on Wednesday.", "", "2026-01-02"),
        ("The toll of a blast in a mill on 30 December has risen to 12, officials said on Tuesday.", "", "2025-12-30"),
        ("On 3 November 2024 a bus plunged off a bridge and 19 died.", "", "2024-11-03"),
        ("A woman hurt when gunmen attacked a market on December 12 has died.", "", "2025-12-12"),
        ("Nine people were killed in an attack on a church.", "Gunmen stormed the church on 28 December.", "2025-12-28"),
        ("A bomb killed three people on Monday.", "", "2026-01-12"),
        ("The watchdog said on Monday it had opened an inquiry into the shooting of three men.", "", None),
        ("Nine of the pupils kidnapped in Lodva have escaped, an official said on Monday.", "", None),
        ("A bomb that was hidden on 2 January went off on Monday.", "", "2026-01-12"),
        ("A bomb killed three people on Monday, as one on 3 December did.", "", "2026-01-12"),
        ("Gunmen killed four people, weeks after a car bomb on 3 December left nine dead.", "", None),
        ("Gunmen killed four people.", "A bomb on 3 December killed nine.", None),
        ("Gunmen killed four people.", "It was the deadliest attack since 3 December.", None),
        ("An air strike killed five people before elections on 20 February.", "", None),
        ("A fire killed six people on 20 February.", "", None),
        ("A fire killed six people on 20 February 2026.", "", None),
        ("A fire killed six people.", "The mill was opened on 1 December.", None),
    ],
)  # fmt: skip
def test_a_day_of_any_age_on_which_it_was_done_is_the_day_of_it(
    first: str, second: str, day: str | None
) -> None:
    moment = only_day(days_of(first, second), PUBLISHED, by_another=False)
    assert (moment.iso() if moment else None) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("He pleaded guilty on Wednesday to the murder of two hikers in Bergen on 4 December.", "2025-12-04"),
        ("He was charged on Tuesday, a day after he shot a neighbour.", "2026-01-12"),
        ("Twelve years ago today a fire at a hotel in Turin killed nine people.", "2014-01-15"),
        ("On 4 December a court jailed him for murder.", None),
        ("Two years ago, on 3 January 2024, bombs killed 100 people. Two men were hanged.", "2024-01-03"),
    ],
)
def test_what_comes_to_court_is_of_the_day_behind_the_deed(words: str, day: str | None) -> None:
    moment = only_day(days_of(words), PUBLISHED, by_another=True)
    assert (moment.iso() if moment else None) == day


@pytest.mark.parametrize(
    ("first", "second", "month"),
    [
        ("Last month a bus plunged into a ravine and 21 people died.", "", "2025-12"),
        ("Three weeks ago militants ambushed a convoy.", "", "2025-12"),
        ("Two weeks ago militants ambushed a convoy.", "", "2026-01"),
        ("Militants who killed a priest last week are hunted.", "", "2026-01"),
        ("In December a fire in a club killed 25 people.", "", "2025-12"),
        ("In March 2024 a fire in a club killed 25 people.", "", None),
        ("A bomb killed three people.", "Last month a bomb killed nine.", None),
        ("A bomb killed three on Monday; rain fell last month.", "", "2026-01-12"),
        ("Two weeks ago a dam collapsed, killing 60.", "On Monday help arrived.", "2026-01"),
    ],
)
def test_a_month_in_which_it_was_done_is_told_where_no_day_is(
    first: str, second: str, month: str | None
) -> None:
    moment = only_day(days_of(first, second), PUBLISHED, by_another=False)
    assert (moment.iso() if moment else None) == month


def test_the_year_of_a_deed_is_told_where_no_day_is_behind_it() -> None:
    one = only_year(days_of("The trial for two murders in 2019 has begun."))
    assert one is not None
    assert one.iso() == "2019"
    one = only_year(days_of("Ten years ago this week gunmen killed 30 people at a hotel."))
    assert one is not None
    assert one.iso() == "2016"
    assert only_year(days_of("A year after gunmen killed 12, a bomb killed three on Monday.")) is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("two weeks ago", "2026-01-01", "2026-01-04"),
        ("a fortnight ago", "2026-01-01", "2026-01-04"),
        ("a week ago", "2026-01-05", "2026-01-11"),
        ("twelve days ago", "2026-01-03", "2026-01-03"),
        ("two months ago", "2025-11-01", "2025-11-30"),
    ],
)
def test_weeks_ago_are_known_to_within_three_days(words: str, first: str, last: str) -> None:
    (told,) = dates_told(f"It happened {words}.", PUBLISHED)
    assert (told.moment.start.isoformat(), told.moment.end.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("A man was shot in the leg at about 3:15 a.m., police said.", "2026-01-15"),
        ("Two people were hurt in an early-morning fire.", "2026-01-15"),
        ("It happened in Alder Row shortly after midnight, police said.", "2026-01-15"),
        ("The van left the road just before sunrise.", "2026-01-15"),
        ("Crowds had gone home well before midnight.", "2026-01"),
        ("Fire crews are still at the scene of a crash that hurt four.", "2026-01-15"),
        ("A man was shot in the leg at about 9 p.m., police said.", "2026-01"),
        ("Two people were hurt in a fire.", "2026-01"),
    ],
)
def test_fresh_news_of_no_day_is_of_the_day_only_where_it_tells_of_its_morning(head: str, day: str) -> None:
    assert fresh_day(PUBLISHED, [head]).iso() == day


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Soldiers freed 30 girls who were abducted in Kaduna a month ago, he said on Tuesday.", "2025-12-01", "2025-12-31"),
        ("Two guards wounded in last week's raid have died, police said on Tuesday.", "2026-01-05", "2026-01-11"),
        ("A driver died on Tuesday of the injuries he suffered last Thursday.", "2026-01-08", "2026-01-08"),
        ("A woman died on Tuesday from burns sustained in a blast on 2 January.", "2026-01-02", "2026-01-02"),
        ("A guard who suffered severe burns on Friday has died.", "2026-01-09", "2026-01-09"),
        ("A driver died on Tuesday of his injuries.", None, None),
        ("Soldiers freed 30 girls on Tuesday.", None, None),
        ("Gunmen abducted 30 girls a month ago and killed two on Tuesday.", None, None),
    ],
)  # fmt: skip
def test_who_is_free_or_dead_since_was_taken_or_hurt_before(
    words: str, first: str | None, last: str | None
) -> None:
    moment = before_sequel(days_of(words), PUBLISHED)
    assert (moment and (moment.start.isoformat(), moment.end.isoformat())) == (first and (first, last))


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("The death toll from the blast rose to 14 on Tuesday, the mayor said.", True),
        ("Two more worshippers succumbed to their burns in Mill on Tuesday.", True),
        ("A guard stabbed in the riot died in Mill hospital on Tuesday.", True),
        ("A girl who had been in intensive care died on Tuesday.", True),
        ("He died of his wounds early on Tuesday.", True),
        ("Rescuers recovered the body of a boy under a wall on Tuesday.", True),
        ("Five more bodies came ashore near the border on Tuesday.", True),
        ("The last body was brought up from the pit at 4.50 on Tuesday.", True),
        ("The body of the pilot was found at noon on Tuesday, raising the number of dead to five.", True),
        ("The government called off the search on Tuesday.", True),
        ("The death toll from Tuesday's blast rose to 14.", False),
        ("The death toll climbed from Tuesday's 12 to 14.", False),
        ("Two more bodies were recovered, raising the toll of Tuesday's bombing to 14.", False),
        ("Two more bodies were recovered from the wreck of Tuesday's collision.", False),
        ("Rescuers recovered nine bodies after a ferry sank on Tuesday.", False),
        ("A bomb killed three people in Mill on Tuesday, raising the toll of the week.", False),
        ("The body of a woman was found in a field on Tuesday.", False),
        ("A man was shot and died on Tuesday, bringing the number of homicides to 12.", False),
        ("Gunmen killed four people on Tuesday.", False),
        ("The toll rose as a second bomb went off on Tuesday.", False),
    ],
)
def test_a_day_on_which_only_what_followed_was_done(text: str, later: bool) -> None:
    (told,) = dates_told(text, PUBLISHED)
    assert came_after(text, told) == later
