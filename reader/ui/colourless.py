"""Painting without colours: every look keeps its weight, underline and reverse, and loses the rest."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class Colourless(LineFilter):
    """Takes colours out of what is painted. Textual's own filter for NO_COLOR makes greys of them."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without a colour."""
        return [
            Segment(text, None if style is None else _without_colour(style), control)
            for text, style, control in segments
        ]


@lru_cache(maxsize=1024)
def _without_colour(style: Style) -> Style:
    return style.without_color
