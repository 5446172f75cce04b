"""Finding words in one document: over its text, not over lines drawn or lines of the source."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left

from reader.model.span import Span
from reader.search.fold import Folded, fold


class Matches:
    """Every place where a query stands, in document order, without overlap."""

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])

    def first_from(self, offset: int) -> int | None:
        """Return the index of the first match at or behind an offset, around the end; None without matches."""
        if not len(self):
            return None
        return bisect_left(self.starts, offset) % len(self)


def find_matches(folded: Folded, query: str) -> Matches:
    """Find a phrase: any white space between its words, marks and accents as they come.

    Smart case: capitals count only when the query has one, accents never do.
    """
    needle = fold(query).text
    words = needle.split()
    starts, ends = array("q"), array("q")
    if words:
        haystack = folded.text if needle != needle.lower() else folded.lower
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
        for match in pattern.finditer(haystack):
            span = folded.original(*match.span())
            starts.append(span.start)
            ends.append(span.end)
    return Matches(starts, ends)
