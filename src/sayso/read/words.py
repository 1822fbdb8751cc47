"""Words for people, days and months, as parts of patterns."""

__all__ = ["DAYS", "KIN", "MONTHS", "POLICE"]

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

MONTHS = {
    name: n
    for n, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|"
        "october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
"""The number of each month, by its name and its short ones."""

DAYS = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
"""The number of each day of the week; Monday is 0."""
