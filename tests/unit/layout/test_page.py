"""A document at a width: nothing lost, nothing too wide, everything in order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import (
    container,
    document_of,
    documents,
    item,
    leaf,
    nested_quotes,
    paragraphs,
    shown_lines,
    shown_offsets,
    table,
    visible_offsets,
)
from rich.cells import cell_len

from reader.layout.page import Page
from reader.model.blocks import BlockKind
from reader.model.document import Document

WIDTHS = st.integers(8, 100)
PROSE = "The boats came in late and brought less than they had the week before."


@given(documents(), WIDTHS)
def test_no_line_is_wider_than_the_width(document: Document, width: int) -> None:
    """Measured as rich does, with a tab as the one space that is painted for it."""
    page = Page(document, width)
    ends = [
        piece.cell + cell_len(piece.span.cut(document.text).replace("\t", " "))
        for number in range(len(page))
        for piece in page.line(number).pieces
    ]

    assert max(ends, default=0) <= width


@given(documents(), WIDTHS)
def test_every_visible_character_is_shown(document: Document, width: int) -> None:
    assert visible_offsets(document) <= set(shown_offsets(Page(document, width)))


@given(documents(), WIDTHS)
def test_no_character_is_shown_twice(document: Document, width: int) -> None:
    offsets = shown_offsets(Page(document, width))

    assert len(set(offsets)) == len(offsets)


@given(documents(), WIDTHS)
def test_lines_stand_in_the_order_of_the_text(document: Document, width: int) -> None:
    page = Page(document, width)
    starts = [page.line_start(number) for number in range(len(page))]

    assert sorted(starts) == starts


@given(documents(), WIDTHS)
def test_pieces_of_a_line_stand_side_by_side(document: Document, width: int) -> None:
    page = Page(document, width)
    gaps = [
        right.cell - left.cell - cell_len(left.span.cut(document.text).replace("\t", " "))
        for number in range(len(page))
        for left, right in pairwise(page.line(number).pieces)
    ]

    assert min(gaps, default=0) >= 0


@given(documents(), WIDTHS)
def test_no_line_shows_a_newline(document: Document, width: int) -> None:
    assert not any("\n" in line for line in shown_lines(Page(document, width)))


@given(documents(), WIDTHS)
def test_a_visible_character_is_on_the_line_found_for_it_or_in_its_row(document: Document, width: int) -> None:
    """A table's row is one stretch of text on several lines; everywhere else the line is exact."""
    page = Page(document, width)
    lines = {offset: page.line_at(offset) for offset in visible_offsets(document)}

    assert all(page.line_start(line) <= offset < page.line_end(line) for offset, line in lines.items())


@given(documents(), WIDTHS)
def test_bars_stand_left_of_the_text(document: Document, width: int) -> None:
    page = Page(document, width)
    lines = [page.line(number) for number in range(len(page))]

    assert all(max(line.bars, default=-1) < piece.cell for line in lines for piece in line.pieces[:1])


def test_an_empty_document_has_no_lines() -> None:
    assert 0 == len(Page(Document(""), 40))


def test_paragraphs_are_a_blank_line_apart() -> None:
    assert ["One.", "", "Two."] == shown_lines(Page(paragraphs("One.", "Two."), 20))


def test_items_hang_under_their_first_word() -> None:
    assert ["• The boats came in", "  late."] == shown_lines(Page(item("• ", "The boats came in late."), 19))


def test_a_turn_begins_behind_its_label_and_does_not_hang() -> None:
    turn = container(BlockKind.TURN, "Q: ", [leaf(BlockKind.PARAGRAPH, "Why did it take so long?")])

    assert ["Q: Why did it take", "so long?"] == shown_lines(Page(document_of([turn]), 19))


def test_an_item_without_words_shows_its_bullet() -> None:
    assert ["•"] == shown_lines(Page(item("• ", ""), 20))


def test_bullets_of_nested_items_stand_on_one_line() -> None:
    inner = container(BlockKind.ITEM, "• ", [leaf(BlockKind.PARAGRAPH, "The boats came in.")])
    outer = container(BlockKind.ITEM, "1. ", [inner])

    assert ["1. • The boats", "     came in."] == shown_lines(Page(document_of([outer]), 15))


def test_a_bullet_stands_over_the_block_quote_it_begins_with() -> None:
    inner = container(BlockKind.QUOTE, "", [leaf(BlockKind.PARAGRAPH, "Less than before.")])

    assert ["•", "    Less than before."] == shown_lines(
        Page(document_of([container(BlockKind.ITEM, "• ", [inner])]), 30)
    )


def test_a_space_at_the_end_makes_no_line() -> None:
    assert ["The boat"] == shown_lines(Page(paragraphs("The boat "), 8))


def test_a_wide_character_behind_a_full_line_goes_to_the_next() -> None:
    assert [" longer", "漢"] == shown_lines(Page(paragraphs(" longer\t漢"), 8))


def test_a_block_quote_is_indented() -> None:
    assert ["  Less than", "  before."] == shown_lines(Page(nested_quotes(1, "Less than before."), 12))


def test_a_block_quote_has_a_bar() -> None:
    assert (0,) == Page(nested_quotes(1, "Less."), 12).line(0).bars


@pytest.mark.parametrize("depth", [40, 400])
def test_many_block_quotes_leave_room_for_words(depth: int) -> None:
    assert PROSE.split() == " ".join(shown_lines(Page(nested_quotes(depth, PROSE), 40))).split()


def test_columns_of_a_table_stand_under_each_other() -> None:
    document = table(["Boat", "Fish"], ["Aurora", "120"])

    assert ["Boat    Fish", "Aurora  120"] == shown_lines(Page(document, 40))


def test_a_narrow_table_wraps_its_widest_column() -> None:
    document = table(["Aurora", "came in late and brought less"])

    assert ["Aurora  came in", "        late and", "        brought", "        less"] == shown_lines(Page(document, 17))


def test_a_table_without_room_puts_cell_under_cell() -> None:
    document = table(["one", "two", "three", "four"])

    assert ["one", "two", "three", "four"] == shown_lines(Page(document, 16))


def test_wide_characters_part_anywhere() -> None:
    assert ["漢字漢字", "漢字"] == shown_lines(Page(paragraphs("漢字漢字漢字"), 9))


def test_combining_marks_stay_with_their_letter() -> None:
    assert ["e\u0301" * 8, "e\u0301" * 2] == shown_lines(Page(paragraphs("e\u0301" * 10), 8))


def test_a_long_word_breaks_behind_a_dash() -> None:
    assert ["long-", "established"] == shown_lines(Page(paragraphs("long-established"), 12))


def test_a_line_of_verse_begins_a_line() -> None:
    assert ["The tide", "goes out"] == shown_lines(Page(paragraphs("The tide\ngoes out"), 40))


def test_a_page_is_at_least_eight_cells_wide() -> None:
    assert 8 == Page(paragraphs("word"), 1).width
