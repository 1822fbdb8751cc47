"""Who blames or accuses whom: the subject of the very verb, whoever else claims or denies in the sentence."""

import re
from collections.abc import Iterator, Sequence

from sayso.model import Span, Speaker, SpeakerKind
from sayso.read.speech import cues
from sayso.read.speech.subjects import is_name, kind_of
from sayso.read.text.page import Sentence

__all__ = ["blamer"]

BLAMES = re.compile(
    r"\b(?:blam(?:e[sd]?|ing)|accus(?:e[sd]?|ing)|attribut(?:e[sd]?|ing)|point(?:s|ed|ing) (?:the|a|its|their) finger at|"
    r"(?:held|holds|hold|holding)(?= [^,;.]{2,60} responsible\b))\b(?P<on> (?:\w+ly )?(?:on|to|of|in|for)\b)?",
    re.IGNORECASE,
)
# Before a verb whose subject does not blame but is blamed, and before one that has none.
PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|stands?|stood) (?:(?:\w+ly|also|later|first|since|often|not) )?$",
    re.IGNORECASE,
)
INFINITIVE = re.compile(r"\bto (?:\w+ly )?$", re.IGNORECASE)
ACTIVE = re.compile(r"\b(?:has|have|had) (?:\w+ )?$", re.IGNORECASE)
BY = re.compile(
    r"[^;.]{0,80}?\bby (?P<who>(?:the |an? )?[^,;.]{2,60}?)(?=[,;.]|$| (?:for|after|on|in|who|which)\b)"
)
IS_BLAMED = re.compile(
    r"(?:,[^,;]{2,60},)? (?:was|were|is|are|(?:has|have|had) been) (?:\w+ )?(?:blamed|accused)\b"
)
# Where another clause or part of one begins, and what may stand between a subject and its verb.
BREAK = re.compile(
    r"[;:“”\"—–]|,? \b(?:and|but|while|though|although|whereas|yet|as|because|after|when|where|which|who|that)\b|,(?= |$)"
    r"|^(?:While|Though|Although|As|After|When|But|And)\b"
)
BETWEEN = re.compile(
    r"(?: |\b(?:has|have|had|also|later|again|then|first|both|\w+ly|on \w+day|\w+day|yesterday)\b)*$"
)
# Who stands at the head of a clause.
HEAD = re.compile(
    r"(?P<who>(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Ss]ome) [\w'’.-]+|[A-Z][\w'’.-]*)(?: [\w'’.-]+){0,5}?)"
    r"(?=$| (?:has|have|had|also|was|were|is|are|said|says|[a-z]+ed|[a-z]+ies|[a-z]+ects|claims|denies)\b)"
)
# Code points: how far behind a verb somebody blamed may stand, and behind the head of a clause a name that speaks.
REACH, NEAR_HEAD = 150, 30


def blamer(sentence: Sentence, span: Span, told: Sequence[tuple[Span, SpeakerKind]]) -> Speaker | None:
    """Return who blames those that a span of a sentence names; None where no verb tells it.

    `told` are the people and institutions that speak in the sentence, with the kind of each.
    """
    text, start = sentence.text, max(0, span.start - sentence.start)
    if behind := IS_BLAMED.match(text, start + len(span.quote)):
        return agent(sentence, behind.end(), told)
    verbs = [
        m
        for m in BLAMES.finditer(text, max(0, start - REACH), start)
        if not re.search(r"[;.] ", text[m.end() : start])
    ]
    if not verbs or INFINITIVE.search(text, 0, verbs[-1].start()):
        return None
    verb = verbs[-1]
    is_blamed = verb["on"] is not None and not ACTIVE.search(text, 0, verb.start())
    if is_blamed or PASSIVE.search(text, 0, verb.start()):
        return agent(sentence, verb.end(), told)
    clauses = list(clauses_before(text, verb.start()))
    heads = [head_of_clause(sentence, first, last, told) for first, last in clauses]
    for head, named, at in zip(heads, [*heads[1:], None], [*clauses[1:], (0, 0)], strict=True):
        if head:
            is_post = head.name[:1].islower() and cues.FULL_NAME.fullmatch(text[slice(*at)].strip())
            return named if named and is_post else head
    return None


def agent(sentence: Sentence, end: int, told: Sequence[tuple[Span, SpeakerKind]]) -> Speaker | None:
    """Return by whom somebody is blamed, where the words behind the verb tell it."""
    found = BY.match(sentence.text, end)
    return speaker_of(sentence, found.span("who"), told) if found else None


def clauses_before(text: str, verb: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence before a verb, the nearest first; none that is empty but for small words.

    What somebody says "that" it was is none either, where he goes on: "denied that the army had fired, and | blamed".
    """
    last, goes_on = verb, False
    for found in reversed(list(BREAK.finditer(text, 0, verb))):
        is_empty = BETWEEN.fullmatch(text, found.end(), last) is not None
        if not is_empty and not (goes_on and found[0].strip() == "that"):
            yield found.end(), last
        goes_on = is_empty and last == verb and found[0].strip(" ,") == "and"
        last = found.start()
    yield 0, last


def head_of_clause(
    sentence: Sentence, first: int, last: int, told: Sequence[tuple[Span, SpeakerKind]]
) -> Speaker | None:
    """Return who stands at the head of the words [first, last) of a sentence; None for no somebody and no institution."""
    first += len(sentence.text[first:last]) - len(sentence.text[first:last].lstrip())
    last = BETWEEN.search(sentence.text, first, last).start()  # type: ignore[union-attr]
    near = [
        other for other, _ in told if first <= other.start - sentence.start < min(last, first + NEAR_HEAD)
    ]
    if near:
        span = min(near, key=lambda other: (other.start, -other.end))
        return speaker_of(sentence, (span.start - sentence.start, span.end - sentence.start), told)
    found = HEAD.match(sentence.text, first, last)
    return speaker_of(sentence, found.span("who"), told) if found else None


def speaker_of(sentence: Sentence, who: tuple[int, int], told: Sequence[tuple[Span, SpeakerKind]]) -> Speaker:
    """Return the speaker whom the words [start, end) of a sentence name."""
    span = sentence.span(*who)
    same = [(other, kind) for other, kind in told if other.start < span.end and span.start < other.end]
    if named := next((each for each in same if is_name(each[0].quote)), None):
        return Speaker(name=named[0].quote, kind=named[1], span=named[0])
    kind = next((kind for _, kind in same), None) or kind_of(span.quote) or "other"
    return Speaker(name=span.quote, kind=kind, span=span)
