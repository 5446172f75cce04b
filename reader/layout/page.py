"""A document at a width: which characters stand on which line. Knows no styles and no screen rows."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.layout.cells import cell_len
from reader.layout.table import GAP, column_widths
from reader.layout.wrap import LineSpan, cut_lines, wrap
from reader.model.blocks import CONTAINERS, Block, BlockKind
from reader.model.document import Document
from reader.model.span import Span

if TYPE_CHECKING:
    from reader.layout.hyphens import Hyphens

QUOTE_INDENT = 2
NARROWEST_TEXT = 8
"""Containers stop indenting where less room than this would be left, in cells."""


class Piece(NamedTuple):
    """Characters and the cell of the line they begin at."""

    cell: int
    span: Span


class Line(NamedTuple):
    """One line: pieces from left to right, one for all but a table's."""

    pieces: tuple[Piece, ...]
    block: Block | None
    """The block whose text it is; None for the blank line between two blocks."""
    bars: tuple[int, ...] = ()
    """Cells where a block quote's bar stands."""
    is_parted: bool = False
    """Whether it ends inside a word, so that a hyphen is to be shown."""


class _Frame(NamedTuple):
    """The room that the containers around a block leave it."""

    indent: int
    bars: tuple[int, ...] = ()


# A bar or a column would have to stand between the label and the words.
_STANDS_BELOW_A_LABEL = {BlockKind.QUOTE, BlockKind.TABLE}


class _Label(NamedTuple):
    """A container's label (a bullet) that waits for the words to stand before."""

    block: int
    span: Span
    cell: int
    bars: tuple[int, ...]

    def leads(self, block: Block) -> bool:
        """Tell whether the block begins behind the label, on the same line."""
        return block.span.start == self.span.end and block.kind not in _STANDS_BELOW_A_LABEL


_WHOLE_WORDS = {BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.CODE}
"""Blocks in which no word is parted."""


def _hyphens_of(document: Document) -> Hyphens:
    from reader.layout.hyphens import Hyphens  # off unless asked for
    from reader.quotes.languages import language_of

    return Hyphens(language_of(document.text))


class Page:
    """All lines of a document at a width of at least 8 cells, held in columns: 1 MB of prose is about 17,000 lines."""

    def __init__(self, document: Document, width: int, *, spacing: int = 1, hyphenation: bool = False) -> None:
        """Lay out: `spacing` 2 leaves a line free between two, `hyphenation` parts words at the end of a line."""
        self.document = document
        self.width = max(NARROWEST_TEXT, width)
        self.spacing = spacing
        self._hyphens = _hyphens_of(document) if hyphenation else None
        self._starts = array("q")
        self._ends = array("q")
        self._blocks = array("q")
        self._cells = array("q")
        self._bars: dict[int, tuple[int, ...]] = {}
        self._pieces: dict[int, tuple[Piece, ...]] = {}
        self._lay_out()

    def __len__(self) -> int:
        return len(self._starts)

    def line(self, number: int) -> Line:
        """Return a line; numbers count from 0."""
        block_index = self._blocks[number]
        bars = self._bars.get(block_index, ()) if self._bars else ()
        if block_index < 0:
            return Line((), None)
        block = self.document.blocks[block_index]
        if number in self._pieces:
            return Line(self._pieces[number], block, bars)
        span = Span(self._starts[number], self._ends[number])
        is_parted = self._hyphens is not None and span.end in self._hyphens.parted
        return Line((Piece(self._cells[number], span),), block, bars, is_parted)

    @property
    def hyphenation(self) -> bool:
        """Tell whether words are parted."""
        return self._hyphens is not None

    def line_start(self, number: int) -> int:
        """Return the offset a line begins at; of a blank line, the end of the line before it."""
        return self._starts[number] if self._starts else 0

    def line_end(self, number: int) -> int:
        """Return the offset behind a line's last character."""
        return self._ends[number] if self._ends else 0

    def is_blank(self, number: int) -> bool:
        """Tell whether the line only keeps two blocks apart."""
        return self._blocks[number] < 0

    def line_at(self, offset: int) -> int:
        """Return the number of the line that shows the offset, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _lay_out(self) -> None:
        containers: list[_Frame] = []
        label: _Label | None = None
        last_end: int | None = None
        index = 0
        while index < len(self.document.blocks):
            block = self.document.blocks[index]
            del containers[block.depth :]
            frame = containers[-1] if containers else _Frame(0)
            if label is not None and not label.leads(block):
                last_end, label = self._lay_out_label(last_end, label), None
            if block.kind is BlockKind.TABLE:
                self._separate(last_end, block.span.start)
                index, last_end = self._lay_out_table(index, frame), block.span.end
                continue
            if block.kind in CONTAINERS:
                containers.append(self._inside(block, frame))
                label = self._label_of(index, frame, label)
            elif len(block.span):
                self._separate(last_end, label.span.start if label else block.span.start)
                self._lay_out_block(index, block, frame, label)
                last_end, label = block.span.end, None
            index += 1
        if label is not None:
            self._lay_out_label(last_end, label)

    def _inside(self, container: Block, frame: _Frame) -> _Frame:
        """Return the frame for what the container holds."""
        if container.kind is BlockKind.QUOTE:
            indent = self._indented(frame.indent, QUOTE_INDENT)
            return _Frame(indent, (*frame.bars, frame.indent) if indent > frame.indent else frame.bars)
        if container.label is None or container.kind is BlockKind.TURN:
            return frame
        label_cells = cell_len(container.label.cut(self.document.text))
        return _Frame(self._indented(frame.indent, label_cells), frame.bars)

    def _label_of(self, index: int, frame: _Frame, label: _Label | None) -> _Label | None:
        """Return the label that waits inside a container: its own, behind the one that waited before it."""
        own = self.document.blocks[index].label
        if own is None:
            return label
        if label is not None:
            return label._replace(span=Span(label.span.start, own.end))
        return _Label(index, own, frame.indent, frame.bars)

    def _indented(self, indent: int, cells: int) -> int:
        return indent + cells if indent + cells <= self.width - NARROWEST_TEXT else indent

    def _separate(self, last_end: int | None, start: int) -> None:
        """Add the blank line between two blocks where the text has one."""
        if last_end is not None:
            is_apart = self.document.text.count("\n", last_end, start) > 1
            for _ in range(self.spacing - 1 + is_apart):
                self._add(last_end, last_end, -1, 0)

    def _lay_out_block(self, index: int, block: Block, frame: _Frame, label: _Label | None) -> None:
        text, room = self.document.text, self.width - frame.indent
        start = label.span.start if label else block.span.start
        hang = frame.indent - label.cell if label else 0
        if block.kind is BlockKind.CODE:
            lines = cut_lines(text, start, block.span.end, room)
        else:
            hyphens = None if block.kind in _WHOLE_WORDS else self._hyphens
            lines = wrap(text, start, block.span.end, room + hang, hang=hang, hyphens=hyphens)
        if frame.bars:
            self._bars[index] = frame.bars
        if block.kind is BlockKind.CODE:
            self._extend(lines, index, frame.indent - hang, frame.indent)
        else:
            self._extend_apart(lines, index, frame.indent - hang, frame.indent)

    def _extend_apart(self, lines: Sequence[LineSpan], block: int, first_cell: int, cell: int) -> None:
        """Add lines with as many free ones between them as wished."""
        if self.spacing == 1:
            self._extend(lines, block, first_cell, cell)
            return
        for count, (start, end) in enumerate(lines):
            for _ in range(self.spacing - 1 if count else 0):
                self._add(self._ends[-1], self._ends[-1], -1, 0)
            self._add(start, end, block, cell if count else first_cell)

    def _lay_out_label(self, last_end: int | None, label: _Label) -> int:
        """Give a label that nothing stands behind a line of its own; return where it ends."""
        self._separate(last_end, label.span.start)
        words_end = label.span.start + len(label.span.cut(self.document.text).rstrip())
        lines = wrap(self.document.text, label.span.start, words_end, self.width - label.cell)
        if label.bars:
            self._bars[label.block] = label.bars
        self._extend(lines, label.block, label.cell, label.cell)
        return label.span.end

    def _extend(self, lines: Sequence[LineSpan], block: int, first_cell: int, cell: int) -> None:
        self._starts.extend([start for start, _ in lines])
        self._ends.extend([end for _, end in lines])
        self._blocks.extend([block] * len(lines))
        self._cells.append(first_cell)
        self._cells.extend([cell] * (len(lines) - 1))

    def _add(self, start: int, end: int, block: int, cell: int) -> None:
        self._starts.append(start)
        self._ends.append(end)
        self._blocks.append(block)
        self._cells.append(cell)

    def _lay_out_table(self, index: int, frame: _Frame) -> int:
        """Lay out the table at a block index; return the index of the first block behind it."""
        blocks, text = self.document.blocks, self.document.text
        end = index + 1
        rows: list[list[int]] = []
        while end < len(blocks) and blocks[end].depth > blocks[index].depth:
            if blocks[end].kind is BlockKind.ROW:
                rows.append([])
            elif blocks[end].kind is BlockKind.CELL and rows:
                rows[-1].append(end)
            end += 1
        columns = max((len(row) for row in rows), default=0)
        natural = [0] * columns
        for row in rows:
            for column, cell in enumerate(row):
                natural[column] = max(natural[column], cell_len(blocks[cell].span.cut(text)))
        widths = column_widths(natural, self.width - frame.indent) if columns else []
        for row in rows:
            if widths is None:
                self._stack_cells(row, frame)
            else:
                self._lay_out_row(row, widths, frame)
        return end

    def _lay_out_row(self, row: Sequence[int], widths: Sequence[int], frame: _Frame) -> None:
        text, blocks = self.document.text, self.document.blocks
        columns: list[list[Piece]] = []
        left = frame.indent
        for cell, width in zip(row, widths, strict=False):
            span = blocks[cell].span
            lines = wrap(text, span.start, span.end, max(width, 1)) if len(span) else []
            columns.append([Piece(left, Span(start, end)) for start, end in lines])
            left += width + GAP
        for number in range(max((len(column) for column in columns), default=0)):
            pieces = tuple(column[number] for column in columns if number < len(column))
            self._pieces[len(self._starts)] = pieces
            row_start, row_end = blocks[row[0]].span.start, blocks[row[-1]].span.end
            self._add(row_start, row_end, row[0], frame.indent)

    def _stack_cells(self, row: Sequence[int], frame: _Frame) -> None:
        for cell in row:
            span = self.document.blocks[cell].span
            if len(span):
                lines = wrap(self.document.text, span.start, span.end, self.width - frame.indent)
                self._extend(lines, cell, frame.indent, frame.indent)
