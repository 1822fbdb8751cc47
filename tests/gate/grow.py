"""Grow a book of any size out of real reports, each copy told of other people, places and days.

usage: python -m tests.gate.grow BOOK REPORTS [READINGS.jsonl]    BOOK: a path or URL; REPORTS: how many

The base are the trial reports of ../shared, or the demo's story without them, and what the default reader
finds in them (kept in READINGS.jsonl, if that is given, and taken from it the next time: then no model runs).
In each copy every word but the commonest is another real word of the same length that is about as frequent,
so that names stay names, rare words stay rare, and few copies repeat another; words that are one stay one.
Copies lie a year apart, which is as long as the base is: the book grows, its density stays. What is added
goes through the public API.
"""

import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec
from tests.gate import records
from tests.gate.shared import shared

from sayso import story
from sayso.casebook import Casebook
from sayso.model import (
    Account,
    Claim,
    Label,
    Moment,
    Place,
    Reading,
    Report,
    Span,
    account_id,
    claim_id,
    decode,
    encode,
)

APART = timedelta(weeks=56)
FIXED = 60  # the commonest words stay: they carry the grammar, and what rests on them
LEAST_CLASS = 8  # words in a class: a word that has none beside it would stay, and with it whole sentences
WORD = re.compile(r"[A-Za-z]+")
START = datetime.fromisoformat("1950-01-01T00:00:00+00:00")

S = TypeVar("S", str, None, str | None)


class AlreadyRead:
    """A reader that gives what was read before; it needs no model."""

    def __init__(self, name: str, version: str) -> None:
        """Take the name and version of the reader that read."""
        self.name, self.version = name, version
        self.readings: dict[str, Reading] = {}

    def read(self, report: Report) -> Reading:
        """Return the reading of a report, once."""
        return self.readings.pop(report.id)


def base(kept: Path | None) -> list[tuple[Report, Reading]]:
    """Return the reports to copy, with what is read in them, in order of the day they were published."""
    data = shared()
    trial = data / "data" / "semeval2018_t5" / "trial_docs.jsonl" if data else None
    reports = records.reports_of(trial) if trial else story.reports()
    known: dict[str, Reading] = {}
    if kept and kept.exists():
        with kept.open("rb") as lines:
            known = {reading.report_id: reading for reading in (decode(line, Reading) for line in lines)}
    missing = [report for report in reports if report.id not in known]
    if missing:
        from sayso.read import default_reader

        reader = default_reader()
        known |= {report.id: reader.read(report) for report in missing}
        if kept:
            kept.write_bytes(b"".join(encode(known[report.id]) + b"\n" for report in reports))
    dated = [report for report in reports if report.published_at]
    return [(report, known[report.id]) for report in sorted(dated, key=lambda r: (str(r.published_at), r.id))]


class Words:
    """The words of the base, in classes of one length, name or not, and nearly one frequency."""

    def __init__(self, reports: Sequence[Report]) -> None:
        """Count the words of these reports."""
        counted = Counter(word for r in reports for word in WORD.findall(f"{r.title or ''} {r.text}"))
        folded: Counter[str] = Counter()
        for word, count in counted.items():
            folded[word.lower()] += count
        self.fixed = {word for word, _ in folded.most_common(FIXED)}
        alike: dict[tuple[int, bool], list[str]] = defaultdict(list)
        for word in sorted(folded, key=lambda word: (-folded[word], word)):
            if word not in self.fixed:
                alike[len(word), 2 * counted[word] < folded[word]].append(word)
        self.classes = [part for words in alike.values() for part in _parts(words)]

    def swapped(self, number: int) -> dict[str, str]:
        """Return by which other word each word is told in a copy; the first copy keeps them all."""
        draw, swaps = random.Random(number), dict[str, str]()
        for words in self.classes if number else ():
            swaps |= dict(zip(words, draw.sample(words, len(words)), strict=True))
        return swaps


def _parts(words: Sequence[str]) -> Iterator[list[str]]:
    """Yield words in classes, the first ones, which are the most frequent, in small ones."""
    at = 0
    while at < len(words):
        size = max(LEAST_CLASS, at)
        last = at + size if len(words) - at - size >= LEAST_CLASS else len(words)
        yield list(words[at:last])
        at = last


class Teller:
    """Tells the base once more, of other people, places and days."""

    def __init__(self, words: Words, number: int) -> None:
        """Take the words of the base, and the number of the copy."""
        self.swaps, self.number = words.swapped(number), number
        draw = random.Random(number)
        self.later = APART * number
        self.north, self.east = (draw.uniform(-9, 9), draw.uniform(-9, 9)) if number else (0.0, 0.0)

    def words(self, text: S) -> S:
        """Return a text in other words, each as long as it was."""
        return None if text is None else WORD.sub(self._word, text)

    def report(self, report: Report, first: datetime) -> Report:
        """Return a report as it is told in this copy; received some minutes after it was published."""
        assert report.published_at
        at = START + (report.published_at - first) + self.later
        spread = timedelta(seconds=random.Random(f"{report.id} {self.number}").randrange(80_000))
        return msgspec.structs.replace(
            report,
            id=f"{report.id}-{self.number}",
            url=None,
            title=self.words(report.title),
            text=self.words(report.text),
            published_at=at,
            received_at=at + spread,
            replaces=f"{report.replaces}-{self.number}" if report.replaces else None,
        )

    def reading(self, reading: Reading, report: Report, moved: timedelta) -> Reading:
        """Return a reading as it is of the report's copy."""
        accounts = {a.id: self._account(a, report, moved) for a in reading.accounts}
        claims = tuple(self._claim(c, accounts[c.account_id], report) for c in reading.claims)
        return msgspec.structs.replace(
            reading,
            report_id=report.id,
            accounts=tuple(accounts.values()),
            claims=tuple({c.id: c for c in claims}.values()),
        )

    def _word(self, hit: re.Match[str]) -> str:
        word = hit.group()
        told = self.swaps.get(word.lower(), word.lower())
        return told.upper() if word.isupper() else told.capitalize() if word[0].isupper() else told

    def _account(self, account: Account, report: Report, moved: timedelta) -> Account:
        day = account.happened
        return msgspec.structs.replace(
            account,
            id=account_id(report.id, account.key),
            report_id=report.id,
            place=account.place and self._place(account.place),
            hit=tuple(self._span(thing, report) for thing in account.hit),
            happened=day and Moment(start=day.start + moved, end=day.end + moved, grain=day.grain),
        )

    def _place(self, place: Place) -> Place:
        return msgspec.structs.replace(
            place,
            text=self.words(place.text),
            city=self.words(place.city),
            latitude=None if place.latitude is None else max(-85.0, min(85.0, place.latitude + self.north)),
            longitude=None if place.longitude is None else place.longitude + self.east,
        )

    def _claim(self, claim: Claim, account: Account, report: Report) -> Claim:
        span, speaker, value = self._span(claim.span, report), claim.speaker, claim.value
        if speaker.span:
            speaker = msgspec.structs.replace(speaker, span=self._span(speaker.span, report))
        if isinstance(value, Label) and value.code not in ("claimed", "denied", "blamed"):
            value = msgspec.structs.replace(value, text=self.words(value.text))
        return msgspec.structs.replace(
            claim,
            id=claim_id(account.id, claim.slot, value, claim.role, speaker, span),
            account_id=account.id,
            value=value,
            speaker=speaker,
            span=span,
            who=self.words(claim.who),
            part_of=self.words(claim.part_of),
        )

    def _span(self, span: Span, report: Report) -> Span:
        return msgspec.structs.replace(span, quote=report.field(span.field)[span.start : span.end])


def grown(
    told: Sequence[tuple[Report, Reading]], reader: AlreadyRead, copies: Iterator[int]
) -> Iterator[Report]:
    """Yield the base again and again, in the order in which the copies' reports are received."""
    words = Words([report for report, _ in told])
    first = told[0][0].published_at
    assert first
    for number in copies:
        teller = Teller(words, number)
        copied = []
        for report, reading in told:
            copy = teller.report(report, first)
            assert copy.published_at
            assert report.published_at
            reader.readings[copy.id] = teller.reading(reading, copy, copy.published_at - report.published_at)
            copied.append(copy)
        yield from sorted(copied, key=lambda report: (str(report.received_at), report.id))


def grow(book: Casebook, reports: Iterator[Report], count: int, heard: Callable[[int], None]) -> int:
    """Add so many reports, a hundred at a time; `heard` is told how many are in."""
    done = 0
    while some := list(islice(reports, min(100, count - done))):
        book.add(some)
        done += len(some)
        heard(done)
    return done


def main(path: str, count: int, kept: Path | None) -> None:
    """Grow a book, and tell how fast that went."""
    told = base(kept)
    reader = AlreadyRead(told[0][1].reader, told[0][1].version)
    started = time.perf_counter()

    def heard(done: int) -> None:
        if done % 1000 == 0 or done == count:
            print(f"{done:,} reports, {done / (time.perf_counter() - started):.0f}/s", flush=True)

    with Casebook.open(path, reader) as book:
        grow(book, grown(told, reader, iter(range(count))), count, heard)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
