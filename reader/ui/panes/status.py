"""The status line: what the last key did, and where the reader is."""

from __future__ import annotations

from typing import NamedTuple

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.cells import cell_len
from reader.ui.painter import Painter
from reader.ui.signs import fit


class Status(NamedTuple):
    """What the line says; the place keeps its room, the message gives way."""

    message: str = ""
    """What the last key did; while it did nothing worth a word, the section."""
    place: str = ""
    """“42%  quote 2/3”."""
    pending: str = ""
    """The count typed so far."""
    is_hint: bool = False


class StatusLine(Widget):
    """One row under the panes."""

    status: reactive[Status] = reactive(Status(), init=False)

    def __init__(self) -> None:
        super().__init__(id="status")
        self._painter = Painter(self, "status")

    def notify_style_update(self) -> None:
        """Forget the looks of the theme before."""
        super().notify_style_update()
        self._painter.forget()

    def render_line(self, y: int) -> Strip:
        """Paint message and place, the place at the right edge."""
        status, width = self.status, self.size.width
        right = f"{status.pending}  {status.place}" if status.pending else status.place
        message = fit(status.message, max(0, width - cell_len(right) - 4))
        gap = max(0, width - cell_len(message) - cell_len(right) - 2)
        runs = [(" ", ()), (message, ("hint" if status.is_hint else "message",)), (" " * gap, ())]
        if status.pending:
            runs += [(status.pending, ("pending",)), ("  ", ())]
        return self._painter.strip([*runs, (status.place, ("place",)), (" ", ())], width)
