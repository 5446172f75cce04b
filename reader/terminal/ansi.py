"""The narrow dialect that Textual paints in: cursor moves, SGR, text, hyperlinks. What paints nothing is passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes

from reader.terminal.style import Cell, SgrError, Style, apply_sgr, style_of

_MOVE = re.compile(r"\x1b\[(\d*)(?:;(\d*))?H")
_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|\x1b\[(?P<sgr>[\d;:]*)m"
    r"|(?P<link>\x1b\]8;[^;\x07\x1b]*;(?P<target>[^\x07\x1b]*)(?:\x1b\\|\x07))"
    r"|(?P<newline>\n)"
    # Modes, queries, the keyboard protocol, the cursor's shape, the bell; titles, the clipboard, the pointer.
    r"|(?P<passed>\x1b\[\?[\d;]*(?:[hl]|\$p)|\x1b\[[<>=?][\d;]*u|\x1b\[\d* q|\x1b\[\d*[cn]|\x07"
    r"|\x1b\](?!8;)[^\x07\x1b]*(?:\x07|\x1b\\))"
)


class Piece(NamedTuple):
    """What is written between two absolute moves."""

    cells: tuple[Cell, ...]
    style: Style
    """The pen's style after it."""
    newline: bool
    """Does it end in a line feed?"""
    passed: str
    """Sequences that paint nothing and go to the terminal as they are."""


class DialectError(ValueError):
    """A sequence that may paint, and that the model of the screen does not know."""


def parse(data: str, style: Style) -> Iterator[tuple[int | None, int | None, Piece]]:
    """Cut a write into (row, column, piece); row and column are None where it does not begin with a move.

    Raises DialectError at the first sequence that is not understood.
    """
    parts = _MOVE.split(data)
    if parts[0]:
        piece = _parse_piece(parts[0], style)
        style = piece.style
        yield None, None, piece
    for row, column, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        piece = _parse_piece(text, style)
        style = piece.style
        yield max(int(row or 1), 1) - 1, max(int(column or 1), 1) - 1, piece


# Textual keeps rendered strips: after a line down, 37 of 38 pieces of a pane have been parsed before.
@lru_cache(maxsize=1024)
def _parse_piece(text: str, style: Style) -> Piece:
    cells: list[Cell] = []
    passed = ""
    newline = False
    before = style
    position = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None or newline:
            raise DialectError(text[position : position + 40])
        position = token.end()
        if token["text"] is not None:
            added = _cells_after(cells, token["text"], style, before)
            before = style if added else before
            cells += added
        elif token["sgr"] is not None:
            style = _styled(style, token["sgr"])
        elif token["link"] is not None:
            link = token["link"] if token["target"] else ""
            style = style_of(style.foreground, style.background, style.attributes, link)
        elif token["newline"] is not None:
            newline = True
        else:
            passed += token["passed"]
    return Piece(tuple(cells), style, newline, passed)


def _styled(style: Style, parameters: str) -> Style:
    try:
        return apply_sgr(style, parameters)
    except SgrError as error:
        raise DialectError(parameters) from error


def _cells_after(cells: list[Cell], text: str, style: Style, before: Style) -> list[Cell]:
    # A search match may end between a letter and its accent: the accent belongs to the cell before, in its style.
    if text[0] > "\u02ff" and cells:
        _, end, width = split_graphemes(text)[0][0]
        if not width:
            base = len(cells) - (1 if cells[-1].width else 2)
            cells[base] = before.joined(cells[base], text[:end])
    return style.cells(text)
