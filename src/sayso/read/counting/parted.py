"""Parts people whom the network tagged as one: those shot from the dead among them, and the dead from who lives."""

import re
from dataclasses import replace

from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import NUMBER
from sayso.read.counting.sums import is_one
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Page, span_of

__all__ = [
    "SIDES",
    "is_numbered",
    "keeps_order",
    "of_one_fate",
    "of_places",
    "with_all",
    "with_dead",
    "without_all",
]

# What parts the sides of a fight in one phrase, and who is of the one side.
SIDES = re.compile(r",? and |, (?!\d{3}\b|(?:an?|the|his|her|their|one of)\b)", re.IGNORECASE)
# People shot, and the dead among them: "five teenagers, two fatally".
SOME_DEAD = re.compile(
    rf"(?P<all>.*\w)(?:,| ?--?| [–—]) ?(?P<dead>(?:one|{NUMBER})(?: of (?:them|whom))?)$",
    re.IGNORECASE | re.DOTALL,
)
FATALLY = re.compile(r" (?:of (?:them|whom) )?fatally\b", re.IGNORECASE)
# The place between people: "two | in Mirsk and | a soldier".
AT_PLACE = re.compile(
    r"(?P<place> (?:in|at|near|outside) (?:the )?(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+){0,2}"
    rf"(?:,? and |, (?={NUMBER}\b)))",
    re.IGNORECASE,
)
# A fate that stands before those who met it: "two dead children".
FATE_BEFORE = {
    "killed": re.compile(r"\b(?:dead|slain|deceased|lifeless|murdered) (?!and\b|or\b)[\w-]", re.IGNORECASE),
    "injured": re.compile(r"\b(?:wounded|injured|hurt|bleeding) (?!and\b|or\b)[\w-]", re.IGNORECASE),
}
# One of all who met a fate, and the words of that fate: "one of three people" "shot".
ONE_OF_ALL = re.compile(
    rf"(?P<one>.*\bone|{NUMBER}(?= of the\b)) of (?P<all>(?:the )?(?!both\b){NUMBER}(?: [\w-]+){{1,3}}?)(?:,.*)?$",
    re.IGNORECASE | re.DOTALL,
)
OF = re.compile(r"\bof (?:the |these |those )?$", re.IGNORECASE)
ALL_THEN_SOME = re.compile(
    rf"(?:the |these |those )?{NUMBER}(?: [a-z-]+){{1,3}},? (?P<some>one|{NUMBER})$", re.IGNORECASE
)
MET = r"(?: (?:who(?: was| were| had been| have been| had| have)?|to be|to have been))? (?:\w+ly )?"
# What only the one did, or some: "three of the four attackers died".
DIED = re.compile(r" (?:\w+ly )?died\b")
FATE_AFTER = {
    "killed": re.compile(rf"{MET}(?:killed|slain|murdered|died|dead|(?:shot|stabbed|beaten) (?:dead|to death|and killed))\b"),
    "injured": re.compile(rf"{MET}(?:injured|wounded|hurt|struck|stabbed|(?:shot|hit)(?! dead| to death| and killed| by))\b"),
}  # fmt: skip


# Who keeps order, and among whom: "33 inmates and one police officer" were hurt.
ORDER = re.compile(r"\b(?:police(?:m[ae]n|wom[ae]n)?|(?:police )?officers?|gendarmes?)$", re.IGNORECASE)
UNRULY = re.compile(
    r"\b(?:inmates?|prisoners?|detainees?|protest[eo]rs?|demonstrators?|rioters?|(?:football )?fans)\b",
    re.IGNORECASE,
)


def keeps_order(words: str, beside: str) -> bool:
    """True for police who are told of in one phrase with those whom they are there to hold back."""
    return ORDER.search(words) is not None and UNRULY.search(beside) is not None


def is_numbered(words: str) -> bool:
    """True for words that begin with a number of people, or name one ("a soldier", "the gunman"); not for none at all."""
    told = words.split()[:4]
    one = told[:1] and told[0].lower() in ("a", "an", "the") and not words.lower().endswith(("s", "men"))
    return bool(told) and (bool(one) or is_one(words) or read_quantity(told) is not None)


def with_dead(stretch: Stretch, page: Page) -> list[Stretch]:
    """Return people shot and the dead among them as two: "five teenagers", and the "two" who were shot fatally."""
    span, found = stretch.span, SOME_DEAD.match(stretch.span.quote)
    body = page.report.field(span.field)
    if found is None or stretch.tag not in ("killed", "injured") or not FATALLY.match(body, span.end):
        return [stretch]
    if not is_numbered(found["all"]):
        return [stretch]
    return [
        replace(stretch, tag=tag, number=None, span=span_of(span.field, body, span.start + a, span.start + b))
        for tag, (a, b) in (("casualties", found.span("all")), ("killed", found.span("dead")))
    ]


def of_places(stretch: Stretch, page: Page) -> list[Stretch]:
    """Return people of several places whom the network tagged as one: "two in Mirsk and a soldier" are two, and one."""
    span, quote = stretch.span, stretch.span.quote
    places = [found.span("place") for found in AT_PLACE.finditer(quote)] if stretch.tag in FATE_BEFORE else []
    if not places or not all(is_numbered(words) for words in AT_PLACE.split(quote)[::2]):
        return [stretch]
    body = page.report.field(span.field)
    edges = [0, *(at for place in places for at in place), len(quote)]
    made = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        part = span_of(span.field, body, span.start + start, span.start + end)
        alone = read_quantity(part.quote.split()[:4]) is None
        made.append(replace(stretch, span=part, number=(1, 1) if alone else None))
    return made


def with_all(stretch: Stretch, page: Page) -> list[Stretch]:
    """Return one of so many who met a fate, and all of them: "one of three people shot" is one, and three."""
    span, found = stretch.span, ONE_OF_ALL.match(stretch.span.quote)
    body = page.report.field(span.field)
    fate = FATE_AFTER.get(stretch.tag)
    if found is None or fate is None or DIED.match(body, span.start + found.end("all")):
        return [stretch]
    if not (fate.match(body, span.start + found.end("all")) or fate.search(found["all"])):
        return [stretch]
    start, end = found.span("all")
    everybody = span_of(span.field, body, span.start + start, span.start + end)
    return [stretch, replace(stretch, number=None, span=everybody)]


def without_all(stretch: Stretch, page: Page) -> Stretch:
    """Return the some of whom a fate is told, tagged with all whom they are of: "one" of "Of | the 11 survivors one"."""
    span, found = stretch.span, ALL_THEN_SOME.match(stretch.span.quote)
    body = page.report.field(span.field)
    if found is None or not OF.search(body, max(0, span.start - 9), span.start):
        return stretch
    return replace(stretch, span=span_of(span.field, body, span.start + found.start("some"), span.end))


def of_one_fate(stretch: Stretch, page: Page) -> Stretch:
    """Return a stretch without people of another fate: of "a wounded man and two dead children" the children are dead."""
    quote, joint = stretch.span.quote, SIDES.search(stretch.span.quote)
    if stretch.tag not in FATE_BEFORE or joint is None or not is_numbered(quote[joint.end() :]):
        return stretch
    parts = ((0, joint.start()), (joint.end(), len(quote)))
    first, last = ({tag for tag, fate in FATE_BEFORE.items() if fate.search(quote, *part)} for part in parts)
    if last == {stretch.tag} and stretch.tag not in first:
        start, end = parts[1]
    elif first == {stretch.tag} and last and stretch.tag not in last:
        start, end = parts[0]
    else:
        return stretch
    at = stretch.span.start
    span = span_of(stretch.span.field, page.report.field(stretch.span.field), at + start, at + end)
    alone = read_quantity(span.quote.split()[:4]) is None
    return replace(stretch, span=span, number=(1, 1) if alone else None)
