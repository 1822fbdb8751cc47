"""Transcripts of broadcasts and speeches, and posts: whose words they are, as the layout tells.

Monitoring services print "[COMMUNIQUE] [FRONT OF THE SOUTH] [TEXT] ..." and "[REPORTER] ... [RIVAS] ...", pages show posts as
"Two are dead at the scene. — Lodva Police (@lodvapd) May 4".
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from sayso.model import Report, Span, Speaker, SpeakerKind
from sayso.read.speech.institutions import KINDS_BY_WORD
from sayso.read.text.page import span_of
from sayso.read.text.patterns import Pattern

__all__ = ["Turn", "cast", "posts", "turn_at", "turns"]

# What a monitored text is, and whose: "[SPEECH BY PRESIDENT ANA RIVAS IN SANTA FE]".
ONE_VOICE = re.compile(
    r"\[(?:[A-Z-]+ )?(?:COMMUNIQUE|STATEMENT|LETTER|SPEECH|ADDRESS|MESSAGE)"
    r"(?:[^\]]*? (?:BY|FROM|OF) (?P<by>[^\s\],(][^\],(]*?)(?=\s+(?:TO|IN|AT|ON|DURING)\b|\s*[,;(\]])[^\]]*|[^\]]*)\]"
    r"(?:\s+\[(?P<who>(?!TEXT|EXCERPT|PASSAGE|BEGIN)[^\s\],(][^\],(]{2,89}?)(?=\s*[\],(])[^\]]{0,60}\])?"
)
# Who speaks in turn: a label at the beginning of a paragraph, or behind another label.
LABEL = Pattern(
    r"(?:(?<=\n\n)|(?<=\s{3})|(?<=\]\s)|(?<=\]\s\s))"
    r"\[(?!BEGIN |TEXT|EXCERPT|PASSAGE|WORDS? )(?P<who>[A-Z][A-Z.'’ -]{2,30})\](?=\s)",
    needs="[",
)
# Labels after which nobody speaks who was named.
NO_SPEAKER = re.compile(
    r"(?:UNIDENTIFIED )?(?:REPORTER|CORRESPONDENT|MODERATOR|ANNOUNCER|QUESTION|INTERVIEWER)S?\b|END RECORDING|SIGNED|DATED"
)
# Who speaks in a broadcast: "ANA WEISS, HOST:" at the head of a line, and later "WEISS:".
ON_AIR = re.compile(
    r"^(?P<who>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3})(?:, (?P<title>[A-Z][A-Z ,.'’-]*))?(?: \([^)\n]*\))?:(?=\s)",
    re.MULTILINE,
)
# The outlet's own people, whose words are its narrator's.
STAFF = re.compile(r"\b(?:HOST|BYLINE|ANCHOR|CORRESPONDENT|REPORTER|ANNOUNCER|MODERATOR|QUESTION)\b")
# Who posted what stands before.
SIGNATURE = re.compile(r"[—–-]{1,2} ?(?P<who>[^\s—(@“”][^—\n(@“”]{1,49}?) \(@\w{2,30}\)")
LONGEST_POST = 280
UNNAMED = "UNIDENTIFIED SPEAKER"
IN_HEAD = 600
"""Code points from the beginning within which a text says what it is."""


class Turn(NamedTuple):
    """The words [start, end) of a text are one speaker's."""

    start: int
    end: int
    speaker: Speaker | None


def turns(report: Report, named: Sequence[tuple[Span, SpeakerKind]]) -> list[Turn]:
    """Return the stretches of a transcript whose speaker the layout tells, in order; none for other texts.

    `named` are the speakers that the network found, with their kinds.
    """
    text, told = report.text, cast(report.text, named)
    begun = [(0, one_voice(text, named))]
    for label in ON_AIR.finditer(text) if told else ():
        begun.append((label.start(), told[label["who"].split()[-1].lower()]))
    for found in LABEL.finditer(text):
        who = found["who"]
        if NO_SPEAKER.match(who):
            begun.append((found.end(), None))
        elif who == UNNAMED or re.search(
            rf"\[[^\]]*\b{re.escape(who)}(?!\w)", text[: min(IN_HEAD, found.start("who") - 1)]
        ):
            begun.append((found.end(), speaker_of(text, *found.span("who"), named)))
    ends = [start for start, _ in begun] + [len(text)]
    return [Turn(*at, speaker) for at, (_, speaker) in zip(pairwise(ends), begun, strict=True)]


def cast(text: str, named: Sequence[tuple[Span, SpeakerKind]]) -> dict[str, Speaker | None]:
    """Return who speaks in the transcript of a broadcast, by surname in small letters; None for the outlet's own people."""
    labels = list(ON_AIR.finditer(text))
    if not any(is_staff(label) for label in labels):
        return {}
    told: dict[str, Speaker | None] = {}
    for label in labels:
        surname = label["who"].split()[-1].lower()
        if is_staff(label):
            told[surname] = None
        elif surname not in told:
            told[surname] = introduced(text, speaker_of(text, *label.span("who"), named))
    return told


def is_staff(label: re.Match[str]) -> bool:
    """True for a label of the outlet's own people: "ANA WEISS, HOST:", "REPORTER:"."""
    return bool(STAFF.search(label["title"] or "") or STAFF.fullmatch(label["who"]))


def introduced(text: str, guest: Speaker) -> Speaker:
    """Return a guest of the kind of which he is said to be when he is brought in: "Ana Weiss, a reporter with Time"."""
    said = re.search(rf"\b{re.escape(guest.name)}, ((?:an?|the) [^.;\n]{{3,60}})", text, re.IGNORECASE)
    told = (kind for kind, words in KINDS_BY_WORD if said and words.search(said[1]))
    return replace(guest, kind=next(told, guest.kind))


def turn_at(told: Sequence[Turn], place: int) -> Turn | None:
    """Return the turn or post that a place of a text is in; `told` are in order and do not overlap."""
    number = bisect_right(told, place, key=lambda turn: turn.start) - 1
    return told[number] if number >= 0 and place < told[number].end else None


def posts(report: Report, named: Sequence[tuple[Span, SpeakerKind]]) -> list[Turn]:
    """Return the posts that a text shows, each from the line or the post before it to its signature."""
    text, found = report.text, list[Turn]()
    for signature in SIGNATURE.finditer(text):
        line = len(text[: signature.start()].rstrip())
        first = max(0, line - LONGEST_POST, text.rfind("\n", 0, line) + 1)
        start = max(first, found[-1].end) if found else first
        found.append(Turn(start, signature.end(), speaker_of(text, *signature.span("who"), named)))
    return found


def one_voice(text: str, named: Sequence[tuple[Span, SpeakerKind]]) -> Speaker | None:
    """Return who speaks throughout a communique, speech or letter."""
    found = ONE_VOICE.search(text, 0, IN_HEAD)
    part = next((part for part in ("who", "by") if found and found[part]), None)
    return speaker_of(text, *found.span(part), named) if found and part else None


def speaker_of(text: str, start: int, end: int, named: Sequence[tuple[Span, SpeakerKind]]) -> Speaker:
    """Return the speaker that words [start, end) of a text name, of the kind that the network gives the name."""
    span = span_of("text", text, start, end)
    last = span.quote.split()[-1].lower()
    kind: SpeakerKind = next((kind for other, kind in named if last in other.quote.lower().split()), "other")
    return Speaker(name=span.quote, kind=kind, span=span)
