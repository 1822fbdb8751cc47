"""What can go wrong, as one tree. Every message says what, where, and what to do.

SaysoError
├── IntakeError        a file or a line that cannot become a Report
├── ReaderError        a reader that cannot load its model or data
├── StoreError         a book that cannot be opened, or refuses what it is given
└── NotFoundError      an id or a slot that the book does not hold
"""

__all__ = ["IntakeError", "NotFoundError", "ReaderError", "SaysoError", "StoreError"]


class SaysoError(Exception):
    """Anything that sayso refuses or cannot do; its text is meant for the person at the desk."""


class IntakeError(SaysoError):
    """A file, or one line of it, that cannot become a Report; the rest of the batch goes on."""


class ReaderError(SaysoError):
    """A reader that cannot load its model or data; there is no silent second choice."""


class StoreError(SaysoError):
    """A book that cannot be opened, or that refuses a report (an id used twice for other words)."""


class NotFoundError(SaysoError):
    """An incident, report or slot that the book does not hold at the moment asked for."""
