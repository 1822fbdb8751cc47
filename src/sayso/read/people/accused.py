"""Who is said to have done it, and so is no victim: by what stands beside the name, or by what he did to others."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.read.counting.plain import HARM
from sayso.read.people.named import Named, are_one, name_at, signs_of
from sayso.read.people.stopped import is_agent, is_stopped
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Page, Sentence
from sayso.read.text.words import DOERS

__all__ = ["with_suspects"]

# Whom somebody did it to, before his name: "who shot a student, | Ugo Bern".
HIT = re.compile(
    r"\b(?:shot|shoots|shooting|killed|killing|stabbed|stabbing|murder(?:ed|ing)|attack(?:ed|ing)|rap(?:ed|ing)|beat(?:ing)?) "
    r"(?:dead |to death )?(?:an?|the|his|her) (?:[\w-]+ ){0,3}[\w-]+, $",
    re.IGNORECASE,
)
# Who it is said of the next name to be: "the alleged shooter, Ida Hale".
ACCUSED = re.compile(
    rf"\b(?:alleged|suspected|accused|confessed|presumed|would-be) (?:\w+ )?(?:{DOERS}|killer|"
    r"murderer|arsonist|stabber|suspect)(?:,| is| was| as|)? $|\bthe (?:gunman|shooter|suspect|attacker|assailant), $",
    re.IGNORECASE,
)
# Suspects of whom nothing has become yet.
NAMED_ONLY = frozenset({"identified", "unknown"})


def is_hit(stretch: Stretch, page: Page) -> bool:
    """True for the name of whom somebody else is held or charged for: "who shot a student, Ugo Bern, was charged"."""
    sentence = page.at(stretch.span)
    held = stretch.code in ("charged", "convicted", "detained")
    return held and bool(HIT.search(sentence.text, 0, max(0, stretch.span.start - sentence.start)))


def with_suspects(stretches: Sequence[Stretch], page: Page) -> list[Stretch]:
    """Return the stretches of a report with nobody as a victim whom it says to have done it.

    Nor with anybody as a suspect who was hit. Who is called so beside the name ("the alleged shooter, Ida
    Hale") is a suspect; the name of a suspect is no victim's, unless all that the report tells of him is that he was
    hit, and does not call him a suspect.
    """
    others = {s.span.quote for s in stretches if s.tag == "suspect" and is_hit(s, page)}
    told = [
        accused(s, page) if s.tag == "victim" else s
        for s in map(unharmed, stretches, (page.at(s.span) for s in stretches))
        if s and (s.tag not in ("suspect", "detained") or not any(s.span.quote in name for name in others))
    ]
    suspects = {s.span.quote.lower(): s for s in told if s.tag == "suspect"}
    victims = {s.span.quote.lower() for s in told if s.tag == "victim"}
    held = [name_at(s.span, page) for s in told if s.tag == "suspect" and s.code not in NAMED_ONLY]
    hit = {
        words
        for words, s in suspects.items()
        if "suspect" not in page.at(s.span).text.lower()
        and was_only_hit(name_at(s.span, page), held, page, words in victims)
    }
    gone = {"suspect": hit, "victim": {*suspects} - hit}
    return [s for s in told if s.span.quote.lower() not in gone.get(s.tag, ())]


def was_only_hit(name: Named, held: Sequence[Named], page: Page, is_victim: bool) -> bool:
    """True for somebody named as a suspect, who is not `held`, of whom a report tells that he was hit, and not that he did it.

    Who is hit and dies may have been shot for it: he must be named as a victim too.
    """
    if not name.parts or any(are_one(name, other) for other in held):
        return False
    signs = signs_of(name, page)
    if signs & {"did", "lives"}:
        return False
    return bool(signs & {"died", "hurt", "hit"}) if is_victim else "hit" in signs and "died" not in signs


def unharmed(stretch: Stretch, sentence: Sentence) -> Stretch | None:
    """Return a stretch without the fate that somebody only brought upon others; None where it tells nothing else."""
    harmed = stretch.code == "killed" if stretch.tag == "suspect" else stretch.tag in HARM
    if not harmed or (stretch.tag != "suspect" and stretch.role != "attacker"):
        return stretch
    start = max(0, stretch.span.start - sentence.start)
    if not is_agent(sentence.text, start, start + len(stretch.span.quote)):
        return stretch
    return replace(stretch, code="unknown") if stretch.tag == "suspect" else None


def accused(stretch: Stretch, page: Page) -> Stretch:
    """Return a name as a suspect's where its sentence says that its bearer is thought to have done it, or was shot for it."""
    sentence = page.at(stretch.span)
    start = max(0, stretch.span.start - sentence.start)
    if ACCUSED.search(sentence.text, 0, start):
        return replace(stretch, tag="suspect", code="identified")
    if stretch.code == "killed" and is_stopped(sentence.text, start, start + len(stretch.span.quote)):
        return replace(stretch, tag="suspect", code="killed")
    return stretch
