"""The clause around people counted, or around their fate: the words that a claim shows as its evidence."""

import re
from collections.abc import Iterable

from sayso.model import Claim, Count, retold
from sayso.read.counting.wholes import TELLS
from sayso.read.text.page import DATELINE, Page, Sentence

__all__ = ["clause_around", "clause_of", "in_full"]

CLAUSE_END = re.compile(r"[;—–()]|:(?!\d)|, (?:and|but|while|who|which)\b|,(?= )|[”\"]")
# The name before a number in brackets: "Hurti (6)".
NAMED = re.compile(r"[\w'’.-]+(?: [A-Z][\w'’.-]+)* \($")
# What a line of a list counts: "Injured: 79".
LABEL = re.compile(
    r"\W*(?P<label>(?:\w+ ){0,4}?(?:injured|wounded|killed|dead|deaths|deceased|fatalities|missing|rescued|displaced|evacuated|homeless|cases|shelters): )",
    re.IGNORECASE,
)
# What one who did it to others then did to himself, or had done to him.
HARMS = r"\b(?:kill|sho[ot]|hang|stabb?|wound|injur|poison|burn)\w*"
SELF = r"(?:him|her|them)sel(?:f|ves)\b"
HARMS_SELF = rf"(?:{HARMS}|\bturn\w* (?:the|an?|his|her|their|that) (?:\w+ )?\w+ on) {SELF}"
THEN_HIMSELF = re.compile(
    rf"(?:\b(?:before|until|and|then) (?:\w+ly )?)*{HARMS_SELF}"
    rf"|{HARMS} [^;.]{{2,80}}?(?:(?<=,)|\b(?:then|and|also)) (?:{SELF}|self\b)"
    r"|\b(?:before|until) (?:being|(?:he|she|they)(?: (?:was|were|is)|['’]s)) (?:\w+ly )?(?:shot|killed|wounded|injured)\b",
    re.IGNORECASE,
)
# His fate told before that, and where he does nothing to others: "the suspect was shot", "the gunman later killed himself".
TOLD_BEFORE = re.compile(
    r"\b(?:was|were|is|been) (?:\w+ )?(?:shot|killed|wounded|injured|found|dead)\b|\b(?:dies|died|dead|suicide)\b",
    re.IGNORECASE,
)
ONLY_HIMSELF = re.compile(rf"(?:,? (?!{HARMS})[\w-]+){{0,4}} {HARMS_SELF}", re.IGNORECASE)
# The number of one town in a list, which needs no other words: "died in Cebu (20), | Leyte (2)".
OF_TOWN = re.compile(r"\w \(\d+\)")
# What ends the words that may be shown for one fate.
STOPS = re.compile(r"[;”\"]")
# Code points.
LONGEST_CLAUSE = 160


def clause_around(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the clause that holds words [start, end) of a sentence: enough to see what is said of them."""
    text = sentence.text
    start, end = max(0, start), min(len(text), max(end, start + 1))
    if text.startswith(")", end) and (named := NAMED.search(text, 0, start)):
        start, end = named.start(), end + 1
    if text.endswith(": ", 0, start) and (label := LABEL.fullmatch(text, 0, start)):
        start = label.start("label")
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


def clause_of(sentence: Sentence, start: int, end: int, *, did_it: bool) -> tuple[int, int]:
    """Return the clause that tells what befell people [start, end) of a sentence.

    Of one who did it to others that is not what he did: "killed two men | before killing himself".
    """
    text = sentence.text
    found = THEN_HIMSELF.search(text, end) if did_it else None
    if found is None or TOLD_BEFORE.search(text, end, found.start()) or ONLY_HIMSELF.match(text, end):
        return clause_around(sentence, start, end)
    return found.start(), clause_around(sentence, *found.span())[1]


def in_full(claims: Iterable[Claim], page: Page) -> Iterable[Claim]:
    """Return claims with words that tell the fate of whom they count, which stand near in the sentence if not in the clause."""
    told: dict[str, Claim] = {}
    for claim in claims:
        sentence = page.at(claim.span)
        start = max(0, claim.span.start - sentence.start)
        did_it = claim.role == "attacker" and isinstance(claim.value, Count) and claim.value.high == 1
        clause = (start, start + len(claim.span.quote))
        of_town = OF_TOWN.search(claim.span.quote) if (claim.who or "").isdigit() else None
        whole = clause if did_it or of_town else with_fate(sentence, clause, claim.slot)
        full = claim if whole == clause else retold(claim, span=sentence.span(*whole))
        kept = claim if full.id in told else full
        told[kept.id] = kept
    return told.values()


def with_fate(sentence: Sentence, clause: tuple[int, int], slot: str) -> tuple[int, int]:
    """Return a clause with the words near it that tell the fate, where it has none: "Six people, whose bus fell, | were killed"."""
    text, (first, last), tells = sentence.text, clause, TELLS.get(slot)
    if tells is None or tells.search(text, first, last):
        return clause
    stop = STOPS.search(text, last, first + LONGEST_CLAUSE)
    if found := tells.search(text, last, stop.start() if stop else first + LONGEST_CLAUSE):
        ending = CLAUSE_END.search(text, found.end())
        return first, ending.start() if ending else clause_around(sentence, *found.span())[1]
    stops = [stop.end() for stop in STOPS.finditer(text, max(0, last - LONGEST_CLAUSE), first)]
    earlier = list(tells.finditer(text, stops[-1] if stops else max(0, last - LONGEST_CLAUSE), first))
    return (clause_around(sentence, *earlier[-1].span())[0], last) if earlier else clause
