"""What is counted and is nobody: animals and homes, money and hours, who is one of those counted already."""

import re

from sayso.read.counting.plain import HEDGE, NUMBER

__all__ = ["is_uncounted"]

# A toll without a number counts nobody.
TOLL_ALONE = re.compile(
    r"(?:(?:the|a|its|their) )?(?:[a-z]+ ){0,2}?(?:death )?toll"
    r"|(?:(?:the|an?|its|their|his|her) (?:[a-z]+ )?|(?:[\w'’-]+ ){0,4}[\w-]+['’]s? (?:own |official )?)(?:figure|number|tally|count|estimate)"
    r"|(?:the )?number (?:of )?(?:the )?(?:dead|deaths|killed|victims|injured|wounded|hurt|missing)|(?:(?:his|her|their|my|our) )?(?:li(?:fe|ves))?",
    re.IGNORECASE,
)
ANIMALS = re.compile(
    rf"(?:{HEDGE} )?"
    r"(?:(?:an?|the|his|her|their|one|two|three|four|five|several|dozens|\d{1,4}) )?(?:of (?:the|his|her|their) )?(?:[\w'’-]+ ){0,2}?"
    r"(?:(?:[\w'’-]+ ){0,2}?K-?9s?|dogs?|pupp(?:y|ies)|cats?|horses?|cows|cattle|sheep|goats|pigs|hogs|camels|buffaloes|chickens|pets|animals|livestock|heads? of (?:cattle|livestock|sheep)|"
    r"(?-i:(?:[a-z]+ ){0,3}(?:whales|dolphins|elephants|birds|geese|swans|penguins|turtles|calves|lambs|poultry)))\b"
    r"(?! (?:handler|walker|owner|breeder|trainer)s?\b)",
    re.IGNORECASE,
)
# Who is the only one that it did not befall.
ALL_BUT = re.compile(r"\b(?:all|everyone|everybody) (?:but|except) $", re.IGNORECASE)
ALL_BUT_SOME = re.compile(rf"(?:all|everyone|everybody) (?:but|except) (?:{NUMBER}|one)\b", re.IGNORECASE)
# What people come in or wear.
THINGS = re.compile(
    r"(?:(?!(?:on|in|wearing|with|of|from|by)\b)[\w'’-]+ ){0,4}?(?:motor(?:cycles?|bikes?)|speedboats?|boats?|cars?|trucks?|vehicles|masks?|uniforms?)|armed"
    r"|(?:an? |the )?(?:(?:(?:junior |senior )?high |middle |elementary |primary |secondary )?school|college|university|hospital|house|home|market|mosque|church|village|town|city|province|district|region|country|county|building|camp|hotel)|underground|aboard|inside|outside",
    re.IGNORECASE,
)
# What else is counted beside people: "1,400 | homes were destroyed", "two flooded shafts".
NO_PEOPLE = (
    r"(?:homes|houses|huts|buildings|structures|apartments|flats|shops|schools|churches|mosques|villages|barangays|districts|shafts|vehicles|"
    r"cars|trucks|buses|boats|hectares|acres|rounds|tents|calls|drones|missiles|rockets|planes|aircraft|helicopters|tanks|trees|roads|bridges|flights|aftershocks|tonnes|animals|"
    r"trains|jobs|vacancies|banks|firms|businesses|brands|newspapers|websites|web ?sites|sites|computers|PCs|machines|servers|phones|devices|accounts|species|nationalities|(?:body|human) parts)"
)
COUNTED_THINGS = re.compile(
    rf"(?:{NUMBER}(?: (?!(?:of|in|from|at|by|with|on|to|near|and|or|for|into|after|when|as|a|an|the|dead|dies?|died|killed|hurt|injured|wounded|missing)\b)[\w'’-]+){{0,2}}? {NO_PEOPLE}"
    r"|one (?:house|home|tent|train|boat|car|bus|building)(?=[.,;)]|$| (?:and|in|on|was|were|alone|among)\b))\b"
    r"(?! (?:workers?|owners?|residents?|drivers?|passengers?|guests?|children|pupils?|conductors?|attendants?|staff|employees?|crew|cleaners?|invaders?)\b)",
    re.IGNORECASE,
)
# What is paid for people, and what exceeds a list.
MONEY = re.compile(
    r"(?:\b(?:Rs|Tk|USD|INR|PKR|NGN)\b\.?|[₹₦$£€])\s?(?:\d[\d,.]*\s?)?(?:lakh|crore|million|billion)?\s?"
)
# The line of a list for those whom it only touched, or their homes: "Families – 212,400".
OF_LINE = re.compile(
    r"^\W*(?:affected |total )?(?:families|households|persons|population|houses|homes|barangays|villages|districts)(?: affected)?(?: ?: ?| [-–—] )$",
    re.IGNORECASE,
)
# What befalls homes and cars, not people who are told by a number alone: "two homes collapsed and at least six more | were damaged".
BROKEN = re.compile(
    r"(?: (?:more|others?))?(?: (?:were|was|are|is|have|has|had|been|being|left|also|\w+ly))+"
    r" (?:damaged|destroyed|demolished|gutted|razed|flattened|levelled|leveled|ransacked|looted|vandali[sz]ed|submerged|inundated|burn(?:ed|t) down)\b",
    re.IGNORECASE,
)
# The minutes of the hour with which an entry of a live page begins: "17.12 School evacuated".
HOUR, MINUTES = (
    re.compile(r"^\W*(?:[01]?\d|2[0-3])\.$"),
    re.compile(r"[0-5]\d(?! (?:million|billion|per)|[\d,.%])"),
)
BARE_NUMBER = re.compile(rf"(?:{NUMBER}|one)(?: more| others?)*", re.IGNORECASE)
PAID_EACH = re.compile(r"(?:[\d,.]+\d|a|one|two|three|five|ten|\d)(?: [a-z]+)? each\b", re.IGNORECASE)
PAID = re.compile(
    r"\b(?:paid|pay|compensat\w*|award\w*|ex[- ]gratia|pounds|dollars|euros|rupees|naira|pesos|lakh|crore|shillings|dirhams|relief of|grant)\b",
    re.IGNORECASE,
)
# People counted again by their homes: "12,000 people (2,400 families)".
HOUSEHOLDS = re.compile(r"\((?:some |about |around )?[\d,]+ (?:families|households)\b", re.IGNORECASE)
# Who of the dead has which age, and whose they are: "nine of them were from | one family".
YOUNGEST = re.compile(
    r"(?:the )?(?:youngest|oldest|eldest)(?: of (?:them|whom))?,? aged (?:just |only )?[\w-]+", re.IGNORECASE
)
FAMILY = re.compile(r"(?:members of )?(?:one|the same|a single) (?:[\w-]+ )?family", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|of|in|were|are)(?: all)? $")
# How old somebody was: "the youngest was two".
OF_AGE = re.compile(
    r"\b(?:youngest|oldest|eldest|elder|younger)\b(?: (?!and\b)[\w'’-]+){0,5}? (?:was|is|being)(?: (?:just|only|about|aged))? $",
    re.IGNORECASE,
)
# "None of the injuries is serious" tells of no people, nor does "none of them seriously"; "none of the dead was | a civilian".
NO_WOUNDS = re.compile(
    r"none of (?:the|their|his|her|those) (?:injuries|wounds)|no (?:second|third|other|further|more) (?:attacker|gunman|shooter|assailant|suspect|perpetrator|bomber)s?\b"
    r"|(?:none|neither|nobody|no one)(?: of (?:them|whom|the \w+))?,? (?:(?:was|were|is|are) )?(?:seriously|severely|critically|badly|gravely|life)\b"
    r"|(?:none|neither) of (?:the|those) (?:dead|killed|victims|fatalities|wounded|injured) (?:was|were|is|are) (?:an? )?(?!killed|injured|hurt|wounded|shot)\w+",
    re.IGNORECASE,
)
NONE_WAS = re.compile(
    r"\b(?:none|neither) of (?:the|those) (?:dead|killed|victims|fatalities|wounded|injured) (?:was|were|is|are) $",
    re.IGNORECASE,
)
# What says so at the head of the words.
AT_HEAD = (MONEY, NO_WOUNDS, ANIMALS, COUNTED_THINGS, ALL_BUT_SOME)


def is_uncounted(text: str, start: int, end: int) -> bool:
    """True where a number or words [start, end) stand for no people: an hour, a sum paid to each, "the youngest was | two", cattle."""
    if MONEY.search(text, max(0, start - 6), start) or any(words.match(text, start) for words in AT_HEAD):
        return True
    if (MINUTES.match(text, start) and HOUR.search(text, 0, start)) or OF_LINE.search(text, 0, start):
        return True
    if BROKEN.match(text, end) and BARE_NUMBER.fullmatch(text, start, end):
        return True
    if (PAID_EACH.match(text, start) and PAID.search(text)) or HOUSEHOLDS.match(text, max(0, start - 1)):
        return True
    if NONE_WAS.search(text, 0, start) or ALL_BUT.search(text, 0, start) or OF_AGE.search(text, 0, start):
        return True
    if FAMILY.fullmatch(text, start, end) and FROM.search(text, 0, start):
        return True
    return any(words.fullmatch(text, start, end) for words in (YOUNGEST, TOLL_ALONE, THINGS))
