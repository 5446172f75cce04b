"""From a place to a document with its quotes: the one call both front ends make."""

from __future__ import annotations

from reader.model.document import Document


def read(place: str, *, format: str | None = None) -> Document:
    """Read what stands at a path (or “-”, standard input) and find its quotes; raises `SourceError`."""
    from reader.quotes import find_quotes  # its tables; what only prints the text returns before this line

    return find_quotes(read_without_quotes(place, format=format))


def read_without_quotes(place: str, *, format: str | None = None) -> Document:
    """Read and parse, for what shows no quotes; raises `SourceError`."""
    from reader.parsers import parse
    from reader.sources.load import load_source

    return parse(load_source(place, format=format))
