"""The outline: every section with its number of quotes, the one being read marked."""

from __future__ import annotations

from textual.reactive import var

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.model.document import Document
from reader.ui.edition import Edition
from reader.ui.panes.rows import RowsPane
from reader.ui.signs import fit


class OutlinePane(RowsPane):
    """The section tree as a list, children indented."""

    RULE_SIDE = "right"

    edition: var[Edition] = var(Edition(Document("")), init=False)

    class SectionChosen(RowsPane.Chosen):
        """The person chose a section, by its index in `walk_sections` order."""

    Chosen = SectionChosen

    def __init__(self) -> None:
        super().__init__("outline")

    def watch_edition(self) -> None:
        """List the sections of what is known now."""
        self.items_changed()

    def heading(self) -> str:
        """Say what the list is."""
        return "SECTIONS"

    def empty_words(self) -> str:
        """Say why the list is empty."""
        return "no headings here"

    def item_heights(self) -> list[int]:
        """Give each section one row."""
        return [1] * len(self.edition.outline)

    def item_row(self, item: int, row: int, width: int) -> list[Run]:
        """Paint the title, cut to its room, and the number of quotes at the right edge."""
        depth, title, quotes = self.edition.outline[item]
        indent = " " * min(1 + 2 * depth, max(1, width // 3))
        count = str(quotes) if quotes else ""
        title = fit(title, width - len(indent) - (cell_len(count) + 1 if count else 0))
        gap = width - len(indent) - cell_len(title) - cell_len(count)
        look = ("current",) if item == self.current else ("plain",)
        return [(indent, ()), (title, look), (" " * max(0, gap), ()), (count, ("count",))]
