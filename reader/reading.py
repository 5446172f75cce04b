"""From a place to a document with its quotes: the one call both front ends make."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.model.document import Document
from reader.sources.folder import is_folder
from reader.values import value

if TYPE_CHECKING:
    from reader.model.listing import Entry, Listing
    from reader.sources.load import Piped, Unread
    from reader.sources.source import Source

LONG_TEXT = 300_000
"""Characters; a text as long takes a third of a second to read on, a second process a tenth to start."""


def read(place: str, *, format: str | None = None) -> Document:
    """Read what stands at a path or URL (or “-”, standard input) and find its quotes; raises `SourceError`.

    A folder is read as the list of its articles.
    """
    document = read_without_quotes(place, format=format)
    from reader.quotes import find_quotes  # its tables; what cannot be read needs them never

    return find_quotes(document)


def read_without_quotes(place: str, *, format: str | None = None) -> Document:
    """Read and parse, for what shows no quotes; raises `SourceError`."""
    if is_folder(place):
        return _open_folder(place).first
    from reader.parsers import parse
    from reader.sources.load import load_source

    return parse(load_source(place, format=format))


@value
class Opening:
    """A place opened for reading: its first page at once, the rest when there is time."""

    place: str
    first: Document
    """Without quotes, and of a long text the first part only; offsets in it hold in the whole."""
    rest: Source | Unread | Piped | None
    """The whole source, or where to read it, when `first` is only a part of it."""
    has_quotes: bool = False
    """True when `first` is all there is to know."""
    listing: Listing | None = None
    """The articles to choose from, of a feed or a folder; `first` lists them too."""

    def stages(self) -> Iterator[tuple[Document, bool]]:
        """Yield what is known next, and whether that is all: the whole text, then the text with its quotes.

        Raises `SourceError` when the file has gone since its head was read.
        """
        from reader.quotes import find_quotes

        if self.rest is None:
            yield (self.first if self.has_quotes else find_quotes(self.first)), True
            return
        from reader.sources.load import Piped, Unread

        rest = self.rest.load() if isinstance(self.rest, Piped) else self.rest
        if isinstance(rest, Unread) or rest.data or len(rest.text) >= LONG_TEXT:
            from reader.reading_on import read_on  # processes and pickles

            try:
                yield from read_on(rest)
                return
            except (EOFError, OSError):
                pass  # no second process is to be had: read on in this one
        from reader.parsers import parse

        document = parse(rest.load() if isinstance(rest, Unread) else rest)
        yield document, False
        yield find_quotes(document), True


def open_place(place: str, *, format: str | None = None) -> Opening:
    """Open a place for reading; raises `SourceError`."""
    if is_folder(place):
        return _open_folder(place)
    from reader.parsers import first_part, parse
    from reader.sources.load import STDIN, Unread, load_head, load_piped_head, load_source

    if place == STDIN and sys.stdin is not None:
        first, piped = load_piped_head(sys.stdin.buffer, format=format)
        if piped is None:
            return _opening_of(first)
        return Opening(STDIN, parse(first_part(first) or first), piped)
    head = load_head(place, format=format)
    if head is not None and (part := first_part(head)) is not None:
        return Opening(head.place, parse(part), Unread(place, format))
    return _opening_of(load_source(place, format=format))


def _opening_of(source: Source) -> Opening:
    from reader.parsers import first_part, parse

    part = first_part(source)
    listing = None
    if source.format == "feed":
        from reader.parsers.feed import listing_of  # its XML

        listing = listing_of(source)
    return Opening(source.place, parse(part or source), source if part is not None else None, listing=listing)


def open_entry(entry: Entry) -> Opening:
    """Open an article of a list: what the list holds of it, else what stands at its place; raises `SourceError`."""
    if not entry.content:
        return open_place(entry.place)
    from dataclasses import replace

    from reader.parsers import parse
    from reader.sources.source import Source

    document = parse(Source(entry.place, entry.content, "html"))
    given = document.metadata
    metadata = replace(
        given,
        title=entry.title or given.title,
        byline=given.byline or entry.byline,
        date=given.date or entry.date,
    )
    return Opening(entry.place, replace(document, metadata=metadata), None)


def _open_folder(place: str) -> Opening:
    from reader.model.listed import list_entries
    from reader.sources.folder import read_folder

    listing = read_folder(place)
    return Opening(place, list_entries(listing, "folder"), None, has_quotes=True, listing=listing)
