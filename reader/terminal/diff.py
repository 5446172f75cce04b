"""What differs between two screens, as strokes of the pen. Knows cells and their cost in bytes; sends nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from reader.terminal.capabilities import Capabilities
from reader.terminal.pen import Stroke
from reader.terminal.screen import Row, Screen
from reader.terminal.style import Cell, Style

_is_sure = attrgetter("sure")
_ERASE_AT_LEAST = 5  # cells: ECH costs 4 or 5 bytes
_ERASE_BEFORE_TEXT_AT_LEAST = 10  # and the move past it as many
_ERASE_TO_EDGE_AT_LEAST = 4  # EL costs 3
_BRIDGE_AT_MOST = 4  # bytes: a move to the right costs as many


def find_strokes(shown: Screen, meant: Screen, capabilities: Capabilities) -> list[Stroke]:
    """List the strokes, row by row, that turn one screen into the other."""
    strokes: list[Stroke] = []
    for row, (old, new) in enumerate(zip(shown.rows, meant.rows, strict=True)):
        if old != new:
            if _all_sure(new) and _all_sure(old):
                strokes += _strokes_of_row(row, old, new, capabilities)
            else:
                strokes += _doubtful_row(row, new)
    return strokes


def _all_sure(cells: Row) -> bool:
    return False not in map(_is_sure, cells)


def _strokes_of_row(row: int, old: Row, new: Row, capabilities: Capabilities) -> list[Stroke]:
    changed = [column for column, cell in enumerate(new) if cell is not old[column]]
    erased = _erasures(row, new, changed, capabilities)
    if not erased:
        return list(_texts(row, new, changed))
    covered = {column for start, stroke in erased.items() for column in range(start, start + stroke.erased)}
    strokes = []
    for text in _texts(row, new, [column for column in changed if column not in covered]):
        blanks = erased.get(text.column + text.width)
        if blanks is not None and text.style.blank is blanks.style:  # the cursor is there already
            del erased[blanks.column]
            text = text._replace(erased=blanks.erased, to_edge=blanks.to_edge)
        strokes.append(text)
    return [*erased.values(), *strokes]


def _doubtful_row(row: int, cells: Row) -> Iterator[Stroke]:
    """Draw the whole row, the doubtful glyphs alone, so that an absolute move follows each run of them."""
    start = 0
    for end in range(1, len(cells) + 1):
        if end < len(cells) and (not cells[end].width or cells[end].sure == _lead(cells, end - 1).sure):
            continue
        for stroke in _texts(row, cells, range(start, end)):
            yield stroke if cells[start].sure else stroke._replace(sure=False)
        start = end


def _lead(cells: Row, column: int) -> Cell:
    return cells[column] if cells[column].width else cells[column - 1]


def _erasures(row: int, cells: Row, changed: list[int], capabilities: Capabilities) -> dict[int, Stroke]:
    """Find the runs of equal blanks that are cheaper to erase than to write, by the column where they begin."""
    erased: dict[int, Stroke] = {}
    at = 0
    while at < len(changed):
        start, first = changed[at], at
        at += 1
        if cells[start].ink:
            continue
        end = _end_of_run(cells, start)
        while at < len(changed) and changed[at] < end:
            at += 1
        to_edge = end == len(cells)
        text_follows = at < len(changed) and changed[at] == end
        least = _ERASE_TO_EDGE_AT_LEAST if to_edge else _ERASE_BEFORE_TEXT_AT_LEAST if text_follows else _ERASE_AT_LEAST
        if at - first >= least and _is_erasable(cells[start], capabilities):
            stop = end if to_edge else changed[at - 1] + 1
            erased[start] = Stroke(row, start, 0, cells[start].style, erased=stop - start, to_edge=to_edge)
    return erased


def _end_of_run(cells: Row, start: int) -> int:
    end, first = start + 1, cells[start]
    while end < len(cells) and cells[end] is first:
        end += 1
    return end


def _is_erasable(cell: Cell, capabilities: Capabilities) -> bool:
    style = cell.style
    if style.attributes or style.link:
        return False
    return capabilities.erases_to_background or not style.background


def _texts(row: int, cells: Row, columns: Sequence[int]) -> Iterator[Stroke]:
    """Draw cells as text: as few strokes as there are styles, across small gaps of unchanged cells."""
    start = end = -1
    style: Style | None = None
    for column in columns:
        cell = cells[column]
        if style is not None:
            joined = style if cell.style is style and column == end else _bridge(cells, start, end, column, style)
            if joined is not None:
                style, end = joined, column + 1
                continue
            yield _text(row, cells, start, end, style)
        start, end, style = column - (not cell.width), column + 1, cell.style
    if style is not None:
        yield _text(row, cells, start, end, style)


def _text(row: int, cells: Row, start: int, end: int, style: Style) -> Stroke:
    while end < len(cells) and not cells[end].width:
        end += 1
    return Stroke(row, start, end - start, style, "".join(cell.glyph for cell in cells[start:end]))


def _bridge(cells: Row, start: int, end: int, column: int, style: Style) -> Style | None:
    """Give the style in which the stroke [start, end) can go on to a column, if a new stroke is not cheaper."""
    if column - end > _BRIDGE_AT_MOST:
        return None
    for at, cell in enumerate(cells[end : column + 1], end):
        if cell.style is style or (not cell.ink and style.blank is cell.style):
            continue
        if cell.style.blank is not style or any(before.ink for before in cells[start:at]):
            return None
        style = cell.style  # so far there are only blanks, which look the same in it
    gap = sum(len(cell.glyph.encode()) for cell in cells[end:column])
    return style if gap <= _BRIDGE_AT_MOST else None
