"""What others say that whoever a sentence tells of disputes, cannot confirm, or is asked about: no words of his own."""

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.read.counting.plain import HEDGE
from sayso.read.speech.subjects import kind_of
from sayso.read.text.patterns import Pattern

__all__ = ["Hearsay", "hearsay_at", "is_disputed", "is_unsure"]

# What others have said, and how it goes on to what they said.
STATEMENT = (
    r"(?:claims?|reports?|rumou?rs?|allegations?|assertions?|statements?|suggestions?|tall(?:y|ies)|figures?|tolls?|counts?|estimates?|numbers?|"
    r"accounts?|announcements?|accusations?|communiqu[ée]s?|version)"
)
BY = r"(?: (?:(?:made|given|issued|put out|carried|circulat(?:ing|ed)|spread(?:ing)?|post(?:ed)?|published|shared|aired|broadcast) )?(?:by|from|in|on) (?P<by>[^,.;]{2,60}?)(?<! of))?"
OF_NO_KIN = r"(?<!families )(?<!relatives )(?<!parents )(?<!widows )(?<!friends )(?<!lawyers )of"
IT_SAYS = (
    rf"{STATEMENT}{BY} (?:(?:{OF_NO_KIN}|that|saying|in which|to have)\b|(?=(?:(?:{HEDGE}|another) )?$))"
)
# Who disputes it, cannot confirm it, and is only asked; each up to what is said.
DISPUTES = (
    r"(?:\b(?:reject|dismiss|dispute?|contradict|refute?|ridicule?|rebutt?|rubbish|deride?|contest|mock|scoff|challenge?|question|counter)(?:e?s|e?d|ing)\b"
    r"(?! (?:by|about|over|on|with)\b)(?: at\b)?|\bden(?:y|ies|ied|ying)\b|\b(?:laugh|brush|wav|shrugg?)(?:e?s|e?d|ing) (?:off|aside)\b|\bcontrary to\b|\b(?:cast|casts|casting) doubt on\b|"
    r"\bpour(?:s|ed|ing) (?:scorn|cold water) on\b|\btak(?:es|ing) issue with\b|\btook issue with\b)"
)
# What stands between such a verb and what was said: no other clause.
LEAD = r"(?P<lead>(?:(?!\b(?:and|but|by|after|when|while|because|who|which|that)\b)[^.;,])"
NOT = r"(?:\b(?:not|never|cannot|yet|unable|impossible|neither|nor|without|difficult|hard|declin(?:es?|ed|ing)|refus(?:es?|ed|ing))\b|n['’]t)"
UNSURE = (
    rf"(?:{NOT}(?: (?!but\b|and\b)\w+){{0,3}}? (?:confirm|verif|corroborat|substantiat|authenticat|vouch for)\w*(?: (?:or|nor) den(?:y|ied))?"
    r"|\bno (?:\w+ )?(?:confirmation|verification|corroboration)\b|\b(?:un(?:confirmed|verified|corroborated|substantiated))\b)"
)
ASKED = (
    r"(?:\b(?:asked|questioned|pressed|quizzed|challenged) (?:by [^,.;]{2,30} )?(?:about|on|over)\b|\b(?:reacting|replying) to\b|"
    # but police who respond to a report go there
    r"\b(?:responding|in response) to(?= [^.;,]{0,30}\b(?:claim|allegation|accusation|figure|tally|tallies|toll)s?\b)|\bcommenting on\b|\bdespite\b|\bnotwithstanding\b)"
)
# Who is wrong to say it: "the rebels were lying when they said".
LIED = (
    r"\b(?:(?:was|were|is|are|had been) (?:lying|wrong|mistaken|untruthful)|lied) "
    r"(?:(?:when|that) (?:it|he|she|they) (?:had )?|in |to )(?:sa[iy]|claim|report|put|announc|speak|spoke|assert|boast)\w*\b"
)
TURNS = (
    ("unsure", re.compile(rf"(?P<verb>{UNSURE}){LEAD}{{0,50}}?)\b{IT_SAYS}", re.IGNORECASE)),
    (
        "unsure",
        re.compile(
            rf"(?P<verb>{UNSURE})(?P<lead>)(?P<by>)(?: (?:on )?\w+day)? (?:of|that|(?:the |any )?(?:deaths?|killings?|loss|capture|abduction|arrests?) of|{STATEMENT} (?:said|say|put|suggested))\b",
            re.IGNORECASE,
        ),
    ),
    ("disputed", re.compile(rf"(?P<verb>{DISPUTES}){LEAD}{{0,60}}?)\b{IT_SAYS}", re.IGNORECASE)),
    ("disputed", re.compile(rf"(?P<verb>{LIED})(?P<lead>)(?P<by>)", re.IGNORECASE)),
    ("asked", re.compile(rf"(?P<verb>{ASKED}){LEAD}{{0,40}}?)\b{IT_SAYS}", re.IGNORECASE)),
)  # fmt: skip
# The same with who disputes it behind: "the union's claim that 30 had died was rejected by the company".
REFUTED = Pattern(
    rf"\b{STATEMENT}{BY} (?:of|that)\b(?P<number>[^;.]{{2,120}}?) (?:was|were|has been|have been|had been|is|are) (?:\w+ly )?"
    r"(?:rejected|denied|dismissed|disputed|refuted|contradicted|ridiculed|contested|challenged) by (?P<who>(?:the |an? )?[^,;.]{2,50}?)(?=[,;.]|$| (?:who|which|on|in|as)\b)",
    re.IGNORECASE,
    needs=" by ",
)
# Of which every such sentence has one: looking for them costs next to nothing.
STEMS = (
    "claim", "report", "rumo", "alleg", "assert", "statement", "suggest", "tall", "figure", "toll", "count", "estimate", "number",
    "announce", "accus", "communiqu", "version", "confirm", "verif", "corrobor", "substant", "authentic", "vouch", "lying", "lied", "wrong", "mistaken",
)  # fmt: skip
# Where what they said ends: at a turn, and at a comma where it stands before who speaks ("Asked about claims that, the mayor said").
ENDS = re.compile(
    r";|\b(?:but|while|whereas)\b|, and\b|\band (?:said|says|put|insisted|added|that|confirmed|announced|reported|stated|now)\b|, (?:saying|adding|insisting|claiming|stating|admitting)\b"
    r"|\b(?:where|which) (?:\w+ ){1,3}(?:said|says|say)\b|\band (?:[\w'’.-]+ ){1,4}?(?:said|says)\b",
    re.IGNORECASE,
)
STANDS_BEFORE = re.compile(r"(?:ing|contrary to|despite|notwithstanding|about|on|over|to)$", re.IGNORECASE)
# How far what was said reaches, in code points: a number right behind "of", or one in a clause.
OF_REACH, THAT_REACH = 40, 110
AT_ONCE = re.compile(r"\b(?:as|after|when|amid|where|before|in|for|by|against|over)\b", re.IGNORECASE)
# A number that only says which event is meant: "reports that the blast that killed 12 was no accident".
GRANTED = re.compile(
    r"\w (?:that|which|who|where|when) (?:\w+ly |had |has |have )?(?:kill|wound|injur|left|claim|took|cost)\w* (?:[\w'’-]+ ){0,3}$",
    re.IGNORECASE,
)
# Whose words they are, before what they are ("the rebels' claim", "opposition reports"), and words that name nobody.
WHOSE = re.compile(
    r"(?:an? )?(?P<who>(?:the )?(?:[\w.'’-]+ ){0,3}?[\w.'’-]*?\w)(?P<own>['’]s|(?<=s)['’])?(?: \w+)? $",
    re.IGNORECASE,
)
SIDES = re.compile(
    r"\b(?:rebel|opposition|militant|separatist|insurgent|guerrilla|government|army|police|union)$",
    re.IGNORECASE,
)
NAMELESS = re.compile(
    r"\b(?:any|some|these|those|its|his|her|their|earlier|initial|previous|unconfirmed|death|media|press|local|news|online|independent)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hearsay:
    """What others say: how it is taken up, from where in the text on, and whose words it is, if told.

    Of what is disputed they are the words [first, last) for who disputes it, where those stand behind it.
    """

    turn: str
    start: int
    source: tuple[int, int] | None


@lru_cache(maxsize=64)
def hearsay_at(text: str, start: int) -> Hearsay | None:
    """Return what others say that a number at `start` belongs to, and that is disputed, not confirmed or asked about."""
    before = text[:start]
    lowered = before.lower()
    if not any(stem in lowered for stem in STEMS):
        return None
    for turn, words in TURNS:
        for found in words.finditer(before):
            if covers(found, before):
                return Hearsay(turn, found.start(), None if turn == "disputed" else source_of(found))
    for found in REFUTED.finditer(text):
        if found.start("number") <= start <= found.end("number"):
            return Hearsay("disputed", found.start(), found.span("who"))
    return None


def covers(found: re.Match[str], before: str) -> bool:
    """True where what others said still goes on at the end of the text before a number."""
    said = before[found.end() :]
    is_of = found[0].lower().endswith(" of")
    if len(said) > (OF_REACH if is_of else THAT_REACH) or (is_of and AT_ONCE.search(said)):
        return False
    if ENDS.search(said) or GRANTED.search(before):
        return False
    return not ("," in said and STANDS_BEFORE.search(found["verb"]))


def source_of(found: re.Match[str]) -> tuple[int, int] | None:
    """Return where those are named whose words are told of: "the rebels' claim", "reports from the union"."""
    if found["by"] and not NAMELESS.search(found["by"]):
        return found.span("by")
    lead = WHOSE.search(found["lead"].lstrip())
    if lead is None or NAMELESS.search(lead["who"]):
        return None
    named = (
        lead["own"]
        or SIDES.search(lead["who"])
        or lead["who"].split()[-1][:1].isupper()
        or kind_of(lead["who"])
    )
    first = found.end("lead") - len(found["lead"].lstrip()) + lead.start("who")
    return (first, first + len(lead["who"])) if named else None


def is_disputed(text: str, start: int) -> bool:
    """True for a number that somebody else says, and that is disputed."""
    found = hearsay_at(text, start)
    return found is not None and found.turn == "disputed"


def is_unsure(text: str, start: int) -> bool:
    """True for a number that nobody who is named vouches for, and that is not confirmed, or only asked about."""
    found = hearsay_at(text, start)
    return found is not None and found.turn != "disputed" and found.source is None
