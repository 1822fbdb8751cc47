"""Speakers: which of the people and institutions that a report names are said to say a sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from sayso.model import Span, Speaker, SpeakerKind
from sayso.read import cues
from sayso.read.gazetteer import cities_named
from sayso.read.page import Page, Sentence, end_of_name, span_of
from sayso.read.quotations import is_quotation, opening, quote_state
from sayso.read.subjects import head_of, is_somebody, kind_of, meant_by, subject_of
from sayso.read.titles import Titles
from sayso.read.transcripts import cast, posts, turn_at, turns

__all__ = ["Attributions", "denial_in", "through"]


@dataclass(frozen=True, slots=True)
class Words:
    """Characters [start, end) of a sentence that are somebody's words."""

    speaker: Speaker
    start: int
    end: int


# Code points: how far before the name of a place stands who speaks there: "a nurse at Lodva hospital, Eva Lund, said".
NEAR = 30
LONGEST_HALF = 20


class Attributions:
    """Who says what in one report; what nobody is said to say is the narrator's."""

    def __init__(self, page: Page, named: Sequence[tuple[Span, SpeakerKind]]) -> None:
        named = [
            (span, kind)
            for span, kind in ((whole_name(page, without_stop(span)), kind) for span, kind in named)
            if not is_torn(page, span) and not is_filed(page, span) and not cues.NOBODY.fullmatch(span.quote)
        ]
        self.page, self.posts, self.turns = page, posts(page.report, named), turns(page.report, named)
        self.cast = cast(page.report.text, named)
        self.is_transcript = bool(self.cast) or any(turn.speaker for turn in self.turns)
        self.titles = Titles()
        self.surnames: dict[str, SpeakerKind] = {}
        self.words: dict[tuple[str, int], list[Words]] = {}
        self.last: dict[tuple[str, int], Speaker | None] = {}
        told: dict[Sentence | None, list[tuple[Span, SpeakerKind]]] = {}
        for each in named:
            told.setdefault(page.holding(each[0]), []).append(each)
        last: Speaker | None = None
        subject: Speaker | None = None
        person: Speaker | None = None
        is_open = False
        unsigned: list[tuple[Sentence, int]] = []
        for sentence in page.sentences:
            if begins_paragraph(page, sentence) and sentence.text[:1] not in cues.QUOTES:
                is_open = False
            spoke = meant_by(sentence, subject, last, person)
            found = self.said_in(sentence, told.get(sentence, []), spoke)
            was_open, is_open = is_open, quote_state(sentence, is_open)
            unsigned = self.signed(unsigned, found) if was_open else []
            if is_open and not found:
                unsigned.append((sentence, 0 if was_open else opening(sentence.text)))
            if not found and (
                was_open or is_quotation(sentence.text) or (is_open and sentence.text[:1] in cues.QUOTES)
            ):
                quoted = subject if subject and is_somebody(subject) else last
                found = [Words(quoted, 0, len(sentence.text))] if quoted else []
            if not found and (turn := self.turn_at(sentence)) is not None:
                found = [Words(turn, 0, len(sentence.text))]
            self.words[sentence.field, sentence.start] = found
            self.last[sentence.field, sentence.start] = spoke
            last = found[-1].speaker if found else last
            person = next((w.speaker for w in reversed(found) if is_somebody(w.speaker)), person)
            subject = None if found else head_of(sentence, told.get(sentence, []), self.surnames)

    def said_in(
        self, sentence: Sentence, named: Sequence[tuple[Span, SpeakerKind]], last: Speaker | None
    ) -> list[Words]:
        """Return what a sentence gives to speakers by its own words; pronouns mean who spoke last."""
        bodies = list(institutions(sentence))
        told = [each for each in named if not is_piece(each[0], bodies)]
        found = cued(sentence, [*told, *known_names(sentence, told, self.surnames)], bodies)
        for span, kind in told:
            self.titles.hear(sentence, Speaker(name=span.quote, kind=kind, span=span))
            if " " in span.quote.strip():
                self.surnames[span.quote.split()[-1]] = kind
        found = [Words(self.titles.meant(w.speaker), w.start, w.end) for w in found]
        if last is not None:
            found = [Words(last, w.start, w.end) if is_pronoun(w.speaker) else w for w in found]
            if not found and (hit := cues.HE_SAID.search(sentence.text)):
                speaker = subject_of(sentence, told, hit.start()) or last
                return [reach(sentence.text, speaker, hit.start(), hit.end())]
        return [w for w in found if not is_pronoun(w.speaker)]

    def signed(
        self, unsigned: list[tuple[Sentence, int]], found: Sequence[Words]
    ) -> list[tuple[Sentence, int]]:
        """Give the sentences of an open quotation to whom a later one names; return those that still have no speaker."""
        if not found:
            return unsigned
        if found[0].start == 0:
            for sentence, start in unsigned:
                self.words[sentence.field, sentence.start] = [
                    Words(found[0].speaker, start, len(sentence.text))
                ]
        return []

    def at(self, sentence: Sentence, start: int) -> Speaker | None:
        """Return who is said to say the words at `start` of a sentence; None for the narrator."""
        found = self.words.get((sentence.field, sentence.start), [])
        covering = [w for w in found if w.start <= start < w.end]
        speaker = min(covering, key=lambda w: w.end - w.start).speaker if covering else None
        return self.cast.get(speaker.name.split()[-1].lower(), speaker) if speaker and self.cast else speaker

    def turn_at(self, sentence: Sentence) -> Speaker | None:
        """Return whose post a sentence is, or whose turn in a transcript; None outside one."""
        if sentence.field == "title":
            return None
        turn = turn_at(self.posts, sentence.start) or turn_at(self.turns, sentence.start)
        return turn.speaker if turn else None

    def whole(self, speaker: Speaker) -> Speaker:
        """Return a speaker by the whole name, of which the network may see a part; the narrator for nobody's name."""
        if speaker.span is not None:
            speaker = replace(speaker, span=without_stop(speaker.span))
        if (
            speaker.span is None
            or cues.NOBODY.fullmatch(speaker.span.quote)
            or is_filed(self.page, speaker.span)
        ):
            return Speaker()
        span = whole_name(self.page, speaker.span)
        return self.titles.meant(replace(speaker, name=span.quote, span=span))

    def before(self, sentence: Sentence) -> Speaker | None:
        """Return who spoke last before a sentence: whom "he said" in it means."""
        return self.last.get((sentence.field, sentence.start))


def through(speaker: Speaker, sentence: Sentence) -> Speaker:
    """Return a speaker with the outlet through which a sentence gives the words; the narrator has none."""
    found = None if speaker.narrates else cues.VIA.search(sentence.text)
    return replace(speaker, via=sentence.span(*found.span("via")).quote) if found else speaker


def begins_paragraph(page: Page, sentence: Sentence) -> bool:
    """True when a line break or nothing stands before a sentence."""
    before = page.report.field(sentence.field)[: sentence.start].rstrip(" ")
    return not before or before.endswith("\n")


def is_torn(page: Page, span: Span) -> bool:
    """True for a piece of a name or an age: "s family", "a 10-year"."""
    body = page.report.field(span.field)
    return (
        bool(cues.TORN_OFF.search(body[max(0, span.start - 2) : span.start]))
        or body[span.end : span.end + 1] == "-"
    )


def is_pronoun(speaker: Speaker) -> bool:
    """True for a speaker who is only called "he", "they" or the like."""
    return speaker.name.lower() in cues.PRONOUNS


def is_filed(page: Page, span: Span) -> bool:
    """True for the town from which a report is filed, in capitals before a colon at its head: "LODVA: Ten people ..."."""
    if span.field != "text" or page.report.text[span.end : span.end + 1] != ":" or not span.quote.isupper():
        return False
    return kind_of(span.quote) is None and not page.report.text[: span.start].strip()


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
        return [Words(Speaker(name=span.quote, kind=(*kinds, "other")[0], span=span), 0, len(sentence.text))]
    if sentence.field == "title" and cues.DENIES_LAST.search(sentence.text.rstrip(" .")):
        return []
    if signed := signed_by(sentence, (*told, *bodies)):
        return [signed]
    found = [words for span, kind in told if (words := words_of(sentence, span, kind, cues.CUE))]
    for span, kind in bodies:
        if not any(overlap(span, words.speaker.span) for words in found):
            words = words_of(sentence, span, kind, cues.PLAIN_CUE)
            found += [words] if words else []
    return found or going_on(sentence, (*told, *bodies)) or according_to(sentence) or telling(sentence)


def denial_in(sentence: Sentence) -> re.Match[str] | None:
    """Return where a sentence tells who denies what others claim."""
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
    return [Words(Speaker(name=span.quote, kind=kind, span=span), 0, len(sentence.text))]


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
    speaker = Speaker(name=span.quote, kind=kind_of(found["who"]) or "witness", span=span)
    return [reach(sentence.text, speaker, found.start("who"), found.end())]


def without_stop(span: Span) -> Span:
    """Return a name without the full stop of the title before it: "Wasim Khan" of ". Wasim Khan"."""
    quote = cues.WHO_END.sub("", span.quote)
    lead = len(quote) - len(quote.lstrip(".) "))
    if not quote.strip(".) ") or (quote == span.quote and not lead):
        return span
    return replace(span, start=span.start + lead, end=span.start + len(quote), quote=quote[lead:])


def whole_name(page: Page, span: Span) -> Span:
    """Return a name of which the network saw only the beginning ("Jennifer" of "Jennifer Castro") with the rest of it."""
    body = page.report.field(span.field)
    is_name = span.field == "text" and span.quote[:1].isupper() and span.quote[1:2].islower()
    end = end_of_name(body, span.end) if is_name else span.end
    half = cues.FIRST_HALF.search(body, max(0, span.start - LONGEST_HALF), span.start) if is_name else None
    return span_of(span.field, body, half.start() if half else span.start, end)


def overlap(span: Span, other: Span | None) -> bool:
    """True when two spans of one sentence share a character."""
    return other is not None and span.start < other.end and other.start < span.end


def words_of(sentence: Sentence, span: Span, kind: SpeakerKind, cue: re.Pattern[str]) -> Words | None:
    """Return what one speaker is said to say in a sentence; None where no cue stands beside the name."""
    text = sentence.text
    start, end = span.start - sentence.start, min(span.end - sentence.start, len(text))
    before, after = text[:start], text[end:]
    speaker = Speaker(name=span.quote, kind=kind, span=span)
    signed = sentence.field == "title" and not after.strip() and before.rstrip().endswith((":", "-", "–"))
    if cues.CITED.search(before):
        return Words(speaker, start, len(text))
    if kind == "document" and cues.BY_WHOM.match(after):
        return None
    if half := cues.HALF_SAID.search(before):
        return Words(speaker, half.start(), len(text))
    if cues.ACCORDING.search(before) or after.startswith(":") or signed:
        name = cues.NAMED_BEHIND.match(after) if cues.SOMEBODY.search(span.quote) else None
        if name and not cities_named(name["name"]):
            behind = sentence.span(end + name.start("name"), end + name.end("name"))
            speaker = Speaker(name=behind.quote, kind=kind, span=behind)
        return Words(speaker, 0, len(text))
    starts = (0, 1) if after.startswith(",") and is_apposed(before, span.quote) else (0,)
    near = (m for m in cue.finditer(after) if any(cues.AFTER.match(after[at : m.start()]) for at in starts))
    following = next(near, None) or cues.RELATIVE.match(after)
    if following and not cues.OF_POLICE.search(before) and not cues.SAID_BY.search(before):
        if whole := wholly_named(sentence, span, following):
            speaker = Speaker(name=whole.quote, kind=kind_of(whole.quote) or kind, span=whole)
            start = min(start, whole.start - sentence.start)
        return reach(text, speaker, start, end + following.end())
    said_before = (
        m
        for m in cue.finditer(before)
        if cues.BEFORE.match(before[m.end() :]) and is_inverted(before, m) and not cues.HEARER.match(m[0])
    )
    if (preceding := next(said_before, None)) and not cues.OF_ANOTHER.search(before):
        first = 0 if cues.PASSIVE.search(before[: preceding.end() + len(" by ")]) else preceding.start()
        return reach(text, speaker, first, end)
    return None


def is_apposed(before: str, name: str) -> bool:
    """True for somebody's name between commas, behind what he is: "a rebel spokesman, Colonel Ugo Bern, said"."""
    return bool(cues.FULL_NAME.fullmatch(name) and cues.APPOSED.search(before))


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
    for found in cues.INSTITUTION.finditer(sentence.text):
        if kind := kind_of(found[0]):
            yield sentence.span(*found.span()), kind


def reach(text: str, speaker: Speaker, start: int, end: int) -> Words:
    """Return the words that "X said" at [start, end) carries: what follows, and what a comma joins before it."""
    before = text[:start].rstrip()
    joined = before.endswith((",", "”", '"', "—", "–", "-"))
    return Words(speaker, 0 if joined or not before else start, len(text))
