"""How many people some words stand for: "two women and a man", "both brothers", "a 30-year-old"."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.model import Certainty, Count
from sayso.read.network import Stretch
from sayso.read.numbers import ABOVE, FLOORS, read_quantity
from sayso.read.numbers import number_of as number_in
from sayso.read.others import is_time
from sayso.read.people import KIN

__all__ = ["ONE_OR_MORE", "ages_in", "is_one", "number_of"]

WORDS = re.compile(r"\d[\d,.]*\d(?!\w)|\d(?!\w)|[\w'’]+(?:-[\w'’]+)*|[^\w\s]")
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SMALL = (
    rf"(?:{TENS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
)
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
    r"(?<=[JS]r\.), ?\d{1,3}(?=,|\.|;| and |$| (?:was|is|has|of (?!them|whom|those))\b)",
    re.IGNORECASE,
)
# People behind a comma who are no age: "of the 90 in the school, 17 were hurt".
COUNTED_LAST = re.compile(r"(?<![\w'’-])(?-i:[a-z]+)(?P<age>, ?\d{1,3}) (?:were|died|had|have)\b")

# Numbers in days, in the names of things, of events, of pictures and of telephones, and how tall and heavy somebody is.
NAMED = re.compile(
    r"\b(?:Channel|Route|Highway|Interstate|Flight|Unit|Precinct|District|Ward|Zone|Troop|Station|Engine|Ladder|Pier|Terminal|Apartment|Apt\.|Room|Gate|News|FOX|ABC|NBC|CBS) \d+\b"
    r"|\b(?:911|999|112)(?= (?:calls?|callers?|operators?|dispatch\w*|cent(?:er|re)s?|recordings?|tapes?)\b)"
    r"|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,})?\.? (?:[12]?\d|3[01])(?= of\b|,(?!\d)|\.(?!\d))"
    r"|\b(?:Image|Photo|Slide|Page) \d+(?: of \d+)?\b|\b\d{3} ?[-–] ?\d{3} ?[-–] ?\d{4}\b"
    r"|(?<=\b[Tt]he )(?:19|20)\d\d(?= (?:\w+ )?(?:quake|earthquake|attack|bombing|shooting|massacre|fire|flood|storm|hurricane|outbreak|crash|war)s?\b)"
    rf"|\b(?:\d+(?:\.\d+)?|{SMALL})[- ]?(?:feet|foot|ft|inch(?:es)?|met(?:er|re)s?|cm|centimet(?:er|re)s?|pounds?|lbs?|kilos?|kg|mph|kph|km/h|km|kilomet(?:er|re)s?|miles?|knots|hectares?|acres?|percent)\b"
    r"|#\d+|\b\d{1,2}:\d\d\b|\b[A-Z]{1,3}-\d+\b|^(?:19|20)\d\d(?= [-–—:] )|\b\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][\w'’]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Way|Place|Parkway|Highway|Circle|Terrace|Trail)\b"
)

# A thousands' comma with a blank after it, and people who are part of those named before.
SPACED = re.compile(r"(?<=\d), (?=\d{3}\b)")
PART = re.compile(
    r",(?: one of\b|[^,]*\b(?:of (?:them|whom|which)|among them|including)\b).*"
    r"|, (?:both|all|each|one (?:\w+ed|with|in|wearing|an?))\b[^,]*"
    r"| who [^,]*\b(?:him|her|them) and (?:his|her|their) [\w'’-]+$",
    re.IGNORECASE,
)

# What parts a number of people from who they are: "five people inside - two men and three women".
APART = re.compile(r" (?:--|[-–—]) |: | \(")
NAME = r"[A-Z][\w'’.-]+(?: (?:[‘“\"(]?[A-Z][\w'’.-]+[’”\")]?|de|la|del|van|von|bin|al))*"
# What people are, before their names: "the sisters Ana and Eva Bern".
CALLED = re.compile(r"^(?:[Tt]he )?(?:[a-z]+ )?(?:[a-z]+s|[a-z]*men) (?=[A-Z])")
ONE_NAME = re.compile(rf"(?!(?i:The|All|Both|Some|Many|Those|Two|Three|Dozens|Hundreds)\b){NAME}")
BEASTS = re.compile(
    r"\b(?:cows|cattle|sheep|goats|camels|horses|donkeys|dogs|pigs|hogs|buffaloes|chickens)$", re.IGNORECASE
)
# What is behind the comma of a name: "Ugo Bern, Jr.".
AND_PARENT = re.compile(rf" and {KIN} of\b.*", re.IGNORECASE)
SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d)\.?", re.IGNORECASE)
# Whose somebody is, and who he is beside his name: "the mine's manager", "senior judge Li Wei Bern".
WHOSE = re.compile(r"^(?:(?:the|an?) )?(?:[\w-]+ )??[\w-]+['’]s (?=\w)", re.IGNORECASE)
TITLED = re.compile(rf"(?:(?!\w+s )[A-Za-z-]+ ){{1,3}}[A-Z][\w'’.-]+ {NAME}")
# What says more of one person: who it is, what he has in his hands.
OF_ONE = re.compile(
    r" (?:of|who|whose|armed|carrying|wearing|holding|wielding)\b.*"
    r"| with (?!.*\b(?:child|children|sons?|daughters?|kids?|people|m[ae]n|wom[ae]n|boys?|girls?|friends?|others?|bab(?:y|ies)|passengers?|wife|husband)\b).*"
)
# Without one of these nobody is told to be unhurt: "there were casualties".
DENYING = re.compile(
    r"\b(?:no|not|none|nobody|neither|nor|never|without|zero|any|anyone|anybody|all|everyone|everybody|un\w+|escaped|spared|free|safe|denied|den(?:y|ies))\b|n['’]t\b",
    re.IGNORECASE,
)
NAMES = re.compile(rf"{NAME}(?:, {NAME})*,? and {NAME}")
COUPLE = re.compile(
    r"(?:(?:an?|the|his|her|their) )?(?:\w+ ){0,2}(?:couple|pair|twins)$|both\b"
    r"|(?:his|her|(?:\w+ ){0,2}[\w-]+['’]s) (?:\w+ )?(?:grand|step)?parents$",
    re.IGNORECASE,
)
# Where somebody of a list is from: "Ana Bern, of Lodva, Ugo Hale and Li Wei".
OF_TOWN = re.compile(r"(?<=\w)\s?, of [A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?(?=,)")
# People by what befell them: two or more, and nobody says how many.
THE_HURT = re.compile(r"the (?:wounded|injured)", re.IGNORECASE)
# People without a number, who are two or more, and somebody who is one: "the victims", "his partner".
PLURAL = re.compile(r"(?:[Tt]he |[Aa]ll |[Aa]ll the )(?:[a-z-]+ )?(?:[a-z-]{3,}s|women|men|people|children)")
PLURALS = re.compile(r"(?:the )?(?:[a-z-]+ )?(?:[a-z-]{3,}s|women|men|people|children)", re.IGNORECASE)
AGED = re.compile(r"\bage[sd] \d{1,2}(?:, \d{1,2})*,? and \d{1,2}$", re.IGNORECASE)
SINGULAR = re.compile(r"(?:[Aa]n?|[Hh]is|[Hh]er) [\w-]+")
# Words for people of whatever sort, whom the words after a comma may name one by one.
ANYBODY = re.compile(
    r"\b(?:people|persons|others|victims|dead|men|children|teens|teenagers|adults|passengers|wounded|injured|survivors|missing|hostages|suspects|attackers|assailants|gunmen|bombers|militants|aboard|on ?board)$",
    re.IGNORECASE,
)
# Those whom others, men and women or the people of other lands, only tell one by one: "three skiers, two Britons and a
# Frenchman"; not those who stand beside civilians ("two soldiers, a man and a woman").
SORTS = re.compile(
    r"\b(?:m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|teens?|teenagers?|adults?|soldiers?|troops|police\w*|officers?|guards?|"
    r"firefighters?|nurses?|sons?|daughters?|brothers?|sisters?|sailors?|marines?)$",
    re.IGNORECASE,
)
SEX = re.compile(
    r"(?:an?|one|\w+)(?: (?:young|elderly|other|adult))? (?:(?:m[ae]n|wom[ae]n)|(?:boys?|girls?)|(?:males?|females?))",
    re.IGNORECASE,
)
CIVIL = re.compile(
    r"\b(?:civilians|villagers|residents|relatives|members|migrants|refugees|tourists|pedestrians|worshippers|bystanders|residents)$",
    re.IGNORECASE,
)
ONE_OF_KIN = re.compile(
    rf"(?:an?|his|her|their|two|three) (?:\w+ )?(?:{KIN}|bab(?:y|ies)|infants?|toddler)",
    re.IGNORECASE,
)
LAND = re.compile(r"(?:an?|one|\w+) (?-i:[A-Z])[a-z]{3,}(?: nationals?| citizens?| m[ae]n| wom[ae]n)?")
# So many families are at least as many people.
FAMILIES = re.compile(r"\b(?:families|households|couples)\b", re.IGNORECASE)
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
BOTH = re.compile(r"^both (?!\w+,)(?=.* and )", re.IGNORECASE)
# The last word of people, not of a person.
MANY = re.compile(
    r"(?:s|men|people|children|police|dead|wounded|injured|hurt|missing|crew|family|staff|personnel|troops|rest|public|army|military|elderly|taliban|militia|crowd|group|team)"
    r"(?: (?:of|from|in|at|who)\b.*)?$",
    re.IGNORECASE,
)
# Somebody and his age: "a novice of 16", not "a group of 16".
AGED_ONE = re.compile(
    r"an? (?:young )?(?!(?:family|group|crew|party|team|gang|total|toll|convoy|unit|squad|band|class|crowd|patrol|force|minimum|maximum|couple|handful|dozen|mob|figure|number|"
    rf"column|platoon|delegation|list|series|string|pair|count|staff|herd|flock)\b)[a-z-]+ of (?:\d{{1,2}}|{SMALL})",
    re.IGNORECASE,
)
# A vague word that a number behind it makes more exact: "several others, | at least 15".
MORE_EXACT = re.compile(
    r"^(?:several|dozens|scores|hundreds|thousands|multiple|numerous|a number)\b[^,\d]{0,40}, (?=(?:at least|as many as|more than|about|around|over|up to|possibly) )",
    re.IGNORECASE,
)
GROUP_OF = re.compile(
    r"(?:an?|the|another) (?:\w+ )?(?:family|group|crew|party|team|gang) of (?P<number>[\w-]+)(?: \w+)?$",
    re.IGNORECASE,
)
ARTICLES = frozenset("a an the another his her their".split())
BETWEEN = re.compile(r",(?!\d)(?: and\b)?| and ", re.IGNORECASE)
JOINT = re.compile(f"({BETWEEN.pattern})", re.IGNORECASE)
LEAD = re.compile(
    r"^(?:and |all |(?:the|his|her|their|my|our) (?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|other)\b))+",
    re.IGNORECASE,
)

ONE_PERSON = frozenset(
    "man woman boy girl mother father husband wife son daughter brother sister teen teenager child toddler infant baby "
    "officer deputy trooper policeman soldier driver passenger pedestrian student teacher suspect gunman shooter victim "
    "neighbor neighbour friend girlfriend boyfriend grandmother grandfather uncle aunt cousin nephew niece stepfather "
    "stepmother stepson stepdaughter fiancee bystander homeowner intruder".split()
)  # fmt: skip


@lru_cache(maxsize=64)
def ages_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a sentence tells ages and years together; it is asked for each stretch of the sentence."""
    counted = {found.start("age") for found in COUNTED_LAST.finditer(text)}
    return tuple(found.span() for found in AGE.finditer(text) if found.start() not in counted)


@lru_cache(maxsize=64)
def numbers_aside(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a sentence has numbers that are none of people: ages, and those in names."""
    return ages_in(text) + tuple(found.span() for found in NAMED.finditer(text))


def number_of(stretch: Stretch, text: str, start: int) -> tuple[Count, Certainty] | None:
    """Return the number of people that a stretch stands for: what its words say, else what the network holds.

    `text` is the sentence in which the stretch begins at `start`: an age is known by what stands after it.
    """
    end = start + len(stretch.span.quote)
    if any(NOT_ONE.match(text, at) for at in (start, start - len("not "))):
        return Count(low=0, high=0), "certain"
    if ONE_OR_MORE.match(text, start):
        return Count(low=1), "certain"
    ages = numbers_aside(text)
    words = OF_TOWN.sub("", without(ages, text, start, end))
    if not re.search(r"\w", words):
        old = [text[a:b].lower() for a, b in ages if a <= start < b]
        if any(age.endswith("old") for age in old):
            return Count(low=1, high=1), "certain"
        if not any(age.endswith("olds") for age in old):
            return None
    if AGED_ONE.fullmatch(words):
        return Count(low=1, high=1), "certain"
    if named := persons_in(words, text, end):
        return Count(low=named, high=named), "certain"
    words = counted_part(words)
    if AND_SELF.match(text, end):
        words = " and ".join(words.rsplit(", ", 1))
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
    quantity = read_quantity(told := WORDS.findall(MORE_EXACT.sub("", words)))
    if quantity and quantity.count.low and FAMILIES.search(" ".join(told[quantity.end : quantity.end + 2])):
        return Count(low=quantity.count.low), quantity.certainty
    if quantity and (stretch.number is None or (quantity.count.low, quantity.count.high) != (1, 1)):
        return quantity.count, quantity.certainty
    if stretch.number is None:
        return (quantity.count, quantity.certainty) if quantity else None
    count = held_number(stretch.number, words, text, start, end)
    return (count, "certain") if count else None


def held_number(
    number: tuple[int | None, int | None], words: str, text: str, start: int, end: int
) -> Count | None:
    """Return the number that the network holds for people [start, end) whose words give none, as far as they bear it."""
    low, high = number
    inside = (found for found in NAMED.finditer(text) if found.start() < end and start < found.end())
    if any(str(low) in re.findall(r"\d+", found.group()) for found in inside):
        return None
    if THE_HURT.fullmatch(words) or (number == (0, 0) and not DENYING.search(text)):
        return Count(low=2)
    if 1 < (low or 0) == high and PLURAL.fullmatch(words):
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
    if (named := names_in(words)) > 1:
        return named
    return int(bool(OF_TWO_OFFICES.fullmatch(words) and OF_ONE_ALONE.match(text, end)))


def names_in(words: str) -> int:
    """Return how many people a list of names has: "Ana Bern, Ugo Bern and Li Wei" are 3; 0 for other words."""
    listed = CALLED.sub("", re.sub(r"\s*[,;][,;\s]*", ", ", words).strip(", "))
    if not NAMES.fullmatch(listed) or words.isupper():
        return 0
    names = BETWEEN.split(listed)
    return 0 if any(is_time(name) for name in names) else len(names)


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


def is_one(words: str) -> bool:
    """True for words that end in one person ("pregnant woman", "Man", "driver of a bus") and give no number."""
    told = [word for word in OF_ONE.sub("", words.lower()).split() if word[0].isalpha()]
    return (
        bool(told)
        and (told[-1].removeprefix("ex-") in ONE_PERSON or told[-1].endswith("-in-law"))
        and read_quantity(told) is None
    )


def is_single(part: str) -> bool:
    """True for a part of a list that is one person: "a man", "the guard", "his driver", "she", "Davis"."""
    part = WHOSE.sub("his ", part)
    words = part.lower().split()
    if words[0] in ("a", "an", "another") or part.lower() in ("he", "she", "him", "her"):
        return True
    if words[0] in ("the", "his", "her", "their", "my", "our"):
        longest = 2 if words[0] == "the" else 4
        return is_one(part) or (1 < len(words) <= longest and not MANY.search(part))
    return is_name(part) or bool(TITLED.fullmatch(part))


def sum_of(words: str) -> int | None:
    """Return how many people "two women and a man" are; None where the parts do not all say a number.

    "Three others, two women and a man" are three: who they are stands after how many. "The gunman, a man of
    44" are no two: without an "and" only a headline's people ("man, 2 teens") add up. Who somebody is, between
    commas ("a doctor, Ana Bern, and her son") or after the last ("Ana and a guard, a man of 30"), is nobody else.
    """
    whole = JOINT.split(PART.sub("", AND_PARENT.sub("", BOTH.sub("", words))))
    listed = without_names(whole)
    numbers: list[int] = []
    last = before = ""
    joined = any("and" in joint.lower() for joint in listed[1::2])
    for joint, each in zip(["", *listed[1::2]], listed[::2], strict=True):
        part = LEAD.sub("", each.strip())
        if not part or BEASTS.search(part) or SUFFIX.fullmatch(part):
            continue
        found = number_in(part.split(), 0)
        if found is None and COUPLE.match(part):
            found = (2, 0)
        if found is None and (group := GROUP_OF.match(part)):
            found = number_in(group["number"].split(), 0)
        alone = found is None and is_single(part)
        if alone and joint.strip() == "," and "and" in before.lower() and is_single(last):
            continue
        if alone and joint.strip() == "," and last and is_single(last) and says_who(part, last):
            continue
        headline = not joined and is_one(part) and part.lower().split()[0] not in ARTICLES
        head = LEAD.sub("", listed[0].strip())
        bare = is_one(part) and (is_one(head) or COUPLE.match(head))
        if found is None and not (joined and (alone or bare)) and not headline:
            return None
        numbers.append(found[0] if found else 1)
        last, before = part, joint
    is_total = (
        ANYBODY.search(LEAD.sub("", listed[0]))
        or words.lower().startswith("the ")
        or tells_apart(listed[0].strip(), listed[2::2])
    )
    if len(numbers) > 2 and numbers[0] == sum(numbers[1:]) and is_total:
        return numbers[0]
    named = len(listed) < len(whole) or (len(listed) > 1 and BEASTS.search(words))
    return sum(numbers) if len(numbers) > 1 or (numbers and named) else None


def tells_apart(head: str, parts: Sequence[str]) -> bool:
    """True for parts that tell one by one, by sex or by land, those whom the head of a list counts."""
    named = [part.strip() for part in parts if part.strip()]
    if CIVIL.search(head) and all(ONE_OF_KIN.fullmatch(part) or SEX.fullmatch(part) for part in named):
        return True
    if SORTS.search(head) or LAND.fullmatch(head):
        return False
    return any(all(sort.fullmatch(part) for part in named) for sort in (SEX, LAND))


def without_names(listed: list[str]) -> list[str]:
    """Return parts and what joins them, without as many names as the part before them counts."""
    for at in range(0, len(listed), 2):
        part = LEAD.sub("", listed[at].strip())
        found = number_in(part.split(), 0) if part else None
        end = at + 1 + 2 * (found[0] if found else 2 if COUPLE.match(part) else 0)
        names = listed[at + 2 : end : 2]
        named = all(is_name(name.strip()) for name in names) and end <= len(listed)
        more = any(is_name(name.strip()) for name in listed[end + 1 : end + 2])
        if len(names) > 1 and named and not more:
            return listed[: at + 1] + listed[end:]
    return listed


def says_who(part: str, last: str) -> bool:
    """True for a part that says who the one before it is: his name, or after his name what he is."""
    if is_name(last):
        return part.lower().split()[0] in ("a", "an", "the")
    return is_name(part)


def is_name(part: str) -> bool:
    """True for a part of a list that is somebody's name; capitals alone tell none, and a day is nobody."""
    return bool(ONE_NAME.fullmatch(part)) and not part.isupper() and not is_time(part)
