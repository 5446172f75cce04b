"""Which characters of the body are what: the layers of ranges that the painter is given. Knows roles, not looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.layout.ranges import Ranges, Role
from reader.model.blocks import Block, BlockKind
from reader.model.document import Document
from reader.model.inlines import InlineKind
from reader.model.span import Span
from reader.navigation import whole_quote
from reader.sources.formats import PAGED

if TYPE_CHECKING:
    from reader.library.placed import PlacedMark
    from reader.search.find import Matches

_BLOCK_ROLES: dict[BlockKind, tuple[Role, ...]] = {
    BlockKind.TITLE: ("title",),
    BlockKind.HEADING: ("heading",),
    BlockKind.CAPTION: ("caption",),
    BlockKind.BYLINE: ("quiet",),
    BlockKind.CODE: ("code",),
    BlockKind.RULE: ("rule",),
}

_INLINE_ROLES: dict[InlineKind, Role] = {InlineKind.IMAGE: "quiet", InlineKind.FOOTNOTE_REFERENCE: "quiet"}
"""Where the role is not called as the kind is. Each role costs 0.1 ms of every start: a few serve several kinds."""


def block_roles(block: Block) -> tuple[Role, ...]:
    """Return the roles that every character of the block has."""
    if block.kind is BlockKind.CELL and block.info.startswith("header"):
        return ("strong",)
    if block.info == PAGED and block.kind is BlockKind.CODE:
        return ()
    return _BLOCK_ROLES.get(block.kind, ())


def standing(document: Document) -> Ranges:
    """Return what never changes while one reads: labels and inlines."""
    labels = ((block.label.start, block.label.end, "label") for block in document.blocks if block.label)
    inlines = (
        (inline.span.start, inline.span.end, _INLINE_ROLES.get(inline.kind, inline.kind.value))
        for inline in document.inlines
    )
    return Ranges(sorted((*labels, *inlines)))


def quoted(document: Document) -> Ranges:
    """Return the quotes, those without a speaker apart."""
    return Ranges(
        (quote.span.start, quote.span.end, "quote" if quote.attribution else "quote-unknown")
        for quote in document.quotes
    )


def chosen(document: Document, quote: int | None) -> Ranges:
    """Return the chosen quotation, all its parts, with the words that name its speaker."""
    if quote is None or quote >= len(document.quotes):
        return Ranges()
    return Ranges(sorted(_chosen_ranges(document, quote)))


def matched(matches: Matches, current: int | None) -> Ranges:
    """Return what was found, the current match apart."""
    return Ranges(
        (start, end, "match-current" if index == current else "match")
        for index, (start, end) in enumerate(zip(matches.starts, matches.ends, strict=True))
    )


def own(marks: Sequence[PlacedMark]) -> Ranges:
    """Return what a person marked."""
    return Ranges((mark.span.start, mark.span.end, "own") for mark in marks if mark.span is not None)


def selected(selection: Span | None) -> Ranges:
    """Return what is selected."""
    return Ranges([(selection.start, selection.end, "selection")] if selection is not None else ())


def chosen_spans(document: Document, quote: int | None) -> list[Span]:
    """Return the spans that look different while this quote is the chosen one."""
    if quote is None or quote >= len(document.quotes):
        return []
    return [Span(start, end) for start, end, _ in _chosen_ranges(document, quote)]


def _chosen_ranges(document: Document, quote: int) -> Iterator[tuple[int, int, Role]]:
    for index in whole_quote(document.quotes, quote):
        span = document.quotes[index].span
        yield span.start, span.end, "quote-chosen"
    known = document.quotes[quote].attribution or document.quotes[quote].clue
    if known is not None and known.mention is not None:
        yield known.mention.start, known.mention.end, "mention"
