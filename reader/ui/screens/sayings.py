"""All that one person said, in every article of the library; where it is somebody else, that is split off here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.library.everyone import Listed
from reader.library.quotelist import Placed, QuoteList
from reader.ui.screens.quotesheet import QuoteSheet
from reader.ui.visits import Visits

if TYPE_CHECKING:
    from reader.library import Library

SPLIT, MARK = "split-person", "mark-item"


class SayingsScreen(QuoteSheet[Placed]):
    """Lists what a person said, the newest article first; Enter opens the article on the quote."""

    NOTHING = "nothing they said has these words"
    PREVIEW_ROWS = 8
    OWN_ACTIONS = (SPLIT, MARK)
    HAS_SPEAKERS = False

    def __init__(self, visits: Visits, person: Listed) -> None:
        self.PLACEHOLDER = f"words {person.name} said"
        super().__init__(visits)
        self._person = person
        self._marked: set[int] = set()
        self._all: QuoteList | None = None

    def look_up(self, typed: str) -> list[Placed]:
        """Ask what was said with these words."""
        self.ask(typed)
        return self.found

    def question(self, typed: str) -> Callable[[Library], QuoteList]:
        """Find them among all that the person said, which is listed once: it may be thousands of quotes."""
        key = self._person.key

        def find(library: Library) -> QuoteList:
            if self._all is None:
                person = library.person(key)
                self._all = QuoteList() if person is None else library.list_said_by(person)
            return library.narrowed(self._all, typed)

        return find

    def press(self, action: str) -> None:
        """Mark the article under the cursor, or split the marked ones off."""
        if not self.found:
            return
        if action == MARK:
            self._marked ^= {self.found[self.cursor].article.id}
            self.cursor = min(self.cursor + 1, len(self.found) - 1)
            self.paint()
        else:
            self._split()

    def _split(self) -> None:
        articles = sorted(self._marked)
        if not articles:
            self.say(f"{self.key_of(MARK)} marks the articles in which it is somebody else; then {self.key_of(SPLIT)}")
            return
        key = self._person.key

        def split(library: Library) -> None:
            person = library.person(key)
            if person is not None:
                library.split(person, articles)

        self.visits.desk.ask("split", split, lambda _: self._tell_split(len(articles)))

    def _tell_split(self, count: int) -> None:
        self._marked.clear()
        self._all = None
        if not self.is_laid_out:
            return
        self.ask(self.prompt.value)
        self.say(f"somebody else in {count} article{'' if count == 1 else 's'} from now on: kept")

    def foot_words(self) -> str:
        """Say what the keys do here."""
        return f"Enter opens · {self.key_of(MARK)} marks · {self.key_of(SPLIT)} somebody else in the marked"

    def mark_of(self, item: Placed) -> str:
        """Show which articles are marked."""
        return "+ " if item.article.id in self._marked else "  "

    def count_words(self) -> str:
        """Say how many articles are marked, or how much was said."""
        return f"{len(self._marked)} marked" if self._marked else super().count_words()
