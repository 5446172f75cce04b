"""Writes the blocks of a plain text into a document and keeps its open lists, quotes and turns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.span import Span
from reader.parsers.plain.items import Label
from reader.parsers.plain.lines import Line

_BLANK_LINE, _NEXT_LINE = "\n\n", "\n"


class _OpenList(NamedTuple):
    """A list with its last item still open."""

    indent: int
    style: str
    label: Span
    content_indent: int


class BlockWriter:
    """The one place where a plain text's blocks are opened and closed."""

    def __init__(self) -> None:
        self.builder = DocumentBuilder()
        self._lists: list[_OpenList] = []
        self._turn_label: Span | None = None
        self._quote_depth = 0

    def is_inside_item(self, indent: int) -> bool:
        """Tell whether a line so far indented belongs to the item that is open."""
        return bool(self._lists) and indent > self._lists[0].indent and indent + 1 >= self._lists[0].content_indent

    def goes_on_with(self, label: Label) -> bool:
        """Tell whether a list of such labels is open."""
        return any(open_list.style == label.style for open_list in self._lists)

    def leaf(self, kind: BlockKind, lines: Sequence[Line], *, level: int = 0, is_joined: bool = True) -> Span:
        """Write one block of text: its lines joined by spaces, or kept."""
        self.builder.break_block(_BLANK_LINE)
        self.builder.open(kind, level=level)
        span = self._add_lines(lines, " " if is_joined else "\n")
        self.builder.close()
        return span

    def raw_paragraph(self, raw: str, offset: int) -> None:
        """Write a paragraph whose lines have no white space around them: one piece, the usual case in a book."""
        self.builder.break_block(_BLANK_LINE)
        self.builder.open(BlockKind.PARAGRAPH)
        self.builder.add(raw.replace("\n", " "), offset)
        self.builder.close()

    def verbatim(self, lines: Sequence[Line], source: str) -> None:
        """Write lines with the white space inside them, the indentation they share left out."""
        least = min(line.indent for line in lines)
        self.builder.break_block(_BLANK_LINE)
        self.builder.open(BlockKind.CODE)
        for index, line in enumerate(lines):
            if index:
                self.builder.add("\n", line.newline)
            self._add_indented(line, least, source)
        self.builder.close()

    def rule(self, line: Line) -> None:
        """Write a rule as the source draws it."""
        self.leaf(BlockKind.RULE, [line])

    def item(self, label: Label, lines: Sequence[Line]) -> None:
        """Write an item into the list its indentation asks for; the first line begins with the label."""
        first = lines[0]
        self._make_room(label, first.indent)
        self.builder.break_block(_NEXT_LINE)
        self.builder.open(BlockKind.ITEM)
        label_span = self._add_label(label.text, first.offset)
        self._lists.append(_OpenList(first.indent, label.style, label_span, first.indent + len(label.text)))
        self._content(label.text, lines, " ")

    def turn(self, label: str, lines: Sequence[Line], separator: str = " ") -> None:
        """Write the beginning of a turn; paragraphs go into it until `end_turn`."""
        self.end_turn()
        self.builder.break_block(_BLANK_LINE)
        self.builder.open(BlockKind.TURN)
        self._turn_label = self._add_label(label, lines[0].offset)
        if len(label) < len(lines[0].text) or len(lines) > 1:
            self._content(label, lines, separator)

    def quote_to(self, depth: int) -> None:
        """Open or close block quotes until so many are open."""
        while self._quote_depth > depth:
            self.builder.close()
            self._quote_depth -= 1
        while self._quote_depth < depth:
            self.builder.break_block(_BLANK_LINE)
            self.builder.open(BlockKind.QUOTE)
            self._quote_depth += 1

    def end_lists(self) -> None:
        """Close every open list."""
        while self._lists:
            self._end_list()

    def end_turn(self) -> None:
        """Close the open turn, and the lists in it."""
        self.end_lists()
        if self._turn_label is not None:
            self.builder.close(label=self._turn_label)
            self._turn_label = None

    def _make_room(self, label: Label, indent: int) -> None:
        """Close the lists a new item cannot stand in and open the one it does."""
        while self._lists and indent < self._lists[-1].indent - 1 and len(self._lists) > 1:
            self._end_list()
        if self._lists and indent > self._lists[-1].indent + 1:
            self.builder.break_block(_NEXT_LINE)
            self.builder.open(BlockKind.LIST)
        elif self._lists and self._lists[-1].style == label.style:
            self.builder.close(label=self._lists.pop().label)
        else:
            if self._lists:
                self._end_list()
            self.builder.break_block(_NEXT_LINE if self._lists else _BLANK_LINE)
            self.builder.open(BlockKind.LIST)

    def _end_list(self) -> None:
        self.builder.close(label=self._lists.pop().label)
        self.builder.close()

    def _add_label(self, label: str, offset: int) -> Span:
        mark = label.rstrip()
        span = self.builder.add(mark, offset)
        space = self.builder.add(" ", offset + len(mark) if len(mark) < len(label) else None)
        return Span(span.start, space.end)

    def _content(self, label: str, lines: Sequence[Line], separator: str) -> None:
        first = lines[0]
        self.builder.open(BlockKind.PARAGRAPH)
        rest = Line(first.text[len(label) :], first.offset + len(label), first.newline, first.indent)
        self._add_lines([rest, *lines[1:]] if rest.text else lines[1:], separator)
        self.builder.close()

    def _add_lines(self, lines: Sequence[Line], separator: str) -> Span:
        start = self.builder.offset
        for index, line in enumerate(lines):
            if index:
                self.builder.add(separator, line.newline)
            self.builder.add(line.text, line.offset)
        return Span(start, self.builder.offset)

    def _add_indented(self, line: Line, least: int, source: str) -> None:
        """Add a line with its indentation beyond the shared one; tabs are written as the spaces they stand for."""
        blank = line.indent - least
        is_spaces = source[line.offset - blank : line.offset] == " " * blank
        if is_spaces:
            self.builder.add(" " * blank + line.text, line.offset - blank)
        else:
            self.builder.add(" " * blank)
            self.builder.add(line.text, line.offset)
