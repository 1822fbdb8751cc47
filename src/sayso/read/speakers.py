"""Speakers: who is said to say each part of a report."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.model import Span, Speaker, SpeakerKind
from sayso.read.page import Page, Sentence
from sayso.read.tables import words

__all__ = ["Attributions", "attribute", "kind_of"]

# Verbs that carry somebody's words. Those of the second row do so only with a clause.
SAYING = words(
    "say tell report confirm announce add state claim allege note explain warn estimate insist deny acknowledge "
    "declare reveal disclose recount write tweet testify describe assert maintain stress reiterate advise admit"
)
HOLDING = words("believe think suspect fear indicate suggest show know determine find learn identify put")
CHANNELS = words("told quoted")

# What the words of a name tell of its kind, the first row that fits.
KINDS_OF_SPEAKER: tuple[tuple[SpeakerKind, frozenset[str]], ...] = (
    ("prosecutor-court", words(
        "prosecutor prosecutors prosecution court judge attorney attorney's da lawyer indictment magistrate "
        "affidavit complaint documents d.a. da's prosecutor's attorneys"
    )),
    ("medical", words(
        "hospital doctor doctors surgeon coroner medical examiner nurse medic medics paramedic health coroner's "
        "examiner's physician hospitals pathologist"
    )),
    ("rescue", words(
        "fire firefighter firefighters rescue rescuers ambulance paramedics defense defence ems firefighters'"
    )),
    ("police", words(
        "police officer officers sheriff sheriff's deputy deputies detective detectives sgt sgt. lt lt. capt capt. "
        "cpl. trooper troopers investigator investigators constable inspector superintendent pd cop cops chief "
        "patrol fbi nypd lapd atf sergeant lieutenant captain marshal commissioner homicide dispatcher dispatchers "
        "policeman gendarmerie law"
    )),
    ("military", words(
        "military army navy air force commander general gen. col. col colonel major maj. soldier nato isaf troops "
        "coalition pentagon admiral marine marines command brigade joint forces"
    )),
    ("ngo-un", words(
        "un u.n. who unicef cross msf amnesty ngo nations watch unhcr charity observatory crescent oxfam relief "
        "organisation organization"
    )),
    ("government", words(
        "president minister ministry government mayor governor spokesman-government official officials senator "
        "secretary council authorities embassy state governor's premier parliament senators congressman authority "
        "administration consulate agency department chancellor prefect councillor commission centers bureau "
        "governorate federal gov."
    )),
    ("witness", words(
        "witness witnesses resident residents neighbor neighbors neighbour neighbours bystander bystanders "
        "eyewitness eyewitnesses survivor survivors passerby student students employee owner shopkeeper villagers "
        "driver passenger customer tourist people"
    )),
    ("victim-family", words(
        "mother father brother sister wife husband son daughter family relatives relative uncle aunt cousin "
        "grandmother grandfather parents friend friends girlfriend boyfriend widow fiance niece nephew mom dad"
    )),
    ("claimant", words(
        "taliban guerrillas rebels militants suspect gunman attacker fmln isis eln farc group hamas islamic extraditables "
        "insurgents al-shabaab boko"
    )),
    ("media", words(
        "newspaper tv television radio news reuters ap afp xinhua media associated press agency times cnn bbc nbc "
        "abc cbs fox daily post station channel broadcaster wire reports paper gazette tribune wikinews journalist"
    )),
    ("company", words("company spokeswoman-company airline manager operator manufacturer inc. corp ceo")),
    ("expert", words("professor expert experts analyst analysts scientist scientists seismologist geological survey")),
    ("document", words("document report statement complaint records indictment letter release")),
)  # fmt: skip
AUTHORITIES = words("authorities officials authority official")
THIRD_PERSON = words("he she they who it")
TITLES = words(
    "sheriff mayor governor chief coroner prosecutor president captain colonel general minister prefect"
)
HEADLINE_SOURCE = re.compile(
    r"^((?:[A-Z][\w.'’]+ ){0,3}(?:[A-Z]*PD|[A-Z]*SO|[Pp]olice|[Ss]heriff|[Oo]fficials|[Aa]uthorities|Coroner|Reports?)): "
)
# A head noun that can be told to say something without being named.
UNNAMED = words("source sources spokesman spokeswoman spokesperson witness witnesses report reports")
# Speakers that may be "it": groups and institutions.
BODIES: frozenset[SpeakerKind] = frozenset(
    (
        "claimant",
        "government",
        "ngo-un",
        "company",
        "military",
        "police",
        "prosecutor-court",
        "media",
        "rescue",
    )
)
OPENING, CLOSING = '“"', '”"'


@dataclass(slots=True)
class Attribution:
    """Somebody's words: tokens [start, end) of one document are said by `speaker`."""

    doc_id: int
    start: int
    end: int
    speaker: Speaker


class Attributions:
    """Who says what in one report; anything not attributed is the narrator's."""

    def __init__(self) -> None:
        self.spans: list[Attribution] = []

    def add(self, sentence: Sentence, start: int, end: int, speaker: Speaker) -> None:
        """Note that the tokens [start, end) of a sentence are somebody's words."""
        if start < end:
            self.spans.append(Attribution(id(sentence.tokens.doc), start, end, speaker))

    def speaker_at(self, sentence: Sentence, token: int) -> Speaker:
        """Return who says a token: the innermost attribution that covers it, else the narrator."""
        covering = [a for a in self.spans if a.doc_id == id(sentence.tokens.doc) and a.start <= token < a.end]
        return min(covering, key=lambda a: a.end - a.start).speaker if covering else Speaker()


def attribute(page: Page) -> Attributions:
    """Find who says each part of a report: cues, inversions, "according to", quotations carried over."""
    found = Attributions()
    people = known_people(page)
    titled = titled_people(page)
    last: Speaker | None = None
    in_quote = False
    for sentence in page.sentences:
        covered = False
        if sentence.field == "title" and (named := HEADLINE_SOURCE.match(sentence.text)):
            found.add(
                sentence, sentence.tokens.start + 1, sentence.tokens.end, headline_speaker(sentence, named)
            )
        for token in sentence:
            for source, start, end in cues(token, sentence):
                speaker = resolve(source, sentence, people, last)
                if speaker is None:
                    continue
                if speaker.name.lower() in titled:
                    speaker = titled[speaker.name.lower()]
                found.add(sentence, start, end, speaker)
                last, covered = speaker, True
        quote_open = in_quote
        in_quote = quote_state(sentence.text, in_quote)
        if not covered and last is not None and (quote_open or starts_with_quote(sentence)):
            found.add(sentence, sentence.tokens.start, sentence.tokens.end, last)
    return found


def headline_speaker(sentence: Sentence, named: re.Match[str]) -> Speaker:
    """Return the speaker of "Police: 3 found dead" or "3 found dead: police"."""
    name = named[1]
    at = sentence.base + sentence.tokens.start_char + named.start(1)
    return Speaker(
        name=name, kind=kind_of(name), span=Span(field="title", start=at, end=at + len(name), quote=name)
    )


def titled_people(page: Page) -> dict[str, Speaker]:
    """Return who "the sheriff" or "the mayor" is, where the report names one: "Sheriff Wayne Anderson"."""
    found: dict[str, Speaker] = {}
    for sentence in page.sentences:
        for entity in sentence.tokens.ents:
            if entity.label_ != "PERSON" or entity.start == sentence.tokens.start:
                continue
            title = entity.doc[entity.start - 1]
            if title.lower_ in TITLES:
                span = sentence.span(title.i, entity.end)
                found.setdefault(
                    f"the {title.lower_}", Speaker(name=span.quote, kind=kind_of(title.lower_), span=span)
                )
    return found


def starts_with_quote(sentence: Sentence) -> bool:
    """True when a sentence is wholly a quotation: it opens and closes with marks."""
    text = sentence.text.strip()
    return text[:1] in OPENING and (text[-1:] in CLOSING or text.count('"') == 1)


def quote_state(text: str, is_open: bool) -> bool:
    """Return whether a quotation is still open after a sentence."""
    for character in text:
        if character == "“":
            is_open = True
        elif character == "”":
            is_open = False
        elif character == '"':
            is_open = not is_open
    return is_open


def cues(token: Token, sentence: Sentence) -> list[tuple[Token, int, int]]:
    """Return (source, start, end) of the words that a cue ascribes to a source."""
    lemma = token.lemma_.lower()
    left, right = sentence.tokens.start, sentence.tokens.end
    if token.lower_ == "according":
        source = next(
            (t for p in token.children if p.lower_ == "to" for t in p.children if t.dep_ == "pobj"), None
        )
        return [(source, *scope_of_clause(token, left, right))] if source is not None else []
    if token.lower_ == "per" and token.dep_ == "prep":
        source = next((t for t in token.children if t.dep_ == "pobj" and t.ent_type_ == "ORG"), None)
        return [(source, left, right)] if source is not None else []
    if token.pos_ not in ("VERB", "AUX") or lemma not in SAYING | HOLDING:
        return []
    if lemma == "tell" and token.tag_ == "VBN":
        return []
    if token.lower_ in ("reported", "confirmed") and token.tag_ == "VBN" and token.dep_ == "amod":
        return []
    clause = next((t for t in token.children if t.dep_ in ("ccomp", "parataxis") and t.i != token.i), None)
    source = speaker_token(token)
    if source is None:
        return []
    if clause is not None:
        return [(source, *trimmed(clause.left_edge.i, clause.right_edge.i + 1, token, source))]
    if lemma in SAYING:
        quoted = '"' in sentence.text or "“" in sentence.text
        inverted = source.i > token.i or token.dep_ in ("parataxis", "ccomp", "dep")
        whole = (
            quoted
            or inverted
            or lemma in ("say", "report", "confirm", "claim", "announce", "estimate", "put")
        )
        return [(source, left, right)] if whole else []
    if lemma in ("identify", "put", "find"):
        return [(source, left, right)]
    return []


def trimmed(start: int, end: int, verb: Token, source: Token) -> tuple[int, int]:
    """Leave the cue and its source out of the words that they carry."""
    if start <= verb.i < end:
        return (start, verb.i) if verb.i - start >= end - verb.i else (verb.i + 1, end)
    return start, end


def scope_of_clause(token: Token, left: int, right: int) -> tuple[int, int]:
    """Return the clause that "according to" stands in: the sentence, unless joined by "but"."""
    return left, right


def speaker_token(verb: Token) -> Token | None:
    """Return the subject of a cue; the agent of a passive one ("was confirmed by police")."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            return child
    for child in verb.children:
        if child.dep_ == "agent":
            return next((t for t in child.children if t.dep_ == "pobj"), None)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return speaker_token(verb.head)
    return None


def known_people(page: Page) -> dict[str, SpeakerKind]:
    """Return surnames and what the report tells of them: "Sgt. Burley", "Smith, a police spokesman"."""
    people: dict[str, SpeakerKind] = {}
    for sentence in page.sentences:
        for entity in sentence.tokens.ents:
            if entity.label_ != "PERSON":
                continue
            doc = entity.doc
            before = doc[max(sentence.tokens.start, entity.start - 5) : entity.start].text
            after = doc[entity.end : min(sentence.tokens.end, entity.end + 8)].text
            told = f"{before} {entity.text}" + (f" {after}" if after.startswith((",", "-", "—")) else "")
            kind = kind_of(told)
            surname = entity.text.split()[-1].lower()
            if kind != "other" and surname not in people:
                people[surname] = kind
    return people


def resolve(
    source: Token, sentence: Sentence, people: dict[str, SpeakerKind], last: Speaker | None
) -> Speaker | None:
    """Return the speaker that a source phrase names; a pronoun is the last speaker, "it" nobody."""
    if source.lower_ in ("he", "she", "they", "who"):
        if source.lower_ == "who" and source.head.dep_ == "relcl":
            source = source.head.head
        else:
            return last
    if source.lower_ == "it" and last is not None and last.kind in BODIES:
        return last
    if source.lower_ in ("it", "that", "this", "which", "i", "we", "you", "there", "what", "how"):
        return None
    start, end = name_bounds(source, sentence)
    span = sentence.span(start, end)
    kind = kind_here(source, span.quote, people)
    if kind == "other" and source.ent_type_ not in ("PERSON", "ORG", "NORP") and source.lower_ not in UNNAMED:
        return None
    return Speaker(name=span.quote, kind=kind, span=span)


def name_bounds(source: Token, sentence: Sentence) -> tuple[int, int]:
    """Return the tokens of a speaker's name: the noun phrase, without relative clauses and appositions."""
    start, end = source.i, source.i + 1
    for child in source.lefts:
        if child.dep_ in ("compound", "amod", "det", "poss", "nmod", "nummod", "flat"):
            start = min(start, child.left_edge.i)
    for child in source.rights:
        if (child.dep_ == "prep" and child.lower_ in ("of", "for", "with", "in", "from", "at")) or (
            child.dep_ in ("cc", "conj") and child.right_edge.i - source.i < 6
        ):
            end = max(end, child.right_edge.i + 1)
    if end - start > 10:
        end = source.i + 1
    return max(start, sentence.tokens.start), min(end, sentence.tokens.end)


def kind_here(source: Token, name: str, people: dict[str, SpeakerKind]) -> SpeakerKind:
    """Return the kind of a speaker from the name, then from an apposition, then from the rest of the report."""
    kind = kind_of(name)
    if kind in ("other", "government") and name.lower().split()[-1] in AUTHORITIES:
        return "police" if kind == "other" or name.lower() in AUTHORITIES else kind
    if kind != "other":
        return kind
    for child in source.children:
        if child.dep_ in ("appos", "relcl", "amod", "compound"):
            told = kind_of(child.doc[child.left_edge.i : child.right_edge.i + 1].text)
            if told != "other":
                return told
    return people.get(source.lower_, "other")


def kind_of(name: str) -> SpeakerKind:
    """Return the kind of speaker that the words of a name tell; "other" when they tell none."""
    told = set(re.findall(r"[\w.'’-]+", name.lower().replace("’", "'"))) | set(
        re.findall(r"\w+", name.lower())
    )
    for kind, table in KINDS_OF_SPEAKER:
        if told & table:
            return kind
    return "other"
