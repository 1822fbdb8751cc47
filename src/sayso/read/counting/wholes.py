"""Words that count nobody by themselves: the whole of whom only some met a fate, and "some of them" without a number."""

import re

from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.parted import FATE_AFTER
from sayso.read.counting.plain import HARM, HEDGE, NOT_AGE, NUMBER

__all__ = ["TELLS", "counts_nobody", "is_some_of"]

# Words that tell a fate, in whatever form.
TELLS = {
    "killed": re.compile(
        r"\b(?:dead|die[sd]?|dying|deaths?|kill\w*|fatal\w*|murder\w*|slain|perish\w*|drown\w*|execut\w*|behead\w*|massacr\w*|"
        r"succumb\w*|crushed|corpses?|bod(?:y|ies)|victims?|toll|los(?:t|ing) (?:his|her|their) li(?:fe|ves)|not surviv\w*)\b",
        re.IGNORECASE,
    ),
    "injured": re.compile(
        r"\b(?:injur\w*|wound\w*|hurt|burn\w*|maim\w*|bitten|stung|struck|hit|shot|stabb\w*|grazed|cuts|bruises|fractur\w*|victims?|casualties)\b",
        re.IGNORECASE,
    ),
    "hospitalised": re.compile(r"hospital|clinic|\btreat|admit|\btaken\b|flown|\bpatients?\b", re.IGNORECASE),
    "critical": re.compile(r"\b(?:critical\w*|grave\w*|intensive|life-threatening|coma)\b", re.IGNORECASE),
    "displaced": re.compile(r"\b(?:evacuat\w*|displac\w*|fle[ed]\w*|left|leave|homeless|moved|shelter\w*)\b", re.IGNORECASE),
    "rescued": re.compile(r"\b(?:rescu\w*|sav(?:ed|ing)|fre(?:ed|eing)|releas\w*|surviv\w*|pulled|alive|unharmed|escaped)\b", re.IGNORECASE),
    "ill": re.compile(r"\b(?:ill(?:ness\w*)?|sick\w*|infect\w*|poison\w*|cases?|symptoms?|positive|contract\w*|catch|caught|diagnos\w*|patients?)\b", re.IGNORECASE),
    "missing": re.compile(r"\b(?:(?:reported |listed as |still )?missing|unaccounted|disappear\w*|vanish\w*|lost|trapped|buried)\b", re.IGNORECASE),
}  # fmt: skip
# People hit of whom some died are the dead and the hurt together, which is no fate of a part.
HIT = re.compile(
    rf"\b(?:shot|shoot\w*|stabb\w*|hit|struck|fir(?:ed|ing) (?:at|on))(?: (?:at|{HEDGE}|the|those))* $",
    re.IGNORECASE,
)
WAS_HIT = re.compile(r"[^.;,]{0,40}?\b(?:shot|stabbed|hit|struck)\b", re.IGNORECASE)
AMOUNT = rf"(?:{NUMBER}{NOT_AGE}|only one|one|none|half|most|some)\b"
# "Of the | 40 miners in the shaft, nine"; and "40 pilgrims, | of whom nine", "40 pilgrims, | nine of whom".
OF_ALL = re.compile(
    r"(?:^|[;:,—–-] |[“\"‘] ?|\bthat |\b(?:but|and|while) )[“\"‘]?(?:out )?of (?:the |these |those |all |some |about |an? |remaining |other |first )*$",
    re.IGNORECASE,
)
THEN_SOME = re.compile(rf"[^.;,]{{0,80}}, (?P<some>{AMOUNT})", re.IGNORECASE)
SOME_OF_ALL = re.compile(
    rf"(?P<all>[^.;]{{0,60}}?),? (?:(?P<some>{AMOUNT})(?: \w+)? of (?:whom|them)|of whom (?P<some2>{AMOUNT}))(?P<fate>(?:(?! [-–—]+ )[^.;,]){{0,90}})(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
# "A convoy of | 50 soldiers, killing seven": how many were there, and how many of them died.
THEN_KILLING = re.compile(
    rf"(?P<all>(?:[^.;,]|(?<=\b[SM]t)\.){{0,60}}), (?:\w+ly )?(?:killing|drowning|crushing) (?P<some>{AMOUNT})",
    re.IGNORECASE,
)
# What so many people are together: "a group of | eight walkers".
GROUP = re.compile(rf"(?:an?|the|another) (?:[\w-]+ )?\w+ of (?={NUMBER}\b)", re.IGNORECASE)
# How many are in care, and how many of them are badly off: "21 people in its care, including | five in critical condition".
INCLUDING = re.compile(
    rf"(?P<all>[^.;]{{0,60}}?),? (?:including|among them) (?P<some>{AMOUNT})", re.IGNORECASE
)
# Some of so many, whose own fate is not told: "half of the | 40 miners", "one in three of the | 40 pupils".
PART_OF = re.compile(
    rf"\b(?:{NUMBER}|one|half|an? (?:third|quarter|fifth)|two-thirds|three-quarters|most|many|some|all but one|one in \w+) of (?:(?P<the>(?:the|these|those|its|their|an estimated|about|some)(?: [\w-]+['’]s)?) )?$",
    re.IGNORECASE,
)
THE = re.compile(r"(?:the|these|those|its|their|an estimated|about|some)\b", re.IGNORECASE)
# "Most of | them tourists", "the number of | people killed": who they are, and no number of them.
SOME_OF = re.compile(
    r"\b(?:most|many|majority|number) of (?:the )?$|\b(?:most|many|majority|all|some|several|both|half) of (?:them|whom) $|\bmostly $"
    rf"|\b(?:{NUMBER}|most|many|some|all|several)(?: of (?:them|whom|the \w+))? (?:were|are) (?:[a-z]+ )?$|\b{NUMBER} of (?:them|whom) $",
    re.IGNORECASE,
)
# Who is held, of whatever else the network holds them for.
CAPTIVE = re.compile(r"\b(?:hostages|captives|prisoners)\b", re.IGNORECASE)
# Code points: how far behind a whole the fate of some is told.
FAR = 90
# Who was killed is not held besides: "police killed | six suspects and arrested 14".
KILLED = re.compile(
    r"\b(?:kill(?:s|ed|ing)|(?:shot|shoots|shooting) dead|gunn(?:ed|ing) down) (?:(?:at least|some|about|nearly|another|more than) )?$",
    re.IGNORECASE,
)
ARTICLES = frozenset("a an the another his her one".split())
# Who did it to others, and is not said to have died of it: "security | forces had shot dead at least 16", "man | kills two".
BARE = re.compile(r"[A-Za-z]+(?: (?!bombers?$)[a-z]+)?")
DID = re.compile(
    r"(?: (?!who\b|that\b|was\b|were\b)[a-z]+){0,2} (?:(?:had|have|has) )?(?:shot dead|shot and killed|(?:shot|kill|wound|injur|murder|massacr|execut)(?:ed)?|(?P<now>(?:kill|wound|injure|shoot|stab)s)) "
    rf"(?:(?:{NUMBER}{NOT_AGE}|one)(?! (?:day|hour|week|month|year)s?\b))\b",
    re.IGNORECASE,
)
DIED_TOO = re.compile(
    r"\b(?:(?:him|her|them)?sel(?:f|ves)|suicide|own li(?:fe|ves)|dead|dies|died|fatally|killed|shot)\b",
    re.IGNORECASE,
)


def counts_nobody(slot: str, text: str, start: int, end: int) -> bool:
    """True for people [start, end) of a sentence of whom it does not tell that fate, or not how many they are.

    "Of the 40 miners, nine died" leaves the 40 neither dead nor hurt; "most of them tourists" is no number.
    """
    if (group := GROUP.match(text, start)) and group.end() < end:
        start = group.end()
    number = read_quantity(text[start:end].split())
    if number is None:
        words = text[start:end].lower().split()
        if not words or words[0] in ARTICLES:
            return False
        return did_it(slot, text, start, end) or SOME_OF.search(text, 0, start) is not None
    if slot == "detained" and KILLED.search(text, 0, start):
        return True
    tells = TELLS.get(slot)
    if CAPTIVE.search(text, start, end) and not is_some_of(text, start):
        return False
    return tells is not None and (number.count.low or 0) > 1 and is_whole(slot, text, start, end, tells)


def did_it(slot: str, text: str, start: int, end: int) -> bool:
    """True for somebody [start, end) without a number who did it to others, and of whose own death nothing is told."""
    did = DID.match(text, end) if slot in HARM and BARE.fullmatch(text, start, end) else None
    if did is None or not (did["now"] or text[start].islower()):
        return False
    return DIED_TOO.search(text, did.end()) is None


def is_some_of(text: str, start: int) -> bool:
    """True for people at `start` of whom only some are told: "half of the | 40 miners", "nine of | the 40 miners"."""
    found = PART_OF.search(text, 0, start)
    return bool(found and (found["the"] or THE.match(text, start)))


def is_fewer(found: re.Match[str], whole: str) -> bool:
    """True for some of whom it is not told that they are more than the whole."""
    words = next(
        (words for name, words in found.groupdict().items() if name.startswith("some") and words), ""
    )
    some, all_of_them = read_quantity(words.split()), read_quantity(whole.split())
    return not some or not all_of_them or (some.count.low or 0) < (all_of_them.count.low or 0)


def is_whole(slot: str, text: str, start: int, end: int, tells: re.Pattern[str]) -> bool:
    """True for people of whom only some met a fate, which is not told of them all."""
    if is_some_of(text, start) and not tells.search(text, start, end):
        if slot == "killed" and not tells.search(text, end, end + FAR):
            return False
        fate = FATE_AFTER.get(slot)
        return not (fate.match(text, end) if fate else tells.match(text, end + 1))
    if OF_ALL.search(text, 0, start) and (some := THEN_SOME.match(text, end)):
        return not tells.search(text, start, some.start("some")) and is_fewer(some, text[start:end])
    some = SOME_OF_ALL.match(text, end)
    if some and (not tells.search(some["fate"]) or tells.search(some["rest"])):
        return False
    then = {"killed": THEN_KILLING, "critical": INCLUDING}.get(slot)
    some = some or (then.match(text, end) if then else None)
    if some is None or not is_fewer(some, text[start:end]):
        return False
    if slot == "killed" and (HIT.search(text, 0, start) or WAS_HIT.match(text, end)):
        return False
    first = max(text.rfind(mark, 0, start) for mark in (". ", "; ", ": ")) + 1
    return not tells.search(text[first:end] + some["all"])
