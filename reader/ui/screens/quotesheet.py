"""A sheet of quotes in the library: what the desk finds for the words typed, a part at a time as one moves on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from textual import on

from reader.layout.runs import Run
from reader.library.quotelist import Placed, QuoteList
from reader.ui.desk import NO_LIBRARY
from reader.ui.panes.prompt import Prompt
from reader.ui.passages import hit_rows, hit_runs
from reader.ui.results import quotes_from
from reader.ui.screens.sheet import SheetScreen

if TYPE_CHECKING:
    from reader.library import Library
    from reader.ui.visits import Visits

Item = TypeVar("Item")

PART = 30
"""Quotes shown at first, and fetched at once when one moves on: each opens its article."""


class QuoteSheet(SheetScreen[Item | Placed], Generic[Item]):
    """Quotes of the library, opened over the sheet, so that `q` leads back to the list."""

    HAS_SPEAKERS = True

    def __init__(self, visits: Visits) -> None:
        super().__init__()
        self.visits = visits
        self.quotes = QuoteList()
        self._is_asking = False
        self._is_choosing = False

    def question(self, typed: str) -> Callable[[Library], QuoteList]:
        """Return how the library finds what was typed."""
        raise NotImplementedError

    def ask(self, typed: str) -> None:
        """Ask the desk; what is shown stays until it answers."""
        find = self.question(typed)

        def question(library: Library) -> tuple[QuoteList, list[Placed]]:
            quotes = find(library)
            return quotes, library.placed(quotes, 0, PART)

        self._is_asking = True
        self.visits.desk.ask("quotes", question, self._take, self._take_nothing)

    def forget_question(self) -> None:
        """Want no answer any more."""
        self._is_asking = self._is_choosing = False
        self.visits.desk.forget("quotes")

    def _take(self, answer: tuple[QuoteList, list[Placed]]) -> None:
        self.quotes, found = answer
        self.found = [*found]
        self.cursor = self.first = 0
        self._is_asking = False
        self.paint()
        if self._is_choosing:
            self._is_choosing = False
            self.choose()

    def _take_nothing(self) -> None:
        self._take((QuoteList(), []))
        self._message = self._message or NO_LIBRARY
        self.paint()

    @on(Prompt.Moved)
    def fetch_more(self, event: Prompt.Moved) -> None:
        """Fetch the next part before one has come to the end of this one."""
        count = len(self.found)
        if not self._is_asking and self.cursor > count - PART // 2 and count < len(self.quotes):
            quotes = self.quotes
            self.visits.desk.ask(
                "more quotes", lambda library: library.placed(quotes, count, PART), lambda more: self._add(quotes, more)
            )

    def _add(self, quotes: QuoteList, more: list[Placed]) -> None:
        if quotes is self.quotes:
            self.found = [*self.found, *more]
            self.paint()

    def choose(self) -> None:
        """Open the article on the quote; the list is what `n` and `N` go on through."""
        if self._is_asking:
            self._is_choosing = True
            return
        item = self.found[self.cursor] if self.found else None
        if isinstance(item, Placed):
            results = quotes_from(self.quotes.places(), self.cursor)
            self.visits.open(item.article.id, results, self.resume)
        else:
            super().choose()

    def count_words(self) -> str:
        """Say how many quotes were found."""
        if not len(self.quotes):
            return "nothing found" if self.prompt.value.strip() else "all articles"
        most = " or more" if self.quotes.is_cut else ""
        return f"{len(self.quotes):,}{most} quote{'' if len(self.quotes) == 1 else 's'}"

    def item_runs(self, item: Item | Placed, width: int) -> list[Run]:
        """Show a quote of the library with its article."""
        assert isinstance(item, Placed)
        return hit_runs(item.hit, width, item.article, has_speaker=self.HAS_SPEAKERS)

    def preview_rows(self, item: Item | Placed, width: int, height: int) -> list[list[Run]]:
        """Show it in its paragraph."""
        assert isinstance(item, Placed)
        return hit_rows(item.hit, width, height, item.article)
