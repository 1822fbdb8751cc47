"""What a report says: accounts, claims, who says them, and the reader that finds them."""

from datetime import date
from typing import Any, Literal, Protocol

from msgspec.structs import replace

from sayso.model.base import Word, content_id
from sayso.model.reports import Report, Span
from sayso.model.slots import Certainty, Grain, Polarity, Role, SpeakerKind, Standing

__all__ = [
    "Account",
    "Claim",
    "Count",
    "Label",
    "Moment",
    "Place",
    "Reader",
    "Reading",
    "Speaker",
    "account_id",
    "claim_id",
    "retold",
]


class Speaker(Word, frozen=True, kw_only=True):
    """Who is said to say it. The narrator is the report's own voice: kind "report", no span."""

    name: str = "narrator"
    kind: SpeakerKind = "report"
    span: Span | None = None
    via: str | None = None

    @property
    def narrates(self) -> bool:
        """True when nobody is quoted: the report itself states it."""
        return self.kind == "report"


class Count(Word, frozen=True, kw_only=True, tag="count"):
    """A number of people, inclusive: "at least 12" is low 12, high None; "up to 30" is low None, high 30."""

    low: int | None = None
    high: int | None = None


class Label(Word, frozen=True, kw_only=True, tag="label"):
    """A fact as written, with the guide's code where the slot has codes."""

    text: str
    code: str | None = None


class Place(Word, frozen=True, kw_only=True, tag="place"):
    """Where: the words as written, and what they are known to mean.

    `country` is ISO 3166-1 alpha-2; `region` the code of its first-level division, in the US the state's
    ("TN"); `latitude` and `longitude` are degrees (WGS 84) and `precision` tells what they are of.
    """

    text: str | None = None
    city: str | None = None
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Literal["city", "region", "country"] | None = None


class Moment(Word, frozen=True, kw_only=True, tag="moment"):
    """When, in the world's time: the first and last day it can have been, and how exactly it is told."""

    start: date
    end: date
    grain: Grain = "day"

    def iso(self) -> str:
        """Return "2017-04-20", "2017-04" or "2017", as exact as it is known."""
        return self.start.isoformat()[: {"month": 7, "year": 4}.get(self.grain, 10)]


class Account(Word, frozen=True, kw_only=True):
    """What one report tells of one incident. `key` names it inside its report ("i1").

    `hit` are the words for things that an attack hit besides people ("the embassy", "two buses"), each once.
    """

    id: str
    report_id: str
    key: str
    main: bool
    series: bool = False
    kind: str = "other"
    place: Place | None = None
    happened: Moment | None = None
    hit: tuple[Span, ...] = ()


class Claim(Word, frozen=True, kw_only=True):
    """One speaker says one thing of one slot, in the words of `span`.

    `part_of` quotes the total that these people belong to. `by` is the person who corrected the reader with
    it; None is the reader itself.
    """

    id: str
    account_id: str
    slot: str
    value: Count | Label
    who: str | None = None
    role: Role | None = None
    speaker: Speaker = Speaker()
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    standing: Standing = "current"
    part_of: str | None = None
    span: Span
    by: str | None = None


class Reading(Word, frozen=True, kw_only=True):
    """What one reader found in one report. `skipped` says why it was not read, if it was not."""

    report_id: str
    reader: str
    version: str
    accounts: tuple[Account, ...] = ()
    claims: tuple[Claim, ...] = ()
    language: str | None = None
    skipped: str | None = None


class Reader(Protocol):
    """Turns one report into claims. A function of the report alone: no clock, file, network or chance."""

    @property
    def name(self) -> str:
        """What the reader is called."""
        ...

    @property
    def version(self) -> str:
        """Which reader of that name it is; what another version reads may differ."""
        ...

    def read(self, report: Report) -> Reading:
        """Return what the report says; a report that cannot be read comes back with `skipped` set."""
        ...


def account_id(report: str, key: str) -> str:
    """Return the id of what a report tells of the incident that it calls `key`."""
    return content_id("account", report, key)


def claim_id(
    account: str,
    slot: str,
    value: Count | Label,
    role: str | None,
    speaker: Speaker,
    span: Span,
    by: str | None = None,
) -> str:
    """Return the id of a claim: what is said, of which account, by whom, in which words, as read by whom."""
    said = (speaker.name, speaker.kind, speaker.via)
    person = () if by is None else (by,)
    return content_id("claim", account, slot, value, role, said, span.field, span.start, span.end, *person)


def retold(claim: Claim, **changes: Any) -> Claim:
    """Return a claim that tells otherwise, say of another slot or role, under the id that this gives it."""
    told = replace(claim, **changes)
    said = (told.account_id, told.slot, told.value, told.role, told.speaker, told.span, told.by)
    return replace(told, id=claim_id(*said))
