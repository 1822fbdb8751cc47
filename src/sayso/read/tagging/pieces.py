"""A report cut into windows of word pieces that know where they stand: what the network is given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tokenizers import Tokenizer

from sayso.model import Field, Report, Span
from sayso.read.text.slips import unslipped
from sayso.sentences import paragraphs

__all__ = ["Place", "Window", "windows_of"]

Place = tuple[Field, int, int]

LONGEST_WINDOW = 320
"""Word pieces of one window; the network was trained on windows of this size."""

LONGEST_HEADLINE = 24
"""Word pieces of the title that go before every later window, so that it knows what the report is about."""

SENTENCE_END = re.compile(r"[.!?][\"”]?\s+")
# "s son" of "Hale's son".
OWNER_LOST = re.compile(r"(?<=\w['’])s \b|(?<=\w)['’]s \b")
LONG_PARAGRAPH, PIECE, LONGEST_PIECE = 1_200, 700, 1_200


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces of a stretch of a report; `where` is each one's place in it, None for what is only context."""

    ids: list[int]
    where: list[Place | None]

    def span(self, report: Report, start: int, end: int) -> Span | None:
        """Return the whole words that pieces [start, end) touch; None where they run over two fields."""
        first, last = self.where[start], self.where[end - 1]
        if first is None or last is None or first[0] != last[0]:
            return None
        body, begin, stop = report.field(first[0]), first[1], last[2]
        if (lost := OWNER_LOST.match(body, begin)) and lost.end() < stop:
            begin -= 4 - len(lost[0])  # to the owner's last letter
        while begin > 0 and body[begin].isalnum() and body[begin - 1].isalnum():
            begin -= 1
        while stop < len(body) and body[stop].isalnum() and body[stop - 1].isalnum():
            stop += 1
        return Span(field=first[0], start=begin, end=stop, quote=body[begin:stop])


def stretches(report: Report) -> Iterator[tuple[Field, int, str]]:
    """Yield (field, offset, words): the title, then paragraphs, long ones cut at sentences."""
    if report.title:
        yield "title", 0, report.title
    for found in paragraphs(report.text):
        words = found[0]
        if len(words) < LONG_PARAGRAPH:
            yield "text", found.start(), words
            continue
        at = 0
        for end in [*(hit.end() for hit in SENTENCE_END.finditer(words)), len(words)]:
            if end - at > PIECE or end == len(words):
                for start in range(at, end, LONGEST_PIECE):
                    yield "text", found.start() + start, words[start : min(end, start + LONGEST_PIECE)]
                at = end


def windows_of(report: Report, tokenizer: Tokenizer) -> list[Window]:
    """Return a report's windows in reading order; empty for a report without words."""
    begin, part = (int(tokenizer.token_to_id(mark) or 0) for mark in ("[CLS]", "[SEP]"))
    windows: list[Window] = []
    headline: list[int] = []
    current: list[tuple[int, Place | None]] = []

    def close() -> None:
        if current:
            context = [*headline, part] if windows and headline else []
            ids = [begin, *context, *(piece for piece, _ in current), part]
            where = [None, *(None for _ in context), *(place for _, place in current), None]
            windows.append(Window(ids, where))
            current.clear()

    for field, base, words in stretches(report):
        encoded = tokenizer.encode(unslipped(words), add_special_tokens=False)
        pieces: list[tuple[int, Place | None]] = [
            (piece, (field, base + start, base + end))
            for piece, (start, end) in zip(encoded.ids, encoded.offsets, strict=True)
        ]
        if field == "title":
            headline = encoded.ids[:LONGEST_HEADLINE]
            pieces.append((part, None))
        for at in range(0, len(pieces), LONGEST_WINDOW):
            chunk = pieces[at : at + LONGEST_WINDOW]
            if len(current) + len(chunk) > LONGEST_WINDOW:
                close()
            current.extend(chunk)
    close()
    return windows
