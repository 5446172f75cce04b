"""The sheet that shows what a command has said."""

from __future__ import annotations

from collections.abc import Sequence

from reader.layout.runs import Run
from reader.layout.wrap import cut_lines
from reader.ui.screens.scrolling import ScrollingScreen

_TAB = 8


class OutputScreen(ScrollingScreen[None]):
    """Lines as they came, cut where the window ends."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def rows(self, width: int) -> list[list[Run]]:
        """Write the command, then its lines."""
        rows: list[list[Run]] = [[(self._title, ("heading",))], []]
        for line in self._lines:
            text = line.expandtabs(_TAB)
            pieces = cut_lines(text, 0, len(text), max(1, width))
            rows += [[(text[start:end], ("plain",))] for start, end in pieces]
        return rows
