"""The clause around people counted: the words that a claim shows as its evidence."""

import re

from sayso.read.page import DATELINE, Sentence

__all__ = ["clause_around"]

CLAUSE_END = re.compile(r"[;—–()]|:(?!\d)|, (?:and|but|while|who|which)\b|,(?= )|[”\"]")
# The name before a number in brackets: "Hurti (6)".
NAMED = re.compile(r"[\w'’.-]+(?: [A-Z][\w'’.-]+)* \($")
# Code points.
LONGEST_CLAUSE = 160


def clause_around(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the clause that holds words [start, end) of a sentence: enough to see what is said of them."""
    text = sentence.text
    start, end = max(0, start), min(len(text), max(end, start + 1))
    if text.startswith(")", end) and (named := NAMED.search(text, 0, start)):
        start, end = named.start(), end + 1
    before = [m.end() for m in CLAUSE_END.finditer(text, 0, start)]
    first = before[-1] if before else 0
    if sentence.number == 0 and (line := DATELINE.match(text)) and first < line.end() <= start:
        first = line.end()
    after = next((m.start() for m in CLAUSE_END.finditer(text, end) if m.start() - first > 25), len(text))
    last = min(after, max(end, first + LONGEST_CLAUSE))
    if last < after and (gap := text.rfind(" ", end, last)) >= 0:
        last = gap
    while first < start and (text[first].isspace() or text[first] in "-–—"):
        first += 1
    while last > end and text[last - 1] in " .,":
        last -= 1
    return first, last
