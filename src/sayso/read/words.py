"""Words for people, and names of days and months, as parts of patterns."""

__all__ = ["DAYS", "DOERS", "KIN", "MONTHS", "MONTH_NAMES", "POLICE", "WEEKDAY"]

DOERS = "gunm[ae]n|shooters?|attackers?|assailants?|bombers?"
"""Those who did it, as they are called whatever else is told of them."""

POLICE = (
    r"(?:(?:armed )?police(?:m[ae]n|wom[ae]n)?|officers?|deput(?:y|ies)|troops|soldiers?|(?:security )?guards?|security(?: forces)?|"
    r"troopers?|marines|gendarmes|marksm[ae]n|agents?)"
)
"""Those who may shoot in the name of a state, or of a house."""

KIN = (
    r"(?:(?:grand|step|god)?(?:mothers?|fathers?|parents?|sons?|daughters?|child(?:ren)?)|mom|dad|brothers?|sisters?|wi(?:fe|ves)|husbands?|"
    r"(?:girl|boy)friends?|partners?|uncles?|aunts?|nephews?|nieces?|cousins?)"
)
"""Those whom somebody is of, or lives with."""

MONTH_NAMES = tuple(
    "january february march april may june july august september october november december".split()
)

MONTHS = {name: n for n, month in enumerate(MONTH_NAMES, 1) for name in (month, month[:3])} | {"sept": 9}
"""The number of each month, by its name and its short ones."""

DAYS = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
"""The number of each day of the week; Monday is 0."""

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
