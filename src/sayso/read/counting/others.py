"""Somebody who is counted with others, "Hale and three other men", and what stands there and is nobody."""

import re

from sayso.read.counting.plain import NUMBER
from sayso.read.text.calendar import DAYS, MONTHS

__all__ = ["is_time", "with_others", "without_time"]

WITH_OTHERS = re.compile(rf"(?:and )?(?:{NUMBER}|no|one) (?:other|others|more)\b", re.IGNORECASE)
SOMEBODY = re.compile(
    r"(?P<who>(?<![\w’'-])(?:[A-Z][\w’'-]+ ){1,3}|\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er) )(?P<and>and )?$"
)
# A day or a month by its name, which is nobody's: "Tuesday", "Good Friday", "New Year's Day".
TIME = re.compile(
    rf"(?:(?:Good|Easter|Palm|Ash|Black) )?(?:{'|'.join(DAYS)})s?|{'|'.join(month for month in MONTHS if len(month) > 3)}"
    r"|(?:[A-Z][\w’']+ ){1,2}(?:Day|Eve)|Christmas|Easter|Thanksgiving|Ramadan",
    re.IGNORECASE,
)
TIME_AND = re.compile(
    rf"(?P<time>{TIME.pattern})(?: (?:morning|afternoon|evening|night))?,? and (?=\w)", re.IGNORECASE
)
# Whose name such a word is that begins it: "April Hale", "May".
GIVEN = re.compile(r"april|may|june|august", re.IGNORECASE)
# What stands before a place or a time, and no person: "in Split", "taken to Hale Hospital", "last March".
WHERE = re.compile(
    r"\b(?:in|near|outside|inside|across|around|off|through|into|toward|towards|via|since|until|during|by|last|next|this|early|late|mid|every"
    r"|(?<!shot )(?<!fired )(?<!shooting )(?<!firing )(?<!aimed )(?<!aiming )at"
    r"|(?:taken|rushed|flown|brought|airlifted|moved|sent|went|admitted|transferred) to"
    r"|(?:town|city|village|suburb|district|province|state|region|island|port|capital|quarter|county) of|[A-Z][\w’'-]+ of)"
    r" (?:the |(?:down|up)town |nearby |neighbou?ring |(?:north|south|east|west|central)\w* )*$"
)
# Whom others did something to, before a clause that tells of other people: "killed Hale and 12 others were hurt".
OBJECT = re.compile(
    r"(?<!named )(?<!called )\b(?:[a-z]+(?:ed|ing)|shot|hit|struck|left|kills|wounds|injures|(?<!attack )(?<!attacks )(?<!assault )(?<!assaults )on) $"
)
NEW_CLAUSE = re.compile(
    r"(?:,[^,;.]{1,60},)?(?: (?!who\b|that\b|which\b)[\w-]+){0,2}? (?:was|were|are|is|have|has|had|remain(?:ed)?|died|suffered|escaped|fled|survived)\b"
)


def is_time(words: str, before: str = "") -> bool:
    """True for words that name a day or a month: "Tuesday", "New Year's Eve"; "in | March", but no bare "April" or "May"."""
    named = TIME.fullmatch(words.strip())
    return named is not None and not (GIVEN.fullmatch(words.strip()) and not WHERE.search(before))


def without_time(words: str, before: str = "") -> int:
    """Return where people begin in words that a day or a month is in front of: "Tuesday and | 12 others"."""
    found = TIME_AND.match(words)
    return found.end() if found and is_time(found["time"], before) else 0


def with_others(words: str, before: str, after: str) -> str | None:
    """Return the end of the text before others that names who is counted with them; None where these are no others.

    A place, a day and whoever did it are nobody of them, nor is who was told of in the clause before:
    "in Split and 12 others", "killed Hale and 12 others were hurt".
    """
    if WITH_OTHERS.match(words) is None or (lead := SOMEBODY.search(before)) is None:
        return None
    if words.lower().startswith("and ") == bool(lead["and"]):
        return ""
    ahead, who = before[: lead.start()], lead["who"].strip()
    if is_time(who, ahead) or WHERE.search(ahead):
        return ""
    return "" if OBJECT.search(ahead) and NEW_CLAUSE.match(after) else lead[0]
