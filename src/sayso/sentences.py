"""The sentence around some words of a report, so that a figure can be shown with the words that say it."""

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["LONGEST", "paragraphs", "sentence_around", "sentences_in"]

LONGEST = 400
"""Code points of a shown sentence; what is longer is cut at words, around the words that matter."""

# A full stop, question or exclamation mark, with its quotes and brackets, before a new beginning; or one
# that lost its space ("killed four.Police said", "on Sunday.16-year-old Ana Bern"); or the end of a line.
_END = re.compile(
    r"""(?<=[.!?]) ["'”’»)\]]* (?: \s+ (?=["'“‘«(\[]*[A-Z0-9]) | (?<=[a-z0-9]\.) (?=["“]?[A-Z])
            | (?<=[a-z]{3}\.) (?=\d{1,3}(?:-year-old|[ ][a-z]{3})) | \s*$ )
        | \s*\n\s*""",
    re.VERBOSE,
)
# "at 5 p.m. Sunday" goes on.
_DAY = re.compile(
    r"[^\S\n]*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)"
)
_HOUR = re.compile(r"\b[ap]\.m\.$")
_NO_END = re.compile(
    r"(?:^|[\s(\"“])(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|St|Ft|Mt|Jr|Sr|Sgt|Lt|Col|Gen|Capt|Cpl|Gov|Sen|Rep|Rev|Prof|"
    r"Maj|Brig|Adm|Cmdr|Pvt|Spc|Pfc|Asst|Atty|Hon|DR|LT|SGT|CAPT|COL|GEN|GOV|SEN|REP|REV|MAJ|Det|Insp|Supt|No|vs|approx|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.$"
)


_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"(?:[^\n]+(?:\n(?![ \t]*\n| {3}|\t))?)+")


def paragraphs(text: str) -> Iterator[re.Match[str]]:
    """Yield the paragraphs of a text: its lines, or where lines are wrapped by hand, what blank lines part.

    Wrapped by hand is a text most of whose lines are 45 to 100 characters long and stop mid-sentence.
    """
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    broken = sum(45 <= len(line) <= 100 and line[-1] not in '.!?:;"”' for line in lines)
    return (_BLOCK if len(lines) > 3 and broken > 0.5 * len(lines) else _LINE).finditer(text)


@lru_cache(maxsize=64)
def _unwrapped(text: str) -> str:
    """Return a text of the same length whose paragraphs are one line each."""
    whole, at = [], 0
    for found in paragraphs(text):
        words = found[0].rstrip("\n")
        whole += [text[at : found.start()], words.replace("\n", " ")]
        at = found.start() + len(words)
    return "".join([*whole, text[at:]])


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around text[start:end] begins and ends, in code points.

    Words that run over a sentence's end bring both sentences. Never more than LONGEST code points beyond
    the words themselves, however the text is written.
    """
    text = _unwrapped(text)
    reach = max(LONGEST, end - start)
    low, high = max(0, start - reach), min(len(text), end + reach)
    first, last = low, high
    for hit in _END.finditer(text, low, high):
        if _goes_on(text, max(low, hit.start() - 8), hit.start()):
            continue
        if hit.end() <= start:
            first = hit.end()
        elif hit.start() >= end - 1:
            last = max(end, hit.start() + len(hit.group().rstrip()))
            break
    return _cut(text, first, last, start, end)


def sentences_in(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return where the sentences of text[start:end] begin and end, in order, without the blanks between."""
    end = len(text) if end is None else end
    bounds, first = [], start
    for hit in _END.finditer(text, start, end):
        if not _goes_on(text, max(0, hit.start() - 8), hit.start()):
            bounds.append((first, hit.start() + len(hit.group().rstrip())))
            first = hit.end()
    return [each for each in [*bounds, (first, end)] if text[slice(*each)].strip()]


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether the full stop at text[end - 1] ends no sentence: that of a title, of an hour."""
    before = text[start:end]
    return bool(_NO_END.search(before) or (_HOUR.search(before) and _DAY.match(text, end)))


def _cut(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Return the bounds within LONGEST code points, at words, without blanks at the ends."""
    if last - first > LONGEST:
        spare = max(0, LONGEST - (end - start))
        first, last = max(first, start - spare // 2), min(last, end + spare // 2)
        if first and (gap := text.find(" ", first, start)) >= 0:
            first = gap
        if last < len(text) and (gap := text.rfind(" ", end, last)) >= 0:
            last = gap
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
