"""A half-open range of offsets into a text. Knows nothing of what the text says."""

from __future__ import annotations

from reader.values import value


@value
class Span:
    """The characters from `start` up to, not including, `end`; offsets count code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span from {self.start} to {self.end}")

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __le__(self, other: Span) -> bool:
        return (self.start, self.end) <= (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def cut(self, text: str) -> str:
        """Cut the characters of this span out of the text."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether every offset of the other span lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one offset."""
        return self.start < other.end and other.start < self.end
