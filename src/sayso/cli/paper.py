"""What is printed for people: plain lines on a pipe, the same with bold type on a terminal."""

import re
import sys
from typing import IO, Literal

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.clean import clean
from sayso.phrases import shortened

__all__ = ["Paper", "marked"]

NARROWEST, WIDEST = 40, 100
"""Columns: below, nothing can be laid out; beyond, lines are too long to read."""

_FILLING = re.compile(r" +(\x1b\[0m)? *$", re.MULTILINE)

MARK = "bold underline"
"""The style of the words that carry a value."""

Cell = str | Text


def marked(sentence: str, start: int, end: int, *, longest: int | None = None) -> Text:
    """Return a sentence with the words [start, end) marked, shortened around them to about `longest`.

    The marks are brackets; on a terminal Paper shows bold type instead.
    """
    before, words, after = shortened(sentence, start, end, longest)
    return Text.assemble(clean(before), (clean(words), MARK), clean(after))


class Paper:
    """Prints lines, tables and marked sentences; never reads mark-up out of what it prints."""

    def __init__(self, out: IO[str] | None = None) -> None:
        """Print on `out`, else on what is stdout now."""
        self.out = out = out or sys.stdout
        # A colour system lets bold type through; no colour is used.
        system: Literal["standard"] | None = "standard" if out.isatty() else None
        self.console = Console(file=out, highlight=False, markup=False, emoji=False, color_system=system)
        self.console.width = max(NARROWEST, min(self.console.width if out.isatty() else 80, WIDEST))

    def line(self, text: Cell = "", *, indent: int = 0, bold: bool = False) -> None:
        """Print one paragraph, wrapped."""
        body = self._text(text)
        if bold:
            body.stylize("bold")
        self._print(Padding(body, (0, 0, 0, indent)))

    def rows(
        self, rows: list[tuple[Cell, ...]], *, indent: int = 0, widths: tuple[int | None, ...] = ()
    ) -> None:
        """Print rows in columns; a column without a width takes what is left."""
        table = Table.grid(padding=(0, 2, 0, 0))
        for at in range(max(map(len, rows), default=0)):
            width = widths[at] if at < len(widths) else None
            table.add_column(width=width, ratio=None if width else 1, overflow="fold")
        for row in rows:
            table.add_row(*(self._text(cell) for cell in row))
        table.expand = True
        self._print(Padding(table, (0, 0, 0, indent)))

    def _print(self, shown: RenderableType) -> None:
        """Print without the blanks that fill up lines, which are in the way of whoever copies them."""
        with self.console.capture() as held:
            self.console.print(shown)
        self.out.write(_FILLING.sub(r"\1", held.get()))

    def _text(self, cell: Cell) -> Text:
        """Return a cell as it can be shown: cleaned, and its marks as bold type or as brackets."""
        if isinstance(cell, str):
            return Text(clean(cell))
        if self.console.is_terminal:
            return cell.copy()
        shown = cell.plain
        for span in reversed([span for span in cell.spans if span.style == MARK]):
            shown = f"{shown[: span.start]}[[{shown[span.start : span.end]}]]{shown[span.end :]}"
        return Text(shown)
