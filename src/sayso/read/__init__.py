"""read: one report in, claims out, each tied to its words and to who is said to say it."""

from functools import cache

from sayso.model import Reader, Reading, Report
from sayso.read.accuracy import measured

__all__ = ["default_reader", "measured", "read"]


@cache
def default_reader() -> Reader:
    """Return the reader that sayso uses unless another is given; loads its weights on first use.

    Raises ReaderError when they cannot be loaded.
    """
    from sayso.read.reader import LearnedReader

    return LearnedReader()


def read(report: Report) -> Reading:
    """Return what one report says, by the default reader.

    Raises TypeError, which tells how to make a Report, for words alone, and ReaderError when its weights cannot be loaded.
    """
    if not isinstance(report, Report):
        kind = type(report).__name__
        raise TypeError(f"read takes a Report, not {kind}: sayso.read(sayso.Report(id='a', text='...'))")
    return default_reader().read(report)
