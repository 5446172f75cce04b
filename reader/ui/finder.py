"""The state of a search: where it began, what it found, which match one is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout import view as views
from reader.layout.view import View
from reader.search.find import Matches, find_matches
from reader.search.fold import Folded, fold
from reader.ui.history import history_of, keep_in_history

if TYPE_CHECKING:
    from reader.ui.screens.reading import ReadingScreen


SEARCHES = "find"
"""The history of what was searched for."""


class Finder:
    """Searches for the reading screen, which holds the matches; this remembers what Esc returns to."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._folded: Folded | None = None
        self._before: tuple[View, Matches | None, int | None] = (View(), None, None)
        history = history_of(reading.app, SEARCHES)
        self.searches: list[str] = [] if history is None else history
        """Every search once, the last one last."""

    def forget_text(self) -> None:
        """Fold the text anew at the next search, because there is more of it."""
        self._folded = None

    def begin(self) -> None:
        """Remember where the search begins."""
        self._before = (self._reading.view, self._reading.matches, self._reading.match)

    def narrow(self, words: str) -> None:
        """Show the first match behind the place where the search began, as one types."""
        origin = self._before[0]
        self._set(self._find(words) if words.strip() else None, origin.place)
        self._reading.view = self._view_of_match(origin)

    def finish(self, words: str) -> None:
        """Stay at the match; no words repeat the last search."""
        words = words if words.strip() else (self.searches[-1] if self.searches else "")
        if not words:
            self.cancel()
            return
        keep_in_history(self._reading.app, SEARCHES, words)
        origin = self._before[0]
        self._set(self._find(words), origin.place)
        if self._reading.match is None:
            self.cancel()
            self._reading.say(f"not found: {words}")
        else:
            self._reading.jumps.leave(origin)
            self._reading.view = self._view_of_match(origin)

    def cancel(self) -> None:
        """Return to where the search began, and to what was found before it."""
        self._reading.view, self._reading.matches, self._reading.match = self._before

    def step(self, count: int) -> None:
        """Go on by matches, around the end of the text."""
        reading = self._reading
        if reading.matches is None and self.searches:
            self._set(self._find(self.searches[-1]), reading.view.place)
            count -= 1 if count > 0 else 0
        if reading.matches is None or reading.match is None:
            reading.say("nothing to go to: / asks for words")
            return
        wanted = reading.match + count
        reading.match = wanted % len(reading.matches)
        reading.jump(self._view_of_match(reading.view))
        if not 0 <= wanted < len(reading.matches):
            reading.say("around the end of the text" if count > 0 else "around the beginning of the text")

    def forget(self) -> None:
        """Mark matches no longer; `n` finds them again."""
        self._set(None, 0)

    def _set(self, matches: Matches | None, place: int) -> None:
        found = matches.first_from(place) if matches is not None else None
        self._reading.match = found
        self._reading.matches = matches if found is not None else None

    def _find(self, words: str) -> Matches:
        if self._folded is None:
            self._folded = fold(self._reading.document.text)
        return find_matches(self._folded, words)

    def _view_of_match(self, origin: View) -> View:
        reading = self._reading
        if reading.matches is None or reading.match is None:
            return origin
        return views.showing(reading.body.page, origin, reading.body.page_height, reading.matches[reading.match])
