"""How many people some words stand for: "two women and a man", "both brothers", "a 30-year-old"."""

import re
from functools import lru_cache

from sayso.model import Certainty, Count
from sayso.read.network import Stretch
from sayso.read.numbers import number_of as number_in
from sayso.read.numbers import read_quantity

__all__ = ["ages_in", "number_of"]

WORDS = re.compile(r"\d[\d,.]*\d(?!\w)|\d(?!\w)|[\w'’]+(?:-[\w'’]+)*|[^\w\s]")
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SMALL = (
    rf"(?:{TENS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
)
# Ages, together with what they are ages of ("a 16 and 17-year-old", "ages 16 and 17", "Ana Weiss, 52,"), and years together.
AGE = re.compile(
    rf"\b(?:\d{{1,3}}|{SMALL})(?:(?:,| and| or| to)* \d{{1,3}})*\s?[-‑–]?\s?(?:(?:year|month|week|day)s?\s?[-‑–]?\s?olds?|yrs?[-. ]?olds?|y/?o)\b|"
    rf"\b\d{{1,2}}- and \d{{1,2}}-year-olds?\b|\b(?:who|he|she) (?:is|was) \d{{1,2}}\b(?! (?:people|others))|"
    r"\b(?:both|also) \d{1,2}(?= and from |,? (?:was|were) )|(?:both|also) \d{1,2}(?=,)|\bage of \d{1,2}\b|\bof \d{1,2} years\b|"
    rf"(?<=(?:mother|father) of )(?:\d{{1,2}}|{SMALL})\b|"
    r"(?<=(?:man|boy) of )\d{1,2}\b|(?<=(?:girl) of )\d{1,2}\b|(?<=(?:woman|child) of )\d{1,2}\b|"
    r"\baged? \d{1,3}\b|\bages \d{1,3}(?:(?:,| and| to)* \d{1,3})*|(?<=[a-z]), \d{1,3}(?: and \d{1,3})?(?=,|\.|;| and |$| [-–—]| (?:was|is|has|had|were|all|both|died)\b)|"
    r"(?<=[JS]r\.), \d{1,3}(?=,|\.|;| and |$| (?:was|is|has)\b)|"
    r"\bin (?:his|her|their) (?:(?:early|mid|late)[- ])?\d0['’]?s\b|\b\d0['’]s\b|\b\d{1,3} years? of age\b|\b\d{1,3}-years?\b",
    re.IGNORECASE,
)

# Numbers in the names of things, of pictures and of telephones.
NAMED = re.compile(
    r"\b(?:Channel|Route|Highway|Interstate|Flight|Unit|Precinct|District|Ward|Apartment|Apt\.|Room|Gate|News|FOX|ABC|NBC|CBS) \d+\b"
    r"|\b(?:Image|Photo|Slide|Page) \d+(?: of \d+)?\b|\b\d{3} ?[-–] ?\d{3} ?[-–] ?\d{4}\b"
)

# A thousands' comma with a blank after it, and people who are part of those named before.
SPACED = re.compile(r"(?<=\d), (?=\d{3}\b)")
PART = re.compile(r",[^,]*\b(?:of (?:them|whom|which)|among them|including)\b.*", re.IGNORECASE)

# What parts a number of people from who they are: "five people inside - two men and three women".
APART = re.compile(r" (?:--|[-–—]) |: | \(")
NAME = r"[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]+|de|la|del|van|von|bin|al))*"
NAMES = re.compile(rf"{NAME}(?:, {NAME})*,? and {NAME}")
ARTICLES = frozenset("a an the another his her their".split())
BETWEEN = re.compile(r",(?!\d)(?: and\b)?| and ", re.IGNORECASE)
LEAD = re.compile(
    r"^(?:and |all |the (?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|other)\b))+", re.IGNORECASE
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
    return tuple(found.span() for found in AGE.finditer(text))


@lru_cache(maxsize=64)
def numbers_aside(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a sentence has numbers that are none of people: ages, and those in names."""
    return ages_in(text) + tuple(found.span() for found in NAMED.finditer(text))


def number_of(stretch: Stretch, text: str, start: int) -> tuple[Count, Certainty] | None:
    """Return the number of people that a stretch stands for: what its words say, else what the network holds.

    `text` is the sentence in which the stretch begins at `start`: an age is known by what stands after it.
    """
    end = start + len(stretch.span.quote)
    ages = numbers_aside(text)
    shown = list(text[start:end])
    for a, b in ages:
        for n in range(max(a, start), min(b, start + len(shown))):
            shown[n - start] = " "
    words = SPACED.sub(",", " ".join("".join(shown).split()))
    if not re.search(r"\w", words):
        old = [text[a:b].lower() for a, b in ages if a <= start < b]
        if any(age.endswith("old") for age in old):
            return Count(low=1, high=1), "certain"
        if not any(age.endswith("olds") for age in old):
            return None
    if (named := names_in(words)) > 1:
        return Count(low=named, high=named), "certain"
    words = counted_part(words)
    if (added := sum_of(words)) is not None:
        return Count(low=added, high=added), "certain"
    if is_one(words) and stretch.number not in (None, (0, 0)):
        return Count(low=1, high=1), "certain"
    quantity = read_quantity(WORDS.findall(words))
    if quantity and (stretch.number is None or (quantity.count.low, quantity.count.high) != (1, 1)):
        return quantity.count, quantity.certainty
    if stretch.number is None:
        return (quantity.count, quantity.certainty) if quantity else None
    return Count(low=stretch.number[0], high=stretch.number[1]), "certain"


def names_in(words: str) -> int:
    """Return how many people a list of names has: "Ana Bern, Ugo Bern and Li Wei" are 3; 0 for other words."""
    listed = re.sub(r"\s*[,;][,;\s]*", ", ", words).strip(", ")
    return len(BETWEEN.split(listed)) if NAMES.fullmatch(listed) and not words.isupper() else 0


def counted_part(words: str) -> str:
    """Return the words up to a dash, where they count people: "five people - two men and three women"."""
    head, number = APART.split(words)[0], number_in(words.split(), 0)
    return head if number and len(head.split()) > number[1] else words


def is_one(words: str) -> bool:
    """True for words that end in one person ("pregnant woman", "Man") and give no number."""
    told = [word for word in words.lower().split() if word[0].isalpha()]
    return (
        bool(told)
        and (told[-1] in ONE_PERSON or told[-1].endswith("-in-law"))
        and read_quantity(told) is None
    )


def sum_of(words: str) -> int | None:
    """Return how many people "two women and a man" are; None where the parts do not all say a number.

    "Three others, two women and a man" are three: who they are stands after how many. "The gunman, a man of
    44" are no two: without an "and" only a headline's people ("man, 2 teens") add up.
    """
    parts = [LEAD.sub("", part.strip()) for part in BETWEEN.split(PART.sub("", words))]
    parts = [part for part in parts if part]
    leads = [part.lower().split()[0] for part in parts]
    bare = bool(parts) and is_one(parts[0]) and leads[0] not in ("a", "an", "the", "another")
    joined = re.search(r"\band\b", words, re.IGNORECASE)
    numbers: list[int] = []
    for part, lead in zip(parts, leads, strict=True):
        found = number_in(part.split(), 0)
        led = lead in ARTICLES or (numbers and leads[0] in ("a", "an", "one"))
        single = (
            lead in ("a", "an", "another")
            or (is_one(part) and (bare or led))
            or part.lower() in ("he", "she")
        )
        headline = not joined and is_one(part) and lead not in ARTICLES
        if found is None and not (single and joined) and not headline:
            return None
        numbers.append(found[0] if found else 1)
    if len(numbers) > 2 and numbers[0] == sum(numbers[1:]):
        return numbers[0]
    return sum(numbers) if len(numbers) > 1 else None
