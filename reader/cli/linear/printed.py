"""A document as lines to print, and the parts it is printed in. Knows no commands and writes nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from copy import copy
from itertools import pairwise

from reader.cli.pages import plain_line
from reader.layout.cells import cell_len
from reader.layout.page import Page
from reader.model.blocks import BlockKind
from reader.model.document import Document
from reader.model.sections import walk_sections

PART_LINES = 22
"""A part goes up to the next heading, or so far: what a terminal of 24 rows shows above its prompt."""
_UNDERLINES = {BlockKind.TITLE: "=", BlockKind.HEADING: "-"}


class Printed:
    """A document at a width, in parts."""

    def __init__(self, document: Document, width: int, part_lines: int = PART_LINES) -> None:
        self.document = document
        self.page = Page(document, width)
        self._part_starts = _part_starts(document, self.page, part_lines)

    def knowing(self, document: Document, width: int) -> Printed:
        """Give the same for a document of which more is known; one of the same blocks is not wrapped again."""
        if document.blocks is not self.document.blocks:
            return Printed(document, width)
        other = copy(self)
        other.document = document
        return other

    @property
    def part_count(self) -> int:
        """How many parts there are; an empty document has none."""
        return len(self._part_starts)

    def part(self, number: int) -> list[str]:
        """Return the lines of a part, without blank ones at its ends; parts count from 0."""
        ends = [*self._part_starts[1:], len(self.page)]
        return self._lines(self._part_starts[number], ends[number])

    def all_lines(self) -> list[str]:
        """Return the lines of the whole document."""
        return self._lines(0, len(self.page))

    def part_at(self, offset: int) -> int:
        """Return the part in which an offset stands."""
        return max(0, bisect_right(self._part_starts, self.page.line_at(offset)) - 1)

    def _lines(self, first: int, end: int) -> list[str]:
        while first < end and self.page.is_blank(first):
            first += 1
        while end > first and self.page.is_blank(end - 1):
            end -= 1
        return [line for number in range(first, end) for line in self._underlined(number)]

    def _underlined(self, number: int) -> Iterator[str]:
        line = self.page.line(number)
        plain = plain_line(self.document, line)
        yield plain
        is_last = number + 1 == len(self.page) or self.page.line(number + 1).block is not line.block
        if line.block is not None and line.block.kind in _UNDERLINES and is_last:
            yield _UNDERLINES[line.block.kind] * cell_len(plain)


def _part_starts(document: Document, page: Page, part_lines: int) -> list[int]:
    """Divide the lines before every heading, and a long stretch between two headings before its blank lines."""
    headings = [page.line_at(section.heading.start) for _, section in walk_sections(document.sections)]
    cuts = sorted({0, len(page), *headings})
    starts: list[int] = []
    for start, end in pairwise(cuts):
        blanks = [number for number in range(start, end) if page.is_blank(number)]
        while start < end:
            starts.append(start)
            start = _next_start(blanks, start, end, part_lines)
    return starts


def _next_start(blanks: list[int], start: int, end: int, part_lines: int) -> int:
    """End a part at the last blank line that leaves it half full at least."""
    if end - start <= part_lines:
        return end
    index = bisect_left(blanks, start + part_lines) - 1
    has_blank = index >= 0 and blanks[index] >= start + part_lines // 2
    return blanks[index] if has_blank else start + part_lines
