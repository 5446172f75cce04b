"""The terminal's pen. Knows where the cursor is and what style is on, and writes the shortest way to draw a stroke."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.terminal.moves import move
from reader.terminal.screen import Scroll
from reader.terminal.style import Style, transition

# tmux 3.3 repeats ASCII alone: of a rule drawn with REP it showed the first cell, and the old text behind it.
_REPEATED = re.compile(r"([\x20-\x7e])\1{5,}")


class Stroke(NamedTuple):
    """Cells of one row that are drawn in one go and in one style."""

    row: int
    column: int
    width: int
    """Of the text, in cells."""
    style: Style
    text: str = ""
    erased: int = 0
    """So many blanks after the text are erased rather than written."""
    to_edge: bool = False
    """They go up to the right edge of the screen."""
    sure: bool = True
    """Do all terminals agree where the cursor is afterwards?"""

    @property
    def is_blank(self) -> bool:
        """Does it show nothing but its background?"""
        return self.style.blank is self.style and not self.text.strip(" ")


class Pen:
    """Collects what is to be sent, and keeps the state that it leaves the terminal in."""

    def __init__(self, width: int, *, repeats: bool = False) -> None:
        self.width = width
        self.repeats = repeats
        self.row: int | None = None
        self.column: int | None = None
        self.style: Style | None = None
        self.margins_on = False
        self._out: list[str] = []

    def copy(self) -> Pen:
        """Give a pen in the same state that has written nothing yet."""
        other = Pen(self.width, repeats=self.repeats)
        other.row, other.column, other.style, other.margins_on = self.row, self.column, self.style, self.margins_on
        return other

    def written(self) -> str:
        """Give all that was written since the pen was made."""
        return "".join(self._out)

    def move_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        self._out.append(move(self.row, self.column, row, column))
        self.row, self.column = row, column

    def use(self, style: Style) -> None:
        """Change to a style, unless blanks of it look the same already."""
        if self.style is not style:
            self._out.append(transition(self.style, style))
            self.style = style

    def use_background(self, blank: Style) -> None:
        """Change to any style whose blanks look like this one's."""
        if self.style is None or self.style.blank is not blank:
            self.use(blank)

    def draw(self, stroke: Stroke) -> None:
        """Draw a stroke."""
        if not stroke.sure:
            self._clear_below(stroke)
        self.move_to(stroke.row, stroke.column)
        if stroke.is_blank:
            self.use_background(stroke.style)
        else:
            self.use(stroke.style)
        if stroke.text:
            self._write(stroke)
        if stroke.erased:
            self._out.append("\x1b[K" if stroke.to_edge else f"\x1b[{stroke.erased}X")

    def _write(self, stroke: Stroke) -> None:
        repeats = self.repeats and stroke.sure
        self._out.append(_REPEATED.sub(_repeat, stroke.text) if repeats else stroke.text)
        end = stroke.column + stroke.width
        # In the last column the cursor may wait beyond the edge; after a doubtful glyph nobody knows where it is.
        self.column = end if end < self.width and stroke.sure else None

    def _clear_below(self, stroke: Stroke) -> None:
        # Where a terminal takes an emoji to be narrower than we do, a cell of the old text would stay beside it.
        self.move_to(stroke.row, stroke.column)
        self.use_background(stroke.style.blank)
        self._out.append(" " * stroke.width)
        self.column = None

    def clear(self, blank: Style) -> None:
        """Erase the whole screen to a background."""
        self.use_background(blank)
        self._out.append("\x1b[2J")

    def scroll(self, scroll: Scroll, height: int) -> None:
        """Move rows by a scroll region, with left and right margins unless it is as wide as the screen."""
        narrow = scroll.right - scroll.left < self.width
        if narrow and not self.margins_on:
            self._out.append("\x1b[?69h")
            self.margins_on = True
        bounded = scroll.top > 0 or scroll.bottom < height
        count = abs(scroll.rows) if abs(scroll.rows) > 1 else ""
        self._out += [
            f"\x1b[{scroll.top + 1 if scroll.top else ''};{scroll.bottom}r" if bounded else "",
            f"\x1b[{scroll.left + 1 if scroll.left else ''};{scroll.right}s" if narrow else "",
            f"\x1b[{count}{'S' if scroll.rows > 0 else 'T'}",
            "\x1b[r" if bounded else "",
            "\x1b[s" if narrow else "",
        ]
        # Most terminals send the cursor home when a region is set; not all, and not for every kind.
        self.row = self.column = None


def _repeat(run: re.Match[str]) -> str:
    glyph, count = run[1], len(run[0])
    short = f"{glyph}\x1b[{count - 1}b"
    return short if len(short.encode()) < len(run[0].encode()) else run[0]
