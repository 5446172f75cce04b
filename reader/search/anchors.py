"""Words found again in a text that may have changed: by their place, by themselves, by what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.model.span import Span
from reader.search.find import Matches, find_matches
from reader.search.fold import Folded, fold

FEWEST_WORDS = 3
"""Fewer words stand anywhere; they lead nowhere without what stands around them."""
_LONGEST_GROWTH = 4
"""How many times longer words may have become between what stands before and after them."""


class Anchor(NamedTuple):
    """Words, where they stood, and what stood around them."""

    start: int
    words: str
    before: str = ""
    after: str = ""


class Change(StrEnum):
    """What has happened to the words since."""

    NONE = "none"
    MOVED = "moved"
    """The same words stand elsewhere."""
    ALTERED = "altered"
    """Other words stand there now, or only some of them."""


class Found(NamedTuple):
    """Where the words are now."""

    span: Span
    change: Change


class Places:
    """Finds anchors in one text; it is folded once, when something has moved."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: Folded | None = None

    def find(self, anchor: Anchor) -> Found | None:
        """Find an anchor's words; None when they are gone."""
        span = Span(anchor.start, anchor.start + len(anchor.words))
        if span.cut(self._text) == anchor.words and self._agrees(anchor, span):
            return Found(span, Change.NONE)
        same = self._same_words(anchor)
        if same is not None:
            return Found(same, Change.MOVED)
        altered = self._between(anchor) or self._part(anchor)
        return None if altered is None else Found(altered, Change.ALTERED)

    def nearest(self, words: Sequence[str], offset: int) -> int | None:
        """Return where these words begin, the place nearest to an offset; fewer and fewer of them are tried."""
        while len(words) >= FEWEST_WORDS:
            matches = self._matches(" ".join(words))
            if len(matches):
                return min(matches.starts, key=lambda start: abs(start - offset))
            words = words[: len(words) // 2] if len(words) > 2 * FEWEST_WORDS else words[:-1]
        return None

    def _agrees(self, anchor: Anchor, span: Span) -> bool:
        """Tell whether the text around is the same, so that “the” is not taken for another one."""
        text = self._text
        return text[max(0, span.start - len(anchor.before)) : span.start] == anchor.before and text.startswith(
            anchor.after, span.end
        )

    def _same_words(self, anchor: Anchor) -> Span | None:
        matches = self._matches(anchor.words)
        spans = [matches[index] for index in range(len(matches))]
        if not spans:
            return None
        best = max(spans, key=lambda span: (self._likeness(anchor, span), -abs(span.start - anchor.start)))
        is_long = len(anchor.words.split()) >= FEWEST_WORDS
        return best if is_long or self._likeness(anchor, best) >= FEWEST_WORDS else None

    def _likeness(self, anchor: Anchor, span: Span) -> int:
        """Count the characters around that are as they were, up to the first that is not."""
        before = self._text[max(0, span.start - len(anchor.before)) : span.start]
        after = self._text[span.end : span.end + len(anchor.after)]
        return _common(reversed(before), reversed(anchor.before)) + _common(after, anchor.after)

    def _between(self, anchor: Anchor) -> Span | None:
        """Return what stands between the words before and the words after, where those still stand."""
        before, after = " ".join(anchor.before.split()[1:]), " ".join(anchor.after.split()[:-1])
        if min(len(before.split()), len(after.split())) < FEWEST_WORDS:
            return None
        begins, ends = self._matches(before), self._matches(after)
        longest = _LONGEST_GROWTH * len(anchor.words) + 80
        pairs = [
            (abs(begins.ends[one] - anchor.start), begins.ends[one], end)
            for one in range(len(begins))
            for end in ends.starts
            if 0 < end - begins.ends[one] <= longest
        ]
        if not pairs:
            return None
        _, start, end = min(pairs)
        return self._stripped(start, end)

    def _part(self, anchor: Anchor) -> Span | None:
        """Return as many of the first words as still stand together, or of the last."""
        words = anchor.words.split()
        for count in range(len(words) - 1, max(FEWEST_WORDS, len(words) // 2) - 1, -1):
            for part in (words[:count], words[-count:]):
                matches = self._matches(" ".join(part))
                if len(matches):
                    index = min(range(len(matches)), key=lambda index: abs(matches.starts[index] - anchor.start))
                    return matches[index]
        return None

    def _stripped(self, start: int, end: int) -> Span | None:
        inside = self._text[start:end]
        start += len(inside) - len(inside.lstrip())
        end -= len(inside) - len(inside.rstrip())
        return Span(start, end) if start < end else None

    def _matches(self, words: str) -> Matches:
        if self._folded is None:
            self._folded = fold(self._text)
        return find_matches(self._folded, words)


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
