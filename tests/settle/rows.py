"""Tiny factories: an incident told by rows, each a report's claim."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sayso.model import (
    Account,
    Claim,
    Copy,
    Count,
    Field,
    Finding,
    Incident,
    Judgement,
    Label,
    Report,
    Span,
    Speaker,
    SpeakerKind,
    account_id,
    claim_id,
    source_of,
)
from sayso.settle import Evidence, settle

DAY = datetime(2024, 5, 1, 8, tzinfo=UTC)

SPEAKERS: dict[str, SpeakerKind] = {
    "police": "police",
    "Dana police": "police",
    "hospital": "medical",
    "rescue": "rescue",
    "a doctor": "medical",
    "witness": "witness",
    "Red Front": "claimant",
    "army": "military",
    "Torvian army": "military",
    "mayor": "government",
    "the network": "ngo-un",
    "a war monitor": "ngo-un",
    "The Tarvo-based Torvian Observatory for Rights": "ngo-un",
    "the Torvian Observatory for Rights": "ngo-un",
    "Mayor Iris Bolt": "government",
    "family": "victim-family",
    "the club": "company",
    "President Ann Hale": "government",
    "Interior Minister Bo Lund": "government",
    "Hale": "government",
    "a reporter for the Tarvo Wire": "media",
    "Tarvo Wire": "media",
    "the indictment": "document",
    "court documents": "document",
    "prosecutors": "prosecutor-court",
    "the Torvian defence ministry": "government",
    "Torvia's defence ministry": "government",
    "the Belmoran defence ministry": "government",
    "a source close to the investigation": "police",
    "Torvia's transport minister": "government",
    "Bo Lund": "government",
    "Iris Bolt": "government",
    "local officials": "government",
    "the transport ministry": "government",
    "the ministry": "government",
    "the council": "government",
    "the statement": "government",
    "the Tarvo Flood Council (TFC)": "government",
    "TFC": "government",
    "the governor of South Tarvo": "government",
    "the governor of South Tarvo province": "government",
    "North Tarvo officials": "government",
    "the Tarvo Aid Society": "ngo-un",
    "Ida Sund": "ngo-un",
    "residents": "witness",
    "officials": "government",
    "authorities": "police",
    "Torvian officials": "government",
    "a disaster official": "government",
    "Rail Bern": "company",
}


def number(said: str) -> Count:
    """Return "3", "3+" (at least), "-3" (up to) or "3-5" as a count."""
    if said.endswith("+"):
        return Count(low=int(said[:-1]))
    low, _, high = said.partition("-")
    return Count(low=int(low) if low else None, high=int(high or low))


class Book:
    """Reports of one incident, an hour apart; each row says one thing."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.claims: list[Claim] = []
        self.copies: list[Copy] = []
        self.judgements: list[Judgement] = []
        self.aside: set[str] = set()

    def report(self, outlet: str, hour: float, name: str | None = None) -> str:
        """Add a report, once, and return its id."""
        key = name or f"{outlet}@{hour:g}"
        published = DAY + timedelta(hours=hour)
        made = Report(
            id=key, source=source_of(outlet), text="", published_at=published, published_grain="instant"
        )
        self.reports.setdefault(key, made)
        return key

    def say(self, outlet: str, hour: float, said: str, words: str = "", **more: Any) -> Claim:
        """Add a claim: "killed 3", "killed/attacker 1", "weapon rifle"; `words` are its quote.

        By "police: ..." a speaker is quoted; without, the narrator tells. `headline` puts it in the title.
        """
        field: Field = "title" if more.pop("headline", False) else "text"
        report_id = self.report(outlet, hour)
        speaker, _, rest = said.rpartition(": ")
        slot, _, value = rest.partition(" ")
        slot, _, role = slot.partition("/")
        held = (
            number(value)
            if value[0].isdigit() or value[0] == "-"
            else Label(text=value, code=more.pop("code", None))
        )
        quote = words or f"{value} {slot}"
        start = 100 * len(self.claims)
        claim = Claim(
            id="",
            account_id=account_id(report_id, "i1"),
            slot=slot,
            value=held,
            role=role or ("victim" if isinstance(held, Count) else None),  # type: ignore[arg-type]
            speaker=Speaker(name=speaker, kind=SPEAKERS.get(speaker, "other")) if speaker else Speaker(),
            span=Span(field=field, start=start, end=start + len(quote), quote=quote),
            **more,
        )
        made = claim_id(claim.account_id, slot, held, claim.role, claim.speaker, claim.span)
        self.claims.append(Claim(**{f: getattr(claim, f) for f in claim.__struct_fields__} | {"id": made}))
        return self.claims[-1]

    @property
    def accounts(self) -> list[Account]:
        """One account a report, a main one unless it only mentions the incident."""
        return [
            Account(id=account_id(key, "i1"), report_id=key, key="i1", main=key not in self.aside)
            for key in self.reports
        ]

    def findings(self, order: Sequence[int] | None = None, profile: str = "desk") -> tuple[Finding, ...]:
        """Settle what was said; `order` shuffles what arrived."""
        accounts = self.accounts
        claims = [self.claims[at] for at in order] if order is not None else self.claims
        evidence = Evidence(
            accounts=tuple(accounts),
            claims=tuple(claims),
            reports=tuple(self.reports.values()),
            copies=tuple(self.copies),
            judgements=tuple(self.judgements),
        )
        incident = Incident(id="i", kind="shooting", account_ids=tuple(a.id for a in accounts))
        return settle(incident, evidence, profile=profile)

    def finding(self, slot: str, role: str | None = "victim") -> Finding | None:
        """Return the finding on a slot, if there is one."""
        found = [f for f in self.findings() if f.slot == slot and f.role == role]
        return found[0] if found else None


def told(rows: Iterable[tuple[Any, ...]]) -> Book:
    """Return a book of rows (outlet, hour, said[, words])."""
    book = Book()
    for row in rows:
        book.say(*row)
    return book


def shown(finding: Finding | None) -> str:
    """Return "low|best|high standing voices", a dash where nothing is known; "" for no finding."""
    if finding is None:
        return ""
    span = "|".join("-" if n is None else str(n) for n in (finding.low, finding.best, finding.high))
    return f"{span} {finding.standing} {len(finding.voices)}"
