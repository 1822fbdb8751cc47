"""Whether a figure is denied: "denied that six died", "reports that six died were false"."""

import re

from sayso.model import Polarity
from sayso.read.counting.plain import HEDGE, NUMBER
from sayso.read.speech.hearsay import is_disputed
from sayso.read.text.patterns import Pattern

__all__ = ["NONE_OF_MINE", "NOT_MINE", "SAYS", "SELVES", "grants", "polarity_at"]

# Words that say which event is meant, not what somebody says of it: "horrified by the attack that killed nine".
EVENT_THAT = re.compile(
    r"\b(?:the|this|that|these|those|his|her|its|their|our|\w+['’]s) (?:[\w'’-]+ ){0,4}?(?:shooting|attack|bombing|crash|explosion|incident|massacre|rampage|blast|fire|(?:earth)?quake|siege|stabbing|"
    r"outbreak|strike|raid|accident|disaster|collapse|derailment)s?,? (?:that|which) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
THAT = frozenset({"that", "which"})
# Who claims or denies a deed, and what it did: "claimed responsibility for the bombing of a market that killed 19".
DEED_THAT = re.compile(
    r"\b(?:claim(?:s|ed|ing)? (?:\w+ )?(?:responsibility|credit)|den(?:y|ies|ied|ying)(?! (?:\w+ ){0,2}(?:claims?|reports?|allegations?|rumou?rs?)\b))\b[^.;]{0,120}\b(?:that|which|where) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
# The same right before "that": what follows is denied, and no deed that is granted.
TELLS_THAT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|suggestions?|accusations?|assertions?|statements?|claims?|reports?|allegations?|rumou?rs?)"
    r"(?: (?:on )?\w+day| yesterday| today| again| \w+ly)? that (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
# Who denies the deed grants what it did: "denied that they were behind a bombing that killed 23".
DEED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)\b[^.;]{0,50}?"
    r"(?:\b(?:involvement|involved|responsib\w+|role|blame|part in|participat\w+|complicity|knowledge|behind|being|causing|carr(?:ied|ying) out|planting|hand in|links? (?:to|with)|connection (?:to|with))\b"
    r"|\bthat (?:(?:any of )?(?:its|their|the) )?(?:\w+ ){1,3}(?:had|have|has) (?:ever |deliberately )?"
    r"(?:bombed|shelled|fired|attacked|hit|struck|opened fire|launched|raided|targeted)\b)",
    re.IGNORECASE,
)
# The same without such a verb: "said it was not involved in a bombing that killed 23", "disowned the attack".
NOT_MINE = (
    r"(?:(?:was|were|is|are|had been|has been|have been)(?: not|n['’]t| never)(?: \w+ly| in any way)* (?:involved|behind|responsible|to blame)\b"
    r"|(?:had|has|have|played|plays?|took|takes?)(?: had| played| taken)? (?:no|neither)(?: \w+)? (?:part|role|hand|involvement|connection|links?|responsibility|blame)\b"
    r"|(?:had|has|have)(?: had)? nothing (?:whatsoever |at all )?to do with\b"
    r"|(?:did|had|has|have)(?: not|n['’]t| never)(?: \w+ly)? (?:carr(?:y|ied) out|plant(?:ed)?|order(?:ed)?|attack(?:ed)?|bomb(?:ed)?|str(?:ike|uck)|hit|target(?:ed)?(?! civilians)|fired?(?= (?:on|at|into)\b)"
    r"|shell(?:ed)?|commit(?:ted)?|launch(?:ed)?|stage[d]?|perpetrated?|cause[d]?|conduct(?:ed)?)\b)"
)
SELVES = r"(?:it|they|we|(?:its|their|our) (?:\w+ )?\w+|the (?:group|organi[sz]ation|movement|militia|party|country|government|army))"
NONE_OF_MINE = r"none of (?:its|their|our) (?:\w+ )?\w+ (?:(?:was|were|had been) (?:involved|behind|responsible|part of)|(?:took|had taken) part)\b"
SAYS = r"(?:said|says?|saying|told|insist(?:s|ed)?|stat(?:es|ed)|maintain(?:s|ed)?|stress(?:es|ed)?|declar(?:es|ed))"
DISOWNS = re.compile(
    rf"\b(?:{SAYS}\b[^.;,]{{0,40}}?\b(?:(?:{SELVES}|he|she|(?:his|her) \w+) {NOT_MINE}|{NONE_OF_MINE})"
    r"|(?:disown|disavow|disclaim)(?:s|ed|ing)?\b|distanc(?:es|ed|ing) (?:itself|themselves|himself|herself) from\b)"
    r"(?:(?!\band (?:had|has|have|did)\b)[^.;])*$",
    re.IGNORECASE,
)
DENIED = Pattern(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing)|reject(?:s|ed|ing)|dismiss(?:es|ed|ing))\b(?:,[^,;.]{1,40},)?(?: \w+){0,2}? that\b"
    r"|\bden(?:y|ies|ied|ying)\b[^.;,]{0,30}?\b(?:deaths?|killings?|loss|capture|abduction|arrests?|detention|wounding) of\b"
    r"|\bden(?:y|ies|ied)(?: (?:on )?\w+day)? (?:$|(?:it|he|she|they|(?:its|their|his|her) \w+) (?:had|has|have|was|were)\b)"
    rf"|\bden(?:y|ies|ied) (?:having \w+|\w+ing)(?: [^,.;]{{2,50}} and \w+ing)? (?:(?:{HEDGE}|any|the) )*$"
    r"|\b(?:disput(?:es|ed)|untrue|not true|false|incorrect|wrong|nonsense|rubbish|an? lie|lies|an? fabrication) that\b"
    r"|\b(?:erroneous|false|unfounded|mistaken|incorrect|inaccurate|untrue|bogus|debunked)\b (?:\w+ )?(?:reports?|rumou?rs?|claims?|alarms?|accounts) (?:of|that|about)\b"
    r"|\bno (?:evidence|sign|indication|proof) (?:that|of)\b"
    r"|\brul(?:es|ed|ing) out (?:the (?:presence|involvement|possibility|existence) of )?(?:(?:any|more|further) )?$",
    re.IGNORECASE,
    needs="den|refut|reject|dismiss|disput| that|report|rumo|claim|alarm|accounts|no |rul",
)
# Who is accused of a crime denies having done it, not that it was done: "A man denied killing two women".
ACCUSED = re.compile(
    r"\b(?:(?i:man|woman|boy|girl|teenager|suspect|defendant|accused|pair|couple|brothers?|father|mother|he|she)(?:,[^,;.]{1,40},)?"
    r"|(?i:mr|mrs|ms)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2} ?)(?: (?:has|have|had|also|later|both))? "
    r"(?i:den(?:y|ies|ied)) (?!that\b|it\b|any\b|(?:\w+ )?(?:reports?|claims?|rumou?rs?)\b)"
    r"|(?i:\bden(?:y|ies|ied)(?: (?:\w+|a charge|\w+ (?:counts|charges)) of)? (?:attempting to |conspiracy to )?(?:the )?(?:murder|manslaughter|rape))",
)
# Who says neither yes nor no.
SAYS_NEITHER = Pattern(
    r"(?:\b|(?=n['’]t))(?:not|n['’]t|never|cannot|neither|nor) (?:(?:confirm(?:ed)?|or|nor|yet|to) ){0,3}den(?:y|ied)\b"
    r"|(?:\b|(?=n['’]t))(?:not|n['’]t|never|yet to|short of)(?: \w+){0,2}? claim(?:ed|ing)?\b(?! (?:that|\d))|(?:\b(?:not|never|declin\w+|refus\w+|without)\b|n['’]t)[^.;,]{0,15}\bcomment\w* on\b(?! (?:whether|how|if)\b)"
    r"|(?:\b|(?=n['’]t))(?:not|n['’]t|cannot|(?:unable|declined|refused) to) (?:\w+ly )?confirm(?:ed)? (?:(?:any )?(?:reports?|claims?) )?(?:that|of|whether|if)\b",
    re.IGNORECASE,
    needs="confirm|den|claim|comment",
)
# Of which whoever claims, denies or does not confirm has one.
OF_DENIAL = "den|reject|dismiss|rul|claim|confirm|not|n't|n’t|never| no|diso|disav|distanc|comment".split("|")
# A number that another stands against: "not 40 but 32", "22, not 31".
NOT_SO_MANY = re.compile(rf"(?<=\bnot )(?!one\b){NUMBER}(?: \w+)?(?: but\b|[.,;:]| [-–—]|$)", re.IGNORECASE)
# What is said next, and is not denied any more.
NO_MORE = re.compile(
    r";|\b(?:but|while)\b|, and\b|\band (?:said|says|put|insisted|added|confirmed|announced|reported|stated|now)\b|, (?:saying|adding|insisting|claiming|stating)\b"
    r"|\b(?:where|which|that) (?:\w+ ){1,3}(?:said|says|say)\b|, (?:(?!as\b|who\b)[\w'’.-]+ ){1,8}?(?:said|says|say|told|insisted|added)\b"
    r"|\band (?:[\w'’.-]+ ){1,4}?(?:said|says)\b"
)
# What only says more of a thing denied: "denied that a fault had caused the crash, in which 30 people died".
MORE_OF_IT = re.compile(
    r", (?:in which|where|(?:which|that) (?:kill|left|wound|injur|claim|cost)\w*)\b[^,;]*$", re.IGNORECASE
)
UNTRUE = (
    r"(?:false|untrue|unfounded|baseless|incorrect|inaccurate|fake|wrong|exaggerated|overblown|inflated|(?:an? )?(?:lies?|exaggerations?|inventions?|fabrications?)"
    r"|propaganda|not (?:true|accurate|correct|credible|plausible|reliable)|unreliable|without foundation|due to an? (?:double count\w*|error|mistake|miscount))"
)
FALSE_REPORT = Pattern(
    r"\b(?:told|heard|said|thought|reported|claim\w*|rumou?rs?)\b[^.;]{0,100}?,? but (?:that|this|it|they) (?:(?:was|is|were|are)(?:n['’]t| not) (?:true|so|the case)"
    r"|(?:was|is|were|proved|turned out to be) (?:false|untrue|wrong|incorrect|an? (?:rumou?r|hoax)))\b|"
    r"\b(?:rumou?rs?|reports?|claims?|allegations|posts?|stories|figures?|tolls?|numbers?)\b[^.;]{0,40}?\b(?:that|of)\b[^.;]{0,160}?"
    rf"(?:\b(?:was|were|are|is)\b|[;,](?: but| and)? [^.;,]{{2,40}}? sa(?:id|ys?) (?:they|it|that|this|these) (?:was|were|is|are)\b)[^.;,]{{0,20}}?\b{UNTRUE}\b"
    r"|\b(?:call|describ|dismiss|label|treat|regard|consider|view|denounc|brand)\w*\b[^.;]{0,20}?\b(?:rumou?rs?|reports?|claims?|boasts?|figures?)\b[^.;]{0,80}?"
    r"\b(?:incredible|implausible|not credible|boast(?:ing|s)?|unreliable|invented|false|untrue|unfounded|baseless|incorrect|inaccurate|fake|nonsense|lies?|fabricated|fabrications?|exaggerated|exaggerations?|propaganda|overblown|inflated)\b",
    re.IGNORECASE,
    needs=" but |rumo|report|claim|allegations|post|stories|figure|toll|number|boast",
)
NOT_TRUE = re.compile(
    r"\b(?:(?:is|was)(?: not|n['’]t) (?:true|correct|the case)|(?:is|was) (?:false|untrue|wrong|a lie)) (?:that|to say(?: that)?) $",
    re.IGNORECASE,
)


def grants(before: str) -> bool:
    """True where the words before people only say which event is meant, or of which deed somebody is accused."""
    lower = before.lower()
    if THAT & {*lower.rsplit(maxsplit=3)[-3:]} and EVENT_THAT.search(before):
        return True
    if not any(stem in lower for stem in OF_DENIAL):
        return False
    that = None if TELLS_THAT.search(before) else DEED_THAT.search(before)
    told = (
        that
        or SAYS_NEITHER.search(before)
        or ACCUSED.search(before)
        or DEED.search(before)
        or DISOWNS.search(before)
    )
    return told is not None and not NO_MORE.search(before, told.start())


def polarity_at(text: str, start: int, *, nobody: bool = False) -> Polarity:
    """Return "negative" where the words around a figure deny it ("denied that six died", "reports that six died were false").

    That it befell `nobody` is denied only by words that take back just that: "it is not true that nobody died".
    """
    if nobody:
        return "negative" if NOT_TRUE.search(text, 0, start) else "positive"
    if any(found.start() <= start < found.end() for found in FALSE_REPORT.finditer(text)):
        return "negative"
    before = text[:start]
    if grants(before):
        return "positive"
    if is_disputed(text, start) or NOT_SO_MANY.match(text, start):
        return "negative"
    denial = DENIED.search(before)
    over = denial and (NO_MORE.search(before, denial.end()) or MORE_OF_IT.search(before, denial.end()))
    return "negative" if denial and not over else "positive"
