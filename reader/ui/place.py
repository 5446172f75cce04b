"""Where a kept place is now: the same offset in the same text, else wherever its words went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.document import Document

if TYPE_CHECKING:
    from reader.library.positions import Position

_FEWEST_WORDS = 3


def place_again(document: Document, position: Position) -> tuple[int, str]:
    """Return the offset to go on from, and what to tell the person.

    In a changed text the place is where its first words stand, the nearest to the old offset; fewer and fewer words
    are tried. A place that is gone is the beginning.
    """
    if position.is_same_text:
        return position.offset, "where you were; g goes to the beginning" if position.offset else ""
    if not position.offset:
        return 0, ""
    offset = _nearest(document, position.words.split(), position.offset)
    if offset is None:
        return 0, "the text has changed and your place is gone: this is the beginning"
    return offset, "the text has changed: your place was found by its words"


def _nearest(document: Document, words: list[str], old_offset: int) -> int | None:
    from reader.search.find import find_matches  # a changed text is rare
    from reader.search.fold import fold

    folded = fold(document.text)
    while len(words) >= _FEWEST_WORDS:
        matches = find_matches(folded, " ".join(words))
        if len(matches):
            return min(matches.starts, key=lambda start: abs(start - old_offset))
        words = words[: len(words) // 2] if len(words) > 2 * _FEWEST_WORDS else words[:-1]
    return None
