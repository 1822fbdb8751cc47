"""Speakers: which of the people and institutions that a report names are said to say a sentence."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sayso.model import Span, Speaker, SpeakerKind
from sayso.read.speech import cues
from sayso.read.speech.blamers import blamer
from sayso.read.speech.hearsay import Hearsay
from sayso.read.speech.institutions import INSTITUTION
from sayso.read.speech.offices import is_only_spokesman, kind_told, offices_in
from sayso.read.speech.quotations import is_quotation, opening, quote_state
from sayso.read.speech.relayed import relayed
from sayso.read.speech.saying import (
    Words,
    announced,
    as_member,
    by_own_name,
    cued,
    institutions,
    is_piece,
    known_names,
    of_issuer,
    reach,
    within_headline,
)
from sayso.read.speech.subjects import head_of, is_somebody, kind_of, meant_by, subject_of
from sayso.read.speech.titles import Titles
from sayso.read.speech.transcripts import cast, posts, turn_at, turns
from sayso.read.text.calendar import WEEKDAY
from sayso.read.text.page import Page, Sentence, end_of_name, span_of
from sayso.read.text.slips import common_words
from sayso.read.where.gazetteer import cities_named, countries, regions

__all__ = ["Attributions", "not_of_himself", "through", "whole_name"]

# A day behind a name, which is none of it: "the Lodva police Sunday".
LAST_DAY = re.compile(rf" {WEEKDAY}$")
# Speakers for whom no spokesman speaks.
NO_BODY = frozenset({"report", "media", "document", "witness"})
# Code points of a half of a name that the network may have cut off, and of a body's.
LONGEST_HALF, LONGEST_BODY = 20, 60


class Attributions:
    """Who says what in one report; what nobody is said to say is the narrator's."""

    def __init__(self, page: Page, named: Sequence[tuple[Span, SpeakerKind]]) -> None:
        named = [
            (span, kind)
            for span, kind in ((whole_name(page, without_stop(span)), kind) for span, kind in named)
            if not is_torn(page, span) and not is_filed(page, span) and not cues.NOBODY.fullmatch(span.quote)
        ]
        named = [(span, kind) for span, kind in named if not any(is_of(other, span) for other, _ in named)]
        self.offices, self.kinds = offices_in(page, named), dict[Span, SpeakerKind]()
        named = [(span, kind_told(span.quote, kind, self.offices)) for span, kind in named]
        self.page, self.posts, self.turns = page, posts(page.report, named), turns(page.report, named)
        self.cast = cast(page.report.text, named)
        self.is_transcript = bool(self.cast) or any(turn.speaker for turn in self.turns)
        self.titles = Titles()
        self.surnames: dict[str, SpeakerKind] = {}
        self.words: dict[tuple[str, int], list[Words]] = {}
        self.last: dict[tuple[str, int], Speaker | None] = {}
        self.within: set[tuple[str, int]] = set()
        self.told: dict[tuple[str, int], list[tuple[Span, SpeakerKind]]] = {}
        told: dict[Sentence | None, list[tuple[Span, SpeakerKind]]] = {}
        for each in named:
            told.setdefault(page.holding(each[0]), []).append(each)
        self.hear(told)

    def hear(self, told: Mapping[Sentence | None, Sequence[tuple[Span, SpeakerKind]]]) -> None:
        """Give the words of each sentence to who says them, in reading order; `told` are those whom each names."""
        last: Speaker | None = None
        subject: Speaker | None = None
        person: Speaker | None = None
        is_open = is_blank = False
        unsigned: list[tuple[Sentence, int]] = []
        for sentence in self.page.sentences:
            if begins_paragraph(self.page, sentence) and sentence.text[:1] not in cues.QUOTES:
                is_open = False
            spoke = meant_by(sentence, subject, last, person)
            found = self.said_in(sentence, self.of_body(sentence, told.get(sentence, []), last), spoke)
            found = [within_headline(w, sentence) for w in found] if sentence.field == "title" else found
            was_open, is_open = is_open, quote_state(sentence, is_open)
            self.within |= {(sentence.field, sentence.start)} if was_open else set()
            unsigned = self.signed(unsigned, found) if was_open else []
            was_blank = is_blank and was_open
            is_blank = is_open and not found and (is_blank if was_open else opening(sentence.text) > 0)
            if is_open and not found:
                unsigned.append((sentence, 0 if was_open else opening(sentence.text)))
            if (
                not found
                and not was_blank
                and (
                    was_open or is_quotation(sentence.text) or (is_open and sentence.text[:1] in cues.QUOTES)
                )
            ):
                quoted = subject if subject and is_somebody(subject) else last
                found = [Words(quoted, 0, len(sentence.text))] if quoted else []
            if not found and (turn := self.turn_at(sentence)) is not None:
                found = [Words(turn, 0, len(sentence.text))]
            self.words[sentence.field, sentence.start] = found
            self.last[sentence.field, sentence.start] = spoke
            last = found[-1].speaker if found else last
            ahead = None if found else announced(sentence, self.told[sentence.field, sentence.start])
            last = ahead or last
            people = (
                w.speaker for w in reversed(found) if is_somebody(w.speaker) or is_titled(w.speaker, sentence)
            )
            person = next(people, person)
            subject = None if found or ahead else head_of(sentence, told.get(sentence, []), self.surnames)

    def of_body(
        self, sentence: Sentence, named: Sequence[tuple[Span, SpeakerKind]], last: Speaker | None
    ) -> Sequence[tuple[Span, SpeakerKind]]:
        """Return those whom a sentence names: "spokesman Ugo Bern" is of the kind of the body that spoke last.

        Who is told by his surname alone is of the kind of which he was by the whole name.
        """
        body = last.kind if last and last.kind not in NO_BODY and not is_somebody(last) else None
        for span, kind in named:
            name, start = span.quote.split()[-1], max(0, span.start - sentence.start)
            if span.quote == name and name[:1].isupper() and kind_of(name) is None:
                kind = self.surnames.get(name, kind)
            alone = body and name not in self.surnames
            is_its = alone and is_only_spokesman(sentence.text, start, start + len(span.quote))
            self.kinds[span] = body if body and is_its else kind
        return [(span, self.kinds[span]) for span, _ in named]

    def said_in(
        self, sentence: Sentence, named: Sequence[tuple[Span, SpeakerKind]], last: Speaker | None
    ) -> list[Words]:
        """Return what a sentence gives to speakers by its own words; pronouns mean who spoke last."""
        bodies = list(institutions(sentence))
        told = [each for each in named if not is_piece(each[0], bodies)]
        told = [*told, *known_names(sentence, told, self.surnames)]
        self.told[sentence.field, sentence.start] = [*told, *bodies]
        found = cued(sentence, told, bodies)
        for span, kind in told:
            self.titles.hear(sentence, Speaker(name=span.quote, kind=kind, span=span))
            if " " in span.quote.strip():
                self.surnames[span.quote.split()[-1]] = kind
        found = [
            replaced(w, self.titles.meant(as_member(sentence, w.speaker)), via_of(w.speaker, last))
            for w in (*found, *relayed(sentence, found, [*told, *bodies]))
        ]
        if last is not None:
            found = [Words(last, w.start, w.end) if is_pronoun(w.speaker) else w for w in found]
            found = [Words(of_issuer(w.speaker, last), w.start, w.end) for w in found]
        if not found and (hit := cues.HE_SAID.search(sentence.text)):
            speaker = subject_of(sentence, told, hit, self.surnames) or last
            return [reach(sentence.text, speaker, hit.start(), hit.end())] if speaker else []
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
        near = max(covering, key=lambda w: (begins(w, sentence, start), w.start - w.end), default=None)
        speaker = near.speaker if near else None
        if near is None and cues.ACCUSES.search(sentence.text, 0, start):
            speaker = self.blaming(sentence, sentence.span(start, start))
        if speaker and self.cast:
            return self.cast.get(speaker.name.split()[-1].lower(), speaker)
        return issuer(sentence, speaker) if speaker else None

    def is_quoted(self, sentence: Sentence, start: int) -> bool:
        """True for words at `start` of a sentence that stand in quotation marks: no narrator says them."""
        return quote_state(sentence, (sentence.field, sentence.start) in self.within, start)

    def blaming(self, sentence: Sentence, span: Span) -> Speaker | None:
        """Return who blames or accuses those whom a span of a sentence names; None where its words do not tell."""
        found = blamer(sentence, span, self.told[sentence.field, sentence.start])
        if found and is_pronoun(found):
            return self.before(sentence)
        return self.titles.meant(as_member(sentence, found)) if found else None

    def itself(self, sentence: Sentence, span: Span) -> Speaker:
        """Return those whom a span names as the speaker: who claims a deed or denies it says so himself."""
        near = self.told[sentence.field, sentence.start]
        kinds = [kind for other, kind in near if other.start < span.end and span.start < other.end]
        return Speaker(name=span.quote, kind=(*kinds, kind_of(span.quote) or "claimant")[0], span=span)

    def of_others(self, sentence: Sentence, heard: Hearsay, span: Span, tagged: Speaker | None) -> Speaker:
        """Return whose words others say of those whom a span counts: who disputes them, else whose claim it is.

        `tagged` is whom the network gives them to.
        """
        first = sentence.start + heard.start
        theirs = tagged if tagged and tagged.span and sentence.holds(tagged.span) else None
        at = theirs.span.start if theirs and theirs.span else first
        if heard.turn == "disputed" and heard.source is None:
            by_cue = self.at(sentence, heard.start)
            return by_cue or (self.head(sentence) if at > first else tagged) or Speaker()
        if heard.source is None:
            return theirs if theirs and first < at < span.start else Speaker()
        return self.itself(sentence, sentence.span(*heard.source))

    def giving(self, sentence: Sentence, start: int, end: int) -> Speaker | None:
        """Return who is said, behind a figure [start, end), to have given it, or before a name to have told it; None for nobody."""
        by = " by " in sentence.text
        found = by and (
            cues.GIVEN_BY.match(sentence.text, end) or cues.NAMED_BY.search(sentence.text, 0, start)
        )
        if not found or cues.NOBODY.fullmatch(found["who"]) or found["who"].lower() in cues.PRONOUNS:
            return None
        who = sentence.span(*found.span("who"))
        named = [
            (span, kind)
            for span, kind in self.told[sentence.field, sentence.start]
            if who.start <= span.start and span.end <= who.end and cues.FULL_NAME.fullmatch(span.quote)
        ]
        if named:
            return Speaker(name=named[-1][0].quote, kind=named[-1][1], span=named[-1][0])
        return self.itself(sentence, who)

    def head(self, sentence: Sentence) -> Speaker | None:
        """Return who stands at the head of a sentence as its subject; None where nobody speaks there."""
        return head_of(sentence, self.told[sentence.field, sentence.start], self.surnames)

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
            or cues.OF_GUARDS.match(self.page.report.field(speaker.span.field), speaker.span.end)
        ):
            return Speaker()
        span = whole_name(self.page, speaker.span)
        kind = self.kinds.get(span) or kind_told(span.quote, speaker.kind, self.offices)
        sentence = self.page.at(span)
        speaker = as_member(sentence, replace(speaker, name=span.quote, kind=kind, span=span))
        return self.titles.meant(by_own_name(sentence, issuer(sentence, speaker)))

    def before(self, sentence: Sentence) -> Speaker | None:
        """Return who spoke last before a sentence: whom "he said" in it means."""
        return self.last.get((sentence.field, sentence.start))


def through(speaker: Speaker, sentence: Sentence) -> Speaker:
    """Return a speaker with the outlet through which a sentence gives the words; the narrator has none."""
    found = None if speaker.narrates or speaker.via else cues.VIA.search(sentence.text)
    return replace(speaker, via=sentence.span(*found.span("via")).quote) if found else speaker


def not_of_himself(speaker: Speaker, span: Span, sentence: Sentence) -> Speaker:
    """Return the narrator for people who themselves speak, of something else: "a man who was hit, Ugo Bern, said it was dark".

    What befell him somebody tells himself: "a man told officers that he was hit".
    """
    own = speaker.span
    if own is None or own.field != span.field or own.end <= span.start or span.end <= own.start:
        return speaker
    return (
        speaker if cues.OF_HIMSELF.search(sentence.text, max(0, span.start - sentence.start)) else Speaker()
    )


def issuer(sentence: Sentence, speaker: Speaker) -> Speaker:
    """Return whose paper a speaker is, where the words behind tell: "a news release issued by the Lodva police"."""
    if speaker.span is None or not sentence.holds(speaker.span) or not cues.PAPER.search(speaker.name):
        return speaker
    found = cues.ISSUED.match(sentence.text, speaker.span.end - sentence.start)
    body = INSTITUTION.match(sentence.text, found.end()) if found else None
    kind = kind_of(body[0]) if body else None
    if body is None or kind is None or cues.PAPER.search(body[0]):
        return speaker
    span = sentence.span(body.start(), body.start() + len(LAST_DAY.sub("", body[0])))
    return replace(speaker, name=span.quote, kind=kind, span=span)


def begins(words: Words, sentence: Sentence, start: int) -> int:
    """Return where somebody's words before `start` begin: at his name, if it stands before them."""
    span = words.speaker.span
    named = span.end - sentence.start if span and sentence.holds(span) else 0
    return max(words.start, named if named <= start else 0)


def replaced(words: Words, speaker: Speaker, via: str | None) -> Words:
    """Return the same words as somebody else's, through an outlet."""
    return Words(replace(speaker, via=via), words.start, words.end)


def via_of(speaker: Speaker, last: Speaker | None) -> str | None:
    """Return the outlet through which a cited speaker's words come: "it" is the one that spoke last."""
    if speaker.via is None or speaker.via.lower() not in cues.PRONOUNS:
        return speaker.via
    return last.via or (last.name if last.kind == "media" else None) if last else None


def begins_paragraph(page: Page, sentence: Sentence) -> bool:
    """True when a line break or nothing stands before a sentence."""
    before = page.report.field(sentence.field)[: sentence.start].rstrip(" ")
    return not before or before.endswith("\n")


def is_torn(page: Page, span: Span) -> bool:
    """True for a piece of a name, an age or a word for people: "s family", "a 10-year", "Community" of "Community guards"."""
    body = page.report.field(span.field)
    cut = cues.TORN_OFF.search(body[max(0, span.start - 2) : span.start]) or cues.OF_GUARDS.match(
        body, span.end
    )
    return bool(cut) or body[span.end : span.end + 1] == "-"


def is_of(other: Span, span: Span) -> bool:
    """True where another name says whose somebody is that a span names: "friends of Ugo Bern"."""
    within = other.field == span.field and other.start < span.start and span.end <= other.end
    return within and other.quote[: span.start - other.start].endswith((" of ", " for "))


def is_titled(speaker: Speaker, sentence: Sentence) -> bool:
    """True for somebody by name behind his office, who speaks for a company or a body: "chairman Ugo Bern"."""
    if speaker.span is None or not sentence.holds(speaker.span) or not cues.FULL_NAME.fullmatch(speaker.name):
        return False
    before = sentence.text[: speaker.span.start - sentence.start].split()
    return bool(before and cues.SOMEBODY.fullmatch(before[-1]))


def is_pronoun(speaker: Speaker) -> bool:
    """True for a speaker who is only called "he", "they" or the like; WHO is a body."""
    return speaker.name != "WHO" and speaker.name.lower() in cues.PRONOUNS


def is_filed(page: Page, span: Span) -> bool:
    """True for the town from which a report is filed, in capitals before a colon at its head: "LODVA: Ten people ...".

    In a headline so stands where it happened: "Lodva: 20 bodies found under a bridge".
    """
    body = page.report.field(span.field)
    if cues.ACCOUNTS.match(body, span.end):
        return True
    if body[span.end : span.end + 1] != ":" or kind_of(span.quote) is not None:
        return False
    if body[: span.start].strip():
        is_head = body[: span.start].rstrip(" •*·–-\t").endswith("\n")
        return is_head and cues.OF_LIST.match(body, span.end) is not None and is_place(span.quote)
    if span.field == "text":
        return span.quote.isupper() or is_place(span.quote)
    is_word = span.quote.isupper() or span.quote.lower() in common_words()
    return span.quote in countries() or (not is_word and is_place(span.quote))


def is_place(name: str) -> bool:
    """True for the name of a country, a town or a province alone."""
    return name in countries() or name.lower() in regions() or bool(cities_named(name))


def without_stop(span: Span) -> Span:
    """Return a name without the full stop of the title before it: "Wasim Khan" of ". Wasim Khan"."""
    quote = cues.WHO_END.sub("", cues.END_OF_LINE.split(span.quote)[0])
    quote = quote[:-1] if quote.endswith(")") and "(" not in quote else quote
    lead = len(quote) - len(cues.NOT_OF_NAME.sub("", cues.TORN_BRACKET.sub("", quote)))
    if not quote.strip(".) ") or (quote == span.quote and not lead):
        return span
    return replace(span, start=span.start + lead, end=span.start + len(quote), quote=quote[lead:])


def whole_name(page: Page, span: Span) -> Span:
    """Return a name of which the network saw only the beginning ("Jennifer" of "Jennifer Castro") with the rest of it."""
    body = page.report.field(span.field)
    if span.quote.startswith(("S. ", "N. ", "K. ")) and body.endswith("U.", 0, span.start):
        span = span_of(span.field, body, span.start - 2, span.end)
    is_name = span.field == "text" and span.quote[:1].isupper() and span.quote[1:2].islower()
    end = end_of_name(body, span.end) if is_name else span.end
    is_last = cues.LAST_PART.fullmatch(span.quote)
    first = cues.BODY_NAMED if is_last else cues.FIRST_PART if kind_of(span.quote) else cues.FIRST_HALF
    reach = LONGEST_BODY if is_last else LONGEST_HALF
    half = first.search(body, max(0, span.start - reach), span.start) if is_name else None
    if half and not is_last and half[0].split()[-1].lower() in common_words():
        half = None
    if chief := cues.CHIEF_NAMED.match(body, end) if kind_of(body[span.start : end]) else None:
        return span_of(span.field, body, *chief.span("name"))
    return span_of(span.field, body, half.start() if half else span.start, end)
