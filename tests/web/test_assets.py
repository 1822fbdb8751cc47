import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path

from sayso import web

STATIC = Path(web.__file__).parent / "static"
VENDOR = STATIC / "vendor"


def test_what_others_wrote_is_what_was_taken_in_and_comes_with_its_licence() -> None:
    lines = [line.split() for line in (VENDOR / "SHA256SUMS").read_text().splitlines()]
    kept = {name: digest for digest, name in lines}
    assert {path.name for path in VENDOR.iterdir()} == {*kept, "SHA256SUMS"}
    assert {name: hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() for name in kept} == kept
    assert "Redistribution and use" in (VENDOR / "leaflet.LICENSE.txt").read_text()
    assert "Permission to use" in (VENDOR / "world.LICENSE.txt").read_text()


def test_no_shape_of_the_map_runs_across_the_whole_world() -> None:
    world = json.loads((VENDOR / "world.json").read_text())
    assert len(world["features"]) > 150

    def rings(shape: list[object]) -> list[list[list[float]]]:
        first = shape[0]
        assert isinstance(first, list)
        if isinstance(first[0], float | int):
            return [shape]  # type: ignore[list-item]
        return [ring for part in shape for ring in rings(part)]  # type: ignore[arg-type]

    for feature in world["features"]:
        for ring in rings(feature["geometry"]["coordinates"]):
            assert all(abs(one[0] - other[0]) <= 180 for one, other in pairwise(ring)), feature["properties"]


def test_nothing_of_ours_is_loaded_from_elsewhere_or_runs_words_as_code() -> None:
    for path in STATIC.glob("*.*"):
        told = path.read_text()
        assert not re.search(
            r"@import|url\(|eval\(|innerHTML\s*=[^=]|insertAdjacentHTML|document\.write", told
        ), path
        assert set(re.findall(r"https?://[^\s\"']+", told)) <= {"http://www.w3.org/2000/svg"}, path
