"""What is shown: incidents, findings, and everything that they rest on."""

from collections.abc import Iterable
from datetime import datetime

from sayso.model.base import Word
from sayso.model.claims import Account, Claim, Label, Moment, Place
from sayso.model.reports import Report
from sayso.model.slots import Certainty, Role, SpeakerKind, Status
from sayso.model.ties import Copy, Forgotten, Judgement, Relation

__all__ = [
    "Course",
    "Finding",
    "Grounds",
    "Headline",
    "Incident",
    "Quote",
    "Read",
    "Record",
    "Revision",
    "Sheet",
    "Step",
    "Voice",
    "voices_behind",
]


_TELLING: tuple[Status, ...] = ("disputed", "agreed", "single", "withdrawn")


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
    it, `trail` earlier claims of the same voices. `rule` names what decided, `profile` by whose rules.
    `certainty` of a count is how firmly those say it who say it most firmly.
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
    profile: str = "desk"
    derivation: str | None = None
    certainty: Certainty = "certain"


def voices_behind(findings: Iterable[Finding]) -> int:
    """Return how many voices stand behind findings, each counted once."""
    return len({(voice.name, voice.kind) for finding in findings for voice in finding.voices})


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


class Step(Word, frozen=True, kw_only=True):
    """A voice gives a figure: which, from which claim of which report; `at` is when that was published."""

    at: datetime | None
    low: int | None
    high: int | None
    claim_id: str
    report_id: str


class Course(Word, frozen=True, kw_only=True):
    """What one voice said on a count, report by report, in the order in which they were published."""

    slot: str
    role: Role
    voice: str
    kind: SpeakerKind
    steps: tuple[Step, ...]


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
    last report were received. `names` are the victims and suspects that are named. `dismissed` is set where a
    person judged that it is not an incident, `series` where reports tell of several incidents as one.
    """

    incident: Incident
    main: bool
    reports: int
    first_at: datetime
    changed_at: datetime
    findings: tuple[Finding, ...] = ()
    names: tuple[str, ...] = ()
    dismissed: bool = False
    series: bool = False

    @property
    def voices(self) -> int:
        """How many voices stand behind the counts that are reported."""
        return voices_behind(self.findings)

    @property
    def standing(self) -> Status | None:
        """How its counts stand: disputed where any is, else as the best of them; None where none is told."""
        found = {finding.standing for finding in self.findings}
        return next((standing for standing in _TELLING if standing in found), None)


class Record(Word, frozen=True, kw_only=True):
    """All that is shown of one incident as of a moment: findings, and everything that they rest on.

    `reports` come without their text, in the order received; `quotes` carry every claim that a finding
    names, or a hundred of each of its lists where it names more; `why` quotes all. `related` are other
    incidents that it has to do with: those that the same reports mention, or that a relation of `relations`
    names. `revisions` are what readers were shown otherwise before, by the desk's
    rules; `judgements` what people said of its accounts and claims; `forgotten` those of the
    reports whose words were dropped. `courses` are what each voice said over time, where that was asked for,
    and `unknown` what nobody tells that one would ask of such an incident: "place", "day" and slots.
    `profile` names the rules by which the figures to print were chosen.
    """

    incident: Incident
    as_of: datetime | None = None
    profile: str = "desk"
    findings: tuple[Finding, ...] = ()
    quotes: tuple[Quote, ...] = ()
    accounts: tuple[Account, ...] = ()
    reports: tuple[Report, ...] = ()
    copies: tuple[Copy, ...] = ()
    related: tuple[Incident, ...] = ()
    relations: tuple[Relation, ...] = ()
    revisions: tuple[Revision, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    forgotten: tuple[Forgotten, ...] = ()
    courses: tuple[Course, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def voices(self) -> int:
        """How many voices stand behind what is reported."""
        return voices_behind(self.findings)

    @property
    def dismissal(self) -> Judgement | None:
        """The standing judgement that this is not an incident; None where there is none."""
        return next(
            (j for j in self.judgements if j.verdict == "not-an-incident" and j.superseded_at is None), None
        )


class Read(Word, frozen=True, kw_only=True):
    """That a reader read a report, and when; `skipped` says why it did not read on."""

    reader: str
    version: str
    read_at: datetime
    language: str | None = None
    skipped: str | None = None


class Sheet(Word, frozen=True, kw_only=True):
    """One report, whole: its text, what was read in it, and what the book knows beside it.

    `claims` come as a reader meets them, the title's first. `incidents` are those that its accounts are in.
    `copies` are what it repeats, `repeats` what repeats it, `replaced_by` its newer versions; `beside` names
    all these reports, without their text. `reading` is the last one. `judgements` are what people said of its
    accounts and claims; `forgotten` is set when its words were dropped.
    """

    report: Report
    as_of: datetime | None = None
    reading: Read | None = None
    accounts: tuple[Account, ...] = ()
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    copies: tuple[Copy, ...] = ()
    repeats: tuple[Copy, ...] = ()
    replaced_by: tuple[str, ...] = ()
    beside: tuple[Report, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    forgotten: Forgotten | None = None
