"""Where a move leads: from an offset to the next quote, section or paragraph. Knows no screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model.blocks import CONTAINERS
from reader.model.document import Document
from reader.model.sections import walk_sections

if TYPE_CHECKING:
    from reader.model.quotations import Quote


class Landmarks:
    """The offsets of a document that keys move between, each list in document order."""

    def __init__(self, document: Document) -> None:
        self.quotes = [quote.span.start for quote in document.quotes]
        self.sections = [section.heading.start for _, section in walk_sections(document.sections)]
        self.paragraphs = [
            block.label.start if block.label else block.span.start
            for block in document.blocks
            if len(block.span) and block.kind not in CONTAINERS
        ]

    def section_at(self, offset: int) -> int | None:
        """Return the index (in `walk_sections` order) of the section read at an offset, None before the first."""
        return _last_at(self.sections, offset)

    def quote_at(self, offset: int, view_end: int) -> int | None:
        """Return the index of the quote one reads at an offset.

        That is the first one that begins there or later, before `view_end`; else the last one before: a reader between
        two quotes has the one behind in mind until the next comes into view.
        """
        following = bisect_left(self.quotes, offset)
        if following < len(self.quotes) and self.quotes[following] < view_end:
            return following
        return following - 1 if following else None


def step(offsets: Sequence[int], current: int, count: int) -> int | None:
    """Return the index of the `count`-th offset behind (or, negative, before) the current one, at most the outermost.

    None when there is none on that side.
    """
    if count > 0:
        first = bisect_right(offsets, current)
        return min(first + count - 1, len(offsets) - 1) if first < len(offsets) else None
    last = bisect_left(offsets, current) - 1
    return max(last + count + 1, 0) if last >= 0 else None


def percent(offset: int, length: int) -> int:
    """Say how much of the text lies before an offset, in whole per cent; an empty text is read through."""
    return 100 if offset >= length else offset * 100 // length


def whole_quote(quotes: Sequence[Quote], index: int) -> list[int]:
    """Return the indexes of all quotes of the quotation that this one belongs to, in order."""
    first = index
    while (before := quotes[first].continues) is not None and before < first:
        first = before
    chain = [first]
    for later in range(first + 1, len(quotes)):
        if quotes[later].continues == chain[-1]:
            chain.append(later)
        elif later > chain[-1] + _LONGEST_GAP:
            break
    return chain


_LONGEST_GAP = 32
"""Quotes (nested ones) that may stand between a quotation and where it goes on."""


def _last_at(offsets: Sequence[int], offset: int) -> int | None:
    index = bisect_right(offsets, offset) - 1
    return index if index >= 0 else None
