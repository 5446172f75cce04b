"""When a frame may go. Knows how much of what was sent the terminal has not answered for; knows no clock of its own."""

from __future__ import annotations

from collections import deque

FENCE = "\x1b[5n"
"""Asks the terminal how it is; the answer comes when all that was sent before has been read."""

_UNFENCED_AT_MOST = 256  # bytes: smaller frames share a fence
_TRIES = 3  # fences sent to a terminal that has never answered
_PATIENCE_SECONDS = 3.0  # after that, an answer is taken for lost


class Pacer:
    """Keeps at most one fenced frame on the way.

    A terminal that never answers is never waited for: it has to prove that it does by answering a first fence.
    """

    def __init__(self) -> None:
        self._sent: deque[float] = deque()
        self._unfenced = 0
        self._unanswered = 0
        self._answers = False

    @property
    def waiting(self) -> bool:
        """Is an answer due from a terminal that is known to give one?"""
        return self._answers and bool(self._sent)

    @property
    def expecting(self) -> bool:
        """Can an answer still come?"""
        return bool(self._sent)

    def wait_seconds(self, now: float) -> float:
        """Tell how long the next frame has to wait if no answer comes; 0: it may go now."""
        if not self.waiting:
            return 0.0
        return max(0.0, self._sent[-1] + _PATIENCE_SECONDS - now)

    def fence(self, size: int, now: float) -> str:
        """Take note of a frame of so many bytes, and give the fence that has to follow it, if any."""
        self._unfenced += size
        if self._sent and now - self._sent[-1] >= _PATIENCE_SECONDS:
            self._sent.clear()  # lost; what still comes of them lets a frame go early, and no more
        if self._answers:
            if self._unfenced < _UNFENCED_AT_MOST:
                return ""
        elif self._unanswered >= _TRIES:
            return ""
        self._unfenced = 0
        self._unanswered += 1
        self._sent.append(now)
        if self._unanswered > _TRIES:
            self._answers = False  # it has fallen silent
        return FENCE

    def answered(self) -> None:
        """Take note of an answer."""
        self._answers = True
        self._unanswered = 0
        if self._sent:
            self._sent.popleft()
