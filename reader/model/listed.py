"""A list of articles as a document, for whoever reads it instead of choosing from it."""

from __future__ import annotations

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.inlines import InlineKind
from reader.model.listing import Entry, Listing
from reader.model.metadata import Metadata


def list_entries(listing: Listing, format: str) -> Document:
    """Write a heading for each article, with what the list tells of it below; a list of mere names as a list."""
    builder = DocumentBuilder()
    _add_block(builder, BlockKind.TITLE, listing.title)
    if any(entry.summary or entry.byline for entry in listing.entries):
        for entry in listing.entries:
            _add_described(builder, entry)
    elif listing.entries:
        _add_names(builder, listing.entries)
    return builder.build(Metadata(title=listing.title), format=format)


def _add_described(builder: DocumentBuilder, entry: Entry) -> None:
    builder.break_block()
    builder.open(BlockKind.HEADING, level=1)
    title = builder.add(entry.title or entry.place)
    builder.close()
    if entry.place:
        builder.add_inline(InlineKind.LINK, title, entry.place)
    _add_block(builder, BlockKind.BYLINE, " · ".join(filter(None, [entry.byline, entry.date])))
    _add_block(builder, BlockKind.PARAGRAPH, entry.summary)


def _add_names(builder: DocumentBuilder, entries: tuple[Entry, ...]) -> None:
    builder.break_block()
    builder.open(BlockKind.LIST)
    for entry in entries:
        builder.break_block("\n")
        builder.open(BlockKind.ITEM)
        label = builder.add("• ")
        builder.open(BlockKind.PARAGRAPH)
        builder.add(entry.title)
        builder.close()
        builder.close(label=label)
    builder.close()


def _add_block(builder: DocumentBuilder, kind: BlockKind, words: str) -> None:
    if words:
        builder.break_block()
        builder.open(kind)
        builder.add(words)
        builder.close()
