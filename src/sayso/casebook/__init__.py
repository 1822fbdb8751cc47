"""The hall where the rooms meet: a Casebook passes words from room to room and keeps what comes back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso import __version__, settle
from sayso.casebook import (
    checking,
    choosing,
    gathering,
    recording,
    reviewing,
    taking,
)
from sayso.casebook.deciding import Deciding
from sayso.casebook.editions import Editions
from sayso.casebook.looking import Looking
from sayso.casebook.revising import revise
from sayso.errors import NotFoundError
from sayso.model import (
    SLOTS,
    Added,
    Asked,
    Fault,
    Grounds,
    Headline,
    Outcome,
    Reader,
    Reading,
    Record,
    Report,
    Review,
    Revision,
    Status,
    Totals,
)
from sayso.store import Pen, Store, digest

__all__ = ["Casebook"]

RULES = f"sayso {__version__}, rules 2"
"""What the caches are computed by: other rules of tracing, linking or settling get another number."""


class Casebook(Looking, Deciding, Editions):
    """A book of reports, and the records that they make; the one object that a user holds.

    Whatever takes `as_of` answers with what had been received by that moment; None is all there is.
    """

    def __init__(self, store: Store, reader: Reader | None = None) -> None:
        """Work on a store; without a reader the default one is loaded when it is first needed.

        Caches that another version of sayso computed are computed again.
        """
        self.store = store
        self._reader = reader
        with store.view() as view:
            stale = view.cached_by() != RULES
        if stale:
            with store.pen() as pen:
                if pen.cached_by() != RULES:  # another program may have done so meanwhile
                    _rebuild(pen)

    @classmethod
    def open(cls, path: str | Path, reader: Reader | None = None, *, create: bool = True) -> Self:
        """Open the book at a path, or make one there; ":memory:" is a book without a file.

        Raises StoreError when there is none and `create` is False, or when the file is no book.
        """
        return cls(Store(path, create=create), reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the book's file."""
        self.store.close()

    @property
    def reader(self) -> Reader:
        """The reader that reads what is added."""
        if self._reader is None:
            from sayso.read import default_reader

            self._reader = default_reader()
        return self._reader

    def add(
        self,
        reports: Iterable[Report],
        *,
        now: datetime | None = None,
        received: taking.Received = "now",
        told: Callable[[Outcome], None] | None = None,
    ) -> Added:
        """Read, trace, link and keep reports; adding one again changes nothing.

        A report counts as received when it says so itself, else at `now` (the clock's, if not given); with
        `received="published"` when it was published. Each report is kept whole or not at all; one that is
        refused does not keep the others out. `told` hears of each outcome as soon as it is kept; those that
        are returned are in the order of the reports.
        """
        tell = told or (lambda _: None)
        handed = list(reports)
        fresh, outcomes = self._sort_out(handed, received, now or datetime.now(UTC))
        for outcome in outcomes:
            tell(outcome)
        incidents: dict[str, None] = {}
        revisions: list[Revision] = []
        for batch in taking.batches(fresh):
            readings = [taking.read(self.reader, report) for report in batch]
            with self.store.pen() as pen:
                taken, changed, revised = self._take(pen, batch, readings, now or datetime.now(UTC))
            incidents.update(dict.fromkeys(changed))
            revisions += revised
            outcomes += taken
            for outcome in taken:
                tell(outcome)
        place = {report.id: at for at, report in reversed(list(enumerate(handed)))}
        outcomes.sort(key=lambda one: (place[one.report_id], one.fate in ("known", "refused")))
        return Added(outcomes=tuple(outcomes), incident_ids=tuple(incidents), revisions=tuple(revisions))

    def keep(
        self,
        report: Report,
        reading: Reading,
        *,
        now: datetime | None = None,
        also: Callable[[Pen, Outcome], None] = lambda _pen, _outcome: None,
    ) -> Added:
        """Trace, link and keep one report that was read elsewhere; keeping it again changes nothing.

        What `also` writes, with what became of the report, is kept in the same moment, or neither is.
        """
        with self.store.pen() as pen:
            at = now or datetime.now(UTC)
            taken, incidents, revisions = self._take(pen, [taking.stamped(report, "now", at)], [reading], at)
            also(pen, taken[0])
        return Added(outcomes=tuple(taken), incident_ids=tuple(incidents), revisions=tuple(revisions))

    def incidents(
        self,
        as_of: datetime | None = None,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        kind: str | None = None,
        country: str | None = None,
        background: bool = False,
        place: str | None = None,
        happened: str | None = None,
        name: str | None = None,
        slot: str | None = None,
        standing: Status | None = None,
        text: str | None = None,
        profile: str = "desk",
    ) -> tuple[Headline, ...]:
        """Return the incidents that reports are about, the newest change first.

        `since` leaves out those that no report has told of since, `until` those that one has told of after;
        `country` is ISO 3166 alpha-2. `background` brings those that reports only mention. `place` is
        "Memphis", "Memphis, Tennessee", "Tennessee" or "France"; `happened` the world's days, "2017",
        "2017-01", "2017-01-14" or two of them joined by ".."; `name` a victim's or suspect's, or a word of
        it ("Ada *" a given name, "* Bly" a surname); `slot` a count on which more than nobody is reported;
        `standing` that of any count; `text` words of the incident or of a report on it. What is unknown of an
        incident matches nothing. `profile` names the rules by which figures are chosen; another than the
        desk's looks at all evidence again. Raises AskedError for words that name nothing.
        """
        asked = Asked(
            text=text,
            kind=kind,
            country=country,
            place=place,
            happened=happened,
            name=name,
            slot=slot,
            standing=standing,
            since=since,
            until=until,
            background=background,
        )
        with self.store.view() as view:
            return choosing.choose_all(view, asked, as_of, recording.known_profile(profile))

    def totals(self, heads: Sequence[Headline]) -> Totals:
        """Return the people over these incidents on each count that anybody tells of, and of how many nobody.

        Series of incidents are left out, so that nobody counts twice.
        """
        return settle.totals(heads)

    def incident(
        self, ref: str, as_of: datetime | None = None, *, profile: str = "desk", courses: bool = False
    ) -> Record:
        """Return the record of the incident that holds an account.

        `ref` is the id of an incident, present or merged, or of any account, or the beginning of one (four
        characters or more). `profile` names the rules by which the figures to print are chosen: "desk",
        "conservative" or "latest-official". `courses` adds what each voice said over time. Raises
        NotFoundError when nothing or too much fits.
        """
        with self.store.view() as view:
            return recording.record(view, ref, as_of, profile, courses=courses)

    def moments(self, ref: str) -> tuple[datetime, ...]:
        """Return when each report on an incident was received: between these its record does not differ."""
        with self.store.view() as view:
            cluster = gathering.find_cluster(view, ref, None)
            received = view.reports({account.report_id for account in cluster}).values()
        return tuple(sorted(report.received_at for report in received if report.received_at))

    def report_of(self, ref: str) -> str:
        """Return the id of the report in which a claim, or an account, stands; `ref` is its whole id."""
        with self.store.view() as view:
            owners = [claim.account_id for claim in view.claims_named([ref])] or [ref]
            for account in view.accounts_named(owners):
                return account.report_id
        raise NotFoundError(f"{ref}: the book holds no such claim")

    def holding(self, ref: str) -> Record:
        """Return the record of the incident that an account, or a claim, is of; `ref` is its whole id."""
        with self.store.view() as view:
            claims = view.claims_named([ref])
        return self.incident(claims[0].account_id if claims else ref)

    def why(
        self, ref: str, slot: str, as_of: datetime | None = None, *, profile: str = "desk"
    ) -> tuple[Grounds, ...]:
        """Return, for each finding on a slot, the rule and every sentence behind, beside and before it.

        Empty when nothing is said of the slot. Raises NotFoundError for an unknown incident, slot or profile.
        """
        if slot not in SLOTS:
            raise NotFoundError(f"{slot}: no such slot; the slots are {', '.join(SLOTS)}")
        with self.store.view() as view:
            return recording.why(view, ref, slot, as_of, profile)

    def review(self, most: int = 50) -> Review:
        """Return what a person should look at, so much of each sort at most.

        Pairs of incidents that just failed to be joined, and findings that are disputed or only may be so.
        What was judged is not among it. Of the incidents that changed last.
        """
        with self.store.view() as view:
            return reviewing.review(view, most)

    def repeated_by(self, report_id: str) -> tuple[str, ...]:
        """Return the ids of the reports that repeat passages of a report."""
        with self.store.view() as view:
            return tuple(view.repeated_by(report_id))

    def check(self) -> Iterator[Fault]:
        """Yield everything that is wrong with the book, as it is found; nothing, if it is sound.

        Every span is held against its text, every id against its content, what readers were last shown
        against what the evidence gives, rows against the rows they refer to, the database against itself.
        """
        with self.store.view() as view:
            yield from checking.faults(view)

    def copy_to(self, path: str | Path) -> dict[str, int]:
        """Write the whole book into another database, new or empty; returns the rows of each table.

        Nothing is lost: withdrawn claims, superseded judgements, the order of all. What is forgotten stays
        so. What came is held against what went, or nothing is written. Raises StoreError when the target
        holds anything.
        """
        return self.store.copy_to(path)

    def unread(self) -> int:
        """Return how many reports this version of the reader has not read."""
        with self.store.view() as view:
            return len(view.unread_by(self.reader.name, self.reader.version))

    def read_again(
        self, *, now: datetime | None = None, told: Callable[[Outcome], None] | None = None
    ) -> Added:
        """Read with this reader all reports that its version has not read; returns what that changed.

        Claims that it no longer finds are marked withdrawn, never removed. Each report is kept before the
        next is read, so it can be stopped and goes on where it was. What is forgotten meanwhile stays so.
        `told` hears of each.
        """
        tell = told or (lambda _: None)
        with self.store.view() as view:
            unread = view.unread_by(self.reader.name, self.reader.version)
        outcomes: list[Outcome] = []
        incidents: dict[str, None] = {}
        revisions: list[Revision] = []
        for ref in unread:
            at = now or datetime.now(UTC)
            with self.store.view() as view:
                report = view.full_reports([ref])[ref]
            reading = taking.read(self.reader, report)
            with self.store.pen() as pen:
                if pen.forgotten([ref]):  # since the list was made, or while it was read
                    continue
                changed = pen.add_reading(reading, report.received_at or at, at)
                tied = gathering.component(pen, changed, None)
                before = set(pen.members_of(changed).values())
                pen.drop_cached(changed)
                if changed:
                    pen.drop_all_pasts()
                taking.link_accounts(pen, pen.accounts_named(changed))
                held, revised = revise(pen, tied, at)
                pen.drop_incidents(before - set(held))
            outcomes.append(_outcome(reading))
            tell(outcomes[-1])
            incidents.update(dict.fromkeys(held))
            revisions += revised
        return Added(outcomes=tuple(outcomes), incident_ids=tuple(incidents), revisions=tuple(revisions))

    def rebuild(self) -> None:
        """Drop every cache and compute it again from the evidence; what that changes is kept as revisions."""
        with self.store.pen() as pen:
            _rebuild(pen)

    def _sort_out(
        self, reports: Iterable[Report], received: taking.Received, now: datetime
    ) -> tuple[list[Report], list[Outcome]]:
        """Return the reports that are new, stamped, and the outcomes of those that are not to be added."""
        handed = [taking.stamped(report, received, now) for report in reports]
        with self.store.view() as view:
            known = view.digests({report.id for report in handed})
            gone = {told.digest: told for told in view.forgotten()}
        fresh, outcomes = [], []
        for report in handed:
            outcome = taking.refusal(report, known.get(report.id), gone)
            if outcome is None:
                fresh.append(report)
                known[report.id] = digest(report)
            else:
                outcomes.append(outcome)
        return fresh, outcomes

    def _take(
        self, pen: Pen, batch: list[Report], readings: list[Reading], now: datetime
    ) -> tuple[list[Outcome], list[str], list[Revision]]:
        """Keep a batch that was received at one moment; what another program added meanwhile is known."""
        known = pen.digests([report.id for report in batch])
        gone = {told.digest: told for told in pen.forgotten()}
        outcomes, touched = [], set[str]()
        for report, reading in zip(batch, readings, strict=True):
            outcome = taking.refusal(report, known.get(report.id), gone)
            if outcome is None:
                touched |= taking.take(pen, report, reading, now)
                outcome = _outcome(reading)
            outcomes.append(outcome)
        at = batch[0].received_at or now
        incidents, revisions = revise(pen, touched, at)
        return outcomes, incidents, revisions


def _outcome(reading: Reading) -> Outcome:
    if reading.skipped is None:
        return Outcome(report_id=reading.report_id, fate="added")
    return Outcome(report_id=reading.report_id, fate="unread", why=reading.skipped)


def _rebuild(pen: Pen) -> None:
    """Compute every cache again."""
    pen.drop_caches()
    pen.stamp_caches(RULES)
    pen.cache_editions(pen.reports(pen.report_ids()).values())
    gone = {told.report_id for told in pen.forgotten()}
    for ref in pen.report_ids():
        if ref in gone:
            continue
        taking.trace_report(pen, pen.full_reports([ref])[ref])
        taking.link_accounts(pen, pen.accounts_of([ref]))
    revise(pen, {account.id for account in pen.accounts()}, datetime.now(UTC))
