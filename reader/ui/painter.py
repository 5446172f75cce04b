"""From runs and roles to strips: the only place where a role becomes a look."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.cells import cell_len
from reader.layout.ranges import Role
from reader.layout.runs import Run


class Painter:
    """Paints for one widget, whose component classes `PREFIX--ROLE` say what a role looks like."""

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._styles: dict[tuple[Role, ...], Style] = {}

    def forget(self) -> None:
        """Forget all looks, because the theme changed."""
        self._styles.clear()

    def style(self, roles: tuple[Role, ...]) -> Style:
        """Return the look of these roles over the widget's own; a later role is stronger."""
        style = self._styles.get(roles)
        if style is None:
            style = self._widget.rich_style
            for role in roles:
                style += self._widget.get_component_rich_style(f"{self._prefix}--{role}", partial=True)
            self._styles[roles] = style
        return style

    def strip(self, runs: Iterable[Run], width: int) -> Strip:
        """Paint runs side by side and fill the row to the width in cells."""
        segments = []
        cells = 0
        for text, roles in runs:
            if text:
                segments.append(Segment(text.replace("\t", " "), self.style(roles)))
                cells += cell_len(text)
        if cells < width:
            segments.append(Segment(" " * (width - cells), self.style(())))
            cells = width
        strip = Strip(segments, cells)
        return strip if cells == width else strip.crop(0, width)
