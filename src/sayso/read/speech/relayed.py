"""What somebody tells, and another one passes on: "The man told officers that he was shot, the report said"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from sayso.model import Span, Speaker, SpeakerKind
from sayso.read.speech import cues
from sayso.read.speech.saying import Words
from sayso.read.speech.subjects import kind_of
from sayso.read.text.page import Sentence
from sayso.read.text.patterns import Pattern

__all__ = ["relayed"]

# Who tells, at the head of a sentence, and what he does: "The caller reported that", "The man told officers".
TELLS = Pattern(
    r"(?:[A-Z][A-Z ,.()/]{3,40}[-–—]+ ?)?(?P<who>(?!(?:No|None|It|As|When|After|While|If)\b)[A-Z][\w'’.-]*(?: (?!(?:and|who|that|which|where|when|was|were|is|are|been|has|had|have)\b)[\w'’.-]+){0,6}?) "
    r"(?:(?:has|had|later|also|then|reportedly|allegedly) )*"
    r"(?:told (?!(?:of|by|to)\b)(?:the |a |an |his |her |their )?[\w'’.-]+(?: (?:officers?|police|department|dispatchers?|deputies|at the scene|on the scene|in the home))*"
    r"|said|reported(?! (?:missing|lost|dead|killed|injured|wounded|hurt|kidnapped|abducted)\b)|testified|recalled|(?:claim|admitt?)(?:ed)(?= (?:that|he|she|they|to)\b))(?: that)? (?!by\b|to\b|in\b|on\b|at\b)",
    needs="told|said|claim|admit|reported|recalled|testified",
)
# What stands before the name of who passes it on.
SIGNED = re.compile(r", (?:according to )?(?:an? |the )?(?:[\w.'’-]+ ){0,6}$", re.IGNORECASE)


def relayed(
    sentence: Sentence, found: Sequence[Words], told: Sequence[tuple[Span, SpeakerKind]]
) -> list[Words]:
    """Return the words that a sentence has from its subject through whoever signs it at its end; none for another sentence.

    `found` is what its cues give to speakers, `told` are those whom it names, with their kinds.
    """
    head = TELLS.match(sentence.text)
    named = [(w.speaker.span.start - sentence.start, w) for w in found if w.speaker.span]
    if head is None or sentence.field == "title" or not named or cues.NOBODY.fullmatch(head["who"]):
        return []
    end, last = max(named, key=lambda each: each[0])
    signs = last.start == 0 and last.end == len(sentence.text)
    if not signs or end < head.end() or not SIGNED.search(sentence.text, head.end() - 1, end):
        return []
    span = sentence.span(*head.span("who"))
    kinds = [kind for other, kind in told if other.start < span.end and span.start < other.end]
    speaker = Speaker(name=span.quote, kind=kind_of(span.quote) or (*kinds, "witness")[0], span=span)
    return [Words(replace(speaker, via=last.speaker.name), head.end(), end)]
