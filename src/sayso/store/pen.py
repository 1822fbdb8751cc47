"""What is written into a book. Evidence is only added; what no longer holds gets a row that says so."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

import msgspec
from sqlalchemy import Column, Select, Table, delete, insert

from sayso.model import (
    Account,
    Claim,
    Copy,
    Finding,
    Forgotten,
    Headline,
    Judgement,
    Link,
    Reading,
    Report,
    Revision,
    content_id,
    decode,
    encode,
)
from sayso.store import caches, schema
from sayso.store import statements as ask
from sayso.store.blanks import blank_account, blank_claim, blank_report
from sayso.store.copying import insert_rows
from sayso.store.pasts import Past
from sayso.store.questions import Question
from sayso.store.tasks import Tasks
from sayso.store.view import Settled, View, address_key, micros, parts

__all__ = ["Pen", "digest"]

Row = dict[str, object]
NONE: Mapping[str, Settled] = {}


def digest(report: Report) -> str:
    """Return the digest of a report's words: two reports with one id must have the same."""
    return content_id("words", report.title, report.text)


class Pen(View):
    """A transaction that writes: everything it wrote is kept together when it ends, or nothing is."""

    @property
    def tasks(self) -> Tasks:
        """The tasks, so that one is done in the same moment as what it brought is kept, or not at all."""
        return Tasks(self.connection)

    def add_report(self, report: Report) -> None:
        """Keep a report as received; it must carry `received_at`, and its id must be new to the book."""
        assert report.received_at is not None
        head = msgspec.structs.replace(report, text="")
        row: Row = {
            "id": report.id,
            "digest": digest(report),
            "published_at": micros(report.published_at),
            "received_at": micros(report.received_at),
            "word": _json(head),
        }
        self._insert(schema.report, [row])
        self._insert(schema.wording, [{"report_id": report.id, "text": _json(report.text)}])

    def add_reading(self, reading: Reading, received_at: datetime, read_at: datetime) -> set[str]:
        """Keep what a reader found in a report; returns the ids of the accounts that this changed.

        What is new or told otherwise than by the reading before gets a row; what is no longer found gets
        one that withdraws it. A second reading that finds the same adds nothing but itself.
        """
        told = {account.id: _json(account) for account in reversed(reading.accounts)}
        said = {claim.id: _json(claim) for claim in reversed(reading.claims)}
        owner = {claim.id: claim.account_id for claim in reading.claims}
        accounts_before = self._last(ask.account_history(reading.report_id))
        read_before = ask.claim_history(list(accounts_before), by_hand=False)
        claims_before = self._last(read_before) if accounts_before else {}
        number = self._add_reading_row(reading, read_at)

        accounts = [
            {"id": key, "withdrawn": gone, "word": word}
            for key, gone, word in _changes(accounts_before, told)
        ]
        common: Row = {
            "reading_id": number,
            "report_id": reading.report_id,
            "received_at": micros(received_at),
        }
        self._insert(schema.account, [common | row for row in accounts])
        claims: list[Row] = []
        for key, gone, word in _changes(claims_before, said):
            claim = msgspec.json.decode(word, type=Claim)
            row: Row = {"id": key, "account_id": owner.get(key, claim.account_id), "slot": claim.slot}
            claims.append(row | {"reading_id": number, "withdrawn": gone, "word": word})
        self._insert(schema.claim, claims)
        return {str(row["id"]) for row in accounts} | {str(row["account_id"]) for row in claims}

    def add_correction(self, claim: Claim, report_id: str, at: datetime) -> None:
        """Keep what a person reads in words that a reader read otherwise; no reader withdraws it."""
        assert claim.by is not None
        if not self.holds_all([claim.id], claims=True):
            by_hand = Reading(report_id=report_id, reader=claim.by, version=ask.BY_HAND)
            row: Row = {"id": claim.id, "account_id": claim.account_id, "slot": claim.slot}
            row |= {"reading_id": self._add_reading_row(by_hand, at), "withdrawn": False}
            self._insert(schema.claim, [row | {"word": _json(claim)}])

    def add_copies(self, copies: Iterable[tuple[Copy, datetime]]) -> None:
        """Keep what repeats what, and since when both are known; a pair that the book has stays as it was."""
        new = {(copy.report_id, copy.of): (copy, at) for copy, at in copies}
        if not new:
            return
        known = {(copy.report_id, copy.of) for copy in self.copies_by([report for report, _ in new])}
        self._insert(
            schema.copy,
            [
                {"report_id": report, "of": of, "known_at": micros(at), "word": _json(copy)}
                for (report, of), (copy, at) in new.items()
                if (report, of) not in known
            ],
        )

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement; one with `superseded_at` takes back the earlier one of the same id."""
        row: Row = {"id": judgement.id, "at": micros(judgement.at), "word": _json(judgement)}
        row["superseded_at"] = micros(judgement.superseded_at)
        self._insert(schema.judgement, [row])
        self._judged.clear()

    def add_revisions(self, revisions: Iterable[Revision]) -> None:
        """Keep how findings changed."""
        self._insert(
            schema.revision,
            [
                {"id": r.id, "incident_id": r.incident_id, "at": micros(r.at), "word": _json(r)}
                for r in revisions
            ],
        )

    def forget(self, told: Forgotten) -> set[str]:
        """Note that a report is forgotten; blank it, its accounts and its claims. Returns the claims' ids.

        What is cached of them is dropped. Their ids, the digest, and when they came in stay.
        """
        ref, self._gone = told.report_id, None
        self._insert(schema.forgotten, [{"report_id": ref, "at": micros(told.at), "word": _json(told)}])
        accounts = {key: word for key, _, word in self._rows(ask.account_history(ref))}
        claims = {key: word for key, _, word in self._rows(ask.claim_history(list(accounts)))}
        report = blank_report(self.full_reports([ref])[ref])
        # Claims first: the guards look up in account to whom they belong.
        blanks = [
            (schema.claim, {"id": key}, blank_claim(decode(word, Claim))) for key, word in claims.items()
        ]
        blanked: list[tuple[Table, dict[str, str], object]] = [
            *blanks,
            *(
                (schema.account, {"id": key}, blank_account(decode(w, Account)))
                for key, w in accounts.items()
            ),
            (schema.wording, {"report_id": ref}, ""),
            (schema.report, {"id": ref}, report),
        ]
        for table, row, word in blanked:
            self.connection.execute(ask.blank(table, ref, _json(word), **row))
        self._drop(schema.fingerprint.c.report_id, [ref])
        self._drop(schema.edition.c.report_id, [ref])
        self.cache_editions([report])
        self.tasks.forget(ref)
        self.drop_cached(list(accounts))
        self.drop_all_pasts()
        return set(claims)

    def blank_revisions(self, report_id: str, revisions: Iterable[Revision]) -> None:
        """Put these revisions, which name what is forgotten no more, in place of what readers were shown."""
        for revision in revisions:
            self.connection.execute(ask.blank(schema.revision, report_id, _json(revision), id=revision.id))

    def cache_editions(self, reports: Iterable[Report]) -> None:
        """Remember of what these reports are versions, and at which address they stood."""
        rows: list[Row] = [
            {
                "report_id": report.id,
                "of": report.replaces,
                "item": content_id("item", report.item) if report.item else None,
                "address": address_key(report.url) if report.url else None,
            }
            for report in reports
        ]
        self._insert(schema.edition, [row for row in rows if row["of"] or row["item"] or row["address"]])

    def cache_fingerprint(self, report_id: str, hashes: Collection[int]) -> None:
        """Remember the word shingles of a report, to find what repeats it."""
        self._insert(schema.fingerprint, [{"hash": h, "report_id": report_id} for h in sorted(set(hashes))])

    def cache_sketch(
        self, account: Account, received_at: datetime, sketch: object, keys: Iterable[str]
    ) -> None:
        """Remember what linking needs of an account, and the keys under which it is looked up."""
        row: Row = {"account_id": account.id, "received_at": micros(received_at), "word": _json(sketch)}
        self._insert(schema.sketch, [row])
        self._insert(schema.block_key, [{"key": key, "account_id": account.id} for key in sorted(set(keys))])

    def cache_links(self, links: Iterable[tuple[Link, datetime]]) -> None:
        """Remember how strongly accounts seem to belong together, and since when both are known."""
        self._insert(
            schema.link,
            [
                {"left": k.left, "right": k.right, "score": k.score, "known_at": micros(at), "word": _json(k)}
                for k, at in links
            ],
        )

    def cache_members(self, members: Mapping[str, str]) -> None:
        """Remember in which incident each of these accounts is now."""
        self._drop(schema.member.c.account_id, list(members))
        rows: list[Row] = [{"account_id": key, "incident_id": held} for key, held in sorted(members.items())]
        self._insert(schema.member, rows)

    def cache_incidents(
        self, incidents: Iterable[tuple[Headline, Iterable[Finding]]], settled: Mapping[str, Settled] = NONE
    ) -> None:
        """Remember incidents as they are now: what a list shows of each, and what readers were last shown.

        `settled` is what they were settled to, by their ids.
        """
        rows: list[Row] = [
            {
                "id": head.incident.id,
                "kind": head.incident.kind,
                "country": head.incident.place.country if head.incident.place else None,
                "main": head.main and not head.dismissed,
                "changed_at": micros(head.changed_at),
                "headline": _json(head),
                "shown": _json(list(shown)),
                "settled": _json(settled[head.incident.id]) if head.incident.id in settled else None,
            }
            for head, shown in incidents
        ]
        self.drop_incidents([str(row["id"]) for row in rows])
        self._insert(schema.incident, rows)

    def drop_incidents(self, ids: Collection[str]) -> None:
        """Forget what is cached of these incidents: they are no more, or have changed."""
        self._drop(schema.incident.c.id, list(ids))

    def cache_past(self, incident_id: str, changes: int, past: Past) -> None:
        """Remember what undoes so many changes of an incident at one time."""
        row: Row = {"incident_id": incident_id, "changes": changes, "number": past.number, "word": past.word}
        self._insert(schema.past, [row | {"since": micros(past.since), "at": micros(past.at)}])

    def drop_pasts(self, incident_id: str, after: int = -1) -> None:
        """Forget what undoes the changes of an incident, or those of a number after one."""
        asked = caches.drop_pasts(incident_id, after)
        self.connection.execute(asked.statement, asked.values)

    def drop_all_pasts(self) -> None:
        """Forget how incidents stood before their changes: the evidence of then is no longer what it was."""
        self.connection.execute(delete(schema.past))

    def stamp_caches(self, rules: str) -> None:
        """Note by which rules the caches are computed."""
        self._drop(schema.cached.c.key, ["rules"])
        self._insert(schema.cached, [{"key": "rules", "value": rules}])

    def drop_cached(self, account_ids: Collection[str]) -> None:
        """Forget what is cached of these accounts: their evidence has changed."""
        for column in (
            schema.sketch.c.account_id,
            schema.block_key.c.account_id,
            schema.link.c.left,
            schema.link.c.right,
            schema.member.c.account_id,
        ):
            self._drop(column, list(account_ids))

    def drop_caches(self) -> None:
        """Forget everything that can be computed again."""
        for table in schema.CACHES:
            self.connection.execute(delete(table))

    def _add_reading_row(self, reading: Reading, read_at: datetime) -> int:
        row: Row = {"report_id": reading.report_id, "reader": reading.reader, "version": reading.version}
        row |= {"read_at": micros(read_at), "language": reading.language, "skipped": reading.skipped}
        written = self.connection.execute(insert(schema.reading).values(**row))
        key = written.inserted_primary_key
        assert key is not None
        return int(key[0])

    def _last(self, history: Question[Select[str, bool, str]]) -> dict[str, tuple[bool, str]]:
        """Return the last row of each id: whether it was withdrawn, and its word."""
        return {key: (gone, word) for key, gone, word in self._rows(history)}

    def _insert(self, table: Table, rows: list[Row]) -> None:
        if rows:
            insert_rows(self.connection, table, rows)

    def _drop(self, column: Column[str], ids: list[str]) -> None:
        for some in parts(ids):
            asked = caches.drop_cached(column, some)
            self.connection.execute(asked.statement, asked.values)


def _changes(before: Mapping[str, tuple[bool, str]], now: Mapping[str, str]) -> list[tuple[str, bool, str]]:
    """Return what changed from one reading to the next: id, withdrawn, word."""
    found = [(key, False, word) for key, word in now.items() if before.get(key) != (False, word)]
    lost = [(key, True, word) for key, (gone, word) in before.items() if not gone and key not in now]
    return found + lost


def _json(word: object) -> str:
    return encode(word).decode()
