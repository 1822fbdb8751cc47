"""Where direct speech opens and closes."""

from sayso.read.speech import cues
from sayso.read.text.page import Sentence

__all__ = ["is_quotation", "opening", "quote_state"]

# Without one of these nothing opens or closes.
MARKS = ("“", "”", '"', "``", "''")


def is_quotation(text: str) -> bool:
    """True when a sentence is wholly a quotation."""
    stripped = text.strip()
    return stripped[:1] in '“"' and (stripped[-1:] in '”"' or stripped.count('"') == 1)


def opening(text: str) -> int:
    """Return where the last quotation of a sentence opens."""
    return max(text.rfind(mark) for mark in cues.QUOTES)


def quote_state(sentence: Sentence, is_open: bool, end: int | None = None) -> bool:
    """Return whether a quotation is still open after a sentence, or at `end` of it.

    A straight mark behind a word or a full stop closes one.
    """
    end = sentence.end if end is None else sentence.start + end
    words = sentence.body[sentence.start : end]
    if not any(mark in words for mark in MARKS):
        return is_open
    for found in cues.QUOTE_MARK.finditer(sentence.body, sentence.start, end):
        is_open = found["opens"] is not None or (found["either"] is not None and not is_open)
    return is_open
