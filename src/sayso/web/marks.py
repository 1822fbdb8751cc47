"""A report's text cut into pieces, each with the claims that it carries: made on the server, part by part.

Our spans count code points and a browser's UTF-16 units, so marks are set here. A text, or a number of
claims, that no page should carry is shown in parts; every claim lies in the part in which it begins.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from sayso.model import Claim, Field, Passage, Report
from sayso.model.ties import Difference, Edit
from sayso.sentences import sentence_around

__all__ = [
    "GROUPS",
    "MOST_CLAIMS",
    "MOST_SIGNS",
    "Edited",
    "Group",
    "Part",
    "Piece",
    "edited",
    "group_of",
    "parts",
    "pieces",
]

MOST_SIGNS = 60_000
"""Code points of one part: ten long reads."""

MOST_CLAIMS = 300
"""Claims that begin in one part; the busiest of 1,078 trial reports has 61."""

Group = Literal["people", "deed", "step", "other"]

GROUPS: dict[Group, tuple[str, tuple[str, ...]]] = {
    "people": (
        "people",
        (
            "killed", "injured", "casualties", "critical", "hospitalised", "ill", "missing", "detained",
            "hostages", "displaced", "rescued", "attackers", "victim",
        ),
    ),
    "deed": ("who and how", ("suspect", "weapon", "responsibility", "motive", "cause")),
    "step": ("advice and steps", ("advice", "response")),
    "other": ("other", ("time",)),
}  # fmt: skip
"""What the colours of marks mean, each with its name and its slots."""

_GROUP: dict[str, Group] = {slot: name for name, (_, slots) in GROUPS.items() for slot in slots}


class Part(NamedTuple):
    """Where a part of a text begins and ends, and the claims that begin in it."""

    start: int
    end: int
    claims: tuple[Claim, ...]


class Edited(NamedTuple):
    """A sentence of a new version, as pieces that are the `same`, went `out` or came `in`."""

    field: Field
    pieces: tuple[tuple[str, str], ...]


class Piece(NamedTuple):
    """Words of a text that carry the same claims: those that `begin` here, and all; if they are copied."""

    text: str
    begin: tuple[Claim, ...]
    claims: tuple[Claim, ...]
    copied: bool

    @property
    def group(self) -> Group:
        """The group of the innermost claim, which gives the mark its colour."""
        return group_of(self.claims[-1].slot) if self.claims else "other"


def group_of(slot: str) -> Group:
    """Return the group of a slot."""
    return _GROUP.get(slot, "other")


def parts(text: str, claims: Sequence[Claim]) -> list[Part]:
    """Return a text in parts that a page can carry; there is one at least. `claims` are in reading order."""
    found: list[Part] = []
    start, at = 0, 0
    while True:
        end = min(len(text), start + MOST_SIGNS)
        here = at
        while at < len(claims) and claims[at].span.start < end and at - here < MOST_CLAIMS:
            at += 1
        if at < len(claims) and claims[at].span.start < end:
            end = max(claims[at].span.start, start + 1)
        elif end < len(text):
            end = _at_words(text, start, end)
        while at > here and claims[at - 1].span.start >= end:
            at -= 1
        found.append(Part(start, end, tuple(claims[here:at])))
        start = end
        if end >= len(text):
            return found


def _at_words(text: str, start: int, end: int) -> int:
    """Return an end no later than this that lies between words, if there is one near."""
    for sign in ("\n", " "):
        gap = text.rfind(sign, max(start, end - 2000), end)
        if gap > start:
            return gap + 1
    return end


def edited(told: Difference, later: Report, earlier: Report) -> list[Edited]:
    """Return the sentences in which two versions differ, each with what went out and what came in."""
    sentences: dict[tuple[Field, int, int], list[Edit]] = {}
    for edit in told.edits:
        start, end = sentence_around(later.field(edit.field), edit.start, edit.end)
        sentences.setdefault((edit.field, start, end), []).append(edit)
    found = []
    for (field, start, end), edits in sentences.items():
        now, before = later.field(field), earlier.field(field)
        told_so: list[tuple[str, str]] = []
        at = start
        for edit in edits:
            told_so += [("same", now[at : edit.start])]
            told_so += [("out", before[edit.of_start : edit.of_end]), ("in", now[edit.start : edit.end])]
            at = edit.end
        told_so += [("same", now[at:end])]
        found.append(Edited(field, tuple((kind, words) for kind, words in told_so if words)))
    return found


def pieces(text: str, part: Part, copied: Iterable[Passage] = ()) -> list[list[Piece]]:
    """Return the paragraphs of a part, each cut wherever a claim or a repeated passage begins or ends."""
    taken = [(p.start, p.end) for p in copied if p.start < part.end and p.end > part.start]
    cuts = {part.start, part.end}
    for claim in part.claims:
        cuts |= {max(claim.span.start, part.start), min(claim.span.end, part.end)}
    for start, end in taken:
        cuts |= {max(start, part.start), min(end, part.end)}
    bounds = sorted(cuts)
    waiting = sorted(part.claims, key=lambda claim: (claim.span.start, -claim.span.end))
    open_now: list[Claim] = []
    begin: list[Claim] = []
    paragraphs: list[list[Piece]] = [[]]
    at = 0
    for start, end in pairwise(bounds):
        open_now = [claim for claim in open_now if claim.span.end > start]
        while at < len(waiting) and waiting[at].span.start <= start:
            open_now.append(waiting[at])
            begin.append(waiting[at])
            at += 1
        is_copied = any(first <= start and end <= last for first, last in taken)
        for number, line in enumerate(text[start:end].split("\n")):
            if number:
                paragraphs.append([])
            if line:
                # What begins on blanks is flagged at the first words after them.
                told = begin if line.strip() else []
                paragraphs[-1].append(Piece(line, tuple(told), tuple(open_now), is_copied))
                begin = [] if told else begin
    if begin:
        paragraphs[-1].append(Piece("\u00a0", tuple(begin), tuple(begin), False))
    return [paragraph for paragraph in paragraphs if any(p.text.strip() or p.begin for p in paragraph)]
