"""The document info sheet: all that is known of what is read, one fact a row."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.layout.wrap import wrap
from reader.ui.facts import Fact
from reader.ui.screens.sheet import SHEET_STYLES, RowsWidget
from reader.ui.signs import drawn

_NAME_CELLS = 15
_MOVES = {
    "j": 1, "down": 1, "k": -1, "up": -1, "space": 10, "f": 10, "pagedown": 10, "d": 5, "u": -5,
    "b": -10, "pageup": -10, "g": -10_000, "home": -10_000, "G": 10_000, "end": 10_000,
}  # fmt: skip
_CLOSE = {"q", "Q", "escape", "=", "enter", "ctrl+c"}


class InfoScreen(Screen[None]):
    """Lists facts; scrolls as the reader does, and any closing key returns."""

    CSS_PATH = SHEET_STYLES

    def __init__(self, facts: Sequence[Fact]) -> None:
        super().__init__()
        self._facts = facts
        self._first = 0

    def compose(self) -> ComposeResult:
        """Lay out one list and a foot line."""
        with Vertical(id="sheet"):
            yield RowsWidget("sheet-list")
            yield RowsWidget("sheet-foot")

    def on_resize(self, event: events.Resize) -> None:
        """Paint when there is a size to paint for."""
        self.call_after_refresh(self._paint)

    def on_key(self, event: events.Key) -> None:
        """Scroll or close; what is typed behind a closing key is for the reader."""
        event.stop()
        if not self.is_active:
            self.app.screen.post_message(event.copy())
            return
        key = event.character if event.is_printable and event.character not in (None, " ") else event.key
        if key in _CLOSE:
            self.dismiss(None)
        elif key in _MOVES:
            self._first += _MOVES[key]
            self._paint()

    def rows(self, width: int) -> list[list[Run]]:
        """Write all rows for a width."""
        return info_rows(self._facts, width)

    def _paint(self) -> None:
        rows_widget = self.query_one("#sheet-list", RowsWidget)
        rows = self.rows(rows_widget.size.width)
        self._first = max(0, min(self._first, len(rows) - rows_widget.size.height))
        rows_widget.show(rows[self._first :])
        self.query_one("#sheet-foot", RowsWidget).show([[(drawn("j k scroll · q closes"), ("note",))]])


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
