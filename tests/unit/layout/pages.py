"""Documents of every shape for the layout's properties, and what a page shows of them."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from reader.layout.page import Page
from reader.model.blocks import CONTAINERS, BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata

# One grapheme each: wide, combining, joined, without width, and what sources let through.
GRAPHEMES = [*"aé-–/漢ｆ…“”", "e\u0301", "👨‍👩‍👧", "❤️", "🇵🇱", "\u00ad", "\u200b", "กำ", "한", "\u0301"]
Write = Callable[[DocumentBuilder], None]


def texts(max_size: int = 40) -> st.SearchStrategy[str]:
    safe = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
    piece = st.one_of(st.sampled_from(["word", "longer", " ", " ", "  ", "\t", "\n", *GRAPHEMES]), safe)
    return st.lists(piece, max_size=max_size).map("".join)


def documents() -> st.SearchStrategy[Document]:
    leaves = st.builds(leaf, st.sampled_from(LEAVES), texts())
    tables = st.lists(st.lists(texts(12), min_size=1, max_size=5), min_size=1, max_size=3).map(_table)
    blocks = st.recursive(st.one_of(leaves, tables), _containers, max_leaves=12)
    return st.lists(blocks, max_size=6).map(document_of)


LEAVES = [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CODE, BlockKind.TITLE, BlockKind.CAPTION]
_LABELS = {BlockKind.QUOTE: [""], BlockKind.ITEM: ["• ", "10. ", "漢 "], BlockKind.TURN: ["JANE DOE: ", "Q: "]}


def document_of(writers: list[Write]) -> Document:
    """Build a document, its blocks a blank line apart."""
    builder = DocumentBuilder()
    for write in writers:
        builder.break_block()
        write(builder)
    return builder.build(Metadata(), format="text")


def paragraphs(*texts: str) -> Document:
    return document_of([leaf(BlockKind.PARAGRAPH, text) for text in texts])


def nested_quotes(depth: int, text: str) -> Document:
    """A paragraph inside so many block quotes."""
    writer = leaf(BlockKind.PARAGRAPH, text)
    for _ in range(depth):
        writer = container(BlockKind.QUOTE, "", [writer])
    return document_of([writer])


def table(*rows: list[str]) -> Document:
    return document_of([_table(list(rows))])


def item(label: str, text: str) -> Document:
    return document_of([container(BlockKind.ITEM, label, [leaf(BlockKind.PARAGRAPH, text)])])


def shown_lines(page: Page) -> list[str]:
    """What each line shows, pieces where they stand."""
    lines = []
    for number in range(len(page)):
        line = ""
        for piece in page.line(number).pieces:
            line = line.ljust(piece.cell) + piece.span.cut(page.document.text)
        lines.append(line)
    return lines


def shown_offsets(page: Page) -> list[int]:
    """Every offset that some line shows, line by line."""
    pieces = (piece for number in range(len(page)) for piece in page.line(number).pieces)
    return [offset for piece in pieces for offset in range(piece.span.start, piece.span.end)]


def visible_offsets(document: Document) -> set[int]:
    """The offsets of the characters that stand in some block or label and are not white space."""
    spans = [block.span for block in document.blocks if block.kind not in CONTAINERS]
    spans += [block.label for block in document.blocks if block.label is not None]
    offsets = {offset for span in spans for offset in range(span.start, span.end)}
    return {offset for offset in offsets if not document.text[offset].isspace()}


def leaf(kind: BlockKind, text: str) -> Write:
    def write(builder: DocumentBuilder) -> None:
        builder.open(kind)
        builder.add(text)
        builder.close()

    return write


def container(kind: BlockKind, label: str, writers: list[Write]) -> Write:
    def write(builder: DocumentBuilder) -> None:
        builder.open(kind)
        span = builder.add(label) if label else None
        for count, inner in enumerate(writers):
            if count:
                builder.break_block()
            inner(builder)
        builder.close(label=span)

    return write


def _containers(blocks: st.SearchStrategy[Write]) -> st.SearchStrategy[Write]:
    kinds = st.sampled_from([(kind, label) for kind, labels in _LABELS.items() for label in labels])
    return st.builds(lambda kind, inner: container(*kind, inner), kinds, st.lists(blocks, min_size=1, max_size=3))


def _table(rows: list[list[str]]) -> Write:
    def write(builder: DocumentBuilder) -> None:
        builder.open(BlockKind.TABLE)
        for row in rows:
            builder.break_block("\n")
            builder.open(BlockKind.ROW)
            for count, cell in enumerate(row):
                if count:
                    builder.break_block("\t")
                builder.open(BlockKind.CELL)
                builder.add(cell)
                builder.close()
            builder.close()
        builder.close()

    return write
