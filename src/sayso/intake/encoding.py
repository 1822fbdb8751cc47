"""Bytes to text: UTF-8, or what the bytes themselves declare, or what can be told with confidence."""

import codecs
from collections.abc import Callable

from sayso.intake.outcome import RefusedError

__all__ = ["text_of"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3\0", "a SQLite file"),
)
_SAVE_AS_TEXT = "Save its text as a UTF-8 .txt file"
_CONVERT = "Convert it first: iconv -f ENCODING -t UTF-8"

# A page of text holds hardly any control characters; one in twenty is far past any text that was tried.
_MOST_CONTROLS = 0.05
# charset-normalizer's own scales, tried on English, Russian, Polish, Greek and Japanese sentences: text in
# its true encoding has chaos of 0.04 or less and, from about ten words, coherence of 0.35 or more.
_MOST_CHAOS, _LEAST_COHERENCE = 0.05, 0.2
# Letters beyond ASCII are under 3 % of English text with a few names and curly quotes.
_MOST_FOREIGN = 0.1
# Enough to tell an encoding by; more only takes longer.
_SAMPLE = 50_000


def text_of(packed: bytes, remark: Callable[[str], None], declared: str | None = None) -> str:
    """Return the text that bytes hold, unchanged but for a leading byte order mark.

    `declared` is the encoding that a page names for itself. Any encoding but UTF-8 is remarked on.
    Raises RefusedError for binary data, and for text whose encoding cannot be told with confidence.
    """
    for signature, what in _SIGNATURES:
        if packed.startswith(signature):
            raise RefusedError(f"this is {what}, not text", _SAVE_AS_TEXT)
    for mark, name in _MARKS:
        if packed.startswith(mark):
            return _checked(_decoded(packed[len(mark) :], name, remark))
    try:
        text = packed.decode("utf-8")
    except UnicodeDecodeError:
        return _checked(_decoded(packed, declared or _told(packed), remark))
    if _controls(text) > _MOST_CONTROLS:
        return _checked(_decoded(packed, _told(packed), remark))
    return text


def _decoded(packed: bytes, name: str | None, remark: Callable[[str], None]) -> str:
    if name is None and _controls(packed.decode("latin-1")) > _MOST_CONTROLS:
        raise RefusedError("this is binary data, not text", _SAVE_AS_TEXT)
    if name is None:
        raise RefusedError("this is not UTF-8 text, and its encoding cannot be told", _CONVERT)
    try:
        text = packed.decode(name)
    except (UnicodeDecodeError, LookupError):
        raise RefusedError(f"this is neither UTF-8 nor valid {name} text", _CONVERT) from None
    if name != "utf-8":
        remark(f"not UTF-8; read as {name}")
    return text


def _told(packed: bytes) -> str | None:
    """Return the encoding that bytes seem to be in, or None when it cannot be told with confidence.

    Windows-1252 wins a tie: of western encodings other than UTF-8 it is by far the most used, and the
    detector cannot tell it from its Central European sister on the few letters of an English text.
    """
    import charset_normalizer  # 30 ms, and hardly ever needed

    sample = packed[:_SAMPLE]
    matches = charset_normalizer.from_bytes(sample)
    best = matches.best()
    if best is None or best.chaos > _MOST_CHAOS:
        return None
    ties = {name for match in matches if match.chaos <= best.chaos for name in match.could_be_from_charset}
    foreign = sum(byte > 127 for byte in sample) / len(sample)
    if "cp1252" in ties and (best.coherence >= _LEAST_COHERENCE or foreign <= _MOST_FOREIGN):
        return "cp1252"
    return best.encoding if best.coherence >= _LEAST_COHERENCE else None


def _checked(text: str) -> str:
    if _controls(text) > _MOST_CONTROLS:
        raise RefusedError("this is binary data, not text", _SAVE_AS_TEXT)
    return text


def _controls(text: str) -> float:
    """Return the share of control characters, line ends and tabs aside."""
    head = text[:_SAMPLE]
    return sum(char < " " and char not in "\t\n\r\f\v" for char in head) / max(1, len(head))
