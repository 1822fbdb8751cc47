"""People who are told of again, without their number: "the women", after "two women"."""

import re

from sayso.model import Count
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import NUMBER
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Page

__all__ = ["told_again"]

# People by their article alone; and a pair.
AGAIN = re.compile(
    r"(?:all (?:of )?)?the (?:other )?(?P<head>(?!others\b)[a-z-]{3,}s|women|men|people|children)",
    re.IGNORECASE,
)
PAIRS = frozenset({"parents", "twins", "couple"})
# Their number before them, and code points: how far back it is looked for, and how far before the word for them.
MANY = re.compile(rf"\b(?P<many>{NUMBER})(?![-\d]|,\d) (?:(?!{NUMBER}\b)[\w'’-]+ ){{0,3}}$")
FAR, NEAR = 2_000, 80


def told_again(stretch: Stretch, value: Count, page: Page) -> Count:
    """Return the number with which people were told of last, where they are told of again without one; else `value`."""
    found = AGAIN.fullmatch(stretch.span.quote)
    if found is None or (value.low, value.high) != (2, None) or stretch.span.field != "text":
        return value
    head = found["head"].lower()
    if head in PAIRS:
        return Count(low=2, high=2)
    last = number_before(page.report.text.lower(), head, stretch.span.start)
    quantity = read_quantity(last.split()) if last else None
    if quantity is None or quantity.count.low != quantity.count.high or (quantity.count.low or 0) < 2:
        return value
    return quantity.count


def number_before(text: str, head: str, end: int) -> str | None:
    """Return the number that stands last before `end` with people of a sort: "two" of "two young women"."""
    first = max(0, end - FAR)
    at = text.rfind(head, first, end)
    while at >= 0:
        told = MANY.search(text, max(first, at - NEAR), at)
        if told and not text[at + len(head) : at + len(head) + 1].isalpha():
            return told["many"]
        at = text.rfind(head, first, at)
    return None
