"""Words of people who have not met a fate: plans, conditions, forecasts, questions and doubts."""

import re

from sayso.read.certainty.context import MAY_BE, clause_at
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import NUMBER
from sayso.read.counting.tolls import is_forecast
from sayso.read.text.patterns import Pattern

__all__ = ["has_nearly_died", "is_asked", "is_unreal"]

FATE = r"(?:kill|injur|wound|hurt|harm|shoot|shot|attack|murder|massacr|slaughter|die|bomb|kidnap|abduct|behead|execut)"
# What has not happened: plans, attempts, conditions, forecasts.
UNREAL_BEFORE = re.compile(
    r"\b(?:could|would|might|will|can|should|must|to|'ll)(?: \w+ly)? (?:kill|injure|wound|hurt|harm|shoot|attack|murder|die|bomb)\w* "
    r"(?:\w+ ){0,3}$|\bif (?:the |a )?[^.;]{0,60}$",
    re.IGNORECASE,
)
UNREAL_AFTER = re.compile(
    r"^[^.;,]{0,30}?\b(?:counted|listed) twice\b|"
    rf"^[^.;,]{{0,20}}?(?<!\band )\b(?:could|would|might|will|can|should|(?-i:may|MAY(?! \d)))(?! (?:\w+ly )?(?:have\b|{MAY_BE}))\b|"
    r"^[^.;,]{0,30}?\b(?:was|were|had been) (?:meant|supposed|intended|planned|marked) to (?:die|be (?:killed|shot|murdered|hurt|blown up))\b|"
    r"^(?:[^\w.;,]|[\w'’]+ ){0,4}?\s?(?:was|were|is|are|has|have|had|did|does|do)(?:n['’]t| not)\b(?! (?:survive|make it)\b(?! (?:to|into|back|out)\b))(?! (?:yet )?been (?:found|located|traced|accounted for|seen|heard from)\b)",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:tried|trying|attempt(?:ed|ing|s)?|plan(?:s|ned|ning)?|plot(?:s|ted|ting)?|wanted|threat(?:s|en(?:s|ed|ing)?)?|hop(?:ed|ing)|conspir\w+|able|going|vow(?:s|ed)|"
    r"ordered|intend(?:s|ed|ing)?|intention|meant|aim(?:s|ed|ing)?|sought|seek(?:s|ing)?|bid|designed|prepar(?:ed|ing)|agreed)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
# The second thing that was planned: "plotted to blow up a train and kill dozens".
AND_TO = re.compile(
    r"\bto (?:\w+ly )?(?=[a-z]+ )[^.;]{3,90}?(?:,| and| or)(?: then| also)? (?:kill|injure|wound|hurt|harm|shoot|attack|murder|massacre|bomb|kidnap|abduct) (?:[\w'’-]+ ){0,3}$",
    re.IGNORECASE,
)
# What would have happened, had something else not: "had it gone off, hundreds would have died".
WOULD_HAVE = r"\bwould (?:\w+ly |also )?have "
COULD_HAVE = r"\b(?:could|might) (?:\w+ly |also )?have "
BEEN = r"(?:been )?(?:\w+ly )?"
LOST = r"(?:kill\w*|injur\w*|wound\w*|hurt|died|dead|perished|drowned|murdered|shot|claimed|harmed)"
CONTRARY = re.compile(
    r"^(?:[\w ]{0,40}, )?had (?!been\b)[^.;,]{3,80}, |\bif [^.;,]{0,80}\bhad\b|\beasily have\b|\bbut for\b|\bhad it not\b|\bwere it not\b|\botherwise\b|\bif not for\b"
    r"|\b(?:miracle|miraculous\w*|luck|lucky|luckily|fortunate|fortunately|thankfully|mercifully|far worse|much worse)\b",
    re.IGNORECASE,
)
# "There could easily have been | ten dead", "we would have had | 40 dead".
AT_ALL = r"(?:at least |about |some |another |up to |over |more than )?"
WOULD_BEFORE, EITHER_BEFORE = (
    re.compile(
        rf"{have}{BEEN}{LOST} (?:[\w'’-]+ ){{0,3}}$|\b(?:there|it|we|you|toll|number) {have}(?:been|had|seen|lost) {AT_ALL}$",
        re.IGNORECASE,
    )
    for have in (WOULD_HAVE, rf"(?:{WOULD_HAVE}|{COULD_HAVE})")
)
WOULD_AFTER, EITHER_AFTER = (
    re.compile(rf"[^.;,]{{0,30}}?{have}{BEEN}{LOST}\b", re.IGNORECASE)
    for have in (WOULD_HAVE, rf"(?:{WOULD_HAVE}|{COULD_HAVE})")
)
# Whom somebody shot at, and what says that he hit them.
SHOT_AT = re.compile(
    r"(?<!fatal )(?<!deadly )\b(?:(?:fir(?:es|ed|ing)|shot|shoots|shooting)(?: (?:(?!fatal|deadly)\w+ ){0,2}(?:shots?|rounds?|guns?|bullets))? (?:at|towards?)|open(?:s|ed|ing) fire (?:at|towards?|on|upon)) "
    r"(?:(?:the|an?|his|her|their|some|about|at least|nearly|more than|several|other|two|three|four|five|\d+) ){0,2}(?:[a-z]+, including (?:\w+ )?)?$",
    re.IGNORECASE,
)
HIT = re.compile(
    r"[^.;]{0,60}?(?:\b(?:wounding|striking|hitting|injuring|killing) (?:him|her|them|both|all|each|every)\b|\b(?:was|were) (?:\w+ )?(?:struck|hit|wounded|killed|injured|shot)\b"
    r"|\bin (?:the|his|her|their) (?:\w+ )?(?:head|face|neck|chest|back|stomach|abdomen|arms?|legs?|hands?|foot|feet|shoulder|thigh|knee|hip|torso)\b)",
    re.IGNORECASE,
)
# Who came near to death, and whom something came near to killing.
ALMOST = r"(?:(?:very )?(?:nearly|almost)|all but)"
DEATH_OF_HIS = (
    r"(?:die[sd]?|dying|death|drown(?:s|ed|ing)?|perish(?:ed|ing)?|suffocat(?:ed|ing)|ble(?:d|ed|eding) (?:out|to death)|(?:been |being )?(?:killed|crushed|murdered)"
    r"|los(?:t|es?|ing) (?:his|her|their|my|your|our) (?:own )?li(?:fe|ves))\b"
)
NEARLY_DIED = Pattern(
    rf"(?:,? (?:who|that|he|she|they))?(?: (?:has|have|had|was|were|also|later|once|then))* (?:{ALMOST} {DEATH_OF_HIS}"
    rf"|(?:(?:came|comes?|coming|got|been) )?(?:(?:so|very|too|dangerously|perilously|terribly) )?(?:close|near) to {DEATH_OF_HIS}"
    rf"|c(?:a|o)m(?:es?|ing) within (?:[\w'’-]+ ){{1,4}}of {DEATH_OF_HIS}|(?:cheat|escap|defi|dodg|evad)(?:e|es|ed|d) (?:(?:certain|almost|near) )*death\b)",
    re.IGNORECASE,
    needs="almost|all but|close|near|within|death",
)
DIED_LATER = re.compile(
    r"\b(?:died|dies|succumb\w*|(?:was|were|been|is|are) (?:\w+ )??(?:killed|murdered|slain|dead|(?:shot|stabbed|beaten) (?:dead|to death)))\b",
    re.IGNORECASE,
)
NEARLY_KILLS = Pattern(
    rf"\b{ALMOST} (?:kill(?:s|ed|ing)?|drown(?:s|ed|ing)?|murder(?:s|ed|ing)?|cost(?:s|ing)?|(?:claim|tak|end)(?:e?s|ed|ing) the li(?:fe|ves) of|took the li(?:fe|ves) of)(?: (?:all|both|the))* $",
    re.IGNORECASE,
    needs="nearly|almost|all but",
)
# What is still to come: "an arrest has yet to be made".
YET_TO = re.compile(r"(?: \w+)? (?:has|have|had|is|are) yet to\b", re.IGNORECASE)
# A number that nobody knows: "the number of casualties is still unknown", "no figure of the dead".
NUMBER_OF = re.compile(r"\b(?:numbers?|count|extent) of (?:\w+ ){0,2}$", re.IGNORECASE)
UNKNOWN = re.compile(
    r"[^.;,]{0,20}?\b(?:is|was|are|were|remain(?:s|ed)?) (?:\w+ )?(?:un(?:known|clear|certain|determined|confirmed)|not)\b",
    re.IGNORECASE,
)
NO_NUMBER = re.compile(
    r"(?:no|any|without) (?:\w+ )?(?:numbers?|tolls?|figures?|counts?|estimates?|word|details?) (?:of|on|for|about)\b",
    re.IGNORECASE,
)
# Of whom nobody says anything: "has not commented on casualties", "gave no details of deaths".
UNSAID = re.compile(
    r"(?:\b(?:comment(?:s|ed|ing|ary)?|details?|information|figures?|word|remark(?:s|ed)?|statement|data|spok(?:e|en)|sp[eo]ak(?:s|ing)?)\b(?: \w+)?? (?:on|about|of|regarding|concerning)"
    r"|\bdiscuss(?:ed|ing)?|\baddress(?:ed|ing)?|\bdisclos(?:ed?|ing)|\bmention(?:ed|ing)?) (?:any |the |its |their |possible |reported )?$",
    re.IGNORECASE,
)
# What nobody has said: "there has been no claim of | 40 dead".
NO_CLAIM = re.compile(
    r"\bno (?:\w+ )?(?:claims?|reports?|accounts?|mention|talk) (?:of|that) (?:(?:at least|about|some|more than|up to) )?$",
    re.IGNORECASE,
)
NUMBERED = re.compile(rf"{NUMBER}\b", re.IGNORECASE)
WHOEVER = re.compile(
    r"(?:(?:any|the|its|their|possible|\w+) )?(?:casualt(?:y|ies)|deaths?|fatalities|injur(?:y|ies)|losses|dead|killed|wounded|injured|victims)"
    r"(?:,? (?:and|or) (?:\w+ )?\w+)?(?: (?:figures?|numbers?|tolls?))?",
    re.IGNORECASE,
)
# Who is said not to be meant: "a body that is not | our son".
IS_NOT = re.compile(r"\b(?:is|was|are|were)(?: not|n['’]t) $", re.IGNORECASE)
SOMEBODY = re.compile(r"(?:an?|the|my|our|his|her|their) (?!only\b|first\b|last\b)", re.IGNORECASE)
# Who asks how many, or whether, tells no number.
HOW_MANY = re.compile(r"\bhow many (?:\w+ ){0,2}$", re.IGNORECASE)
ASKS_NUMBER = re.compile(r"how many\b", re.IGNORECASE)
COUNTED = re.compile(
    r"\b(?:dead|killed|deaths|victims|wounded|injured|hurt|missing|casualties|survivors)\b", re.IGNORECASE
)
WHETHER_WHO = re.compile(
    r"\bwhether(?: or not)?,? (?:any (?:more |other |of (?:the|those|her|his|their) )?|as many as |a second |more than |another )?$",
    re.IGNORECASE,
)
WHEREABOUTS = re.compile(
    r"(?:(?:\b(?:not|never)|n['’]t) (?:know|heard|hear|sure|told us)|no idea) (?:of |from )?(?:where|whether|if|what (?:has |had )?happened to) (?:[\w'’-]+ ){0,2}$",
    re.IGNORECASE,
)
UNCONFIRMED = Pattern(
    r"(?:\b(?:not|unable to|cannot)|n['’]t)(?: yet| immediately| independently)? (?:confirm|say|verify|tell) (?:that|if|whether) (?=any)",
    re.IGNORECASE,
    needs="any",
)
KNOWN = r"(?:who|that|found|shot|killed|hurt|injured|wounded|stabbed|named|seen)\b"
FOUND = re.compile(rf"\b{KNOWN}", re.IGNORECASE)
WERE = re.compile(rf"(?: (?!{KNOWN})[\w'’-]+){{0,3}}? (?:was|were|is|are|had|has|have|died)\b", re.IGNORECASE)
# The clauses of a question, or behind "whether", that tell what is known: "the man who killed 12".
TOLD = r"(?:who|which|when|after|while|where|as|since|before|because|whose)"
WHETHER_ANY = re.compile(
    r"\bwhether(?: or not)? there (?:was|were|is|are|had been|have been|has been) (?:any )?(?:\w+ )?$",
    re.IGNORECASE,
)
WHETHER_DID = re.compile(
    rf"\bwhether (?:(?!{TOLD}\b|that\b)[\w'’-]+ ){{1,6}}?(?:had|has|have|did) (?:\w+ly )?{FATE}\w* (?:[\w'’-]+ ){{0,3}}$",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"^(?:(?-i:[A-Z][A-Z .'’-]{2,40}): )?[\"“‘'(]*(?:(?:and|but|so|then|or|yes|no|well),? |(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?, )?"
    r"(?P<front>did|do|does|was|were|is|are|has|have|had|could|would|will|can) [^?]*\?[\"”’')]*$",
    re.IGNORECASE,
)
# "Is it true that six died?" asks for all that follows.
IS_IT = re.compile(
    r"is it (?:true|possible|the case|a fact|right|correct) that|(?:(?:do|did) you (?:really )?(?:believe|think|say|know)|(?:can|could|will) you (?:please )?confirm) (?:that)?",
    re.IGNORECASE,
)
KNOWN_BEFORE = re.compile(
    rf"\b{TOLD}\b|\bthat (?:\w+ly )?(?:{FATE}|left|cost|claim)\w*|\b(?:killings?|deaths?|murders?|shootings?|loss|wounding) of (?:[\w-]+ )?$"
    r"|\b(?:the|these|those|all|his|her|its|their|our)(?: [\w-]+)? $",
    re.IGNORECASE,
)
DEFINITE = re.compile(r"(?:all )?(?:the|these|those|his|her|its|their|our)\b", re.IGNORECASE)
HAD_TO = re.compile(
    r"(?: [\w'’-]+){0,3} (?:(?:have|had|need(?:ed)?) to|mean|matter|count)\b|[^?]* (?:in vain|enough)\b",
    re.IGNORECASE,
)


def is_unreal(text: str, start: int, end: int) -> bool:
    """True when a sentence tells of people who have not met that fate: a plan, a condition, a forecast, a question."""
    before, after = clause_at(text, start, end)
    is_known = DEFINITE.match(text, start)
    if is_contrary(text, start, end) or asks_number(text, start, end) or is_unknown(text, start, end):
        return True
    if is_forecast(text, start) or (IS_NOT.search(text, 0, start) and SOMEBODY.match(text, start)):
        return True
    if SHOT_AT.search(text, 0, start) and not HIT.match(text, end):
        return True
    if YET_TO.match(text, end) and not text.lower().startswith("no ", start):
        return True
    if not is_known and (is_asked(text, start, end) or is_doubted(text, start, end)):
        return True
    planned = AND_TO.search(text, 0, start)
    if planned and PLANNED.search(text, 0, planned.start()):
        return True
    found = UNREAL_BEFORE.search(before)
    if found and found[0].lower().startswith("to "):
        return bool(PLANNED.search(before[: found.start()]))
    return bool(found or UNREAL_AFTER.search(after))


def has_nearly_died(text: str, start: int, end: int) -> bool:
    """True for people who came near to death, and of whom the words that follow tell no death."""
    if NEARLY_KILLS.search(text, 0, start):
        return True
    nearly = NEARLY_DIED.match(text, end)
    return nearly is not None and DIED_LATER.search(text, nearly.end()) is None


def is_asked(text: str, start: int, end: int) -> bool:
    """True for people of whom a question asks whether it befell them: "Did ten people die?"

    A question that takes their fate for granted tells of it: "Did the man who killed ten act alone?"
    """
    question = QUESTION.match(text)
    if not question or start < question.end("front"):
        return False
    asks = IS_IT.search(text, question.start("front"), start)
    first = asks.end() if asks else question.end("front")
    return not (KNOWN_BEFORE.search(text, first, start) or HAD_TO.match(text, end))


def asks_number(text: str, start: int, end: int) -> bool:
    """True for people whose number is asked or unknown: "how many people were hurt"."""
    is_asked_for = ASKS_NUMBER.match(text, start) or HOW_MANY.search(text, 0, start)
    return bool(is_asked_for) and not COUNTED.search(text, start, end)


def is_unknown(text: str, start: int, end: int) -> bool:
    """True for people whose number is said to be unknown, which is not that there were none."""
    is_open = NUMBER_OF.search(text, 0, start) and UNKNOWN.match(text, end)
    is_unsaid = (
        UNSAID.search(text, 0, start)
        and WHOEVER.fullmatch(text, start, end)
        and read_quantity(text[start:end].split()) is None
    )
    is_unclaimed = NO_CLAIM.search(text, 0, start) and NUMBERED.match(text, start)
    return bool(is_open or is_unsaid or is_unclaimed or NO_NUMBER.match(text, start))


def is_doubted(text: str, start: int, end: int) -> bool:
    """True for people of whom nobody knows whether it befell them."""
    if (
        WHEREABOUTS.search(text, 0, start)
        or any(found.end() == start for found in UNCONFIRMED.finditer(text))
        or WHETHER_DID.search(text, 0, start)
        or WHETHER_ANY.search(text, 0, start)
    ):
        return True
    is_who = WHETHER_WHO.search(text, 0, start) and WERE.match(text, end)
    return bool(is_who) and not FOUND.search(text, start, end)


def is_contrary(text: str, start: int, end: int) -> bool:
    """True for people who would have met a fate, had something else happened."""
    if " have " not in text:
        return False
    words = (WOULD_BEFORE, WOULD_AFTER) if not CONTRARY.search(text) else (EITHER_BEFORE, EITHER_AFTER)
    return bool(words[0].search(text, 0, start) or words[1].match(text, end))
