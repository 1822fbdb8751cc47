"""The gate holds floors and says when it cannot; the bench has something to measure anywhere."""

import tomllib
from pathlib import Path

import pytest
from tests.gate import bench, gate

from sayso import story


def test_every_floor_belongs_to_a_part_and_is_a_share() -> None:
    floors = tomllib.loads(gate.FLOORS.read_text(encoding="utf-8"))
    assert set(floors) <= set(gate.PARTS)
    assert all(0 < floor <= 1 for part in floors.values() for floor in part.values())


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
    assert "skipped" in capsys.readouterr().out


def test_copies_of_the_story_are_other_reports_of_other_places(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path / "nothing"))
    copies = bench.reports()
    assert len({report.id for report in copies}) == len(copies) == bench.COPIES * len(story.reports())
    assert len({report.text for report in copies}) > len(copies) // 2
    assert sum("Trieste" in report.text for report in copies) < len(copies) / 4
    assert bench.peak_mb() > 1
