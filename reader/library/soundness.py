"""Whether a document that came from elsewhere holds together: types, and offsets that lie in the text."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model.document import Document
from reader.model.span import Span


def refuse_nonsense(document: Document) -> None:
    """Raise `ValueError` for a document that no parser makes and that something would trip over later."""
    end = len(document.text)
    _refuse_unless(all(isinstance(words, str) for words in _strings(document)), "a string")
    _refuse_unless(all(_is_span(span, end) for span in _spans(document)), "a span in the text")
    numbers = (document.size, *(number for block in document.blocks for number in (block.depth, block.level)))
    _refuse_unless(all(_is_offset(number) for number in numbers), "a number")
    columns = (document.source_map.text_starts, document.source_map.text_ends, document.source_map.source_starts)
    _refuse_unless(len({len(column) for column in columns}) == 1, "a map to the source")
    _refuse_unless(all(_is_offset(number) for column in columns for number in column), "a map to the source")
    for index, quote in enumerate(document.quotes):
        _refuse_unless(quote.continues is None or _is_offset(quote.continues, index), "an earlier quote")
        _refuse_unless(quote.span.covers(quote.content), "the words of a quote")
        given = quote.attribution
        if given is not None:
            _refuse_unless(_is_offset(given.speaker, len(document.speakers)), "a speaker")
            _refuse_unless(isinstance(given.confidence, int | float) and 0 <= given.confidence <= 1, "a confidence")


def _strings(document: Document) -> Iterable[object]:
    metadata = document.metadata
    yield from (metadata.title, metadata.byline, metadata.date, metadata.source, document.format, document.encoding)
    yield from (words for pair in metadata.extra for words in pair)
    yield from document.warnings
    yield from (block.info for block in document.blocks)
    yield from (inline.target for inline in document.inlines)
    yield from (words for speaker in document.speakers for words in (speaker.name, speaker.role))
    for quote in document.quotes:
        if quote.attribution is not None:
            yield from (quote.attribution.rule, quote.attribution.reason)


def _spans(document: Document) -> Iterable[Span]:
    for block in document.blocks:
        yield block.span
        if block.label is not None:
            yield block.label
    yield from (inline.span for inline in document.inlines)
    yield from (mention.span for speaker in document.speakers for mention in speaker.mentions)
    for quote in document.quotes:
        yield from (quote.span, quote.content)
        if quote.attribution is not None:
            yield from (span for span in (quote.attribution.mention, quote.attribution.cue) if span is not None)


def _is_span(span: Span, end: int) -> bool:
    return _is_offset(span.start) and _is_offset(span.end, end + 1) and span.start <= span.end


def _is_offset(number: object, end: int = 1 << 40) -> bool:
    return type(number) is int and 0 <= number < end


def _refuse_unless(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(f"not {what}")
