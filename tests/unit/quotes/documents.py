"""Documents from bare text: paragraphs apart by blank lines, offsets those of the text itself."""

from __future__ import annotations

import re

from reader.model.blocks import Block, BlockKind
from reader.model.document import Document
from reader.model.span import Span

_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t\xa0]*\n))*")


def document_of(text: str) -> Document:
    """Make a document of paragraphs; hard-wrapped lines are joined by spaces, so that no offset moves."""
    joined = re.sub(r"(?<!\n)\n(?![ \t\xa0]*\n|\n)", " ", text)
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(match.start(), match.start() + len(match.group().rstrip())))
        for match in _PARAGRAPH.finditer(joined)
    )
    return Document(text=joined, blocks=blocks)
