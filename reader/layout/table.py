"""How a table's cells share a width. Knows cells and widths, not rows on a screen."""

from __future__ import annotations

from collections.abc import Sequence

GAP = 2
"""Cells between two columns."""
NARROWEST = 4
"""No column is made narrower; a table that would need it is laid out cell under cell."""


def column_widths(natural: Sequence[int], width: int) -> list[int] | None:
    """Share `width` cells among columns of these natural widths; None when they cannot stand side by side.

    The widest columns give first, so that narrow ones (numbers, names) stay whole.
    """
    room = width - GAP * (len(natural) - 1)
    if sum(natural) <= room:
        return list(natural)
    if room < NARROWEST * len(natural):
        return None
    widths = [0] * len(natural)
    left = room
    by_need = sorted(range(len(natural)), key=lambda column: natural[column])
    for rank, column in enumerate(by_need):
        fair = left // (len(natural) - rank)
        widths[column] = min(max(natural[column], 1), max(fair, NARROWEST))
        left -= widths[column]
    return widths
