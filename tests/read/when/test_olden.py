from datetime import date

import pytest

from sayso.model import Report
from sayso.read.text.page import page_of
from sayso.read.when.dates import dates_told
from sayso.read.when.olden import alone, day_of, segment_of, without_background

PUBLISHED = date(2026, 1, 15)  # a Thursday


def told_beside(text: str, who: str) -> str | None:
    """Return the words of the day on which people met their fate."""
    start = text.index(who)
    found = day_of(text, start, start + len(who), list(dates_told(text, PUBLISHED)))
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize(
    ("text", "who", "day"),
    [
        ("A fire in the same tower killed 72 people in 2017; on Wednesday a tenant was burned.", "72 people", "in 2017"),
        ("A fire in the same tower killed 72 people in 2017; on Wednesday a tenant was burned.", "a tenant", "Wednesday"),
        ("In 2014 a ferry sank off the island with the loss of 304 lives.", "304 lives", "In 2014"),
        ("The gang attacked the town in 2015, killing 2,000 people.", "2,000 people", "in 2015"),
        ("The blast is the deadliest since the 2020 port explosion that killed 218 people.", "218 people", "the 2020"),
        ("The quarry where eleven men died in 2021 saw another accident on Tuesday.", "eleven men", "in 2021"),
        ("A landslide killed four farmers on Monday in the valley where 120 people died in 2018.", "four farmers", "Monday"),
        ("A landslide killed four farmers on Monday in the valley where 120 people died in 2018.", "120 people", "in 2018"),
        ("While a quake in 2011 killed 604 people, Wednesday's killed only two.", "604 people", "in 2011"),
        ("Twenty people drowned in 2015 and nine on Tuesday.", "Twenty people", "in 2015"),
        ("Twenty people drowned in 2015 and nine on Tuesday.", "nine", "Tuesday"),
        ("The man, who killed two people in 2009, shot a guard dead on Tuesday.", "two people", "in 2009"),
        ("The man, who killed two people in 2009, shot a guard dead on Tuesday.", "a guard", "Tuesday"),
        ("A man who killed two people in 2009 shot a guard.", "a guard", None),
        ("The violence has claimed 278 lives since October 21.", "278 lives", None),
        ("A house built in 1985 collapsed, killing four people.", "four people", None),
        ("A student home for Christmas was shot dead on Saturday.", "A student", "Saturday"),
    ],
)  # fmt: skip
def test_of_two_days_of_a_sentence_each_is_that_of_its_own_people(
    text: str, who: str, day: str | None
) -> None:
    assert told_beside(text, who) == day


def test_the_day_with_which_a_sentence_opens_belongs_to_what_it_opens() -> None:
    text = "In 1989, a crush there killed 96."
    assert segment_of(text, text.index("96"), len(text)) == (0, len(text))


def test_the_words_of_a_day_hold_no_other_day() -> None:
    text = "The quarry where eleven men died in Lodva in 2021 saw another accident on Tuesday."
    days = list(dates_told(text, PUBLISHED))
    first, last = alone(text, days[0], days)
    assert text[first:last] == "where eleven men died in Lodva in 2021 saw another accident on "


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("In 2021 a dam burst near Brno and killed nine people.", False),
        ("Last year a flood in Ostrava killed four.", False),
        ("In July 2022 a gunman killed three people in a mall in Zlin.", False),
        ("A dam burst near Brno two years ago.", False),
        ("A dam burst near Brno on Tuesday, two years after another.", True),
        ("The dam near Brno, built in 1985, had been checked on Monday.", True),
        ("The dam near Brno burst in February.", True),
        ("The dam is near Brno.", True),
    ],
)
def test_what_only_tells_of_days_long_before_is_background(sentence: str, kept: bool) -> None:
    head = "A dam burst on Tuesday. Four people died. Others are missing. Rescuers came. "
    page = page_of(Report(id="r1", title="Dam bursts", text=f"{head}{sentence}"))
    told = [s.text for s in without_background(page, date(2026, 3, 20)).sentences]
    assert (sentence in told) == kept
    assert len(told) == 5 + kept


def test_what_goes_on_with_a_time_of_old_is_background() -> None:
    for last, kept in (
        ("Hundreds died in Zlin the following year.", False),
        ("Hundreds are homeless in Zlin.", True),
    ):
        head = "A dam burst on Tuesday. Four people died. Others are missing. In 2021 a flood near Brno killed nine."
        page = page_of(Report(id="r1", title="Dam bursts", text=f"{head} {last}"))
        told = [s.text for s in without_background(page, date(2026, 3, 20)).sentences]
        assert (last in told) is kept
