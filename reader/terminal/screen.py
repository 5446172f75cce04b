"""A screen as rows of cells. Knows what a terminal shows, or is meant to show; not how it comes to show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from reader.terminal.style import PLAIN, Cell

Row: TypeAlias = list[Cell]

UNKNOWN = Cell("", PLAIN, 1)
"""A cell of which nothing is known; no cell that is meant is this one."""


class Scroll(NamedTuple):
    """Rows [top, bottom) of columns [left, right) that move up by some rows, or down by a negative number."""

    top: int
    bottom: int
    left: int
    right: int
    rows: int


class Screen:
    """A rectangle of cells."""

    def __init__(self, width: int, height: int, cell: Cell = PLAIN.space) -> None:
        self.width = width
        self.height = height
        self.rows: list[Row] = [[cell] * width for _ in range(height)]

    def put(self, row: int, column: int, cells: Sequence[Cell]) -> None:
        """Write cells over a row; what goes beyond the edge is cut, half a wide character becomes a blank."""
        if row >= self.height or column >= self.width:
            return
        target = self.rows[row]
        end = min(column + len(cells), self.width)
        before, after = target[column], target[end] if end < self.width else UNKNOWN
        target[column:end] = cells[: end - column]
        if not before.width and column:
            target[column - 1] = before.style.blank.space
        if not after.width:
            target[end] = after.style.blank.space
        self._mend_edge(row)

    def _mend_edge(self, row: int) -> None:
        last = self.rows[row][-1]
        if last.width == 2:
            self.rows[row][-1] = last.style.blank.space

    def fill(self, cell: Cell) -> None:
        """Make every cell this one."""
        self.rows = [[cell] * self.width for _ in range(self.height)]

    def copy(self) -> Screen:
        """Give a screen of the same cells that can be changed alone."""
        other = Screen(0, 0)
        other.width, other.height = self.width, self.height
        other.rows = [row[:] for row in self.rows]
        return other

    def scroll(self, scroll: Scroll) -> None:
        """Move rows as the terminal does; what comes to light is not known, as terminals differ in how they fill it."""
        left, right = scroll.left, scroll.right
        old = [row[left:right] for row in self.rows]
        fresh = [UNKNOWN] * (right - left)
        for row in range(scroll.top, scroll.bottom):
            origin = row + scroll.rows
            self.rows[row][left:right] = old[origin] if scroll.top <= origin < scroll.bottom else fresh
