"""Others: sentences that say of themselves that they tell of another incident than the one that a report is about."""

import re

from sayso.read.incidents.heads import head_of, strikes_there_too
from sayso.read.text.calendar import WEEKDAY
from sayso.read.text.furniture import ELSEWHERE
from sayso.read.text.page import Page, Sentence
from sayso.read.text.patterns import Pattern

__all__ = ["INCIDENT", "MORE_OF_THEM", "OTHER_NEWS", "is_of_another_day", "turned", "turns_away"]

# What words that turn to another incident take off the chance of the main one; chosen on dev and 498 further annotated reports.
TURNED = 0.4
INCIDENT = (
    r"(?:incident|attack|shooting|bombing|blast|explosion|stabbing|crash|accident|collision|fire|raid|clash|ambush|strike|"
    r"killing|case|robbery|assault|development|operation|quake|storm|tornado|flood|landslide|avalanche)s?"
)
# What turns to another incident at the head of a sentence; totals of a whole country or state.
TURNS = Pattern(
    rf"^(?:\w+,? )?(?:in|at) (?:an?|yet) (?:(?:\w+ )?(?:separate|unrelated|different|similar)|other) (?:\w+ )?{INCIDENT}\b"
    rf"|^(?:\w+,? )?in (?:another|an? (?:second|third|fourth|fifth)) (?:\w+ )?(?!blast|explosion){INCIDENT}\b|^in an? (?:third|fourth|fifth),"
    r"|^(?:\w+ ){0,2}hours? later,? (?:across (?:the )?(?:town|city)|elsewhere in (?:the )?\w+|(?:on the other side|in another (?:part|district|suburb|neighbou?rhood)) of (?:the )?\w+),?"
    r" (?:an?|two|three|four|five|six|several|another|gunm[ae]n|militants|unknown|unidentified)\b"
    rf"|^an? (?:separate|unrelated|similar|earlier) (?:\w+ )?{INCIDENT}\b|^separately,"
    r"|^(?P<where>elsewhere\b|meanwhile,? in\b|in (?:\w+ ){1,3}?, meanwhile\b|in [a-z][\w'’-]*(?: [a-z][\w'’-]*)*, meanwhile,"
    r"|(?:across|throughout) the (?:province|region)\b)"
    r"|^(?:on )?the same (?:day|night|evening|morning|afternoon)\b|^also in court\b|^also (?:on \w+day|that (?:day|night))\b"
    rf"|^(?:(?:just|only) )?(?:\w+ )?(?:hours|days|weeks|months) (?:before|earlier),|^an? (?:series|string|spate|rash) of (?:similar|other|earlier|recent)\b|^the (?:previous|earlier|last|two previous) (?:\w+ )?(?:{INCIDENT}|bombs?)\b"
    r"|^(?:nation|state|country|province|city)-?wide\b|^(?:across|throughout) the (?:country|state|nation)\b",
    any_case=True,
)
# A sentence of a broadcast that only says that other news follow: "Now the rest of the news."
OTHER_NEWS = re.compile(
    r"(?:(?:and|but|well),? )?(?:(?:now|next|finally),? )?(?:(?:on to|to|for|with) )?(?:(?:the|today['’]s|some) ){0,2}"
    r"(?:rest of (?:the|today['’]s|this hour['’]s) (?:news|headlines|bulletin|stories)|(?:day['’]s )?other (?:top |main )?(?:news|headlines|stories))"
    r"(?! (?:outlets?|media|agenc(?:y|ies)|organi[sz]ations?|channels?|(?:web)?sites?|(?:report|sa(?:y|id)|tell|told|put)\w*)\b)(?: [\w'’-]+){0,5}\W*",
    re.IGNORECASE,
)
# What tells of others, and of nobody yet: "several other incidents were reported at schools".
MORE_OF_THEM = Pattern(
    rf"^(?:(?:several|many|a number of|two|three|four) )?(?:other|separate|similar|unrelated) (?!\w*(?:blast|explosion|fire)s? )(?:\w+ (?!(?:blast|explosion|fire)s? ))?{INCIDENT} (?:were|was|have been|had been|occurred|happened)\b",
    needs="other|separate|similar|unrelated",
    any_case=True,
)
# Others hurt on another day than those told before: "two other men were shot Sunday".
ON_ANOTHER_DAY = re.compile(
    r"(?:another|(?:two|three|four|five|\d+) (?:other|more))(?: \w+)? (?:m[ae]n|wom[ae]n|boys?|girls?|persons?|people|teens?|teenagers?|children|youths?)\b"
    rf"[^.;,]{{0,20}}? (?:was|were|had been) (?:also )?(?:fatally )?(?:shot|stabbed|gunned down)\b[^.;]*?\b(?P<day>{WEEKDAY})\b",
    re.IGNORECASE,
)
DAY = re.compile(rf"\b{WEEKDAY}\b")
# People of another place: "one person was also killed in Odesa".
ALSO = re.compile(
    r"\b(?:was|were) also (?:killed|injured|wounded|hurt|shot|stabbed|kidnapped|abducted) (?:\w+ ){0,3}?(?:in|near|at|outside) (?:the )?(?P<town>(?-i:[A-Z])[\w'’-]+)",
    re.IGNORECASE,
)


def turns_away(sentence: Sentence, page: Page) -> bool:
    """True for a sentence that says of itself that it tells of another incident, or of people of another place."""
    if sentence.number == 0:
        return False
    turn = TURNS.match(sentence.text)
    if (
        (turn and not (turn["where"] and strikes_there_too(sentence.text, head_of(page))))
        or OTHER_NEWS.fullmatch(sentence.text)
        or MORE_OF_THEM.match(sentence.text)
        or sentence.aside in ELSEWHERE
    ):
        return True
    also = ALSO.search(sentence.text) if " also " in sentence.text else None
    if also is not None and also["town"] not in head_of(page):
        return True
    return is_of_another_day(sentence, page)


def is_of_another_day(sentence: Sentence, page: Page) -> bool:
    """True for a sentence of others who were hurt on another day of the week than any that is told before.

    The first day that a report tells is that of its incident, whoever was hurt on it.
    """
    other = ON_ANOTHER_DAY.match(sentence.text)
    if other is None:
        return False
    told = DAY.findall(f"{page.report.title} {sentence.body[: sentence.start]}")
    return bool(told) and other["day"] not in told


def turned(sentence: Sentence, page: Page) -> float:
    """Return what words that turn to another incident take off the chance of the main one; 0 for other words."""
    if not turns_away(sentence, page):
        return 0.0
    return 1.0 if is_of_another_day(sentence, page) else TURNED
