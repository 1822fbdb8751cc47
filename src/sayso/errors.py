"""What can go wrong, as one tree. Every message says what, where, and what to do.

SaysoError
├── IntakeError        a file or a line that cannot become a Report
├── FeedsError         a feeds.toml that cannot be read as it is, with every mistake in it
├── FetchError         an address that was not fetched: refused, unreachable, or an answer that is no page
├── ReaderError        a reader that cannot load its model or data
├── StoreError         a book that cannot be opened, or refuses what it is given
│   └── AwayError      a book that cannot be read or written now: its server is away, another program writes
├── NotFoundError      an id or a slot that the book does not hold
│   └── AskedError     a question whose words name nothing: a kind, a place or a day that there is not
└── AlertError         a rule that is not understood, or a way of telling that cannot be
"""

from collections.abc import Sequence

__all__ = [
    "AlertError",
    "AskedError",
    "AwayError",
    "FeedsError",
    "FetchError",
    "IntakeError",
    "NotFoundError",
    "ReaderError",
    "SaysoError",
    "StoreError",
]


class SaysoError(Exception):
    """Anything that sayso refuses or cannot do; its text is meant for the person at the desk."""


class IntakeError(SaysoError):
    """A file, or one line of it, that cannot become a Report; the rest of the batch goes on."""


class FeedsError(SaysoError):
    """A feeds.toml that cannot be read as it is; `problems` has a line for each mistake."""

    def __init__(self, problems: Sequence[str]) -> None:
        """Say what is wrong, where, and what to do, a line each."""
        super().__init__("\n".join(f"{problem}.".replace("?.", "?") for problem in problems))
        self.problems = tuple(problems)


class FetchError(SaysoError):
    """An address that was not fetched; `again` tells whether trying later may help.

    `status` is the server's answer where it gave one (404, 503); `retry_after_s` the seconds for which it
    asked to be left alone.
    """

    def __init__(
        self,
        url: str,
        why: str,
        what_to_do: str,
        *,
        again: bool = False,
        status: int | None = None,
        retry_after_s: float | None = None,
    ) -> None:
        """Say what was not fetched, why, and what to do."""
        super().__init__(url, why, what_to_do)
        self.url = url
        self.why = why
        self.what_to_do = what_to_do
        self.again = again
        self.status = status
        self.retry_after_s = retry_after_s

    def __str__(self) -> str:
        return f"{self.url}: not fetched: {self.why}. {self.what_to_do}."


class ReaderError(SaysoError):
    """A reader that cannot load its model or data; there is no silent second choice."""


class StoreError(SaysoError):
    """A book that cannot be opened, or that refuses a report (an id used twice for other words)."""


class AwayError(StoreError):
    """A book that cannot be read or written now: its server is away, or another program writes."""


class NotFoundError(SaysoError):
    """An incident, report or slot that the book does not hold at the moment asked for."""


class AskedError(NotFoundError):
    """Words of a question that name nothing there is: a kind, a country, a place, a day, or a cursor."""


class AlertError(SaysoError):
    """A rule that is not understood, a target that cannot be told, or settings that cannot be read."""
