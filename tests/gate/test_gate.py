"""The gate holds floors and says when it cannot; the bench has something to measure anywhere."""

import gzip
import json
import tomllib
from pathlib import Path

import msgspec
import pytest
from tests.conftest import PlainReader, a_report, a_story
from tests.gate import bench, gate
from tests.gate.remembering import Remembering
from tests.gate.shared import ROOT, shared

from sayso import story
from sayso.casebook import Casebook
from sayso.model import Reading, Report


def test_every_floor_belongs_to_a_part_and_is_a_share() -> None:
    floors = tomllib.loads(gate.FLOORS.read_text(encoding="utf-8"))
    assert set(floors) <= set(gate.PARTS)
    assert all(0 < floor <= 1 for part in floors.values() for floor in part.values())


def test_the_reader_is_measured_on_no_report_that_it_was_taught_with() -> None:
    data = shared()
    if data is None:
        pytest.skip("no ../shared: the annotated reports are not here")
    lines = (data / "gold" / "dev.reports.jsonl").read_text(encoding="utf-8").splitlines()
    measured = {json.loads(line)["report_id"] for line in lines}
    with gzip.open(ROOT / "training/annotations.jsonl.gz", "rt", encoding="utf-8") as annotations:
        taught = {json.loads(line)["report_id"] for line in annotations}
    assert measured
    assert taught
    assert not measured & taught


@pytest.mark.parametrize(("figures", "held"), [({"a": 0.5}, True), ({"a": 0.49}, False), ({"b": 0.9}, False)])
def test_a_figure_below_its_floor_or_missing_is_told(
    capsys: pytest.CaptureFixture[str], figures: dict[str, float], held: bool
) -> None:
    assert gate.held("reading", figures, {"a": 0.5}) is held
    assert ("BELOW" in capsys.readouterr().out) is not held


def test_without_the_data_the_gate_says_so_and_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path / "nothing"))
    assert gate.main([]) == 0
    told = capsys.readouterr().out
    assert "skipped" in told
    assert all(part in told for part in gate.PARTS)


def test_a_part_whose_data_are_not_there_is_named_and_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path))
    monkeypatch.setattr(gate, "default_reader", PlainReader)
    assert gate.main(["stories", "ecbplus"]) == 0
    told = capsys.readouterr().out
    for part in ("stories", "ecbplus"):
        assert f"{part}: not scored" in told


def test_a_part_that_there_is_not_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["poetry"]) == 2
    assert "no such part: poetry" in capsys.readouterr().out


class Counting(PlainReader):
    """Counts what it reads."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def read(self, report: Report) -> Reading:
        self.seen.append(report.id)
        return super().read(report)


def test_a_report_is_read_once_in_a_run_whenever_it_is_received() -> None:
    counting = Counting()
    reader = Remembering(counting)
    told = a_report(a_story("Lyon", "2 killed, police said"))
    for _ in range(2):
        with Casebook.open(":memory:", reader) as book:
            book.add([msgspec.structs.replace(told, received_at=None)])
            assert book.incidents()[0].findings[0].best == 2
    reader.read(a_report("Other words.", hour=3))
    assert counting.seen == ["gazette-0", "gazette-3"]


def test_copies_of_the_story_are_other_reports_of_other_places(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path / "nothing"))
    copies = bench.reports()
    assert len({report.id for report in copies}) == len(copies) == bench.COPIES * len(story.reports())
    assert len({report.text for report in copies}) > len(copies) // 2
    assert sum("Trieste" in report.text for report in copies) < len(copies) / 4
    assert bench.peak_mb() > 1
