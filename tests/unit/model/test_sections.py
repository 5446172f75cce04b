"""Sections are a tree of headings."""

from __future__ import annotations

from reader.model.blocks import Block, BlockKind
from reader.model.sections import build_sections, section_path, walk_sections
from reader.model.span import Span

TEXT = "intro A aaa B bbb C ccc D"


def headings(*levels: int) -> list[Block]:
    return [
        Block(BlockKind.HEADING, Span(6 + 6 * index, 7 + 6 * index), level=level) for index, level in enumerate(levels)
    ]


def tree(*levels: int) -> list[tuple[int, str]]:
    return [(depth, section.title) for depth, section in walk_sections(build_sections(TEXT, headings(*levels)))]


def test_deeper_headings_nest() -> None:
    assert [(0, "A"), (1, "B"), (1, "C"), (0, "D")] == tree(1, 2, 2, 1)


def test_skipped_level_nests_under_the_nearest() -> None:
    assert [(0, "A"), (1, "B"), (1, "C")] == tree(1, 4, 2)


def test_shallower_heading_after_a_deep_start_stands_beside_it() -> None:
    assert [(0, "A"), (0, "B")] == tree(3, 1)


def test_section_goes_up_to_the_next_of_its_level() -> None:
    sections = build_sections(TEXT, headings(1, 2, 1))

    assert [Span(6, 18), Span(18, len(TEXT))] == [section.span for section in sections]


def test_path_is_outermost_first() -> None:
    sections = build_sections(TEXT, headings(1, 2))

    assert ["A", "B"] == [section.title for section in section_path(sections, 14)]


def test_before_the_first_heading_there_is_no_path() -> None:
    assert () == section_path(build_sections(TEXT, headings(1)), 2)
