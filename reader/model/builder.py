"""How a parser writes a document: text piece by piece, blocks opened and closed around it."""

from __future__ import annotations

from dataclasses import replace

from reader.model.blocks import Block, BlockKind
from reader.model.document import Document
from reader.model.inlines import Inline, InlineKind
from reader.model.metadata import Metadata
from reader.model.sections import build_sections
from reader.model.sourcemap import SourceMap
from reader.model.span import Span
from reader.values import value


@value
class _OpenBlock:
    index: int
    start: int
    kind: BlockKind
    level: int
    info: str


class DocumentBuilder:
    """Collects the text and keeps its spans true; `build` makes the document.

    Separators are the parser's own pieces: `break_block("\\n\\n")` puts one only between two texts, so that no
    document begins or ends with blank space.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._offset = 0
        self._separator = ""
        self._blocks: list[Block | None] = []
        self._open: list[_OpenBlock] = []
        self._inlines: list[Inline] = []
        self._map: tuple[list[int], list[int], list[int]] = ([], [], [])

    @property
    def offset(self) -> int:
        """The offset at which the next piece of text will stand, a waiting separator counted."""
        return self._offset + len(self._separator)

    def break_block(self, separator: str = "\n\n") -> None:
        """Ask for a separator before the next text; the longest one asked for wins."""
        if self._offset and len(separator) > len(self._separator):
            self._separator = separator

    def open(self, kind: BlockKind, *, level: int = 0, info: str = "") -> None:
        """Open a block that starts with the next text."""
        self._open.append(_OpenBlock(len(self._blocks), self.offset, kind, level, info))
        self._blocks.append(None)

    def close(self, *, label: Span | None = None) -> None:
        """Close the block opened last, behind the last text; an empty one stays, with an empty span."""
        block = self._open.pop()
        start = min(block.start, self._offset)
        self._blocks[block.index] = Block(
            block.kind,
            Span(start, self._offset),
            depth=len(self._open),
            level=block.level,
            label=label,
            info=block.info,
        )

    def add(self, piece: str, source_offset: int | None = None) -> Span:
        """Add text; `source_offset` says where it stands in the source, character by character."""
        if not piece:
            return Span(self.offset, self.offset)
        if self._separator:
            self._pieces.append(self._separator)
            self._offset += len(self._separator)
            self._separator = ""
        start = self._offset
        self._pieces.append(piece)
        self._offset += len(piece)
        if source_offset is not None:
            self._add_stretch(start, self._offset, source_offset)
        return Span(start, self._offset)

    def add_inline(self, kind: InlineKind, span: Span, target: str = "") -> None:
        """Note what a run of the text already added is."""
        self._inlines.append(Inline(kind, span, target))

    def add_document(self, document: Document, *, without_title: bool = False) -> None:
        """Add all that another document shows, into the blocks that are open here."""
        blocks = document.blocks
        first = 0
        if without_title and blocks and blocks[0].kind is BlockKind.TITLE:
            first = blocks[1].span.start if len(blocks) > 1 else len(document.text)
            blocks = blocks[1:]
        if first >= len(document.text):
            return
        self.break_block()
        shift = self.add(document.text[first:]).start - first
        for block in blocks:
            label = block.label and _shifted(block.label, shift)
            self._blocks.append(
                replace(block, span=_shifted(block.span, shift), depth=block.depth + len(self._open), label=label)
            )
        for inline in document.inlines:
            if inline.span.start >= first:
                self._inlines.append(replace(inline, span=_shifted(inline.span, shift)))

    def build(self, metadata: Metadata, *, format: str, warnings: tuple[str, ...] = ()) -> Document:
        """Make the document; its sections come from the headings added."""
        text = "".join(self._pieces)
        blocks = tuple(block for block in self._blocks if block is not None)
        return Document(
            text=text,
            blocks=blocks,
            inlines=tuple(sorted(self._inlines, key=lambda inline: (inline.span.start, -inline.span.end))),
            sections=build_sections(text, blocks),
            metadata=metadata,
            source_map=SourceMap(*(tuple(column) for column in self._map)),
            format=format,
            warnings=warnings,
        )

    def _add_stretch(self, start: int, end: int, source_offset: int) -> None:
        text_starts, text_ends, source_starts = self._map
        goes_on = bool(text_ends) and text_ends[-1] == start
        if goes_on and source_starts[-1] + start - text_starts[-1] == source_offset:
            text_ends[-1] = end
            return
        text_starts.append(start)
        text_ends.append(end)
        source_starts.append(source_offset)


def _shifted(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)
