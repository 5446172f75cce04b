"""Articles opened from the library, and the screens that lead to them. They lie over what was open; `q` leaves."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from reader.layout import view as views
from reader.layout.view import View
from reader.model.document import Document
from reader.model.span import Span
from reader.reading import Opening
from reader.ui.desk import Desk
from reader.ui.results import Results
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.entries import Article
    from reader.library.positions import Position
    from reader.ui.app import ReaderApp
    from reader.ui.keymap import Keymap


@dataclass(frozen=True, slots=True)
class Visit:
    """Why an article of the library is open."""

    article: int
    title: str
    position: Position | None = None
    """Where one stopped reading it."""
    results: Results | None = None
    """The list it was found in."""


@dataclass(frozen=True, slots=True)
class _Fetched:
    article: Article
    document: Document
    position: Position | None


class Visits:
    """What the app does with the library."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self.desk = Desk(app.call_later, self.say)

    @property
    def keymap(self) -> Keymap:
        """What every key does."""
        return self._app.keymap

    def say(self, words: str) -> None:
        """Tell the person, on whichever screen they are."""
        self._app.post_message(self._app.Trouble(words))

    # Screens.

    def show_library(self) -> None:
        """Show the library: the screen under this one, or a new one."""
        from reader.ui.screens.library import LibraryScreen

        if any(isinstance(screen, LibraryScreen) for screen in self._app.screen_stack):
            self._app.keep_place()
            while not isinstance(self._app.screen, LibraryScreen):
                self._app.pop_screen()
        else:
            self._app.push_screen(LibraryScreen(self))

    def show_speakers(self) -> None:
        """Show everyone quoted."""
        from reader.ui.screens.speakers import SpeakersScreen

        self._app.push_screen(SpeakersScreen(self))

    def verify(self, reading: ReadingScreen | None = None) -> None:
        """Ask whether somebody said something: in the article one reads, and in the library."""
        from reader.ui.screens.verify import VerifyScreen, span_of

        def show(passage: object) -> None:
            span = span_of(passage)
            if reading is not None and span is not None:
                reading.jump(views.showing(reading.body.page, reading.view, reading.body.page_height, span))
                _mark(reading, (span,))

        self._app.push_screen(VerifyScreen(self, reading.document if reading is not None else None), show)

    def look_up(self) -> None:
        """Look quotes up in all articles."""
        from reader.ui.screens.lookup import LookUpScreen

        self._app.push_screen(LookUpScreen(None, None, self))

    # Articles.

    def open(self, article: int, results: Results | None = None, otherwise: Callable[[], object] | None = None) -> None:
        """Open an article where one stopped reading it, or at a place in a list."""

        def fetch(library: Library) -> _Fetched:
            entry = library.article(article)
            document = library.document(article)
            return _Fetched(entry, document, library.position(document, entry.places[0] if entry.places else ""))

        self.desk.ask("open", fetch, lambda fetched: self._show(fetched, results), otherwise)

    def go(self, reading: ReadingScreen, count: int) -> None:
        """Go on by so many in the list an article was found in."""
        visit = reading.visit
        if visit is None or visit.results is None:
            return
        results = visit.results.stepped(count)
        if results.aim.article == visit.article:
            reading.visit = replace(visit, results=results)
            arrive(reading)
        else:
            self.open(results.aim.article, results)

    def leave(self) -> None:
        """Go back to what was open before."""
        self._app.keep_place()
        self._app.pop_screen()

    def open_file(self, place: str) -> None:
        """Open a file over this screen."""
        from reader.reading import open_place

        screen = self._app.screen_for(open_place(place))
        screen.visit = Visit(0, "")
        self._app.push_screen(screen)

    def after_keeping(self, then: Callable[[], object]) -> None:
        """Call a function once the places left are in the library."""
        self._app.after_keeping(then)

    def _show(self, fetched: _Fetched, results: Results | None) -> None:
        if self._app.is_covered:
            return
        entry, document = fetched.article, fetched.document
        place = entry.places[0] if entry.places else ""
        screen = self._app.screen_for(Opening(place, document, None, True))
        screen.visit = Visit(entry.id, entry.name, fetched.position, results)
        screen.set_reactive(ReadingScreen.view, _first_view(document, fetched.position, results))
        under = self._app.screen
        if isinstance(under, ReadingScreen) and under.visit is not None:
            self._app.keep_place()
            self._app.switch_screen(screen)
        else:
            self._app.push_screen(screen)


def visits_of(screen: Screen[Any]) -> Visits:
    """Return the visits of the app that shows a screen."""
    return cast("ReaderApp", screen.app).visits


def arrive(reading: ReadingScreen) -> None:
    """Go where a visit leads, and say where that is."""
    visit = reading.visit
    if visit is None:
        return
    if visit.results is None:
        if visit.position is not None:
            reading.go_on_from(visit.position)
    else:
        _show_aim(reading, visit.results)
        reading.say(visit.results.words(visit.title))
    reading.has_moved = True  # to have opened it is to have read what is on the screen


def _show_aim(reading: ReadingScreen, results: Results) -> None:
    aim = results.aim
    if aim.quote is not None and aim.quote < len(reading.document.quotes):
        reading.show_quote(aim.quote)
    elif aim.span is not None:
        reading.jump(views.showing(reading.body.page, reading.view, reading.body.page_height, aim.span))
    if aim.marked:
        _mark(reading, aim.marked)


def _mark(reading: ReadingScreen, spans: Sequence[Span]) -> None:
    """Mark what was found, as matches are marked."""
    from reader.search.find import Matches

    starts, ends = array("q", (span.start for span in spans)), array("q", (span.end for span in spans))
    reading.matches, reading.match = Matches(starts, ends), None


def _first_view(document: Document, position: Position | None, results: Results | None) -> View:
    """Return about where the first paint is, so that nothing is painted twice."""
    target = _target(document, position, results)
    if not target:
        return View()
    before = document.text.rfind("\n", 0, max(0, target - 1)) + 1
    return View(before if results is not None else target, target)


def _target(document: Document, position: Position | None, results: Results | None) -> int:
    if results is None:
        return position.offset if position is not None and position.is_same_text else 0
    quote, span = results.aim.quote, results.aim.span or Span(0, 0)
    return document.quotes[quote].span.start if quote is not None and quote < len(document.quotes) else span.start
