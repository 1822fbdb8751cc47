"""People counted whom the network has not found beside those that it has: some of them dead, at another place, counted again."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import COUNT_SLOTS, Count, Label
from sayso.read.counting.amounts import number_of
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import HARM, SELF_KILLED, SOME_DEAD, by_place, is_parted, plain_counts
from sayso.read.counting.tolls import counts_in_total, figures_again, measured_in
from sayso.read.fates.captives import who_is_left
from sayso.read.fates.slots import slot_of
from sayso.read.people.listed import Listed, listed_in
from sayso.read.people.stretches import OF_THEM
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Page, Sentence, overlap

__all__ = ["is_fewer", "may_hold", "those_before", "unseen"]

Unseen = tuple[str, int, int, str | None]
Held = Mapping[Sentence | None, Sequence[Stretch]]
# Of whom a figure may be told again.
TOLD_AGAIN = frozenset(
    {"killed", "injured", "missing", "detained", "displaced", "hospitalised", "ill", "hostages"}
)
# Code points: how far behind people "of them" stands, and how far before them those that they are of.
OF_THEM_REACH, FAR_BACK = 9, 200
AMONG_THEM = re.compile(r" (?:is|are|was|were) (?:also )?among (?:them|those)\b", re.IGNORECASE)
# Whom "those" means: "four of those | who had been reported missing".
OF_FATE = re.compile(
    r" (?:(?:who|that) )?(?:(?:are|were|was|had|have|been|still|first|initially|earlier|previously|reported|listed|declared|counted|feared|as) )*"
    r"(?:(?P<missing>missing|unaccounted)|(?P<injured>injured|wounded|hurt)|(?P<hostages>abducted|kidnapped|seized|taken)|(?P<detained>arrested|detained)|(?P<killed>killed|dead|slain))\b",
    re.IGNORECASE,
)
# How many times more or fewer a figure may be when it is told again.
MOST = 10


def unseen(sentence: Sentence, page: Page, held: Held, stretches: Sequence[Stretch]) -> Iterator[Unseen]:
    """Yield (slot, start, end, words of the total) of people in the text of a sentence, where the network has not found them."""
    yield from some_dead(sentence, stretches)
    yield from beside(sentence, held)
    yield from in_places(sentence, page, held)
    yield from again(sentence, page, stretches)
    more = (*measured_in(sentence.text, sentence.body[: sentence.start]), *who_is_left(sentence.text))
    for slot, start, end in more:
        span = sentence.span(start, end)
        if not any(s.tag in COUNT_SLOTS and overlap(s.span, span) for s in stretches):
            yield slot, start, end, None


def some_dead(sentence: Sentence, stretches: Sequence[Stretch]) -> Iterator[Unseen]:
    """Yield people shot, and the dead among them ("five shot, one dead")."""
    told = any(word in sentence.text.lower() for word in ("shot", "stabbed"))
    for found in SOME_DEAD.finditer(sentence.text) if told else ():
        for slot, name in (("casualties", "all"), ("killed", "dead")):
            span = sentence.span(*found.span(name))
            if not any(s.tag in COUNT_SLOTS and overlap(s.span, span) for s in stretches):
                yield slot, *found.span(name), None


def beside(sentence: Sentence, held: Held) -> Iterator[Unseen]:
    """Yield people who met the same fate at another place ("20 died in Hurti, 12 in Ruwi"), and who killed himself too."""
    dead = [s for s in held.get(sentence, ()) if s.tag in ("killed", "injured", "missing")]
    told = {(s.tag, s.span.start - sentence.start, s.span.end - sentence.start) for s in dead}
    for slot, first, last in sorted(told | set(counts_in_total(sentence.text))):
        whole = sentence.text[max(0, first) : last] if is_parted(sentence.text, last) else None
        for start, end in by_place(sentence.text, last):
            if not any(overlap(s.span, sentence.span(start, end)) for s in dead):
                yield slot, start, end, whole
    found = SELF_KILLED.search(sentence.text)
    if found and not any(s.tag == "killed" and s.role == "attacker" for s in dead):
        yield "killed", *found.span("who"), None


def in_places(sentence: Sentence, page: Page, held: Held) -> Iterator[Unseen]:
    """Yield the people of each place of a list, with the total before it that they add up to: "12 died in Hurti (8) and Sur (4)"."""
    listed = list(listed_in(sentence.text, page.before(sentence)))
    for each in listed:
        added = sum(number_in(sentence.text, other) for other in listed if other.slot == each.slot)
        spans = [s.span for s in held.get(sentence, ()) if s.tag == each.slot]
        spans += [sentence.span(a, b) for slot, a, b in counts_in_total(sentence.text) if slot == each.slot]
        read = ((span, read_quantity(span.quote.split())) for span in spans)
        whole = next((span.quote for span, total in read if total and total.count.low == added), None)
        yield each.slot, each.start, each.end, whole


def number_in(text: str, each: Listed) -> int:
    """Return the number of people of one place of a list."""
    return int(text[each.start : each.end].replace(",", ""))


def again(sentence: Sentence, page: Page, stretches: Sequence[Stretch]) -> Iterator[Unseen]:
    """Yield a figure that takes up the one before it, of the same people: "52 died; it lowered the number to 46"."""
    for start, end in figures_again(sentence.text):
        span = sentence.span(start, end)
        told = [s for s in stretches if s.tag in COUNT_SLOTS and s.span.field == span.field]
        near = [(slot_of(s, page.at(s.span)), s.span) for s in told if is_near(page.at(s.span), sentence)]
        near += [(slot, sentence.span(a, b)) for slot, a, b in plain_counts(sentence.text)]
        before = [
            (slot, other)
            for slot, other in near
            if other.end <= span.start and read_quantity(other.quote.split())
        ]
        slot, last = max(before, key=lambda each: each[1].end, default=("", span))
        if slot not in TOLD_AGAIN or any(overlap(s.span, span) for s in told):
            continue
        now, then = read_quantity(span.quote.split()), read_quantity(last.quote.split())
        if now and then and then.count.low and is_like(now.count.low or 0, then.count.low):
            yield slot, start, end, None


def is_near(before: Sentence, sentence: Sentence) -> bool:
    """True for the sentence itself, and for the one before it."""
    return sentence.number - 1 <= before.number <= sentence.number


def is_like(now: int, then: int) -> bool:
    """True for another number that can be of the same people."""
    return now != then and then <= MOST * now and now <= MOST * then


def may_hold(stretch: Stretch, part: Count, sentence: Sentence) -> bool:
    """True for people of whom others can be a part: they are no fewer."""
    told = number_of(stretch, sentence.text, max(0, stretch.span.start - sentence.start))
    most = told[0].high if told else None
    return most is None or part.low is None or most >= part.low


def those_before(
    stretch: Stretch, value: Count, sentence: Sentence, stretches: Sequence[Stretch], page: Page
) -> Stretch | None:
    """Return the people told of last, where a stretch counts some of them: "seven of them", "her sons are among them".

    Of people of another fate ("four of those who had been reported missing") only those who met it; else None.
    """
    start = max(0, stretch.span.start - sentence.start)
    end = start + len(stretch.span.quote) + OF_THEM_REACH
    of_them = OF_THEM.search(sentence.text, start, end) or AMONG_THEM.match(
        sentence.text, end - OF_THEM_REACH
    )
    if not of_them:
        return None
    fate = OF_FATE.match(sentence.text, of_them.end()) if of_them[0].endswith("those") else None
    near = [
        s
        for s in stretches
        if s.tag in COUNT_SLOTS
        and s.span.field == stretch.span.field
        and 0 <= stretch.span.start - s.span.end < FAR_BACK
        and s.number is None
        and (fate is None or fate.lastgroup == s.tag)
        and may_hold(s, value, page.at(s.span))
    ]
    return max(near, key=lambda s: (s.span.end, s.tag in HARM)) if near else None


def is_fewer(part: Count, whole: Count | Label) -> bool:
    """True for a number that can be a part of another one: it is smaller."""
    return isinstance(whole, Count) and (part.low or 0) < (whole.low or 0)
