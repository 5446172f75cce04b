"""Where kept marks stand in a document now, and what has become of their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.library.marks import Mark
from reader.model.document import Document
from reader.model.span import Span
from reader.search.anchors import Anchor, Change, Places


class PlacedMark(NamedTuple):
    """A mark and where it stands."""

    mark: Mark
    span: Span | None
    """None when the words are gone from the text: the mark is kept and listed all the same."""
    change: Change = Change.NONE

    @property
    def start(self) -> int:
        """The offset to list it by; what is gone comes last."""
        return self.span.start if self.span is not None else 1 << 62


def placed(document: Document, marks: Iterable[Mark]) -> tuple[PlacedMark, ...]:
    """Find marks in a document, in the order of the text; what is gone comes last."""
    places = Places(document.text)
    return tuple(sorted((_place(places, mark) for mark in marks), key=lambda one: (one.start, one.mark.made)))


def _place(places: Places, mark: Mark) -> PlacedMark:
    found = places.find(Anchor(mark.span.start, mark.words, mark.before, mark.after))
    return PlacedMark(mark, None) if found is None else PlacedMark(mark, found.span, found.change)
