# ruff: noqa: T201
"""Keep annotations without the reports' words: `python pack.py REPORTS GOLD [REPORTS GOLD ...] OUT`.

REPORTS and GOLD are JSONL files of the same reports; OUT becomes gzipped JSONL. Every quoted string turns
into [field, start, end] (code points, half-open); labels stay. Claims with words that stand nowhere in their
report are left out and named.
"""

import argparse
import gzip
import hashlib
import json
from pathlib import Path

FIELDS = ("title", "text")
NARRATOR = "narrator"


def lines_of(path):
    """Return the rows of a JSONL file."""
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def fingerprint(report):
    """Return the first 16 hex digits of the sha256 of a report's title and text."""
    words = f"{report.get('title') or ''}\n{report['text']}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def first_place(report, words, inside=None):
    """Return [field, start, end] of words: in the stretch `inside`, else their first place, else None."""
    if not words:
        return None
    if inside:
        field, start, end = inside
        at = report[field].find(words, start, end)
        if at >= 0:
            return [field, at, at + len(words)]
    for field in FIELDS:
        at = (report.get(field) or "").find(words)
        if at >= 0:
            return [field, at, at + len(words)]
    return None


def packed_row(report, row, words_key, labels):
    """Return a count or fact with places for words."""
    evidence = first_place(report, row["evidence"])
    words = first_place(report, row[words_key], evidence)
    name = row["said_by"]["name"]
    speaker = None if name == NARRATOR else first_place(report, name)
    if evidence is None or words is None or (speaker is None and name != NARRATOR):
        return None
    return {
        **{label: row[label] for label in labels},
        words_key: words,
        "speaker": speaker,
        "speaker_kind": row["said_by"]["kind"],
        "evidence": evidence,
    }


COUNT_LABELS = ("incident", "measure", "low", "high", "role", "certainty", "polarity", "standing")
FACT_LABELS = ("incident", "about", "code", "certainty", "polarity")


def packed(report, gold):
    """Return (annotations of a report as labels and offsets, rows that could not be placed)."""
    incidents = []
    for incident in gold["incidents"]:
        place = incident.get("place") or {}
        incidents.append(
            {
                **{key: incident.get(key) for key in ("key", "main", "series", "kind")},
                "city": place.get("city"),
                "country": place.get("country"),
                "date": incident.get("date"),
                "place": first_place(report, place.get("text")),
            }
        )
    counts = [packed_row(report, row, "who", COUNT_LABELS) for row in gold["counts"]]
    facts = [packed_row(report, row, "text", FACT_LABELS) for row in gold["facts"]]
    lost = [
        row
        for row, kept in zip([*gold["counts"], *gold["facts"]], [*counts, *facts], strict=True)
        if kept is None
    ]
    return {
        "report_id": report["report_id"],
        "sha256": fingerprint(report),
        "incidents": incidents,
        "counts": [row for row in counts if row],
        "facts": [row for row in facts if row],
    }, lost


def main():
    """Read pairs of files and write the packed annotations."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs", nargs="+", metavar="REPORTS GOLD", help="pairs of JSONL files")
    parser.add_argument("out", help="gzipped JSONL to write")
    options = parser.parse_args()
    if len(options.pairs) % 2:
        parser.error("reports and gold come in pairs")
    rows, lost = [], 0
    for reports_path, gold_path in zip(options.pairs[::2], options.pairs[1::2], strict=True):
        reports = {report["report_id"]: report for report in lines_of(reports_path)}
        for gold in lines_of(gold_path):
            row, unplaced = packed(reports[gold["report_id"]], gold)
            rows.append(row)
            lost += len(unplaced)
            for claim in unplaced:
                print(
                    gold["report_id"],
                    claim.get("measure") or claim.get("about"),
                    "has words not in its report",
                )
    text = "".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows)
    Path(options.out).write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{len(rows)} reports, {lost} claims left out")


if __name__ == "__main__":
    main()
