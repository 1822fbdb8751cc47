"""A report as the reader sees it: its sentences, each knowing where it stands in the report."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sayso.model import Field, Report, Span
from sayso.read.text.furniture import ELSEWHERE, STOPPED, Aside, asides_in
from sayso.read.text.slips import common_words, unslipped
from sayso.sentences import paragraphs, sentences_in

__all__ = [
    "DATELINE",
    "LONGEST",
    "Page",
    "Sentence",
    "end_of_name",
    "overlap",
    "page_of",
    "span_of",
    "told_aside",
]

# The place and agency before a report's first words. Read for the place, not for the people in it.
DATELINE = re.compile(
    r"\s*(?:\([A-Z][A-Za-z]{1,12}\) ?[-–—] ?(?=[A-Z][\w'’. -]{2,30}, ))?([A-Z][A-Z'’.\- ]{2,30}|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2})"
    r"(?:(?: ?,)? ?\(?(?<=[ ,(])([A-Z][\w. ]{1,20}?)\)?)?(?:, (?:\d{1,2} )?[A-Z][A-Za-z]{2,8}\.?(?:,? \d{1,4}){0,2})?"
    r"\s*(?:\([^)]{2,40}\)\s*)?(?:-{1,2}(?=[\s\[])|[–—]{1,2}|\)(?=\s)|(?<=\)):(?=\s)|(?<=[A-Z]{4}):(?=\s[A-Z]))\s*(?:\[[A-Z ]{3,20}\]\s*)*"
)
# Words with a capital that go on after a name and are none of it.
NO_NAME = r"(?!(?:\w+day|January|February|March|April|June|July|August|September|October|November|December|Say|Says|Said)\b)"
REST_OF_NAME = re.compile(rf"(?: {NO_NAME}[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?){{1,3}}(?!\w)")
LONGEST = 2_000
"""Code points of a sentence; patterns are tried on it many times over."""

WORD = re.compile(r"[^\W\d_][\w.'’]*")
LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words as the reader should see them, its field with all its words, and where it begins there.

    `number` counts the sentences of the text from 0, those of its own story first; those of the title have number 0 too.
    `aside` says that a sentence is of another story, or stands under a picture.
    """

    text: str
    field: Field
    body: str
    start: int
    number: int
    aside: Aside | None = None

    @property
    def end(self) -> int:
        """Where the sentence ends in its field."""
        return self.start + len(self.text)

    @property
    def is_headline(self) -> bool:
        """True for a title, and for a flash in capitals, which ends in who says it as a title may."""
        return self.field == "title" or self.body[self.start : self.end].isupper()

    def span(self, start: int, end: int) -> Span:
        """Return the words [start, end) of the sentence as the report has them."""
        return span_of(self.field, self.body, self.start + start, self.start + end)

    def holds(self, span: Span) -> bool:
        """True when a span begins in this sentence."""
        return span.field == self.field and self.start <= span.start < self.end


def span_of(field: Field, body: str, start: int, end: int) -> Span:
    """Return the span of the words [start, end) of a field."""
    return Span(field=field, start=start, end=end, quote=body[start:end])


def overlap(span: Span, other: Span | None) -> bool:
    """True when two spans share a character; where there is no other, none."""
    return (
        other is not None and span.field == other.field and span.start < other.end and other.start < span.end
    )


def end_of_name(body: str, end: int) -> int:
    """Return where a name of which a part ends at `end` ends with all of it: "Jennifer" of "Jennifer Castro"."""
    rest = REST_OF_NAME.match(body, end)
    return rest.end() if rest else end


@dataclass(frozen=True, slots=True)
class Page:
    """All sentences of a report, title first, in reading order."""

    report: Report
    sentences: tuple[Sentence, ...]
    starts: tuple[tuple[bool, int], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where each sentence begins, by which those that hold a span are found."""
        object.__setattr__(self, "starts", tuple((s.field != "title", s.start) for s in self.sentences))

    def at(self, span: Span) -> Sentence:
        """Return the sentence that a span begins in, the first one for a span between sentences."""
        return self.holding(span) or self.sentences[0]

    def holding(self, span: Span) -> Sentence | None:
        """Return the sentence that a span begins in; None between sentences."""
        place = (span.field != "title", span.start)
        number = bisect_right(self.starts, place) - 1
        return self.sentences[number] if number >= 0 and self.sentences[number].holds(span) else None

    def before(self, sentence: Sentence) -> str:
        """Return the words of the sentence before one; none before the first."""
        return self._beside(sentence, -1)

    def after(self, sentence: Sentence) -> str:
        """Return the words of the sentence behind one; none behind the last."""
        return self._beside(sentence, 1)

    def _beside(self, sentence: Sentence, step: int) -> str:
        number = bisect_right(self.starts, (sentence.field != "title", sentence.start)) - 1 + step
        return self.sentences[number].text if 0 <= number < len(self.sentences) else ""


def page_of(report: Report) -> Page:
    """Cut a report into sentences; offsets are those of the report's own fields."""
    sentences = [
        Sentence(shown(report.field("title")[start:end]), "title", report.field("title"), start, 0)
        for start, end in bounded(report.field("title"), sentences_in(report.field("title")))
    ]
    told: list[Sentence] = []
    lines = [*paragraphs(report.text)]
    for found, aside in zip(lines, asides_in([line[0] for line in lines]), strict=True):
        for start, end in bounded(found[0], sentences_in(found[0].replace("\n", " "))):
            words = shown(found[0][start:end])
            if LETTERS.search(words):
                told.append(Sentence(words, "text", report.text, found.start() + start, 0, aside))
    numbers = {s.start: n for n, s in enumerate(sorted(told, key=lambda s: s.aside is not None))}
    sentences += [replace(s, number=numbers[s.start]) for s in told]
    return Page(report, tuple(sentences))


def bounded(text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield sentences (start, end) of a text, those longer than LONGEST cut at blanks: hostile texts have no stops."""
    for first, end in sentences:
        start = first
        while end - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            yield start, cut
            start = cut + (text[cut] == " ")
        yield start, end


def shown(words: str) -> str:
    """Return words as patterns should see them: same length, one line, no scanner's slips, capitals-only text in mixed case.

    Agency circuits and old transcripts write in capitals, and quote ``so''. Words that news seldom writes in lower case are
    taken for names.
    """
    words = unslipped(words).replace("\n", " ").replace("``", "““").replace("''", "””")
    letters = list(filter(str.isalpha, words))
    if len(letters) <= 40 or sum(map(str.isupper, letters)) <= 0.8 * len(letters):
        return words
    return WORD.sub(lambda found: recased(found[0], found.start() == 0), words)


def recased(word: str, first: bool) -> str:
    """Return a word of capitals-only text in the case that mixed text would give it; its length is kept."""
    lower = word.lower()
    if len(lower) != len(word) or "." in word:
        return word
    return lower if lower in common_words() and not first else lower.capitalize()


def told_aside(page: Page) -> dict[int, tuple[Sentence, ...]]:
    """Return, by the start of each sentence beside the story, those that tell of the same: its line, and a heading above it."""
    items: list[list[Sentence]] = []
    for sentence in page.sentences:
        if sentence.field == "title" or sentence.aside not in ELSEWHERE:
            continue
        last = items[-1][-1] if items else None
        between = sentence.body[last.end : sentence.start] if last else "\n"
        headed = last is not None and last.aside == "history" and not STOPPED.search(last.text)
        if "\n" in between and not headed:
            items.append([])
        items[-1].append(sentence)
    return {sentence.start: tuple(item) for item in items for sentence in item}
