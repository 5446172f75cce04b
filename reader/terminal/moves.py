"""The cursor. Knows the shortest way from one cell to another."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def move(row: int | None, column: int | None, to_row: int, to_column: int) -> str:
    """Write the shortest move; rows and columns count from 0, None is a place that is not known."""
    return min(_ways(row, column, to_row, to_column), key=len)


def _ways(row: int | None, column: int | None, to_row: int, to_column: int) -> list[str]:
    if (row, column) == (to_row, to_column):
        return [""]
    ways = [_absolute(to_row, to_column)]
    if row is not None:
        down = _down(to_row - row)
        if to_column == 0:
            ways.append("\r" + down)
        if to_row == row:
            ways.append(_csi(to_column + 1, "G"))
        if column is not None:
            ways.append(down + _right(to_column - column))
            ways.append("\r" + down + _right(to_column))
    return ways


def _absolute(row: int, column: int) -> str:
    if column == 0:
        return _csi(row + 1, "H")
    return f"\x1b[{row + 1 if row else ''};{column + 1}H"


def _down(rows: int) -> str:
    # VT is a line feed to every terminal, and unlike LF the tty driver leaves it alone: no carriage return is added.
    if 0 <= rows <= 3:
        return "\v" * rows
    if rows in (-1, -2):
        return "\x1bM" * -rows
    return _csi(rows, "B") if rows > 0 else _csi(-rows, "A")


def _right(columns: int) -> str:
    if -4 <= columns <= 0:
        return "\b" * -columns
    return _csi(columns, "C") if columns > 0 else _csi(-columns, "D")


def _csi(number: int, final: str) -> str:
    return f"\x1b[{number if number != 1 else ''}{final}"
