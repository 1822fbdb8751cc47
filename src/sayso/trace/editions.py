"""Whether a page says something else than before, what changed, and the later version of its report."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec
from rapidfuzz.distance import Indel

from sayso.model import Difference, Edit, EditKind, Field, Grain, PublishedFrom, Report, content_id
from sayso.trace.prose import SENTENCE, SHORT_LINE, is_furniture

__all__ = ["difference", "new_version", "words_of"]

# A gap of equal words that two edits may have between them and still be shown as one.
_NEAR = 2
# Below this share of equal words a passage was written anew, and is shown whole.
_REWRITTEN = 0.4
# Pairs of sentences, or of words, that are compared at most: a tenth of a second, 12 MB.
_MOST_PAIRS = 100_000_000

_TOKEN = re.compile(r"\w+(?:['’.,:]\w+)*|[^\w\s]")
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})
_NUMBER = re.compile(
    r"\d|\b(?:no one|nobody|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|dozens?|hundreds?|thousands?|several|scores)\b",
    re.IGNORECASE,
)
# What changes on a page though nobody wrote anything: how long ago, how many comments, when last touched.
_PASSING = re.compile(
    r"\b(?:(?:an?|\d+) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month)s? ago"
    r"|\d+ ?(?:min(?:ute)?s?|m) (?:read|ago)|[\d.,]+ ?[km]? (?:comments?|shares?|views?|likes?|replies))\b"
    r"|^(?:last |first )?(?:updated|modified|published|posted|edited)\b(?:[^.!?\n]|\.(?=\S)){0,60}$",
    re.IGNORECASE,
)
_ENDS = frozenset(".!?")
_FIELDS: tuple[Field, ...] = ("title", "text")


class _Piece(NamedTuple):
    """A sentence, or a word: where it stands, and what it says however it is set."""

    start: int
    end: int
    said: str


class _Region(NamedTuple):
    """Pieces in which two versions differ: [at, end) of the later one's, [of_at, of_end) of the earlier's."""

    at: int
    end: int
    of_at: int
    of_end: int


class _Text(NamedTuple):
    """One field of a report: its text, the sentences of it that count, and their words."""

    text: str
    sentences: list[_Piece]
    words: list[_Piece]


def words_of(report: Report) -> str:
    """Return a digest of what a report says: the same for two versions that differ in nothing that counts.

    How words are spaced and set does not count, nor does the furniture of the page: times ago, numbers of
    comments, buttons, and lines that many pages share. A line with a number always counts.
    """
    return content_id("said", [[word.said for word in _read(report, field).words] for field in _FIELDS])


def difference(later: Report, earlier: Report) -> Difference:
    """Return in what the words of a report differ from an earlier version's; no edits, if in nothing.

    Sentences are held against each other, and in those that were changed the words; a passage that was
    written anew is one edit. What does not count for `words_of` is left out.
    """
    edits: list[Edit] = []
    for field in _FIELDS:
        now, before = _read(later, field), _read(earlier, field)
        if [word.said for word in now.words] != [word.said for word in before.words]:
            edits += _edits(now, before, field)
    return Difference(report_id=later.id, of=earlier.id, edits=tuple(edits))


def new_version(
    kept: Report,
    found: Report,
    updated: tuple[datetime, Grain] | None = None,
    updated_from: PublishedFrom = "metadata",
) -> Report | None:
    """Return what was found at the page of a kept report as its next version; None if it says the same.

    It has an id of its own and `replaces` the kept one, so that words which come back are a version too.
    Where it is told when the page was `updated`, after it was first published, that is its time.
    """
    if words_of(found) == words_of(kept):
        return None
    version = msgspec.structs.replace(found, id=content_id("version", kept.id, found.id), replaces=kept.id)
    if updated is None or (found.published_at is not None and updated[0] <= found.published_at):
        return version
    at, grain = updated
    return msgspec.structs.replace(
        version, published_at=at, published_grain=grain, published_from=updated_from
    )


def _edits(now: _Text, before: _Text, field: Field) -> Iterator[Edit]:
    """Yield the edits of one field, in the order of its words."""
    for region in _regions(now.sentences, before.sentences):
        ours = now.sentences[region.at : region.end]
        theirs = before.sentences[region.of_at : region.of_end]
        if ours and theirs:
            yield from _within(_words(now.text, ours), _words(before.text, theirs), field)
        else:
            yield _edit(now.sentences, before.sentences, region, field)


def _within(words: list[_Piece], before: list[_Piece], field: Field) -> Iterator[Edit]:
    """Yield the edits inside sentences that were changed: of words, or of the whole if written anew."""
    regions = _regions(words, before)
    kept = len(words) - sum(region.end - region.at for region in regions)
    if kept < _REWRITTEN * min(len(words), len(before)):
        regions = [_Region(0, len(words), 0, len(before))]
    for region in _joined(regions):
        yield _edit(words, before, _slid(words, before, region), field)


def _slid(words: Sequence[_Piece], before: Sequence[_Piece], region: _Region) -> _Region:
    """Return words that only one version has, moved on to the end of their sentence where that is the same.

    Of "A. B." to "A." it is "B." that was removed as well as ". B".
    """
    at, end, of_at, of_end = region
    pieces, first, last = (before, of_at, of_end) if at == end else (words, at, end)
    if at != end and of_at != of_end:
        return region
    moved = 0
    while (
        last + moved < len(pieces)
        and pieces[last + moved - 1].said not in _ENDS
        and pieces[first + moved].said == pieces[last + moved].said
    ):
        moved += 1
    return _Region(*(place + moved for place in region)) if pieces[last + moved - 1].said in _ENDS else region


def _edit(pieces: Sequence[_Piece], before: Sequence[_Piece], region: _Region, field: Field) -> Edit:
    start, end = _place(pieces, region.at, region.end)
    of_start, of_end = _place(before, region.of_at, region.of_end)
    kind: EditKind = "added" if of_start == of_end else "removed" if start == end else "changed"
    return Edit(kind=kind, field=field, start=start, end=end, of_start=of_start, of_end=of_end)


def _place(pieces: Sequence[_Piece], at: int, end: int) -> tuple[int, int]:
    """Return where pieces stand; of none, the place after the one before them."""
    if at < end:
        return pieces[at].start, pieces[end - 1].end
    place = pieces[at - 1].end if at else pieces[0].start if pieces else 0
    return place, place


def _regions(pieces: Sequence[_Piece], before: Sequence[_Piece]) -> list[_Region]:
    """Return where two sequences differ, between the longest row of pieces that they have in common."""
    ours, theirs = [piece.said for piece in pieces], [piece.said for piece in before]
    head = _common(ours, theirs)
    tail = _common(ours[head:][::-1], theirs[head:][::-1])
    mine, other = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    if len(mine) * len(other) > _MOST_PAIRS:
        return [_Region(head, head + len(mine), head, head + len(other))]
    regions: list[_Region] = []
    for code in Indel.opcodes(other, mine):
        if code.tag == "equal":
            continue
        here = _Region(
            head + code.dest_start, head + code.dest_end, head + code.src_start, head + code.src_end
        )
        if regions and regions[-1].end == here.at and regions[-1].of_end == here.of_at:
            here = _Region(regions[-1].at, here.end, regions.pop().of_at, here.of_end)
        regions.append(here)
    return regions


def _joined(regions: list[_Region]) -> list[_Region]:
    """Return the regions with those made one that only a few equal words keep apart."""
    joined: list[_Region] = []
    for region in regions:
        if joined and region.at - joined[-1].end <= _NEAR:
            region = _Region(joined[-1].at, region.end, joined.pop().of_at, region.of_end)
        joined.append(region)
    return joined


def _common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many pieces two sequences begin with in common."""
    for at, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if one != other:
            return at
    return min(len(ours), len(theirs))


def _read(report: Report, field: Field) -> _Text:
    """Return the sentences of a field that count: all of a title, of a text those that somebody wrote."""
    text = report.field(field)
    sentences = [
        _Piece(hit.start(), hit.end(), " ".join(_TOKEN.findall(_plain(hit.group()))))
        for hit in SENTENCE.finditer(text)
        if field == "title" or _counts(hit.group())
    ]
    return _Text(text, sentences, _words(text, sentences))


def _words(text: str, sentences: Sequence[_Piece]) -> list[_Piece]:
    return [
        _Piece(hit.start(), hit.end(), _plain(hit.group()))
        for sentence in sentences
        for hit in _TOKEN.finditer(text, sentence.start, sentence.end)
    ]


def _plain(words: str) -> str:
    return words.translate(_TYPOGRAPHY)


def _counts(sentence: str) -> bool:
    """Tell whether somebody wrote a sentence for this report: it has a number, or is running prose."""
    said = _PASSING.sub(" ", sentence.strip())
    if _NUMBER.search(said):
        return True
    runs = said.rstrip("\"'”’) ").endswith((".", "!", "?")) or len(said.split()) >= SHORT_LINE
    return runs and not is_furniture(said)
