"""Ranges of offsets with a role, and which of them a line meets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

Role = str
"""What characters are to the eye: “quote”, “match”, “heading”; the painter knows its look."""


class Ranges:
    """Ranges ordered by start; they may nest. Meeting a line costs what the line holds, not what the document does."""

    def __init__(self, ranges: Iterable[tuple[int, int, Role]] = ()) -> None:
        self._ranges: Sequence[tuple[int, int, Role]] = [given for given in ranges if given[0] < given[1]]
        self._starts = [start for start, _, _ in self._ranges]
        self._furthest_ends: list[int] = []
        furthest = 0
        for _, end, _ in self._ranges:
            furthest = max(furthest, end)
            self._furthest_ends.append(furthest)

    def __len__(self) -> int:
        return len(self._ranges)

    def meeting(self, start: int, end: int) -> Iterator[tuple[int, int, Role]]:
        """Yield the ranges that share a character with `[start, end)`, or go on over an empty line, last first."""
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._furthest_ends[index] > start:
            if self._ranges[index][1] > start:
                yield self._ranges[index]
            index -= 1
