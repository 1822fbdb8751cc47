"""Make a book of dated reports and write one line an incident, as semeval2018_t5's measure reads it.

usage: python tests/gate/records.py DOCS.jsonl[.gz] > RECORDS.jsonl

Adds the reports in order of `dct` to an empty book, without those marked `boilerplate`, and writes
{"docs": [report ids], "killed": n, "injured": n} for each incident that has a main account. A round-up
belongs to each incident that it tells of. The numbers are over all roles, victims and attackers alike, as
that set counts them; where nothing is said of dead or hurt nobody is known to be: 0.
"""

import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from sayso.casebook import Casebook
from sayso.model import Finding, Reader, Report, source_of
from sayso.settle import total


def reports_of(path: Path) -> list[Report]:
    """Return a set's reports in order of the day they were published, without pages that are no report."""
    rows = [json.loads(line) for line in _lines(path)]
    kept = [row for row in rows if not row.get("boilerplate")]
    return [_report(row) for row in sorted(kept, key=lambda row: row["dct"] or "")]


def records(reports: Iterable[Report], reader: Reader | None = None) -> Iterator[dict[str, Any]]:
    """Yield one record an incident that reports are about, from a book in memory."""
    with Casebook.open(":memory:", reader) as book:
        book.add(reports, received="published")
        yield from records_in(book)


def records_in(book: Casebook) -> Iterator[dict[str, Any]]:
    """Yield one record an incident that the reports of a book are about."""
    for _, docs, findings in main_incidents(book):
        people = {slot: total(findings, slot) for slot in ("killed", "injured")}
        yield {"docs": docs, **{slot: told.best if told else 0 for slot, told in people.items()}}


def main_incidents(book: Casebook) -> Iterator[tuple[str, list[str], Sequence[Finding]]]:
    """Yield each incident's id, the reports that are about it, and what is found on it; series are left out.

    Those that a report is first of all about come first: where one incident is wanted of a round-up it is the
    one that other reports are about.
    """
    told = []
    for head in book.incidents():
        record = book.incident(head.incident.id)
        mains = [account for account in record.accounts if account.main and not account.series]
        docs = list(dict.fromkeys(account.report_id for account in mains))
        if docs:
            told.append(
                (min(int(account.key[1:]) for account in mains), head.incident.id, docs, record.findings)
            )
    for _, incident, docs, findings in sorted(told, key=lambda each: each[0]):
        yield incident, docs, findings


def _report(row: dict[str, Any]) -> Report:
    day = datetime.fromisoformat(row["dct"]).replace(tzinfo=UTC) if row.get("dct") else None
    return Report(
        id=row["id"],
        source=source_of(row.get("outlet")),
        url=row.get("url"),
        title=row.get("title"),
        text=row["text"],
        published_at=day,
        published_grain="day" if day else "unknown",
    )


def _lines(path: Path) -> Iterator[str]:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from lines
    else:
        with path.open(encoding="utf-8") as lines:
            yield from lines


def write(rows: Iterable[dict[str, Any]], out: TextIO) -> None:
    """Write rows as JSON lines."""
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write(records(reports_of(Path(sys.argv[1]))), sys.stdout)
