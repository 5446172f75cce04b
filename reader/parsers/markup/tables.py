"""Which tables hold data, and where their cells stand; the others only lay a page out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from reader.parsers.markup.elements import is_hidden
from reader.parsers.markup.tree import Element

_NOT_IN_DATA = (
    "table",
    "article",
    "section",
    "h1",
    "h2",
    "h3",
    "blockquote",
    "figure",
    "pre",
    "form",
    "hr",
    "header",
    "footer",
)
_LONGEST_CELL = 1000
_WIDEST_SPAN = 50
_MOST_ROWS_LOOKED_AT = 300
_ROLES_OF_LAYOUT = frozenset({"presentation", "none"})


class Cell(NamedTuple):
    """One place of a row; without an element where a cell of another row or column reaches into it."""

    element: Element | None
    info: str


def is_data(table: Element) -> bool:
    """Tell a table of data from one that lays out a page: several short cells in a row, nothing of a page in them."""
    if (table.get("role") or "").lower() in _ROLES_OF_LAYOUT:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in islice(rows_of(table), _MOST_ROWS_LOOKED_AT)]
    if max(map(len, rows), default=0) < 2:
        return False
    if any(True for _ in islice(table.iter(*_NOT_IN_DATA), 1, None)):
        return False
    if any(cell.tag == "th" for row in rows for cell in row):
        return True
    is_short = all(sum(map(len, cell.itertext())) <= _LONGEST_CELL for row in rows for cell in row)
    return is_short and len(rows) > 1


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, not those of a table inside it."""
    for child in table.iterchildren():
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")


def cells_of(table: Element) -> Iterator[list[Cell]]:
    """Yield the cells of each row that holds words, the places that spanning cells take left empty."""
    reaching: dict[int, int] = {}
    for row in rows_of(table):
        cells = [] if is_hidden(row) else list(_place(row, reaching))
        if any(cell.element is not None and "".join(cell.element.itertext()).strip() for cell in cells):
            yield cells


def _place(row: Element, reaching: dict[int, int]) -> Iterator[Cell]:
    column = 0
    for element in row.iterchildren("td", "th"):
        while reaching.get(column, 0) > 0:
            reaching[column] -= 1
            column += 1
            yield Cell(None, "")
        width, height = _span(element.get("colspan")), _span(element.get("rowspan"))
        info = "header" if element.tag == "th" else _alignment(element)
        for place in range(width):
            if height > 1:
                reaching[column] = height - 1
            column += 1
            yield Cell(None if place else element, info)
    for reached in range(column, max(reaching, default=-1) + 1):
        reaching[reached] = max(0, reaching.get(reached, 0) - 1)


def _span(written: str | None) -> int:
    try:
        return max(1, min(int((written or "1")[:6]), _WIDEST_SPAN))
    except ValueError:
        return 1


def _alignment(element: Element) -> str:
    said = (element.get("align") or "").lower()
    if not said and "text-align" in (element.get("style") or "")[:500]:
        said = element.get("style").lower().partition("text-align")[2].lstrip(": ").split(";")[0].strip()
    return said if said in {"left", "right", "center"} else ""
