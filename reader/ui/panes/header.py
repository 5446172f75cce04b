"""The header line: the title, and on the right where the article comes from."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.cells import cell_len
from reader.model.document import Document
from reader.ui.edition import Edition
from reader.ui.painter import Painter
from reader.ui.signs import drawn, fit


class HeaderLine(Widget):
    """One row over the panes."""

    edition: reactive[Edition] = reactive(Edition(Document("")), init=False)

    def __init__(self) -> None:
        super().__init__(id="header")
        self._painter = Painter(self, "header")

    def notify_style_update(self) -> None:
        """Forget the looks of the theme before."""
        super().notify_style_update()
        self._painter.forget()

    def render_line(self, y: int) -> Strip:
        """Paint the title, and the source where both have room."""
        metadata, width = self.edition.document.metadata, self.size.width
        source = drawn(" · ").join(part for part in (metadata.byline, metadata.source, metadata.date) if part)
        title = fit(metadata.title or "untitled", width - 2)
        room = width - cell_len(title) - cell_len(source) - 4
        if room < 0 or not source:
            return self._painter.strip([(" ", ()), (title, ("title",))], width)
        return self._painter.strip([(" ", ()), (title, ("title",)), (" " * (room + 2), ()), (source, ())], width)
