"""What a book answers: words out of rows, as of a moment. Knows nothing of how any of them was derived."""

from collections.abc import Collection, Iterable
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Select

from sayso.model import (
    Account,
    Asked,
    Claim,
    Copy,
    Finding,
    Forgotten,
    Headline,
    Incident,
    Judgement,
    Link,
    Read,
    Report,
    Revision,
    Tie,
    content_id,
    decode,
)
from sayso.store import caches, lists, schema
from sayso.store import statements as ask
from sayso.store.kept import parts
from sayso.store.moments import EPOCH, micros, moment
from sayso.store.pasts import Pasts
from sayso.store.questions import Question

__all__ = ["View", "address_key", "micros", "moment", "parts"]

Settled = tuple[tuple[Finding, ...], tuple[str, ...]]
"""What an incident was settled to: its findings, and the claims to quote."""

# Conditions joined by OR in one statement; SQLite nests them, and allows a depth of 1,000.
FEW = 200


class View(Pasts):
    """One consistent look at a book. Whatever takes `as_of` leaves out what came later; None is all."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._judged: dict[datetime | None, list[Judgement]] = {}
        self._gone: list[Forgotten] | None = None

    def cached_by(self) -> str | None:
        """Return by which rules the caches were computed; None when they were dropped."""
        return next((value for (value,) in self._rows(caches.cached_by())), None)

    def reports(self, ids: Collection[str]) -> dict[str, Report]:
        """Return these reports without their text, in the order in which they were received."""
        found = [r for some in parts(ids) for r in self._words(ask.report_words(some), Report)]
        return {r.id: r for r in sorted(found, key=_as_received)}

    def published(self, ids: Collection[str]) -> dict[str, int]:
        """Return when these reports were published, in microseconds; not of those that do not tell."""
        rows = (row for some in parts(ids) for row in self._rows(ask.report_days(some)))
        return {ref: at for ref, at in rows if at is not None}

    def full_reports(self, ids: Collection[str]) -> dict[str, Report]:
        """Return these reports with their text."""
        return {
            key: msgspec.structs.replace(decode(word, Report), text=decode(text, str))
            for some in parts(ids)
            for key, word, text in self._rows(ask.report_texts(some))
        }

    def versions_of(self, ids: Collection[str], as_of: datetime | None = None) -> dict[str, Report]:
        """Return, without their text, the reports that replace one of these or are replaced by one.

        Those count that say so themselves, and those of the same item; these themselves may be among them.
        """
        own, named, items = set(ids), set[str](), set[str]()
        for some in parts(ids):
            for ref, of, item in self._rows(caches.editions_of(some)):
                if of in own:
                    named.add(ref)
                if ref in own:
                    named.update([of] if of else [])
                    items.update([item] if item else [])
        for some in parts(items):
            named.update(self._ids(caches.editions_of_items(some)))
        found = self.reports(named) if named else {}
        return {key: r for key, r in found.items() if not as_of or _as_received(r)[0] <= as_of}

    def versions_after(self, then: datetime) -> set[str]:
        """Return the ids of the reports received later that may be versions of earlier ones."""
        return set(self._ids(caches.versions_after(micros(then))))

    def reports_at(self, url: str) -> list[Report]:
        """Return the reports of an address, without their text, the last received first."""
        return self._words(caches.reports_at(address_key(url)), Report)

    def digests(self, ids: Collection[str]) -> dict[str, str]:
        """Return the digest of the words of those of these reports that the book holds."""
        return {key: found for some in parts(ids) for key, found in self._rows(ask.report_digests(some))}

    def forgotten(self, report_ids: Collection[str] | None = None) -> list[Forgotten]:
        """Return what is noted of those of these reports that were forgotten; None asks for all."""
        if self._gone is None:
            self._gone = self._words(ask.forgotten_in_all(), Forgotten)
        wanted = None if report_ids is None else set(report_ids)
        return [told for told in self._gone if wanted is None or told.report_id in wanted]

    def report_count(self, as_of: datetime | None = None) -> int:
        """Return how many reports had been received."""
        return next(count for (count,) in self._rows(ask.report_count(micros(as_of))))

    def received(self, as_of: datetime | None = None) -> dict[str, datetime]:
        """Return when each report was received."""
        return {key: moment(at) for key, at in self._rows(ask.received(micros(as_of)))}

    def report_ids(self) -> list[str]:
        """Return the ids of all reports in the order in which they were received."""
        return self._ids(ask.all_report_ids())

    def unread_by(self, reader: str, version: str) -> list[str]:
        """Return the ids of the reports that this version of a reader has not read."""
        return self._ids(ask.reports_unread_by(reader, version))

    def readings(self, report_id: str) -> list[Read]:
        """Return each time that a report was read, the first one first."""
        return [
            Read(reader=name, version=version, read_at=moment(at), language=language, skipped=skipped)
            for name, version, at, language, skipped in self._rows(ask.readings_of(report_id))
        ]

    def accounts(self, as_of: datetime | None = None) -> list[Account]:
        """Return all accounts in founding order: as received, then by id."""
        return self._accounts([ask.accounts(micros(as_of))])

    def accounts_named(self, ids: Collection[str], as_of: datetime | None = None) -> list[Account]:
        """Return those of these accounts that had been received, in founding order."""
        then = micros(as_of)
        return self._accounts(ask.accounts_named(some, then) for some in parts(ids))

    def accounts_in(self, incident_ids: Collection[str]) -> dict[str, list[Account]]:
        """Return the accounts of these incidents as they are now, each one's in founding order."""
        decoder = msgspec.json.Decoder(Account)
        asked = (caches.accounts_in(some) for some in parts(incident_ids))
        rows = [(at, decoder.decode(word), ref) for some in asked for ref, at, word in self._rows(some)]
        held: dict[str, list[Account]] = {}
        for _, account, ref in sorted(rows, key=lambda row: (row[0], row[1].id)):
            held.setdefault(ref, []).append(account)
        return held

    def reports_in(self, incident_id: str) -> list[Report]:
        """Return the reports of an incident as it is now, without their text, in the order received."""
        return sorted(self._words(caches.reports_in(incident_id), Report), key=_as_received)

    def copies_in(self, incident_id: str) -> list[Copy]:
        """Return what the reports of an incident repeat, as it is now."""
        return self._words(caches.copies_in(incident_id), Copy)

    def accounts_beside(self, incident_id: str) -> list[str]:
        """Return the ids of the other accounts that the reports of an incident have, as it is now."""
        return self._ids(caches.accounts_beside(incident_id))

    def accounts_of(self, report_ids: Collection[str], as_of: datetime | None = None) -> list[Account]:
        """Return the accounts of these reports, in founding order."""
        then = micros(as_of)
        return self._accounts(ask.accounts_of(some, then) for some in parts(report_ids))

    def accounts_starting(self, prefix: str, as_of: datetime | None = None) -> list[Account]:
        """Return the accounts whose id starts with a prefix, in founding order."""
        return self._accounts([ask.accounts_starting(prefix, micros(as_of))])

    def claims_of(self, account_ids: Collection[str], slot: str | None = None) -> list[Claim]:
        """Return the claims of these accounts that are not withdrawn, on one slot or on all."""
        decoder = msgspec.json.Decoder(Claim)
        found: list[Claim] = []
        for some in parts(account_ids):
            last: dict[str, tuple[int, bool, str]] = {}
            for key, reading, gone, word in self._rows(ask.claims_of(some, slot)):
                if key not in last or last[key][0] < reading:
                    last[key] = (reading, gone, word)
            found += [decoder.decode(word) for _, (_, gone, word) in sorted(last.items()) if not gone]
        return found

    def claims_named(self, ids: Collection[str]) -> list[Claim]:
        """Return those of these claims that are not withdrawn."""
        return [c for some in parts(ids) for c in self._words(ask.claims_named(some), Claim)]

    def claims_starting(self, prefix: str) -> list[str]:
        """Return the ids of the claims that start with a prefix, sorted."""
        return sorted(self._ids(ask.claims_starting(prefix)))

    def copies_by(self, report_ids: Collection[str], as_of: datetime | None = None) -> list[Copy]:
        """Return what these reports repeat, of what had been received."""
        then = micros(as_of)
        return [c for some in parts(report_ids) for c in self._words(ask.copies_by(some, then), Copy)]

    def repeated_by(self, report_id: str) -> list[str]:
        """Return the ids of the reports that repeat a report, sorted."""
        return self._ids(ask.copies_of(report_id))

    def judgements(self, as_of: datetime | None = None) -> list[Judgement]:
        """Return every judgement in its last state, in the order in which they were made."""
        if as_of not in self._judged:
            last: dict[str, str] = dict(self._rows(ask.judgements(micros(as_of))))
            self._judged[as_of] = [decode(word, Judgement) for word in last.values()]
        return self._judged[as_of]

    def revisions_of(self, incident_ids: Collection[str], as_of: datetime | None = None) -> list[Revision]:
        """Return how the findings of these incidents changed, the oldest change first."""
        then = micros(as_of)
        return [
            r for some in parts(incident_ids) for r in self._words(ask.revisions_of(some, then), Revision)
        ]

    def known_revisions(self, ids: Collection[str]) -> set[str]:
        """Return which of these revisions the book holds."""
        return {key for some in parts(ids) for key in self._ids(ask.revision_ids(some))}

    def revisions_naming(self, claim_ids: Collection[str]) -> list[Revision]:
        """Return every revision that names one of these claims; slow, since it looks through all."""
        found: dict[str, Revision] = {}
        for first in range(0, len(claim_ids), FEW):
            some = sorted(claim_ids)[first : first + FEW]
            found |= {r.id: r for r in self._words(ask.revisions_naming(some), Revision)}
        return list(found.values())

    def reports_sharing(self, hashes: Collection[int], *, idiom: int, most: int, once: int) -> list[str]:
        """Return the reports that share word shingles with these hashes, so many that share most.

        Of those that share a single one, only so many as `once` says, whose shingle fewest reports have; one
        that more than `idiom` have counts for nothing.
        """
        asked = (caches.reports_sharing(some, idiom, most) for some in parts(hashes))
        rows = [row for question in asked for row in self._rows(question)]
        many, single = ([key for key, shared in rows if (shared > 1) is more] for more in (True, False))
        return many + single[:once]

    def accounts_sharing(self, keys: Collection[str], most: int) -> list[str]:
        """Return the accounts that share one of these block keys, so many that share most."""
        return [key for some in parts(keys) for key in self._ids(caches.accounts_sharing(some, most))]

    def sketches_of(self, account_ids: Collection[str]) -> list[tuple[datetime, str]]:
        """Return when these accounts came in, and their sketches as JSON, as far as they are cached."""
        return [
            (moment(at), word)
            for some in parts(account_ids)
            for _, at, word in self._rows(caches.sketches_of(some))
        ]

    def links_among(self, account_ids: Collection[str]) -> list[Link]:
        """Return the links that have both ends among these accounts."""
        inside = set(account_ids)
        found = (link for some in parts(inside) for link in self._words(caches.links_of(some), Link))
        return [link for link in found if link.right in inside]

    def ties(self, as_of: datetime | None = None) -> list[Tie]:
        """Return how all accounts that had been received are tied to each other."""
        return [Tie(*row) for row in self._rows(caches.ties(micros(as_of)))]

    def ties_among(self, account_ids: Collection[str], as_of: datetime | None = None) -> list[Tie]:
        """Return how these accounts are tied to each other."""
        inside, then = set(account_ids), micros(as_of)
        rows = (row for some in parts(inside) for row in self._rows(caches.ties_of(some, then)))
        return [Tie(*row) for row in rows if row[1] in inside]

    def ties_near(self, account_ids: Collection[str], as_of: datetime | None = None) -> list[Tie]:
        """Return how these accounts are tied to any others; a tie may come twice."""
        asked = (caches.ties_near(some, micros(as_of)) for some in parts(account_ids))
        return [Tie(*row) for question in asked for row in self._rows(question)]

    def links_between_incidents(self, least: float, most: int) -> list[tuple[str, str]]:
        """Return the ends of so many links of a score or more between two incidents, the strongest first."""
        return [(left, right) for left, right in self._rows(caches.links_between(least, most))]

    def members_of(self, account_ids: Collection[str]) -> dict[str, str]:
        """Return in which incident each of these accounts was last put."""
        return {key: held for some in parts(account_ids) for key, held in self._rows(caches.members_of(some))}

    def some_headlines(
        self, asked: Asked, after: tuple[datetime, str] | None = None, most: int | None = None
    ) -> list[Headline]:
        """Return so many of the incidents that fit, as they are now, the newest change first.

        Only `since`, `kind`, `country` and `background` are looked at.
        """
        place = (micros(after[0]), after[1]) if after else None
        return self._words(lists.incidents(asked, place, most), Headline)

    def headline_count(self, asked: Asked) -> int:
        """Return how many incidents fit, by the same."""
        return next(count for (count,) in self._rows(lists.incident_count(asked)))

    def headlines_of(self, incident_ids: Collection[str]) -> dict[str, Headline]:
        """Return these incidents, as they are now."""
        found = (h for some in parts(incident_ids) for h in self._words(lists.headlines_of(some), Headline))
        return {head.incident.id: head for head in found}

    def accounts_saying(self, spellings: Collection[str]) -> set[str]:
        """Return the accounts of the reports that have a word in title or text, in one of its spellings.

        Slow, since it looks through all.
        """
        wanted = [spelling.lower() for spelling in spellings]
        heads = [(key, decode(w, Report).title or "") for key, w in self._rows(lists.heads_saying(spellings))]
        titled = {key for key, title in heads if any(each in title.lower() for each in wanted)}
        return titled.union(self._ids(lists.texts_saying(spellings)))

    def some_reports(
        self, as_of: datetime | None, after: tuple[datetime, str] | None, most: int
    ) -> list[Report]:
        """Return so many reports without their text, the last received first."""
        place = (micros(after[0]), after[1]) if after else None
        return self._words(lists.reports(micros(as_of), place, most), Report)

    def reports_aside(self, as_of: datetime | None, since: datetime | None, most: int) -> list[Report]:
        """Return so many reports that tell of no incident, with their texts, the last received first."""
        return [
            msgspec.structs.replace(decode(word, Report), text=decode(text, str))
            for word, text in self._rows(lists.reports_aside(micros(since), micros(as_of), most))
        ]

    def aside_count(self, as_of: datetime | None, since: datetime | None) -> int:
        """Return how many reports tell of no incident."""
        return next(count for (count,) in self._rows(lists.aside_count(micros(since), micros(as_of))))

    def unread_reports(
        self, as_of: datetime | None, since: datetime | None, most: int
    ) -> list[tuple[Report, str]]:
        """Return so many reports that were not read, without text, and why; the last received first."""
        rows = self._rows(lists.unread_reports(micros(since), micros(as_of), most))
        return [(decode(word, Report), why or "") for word, why in rows]

    def unread_count(self, as_of: datetime | None, since: datetime | None) -> int:
        """Return how many reports were not read."""
        return next(count for (count,) in self._rows(lists.unread_count(micros(since), micros(as_of))))

    def revisions_after(self, row: int, most: int) -> list[tuple[int, Revision]]:
        """Return so many revisions that were kept after a row, each with its own row, in their order."""
        found = self._rows(lists.revisions_after(row, most))
        return [(number, decode(word, Revision)) for number, word in found]

    def last_revision(self) -> int:
        """Return the row of the revision that was kept last; 0 for none."""
        return next(row or 0 for (row,) in self._rows(lists.last_revision()))

    def stamp(self) -> tuple[int, ...]:
        """Return numbers that differ whenever evidence is added, words are forgotten, or alerts change.

        All grow but the last, which is how many alerts wait to be told.
        """
        return tuple(number or 0 for number in next(self._rows(lists.stamp())))

    def settled_now(self, ref: str) -> tuple[Incident, Settled] | None:
        """Return an incident as it is now, and what it was settled to; None where that is not cached."""
        for head, packed in self._rows(caches.settled_now(ref)):
            if packed is not None:
                return decode(head, Headline).incident, msgspec.json.decode(packed, type=Settled)
        return None

    def shown_now(self, incident_ids: Collection[str]) -> dict[str, list[Finding]]:
        """Return what readers were last shown of these incidents, as far as it is cached."""
        decoder = msgspec.json.Decoder(list[Finding])
        return {
            key: decoder.decode(packed)
            for some in parts(incident_ids)
            for key, packed in self._rows(caches.shown_now(some))
        }

    def accounts_after(self, then: datetime) -> set[str]:
        """Return the accounts of which anything became known after a moment."""
        return set(self._ids(ask.accounts_after(micros(then))))

    def members(self) -> dict[str, str]:
        """Return in which incident each account was last put."""
        return dict(self._rows(caches.members()))

    def holds_all(self, ids: Collection[str], *, claims: bool) -> bool:
        """Tell whether the book holds all these claims, or accounts."""
        table = schema.claim if claims else schema.account
        return len(self._ids(ask.ids_among(table, ids))) == len(set(ids))

    def members_in(self, incident_ids: Collection[str]) -> set[str]:
        """Return the accounts that were last put in these incidents."""
        return {key for some in parts(incident_ids) for key in self._ids(caches.members_in(some))}

    def _accounts(self, asked: Iterable[Question[Select[int, str]] | Select[int, str]]) -> list[Account]:
        decoder = msgspec.json.Decoder(Account)
        rows = [(at, decoder.decode(word)) for each in asked for at, word in self._rows(each)]
        return [account for _, account in sorted(rows, key=lambda row: (row[0], row[1].id))]


def address_key(url: str) -> str:
    """Return the digest under which an address is looked up."""
    return content_id("address", url)


def _as_received(report: Report) -> tuple[datetime, str]:
    return (report.received_at or EPOCH, report.id)
