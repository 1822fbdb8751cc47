import subprocess
import sys
import tomllib
from pathlib import Path

import sayso
from sayso.model import Reading


def test_the_public_names_are_these() -> None:
    assert sayso.__all__ == [
        "Casebook", "Claim", "Finding", "Reading", "Record", "Report", "SaysoError", "Source", "read",
    ]  # fmt: skip
    for name in sayso.__all__:
        assert getattr(sayso, name).__doc__


def test_sayso_read_reads_whoever_imported_the_room_before() -> None:
    import sayso.read as room

    report = sayso.Report(
        id="r", text="Le maire a dit que deux hommes avaient été tués vendredi soir à Lyon."
    )
    for read in (sayso.read, room):
        reading = read(report)  # type: ignore[operator]
        assert isinstance(reading, Reading)
        assert reading.report_id == "r"


def test_importing_the_package_loads_nothing_heavy() -> None:
    told = "import sys, sayso; print([*sys.modules])"
    shown = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout
    for heavy in ("sqlalchemy", "onnxruntime", "msgspec", "click"):
        assert f"'{heavy}'" not in shown


def test_the_version_is_that_of_the_package() -> None:
    packed = Path(__file__).parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8")
    assert sayso.__version__ == tomllib.loads(packed)["project"]["version"]
