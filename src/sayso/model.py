"""The words that every room speaks. Their values are those of the annotation guide; see docs/words.md.

All times are aware UTC. Three clocks have three names: the world's (`happened`, `holds_at`), the
publisher's (`published_at`) and ours (`received_at`). Ids are short content hashes of what is said and
by whom, never of when or by which program it was read. Unknown is None, and None equals nothing.
"""

import hashlib
from datetime import date, datetime
from typing import Any, Literal, Protocol, TypeVar, get_args

import msgspec

__all__ = [
    "CODES",
    "COUNT_SLOTS",
    "FACT_SLOTS",
    "KINDS",
    "SLOTS",
    "Account",
    "Added",
    "Certainty",
    "Claim",
    "Copy",
    "CopyKind",
    "Count",
    "Fate",
    "Fault",
    "Field",
    "Finding",
    "Forgotten",
    "Grain",
    "Grounds",
    "Headline",
    "Incident",
    "Judgement",
    "Label",
    "Link",
    "Moment",
    "Outcome",
    "Passage",
    "Place",
    "Polarity",
    "Quote",
    "Reader",
    "Reading",
    "Record",
    "Relation",
    "RelationKind",
    "Report",
    "Revision",
    "Role",
    "Slot",
    "Source",
    "SourceKind",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Standing",
    "Status",
    "Verdict",
    "Voice",
    "Word",
    "account_id",
    "claim_id",
    "content_id",
    "decode",
    "encode",
    "judgement_id",
    "report_id",
    "source_of",
    "values",
]

Field = Literal["title", "text"]
Grain = Literal["instant", "day", "month", "year", "unknown"]
SourceKind = Literal["outlet", "agency", "official", "aid", "social"]
Role = Literal["victim", "attacker", "responder", "combatant", "all", "unclear"]
SpeakerKind = Literal[
    "police", "military", "government", "prosecutor-court", "medical", "rescue", "witness", "victim-family",
    "claimant", "company", "ngo-un", "media", "expert", "document", "other", "report",
]  # fmt: skip
Certainty = Literal["certain", "probable", "possible"]
Polarity = Literal["positive", "negative"]
Standing = Literal["current", "superseded", "retracted"]
Status = Literal["single", "agreed", "disputed", "withdrawn"]
CopyKind = Literal["verbatim", "edited", "credited"]
Verdict = Literal["same", "different", "unsure", "right", "wrong"]
RelationKind = Literal["part", "aftershock", "retaliation", "earlier"]
Fate = Literal["added", "known", "unread", "refused"]


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be claimed of an incident: a row of the table of slots."""

    name: str
    holds: Literal["count", "label"]
    unit: str
    meaning: str


SLOTS: dict[str, Slot] = {
    name: Slot(name=name, holds="count" if unit == "people" else "label", unit=unit, meaning=meaning)
    for name, unit, meaning in (
        ("killed", "people", "dead because of the incident"),
        ("injured", "people", "hurt and not said to have died"),
        ("casualties", "people", "dead and hurt in one total"),
        ("critical", "people", "in critical or life-threatening condition"),
        ("hospitalised", "people", "taken to or treated in hospital"),
        ("ill", "people", "infected, sickened or poisoned"),
        ("missing", "people", "not found or not accounted for"),
        ("detained", "people", "arrested or in custody"),
        ("hostages", "people", "held or abducted"),
        ("displaced", "people", "driven from home or evacuated"),
        ("rescued", "people", "saved or freed"),
        ("attackers", "people", "who carried it out"),
        ("weapon", "means", "the means used"),
        ("responsibility", "group", "who claims it, denies it or is blamed"),
        ("suspect", "person", "a person said to have done it"),
        ("victim", "person", "a named person killed, hurt or missing"),
        ("motive", "reason", "why, or what sort of deliberate act"),
        ("cause", "reason", "of an accident, disaster or outbreak"),
        ("time", "clock time", "the local clock time it happened"),
        ("advice", "instruction", "what the public is told to do"),
        ("response", "step", "an official step taken because of it"),
    )
}
COUNT_SLOTS = tuple(s.name for s in SLOTS.values() if s.holds == "count")
FACT_SLOTS = tuple(s.name for s in SLOTS.values() if s.holds == "label")

CODES: dict[str, tuple[str, ...]] = {
    "weapon": (
        "firearm", "explosive", "vehicle", "blade", "incendiary", "chemical", "aircraft", "blunt", "other",
    ),
    "responsibility": ("claimed", "denied", "blamed"),
    "suspect": ("at-large", "detained", "killed", "charged", "convicted", "identified", "unknown"),
    "victim": ("killed", "injured", "missing"),
}  # fmt: skip

KINDS: tuple[str, ...] = (
    "shooting", "bombing", "stabbing", "vehicle-ramming", "arson", "assault", "homicide", "hostage-taking",
    "abduction", "assassination", "armed-clash", "airstrike", "shelling", "raid", "riot", "execution", "plot",
    "aviation", "rail", "road", "maritime", "explosion", "fire", "building-collapse", "crowd-crush", "mine",
    "chemical", "earthquake", "flood", "storm", "landslide", "wildfire", "volcano", "tsunami", "avalanche",
    "heat-cold", "epidemic", "other",
)  # fmt: skip


class Word(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of every word: immutable, named fields only, unknown fields refused."""


class Source(Word, frozen=True, kw_only=True):
    """Who publishes: an outlet, agency, official body, aid body or social account."""

    id: str
    name: str
    kind: SourceKind = "outlet"
    url: str | None = None


class Report(Word, frozen=True, kw_only=True):
    """One publication, exactly as received.

    `published_at` is the publisher's clock with its grain; None where the report does not tell.
    `received_at` is ours; None until a book takes the report in. `replaces` is the id of an earlier
    version of the same page.
    """

    id: str
    source: Source | None = None
    url: str | None = None
    title: str | None = None
    text: str = ""
    language: str | None = None
    published_at: datetime | None = None
    published_grain: Grain = "unknown"
    received_at: datetime | None = None
    replaces: str | None = None

    def field(self, name: Field) -> str:
        """Return the title or the text; "" where there is none."""
        return (self.title or "") if name == "title" else self.text


class Span(Word, frozen=True, kw_only=True):
    """Words of a report: half-open [start, end) in code points of one field; `quote` equals the slice."""

    field: Field = "text"
    start: int
    end: int
    quote: str


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
    """What one report tells of one incident. `key` names it inside its report ("i1")."""

    id: str
    report_id: str
    key: str
    main: bool
    series: bool = False
    kind: str = "other"
    place: Place | None = None
    happened: Moment | None = None


class Claim(Word, frozen=True, kw_only=True):
    """One speaker says one thing of one slot, in the words of `span`.

    `part_of` quotes the total that these people belong to; `holds_at` is the moment for which the value
    is said to hold, where that is told.
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
    holds_at: datetime | None = None


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

    name: str
    version: str

    def read(self, report: Report) -> Reading:
        """Return what the report says; a report that cannot be read comes back with `skipped` set."""
        ...


class Passage(Word, frozen=True, kw_only=True):
    """The same words in two reports: [start, end) in the later one's text, and in the origin's."""

    start: int
    end: int
    of_start: int
    of_end: int


class Copy(Word, frozen=True, kw_only=True):
    """A report repeats another.

    `of` is the origin's report id, or the agency's name if it is not in the book. `overlap` is the
    share (0..1) of the report's words that the passages cover.
    """

    report_id: str
    of: str
    kind: CopyKind
    passages: tuple[Passage, ...] = ()
    overlap: float = 0.0


class Link(Word, frozen=True, kw_only=True):
    """How strongly two accounts seem to tell of one incident: a score, and the named parts it is the sum of.

    `left` < `right` (account ids). A score of 0 or more joins; `reasons` are readable.
    """

    left: str
    right: str
    score: float
    reasons: tuple[str, ...] = ()


class Judgement(Word, frozen=True, kw_only=True):
    """A person's (or rule's) word on two accounts (same, different, unsure) or on one claim (right, wrong).

    `right` is None when a claim is judged. Append-only: taking it back sets `superseded_at` in a later row.
    """

    id: str
    left: str
    right: str | None = None
    verdict: Verdict
    by: str
    at: datetime
    reasons: tuple[str, ...] = ()
    superseded_at: datetime | None = None


class Forgotten(Word, frozen=True, kw_only=True):
    """A report whose words the book was told to drop: who told it, when and why, and the digest of the words.

    `beside` gives, for each of its accounts that was not alone, another account of the same incident, so that
    it stays where it was when nothing is left to tell.
    """

    report_id: str
    digest: str
    why: str
    by: str
    at: datetime
    beside: tuple[tuple[str, str], ...] = ()


class Relation(Word, frozen=True, kw_only=True):
    """How two incidents have to do with each other; a relation is shown and never counted.

    Read as "left is a(n) ... of right": `part` of a series, `aftershock`, `retaliation` for it, or `earlier`
    than it and recalled by its reports. `because` is readable.
    """

    left: str
    right: str
    kind: RelationKind
    because: str = ""


class Incident(Word, frozen=True, kw_only=True):
    """The thing reported on: accounts that belong together. Its id is its founding account's."""

    id: str
    kind: str
    place: Place | None = None
    happened: Moment | None = None
    account_ids: tuple[str, ...] = ()
    merged_from: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()


class Voice(Word, frozen=True, kw_only=True):
    """One independent origin of a value, and the reports that carry it."""

    name: str
    kind: SpeakerKind
    report_ids: tuple[str, ...]


class Finding(Word, frozen=True, kw_only=True):
    """What is reported now on one slot of an incident.

    For counts `low`, `best`, `high` are people and `label` is None; for facts `label` holds the value.
    `support` are the claims that stand behind the value, `rivals` the standing claims that cannot hold with
    it, `trail` earlier claims of the same voices. `rule` names what decided.
    """

    incident_id: str
    slot: str
    role: Role | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    label: Label | None = None
    standing: Status
    support: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()
    as_of: datetime | None = None
    rule: str = ""
    derivation: str | None = None


class Revision(Word, frozen=True, kw_only=True):
    """How a finding changed: what was shown before, what after, when, and which claims caused it."""

    id: str
    incident_id: str
    slot: str
    role: Role | None = None
    before: Finding | None = None
    after: Finding | None = None
    at: datetime
    because: tuple[str, ...] = ()


class Quote(Word, frozen=True, kw_only=True):
    """A claim with the sentence that carries it, who published it, and which reports repeat it.

    [start, end) are the claim's words inside `sentence`, in code points. `report` comes without its text.
    """

    claim: Claim
    report: Report
    sentence: str
    start: int
    end: int
    repeated_by: tuple[str, ...] = ()


class Grounds(Word, frozen=True, kw_only=True):
    """Why a finding says what it says: the sentences behind it, beside it, and before it."""

    finding: Finding
    support: tuple[Quote, ...] = ()
    rivals: tuple[Quote, ...] = ()
    trail: tuple[Quote, ...] = ()


class Headline(Word, frozen=True, kw_only=True):
    """One incident in a list: what, where, when, and the counts reported now.

    `main` tells whether any report is about it; `first_at` and `changed_at` are when its first and its
    last report were received. `names` are the victims and suspects that are named.
    """

    incident: Incident
    main: bool
    reports: int
    first_at: datetime
    changed_at: datetime
    findings: tuple[Finding, ...] = ()
    names: tuple[str, ...] = ()


class Record(Word, frozen=True, kw_only=True):
    """All that is shown of one incident as of a moment: findings, and everything that they rest on.

    `reports` come without their text, in the order received; `quotes` carry every claim that a finding
    names. `related` are incidents that the same reports mention; `revisions` what readers were shown
    otherwise before; `judgements` what people said of its accounts and claims; `forgotten` those of the
    reports whose words were dropped.
    """

    incident: Incident
    as_of: datetime | None = None
    findings: tuple[Finding, ...] = ()
    quotes: tuple[Quote, ...] = ()
    accounts: tuple[Account, ...] = ()
    reports: tuple[Report, ...] = ()
    copies: tuple[Copy, ...] = ()
    related: tuple[Incident, ...] = ()
    revisions: tuple[Revision, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    forgotten: tuple[Forgotten, ...] = ()


class Fault(Word, frozen=True, kw_only=True):
    """Something that is wrong with a book: in which table, of which id, and what."""

    table: str
    id: str
    what: str


class Outcome(Word, frozen=True, kw_only=True):
    """What became of one report that was handed to a book.

    added · known (the book had it, nothing changed) · unread (kept, but not read: `why`) · refused (not
    kept: `why` and `what_to_do`).
    """

    report_id: str
    fate: Fate
    why: str | None = None
    what_to_do: str | None = None


class Added(Word, frozen=True, kw_only=True):
    """What became of the reports handed to a book, and how its findings changed."""

    outcomes: tuple[Outcome, ...] = ()
    incident_ids: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()

    def count(self, fate: Fate) -> int:
        """Return how many reports met this fate."""
        return sum(outcome.fate == fate for outcome in self.outcomes)


def content_id(*parts: object) -> str:
    """Return a 16-character id of the parts in their order; equal parts always give the equal id."""
    packed = msgspec.json.encode(parts)
    return hashlib.sha256(packed).hexdigest()[:16]


def report_id(source: Source | None, url: str | None, title: str | None, text: str) -> str:
    """Return the id of a report that came without one: who published it, where, and its words."""
    return content_id("report", source.id if source else None, url, title, text)


def account_id(report: str, key: str) -> str:
    """Return the id of what a report tells of the incident that it calls `key`."""
    return content_id("account", report, key)


def claim_id(
    account: str, slot: str, value: Count | Label, role: str | None, speaker: Speaker, span: Span
) -> str:
    """Return the id of a claim: what is said, of which account, by whom, in which words."""
    said = (speaker.name, speaker.kind, speaker.via)
    return content_id("claim", account, slot, value, role, said, span.field, span.start, span.end)


def judgement_id(left: str, right: str | None, verdict: str, by: str, at: datetime) -> str:
    """Return the id of a judgement: what is judged, how, by whom and when."""
    return content_id("judgement", left, right, verdict, by, at)


def source_of(name: str | None, kind: SourceKind = "outlet") -> Source | None:
    """Return a source by its name ("bbc.com"); None for no name."""
    return Source(id=name.strip().lower(), name=name.strip(), kind=kind) if name and name.strip() else None


W = TypeVar("W")


def encode(word: object) -> bytes:
    """Return a word as JSON (UTF-8); fields at their default are left out."""
    return msgspec.json.encode(word)


def decode(packed: bytes | str, kind: type[W]) -> W:
    """Return the word that `encode` wrote; raises msgspec.ValidationError naming the field that is wrong."""
    return msgspec.json.decode(packed, type=kind)


def values(choice: Any) -> tuple[str, ...]:
    """Return the words that a Literal of this module allows, in order."""
    return get_args(choice)
