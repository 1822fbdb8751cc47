"""Who claims a deed and who denies one, what either grants, and what is said not to be so."""

import re

from sayso.model import Span
from sayso.read.certainty.polarity import NONE_OF_MINE, NOT_MINE, SAYS, SELVES, grants
from sayso.read.fates.captives import holds_nobody
from sayso.read.fates.met import is_alive
from sayso.read.fates.unreal import has_nearly_died
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Sentence
from sayso.read.text.patterns import Pattern

__all__ = [
    "UNCLAIMED",
    "code_of",
    "is_denied",
    "is_granted",
    "is_let_go",
    "is_no_claim",
    "is_nobodys",
    "is_unclaimed",
    "is_undenied",
]

# Words of those who say that they did it; "rebels say" alone is no claim of responsibility.
CLAIMING = re.compile(
    r"claim|responsib|credit|admit|confess|behind|(?<!\bof )\b(?:its|our|their) (?:\w+ )?(?:fighters|men|members|units?|forces|jets|planes|soldiers)\b(?! (?:had|have|has|were|was)(?: been)? (?:killed|martyred|wounded|captured|injured)\b)|\bwe\b|vow|boast",
    re.IGNORECASE,
)
# Of whom it is denied: "denied that the air force had bombed the village".
DENIES_THAT = re.compile(r"\bden(?:y|ies|ied) that (?:the |its |their )?(?:\w+ )?$", re.IGNORECASE)
# Who is named where nobody has claimed it, and whom those who claim it are allied with.
# Where the deed was that a group claims: "group claims | Lodva | attack".
DEED_THERE = re.compile(
    r"\bclaim(?:s|ed|ing)?(?: (?:responsibility|credit) for)? (?:the |deadly |last week['’]s )*$",
    re.IGNORECASE,
)
OF_DEED = re.compile(
    r"(?: (?:market|mosque|church|convoy|bus|car|school|hotel|airport|train|suicide|truck)){0,2} (?:attack|bombing|blast|ambush|shooting|assault|explosion|raid)s?\b",
    re.IGNORECASE,
)
NO_CLAIM = re.compile(
    r"\bno(?:body|[ -]one| \w+(?: \w+)?) (?:has |have |had )?(?:\w+ly |yet )?claimed\b"
    r"|\bnone of (?:the )?(?:[\w-]+ ){3,8}$",
    re.IGNORECASE,
)
# A claim of a number, which is none of the deed: "the rebels claimed 30 dead".
CLAIMS_TOLL = re.compile(
    r"(?:,[^,;]{2,60},)?(?: \w+){0,2}? claim(?:s|ed|ing)? (?:(?:at least|more than|over|about|some|nearly|as many as) )?"
    r"(?:\d+|a dozen|dozens|hundreds|two|three|four|five|six|seven|eight|nine|ten|twelve)\b",
    re.IGNORECASE,
)
ALLIED = re.compile(
    r"\b(?:allegiance|linked|affiliated?|loyal|tied|ties|offshoot|branch|wing|allied)(?: \w+){0,2}? (?:to|with|of) (?:the )?$",
    re.IGNORECASE,
)
# What may stand between somebody and what is said of him, and of those named with him; where another or something else is
# told of, it is said of that.
OF_HIM = (
    r"(?:(?:(?:, \d{1,3})?,?(?: and)?(?: (?-i:[A-Z][\w.'’-]+)){1,3}){0,4}(?:, \d{1,3},?)?(?= (?:were|are|have)\b)|)"
    r"(?:(?!\b(?:and|but|while|whereas) (?:an?|the|his|her|their|some|most|one|two|three|four|five|six|seven|eight|nine|ten|\d+|(?-i:[A-Z])[\w'’-]+)\b"
    r"|\b(?:of (?:whom|them)|(?:an)?others?)\b"
    r"|\b(?:hostages?|captives?|prisoners|images?|videos?|footage|statements?|reports?|names?|photo(?:graph)?s?|pictures?|recordings?|documents?)"
    r" (?:was|were|has|have|had|is|are)\b)[^;.]){0,100}?"
)
# Who was arrested and is no longer held.
LET_GO = re.compile(
    rf"{OF_HIM}\b(?:(?:was|were|(?<!not )(?<!n['’]t )been|is|are|later|then|since|and) (?:\w+ly )?(?:released|freed|bailed|let go)"
    r"|released (?:on (?:\w+ )?bail|without charge|under investigation|pending)|let (?:off|go))\b",
    re.IGNORECASE,
)
LETTING_GO = re.compile(
    r"\b(?:releas(?:ed|ing)|fre(?:ed|eing)|bailed)(?: (?:an?|the|another|\w+))? $", re.IGNORECASE
)
# Who is not charged, or no longer: behind him, and before him.
NOT = (
    r"(?:has|have|had|is|are|was|were|will|would|could|did|does|do)(?: not|n['’]t| never| no longer)(?: yet)?"
)
OFF = r"(?:dropped|dismissed|withdrawn|thrown out|quashed|abandoned)"
FREE_UNCHARGED = Pattern(
    rf"{OF_HIM}\b(?:(?:released|freed|let go|bailed|sent home|walked free)\b[^.;,]{{0,40}}? without (?:any |further )?charges?\b"
    rf"|(?:had|saw|has|have) (?:the |his |her |their |all )?(?:\w+ )?(?:charges?|case) (?:against (?:him|her|them) )?{OFF}\b"
    rf"|(?:after|because|as|when|and) (?:the |his |her |their |all )?(?:\w+ )?(?:charges?|cases?)(?: against (?:him|her|them))? (?:was|were|had been|have been|has been) {OFF}\b)",
    re.IGNORECASE,
    needs="charge|case",
)
UNCHARGED = Pattern(
    rf"{OF_HIM}\b(?:without (?:any |further |being )?charged?s?|{NOT}(?: been| be| being)?(?: \w+ly)?(?: yet)? (?:charged|indicted|prosecuted|face charges))\b",
    re.IGNORECASE,
    needs="charge|indict|prosecut",
)
CHARGES_OFF = re.compile(
    rf"{OF_HIM}\b(?:was|were|is|are|be|been) (?:\w+ly )?(?:later )?{OFF}\b", re.IGNORECASE
)
CHARGES_AGAINST = re.compile(
    r"\b(?:charges?|cases?|counts?|indictments?) against (?:the |an? )?(?:\w+ ){0,3}$", re.IGNORECASE
)
NOT_TO_CHARGE = Pattern(
    r"(?:\bnot|\bnever|n['’]t|\bdeclin\w+|\brefus\w+|\bdecided against)(?: to)? (?:charg|indict|prosecut)(?:e|ing)? (?:the |an? )?(?:\w+ ){0,2}$"
    r"|(?:\bnot|n['’]t|\bno|\blittle|\binsufficient|\black\w*)\b[^.;,]{0,20}\bevidence to (?:charge|indict|prosecute|try) (?:the |an? )?(?:\w+ ){0,2}$"
    r"|\bno (?:criminal |further |formal |such )*charges? (?:\w+ ){0,4}(?:against|for) (?:the |an? )?(?:\w+ ){0,2}$"
    r"|\b(?:drop|dismiss|withdr[ae]w|thr[eo]w|abandon)\w*\b[^.;]{0,40}\b(?:charges?|cases?|indictments?) against (?:the |an? )?(?:\w+ ){0,3}$",
    re.IGNORECASE,
    needs="charg|indict|prosecut|evidence to |case",
)
# Who is not thought to have done it, or no longer.
UNSUSPECTED = Pattern(
    rf"{OF_HIM}\b(?:(?:{NOT}|(?:is|are|was|were|be) no longer)(?: been)? (?:(?:considered|regarded as|treated as|thought to be|believed to be) )?(?:an? |the )?suspects?\b"
    r"|(?:ruled out|eliminated|excluded|discounted) (?:as|from)\b|(?:had|has|have) nothing to do with)"
    r"|(?:,[^,;.]{1,60},)? (?:(?:was|were|has been|have been|had been) (?:\w+ly )?(?:cleared|exonerated|ruled out)\b"
    r"|(?:[^;.]{0,40} )?(?:wrongly|mistakenly|falsely|incorrectly|erroneously) (?:identified|named|accused|suspected|arrested|called|described)\b)",
    re.IGNORECASE,
    needs="suspect|rul|eliminated|excluded|discounted|nothing to do|cleared|exonerated|wrongly|mistakenly|falsely|incorrectly|erroneously",
)
CLEARING = re.compile(
    r"\b(?:clear(?:ed|s|ing)|exonerat(?:ed|es|ing)|ruled out|eliminated|discounted|apologi[sz](?:ed|es|ing) for (?:\w+ly )?(?:naming|identifying|calling|accusing|arresting)"
    r"|(?:wrongly|mistakenly|falsely|incorrectly|erroneously) (?:identif|nam|accus|suspect|arrest|call)(?:ied|ed|ying|ing)) (?:the |an? )?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
# Who is not held yet.
NOT_HELD = re.compile(
    r"[^.;,]{0,20}\b(?:is|was|has|had)(?:n['’]t| not)(?: yet)?(?: been)? (?:yet )?(?:in (?:police )?custody|arrested|caught|captured|detained)\b",
    re.IGNORECASE,
)
# Who has not claimed it, or not yet: "has not claimed the bombing", "has yet to claim it".
UNCLAIMED = re.compile(
    r"(?:,[^,;.]{2,80},|,? (?:which|who)\b)?(?:(?: (?:has|have|had))?(?: \w+)? made no (?:\w+ )?claim\b|(?: (?:itself|themselves|also|still|so far|has|have|had|did|does|do|was|were))*"
    r"(?:(?: not| never| neither|n['’]t)(?: yet| so far| itself| themselves| \w+ly)*|(?: has| have| had| is| are)? yet to(?: \w+ly)?"
    r"| (?:stopp(?:ed|ing)|stops?|fell|fallen|falls?|falling) short of|(?: have| has| had)? (?:refus|declin|fail|refrain)(?:ed|s|es|ing) (?:to|from))"
    r" (?:claim(?:ed|ing)?|sa(?:id|y) (?:that )?(?:it|they) (?:was|were|had|carried))\b(?! (?:that|\d))(?![^.;]*,(?: \w+)? (?:claim(?:s|ed)|said (?:it|they) (?:had )?(?:carried|was|were))\b))",
    re.IGNORECASE,
)
NOBODY = re.compile(r"(?:no(?:body| one|-one|ne)?|neither)\b", re.IGNORECASE)
OF_NOBODY = re.compile(
    r"\b(?:none of|neither|nor|not one of)(?: of)?(?: the| these| those| any)? $", re.IGNORECASE
)
NOT_SO = re.compile(
    r"(?:\b|(?=n['’]t))(?:not|n['’]t|never|ruled out|rather than|no (?:sign|evidence|indication|suggestion)s?(?: of| that)?|nothing (?:\w+ ){0,2}(?:point|suggest|indicat)\w*)\b(?:(?!\bbut\b|\band that\b)[^.;,]){0,25}$",
    re.IGNORECASE,
)
DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|rejected|dismissed)\b[^.;]{0,60}$|\b(?:den(?:y|ies|ied)) that\b",
    re.IGNORECASE,
)
# That there was one, which somebody denies: "denied that | a second bomb had been found", "denied using | cluster bombs"; not
# "denied shooting her with a gun".
DENIES_IT = re.compile(
    r"\bden(?:y|ies|ied|ying)(?: (?!(?:after|in|when|who|as|over|by|with|for|to)\b|(?!using|firing|dropping|having|planting)\w+ing\b|charges?\b)[\w'’-]+){0,6} $",
    re.IGNORECASE,
)
# What did not do it: "ruled out a bomb", "no trace of an explosive device", "a bomb was ruled out".
RULES_OUT = re.compile(
    r"(?<!not )(?<!never )(?<!n['’]t )\b(?:rul(?:e|es|ed|ing) out|no (?:sign|evidence|indication|trace|suggestion)s? (?:of|that it was))"
    r"(?: (?:the (?:possibility|use|presence) of|that it was))?(?: (?:an?|the|any))?(?: [\w-]+)? $",
    re.IGNORECASE,
)
WAS_RULED_OUT = re.compile(
    r"(?: (?:attack|blast|explosion|device))?(?: (?:has|have|had|was|were|is|been)){0,2} ruled out\b",
    re.IGNORECASE,
)
# The same where it stands in the words of the fact.
SAID_OUT = re.compile(r"(?<!not)(?<!n['’]t)(?<!not been)(?<!n['’]t been) ruled out$", re.IGNORECASE)
# What is not thought: "a terrorist motive was not being considered".
NOT_THOUGHT = re.compile(
    r"(?: \w+)?(?: (?:has|have|had|was|were|is|are|being|been))+(?: not|n['’]t)(?: being| been| currently)* (?:considered|suspected|believed|envisaged|pursued)\b",
    re.IGNORECASE,
)
# A group whose name follows: "a | group | calling itself the Vanguard".
SORT_OF_GROUP = re.compile(
    r"(?:(?:an?|the) )?(?:[\w-]+ )?(?:group|organi[sz]ation|movement|militia|cell|faction)", re.IGNORECASE
)
CALLS_ITSELF = re.compile(
    r",? (?:(?:which|that) calls itself|(?:calling|naming|styling) itself|(?:known|identified) as|called|named) ",
    re.IGNORECASE,
)
# Of whose part in it nothing tells: "no indication of a foreign state's involvement".
NO_SIGN = re.compile(
    r"\b(?:no|without|not any) (?:\w+ )?(?:evidence|indications?|signs?|suggestions?|proof|links?)\b(?: yet)? (?:of|that|to|linking)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
# A step that is not taken: "a curfew was not being considered".
NOT_DONE = re.compile(
    r"(?:\b(?:not|never)|n['’]t)(?: (?:yet|currently|being|be|been))* (?:consider|plan|order|issu|impos|declar|need|necess|evacuat|clos|cancel|suspend|call|lock)"
    r"|^no (?:\w+ ){1,3}(?:was|were|is|are|has been|have been)\b",
    re.IGNORECASE,
)
REST_OF_CLAUSE = re.compile(r"(?:(?!\band\b|\bbut\b)[^,;.]){0,30}")
ACQUITTED = re.compile(r"\b(?:acquitted|exonerated|not guilty|cleared of)\b", re.IGNORECASE)
CONVICTED = re.compile(r"\b(?:convicted|found guilty|sentenced|jailed)\b", re.IGNORECASE)
# The same behind the name of who does.
DISOWNED = re.compile(
    rf"(?:,[^,;.]{{3,80}},|,? (?:which|who)\b)?(?: (?:has|have|had|also|later|quickly|\w+day|yesterday))*"
    rf" (?:{SAYS}(?: (?:in|on|through|via|to) [^,.;]{{2,40}}?)?(?: \w+day)?(?: that)? (?:{SELVES} {NOT_MINE}|{NONE_OF_MINE})|{NOT_MINE}|(?:disown|disavow|disclaim)(?:s|ed)\b)",
    re.IGNORECASE,
)
# Who only has not denied it, and who often claims such deeds, which is no claim of this one.
UNDENIED = re.compile(
    r"(?:,[^,;.]{2,80},|,? (?:which|who)\b)?(?: (?:itself|themselves|also|still|so far|has|have|had|did|does|do))*(?: not| never| neither|n['’]t)"
    r"(?: yet| so far| \w+ly)*(?: confirm(?:ed)?,? (?:or|nor))? den(?:y|ied)\b",
    re.IGNORECASE,
)
HABIT = re.compile(
    r"(?:,[^,;.]{2,80},|,? (?:which|who)\b)?(?: (?:has|have|had))?(?: \w+)? (?:usually|often|regularly|routinely|frequently|typically|normally|rarely|seldom|sometimes|previously|in the past|repeatedly)"
    r"(?: \w+)? claim(?:s|ed)?\b"
    r"|(?:,[^,;.]{2,80},|,? (?:which|who)\b)?(?: (?:has|have|had))?(?: \w+)? claim(?:s|ed) (?:responsibility for |credit for )?(?:(?:many|most|several|some|other|a number of|a string of) )?"
    r"(?:(?:of )?(?:the )?(?:similar|previous|earlier|past|prior|such)\b|[^.;]{2,60} in the past\b)",
    re.IGNORECASE,
)
# What is said of a suspect, of which each can be said not to hold.
SUSPECTED = frozenset({"charged", "detained", "identified", "unknown"})


def before_of(span: Span, sentence: Sentence) -> str:
    """Return the words of a sentence before a span."""
    return sentence.text[: max(0, span.start - sentence.start)]


def end_of(span: Span, sentence: Sentence) -> int:
    """Return where a span ends in the text of its sentence."""
    return max(0, span.start - sentence.start) + len(span.quote)


def is_let_go(span: Span, sentence: Sentence) -> bool:
    """True for somebody who is said to have been released: "A suspect has been released on bail"."""
    after = LET_GO.match(sentence.text, end_of(span, sentence))
    return bool(after or LETTING_GO.search(before_of(span, sentence)))


def taken_back(stretch: Stretch, sentence: Sentence) -> str | None:
    """Return what is said not to hold of a suspect, as a code: he was let go without charge, or is no suspect."""
    if stretch.tag != "suspect" or stretch.code not in SUSPECTED:
        return None
    before, end = before_of(stretch.span, sentence), end_of(stretch.span, sentence)
    dropped = CHARGES_AGAINST.search(before) and CHARGES_OFF.match(sentence.text, end)
    never = stretch.code == "charged" and UNCHARGED.match(sentence.text, end)
    if dropped or never or NOT_TO_CHARGE.search(before) or FREE_UNCHARGED.match(sentence.text, end):
        return "charged"
    no_suspect = UNSUSPECTED.match(sentence.text, end) or CLEARING.search(before)
    return "identified" if no_suspect else None


def is_granted(sentence: Sentence, span: Span) -> bool:
    """True for what only says which event is meant: whoever claims or denies "the bombing that killed 19" does not count."""
    return grants(before_of(span, sentence))


def is_no_claim(stretch: Stretch, sentence: Sentence) -> bool:
    """True for somebody whom a sentence names beside a claim or a denial of a deed, without having claimed or denied it."""
    end = end_of(stretch.span, sentence)
    if SORT_OF_GROUP.fullmatch(stretch.span.quote) and CALLS_ITSELF.match(sentence.text, end):
        return True
    if stretch.code == "denied":
        return is_undenied(sentence.text, end)
    if stretch.code != "claimed" or DISOWNED.match(sentence.text, end):
        return False
    before = before_of(stretch.span, sentence)
    if DEED_THERE.search(before) and OF_DEED.match(sentence.text, end):
        return True
    if CLAIMS_TOLL.match(sentence.text, end) or HABIT.match(sentence.text, end):
        return True
    return not CLAIMING.search(sentence.text) or bool(NO_CLAIM.search(before) or ALLIED.search(before))


def is_nobodys(span: Span, sentence: Sentence) -> bool:
    """True for words of those who have not claimed it: "nobody", "neither group", "Red Dawn, which has not claimed it"."""
    if NOBODY.match(span.quote) or OF_NOBODY.search(before_of(span, sentence)):
        return True
    return is_unclaimed(sentence.text, end_of(span, sentence))


def is_unclaimed(text: str, end: int) -> bool:
    """True where the words behind a name that ends at `end` say that its bearer has not claimed it."""
    return UNCLAIMED.match(text, end) is not None


def is_undenied(text: str, end: int) -> bool:
    """True where the words behind a name that ends at `end` say that its bearer has not denied it."""
    return UNDENIED.match(text, end) is not None


def code_of(stretch: Stretch, sentence: Sentence) -> str | None:
    """Return the code of a fact, mended where the words tell it: nobody claims, and a deed can be denied of somebody."""
    if stretch.tag == "responsibility" and is_nobodys(stretch.span, sentence):
        return "claimed"
    if stretch.code in ("claimed", "blamed") and DISOWNED.match(
        sentence.text, end_of(stretch.span, sentence)
    ):
        return "denied"
    if (untrue := taken_back(stretch, sentence)) is not None:
        return untrue
    if stretch.code == "detained" and is_let_go(stretch.span, sentence):
        return "unknown"
    if stretch.code == "detained" and NOT_HELD.match(sentence.text, end_of(stretch.span, sentence)):
        return "at-large"
    start, end = max(0, stretch.span.start - sentence.start), end_of(stretch.span, sentence)
    if (stretch.tag, stretch.code) == ("victim", "killed"):
        lives = is_alive(sentence.text, start, end) or has_nearly_died(sentence.text, start, end)
        return "injured" if lives else stretch.code
    if stretch.code == "detained" and holds_nobody(before_of(stretch.span, sentence)):
        return "at-large"
    if stretch.code == "blamed" and DENIES_THAT.search(before_of(stretch.span, sentence)):
        return "denied"
    return stretch.code


def is_denied(stretch: Stretch, sentence: Sentence) -> bool:
    """True for a fact that is said not to be so: nobody has claimed it, the motive was not robbery."""
    if stretch.tag == "responsibility":
        cleared = stretch.code == "blamed" and NO_SIGN.search(before_of(stretch.span, sentence))
        return bool(cleared) or is_nobodys(stretch.span, sentence)
    if taken_back(stretch, sentence) is not None:
        return True
    if stretch.code == "convicted":
        return bool(ACQUITTED.search(sentence.text)) and not CONVICTED.search(sentence.text)
    if stretch.tag == "response":
        rest = REST_OF_CLAUSE.match(sentence.text, end_of(stretch.span, sentence))
        return NOT_DONE.search(f"{stretch.span.quote}{rest[0] if rest else ''}") is not None
    before, end = before_of(stretch.span, sentence), end_of(stretch.span, sentence)
    ruled_out = WAS_RULED_OUT.match(sentence.text, end) or SAID_OUT.search(stretch.span.quote)
    if stretch.tag == "weapon":
        return bool(ruled_out or RULES_OUT.search(before) or DENIES_IT.search(before))
    not_thought = NOT_THOUGHT.match(sentence.text, end) or NOT_SO.search(before) or DENIES.search(before)
    return stretch.tag in ("motive", "cause") and bool(ruled_out or not_thought)
