"""What programs and forms send: reports, and what people say of them."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sayso.intake.fields import report_from
from sayso.intake.outcome import RefusedError
from sayso.model import Count, Grain, Label, Report, Source, Word
from sayso.web.faults import TooLongError

__all__ = [
    "Correction",
    "Delivery",
    "Handed",
    "Judged",
    "JudgedClaim",
    "Moving",
    "Reason",
    "SigningIn",
    "report_of",
]

LONGEST = 200_000
"""Characters of a report that is handed in over HTTP: ten times a long read, some ten seconds of reading."""

MOST_REPORTS = 100

Why = Annotated[str, Meta(min_length=1, max_length=2000, description="The reason, in words; it is kept.")]
Ref = Annotated[str, Meta(min_length=1, max_length=200, pattern="^[^\\x00]+$")]


class Handed(Word, frozen=True, kw_only=True):
    """A report as it is handed in. Without an id it gets one made of its words and who published it."""

    text: str = ""
    id: Ref | None = None
    source: str | Source | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    published_at: str | None = None
    published_grain: Grain | None = None
    replaces: Ref | None = None


class Delivery(Word, frozen=True, kw_only=True):
    """Reports to add to the book: several, or one."""

    reports: Annotated[tuple[Handed, ...], Meta(max_length=MOST_REPORTS)] = ()
    report: Handed | None = None


class Reason(Word, frozen=True, kw_only=True):
    """Why somebody does something."""

    why: Why


class Moving(Word, frozen=True, kw_only=True):
    """To which incident an account belongs, and why."""

    to: Ref
    why: Why


class Judged(Word, frozen=True, kw_only=True):
    """That two incidents, or accounts, are one or two, or open again; or, without `right`, on a claim."""

    left: Ref
    right: Ref | None = None
    verdict: Literal["same", "different", "unsure", "right", "wrong"]
    why: Why


class JudgedClaim(Word, frozen=True, kw_only=True):
    """That a claim is right or wrong, or open again; with `reprints` also where others repeat its words."""

    verdict: Literal["right", "wrong", "unsure"]
    why: Why
    reprints: bool = False


class Correction(Word, frozen=True, kw_only=True):
    """What the words of a claim really say, and why."""

    value: Count | Label
    why: Why


class SigningIn(Word, frozen=True, kw_only=True):
    """A token; or a name, where the book has no tokens and is served to this machine only."""

    token: Annotated[str, Meta(max_length=200)] | None = None
    name: Annotated[str, Meta(max_length=200)] | None = None


def report_of(handed: Handed) -> Report:
    """Return the report that was handed in; raises an error for one that cannot be taken as it is."""
    if len(handed.text) > LONGEST:
        raise TooLongError(
            f"the text has {len(handed.text):,} characters; over HTTP {LONGEST:,} are taken; "
            "split it, or add it with: sayso add BOOK FILE"
        )
    return report_from(msgspec.to_builtins(handed), _refuse)


def _refuse(remark: str) -> None:
    """Refuse what a file would be taken with, with a remark: nobody would hear it."""
    raise RefusedError(remark, "Mend it, or leave the field out")
