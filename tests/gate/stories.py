"""Tell annotated stories to a book report by report, and write what it shows after each.

usage: python tests/gate/stories.py REPORTS.jsonl > RECORDS.jsonl

REPORTS holds one story a line, {"story_id", "reports": [{"report_id", "title", "text", "published", ...}]},
with the reports in order. What is written is what the head of score_stories.py in the gold describes: after
each report the incident that holds most of the story's reports so far, with its counts; and its copies.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.gate.records import write

from sayso.casebook import Casebook
from sayso.model import Reader, Record, Report, source_of
from sayso.trace import first_hand

SLOTS = (
    "killed", "injured", "missing", "detained", "hostages", "rescued", "attackers", "displaced", "casualties",
)  # fmt: skip
START = datetime(2030, 1, 1, tzinfo=UTC)  # reports are received a minute apart, whenever they were published


def tell(story: dict[str, Any], reader: Reader | None = None) -> dict[str, Any]:
    """Return what a book in memory shows of a story as it is told."""
    states, record = [], None
    with Casebook.open(":memory:", reader) as book:
        for minute, row in enumerate(story["reports"]):
            book.add([_report(row)], now=START + timedelta(minutes=minute))
            record = _fullest(book)
            states.append({"after": row["report_id"], "findings": _shown(record)})
    members = sorted({account.report_id for account in record.accounts}) if record else []
    repeated = first_hand(record.copies, record.reports) if record else ()
    copies = [{"report": copy.report_id, "of": copy.of} for copy in repeated]
    return {"story_id": story["story_id"], "members": members, "copies": copies, "states": states}


def told(path: Path, reader: Reader | None = None) -> Iterator[dict[str, Any]]:
    """Yield what is shown of each story of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield tell(json.loads(line), reader)


def _fullest(book: Casebook) -> Record | None:
    """Return the incident that holds most of the reports; of equals the one told of first."""
    heads = book.incidents(background=True)
    if not heads:
        return None
    fullest = min(heads, key=lambda head: (-head.reports, not head.main, head.first_at, head.incident.id))
    return book.incident(fullest.incident.id)


def _shown(record: Record | None) -> list[dict[str, Any]]:
    """Return the counts of a record as the measure names them."""
    return [
        {
            "slot": finding.slot,
            "role": finding.role,
            "low": finding.low,
            "best": finding.best,
            "high": finding.high,
            "standing": finding.standing,
            "voices": len(finding.voices),
        }
        for finding in (record.findings if record else ())
        if finding.slot in SLOTS
    ]


def _report(row: dict[str, Any]) -> Report:
    """Return a row of a story as a report; a time without a zone is UTC."""
    told_at = row.get("published")
    published = datetime.fromisoformat(told_at) if told_at else None
    if published is not None and published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    exact = published is not None and "T" in str(told_at) and published.time().isoformat() != "00:00:00"
    return Report(
        id=row["report_id"],
        source=source_of(row.get("publisher")),
        url=row.get("url"),
        replaces=row.get("replaces"),
        title=row.get("title"),
        text=row["text"],
        published_at=published.astimezone(UTC) if published else None,
        published_grain="unknown" if published is None else "instant" if exact else "day",
    )


def main(paths: Iterable[str]) -> None:
    """Write the records of the stories of some files."""
    for path in paths:
        write(told(Path(path)), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
