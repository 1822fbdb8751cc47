# ruff: noqa: T201
"""Make gold JSONL again from packed annotations and the texts: `python unpack.py ANNOTATIONS REPORTS OUT`.

REPORTS is JSONL with report_id, title and text. Reports that are missing, or whose words differ from those
annotated, are named and left out.
"""

import argparse
import gzip
import json

from pack import COUNT_LABELS, FACT_LABELS, NARRATOR, fingerprint, lines_of


def quoted(report, place):
    """Return the words at [field, start, end]; None for no place."""
    if place is None:
        return None
    field, start, end = place
    return report[field][start:end]


def unpacked_row(report, row, words_key, labels):
    """Return a count or fact with words for places."""
    return {
        **{label: row[label] for label in labels},
        words_key: quoted(report, row[words_key]),
        "said_by": {"name": quoted(report, row["speaker"]) or NARRATOR, "kind": row["speaker_kind"]},
        "evidence": quoted(report, row["evidence"]),
    }


def unpacked(report, row):
    """Return a report's annotations as the gold files have them (without `via` and `part_of`)."""
    incidents = [
        {
            **{key: incident[key] for key in ("key", "main", "series", "kind")},
            "place": {
                "text": quoted(report, incident["place"]),
                "city": incident["city"],
                "country": incident["country"],
            },
            "date": incident["date"],
        }
        for incident in row["incidents"]
    ]
    return {
        "report_id": row["report_id"],
        "incidents": incidents,
        "counts": [unpacked_row(report, count, "who", COUNT_LABELS) for count in row["counts"]],
        "facts": [unpacked_row(report, fact, "text", FACT_LABELS) for fact in row["facts"]],
    }


def main():
    """Read annotations and texts, write gold."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("annotations", help="gzipped JSONL that pack.py wrote")
    parser.add_argument("reports", help="JSONL of the reports' texts")
    parser.add_argument("out", help="gold JSONL to write")
    options = parser.parse_args()
    reports = {report["report_id"]: report for report in lines_of(options.reports)}
    done = 0
    with (
        gzip.open(options.annotations, "rt", encoding="utf-8") as annotations,
        open(options.out, "w", encoding="utf-8") as out,
    ):
        for row in map(json.loads, annotations):
            report = reports.get(row["report_id"])
            if report is None or fingerprint(report) != row["sha256"]:
                print(row["report_id"], "is missing" if report is None else "has other words")
                continue
            out.write(json.dumps(unpacked(report, row), ensure_ascii=False) + "\n")
            done += 1
    print(f"{done} reports")


if __name__ == "__main__":
    main()
