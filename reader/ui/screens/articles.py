"""A list of articles to choose from: those of a feed, of a folder, or the files given."""

from __future__ import annotations

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.layout.wrap import wrap
from reader.model.listing import Entry, Listing
from reader.search.fold import fold
from reader.sources.fetch import is_url
from reader.sources.safe import make_safe
from reader.ui.screens.sheet import SheetScreen
from reader.ui.signs import drawn, fit

_DATE_CELLS = 11
_NARROW = 50


class ArticlesScreen(SheetScreen[int]):
    """The articles of one list; dismissed with the index of the one chosen."""

    PLACEHOLDER = "words of a title, an author or a date"
    NOTHING = "no article has these words"
    PREVIEW_ROWS = 8
    FOOT = "Enter opens · ↑ ↓ move · Esc returns"

    def __init__(self, listing: Listing, first: int = 0) -> None:
        """List articles, with the cursor on one of them."""
        super().__init__()
        self._listing = listing
        self._folded = [_folded(entry) for entry in listing.entries]
        self.cursor = min(first, max(0, len(listing.entries) - 1))

    def look_up(self, typed: str) -> list[int]:
        """Return the articles with every word typed, in the order of the list."""
        words = fold(typed).lower.split()
        return [index for index, text in enumerate(self._folded) if all(word in text for word in words)]

    def count_words(self) -> str:
        """Say how many there are, and where."""
        count = f"{len(self.found)} of {len(self._listing.entries)} articles"
        return f"{count} · {self._listing.title}" if self._listing.title else count

    def item_runs(self, item: int, width: int) -> list[Run]:
        """Show the date, the title, and who wrote it."""
        entry = self._listing.entries[item]
        date_cells = _DATE_CELLS if width >= _NARROW and any(one.date for one in self._listing.entries) else 0
        date = fit(entry.date, date_cells - 1) if date_cells else ""
        title = fit(entry.title or make_safe(entry.place), width - date_cells)
        left = width - date_cells - cell_len(title) - 3
        byline = drawn(f" · {fit(entry.byline, left)}") if entry.byline and left > 3 else ""
        return [(date + " " * (date_cells - cell_len(date)), ("note",)), (title, ("words",)), (byline, ("role",))]

    def preview_rows(self, item: int, width: int, height: int) -> list[list[Run]]:
        """Show how it begins, and where it leads before anything is fetched."""
        entry = self._listing.entries[item]
        rows: list[list[Run]] = [[(drawn("─") * width, ("note",))]]
        words = entry.summary
        rows += [[(words[start:end], ("plain",))] for start, end in wrap(words, 0, len(words), max(8, width)) if words]
        place = " ".join(make_safe(entry.place).split())
        what = f"Enter fetches {place}" if is_url(entry.place) and not entry.content else place
        return [*rows[: max(1, height - 1)], [(fit(drawn(what), width), ("note",))]]


def _folded(entry: Entry) -> str:
    return fold(" ".join((entry.title, entry.byline, entry.date, entry.place))).lower
