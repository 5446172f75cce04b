"""Markdown to a document: one walk over markdown-it's tokens, each led back to where it stands in the source."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from markdown_it.token import Token

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.span import Span
from reader.parsers.markdown.align import Aligner
from reader.parsers.markdown.frontmatter import split_front_matter
from reader.parsers.markdown.grammar import tokenize
from reader.parsers.markdown.html import decode_entities, visible_lines
from reader.parsers.markdown.inlines import InlineWriter, footnote_label
from reader.sources.safe import make_safe
from reader.sources.source import Source

_BULLET = "• "
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}")
_ALIGNMENT = "text-align:"
_OPENED = {
    "paragraph_open": BlockKind.PARAGRAPH,
    "blockquote_open": BlockKind.QUOTE,
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "table_open": BlockKind.TABLE,
}
_CLOSED = frozenset(
    "paragraph_close heading_close blockquote_close bullet_list_close ordered_list_close table_close tr_close "
    "th_close td_close".split()
)


def parse(source: Source) -> Document:
    """Parse Markdown."""
    metadata, start = split_front_matter(source.text)
    tokens, unused_footnotes = tokenize(source.text[start:])
    warnings = tuple(f"The footnote “{label}” is not shown: nothing refers to it." for label in unused_footnotes)
    document = _Walk(source.text, start, tokens).run().build(metadata, format="markdown", warnings=warnings)
    return document if metadata.title else replace(document, metadata=replace(metadata, title=_title_of(document)))


def _title_of(document: Document) -> str:
    """Find the title in the text: the TITLE block, or a heading of level 1 that begins it."""
    first = document.blocks[0] if document.blocks else None
    is_title = first and (first.kind is BlockKind.TITLE or (first.kind is BlockKind.HEADING and first.level == 1))
    return " ".join(first.span.cut(document.text).split()) if first and is_title else ""


class _Walk:
    """Goes through the tokens once; the stream is flat, so no depth of nesting recurses."""

    def __init__(self, source: str, start: int, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._title = _title_token(tokens)
        self._builder = DocumentBuilder()
        self._aligner = Aligner(source, start)
        self._inlines = InlineWriter(self._builder, self._aligner)
        self._open_kinds: list[BlockKind] = []
        self._labels: list[Span] = []
        """The labels of the items and footnotes that are open."""
        self._is_behind_label = False
        self._is_row_start = False
        self._write: dict[str, Callable[[Token], None]] = {
            "inline": self._write_inline,
            "heading_open": self._open_heading,
            "list_item_open": self._open_item,
            "list_item_close": self._close_labelled,
            "footnote_open": self._open_footnote,
            "footnote_close": self._close_labelled,
            "tr_open": self._open_row,
            "th_open": self._open_cell,
            "td_open": self._open_cell,
            "fence": self._write_code,
            "code_block": self._write_code,
            "hr": self._write_rule,
            "html_block": self._write_html,
        }

    def run(self) -> DocumentBuilder:
        """Write every token."""
        for token in self._tokens:
            write = self._write.get(token.type)
            if write:
                write(token)
            elif token.type in _OPENED:
                self._open(_OPENED[token.type])
            elif token.type in _CLOSED:
                self._close()
        return self._builder

    # -- opening and closing ---------------------------------------------------------------------

    def _open(self, kind: BlockKind, separator: str = "", *, level: int = 0, info: str = "") -> None:
        """Open a block apart from the text before it; the first one behind a label stands right there."""
        if not self._is_behind_label:
            is_nested_list = kind is BlockKind.LIST and self._open_kinds[-1:] == [BlockKind.ITEM]
            self._builder.break_block(separator or ("\n" if is_nested_list else "\n\n"))
        self._builder.open(kind, level=level, info=info)
        self._open_kinds.append(kind)

    def _close(self, label: Span | None = None) -> None:
        self._builder.close(label=label)
        self._open_kinds.pop()
        self._is_behind_label = False

    def _open_heading(self, token: Token) -> None:
        if token is self._title:
            self._open(BlockKind.TITLE)
        else:
            self._open(BlockKind.HEADING, level=int(token.tag[1]))

    def _open_item(self, token: Token) -> None:
        self._open(BlockKind.ITEM, "\n")
        number = token.info + token.markup if token.info else ""
        self._aligner.enter(token.map)
        offset = self._aligner.find(number) if number else None
        self._add_label(number + " " if number else _BULLET, offset)

    def _open_footnote(self, token: Token) -> None:
        self._open(BlockKind.FOOTNOTE)
        self._add_label(footnote_label(token) + " ", None)

    def _add_label(self, label: str, offset: int | None) -> None:
        span = self._builder.add(label[:-1], offset)
        self._labels.append(Span(span.start, self._builder.add(" ").end))
        self._is_behind_label = True

    def _close_labelled(self, token: Token) -> None:
        self._close(self._labels.pop())

    def _open_row(self, token: Token) -> None:
        self._open(BlockKind.ROW, "\n")
        self._is_row_start = True

    def _open_cell(self, token: Token) -> None:
        alignment = str(token.attrs.get("style", "")).removeprefix(_ALIGNMENT)
        if not self._is_row_start:
            self._builder.add("\t")
        self._is_row_start = False
        self._builder.open(BlockKind.CELL, info="header" if token.tag == "th" else alignment)
        self._open_kinds.append(BlockKind.CELL)

    # -- blocks of text --------------------------------------------------------------------------

    def _write_inline(self, token: Token) -> None:
        self._aligner.enter(token.map)
        self._inlines.write(token.children or [])

    def _write_code(self, token: Token) -> None:
        info = make_safe(token.info.strip().partition(" ")[0])
        self._open(BlockKind.CODE, info=info)
        first = (token.map[0] if token.map else 0) + (token.type == "fence")
        for index, line in enumerate(token.content.removesuffix("\n").split("\n")):
            raw, start = self._aligner.line(first + index)
            if index:
                self._builder.add("\n", start - 1)
            self._add_code_line(line, raw, start)
        self._close()

    def _add_code_line(self, line: str, raw: str, start: int) -> None:
        """Add a line of code; a tab the parser cut in two has become spaces that are not in the source."""
        words = line if raw.endswith(line) else line.lstrip()
        self._builder.add(line[: len(line) - len(words)])
        self._builder.add(words, start + len(raw) - len(words) if raw.endswith(words) else None)

    def _write_rule(self, token: Token) -> None:
        self._open(BlockKind.RULE)
        raw, start = self._aligner.line(token.map[0] if token.map else 0)
        drawn = list(_RULE.finditer(raw))[-1:]
        for match in drawn:
            self._builder.add(match[0], start + match.start())
        self._close()

    def _write_html(self, token: Token) -> None:
        lines = visible_lines(token.content)
        self._aligner.enter(token.map)
        if not lines:
            return
        self._open(BlockKind.PARAGRAPH)
        for index, line in enumerate(lines):
            if index:
                self._builder.add("\n")
            shown = decode_entities(line)
            offset = self._aligner.find(line)
            self._builder.add(shown, offset if shown == line else None)
        self._close()


def _title_token(tokens: list[Token]) -> Token | None:
    """Find the heading that is the document's title: of level 1, before everything else, and the only one."""
    headings = [token for token in tokens if token.type == "heading_open" and token.tag == "h1"]
    return headings[0] if len(headings) == 1 and headings[0] is tokens[0] else None
