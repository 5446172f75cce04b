"""The help screen: all keys by group, from the keymap's own table."""

from __future__ import annotations

from itertools import groupby

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.ui.keymap import ACTIONS, SELECTING, Action, shown_key
from reader.ui.screens.sheet import SHEET_STYLES, RowsWidget
from reader.ui.signs import drawn, fit

_KEY_CELLS = 22
_MOVES = {
    "j": 1, "down": 1, "k": -1, "up": -1, "space": 10, "f": 10, "pagedown": 10, "d": 5, "u": -5,
    "b": -10, "pageup": -10, "g": -10_000, "home": -10_000, "G": 10_000, "end": 10_000,
}  # fmt: skip
_CLOSE = {"q", "Q", "escape", "question_mark", "?", "f1", "enter", "ctrl+c"}


class HelpScreen(Screen[None]):
    """Lists every key; scrolls as the reader does, and any closing key returns."""

    CSS_PATH = SHEET_STYLES

    def __init__(self) -> None:
        super().__init__()
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
        key = event.character if event.is_printable and event.character != " " else event.key
        if key in _CLOSE:
            self.dismiss(None)
        elif key in _MOVES:
            self._first += _MOVES[key]
            self._paint()

    def _paint(self) -> None:
        rows_widget = self.query_one("#sheet-list", RowsWidget)
        rows = help_rows(rows_widget.size.width)
        self._first = max(0, min(self._first, len(rows) - rows_widget.size.height))
        rows_widget.show(rows[self._first :])
        foot = "j k scroll · q closes · a number before a key repeats it: 5j, 3)"
        self.query_one("#sheet-foot", RowsWidget).show([[(drawn(foot), ("note",))]])


def help_rows(width: int) -> list[list[Run]]:
    """Write the keymap as rows: a heading a group, then keys and what they do."""
    rows: list[list[Run]] = []
    for group, actions in groupby((*ACTIONS, *SELECTING), key=lambda action: action.group):
        rows += [[("", ())]] if rows else []
        rows.append([(group, ("heading",))])
        rows += [_action_row(action, width) for action in actions]
    return rows


def _action_row(action: Action, width: int) -> list[Run]:
    key_cells = min(_KEY_CELLS, width // 2)
    keys = fit(" ".join(shown_key(key) for key in action.keys), key_cells - 1)
    about = action.help + (f"  (count: {action.counts})" if action.counts else "")
    return [
        ("  ", ()),
        (keys + " " * (key_cells - cell_len(keys)), ("speaker",)),
        (fit(about, max(0, width - key_cells - 2)), ("plain",)),
    ]
