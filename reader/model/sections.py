"""The section tree: a heading and everything up to the next of its level."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reader.model.blocks import Block, BlockKind
from reader.model.span import Span
from reader.values import value


@value
class Section:
    """A heading with all that stands under it, deeper sections included."""

    title: str
    level: int
    heading: Span
    span: Span
    """From the heading's first character to the start of the next section or the text's end."""
    children: tuple[Section, ...] = ()


def build_sections(text: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Build the section tree from the headings among the blocks.

    A heading that skips a level still nests under the nearest shallower one. The title is not a section.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    ends = _section_ends(headings, len(text))
    # Built from the last heading to the first: when a heading is reached, its children are complete.
    waiting: list[Section] = []
    for heading, end in zip(reversed(headings), reversed(ends), strict=True):
        children = []
        while waiting and waiting[-1].level > heading.level:
            children.append(waiting.pop())
        waiting.append(
            Section(
                title=" ".join(heading.span.cut(text).split()),
                level=heading.level,
                heading=heading.span,
                span=Span(heading.span.start, end),
                children=tuple(children),
            )
        )
    return tuple(reversed(waiting))


def walk_sections(sections: Sequence[Section]) -> Iterator[tuple[int, Section]]:
    """Yield every section with its depth in the tree (0 = top), in document order."""
    pending = [(0, section) for section in reversed(sections)]
    while pending:
        depth, section = pending.pop()
        yield depth, section
        pending.extend((depth + 1, child) for child in reversed(section.children))


def section_path(sections: Sequence[Section], offset: int) -> tuple[Section, ...]:
    """Return the sections around an offset, outermost first; empty before the first heading."""
    path: list[Section] = []
    level = sections
    while True:
        index = bisect_right(level, offset, key=lambda section: section.span.start) - 1
        if index < 0 or offset >= level[index].span.end:
            return tuple(path)
        path.append(level[index])
        level = level[index].children


def _section_ends(headings: Sequence[Block], text_end: int) -> list[int]:
    ends = [text_end] * len(headings)
    open_headings: list[int] = []
    for index, heading in enumerate(headings):
        while open_headings and headings[open_headings[-1]].level >= heading.level:
            ends[open_headings.pop()] = heading.span.start
        open_headings.append(index)
    return ends
