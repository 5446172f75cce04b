"""Rows that moved up or down. Knows how to find them, and guesses what is saved by moving instead of drawing them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reader.terminal.screen import Row, Screen, Scroll

_STROKE_COST = 7  # bytes: a move, and now and then a style
_LEAST_GAIN = 40  # bytes: what a scroll region with margins costs


def find_scroll(
    shown: Screen, meant: Screen, left: int, right: int, *, shifts: Iterable[int] = (), least_gain: int = _LEAST_GAIN
) -> Scroll | None:
    """Find the best scroll of these columns that spares some bytes; with shifts given, only those are tried."""
    old = [row[left:right] for row in shown.rows]
    new = [row[left:right] for row in meant.rows]
    if _cuts_wide(shown, left, right):
        return None
    found = [_best_rows(old, new, shift) for shift in shifts or _likely_shifts(old, new)]
    gain, top, bottom, shift = max(found, default=(0, 0, 0, 0))
    return Scroll(top, bottom, left, right, shift) if gain > least_gain else None


def _cuts_wide(screen: Screen, left: int, right: int) -> bool:
    edges = [column for column in (left, right) if column < screen.width]
    return any(not cell.width for row in screen.rows for cell in (row[edge] for edge in edges))


def _likely_shifts(old: list[Row], new: list[Row]) -> list[int]:
    """Let every changed row vote for where it came from; a row that stands in several places has no vote."""
    places: dict[tuple[object, ...], int] = {}
    for row, cells in enumerate(old):
        key = tuple(cells)
        places[key] = -1 if key in places else row
    votes: Counter[int] = Counter()
    for row, cells in enumerate(new):
        if cells != old[row]:
            origin = places.get(tuple(cells), -1)
            if origin >= 0:
                votes[origin - row] += 1
    return [shift for shift, _ in votes.most_common(1) if shift]


def _best_rows(old: list[Row], new: list[Row], shift: int) -> tuple[int, int, int, int]:
    """Find the rows whose drawing a shift spares most of, as (gain, top, bottom, shift) of the scroll region."""
    best = start = total = 0
    rows = (0, 0)
    for row in range(max(0, -shift), min(len(new), len(new) - shift)):
        if total <= 0:
            total, start = 0, row
        total += _cost(old[row], new[row]) - _cost(old[row + shift], new[row])
        if total > best:
            best, rows = total, (start, row + 1)
    return best, min(rows[0], rows[0] + shift), max(rows[1], rows[1] + shift), shift


def _cost(old: Row, new: Row) -> int:
    """Guess the bytes that it takes to turn one row into another."""
    if old == new:
        return 0
    cost = 0
    same = True
    for before, after in zip(old, new, strict=True):
        if before is after:
            same = True
            continue
        if same:
            cost += _STROKE_COST
            same = False
        if after.ink:
            cost += 1
    return cost
