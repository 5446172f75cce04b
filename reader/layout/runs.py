"""A line divided into runs of one look each. Pure: knows roles, not colours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.layout.ranges import Ranges, Role

Run = tuple[str, tuple[Role, ...]]
"""The characters of a run and their roles, weakest first."""


def divide(text: str, start: int, end: int, layers: Sequence[Ranges], base: tuple[Role, ...] = ()) -> list[Run]:
    """Divide `text[start:end]` where a range of any layer begins or ends.

    Every run has the roles of `base`, then those of the layers in their order; a later role is stronger.
    """
    met = [
        (max(range_start, start), min(range_end, end), role)
        for layer in layers
        for range_start, range_end, role in sorted(layer.meeting(start, end))
    ]
    if not met:
        return [(text[start:end], base)] if end > start else []
    cuts = sorted({start, end, *(cut for left, right, _ in met for cut in (left, right))})
    return [
        (text[left:right], base + tuple(role for first, last, role in met if first <= left and right <= last))
        for left, right in pairwise(cuts)
    ]
