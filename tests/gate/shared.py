"""Where the data are that reading and records are measured on: beside the checkout, never in it."""

import gzip
import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType

__all__ = ["ROOT", "load", "shared", "taught"]

ROOT = Path(__file__).resolve().parents[2]


def shared() -> Path | None:
    """Return the folder that SAYSO_SHARED names, else ../shared beside the checkout; None without either."""
    folder = Path(os.environ.get("SAYSO_SHARED") or ROOT.parent / "shared")
    return folder if folder.is_dir() else None


def taught() -> set[str]:
    """Return the ids of the further reports that the reader was taught with, left out of its figures."""
    with gzip.open(ROOT / "training/annotations.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {json.loads(line)["report_id"] for line in lines}


def load(script: Path) -> ModuleType:
    """Return a script of the shared folder as a module; it stays where it is."""
    spec = importlib.util.spec_from_file_location(f"shared_{script.stem}", script)
    if spec is None or spec.loader is None:
        raise ImportError(f"{script}: no such script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
