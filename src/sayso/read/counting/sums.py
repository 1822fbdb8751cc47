"""How many people are told side by side: "two women and a man", names in a row."""

import re
from collections.abc import Iterator, Sequence

from sayso.read.counting.numbers import number_of as number_in
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.others import is_time
from sayso.read.counting.plain import HEDGE
from sayso.read.text.patterns import Pattern
from sayso.read.text.words import KIN

__all__ = [
    "LEAD",
    "MANY",
    "OF_ONE",
    "ONE_NAME",
    "WHERE",
    "groups_in",
    "is_one",
    "named_as",
    "names_in",
    "sum_of",
]

PART = re.compile(
    r",(?: one of\b|[^,]*\b(?:of (?:them|whom|which)|among them|including)\b).*"
    r"|, (?:both|all|each|one (?:\w+ed|with|in|wearing|an?))\b[^,]*"
    r"| who [^,]*\b(?:him|her|them) and (?:his|her|their) [\w'’-]+$",
    re.IGNORECASE,
)
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
    r" (?:of|who|whose|armed|carrying|wearing|holding|wielding|born)\b.*"
    r"| with (?!.*\b(?:child|children|sons?|daughters?|kids?|people|m[ae]n|wom[ae]n|boys?|girls?|friends?|others?|bab(?:y|ies)|passengers?|wife|husband)\b).*"
)
NAMES = re.compile(rf"{NAME}(?:, {NAME})*,? and {NAME}")
# The dead or the hurt by their names, with their ages: "the deceased were identified as | Ana Bern (34), Ugo Lind (22) and Li Wei (41)".
AGED = rf"{NAME}(?:,? \(?\d{{1,3}}\)?(?! \w+ of))?"
NAMED_AS = Pattern(
    rf"\b(?:were|are|have been|had been)(?: (?!not\b)[a-z]+)?? (?:identified|named)(?: (?!not\b)[a-z]+){{0,3}}? as (?P<names>{AGED}(?:, {AGED})*,? and {AGED})",
    needs="identified|named",
)
COUPLE = re.compile(
    r"(?:(?:an?|the|his|her|their) )?(?:\w+ ){0,2}(?:couple|pair|twins)$|both\b"
    r"|(?:his|her|(?:\w+ ){0,2}[\w-]+['’]s) (?:\w+ )?(?:grand|step)?parents$",
    re.IGNORECASE,
)
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
# Where some of those are whom the head of a list counts: "four attackers, two on a motorcycle".
WHERE = r"(?:on|in|at|inside|aboard|outside|near|from|by|with|under|behind)"
SOME_SOMEWHERE = re.compile(rf"(?:{HEDGE} )?[\w-]+ {WHERE}\b.*", re.IGNORECASE)
JUST_A_NUMBER = re.compile(r"[\d,]+|(?!an?\b)[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
BOTH = re.compile(r"^both (?!\w+,)(?=.* and )", re.IGNORECASE)
# The last word of people, not of a person.
MANY = re.compile(
    r"(?:s|men|people|children|police|dead|wounded|injured|hurt|missing|crew|family|staff|personnel|troops|rest|public|army|military|elderly|taliban|militia|crowd|group|team)"
    r"(?: (?:of|from|in|at|who)\b.*)?$",
    re.IGNORECASE,
)
GROUP_OF = re.compile(
    r"(?:(?:an?|the|another) )?(?:\w+ )?(?:family|group|crew|party|team|gang) of (?P<number>[\w-]+)(?: \w+| (?:from|in|of|on) .*)?$",
    re.IGNORECASE,
)
ARTICLES = frozenset("a an the another his her their this that".split())
BETWEEN = re.compile(r",(?!\d)(?: and\b)?| and ", re.IGNORECASE)
JOINT = re.compile(f"({BETWEEN.pattern})", re.IGNORECASE)
LEAD = re.compile(
    r"^(?:and |all |(?:those|that|the (?:bodies|remains|deaths)) of (?=an? |two |three |his |her )|(?:the|his|her|their|my|our) (?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|other)\b))+",
    re.IGNORECASE,
)

ONE_PERSON = frozenset(
    "man woman boy girl mother father husband wife son daughter brother sister teen teenager child toddler infant baby "
    "officer deputy trooper policeman soldier driver pilot passenger pedestrian student teacher suspect gunman shooter victim "
    "neighbor neighbour friend girlfriend boyfriend grandmother grandfather uncle aunt cousin nephew niece stepfather "
    "stepmother stepson stepdaughter fiancee bystander homeowner intruder guard watchman nurse doctor priest pastor imam cook "
    "prosecutor judge mayor politician lawmaker councillor activist businessman businesswoman worker miner engineer "
    "farmer lawyer journalist caretaker cleaner principal shopkeeper waiter waitress bodyguard adult".split()
)  # fmt: skip


def names_in(words: str) -> int:
    """Return how many people a list of names has: "Ana Bern, Ugo Bern and Li Wei" are 3; 0 for other words."""
    listed = CALLED.sub("", re.sub(r"\s*[,;][,;\s]*", ", ", words).strip(", "))
    if not NAMES.fullmatch(listed) or words.isupper():
        return 0
    names = BETWEEN.split(listed)
    return 0 if any(is_time(name) for name in names) else len(names)


def named_as(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a sentence names several one by one who were identified."""
    return (found.span("names") for found in NAMED_AS.finditer(text))


def groups_in(words: str) -> int:
    """Return how many people a list of groups has, parted by semicolons: "Ana Bern; her sons Ugo and Li; and a guest" are 4.

    0 for other words, and where a group does not say how many it is.
    """
    groups = [re.sub(r"^and |(?:\s*,)+(?=\s*(?:and\b|$))", "", group.strip()) for group in words.split(";")]
    numbers = [
        names_in(group) or sum_of(group) or (number_in(group.split(), 0) or (int(is_single(group)),))[0]
        for group in groups
        if group
    ]
    return sum(numbers) if len(numbers) > 1 and all(numbers) else 0


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
    if words[0] in ("the", "his", "her", "its", "their", "my", "our"):
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
        head = head_of(listed)
        bare = is_one(part) and (is_one(head) or COUPLE.match(head) or GROUP_OF.match(head))
        if found is None and not (joined and (alone or bare)) and not headline:
            return None
        numbers.append(found[0] if found else 1)
        last, before = part, joint
    if len(numbers) > 1 and ANYBODY.search(head_of(listed)) and are_somewhere(listed, numbers):
        return numbers[0]
    is_total = (
        ANYBODY.search(head_of(listed))
        or JUST_A_NUMBER.fullmatch(head_of(listed))
        or words.lower().startswith("the ")
        or tells_apart(listed[0].strip(), listed[2::2])
    )
    if len(numbers) > 2 and numbers[0] == sum(numbers[1:]) and is_total:
        return numbers[0]
    named = len(listed) < len(whole) or (len(listed) > 1 and BEASTS.search(words))
    return sum(numbers) if len(numbers) > 1 or (numbers and named) else None


def head_of(listed: Sequence[str]) -> str:
    """Return the first part of a list without what may lead it: "all | 40 people"."""
    return LEAD.sub("", listed[0].strip())


def are_somewhere(listed: Sequence[str], numbers: Sequence[int]) -> bool:
    """True for parts behind a comma that only tell where some are whom the head of a list counts."""
    rest = [part.strip() for part in listed[2::2] if part.strip()]
    fits = listed[1].strip() == "," and sum(numbers[1:]) <= numbers[0]
    return fits and all(SOME_SOMEWHERE.fullmatch(part) and number_in(part.split(), 0) for part in rest)


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
