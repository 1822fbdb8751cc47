"""What settling works on, and its first step: which claims stand in their own report."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sayso.model import Account, Claim, Copy, Incident, Judgement, Report, Voice, Word
from sayso.settle.voices import Origins, offices, voice_of

__all__ = ["Evidence", "Said", "Selection", "select"]

_NEVER = datetime.min.replace(tzinfo=UTC)


class Evidence(Word, frozen=True, kw_only=True):
    """All that had been received by the moment for which a record is wanted; reports need no text."""

    accounts: tuple[Account, ...] = ()
    claims: tuple[Claim, ...] = ()
    reports: tuple[Report, ...] = ()
    copies: tuple[Copy, ...] = ()
    judgements: tuple[Judgement, ...] = ()


class Said(NamedTuple):
    """A claim with the voice that it is, and when a person judged it right, if one did."""

    claim: Claim
    voice: Voice
    report: Report
    right: datetime | None
    derivation: str | None = None

    @property
    def at(self) -> datetime:
        """When the report was published; the beginning of time where it does not tell."""
        return self.report.published_at or _NEVER

    @property
    def order(self) -> tuple[datetime, str, str]:
        """Where it comes among all that was said: by the publisher's clock, then by id."""
        return (self.at, self.report.id, self.claim.id)


class Selection(NamedTuple):
    """The claims of an incident in order: those that stand, and those withdrawn, replaced or judged wrong."""

    standing: tuple[Said, ...]
    struck: tuple[Said, ...]


def select(incident: Incident, evidence: Evidence) -> Selection:
    """Return the incident's claims in the order in which they were published, not in which they arrived.

    Struck are claims that their own report gives as superseded or retracted, all of a report that a later
    version replaces, and those judged wrong.
    """
    reports = {report.id: report for report in evidence.reports}
    homes = {account.id: account.report_id for account in evidence.accounts}
    members = set(incident.account_ids)
    verdicts = _verdicts(evidence.judgements)
    origins = Origins(reports, evidence.copies)
    replaced = {report.replaces for report in evidence.reports if report.replaces}
    standing: list[Said] = []
    struck: list[Said] = []
    claims = _once(evidence.claims)
    held = offices(claims)
    for claim in claims:
        report = reports.get(homes.get(claim.account_id, ""))
        if claim.account_id not in members or report is None:
            continue
        judged = verdicts.get(claim.id)
        verdict = judged.verdict if judged else None
        if claim.by is not None and verdict not in ("right", "wrong"):
            continue  # a correction that was not made yet, or was taken back
        right = judged.at if judged and verdict == "right" else None
        said = Said(claim, voice_of(claim, report, origins, held), report, right)
        stands = claim.standing == "current" and report.id not in replaced and verdict != "wrong"
        (standing if stands else struck).append(said)
    return Selection(_ordered(standing), _ordered(struck))


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims without repeats of one id."""
    return list({claim.id: claim for claim in claims}.values())


def _ordered(said: list[Said]) -> tuple[Said, ...]:
    return tuple(sorted(said, key=lambda one: one.order))


def _verdicts(judgements: Sequence[Judgement]) -> Mapping[str, Judgement]:
    """Return the last word on each judged claim."""
    latest: dict[str, Judgement] = {}
    for judgement in judgements:
        if judgement.right is None and judgement.superseded_at is None:
            held = latest.get(judgement.left, judgement)
            latest[judgement.left] = max(held, judgement, key=lambda one: (one.at, one.id))
    return latest
