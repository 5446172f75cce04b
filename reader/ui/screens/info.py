"""The document info sheet: all that is known of what is read, one fact a row."""

from __future__ import annotations

from collections.abc import Sequence

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.layout.wrap import wrap
from reader.ui.facts import Fact
from reader.ui.screens.scrolling import ScrollingScreen
from reader.ui.signs import drawn

_NAME_CELLS = 15


class InfoScreen(ScrollingScreen[None]):
    """Lists facts."""

    OPENED_BY = "info"

    def __init__(self, facts: Sequence[Fact]) -> None:
        super().__init__()
        self._facts = facts

    def rows(self, width: int) -> list[list[Run]]:
        """Write all facts for a width."""
        return info_rows(self._facts, width)


def info_rows(facts: Sequence[Fact], width: int) -> list[list[Run]]:
    """Write each fact as its name and its value, broken between words where the window is narrow."""
    name_cells = min(_NAME_CELLS, width // 3)
    rows: list[list[Run]] = []
    for name, value in facts:
        shown = drawn(name)[: name_cells - 1]
        for number, (start, end) in enumerate(wrap(value, 0, len(value), max(8, width - name_cells))):
            lead = shown if number == 0 else ""
            runs: list[Run] = [(lead + " " * (name_cells - cell_len(lead)), ("role",)), (value[start:end], ("plain",))]
            rows.append(runs)
    return rows
