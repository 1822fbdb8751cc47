"""Names of days and months, as parts of patterns and as numbers."""

__all__ = ["DAYS", "MONTHS", "MONTH_NAMES", "WEEKDAY"]

MONTH_NAMES = tuple(
    "january february march april may june july august september october november december".split()
)

MONTHS = {name: n for n, month in enumerate(MONTH_NAMES, 1) for name in (month, month[:3])} | {"sept": 9}
"""The number of each month, by its name and its short ones."""

DAYS = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
"""The number of each day of the week; Monday is 0."""

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
