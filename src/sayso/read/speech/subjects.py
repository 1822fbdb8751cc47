"""Who stands at the head of a sentence, and whom "he said" or "it said" in the next one means."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.model import Span, Speaker, SpeakerKind
from sayso.read.speech import cues
from sayso.read.speech.institutions import INSTITUTION, KINDS_BY_WORD
from sayso.read.text.page import Sentence
from sayso.read.where.gazetteer import cities_named

__all__ = ["head_of", "is_somebody", "kind_of", "meant_by", "subject_of"]

# Somebody at the head of a sentence: by the whole name, or behind what he is ("A leader of the miners, Ugo Bern, gave").
SUBJECT = re.compile(
    r"(?:(?:An?|The|One|Another) [^,;.“”\"]{3,60}, )?(?P<name>[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,3})"
    r"(?=,? (?:\d+|an?|the|who|was|were|is|had|has|[a-z]+ed|spoke|gave)\b)"
)
# The same by the surname alone.
SURNAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Capt|Col)\.? )?(?P<name>[A-Z][\w'’-]+) (?=(?:\w+ly )?(?:was|is|had|has|could|would|did|[a-z]+ed)\b)"
)
NAME = re.compile(r"[A-Z][\w'’.-]*[a-z](?: (?:[A-Z][\w'’.-]*|al-\w+|de|la|van|von|der|bin|al|el)){0,4}")
# What may stand before a name at the head of a sentence.
RANK = re.compile(rf"(?:(?:[\w'’-]+ ){{0,3}}(?:{cues.OFFICES}) )?(?:(?:The )?(?:[A-Z][\w.]* ){{1,3}})?")
# Several at the head of a sentence, who can be "they": "Detectives with the Mill police are", "Friends of Ugo Bern said".
SEVERAL = re.compile(
    r"(?:[A-Z][^,;.“”\"]{3,50}, (?=[a-z]))?(?P<who>(?:(?:The|Two|Three|Several|Some|Local|City|County|State|Federal) )?(?:(?!\w+day\b)[A-Z][\w'’.-]+ ){0,3}?"
    r"(?i:police|detectives|investigators|deputies|officers|officials|authorities|prosecutors|doctors|rescuers|firefighters|troopers|dispatchers|medics|paramedics|villagers|survivors|"
    r"witnesses|neighbou?rs|residents|locals|relatives|parents|mothers|fathers|friends|colleagues|mourners|passengers|activists|family(?: members)?|families)(?: (?:with|of|from|in|at|for) [^,;.“”\"]{2,60}?)?) "
    r"(?:(?:have|has|are|is|were|was|had|also|then|later) )*(?:\w+(?:ed|ing|s)\b|said|say|tell|believe|told|did|do|not|still|ran|held|stood|came|went|fled|saw|took|wept|sat|brought|found|spoke|gave)"
)
# Somebody at the head of a sentence by his calling alone.
CALLED = re.compile(rf"(?:An?|The|One|Another) (?:[\w'’-]+ ){{0,3}}?{cues.SOMEBODY.pattern}")
# Before a pronoun in a clause that says more of who or what stands before it.
DEPENDS = re.compile(
    r"\b(?:(?:after|when|where|while|because|since|before|as|that|whom|which|what) |(?:an?|the|two|three|several) (?:[\w'’-]+ ){1,3})$",
    re.IGNORECASE,
)
# Speakers that are no "he" or "she".
THINGS = frozenset({"media", "document", "company", "ngo-un"})


@lru_cache(maxsize=4096)
def kind_of(name: str) -> SpeakerKind | None:
    """Return the kind that the words of a name tell; None where they tell none."""
    return next((kind for kind, words in KINDS_BY_WORD if words.search(name)), None)


def is_somebody(speaker: Speaker) -> bool:
    """True for a speaker who can be "he" or "she": no institution, paper or outlet."""
    if cues.SOMEBODY.search(speaker.name):
        return " and " not in speaker.name
    if not is_one(speaker):
        return False
    is_named = is_name(speaker.name) or cues.FULL_NAME.search(speaker.name) is not None
    return is_named and speaker.kind not in THINGS and not cues.BODY.search(speaker.name)


def is_one(speaker: Speaker) -> bool:
    """True for a single person, who is no "they"."""
    return SEVERAL.match(f"{speaker.name} said") is None


def is_name(name: str) -> bool:
    """True for somebody's name alone, with or without a rank before it: "Hale", "Dr. Ann Hale"."""
    return bool(NAME.fullmatch(name)) and name.lower() not in cues.PRONOUNS


def head_of(
    sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]], surnames: Mapping[str, SpeakerKind]
) -> Speaker | None:
    """Return the somebody with whose name a sentence begins, or the institution; None for another head.

    `told` are those who speak anywhere and are named in the sentence; `surnames` those of everybody named before,
    with the kind of each.
    """
    if sentence.field == "title":
        return None
    for span, kind in told:
        if RANK.fullmatch(sentence.text[: max(0, span.start - sentence.start)]) and is_name(span.quote):
            return Speaker(name=span.quote, kind=kind, span=span)
    body = INSTITUTION.match(sentence.text)
    known = kind_of(body[0]) if body else None
    if body and known and cues.BODY.search(body[0]):
        return Speaker(name=body[0], kind=known, span=sentence.span(*body.span()))
    several = SEVERAL.match(sentence.text)
    if several and (kind := kind_of(several["who"]) or "victim-family"):
        return Speaker(name=several["who"], kind=kind, span=sentence.span(*several.span("who")))
    found = SUBJECT.match(sentence.text) or SURNAME.match(sentence.text)
    if found is None or cities_named(found["name"]):
        return None
    if " " not in found["name"] and found["name"] not in surnames:
        return None
    of_name = surnames.get(found["name"].split()[-1]) or kind_of(found["name"]) or "witness"
    return Speaker(name=found["name"], kind=of_name, span=sentence.span(*found.span("name")))


def meant_by(
    sentence: Sentence, subject: Speaker | None, last: Speaker | None, person: Speaker | None
) -> Speaker | None:
    """Return whom "he said", "she said" or "it said" in a sentence means.

    That is who stands at the head of the sentence before (`subject`), else who spoke last; where that one is no
    "he", the `person` who did.
    """
    said = cues.HE_SAID.search(sentence.text)
    if subject and said and can_be(subject, said):
        return subject
    is_person = said is not None and pronoun_of(said) in ("he", "she")
    if is_person and last is not None and not is_somebody(last):
        return person or (last if is_one(last) else None)
    return last


def can_be(speaker: Speaker, said: re.Match[str]) -> bool:
    """True for a speaker whom the pronoun of "he said", "they said" or "it said" can mean."""
    pronoun = pronoun_of(said)
    return not is_one(speaker) if pronoun == "they" else is_somebody(speaker) == (pronoun != "it")


def pronoun_of(said: re.Match[str]) -> str:
    """Return the pronoun of "he said", or that whose "his count" it is."""
    word = said[0].split()[0].lower()
    return {"his": "he", "her": "she", "its": "it", "their": "they"}.get(word, word)


def subject_of(
    sentence: Sentence,
    told: Sequence[tuple[Span, SpeakerKind]],
    said: re.Match[str],
    surnames: Mapping[str, SpeakerKind],
) -> Speaker | None:
    """Return whom "he said" means that its own sentence names; None where it names nobody.

    After a colon that is the one named before it ("The mayor, Ana Bern, gave another figure: she said"), in a clause
    that depends on the sentence its head: "Police are looking for a man they say shot two".
    """
    colon = sentence.start + sentence.text.rfind(":", 0, said.start())
    named = [each for each in told if sentence.start <= each[0].start and each[0].end <= colon]
    if named:
        return Speaker(name=named[-1][0].quote, kind=named[-1][1], span=named[-1][0])
    if not DEPENDS.search(sentence.text, 0, said.start()):
        return None
    head = head_of(sentence, told, surnames) or called_at_head(sentence)
    return head if head and can_be(head, said) else None


def called_at_head(sentence: Sentence) -> Speaker | None:
    """Return whom a sentence begins with by his calling, by the name that he gives if he does: "A guest, who gave her name as Mina"."""
    found = CALLED.match(sentence.text)
    if found is None or sentence.field == "title":
        return None
    name = cues.GIVES_NAME.match(sentence.text, found.end())
    span = sentence.span(*(name.span("name") if name else found.span()))
    return Speaker(name=span.quote, kind=kind_of(found[0]) or "witness", span=span)
