"""A page to a document."""

from __future__ import annotations

from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.parsers.markup import parse_tree, read_markup
from reader.sources.source import Source


def parse_page(source: Source) -> Document:
    """Parse a page, all of it."""
    return parse(source)


def parse(source: Source) -> Document:
    """Parse a page."""
    builder = DocumentBuilder()
    read_markup(parse_tree(source.text), builder)
    return builder.build(Metadata(), format="html")
