"""Who was only there: carried somewhere, counted inside, left behind by the dead; no words tell that it befell him."""

import re

from sayso.read.counting.plain import HEDGE, NUMBER

__all__ = ["DEATH", "WOUND", "is_only_there"]

WOUND = re.compile(
    r"\b(?:injur|wound|hurt|burn|shot|stab|hit|broke|fractur|bitten|stung|bleed)\w*", re.IGNORECASE
)
DEATH = re.compile(
    r"dead|dea?th|\bdie[sd]?\b|dying|kill|fatal|murder|slain|\bbod(?:y|ies)|toll|perish|drown|lost (?:his|her|their)|crush",
    re.IGNORECASE,
)
# Who was lost, saved, held or let go, which is a fate too.
LOST = re.compile(
    r"\b(?:missing|lost|unaccounted|rescu\w*|surviv\w*|sav(?:ed|ing)|swept|vanish\w*|disappear\w*|feared|fre(?:ed|eing)|releas\w*|seiz\w*|captur\w*|picked up|plucked|pulled|taken)\b",
    re.IGNORECASE,
)
# Survivors who only tell of it: "survivors told the crew that | 48 people had been on board".
SAID = re.compile(
    r"\bsurvivors? (?:\w+ )?(?:told|said|says?|recall(?:s|ed)|describ(?:es|ed))\b", re.IGNORECASE
)
# Who was aboard: "a bus carrying 30 people".
CARRYING = re.compile(
    rf"\b(?:carrying|transporting|ferrying|packed with|filled with) (?:{HEDGE} )?$",
    re.IGNORECASE,
)
ONE = re.compile(r"(?:an?|the|one|his|her|my|our|their)\b", re.IGNORECASE)
# The same where nobody's fate is told: "left with | 47 men on board", "carried 69 people, including | two Poles".
ON_BOARD = re.compile(r"[^.;,]{0,30} (?:on ?board|aboard)\b", re.IGNORECASE)
CARRIED = re.compile(
    rf"\b(?:carry(?:ing)?|carries|carried|transport(?:ing|ed)|ferr(?:ying|ied)) {NUMBER}(?: [\w'’-]+){{1,3}},? [^.;]{{0,80}}$"
    rf"|\bleft [^.;]{{0,60}} with $"
    rf"|\bwith {NUMBER} (?:crew|passengers|people|tourists|migrants)(?:,? (?:including|among them)| [-–—]+|:| \()[^.;]{{0,50}}$",
    re.IGNORECASE,
)
HAD_CARRIED = re.compile(
    r"\b(?:boat|ship|ferry|vessel|bus|coach|train|plane|jet|flight|truck|van|helicopter|craft|it|which|that) (?:had )?carried (?:(?:about|some|at least|over|more than) )?$",
    re.IGNORECASE,
)
# How many were to be aboard: "than its manifest of | 62 showed".
ON_LIST = re.compile(
    r"\b(?:manifest|passenger list|crew list)s?(?: (?:of|shows?|showed|lists?|listed|names?|named|had|has|with))? "
    rf"(?:(?:{HEDGE}|only|just) )?$",
    re.IGNORECASE,
)
# Who was aboard, where others of them are counted behind it: "88 people | were on board and 60 were rescued".
WERE_ABOARD = re.compile(
    rf"(?: (?:people|persons|passengers|migrants|others))? (?:were|was|are|had been|have been)(?: \w+)? (?:on ?board|aboard)\b[^.;]{{0,60}}?"
    rf"(?:,| and| but|;) (?:[\w'’-]+ ){{0,3}}?{NUMBER}(?![-\d]| (?:crew|passengers)\b)",
    re.IGNORECASE,
)
# "There were 30 people inside; 11 died at once."
THERE_WERE = re.compile(
    rf"\bthere (?:were|are|had been|was) (?:(?:{HEDGE}|only|just) )?$",
    re.IGNORECASE,
)
# How many somebody and his own were, or are: "there were 11 of us", "we were seven brothers", "now we are four".
OF_US = re.compile(
    r"\b(?:(?:there|we|they) (?:were|are)|we had been) (?:only |just |still |about )?$", re.IGNORECASE
)
OF_OURS = re.compile(
    r"(?:[\w-]+ of us|[\w-]+(?: (?:brothers|sisters|siblings|children|friends|cousins|men|women|people|persons))?)$",
    re.IGNORECASE,
)
WE = re.compile(r"\b(?:we|us)\b", re.IGNORECASE)
INSIDE = re.compile(
    r"(?: (?!and\b)[\w'’-]+){0,2} (?:inside|(?:aboard|on ?board)(?: (?:the|an?) [\w'’-]+)?|present|underground|(?:in|at|on) (?:the|that|this|our) [\w'’-]+(?: at the time)?)(?=[,;.]|$| and \d)",
    re.IGNORECASE,
)
# Who some of those aboard were: "the passengers included | two Poles", "the occupants of the second car included | a couple".
ABOARD_WERE = re.compile(
    r"\b(?:passengers|crew|aboard|on ?board|occupants)(?: (?:of|in) (?:the|an?|that) (?:[\w'’-]+ ){0,5}?[\w'’-]+)? (?:had )?(?:includ|compris)(?:es?|ed) (?:at least )?$",
    re.IGNORECASE,
)
# "Five men were at the club when a fight began."
PRESENT = re.compile(
    r"(?: \w+)? (?:was|were|had been) (?:at|inside|in|attending|on) (?:the|an?|their|his|her) [^.;,]{0,60}? (?:when|as|while|before)\b",
    re.IGNORECASE,
)
# "Five people were in a car when it was shot at."
SHOT_AT = re.compile(
    r"(?: \w+)? (?:was|were|had been) (?:at|inside|in|on|aboard) [^.;,]{2,60}? (?:when|as|while) "
    r"(?:it|(?:the|that|this|their|his|her|its) [\w-]+|someone|somebody|gunm[ae]n|(?:the )?(?:shots|bullets|gunfire))"
    r" (?:(?:was|were|came) (?:shot at|shot up|fired (?:up)?on|fired at|under fire|sprayed|riddled|peppered)|(?:rang|broke) out)\b",
    re.IGNORECASE,
)
# "The two dead were in a pickup with | six comrades."
BESIDE = re.compile(
    r"\b(?:was|were|had been) (?:in|on|riding|travell?ing|driving|walking|sitting|staying)(?: [\w'’-]+){1,5} with (?:(?:the|his|her|their|about|some) )*$",
    re.IGNORECASE,
)
# Whom somebody who died has left: "one of the dead leaves a wife and | two children".
LEAVES = re.compile(
    r"\b(?:leaves(?: behind)?|left behind|(?:is|are|was|were) survived by) (?:(?!and\b)[\w'’-]+ ){0,3}(?:and )?$",
    re.IGNORECASE,
)
# Whom others feel for: "our hearts go out to her, as well as | her family".
FEELS = re.compile(
    r"\b(?:hearts?|thoughts?|prayers?|pray(?:s|ed|ing)?|condolences|sympath(?:y|ies)|support)\b(?:[^.;]|(?<=\b[A-Z])\.)*$",
    re.IGNORECASE,
)
OF_KIN = re.compile(
    r"(?:[\w'’-]+ ){0,4}(?:famil(?:y|ies)|relatives|loved ones|friends|classmates|colleagues)", re.IGNORECASE
)

# Those of a list behind a colon met the fate of all before it: "abducting six: three Poles and | a Czech".
FATE_OF_LIST = re.compile(
    rf"\b(?P<deed>abduct|kidnap|seiz|arrest|detain|wound|injur|rescu|kill)\w* {NUMBER}(?: [\w'’-]+){{0,2}}: "
    rf"(?:(?:an?|one|{NUMBER})(?: [\w'’-]+){{1,2}}(?:,? and |, ))*$",
    re.IGNORECASE,
)
OF_DEED = {
    "abduct": "hostages", "kidnap": "hostages", "seiz": "hostages", "arrest": "detained", "detain": "detained",
    "wound": "injured", "injur": "injured", "rescu": "rescued", "kill": "killed",
}  # fmt: skip


US_NEAR = 20
"""Code points before a number in which "we" stands for whose it is."""
NEAR_BEHIND = 15
"""Code points behind people in which words of their fate stand."""


def is_only_there(slot: str, text: str, start: int, end: int, after: str) -> bool:
    """True for people [start, end), of whom a fate is held to be told, who only were where it happened, or are listed as those of another fate.

    `after` are the words of their clause behind them.
    """
    if is_told(text[start:end]):
        return False
    listed = FATE_OF_LIST.search(text, 0, start) if ": " in text[:start] else None
    if listed and OF_DEED[listed["deed"].lower()] != slot:
        return True
    if (ON_BOARD.match(text, end) or CARRIED.search(text, 0, start)) and not is_told(
        SAID.sub("", text), LOST
    ):
        return True
    if ON_LIST.search(text, 0, start) and not is_told(text[end : end + NEAR_BEHIND], LOST):
        return True
    if (aboard := WERE_ABOARD.match(text, end)) and not is_told(aboard[0], LOST):
        return True
    if slot != "rescued" and HAD_CARRIED.search(text, 0, start) and not ONE.match(text, start):
        return True
    if CARRYING.search(text, 0, start) and not ONE.match(text, start):
        return slot != "rescued" or not LOST.search(text)
    if THERE_WERE.search(text, 0, start) and (INSIDE.match(text, end) or INSIDE.search(text, start, end)):
        return not is_told(after)
    if (
        OF_US.search(text, 0, start)
        and OF_OURS.match(text[start:end])
        and WE.search(text, max(0, start - US_NEAR), end)
    ):
        return not is_told(after)
    if OF_KIN.fullmatch(text, start, end) and FEELS.search(text, 0, start):
        return True
    if ABOARD_WERE.search(text, 0, start) or LEAVES.search(text, 0, start) or BESIDE.search(text, 0, start):
        return not is_told(after)
    if shot_at := SHOT_AT.match(text, end):
        return not is_told(text[shot_at.end() :])
    return bool(PRESENT.match(text, end)) and not is_told(text)


def is_told(text: str, *fates: re.Pattern[str]) -> bool:
    """True for words that tell of the dead or the hurt, or any of more fates."""
    return any(fate.search(text) for fate in (DEATH, WOUND, *fates))
