"""Articles as rows of a list: title, source, date, quotes, how far one has read. Pure."""

from __future__ import annotations

from typing import NamedTuple

from reader import navigation
from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.library.entries import Article
from reader.ui.passages import cell_of
from reader.ui.signs import drawn, fit

_WIDE, _MIDDLE = 96, 60


class Columns(NamedTuple):
    """The cells of each column; 0 leaves it out."""

    title: int
    source: int
    day: int
    quotes: int
    read: int = 4


def columns(width: int) -> Columns:
    """Divide a row: a narrow window keeps the title and how far one has read."""
    if width >= _WIDE:
        return Columns(width - 49, 20, 10, 7)
    if width >= _MIDDLE:
        return Columns(width - 41, 14, 10, 6)
    return Columns(width - 5, 0, 0, 0)


def heading_runs(width: int) -> list[Run]:
    """Name the columns."""
    cells = columns(width)
    named = (("article", cells.title), ("source", cells.source), ("date", cells.day))
    runs = [run for words, size in named if size for run in cell_of(words, size, "note")]
    if cells.quotes:
        runs.append(("quotes".rjust(cells.quotes) + " ", ("note",)))
    return [*runs, ("read".rjust(cells.read), ("note",))]


def article_runs(article: Article, width: int) -> list[Run]:
    """Return the row of one article."""
    cells = columns(width)
    runs = cell_of(article.name, cells.title, "speaker" if article.read_to is None else "plain")
    if cells.source:
        runs += cell_of(article.source or _host(article), cells.source, "note")
    if cells.day:
        runs += cell_of(article.day or article.date, cells.day, "note")
    if cells.quotes:
        runs.append((f"{article.quotes or ''}".rjust(cells.quotes) + " ", ("words",)))
    return [*runs, (_read(article).rjust(cells.read), ("count",))]


def article_rows(article: Article, width: int) -> list[list[Run]]:
    """Say what the row has no room for: where the article comes from, and where it stands."""
    about = [article.byline, article.source, article.date or article.day]
    quotes = f"{article.quotes} quote{'' if article.quotes == 1 else 's'}"
    read = f"{_read(article)} read" if article.read_to is not None else "not read yet"
    rows: list[list[Run]] = [[(drawn("─") * width, ("note",))]]
    for parts in ([article.name], [part for part in about if part], [quotes, read, *article.places[:1]]):
        words = fit(drawn(" · ").join(parts), width - 2)
        rows.append([("  ", ()), (words, ("current" if parts == [article.name] else "note",))])
    return [row for row in rows if len(row) == 1 or row[1][0]]


def filled(runs: list[Run], width: int) -> list[Run]:
    """Fill a row to its end, so that the cursor reaches there."""
    used = sum(cell_len(text) for text, _ in runs)
    return [*runs, (" " * max(0, width - used), ())]


def _read(article: Article) -> str:
    return "" if article.read_to is None else f"{navigation.percent(article.read_to, article.characters)}%"


def _host(article: Article) -> str:
    """Return the site of an article read from the web that names no source."""
    place = article.places[0] if article.places else ""
    return place.split("/")[2].removeprefix("www.") if "://" in place else ""
