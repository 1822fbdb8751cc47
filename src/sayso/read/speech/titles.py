"""Whom a report means that names somebody by an office alone: "the sheriff said", after Sheriff Ann Hale was named."""

import re

from msgspec.structs import replace

from sayso.model import Speaker
from sayso.read.speech.cues import OFFICES
from sayso.read.text.page import Sentence

__all__ = ["Titles"]

TITLES = f"{OFFICES}|lieutenant|sergeant|commissioner|detective|colonel|deputy|pathologist|surgeon|brigadier|major|warden"
SHORT = {
    "lt": "lieutenant",
    "sgt": "sergeant",
    "capt": "captain",
    "supt": "superintendent",
    "det": "detective",
    "col": "colonel",
    "gov": "governor",
    "insp": "inspector",
    "cmdr": "commander",
    "brig": "brigadier",
}
OFFICE = re.compile(rf"\b(?P<office>{TITLES}|(?:{'|'.join(SHORT)})(?=\.|(?-i: [A-Z])))", re.IGNORECASE)
ONLY_OFFICE = re.compile(rf"(?:the |that |this )?(?P<office>{TITLES})", re.IGNORECASE)
# What stands between an office and somebody else's name: "Sgt Hale blamed the Lions".
DOES = re.compile(r"\b(?:[a-z]+ed|said|says|told|tells|is|was|has|had)\b")
NAME = re.compile(r"(?:[A-Z][\w'’.-]+ )*[A-Z][\w'’.-]+")
BEFORE_NAME, AFTER_NAME = 40, 60
"""Code points before and after a name where its office stands: "Mill County Sheriff Ann Hale", "Ann Hale, a spokeswoman for"."""


class Titles:
    """Remembers who was named with which office, as sentences of a report are read in order."""

    def __init__(self) -> None:
        self.held: dict[str, Speaker] = {}

    def hear(self, sentence: Sentence, speaker: Speaker) -> None:
        """Remember the offices that a sentence gives somebody whom it names."""
        if speaker.span is None or ONLY_OFFICE.fullmatch(speaker.name) or not NAME.search(speaker.name):
            return
        start, end = speaker.span.start - sentence.start, speaker.span.end - sentence.start
        before = sentence.text[max(0, start - BEFORE_NAME) : end]
        after = sentence.text[end : end + AFTER_NAME] if sentence.text[end : end + 1] == "," else ""
        for found in OFFICE.finditer(f"{before}|{after.split(' said')[0]}"):
            if DOES.search(before, found.end()):
                continue
            office = found["office"].lower()
            lead = len(before) - (end - start) - found.end()
            own = with_office(speaker, sentence, found.end() - found.start() + 1) if lead == 1 else speaker
            self.held[SHORT.get(office, office)] = own

    def meant(self, speaker: Speaker) -> Speaker:
        """Return who is meant by an office alone; others, and those whom nobody was named for, as they are."""
        found = ONLY_OFFICE.fullmatch(speaker.name)
        named = self.held.get(found["office"].lower()) if found else None
        return named or speaker


def with_office(speaker: Speaker, sentence: Sentence, length: int) -> Speaker:
    """Return a speaker by his name with the office right before it, of so many code points: "Sheriff Ann Hale"."""
    start = speaker.span.start - sentence.start if speaker.span else 0
    span = sentence.span(start - length, start + len(speaker.name))
    return replace(speaker, name=span.quote, span=span)
