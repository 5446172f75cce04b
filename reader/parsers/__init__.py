"""A source to a document. A format's parser is imported when a source of that format comes."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import cast

from reader.garbage import uncollected
from reader.model.document import Document
from reader.parsers.parts import first_part
from reader.sources.formats import BY_NAME
from reader.sources.source import Source

__all__ = ["first_part", "parse"]


def parse(source: Source) -> Document:
    """Parse a source by its format; any text gives a document, what could not be read becomes a warning on it.

    Raises `SourceError` for a book or an office file that is none, or whose converter is not installed.
    """
    parser = import_module(BY_NAME[source.format].parser)  # 46 ms for Markdown, which plain text need not pay
    with uncollected():
        document = cast(Document, parser.parse(source))
    document = replace(document, encoding=document.encoding or source.encoding, size=source.size)
    if source.accessed:
        extra = (*document.metadata.extra, ("accessed", source.accessed))
        document = replace(document, metadata=replace(document.metadata, extra=extra))
    if source.safe_map is None:
        return document
    # Marks took the place of shorter characters: the map must lead past them to the text as it was decoded.
    return replace(document, source_map=document.source_map.through(source.safe_map))
