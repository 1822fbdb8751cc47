"""Which of several figures still stands: not the earlier one, nor the one that is taken back."""

import re

from sayso.model import Standing
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import NUMBER
from sayso.read.counting.tolls import RISEN
from sayso.read.fates.captives import were_before
from sayso.read.fates.hospital import has_left
from sayso.read.text.patterns import Pattern

__all__ = ["SAME_TELLING", "standing_at", "standing_of"]

# Where the words that make a figure an earlier one end: another verb of telling, or the figure that took its place.
TELLS_NEXT = (
    rf"\b(?:(?:was|were|is|been) (?:\w+ )?)?{RISEN} to\b|\b(?:now|but|while|whereas|later|then|since|yet|before|until)\b"
    r"|,? (?:and )?(?:has |have |had |also |on \w+day |\w+day )*(?<!been )(?<!were )(?<!was )\b(?:said|says?|told|tells?|admitt?(?:s|ed)|acknowledge[sd]|concede[sd]|confirm(?:s|ed)?"
    r"|announce[sd]?|report(?:s|ed)|stated?|add(?:s|ed)|puts?|rais(?:es|ed)|lower(?:s|ed)|revis(?:es|ed)|correct(?:s|ed)|counts?|counted)\b"
)
SAME_TELLING = rf"(?:(?!{TELLS_NEXT})[^.;]){{0,60}}$"
# Words before a figure that say it is an earlier one, and how far they reach.
EARLIER = Pattern(
    rf"\b{RISEN}\b[^.;]{{0,120}}? from (?:an? |the )?(?:\w+ )?(?:(?:toll|tally|count|figure|number|total|estimate) of )?$|"
    r"\b(?:when|while|after) (?:the|its|their) (?:(?:death|official) )?(?:toll|count|tally|figure) (?:had )?(?:still )?(?:stood|was) at $|"
    r"\b(?:it|that|the (?:(?:death|official) )?(?:toll|count|tally|figure|number)) had (?:\w+ )?(?:stood|been) at (?:\w+ )?$|"
    rf"\b(?:at|to) {NUMBER}(?: (?:dead|deaths|people|injured|missing))?, (?:up |down )?from (?:just |only |the |an? )?$|"
    r"\b(?:correct|revis|amend)\w* (?:the|its|their|an?) (?:(?:earlier|previous|initial|official) )?(?:figure|number|toll|tally|count) of $|"
    r"\bfrom (?:an? )?(?:earlier|previous|initial) (?:\w+ ){0,3}$|"
    rf"\bhad (?:earlier |previously |initially |first )?(?:put|spoken of|estimated){SAME_TELLING}|"
    rf"\bhad (?:said|reported|announced|stated|told [\w ]{{2,30}}?) earlier(?: in the day| today| on \w+day)?,? that {SAME_TELLING}|"
    r"\b(?:earlier|previous|initial|first) (?:\w+ )?(?:figure|toll|count|number|estimate)s? of $|"
    rf"\b(?:earlier|previously|initially|first)(?: \w+){{0,2}} (?:put|spoken|spoke(?= of)|said|reported|given|counted|thought|stood|announcing|reporting|saying|putting){SAME_TELLING}|"
    rf"\b(?:earlier|previous) (?:\w+ )?(?:figure|toll|count|number|estimate|tally|report|account|notice|statement|bulletin|update|announcement)s?(?: (?:on|from|issued|released|published) [\w ]{{2,25}}?)? (?:had )?(?:was|were|been|stood|gave|given|put|said|showed|spoke|spoken){SAME_TELLING}|"
    rf"\b(?:told|telling|said|saying|announc(?:ed|ing)|report(?:ed|ing))(?: \w+){{0,2}} earlier (?:in the day|on \w+day|that day|this week|today) that\b{SAME_TELLING}",
    re.IGNORECASE,
    needs="earlier|previous|initial|first|from |had | of | at",
)
AT_ONE_POINT = re.compile(r"\bat (?:one|some) point,? (?:\w+ ){0,3}$", re.IGNORECASE)
# Who is ill no more: "of those infected, | 1,702 have recovered".
RECOVERED = re.compile(
    r"(?: (?:people|persons|patients|cases|others))?(?: (?:have|has|had|since|already|also|fully|now))+ recovered\b",
    re.IGNORECASE,
)
# A figure that another takes the place of: "not 14, as they had said".
REPLACED = re.compile(r"\b(?:not|instead of|rather than) (?:the )?$", re.IGNORECASE)
AS_SAID = re.compile(
    r"[^.;,]{0,25},? (?:as|that) (?:\w+ ){0,4}?(?:reported|said|announced|stated|thought|believed|given|put|feared)\b"
    r"|[^.;,]{0,25} (?:first |earlier |previously |initially )?(?:reported|announced|feared)\b",
    re.IGNORECASE,
)
# What was told by mistake: "wrongly reported that"; who "mistakenly shot" somebody told nothing.
BY_MISTAKE = r"(?:incorrectly|wrongly|mistakenly|erroneously|falsely|in error|by mistake)"
MISTOLD = r"(?:said|stated|reported|gave|given|put|listed|told|announced|quoted|counted|attributed|published|posted|tweeted)"
# What makes a whole sentence one that no longer stands, up to where it says what is right.
PAGE = (
    r"(?:article|story|report|post|page|text|piece|item|headline|caption|dispatch|despatch|update|bulletin)"
)
WITHDRAWN = Pattern(
    r"\b(?:earlier|previous) (?:version|headline)s?\b"
    rf"|\b(?:first|original|initial|prior) (?:version|edition|headline)s? (?:of|to|on|for) (?:this|our|the) {PAGE}\b"
    rf"|\b(?:this|our|the headline (?:of|on|to|for) this) {PAGE} (?:had )?(?:originally|initially|previously|earlier|at first|first|mistakenly) \w+"
    rf"|\b{BY_MISTAKE}(?: \w+){{0,2}}? {MISTOLD}\b|\b{MISTOLD}\b[^.;]{{0,60}}?\b{BY_MISTAKE}\b"
    r"|\b(?:retract(?:s|ed|ing)?|withdr[ae]w(?:s|n|ing)?) (?:our|its|their|the|an?)(?: [\w-]+){0,2} (?:report|story|article)\b",
    any_case=True,
    needs="version|headline|edition|originally|initially|previously|earlier|first|mistaken|wrongly|erroneously|falsely|incorrectly|in error|by mistake"
    "|retract|withdr",
)
RIGHTED = re.compile(
    r";|\b(?:but|when|whereas|while|in fact|actually|instead of|rather than|correct|right|real|true)\b|[:,.] (?:it|there) (?:is|are|was|were)\b",
    re.IGNORECASE,
)
# A page that was put right: what it says now stands, and what it no longer says does not.
AMENDED = re.compile(
    r"\b(?:correct|amend|updat|chang|revis)ed to (?:say|show|reflect|state|clarify|read|give|make clear)\b",
    re.IGNORECASE,
)
# What somebody no longer says, up to what he says now: "withdrew its claim that nine had died, admitting"; a figure that is
# corrected was an earlier one.
WHOSE = r" (?:(?:our|its|their|his|her|the|an?|that|this)|[\w'’-]+['’]s?)(?: [\w-]+){0,3}? "
STATEMENT = r"(?:claims?|statements?|announcements?|assertions?|reports?|stor(?:y|ies)|posts?|tweets?)"
FIGURE = r"(?:figures?|numbers?|tolls?|tall(?:y|ies)|counts?|estimates?)"
WHAT = (
    r"(?: \w+day| (?:on|made|given|put out|issued|from|by) [^,;.]{2,30}?)? (?:that|of|saying|which said|in which|putting)\b"
    r"(?:(?!, (?:\w+ing|and|but|after)\b|\b(?:but|while)\b|\band (?:said|says|put|now|has|have)\b)[^.;])*$"
)
TAKEN_BACK = re.compile(
    r"\b(?:retract(?:s|ed|ing)?|withdr[ae]w(?:s|n|ing)?|rescind(?:s|ed|ing)?|t(?:akes?|ook|aken|aking) back|back(?:s|ed|ing)? away from|recant(?:s|ed|ing)?|delet(?:es|ed|ing))"
    rf"{WHOSE}(?:{STATEMENT}|{FIGURE}){WHAT}|\bapologi[sz](?:es|ed|ing) for (?:\w+ly )?(?:reporting|saying|stating|claiming|announcing) (?:that )?[^.;,]*$",
    re.IGNORECASE,
)
# What is taken back behind it: "said that a suspect was held, then retracted it", "before saying that was not the case".
TOOK_BACK = Pattern(
    r"[^.;]{0,90}?(?:,|\band|\bbut|\bbefore)(?: (?:then|later|soon|quickly|subsequently|has|have|had|since|was|were|forced|to|\w+day|he|she|it|they)){0,4} "
    r"(?:(?:retract(?:ed|ing|s)?|withdr[ae]w(?:ing|n|s)?|rescind(?:ed|ing)|t(?:ook|ake|aking)(?= (?:it|that|this) back)|delet(?:ed|ing)|walk(?:ed|ing)(?= (?:it|that|this) back))"
    rf" (?:it|that|this|(?:the|its|his|her|their) {STATEMENT})\b"
    r"|(?:said|saying|admitt(?:ed|ing)|conced(?:ed|ing)|clarif(?:ied|ying)|announc(?:ed|ing))(?: \w+day)? (?:that )?(?:that|this|it|(?:the|its|his|her|their) \w+) (?:was|were|is|had been) "
    r"(?:not the case|(?:not |un)true|incorrect|inaccurate|mistaken|wrong|false|an? (?:mistake|error)|in error))",
    re.IGNORECASE,
    needs="retract|withdr|rescind| back|delet|said|saying|admitt|conced|clarif|announc",
)
CORRECTED = re.compile(
    rf"\b(?:correct|revis|amend|updat)(?:e?s|e?d|ing){WHOSE}{STATEMENT}{WHAT}", re.IGNORECASE
)
# A toll that has become another one, and a figure that somebody changed: "a toll of 40 was cut to 38", "put at 40, then revised it to".
OF_TOLL_AT = re.compile(
    r"\b(?:toll|number|figure|count|tally|total|estimate)\b[^.;,]{0,30} (?:of|at) $", re.IGNORECASE
)
SINCE = re.compile(
    rf"[^.;,]{{0,40}}? (?:(?:was|were|has|have|had|is)(?: \w+){{0,2}}?|(?:and|before|then)(?: \w+)??) {RISEN}(?: up| down)? to\b",
    re.IGNORECASE,
)
TELLS = re.compile(
    r"\b(?:put|puts|said|reported|counted|gave|given|spoke|spoken|estimated|listed|told)\b", re.IGNORECASE
)
CHANGED_IT = re.compile(
    r"[^.;]{0,60}?\b(?:revis|rais|lower|cut|reduc|increas|correct|amend|updat)\w* (?:it|that|this|(?:the|its|that|their) (?:number|figure|toll|count|tally|total))(?: up| down)? to\b",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom $", re.IGNORECASE)
TO_ANOTHER = re.compile(r"\s*(?:\w+\s)?to\b")


def standing_at(text: str, start: int, end: int) -> Standing:
    """Return whether a figure is current, an earlier one ("up from 12"), or taken back ("an earlier version said")."""
    before = text[:start]
    withdrawn = WITHDRAWN.search(text)
    if (withdrawn and not RIGHTED.search(text, withdrawn.end(), max(start, withdrawn.end()))) or (
        TAKEN_BACK.search(before) or TOOK_BACK.match(text, end)
    ):
        return "retracted"
    replaced = REPLACED.search(before)
    if replaced and AMENDED.search(before):
        return "retracted"
    replaced = replaced and AS_SAID.match(text, end)
    earlier = EARLIER.search(before) or CORRECTED.search(before)
    if AT_ONE_POINT.search(before) and read_quantity(text[start:end].split()):
        return "superseded"
    if (OF_TOLL_AT.search(before) and SINCE.match(text, end)) or (
        TELLS.search(before) and CHANGED_IT.match(text, end)
    ):
        return "superseded"
    if replaced or earlier or (FROM.search(before) and TO_ANOTHER.match(text, end)):
        return "superseded"
    return "current"


def standing_of(slot: str, text: str, start: int, end: int) -> Standing:
    """Return the standing of people of a slot: those who have been found or sent home since are an earlier figure.

    So are the ill who have recovered. Captives who are freed were taken all the same: as many are counted as were ever held.
    """
    if slot == "missing" and were_before(text, start, end):
        return "superseded"
    if slot == "ill" and RECOVERED.match(text, end):
        return "superseded"
    if slot == "hospitalised" and has_left(text, end):
        return "superseded"
    return standing_at(text, start, end)
