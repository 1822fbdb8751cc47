"""What a sentence by its own words gives to whom: the cues beside those whom it names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from sayso.model import Span, Speaker, SpeakerKind
from sayso.read.speech import cues
from sayso.read.speech.cited import cited_in
from sayso.read.speech.institutions import INSTITUTION, NAMES_ONE
from sayso.read.speech.subjects import kind_of
from sayso.read.text.page import Sentence, overlap
from sayso.read.text.patterns import Pattern, lowered
from sayso.read.where.gazetteer import cities_named

__all__ = [
    "Words",
    "as_member",
    "by_own_name",
    "cued",
    "denial_in",
    "institutions",
    "is_piece",
    "known_names",
    "of_issuer",
    "reach",
]

# Code points: how far before the name of a place stands who speaks there: "a nurse at Lodva hospital, Eva Lund, said".
NEAR = 30


@dataclass(frozen=True, slots=True)
class Words:
    """Characters [start, end) of a sentence that are somebody's words."""

    speaker: Speaker
    start: int
    end: int


def is_piece(span: Span, bodies: Sequence[tuple[Span, SpeakerKind]]) -> bool:
    """True for one word of an institution's name that alone names none, but for the surname at its end: "RED" of "RED CROSS"."""
    within = any(body.start <= span.start and span.end < body.end for body, _ in bodies)
    return within and " " not in span.quote and kind_of(span.quote) is None


def known_names(
    sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]], surnames: Mapping[str, SpeakerKind]
) -> Iterator[tuple[Span, SpeakerKind]]:
    """Yield speakers that a sentence names by the surname alone, and an earlier one in full: "Price said"."""
    for found in cues.SURNAME_SAID.finditer(sentence.text):
        span = sentence.span(*found.span("name"))
        if span.quote in surnames and not any(overlap(span, other) for other, _ in told):
            yield span, surnames[span.quote]


def cued(
    sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]], bodies: Sequence[tuple[Span, SpeakerKind]]
) -> list[Words]:
    """Return what the speakers named beside a cue are said to say in a sentence.

    Those that the network found come first; institutions (`bodies`) that only their words tell fill the gaps.
    """
    if denial := denial_in(sentence):
        span = sentence.span(*denial.span("who"))
        kinds = [kind for other, kind in (*told, *bodies) if overlap(span, other)]
        turn = cues.NEXT_CLAUSE.search(sentence.text, denial.end())
        others = said_behind(sentence, turn.end(), (*told, *bodies)) if turn else []
        last = turn.start() if turn and others else len(sentence.text)
        return [Words(Speaker(name=span.quote, kind=(*kinds, "other")[0], span=span), 0, last), *others]
    if sentence.field == "title" and cues.DENIES_LAST.search(sentence.text.rstrip(" .")):
        return []
    cites = cited_in(sentence, (*told, *bodies))
    if cites is None and (signed := signed_by(sentence, (*told, *bodies))):
        return [signed]
    found = [words for span, kind in told if (words := words_of(sentence, span, kind, cues.CUE))]
    for span, kind in bodies:
        if not any(overlap(span, words.speaker.span) for words in found):
            words = words_of(sentence, span, kind, cues.PLAIN_CUE)
            found += [words] if words else []
    if cites:
        speaker, start, end = cites
        named = sentence.span(start, end)
        others = [words for words in found if not overlap(named, words.speaker.span)]
        return [reach(sentence.text, speaker, start, end), *others]
    found = found or going_on(sentence, (*told, *bodies)) or insisting(sentence, (*told, *bodies))
    found = found or according_to(sentence) or telling(sentence)
    return found or behind_quotation(sentence) or introducing(sentence)


def said_behind(sentence: Sentence, start: int, told: Sequence[tuple[Span, SpeakerKind]]) -> list[Words]:
    """Return what somebody says in the last clause of a sentence, which begins at `start`."""
    first = sentence.start + start
    found = (words_of(sentence, span, kind, cues.PLAIN_CUE) for span, kind in told if span.start >= first)
    return [Words(words.speaker, max(start, words.start), words.end) for words in found if words]


def denial_in(sentence: Sentence) -> re.Match[str] | None:
    """Return where a sentence tells who denies what others claim."""
    if not any(stem in sentence.text for stem in cues.OF_DENIAL):
        return None
    found = cues.DENIAL.search(sentence.text)
    return None if found is None or found["who"].lower() in cues.PRONOUNS else found


def signed_by(sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]]) -> Words | None:
    """Return the whole of a sentence that ends in who says it, as that speaker's; None for another sentence.

    Of several names there the last is meant ("Mill Police Chief Ann Hale"), but for one that only says where
    ("police in Mill").
    """
    signed = cues.SIGNED.search(sentence.text.rstrip(" ."))
    if signed is None:
        return None
    first, last = (sentence.start + at for at in signed.span("who"))
    for span, kind in sorted(told, key=lambda each: -each[0].end):
        inside = first <= span.start and span.end <= last
        if inside and not cues.OF_ANOTHER.search(sentence.text[: span.start - sentence.start]):
            return Words(Speaker(name=span.quote, kind=kind, span=span), 0, len(sentence.text))
    return None


def going_on(sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]]) -> list[Words]:
    """Return what a sentence that begins with somebody says further on: "Police have not named him but said that"."""
    found = cues.GOES_ON.match(sentence.text)
    heads = [(span, kind) for span, kind in told if span.start - sentence.start <= len("The ")]
    if found is None or not heads or heads[0][0].end - sentence.start > found.end():
        return []
    span, kind = heads[0]
    if cues.NOUN_CUE.match(sentence.text, span.end - sentence.start + 1):
        return []
    return [Words(Speaker(name=span.quote, kind=kind, span=span), 0, len(sentence.text))]


def insisting(sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]]) -> list[Words]:
    """Return what who stands at the head of a sentence says behind what he did: "The mayor faulted the figure, insisting that"."""
    found = cues.INSISTS.search(sentence.text) if "ing " in sentence.text else None
    if found is None or sentence.field == "title":
        return []
    text = sentence.text
    for span, kind in sorted(told, key=lambda each: -each[0].end):
        start, end = span.start - sentence.start, span.end - sentence.start
        if not (0 < end <= found.start() and cues.AT_HEAD.fullmatch(text, 0, start)):
            continue
        is_office = cues.SOMEBODY.search(span.quote) or cues.SOMEBODY.match(text, end + 1)
        name = name_after(text[end:], found.start() - end) if is_office else None
        apart = text.startswith(",", end) and not cues.APPOSED.search(text, 0, start)
        if name or not (apart or cues.NOUN_CUE.match(text, end + 1)):
            whole = sentence.span(end + name[0], end + name[1]) if name else span
            return [Words(Speaker(name=whole.quote, kind=kind, span=whole), found.start(), len(text))]
    return []


def according_to(sentence: Sentence) -> list[Words]:
    """Return what a sentence says according to somebody whom neither the network nor the words for callings tell."""
    found = cues.NAMED_BY_SOURCE.search(sentence.text)
    if found is None:
        return []
    kind, span = kind_of(found["who"]) or "other", sentence.span(*found.span("who"))
    return [Words(Speaker(name=span.quote, kind=kind, span=span), 0, len(sentence.text))]


def telling(sentence: Sentence) -> list[Words]:
    """Return what somebody tells the police or the press whom neither the network nor a calling tells."""
    found = next((m for m in cues.TOLD.finditer(sentence.text) if not cues.NO_TELLER.search(m["who"])), None)
    if sentence.field == "title" or found is None or cues.NOBODY.fullmatch(found["who"]):
        return []
    span = sentence.span(*found.span("who"))
    kind = kind_of(found["who"]) or "witness"
    if name := cues.GIVES_NAME.search(found["who"]):
        span = sentence.span(found.start("who") + name.start("name"), found.start("who") + name.end("name"))
    speaker = Speaker(name=span.quote, kind=kind, span=span)
    return [reach(sentence.text, speaker, found.start("who"), found.end())]


def behind_quotation(sentence: Sentence) -> list[Words]:
    """Return a quotation with whoever stands behind it and is told by his calling alone: ", said a shopkeeper"."""
    found = cues.SAID_SOMEBODY.search(sentence.text)
    if sentence.field == "title" or found is None:
        return []
    kind, span = kind_of(found["who"]) or "witness", sentence.span(*found.span("who"))
    speaker = by_own_name(sentence, Speaker(name=span.quote, kind=kind, span=span))
    return [reach(sentence.text, speaker, found.start("said"), found.end())]


def introducing(sentence: Sentence) -> list[Words]:
    """Return a quotation with whoever is told by his calling alone before its colon: "a nurse shouts: “Two are dead”"."""
    found = cues.INTRODUCES.search(sentence.text) if ":" in sentence.text else None
    if sentence.field == "title" or found is None:
        return []
    span = sentence.span(*found.span("who"))
    speaker = Speaker(name=span.quote, kind=kind_of(span.quote) or "witness", span=span)
    return [Words(speaker, found.end() - 1, len(sentence.text))]


def by_own_name(sentence: Sentence, speaker: Speaker) -> Speaker:
    """Return a speaker by the name that he gives, if he does: "said a shopkeeper, who gave his name only as Ali"."""
    end = speaker.span.end - sentence.start if speaker.span else 0
    found = cues.GIVES_NAME.match(sentence.text, end) if cues.SOMEBODY.search(speaker.name) else None
    if found is None:
        return speaker
    span = sentence.span(*found.span("name"))
    return replace(speaker, name=span.quote, span=span)


def words_of(sentence: Sentence, span: Span, kind: SpeakerKind, cue: Pattern) -> Words | None:
    """Return what one speaker is said to say in a sentence; None where no cue stands beside the name."""
    text = sentence.text
    start, end = span.start - sentence.start, min(span.end - sentence.start, len(text))
    before, after = text[:start], text[end:]
    speaker = Speaker(name=span.quote, kind=kind, span=span)
    signed = sentence.is_headline and not after.strip() and before.rstrip().endswith((":", "-", "–"))
    if cues.CITED.search(before):
        return Words(speaker, start if after.strip(" .") else 0, len(text))
    if cues.ITS_FIGURE.match(after) and cues.GIVES_TOO.search(before):
        return Words(speaker, start, len(text))
    if cues.FIGURE_OF.match(text, end - len("'s") * span.quote.endswith(("'s", "’s"))):
        return Words(speaker, start, len(text))
    by_count = before.endswith((" by ", " by the ")) and cues.BY_COUNT.match(after)
    if by_count or cues.REPORTED_BY.search(before):
        return Words(speaker, 0, len(text))
    if cues.CARRIED.search(before):
        return None
    if kind == "document" and (cues.BY_WHOM.match(after) or cues.TOLD_BY_ANOTHER.search(before)):
        return None
    if half := cues.HALF_SAID.search(before):
        return Words(speaker, half.start(), len(text))
    if after.startswith(":") and cues.IS_TOLD.search(before):
        return None
    introduces = after.startswith(":") and not cues.IN_PLACE.search(before)
    is_named = cues.FULL_NAME.fullmatch(span.quote) and cues.BEHIND_NAME.match(after)
    by_office = is_named and cues.ACCORDING_OFFICE.search(before)
    if cues.ACCORDING.search(before) or by_office or introduces or signed:
        name = cues.NAMED_BEHIND.match(after) if cues.SOMEBODY.search(span.quote) else None
        if name and not cities_named(name["name"]):
            behind = sentence.span(end + name.start("name"), end + name.end("name"))
            speaker = Speaker(name=behind.quote, kind=kind, span=behind)
        two = cues.FIRST_OF_TWO.search(before)
        return Words(speaker, two.end() if two and two.start() else 0, len(text))
    return by_verb(sentence, span, speaker, cue)


def by_verb(sentence: Sentence, span: Span, speaker: Speaker, cue: Pattern) -> Words | None:
    """Return what a verb of saying beside a speaker's name gives to him: "police said", "said police"; None without one."""
    text = sentence.text
    start, end = span.start - sentence.start, min(span.end - sentence.start, len(text))
    before, after = text[:start], text[end:]
    starts = (0, 1) if after.startswith(",") and is_apposed(before, span.quote) else (0,)
    near = (m for m in cue.finditer(after) if any(cues.AFTER.match(after[at : m.start()]) for at in starts))
    following = next((m for m in near if not is_noun(text, end, m)), None) or cues.RELATIVE.match(after)
    if following and not cues.OF_POLICE.search(before) and not cues.SAID_BY.search(before):
        if whole := wholly_named(sentence, span, following):
            speaker = Speaker(name=whole.quote, kind=kind_of(whole.quote) or speaker.kind, span=whole)
            start = min(start, whole.start - sentence.start)
        return reach(text, speaker, start, end + following.end())
    said_before = (
        m
        for m in cue.finditer(before)
        if cues.BEFORE.match(before[m.end() :])
        and is_inverted(before, m)
        and not cues.NO_INVERSION.search(m[0])
    )
    preceding = None if cues.OF_FORCES.match(after) else next(said_before, None)
    if preceding and not cues.OF_ANOTHER.search(before):
        first = 0 if cues.PASSIVE.search(before[: preceding.end() + len(" by ")]) else preceding.start()
        return reach(text, by_own_name(sentence, speaker), first, preceding.end())
    return None


def is_noun(text: str, end: int, cue: re.Match[str]) -> bool:
    """True for a cue right behind a name that ends at `end` that is what somebody has said: "a rebel claim that", "the official count", "rejects the union count"."""
    is_last = not text[end + cue.end() :].strip(" .")
    is_one = is_last or cues.ONE.search(text, 0, end) or text.endswith(" official", 0, end)
    return bool(is_one and cues.NOUN_CUE.fullmatch(cue[0]) and cue.start() <= len(" "))


def is_apposed(before: str, name: str) -> bool:
    """True for a name between commas, behind what he is: "a rebel spokesman, Colonel Ugo Bern, said", "the agency, LPA, said"."""
    return bool((name.isupper() or cues.FULL_NAME.fullmatch(name)) and cues.APPOSED.search(before))


def wholly_named(sentence: Sentence, span: Span, cue: re.Match[str]) -> Span | None:
    """Return the name of a speaker of whom `span` only says what he is or where, before a cue; None where it is the name."""
    text = sentence.text
    start, end = span.start - sentence.start, span.end - sentence.start
    is_what = cues.SOMEBODY.search(span.quote) or (
        cues.OF_ANOTHER.search(text, 0, start) and cues.SOMEBODY.search(text, max(0, start - NEAR), start)
    )
    if is_what and (name := name_after(text[end:], cue.start())):
        return sentence.span(end + name[0], end + name[1])
    head = cues.WHO_IS.search(text, 0, start) or cues.OF_WHICH.search(text, 0, start)
    return sentence.span(*head.span("who")) if head and start < end else None


def as_member(sentence: Sentence, speaker: Speaker) -> Speaker:
    """Return a speaker by the name before the body that he is of: "Ann Hale of the Red Cross"; others as they are."""
    start = speaker.span.start - sentence.start if speaker.span else 0
    found = cues.MEMBER.search(sentence.text[: max(0, start)])
    if (
        sentence.field == "title"
        or found is None
        or cues.BODY.search(found["who"])
        or cities_named(found["who"])
    ):
        return speaker
    if cues.SOMEBODY.fullmatch(found["who"].split()[-1]):
        return speaker
    span = sentence.span(*found.span("who"))
    return replace(speaker, name=span.quote, span=span)


def name_after(after: str, cue: int) -> tuple[int, int] | None:
    """Return where the name stands between what somebody is and the cue at `cue`; None for no name, or that of a place."""
    found = cues.NAMED_AFTER.match(after)
    if found is None or found.end() > cue + 1:
        return None
    name = found["name"]
    if cities_named(name) or name.endswith(("County", "Party")):
        return None
    return found.span("name")


def is_inverted(before: str, cue: re.Match[str]) -> bool:
    """True for a cue after which its speaker may stand: "..., said Hale", "was identified by Hale", not "police say Hale"."""
    by = before[cue.end() :].lower().startswith(" by ")
    return by or (not cues.ONLY_BY.match(cue[0]) and bool(cues.OPEN_CUE.search(before, 0, cue.start())))


def institutions(sentence: Sentence) -> Iterator[tuple[Span, SpeakerKind]]:
    """Yield the institutions and callings that a sentence names, with the kind that their words tell."""
    first = NAMES_ONE.search(lowered(sentence.text))
    # up to five words stand before the one that is looked for
    before = sentence.text[: first.start()].rsplit(" ", 6) if first else []
    start = len(before[0]) if len(before) > 6 else 0
    for found in INSTITUTION.finditer(sentence.text, start) if first else ():
        kind = kind_of(found[0])
        if kind and not found[0].endswith(" LIVE"):
            yield sentence.span(*found.span()), kind


def reach(text: str, speaker: Speaker, start: int, end: int) -> Words:
    """Return the words that "X said" at [start, end) carries: what follows, and what a comma joins before it.

    With nothing behind it, its whole clause is meant: "Two were dead investigators said".
    """
    before = text[:start].rstrip()
    is_titled = cues.TITLE_BEFORE.search(before) and not text.startswith(",", start + len(speaker.name))
    joined = before.endswith((",", "”", '"', "—", "–", "-", ",’", ".’", "?’", "!’")) or is_titled
    if not text[end:].strip(' .”"’)'):
        start = text.rfind(";", 0, start) + 1
    return Words(speaker, 0 if joined or not before else start, len(text))


def within_headline(words: Words, sentence: Sentence) -> Words:
    """Return somebody's words in a headline: from a comma before him, if they come behind him, to the next semicolon.

    "Five dead in Lodva, police suspect a gas leak"; "Army says it hit a base; five dead in Lodva". What he says
    behind a colon goes on: "Police: man shot; two held".
    """
    span = words.speaker.span
    if span is None or not sentence.holds(span):
        return words
    text, end = sentence.text, span.end - sentence.start
    start = words.start
    if text[: span.start - sentence.start].endswith(", ") and cues.SAYS_MORE.match(text, end + 1):
        start = max(start, span.start - sentence.start)
    last = text.find("; ", end)
    if last < 0 or ":" in text[end:last]:
        return Words(words.speaker, start, words.end)
    return Words(words.speaker, start, min(words.end, last))


def announced(sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]]) -> Speaker | None:
    """Return the body whose paper a line says comes next; `told` are those whom the line names."""
    found = cues.ANNOUNCED.search(sentence.text) if sentence.text.endswith(":") else None
    if found is None:
        return None
    own = [(span, kind) for span, kind in told if kind not in ("document", "report", "media")]
    first = sentence.start + found.start("by")
    behind = [each for each in own if found["by"] and 0 <= each[0].start - first <= len("the ")]
    near = [each for each in own if each[0].end <= sentence.start + found.start()]
    body = min(behind or near, key=lambda each: each[0].start, default=None)
    return Speaker(name=body[0].quote, kind=body[1], span=body[0]) if body else None


def of_issuer(speaker: Speaker, last: Speaker) -> Speaker:
    """Return "the statement" as of the kind of who spoke before it, in whose name it is."""
    if speaker.kind != "document" or last.kind == "report" or not cues.OF_SOMEBODY.fullmatch(speaker.name):
        return speaker
    return replace(speaker, kind=last.kind)
