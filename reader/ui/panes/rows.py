"""A side pane: a heading and a list of items painted row by row, with one current and one under the cursor."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from textual import events
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.layout.runs import Run
from reader.resources import read_style
from reader.ui.painter import Painter
from reader.ui.signs import drawn

HEADING_ROWS = 2
"""The heading and the empty row under it."""
_MOST_STRIPS = 2000
"""Rows kept painted: painting all of both panes anew was a quarter of a page's time."""


class RowsPane(ScrollView):
    """Items of one row or several. What is current comes from the reading screen, the cursor is the pane's own.

    While the pane is not the active one the cursor follows what is current, so that entering it starts there.
    """

    DEFAULT_CSS = read_style("rows.tcss")
    SCOPED_CSS = False
    RULE_SIDE = "right"
    """Where the thin rule towards the body stands: “left” or “right”."""

    current: var[int | None] = var[int | None](None, init=False)
    cursor: var[int | None] = var[int | None](None, init=False)
    is_active: var[bool] = var(False, init=False)

    class Chosen(Message):
        """The person chose an item."""

        def __init__(self, item: int) -> None:
            super().__init__()
            self.item = item

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._painter = Painter(self, "rows")
        self._first_row = 0
        self._row_starts: list[int] = [0]
        self._strips: dict[int, Strip] = {}

    # What a pane says of its items.

    def heading(self) -> str:
        """Return the words over the list."""
        raise NotImplementedError

    def item_heights(self) -> list[int]:
        """Return the rows each item takes."""
        raise NotImplementedError

    def item_row(self, item: int, row: int, width: int) -> list[Run]:
        """Return the runs of one row of an item."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """Return what an empty list says."""
        raise NotImplementedError

    # What every list does.

    @property
    def item_count(self) -> int:
        """How many items there are."""
        return len(self._row_starts) - 1

    def item_height(self, item: int) -> int:
        """Return the rows an item takes."""
        return self._row_starts[item + 1] - self._row_starts[item]

    def items_changed(self) -> None:
        """Measure the items anew."""
        self._strips.clear()
        self._row_starts = list(accumulate(self.item_heights(), initial=0))
        self.cursor = self.current
        self._keep_in_sight()
        self.refresh()

    def move_cursor(self, items: int) -> None:
        """Move the cursor by items, at most to the first or the last."""
        if self.item_count:
            self.cursor = min(max(0, (self.cursor or 0) + items), self.item_count - 1)

    def choose(self) -> None:
        """Choose the item under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self.cursor))

    @property
    def items_per_screen(self) -> int:
        """About how many items stand on the screen at once."""
        rows = max(1, self.size.height - HEADING_ROWS)
        return max(1, rows * self.item_count // max(1, self._row_starts[-1]))

    def watch_current(self) -> None:
        """Follow the reader."""
        if not self.is_active:
            self.cursor = self.current
        self._keep_in_sight()
        self.refresh()

    def watch_cursor(self) -> None:
        """Show where the cursor is."""
        self._keep_in_sight()
        self.refresh()

    def watch_is_active(self) -> None:
        """Show that the keys come here, or no longer."""
        self.cursor = self.current if self.current is not None or not self.is_active or not self.item_count else 0
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Measure the items at the new width."""
        self.items_changed()

    def notify_style_update(self) -> None:
        """Forget the looks of the theme before."""
        super().notify_style_update()
        self._painter.forget()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Paint one row and the rule beside it; rows that look the same wherever one is are painted once."""
        row = y - HEADING_ROWS + self._first_row
        if y < HEADING_ROWS or row >= self._row_starts[-1] or self._item_at(row) in (self.current, self.cursor):
            return self._paint(y)
        strip = self._strips.get(row)
        if strip is None:
            if len(self._strips) >= _MOST_STRIPS:
                self._strips.clear()
            strip = self._strips[row] = self._paint(y)
        return strip

    def _item_at(self, row: int) -> int:
        return bisect_right(self._row_starts, row) - 1

    def _paint(self, y: int) -> Strip:
        width = self.size.width
        rule: Run = (drawn("│"), ("rule",))
        inner = self._painter.strip(self._row_runs(y, width - 1), width - 1)
        strips = [self._painter.strip([rule], 1), inner]
        return Strip.join(strips if self.RULE_SIDE == "left" else reversed(strips))

    def _row_runs(self, y: int, width: int) -> list[Run]:
        if y == 0:
            return [(" ", ()), (self.heading(), ("heading-active" if self.is_active else "heading",))]
        row = y - HEADING_ROWS + self._first_row
        if y < HEADING_ROWS:
            return []
        if not self.item_count:
            return [(" " + drawn(self.empty_words()), ("note",))] if y == HEADING_ROWS else []
        if row >= self._row_starts[-1]:
            return []
        item = self._item_at(row)
        runs = [self._mark(item, row), *self.item_row(item, row - self._row_starts[item], width - 2)]
        # An item of many rows shows the cursor on its first: all of them would be 600 bytes a step.
        if self.is_active and item == self.cursor and row == self._row_starts[item]:
            return [(text, (*roles, "cursor")) for text, roles in _filled(runs, width)]
        return runs

    def _mark(self, item: int, row: int) -> Run:
        """Return the cell before an item: a bar beside the current one, all its rows but the blank last."""
        is_last_row = row == self._row_starts[item + 1] - 1
        height = self._row_starts[item + 1] - self._row_starts[item]
        if item == self.current and not (is_last_row and height > 1):
            return drawn("▌"), ("mark",)
        return " ", ()

    def _keep_in_sight(self) -> None:
        item = self.cursor if self.is_active else self.current
        rows = self.size.height - HEADING_ROWS
        if item is None or rows <= 0 or item >= self.item_count:
            self._first_row = 0 if item is None else min(self._first_row, max(0, self._row_starts[-1] - rows))
            return
        start, end = self._row_starts[item], self._row_starts[item + 1]
        if start < self._first_row:
            self._first_row = start
        elif end > self._first_row + rows:
            self._first_row = min(start, end - rows)


def _filled(runs: list[Run], width: int) -> list[Run]:
    from reader.layout.cells import cell_len

    cells = sum(cell_len(text) for text, _ in runs)
    return [*runs, (" " * max(0, width - cells), ())]
