"""Whom an outlet quotes or cites: the words are his, and come through the outlet."""

import re
from collections.abc import Sequence

from sayso.model import Span, Speaker, SpeakerKind
from sayso.read.speech import cues
from sayso.read.speech.subjects import kind_of
from sayso.read.text.page import Sentence

__all__ = ["Cited", "cited_in"]

Cited = tuple[Speaker, int, int]
"""Who is cited, and the words [start, end) of the sentence that name him and the outlet."""

OUTLET = (
    rf"(?:(?:[Tt]he |[Aa]n? )?(?:(?!(?:and|but|while|that|which|as|after|though)\b)[\w'’.-]+ ){{0,4}}?(?:news agency|(?i:agency|news|media|television|TV|radio|(?:news)?paper|daily|weekly|"
    rf"magazine|broadcaster|website|station|channel|portal|outlets?|wire))(?: [A-Z][\w'’-]+){{0,3}}|(?:[Tt]he )?{cues.OUTLET}|[A-Z][\w-]+)"
)
POST_OF = r"(?:, [^,;:“”\"]{2,60},)?"
SOMEONE = rf"(?!(?:by|in|on|for)\b)[^,;:“”\"]{{2,70}}?{POST_OF}"
SUBJECT = rf"(?:(?!\b(?:and|but|while|that|which) )[^,;:“”\"]){{2,70}}?{POST_OF}"
SAYING = r"(?:saying|telling|reporting|confirming|stating|describing|putting)"
# "The agency quoted the mayor as saying", "the mayor was quoted by the agency as saying", "was quoted as saying by".
AS_SAYING = (
    re.compile(
        rf"(?:(?:^|[,;:”\"] |\b(?:and|but|while) )(?P<outlet>{OUTLET}|[Ii]t),? (?:(?:has|have|had|also|later|earlier) )*)?"
        rf"\b(?:quot|cit)(?:ed|es|ing) (?P<who>{SOMEONE}) as {SAYING}\b"
    ),
    re.compile(
        rf"(?:^|[,;:”\"] |\b(?:and|but|while) )(?P<who>{SUBJECT}) (?:was|were|is|are|has been|have been) (?:also |later )?(?:quoted|cited)"
        rf"(?: (?:by|in|on) (?P<outlet>{OUTLET}))? as {SAYING}\b(?: by (?P<behind>{OUTLET}))?"
    ),
)
# Of which every sentence that cites somebody has one: looking for them costs next to nothing.
STEMS = ("uoted", "uotes", "uoting", "cited", "cites", "iting")
# "State media reported, citing the ministry", "according to the agency, which quoted an officer".
CITING = re.compile(
    r"(?:^|, |\b(?:and|which) )(?:[Cc]iting|[Qq]uoting|(?<=which )(?:cited|quoted)) (?:also )?(?P<who>[^,;“”\"]{2,70}?)"
    r"(?=,|\.?\s*$| (?:who|which|that|in a|on \w+day)\b)"
)
# Who can be cited by the words for his calling.
CALLED = re.compile(
    rf"{cues.SOMEBODY.pattern}|\b(?:sources?|witnesses|survivors|relatives|neighbou?rs|residents|doctors|nurses|medics|villagers|rescuers|"
    r"officers|officials|leaders|spokes\w+)\b",
    re.IGNORECASE,
)
# An outlet that tells what it has from others.
TELLS = re.compile(
    rf"(?<![\w'’.-])(?P<outlet>{OUTLET})(?:,[^,;“”\"]{{2,80}},)? (?:(?:has|have|had|also|later|earlier) )*(?:said|says|say|report(?:ed|s)?|wrote|writes|quot(?:ed|es)|put)\b"
    rf"|\b[Aa]ccording to (?P<source>{OUTLET})"
)
NAMED = re.compile(r"[a-z]\w*, (?P<name>[A-Z][^,;:“”\"]{2,40}),$")
POST = re.compile(r", [^,]+,$")


def cited_in(sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]]) -> Cited | None:
    """Return whom a sentence cites, with the outlet as `via`; None where it cites nobody.

    `told` are the people and institutions that speak in it, with the kind of each.
    """
    if not any(stem in sentence.text for stem in STEMS):
        return None
    for pattern in AS_SAYING:
        if found := pattern.search(sentence.text):
            outlet = found["outlet"] or found.groupdict().get("behind")
            start = found.start("outlet") if found["outlet"] else found.start("who")
            return (
                cited(sentence, found.span("who"), told, outlet),
                min(start, found.start("who")),
                found.end(),
            )
    found = CITING.search(sentence.text)
    outlet_told = outlet_beside(sentence, told, found.start(), found.end()) if found else None
    if found is None or outlet_told is None or not can_speak(sentence, found.span("who"), told):
        return None
    speaker = cited(sentence, found.span("who"), told, outlet_told[outlet_told.lastgroup or 0])
    return speaker, min(outlet_told.start(), found.start()), max(outlet_told.end(), found.end())


def outlet_beside(
    sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]], start: int, end: int
) -> re.Match[str] | None:
    """Return where a sentence tells of an outlet, nearest to the words [start, end) that cite somebody."""
    near = [
        found
        for found in TELLS.finditer(sentence.text)
        if (found.start() >= end or found.start() < start)
        and is_outlet(sentence.span(*found.span(found.lastgroup or 0)), told)
    ]
    return min(near, key=lambda found: min(abs(found.end() - start), abs(found.start() - end)), default=None)


def is_outlet(name: Span, told: Sequence[tuple[Span, SpeakerKind]]) -> bool:
    """True for the name of an outlet: of no institution, and where only the name tells it of nobody else who speaks."""
    if " " in name.quote or name.quote.isupper():
        return kind_of(name.quote) is None
    kinds = {kind for other, kind in told if other.start < name.end and name.start < other.end}
    return not kinds - {"media"} and kind_of(name.quote) is None


def can_speak(sentence: Sentence, who: tuple[int, int], told: Sequence[tuple[Span, SpeakerKind]]) -> bool:
    """True for words that name somebody who speaks, not a reason: "citing the ministry", not "citing the danger"."""
    span = sentence.span(*who)
    is_told = any(other.start < span.end and span.start < other.end for other, _ in told)
    return is_told or CALLED.search(span.quote) is not None


def cited(
    sentence: Sentence, who: tuple[int, int], told: Sequence[tuple[Span, SpeakerKind]], outlet: str | None
) -> Speaker:
    """Return the speaker whom the words [start, end) of a sentence name: by the name where they have one."""
    span = sentence.span(*who)
    if name := NAMED.search(span.quote):
        span = sentence.span(who[0] + name.start("name"), who[0] + name.end("name"))
    elif post := POST.search(span.quote):
        span = sentence.span(who[0], who[0] + post.start())
    kinds = [kind for other, kind in told if other.start < span.end and span.start < other.end]
    kind = kind_of(sentence.text[slice(*who)]) or next((kind for kind in kinds if kind != "media"), None)
    return Speaker(name=span.quote, kind=kind or "other", span=span, via=outlet)
