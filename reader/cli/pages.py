"""A line of a page as plain characters, for what prints a page and paints nothing."""

from __future__ import annotations

from reader.layout.cells import cell_len
from reader.layout.page import Line
from reader.model.document import Document

_BAR = ">"


def plain_line(document: Document, line: Line) -> str:
    """Write a line with its indentation, the columns of a table, and a sign for the bar of a block quote."""
    plain = ""
    for cell in line.bars:
        plain += " " * (cell - cell_len(plain)) + _BAR
    for piece in line.pieces:
        plain += " " * (piece.cell - cell_len(plain)) + piece.span.cut(document.text)
    return plain
