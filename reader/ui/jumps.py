"""Where the reader jumped from, to go back and forward again, as vim's jump list does."""

from __future__ import annotations

from typing import Generic, TypeVar

Place = TypeVar("Place")


class Jumps(Generic[Place]):
    """Places left behind; going somewhere new forgets what lay ahead."""

    def __init__(self, most: int = 100) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        self._most = most

    def leave(self, place: Place) -> None:
        """Remember a place that is left by a jump."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[: -self._most]
        self._ahead.clear()

    def back(self, place: Place) -> Place | None:
        """Return the place last left, and remember this one as lying ahead; None when there is none."""
        return self._move(self._behind, self._ahead, place)

    def forward(self, place: Place) -> Place | None:
        """Return the place that `back` came from; None when there is none."""
        return self._move(self._ahead, self._behind, place)

    @staticmethod
    def _move(source: list[Place], target: list[Place], place: Place) -> Place | None:
        if not source:
            return None
        target.append(place)
        return source.pop()
