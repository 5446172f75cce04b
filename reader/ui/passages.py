"""How a passage is shown in a list: one row with the speaker in front, and a preview in its paragraph. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from reader.layout.cells import cell_len
from reader.layout.ranges import Ranges
from reader.layout.runs import Run, divide
from reader.layout.wrap import wrap
from reader.library.entries import Article, Hit
from reader.model.span import Span
from reader.ui.signs import drawn, fit

SPEAKER_CELLS = 20
LEAD = 24
"""Characters shown at most before the first word found in a long quote."""
_TITLE_CELLS = 26
_WIDE = 84
"""Cells from which on the title stands behind the words."""


def hit_runs(hit: Hit, width: int, article: Article | None = None, *, has_speaker: bool = True) -> list[Run]:
    """Put the speaker in front of the words and, where there is room, the article behind them."""
    runs: list[Run] = []
    cells = width
    if has_speaker:
        name_cells = min(SPEAKER_CELLS, width // 3)
        runs += cell_of(hit.speaker or "unknown", name_cells, "speaker" if hit.speaker else "note")
        cells -= name_cells + 1
    if article is None or width < _WIDE:
        return [*runs, *_marked(hit, cells)]
    words = _marked(hit, cells - _TITLE_CELLS - 1)
    used = sum(cell_len(text) for text, _ in words)
    gap = " " * max(0, cells - _TITLE_CELLS - used)
    return [*runs, *words, (gap, ()), (fit(article.name, _TITLE_CELLS), ("note",))]


def hit_rows(hit: Hit, width: int, height: int, article: Article | None = None) -> list[list[Run]]:
    """Show a passage in its paragraph: as much of it as fits, from a line before the passage on."""
    rows = [_rule(hit, width, article)]
    lines = wrap(hit.text, 0, len(hit.text), max(8, width - 2))
    start, end = hit.span.start - hit.around.start, hit.span.end - hit.around.start
    first = max(0, min(bisect_right([last for _, last in lines], start) - 1, len(lines) - height + 1))
    layers = [Ranges([(start, end, "words")]), _ranges(hit.marked, hit.around.start)]
    return rows + [
        [("  ", ()), *divide(hit.text, left, right, layers)] for left, right in lines[first : first + height - 1]
    ]


def cell_of(words: str, width: int, *roles: str) -> list[Run]:
    """Cut words to a column and fill it, and the space behind it."""
    cut = fit(words, width)
    return [(cut, tuple(roles)), (" " * (width - cell_len(cut) + 1), ())]


def _rule(hit: Hit, width: int, article: Article | None) -> list[Run]:
    if article is None:
        return [(drawn("─") * width, ("note",))]
    where = [article.name, article.source, article.day or article.date, drawn(" › ").join(hit.section)]
    words = fit(drawn(" · ").join(part for part in where if part), max(0, width - 5))
    rest = max(0, width - cell_len(words) - 4)
    return [(drawn("── ") + words + " " + drawn("─") * rest, ("note",))]


def _ranges(spans: Iterable[Span], origin: int) -> Ranges:
    return Ranges((span.start - origin, span.end - origin, "match") for span in spans)


def _marked(hit: Hit, width: int) -> list[Run]:
    """Return the passage on one row, from a little before the first word found when that would not be seen."""
    origin = hit.span.start
    words = hit.text[origin - hit.around.start : hit.span.end - hit.around.start].replace("\n", " ")
    marks = [(mark.start - origin, mark.end - origin) for mark in hit.marked]
    start = max(0, marks[0][0] - min(LEAD, width // 3)) if marks and marks[0][1] > width else 0
    lead = drawn("…") if start else ""
    shown = lead + fit(words[start + len(lead) :], width - 1 - len(lead))
    layer = Ranges((max(0, left - start), right - start, "match") for left, right in marks if right > start)
    return divide(shown, 0, len(shown), [layer], ("words",))
