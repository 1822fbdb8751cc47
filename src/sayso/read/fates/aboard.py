"""A craft of which nobody got out alive: all who were aboard are dead, however many another sentence says that they were."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Count
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import NOT_AGE, NUMBER
from sayso.read.counting.sums import sum_of
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Page, Sentence, overlap
from sayso.read.text.patterns import Pattern

__all__ = ["Loss", "losses_in", "without_the_lost"]

CRAFT = (
    r"(?:(?:air)?planes?|airliners?|jets?|aircraft|helicopters?|choppers?|gliders?|balloons?|airships?|flight|bus|coach|minibus|van|minivan|car|truck|lorry|train|tram|"
    r"boats?|ferry|ship|vessel|trawler|yacht|dinghy|canoe|tug(?:boat)?|barge|launch|catamaran|schooner|submarine|submersible|freighter|tanker|sailboat|raft)"
)
WORD = r"(?: (?!(?:and|or|of|in|on|at|to|from|with|carrying|was|were|had|have|when|after|as|that|which|who)\b)[a-z-]+)"
WHO = rf"(?:(?:the |its |all )?(?:{NUMBER}{NOT_AGE}|one){WORD}{{0,2}}? (?:[a-z-]+s|people|men|women|children|crew)|a crew of {NUMBER}|an?{WORD}{{1,2}}?)"
LIST = rf"(?P<who>{WHO}(?:, {WHO})*(?:,? and {WHO})?)"
# How many were aboard: "with two crew and 11 passengers on board", "a ferry with 40 people", "carrying four people".
ABOARD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:carr(?:ied|ying|ies)|transport(?:ed|ing)) {LIST}(?=[ ,.;]|$)",
        rf"\b{LIST} (?:were |was |had been |are |who were |people )?(?:aboard|on ?board)\b",
        rf"\b{CRAFT},?(?: [\w-]+)? with {LIST}(?=[ ,.;]|$)",
        rf"\bwith {LIST}(?=[ ,.;]|$)",  # crew and passengers, of whatever craft
    )
)
CREW = re.compile(r"\b(?:crew|passengers?|pilots?|occupants)\b", re.IGNORECASE)
# That nobody is left of them; in the second of these their number may stand.
NONE_LEFT = Pattern(
    r"\b(?:there (?:were|are|was) (?:believed to be |said to be |thought to be |apparently )?|with |leaving )no (?:known )?survivors\b"
    rf"|\b(?:none|not one|no one|nobody|no-one)\b(?: of (?P<who>(?:the |those |its )?{NUMBER}{NOT_AGE}(?: (?!survived|aboard|on\b|who\b|in\b)[a-z-]+){{0,3}}))?(?:(?!\b(?:who|how|whether|if)\b)[^.;,]){{0,60}}?(?:, which [^.;,]{{3,60}},)? (?:survived|(?:got|came) out alive|lived)\b"
    r"|\b(?:all(?: of)?(?: those| the people| who were)?|everyone|everybody|every person) (?:on ?board|aboard)\b[^.;,]{0,40}? (?:killed|died|dead|perished|drowned|lost their lives)\b",
    re.IGNORECASE,
    needs="surviv|alive|lived|board",
)
# What somebody had only heard.
HEARSAY = re.compile(r"\b(?:reports?|rumou?rs?|claims?|fears?|whether|if)(?: that)? $", re.IGNORECASE)
# How many sentences before it the number may stand; or in the next one.
FAR = 3
CREW_OF = re.compile(r"\ba crew of (\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Loss:
    """All who were aboard: how many, the words for them, and the words [start, end) of the sentence that none survived."""

    count: Count
    who: str
    start: int
    end: int
    told: Sentence
    at: tuple[int, int]


def losses_in(page: Page) -> Iterator[tuple[Sentence, Loss]]:
    """Yield each sentence that says that nobody aboard survived, with the people who were."""
    told = page.sentences
    for at, sentence in enumerate(told):
        found = NONE_LEFT.search(sentence.text)
        if found and not HEARSAY.search(sentence.text, 0, found.start()):
            near = (sentence, *reversed(told[max(0, at - FAR) : at]), *told[at + 1 : at + 2])
            if loss := next((loss for where in near if (loss := loss_of(found, where))), None):
                yield sentence, loss


def loss_of(found: re.Match[str], where: Sentence) -> Loss | None:
    """Return the people aboard whom a sentence counts, of whom another or itself says that none survived; None where it counts none."""
    told = found if found["who"] else counted_in(where.text)
    if told is None:
        return None
    words = CREW_OF.sub(r"\1 crew", told["who"])
    number, quantity = sum_of(words), read_quantity(words.split())
    count = Count(low=number, high=number) if number else quantity and quantity.count
    if not count or not count.low:
        return None
    return Loss(
        count=count, who=told["who"], start=found.start(), end=found.end(), told=where, at=told.span("who")
    )


def counted_in(text: str) -> re.Match[str] | None:
    """Return the words of a sentence that count all who were aboard."""
    for words in ABOARD:
        for found in words.finditer(text):
            if words is not ABOARD[-1] or CREW.search(found["who"]):
                return found
    return None


def without_the_lost(stretches: Sequence[Stretch], losses: Mapping[Sentence, Loss]) -> list[Stretch]:
    """Return stretches without those that count some who were aboard, or say of them that nobody was hurt."""
    told = [
        span
        for sentence, loss in losses.items()
        for span in (loss.told.span(*loss.at), sentence.span(loss.start, loss.end))
    ]
    return [
        s
        for s in stretches
        if s.tag not in ("killed", "injured", "casualties", "missing", "rescued")
        or not any(overlap(s.span, span) for span in told)
    ]
