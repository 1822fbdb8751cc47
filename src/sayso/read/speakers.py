"""Speakers: which of the people and institutions that a report names are said to say a sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from sayso.model import Span, Speaker, SpeakerKind
from sayso.read.page import Page, Sentence, end_of_name, span_of
from sayso.read.transcripts import turns

__all__ = ["PRONOUNS", "Attributions", "denial_in", "through"]

# Words by which reports carry somebody's words.
CUE = re.compile(
    r"\b(?:said|says?|saying|told|tells?|confirm(?:s|ed)?|report(?:s|ed)?|announced?|add(?:s|ed)|stat(?:es|ed)|"
    r"claim(?:s|ed)?|alleg(?:es?|ed)|not(?:es|ed)|explain(?:s|ed)|warn(?:s|ed)|estimat(?:es?|ed)|insist(?:s|ed)|"
    r"den(?:y|ies|ied)|acknowledged?|declared?|reveal(?:s|ed)|wrote|tweeted|testified|described?|admitted|"
    r"believes?|believed|suspect|indicate[sd]?|determined|quoted|cit(?:es|ed|ing)|puts?|shows?|showed|identif(?:y|ies|ied)|"
    r"reject(?:s|ed)?|replie[sd]|dismiss(?:es|ed)|conced(?:es|ed)|affirm(?:s|ed)|maintain(?:s|ed)|argue[sd]|assert(?:s|ed)?|"
    r"contend(?:s|ed)?|recall(?:s|ed)|recounted|dispute[sd]?|respond(?:s|ed)|stress(?:es|ed)|inform(?:s|ed)|counts?|counted|"
    r"lists?|listed|spoke of|speaks? of)\b",
    re.IGNORECASE,
)
PLAIN_CUE = re.compile(
    r"\b(?:said|says|say|told|confirmed|announced|reported that|added|replied|counted|puts?(?= (?:the|its|his|her|their)\b)|lists?|listed|"
    r"estimates?|estimated|conceded|rejected)\b",
    re.IGNORECASE,
)
ACCORDING = re.compile(
    r"\b(?:according to|per|as told to|in a statement from) (?:an? |the )?$", re.IGNORECASE
)
# What may stand between a speaker and the cue: an apposition, a place, a few small words.
AFTER = re.compile(
    r"^(?:,[^,“”\"]{1,80},|\s*\([^)]{1,40}\))?\s*(?:(?:have|has|had|also|later|on|\w+day|now|then|still|\w+ly|who)\s+){0,4}$"
)
BEFORE = re.compile(r"^\s*(?:(?!that\b)[\w'’.]+ ){0,5}$", re.IGNORECASE)
# What stands before the name of who says it only with "by": "identified by the coroner".
ONLY_BY = re.compile(
    r"identif|determin|describ|show|suspect|count|list|put|reject|dismiss|den[yi]|believ", re.IGNORECASE
)
# Who it is, before words that say more of him: "A student who had been waiting for the train said".
WHO_IS = re.compile(
    r"(?:^|[,;“\"] )(?P<who>(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?:[\w'’-]+ ){0,5}?[\w'’-]+),? "
    r"(?:who|which) (?:\w+ly )?(?:had|has|have|was|were|is|are|\w{2,}ed)\b[^,;“”\"]*$"
)
# Who denies what others claim: "Lodva's mayor denied a report by the union that ten had died".
DENIAL = re.compile(
    r"(?:^|[,;“”\"] )(?P<who>[A-Z][^,;.“”\"]{1,60}?|(?:the |an? )[^,;.“”\"]{2,60}?)(?: on \w+day| later| also)? (?:has |have |had )?"
    r"(?:denied|denies|deny|rejected|rejects|dismissed|dismisses) (?:an? |the |any |all )?"
    r"(?:\w+ )?(?:claims?|reports?|allegations?|accusations?|rumou?rs|suggestions?) (?:by|in|from|of|made by|that)\b"
)
# Who goes on to say something, at the head of a sentence: "Police have not named the man but said that".
GOES_ON = re.compile(
    r"[^,;“”\"]{3,90}?,? (?:but|and) (?:have |has |had )?(?:also |later |\w+ly )?(?:said|says|say|added|confirmed|noted|told)\b"
)
# What begins another clause: "but officials said the toll could rise" signs nothing.
NOT_JOINED = r"(?!\b(?:but|and|who|whom|which|that|while|as|after|before|when|where|since|because|though)\b)"
# A sentence that ends in who says it: "..., Mill County Sheriff Ann Hale said at noon."
SIGNED = re.compile(
    rf"[,”\"—–-] (?P<who>(?:{NOT_JOINED}[^,;“”\"]){{2,90}}?(?:, (?:[A-Z][\w.'’-]+ ?){{1,4}},)?) "
    r"(?:told\b[^,;“”\"]{1,60}|(?:said|says|say|confirmed|wrote|added|reported|announced|tweeted|show|shows)"
    r"(?: (?:on|at|in|to|by|during|late|early|reporters|\w+day)\b[^,;“”\"]{0,60})?)$"
)
# Somebody named before, by the surname alone.
SURNAME_SAID = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+) (?:also |later |has |had )?(?:said|says|told|added|confirmed|noted|reported|stated|explained)\b"
)
# After these words stands who is told, not who tells.
HEARER = re.compile(r"tells?|told|inform", re.IGNORECASE)
TOLD = re.compile(
    r"(?:^|[,;“”\"] )(?P<who>(?!(?:He|She|They|It|We|I|And|But|Who)\b)[A-Z][^,;.“”\"]{2,60}?) (?:has |had |have |later |also )?(?:told|tells?) "
    r"(?:police|officers?|investigators?|deputies|detectives|reporters|authorities|a (?:court|judge|jury)|the (?:court|judge|jury|paper|newspaper|station)|[A-Z])"
)
NO_TELLER = re.compile(r"^(?:When|After|Before|As|While|What|That)\b|\b(?:was|were|been|is|are|he|she|they)$")
# Before a name that only says where: "police in Mill".
OF_ANOTHER = re.compile(r"\b(?:in|of|at|for|from|with|near) (?:the )?$")
# "According to" anybody, but for what goes according to plan.
NAMED_BY_SOURCE = re.compile(
    r"\baccording to (?!plan\b)(?P<who>(?:the |an? )?[\w'’&.][\w'’&. -]{2,60}?)(?=[,;]|\.?\s*$| (?:who|which|that|on|in|as)\b)",
    re.IGNORECASE,
)
# The outlet through which somebody's words come: "told Reuters", "in an interview with Lodva TV".
OUTLET = (
    r"(?:CNN|MSNBC|BBC|AFP|AP|NBC|ABC|CBS|NPR|RT|DPA|dpa|EFE|ANSA|PTI|UPI|[WK][A-Z]{2,3}|Reuters|Xinhua|Interfax|Al Jazeera|Al Arabiya|"
    r"state (?:television|TV|media|radio)|(?:[A-Z][\w'’.-]+ ){0,3}(?:News|TV|Television|Radio|Times|Post|Journal|Herald|Tribune|Gazette|"
    r"Press|Guardian|Telegraph|Chronicle|Observer|Agency|Channel))(?: \d{1,2}\b)?(?: (?:news agency|television|radio|News))?"
)
VIA = re.compile(
    rf"\b(?:told|tells|interview (?:with|on)|quoted by|cited by|carried by|remarks to|speaking (?:to|on))(?: the)? (?P<via>{OUTLET})(?![\w-])"
)
# What stands before the second half of a word that the network cut.
TORN_OFF = re.compile(r"\w['’-]$")
# Words that name nobody, alone or together, and what begins no name.
NOBODY = re.compile(
    r"(?:\b(?:an?|the|his|her|its|their|our|my|this|that|these|those|first|then|not|yet|be|been|was|own|other|others|one|some|many|and|or|s|"
    r"initial|early|earlier|preliminary|latest|previous)\b|\W)+"
    r"|(?:in|of|at|on|for|from|with|by|to|and|near|when|after|where)\b.*|.+ (?:they|he|she|who|we|it)"
    r"|\d+ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*",
    re.IGNORECASE,
)
PRONOUNS = frozenset("he she they it who him her i we".split())
QUOTES = ("“", '"')
HE_SAID = re.compile(
    r"\b(?:he|she|they|it)\s+(?:also |later |then )?(?:said|added|told|says?|confirmed|noted|explained|stated|claim(?:s|ed)|warned|announced|reported|denied)\b",
    re.IGNORECASE,
)


# Institutions and callings that speak, and their kind; the first row that a name has a word of tells it.
SPEAKING: tuple[tuple[SpeakerKind, str], ...] = (
    ("other", "(?:trade |labou?r |police |teachers['’] )?unions?"),
    ("prosecutor-court", "prosecutor|prosecutors|district attorney|attorney general|court|judge"),
    ("medical", "hospital|doctors?|surgeon|coroner|medical examiner|paramedics?"),
    (
        "rescue",
        "fire department|firefighters?|fire officials|rescue|ambulance service|civil defen[cs]e|red crescent rescuers",
    ),
    (
        "police",
        "police|sheriff|sheriff['’]s|deput(?:y|ies)|detectives?|troopers?|investigators?|[A-Z]{1,5}PD|FBI|sgt\\.?|lt\\.?|capt\\.?",
    ),
    ("military", "army|military|navy|air force|coalition|NATO|ISAF|general|colonel"),
    (
        "ngo-un",
        "red cross|united nations|U\\.N\\.|UN|UNICEF|WHO|world health organi[sz]ation|amnesty|observatory",
    ),
    (
        "government",
        "ministry|minister|government|mayor|governor|president|prefect|prefecture|embassy|council|officials?",
    ),
    ("witness", "witness(?:es)?|neighbou?rs?|residents?|bystanders?"),
    ("police", "authorities"),
)
KINDS_BY_WORD = tuple((kind, re.compile(rf"\b(?:{row})\b", re.IGNORECASE)) for kind, row in SPEAKING)
INSTITUTION = re.compile(
    r"\b(?:(?:[Tt]he|[Aa]n?) )?(?:(?:[A-Z][\w'’.-]+|interior|foreign|health|defen[cs]e|local|state|city|regional|chief|"
    rf"provincial|public|senior|medical|fire|rescue) ){{0,4}}(?i:{'|'.join(row for _, row in SPEAKING)})\b"
    r"(?: (?:spokes(?:man|woman|person)|chief|commander|official|officer|department|office|director|commissioner)s?\b)?"
    r"(?: [A-Z][\w'’-]+){0,3}"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Characters [start, end) of a sentence that are somebody's words."""

    speaker: Speaker
    start: int
    end: int


class Attributions:
    """Who says what in one report; what nobody is said to say is the narrator's."""

    def __init__(self, page: Page, named: Sequence[tuple[Span, SpeakerKind]]) -> None:
        named = [
            (whole_name(page, span), kind)
            for span, kind in named
            if not is_torn(page, span) and not NOBODY.fullmatch(span.quote)
        ]
        self.words: dict[tuple[str, int], list[Words]] = {}
        self.last: dict[tuple[str, int], Speaker | None] = {}
        last: Speaker | None = None
        surnames: dict[str, SpeakerKind] = {}
        is_open = False
        self.page, self.turns = page, turns(page.report, named)
        self.is_transcript = any(turn.speaker for turn in self.turns)
        for sentence in page.sentences:
            text = sentence.text
            turn = self.turn_at(sentence)
            if begins_paragraph(page, sentence) and text[:1] not in QUOTES:
                is_open = False
            told = [(span, kind) for span, kind in named if sentence.holds(span)]
            found = cued(sentence, [*told, *known_names(sentence, told, surnames)])
            surnames |= {span.quote.split()[-1]: kind for span, kind in told if " " in span.quote.strip()}
            if last is not None:
                found = [
                    Words(last, w.start, w.end) if w.speaker.name.lower() in PRONOUNS else w for w in found
                ]
                if not found and (hit := HE_SAID.search(text)):
                    found = [reach(text, last, hit.start(), hit.end())]
            found = [w for w in found if w.speaker.name.lower() not in PRONOUNS]
            was_open, is_open = is_open, quote_state(text, is_open)
            if not found and last is not None and (was_open or is_quotation(text)):
                found = [Words(last, 0, len(text))]
            if not found and turn is not None:
                found = [Words(turn, 0, len(text))]
            self.words[sentence.field, sentence.start] = found
            self.last[sentence.field, sentence.start] = last
            last = found[-1].speaker if found else last

    def at(self, sentence: Sentence, start: int) -> Speaker | None:
        """Return who is said to say the words at `start` of a sentence; None for the narrator."""
        found = self.words.get((sentence.field, sentence.start), [])
        covering = [w for w in found if w.start <= start < w.end]
        return min(covering, key=lambda w: w.end - w.start).speaker if covering else None

    def turn_at(self, sentence: Sentence) -> Speaker | None:
        """Return whose turn a sentence is in a transcript; None outside one."""
        own = (turn.speaker for turn in self.turns if turn.start <= sentence.start < turn.end)
        return next(own, None) if sentence.field == "text" else None

    def whole(self, speaker: Speaker) -> Speaker:
        """Return a speaker by the whole name, of which the network may see a part; the narrator for nobody's name."""
        if speaker.span is None or NOBODY.fullmatch(speaker.name):
            return Speaker()
        span = whole_name(self.page, speaker.span)
        return replace(speaker, name=span.quote, span=span)

    def before(self, sentence: Sentence) -> Speaker | None:
        """Return who spoke last before a sentence: whom "he said" in it means."""
        return self.last.get((sentence.field, sentence.start))


def through(speaker: Speaker, sentence: Sentence) -> Speaker:
    """Return a speaker with the outlet through which a sentence gives the words; the narrator has none."""
    found = None if speaker.narrates else VIA.search(sentence.text)
    return replace(speaker, via=sentence.span(*found.span("via")).quote) if found else speaker


def begins_paragraph(page: Page, sentence: Sentence) -> bool:
    """True when a line break or nothing stands before a sentence."""
    before = page.report.field(sentence.field)[: sentence.start].rstrip(" ")
    return not before or before.endswith("\n")


def is_torn(page: Page, span: Span) -> bool:
    """True for a piece of a name or an age: "s family", "a 10-year"."""
    body = page.report.field(span.field)
    return (
        bool(TORN_OFF.search(body[max(0, span.start - 2) : span.start]))
        or body[span.end : span.end + 1] == "-"
    )


def known_names(
    sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]], surnames: Mapping[str, SpeakerKind]
) -> Iterator[tuple[Span, SpeakerKind]]:
    """Yield speakers that a sentence names by the surname alone, and an earlier one in full: "Price said"."""
    for found in SURNAME_SAID.finditer(sentence.text):
        span = sentence.span(*found.span("name"))
        if span.quote in surnames and not any(overlap(span, other) for other, _ in told):
            yield span, surnames[span.quote]


def cued(sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]]) -> list[Words]:
    """Return what the speakers named beside a cue are said to say in a sentence.

    Those that the network found come first; institutions that only their words tell fill the gaps.
    """
    bodies = list(institutions(sentence))
    if denial := denial_in(sentence):
        span = sentence.span(*denial.span("who"))
        kinds = [kind for other, kind in (*told, *bodies) if overlap(span, other)]
        return [Words(Speaker(name=span.quote, kind=(*kinds, "other")[0], span=span), 0, len(sentence.text))]
    if signed := signed_by(sentence, (*told, *bodies)):
        return [signed]
    found = [words for span, kind in told if (words := words_of(sentence, span, kind, CUE))]
    for span, kind in bodies:
        if not any(overlap(span, words.speaker.span) for words in found):
            words = words_of(sentence, span, kind, PLAIN_CUE)
            found += [words] if words else []
    return found or going_on(sentence, (*told, *bodies)) or according_to(sentence) or telling(sentence)


def denial_in(sentence: Sentence) -> re.Match[str] | None:
    """Return where a sentence tells who denies what others claim."""
    found = DENIAL.search(sentence.text)
    return None if found is None or found["who"].lower() in PRONOUNS else found


def signed_by(sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]]) -> Words | None:
    """Return the whole of a sentence that ends in who says it, as that speaker's; None for another sentence.

    Of several names there the last is meant ("Mill Police Chief Ann Hale"), but for one that only says where
    ("police in Mill").
    """
    signed = SIGNED.search(sentence.text.rstrip(" ."))
    if signed is None:
        return None
    first, last = (sentence.start + at for at in signed.span("who"))
    for span, kind in sorted(told, key=lambda each: -each[0].end):
        inside = first <= span.start and span.end <= last
        if inside and not OF_ANOTHER.search(sentence.text[: span.start - sentence.start]):
            return Words(Speaker(name=span.quote, kind=kind, span=span), 0, len(sentence.text))
    return None


def going_on(sentence: Sentence, told: Sequence[tuple[Span, SpeakerKind]]) -> list[Words]:
    """Return what a sentence that begins with somebody says further on: "Police have not named him but said that"."""
    found = GOES_ON.match(sentence.text)
    heads = [(span, kind) for span, kind in told if span.start - sentence.start <= len("The ")]
    if found is None or not heads or heads[0][0].end - sentence.start > found.end():
        return []
    span, kind = heads[0]
    return [Words(Speaker(name=span.quote, kind=kind, span=span), 0, len(sentence.text))]


def according_to(sentence: Sentence) -> list[Words]:
    """Return what a sentence says according to somebody whom neither the network nor the words for callings tell."""
    found = NAMED_BY_SOURCE.search(sentence.text)
    if found is None:
        return []
    kind, span = kind_of(found["who"]) or "other", sentence.span(*found.span("who"))
    return [Words(Speaker(name=span.quote, kind=kind, span=span), 0, len(sentence.text))]


def telling(sentence: Sentence) -> list[Words]:
    """Return what somebody tells the police or the press whom neither the network nor a calling tells."""
    found = next((m for m in TOLD.finditer(sentence.text) if not NO_TELLER.search(m["who"])), None)
    if sentence.field == "title" or found is None or NOBODY.fullmatch(found["who"]):
        return []
    span = sentence.span(*found.span("who"))
    speaker = Speaker(name=span.quote, kind=kind_of(found["who"]) or "witness", span=span)
    return [reach(sentence.text, speaker, found.start("who"), found.end())]


def whole_name(page: Page, span: Span) -> Span:
    """Return a name of which the network saw only the beginning ("Jennifer" of "Jennifer Castro") with the rest of it."""
    body = page.report.field(span.field)
    is_name = span.field == "text" and span.quote[:1].isupper() and span.quote[1:2].islower()
    end = end_of_name(body, span.end) if is_name else span.end
    return span_of(span.field, body, span.start, end)


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
    if ACCORDING.search(before) or after.startswith(":") or signed:
        return Words(speaker, 0, len(text))
    if following := next((m for m in cue.finditer(after) if AFTER.match(after[: m.start()])), None):
        if (head := WHO_IS.search(text, 0, start)) and start < end:
            whole = sentence.span(*head.span("who"))
            speaker, start = (
                Speaker(name=whole.quote, kind=kind_of(whole.quote) or kind, span=whole),
                head.start("who"),
            )
        return reach(text, speaker, start, end + following.end())
    said_before = (
        m
        for m in cue.finditer(before)
        if BEFORE.match(before[m.end() :])
        and not HEARER.match(m[0])
        and not (ONLY_BY.match(m[0]) and not before[m.end() :].lower().startswith(" by "))
    )
    if (preceding := next(said_before, None)) and not OF_ANOTHER.search(before):
        return reach(text, speaker, preceding.start(), end)
    return None


def kind_of(name: str) -> SpeakerKind | None:
    """Return the kind that the words of a name tell; None where they tell none."""
    return next((kind for kind, words in KINDS_BY_WORD if words.search(name)), None)


def institutions(sentence: Sentence) -> Iterator[tuple[Span, SpeakerKind]]:
    """Yield the institutions and callings that a sentence names, with the kind that their words tell."""
    for found in INSTITUTION.finditer(sentence.text):
        if kind := kind_of(found[0]):
            yield sentence.span(*found.span()), kind


def reach(text: str, speaker: Speaker, start: int, end: int) -> Words:
    """Return the words that "X said" at [start, end) carries: what follows, and what a comma joins before it."""
    before = text[:start].rstrip()
    joined = before.endswith((",", "”", '"', "—", "–", "-"))
    return Words(speaker, 0 if joined or not before else start, len(text))


def is_quotation(text: str) -> bool:
    """True when a sentence is wholly a quotation."""
    stripped = text.strip()
    return stripped[:1] in '“"' and (stripped[-1:] in '”"' or stripped.count('"') == 1)


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
