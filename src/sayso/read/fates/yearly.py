"""Figures of years, of weeks, of causes and of rates, which are no incident's toll."""

import re

from sayso.read.counting.plain import NUMBER

__all__ = ["is_rate", "is_statistic"]

# What a year has seen is no incident's toll: "242 people have been shot in the city since the start of 2017".
STATISTIC = re.compile(
    r" (?:have|has|had) been (?:shot|killed|wounded|injured|murdered|slain)\b[^.;,]{0,40}?"
    r"\b(?:since the (?:start|beginning) of (?:the|last|this|19|20)|so far (?:this|in 20)|this year|year to date)"
    r"|(?: (?:people|persons|children|adults))?(?: (?:have|has|had))? (?:died?|drowned|perished) (?:in|on|from) (?:[\w-]+ ){0,2}?(?:fires|roads|crashes|accidents)\b"
    r"[^.;,]{0,40}?\b(?:since (?:Jan|the (?:start|beginning) of the)|so far this|this year)",
    re.IGNORECASE,
)
# Nor are the tolls of years, side by side or in one total: "34 officers died in 2016, a 79% increase", "the city's homicide total to 104".
OF_YEARS = re.compile(
    r"\b\d+ ?(?:%|percent|per cent) (?:increase|decrease|drop|rise|decline|jump|spike|more|fewer|higher|lower|up|down)\b|\bhighest total\b",
    re.IGNORECASE,
)
# Nor is what an earlier week or month saw: "Monday's shootings followed a weekend that saw 50 people shot".
OF_WEEKS = re.compile(
    r"\b(?:follow(?:s|ed|ing)?|after|on the heels of) (?:an?|the|another) (?:[\w-]+ )?(?:weekend|week|month|summer|year)"
    r" (?:that|which|when|in which) (?:saw|has seen|had seen|left) (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
# Nor is what a state has seen in days: "bringing to | 21 the number of people killed in the state in four days".
OF_DAYS = re.compile(
    rf"[^.;,]{{0,30}}?\b(?:number|toll|total|count) (?:of )?[^.;,]{{0,40}}? (?:in|across) (?:the )?(?:[\w-]+ )?(?:state|region|province|country|county|district|area|city)"
    rf"\b[^.;,]{{0,20}}? (?:in|over|within|during) (?:(?:just|less than|under|the|past|last) )*(?:an? (?:week|fortnight|month)|{NUMBER} (?:days|weeks|months)|week|month)\b",
    re.IGNORECASE,
)
# Nor are those whom what happens every day has killed in a year: "road accidents killed 3,000 people last year".
CAUSES = (
    r"(?:(?:road|traffic|car|motorcycle|railway|workplace|farming|house|household|residential) (?:accidents|crashes|collisions|deaths|fires)"
    r"|(?:gun|domestic|knife|gang) (?:violence|crime)|overdoses)"
)
IN_YEAR = r"(?:(?:last|each|every|this|per|a|an average|a typical) year|annually|in (?:19|20)\d\d)\b"
BY_CAUSES = re.compile(
    rf"\b{CAUSES} (?:\w+ ){{0,3}}?(?:kill|claim|injur|wound)\w* (?:[\w'’-]+ ){{0,3}}$", re.IGNORECASE
)
OF_CAUSES = re.compile(
    rf"[^.;,]{{0,40}}? (?:died|killed|injured|lost their lives)\b[^.;]{{0,20}}? (?:in|on|from|by) (?:[\w'’-]+ ){{0,3}}?"
    rf"(?:{CAUSES}|roads)\b[^.;]{{0,40}}?\b{IN_YEAR}",
    re.IGNORECASE,
)
YEAR_AFTER = re.compile(rf"[^.;]{{0,60}}?\b{IN_YEAR}", re.IGNORECASE)
TOTAL_OF_YEAR = re.compile(r"\b(?:homicide|murder) (?:total|tally|toll)\b[^.;,\d]{0,20} $", re.IGNORECASE)
# Nor is what has happened since another deed, or what a mountain or a road has cost over the years: "since the massacre at Lodva
# in 2012, | 400 people have been shot", "of 450 climbers who have stood on the summit, | 70 have died on the mountain".
HAVE_MET = r"(?: (?:more|other|people|persons|others|children|students|pupils|climbers))*(?: have|['’]ve) (?:been (?:shot|killed|murdered|wounded|slain)|died|lost their lives|perished|drowned)\b"
SINCE_DEED = re.compile(
    r"^since (?:the |that )(?:[\w-]+ ){0,3}?(?:massacres?|shootings?|attacks?|bombings?|disaster|crash|fire|(?:earth)?quake|tsunami|murders?|killings?)\b[^.;]*?\b(?:19|20)\d\d\b[^.;]*, $",
    re.IGNORECASE,
)
MET_SINCE = re.compile(HAVE_MET, re.IGNORECASE)
OVER_TIME = re.compile(
    r"\bof (?:the )?(?:[\w,-]+ ){1,4}?(?:who|that) (?:have|had) (?:ever )?(?:stood|climbed|reached|scaled|attempted|summit\w*|tried|crossed|made)\b|\bover the (?:years|decades)\b|\bsince records\b",
    re.IGNORECASE,
)
MET_THERE = re.compile(
    rf"{HAVE_MET} (?:on|at|in|along|trying to climb|climbing) (?:the|this|that|its) (?:[\w-]+ )?(?:mountain|peak|summit|slopes?|route|road|highway|stretch|crossing|trail|track|river|rapids|beach|lake|reef)\b",
    re.IGNORECASE,
)
# Rates: "34 people were killed a day", "one in seven people".
A_DAY = re.compile(
    r"(?: (?:people|persons|civilians))? (?:have been |had been |were |are |was |is )?(?:killed|murdered|shot|wounded|injured|die|died) (?:a|an|per|each|every) (?:day|week|month|year|hour)\b",
    re.IGNORECASE,
)
ONE_IN = re.compile(
    r"\b(?:one|two|three|1|2|3) in (?:every )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b(?! (?:\w+ )?(?:critical|serious|stable|hospital))"
    r"|\b(?:four|five|six|seven|eight|nine|[4-9]) (?:in|out of) (?:every )?(?:ten|10|100)\b(?! (?:days|hours|minutes|weeks|months|years)\b)",
    re.IGNORECASE,
)
# Nor is what makes an event of a sort: "mass shootings, which it defines as | at least four people shot".
DEFINED = re.compile(r"\bdefin(?:es|ed|ing|ition)\b[^.;]{0,60}$", re.IGNORECASE)
# Code points: how far from people the rest of a rate stands.
RATE_NEAR = 16


def is_statistic(text: str, start: int, end: int) -> bool:
    """True for people [start, end) who were killed or hurt in a year, by a cause, in a state, over the years: in no one incident."""
    if any(words.match(text, end) for words in (STATISTIC, A_DAY, OF_CAUSES)) or OF_YEARS.search(text):
        return True
    if any(words.search(text, 0, start) for words in (TOTAL_OF_YEAR, OF_WEEKS, DEFINED)):
        return True
    if OF_DAYS.match(text, start) or (MET_SINCE.match(text, end) and SINCE_DEED.search(text, 0, start)):
        return True
    if MET_THERE.match(text, end) and OVER_TIME.search(text):
        return True
    return bool(BY_CAUSES.search(text, 0, start) and YEAR_AFTER.match(text, end))


def is_rate(text: str, start: int, end: int) -> bool:
    """True for people [start, end) who are so many of so many: "one in seven people"."""
    return ONE_IN.search(text, max(0, start - RATE_NEAR), end + RATE_NEAR) is not None
