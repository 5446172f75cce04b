"""An article as Markdown: every quote numbered by a footnote that says who spoke, and a table of who said what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.citations.escapes import in_markdown
from reader.citations.quoted import speaker_of
from reader.export.pieces import Piece, Pieces
from reader.export.who import voices_of
from reader.model.blocks import CONTAINERS, Block, BlockKind
from reader.model.document import Document
from reader.model.inlines import Inline, InlineKind
from reader.model.quotations import Quote

_AROUND = {InlineKind.EMPHASIS: "*", InlineKind.STRONG: "**", InlineKind.STRIKE: "~~"}
_NUMBER = re.compile(r"(\d{1,9})[.)]\s*")
_BACKTICKS = re.compile(r"`+")


def markdown_of(document: Document) -> Iterator[str]:
    """Yield the article block by block."""
    kinds = {block.kind for block in document.blocks}
    metadata = document.metadata
    if metadata.title and BlockKind.TITLE not in kinds:
        yield f"# {_line(metadata.title)}\n\n"
    known = [_line(part) for part in (metadata.byline, metadata.source, metadata.date) if part]
    if known and BlockKind.BYLINE not in kinds:
        yield f"{' · '.join(known)}\n\n"
    yield from _Writer(document).blocks()
    yield from _voices(document)


class _Container(NamedTuple):
    prefix: str
    """What stands before every line inside it."""
    lead: str
    """What stands before the first one."""


class _Writer:
    """Walks through the blocks; knows which containers are open."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pieces = Pieces(document)
        self._containers: list[_Container] = []
        self._rows: list[list[str]] = []
        self._kept = 0
        """How many of the containers around the block written last are still open."""
        self._end = -1
        """Where that block ended."""

    def blocks(self) -> Iterator[str]:
        for block in self._document.blocks:
            if self._rows and block.kind not in {BlockKind.ROW, BlockKind.CELL}:
                yield self._table(block.span.start)
            del self._containers[block.depth :]
            self._kept = min(self._kept, len(self._containers))
            if block.kind is BlockKind.ROW:
                self._rows.append([])
            elif block.kind is BlockKind.CELL and self._rows:
                self._rows[-1].append(self._inline(block).replace("\n", " ").replace("\\ ", " "))
            if block.kind in CONTAINERS:
                self._containers.append(self._container(block))
            elif len(block.span) and block.kind is not BlockKind.CELL:
                yield self._with_prefix(self._written(block), block.span.start)
                self._end = block.span.end
        if self._rows:
            yield self._table(len(self._document.text))

    def _container(self, block: Block) -> _Container:
        if block.kind is BlockKind.QUOTE:
            return _Container("> ", "> ")
        label = "" if block.label is None else block.label.cut(self._document.text).strip()
        if not label:
            return _Container("", "")
        if block.kind is BlockKind.TURN:
            return _Container("", f"**{_line(label)}** ")
        if block.kind is BlockKind.FOOTNOTE:
            return _Container("", f"{_line(label)} ")
        number = _NUMBER.fullmatch(f"{label} ")
        bullet = f"{number[1]}. " if number else "- "
        return _Container(" " * len(bullet), bullet if number or len(label) == 1 else f"{bullet}{_line(label)} ")

    def _with_prefix(self, text: str, start: int) -> str:
        prefix = "".join(container.prefix for container in self._containers)
        lead = "".join(container.lead for container in self._containers)
        is_item = any(container.lead != container.prefix and container.prefix for container in self._containers)
        self._containers = [container._replace(lead=container.prefix) for container in self._containers]
        lines = text.split("\n")
        written = "\n".join(f"{prefix if count else lead}{line}".rstrip() for count, line in enumerate(lines))
        is_close = 0 <= self._end <= start and self._document.text.count("\n", self._end, start) < 2
        between = "".join(container.prefix for container in self._containers[: self._kept]).rstrip()
        apart = "" if self._end < 0 or (is_close and is_item) else f"{between}\n"
        self._kept = len(self._containers)
        return f"{apart}{written}\n"

    def _written(self, block: Block) -> str:
        text = block.span.cut(self._document.text)
        if block.kind is BlockKind.CODE:
            fence = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(text)), default=0))
            return f"{fence}{_word(block.info)}\n{text.rstrip(chr(10))}\n{fence}"
        if block.kind is BlockKind.RULE and not text.strip("-*_─ "):
            return "---"
        inline = self._inline(block)
        if block.kind is BlockKind.TITLE:
            return f"# {' '.join(inline.split())}"
        if block.kind is BlockKind.HEADING:
            return f"{'#' * min(6, max(2, block.level))} {' '.join(inline.split())}"
        return f"*{inline}*" if block.kind is BlockKind.CAPTION and "*" not in inline and "\n" not in inline else inline

    def _inline(self, block: Block) -> str:
        return "".join(_written_piece(piece) for piece in self._pieces.of(block.span))

    def _table(self, start: int) -> str:
        columns = max((len(row) for row in self._rows), default=0)
        rows = [[*row, *[""] * (columns - len(row))] for row in self._rows]
        self._rows = []
        if not columns:
            return ""
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return self._with_prefix("\n".join([lines[0], f"|{' --- |' * columns}", *lines[1:]]), start)


def _written_piece(piece: Piece) -> str:
    """Write a stretch; marks of emphasis stand beside its words, never beside white space."""
    kinds = {inline.kind for inline in piece.inlines}
    words = piece.text.strip()
    start = piece.text.find(words) if words else 0
    before, behind = piece.text[:start], piece.text[start + len(words) :]
    if not words:
        written = piece.text
    elif InlineKind.CODE in kinds:
        fence = "`" * (1 + max(map(len, _BACKTICKS.findall(words)), default=0))
        written = f"{before}{fence}{' ' * words.startswith('`')}{words}{' ' * words.endswith('`')}{fence}{behind}"
    else:
        marked = in_markdown(words)
        for inline in reversed(piece.inlines):
            marked = _marked(marked, inline)
        written = before.replace("\n", "\\\n") + marked + behind.replace("\n", "\\\n")
    return written + "".join(f"[^q{index + 1}]" for index in piece.closing)


def _marked(words: str, inline: Inline) -> str:
    around = _AROUND.get(inline.kind, "")
    if inline.kind is InlineKind.LINK and inline.target:
        return f"[{words}](<{inline.target.translate(_IN_TARGET)}>)"
    return f"{around}{words}{around}"


_IN_TARGET = {ord("<"): "%3C", ord(">"): "%3E", ord("\\"): "%5C", ord("\n"): "%0A"}


def _voices(document: Document) -> Iterator[str]:
    if not document.quotes:
        return
    yield "\n## Who said what\n\n| Speaker | Role | Quotes |\n| --- | --- | --- |\n"
    for voice in voices_of(document):
        numbers = " ".join(f"[^q{number}]" for number in voice.quotes)
        yield f"| {_line(voice.name)} | {_line(voice.role)} | {numbers} |\n"
    yield "\n"
    for number, quote in enumerate(document.quotes, start=1):
        yield f"[^q{number}]: {_note(document, quote)}\n"


def _note(document: Document, quote: Quote) -> str:
    words: Sequence[str] = quote.content.cut(document.text).split()
    shown = " ".join([*words[:8], "…"] if len(words) > 9 else words)
    evidence = "" if quote.attribution is None else f" ({quote.attribution.reason}, {quote.attribution.percent}%)"
    return _line(f"{speaker_of(document, quote)}: “{shown}”{evidence}")


def _line(text: str) -> str:
    return in_markdown(" ".join(text.split()))


def _word(info: str) -> str:
    return re.sub(r"[^\w+#.-]", "", info.split()[0]) if info.split() else ""
