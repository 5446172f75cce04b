"""Writes blocks and words as a browser sets them: white space collapsed, nothing opened that stays empty."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.inlines import InlineKind
from reader.model.span import Span
from reader.parsers.markup.words import BLANK, collapse, verbatim

_DEEPEST_CONTAINER = 50
_DEEPEST_INLINE = 12
# In these a line of its own would be a second heading or a second cell: blocks inside them are apart by a space.
_ONE_LINE = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.CELL})


@dataclass(slots=True)
class _Container:
    kind: BlockKind
    label: str = ""
    label_span: Span | None = None
    is_open: bool = False


@dataclass(slots=True)
class _Inline:
    kind: InlineKind
    target: str
    start: int | None = None


class MarkupWriter:
    """Adds to a document what a walk over a tree finds; a container is opened by the first text in it."""

    def __init__(self, builder: DocumentBuilder) -> None:
        self.builder = builder
        self.anchors: dict[str, int] = {}
        self.wrote_any = False
        self._containers: list[_Container] = []
        self._open_count = 0
        self._inlines: list[_Inline] = []
        self._waiting_anchors: list[str] = []
        self._kind: BlockKind = BlockKind.PARAGRAPH
        self._level = 0
        self._info = ""
        self._is_block_open = False
        self._is_behind_label = False
        self._has_space = False
        self._is_at_edge = True
        self._breaks = 0

    # -- blocks ----------------------------------------------------------------------------------

    def set_kind(self, kind: BlockKind, level: int = 0, info: str = "") -> tuple[BlockKind, int, str]:
        """Say what the blocks of text from here on are; returns what they were, to be set again."""
        before = self._kind, self._level, self._info
        self._kind, self._level, self._info = kind, level, info
        return before

    @property
    def is_one_line(self) -> bool:
        """True inside a heading or a cell."""
        return self._kind in _ONE_LINE

    @property
    def depth(self) -> int:
        """How many containers are open or wait to be."""
        return len(self._containers)

    def end_block(self) -> None:
        """End the block of text, if one is open; inside a heading or a cell this is a space."""
        if self.is_one_line:
            self._has_space = True
        else:
            self.close_block()

    def close_block(self) -> None:
        """End the block of text, if one is open, whatever it is."""
        if self._is_block_open:
            self._end_inlines()
            self.builder.close()
            self._is_block_open = False
        self._has_space = False
        self._is_at_edge = True
        self._breaks = 0

    def open_container(self, kind: BlockKind, label: str = "") -> None:
        """Open a list, an item, a block quote … around what comes."""
        self.close_block()
        self._containers.append(_Container(kind, label))

    def close_container(self) -> None:
        """Close the container opened last."""
        self.close_block()
        container = self._containers.pop()
        if container.is_open:
            self.builder.close(label=container.label_span)
            self._open_count -= 1
        self._is_behind_label = False

    def add_block(self, kind: BlockKind, text: str, info: str = "") -> None:
        """Add a block of text as it is."""
        self.close_block()
        self._open_block(kind, 0, info)
        self.builder.add(text)
        self.close_block()

    def add_code(self, text: str, language: str) -> None:
        """Add code with the white space it is written with."""
        self.add_block(BlockKind.CODE, verbatim(text), language)

    def add_cell(self, is_first: bool, info: str) -> None:
        """Open a table's cell, whose words come next; it stands even when there are none."""
        self.close_block()
        self._open_containers()
        if not is_first:
            self.builder.add("\t")
        self.builder.open(BlockKind.CELL, info=info)
        self._is_block_open = True

    # -- words -----------------------------------------------------------------------------------

    def add_text(self, text: str) -> None:
        """Add words, their white space collapsed."""
        words = collapse(text)
        bare = words.strip(BLANK if self._is_at_edge else " ")
        if not bare:
            self._has_space = self._has_space or bool(words)
            return
        self._begin_words(words[0] == " ")
        if self._is_at_edge:
            bare = bare.lstrip(BLANK)
        self._add(bare)
        self._has_space = words[-1] == " "

    def add_reference(self, text: str) -> None:
        """Add the mark that refers to a footnote."""
        self._begin_words(False)
        self._add(text)
        self.cover(InlineKind.FOOTNOTE_REFERENCE, self.builder.offset - len(text))

    def add_glued(self, text: str) -> None:
        """Add a closing mark right behind the last word; white space waiting before it stands behind it."""
        if self._is_block_open:
            had_space, self._has_space = self._has_space, False
            self._begin_words(False)
            self._add(text)
            self._has_space = had_space

    def add_opening(self, text: str) -> None:
        """Add an opening mark: white space behind it is nothing."""
        self._begin_words(False)
        self._add(text)
        self._is_at_edge = True

    def break_line(self) -> None:
        """Begin a new line, or, with a break already there, a new paragraph."""
        if self.is_one_line:
            self._has_space = True
        elif self._is_block_open:
            self._breaks += 1
            self._has_space = False
            self._is_at_edge = True
            if self._breaks > 1:
                self.close_block()

    def note_anchor(self, name: str) -> None:
        """Remember where the next text stands, by this name."""
        if len(self._waiting_anchors) + len(self.anchors) < 100_000:
            self._waiting_anchors.append(name)

    def finish(self) -> None:
        """End what is open; anchors behind the last text lead to its end."""
        self.close_block()
        while self._containers:
            self.close_container()
        self._set_anchors()

    # -- inlines ---------------------------------------------------------------------------------

    def open_inline(self, kind: InlineKind, target: str = "") -> None:
        """Begin a run of emphasis, a link …; it starts with the next word."""
        self._inlines.append(_Inline(kind, target))

    def close_inline(self) -> None:
        """End the run begun last."""
        self._end_inline(self._inlines.pop())

    def cover(self, kind: InlineKind, start: int, target: str = "") -> None:
        """Note what the words from `start` to the last one are."""
        if start < self.builder.offset:
            self.builder.add_inline(kind, Span(start, self.builder.offset), target)

    def _end_inline(self, inline: _Inline) -> None:
        if inline.start is not None:
            self.cover(inline.kind, inline.start, inline.target)
            inline.start = None

    def _end_inlines(self) -> None:
        for inline in self._inlines[:_DEEPEST_INLINE]:
            self._end_inline(inline)

    # -- below -----------------------------------------------------------------------------------

    def _begin_words(self, is_apart: bool) -> None:
        """Open what must be open and write the space or the break that waits."""
        if not self._is_block_open:
            self._open_block(self._kind, self._level, self._info)
        elif self._breaks:
            self.builder.add("\n")
        elif (self._has_space or is_apart) and not self._is_at_edge:
            self.builder.add(" ")
        self._breaks = 0
        self._has_space = False

    def _add(self, text: str) -> None:
        start = self.builder.add(text).start
        for inline in reversed(self._inlines[:_DEEPEST_INLINE]):
            if inline.start is not None:
                break
            inline.start = start
        if self._waiting_anchors:
            self._set_anchors(start)
        self._is_at_edge = False
        self.wrote_any = True

    def _open_block(self, kind: BlockKind, level: int, info: str) -> None:
        self._open_containers()
        if not self._is_behind_label:
            self.builder.break_block("\n\n")
        self._is_behind_label = False
        self.builder.open(kind, level=level, info=info)
        self._is_block_open = True
        self._is_at_edge = True

    def _open_containers(self) -> None:
        """Open the containers that waited for a first text; those too deep are left out, what they hold is not."""
        for index in range(self._open_count, min(len(self._containers), _DEEPEST_CONTAINER)):
            self._open_container(self._containers[index], index)
            self._open_count += 1

    def _open_container(self, container: _Container, index: int) -> None:
        if not self._is_behind_label:
            self.builder.break_block(self._separator(container.kind, index))
        self.builder.open(container.kind)
        container.is_open = True
        if container.label:
            span = self.builder.add(container.label[:-1])
            container.label_span = Span(span.start, self.builder.add(container.label[-1]).end)
            self._is_behind_label = True
            if self._waiting_anchors:
                self._set_anchors(span.start)

    def _separator(self, kind: BlockKind, index: int) -> str:
        is_nested = kind is BlockKind.LIST and index > 0 and self._containers[index - 1].kind is BlockKind.ITEM
        return "\n" if is_nested or kind in {BlockKind.ITEM, BlockKind.ROW} else "\n\n"

    def _set_anchors(self, offset: int | None = None) -> None:
        for name in self._waiting_anchors:
            self.anchors.setdefault(name, self.builder.offset if offset is None else offset)
        self._waiting_anchors.clear()
