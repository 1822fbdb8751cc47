"""What made the weights can still be run: it asks sayso only for what sayso has."""

import ast
import importlib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "training"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.name)
def test_training_asks_sayso_for_what_is_there(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    asked = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    for node in asked:
        if node.module and node.module.split(".")[0] == "sayso":
            module = importlib.import_module(node.module)
            assert [alias.name for alias in node.names if not hasattr(module, alias.name)] == []
