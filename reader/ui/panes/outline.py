"""The outline: every section with its number of quotes, the one being read marked."""

from __future__ import annotations

from bisect import bisect_left

from textual.reactive import var

from reader.layout.cells import cell_len, fit
from reader.layout.runs import Run
from reader.model.document import Document
from reader.model.sections import walk_sections
from reader.ui.panes.rows import RowsPane


class OutlinePane(RowsPane):
    """The section tree as a list, children indented."""

    RULE_SIDE = "right"

    document: var[Document] = var(Document(""), init=False)

    class SectionChosen(RowsPane.Chosen):
        """The person chose a section, by its index in `walk_sections` order."""

    Chosen = SectionChosen

    def __init__(self) -> None:
        super().__init__("outline")
        self._sections: list[tuple[int, str, int]] = []

    def watch_document(self, document: Document) -> None:
        """List the sections of what is known now."""
        starts = [quote.span.start for quote in document.quotes]
        self._sections = [
            (depth, section.title, bisect_left(starts, section.span.end) - bisect_left(starts, section.span.start))
            for depth, section in walk_sections(document.sections)
        ]
        self.items_changed()

    def heading(self) -> str:
        """Say what the list is."""
        return "SECTIONS"

    def empty_words(self) -> str:
        """Say why the list is empty."""
        return "no headings here"

    def item_heights(self) -> list[int]:
        """Give each section one row."""
        return [1] * len(self._sections)

    def item_row(self, item: int, row: int, width: int) -> list[Run]:
        """Paint the title, cut to its room, and the number of quotes at the right edge."""
        depth, title, quotes = self._sections[item]
        indent = " " * min(1 + 2 * depth, max(1, width // 3))
        count = str(quotes) if quotes else ""
        title = fit(title, width - len(indent) - (cell_len(count) + 1 if count else 0))
        gap = width - len(indent) - cell_len(title) - cell_len(count)
        look = ("current",) if item == self.current else ("plain",)
        return [(indent, ()), (title, look), (" " * max(0, gap), ()), (count, ("count",))]
