"""Where direct speech opens and closes."""

from sayso.read import cues
from sayso.read.page import Sentence

__all__ = ["is_quotation", "opening", "quote_state"]


def is_quotation(text: str) -> bool:
    """True when a sentence is wholly a quotation."""
    stripped = text.strip()
    return stripped[:1] in '“"' and (stripped[-1:] in '”"' or stripped.count('"') == 1)


def opening(text: str) -> int:
    """Return where the last quotation of a sentence opens."""
    return max(text.rfind(mark) for mark in cues.QUOTES)


def quote_state(sentence: Sentence, is_open: bool) -> bool:
    """Return whether a quotation is still open after a sentence; a straight mark behind a word or a full stop closes one."""
    for found in cues.QUOTE_MARK.finditer(sentence.body, sentence.start, sentence.end):
        is_open = found["opens"] is not None or (found["either"] is not None and not is_open)
    return is_open
