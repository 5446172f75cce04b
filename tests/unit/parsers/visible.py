"""What of a document a reader sees that came from the source: its text without white space, labels and rules."""

from __future__ import annotations

from reader.model.blocks import BlockKind
from reader.model.document import Document
from reader.model.span import Span


def squeeze(text: str) -> str:
    """Leave the white space out."""
    return "".join(text.split())


def visible_text(document: Document) -> str:
    """Return the text without the labels and rules a parser writes."""
    left_out = [block.label for block in document.blocks if block.label]
    left_out += [block.span for block in document.blocks if block.kind is BlockKind.RULE]
    return squeeze(_without(document.text, left_out))


def _without(text: str, spans: list[Span]) -> str:
    pieces = []
    start = 0
    for span in sorted(spans):
        pieces.append(text[start : max(start, span.start)])
        start = max(start, span.end)
    return "".join([*pieces, text[start:]])
