"""Put into README.md what the program really prints.

usage: python -m tools.write_readme

Each block after a line `<!-- printed: NAME -->` is replaced by what is printed now; `excerpts` says by what.
"""

import contextlib
import io
import re
from pathlib import Path

from click.testing import CliRunner

from sayso.cli import main

README = Path(__file__).resolve().parents[1] / "README.md"

_PRINTED = re.compile(r"(<!-- printed: (\w+) -->\n+```text\n).*?(```\n)", re.DOTALL)
_PYTHON = re.compile(r"```python\n(.*?)```\n", re.DOTALL)


def excerpts(page: str) -> dict[str, str]:
    """Return what each name stands for, from the demo and from the page's own lines of Python."""
    told = CliRunner().invoke(main, ["demo", "--no-serve"], catch_exceptions=False).output
    parts = re.split(r"\n\n(?=The record as of|What changed by|Who repeats whom|Kept apart|To go on)", told)
    record = parts[1].split("\n\n")
    shown = {
        "record": "\n\n".join(record[1:4]),
        "demo": "\n\n".join([parts[0], parts[1].split("\n\n")[0], "...", parts[2], "...", *parts[-3:]]),
        "python": _run(_PYTHON.findall(page)),
    }
    return {name: _trimmed(text) for name, text in shown.items()}


def written(page: str) -> str:
    """Return the page with each printed block as the program prints it now."""
    texts = excerpts(page)
    return _PRINTED.sub(lambda block: f"{block[1]}{texts[block[2]]}{block[3]}", page)


def _run(blocks: list[str]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        for block in blocks:
            exec(compile(block, "README.md", "exec"), {})  # the page's own example
    return out.getvalue()


def _trimmed(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.strip("\n").splitlines())


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
