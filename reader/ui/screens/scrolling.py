"""A sheet of rows to look at: scrolls by the keys that scroll the text, and whatever closes something closes it."""

from __future__ import annotations

from functools import cached_property
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen

from reader.layout.runs import Run
from reader.ui.keymap import SCROLLING_HINTS, Hints, hints_of, in_force, keys_of
from reader.ui.keys import Command, KeyReader, pressed
from reader.ui.panes.prompt import Prompt
from reader.ui.screens.sheet import SHEET_STYLES, RowsWidget
from reader.ui.signs import drawn

Result = TypeVar("Result")

_FAR = 1_000_000
_CLOSING = ("close", "quit", "cancel", "choose")


class ScrollingScreen(Screen[Result | None], Generic[Result]):
    """Shows what `rows` writes; dismissed with None by a closing key."""

    CSS_PATH = SHEET_STYLES
    HINTS: Hints = SCROLLING_HINTS
    OPENED_BY = ""
    """The action whose key closes the sheet as it opened it."""

    def __init__(self) -> None:
        super().__init__()
        self._first = 0

    def compose(self) -> ComposeResult:
        """Lay out one list and a foot line."""
        with Vertical(id="sheet"):
            yield RowsWidget("sheet-list")
            yield RowsWidget("sheet-foot")

    def rows(self, width: int) -> list[list[Run]]:
        """Write all rows for a width."""
        raise NotImplementedError

    def foot_words(self) -> str:
        """Say what the keys do here."""
        return hints_of(in_force(self.app).actions, self.HINTS, " · ")

    @property
    def prompt(self) -> Prompt | None:
        """The line one types into, while there is one."""
        return None

    @cached_property
    def _keys(self) -> KeyReader:
        return KeyReader(keys_of(in_force(self.app).actions))

    def on_resize(self, event: events.Resize) -> None:
        """Paint when there is a size to paint for."""
        self.call_after_refresh(self.paint)

    def on_key(self, event: events.Key) -> None:
        """Scroll or close; what is typed behind a closing key is for the reader."""
        event.stop()
        taker = self.prompt if self.is_active else self.app.screen
        if taker is not None:
            taker.post_message(event.copy())
            return
        command = self._keys.read(pressed(event))
        if command is not None:
            self.run_command(command)

    def run_command(self, command: Command) -> None:
        """Do what an action does here; most do nothing."""
        name = command.action.id
        height = self.query_one("#sheet-list").size.height
        steps = {
            "line-down": 1, "line-up": -1, "half-down": height // 2, "half-up": -(height // 2),
            "page-down": height, "page-up": -height, "top": -_FAR, "end": _FAR,
        }  # fmt: skip
        if name in (*_CLOSING, self.OPENED_BY):
            self.dismiss(None)
        elif name in steps:
            self._first += steps[name] * (command.count or 1)
            self.paint()

    def paint(self) -> None:
        """Show the rows that there is room for."""
        rows_widget = self.query_one("#sheet-list", RowsWidget)
        rows = self.rows(rows_widget.size.width)
        self._first = max(0, min(self._first, len(rows) - rows_widget.size.height))
        rows_widget.show(rows[self._first :])
        self.query_one("#sheet-foot", RowsWidget).show([[(drawn(self.foot_words()), ("note",))]])
