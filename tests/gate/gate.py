"""Score reading and records on the data in ../shared, and hold the floors of floors.toml.

usage: python -m tests.gate.gate [reading] [records] [stories]      all parts, if none is named

Prints a line a figure and exits 1 when one is below its floor. Without the data it says so and exits 0.
"""

import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.gate import records, stories
from tests.gate.shared import load, shared

from sayso.intake import reports_from
from sayso.model import Report
from sayso.read import default_reader
from sayso.reading_json import reading_json

FLOORS = Path(__file__).with_name("floors.toml")

Figures = Mapping[str, float]


def reading(data: Path) -> Figures:
    """Return the figures of `sayso read` on the annotated development reports."""
    gold = data / "gold"
    score = load(gold / "score.py")
    reader = default_reader()
    read = {report.id: reading_json(reader.read(report)) for report in reports(gold / "dev.reports.jsonl")}
    scored: dict[str, float] = score.score(
        score.load(gold / "dev.reports.jsonl"), score.load(gold / "dev.gold.jsonl"), read
    )
    return {name: value for name, value in scored.items() if name != "reports"}


def made_records(data: Path) -> Figures:
    """Return the figures of a book of all trial reports of the shootings."""
    folder = data / "data" / "semeval2018_t5"
    score = load(folder / "score_records.py")
    made = list(records.records(records.reports_of(folder / "trial_docs.jsonl")))
    scored: dict[str, Any] = score.score(str(folder), "trial", made)
    numbers = scored["numbers, all"]
    return {
        "both": numbers["both"],
        "killed": numbers["killed"],
        "injured": numbers["injured"],
        "b3": scored["b3"][2],
        "pairs": scored["pairs"][2],
    }


def told_stories(data: Path) -> Figures:
    """Return the figures of the annotated stories, told report by report."""
    gold = data / "gold"
    score = load(gold / "score_stories.py")
    made = {row["story_id"]: row for row in stories.told(gold / "stories" / "dev.reports.jsonl")}
    scored: dict[str, float] = score.score(score.load(gold / "stories" / "dev.gold.jsonl"), made)
    return {name: value for name, value in scored.items() if name not in ("stories", "findings")}


PARTS: dict[str, Callable[[Path], Figures]] = {
    "reading": reading,
    "records": made_records,
    "stories": told_stories,
}


def reports(path: Path) -> Iterator[Report]:
    """Yield the reports of a file, all of which must be readable."""
    for report in reports_from(str(path), now=datetime.now(UTC)):
        if not isinstance(report, Report):
            raise SystemExit(str(report))
        yield report


def held(part: str, figures: Figures, floors: Mapping[str, float]) -> bool:
    """Print a line a figure, those with a floor first; return whether all floors are held."""
    print(f"\n{part:24}{'figure':>8}{'floor':>8}")
    fine = True
    for name, floor in floors.items():
        figure = figures.get(name)
        below = figure is None or figure < floor
        fine = fine and not below
        shown = "none" if figure is None else f"{figure:.3f}"
        print(f"{name:24}{shown:>8}{floor:>8.3f}  {'BELOW' if below else 'ok'}")
    for name, figure in figures.items():
        if name not in floors:
            print(f"{name:24}{figure:>8.3f}")
    return fine


def main(asked: list[str]) -> int:
    """Score the parts that were asked for; return the exit status."""
    data = shared()
    if data is None:
        print("gate skipped: no ../shared beside this checkout, and SAYSO_SHARED names none")
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    fine = [held(part, PARTS[part](data), floors.get(part, {})) for part in asked or PARTS]
    print("\nall floors are held" if all(fine) else "\na figure is below its floor")
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
