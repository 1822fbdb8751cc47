"""What stands beside a number of people: how surely it is said, and the total that they belong to."""

import re
from functools import lru_cache

from sayso.model import Certainty
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import NUMBER, by_place, is_parted
from sayso.read.counting.sums import WHERE
from sayso.read.counting.tolls import counts_in_total
from sayso.read.speech.hearsay import is_unsure
from sayso.read.text.patterns import Pattern

__all__ = ["MAY_BE", "certainty_at", "clause_at", "least_sure", "part_of"]

OF_TOTAL = re.compile(
    r"\bof (the (?:[\w,-]+ )?(?:dead|killed|injured|wounded|victims|people|passengers|\w+s)\b[\w ]{0,20})"
)
SOME = re.compile(r"\b(?:including|among them|(?:\w+ )?of (?:them|whom)|among the dead)\b", re.IGNORECASE)
INCLUDING = re.compile(rf"{SOME.pattern}[^.;]{{0,60}}$", re.IGNORECASE)
# All of whom some are told: "the victims included | two children".
INCLUDED = re.compile(
    r"\b(?P<all>(?:the|those) (?:dead|killed|injured|wounded|victims|casualties|missing|arrested)) "
    r"(?:also )?(?:includ(?:e|es|ed)|compris(?:e|es|ed)) (?:(?!\bwho\b)[^.;]){0,60}$",
    re.IGNORECASE,
)

# Where some of those counted right before were, behind a comma, with others of them between.
SOMEWHERE = re.compile(rf"{NUMBER} {WHERE}\b", re.IGNORECASE)
PART_INSIDE = re.compile(rf", (?={NUMBER} {WHERE}\b)", re.IGNORECASE)
APART = re.compile(rf", (?:{NUMBER} {WHERE}(?: (?!and\b)[\w'’-]+){{1,5}}(?:,? and |, ))?", re.IGNORECASE)
# Words that make a statement less firm, in the clause of a number or just after it.
PROBABLE = Pattern(
    r"\b(?:believed|reportedly|allegedly|apparently|thought|presumed|feared|appear(?:s|ed)? to|seem(?:s|ed)? to|likely|"
    r"probably|suspected of|said to have"
    r"|(?:looking into|aware of|verif(?:y|ying)|examining|check(?:ing)?(?: on)?) (?:\w+ ){0,2}?(?:reports|rumou?rs|claims|allegations) (?:that|of))\b",
    any_case=True,
)
# What may be so already: "ten may be trapped".
MAY_BE = r"(?:still )?be (?:still )?(?:missing|trapped|buried|dead|stranded|unaccounted|(?:under|beneath|inside) (?:the|it))\b"
POSSIBLE = re.compile(
    rf"\b(?:may|might|could) (?:(?:also )?have\b|{MAY_BE})"
    r"|\b(?:possibly|perhaps)\b(?!(?: [\w'’-]+){2,} (?:kill|injur|wound|hurt|left)\w*\b[^|]*\|)",
    re.IGNORECASE,
)
# Where the words on other people begin: "eight were killed | and between 10 and 15 were feared trapped".
OTHERS = re.compile(
    rf"\band (?:another |between )?(?:{NUMBER}|one)(?: [\w'’-]+){{0,2}} (?:was|were|is|are|remain\w*)\b"
    rf"|, (?:{NUMBER}|one)(?: [\w'’-]+){{0,2}} (?:feared|believed|presumed|missing|trapped|injured|wounded|hurt)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[;—]|:(?!\d)|, (?:and|but|while|who|which)\b|\bbut\b")


@lru_cache(maxsize=64)
def clause_at(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words of a figure's clause before and after it."""
    before, after = text[:start], text[end:]
    cut = [m.end() for m in CLAUSE.finditer(before)]
    stop = CLAUSE.search(after)
    return before[cut[-1] :] if cut else before, after[: stop.start()] if stop else after


def certainty_at(text: str, start: int, end: int) -> Certainty:
    """Return how firmly the words around a figure say it: "may have" is possible, "is believed to" probable."""
    before, after = clause_at(text, start, end)
    others = OTHERS.search(after)
    near = f"{before[-60:]} | {after[: min(60, others.start() if others else 60)]}"
    if POSSIBLE.search(near) or is_unsure(text, start):
        return "possible"
    return "probable" if PROBABLE.search(near) else "certain"


def part_of(text: str, start: int, end: int, earlier: list[tuple[int, int]]) -> str | None:
    """Return the words of the total that some people belong to; None if they are no part of one.

    "two of the four victims" belongs to "the four victims"; "14 dead, including three children" makes the
    children part of "14 dead", the nearest of the `earlier` stretches of the same fate before "including": so are others
    behind them ("and two nurses"), and those whom "the victims included". So are those of each place that a list behind a total tells.
    """
    if (inside := OF_TOTAL.search(text, start, min(len(text), end + 40))) and inside.start() <= end + 1:
        words = inside[1].strip()
        return words if read_quantity(words.split()) else None
    if whole := INCLUDED.search(text, 0, start):
        return whole["all"]
    near = max(0, start - 80)
    said = [
        found for found in SOME.finditer(text, near, start) if INCLUDING.match(text[found.start() : start])
    ]
    if said:
        first = said[-1].start()
        before = [place for place in earlier if place[1] <= first] or [
            place for place in earlier if place[1] <= start
        ]
        return text[before[-1][0] : before[-1][1]] if before else None
    return total_by_place(text, start, end, earlier) or total_apart(text, start, end, earlier)


def total_apart(text: str, start: int, end: int, earlier: list[tuple[int, int]]) -> str | None:
    """Return the words of the total right behind which it is told where some of it are: "four gunmen, two on | a motorcycle"."""
    if not SOMEWHERE.match(text, start):
        return None
    for first, last in earlier:
        part = PART_INSIDE.search(text, first, last)
        whole = text[first : part.start() if part else last]
        all_of_them, some = read_quantity(whole.split()), read_quantity(text[start:end].split())
        is_next = APART.fullmatch(text, part.start() if part else last, start)
        if is_next and all_of_them and some and (some.count.low or 0) < (all_of_them.count.low or 0):
            return whole
    return None


def total_by_place(text: str, start: int, end: int, earlier: list[tuple[int, int]]) -> str | None:
    """Return the words of the total that a list behind it parts by places, some of whom people [start, end) are."""
    if ": " not in text[:start] and "(" not in text[:start]:
        return None
    for first, last in (*earlier, *((a, b) for _, a, b in counts_in_total(text))):
        if is_parted(text, last) and any(start <= place[0] < end for place in by_place(text, last)):
            return text[first:last]
    return None


def least_sure(*told: Certainty) -> Certainty:
    """Return the least certain of grades."""
    return max(told, key=("certain", "probable", "possible").index)
