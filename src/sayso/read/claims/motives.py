"""Words that tell why, or what sort of deliberate act it was, wherever they stand: "gang-related", "a murder-suicide", "not random"."""

import re
from collections.abc import Iterator

from sayso.model import Certainty, Polarity

__all__ = ["motives_in"]

# A sentence without one of these tells no such motive.
WORDS = (
    "suicide", "gang", "drug", "terror", "random", "isolated", "targeted", "style", "self-def", "self def",
    "deliberate", "intentional", "premeditated", "motivated", "hate crime", "foul play", "mistaken identity", "on purpose",
)  # fmt: skip
IS = r"\b(?:is|was|were|are|be|been|being|as|appears?|appeared|seems?|seemed|seemingly|apparently|believed|it|not|n['’]t|called|none)"
ACT = r"(?:acts?(?: of violence)?|attacks?|shootings?|killings?|murders?|slayings?|stabbings?|assaults?|incidents?|events?|crimes?|violence|ambush|hit|shooting spree|gunfire)"
AN_ACT = r"(?:an? )?(?:act of |case of |possible |potential |suspected |apparent )*"
TELLING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:attempted )?(?:murder|homicide)(?:[- –/]| - )suicide\b(?! (?:rate|cases|statistics))",
        r"\b(?:gang|drug|terror(?:ism|ist)?)[- ](?:related|motivated)\b(?! (?:charges?|tattoos?|convictions?|offen[cs]es?|activit\w+|crimes?|arrests?))",
        r"\b(?:racially|politically|religiously|ethnically|financially|ideologically)[- ]motivated\b",
        rf"\brandom,? (?:\w+ )?{ACT}\b",
        rf"{IS}(?: \w+){{0,2}}? (?P<text>(?:at )?random)\b(?! \w)",
        rf"\b(?:isolated|targeted) {ACT}\b",
        rf"{IS} (?P<text>(?:\w+ly )?targeted)\b(?=[.,;]| and\b| in\b| because\b|$)",
        r"\b(?:execution|gangland)[- ]style\b",
        r"\bself[- ]defen[cs]e\b(?! (?:forces?|class(?:es)?|groups?|units?|militia\w*|course|law|training|instructor))",
        rf"{IS}(?: \w+ly)? (?P<text>(?:deliberate|intentional|premeditated)\b(?! (?:murder|homicide|motions?))|an? (?:deliberate|intentional|premeditated) {ACT}\b)",
        r"\bact(?:ed|s|ing)? (?P<text>deliberately|intentionally|on purpose)\b",
        r"\b(?:was|were|been|being) (?P<text>(?:deliberately|intentionally) (?:set|lit|started)|(?:set|lit|started) (?:deliberately|intentionally|on purpose))\b",
        rf"\b(?:rul(?:ed|ing|e) out|treat(?:ed|ing) (?:it |this |the \w+ )?as|investigat\w+ (?:it |this |the \w+ )?as|linked to|links? to|related to|connected to|connection (?:to|with)"
        rf"|suggest(?:s|ed|ing|ions? of)?|consider(?:ed)?|call(?:ed|ing)? (?:it|this|the \w+)|possibility of|suspect(?:ed|ing)?|evidence of|signs? of|indications? of|motivated by|described (?:it |the \w+ )?as|not)"
        rf" (?P<text>{AN_ACT}terror(?:ism)?)\b(?! (?:group|suspect|cell|charge|network|organi))",
        r"\b(?P<text>act of (?:\w+ )?terror(?:ism)?)\b",
        r"\bterrorism(?= (?:(?:was|is|has|had|does|did) not|(?:was|is|has been|had been) (?:\w+ )?(?:ruled out|suspected|considered)|remain\w*))",
        rf"{IS} (?P<text>{AN_ACT}hate crime)\b(?! (?:charge|law|enhance|statut|task))",
        r"\bfoul play\b",
        r"\bmistaken identity\b",
    )
)
# What is ruled out, or not: "do not believe that it was random", "terrorism was not a factor", "have not ruled out terrorism".
NOT_OUT = re.compile(r"(?:\bnot|n['’]t|\bnever|\bnor)(?: yet| been)* (?:ruled|rule|ruling) out\b|\bcannot be (?:ruled out|excluded)\b", re.IGNORECASE)  # fmt: skip
NOT_SO = re.compile(
    r"(?:(?:\bnot|\bnever|n['’]t)(?: yet| been| being| \w+ly)*(?: (?:believ\w+|think|appear\w*|seem\w*|consider\w*|call\w*|treat\w*|suspect\w*|look\w*|agree\w*|say\w*|investigat\w+))?"
    r"|\b(?:no|any|nothing|little)(?: \w+)? (?:to (?:suggest|indicate)|evidence|indications?|signs?|suggestions?|reason|proof|links?|connection)|\bnone(?: of \w+)?"
    r"|\b(?:ruled|rule|ruling) out|\brather than|\b(?:dismiss|discount|reject)\w*|\bden(?:y|ied|ies)|\bno)"
    r"(?: (?!and\b|but\b|why\b|if\b|whether\b|because\b|only\b|comment|far\b|mean\b|threat|longer\b)[\w'’-]+){0,7} $",
    re.IGNORECASE,
)
# Where nobody knows or says whether it was so.
UNTOLD = re.compile(
    r"\b(?:un(?:known|clear)|no(?:t (?:known|clear|say|certain|sure|comment(?: \w+){0,2} on)| idea| word))\b[^.;]{0,80}$|\b(?:any idea|n['’]t mean|wonder\w*)\b[^.;]{0,60}$|\b(?:is|was) (?:it|this) (?:an? )?$",
    re.IGNORECASE,
)
NOT_BEHIND = re.compile(r" (?:(?:was|is|were|are|has|had|does|did)(?: not|n['’]t)|(?:was|is|has been|had been) (?:\w+ )?ruled out)\b", re.IGNORECASE)  # fmt: skip
MAYBE = re.compile(r"\b(?:may|might|could|possib\w+|potential\w*|whether|if)\b[^.;]{0,40}$", re.IGNORECASE)
LIKELY = re.compile(
    r"\b(?:believ\w+|think|thinks|thought|suspect\w*|appears?|appeared|apparent\w*|seems?|seemed|seemingly|likely|probabl\w+|(?:treat|investigat)\w+(?= [^.;]{0,40}\bas\b))\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def motives_in(text: str) -> Iterator[tuple[int, int, Certainty, Polarity]]:
    """Yield where a sentence names a motive or a sort of deliberate act, how firmly, and whether it denies it."""
    lower = text.lower()
    if not any(word in lower for word in WORDS):
        return
    ends = 0
    for start, end in sorted(span for pattern in TELLING for span in named(pattern, text)):
        if start < ends or UNTOLD.search(text, 0, start):
            continue
        ends = end
        if NOT_OUT.search(text, max(0, start - 80), end + 60):
            yield start, end, "possible", "positive"
        elif NOT_SO.search(text, 0, start) or NOT_BEHIND.match(text, end):
            yield start, end, "certain", "negative"
        else:
            maybe, likely = MAYBE.search(text, 0, start), LIKELY.search(text, 0, start)
            yield start, end, "possible" if maybe else "probable" if likely else "certain", "positive"


def named(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of a motive stand for each match of a pattern."""
    for found in pattern.finditer(text):
        yield found.span("text" if "text" in pattern.groupindex else 0)
