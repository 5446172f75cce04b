"""A document as `verify` looks at it: its words, and for each who says it and in what one breath."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from reader.model.blocks import CONTAINERS
from reader.model.document import Document
from reader.model.quotations import Quote, QuoteKind
from reader.model.span import Span
from reader.search.fold import fold
from reader.search.words import IndexedWords

NOBODY = -1
"""The utterance of the article's own words."""


class VoicedText:
    """The words of a document and the utterances they belong to.

    An utterance is what one voice says without another one between: “…,” she said, “…” is one.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = IndexedWords(document.text)

    @cached_property
    def _outermost(self) -> Sequence[tuple[int, Quote]]:
        """Quotes that stand in no other one, with their index."""
        found: list[tuple[int, Quote]] = []
        for index, quote in enumerate(self.document.quotes):
            if not found or quote.span.start >= found[-1][1].span.end:
                found.append((index, quote))
        return found

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [quote.content.start for _, quote in self._outermost]

    @cached_property
    def _utterances(self) -> Sequence[int]:
        """The utterance of each outermost quote."""
        numbers: list[int] = []
        for order, (index, quote) in enumerate(self._outermost):
            goes_on = order > 0 and self._goes_on(self._outermost[order - 1], index, quote)
            numbers.append(numbers[-1] if goes_on else order)
        return numbers

    def _goes_on(self, before: tuple[int, Quote], index: int, quote: Quote) -> bool:
        if quote.continues is not None and before[0] <= quote.continues < index:
            return True
        if QuoteKind.MIXED in (before[1].kind, quote.kind):
            return False  # fragments of what was said: nobody said the one after the other
        voices = (before[1].attribution, quote.attribution)
        is_one_voice = all(voices) and voices[0].speaker == voices[1].speaker  # type: ignore[union-attr]
        return is_one_voice and self._block_at(before[1].span.start) == self._block_at(quote.span.start)

    @cached_property
    def _blocks(self) -> Sequence[int]:
        return [block.span.start for block in self.document.blocks if block.kind not in CONTAINERS]

    def _block_at(self, offset: int) -> int:
        return bisect_right(self._blocks, offset)

    def _quote_at(self, position: int) -> int | None:
        """Return the order of the outermost quote around a word."""
        span = self.words.span(position)
        order = bisect_right(self._starts, span.start) - 1
        return order if order >= 0 and span.end <= self._outermost[order][1].content.end else None

    def utterance_at(self, position: int) -> int:
        """Return the utterance a word belongs to, or `NOBODY`."""
        order = self._quote_at(position)
        return NOBODY if order is None else self._utterances[order]

    def utterance_bounds(self, utterance: int) -> tuple[int, int]:
        """Return the first and the last word of an utterance."""
        orders = [order for order, number in enumerate(self._utterances) if number == utterance]
        first, last = (self._outermost[order][1].content for order in (orders[0], orders[-1]))
        return self.first_word_from(first.start), self.first_word_from(last.end) - 1

    def first_word_from(self, offset: int) -> int:
        """Return the first word that starts at an offset or behind it."""
        return bisect_left(range(len(self.words)), offset, key=lambda position: self.words.span(position).start)

    def quotes_in(self, span: Span) -> tuple[int, ...]:
        """Return the quotes a passage is of: the innermost one around it, or those it goes through."""
        quotes = self.document.quotes
        around = [index for index, quote in enumerate(quotes) if quote.content.covers(span)]
        return tuple(around[-1:]) or tuple(
            index for index, _ in self._outermost if quotes[index].content.overlaps(span)
        )

    def speaker_of(self, quotes: Sequence[int]) -> tuple[str, str]:
        """Return the name and the role of who says the first of these quotes that somebody is named for."""
        for index in quotes:
            attribution = self.document.quotes[index].attribution
            if attribution is not None:
                speaker = self.document.speakers[attribution.speaker]
                return speaker.name, speaker.role
        return "", ""


def is_called(name: str, wanted: str) -> bool:
    """Tell whether a speaker may be the one that is meant: all words of the shorter name are in the longer one's."""
    shorter, longer = sorted((set(fold(each).lower.split()) for each in (name, wanted)), key=len)
    return bool(shorter) and shorter <= longer
