"""A mark of one's own as rows of a pane: a sign, the words, the note, and what has become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import fit
from reader.layout.runs import Run
from reader.layout.wrap import wrap
from reader.ui.signs import drawn

if TYPE_CHECKING:
    from reader.library.placed import PlacedMark

_MOST_ROWS = 2
_STATES = {"moved": "found again by its words", "altered": "its words have changed"}
_GONE = "gone from the text, but kept"


def mark_rows(one: PlacedMark, width: int) -> list[list[Run]]:
    """Return the rows of a mark, the last one empty; `width` is in cells."""
    words = _lines(one.mark.words, width - 2)
    rows: list[list[Run]] = [[(" ", ()), (drawn("◆ "), ("mark",)), (words[0], ("own",))]]
    rows += [[("   ", ()), (line, ("own",))] for line in words[1:]]
    rows += [[("   ", ()), (line, ("plain",))] for line in _lines(one.mark.note, width - 2) if line]
    state = _GONE if one.span is None else _STATES.get(one.change, "")
    rows += [[("   ", ()), (fit(state, width - 2), ("note",))]] if state else []
    return [*rows, []]


def _lines(text: str, width: int) -> list[str]:
    """Wrap a text to a few lines, the last one cut."""
    text = " ".join(text.split())
    spans = wrap(text, 0, len(text), max(1, width))
    lines = [text[start:end] for start, end in spans[:_MOST_ROWS]]
    if len(spans) > _MOST_ROWS:
        lines[-1] = fit(lines[-1] + drawn("…") + " " * width, width)
    return lines
