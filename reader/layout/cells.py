"""How many cells of a terminal a text takes. Measures as Textual paints, with rich's tables."""

from __future__ import annotations

import re

from rich.cells import cell_len as _rich_cell_len
from rich.cells import split_graphemes

Grapheme = tuple[int, int, int]
"""Start and end in the text measured, and its width in cells."""

# Scripts whose every character takes one cell and joins no neighbour; anything else is measured by rich. The soft
# hyphen (U+00AD) and the combining marks (U+0300–036F, U+0483–0489) are left out.
_NOT_NARROW = re.compile(
    r"[^\n\x20-\x7e\xa0-\xa8\xaa-\xac\xaf-\u02ff\u0370-\u0482\u048a-\u058f"
    r"\u2010-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205e\u20a0-\u20bf\u2400-\u2426\u2500-\u257f]"
)


def has_only_narrow(text: str, start: int = 0, end: int | None = None) -> bool:
    """Tell whether every character of the stretch surely takes exactly one cell (newlines aside)."""
    return _NOT_NARROW.search(text, start, len(text) if end is None else end) is None


def cell_len(text: str) -> int:
    """Measure a text that holds no newline; a tab counts as the one space it is painted as."""
    return _rich_cell_len(text.replace("\t", " "))


def graphemes(text: str) -> list[Grapheme]:
    """Divide text into what a terminal shows as one: a character with its marks and joiners."""
    return split_graphemes(text.replace("\t", " "))[0]


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """Cut text to a width in cells, with an ellipsis where something was cut."""
    if cell_len(text) <= width:
        return text
    room = max(0, width - cell_len(ellipsis))
    end = 0
    for _, grapheme_end, cells in graphemes(text):
        room -= cells
        if room < 0:
            break
        end = grapheme_end
    return (text[:end].rstrip() + ellipsis) if width >= cell_len(ellipsis) else ""
