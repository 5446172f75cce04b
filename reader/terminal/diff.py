"""What differs between two screens, as strokes of the pen. Knows cells and their cost in bytes; sends nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.terminal.capabilities import Capabilities
from reader.terminal.pen import Stroke
from reader.terminal.screen import Row, Screen
from reader.terminal.style import Cell, Style

_ERASE_AT_LEAST = 7  # cells: ECH costs 4 or 5 bytes, and the move past it as many
_ERASE_TO_EDGE_AT_LEAST = 4  # EL costs 3
_BRIDGE_AT_MOST = 4  # bytes: a move to the right costs as many


def find_strokes(shown: Screen, meant: Screen, capabilities: Capabilities) -> list[Stroke]:
    """List the strokes, row by row, that turn one screen into the other."""
    strokes: list[Stroke] = []
    for row, (old, new) in enumerate(zip(shown.rows, meant.rows, strict=True)):
        if old != new:
            strokes += _strokes_of_row(row, old, new, capabilities)
    return strokes


def _strokes_of_row(row: int, old: Row, new: Row, capabilities: Capabilities) -> Iterator[Stroke]:
    cells = [cell for cell in new if cell is not None]
    changed = [column for column, cell in enumerate(cells) if cell is not old[column]]
    if not (_all_sure(cells) and _all_sure(old)):
        yield from _doubtful_row(row, cells)
        return
    erased = _erasures(row, cells, changed, capabilities)
    covered = {column for stroke in erased for column in range(stroke.column, stroke.column + stroke.width)}
    yield from erased
    yield from _texts(row, cells, [column for column in changed if column not in covered])


def _all_sure(cells: Sequence[Cell | None]) -> bool:
    return all(cell is None or cell.sure for cell in cells)


def _doubtful_row(row: int, cells: list[Cell]) -> Iterator[Stroke]:
    """Draw the whole row, the doubtful glyphs alone, so that an absolute move follows each run of them."""
    start = 0
    for end in range(1, len(cells) + 1):
        if end < len(cells) and (not cells[end].width or cells[end].sure == _lead(cells, end - 1).sure):
            continue
        for stroke in _texts(row, cells, range(start, end)):
            sure = cells[start].sure
            yield stroke if sure else Stroke(row, stroke.column, stroke.width, stroke.style, stroke.text, sure=False)
        start = end


def _lead(cells: list[Cell], column: int) -> Cell:
    return cells[column] if cells[column].width else cells[column - 1]


def _erasures(row: int, cells: list[Cell], changed: list[int], capabilities: Capabilities) -> list[Stroke]:
    """Find the runs of equal blanks that are cheaper to erase than to write."""
    erased: list[Stroke] = []
    run: list[int] = []
    for column in changed:
        if run and _is_blank_run(cells, run[0], column):
            run.append(column)
            continue
        _append_erasure(erased, row, cells, run, capabilities)
        run = [] if cells[column].ink else [column]
    _append_erasure(erased, row, cells, run, capabilities)
    return erased


def _is_blank_run(cells: list[Cell], start: int, end: int) -> bool:
    first = cells[start]
    return cells[end] is first and all(cell is first for cell in cells[start:end])


def _append_erasure(
    erased: list[Stroke], row: int, cells: list[Cell], run: list[int], capabilities: Capabilities
) -> None:
    if not run:
        return
    start, style = run[0], cells[run[0]].style
    if style.blank.attributes or style.link or (style.background and not capabilities.erases_to_background):
        return
    to_edge = _is_blank_run(cells, start, len(cells) - 1)
    if len(run) >= (_ERASE_TO_EDGE_AT_LEAST if to_edge else _ERASE_AT_LEAST):
        end = len(cells) if to_edge else run[-1] + 1
        erased.append(Stroke(row, start, end - start, style, "", to_edge))


def _texts(row: int, cells: list[Cell], columns: Sequence[int]) -> Iterator[Stroke]:
    """Draw cells as text: as few strokes as there are styles, across small gaps of unchanged cells."""
    start = end = -1
    style: Style | None = None
    for column in columns:
        cell = cells[column]
        if style is not None:
            joined = _bridge(cells, start, end, column, style)
            if joined is not None:
                style, end = joined, column + 1
                continue
            yield _text(row, cells, start, end, style)
        start, end, style = column - (not cell.width), column + 1, cell.style
    if style is not None:
        yield _text(row, cells, start, end, style)


def _text(row: int, cells: list[Cell], start: int, end: int, style: Style) -> Stroke:
    while end < len(cells) and not cells[end].width:
        end += 1
    return Stroke(row, start, end - start, style, "".join(cell.glyph for cell in cells[start:end]))


def _bridge(cells: list[Cell], start: int, end: int, column: int, style: Style) -> Style | None:
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
