"""The day from which the days that a report tells count."""

import re
from calendar import monthrange
from datetime import date, timedelta

from sayso.model import Report
from sayso.read.text.page import DATELINE
from sayso.read.when.dates import WHOLE, dates_told

__all__ = ["anchor_of"]

# The number of a military or an official release, which begins with its year and month.
RELEASE = re.compile(r"\b(20\d\d)-(0[1-9]|1[0-2])-[A-Z]{1,3}-\d{2,4}\b")
DEGREES_AN_HOUR = 15
# Code points in which a report names the day that it is of.
HEAD = 600
# The most days that a report whose dateline tells no year can be older than its publication.
MONTH_DAYS = 31


def anchor_of(report: Report, longitude: float | None = None) -> date | None:
    """Return the day from which "Tuesday" counts: that of the dateline, of publication, or a full date in the first lines.

    "CAIRO, Jan. 12" was written on that day, if it was published within a month; "14 MAR 89" whenever it was published.
    By the clock of UTC a Thursday begins in Manila on Wednesday, and ends in Lima on Friday: `longitude` is where it happened.
    """
    published = published_on(report, longitude)
    line = DATELINE.match(report.text)
    for told in dates_told(line[0], published) if line and published else ():
        days = (published - told.moment.start).days if published else 0
        if (told.pattern in WHOLE and days >= 0) or (told.pattern == "day" and 0 <= days <= MONTH_DAYS):
            return told.moment.start
    if published:
        return published
    heads = [words[:400] for words in report.text[:2_000].split("\n") if words.strip()][:6]
    told_days = (told for words in heads for told in dates_told(words, None) if told.pattern in WHOLE)
    return next((told.moment.start for told in told_days), None) or numbered_day(report.text[:2_000])


def numbered_day(head: str) -> date | None:
    """Return the day of a release whose number gives its year and month: "2010-11-S-300", and "KABUL (Nov. 24) -"."""
    number = RELEASE.search(head)
    if number is None:
        return None
    year, month = int(number[1]), int(number[2])
    until = date(year, month, monthrange(year, month)[1])
    days = (told.moment.start for told in dates_told(head, until) if told.pattern == "day")
    return next((day for day in days if (day.year, day.month) == (year, month)), None)


def published_on(report: Report, longitude: float | None) -> date | None:
    """Return the day of publication, as it was at a longitude where the hour is known; None where no day is.

    A report that names the day which only UTC has reached is of that day: its clock was not that of UTC.
    """
    at = report.published_at
    if at is None or report.published_grain not in ("instant", "day"):
        return None
    if longitude is None or report.published_grain != "instant":
        return at.date()
    there = (at + timedelta(hours=longitude / DEGREES_AN_HOUR)).date()
    return at.date() if there < at.date() and f"{at:%A}" in report.text[:HEAD] else there
