"""Where a kept place is now: the same offset in the same text, else wherever its words went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.document import Document

if TYPE_CHECKING:
    from reader.library.positions import Position


def place_again(document: Document, position: Position) -> tuple[int, str]:
    """Return the offset to go on from, and what to tell the person.

    In a changed text the place is where its first words stand, the nearest to the old offset; fewer and fewer words
    are tried. A place that is gone is the beginning.
    """
    if position.is_same_text:
        return position.offset, "where you were; g goes to the beginning" if position.offset else ""
    if not position.offset:
        return 0, ""
    from reader.search.anchors import Places  # a changed text is rare

    offset = Places(document.text).nearest(position.words.split(), position.offset)
    if offset is None:
        return 0, "the text has changed and your place is gone: this is the beginning"
    return offset, "the text has changed: your place was found by its words"
