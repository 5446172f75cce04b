"""Where each character of a document stands in its decoded source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reader.model.span import Span
from reader.values import value


@value
class SourceMap:
    """Stretches of text that stand in the source character by character, in text order.

    Stretch `i` covers text offsets `[text_starts[i], text_ends[i])` and starts at `source_starts[i]`.
    Between the stretches is text the parser made (a bullet's normal form, the blank line between blocks).
    """

    text_starts: Sequence[int] = ()
    text_ends: Sequence[int] = ()
    source_starts: Sequence[int] = ()

    def to_source(self, span: Span) -> Span | None:
        """Lead a span of the text back to the source; None when an end of it was not in the source."""
        if not len(span):
            return None
        start = self.source_offset(span.start)
        last = self.source_offset(span.end - 1)
        if start is None or last is None or last < start:
            return None
        return Span(start, last + 1)

    def source_offset(self, offset: int) -> int | None:
        """Lead one offset back to the source; None when the character was not in the source."""
        index = bisect_right(self.text_starts, offset) - 1
        if index < 0 or offset >= self.text_ends[index]:
            return None
        return self.source_starts[index] + offset - self.text_starts[index]

    def nearest_source_offset(self, offset: int) -> int:
        """Lead an offset to the source, or, for a character that was not there, to the last one before it that was."""
        index = bisect_right(self.text_starts, offset) - 1
        if index < 0:
            return self.source_starts[0] if self.source_starts else 0
        inside = min(offset, self.text_ends[index] - 1)
        return self.source_starts[index] + inside - self.text_starts[index]

    def through(self, further: SourceMap) -> SourceMap:
        """Return the map from this text straight to where `further` leads, whose text is this one's source."""
        text_starts: list[int] = []
        text_ends: list[int] = []
        source_starts: list[int] = []
        for text_start, text_end, start in zip(self.text_starts, self.text_ends, self.source_starts, strict=True):
            end = start + text_end - text_start
            index = max(bisect_right(further.text_starts, start) - 1, 0)
            while index < len(further.text_starts) and further.text_starts[index] < end:
                first = max(start, further.text_starts[index])
                last = min(end, further.text_ends[index])
                if first < last:
                    text_starts.append(text_start + first - start)
                    text_ends.append(text_start + last - start)
                    source_starts.append(further.source_starts[index] + first - further.text_starts[index])
                index += 1
        return SourceMap(tuple(text_starts), tuple(text_ends), tuple(source_starts))
