"""The document: one immutable text and everything known about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.blocks import Block
from reader.model.inlines import Inline
from reader.model.metadata import Metadata
from reader.model.sections import Section
from reader.model.sourcemap import SourceMap
from reader.values import value

if TYPE_CHECKING:
    from reader.model.quotations import (  # 2 ms that the first page of a text, without quotes, need not wait for
        Quote,
        Speaker,
    )


@value
class Document:
    """What every pane and every command reads; nobody changes it after `reading.read`.

    `text` is what `pullquote text` prints unwrapped: blocks apart by a blank line, the items of a list by one
    newline, cells of a row by a tab, hard-wrapped paragraphs joined. Labels (bullets, “NAME: ”) are part of it.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()
    sections: tuple[Section, ...] = ()
    metadata: Metadata = Metadata()
    source_map: SourceMap = SourceMap()
    quotes: tuple[Quote, ...] = ()
    """In order of their start; they may nest but never cross."""
    speakers: tuple[Speaker, ...] = ()
    """In order of their first quote."""
    format: str = "text"
    """Of the source: a name of the table in `sources.formats`."""
    warnings: tuple[str, ...] = ()
    """What the parser could not read, a sentence each."""
    encoding: str = ""
    """The codec that decoded the source, or most of it; empty where there was none to choose."""
    size: int = 0
    """Bytes of the source as it was read; 0 when nobody counted."""
