"""When: the day an incident happened, from the words of a report and the day it was published."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.model import Moment
from sayso.read.counting.numbers import ONES, TENS
from sayso.read.text.calendar import DAYS, MONTHS
from sayso.read.text.patterns import Pattern
from sayso.read.when.aftermath import is_afterwards

__all__ = ["ANAPHORS", "DEED", "DEEDS", "OF_OLD", "WHOLE", "Told", "dates_told", "month_until"]

SHORT_DAYS = {name[:3]: n for name, n in DAYS.items()} | {"tues": 1, "thurs": 3, "thur": 3, "weds": 2}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"

DEEDS = (
    r"(?:shootings?|murders?|killings?|bombings?|attacks?|massacres?|stabbings?|slayings?|deaths?|homicides?|crash|fire|blaze|"
    r"explosion|blast|disaster|floods?|earthquake|tsunami|hurricane|collapse|sinking|siege|assassination|kidnapping)"
)

DEED = (
    r"\b(?:kill|murder|shoot|shot|stabb|knif|bomb|massacre|attack|crash|blaze|explo|blast|disaster|flood|quake|collaps|died|dead|death|slay|"
    r"slain|assault|abduct|kidnap|assassinat|execut|drown|accident|derail|sank|sinking|storm|erupt|beat(?:en|ing)|struck|capsiz|collid|collision|"
    r"plung|plough|plow|overturn|ambush|gunm[ae]n|detonat|blew|burn|raid(?:ed|s)?\b|hijack|buried|swept|landslide|avalanche|mudslide|tornado|typhoon|"
    r"hurricane|cyclone|inferno|fires?\b(?! (?:department|chief|brigade|service|station|crew)))"
)
SMALL: dict[str, int] = {"a": 1, "an": 1, **ONES, **TENS}
SO_MANY = rf"\d{{1,3}}|(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})(?:-(?:{'|'.join(ONES)}))?"

# Each row: a pattern of words, and how the day follows from it. Tried in order; the first that fits a
# stretch of text reads it.
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<![\w/-]){pattern}(?![\w/])", re.IGNORECASE))
    for name, pattern in (
        ("full", rf"{MONTH} {DAY}(?:,? {YEAR})"),
        ("full", rf"{DAY} (?:of )?{MONTH},? {YEAR}"),
        ("iso", r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)"),
        ("iso", r"(?P<year>(?:19|20)\d\d) ?/ ?(?P<month>[01]\d) ?/ ?(?P<day>[0-3]\d)"),
        ("slashes", r"(?P<month>[01]?\d) ?/ ?(?P<day>[0-3]?\d) ?/ ?(?P<year>(?:19|20)\d\d)"),
        (
            "feast",
            rf"(?P<feast>christmas(?: day| night| eve)?|new year['’]s (?:eve|day)|fourth of july|bastille day|halloween|boxing day"
            rf"|valentine['’]s day|st\. patrick['’]s day|(?:mlk|martin luther king(?:,? jr\.?)?) day|memorial day|labor day"
            rf"|good friday|easter (?:sunday|monday))(?! (?:cards?|gifts?|weekend|massacre|shop\w*|markets?|part(?:y|ies)|trees?|lights|season|rush|holidays?|dinner|parades?|concerts?|carol\w*|crowds?|sales?|break|period|fairs?)\b)(?:,? (?:in |of )?{YEAR})?",
        ),
        ("short", rf"{DAY} {MONTH} (?P<year>\d\d)(?!:\d)"),
        ("month", rf"{MONTH},? (?:of )?{YEAR}"),
        ("day", rf"{MONTH} {DAY}(?![\d:])"),
        ("day", rf"{DAY} (?:of )?{MONTH}"),
        ("last_year", r"(?:last|the previous) year"),
        ("years_today", rf"(?P<n>{SO_MANY}) years? (?:ago today|today (?:since|after)|ago to the day)"),
        (
            "years_ago",
            rf"(?<!,)(?P<n>{SO_MANY}) years? (?:ago|earlier|before)",
        ),
        ("last_month", r"last month"),
        ("last_week", r"last week(?!end)"),
        ("days_ago", rf"(?P<n>{SO_MANY}) days ago"),
        ("weeks_ago", rf"(?P<n>{SO_MANY}) (?P<unit>weeks?|fortnights?) ago"),
        ("months_ago", rf"(?P<n>{SO_MANY}) months? ago"),
        ("this_month", r"earlier this month"),
        ("this_year", r"earlier this year"),
        ("yesterday", r"yesterday|last night"),
        ("today", r"today|tonight|this (?:morning|afternoon|evening)|overnight"),
        ("weekday", rf"(?P<last>last )?(?P<weekday>{'|'.join(DAYS)})(?!'s (?:edition|paper))"),
        ("weekday", r"(?P<weekday>mon|tues?|weds?|thurs?|fri|sat|sun)\."),
        ("in_month", rf"(?:in|since|last) {MONTH}(?! \d)"),
        ("year", rf"(?:in|since|of|early|late|mid-?) ?{YEAR}"),
        ("year_of", rf"(?:the|an?) {YEAR}(?= (?:[\w'’-]+ ){{0,3}}?{DEEDS}\b)"),
        ("that_day", r"(?:earlier |later )?(?:that|the same) (?:day|night|morning|afternoon|evening)"),
        (
            "days_earlier",
            rf"(?P<n>{SO_MANY}) days? earlier|(?P<eve>the (?:day|night|evening) before|the previous (?:day|night|evening|afternoon))(?=[,;.]|$| (?:in|at|near|outside|on|and|that)\b)",
        ),
        (
            "days_after",
            r"(?P<n>a|one|\d{1,3}|two|three|four|five|six) days? after(?= (?:he|she|they|an?|the|his|her|their) )",
        ),
        (
            "years_after",
            rf"(?P<n>{SO_MANY}) years? (?:(?:almost |exactly )?to the day )?(?:after|since)(?= [^,;.]*?{DEED})",
        ),
    )
)
# Days that have a fixed date: month and day. "Christmas night" is the 25th.
FEASTS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
}
# Those that are a Monday: the month, and the first day of that month that it can be.
MONDAYS = {"martin luther king day": (1, 15), "memorial day": (5, 25), "labor day": (9, 1)}
# And those that move with Easter Sunday: so many days after it.
EASTER = {"good friday": -2, "easter sunday": 0, "easter monday": 1}
KING = re.compile(r"^(?:mlk|martin luther king(?:,? jr\.?)?)")
# A day right after these words is when it was said, printed or done about it, not when it happened.
NOT_THEN = Pattern(
    r"(?:said|says|told|announced|reported|confirmed|stated|updated|posted|published|arrested|charged|sentenced|"
    r"pleaded|convicted|identified|released|arraigned|court|statement|conference|vigil|found guilty|interview\w*|"
    r"edition|scheduled|denied|claimed|explained|acknowledged|admitted|added|conceded|insisted|rose|risen|climbed|lowered|raised|revised|until|by|custody|plea agreements|issued|verdict):?"
    r"(?: [\w':.]+){0,3}?(?: on| in| late| early| of)? *$",
    any_case=True,
)
# And a day right before these.
NOT_THEN_AFTER = re.compile(
    r",? (?:said|says|told|announced|confirmed|reported|denied|lowered|raised|revised|put the)\b",
    re.IGNORECASE,
)
# What people and things did before: "who joined the company in 2009", "a bakery built in 1985".
OF_OLD = re.compile(
    r"(?:\b(?:who|which|that|where \w+|and|he|she|had|has|been|was|were) (?:\w+ ){0,2}?|, )"
    r"(?:born|built|founded|opened(?! fire)|established|launched|began|started|joined|left|enrolled|graduated|retired|moved|emigrated|arrived|"
    r"married|divorced|worked|served|studied|lived|bought|elected|appointed|hired|deployed|enlisted)\b[^,;.]{0,40}$",
    re.IGNORECASE,
)
# Patterns that no words without a digit fit.
NUMBERED, DIGIT = (
    frozenset({"full", "iso", "slashes", "short", "month", "day", "year", "year_of"}),
    re.compile(r"\d"),
)
BEGUN = tuple(sorted({month[:3] for month in MONTHS}))
# Of what else one must stand in words that fit: looked for first, as it is soon done.
NEEDED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("full", "short", "month", "day", "in_month"), BEGUN),
    "iso": ("19", "20"),
    "slashes": ("/",),
    "feast": ("day", "christmas", "new year", "fourth of", "halloween"),
    "last_year": ("year",),
    "years_today": ("today", "to the day"),
    "years_ago": ("year",),
    "last_month": ("month",),
    "last_week": ("week",),
    "this_month": ("this month",),
    "this_year": ("this year",),
    "days_ago": ("day",),
    "weeks_ago": ("week", "fortnight"),
    "months_ago": ("month",),
    "yesterday": ("yesterday", "last night"),
    "today": ("today", "tonight", "this ", "overnight"),
    "weekday": ("day", *"mon. tue. tues. wed. weds. thu. thur. thurs. fri. sat. sun.".split()),
    "that_day": ("that ", "same "),
    "days_earlier": ("earlier", "before", "previous"),
    "days_after": ("day",),
    "years_after": ("year",),
}
ANY_NEEDED = {word for name, words in NEEDED.items() if name not in NUMBERED for word in words}
# Patterns of which only a day told before in the sentence says what they mean; they are read last.
ANAPHORS = frozenset({"that_day", "days_after"})
# Patterns that tell a day with its year.
WHOLE = frozenset({"full", "iso", "slashes", "short", "years_today"})
# Patterns that tell no more than a month or a year.
MONTHS_TOLD = frozenset({"in_month", "year"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A day that a sentence tells: the moment, the words [start, end) of the sentence's text, and the pattern.

    `aside` is true where it is the day of saying, printing or arresting rather than of the event, and `late` where
    something was done on it because of the event.
    """

    moment: Moment
    start: int
    end: int
    pattern: str
    aside: bool = False
    late: bool = False


def dates_told(text: str, anchor: date | None) -> Iterator[Told]:
    """Yield the days that words tell, in order; relative ones only where the anchor is known."""
    lowered, numbered = text.lower(), DIGIT.search(text) is not None
    if not numbered and not any(map(lowered.__contains__, ANY_NEEDED)):
        return
    taken: list[tuple[int, int]] = []
    found: list[Told] = []
    for name, pattern in PATTERNS:
        if not numbered and name in NUMBERED:
            continue
        if not any(map(lowered.__contains__, NEEDED.get(name, ("",)))):
            continue
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if name == "day" and match["month"].lower() == "may" and match["month"].islower():
                continue
            said = {k: v for k, v in match.groupdict().items() if v}
            if name in ANAPHORS or "eve" in said:
                moment = beside(said, match.start(), found)
            elif name == "days_earlier":
                moment = beside(said, match.start(), found) or moment_of("days_ago", said, anchor)
            else:
                moment = moment_of(
                    name, said, anchor_at(match.start(), found) or anchor if name == "years_after" else anchor
                )
            taken.append(match.span())
            if moment:
                found.append(told_at(text, *match.span(), moment, name))
    yield from sorted((night_of(told, found, text) for told in found), key=lambda t: t.start)


def night_of(told: Told, found: Iterable[Told], text: str) -> Told:
    """Return the day of "overnight": where the sentence tells when it was said, "overnight, police said on Tuesday", that day."""
    if text[told.start : told.end].lower() != "overnight":
        return told
    said = [t for t in found if t.aside and not t.late and t.moment.grain == "day" and t.start > told.end]
    return replace(told, moment=said[0].moment) if said else told


def told_at(text: str, start: int, end: int, moment: Moment, pattern: str) -> Told:
    """Return a day that words [start, end) of a sentence tell, with what the words around it make of it."""
    before = text[max(0, start - 60) : start]
    in_life = pattern in MONTHS_TOLD and OF_OLD.search(before)
    late = moment.grain == "day" and is_afterwards(text, start, end)
    aside = late or bool(NOT_THEN.search(before) or in_life or NOT_THEN_AFTER.match(text, end))
    return Told(moment=moment, start=start, end=end, pattern=pattern, aside=aside, late=late)


def anchor_at(start: int, found: Iterable[Told]) -> date | None:
    """Return the day told last before words, from which "five years after" counts."""
    told = [one for one in found if one.end <= start]
    return max(told, key=lambda one: one.end).moment.end if told else None


def beside(said: Mapping[str, str], start: int, found: Iterable[Told]) -> Moment | None:
    """Return the day that "earlier that day" or "a day after he fled" means: that told last, or so many before it."""
    told = anchor_at(start, (one for one in found if one.moment.grain == "day"))
    return days_before(told, 1 if "eve" in said else number_in(said.get("n", "zero"))) if told else None


def number_in(word: str) -> int:
    """Return the number of days or years that a word or digits tell; 1 for "a" and "one"."""
    tens, _, ones = word.lower().partition("-")
    return int(word) if word.isdigit() else SMALL[tens] + (SMALL[ones] if ones else 0)


def moment_of(name: str, said: dict[str, str], anchor: date | None) -> Moment | None:
    """Return the days that one pattern's words mean; None where they mean none or no anchor is known."""
    year = int(said["year"]) if "year" in said else None
    month = None
    if "month" in said:
        month = int(said["month"]) if said["month"].isdigit() else MONTHS[said["month"].lower().rstrip(".")]
    if name == "short" and year is not None:
        year += 1900 if year > 60 else 2000
    if name in ("full", "iso", "slashes", "short"):
        return one_day(year, month, int(said["day"]))
    if name == "month" and year and month:
        return whole_month(year, month)
    if name in ("year", "year_of") and year:
        return Moment(start=date(year, 1, 1), end=date(year, 12, 31), grain="year")
    return relative(name, said, month, anchor) if anchor else None


def relative(name: str, said: dict[str, str], month: int | None, anchor: date) -> Moment | None:
    """Return the days that "Tuesday", "last month" or "April 3" mean, seen from the anchor."""
    if name == "today":
        return one_day(anchor.year, anchor.month, anchor.day)
    if name == "years_today":
        return one_day(anchor.year - number_in(said["n"]), anchor.month, anchor.day)
    if name == "yesterday":
        return days_before(anchor, 1)
    if name == "feast":
        if "year" in said:
            return feast_in(int(said["year"]), said["feast"])
        this_year = feast_in(anchor.year, said["feast"])
        return this_year if this_year.start <= anchor else feast_in(anchor.year - 1, said["feast"])
    if name == "weekday":
        weekday = said["weekday"].lower().rstrip(".")
        number = DAYS.get(weekday, SHORT_DAYS.get(weekday))
        if number is None:
            return None
        back = (anchor.weekday() - number) % 7
        return days_before(anchor, back + 7 if "last" in said and back == 0 else back)
    if name == "days_ago":
        return days_before(anchor, number_in(said["n"]))
    if name == "weeks_ago":
        return about(anchor - timedelta(days=number_in(said["n"]) * (14 if "fort" in said["unit"] else 7)))
    if name == "months_ago":
        months = anchor.year * 12 + anchor.month - 1 - number_in(said["n"])
        return whole_month(months // 12, months % 12 + 1)
    if name == "last_week":
        monday = anchor - timedelta(days=anchor.weekday() + 7)
        return Moment(start=monday, end=monday + timedelta(days=6), grain="month")
    if name == "this_month":
        return month_until(anchor)
    if name == "this_year":
        return Moment(start=date(anchor.year, 1, 1), end=anchor, grain="year")
    if name == "last_month":
        previous = anchor.replace(day=1) - timedelta(days=1)
        return whole_month(previous.year, previous.month)
    if name in ("last_year", "years_ago", "years_after"):
        year = anchor.year - number_in(said.get("n", "a"))
        return Moment(start=date(year, 1, 1), end=date(year, 12, 31), grain="year")
    if month and name in ("day", "in_month"):
        ahead = (month, int(said.get("day", 1))) > (anchor.month, anchor.day)
        year = anchor.year - 1 if ahead else anchor.year
        return one_day(year, month, int(said["day"])) if name == "day" else whole_month(year, month)
    return None


def feast_in(year: int, words: str) -> Moment:
    """Return the day of a feast in a year."""
    feast = KING.sub("martin luther king", words.lower().replace("’", "'")).removesuffix(" night")
    if feast in EASTER:
        return days_before(easter(year), -EASTER[feast])
    if feast in MONDAYS:
        first = date(year, *MONDAYS[feast])
        return days_before(first, -(-first.weekday() % 7))
    day = date(year, *FEASTS[feast if feast in FEASTS else feast.removesuffix(" day")])
    return Moment(start=day, end=day)


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the Gregorian rule of Meeus)."""
    century, cycle = year // 100, year % 19
    moon = (19 * cycle + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (cycle + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def one_day(year: int | None, month: int | None, day: int) -> Moment | None:
    """Return a day; None for one that the calendar does not have."""
    try:
        at = date(year or 0, month or 0, day)
    except ValueError:
        return None
    return Moment(start=at, end=at)


def days_before(anchor: date, days: int) -> Moment:
    """Return the day so many days before another."""
    at = anchor - timedelta(days=days)
    return Moment(start=at, end=at)


def about(day: date) -> Moment:
    """Return the days within three of one, as far as they are of its month: "two weeks ago" is no more exact."""
    month = whole_month(day.year, day.month)
    near = timedelta(days=3)
    return Moment(start=max(month.start, day - near), end=min(month.end, day + near), grain="month")


def whole_month(year: int, month: int) -> Moment:
    """Return a month."""
    start = date(year, month, 1)
    return Moment(
        start=start, end=(start + timedelta(days=32)).replace(day=1) - timedelta(days=1), grain="month"
    )


def month_until(day: date) -> Moment:
    """Return the month of a day, as far as that day."""
    return Moment(start=day.replace(day=1), end=day, grain="month")
