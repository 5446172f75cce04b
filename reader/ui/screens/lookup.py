"""Quick quote lookup: type words or @speaker, the quotes narrow, Enter goes there."""

from __future__ import annotations

from bisect import bisect_right

from reader.layout.cells import cell_len
from reader.layout.ranges import Ranges
from reader.layout.runs import Run, divide
from reader.layout.wrap import wrap
from reader.model.blocks import CONTAINERS
from reader.model.document import Document
from reader.model.quotations import Quote
from reader.model.span import Span
from reader.search.fold import fold
from reader.search.lookup import Query, QuoteIndex, marked_words, parse_query
from reader.ui.screens.sheet import SheetScreen
from reader.ui.signs import drawn, fit

SPEAKER_CELLS = 20
LEAD = 24
"""Characters shown at most before the first word found in a long quote."""


class LookUpScreen(SheetScreen[int]):
    """The quotes of one document; dismissed with the index of the one chosen."""

    PLACEHOLDER = "words of a quote, or @speaker"
    NOTHING = "no quote in this article has these words (Esc, then / finds them in the whole text)"
    PREVIEW_ROWS = 8

    def __init__(self, document: Document, index: QuoteIndex) -> None:
        super().__init__()
        self._document = document
        self._index = index
        self._query = Query()
        self._blocks = [block.span for block in document.blocks if block.kind not in CONTAINERS and len(block.span)]
        self._block_starts = [span.start for span in self._blocks]

    def look_up(self, typed: str) -> list[int]:
        """Return the quotes that hold the words typed."""
        self._query = parse_query(typed)
        return self._index.look_up(typed)

    def count_words(self) -> str:
        """Say how many of all quotes were found."""
        return f"{len(self.found)} of {len(self._document.quotes)} quotes"

    def item_runs(self, item: int, width: int) -> list[Run]:
        """Put the speaker in front of the words, the words typed marked."""
        quote = self._document.quotes[item]
        speaker = self._speaker(quote)
        name_cells = min(SPEAKER_CELLS, width // 3)
        name = fit(speaker or "unknown", name_cells)
        gap = " " * (name_cells - cell_len(name) + 1)
        words = quote.span.cut(self._document.text).replace("\n", " ")
        return [(name, ("speaker" if speaker else "note",)), (gap, ()), *self._marked(words, width - name_cells - 1)]

    def preview_rows(self, item: int, width: int, height: int) -> list[list[Run]]:
        """Show the quote in its paragraph: as much of it as fits, from a line before the quote on."""
        quote, text = self._document.quotes[item], self._document.text
        block = self._block_around(quote)
        lines = wrap(text, block.start, block.end, max(8, width - 2))
        ends = [end for _, end in lines]
        first = max(0, min(bisect_right(ends, quote.span.start) - 1, len(lines) - height + 1))
        layer = Ranges([(quote.span.start, quote.span.end, "words")])
        rows: list[list[Run]] = [[(drawn("─") * width, ("note",))]]
        rows += [[("  ", ()), *divide(text, start, end, [layer])] for start, end in lines[first : first + height - 1]]
        return rows

    def _speaker(self, quote: Quote) -> str:
        return self._document.speakers[quote.attribution.speaker].name if quote.attribution else ""

    def _marked(self, words: str, width: int) -> list[Run]:
        marks = marked_words(fold(words), self._query)
        start = max(0, marks[0][0] - min(LEAD, width // 3)) if marks and marks[0][1] > width else 0
        lead = drawn("…") if start else ""
        shown = lead + fit(words[start + len(lead) :], width - 1 - len(lead))
        layer = Ranges((max(0, left - start), right - start, "match") for left, right in marks if right > start)
        return divide(shown, 0, len(shown), [layer], ("words",))

    def _block_around(self, quote: Quote) -> Span:
        index = bisect_right(self._block_starts, quote.span.start) - 1
        return self._blocks[index] if index >= 0 else quote.span
