"""Painting in the terminal's own sixteen colours, where it would show all: for the theme that wants them."""

from __future__ import annotations

from functools import lru_cache

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class Sixteen(LineFilter):
    """Names colours by their numbers instead of mixing them."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments in the nearest of the sixteen."""
        return [
            Segment(text, None if style is None else _in_sixteen(style), control) for text, style, control in segments
        ]


@lru_cache(maxsize=1024)
def _in_sixteen(style: Style) -> Style:
    colours = [colour and colour.downgrade(ColorSystem.STANDARD) for colour in (style.color, style.bgcolor)]
    return style + Style(color=colours[0], bgcolor=colours[1])
