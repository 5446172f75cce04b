"""A feed to a document that lists its articles, and to the list one chooses from."""

from __future__ import annotations

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.inlines import InlineKind
from reader.model.listing import Entry, Listing
from reader.model.metadata import Metadata
from reader.parsers.feed.entries import read_feed
from reader.sources.source import Source

__all__ = ["listing_of", "parse"]

_BROKEN = "the feed is broken: nothing in it could be read"


def parse(source: Source) -> Document:
    """Write a heading for each article, with what the feed tells of it below."""
    listing = read_feed(source.text, source.place)
    builder = DocumentBuilder()
    if listing is None:
        return builder.build(Metadata(), format=source.format, warnings=(_BROKEN,))
    _add_block(builder, BlockKind.TITLE, listing.title)
    for entry in listing.entries:
        _add_entry(builder, entry)
    return builder.build(Metadata(title=listing.title), format=source.format)


def listing_of(source: Source) -> Listing:
    """Return the articles of a feed to choose from; none where it is broken."""
    return read_feed(source.text, source.place) or Listing("", source.place, ())


def _add_entry(builder: DocumentBuilder, entry: Entry) -> None:
    builder.break_block()
    builder.open(BlockKind.HEADING, level=1)
    title = builder.add(entry.title or entry.place)
    builder.close()
    if entry.place:
        builder.add_inline(InlineKind.LINK, title, entry.place)
    _add_block(builder, BlockKind.BYLINE, " · ".join(filter(None, [entry.byline, entry.date])))
    _add_block(builder, BlockKind.PARAGRAPH, entry.summary)


def _add_block(builder: DocumentBuilder, kind: BlockKind, words: str) -> None:
    if words:
        builder.break_block()
        builder.open(kind)
        builder.add(words)
        builder.close()
