"""Quick quote lookup: type words or @speaker, the quotes narrow, Enter goes there. `"` again looks in all articles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.layout.runs import Run
from reader.library.entries import Hit
from reader.library.quotelist import Placed, QuoteList
from reader.model.blocks import CONTAINERS
from reader.model.document import Document
from reader.model.quotations import Quote
from reader.model.span import Span
from reader.search.fold import fold
from reader.search.lookup import Query, QuoteIndex, marked_words, parse_query
from reader.ui.passages import hit_rows, hit_runs
from reader.ui.screens.quotesheet import QuoteSheet
from reader.ui.visits import Visits

if TYPE_CHECKING:
    from reader.library import Library


class LookUpScreen(QuoteSheet[int]):
    """The quotes of one document, dismissed with the index of the one chosen, or those of all articles."""

    PLACEHOLDER = "words of a quote, or @speaker"
    NOTHING = "no quote in this article has these words (Esc, then / finds them in the whole text)"
    PREVIEW_ROWS = 8
    OWN_ACTIONS = ("everywhere",)

    def __init__(self, document: Document | None, index: QuoteIndex | None, visits: Visits) -> None:
        """Look up in a document, or with None in all articles at once."""
        super().__init__(visits)
        self._document = document or Document("")
        self._index = index
        self._is_everywhere = index is None
        self._query = Query()
        blocks = self._document.blocks
        self._blocks = [block.span for block in blocks if block.kind not in CONTAINERS and len(block.span)]
        self._block_starts = [span.start for span in self._blocks]

    def press(self, action: str) -> None:
        """Look in all articles for what was typed, or in this one again."""
        if self._index is None:
            return
        self._is_everywhere = not self._is_everywhere
        self.found = []
        self.quotes = QuoteList()
        self.cursor = self.first = 0
        self.forget_question()
        self.found = self.look_up(self.prompt.value)
        self.paint()

    def look_up(self, typed: str) -> list[int | Placed]:
        """Return the quotes that hold the words typed; those of all articles come when they are found."""
        if not self._is_everywhere and self._index is not None:
            self._query = parse_query(typed)
            return [*self._index.look_up(typed)]
        if typed.strip(" @"):
            self.ask(typed)
            return self.found
        self.forget_question()
        self.quotes = QuoteList()
        return []

    def question(self, typed: str) -> Callable[[Library], QuoteList]:
        """Look quotes up by the beginnings of words."""
        return lambda library: library.list_quotes(typed)

    def nothing_words(self) -> str:
        """Say why the list is empty."""
        if not self._is_everywhere:
            return self.NOTHING
        return "no quote has these words" if self.prompt.value.strip(" @") else "type words of any quote, or @speaker"

    def foot_words(self) -> str:
        """Say what the keys do here."""
        if self._index is None:
            return self.FOOT
        other = "this article" if self._is_everywhere else "all articles"
        return f'Enter goes there · " {other} · Esc returns'

    def count_words(self) -> str:
        """Say how many were found, and where."""
        if not self._is_everywhere:
            return f"{len(self.found)} of {len(self._document.quotes)} quotes"
        words = super().count_words()
        return f"{words} in all articles" if len(self.quotes) and self._index is not None else words

    def item_runs(self, item: int | Placed, width: int) -> list[Run]:
        """Put the speaker in front of the words, the words typed marked."""
        return super().item_runs(item, width) if isinstance(item, Placed) else hit_runs(self._hit(item), width)

    def preview_rows(self, item: int | Placed, width: int, height: int) -> list[list[Run]]:
        """Show the quote in its paragraph."""
        if isinstance(item, Placed):
            return super().preview_rows(item, width, height)
        return hit_rows(self._hit(item), width, height)

    def _hit(self, index: int) -> Hit:
        """Return a quote of the document as a hit of the library is."""
        text, quote = self._document.text, self._document.quotes[index]
        marks = marked_words(fold(quote.span.cut(text)), self._query)
        marked = tuple(Span(quote.span.start + start, quote.span.start + end) for start, end in marks)
        around = self._block_around(quote)
        return Hit(quote.span, marked, (), index, self._speaker(quote), around, around.cut(text))

    def _speaker(self, quote: Quote) -> str:
        return self._document.speakers[quote.attribution.speaker].name if quote.attribution else ""

    def _block_around(self, quote: Quote) -> Span:
        index = bisect_right(self._block_starts, quote.span.start) - 1
        return self._blocks[index] if index >= 0 else quote.span
