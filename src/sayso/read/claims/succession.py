"""What a claim becomes amid the others of its account.

Among them: which figures a later one took the place of ("On Tuesday the agency had reported 29 deaths", now 37).
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from sayso.model import Claim
from sayso.read.claims.standing import SAME_TELLING
from sayso.read.claims.statements import (
    all_shot,
    as_hurt,
    exact,
    in_their_role,
    lived,
    of_no_fate,
    of_the_hurt,
    only_some_died,
    who_died,
    with_killer,
)
from sayso.read.counting.plain import HEDGE
from sayso.read.text.page import Page

__all__ = ["amid", "succeeded"]

# Verbs by which a number is told, and words for when it was.
TOLD = r"(?:said|claimed|reported|counted|put|spoken of|spoke of|told|gave|given|announced|confirmed|listed|estimated|recorded|stood at)"
DAY = r"(?:(?:on |by |late on |early on |as of |late |early )?(?:\w+day)\b(?: (?:morning|afternoon|evening|night))?|(?:last|this) (?:week|month|night|morning|evening)|overnight)"
EARLIER = r"(?:earlier|previously|initially|at first|before that|(?:hours|days|a (?:day|week)|the day) (?:earlier|before)|yesterday)"
# What was told before: "Earlier, the ministry had reported", "Police had said on Monday that"; what is told at a time, or now.
HAD_TOLD = re.compile(
    rf"(?P<head>(?:^|; |, (?:and |but |while )?)(?!by )(?:(?:{EARLIER}|{DAY}),? )?[^,;.]{{2,60}}?(?:, [^,;]{{2,60}},)?) had (?P<mid>(?:\w+ly |{EARLIER} )?{TOLD}{SAME_TELLING})",
    re.IGNORECASE,
)
EARLIER_TOLD = re.compile(
    rf"^(?P<head>{EARLIER}(?: (?:on \w+day|today|that day|in the day))?),? (?!had\b)[^,;.]{{2,60}}? (?P<mid>{TOLD}{SAME_TELLING})",
    re.IGNORECASE,
)
SAYS_SO = re.compile(r"\b(?:said|says?|told|adds?|added|according|that)\b", re.IGNORECASE)
AT_A_TIME = re.compile(
    rf"(?:(?:^|[;,] (?:and |but )?)(?:{DAY}|{EARLIER}),? [^,;.]{{2,60}}? {TOLD}|(?:\b(?:who|which) |[;,] )(?:{DAY}|{EARLIER}) {TOLD}|{TOLD} {DAY}){SAME_TELLING}",
    re.IGNORECASE,
)
NOW = re.compile(rf"\b(?:now|latest|{DAY})\b", re.IGNORECASE)
WHEN = re.compile(rf"\b(?:{DAY}|{EARLIER})\b", re.IGNORECASE)
# A figure that takes the place of the one before: "His office later corrected the figure to".
CHANGED_TO = re.compile(
    r"\b(?:revis|rais|lower|cut|reduc|increas|correct|amend|updat|chang|downgrad)\w* (?:it|that|this|(?:the|its|that|their|his|her) (?:death |official )?(?:number|figure|toll|count|tally|total))"
    r"(?: up| down)?(?: from [\w,]+)? to (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
# People who come on top of others, or are some of them, and those of whatever sort.
MORE = re.compile(
    r"\b(?:more|others?|another|further|additional|of (?:them|whom|those|the))\b", re.IGNORECASE
)
WHOEVER = re.compile(
    rf"(?:(?:{HEDGE}|only|just) )?[\w,-]+(?: (?:people|persons|dead|deaths|fatalities|victims|bodies|lives|killed|missing|injured|wounded|casualties))?",
    re.IGNORECASE,
)
# A sentence that takes back the figure in the one before it: "The information was incorrect."
WAS_WRONG = re.compile(
    r"(?:(?:that|this|the|those|these|our) (?:\w+ )?(?:information|figure|number|report|toll|count|claim|story|headline|statement|news)s?|(?:both|these|those|they|that|this|it)"
    r"(?= (?:was|were|is|are) (?:incorrect|wrong|not (?:true|correct|the case))))"
    r"(?:, [^,.;]{3,60},| \w+ by [^,.;]{3,40})? (?:(?:was|were|is|are)(?: \w+ly)?|(?:has|have|had)(?: since)?(?: been| proved| turned out)|proved|turned out)(?: to be)?"
    r" (?:incorrect|wrong|false|inaccurate|erroneous|mistaken|an? (?:error|mistake)|not (?:true|correct|accurate|the case)|untrue|retracted|withdrawn)\b(?:[^,;]{0,40}|,? and .*)\.?$",
    re.IGNORECASE,
)

# What an outlet itself reported, up to the figure, and the next sentence that puts it right: "In fact four were killed."
OUR_REPORT = re.compile(
    r"\b(?:we|this (?:news)?paper|this (?:web ?)?site|this channel|our (?:\w+ )?(?:report|story|article|post|headline)) (?:had )?(?:\w+ly |earlier )?"
    r"(?:report|stat|publish|sa(?:id|ys)|wr[io]te|written)\w*\b[^.;]*$",
    re.IGNORECASE,
)
PUT_RIGHT = re.compile(
    r"(?:in fact|actually|the (?:correct|right|actual|true) (?:number|figure|toll|count|total)|(?:it|that|this) should have\b|we (?:regret|apologi[sz]e))\b",
    re.IGNORECASE,
)


def amid(claim: Claim, told: Sequence[Claim], page: Page) -> Claim:
    """Return a claim as all that its account tells has it: whom it befell, whether he lived, and whether the figure stands."""
    for rule in (in_their_role, lived, all_shot, with_killer):
        claim = rule(claim, told)
    for of_page in (succeeded, of_no_fate, of_the_hurt, only_some_died, who_died):
        claim = of_page(claim, told, page)
    return as_hurt(claim, page.report)


def succeeded(claim: Claim, told: Sequence[Claim], page: Page) -> Claim:
    """Return a figure as an earlier one where its account gives a later one of the same; others as they are.

    One that the next sentence calls wrong is taken back.
    """
    sentence = page.at(claim.span)
    then = page.after(sentence)
    is_ours = OUR_REPORT.search(sentence.text, 0, max(1, claim.span.end - sentence.start))
    if counts(claim) and (WAS_WRONG.match(then) or (is_ours and PUT_RIGHT.match(then))):
        return replace(claim, standing="retracted")
    if not counts(claim) or is_told_again(claim, told, page):
        return claim
    later = [other for other in told if counts(other) and takes_place(other, claim, page)]
    return replace(claim, standing="superseded") if later else claim


def is_told_again(claim: Claim, told: Sequence[Claim], page: Page) -> bool:
    """True for a figure that the account tells elsewhere too, and not as an earlier one."""
    others = [
        o for o in told if o is not claim and (o.slot, o.value) == (claim.slot, claim.value) and counts(o)
    ]
    return any(not HAD_TOLD.search(before_of(other, page)) for other in others)


def counts(claim: Claim) -> bool:
    """True for a number of people that stands and is no part of another."""
    stands = (claim.polarity, claim.standing, claim.part_of) == ("positive", "current", None)
    return stands and exact(claim) is not None and not MORE.search(claim.who or "")


def takes_place(later: Claim, claim: Claim, page: Page) -> bool:
    """True for a later figure of the same people that took the place of another."""
    if (later.slot, later.role) != (claim.slot, claim.role) or exact(later) == exact(claim):
        return False
    if not are_alike(later.who or "", claim.who or ""):
        return False
    before, after = before_of(claim, page), before_of(later, page)
    apart = page.at(later.span).number - page.at(claim.span).number
    if CHANGED_TO.search(after) and claim.span.field == later.span.field and apart == 1:
        return True
    had = HAD_TOLD.search(before) or EARLIER_TOLD.search(before)
    if had and not SAYS_SO.search(had["head"]):
        is_timed = WHEN.search(had[0]) or NOW.search(after)
        is_told = not later.speaker.narrates or NOW.search(after)
        return bool(is_timed and is_told) and not HAD_TOLD.search(after)
    start, then = page.at(later.span).start + len(after), page.at(claim.span).start + len(before)
    if later.speaker.name.lower() != claim.speaker.name.lower() or start <= then:
        return False
    return bool(AT_A_TIME.search(before) and AT_A_TIME.search(after)) and claim.span.field == later.span.field


def are_alike(who: str, other: str) -> bool:
    """True for people of one sort: one of the two is only counted, or both end in the same word."""
    same = who.split()[-1:] == other.split()[-1:]
    return bool(same or WHOEVER.fullmatch(who) or WHOEVER.fullmatch(other))


def before_of(claim: Claim, page: Page) -> str:
    """Return the words of its sentence before people counted."""
    sentence = page.at(claim.span)
    start = sentence.text.find(claim.who or "", max(0, claim.span.start - sentence.start))
    return sentence.text[: max(0, start)]
