"""The stretches of a document in which somebody may be quoted, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.blocks import CONTAINERS, Block, BlockKind
from reader.model.document import Document
from reader.model.inlines import InlineKind
from reader.model.span import Span

_TEXT_BLOCKS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.CELL})


@dataclass(frozen=True, slots=True)
class Passage:
    """One block's own text."""

    span: Span
    kind: BlockKind
    block_quote: int | None = None
    """Index of the block quote around it, in `Document.blocks`."""
    turn: int | None = None
    """Index of the turn of a transcript around it."""
    code: tuple[Span, ...] = ()
    """Inline code in it, where marks mean nothing."""


def find_passages(document: Document) -> list[Passage]:
    """Collect the passages: headlines, paragraphs, captions, cells and what containers hold themselves.

    Bylines, code and rules are left out: nobody is quoted there.
    """
    code = _code_spans(document)
    passages = []
    for span, kind, quote, turn in _stretches(document.blocks):
        if len(span):
            inside = tuple(run for run in code if span.covers(run)) if code else ()
            passages.append(Passage(span, kind, quote, turn, inside))
    return passages


def _code_spans(document: Document) -> list[Span]:
    return [inline.span for inline in document.inlines if inline.kind is InlineKind.CODE]


def _stretches(blocks: tuple[Block, ...]) -> Iterator[tuple[Span, BlockKind, int | None, int | None]]:
    around: list[int] = []
    for index, block in enumerate(blocks):
        del around[block.depth :]
        quote = _innermost(blocks, around, BlockKind.QUOTE)
        turn = _innermost(blocks, around, BlockKind.TURN)
        if block.kind in CONTAINERS:
            around.append(index)
            if not _holds_text_blocks(blocks, index):
                yield _own_text(block), block.kind, quote, turn
        elif block.kind in _TEXT_BLOCKS:
            around.append(index)
            yield _without_label(block.span, blocks, around), block.kind, quote, turn
        else:
            around.append(index)


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
