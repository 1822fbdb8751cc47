"""How many people some words stand for: "two women and a man", "both brothers", "a 30-year-old"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.model import Certainty, Count
from sayso.read.counting.numbers import ABOVE, FLOORS, SMALL, read_quantity
from sayso.read.counting.numbers import number_of as number_in
from sayso.read.counting.plain import HEDGE
from sayso.read.counting.sums import LEAD, MANY, OF_ONE, ONE_NAME, groups_in, is_one, names_in, sum_of
from sayso.read.tagging.network import Stretch
from sayso.read.text.patterns import lowered

__all__ = ["ONE_OR_MORE", "ages_in", "at_least", "number_of"]

WORDS = re.compile(r"\d[\d,.]*\d(?!\w)|\d(?!\w)|[\w'’]+(?:-[\w'’]+)*|[^\w\s]")
# Ages, together with what they are ages of ("a 16 and 17-year-old", "ages 16 and 17", "Ana Weiss, 52,"), and years together.
AGE = re.compile(
    # all but the last begin at the edge of a word, which is soon seen
    rf"\b(?:(?:\d{{1,3}}|{SMALL})(?:(?:,| and| or| to)+ \d{{1,3}})*(?:[- ]and[- ]a[- ]half)?\s?[-‑–]?\s?(?:(?:year|month|week|day)s?\s?[-‑–]?\s?olds?|yrs?[-. ]?olds?|y/?o)\b|"
    rf"\d{{1,2}}- and \d{{1,2}}-year-olds?\b|(?:who|he|she) (?:is|was) \d{{1,2}}\b(?! (?:people|others))|"
    r"(?:both|also) \d{1,2}(?= and from |,? (?:was|were) |,)|age of \d{1,2}\b|of \d{1,2} years\b|"
    rf"(?<=(?:mother|father) of )(?:\d{{1,2}}|{SMALL})\b|"
    rf"(?:(?<=man of )|(?<=boy of )|(?<=girl of )|(?<=woman of )|(?<=child of )|(?<=youth of )|(?<=boys of )|(?<=girls of )|(?<=men of ))"
    rf"(?:\d{{1,2}}|{SMALL})\b(?: or \d{{1,2}}\b)?|aged between \d{{1,2}} and \d{{1,2}}\b|"
    rf"(?:(?<=children )|(?<=kids )|(?<=minors )|(?<=boys )|(?<=girls )|(?<=women )|(?<=people )|(?<=were )|(?<=was )|(?<=aged )|(?<=age )|(?<=all ))"
    rf"(?:under|below|over|younger than|older than) (?:the age of )?(?:\d{{1,2}}|{SMALL})(?=[.,;:)]|$| (?:were|was|are|who|and|in|at|from|years)\b)|"
    rf"would (?:have been|have turned|be|turn) (?:\d{{1,2}}|{SMALL})\b(?= (?:in|on|this|next)\b)|(?:\d|{SMALL}) (?:months?|weeks?) pregnant\b|"
    rf"(?:aged?|ages) (?:\d{{1,3}}|{SMALL})\b(?:(?:,| and| to| or)* (?:\d{{1,3}}|{SMALL})(?! (?:people|persons|men|women|children|others|more|victims|dead)\b))*|"
    r"(?<=[^\W\d_]), ?\d{1,3}(?: and \d{1,3})?(?=,(?!\d)|\.|;| and |$| [-–—]| (?:was|is|has|had|were|all|both|died)\b)|"
    r"in (?:his|her|their) (?:(?:early|mid|late)[- ])?\d0['’]?s\b|\d0['’]s\b|\d{1,3} years? of age\b|\d{1,3}-years?\b)|"
    r"(?:(?<=[js]r\.)|(?<=[\s.][a-z]\.)), ?\d{1,3}(?=,(?!\d)|\.|;| and |$| (?:was|is|has|of (?!them|whom|those))\b)",
)
# An age in words behind a name or one person ("Girl, six, dies"), and one in brackets behind a name ("Ana Bern (36)").
AGE_BESIDE = re.compile(
    rf"(?:\b(?i:girl|boy|m[ae]n|woman|baby|toddler|teenager|son|daughter|brother|sister|mother|father|pupil|student)|\b[A-Z][\w'’-]+ [A-Z][\w'’-]+)"
    rf"(?P<age>, (?:{SMALL}))(?=, (?!(?:including|of|all|both|most|some|among|who)\b)|,? and [A-Z]|\.$)"
    r"|\b[A-Z][\w'’-]+ (?P<bracketed>\(\d{1,2}\))",
)
# People behind a comma who are no age: "of the 90 in the school, 17 were hurt".
COUNTED_LAST = re.compile(r"(?<![\w'’-])(?-i:[a-z]+)(?P<age>, ?\d{1,3}) (?:were|died|had|have)\b")
# Of which one must stand where ages are told: looked for first, as it is soon done.
AGE_NEEDS = re.compile(
    rf"\d|\b(?:olds?|aged?|ages|pregnant|would (?:have|be|turn)|of (?:{SMALL})|under|below|over|younger|older|, (?:{SMALL}))\b",
)

# Numbers in days, in the names of things, of events, of pictures and of telephones, and how tall and heavy somebody is.
NAMED = re.compile(
    # all but the last begin at the edge of a word, which is soon seen
    r"\b(?:(?:Channel|Route|Highway|Interstate|Flight|Unit|Precinct|District|Ward|Zone|Troop|Station|Engine|Ladder|Pier|Terminal|Apartment|Apt\.|Room|Gate|News|FOX|ABC|NBC|CBS) \d+\b"
    r"|(?:911|999|112)(?= (?:calls?|callers?|operators?|dispatch\w*|cent(?:er|re)s?|recordings?|tapes?)\b)|[Rr]escue (?:1122|115)\b"
    r"|(?:911|999|112|115|1122|108|119)(?= (?:(?:emergency|ambulance|rescue) (?:number|line|services?|calls?|hotline)|helpline|hotline|services?)\b)"
    r"|(?:Brigade|Battalion|Regiment|Squadron|Platoon) \d+\b|(?:born|b\.)(?: in)? (?:19|20)\d\d\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,})?\.? (?:[12]?\d|3[01])(?= of\b|,(?!\d)|\.(?!\d))"
    r"|(?<=\b[Tt]he )(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) \d{1,2}(?= [a-z])"
    r"|(?:Image|Photo|Slide|Page) \d+(?: of \d+)?\b|\d{3} ?[-–] ?\d{3} ?[-–] ?\d{4}\b"
    r"|(?<=\b[Tt]he )(?:19|20)\d\d(?= (?:\w+ )?(?:quake|earthquake|attack|bombing|shooting|massacre|fire|flood|storm|hurricane|outbreak|crash|war)s?\b)"
    rf"|(?:\d+(?:\.\d+)?|{SMALL})[- ]?(?:feet|foot|ft|inch(?:es)?|met(?:er|re)s?|cm|centimet(?:er|re)s?|pounds?|lbs?|kilos?|kg|mph|kph|km/h|km|kilomet(?:er|re)s?|miles?|knots|hectares?|acres?|percent)\b"
    r"|\d{1,2}:\d\d\b|[A-Z]{1,3}-\d+\b|^(?:19|20)\d\d(?= [-–—:] )|\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][\w'’]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Way|Place|Parkway|Highway|Circle|Terrace|Trail)\b)"
    r"|#\d+"
)

# The name of a ship, which is nobody's: "MV Lady Ana", "the ferry Lady Ana".
SHIP = re.compile(
    r"\b(?:(?:M/?[VSTB]|S/?S|F/?[VB]|RMS|HM[AC]?S|USS|INS|BRP|KRI|KMP?|PNS)|(?:[Tt]he |[Aa] )(?:[a-z-]+ )?"
    r"(?:ferry|ship|vessel|trawler|tanker|yacht|schooner|freighter|frigate|destroyer|submarine|liner)) (?:[A-Z][a-z][\w'’-]*)(?: [A-Z][a-z][\w'’-]*){0,3}"
)
# A thousands' comma with a blank after it, and people who are part of those named before.
SPACED = re.compile(r"(?<=\d), (?=\d{3}\b)")

# What parts a number of people from who they are: "five people inside - two men and three women".
APART = re.compile(r" (?:--|[-–—]) |: | \(")
# Without one of these nobody is told to be unhurt: "there were casualties".
DENYING = re.compile(
    r"\b(?:no|not|none|nobody|neither|nor|never|without|zero|any|anyone|anybody|all|everyone|everybody|un\w+|escaped|spared|free|safe|denied|den(?:y|ies))\b|n['’]t\b",
    re.IGNORECASE,
)
# Where somebody of a list is from: "Ana Bern, of Lodva, Ugo Hale and Li Wei".
OF_TOWN = re.compile(r"(?<=\w)\s?, of [A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?(?=,)")
# People by what befell them: two or more, and nobody says how many.
THE_HURT = re.compile(r"the (?:wounded|injured)", re.IGNORECASE)
# People without a number, who are two or more, and somebody who is one: "the victims", "his partner".
PLURAL = re.compile(r"(?:[Tt]he |[Aa]ll |[Aa]ll the )(?:[a-z-]+ )?(?:[a-z-]{3,}s|women|men|people|children)")
PLURAL_PAIR = re.compile(
    r"(?:(?:women|men|boys|girls|children|adults|civilians|babies|pensioners)(?:, | and |, and |$)){2,}",
    re.IGNORECASE,
)
PLURALS = re.compile(r"(?:the )?(?:[a-z-]+ )?(?:[a-z-]{3,}s|women|men|people|children)", re.IGNORECASE)
AGED = re.compile(r"\bage[sd] \d{1,2}(?:, \d{1,2})*,? and \d{1,2}$", re.IGNORECASE)
SINGULAR = re.compile(r"(?:[Aa]n?|[Hh]is|[Hh]er) [\w-]+|[A-Z][a-z]+(?:an|i)")
# So many families are at least as many people.
FAMILIES = re.compile(r"\b(?:families|households|couples)\b", re.IGNORECASE)
# One number or the next, which are no sum: "eight, nine children".
OR_MORE = re.compile(rf"(?P<low>{SMALL}),(?: maybe| perhaps)? (?P<high>{SMALL}) (?=[a-z])", re.IGNORECASE)
# A town, not somebody of its name: "a shooting in | Lodva has", "Ana Bern of | Lodva was".
IN_TOWN = re.compile(
    r"\b(?:in|near|outside) $|\b[A-Z][\w'’-]+ (?!Deaths?|Murders?|Killings?|Shootings?|Attempted)[A-Z][\w'’-]+ of $"
)
IS_THEN = re.compile(r"[.,;]|$| (?:has|have|had|was|were|is|are)\b")
# Two at a time: "two sets of twins".
SETS = re.compile(
    r"(?P<sets>\w+) (?:sets|pairs) of (?:[\w-]+ )?(?:twin|brother|sister|sibling)s?\b", re.IGNORECASE
)
# Code points: how far behind a number alone the word for whom it counts ends.
NEXT_WORD = 11
# What makes a sum of people a floor: "at least 34 civilians and six soldiers".
FLOOR = re.compile(rf"(?:(?P<floor>{'|'.join(FLOORS)})|{'|'.join(ABOVE)}) ", re.IGNORECASE)
# One, or more than one: "the shooter or shooters", "the victim(s)".
ONE_OR_MORE = re.compile(
    r"\b(?:(?:the|an?|any) )?(?P<one>\w+?)(?:man)? or (?P=one)(?:e?s|men)\b|\b(?:(?:the|an?|any) )?person or (?:people|persons)\b"
    r"|\b(?:(?:the|an?|any) )?[^\W\d]+\(s\)(?!\w)",
    re.IGNORECASE,
)
# "Not one guest was killed" is nobody.
NOT_ONE = re.compile(r"(?<!\w)not (?:one|a single)\b(?! but)", re.IGNORECASE)
# The last of a list of people who were killed with their killer: "his wife, two neighbours and himself".
AND_SELF = re.compile(r",? and (?:then )?(?:himself|herself)\b", re.IGNORECASE)
# Somebody of two callings, told by a verb of one: "Senator and presidential hopeful Ugo Bern | has died".
OF_TWO_OFFICES = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?) )?(?:[A-Za-z'’-]+ ){1,4}and (?!(?:an?|the|his|her|their|its|one|two|three|four|five|other|others)\b)(?:[A-Za-z'’-]+ ){0,4}[A-Za-z'’-]+"
)
OF_ONE_ALONE = re.compile(r"(?:, \d{1,3},)? (?:has|was|is|dies)\b")
# Somebody and his age: "a novice of 16", not "a group of 16".
AGED_ONE = re.compile(
    r"an? (?:young )?(?!(?:family|group|crew|party|team|gang|total|toll|convoy|unit|squad|band|class|crowd|patrol|force|minimum|maximum|couple|handful|dozen|mob|figure|number|"
    rf"column|platoon|delegation|list|series|string|pair|count|staff|herd|flock)\b)[a-z-]+ of (?:\d{{1,2}}|{SMALL})",
    re.IGNORECASE,
)
# So many of one group: "a four-man gang".
MEMBERED = re.compile(rf"\b({SMALL}|\d+)-(?:man|member|strong)\b(?= \w)", re.IGNORECASE)
# A vague word that a number behind it makes more exact: "several others, | at least 15".
MORE_EXACT = re.compile(
    rf"^(?:several|dozens|scores|hundreds|thousands|multiple|numerous|a number)\b[^,\d]{{0,40}}, (?=(?:{HEDGE}|possibly) )",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def ages_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a sentence tells ages and years together; it is asked for each stretch of the sentence."""
    lower = lowered(text)
    if AGE_NEEDS.search(lower) is None:
        return ()
    counted = {found.start("age") for found in COUNTED_LAST.finditer(text)}
    told = [found.span() for found in AGE.finditer(lower) if found.start() not in counted]
    return (*told, *(found.span(found.lastgroup or 0) for found in AGE_BESIDE.finditer(text)))


@lru_cache(maxsize=64)
def numbers_named(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a sentence has numbers in names and measures."""
    return tuple(found.span() for found in NAMED.finditer(text))


def number_of(stretch: Stretch, text: str, start: int) -> tuple[Count, Certainty] | None:
    """Return the number of people that a stretch stands for: what its words say, else what the network holds.

    `text` is the sentence in which the stretch begins at `start`: an age is known by what stands after it.
    """
    end = start + len(stretch.span.quote)
    if any(NOT_ONE.match(text, at) for at in (start, start - len("not "))):
        return Count(low=0, high=0), "certain"
    if ONE_OR_MORE.match(text, start):
        return Count(low=1), "certain"
    if is_town(text, start, end) or is_ship(text, start, end):
        return None
    ages = ages_in(text) + numbers_named(text)
    words = MEMBERED.sub(r"\1", OF_TOWN.sub("", without(ages, text, start, end)))
    if not re.search(r"\w", words):
        old = [text[a:b].lower() for a, b in ages if a <= start < b]
        if any(age.endswith("old") for age in old):
            return Count(low=1, high=1), "certain"
        if not any(age.endswith("olds") for age in old):
            return None
    if persons := 1 if AGED_ONE.fullmatch(words) else persons_in(words, text, end):
        return Count(low=persons, high=persons), "certain"
    words = counted_part(words)
    if AND_SELF.match(text, end):
        words = " and ".join(words.rsplit(", ", 1))
    if about := one_or_next(words):
        return about, "probable"
    return _added(stretch, words, text, start, end) or _told(stretch, words, text, start, end)


def _added(stretch: Stretch, words: str, text: str, start: int, end: int) -> tuple[Count, Certainty] | None:
    """Return the number of people whom words name, list or add up, one among them; None for words that do not."""
    if sum(start <= a < end for a, _ in ages_in(text)) == 1 and ONE_NAME.fullmatch(words.strip(" ,.")):
        return Count(low=1, high=1), "certain"
    if (added := sum_of(words)) is not None:
        return Count(low=added, high=added), "certain"
    if (floor := FLOOR.match(words)) and (added := sum_of(words[floor.end() :])) is not None:
        return Count(low=added if floor["floor"] else added + 1), "certain"
    if (aged := aged_in(words, text, start, end)) > 1:
        return Count(low=aged, high=aged), "certain"
    first = words.lower()
    if (is_one(words) or first == "another") and (
        stretch.number not in (None, (0, 0)) or first.startswith(("a ", "an "))
    ):
        return Count(low=1, high=1), "certain"
    return None


def _told(stretch: Stretch, words: str, text: str, start: int, end: int) -> tuple[Count, Certainty] | None:
    """Return the number that words say, else the one that the network holds; None where neither has one."""
    quantity = read_quantity(told := WORDS.findall(MORE_EXACT.sub("", words)))
    counted = " ".join(told[quantity.end : quantity.end + 2]) if quantity else ""
    if quantity and quantity.count.low and FAMILIES.search(counted or text[end : end + NEXT_WORD]):
        return Count(low=quantity.count.low), quantity.certainty
    if quantity and (stretch.number is None or (quantity.count.low, quantity.count.high) != (1, 1)):
        return quantity.count, quantity.certainty
    if stretch.number is None:
        return (quantity.count, quantity.certainty) if quantity else None
    count = held_number(stretch.number, words, text, start, end)
    return (count, "certain") if count else None


def one_or_next(words: str) -> Count | None:
    """Return the span of a number and the next that stand side by side: "eight, nine children"; None for other words."""
    told = OR_MORE.match(words)
    low, high = (number_in([told[name].lower()], 0) for name in ("low", "high")) if told else (None, None)
    return Count(low=low[0], high=high[0]) if low and high and high[0] == low[0] + 1 else None


def is_town(text: str, start: int, end: int) -> bool:
    """True for a name alone that words before it make a town's: "a shooting in | Lodva has", "Ana Bern of | Lodva was"."""
    is_named = ONE_NAME.fullmatch(text, start, end) and IS_THEN.match(text, end)
    return bool(is_named and IN_TOWN.search(text, 0, start))


def is_ship(text: str, start: int, end: int) -> bool:
    """True for words within the name of a ship: "the sinking of | MV Lady Ana"."""
    return any(found.start() <= start and end <= found.end() for found in SHIP.finditer(text))


def at_least(count: Count, words: str) -> Count:
    """Return a number read in the words for people, open above where they are families: each is one or more."""
    return Count(low=count.low) if count.low and FAMILIES.search(words) else count


def held_number(
    number: tuple[int | None, int | None], words: str, text: str, start: int, end: int
) -> Count | None:
    """Return the number that the network holds for people [start, end) whose words give none, as far as they bear it."""
    low, high = number
    inside = (text[a:b] for a, b in numbers_named(text) if a < end and start < b)
    if any(str(low) in re.findall(r"\d+", words) for words in inside):
        return None
    if THE_HURT.fullmatch(words) or (number == (0, 0) and not DENYING.search(text)):
        return Count(low=2)
    if 1 < (low or 0) == high and (PLURAL.fullmatch(words) or PLURAL_PAIR.fullmatch(words)):
        return Count(low=2)
    if (low or 0) > 1 and SINGULAR.fullmatch(OF_ONE.sub("", words)) and not MANY.search(words):
        return Count(low=1, high=1)
    return Count(low=low, high=high)


def aged_in(words: str, text: str, start: int, end: int) -> int:
    """Return how many ages people [start, end) are given who are told without a number: "women aged 31, 40 and 52"; 0 for none."""
    told = AGED.search(text, start, end)
    if told is None or not PLURALS.fullmatch(words.strip(" ,")):
        return 0
    return len(re.findall(r"\d+", told[0]))


def persons_in(words: str, text: str, end: int) -> int:
    """Return how many people a list of names has, and 1 for somebody of two callings; 0 for other words, which end at `end`."""
    if (sets := SETS.match(words)) and (number := number_in([sets["sets"].lower()], 0)):
        return 2 * number[0]
    if (named := names_in(words)) > 1 or (";" in words and (named := groups_in(words))):
        return named
    return int(bool(OF_TWO_OFFICES.fullmatch(words) and OF_ONE_ALONE.match(text, end)))


def without(spans: Iterable[tuple[int, int]], text: str, start: int, end: int) -> str:
    """Return the words [start, end) of a text without those in the spans."""
    shown = list(text[start:end])
    for a, b in spans:
        for n in range(max(a, start), min(b, start + len(shown))):
            shown[n - start] = " "
    return SPACED.sub(",", " ".join("".join(shown).split()))


def counted_part(words: str) -> str:
    """Return the words up to a dash, where they count people: "five people - two men and three women"."""
    head, *rest = APART.split(words)
    number = number_in(LEAD.sub("", words).split(), 0)
    parts = sum_of(" ".join(rest)) if number else None
    return head if number and (len(head.split()) > number[1] or parts == number[0]) else words
