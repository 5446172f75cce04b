"""The text of a block cut where an inline or a quote begins or ends. Knows no format."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reader.model.document import Document
from reader.model.inlines import Inline
from reader.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is one thing all through."""

    text: str
    inlines: tuple[Inline, ...] = ()
    """What it is, the outermost first."""
    opening: tuple[int, ...] = ()
    """The quotes (indexes into `Document.quotes`) that begin with it, the outermost first."""
    closing: tuple[int, ...] = ()
    """The quotes that end with it, the innermost first."""


class Pieces:
    """Cuts the blocks of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._inline_starts = [inline.span.start for inline in document.inlines]
        self._quote_starts = [quote.span.start for quote in document.quotes]

    def of(self, span: Span) -> Iterator[Piece]:
        """Yield the pieces of a stretch that holds its inlines and quotes whole."""
        document = self._document
        inlines = document.inlines[
            bisect_left(self._inline_starts, span.start) : bisect_left(self._inline_starts, span.end)
        ]
        first = bisect_left(self._quote_starts, span.start)
        last = bisect_left(self._quote_starts, span.end)
        quotes = [(index, document.quotes[index].span) for index in range(first, last)]
        spans = [inline.span for inline in inlines] + [quote for _, quote in quotes]
        edges = {edge for held in spans for edge in (held.start, min(held.end, span.end))}
        cuts = sorted(edges | {span.start, span.end})
        for start, end in pairwise(cuts):
            yield Piece(
                document.text[start:end],
                tuple(inline for inline in inlines if inline.span.start <= start and end <= inline.span.end),
                tuple(index for index, quote in quotes if quote.start == start),
                tuple(index for index, quote in reversed(quotes) if min(quote.end, span.end) == end),
            )
