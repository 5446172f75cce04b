"""What programs write for a pager to a document: manual pages with their sections, everything else line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.parsers.terminal.styling import Stretch, StyledLine, styled_lines
from reader.sources.decode import decode
from reader.sources.source import Source

FORMAT = "terminal"
_MANUAL = re.compile(r"(?P<name>\S+\([0-9n]\w*\))\s+(?:.*\S\s+)?(?P=name)\s*$")
_LONGEST_HEADER = 300
_COMMIT = re.compile(r"commit [0-9a-f]{7,64}\b")
_DIFF = re.compile(r"diff --(?:git|cc) ")
_SUBSECTION_INDENT = 3
_GAP = re.compile(r"\S {3,}\S")
_TERM = re.compile(r"(?<=\S)(?P<gap> {2,})(?=\S)")
"""What is explained, with its meaning on the same line: “-C     list entries by columns”."""
_SPACES = re.compile(" {2,}")
_HYPHEN = "‐"
"""What groff breaks words with."""


class _Row(NamedTuple):
    """A line with its indentation counted."""

    indent: int
    line: StyledLine


def parse(source: Source) -> Document:
    """Parse what a program wrote for a pager."""
    text, _ = decode(source.data, source.charset)
    lines = list(styled_lines(text.expandtabs(8) if "\t" in text else text))
    first = next((line.text.strip() for line in lines if line.text.strip()), "")
    manual = _MANUAL.match(first) if len(first) <= _LONGEST_HEADER else None
    writer = _Writer()
    if manual:
        writer.write_manual(lines, manual["name"])
        return writer.builder.build(
            Metadata(title=manual["name"], source=_middle(first, manual["name"])), format=FORMAT
        )
    writer.write_lines(lines)
    return writer.builder.build(Metadata(), format=FORMAT)


def _middle(header: str, name: str) -> str:
    return header.removeprefix(name).removesuffix(name).strip()


class _Writer:
    """Writes stretches with their looks."""

    def __init__(self) -> None:
        self.builder = DocumentBuilder()

    def write_lines(self, lines: Sequence[StyledLine]) -> None:
        """Write lines as they stand; a commit or a file of a difference is a section."""
        for is_blank, of_kind in groupby(lines, key=lambda line: not line.text.strip()):
            if is_blank:
                continue
            self.builder.break_block()
            waiting: list[StyledLine] = []
            for line in of_kind:
                level = 2 if _COMMIT.match(line.text) else 3 if _DIFF.match(line.text) else 0
                if level:
                    self._code(waiting)
                    waiting = []
                    self._block(BlockKind.HEADING, [line.stretches], level=level)
                else:
                    waiting.append(line)
            self._code(waiting)

    def write_manual(self, lines: Sequence[StyledLine], name: str) -> None:
        """Write a manual page: lines at the edge are its sections, paragraphs flow."""
        self._block(BlockKind.TITLE, [(Stretch(name),)])
        rows = [_Row(len(line.text) - len(line.text.lstrip()), line) for line in lines]
        began = next(number for number, row in enumerate(rows) if row.line.text.strip())
        width = max((len(row.line.text) for row in rows), default=0)
        for is_blank, of_kind in groupby(rows[began + 1 :], key=lambda row: not row.line.text.strip()):
            if not is_blank:
                for number, paragraph in enumerate(_paragraphs(list(of_kind))):
                    self.builder.break_block("\n" if number else "\n\n")
                    self._paragraph(paragraph, width)

    def _paragraph(self, rows: Sequence[_Row], width: int) -> None:
        first = rows[0]
        if first.indent == 0 and _GAP.search(first.line.text):
            self._block(BlockKind.CAPTION, [_bare(row) for row in rows])  # the line at the foot
        elif first.indent <= _SUBSECTION_INDENT and len(rows) == 1:
            self._block(BlockKind.HEADING, [_bare(first)], level=3 if first.indent else 2)
        elif _is_filled(rows, width):
            self._block(BlockKind.PARAGRAPH, [_flowing(rows)])
        else:
            least = min(row.indent for row in rows)
            self._block(BlockKind.PARAGRAPH, [_cut(row.line.stretches, least) for row in rows])

    def _code(self, lines: Sequence[StyledLine]) -> None:
        if lines:
            self._block(BlockKind.CODE, [line.stretches for line in lines], info=FORMAT)

    def _block(self, kind: BlockKind, lines: Sequence[Sequence[Stretch]], *, level: int = 0, info: str = "") -> None:
        self.builder.break_block("\n")
        self.builder.open(kind, level=level, info=info)
        for number, stretches in enumerate(lines):
            if number:
                self.builder.add("\n")
            for stretch in stretches:
                span = self.builder.add(stretch.text)
                if len(span) and kind not in {BlockKind.HEADING, BlockKind.TITLE}:
                    for inline in stretch.kinds:
                        self.builder.add_inline(inline, span)
        self.builder.close()


def _paragraphs(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Part lines without a blank one between them where the indentation changes, and a word from what it means."""
    parted: list[_Row] = []
    for row, after in zip_longest(rows, rows[1:]):
        term = _TERM.search(row.line.text)
        if term and after is not None and term.end() == after.indent > row.indent:
            parted.append(_Row(row.indent, StyledLine(tuple(_cut(row.line.stretches, 0, term.start("gap"))))))
            parted.append(_Row(after.indent, row.line))
        else:
            parted.append(row)
    for _, of_indent in groupby(parted, key=lambda row: row.indent):
        yield list(of_indent)


def _is_filled(rows: Sequence[_Row], width: int) -> bool:
    """Tell whether a line was broken because the next word had no room: then it may be broken elsewhere."""
    for row, after in pairwise(rows):
        word = after.line.text.split()[0]
        if len(row.line.text.rstrip()) + 1 + len(word) <= width - 1 and not row.line.text.rstrip().endswith(_HYPHEN):
            return False
    return len(rows) > 1


def _flowing(rows: Sequence[_Row]) -> list[Stretch]:
    """Join lines to one, the spaces between words single again."""
    joined: list[Stretch] = []
    for row in rows:
        bare = [Stretch(_SPACES.sub(" ", stretch.text), stretch.look) for stretch in _bare(row)]
        if joined and joined[-1].text.endswith(_HYPHEN):
            joined[-1] = Stretch(joined[-1].text[:-1], joined[-1].look)
        elif joined:
            joined.append(Stretch(" "))
        joined += bare
    return joined


def _bare(row: _Row) -> list[Stretch]:
    """Return a line without blanks at its ends."""
    stretches = _cut(row.line.stretches, row.indent)
    while stretches and not stretches[-1].text.rstrip():
        stretches.pop()
    if stretches:
        stretches[-1] = Stretch(stretches[-1].text.rstrip(), stretches[-1].look)
    return stretches


def _cut(stretches: Sequence[Stretch], start: int, end: int | None = None) -> list[Stretch]:
    """Cut characters out of a line."""
    left: list[Stretch] = []
    before = 0
    for stretch in stretches:
        last = len(stretch.text) if end is None else min(len(stretch.text), end - before)
        piece = stretch.text[max(0, start - before) : max(0, last)]
        if piece:
            left.append(Stretch(piece, stretch.look))
        before += len(stretch.text)
    return left
