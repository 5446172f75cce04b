"""From runs and roles to strips: the only place where a role becomes a look."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.dom import DOMNode
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.cells import cell_len
from reader.layout.ranges import Role
from reader.layout.runs import Run


class Painter:
    """Paints for one widget; the classes `PREFIX--ROLE` in the styles say what a role looks like.

    A look is worked out when the role is painted first. As `COMPONENT_CLASSES` Textual would work out all of them,
    three times before the first paint, and most of them for nothing: a page has few roles.
    """

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._styles: dict[tuple[Role, ...], Style] = {}
        self._looks: dict[Role, Style] = {}

    def forget(self) -> None:
        """Forget all looks, because the theme changed."""
        self._styles.clear()
        self._looks.clear()

    def style(self, roles: tuple[Role, ...]) -> Style:
        """Return the look of these roles over the widget's own; a later role is stronger."""
        style = self._styles.get(roles)
        if style is None:
            style = self._widget.rich_style
            for role in roles:
                style += self._look(role)
            self._styles[roles] = style
        return style

    def _look(self, role: Role) -> Style:
        look = self._looks.get(role)
        if look is None:
            node = DOMNode(classes=f"{self._prefix}--{role}")
            node._attach(self._widget)  # as Textual does for component classes
            self._widget.app.stylesheet.apply(node)
            look = self._looks[role] = node.styles.partial_rich_style
        return look

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
