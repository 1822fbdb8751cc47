"""Which offices are one body: a minister, his ministry and its spokesman speak with one voice."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.model import Claim, Speaker, SpeakerKind

__all__ = ["NATIONS", "Offices"]

NATIONS: dict[str, str] = {
    "french": "france", "dutch": "netherlands", "swiss": "switzerland", "spanish": "spain", "greek": "greece",
    "danish": "denmark", "polish": "poland", "british": "britain", "uk": "britain", "us": "america",
    "afghan": "afghanistan", "thai": "thailand", "turkish": "turkey", "filipino": "philippines",
    "burmese": "myanmar",
}  # fmt: skip
"""Words for a country's own that do not begin as its name does. A new one is a row."""

_FIELDS = r"(?:interior|home|home affairs|defen[cs]e|health|justice)"
_OFFICE = re.compile(
    r"\b(?<!regional )(?<!council )(?<!vice )(?<!former )(?:president|prime minister|premier|chancellor"
    rf"|{_FIELDS} (?:minister|secretary|ministry)|(?:minister|secretary|ministry) (?:of|for) (?:the )?"
    rf"{_FIELDS}|white house)\b(?! of\b)",
    re.I,
)
"""Offices of one government, which speaks with one voice; a president of a region or a club is none."""

_TITLE = re.compile(r"\b(?:minister|secretary|president|premier|chancellor) $", re.I)
_APPOSED = re.compile(r", (?:the |an? )?([^,]{4,60}),")
_NAME = re.compile(r"(?:[A-Z][\w.'’-]+ ?){1,4}")
_NATION = re.compile(r"\b([A-Z][A-Za-z.]+?)(?:['’]s)? (?:[a-z]+ )?$")
_NO_NATION = frozenset({"the", "deputy", "acting", "federal", "union", "state", "then", "when", "and"})
_STEM = 4  # letters by which "Kenya", "Kenyan" and "Kenya's" are one

_BARE: frozenset[SpeakerKind] = frozenset({"government", "police", "other"})
"""Kinds that a report gives somebody whom it quotes by his name only."""


class Offices:
    """Who speaks for a government in the reports of one incident; each country's is one voice."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        """Take all claims, in any order: "Home Secretary Ann Hale" in one tells who "Hale" is in others."""
        self._holders: dict[str, str] = {}
        self._nations: dict[str, str] = {}
        for claim in claims:
            if claim.speaker.kind == "government":
                held, name = _held(claim)
                if held is not None:
                    nation = self._known(_nation(held))
                    if surname := _surname(name):
                        self._holders[surname] = max(nation, self._holders.get(surname, ""))

    def voice(self, speaker: Speaker) -> str | None:
        """Return the name under which a speaker's government is a voice; None where he holds no office."""
        nation = None
        if speaker.kind == "government" and _OFFICE.search(speaker.name):
            nation = _nation(speaker.name)[:_STEM]
        elif speaker.kind in _BARE and (speaker.kind == "government" or _NAME.fullmatch(speaker.name)):
            nation = self._holders.get(_surname(speaker.name))
        if nation is None:
            return None
        return (
            f"{self._nations.get(nation, nation)} government"
            if nation and len(self._nations) > 1
            else "government"
        )

    def _known(self, nation: str) -> str:
        """Return the letters that stand for a nation, and keep the shortest word for it."""
        stem = nation[:_STEM]
        if stem:
            self._nations[stem] = min(
                nation, self._nations.get(stem, nation), key=lambda word: (len(word), word)
            )
        return stem


def _held(claim: Claim) -> tuple[str | None, str]:
    """Return the words for the office that a speaker holds, and his name; the words may stand beside him."""
    name, span, quote = claim.speaker.name, claim.speaker.span, claim.span.quote
    if told := list(_OFFICE.finditer(name)):
        return name[: told[-1].end()], name[told[-1].end() :]
    at = span.start - claim.span.start if span and span.field == claim.span.field else -1
    if at < 0 or not _NAME.fullmatch(name) or not quote[at:].startswith(name):
        return None, name
    if _TITLE.search(quote[:at]) and (office := _OFFICE.search(quote[:at])) and office.end() == at - 1:
        return quote[: office.end()], name
    apposed = _APPOSED.match(quote, at + len(name))
    return (apposed.group(1) if apposed and _OFFICE.search(apposed.group(1)) else None), name


@lru_cache(maxsize=1 << 14)
def _nation(words: str) -> str:
    """Return the country whose office words name: "" where they do not say."""
    office = _OFFICE.search(words)
    word = _NATION.search(words[: office.start()]) if office else None
    nation = word.group(1).replace(".", "").casefold() if word else ""
    return "" if nation in _NO_NATION else NATIONS.get(nation, nation)


def _surname(name: str) -> str:
    words = re.findall(r"[\w'-]+", name.casefold())
    return words[-1] if words else ""
