"""People who are told of again, without their number: "the women", after "two women"."""

import re

from sayso.model import Count
from sayso.read.network import Stretch
from sayso.read.numbers import read_quantity
from sayso.read.page import Page
from sayso.read.plain import NUMBER

__all__ = ["told_again"]

# People by their article alone; and a pair.
AGAIN = re.compile(
    r"(?:all (?:of )?)?the (?:other )?(?P<head>(?!others\b)[a-z-]{3,}s|women|men|people|children)",
    re.IGNORECASE,
)
PAIRS = frozenset({"parents", "twins", "couple"})
# Code points: how far back their number is looked for.
FAR = 2_000


def told_again(stretch: Stretch, value: Count, page: Page) -> Count:
    """Return the number with which people were told of last, where they are told of again without one; else `value`."""
    found = AGAIN.fullmatch(stretch.span.quote)
    if found is None or (value.low, value.high) != (2, None) or stretch.span.field != "text":
        return value
    head = found["head"].lower()
    if head in PAIRS:
        return Count(low=2, high=2)
    first = max(0, stretch.span.start - FAR)
    before = re.compile(
        rf"\b(?P<many>{NUMBER})(?![-\d]|,\d) (?:(?!{NUMBER}\b)[\w'’-]+ ){{0,3}}?{re.escape(head)}\b",
        re.IGNORECASE,
    )
    last = None
    for told in before.finditer(page.report.text, first, stretch.span.start):
        last = told
    quantity = read_quantity(last["many"].split()) if last else None
    if quantity is None or quantity.count.low != quantity.count.high or (quantity.count.low or 0) < 2:
        return value
    return quantity.count
