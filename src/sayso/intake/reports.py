"""Files of every kind to reports, in order; what cannot be taken comes out as a Refusal."""

import io
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path, PurePath
from typing import IO, Any, NamedTuple

import msgspec

from sayso.intake.agencies import Item, report_of_item, texts_of
from sayso.intake.encoding import text_of
from sayso.intake.fields import MAX_CHARACTERS, report_from
from sayso.intake.files import MAX_LINE_BYTES, lines_of, open_file, read_whole
from sayso.intake.newsml import MARK, items_of_newsml
from sayso.intake.ninjs import is_ninjs, items_of_ninjs
from sayso.intake.outcome import Notice, Refusal, RefusedError, log_notice
from sayso.intake.pages import MAX_PAGE_BYTES, report_from_page
from sayso.model import Report

__all__ = ["SUFFIXES", "reports_from"]

Remark = Callable[[str], None]
Taken = Report | Refusal


class _Opened(NamedTuple):
    """A file that is being read: where it is, who hears of remarks, and the clock; see `reports_from`."""

    stream: io.BufferedReader
    path: str
    notice: Callable[[Notice], None]
    now: datetime | None

    def remark_at(self, line: int | None = None) -> Remark:
        """Return what tells a remark on the file, or on one line of it."""
        return lambda words: self.notice(Notice(path=self.path, line=line, remark=words))

    def anew(self, packed: bytes | io.RawIOBase) -> "_Opened":
        """Return the same file with other bytes to read."""
        raw = io.BytesIO(packed) if isinstance(packed, bytes) else packed
        return self._replace(stream=io.BufferedReader(raw))


NAMED = 8
"""Files of a folder that are named, of those that are no reports."""

_BLANK = b" \t\r\n"
_UTF8_MARK = b"\xef\xbb\xbf"


def reports_from(
    path: str, *, now: datetime | None = None, notice: Callable[[Notice], None] = log_notice
) -> Iterator[Report | Refusal]:
    """Yield the reports of a file or folder, in its order, and a Refusal for whatever cannot become one.

    The suffix tells the kind: .txt, .html, .htm, .json, .jsonl, .xml (NewsML-G2), each also with .gz; "-" is
    stdin, JSON if it starts with "{" or "[", NewsML-G2 if it names it, else text. Of a folder those of its
    files are taken that have such a suffix, by their names, and of the folders in it as well. Texts are kept
    exactly as received. `now` is the clock against which a publication time counts as lying in the future;
    without it none does. `notice` is told of remarks on reports that are taken all the same.
    """
    path = str(path)
    if path != "-" and Path(path).is_dir():
        yield from _folder(path, now, notice)
    else:
        yield from _file(path, now, notice)


def _folder(path: str, now: datetime | None, notice: Callable[[Notice], None]) -> Iterator[Taken]:
    """Yield the reports of all files of a folder, by their paths; what starts with a dot is left alone."""
    inside = sorted(
        found
        for found in Path(path).rglob("*")
        if found.is_file() and not any(part.startswith(".") for part in found.relative_to(path).parts)
    )
    taken = [found for found in inside if _suffix_of(found.name) in SUFFIXES]
    others = sorted(found.name for found in inside if _suffix_of(found.name) not in SUFFIXES)
    if others:
        more = f" and {len(others) - NAMED:,} more" if len(others) > NAMED else ""
        notice(Notice(path=path, remark=f"no reports, not read: {', '.join(others[:NAMED])}{more}"))
    if not taken:
        what_to_do = f"Name its files {', '.join(SUFFIXES)} (or .gz of these)"
        yield Refusal(path=path, why="no file of reports is in this folder", what_to_do=what_to_do)
    for found in taken:
        yield from _file(str(found), now, notice)


def _file(path: str, now: datetime | None, notice: Callable[[Notice], None]) -> Iterator[Taken]:
    """Yield the reports of one file."""
    try:
        read = _reader_of(path)
        with open_file(path) as stream:
            if not stream.peek(1):
                raise RefusedError("it is empty", "Leave it out, or fetch it again")
            yield from read(_Opened(stream, path, notice, now))
    except RefusedError as refused:
        yield refused.at(path)


def _text(file: _Opened) -> Iterator[Taken]:
    # Four bytes a code point at most: what is longer cannot be within the bound.
    text = text_of(_bounded(file.stream), file.remark_at())
    if not text.strip():
        raise RefusedError("it holds nothing but blanks", "Leave it out, or fetch it again")
    yield report_from({"text": text}, file.remark_at(), file.now)


def _bounded(stream: IO[bytes]) -> bytes:
    packed = stream.read(4 * MAX_CHARACTERS + 1)
    if len(packed) > 4 * MAX_CHARACTERS:
        raise RefusedError(
            f"the text is longer than the {MAX_CHARACTERS:,} characters that a report may have",
            "Split it into its reports",
        )
    return packed


def _page(file: _Opened) -> Iterator[Taken]:
    yield report_from_page(file.stream.read(MAX_PAGE_BYTES + 1), file.remark_at(), file.now)


def _lines(file: _Opened) -> Iterator[Taken]:
    seen = False
    for number, line in lines_of(file.stream):
        if line is not None and not line.strip(_BLANK):
            continue
        seen = True
        try:
            yield from _reports(_object(line), file, number, file.remark_at(number))
        except RefusedError as refused:
            yield refused.at(file.path, number)
    if not seen:
        raise RefusedError("it holds no report", "Write one JSON object a line")


def _document(file: _Opened) -> Iterator[Taken]:
    packed = read_whole(file.stream)
    try:
        whole = msgspec.json.decode(packed.removeprefix(_UTF8_MARK))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        yield from _lines(file.anew(packed))  # JSONL under the name of .json
        return
    rows = whole if isinstance(whole, list) else [whole]
    if not rows:
        raise RefusedError("it holds no report", "Write a JSON object, or a list of them")
    for place, row in enumerate(rows, start=1):
        of_many = f"report {place} of the list: " if isinstance(whole, list) else ""
        try:
            yield from _reports(row, file, None, _prefixed(of_many, file.remark_at()))
        except RefusedError as refused:
            yield refused.at(file.path, of_many=of_many)


def _prefixed(words: str, remark: Remark) -> Remark:
    return lambda more: remark(words + more)


def _stdin(file: _Opened) -> Iterator[Taken]:
    head = file.stream.peek(4096).removeprefix(_UTF8_MARK).lstrip(_BLANK)
    if head.startswith(b"["):
        yield from _document(file)
    elif head.startswith(b"<") and MARK in head:
        yield from _newsml(file)
    elif not head.startswith(b"{"):
        yield from _text(file)
    else:
        first = file.stream.readline(MAX_LINE_BYTES)
        try:
            msgspec.json.decode(first.removeprefix(_UTF8_MARK))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            # One object over several lines, or a broken first line.
            yield from _document(file.anew(first + read_whole(file.stream)))
        else:
            yield from _lines(file.anew(_Joined(first, file.stream)))


class _Joined(io.RawIOBase):
    """A first piece that was read already, then the rest of its stream as it comes."""

    def __init__(self, first: bytes, rest: io.BufferedReader) -> None:
        self._first, self._rest = first, rest

    def readable(self) -> bool:
        """Return True: bytes can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with the next bytes and return how many there were."""
        chunk = self._first[: len(buffer)] or self._rest.read1(len(buffer))
        self._first = self._first[len(chunk) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _object(line: bytes | None) -> Any:
    if line is None:
        raise RefusedError(f"the line is over {MAX_LINE_BYTES:,} bytes long", "Split it into its reports")
    try:
        return msgspec.json.decode(line.strip(_BLANK).removeprefix(_UTF8_MARK))
    except UnicodeDecodeError as error:
        raise RefusedError(
            f"the line is not UTF-8 (byte {error.start + 1})", "Convert the file: iconv -f ENCODING -t UTF-8"
        ) from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise RefusedError(
            f"the line is not JSON ({str(error).removeprefix('JSON is malformed: ')})", "Mend or remove it"
        ) from None


def _reports(row: Any, file: _Opened, line: int | None, remark: Remark) -> Iterator[Taken]:
    """Yield the report that a JSON object is, or the texts that a news item is or carries."""
    if not isinstance(row, dict):
        raise RefusedError(
            "this is JSON, but not an object with the fields of a report", 'Write it as {"text": ...}'
        )
    if is_ninjs(row):
        yield from _texts(items_of_ninjs(row), file, line, remark)
    else:
        yield report_from(row, remark, file.now)


def _newsml(file: _Opened) -> Iterator[Taken]:
    yield from _texts(items_of_newsml(read_whole(file.stream)), file, None, file.remark_at())


def _texts(items: Iterable[Item], file: _Opened, line: int | None, remark: Remark) -> Iterator[Taken]:
    """Yield the reports of an agency's items; one that is refused does not keep the others out."""
    for item in texts_of(items, remark):
        try:
            yield report_of_item(item, remark, file.now)
        except RefusedError as refused:
            yield refused.at(file.path, line)


_Read = Callable[[_Opened], Iterator[Taken]]

SUFFIXES: dict[str, _Read] = {
    ".txt": _text,
    ".html": _page,
    ".htm": _page,
    ".json": _document,
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".xml": _newsml,
}
"""What each suffix is read as; each may be followed by .gz."""


def _reader_of(path: str) -> _Read:
    if path == "-":
        return _stdin
    # A missing file is told as such, whatever its name.
    return SUFFIXES.get(_suffix_of(path)) or _unknown


def _suffix_of(path: str) -> str:
    return PurePath(path.lower().removesuffix(".gz")).suffix


def _unknown(file: _Opened) -> Iterator[Taken]:
    raise RefusedError(
        f"its name does not tell what it is ({PurePath(file.path).suffix or 'no suffix'})",
        f"Name it {', '.join(SUFFIXES)} (or .gz of these), or pipe it in: - reads stdin",
    )
    yield  # pragma: no cover - makes this an iterator like its siblings
