"""What settling works on: the evidence on an incident, and its claims in the voices that they are."""

from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from sayso.model import (
    Account,
    Claim,
    Copy,
    Count,
    Judgement,
    Label,
    Report,
    Voice,
    Word,
)

__all__ = ["Evidence", "Said", "Selection"]

_NEVER = datetime.min.replace(tzinfo=UTC)


class Evidence(Word, frozen=True, kw_only=True):
    """All that had been received by the moment for which a record is wanted; reports need no text.

    `versions` are reports that are versions of these, whether they tell of the incident or not.
    """

    accounts: tuple[Account, ...] = ()
    claims: tuple[Claim, ...] = ()
    reports: tuple[Report, ...] = ()
    copies: tuple[Copy, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    versions: tuple[Report, ...] = ()


class Said(msgspec.Struct, frozen=True, gc=False):
    """A claim with the voice that it is, and when a person judged it right, if one did.

    `outlet` is the voice of a headline's outlet where the claim is that of somebody in the text beneath it,
    `origin` the report of another outlet that said so first, in words that this one only repeats; `main` is
    false where the report only mentions the incident.
    """

    claim: Claim
    voice: Voice
    report: Report
    right: datetime | None
    derivation: str | None = None
    outlet: Voice | None = None
    origin: Report | None = None
    main: bool = True

    @property
    def at(self) -> datetime:
        """When it was first published, for a reprint is no news; the beginning of time where nobody tells."""
        return (self.origin or self.report).published_at or _NEVER

    @property
    def day_only(self) -> bool:
        """True where no hour is told of when it was published."""
        return (self.origin or self.report).published_grain != "instant"

    @property
    def low(self) -> int | None:
        """The least number of people that it tells of; None for a fact, and where only a ceiling is told."""
        return self.claim.value.low if isinstance(self.claim.value, Count) else None

    @property
    def text(self) -> str:
        """The words of a fact; "" for a count."""
        return self.claim.value.text if isinstance(self.claim.value, Label) else ""

    @property
    def order(self) -> tuple[datetime, str, str]:
        """Where it comes among all that was said: by the publisher's clock, then by id."""
        return (self.at, self.report.id, self.claim.id)


class Selection(NamedTuple):
    """The claims of an incident in order: those that stand, and those withdrawn, replaced or judged wrong."""

    standing: tuple[Said, ...]
    struck: tuple[Said, ...]
