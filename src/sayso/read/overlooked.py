"""People whom the network overlooks beside those that it tags: the dead among those shot, those of other places, the killer himself."""

from collections.abc import Iterator, Sequence

from sayso.model import COUNT_SLOTS, Count, Label
from sayso.read.amounts import number_of
from sayso.read.network import Stretch
from sayso.read.page import Sentence
from sayso.read.plain import SELF_KILLED, SOME_DEAD, by_place
from sayso.read.stretches import overlap

__all__ = ["beside", "is_fewer", "may_hold", "some_dead"]


def some_dead(sentence: Sentence, stretches: Sequence[Stretch]) -> Iterator[tuple[str, int, int]]:
    """Yield people shot, and the dead among them ("five shot, one dead"), where no stretch holds them."""
    told = any(word in sentence.text.lower() for word in ("shot", "stabbed"))
    for found in SOME_DEAD.finditer(sentence.text) if told else ():
        for slot, name in (("casualties", "all"), ("killed", "dead")):
            span = sentence.span(*found.span(name))
            if not any(s.tag in COUNT_SLOTS and overlap(s.span, span) for s in stretches):
                yield slot, *found.span(name)


def beside(sentence: Sentence, held: Sequence[Stretch]) -> Iterator[tuple[str, int, int]]:
    """Yield people who met the same fate at another place ("20 died in Hurti, 12 in Ruwi"), and who killed himself too."""
    dead = [s for s in held if s.tag in ("killed", "injured", "missing")]
    for stretch in dead:
        for start, end in by_place(sentence.text, stretch.span.end - sentence.start):
            if not any(overlap(s.span, sentence.span(start, end)) for s in dead):
                yield stretch.tag, start, end
    found = SELF_KILLED.search(sentence.text)
    if found and not any(s.tag == "killed" and s.role == "attacker" for s in dead):
        yield "killed", *found.span("who")


def may_hold(stretch: Stretch, part: Count, sentence: Sentence) -> bool:
    """True for people of whom others can be a part: they are no fewer."""
    told = number_of(stretch, sentence.text, max(0, stretch.span.start - sentence.start))
    most = told[0].high if told else None
    return most is None or part.low is None or most >= part.low


def is_fewer(part: Count, whole: Count | Label) -> bool:
    """True for a number that can be a part of another one: it is smaller."""
    return isinstance(whole, Count) and (part.low or 0) < (whole.low or 0)
