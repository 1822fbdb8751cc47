"""How people are said to be: who is in critical condition, and who is told to be in hospital, no more."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import NUMBER
from sayso.read.counting.wholes import is_some_of
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Page, Sentence, overlap
from sayso.read.text.patterns import Pattern

__all__ = ["with_conditions"]

# Words for those who may die of it, and those that say the contrary.
CRITICAL = Pattern(
    r"(?<!non-)(?<!non )(?<!not )(?<!not be )\b(?:life[- ]threatening (?:\w+ )?(?:injur\w+|wounds?|burns|condition)|critically (?:injured|wounded|hurt|ill|burned)"
    r"|(?:in|to) (?:the |an? )?intensive[ -]care|on life[- ]support|on a (?:ventilator|respirator)|fighting for (?:his|her|their) li(?:fe|ves)"
    r"|in (?:\w+ )?(?:critical|grave|life-threatening) (?:\w+ )?(?:\w+ )?condition|in a coma|unlikely to survive|between life and death)\b",
    any_case=True,
)
DENIED = re.compile(
    r"(?:\b|(?=n['’]t))(?:not|no longer|n['’]t|never|nobody|no one|none|no)\b[^.;,]{0,30}$", re.IGNORECASE
)
# What parts people from words that are said of others.
PARTED = re.compile(
    rf";|\b(?:and|but|while) (?:an?|the|\w+) (?:other|others|second|third|man|woman|boy|girl)\b|\b(?:{NUMBER}|one)(?: of\b|(?: \w+)? $)",
    re.IGNORECASE,
)
CLAUSE = Pattern(r";|\b(?:but|while)\b", re.IGNORECASE, needs=";|but|while")
# A condition that is not critical, and any word that makes it so.
MILD = re.compile(
    r"\bnon[- ]?life[- ]?threatening\b|\bnot (?:be |considered |believed to be )?life[- ]?threatening\b|\bin (?:a )?(?:serious|fair|stable|good|satisfactory)(?: but \w+)? condition\b",
    re.IGNORECASE,
)
GRAVE = re.compile(
    r"\bcritical|\blife[- ]support|\bcoma\b|\bintensive|\bgrave|\bfighting for|(?<!non-)(?<!non )(?<!not )(?<!not be )\blife[- ]?threatening",
    re.IGNORECASE,
)
# Some of so many, of whom nothing but their condition is told.
ONE_CRITICALLY = re.compile(rf"(?:{NUMBER}|one)(?: of (?:them|whom))?,? critically\b", re.IGNORECASE)
HURT = frozenset({"injured", "hospitalised"})
# Some of the hurt told of before, of whom something else is told.
OF_THE_HURT = re.compile(
    r"\bof the (?:\w+ )?(?:wounded|injured|hurt|survivors)\b|\bsurvivors\b", re.IGNORECASE
)
# Code points: how far from people their condition is told.
REACH = 90
# Words for what somebody suffers; who is taken to hospital without one is not told to be hurt.
WOUND = re.compile(
    r"\b(?:injur|wound|hurt|burn|shot|stab|hit|struck|broke|fractur|bitten|stung|bleed|graz|bullet|gunshot|gunfire|cut|slash|beat|"
    r"attack|shooting victim|victims? of|maim|bruis|harm|amputat|whipp|stitch|smoke|inhal|spinal|exhaust|surger|treated for)\w*",
    re.IGNORECASE,
)

# Who comes to hospital with wounds is hurt as well: "was taken to a clinic with a gunshot wound".
WITH_WOUNDS = re.compile(
    rf"(?:(?!\b(?:and|but|while)\b|, (?:one|{NUMBER}|another)\b)[^.;]){{0,90}}? with (?:(?!and\b|his\b|her\b|their\b)[\w-]+ ){{0,4}}?(?:wounds?|injur(?:y|ies))\b",
    re.IGNORECASE,
)
FATES = frozenset({"injured", "killed", "casualties"})


def with_conditions(stretches: Sequence[Stretch], page: Page) -> list[Stretch]:
    """Return the stretches of a report with those in critical condition, and the hurt: not those who are only in hospital."""
    held: dict[Sentence, list[Stretch]] = {}
    for stretch in stretches:
        held.setdefault(page.at(stretch.span), []).append(stretch)
    told = [
        s
        for s in stretches
        if not is_only_in_hospital(s, held[page.at(s.span)], page.at(s.span))
        and not is_mild(s, page.at(s.span))
    ]
    found = told + critical(held)
    worse = [s for s in told if is_told_as_worse(s, held[page.at(s.span)], page.at(s.span))]
    grave = [s for s in found if s.tag == "critical"]
    more = [replace(s, tag="critical") for s in worse if not any(overlap(s.span, g.span) for g in grave)]
    return [s for s in found if s not in worse] + more + wounded(told, held, page)


def wounded(told: Sequence[Stretch], held: Mapping[Sentence, Sequence[Stretch]], page: Page) -> list[Stretch]:
    """Return those in hospital who are told to have come there with wounds, as hurt, where nothing else tells their fate."""
    found = []
    for stretch in told:
        sentence = page.at(stretch.span)
        if stretch.tag != "hospitalised" or stretch.role == "attacker" or stretch.number == (0, 0):
            continue
        if not WITH_WOUNDS.match(sentence.text, max(0, stretch.span.end - sentence.start)):
            continue
        if not any(s.tag in FATES and overlap(s.span, stretch.span) for s in held[sentence]):
            found.append(replace(stretch, tag="injured"))
    return found


def is_only_in_hospital(stretch: Stretch, beside: Sequence[Stretch], sentence: Sentence) -> bool:
    """True for people held for hurt of whom a sentence says only that they are in hospital."""
    if stretch.tag != "injured":
        return False
    number = read_quantity(stretch.span.quote.split())
    rest = clause_with(stretch, sentence)
    if OF_THE_HURT.search(stretch.span.quote):
        rest = rest.replace(stretch.span.quote, "", 1)
    if number is None or (number.count.high or 2) < 2 or WOUND.search(rest):
        return False
    return any(
        other.tag in ("hospitalised", "critical") and overlap(other.span, stretch.span) for other in beside
    )


def is_told_as_worse(stretch: Stretch, beside: Sequence[Stretch], sentence: Sentence) -> bool:
    """True for some of the hurt told of before who are told only for their condition: "nine were hurt, | one critically"."""
    start = stretch.span.start - sentence.start
    return (
        stretch.tag == "injured"
        and sentence.text[max(0, start - 2) : max(0, start)] == ", "
        and ONE_CRITICALLY.match(sentence.text, start) is not None
        and any(s.tag == "injured" and s.span.start < stretch.span.start for s in beside)
    )


def is_mild(stretch: Stretch, sentence: Sentence) -> bool:
    """True for people held for critical of whom a sentence says that they are not."""
    return stretch.tag == "critical" and bool(MILD.search(sentence.text)) and not GRAVE.search(sentence.text)


def clause_with(stretch: Stretch, sentence: Sentence) -> str:
    """Return the words of a sentence around people, as far as nobody else is told of."""
    start, end = stretch.span.start - sentence.start, stretch.span.end - sentence.start
    before = [m.end() for m in CLAUSE.finditer(sentence.text, 0, max(0, start))]
    after = CLAUSE.search(sentence.text, max(0, end))
    return sentence.text[before[-1] if before else 0 : after.start() if after else len(sentence.text)]


def critical(held: Mapping[Sentence, Sequence[Stretch]]) -> list[Stretch]:
    """Return the hurt whom their sentence says to be in critical condition, where the network has not found any."""
    found = []
    for sentence, beside in held.items():
        if any(stretch.tag == "critical" for stretch in beside):
            continue
        for words in CRITICAL.finditer(sentence.text):
            if DENIED.search(sentence.text, 0, words.start()):
                continue
            if near := nearest(beside, sentence, words.start()):
                found.append(replace(near, tag="critical"))
    return found


def nearest(beside: Sequence[Stretch], sentence: Sentence, at: int) -> Stretch | None:
    """Return the hurt told of last before a place in their sentence."""
    before = [
        s
        for s in beside
        if s.tag in HURT
        and s.span.end - sentence.start <= at + 1
        and not is_some_of(sentence.text, max(0, s.span.start - sentence.start))
    ]
    if not before:
        return None
    last = max(before, key=lambda s: (s.span.start, s.tag == "injured"))
    end = last.span.end - sentence.start
    return None if at - end > REACH or PARTED.search(sentence.text, end, at) else last
