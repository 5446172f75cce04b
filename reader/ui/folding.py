"""Which panes a window of a size has room for, and how wide each is. Pure numbers, in cells."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

THREE_PANES = 110
TWO_PANES = 70
FEWEST_COLUMNS = 20
FEWEST_ROWS = 5
"""In a smaller window the reader shows nothing but that it is too small."""
LOW = 12
"""At this many rows or fewer the header goes."""
WIDEST_OUTLINE = 28
WIDEST_QUOTES = 38


class Pane(StrEnum):
    """A pane; its value is the widget's id."""

    OUTLINE = "outline"
    BODY = "body"
    QUOTES = "quotes"


class Wishes(NamedTuple):
    """What the person asked for, for each kind of window."""

    outline: bool = True
    quotes: bool = True
    side: Pane | None = Pane.QUOTES
    """Which of the two stands beside the body where only one has room."""
    overlay: Pane | None = None
    """The pane that lies over the body in a narrow window."""
    alone: bool = False

    def toggled(self, pane: Pane, columns: int) -> Wishes:
        """Show the pane if it is hidden at this width, else hide it."""
        is_shown = pane in folded(self, columns, LOW + 1).shown
        if columns < TWO_PANES:
            return self._replace(overlay=None if is_shown else pane)
        wishes = self._replace(alone=False)
        if columns < THREE_PANES:
            return wishes._replace(side=None if is_shown else pane)
        if pane is Pane.OUTLINE:
            return wishes._replace(outline=not is_shown)
        return wishes._replace(quotes=not is_shown)


WISHES = {
    "both": Wishes(),
    "outline": Wishes(quotes=False, side=Pane.OUTLINE),
    "quotes": Wishes(outline=False),
    "none": Wishes(outline=False, quotes=False, side=None),
}
"""By the word of the setting `panes`."""


class Folding(NamedTuple):
    """Widths of the side panes (0 = hidden) and what else is shown."""

    outline: int
    quotes: int
    body: bool
    header: bool

    @property
    def shown(self) -> tuple[Pane, ...]:
        """The panes on the screen, from left to right."""
        present = ((Pane.OUTLINE, self.outline > 0), (Pane.BODY, self.body), (Pane.QUOTES, self.quotes > 0))
        return tuple(pane for pane, is_shown in present if is_shown)


def is_too_small(columns: int, rows: int) -> bool:
    """Tell whether nothing could be read in a window."""
    return columns < FEWEST_COLUMNS or rows < FEWEST_ROWS


def folded(wishes: Wishes, columns: int, rows: int) -> Folding:
    """Fold the panes into a window: three from 110 columns, two from 70, else one at a time."""
    header = rows > LOW
    if columns < TWO_PANES:
        return Folding(
            outline=columns if wishes.overlay is Pane.OUTLINE else 0,
            quotes=columns if wishes.overlay is Pane.QUOTES else 0,
            body=wishes.overlay is None,
            header=header,
        )
    three = columns >= THREE_PANES
    outline = not wishes.alone and (wishes.outline if three else wishes.side is Pane.OUTLINE)
    quotes = not wishes.alone and (wishes.quotes if three else wishes.side is Pane.QUOTES)
    return Folding(
        outline=min(WIDEST_OUTLINE, columns // 4) if outline else 0,
        quotes=min(WIDEST_QUOTES, columns * 8 // 25) if quotes else 0,
        body=True,
        header=header,
    )
