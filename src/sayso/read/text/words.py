"""Words for people, as parts of patterns."""

__all__ = ["DOERS", "KIN", "POLICE"]

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

DOERS = "gunm[ae]n|shooters?|attackers?|assailants?|bombers?"
"""Those who did it, as they are called whatever else is told of them."""
