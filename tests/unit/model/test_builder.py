"""The builder keeps spans, separators and source offsets true."""

from __future__ import annotations

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.metadata import Metadata
from reader.model.span import Span


def test_separator_stands_only_between_texts() -> None:
    builder = DocumentBuilder()
    for piece in ("one", "two"):
        builder.break_block()
        builder.add(piece)
    builder.break_block()

    assert builder.build(Metadata(), format="text").text == "one\n\ntwo"


def test_longest_separator_wins() -> None:
    builder = DocumentBuilder()
    builder.add("one")
    for separator in ("\n", "\n\n", "\n"):
        builder.break_block(separator)
    builder.add("two")

    assert builder.build(Metadata(), format="text").text == "one\n\ntwo"


def test_block_opened_behind_a_separator_starts_with_its_text() -> None:
    builder = DocumentBuilder()
    builder.add("one")
    builder.break_block()
    builder.open(BlockKind.PARAGRAPH)
    builder.add("two")
    builder.close()

    assert builder.build(Metadata(), format="text").blocks[0].span == Span(5, 8)


def test_container_stands_before_what_it_holds() -> None:
    builder = DocumentBuilder()
    builder.open(BlockKind.QUOTE)
    builder.open(BlockKind.PARAGRAPH)
    builder.add("one")
    builder.close()
    builder.close()
    blocks = builder.build(Metadata(), format="text").blocks

    assert [(BlockKind.QUOTE, 0), (BlockKind.PARAGRAPH, 1)] == [(block.kind, block.depth) for block in blocks]


def test_pieces_that_follow_each_other_in_the_source_are_one_stretch() -> None:
    builder = DocumentBuilder()
    builder.add("one", 10)
    builder.add(" ", 13)
    builder.add("two", 14)

    assert (10,) == builder.build(Metadata(), format="text").source_map.source_starts
