"""Totals that are said to rise, fall or stand somewhere, by how much they changed, and who is some of them."""

import re
from collections.abc import Iterator, Sequence

from sayso.model import Count
from sayso.read.counting.numbers import Quantity, read_quantity
from sayso.read.counting.plain import HEDGE, NUMBER
from sayso.read.text.patterns import Pattern

__all__ = [
    "RISEN",
    "beyond",
    "counts_in_total",
    "figures_again",
    "is_change",
    "is_forecast",
    "measured_at",
    "measured_in",
    "of_whom",
    "rank_in",
    "total_with",
    "without_change",
]

# How a total changes; what it is of; and before the number by which it did: "the toll rose by | 3 to 12", "rose | 3 to 12".
RISEN = (
    r"(?:r[io]s(?:e|es|en|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|increas(?:es?|ed|ing)|gr[eo]w(?:s|n|ing)?|soar(?:s|ed|ing)?|surg(?:es?|ed|ing)"
    r"|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|up|down|rais(?:es?|ed|ing)|lower(?:s|ed|ing)?"
    r"|revis(?:es?|ed|ing)|correct(?:s|ed|ing)|amend(?:s|ed|ing)|cut|reduc(?:es?|ed|ing))"
)
# How it goes beyond a round number: "the toll tops 300".
PASSED = (
    rf"(?:tops?|topped|topping|pass(?:es|ed|ing)|cross(?:es|ed|ing)|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)"
    rf"|(?:{RISEN}|goes|gone|went|stood|stands) (?:above|past|beyond))"
)
OF_TOLL = r"\b(?:toll|number|figure|count|total|tally|deaths|dead|fatalities|injured|wounded|missing|cases|casualties|injuries)\b"
ABOUT = rf"(?:(?:{HEDGE}|just|only|another|a further) )?"
CHANGED_BY = re.compile(rf"{OF_TOLL}[^.;]{{0,80}}?\b{RISEN}(?: [\w-]+){{0,4}}? by {ABOUT}$", re.IGNORECASE)
CHANGED = re.compile(rf"{OF_TOLL}[^.;]{{0,80}}?\b{RISEN} {ABOUT}$", re.IGNORECASE)
HAS_PASSED = re.compile(rf"{OF_TOLL}[^.;]{{0,80}}?\b{PASSED} (?:the )?$", re.IGNORECASE)
CHANGE = re.compile(rf"{NUMBER}|one", re.IGNORECASE)
CHANGE_TO = re.compile(rf"(?:{NUMBER}|one),? to (?=\w)", re.IGNORECASE)
TO = re.compile(rf",? to {NUMBER}\b", re.IGNORECASE)
# How many more than before: "45, two more than on Monday".
MORE_THAN = re.compile(
    rf"(?:{NUMBER}|one) (?:\w+ )?(?:more|fewer|less|higher|lower) than (?:on|in|at|yesterday|last|this|an?|was|were|previous\w*|earlier|the|before|first|initial\w*)\b",
    re.IGNORECASE,
)
# By whom a toll was too high: "two bodies | had been counted twice".
COUNTED_TWICE = Pattern(
    r"(?:(?!\b(?:and|but|while|was|is)\b)[^.;:,]){0,60}? (?:(?:double|twice)[- ]counted"
    r"|(?:counted|registered|recorded|listed|entered) (?:twice|(?:two|three) times|more than once|both (?:in|at|by|under)))\b",
    re.IGNORECASE,
    needs="twice|double|times|more than once|both",
)
# Bodies that were not so many: "remains attributed to | two persons were those of one".
OF_ONE_BODY = re.compile(
    r" (?:(?!and\b)[\w-]+ ){0,2}?(?:were|was|belonged|came|turned out|proved|had been)(?: (?!and\b)[\w-]+){0,4}? (?:of|to|from|be) (?:only |just )?(?:one|the same|a single)(?= (?:person|man|woman|body|victim|individual)\b|[.,;]|$)"
    r"|(?<=those of one)(?=[.,;]|$)",
    re.IGNORECASE,
)
# What is still to come: "the toll could reach | 90", "fear the toll will climb to | 90"; not "may have reached".
FORECAST = re.compile(
    rf"{OF_TOLL}(?:,? (?!(?:after|as|when|with|because|while|which|that|who|where|and|but|from(?! (?:an?|the|this|\w+day['’]s)\b))\b)[\w'’-]+){{0,10}}?,?"
    r" (?:(?:could|might|may|will|would|can|should) (?!have\b|be $)[a-z]+(?: (?!have\b)[a-z]+){0,3}"
    r"|(?:expected|likely|set|feared|predicted|projected|bound|sure|certain|due|going|threatens|threatening|forecast|estimated) to (?!have\b|be \w+$)(?:[a-z]+ ){0,2}[a-z]+)"
    rf"(?: (?:to|above|past|beyond|over|as high as|from {NUMBER}(?: people)? to))* (?:(?:{HEDGE}|a) )?$",
    re.IGNORECASE,
)
EXPECTED = re.compile(
    rf"\b(?:expect|predict|forecast|anticipat)\w*\b[^.;,]{{0,60}}?{OF_TOLL}(?: [\w'’-]+){{0,6}}? to (?!have\b|be \w+$)(?:[a-z]+ ){{1,3}}(?:(?:to|above|past|beyond|over) )?$",
    re.IGNORECASE,
)
# A number of people that is told of without the number: "the number of | dead".
NUMBER_OF = re.compile(r"\b(?:number|count|tally|total) (?:of )?(?:the |those |people )?$", re.IGNORECASE)
FATE = re.compile(
    r"(?:of )?(?:the |those |people )?(?:dead|deaths|killed|victims|injured|wounded|hurt|missing|infected|displaced|cases)",
    re.IGNORECASE,
)
# Whom such a number is of, before the figure: "the number of injured | firefighters has risen to | six".
OF_WHOM = re.compile(
    rf"\bnumber of (?P<who>(?:[\w-]+ ){{1,3}})(?:[^.;,]{{0,40}}? )??(?:to|at|is|was|reached|now) (?:{HEDGE} )?$",
    re.IGNORECASE,
)
# People who come on top of others: "two more bodies", "a further six".
MORE = re.compile(
    rf"(?:(?:{NUMBER}|one) (?:more|further|additional)|(?:an?other|(?:an? )?(?:further|additional)))\b",
    re.IGNORECASE,
)
# What a total is of, where it stands, and the earlier of two: "lowered the toll from 23 to 19", "to 19 from 23".
TOTAL_OF = (
    r"\b(?:(?:death )?(?P<toll>toll)(?! ?[-–]? ?free\b)|number of (?:people |those |persons |the |confirmed |(?:fire|police)? ?officers |firefighters |soldiers |troops |passengers |workers |residents |pupils |students |children |girls |hostages )?(?:who (?:have |had |were |been |are )*)?"
    r"(?P<fate>killed|dead|died|deaths|fatalities|victims|wounded|injured|missing|displaced|evacuees|evacuated|homeless|arrests|(?:still |listed as |reported )*unaccounted|(?:still |now )*(?:in captivity|captive|(?:being )?held (?:captive|hostage))))\b(?:[^.;]|(?<=Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec)\.){0,120}?\b"
)
TOTALS = Pattern(
    rf"{TOTAL_OF}(?:to|at|(?<=toll )of|is|was|reached|now|{PASSED}) (?P<number>(?!(?:19|20)\d\d\b)(?:{NUMBER}|one(?! of\b)))\b(?![.:]\d| ?[ap]\.?m\b| ?%)",
    re.IGNORECASE,
    needs="toll|number of",
)
REVISED = re.compile(
    rf"{TOTAL_OF}(?:from (?P<before>{NUMBER}) to {NUMBER}|to {NUMBER},? (?:up |down )?from (?P<after>{NUMBER})|(?:is|was|now|at) {NUMBER},? (?:up|down) from (?P<once>{NUMBER})"
    rf"|to {NUMBER}\b[^.;]{{0,80}}?, (?:up|down) from (?P<then>{NUMBER})|(?:from|at) {NUMBER},? (?:and |then ){{0,2}}(?:later |down |up )?(?:to|at) (?P<now>{NUMBER}))\b",
    re.IGNORECASE,
)
# The same with the number first: "bringing to 14 the number of dead".
BROUGHT = re.compile(
    rf"\b(?:bring|brought|tak|took|rais|push)\w* to (?P<number>{NUMBER}) (?:the )?(?:total )?(?:(?:death )?(?P<toll>toll)"
    r"|number of (?:people |those |the )?(?P<fate>killed|dead|deaths|victims|wounded|injured|missing|arrests))\b",
    re.IGNORECASE,
)
# "She put the wounded at 40."
PUT_AT = re.compile(
    rf"\b(?:put|puts|putting|placed) the (?P<fate>dead|killed|wounded|injured|missing) at (?P<number>{NUMBER})\b",
    re.IGNORECASE,
)
# "Those still missing number 25."
NUMBERING = re.compile(
    rf"\b(?:the|those|people|persons|passengers|residents)(?: (?:who (?:are|were|have been)|who|still|now|listed as|reported))* (?P<fate>dead|killed|wounded|injured|missing|displaced|homeless|unaccounted)(?: for)?"
    rf" (?:(?:now|still) )?(?:number(?:s|ed)?|total(?:s|l?ed)?) (?P<number>{NUMBER})\b(?![.,]\d| ?%)",
    re.IGNORECASE,
)
# Deaths that rise without a word of a number: "deaths rose by 11 to 150".
GREW = re.compile(
    rf"\b(?P<fate>deaths|fatalities|injuries|arrests)\b (?:[\w-]+ ){{0,4}}?{RISEN} (?:[^.;]{{0,30}} )?to (?P<number>{NUMBER})\b(?![.,]\d| ?%| (?:per|for each)\b)",
    re.IGNORECASE,
)
# The same of a toll whose earlier figure is told: "a toll of 40 was cut to 38".
SINCE = re.compile(
    rf"{TOTAL_OF.replace('{0,120}', '{0,12}')}(?:of|at) {NUMBER}\b[^.;]{{0,60}}?\b{RISEN}(?: up| down)? to (?P<number>{NUMBER})\b",
    re.IGNORECASE,
)
# The toll that somebody's death makes: "the seventh fatality of the flood", "became the fourth to die"; no ranking of the year's.
RANKS = {
    word: rank
    for rank, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".split(),
        start=2,
    )
}
OF_DISASTER = (
    r"(?:of|from|in|after|by) (?:the |this |that |an? |last )?(?:[\w'’-]+ ){0,4}?(?:attack|shooting|blast|explosion|bombing|crash|collision|derailment|fire|floods?|flooding|mudslide|mudflow|landslide|"
    r"earthquake|quake|storm|typhoon|cyclone|hurricane|tornado|outbreak|epidemic|crush|stampede|collapse|sinking|capsizing|stabbing|ramming|accident|disaster|tragedy|avalanche|eruption|"
    r"wildfires?|clash(?:es)?|riots?|siege|massacre)\b"
)
RANKED = Pattern(
    r"(?:\b(?:became|becomes?|becoming|is|was|mak(?:es?|ing) (?:him|her|it|them)|made (?:him|her|it)) |, )"
    rf"(?P<number>(?:the )?(?:{'|'.join(RANKS)}) (?:(?:confirmed|known) )?(?:(?:person|victim|patient|passenger|worker|miner|one) )?"
    rf"(?:to )?(?P<fate>die|succumb|killed|fatality|death))(?=$|[,.;]| {OF_DISASTER})(?! {OF_DISASTER} (?:[\w-]+ )?(?:this|of the) (?:year|month|season))",
    re.IGNORECASE,
    needs="|".join(RANKS),
)
# A figure that takes up the one before: "the real number was 32", "that figure has climbed to 214", "revised it to 44".
COUNT = r"(?:number|figure|total|count|tally)"
THAT_FIGURE = re.compile(
    rf"\b(?:the|that|this|its|their) (?:(?:real|true|actual|correct|right|latest|final|official|current) )?{COUNT}"
    rf" (?:(?!of|for|in|last|this)\w+ ){{0,2}}?(?:(?:was|is)(?: now)?|stands at|stood at|reached|{RISEN}(?: up| down)? to) (?P<number>{NUMBER})\b",
    re.IGNORECASE,
)
CHANGED_IT = re.compile(
    rf"\b(?:revis|rais|lower|cut|reduc|increas|correct|amend|updat)\w* (?:it|that|this|(?:the|its|that|their) {COUNT})(?: up| down)? to (?P<number>{NUMBER})\b",
    re.IGNORECASE,
)
# What figures are of that come next: "on the number of injured there were differing figures"; and a figure that only counts:
# "the Red Cross put the number at 31", "the police counted 26".
NUMBERS_OF = re.compile(
    r"\b(?:numbers?|counts?|figures?) (?:of|for|on) (?:the |those |people |persons )*(?P<fate>killed|dead|deaths|victims|wounded|injured|hurt|missing|displaced|evacuees|homeless)\b",
    re.IGNORECASE,
)
COUNTS = (
    rf"\b(?:(?:put|puts|putting|placed|gave|gives) (?:the|that|its|their) {COUNT} (?:at|as)|counted|counts|sp(?:oke|eaks?) of|gave|gives"
    rf"|(?:the|its|their|his|her|that|an?) (?:(?!death|earlier|previous|initial|first|original|former|preliminary)\w+ )?{COUNT} of)"
    rf" (?:(?:{HEDGE}|only|just) )?"
)
ONLY_COUNTS = re.compile(
    rf"{COUNTS}(?P<number>{NUMBER})(?=[,.;]|$| (?:and|but|while|on|in)\b)(?![.,]\d)", re.IGNORECASE
)
# A figure that somebody gives up, or does not believe: "correcting its figure of 30", "up from a count of 12".
GIVEN_UP = re.compile(
    r"\b(?:correct|revis|rais|lower|withdr|retract|reject|disput|den[iy]|dismiss|contradict|question|doubt|contest|from|than|instead|not)\w*(?: [\w'’-]+){0,3} $",
    re.IGNORECASE,
)
# People counted before with their fate, which such a figure counts again.
COUNTED = re.compile(
    rf"\b(?P<number>{NUMBER})(?: (?!(?:and|or|but|as|when|after)\b)[\w'’-]+){{0,4}}? (?P<fate>killed|dead|died|deaths|injured|wounded|hurt|missing|displaced|homeless)\b",
    re.IGNORECASE,
)
FATED = re.compile(
    r"\b(?:kill\w*|dead|dea?ths?|died|bod(?:y|ies)|injur\w*|wound\w*|hurt|missing|displaced|evacu\w*|homeless|arrest\w*|toll|hostages?)\b",
    re.IGNORECASE,
)
SPOKEN_NEAR = 250
OF_FIGURE = Pattern(
    rf"\b(?:{COUNT}|(?:it|that|this)(?: up| down)? to)\b",
    re.IGNORECASE,
    needs=" to|count|figure|number|tally|total",
)
# What stands behind a number of people that is told by the number alone.
ALONE = re.compile(
    r"$|[,;.](?!\d)|[”\"]| (?:people|persons|dead|deaths|fatalities|killed|missing|on|after|when|and|but|from|by|as|in|overnight)\b"
    r"(?! (?:per cent|percent|million|billion))",
    re.IGNORECASE,
)
FATES = {
    word: slot
    for slot, words in (
        ("killed", "toll killed die succumb fatality fatalities death deaths dead died victims"),
        ("injured", "wounded injured hurt injuries"),
        ("missing", "missing unaccounted"),
        ("displaced", "displaced evacuees evacuated homeless"),
        ("hostages", "captivity captive hostage"),
        ("detained", "arrests"),
    )
    for word in words.split()
}


OF_TOTALS = (TOTALS, REVISED, BROUGHT, PUT_AT, NUMBERING, GREW, SINCE)
# Words of which a sentence with a total holds one: they are looked for first, as it is soon done.
HOLDS_TOTAL = ("toll", "number", "total", "put", "placed", "deaths", "fatalities", "injuries", "arrests")


def counts_in_total(text: str) -> list[tuple[str, int, int]]:
    """Return (slot, start, end) of figures that a total is said to stand at, or to have stood at.

    "The number of dead rose to five"; "the toll was lowered to 19 from 23"; "she became the fourth to die".
    """
    found = []
    totals = OF_TOTALS if any(map(text.lower().__contains__, HOLDS_TOTAL)) else ()
    for pattern in (*totals, RANKED):
        for match in pattern.finditer(text):
            slot = FATES[(match.groupdict().get("toll") or match["fate"]).lower().split()[-1]]
            number = next(
                name for name, words in match.groupdict().items() if words and name not in ("toll", "fate")
            )
            found.append((slot, *match.span(number)))
    return list(dict.fromkeys(found))


def rank_in(words: Sequence[str]) -> Quantity | None:
    """Return the toll that the place of somebody among the dead tells: "the fourth to die" is four; None for other words."""
    rank = RANKS.get(words[int(words[0].lower() == "the") :][0].lower()) if len(words) > 1 else None
    told = rank is not None and words[-1].lower() in ("die", "succumb", "killed", "fatality", "death")
    return Quantity(count=Count(low=rank, high=rank), start=0, end=len(words)) if told else None


def figures_again(text: str) -> list[tuple[int, int]]:
    """Return where a sentence tells a figure that takes up one told before: "the real number was 32"."""
    if not OF_FIGURE.search(text):
        return []
    found = [m.span("number") for words in (THAT_FIGURE, CHANGED_IT) for m in words.finditer(text)]
    return [(start, end) for start, end in found if ALONE.match(text, end)]


def measured_in(text: str, before: str) -> Iterator[tuple[str, int, int]]:
    """Yield (slot, start, end) of figures of a sentence that only count, of what the words before it speak of.

    "On the number of injured there were differing figures." "The police counted | 26, four of them badly hurt."
    """
    near = before[-SPOKEN_NEAR:].lower()
    told = any(word in near for word in ("number", "count", "figure"))
    first = max(0, len(before) - SPOKEN_NEAR)
    spoken = list(NUMBERS_OF.finditer(before, first)) if told else []
    for found in ONLY_COUNTS.finditer(text) if spoken or OF_FIGURE.search(text) else ():
        if FATED.search(text, 0, found.start()) or GIVEN_UP.search(text, 0, found.start()):
            continue
        if fate := spoken or counted_as(found["number"], before[first:]):
            yield FATES[fate[-1]["fate"].lower()], *found.span("number")


def counted_as(number: str, before: str) -> list[re.Match[str]]:
    """Return the people counted before a figure of whom it can be: those of the same number, else the last; none where two fates are told."""
    counted = list(COUNTED.finditer(before))
    same = [found for found in counted if found["number"].lower() == number.lower()]
    slots = {FATES[found["fate"].lower()] for found in same or counted}
    return (same or counted) if len(slots) == 1 else []


def measured_at(text: str, before: str, start: int, end: int) -> str | None:
    """Return the slot of a figure [start, end) that only counts, where the words before its sentence tell it."""
    told = measured_in(text, before)
    return next((slot for slot, first, last in told if start <= last and first < end), None)


def beyond(count: Count, text: str, start: int) -> Count:
    """Return a number at `start` that a total has passed as more than that: "the toll topped | 300"."""
    if count.low is None or count.low != count.high or not HAS_PASSED.search(text, 0, start):
        return count
    return Count(low=count.low + 1)


def of_whom(text: str, start: int) -> str:
    """Return the words for whom a total at `start` counts: "the number of | injured firefighters has | risen to six"; none for other people."""
    found = OF_WHOM.search(text, 0, start) if "umber of " in text else None
    return found["who"] if found else ""


def is_forecast(text: str, start: int) -> bool:
    """True for a number at `start` that a toll has not reached yet: "the toll could reach 90"."""
    return bool(FORECAST.search(text, 0, start) or EXPECTED.search(text, 0, start))


def is_change(text: str, start: int, end: int) -> bool:
    """True for a number by which a total changed, and no number of people: "rose by | 3 to 12", "two bodies were counted twice"."""
    if COUNTED_TWICE.match(text, end) or OF_ONE_BODY.match(text, end) or MORE_THAN.match(text, start):
        return True
    if NUMBER_OF.search(text, 0, start) and FATE.fullmatch(text, start, end):
        return True
    if not CHANGE.fullmatch(text, start, end):
        return False
    return bool(CHANGED_BY.search(text, 0, start) or (CHANGED.search(text, 0, start) and TO.match(text, end)))


def without_change(words: str, before: str) -> int:
    """Return where a total begins in words that tell by how much it changed: "3 to | 12" after "the toll rose by"."""
    found = CHANGE_TO.match(words)
    return found.end() if found and (CHANGED_BY.search(before) or CHANGED.search(before)) else 0


def total_with(text: str, start: int, end: int, slot: str) -> str | None:
    """Return the words of the total to which people [start, end) are added: "two more died, taking the toll to 14"."""
    if MORE.match(text, start) is None:
        return None
    more = read_quantity(text[start:end].split())
    for other, first, last in counts_in_total(text):
        total = read_quantity(text[first:last].split())
        if (
            other == slot
            and end <= first
            and more
            and total
            and (more.count.low or 0) < (total.count.low or 0)
        ):
            return text[first:last]
    return None
