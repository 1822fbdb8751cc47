"""Score reading and records on the data in ../shared, and hold the floors of floors.toml.

usage: python -m tests.gate.gate [PART ...]      the parts are those of PARTS; all, if none is named

Prints a line a figure and exits 1 when one is below its floor. Each report is read once, however many parts
it is in. What cannot be scored because its data are not there is named, and is no failure.
"""

import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from tests.gate import documents, muc4, polnear, questions, records, rumours, stories
from tests.gate.remembering import Remembering
from tests.gate.shared import load, shared

from sayso.casebook import Casebook
from sayso.intake import reports_from
from sayso.model import Report
from sayso.read import default_reader
from sayso.reading_json import reading_json

FLOORS = Path(__file__).with_name("floors.toml")
STORIES = Path(__file__).parents[1] / "stories"
SHOOTINGS = "data/semeval2018_t5"

Figures = Mapping[str, float]


class Bench:
    """What the parts of one run share: the data, the reader, and the books of the shootings."""

    def __init__(self, data: Path, stack: ExitStack) -> None:
        """Take the folder of the data; `stack` closes the books."""
        self.data, self._stack = data, stack
        self.reader = Remembering(default_reader())
        self._books: dict[str, Casebook] = {}

    def book(self, docs: str) -> Casebook:
        """Return the book of a file of shootings, made when it is first asked for."""
        if docs not in self._books:
            book = self._stack.enter_context(Casebook.open(":memory:", self.reader))
            book.add(records.reports_of(self.data / SHOOTINGS / docs), received="published")
            self._books[docs] = book
        return self._books[docs]


def reading(bench: Bench) -> Figures:
    """Return the figures of `sayso read` on the annotated development reports."""
    gold = bench.data / "gold"
    score = load(gold / "score.py")
    told = reports(gold / "dev.reports.jsonl")
    read = {report.id: reading_json(bench.reader.read(report)) for report in told}
    annotated = score.load(gold / "dev.gold.jsonl")
    scored: dict[str, float] = score.score(score.load(gold / "dev.reports.jsonl"), annotated, read)
    return {name: value for name, value in scored.items() if name != "reports"}


def shootings(bench: Bench, part: str, docs: str) -> Figures:
    """Return the figures of the records of a book of shootings."""
    folder = bench.data / SHOOTINGS
    score = load(folder / "score_records.py")
    scored: dict[str, Any] = score.score(str(folder), part, list(records.records_in(bench.book(docs))))
    numbers = scored["numbers, all"]
    return {
        "both": numbers["both"],
        "killed": numbers["killed"],
        "injured": numbers["injured"],
        "b3": scored["b3"][2],
        "pairs": scored["pairs"][2],
        "both_death_later": scored["numbers, death only in later reports"]["both"],
    }


def trial(bench: Bench) -> Figures:
    """Return the figures of the trial shootings, on which link and settle were tuned."""
    return shootings(bench, "trial", "trial_docs.jsonl")


def extra(bench: Bench) -> Figures:
    """Return the figures of further shootings."""
    return shootings(bench, "extra", "extra_docs.jsonl.gz")


def asked(bench: Bench) -> Figures:
    """Return the share of questions on the trial shootings that are answered right.

    s2 asks how many incidents, s3 how many people; "documents" is the F1 of the reports that are named.
    """
    folder = bench.data / SHOOTINGS
    score = load(folder / "score_questions.py")
    figures = {}
    for name, part in (("s2", "s2"), ("s3", "s3_derived")):
        rows = list(questions.rows(folder / f"trial_questions_{part}.jsonl"))
        answers = questions.answers_in(bench.book("trial_docs.jsonl"), rows)
        scored = score.score(rows, answers)
        figures[name] = scored["accuracy_all"] / 100
        figures[f"{name}_documents"] = scored["doc_f1_all"] / 100
    return figures


def told_stories(bench: Bench) -> Figures:
    """Return the figures of the annotated stories, told report by report."""
    return figures_of_stories(bench, bench.data / "gold" / "stories")


def own_stories(bench: Bench) -> Figures:
    """Return the figures of stories that we wrote, hard on purpose, by whose errors rules were mended."""
    return figures_of_stories(bench, STORIES / "own")


def held_stories(bench: Bench) -> Figures:
    """Return the figures of ordinary stories that we wrote and whose errors nobody reads."""
    return figures_of_stories(bench, STORIES / "held")


def fresh_stories(bench: Bench) -> Figures:
    """Return the figures of stories of all sorts by another hand, whose errors nobody reads either."""
    return figures_of_stories(bench, STORIES / "fresh", "fresh")


def sundry_stories(bench: Bench) -> Figures:
    """Return the figures of longer ones of all sorts, of which nobody reads the errors."""
    return figures_of_stories(bench, STORIES / "fresh", "sundry")


def wire_stories(bench: Bench) -> Figures:
    """Return the figures of short ones of agencies, papers and offices, whose errors nobody reads."""
    return figures_of_stories(bench, STORIES / "fresh", "wires")


def figures_of_stories(bench: Bench, folder: Path, part: str = "*") -> Figures:
    """Return the figures of the stories of a folder: PART.reports.jsonl beside PART.gold.jsonl."""
    score = load(bench.data / "gold" / "score_stories.py")
    gold: dict[str, Any] = {}
    made: dict[str, Any] = {}
    for path in sorted(folder.glob(f"{part}.reports.jsonl")):
        gold |= score.load(path.with_name(path.name.replace(".reports.", ".gold.")))
        made |= {row["story_id"]: row for row in stories.told(path, bench.reader)}
    scored: dict[str, float] = score.score(gold, made)
    return {name: value for name, value in scored.items() if name not in ("stories", "findings")}


def ecbplus(bench: Bench) -> Figures:
    """Return how documents of like events are told apart; most of them carry no day."""
    return documents.figures(documents.rows_of(bench.data / "data/ecbplus/dev.jsonl"), bench.reader)


def news5w1h(bench: Bench) -> Figures:
    """Return how articles of many outlets on one event are put together."""
    return documents.figures(documents.rows_of(bench.data / "data/news5w1h/clusters.jsonl"), bench.reader)


def templates(bench: Bench) -> Figures:
    """Return how the accounts of reports fill the templates of MUC-4."""
    folder = bench.data / "data/muc4"
    return muc4.figures(muc4.rows_of([folder / "tst1.jsonl", folder / "tst2.jsonl"]), bench.reader)


def attributions(bench: Bench) -> Figures:
    """Return how well it is told who says what, in news of every sort."""
    return polnear.figures(polnear.rows_of(bench.data / "data/polnear/dev.jsonl"))


def firmness(bench: Bench) -> Figures:
    """Return how well it is told how firmly something is said."""
    return rumours.figures(rumours.tweets_of(bench.data / "data/rumoureval/threads.jsonl"), bench.reader)


class Part(NamedTuple):
    """One part of the gate: what it measures, and the files without which it cannot."""

    figures: Callable[[Bench], Figures]
    needs: tuple[str, ...]


READING = ("gold/score.py", "gold/dev.reports.jsonl", "gold/dev.gold.jsonl")
PARTS: dict[str, Part] = {
    "reading": Part(reading, READING),
    "trial": Part(trial, (f"{SHOOTINGS}/score_records.py", f"{SHOOTINGS}/trial_docs.jsonl")),
    "questions": Part(asked, (f"{SHOOTINGS}/score_questions.py", f"{SHOOTINGS}/trial_docs.jsonl")),
    "extra": Part(extra, (f"{SHOOTINGS}/score_records.py", f"{SHOOTINGS}/extra_docs.jsonl.gz")),
    "stories": Part(told_stories, ("gold/score_stories.py", "gold/stories/dev.reports.jsonl")),
    "own": Part(own_stories, ("gold/score_stories.py",)),
    "held": Part(held_stories, ("gold/score_stories.py",)),
    "fresh": Part(fresh_stories, ("gold/score_stories.py",)),
    "sundry": Part(sundry_stories, ("gold/score_stories.py",)),
    "wires": Part(wire_stories, ("gold/score_stories.py",)),
    "ecbplus": Part(ecbplus, ("data/ecbplus/dev.jsonl",)),
    "muc4": Part(templates, ("data/muc4/tst1.jsonl", "data/muc4/tst2.jsonl")),
    "polnear": Part(attributions, ("data/polnear/dev.jsonl",)),
    "rumoureval": Part(firmness, ("data/rumoureval/threads.jsonl",)),
    "news5w1h": Part(news5w1h, ("data/news5w1h/clusters.jsonl",)),
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


def main(wanted: list[str]) -> int:
    """Score the parts that were asked for; return the exit status."""
    if unknown := set(wanted) - set(PARTS):
        print(f"no such part: {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}")
        return 2
    data = shared()
    if data is None:
        print("gate skipped: no ../shared beside this checkout, and SAYSO_SHARED names none")
        print(f"not scored: {', '.join(wanted or PARTS)}")
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    fine = True
    with ExitStack() as stack:
        bench = Bench(data, stack)
        for part in wanted or PARTS:
            if missing := [need for need in PARTS[part].needs if not (data / need).exists()]:
                print(f"\n{part}: not scored, {data} has no {', '.join(missing)}")
                continue
            started = time.monotonic()
            fine &= held(part, PARTS[part].figures(bench), floors.get(part, {}))
            print(f"{time.monotonic() - started:.0f} s", flush=True)
    print("\nall floors are held" if fine else "\na figure is below its floor")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
