"""Documents and quotes as the JSON objects that docs/json.md promises, with the version of that promise.

Offsets count characters (code points), not bytes; what is not known is null.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeAlias

from reader.model.document import Document
from reader.model.quotations import Clue, Quote
from reader.model.sections import Section, section_path
from reader.model.span import Span

SCHEMA = 1
"""Goes up when a field changes its meaning or goes away; new fields do not count."""

Record: TypeAlias = dict[str, object]

QUOTE_FIELDS = (
    "id",
    "text",
    "speaker",
    "role",
    "mention",
    "cue",
    "kind",
    "rule",
    "reason",
    "confidence",
    "section",
    "start",
    "end",
    "source_start",
    "source_end",
    "mention_start",
    "mention_end",
    "continues",
)
"""In the order they are written, which is that of CSV's columns."""


def quote_record(document: Document, quote: Quote, number: int) -> Record:
    """Return one quote as a JSON object; `number` counts the document's quotes from 1."""
    fields = {
        "id": number,
        "text": quote.content.cut(document.text),
        **_attribution_fields(document, quote),
        "kind": str(quote.kind),
        "section": [section.title for section in section_path(document.sections, quote.span.start)],
        "start": quote.content.start,
        "end": quote.content.end,
        **_source_fields(document, "source", quote.content),
        "continues": None if quote.continues is None else quote.continues + 1,
    }
    return {name: fields.get(name) for name in QUOTE_FIELDS}


def outline_record(document: Document) -> Record:
    """Return what the document says of itself and its section tree as a JSON object."""
    metadata = document.metadata
    return {
        "schema": SCHEMA,
        "title": metadata.title or None,
        "byline": metadata.byline or None,
        "date": metadata.date or None,
        "source": metadata.source or None,
        "format": document.format,
        "quotes": len(document.quotes),
        "sections": _section_records(document, document.sections),
    }


def count_quotes(document: Document, section: Section) -> int:
    """Count the quotes that stand in a section or in one under it."""
    first = bisect_left(document.quotes, section.span.start, key=_start)
    return bisect_left(document.quotes, section.span.end, lo=first, key=_start) - first


def _start(quote: Quote) -> int:
    return quote.span.start


def _attribution_fields(document: Document, quote: Quote) -> Record:
    attribution = quote.attribution
    if attribution is None:
        return _clue_fields(document, quote.clue) if quote.clue is not None else {}
    speaker = document.speakers[attribution.speaker]
    return {
        "speaker": speaker.name,
        "role": speaker.role or None,
        "mention": _cut(document, attribution.mention),
        "cue": _cut(document, attribution.cue),
        "rule": attribution.rule,
        "reason": attribution.reason,
        "confidence": round(attribution.confidence, 3),
        **_source_fields(document, "mention", attribution.mention),
    }


def _clue_fields(document: Document, clue: Clue) -> Record:
    """Tell what points at an unknown speaker."""
    return {
        "mention": _cut(document, clue.mention),
        "cue": _cut(document, clue.cue),
        "rule": clue.rule,
        "reason": clue.reason,
        **_source_fields(document, "mention", clue.mention),
    }


def _source_fields(document: Document, name: str, span: Span | None) -> Record:
    source = None if span is None else document.source_map.to_source(span)
    return {
        f"{name}_start": None if source is None else source.start,
        f"{name}_end": None if source is None else source.end,
    }


def _section_records(document: Document, sections: Sequence[Section]) -> list[Record]:
    return [
        {
            "title": section.title,
            "level": section.level,
            "quotes": count_quotes(document, section),
            "start": section.span.start,
            "end": section.span.end,
            **_source_fields(document, "heading", section.heading),
            "sections": _section_records(document, section.children),
        }
        for section in sections
    ]


def _cut(document: Document, span: Span | None) -> str | None:
    return None if span is None else span.cut(document.text)
