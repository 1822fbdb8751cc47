"""Fill a book in bulk: with one incident of very many reports, or with its own rows over and over.

What takes hours report by report is written at once, to measure how a book of that size is looked at. The
rows are those that adding would have written; what only adding needs (fingerprints, sketches, keys) is left
out.
"""

import random
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from sayso.casebook import Casebook, gathering
from sayso.casebook.edits import edits
from sayso.casebook.quoting import quoted_in
from sayso.casebook.reverting import LEAP, packed, words_of
from sayso.casebook.revising import revise
from sayso.model import (
    Account,
    Claim,
    Count,
    Label,
    Link,
    Moment,
    Place,
    Reading,
    Report,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    account_id,
    claim_id,
    source_of,
)
from sayso.settle import settle
from sayso.store import Past, View, schema

__all__ = ["keep_past", "multiply", "one_incident"]

START = datetime(2024, 3, 1, 18, tzinfo=UTC)
OUTLETS = 400
SPEAKERS: tuple[tuple[str, SpeakerKind], ...] = (
    ("police", "police"), ("Northgate Hospital", "medical"), ("the interior ministry", "government"),
    ("the prosecutor", "prosecutor-court"), ("a witness", "witness"),
)  # fmt: skip
SENTENCES: tuple[tuple[str, str, Role], ...] = (
    ("{n} people were killed in the blast in Northgate, {who} said.", "killed", "victim"),
    ("{n} others were injured, according to {who}.", "injured", "victim"),
    ("{n} people are still missing, {who} said.", "missing", "victim"),
    ("{n} men were detained, {who} said.", "detained", "attacker"),
)


def one_incident(book: Casebook, count: int) -> str:
    """Write an incident of so many reports, over four weeks, and settle it once; returns its id."""
    draw = random.Random(count)
    told = [_told(number, count, draw) for number in range(count)]
    accounts = [reading.accounts[0] for _, reading in told]
    founder = accounts[0].id
    with book.store.pen() as pen:
        for report, reading in told:
            assert report.received_at
            pen.add_report(report)
            pen.add_reading(reading, report.received_at, report.received_at)
        received = {reading.accounts[0].id: report.received_at or START for report, reading in told}
        for number in range(1, count):
            near = {founder, accounts[draw.randrange(max(1, number - 20), number + 1)].id}
            pairs = [sorted((accounts[number].id, other)) for other in near - {accounts[number].id}]
            links = [Link(left=left, right=right, score=6.0, reasons=("one blast",)) for left, right in pairs]
            pen.cache_links([(k, max(received[k.left], received[k.right])) for k in links])
        revise(pen, {account.id for account in accounts}, START + timedelta(weeks=5))
    return founder


def keep_past(book: Casebook, incident: str, settled: int = 4) -> None:
    """Keep how an incident stood before each report of its later half, as if it had been added last.

    At so many moments it is kept as it is settled as of then; between these, as at the next of them.
    """
    with book.store.pen() as pen:
        at = [report.received_at or START for report in pen.reports_in(incident)]
        at = at[len(at) // 2 :]
        pen.drop_pasts(incident)
        pen.cache_past(incident, 1, Past(0, at[0], at[0], b""))
        now = before = words_as_of(pen, incident, at[0])
        far, every = now, -(-len(at) // settled)
        for number, moment in enumerate(at[1:], 1):
            if number % every == 1:
                now = words_as_of(pen, incident, at[min(number + every, len(at)) - 1])
            pen.cache_past(incident, 1, Past(number, moment, moment, packed(edits(now, before))))
            if number % LEAP == 0:
                pen.cache_past(incident, LEAP, Past(number, moment, moment, packed(edits(now, far))))
                far = now
            before = now


def words_as_of(view: View, incident: str, moment: datetime) -> list[str]:
    """Return the words of an incident as it is settled as of a moment."""
    cluster = gathering.find_cluster(view, incident, moment)
    gathered = gathering.evidence(view, cluster, moment)
    described = gathering.describe(view, cluster, moment, gathered)
    found = settle(described, gathered)
    return words_of(described, (found, quoted_in(found, gathered)))


def _told(number: int, count: int, draw: random.Random) -> tuple[Report, Reading]:
    """Return a report on the incident, with four counts and a weapon, and what is read in it."""
    done = number / count
    at = START + timedelta(weeks=4 * done)
    tolls = (int(3 + 60 * done), int(20 + 300 * (1 - done)), int(40 * (1 - done)), int(6 * done))
    said = [
        (sentence, slot, role, max(0, toll + draw.randint(-1, 1)), draw.choice(SPEAKERS))
        for (sentence, slot, role), toll in zip(SENTENCES, tolls, strict=True)
    ]
    sentences = [sentence.format(n=n, who=who) for sentence, _, _, n, (who, _) in said]
    text = " ".join((*sentences, "A bomb had been left at the depot.", "The city mourns its dead. " * 40))
    report = Report(
        id=f"r{number:06}",
        source=source_of(f"Outlet {draw.randrange(OUTLETS)}"),
        title="Blast in Northgate",
        text=text,
        published_at=at,
        published_grain="instant",
        received_at=at + timedelta(minutes=draw.randrange(1, 30)),
    )
    owner = account_id(report.id, "i1")
    claims, start = [], 0
    for sentence, (_, slot, role, n, (who, kind)) in zip(sentences, said, strict=True):
        span = Span(start=start, end=start + len(sentence), quote=sentence)
        value, speaker = Count(low=n, high=n), Speaker(name=who, kind=kind)
        made = claim_id(owner, slot, value, role, speaker, span)
        claims.append(
            Claim(id=made, account_id=owner, slot=slot, value=value, role=role, speaker=speaker, span=span)
        )
        start += len(sentence) + 1
    span, weapon = Span(start=start + 2, end=start + 6, quote="bomb"), Label(text="bomb", code="explosive")
    made = claim_id(owner, "weapon", weapon, None, Speaker(), span)
    claims.append(Claim(id=made, account_id=owner, slot="weapon", value=weapon, span=span))
    account = Account(
        id=owner,
        report_id=report.id,
        key="i1",
        main=True,
        kind="bombing",
        place=Place(city="Northgate", country="GB"),
        happened=Moment(start=date(2024, 3, 1), end=date(2024, 3, 1), grain="day"),
    )
    reading = Reading(
        report_id=report.id, reader="bulk", version="1", accounts=(account,), claims=tuple(claims)
    )
    return report, reading


LOOKED_AT = (
    schema.report, schema.wording, schema.reading, schema.account, schema.claim, schema.copy,
    schema.revision, schema.link, schema.member, schema.incident, schema.edition,
)  # fmt: skip
"""What looking at a book reads, referred-to tables first."""

ID = re.compile(r"[0-9a-f]{16}|[0-9a-f]{32}-\d+")
"""The ids of a book that `grow` made; those of reports are the longer ones."""

IN_JSON = re.compile(rf'(?<=")(?:{ID.pattern})(?=")')

SHORT = 16
WORDS = ("word", "headline", "shown", "settled")


def multiply(book: Casebook, times: int) -> int:
    """Write all that the book shows so many times in all, under other ids; returns how many claims it has."""
    with book.store.pen() as pen:
        last = {table.name: _last(pen.connection, table) for table in LOOKED_AT}
        for table in LOOKED_AT:
            rows = list(pen.connection.execute(select(table)))
            for copy in range(1, times):
                for some in _parts(_copied(table, rows, copy, last)):
                    pen.connection.execute(insert(table), some)
        return int(pen.connection.execute(select(func.count()).select_from(schema.claim)).scalar_one())


def _last(connection: Connection, table: Table) -> int:
    """Return the last number that a table gave its rows; 0 where they have ids of their own."""
    number = _numbered(table)
    return (connection.execute(select(func.max(table.c[number]))).scalar_one() or 0) if number else 0


def _numbered(table: Table) -> str | None:
    return next((column.name for column in table.primary_key if column.autoincrement is True), None)


def _copied(
    table: Table, rows: Sequence[Any], copy: int, last: dict[str, int]
) -> Iterator[dict[str, object]]:
    """Yield the rows of a table as those of another copy of the book."""
    own, names = _numbered(table), table.columns.keys()

    def other(told: str) -> str:
        return f"{int(told[:2], 16) ^ copy:02x}{told[2:]}" if len(told) == SHORT else f"{told}x{copy}"

    for row in rows:
        told: dict[str, object] = dict(zip(names, row, strict=True))
        for name, value in told.items():
            if isinstance(value, str) and name in WORDS:
                told[name] = IN_JSON.sub(lambda hit: other(hit.group()), value)
            elif isinstance(value, str) and name != "digest" and ID.fullmatch(value):
                told[name] = other(value)
            elif isinstance(value, int) and name == own:
                told[name] = value + copy * last[table.name]
            elif isinstance(value, int) and name == "reading_id":
                told[name] = value + copy * last[schema.reading.name]
        yield told


def _parts(rows: Iterator[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    while some := list(islice(rows, 5000)):
        yield some
