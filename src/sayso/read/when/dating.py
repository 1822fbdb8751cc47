"""Which day that the head of a report tells is its incident's, where the network holds none likely."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model import Moment
from sayso.read.when.dates import ANAPHORS, DEED, OF_OLD, WHOLE, Told, month_until

__all__ = ["LONG_BEFORE", "HeadDay", "before_sequel", "came_after", "fresh_day", "only_day", "only_year"]

# Days from which what is told is another incident; set by judgement.
LONG_BEFORE = 45
# Days of which "Tuesday" can be one, and those from which "20 February" is likelier to come than past.
WEEK, HALF_YEAR, YEAR = 7, 183, 366
# The most words of "early on 28 December, in Leeds," before what was done then.
FEW_WORDS = 6
CUT = re.compile(r"[,;:—–] ")
DONE_BY_IT = re.compile(
    r", (?:\w+ly )?(?:killing|leaving|injuring|wounding|claiming|burying|destroying|sinking)\b"
)
HAPPENED = re.compile(DEED, re.IGNORECASE)
# What tells of another day than the incident's: of one before, of a longer time, or of what is to come.
NOT_ITS_DAY = re.compile(
    r"\b(?:since|until|before|between|previous(?:ly)?|earlier|another|similar|like|recall\w*|anniversary|worst|deadliest|bloodiest|ahead of|"
    r"scheduled|planned|due|will|would|elections?|referendum|ceasefire|truce|started|began)\b",
    re.IGNORECASE,
)
# What goes back to another one, unless somebody died or was arrested of it; and one told for the first time ("a bomb").
GOES_BACK = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?) after\b", re.IGNORECASE)
SEQUEL = re.compile(
    r"\b(?:died|dies|dead of|succumb\w+|charged|arrested|detained|sentenced|jailed|convicted|identified|named|found|recovered|buried|freed|released)\b",
    re.IGNORECASE,
)
A_DEED = re.compile(rf"\b(?:an?|another|two|three) (?:[\w-]+ ){{0,3}}?(?={DEED})", re.IGNORECASE)
# Whom something had befallen before what is told of him now, and what that is: "wounded in last week's ambush have died".
BEFALLEN = re.compile(
    r"\b(?:kidnapped|abducted|seized|snatched|captured|taken (?:hostage|captive)|wounded|injured|hurt|shot|burned"
    r"|(?:injuries|wounds|burns)(?: (?:that |which )?(?:(?:he|she|they) )?(?:had )?)?(?: ?(?:suffered|sustained|received))?|suffered (?:\w+ ){0,2}(?:injuries|wounds|burns))\b"
    r"(?: (?!(?:and|but|while|said|says|when they|died|dead|killed|freed|rescued)\b)[\w'’-]+){0,12}? $",
    re.IGNORECASE,
)
SINCE_THEN = re.compile(
    r"\b(?:fre(?:e|es|ed|eing)|releas(?:e|es|ed|ing)|rescu(?:e|es|ed|ing)|died|dies|dead of|succumb\w*)\b",
    re.IGNORECASE,
)
# What was done, before its day: "the murder of two women in Bristol in 2019"; and patterns of words that hold it.
DEED_BEFORE = re.compile(rf"{DEED}[^.;]*$", re.IGNORECASE)
OF_DEED = frozenset({"year_of", "years_after"})
IN_COURT = re.compile(
    r"\b(?:court|trial|jail\w*|sentenc\w+|convict\w*|charged|plead\w*|verdict|jury|judge|inquest|hearing)\b",
    re.IGNORECASE,
)
# Patterns that tell a month or a part of it.
IN_MONTH = frozenset(
    {"this_month", "last_month", "last_week", "weeks_ago", "months_ago", "in_month", "month"}
)
# What a day tells of that came after: "said on Friday that it had opened an inquiry into", "kidnapped girls were freed, she said on Friday".
STEP = r"(?:open|launch|order|start|began|begun|set up|appoint|suspend|interdict|dismiss)\w*"
TOOK_STEP = re.compile(
    rf",? (?:that )?(?:it|they|he|she) (?:had|has|have|was|were|is|are|would) (?:\w+ )?{STEP} (?:an? |the )?(?:[\w-]+ ){{0,2}}?"
    r"(?:investigation|inquiry|enquiry|probe|review|inquest)\b",
    re.IGNORECASE,
)
GOT_FREE = re.compile(
    r"\b(?:kidnapped|abducted|seized|snatched|taken)\b[^.;]{0,80}? (?:have|has|had|were|was)(?: been)? (?:\w+ly )?(?:escaped|freed|released|rescued|reunited)\b",
    re.IGNORECASE,
)
# What came after, and when: "the toll rose to 14 on | Sunday", "succumbed in Mill on | Sunday", "a seventh body was found on | Sunday".
ON = r"(?:(?:(?!\b(?:after|when|since|raising|bringing|taking|who|which|that|where|as|in a|in an|by a)\b)(?:[^.;:]|(?<=\d)[.:](?=\d)))*\W)?(?<!from )$"
CAME_AFTER = re.compile(
    rf"\b(?:toll|number of (?:the )?(?:dead|deaths|fatalities|people killed))\b[^.;]{{0,100}}? (?:r[io]sen?|rises|climb\w*|increas\w*|jump\w*|reach\w*|gone up|went up|g[or]ew|grown)\b{ON}"
    rf"|\bsuccumb\w*\b{ON}|\bdie[sd] (?:of|from) (?:(?:his|her|their|its) )?(?:burns|wounds|injuries)\b{ON}"
    rf"|\b(?:intensive care|hospital)\b[^.;]{{0,80}}? died\b{ON}|\bdie[sd] (?:in|at) (?:the |an? )?(?:[\w'’.-]+ ){{0,4}}?(?:hospital|clinic|burns? unit)\b{ON}"
    r"|\b(?:rescuers?|divers|searchers|volunteers|firefighters|(?:search|rescue) (?:teams?|crews?|workers|parties)) (?:have |had )?(?:found|recovered|retrieved|pulled|located|brought)\b"
    rf"[^.;]{{0,40}}?\bbod(?:y|ies)\b{ON}"
    r"|\b(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|more|further|another|other)(?: \w+)? bod(?:y|ies)|bod(?:y|ies) of the (?:last|missing|remaining))\b"
    rf"[^.;]{{0,80}}?\b(?:found|recovered|retrieved|pulled|brought|washed|came ashore|located)\b{ON}"
    rf"|\bsearch(?: and rescue)?\b[^.;]{{0,60}}?\b(?:ended|called off|suspended|closed|over)\b{ON}|\b(?:ended|called off|suspended|closed|ending) the (?:\w+ )?search\b{ON}",
    re.IGNORECASE,
)
DEAD_SINCE = re.compile(rf"\b(?:die[sd]|bod(?:y|ies)|remains|found dead)\b{ON}", re.IGNORECASE)
RAISING = re.compile(
    r"[^.;]{0,120}?,? (?:raising|bringing|taking|pushing|lifting) (?:to [\w-]+ )?(?:the |that )?(?:confirmed |official |overall )?(?:(?:death )?toll|number of (?:the )?(?:dead|deaths|fatalities|people killed|victims))\b"
    r"(?![^.;]*\b(?:year|month|homicides?|murders?)\b)",
    re.IGNORECASE,
)
OF_AFTER = ("toll", "number of", "succumb", "died", "dies", "bod", "search")
# What is told on the day that it happened: an hour before noon, or those who are still there.
TODAY = re.compile(
    r"\d(?::\d\d)? ?a\.?m\b|\bearly[- ]morning\b|\bbefore (?:dawn|sunrise|daybreak)\b|\bafter midnight\b|\b(?:are|is|remain) (?:still |now )?(?:on|at) the scene\b|\bare responding\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadDay:
    """A day that the head of a report tells, and the words of its sentence.

    It is `in_line` where it stands beside place and agency, and `behind` in the second sentence of the text.
    """

    text: str
    told: Told
    in_line: bool = False
    behind: bool = False

    @property
    def is_deed(self) -> bool:
        """True where the words around the day tell what was done on it, and none that it is another incident's."""
        first, last = around(self.text, self.told.start, self.told.end)
        words = f"{self.text[first : self.told.start]} {self.text[self.told.end : last]}"
        before = self.text[: self.told.start]
        back = GOES_BACK.search(before)
        return (
            bool(HAPPENED.search(words))
            and not NOT_ITS_DAY.search(words)
            and not OF_OLD.search(before)
            and not (self.behind and A_DEED.search(words))
            and (not back or SEQUEL.search(before, 0, back.start()) is not None)
        )

    @property
    def is_of_sequel(self) -> bool:
        """True where the words around the day tell of an inquiry that was opened on it, or of captives who are free since."""
        opened = TOOK_STEP.match(self.text, self.told.end)
        return bool(opened or GOT_FREE.search(self.text, 0, self.told.start)) or came_after(
            self.text, self.told
        )

    @property
    def is_of_court(self) -> bool:
        """True where no deed stands before the day, or the words around it tell what came to court on it."""
        words = self.text[slice(*around(self.text, self.told.start, self.told.end))]
        return not DEED_BEFORE.search(self.text, 0, self.told.start) and bool(IN_COURT.search(words))


def came_after(text: str, told: Told) -> bool:
    """True for a day on which only what followed was done: "the toll rose to 14 on | Sunday", "died in hospital on | Sunday"."""
    lowered = text.lower()
    of_deed = re.match(r"['’]s\b", text[told.end :]) or text[told.start : told.end].endswith(("'s", "’s"))
    is_day = told.moment.grain == "day" and not of_deed and any(map(lowered.__contains__, OF_AFTER))
    raises = is_day and RAISING.match(text, told.end) and DEAD_SINCE.search(text, 0, told.start)
    return bool(raises) or (is_day and CAME_AFTER.search(text, 0, told.start) is not None)


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause of a day [start, end) begins and ends, with ", killing six", or with what "On 3 May," opens."""
    first = max((m.end() for m in CUT.finditer(text, 0, start)), default=0)
    stops = [*(m.start() for m in CUT.finditer(text, end)), len(text)]
    while len(stops) > 1 and len(text[first : stops[0]].split()) <= FEW_WORDS:
        stops.pop(0)
    return first, stops[1] if DONE_BY_IT.match(text, stops[0]) and len(stops) > 1 else stops[0]


def before_sequel(days: Iterable[HeadDay], published: date) -> Moment | None:
    """Return when that happened to people of whom a head tells that they died, or are free, since: "kidnapped a month ago".

    None where it does not tell, or tells of the day of publication or the day before it.
    """
    return one_of(
        day
        for day in days
        if not day.in_line
        and (published - day.told.moment.start).days > 1
        and (befallen := BEFALLEN.search(day.text, 0, day.told.start))
        and (SINCE_THEN.search(day.text, 0, befallen.start()) or SINCE_THEN.search(day.text, day.told.end))
    )


def only_day(days: Sequence[HeadDay], published: date, *, by_another: bool) -> Moment | None:
    """Return the one day, else the one month or week, of the head on which it was done; None where it tells none or several.

    A day of the last week is taken for it whatever is told of it, unless only an older one is said to be that of a deed.
    `by_another` takes only what another day tells ("charged on Tuesday, a day after he shot"), or the deed ("charged
    with the murder of a girl on 3 May").
    """
    later = [day for day in days if day.is_of_sequel]
    own = [d for d in days if not d.told.aside and d not in later and not (later and d.in_line)]
    week = [d for d in own if d.told.moment.grain == "day" and 0 <= age(d, published) < WEEK]
    week = [d for d in week if not by_another or d.told.pattern in ANAPHORS]
    week = [d for d in week if d.told.pattern == "days_earlier" and d.is_deed] or week
    older = [] if any(d.is_deed for d in week) else [d for d in own if d.is_deed and not d.in_line]
    if by_another:
        older = [d for d in older if not d.is_of_court]
    long_ago = [d for d in older if d.told.moment.grain == "day" and is_past(d, published)]
    months = [d for d in older if d.told.pattern in IN_MONTH and 0 <= age(d, published) < YEAR]
    return one_of(long_ago or ([] if by_another or any(d.behind for d in months) else months) or week)


def is_past(day: HeadDay, published: date) -> bool:
    """True for a day before the last week, and not for one without a year that is likelier to come."""
    days = age(day, published)
    return days >= WEEK and (day.told.pattern in WHOLE or days < HALF_YEAR)


def only_year(days: Sequence[HeadDay]) -> Moment | None:
    """Return the one month or year in which the head of a report says that it was done: "for two murders in 2019".

    None where a day is told behind it: "a year after gunmen killed 12, a bomb killed three on Monday".
    """
    found = []
    for day in days:
        own = [d.told for d in days if d.text == day.text and not d.told.aside]
        behind = (
            [t for t in own if t.start >= day.told.start] if day.told.pattern == "years_after" else [day.told]
        )
        is_year = not day.told.aside and all(t.moment.grain != "day" for t in behind)
        is_year = is_year and not day.text.startswith("since", day.told.start)
        if is_year and (is_year_of(day)):
            found.append(day)
    return one_of(found)


def is_year_of(day: HeadDay) -> bool:
    """True for a month or year that the deed tells, before it or behind it: "ten years ago gunmen killed 30"."""
    if day.told.pattern in OF_DEED or DEED_BEFORE.search(day.text, 0, day.told.start):
        return True
    return day.told.pattern == "years_ago" and day.is_deed and not day.behind


def age(day: HeadDay, published: date) -> int:
    """Return how many days before publication a day was."""
    return (published - day.told.moment.end).days


def one_of(days: Iterable[HeadDay]) -> Moment | None:
    """Return the moment that all days are; None for none, and for several."""
    told = {day.told.moment.iso(): day.told.moment for day in days}
    return next(iter(told.values())) if len(told) == 1 else None


def fresh_day(published: date, heads: Iterable[str]) -> Moment:
    """Return when fresh news that tells no day happened: in the month until it was published, or that day if the head tells of its morning."""
    is_today = any(TODAY.search(text) for text in heads)
    return Moment(start=published, end=published) if is_today else month_until(published)
