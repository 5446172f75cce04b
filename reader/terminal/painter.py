"""From frames to what is sent. Knows what the terminal shows and what it is meant to show, and sends the difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from operator import ne

from reader.terminal.ansi import DialectError, parse
from reader.terminal.capabilities import Capabilities
from reader.terminal.diff import find_strokes
from reader.terminal.pen import Pen, Stroke
from reader.terminal.screen import UNKNOWN, Screen
from reader.terminal.scroll import find_scroll
from reader.terminal.style import PLAIN, Style

SYNC_START = "\x1b[?2026h"
SYNC_END = "\x1b[?2026l"
_ALTERNATE_SCREEN = ("\x1b[?1049h", "\x1b[?1049l")
_SYNC_AT_LEAST = 4096  # bytes: a smaller frame is drawn at once anyhow, and the brackets cost 16
_GOOD_ENOUGH = 256  # bytes: other ways are not tried, as each costs about a millisecond
_MOVED_ROWS_AT_LEAST = 4
_LEAST_GAIN_OF_ROWS = 150  # bytes: below, the guess is often wrong, and trying costs a millisecond
_PANE_ROWS_AT_LEAST = 4
_PANES_AT_MOST = 6


class Painter:
    """Takes what Textual writes, and gives what the terminal needs. Pure: it neither reads nor writes anything.

    `feed` takes every write and gives back what is no painting and is sent at once; `paint` gives what makes the
    terminal show the frame that was meant last. Before the alternate screen and after it, nothing is held back.
    """

    def __init__(self, capabilities: Capabilities, width: int, height: int) -> None:
        self.capabilities = capabilities
        self.active = False
        self._reset(width, height)

    def _reset(self, width: int, height: int) -> None:
        self._meant = Screen(width, height)
        self._shown = Screen(width, height, UNKNOWN)
        self._pen = Pen(width, repeats=self.capabilities.repeats)
        self._style = PLAIN
        self._row = self._column = 0
        self._panes: list[tuple[int, int]] = []
        self._drawn = False

    @property
    def size(self) -> tuple[int, int]:
        """Give width and height."""
        return self._meant.width, self._meant.height

    @property
    def pending(self) -> bool:
        """Has a frame been drawn that is not shown?"""
        return self._drawn and self._meant.rows != self._shown.rows

    def resize(self, width: int, height: int) -> None:
        """Take a new size; how a terminal fits its old content into it is not known."""
        meant = self._meant
        self._reset(width, height)
        for row, cells in enumerate(meant.rows):
            self._meant.put(row, 0, cells)

    def forget(self) -> None:
        """Take it that nothing is known of what the terminal shows: the next frame is painted whole."""
        self._shown.fill(UNKNOWN)
        self._pen = Pen(self._meant.width, repeats=self.capabilities.repeats)

    def feed(self, data: str) -> str:
        """Take a write of Textual's, and give what has to be sent at once."""
        if any(switch in data for switch in _ALTERNATE_SCREEN):
            return self._switch_screen(data)
        if not self.active:
            return data
        if data in (SYNC_START, SYNC_END):
            self.capabilities = self.capabilities.with_synchronisation()
            return ""
        try:
            return self._draw(data)
        except DialectError:
            due = self.paint()
            self.forget()
            return due + data

    def _switch_screen(self, data: str) -> str:
        leaving = "\x1b[?69l" if self._pen.margins_on else ""
        self._reset(*self.size)
        self.active = data.rfind(_ALTERNATE_SCREEN[0]) > data.rfind(_ALTERNATE_SCREEN[1])
        return leaving + data

    def _draw(self, data: str) -> str:
        # All is parsed before anything is drawn: a write that is not understood must leave no half of it behind.
        pieces = list(parse(data, self._style))
        panes: Counter[tuple[int, int]] = Counter()
        passed = []
        for row, column, piece in pieces:
            if row is not None and column is not None:
                self._row, self._column = row, column
            if piece.cells:
                end = self._column + len(piece.cells)
                panes[self._column, end] += 1
                self._meant.put(self._row, self._column, piece.cells)
                self._drawn = True
                self._column = end
            if piece.newline:
                self._row, self._column = self._row + 1, 0
            self._style = piece.style
            passed.append(piece.passed)
        self._note_panes(panes)
        return "".join(passed)

    def _note_panes(self, panes: Counter[tuple[int, int]]) -> None:
        # Textual writes each widget's part of a row after a move of its own: that tells where panes begin and end.
        for pane, rows in panes.most_common(_PANES_AT_MOST):
            if rows >= _PANE_ROWS_AT_LEAST and pane != (0, self._meant.width) and pane[1] <= self._meant.width:
                if pane in self._panes:
                    self._panes.remove(pane)
                self._panes.insert(0, pane)
        del self._panes[_PANES_AT_MOST:]

    def paint(self) -> str:
        """Give what makes the terminal show the frame that was meant, in the fewest bytes that were found."""
        if not self.pending:
            return ""
        data, pen = self._shortest()
        if (self._row, self._column) != (0, 0):  # the place of a caret, where an input method shows its window
            pen = pen.copy()
            pen.move_to(min(self._row, self._meant.height - 1), min(self._column, self._meant.width - 1))
            data += pen.written()
        self._pen = pen.copy()
        self._shown = self._meant.copy()
        self._drawn = False
        if self.capabilities.synchronises and len(data) >= _SYNC_AT_LEAST:
            return SYNC_START + data + SYNC_END
        return data

    def _shortest(self) -> tuple[str, Pen]:
        best: tuple[str, Pen] | None = None
        for way in self._ways():
            attempt = way()
            if attempt is None:
                continue
            if best is None or len(attempt[0].encode()) < len(best[0].encode()):
                best = attempt
            if len(best[0]) < _GOOD_ENOUGH:
                break
        assert best is not None
        return best

    def _ways(self) -> Iterator[Callable[[], tuple[str, Pen] | None]]:
        if self._shown.rows[0][0] is UNKNOWN:
            yield self._repaint
            return
        moved = sum(map(ne, self._shown.rows, self._meant.rows)) >= _MOVED_ROWS_AT_LEAST
        if moved and self.capabilities.scrolls:
            if self.capabilities.margins:
                yield self._scroll_panes
            yield self._scroll_rows
        yield self._change

    def _repaint(self) -> tuple[str, Pen]:
        counts = Counter(cell.style for row in self._meant.rows for cell in row if not cell.ink)
        blanks = [style for style, _ in counts.most_common() if style.blank is style and not style.attributes]
        erases = self.capabilities.erases_to_background
        blank = next((style for style in blanks if erases or not style.background), PLAIN)
        pen = self._pen.copy()
        pen.clear(blank)
        return self._render(Screen(*self.size, blank.space), pen)

    def _change(self) -> tuple[str, Pen]:
        return self._render(self._shown, self._pen.copy())

    def _scroll_panes(self) -> tuple[str, Pen] | None:
        shown, pen = self._shown.copy(), self._pen.copy()
        taken: list[tuple[int, int]] = []
        for left, right in self._panes:
            if any(left < end and start < right for start, end in taken):
                continue
            scroll = find_scroll(shown, self._meant, left, right)
            if scroll is not None:
                taken.append((left, right))
                pen.scroll(scroll, self._meant.height)
                shown.scroll(scroll)
        return self._render(shown, pen) if taken else None

    def _scroll_rows(self) -> tuple[str, Pen] | None:
        shown, pen = self._shown.copy(), self._pen.copy()
        width = self._meant.width
        shifts = {scroll.rows for pane in self._panes if (scroll := find_scroll(shown, self._meant, *pane)) is not None}
        scroll = find_scroll(shown, self._meant, 0, width, shifts=shifts, least_gain=_LEAST_GAIN_OF_ROWS)
        if scroll is None:
            return None
        pen.scroll(scroll, self._meant.height)
        shown.scroll(scroll)
        return self._render(shown, pen)

    def _render(self, shown: Screen, pen: Pen) -> tuple[str, Pen]:
        strokes = find_strokes(shown, self._meant, self.capabilities)
        for stroke in _in_order(strokes, pen.style):
            pen.draw(stroke)
        return pen.written(), pen


def _in_order(strokes: list[Stroke], style: Style | None) -> list[Stroke]:
    """Sort strokes by style, the pen's own first: a change of true colours costs more than a move to another row."""
    background = style.background if style is not None else None
    uses = Counter(stroke.style for stroke in strokes if not stroke.is_blank)
    hosts = {used.blank: used for used, _ in reversed(uses.most_common())}

    def key(stroke: Stroke) -> tuple[object, ...]:
        # Blanks need no style of their own: they are drawn among the text that most strokes of their background have.
        wanted = hosts.get(stroke.style, stroke.style) if stroke.is_blank else stroke.style
        return (
            stroke.sure,
            wanted.background != background,
            wanted.background,
            wanted is not style,
            wanted.foreground,
            sorted(wanted.attributes),
            wanted.link,
            stroke.row,
            stroke.column,
        )

    return sorted(strokes, key=key)
