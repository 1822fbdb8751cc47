"""Mends what the network tagged: joins torn phrases, trims loose ends, and lets one fate hold for the same words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.model import COUNT_SLOTS, Span
from sayso.read.counting.amounts import ONE_OR_MORE, ages_in
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.others import with_others, without_time
from sayso.read.counting.parted import (
    is_numbered,
    of_one_fate,
    of_places,
    with_all,
    with_dead,
    without_all,
)
from sayso.read.counting.sums import named_as
from sayso.read.counting.tolls import without_change
from sayso.read.counting.wholes import counts_nobody
from sayso.read.fates.captives import are_taken, with_freed
from sayso.read.people.sides import part_in, sides_of
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import LONGEST, Page, Sentence, end_of_name, overlap, span_of
from sayso.read.text.slips import common_words

__all__ = ["OF_THEM", "mended"]

# What may stand between two halves of one phrase: "A Jackson | County boy", "A 19 | -year-old", "the sheriff | 's deputy"; and
# the second half of a name: "Ugo Bern, | Jr."
TORN = re.compile(r"[\s'’‑–-]*(?:s\s)?")
JUNIOR = re.compile(r"(?:Jr|Sr|I{2,3}|IV)\.?")
LOOSE = "a|an|the|in|of|with|who|that|which|and|at|for|by|to|are|was|were|is|on|as|from|but|after|when"
LOOSE_END = re.compile(rf"(?:[\s,;:]+(?:{LOOSE}|has|have|had))*[\s,;:]*$", re.IGNORECASE)
LOOSE_START = re.compile(
    r"^(?:(?:(?:him|her|them)sel(?:f|ves),? (?:and|along with|as well as)|(?:not |without )?(?:including|excluding|counting)|among them|in|[Oo]f|OF|AND|INCLUDING|BY|WITH|FROM|FOR|TO|THAT|WHICH|with|who|that|which|and|(?:at|AT)(?!\s+(?i:least|most))|for|by|to|are|was|were|is|on|as(?!\s+many)|from|but|after|when|number(?:s|ed)?(?=\s\d)|[Tt]hem(?= (?!all\b|both\b|were\b|was\b)\w))\s+|\W+)+"
)
NOTHING = re.compile(rf"(?:{LOOSE}|has|have|had|responsibility|\W|\bs\b)*", re.IGNORECASE)
LINE_OF_LIST = re.compile(r"[\d,]+\n[A-Z][a-z]")
# The end of a name that is cut.
NAMED = re.compile(r"(?:^|\s)[A-Z][a-z'’-]+$")
# A surname alone, and a first name before it.
ONE_NAME = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
FIRST_NAME = re.compile(r"(?<![\w.’'-])[A-Z][a-z]+ $")
OF_SORT = re.compile(
    r"(?:(?<!\w)(?:[\w.]*\d[\w.]*|hunting|assault|semi-?automatic|automatic|high-powered|sawed-off|pump-action|kitchen|"
    r"homemade|stolen|loaded|small|large|black|BB|air|pellet|machine|sub-?machine|car|truck|petrol|pipe|suicide|roadside|nail)"
    r"(?: |-))*$",
    re.IGNORECASE,
)
# Facts that one word does not tell.
OF_WORDS = frozenset({"response", "advice", "motive", "cause"})
# Fates that the same words cannot tell together.
FATES = frozenset({"killed", "injured", "casualties", "missing", "rescued", "hostages"})
# A fate itself, tagged beside the people who met it.
BARE_FATE = re.compile(
    r"(?:(?:the|its|their) )?(?:missing|injured|wounded|hurt|dead|killed|arrested|evacuated|(?:death )?toll)",
    re.IGNORECASE,
)
NEAR = 80
# Fates of which people are counted side by side, what stands between them, and what tells that some are no more of a list.
LISTED = frozenset({"killed", "injured", "hospitalised"})
JOINTS = frozenset({" and ", ", ", ", and "})
APART = re.compile(
    r"^one\b|\b(?:in|at|near|of|others?|another|more|further|only|second|third|fourth|fifth)\b|^\S+$",
    re.IGNORECASE,
)
FAR = 120
OF_THEM = re.compile(r"\bof (?:them|whom|those)\b", re.IGNORECASE)
COMPOUND = re.compile(r"\b\w+(?:-\w+)+\b")
THOUSANDS = re.compile(r"\b\d{1,3}(?:, ?\d{3})+\b|\b\d{1,3}\.\d{1,2} (?:million|billion|lakh|crore)\b")
# A number of people before words for them that were tagged without it: "at least 70 | people".
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|(?!(?:19|20)\d\d\b)\d{1,4}|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|tens of thousands of|tens of|dozens of|hundreds of|several|a few|a dozen|two dozen)"
)
FRAMES = "at least|no fewer than|no less than|not less than|as many as|more than|up to|about|around|nearly|almost|some|over|approximately|fewer than|less than|an estimated"
FIGURE = re.compile(rf"{NUMBER}\b", re.IGNORECASE)
# A number, a word that is no joint, and the people counted: "the last four missing people".
COUNTED_NOUN = re.compile(
    rf"(?:(?:{NUMBER}|one) of )?(?:the )?(?:(?:last|first|other) )?{NUMBER} (?!(?:and|or|of|to|other|were|was|are|in|at|with|by)\b)[a-z-]+ "
    r"(?:people|persons|men|women|children|bodies|[a-z]{3,}s)",
    re.IGNORECASE,
)
# People, and some of them: "nine people, including two girls".
WITH_PART = re.compile(
    rf"(?P<all>[^,(–-]+?)(?:,? ?[(–-]| --|,)? ?(?:(?:including|among them) (?P<among>[^,;)]+)|(?<=, )(?P<of>(?:{NUMBER}) of (?:them|whom)\b[^;)]*))\)?$",
    re.IGNORECASE,
)
# Which version of a story it is: "UPDATE 3-Gunman kills four".
UPDATE = re.compile(r"(?:UPDATE|WRAPUP|FACTBOX|TIMELINE|RPT|REFILE)[ -]\d{1,2} ?[-–—:] ?")
# What bounds a number that was tagged without it: "over | 2,000 people".
FRAME = re.compile(
    rf"(?<![\w-])(?<!ran )(?<!run )(?<!drove )(?<!driven )(?<!running )(?<!driving )(?<!rolled )(?<!fell )(?:{FRAMES}) $",
    re.IGNORECASE,
)
# Such words that were tagged without the number and the people behind them: "more than | 20 passengers".
COUNTED_BEHIND = re.compile(
    rf"\b(?:{FRAMES}|than)(?P<people> {NUMBER} (?:[a-z]+s|people|men|women|children))\b", re.IGNORECASE
)
# What says that they come on top of others: "a further | six people".
ON_TOP = re.compile(r"\b(?:another|(?:a further|an additional)) $", re.IGNORECASE)
COUNTED = re.compile(
    rf"(?<![\w.,$-])(?:(?:{FRAMES}) )?{NUMBER} "
    r"(?:(?:other|more|unidentified|suspected|armed|masked|young|of the|(?:immediate )?reports of|reported) )?$",
    re.IGNORECASE,
)
OF_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? $", re.IGNORECASE)
# What comes before the rest of it: "as | many as 80 people".
TORN_LEAD = re.compile(r"\b(?:as|at|more|up|no|(?:tens|hundreds) of) $", re.IGNORECASE)
# The first of two numbers of which the second was tagged, two numbers between which one lies, and what denies a lower one.
FIRST_OF_TWO = re.compile(rf"(?<![\w.,$-]){NUMBER} $", re.IGNORECASE)
BETWEEN_TWO = re.compile(rf"\bbetween {NUMBER} and {NUMBER}\b", re.IGNORECASE)
BELOW, NOT_BELOW = (
    re.compile(r"(?:fewer|less) than\b", re.IGNORECASE),
    re.compile(r"\b(?:not|no) $", re.IGNORECASE),
)
TORN_REST = re.compile(r"(?:many as|least|than|(?:fewer|less) than|to|one|thousands)\b", re.IGNORECASE)


def mended(stretches: Iterable[Stretch], page: Page) -> list[Stretch]:
    """Return the stretches of a report in reading order, each a whole phrase of one sentence."""
    found: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda s: (s.span.field != "title", s.tag, s.span.start)):
        part = of_one_paragraph(stretch)
        full = whole(part, page.at(part.span))
        last = found[-1] if found else None
        if (
            last
            and last.tag == full.tag
            and (is_torn(last.span, full.span, page) or is_listed(last, full, page))
        ):
            found[-1] = joined(last, full, page.report.field(last.span.field))
        else:
            found.append(full)
    whole_ones = [
        side
        for stretch in found
        for some in with_dead(filled(stretch, page), page)
        for each in of_places(some, page)
        for one in with_all(without_all(each, page), page)
        for part in with_part(one)
        for side in sides_of(of_one_fate(part, page))
    ]
    trimmed = (trim(stretch) for stretch in whole_ones)
    counted = (stretch for stretch in trimmed if stretch and not is_nobody_of(stretch, page))
    told = [each for stretch in counted for each in with_freed(stretch, page)]
    told.sort(key=place_of)
    return [stretch for stretch in told if not outdone(stretch, near(stretch, told))]


def is_nobody_of(stretch: Stretch, page: Page) -> bool:
    """True for people counted of whom their sentence does not tell the fate, or not how many they are."""
    sentence = page.at(stretch.span)
    start = max(0, stretch.span.start - sentence.start)
    end = start + len(stretch.span.quote)
    return (
        stretch.tag in COUNT_SLOTS
        and stretch.tag != "attackers"
        and not are_taken(sentence.text, start, end)
        and counts_nobody(stretch.tag, sentence.text, start, end)
    )


def of_one_paragraph(stretch: Stretch) -> Stretch:
    """Return a stretch that runs over the end of a paragraph, a headline without a stop, with the longest part of it.

    So does a number at the end of a line of a list, before the next sentence: "Sur: 2", "Hundreds are lost".
    """
    quote = stretch.span.quote
    ends = "\n\n" if "\n\n" in quote else "\n" if LINE_OF_LIST.match(quote) else ""
    if not ends:
        return stretch
    longest = max(quote.split(ends), key=len)
    start = stretch.span.start + quote.index(longest)
    span = Span(field=stretch.span.field, start=start, end=start + len(longest), quote=longest)
    return replace(stretch, span=span)


def place_of(stretch: Stretch) -> tuple[bool, int]:
    """Return where a stretch comes in reading order: title first."""
    return stretch.span.field != "title", stretch.span.start


def near(stretch: Stretch, told: Sequence[Stretch]) -> Sequence[Stretch]:
    """Return the stretches, of all in reading order, that begin no farther off than a sentence may be long."""
    aside, start = place_of(stretch)
    first = bisect_left(told, (aside, start - LONGEST), key=place_of)
    return told[first : bisect_right(told, (aside, stretch.span.end + LONGEST), key=place_of)]


@lru_cache(maxsize=64)
def whole_words(text: str, *, counted: bool = False) -> tuple[tuple[int, int], ...]:
    """Return where a sentence has what is one word to a reader: ages, words with hyphens, numbers; `counted`: rows of names."""
    found = (each.span() for pattern in (COMPOUND, THOUSANDS) for each in pattern.finditer(text))
    return (*ages_in(text), *found, *(named_as(text) if counted else ()))


def whole(stretch: Stretch, sentence: Sentence) -> Stretch:
    """Return a stretch that cuts an age, a word with a hyphen, or a number with a comma, with all of it."""
    start, end = stretch.span.start - sentence.start, stretch.span.end - sentence.start
    for first, last in whole_words(sentence.text, counted=stretch.tag in LISTED):
        if first < end and start < last:
            start, end = min(start, first), max(end, last)
    return stretch.over(sentence.span(start, end))


def filled(stretch: Stretch, page: Page) -> Stretch:
    """Return a name with the rest of it, and a weapon with the words that say of what sort it is."""
    span, body = stretch.span, page.report.field(stretch.span.field)
    start, end = span.start, span.end
    if span.field == "title" and (update := UPDATE.match(body)) and start < update.end() < end:
        start = update.end()
    if stretch.tag in ("suspect", "victim") and NAMED.search(span.quote):
        end = end_of_name(body, end)
    if stretch.tag in ("suspect", "victim") and ONE_NAME.fullmatch(span.quote):
        first = FIRST_NAME.search(body[max(0, start - 20) : start])
        if first and first[0].strip().lower() not in common_words():
            start -= len(first[0])
    if stretch.tag in COUNT_SLOTS:
        behind = COUNTED_BEHIND.match(body, start)
        end = behind.end() if behind and behind.start("people") == end else end
        start += without_time(span.quote, body[max(0, start - 60) : start])
        start += without_change(body[start:end], body[max(0, start - 120) : start])
        quote = body[start:end]
        start -= len(before_number(quote, body[max(0, start - 60) : start], body[end : end + 80]))
    wholes = {"attackers": (BETWEEN_TWO, ONE_OR_MORE)}.get(stretch.tag, (BETWEEN_TWO,))
    for words in wholes if stretch.tag in COUNT_SLOTS else ():
        for two in words.finditer(body, max(0, start - 40), end + 40):
            if two.start() < end and start < two.end():
                start, end = min(start, two.start()), max(end, two.end())
    if stretch.tag == "weapon":
        start -= len(OF_SORT.search(body[max(0, start - 40) : start])[0])  # type: ignore[index]
    return stretch.over(span_of(span.field, body, start, end))


def with_part(stretch: Stretch) -> list[Stretch]:
    """Return a stretch that counts people and some of them as two: "nine people", "four of them women"."""
    span, found = stretch.span, WITH_PART.match(stretch.span.quote)
    if found is None or stretch.tag not in COUNT_SLOTS or stretch.tag == "attackers":
        return [stretch]
    some = found["among"] or found["of"]
    number = read_quantity(some.split())
    if read_quantity(found["all"].split()) is None or not (number or is_numbered(some)):
        return [stretch]
    heads = [found.span("all"), found.span("among" if found["among"] else "of")]
    whole, part = (
        Span(field=span.field, start=span.start + a, end=span.start + b, quote=span.quote[a:b])
        for a, b in heads
    )
    one = (1, 1) if is_numbered(some) and not number else None
    role = part_in(some, stretch.role)
    return [replace(stretch, span=whole), replace(stretch, span=part, number=one, role=role)]


def before_number(words: str, before: str, after: str = "") -> str:
    """Return the end of the text before people counted, and behind whom another clause may begin, that says how many they are."""
    if (who := with_others(words, before, after)) is not None:
        return who
    if words.lower().startswith("or ") and (first := FIRST_OF_TWO.search(before)):
        return first[0]
    if BELOW.match(words) and (lead := NOT_BELOW.search(before)):
        return lead[0]
    if TORN_REST.match(words) and (lead := TORN_LEAD.search(before)):
        return lead[0]
    if FIGURE.match(words):
        return next((frame[0] for frame in (FRAME.search(before), ON_TOP.search(before)) if frame), "")
    number, first_of_row = COUNTED.search(before), words.partition(" and ")[0].split()[:3]
    if number and read_quantity(first_of_row) is None and not OF_MONTH.search(before, 0, number.start()):
        return number[0]
    return ""


def is_torn(left: Span, right: Span, page: Page) -> bool:
    """True when two stretches of one tag are halves of one phrase."""
    sentence = page.at(left)
    between = sentence.body[left.end : right.start]
    one = (
        right.start <= left.end
        or TORN.fullmatch(between)
        or (between == ", " and JUNIOR.fullmatch(right.quote))
        or COUNTED_NOUN.fullmatch(left.quote + between + right.quote)
    )
    return sentence.holds(right) and bool(one)


def is_listed(left: Stretch, right: Stretch, page: Page) -> bool:
    """True when two numbers of people stand side by side: "eight women, | a girl and four men"."""
    sentence = page.at(left.span)
    if left.tag not in LISTED or left.role != right.role or not sentence.holds(right.span):
        return False
    between = sentence.body[left.span.end : right.span.start]
    words = (left.span.quote, right.span.quote)
    return between in JOINTS and all(is_numbered(w) and not APART.search(w) for w in words)


def joined(left: Stretch, right: Stretch, body: str) -> Stretch:
    """Return the phrase of two halves; the surer half tells what it means."""
    end = max(left.span.end, right.span.end)
    surer = max(left, right, key=lambda s: s.sure)
    return replace(surer, span=span_of(left.span.field, body, left.span.start, end))


def trim(stretch: Stretch) -> Stretch | None:
    """Return a stretch without loose words at its ends; None where nothing is left that tells anything."""
    quote = stretch.span.quote
    if stretch.tag in COUNT_SLOTS and (closed := quote.find(")")) > 0 and "(" not in quote:
        quote = quote[:closed]
    kept = LOOSE_END.sub("", quote, count=1)
    lead = LOOSE_START.match(kept)
    first = lead.end() if lead else 0
    kept = kept[first:]
    if NOTHING.fullmatch(kept) or (stretch.tag in OF_WORDS and len(kept.split()) < 2):
        return None
    start = stretch.span.start + first
    return stretch.over(Span(field=stretch.span.field, start=start, end=start + len(kept), quote=kept))


def outdone(stretch: Stretch, told: Iterable[Stretch]) -> bool:
    """True when the same words tell another fate more surely, or only name the fate of people told beside them.

    Of "14 people, three of them in critical condition" only three are, and those three are not told to be hurt.
    """
    return any(other is not stretch and yields(stretch, other) for other in told)


def yields(stretch: Stretch, other: Stretch) -> bool:
    """True when a stretch says again, less well, what another of its field says."""
    if stretch.span.field != other.span.field:
        return False
    apart = other.span.start - stretch.span.end
    if stretch.tag == other.tag:
        near = abs(other.span.start - stretch.span.start) < NEAR
        bare = near and is_bare(stretch.span.quote) and not is_bare(other.span.quote)
        of_them = stretch.tag == "critical" and OF_THEM.search(other.span.quote) and 0 < apart < FAR
        return bool(bare or of_them)
    if not overlap(stretch.span, other.span):
        return False
    if stretch.tag in ("injured", "hospitalised") and other.tag == "critical":
        return bool(OF_THEM.search(other.span.quote)) and stretch.span != other.span
    tags = {stretch.tag, other.tag}
    return (tags <= FATES or tags == {"injured", "ill"}) and other.sure > stretch.sure


@lru_cache(maxsize=1 << 10)
def is_bare(quote: str) -> bool:
    """True for words that only name a fate: "the dead"."""
    return BARE_FATE.fullmatch(quote) is not None
