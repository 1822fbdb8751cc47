"""Group the documents of ecbplus or news5w1h by incident, and print B-cubed and pairs against their events.

usage: python tests/gate/documents.py DOCS.jsonl

A document belongs to the incident that it is first of all about. One that tells of none belongs to its story,
or to the incident beside which that stands; one that only recalls an incident stands alone. Figures are given
over all documents and over those of events that are incidents (`incident` in the file).
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.gate.records import main_incidents

from sayso.casebook import Casebook
from sayso.model import Reader, Report, source_of

START = datetime(2030, 1, 1, tzinfo=UTC)


def grouped(rows: Sequence[Mapping[str, Any]], reader: Reader | None = None) -> dict[str, str]:
    """Return the incident or the story of each document; its own id where it has neither."""
    home = {row["id"]: row["id"] for row in rows}
    with Casebook.open(":memory:", reader) as book:
        book.add([report_of(row) for row in rows], now=START)
        for incident, docs, _ in main_incidents(book):
            home.update({doc: incident for doc in docs if home[doc] == doc})
        for story in book.aside(most=len(rows)).stories:
            name = story.incident.id if story.incident else story.reports[0].id
            home.update({report.id: name for report in story.reports})
    return home


def report_of(row: Mapping[str, Any]) -> Report:
    """Return a document as a report; a time without a zone is UTC, midnight is a day."""
    told_at = row.get("date")
    published = datetime.fromisoformat(told_at).replace(tzinfo=UTC) if told_at else None
    exact = published is not None and published.time().isoformat() != "00:00:00"
    return Report(
        id=row["id"],
        source=source_of(row.get("outlet")),
        url=row.get("url"),
        title=row.get("title"),
        text=row["text"],
        published_at=published,
        published_grain="unknown" if published is None else "instant" if exact else "day",
    )


def b_cubed(gold: Mapping[str, str], made: Mapping[str, str]) -> float:
    """Return B-cubed F1 (Bagga and Baldwin 1998) of a grouping over the documents of gold."""
    both = Counter((gold[doc], made[doc]) for doc in gold)
    wanted, given = Counter(gold.values()), Counter(made[doc] for doc in gold)
    precision = sum(n * n / given[m] for (_, m), n in both.items()) / len(gold)
    recall = sum(n * n / wanted[g] for (g, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def pairs(gold: Mapping[str, str], made: Mapping[str, str]) -> float:
    """Return F1 of the pairs of documents that are put together."""
    right, given, wanted = (
        _pairs(counted)
        for counted in (
            Counter((gold[doc], made[doc]) for doc in gold),
            Counter(made[doc] for doc in gold),
            Counter(gold.values()),
        )
    )
    return 2 * right / (given + wanted) if given + wanted else 0.0


def _pairs(counted: Counter[Any]) -> int:
    return sum(n * (n - 1) // 2 for n in counted.values())


def figures(rows: Sequence[Mapping[str, Any]], reader: Reader | None = None) -> dict[str, float]:
    """Return the figures of a set."""
    made = grouped(rows, reader)
    told = {row["id"]: row["event"] for row in rows}
    incidents = {row["id"]: row["event"] for row in rows if row.get("incident")}
    return {
        f"{name}, {over}": score(gold, made)
        for over, gold in (("all", told), ("incidents", incidents))
        if gold
        for name, score in (("b3", b_cubed), ("pairs", pairs))
    }


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the documents of a file, in order of their day where they have one."""
    with path.open(encoding="utf-8") as lines:
        return sorted(map(json.loads, lines), key=lambda row: row.get("date") or "")


def main(paths: Iterable[str]) -> None:
    """Print the figures of the sets of some files."""
    for path in paths:
        for name, figure in figures(rows_of(Path(path))).items():
            sys.stdout.write(f"{path} {name} {figure:.3f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
