"""The stretches of a document in which somebody may be quoted, in reading order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.model.blocks import CONTAINERS, Block, BlockKind
from reader.model.document import Document
from reader.model.inlines import InlineKind
from reader.model.span import Span

_TEXT_BLOCKS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.CELL})


_FEWEST_LABELS = 2
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """One block's own text."""

    span: Span
    kind: BlockKind
    block_quote: int | None = None
    """Index of the block quote around it, in `Document.blocks`."""
    label: Span | None = None
    """The “NAME: ” of the transcript's turn it belongs to."""
    code: tuple[Span, ...] = ()
    """Inline code in it, where marks mean nothing."""


def find_passages(document: Document) -> list[Passage]:
    """Collect the passages: headlines, paragraphs, captions, cells and what containers hold themselves.

    Bylines, code and rules are left out: nobody is quoted there.
    """
    code = [inline.span for inline in document.inlines if inline.kind is InlineKind.CODE]
    starts = [span.start for span in code]
    passages = []
    for passage in _stretches(document.blocks):
        if len(passage.span):
            inside = code[bisect_left(starts, passage.span.start) : bisect_left(starts, passage.span.end)]
            passages.append(replace(passage, code=tuple(inside)) if inside else passage)
    return _with_bold_labels(document, passages)


def _stretches(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    around: list[int] = []
    for index, block in enumerate(blocks):
        del around[block.depth :]
        around.append(index)
        if block.kind in CONTAINERS and not _holds_text_blocks(blocks, index):
            span = _own_text(block)
        elif block.kind in _TEXT_BLOCKS:
            span = _without_label(block.span, blocks, around)
        else:
            continue
        turn = _innermost(blocks, around, BlockKind.TURN)
        label = blocks[turn].label if turn is not None else None
        yield Passage(span, block.kind, _innermost(blocks, around, BlockKind.QUOTE), label)


def _with_bold_labels(document: Document, passages: list[Passage]) -> list[Passage]:
    """Read an interview's “**Name:** …” as turns: two labels at least, and what stands between them."""
    bold = {inline.span.start: inline.span for inline in document.inlines if inline.kind is InlineKind.STRONG}
    labels = [_bold_label(document.text, passage, bold) for passage in passages] if bold else []
    labelled = [number for number, label in enumerate(labels) if label is not None]
    if len(labelled) < _FEWEST_LABELS:
        return passages
    voiced = list(passages)
    current = None
    for number in range(labelled[0], labelled[-1] + 1):
        passage, label = passages[number], labels[number]
        current = label or current
        if passage.kind is BlockKind.PARAGRAPH and current is not None:
            span = Span(min(current.end, passage.span.end), passage.span.end) if label else passage.span
            voiced[number] = replace(passage, span=_trimmed(document.text, span), label=current)
    return voiced


def _bold_label(text: str, passage: Passage, bold: dict[int, Span]) -> Span | None:
    span = bold.get(passage.span.start)
    if span is None or passage.kind is not BlockKind.PARAGRAPH or len(span) > _LONGEST_LABEL:
        return None
    end = span.end + (text[span.end : span.end + 1] == ":")
    return Span(span.start, end) if text[end - 1] == ":" else None


def _trimmed(text: str, span: Span) -> Span:
    return Span(span.end - len(span.cut(text).lstrip()), span.end)


def _innermost(blocks: tuple[Block, ...], around: list[int], kind: BlockKind) -> int | None:
    return next((index for index in reversed(around) if blocks[index].kind is kind), None)


def _holds_text_blocks(blocks: tuple[Block, ...], index: int) -> bool:
    return index + 1 < len(blocks) and blocks[index + 1].depth > blocks[index].depth


def _own_text(block: Block) -> Span:
    return Span(block.label.end, block.span.end) if block.label is not None else block.span


def _without_label(span: Span, blocks: tuple[Block, ...], around: list[int]) -> Span:
    for index in around:
        label = blocks[index].label
        if label is not None and label.overlaps(span):
            span = Span(min(label.end, span.end), span.end)
    return span
