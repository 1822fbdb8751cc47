"""Where the data are that reading and records are measured on: beside the checkout, never in it."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

__all__ = ["ROOT", "load", "shared"]

ROOT = Path(__file__).resolve().parents[2]


def shared() -> Path | None:
    """Return the folder that SAYSO_SHARED names, else ../shared beside the checkout; None without either."""
    folder = Path(os.environ.get("SAYSO_SHARED") or ROOT.parent / "shared")
    return folder if folder.is_dir() else None


def load(script: Path) -> ModuleType:
    """Return a script of the shared folder as a module; it stays where it is."""
    spec = importlib.util.spec_from_file_location(f"shared_{script.stem}", script)
    if spec is None or spec.loader is None:
        raise ImportError(f"{script}: no such script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
