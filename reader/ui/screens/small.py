"""What a window shows that is too small for the reader."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from reader.layout.wrap import wrap
from reader.ui.folding import FEWEST_COLUMNS, FEWEST_ROWS
from reader.ui.keymap import in_force

_WORDINGS = (
    f"This window is too small: {FEWEST_COLUMNS} columns and {FEWEST_ROWS} rows are the least.",
    f"Too small: {FEWEST_COLUMNS} by {FEWEST_ROWS} at least.",
    "Too small",
)
_QUIT = ("close", "quit")


class SmallScreen(Screen[None]):
    """Covers everything until the window is larger; the keys that quit still do."""

    def compose(self) -> ComposeResult:
        """Say it."""
        yield Static(markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Say it in as many words as there is room for."""
        self.query_one(Static).update(words_for(*event.size))

    def on_key(self, event: events.Key) -> None:
        """Let nothing happen that cannot be seen."""
        event.stop()
        keys = [key for action in in_force(self.app).actions if action.id in _QUIT for key in action.keys]
        if event.character in keys or event.key in keys:
            self.app.exit(0)


def words_for(columns: int, rows: int) -> str:
    """Return the longest wording that has room, its lines broken."""
    for wording in _WORDINGS:
        lines = wrap(wording, 0, len(wording), max(1, columns))
        if len(lines) <= rows:
            break
    return "\n".join(wording[start:end] for start, end in lines)
