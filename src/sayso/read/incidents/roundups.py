"""Round-ups: reports that tell of several shootings, crashes or fires of one city or night, one after another.

Some tell of one first, and then list the others of that night.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from sayso.read.counting.numbers import read_quantity
from sayso.read.text.calendar import WEEKDAY
from sayso.read.text.page import Page, Sentence
from sayso.read.text.patterns import Pattern

__all__ = ["AS_ONE", "NUMBER", "begun_in", "incidents_told", "is_about_others", "others_told"]

SORTS = "(?:shootings|homicides|stabbings|slayings|killings|murders|crashes|wrecks|robberies|incidents)"
# Sorts that a head counts only as separate ones: "two attacks" are often one, in two places.
OTHER_SORTS = "(?:attacks|fires|assaults|accidents|cases)"
NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|\d{1,2}|several|multiple|separate|different|"
    r"unrelated|numerous)"
)
# What says at the head of a report that it tells of several: "three separate shootings", "six shot since Friday".
COUNT_OF_THEM = rf"\b{NUMBER}(?: of)?(?: [\w-]+){{0,3}} {SORTS}\b"
SEVERAL = re.compile(
    rf"{COUNT_OF_THEM}"
    rf"|\b(?:separate|unrelated|string of|spate of|rash of)(?: [\w-]+){{0,2}} (?:{SORTS}|{OTHER_SORTS})\b"
    rf"|\b(?:series|wave) of (?:[\w-]+ ){{0,3}}{SORTS}\b"
    r"|\bweekend (?:violence|gunfire|shootings)\b|\bviolent (?:weekend|night|day|afternoon|evening|\w+day|start)\b|\bcity ?wide\b"
    rf"|\b{SORTS} (?:across|around|throughout|overnight|over the weekend|since|on \w+day|\w+day|this week|in (?:the )?(?-i:[A-Z]))"
    r"|\b(?:people|men|teens?|others|\d+|wounded|killed|dead|shot|injured|hurt) (?:[\w,-]+ ){0,4}"
    r"(?:across the city|over the (?:\w+ )?weekend|since \w+day|in (?:just |less than |under )?\d+ (?:hours|days)|within \w+ hours)"
    rf"|\bin (?:(?-i:[A-Z])[\w'’.-]* ){{1,3}}{SORTS}\b",
    re.IGNORECASE,
)
COUNTED = Pattern(
    COUNT_OF_THEM,
    re.IGNORECASE,
    needs="incidents|shootings|killings|homicides|murders|stabbings|robberies|crashes|wrecks|slayings",
)
OTHER = re.compile(r"\b(?:other|previous|earlier|past|more|recent)\b", re.IGNORECASE)
# What "several" are taken for.
FEW = 9
# One attack in several places, or one man's, or one of the worst there were: its toll is one.
AS_ONE = re.compile(
    r"\b(?:one of the (?:\w+ ){0,2}(?:deadliest|worst|bloodiest|largest)|coordinated|co-ordinated|simultaneous(?:ly)?|rampage|same (?:gunman|shooter|suspect|attackers?))\b",
    re.IGNORECASE,
)
# Where or when one of them was, in words that a report says once of each.
SETTING = re.compile(
    r"\b\d+(?:-\d+)?[ -]block\b|\b(?:intersection|corner) of\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b(?:midnight|noon)\b|\b[A-Z]\w+ (?:Streets|Avenues)\b"
    r"|\b(?:[A-Z]|\d+(?:st|nd|rd|th)\b)[\w.]{0,30} (?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Place|Parkway|Highway(?! Patrol))\b"
)
# Where somebody lives, and when he died of it, is no setting; a sentence that opens with the hour turns to the next one.
NO_SETTING = re.compile(
    r"\b(?:of|live[sd]? in) the \d+(?:-\d+)?[ -]block\b(?: of(?: (?-i:[A-Z])[\w.]*){1,4})?"
    r"|\b(?<!shot )(?<!stabbed )(?:dead|died)(?: [\w-]+){0,6}? (?:at|about|around) \d{1,2}(?::\d\d)? ?[ap]\.?m\b",
    re.IGNORECASE,
)
AT_HOUR = re.compile(
    r"(?:(?:about|at|around|just|shortly|before|after) ){1,2}(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\b|noon\b|midnight\b)",
    re.IGNORECASE,
)
# What opens the report on each where the head counts them: "Officers were called about 6 a.m. to the 200 block of Mill Street".
CALLED = re.compile(
    r"(?:officers|police|deputies|troopers|medics) were (?:called|sent|dispatched) (?:(?:at|about|around|just|shortly|before|after) ){1,2}(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\b|noon\b|midnight\b)",
    re.IGNORECASE,
)
# People who have not been told of yet.
NEW_PEOPLE = re.compile(
    r"\b(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several) (?:(?!of\b|the\b)[\w'’-]+ ){0,4}?"
    r"(?:man|woman|boy|girl|teen(?:ager)?|child|toddler|infant|baby|person|victim|youth|juvenile|officer|driver|motorcyclist|pedestrian|(?:bi)?cyclist|clerk|couple|men|women|boys|girls|"
    r"teens|teenagers|children|people|persons|victims|males?|females?|brothers|sisters|\d{1,2}-year-olds?)\b"
    r"|\b(?-i:[A-Z])[\w'’-]{1,30}(?: (?-i:[A-Z])[\w.'’-]{0,30}){1,3}, \d{1,2},|\b\d{1,2}-year-old\b",
    re.IGNORECASE,
)
FATE = re.compile(
    r"\b(?:shot|shooting|killed|wounded|injured|dead|died|stabbed|struck|grazed|hurt|slain|gunned|gunshot|hit|crashed|body|"
    r"pronounced|opened fire)\b",
    re.IGNORECASE,
)
# Words that turn to the next one.
NEXT = re.compile(
    r"\b(?:the|a|another|in a|yet another) (?:first|second|third|fourth|fifth|sixth|latest|most recent|other|separate|different|"
    r"earlier|later|unrelated|deadliest|fatal|final|last)(?: \w+){0,2} "
    r"(?:shooting|incident|attack|homicide|stabbing|case|crash|killing|murder|fire|slaying)\b"
    r"|\b(?:another|also|earlier|later|meanwhile|elsewhere)\b[^.]{0,60}\b(?:shooting|incident|attack|homicide|shot|stabbed|killed|wounded)\b"
    r"|\bthe (?:day|night) before\b"
    rf"|\bin {WEEKDAY}['’]s\b",
    re.IGNORECASE,
)
FIRST_OF_THEM = re.compile(
    r"\b(?:the|a|another|in a|in another|yet another) (?:first|second|third|fourth|fifth|sixth|latest|most recent|other|separate|"
    r"different|unrelated)(?: \w+){0,2}? (?:shooting|incident|attack|homicide|stabbing|case|crash|one|occurred|happened|was(?! (?:\w+ly )?(?:shot|hurt|injured|wounded|killed|stabbed|grazed|struck|taken|treated|in)\b)|took place)\b"
    r"|\banother \w+ (?:has been |was )?(?:shot|killed|stabbed)|^in one (?:\w+ )?(?:shooting|incident|attack|homicide|stabbing|case|crash),|^in (?:another|the other),",
    re.IGNORECASE,
)
# Numbers of all of them, or of a longer time, at the end of a round-up.
OF_ALL = re.compile(
    r"\b(?:this year|so far|to date|last year|in all|the weekend['’]s|(?:any|all|none|each) of the (?:\w+ )?(?:shootings|incidents|cases|attacks|victims))\b",
    re.IGNORECASE,
)
# What begins a list of others than the one told first: "Six other people were wounded in attacks from Monday to Tuesday."
PEOPLE = r"(?:people|persons|men|women|teens|teenagers|boys|girls|children|victims)"
HURT = r"(?:shot|wounded|killed|injured|hurt|stabbed|slain)"
OF_SORT = re.compile(rf"\b(?:{SORTS}|attacks)\b", re.IGNORECASE)
OTHERS = re.compile(
    rf"^in other (?:[\w-]+ ){{0,2}}(?:{SORTS}|attacks)\b|^(?:{NUMBER} )?other (?:[\w-]+ )?(?:{SORTS}|attacks)\b"
    rf"|^(?:[\w-]+ ){{0,3}}other(?:s| {PEOPLE})\b[^.;]{{0,60}}?\b{HURT}\b[^.;]{{0,40}}?\bin (?:[\w-]+ ){{0,3}}(?:{SORTS}|attacks)\b"
    rf"|^another \w+ (?:was|were) [^.;]{{0,60}}? other {PEOPLE}\b[^.;]{{0,60}}?\bin (?:[\w-]+ ){{0,3}}(?:{SORTS}|attacks)\b"
    rf"|^(?:[\w-]+ ){{0,3}}other(?:s| {PEOPLE}) (?:were|have been) {HURT}\b[^.;]*:$",
    re.IGNORECASE,
)
# A block of a street: one that is told for the first time below the head, where others are hurt in a shooting of its own.
BLOCK = re.compile(
    r"\b(?P<number>\d+)(?:-\d+)?[ -]block of (?:(?:[NSEW]\.?|North|South|East|West) )?(?P<street>[A-Z\d][\w.]*)"
)
OF_ITS_OWN = re.compile(
    rf"(?:{NEW_PEOPLE.pattern}),?(?: [^,;.]{{1,30}},)? (?:(?:was|were|had been) (?:\w+ly )?(?:shot|stabbed|killed|wounded|grazed|hurt)|died)\b",
    re.IGNORECASE,
)
FIRST_BESIDE = 2
# Sentences of a text that are its head: where round-ups of train and of our annotations say what they are.
HEAD = 4
# The share of a text from which a list of others makes it a round-up: four such lists of the 823 annotated reports are 0.35
# and more, and annotated so; the one of dev, 0.26, is not.
MUCH = 1 / 3


def incidents_told(page: Page) -> dict[tuple[str, int], int]:
    """Return which incident each sentence (field, start) of a round-up tells: 1, 2, ...; 0 is all of them together.

    {} for a report that does not say at its head that it tells of several, or that then tells of one only.
    """
    head = head_of(page)
    if not any(SEVERAL.search(words) for words in head) or any(AS_ONE.search(words) for words in head):
        return {}
    counted = any(COUNTED.search(words) for words in head)
    told: dict[tuple[str, int], int] = {}
    number = 0
    for sentence in page.sentences:
        if sentence.field == "text":
            number += begins(sentence, counted=counted)
        is_one = sentence.field == "text" and not is_of_all(sentence)
        told[sentence.field, sentence.start] = number if is_one else 0
    if number < 2:
        return {}
    first = told_first(page, told)
    return {place: n + bool(first) if n else int(place in first) for place, n in told.items()}


def head_of(page: Page) -> list[str]:
    """Return the sentences in which a round-up says what it is."""
    return [s.text for s in page.sentences if s.field == "title" or s.number < HEAD]


def begun_in(page: Page, told: Mapping[tuple[str, int], int]) -> set[tuple[str, int]]:
    """Return the first sentences on each of the incidents that a round-up's head counts: all of "separate shootings"."""
    counted = [number for words in head_of(page) for number in counts_of_them(words)]
    most = max((number for number in counted if number), default=FEW if counted else 0)
    first: dict[int, tuple[str, int]] = {}
    for place, number in told.items():
        first.setdefault(number, place)
    return {place for number, place in first.items() if 0 < number <= most}


def counts_of_them(words: str) -> Iterator[int | None]:
    """Yield how many incidents words count: 3 of "three separate shootings", None of "several"; nothing of "three other"."""
    for found in COUNTED.finditer(words):
        if not OTHER.search(found[0]):
            quantity = read_quantity(found[0].split()[:1])
            yield quantity.count.high if quantity else None


def is_of_all(sentence: Sentence) -> bool:
    """True for a sentence that tells of all incidents of a round-up, or of all the others."""
    return bool(OF_ALL.search(sentence.text) or OTHERS.search(sentence.text))


def told_first(page: Page, told: Mapping[tuple[str, int], int]) -> set[tuple[str, int]]:
    """Return the sentences of a round-up that tell of one incident before any turns to the next; none where they tell of all."""
    found: list[Sentence] = []
    lists = bool(others_told(page))
    for sentence in page.sentences:
        if told[sentence.field, sentence.start]:
            break
        of_one = not (is_of_all(sentence) or SEVERAL.search(sentence.text) or OF_SORT.search(sentence.text))
        people = NEW_PEOPLE.search(sentence.text) and FATE.search(sentence.text)
        if of_one and (found or (people and (lists or sentence.number))):
            found.append(sentence)
    is_one = any(SETTING.search(sentence.text) for sentence in found)
    return {(sentence.field, sentence.start) for sentence in found} if is_one else set()


def others_told(page: Page) -> dict[tuple[str, int], int]:
    """Return which other incident each sentence (field, start) of a list of others tells: 1, 2, ...; 0 is all of them.

    {} for a page that lists no others below its head. The list goes on to the end of the text. It begins with a sentence on
    all of them, or with one on others hurt in another block than any told before.
    """
    told: dict[tuple[str, int], int] = {}
    number = 0
    streets: set[str] = set()
    for sentence in page.sentences:
        if sentence.field != "text":
            continue
        others = sentence.number >= HEAD and OTHERS.search(sentence.text)
        beside = not told and is_in_another_block(sentence, streets)
        streets |= blocks_of(sentence)
        if told or beside:
            number += begins(sentence, counted=True) and not OTHERS.search(sentence.text)
        if told or beside or others:
            told[sentence.field, sentence.start] = 0 if is_of_all(sentence) else number
    return told if number else {}


def blocks_of(sentence: Sentence) -> set[str]:
    """Return the numbers and the streets of the blocks that a sentence names."""
    return {word for found in BLOCK.finditer(sentence.text) for word in found.groups()}


def is_in_another_block(sentence: Sentence, streets: Collection[str]) -> bool:
    """True for a sentence of people hurt in a shooting of its own, in another block than those with the names told before."""
    named = blocks_of(sentence) if streets and sentence.number >= FIRST_BESIDE else set()
    is_new = bool(named) and not any(name in streets for name in named)
    return is_new and begins(sentence, counted=True) and OF_ITS_OWN.search(sentence.text) is not None


def is_about_others(page: Page, listed: Mapping[tuple[str, int], int]) -> bool:
    """True for a page of whose text a third or more tells of other incidents than its own, and says so: it is about all of them."""
    text = [sentence for sentence in page.sentences if sentence.field == "text"]
    said = any(OTHERS.search(s.text) for s in text if (s.field, s.start) in listed)
    return said and len(listed) >= MUCH * len(text)


def begins(sentence: Sentence, *, counted: bool) -> bool:
    """True when a sentence turns to another incident than the one told before; `counted` where the head counts them."""
    words = NO_SETTING.sub("", sentence.text)
    where, people, fate = SETTING.search(words), NEW_PEOPLE.search(words), FATE.search(words)
    if where and people and fate:
        return True
    if NEXT.search(words) and fate and (where or people):
        return True
    if counted and (CALLED.match(words) or (AT_HOUR.match(words) and fate)):
        return True
    return bool(counted and FIRST_OF_THEM.search(words) and (where or people or fate))
