"""A document as bytes and back: what is stored so that opening a library's article never parses it again.

Columns of numbers and strings as JSON, deflated. A library may come from somebody else: nothing in it can run as code,
and what could steer a terminal is damage. Sections are not stored; they follow from the headings.
"""

from __future__ import annotations

import json
import re
import zlib
from typing import Any

from reader.errors import DamagedLibraryError
from reader.library.soundness import refuse_nonsense
from reader.model.blocks import Block, BlockKind
from reader.model.document import Document
from reader.model.inlines import Inline, InlineKind
from reader.model.metadata import Metadata
from reader.model.quotations import Attribution, Clue, Mention, MentionKind, Quote, QuoteKind, Speaker
from reader.model.sections import Section, build_sections
from reader.model.sourcemap import SourceMap
from reader.model.span import Span
from reader.sources.safe import make_safe

_LEVEL = 6
# A clue has fewer fields than an attribution.
_CLUE_FIELDS = 4
# The characters of `sources.safe`, as JSON in ASCII writes them.
_STEERING = re.compile(rb"\\u(?:00[01]|007f|00[89]|061c|200[ef]|202[89a-e]|206[6-9])", re.IGNORECASE)


def pack_text(text: str) -> bytes:
    """Return a text as it is stored."""
    return zlib.compress(text.encode("utf-8"), _LEVEL)


def unpack_text(data: bytes) -> str:
    """Return a stored text; raises `DamagedLibraryError`."""
    try:
        text = zlib.decompress(data).decode("utf-8")
        if make_safe(text) != text:
            raise ValueError("not a text of ours")
        return text
    except (zlib.error, ValueError) as error:
        raise DamagedLibraryError("a text of the library is damaged") from error


def pack_structure(document: Document) -> bytes:
    """Return all of a document but its text, as it is stored."""
    return zlib.compress(json.dumps(structure_record(document), separators=(",", ":")).encode(), _LEVEL)


def unpack_document(text: bytes, structure: bytes) -> Document:
    """Return a stored document; raises `DamagedLibraryError`."""
    try:
        return document_of(unpack_text(text), load_structure(zlib.decompress(structure)))
    except (zlib.error, ValueError, LookupError, TypeError) as error:
        raise DamagedLibraryError("a document of the library is damaged") from error


def unpack_sections(text: str, structure: bytes) -> tuple[Section, ...]:
    """Return only the sections of a stored document: a tenth of the time when twenty articles are shown."""
    try:
        rows = load_structure(zlib.decompress(structure))["blocks"]
        headings = [Block(BlockKind.HEADING, Span(row[1], row[2]), level=row[4]) for row in rows if row[0] == "heading"]
    except (zlib.error, ValueError, LookupError, TypeError) as error:
        raise DamagedLibraryError("a document of the library is damaged") from error
    return build_sections(text, headings)


def load_structure(data: bytes) -> dict[str, Any]:
    """Read stored lists; raises `ValueError` for what we would never write."""
    if not data.isascii() or _STEERING.search(data):
        raise ValueError("not a structure of ours")
    record: dict[str, Any] = json.loads(data)
    return record


def structure_record(document: Document) -> dict[str, Any]:
    """Return all of a document but its text as JSON-able lists."""
    metadata, source_map = document.metadata, document.source_map
    return {
        "metadata": [metadata.title, metadata.byline, metadata.date, metadata.source, metadata.extra],
        "blocks": [
            [block.kind, *_ends(block.span), block.depth, block.level, _ends(block.label), block.info]
            for block in document.blocks
        ],
        "inlines": [[inline.kind, *_ends(inline.span), inline.target] for inline in document.inlines],
        "source": [source_map.text_starts, source_map.text_ends, source_map.source_starts],
        "speakers": [
            [speaker.name, speaker.role, [[*_ends(mention.span), mention.kind] for mention in speaker.mentions]]
            for speaker in document.speakers
        ],
        "quotes": [_quote_row(quote) for quote in document.quotes],
        "format": document.format,
        "warnings": document.warnings,
        "encoding": document.encoding,
        "size": document.size,
    }


def document_of(text: str, record: dict[str, Any]) -> Document:
    """Make the document of a text and the lists; raises `ValueError`, `LookupError` or `TypeError` for nonsense."""
    title, byline, date, source, extra = record["metadata"]
    blocks = tuple(
        Block(BlockKind(kind), Span(start, end), depth, level, _span(label), info)
        for kind, start, end, depth, level, label, info in record["blocks"]
    )
    document = Document(
        text=text,
        blocks=blocks,
        inlines=tuple(Inline(InlineKind(kind), Span(start, end), at) for kind, start, end, at in record["inlines"]),
        sections=build_sections(text, blocks),
        metadata=Metadata(title, byline, date, source, tuple((name, value) for name, value in extra)),
        source_map=SourceMap(*(tuple(column) for column in record["source"])),
        quotes=tuple(_quote(row) for row in record["quotes"]),
        speakers=tuple(_speaker(row) for row in record["speakers"]),
        format=record["format"],
        warnings=tuple(record["warnings"]),
        encoding=record.get("encoding", ""),  # libraries of version 1.0 do not know it
        size=record.get("size", 0),
    )
    refuse_nonsense(document)
    return document


def _ends(span: Span | None) -> list[int]:
    return [] if span is None else [span.start, span.end]


def _span(ends: list[int]) -> Span | None:
    return Span(*ends) if ends else None


def _quote_row(quote: Quote) -> list[Any]:
    row = [*_ends(quote.span), *_ends(quote.content), quote.kind, quote.continues, int(quote.is_closed)]
    given, clue = quote.attribution, quote.clue
    if given is None:
        return [*row, [_ends(clue.mention), clue.rule, clue.reason, _ends(clue.cue)]] if clue else row
    evidence = [given.speaker, given.rule, given.reason, given.confidence, _ends(given.mention), _ends(given.cue)]
    return [*row, evidence]


def _quote(row: list[Any]) -> Quote:
    start, end, content_start, content_end, kind, continues, is_closed, *evidence = row
    attribution = clue = None
    if evidence and len(evidence[0]) == _CLUE_FIELDS:
        (start_of_mention, end_of_mention), rule, reason, cue = evidence[0]
        clue = Clue(Span(start_of_mention, end_of_mention), rule, reason, _span(cue))
    elif evidence:
        speaker, rule, reason, confidence, mention, cue = evidence[0]
        attribution = Attribution(speaker, rule, reason, confidence, _span(mention), _span(cue))
    return Quote(
        Span(start, end),
        Span(content_start, content_end),
        QuoteKind(kind),
        attribution,
        continues,
        bool(is_closed),
        clue,
    )


def _speaker(row: list[Any]) -> Speaker:
    name, role, mentions = row
    return Speaker(name, role, tuple(Mention(Span(start, end), MentionKind(kind)) for start, end, kind in mentions))
