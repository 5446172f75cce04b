"""A document made ready to be shown: what the panes need of it, worked out once and away from the keys."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from reader.layout.page import Page
from reader.model.document import Document
from reader.model.sections import walk_sections
from reader.navigation import Landmarks
from reader.ui import highlights


class OutlineItem(NamedTuple):
    """A section as the outline lists it."""

    depth: int
    title: str
    quotes: int
    """How many quotes stand in it, those of deeper sections included."""


class Edition:
    """One stage of a document with all that follows from it. Made in the thread that reads on; then nobody changes it.

    Two editions are never equal: the panes take over a new one without comparing books.
    """

    def __init__(self, document: Document, before: Edition | None = None) -> None:
        """Make a document ready; one of the same blocks as the edition before keeps its page."""
        self.document = document
        self.landmarks = Landmarks(document)
        self.standing = highlights.standing(document)
        self.quoted = highlights.quoted(document)
        self.outline = _outline(document, self.landmarks)
        same_blocks = before is not None and before.document.blocks is document.blocks
        self._page: Page | None = before._page if before is not None and same_blocks else None

    def page(self, width: int, spacing: int = 1, hyphenation: bool = False) -> Page:
        """Return the document wrapped at a width; what was asked for last is kept."""
        page = self._page
        if page is None or (page.width, page.spacing, page.hyphenation) != (width, spacing, hyphenation):
            page = self._page = Page(self.document, width, spacing=spacing, hyphenation=hyphenation)
        return page


def _outline(document: Document, landmarks: Landmarks) -> tuple[OutlineItem, ...]:
    starts = landmarks.quotes
    return tuple(
        OutlineItem(
            depth,
            section.title,
            bisect_left(starts, section.span.end) - bisect_left(starts, section.span.start),
        )
        for depth, section in walk_sections(document.sections)
    )
