"""The app: theme, driver, the articles given, and the worker that reads on while one reads."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import PurePath
from threading import Thread
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.console import RenderableType
from textual import events, on
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import Screen

from reader.errors import ReaderError, UsageError
from reader.model.document import Document
from reader.paths import history_path
from reader.reading import Opening, open_place
from reader.resources import style_path
from reader.settings.settings import LESS, Settings
from reader.terminal.colours import Colours
from reader.ui.edition import Edition
from reader.ui.folding import is_too_small
from reader.ui.history import History
from reader.ui.keymap import KEYMAP, Keymap
from reader.ui.memory import Memory
from reader.ui.screens.reading import ArticleWanted, ListWanted, ReadingScreen, Run
from reader.ui.theming import DEFAULT, TERMINAL, Palette, load_palette

if TYPE_CHECKING:
    from reader.library.placed import PlacedMark
    from reader.library.positions import Position
    from reader.model.listing import Entry
    from reader.ui.marker import MarkChanged
    from reader.ui.opener import Opener
    from reader.ui.visits import Visits


class ReaderApp(App[int]):
    """Reads articles, one at a time."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS = []

    class DocumentRead(Message):
        """More of a document is known: the rest of its text, or its quotes."""

        def __init__(self, screen: ReadingScreen, edition: Edition, is_complete: bool) -> None:
            super().__init__()
            self.screen = screen
            self.edition = edition
            self.is_complete = is_complete

    class Recalled(Message):
        """Where one stopped reading a document."""

        def __init__(self, screen: ReadingScreen, position: Position) -> None:
            super().__init__()
            self.screen = screen
            self.position = position

    class MarksRecalled(Message):
        """What a person marked in a document before."""

        def __init__(self, screen: ReadingScreen, marks: tuple[PlacedMark, ...]) -> None:
            super().__init__()
            self.screen = screen
            self.marks = marks

    class LettersRecalled(Message):
        """The places marked with letters in a document before."""

        def __init__(self, screen: ReadingScreen, letters: dict[str, int]) -> None:
            super().__init__()
            self.screen = screen
            self.letters = letters

    class Trouble(Message):
        """Something that the person should know went wrong beside the reading."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(
        self,
        openings: Sequence[Opening | Entry],
        settings: Settings | None = None,
        driver_class: type[Driver] | None = None,
        colours: Colours = Colours.ALL,
        *,
        remembers: bool = False,
        start: tuple[str, str] | None = None,
    ) -> None:
        """Open articles, or the library; an app that `remembers` keeps places and corrections in it."""
        self.settings = settings or Settings()
        self._troubles = list(self.settings.troubles)
        self._start = start
        self.keymap = self._keymap_of_settings()
        if self.settings.hyphenation:
            from reader.layout.hyphens import missing_words

            self._troubles += filter(None, [missing_words()])
        self.history = History(history_path if remembers and self.settings.history else None)
        self._palette = self._palette_of_settings(in_sixteen=colours is Colours.SIXTEEN)
        is_colourless = colours is Colours.NONE
        super().__init__(
            driver_class=driver_class, css_path=_styles(has_sheet=not openings, is_colourless=is_colourless)
        )
        self.no_color = is_colourless
        self._colourless = [_colourless()] if is_colourless else []
        self.animation_level = "none"
        self.register_theme(self._palette.theme())
        self.set_reactive(App.theme, self._palette.name)  # its watcher would parse the styles a second time
        self.is_covered = False
        self._visits: Visits | None = None
        self._opener: Opener | None = None
        self._openings = list(openings)
        self._article = 0
        self._memory = Memory(lambda words: self.post_message(self.Trouble(words))) if remembers else None

    def _palette_of_settings(self, *, in_sixteen: bool) -> Palette:
        """Load the theme of the settings; the one that comes with the program where it is wrong in the file."""
        origin = self.settings.origins.get("theme", "")
        try:
            return load_palette(self.settings.theme, in_sixteen=in_sixteen)
        except UsageError as error:
            if not origin or origin.startswith("--"):
                raise
            self._troubles.append(f"{origin}: {error}")
            return load_palette(DEFAULT, in_sixteen=in_sixteen)

    def _keymap_of_settings(self) -> Keymap:
        """Return what every key does, as the settings have it."""
        if self.settings.keymap == LESS and not self.settings.keys:
            return KEYMAP
        from reader.ui.keymaps import keymap_of  # 2 ms, for who wants other keys

        keymap = keymap_of(self.settings)
        self._troubles += keymap.troubles
        return keymap

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the first parse of the styles the names of our colours."""
        return self._palette.colours

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Paint without colours where there are none.

        Textual's own filter translates a terminal's named colours; no theme but one has any, and it costs a page 5%.
        """
        return self._colourless if self._colourless or self.theme != TERMINAL else self._sixteen

    @cached_property
    def _sixteen(self) -> list[LineFilter]:
        from reader.ui.sixteen import Sixteen  # for the one theme that wants it

        return [Sixteen()]

    def get_default_screen(self) -> Screen[None]:
        """Start on the first article, without a screen under it, or on the library."""
        first = self._openings[0] if self._openings else None
        if isinstance(first, Opening):
            return self.screen_for(first)
        from reader.ui.screens.library import LibraryScreen

        return LibraryScreen(self.visits)

    @property
    def opener(self) -> Opener:
        """What opens articles while one reads; made when it is asked for."""
        if self._opener is None:
            from reader.ui.opener import Opener  # who reads one file needs none of it

            self._opener = Opener(self)
        return self._opener

    @property
    def visits(self) -> Visits:
        """What the app does with the library; made when it is asked for."""
        if self._visits is None:
            from reader.ui.visits import Visits  # who reads one file needs none of it

            self._visits = Visits(self)
        return self._visits

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything in a window too small for it, until that is larger."""
        if is_too_small(*event.size) == self.is_covered:
            return
        self.is_covered = not self.is_covered
        if self.is_covered:
            from reader.ui.screens.small import SmallScreen

            self.push_screen(SmallScreen())
        else:
            self.pop_screen()

    def on_mount(self) -> None:
        """Keep one's place when the line drops or the program is told to end; paint all anew when it comes back."""
        self.app_resume_signal.subscribe(self, lambda _: self._come_back())
        if self.is_headless or sys.platform == "win32":
            return
        if self.settings.mouse and self._driver is not None:
            from reader.terminal.mouse import report_mouse

            report_mouse(self._driver, is_wanted=True)
        for sign in (signal.SIGHUP, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(sign, self._end, 128 + sign)

    def _come_back(self) -> None:
        from reader.terminal.mouse import is_reported, report_mouse

        if self._driver is not None and is_reported(self._driver):
            report_mouse(self._driver, is_wanted=True)  # Textual would have every motion reported
        self.screen.refresh(layout=True)

    def _end(self, code: int) -> None:
        self.exit(code)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Keep the place, and end."""
        self.keep_place()
        super().exit(result, return_code, message)

    def screen_for(self, opening: Opening) -> ReadingScreen:
        """Make the screen of an article."""
        return ReadingScreen(opening, _actions, self.settings, self.keymap)

    @on(ReadingScreen.TextShown)
    def read_on(self, event: ReadingScreen.TextShown) -> None:
        """Read the rest of the text and find the quotes, now that there is something to read."""
        screen, opening = event.screen, event.screen.opening
        self._say_troubles(screen)
        if screen.visit is None:
            self._go_to_start(screen)
        # Not a Textual worker: leaving would wait for its thread, and a book's quotes take seconds.
        Thread(target=self._complete, args=(screen, opening), name="reading", daemon=True).start()
        if screen.visit is not None and screen.visit.article:
            from reader.ui.visits import arrive

            arrive(screen)  # before what is recalled, which then is not where to go
        if opening.rest is None:
            self._recall(screen, opening.first)
        if screen.listing is not None:
            self.opener.choose(screen.listing)

    def _say_troubles(self, screen: ReadingScreen) -> None:
        """Tell once what is wrong with the settings, the first of it in words."""
        if self._troubles:
            more = len(self._troubles) - 1
            screen.say(self._troubles[0] + (f" (and {more} more: pullquote config tells)" if more else ""))
            self._troubles.clear()

    def _go_to_start(self, screen: ReadingScreen, *, is_complete: bool = False) -> None:
        """Go where the command line says, as soon as that is known; whoever moves before goes their own way."""
        if self._start is None:
            return
        if screen.has_moved:
            self._start = None
            return
        from reader.ui.start import go_to_start

        if go_to_start(screen, self._start) or is_complete:
            self._start = None
        else:
            screen.say("")

    def _complete(self, screen: ReadingScreen, opening: Opening) -> None:
        # Parsing makes objects by the hundred thousand and no garbage; a full collection among them stops every key
        # for up to half a second at 10 MB.
        gc.disable()
        try:
            self._show_stages(screen, opening)
        except ReaderError as error:
            self.post_message(self.Trouble(f"this is all that could be read: {error}"))

    def _show_stages(self, screen: ReadingScreen, opening: Opening) -> None:
        edition: Edition | None = None
        for document, is_complete in opening.stages():
            if is_complete and self._memory is not None:
                document = self._memory.corrected(document, opening.place)
            edition = Edition(document, edition)
            screen.body.lay_out(edition)
            self.post_message(self.DocumentRead(screen, edition, is_complete))

    @on(DocumentRead)
    def show_more(self, event: DocumentRead) -> None:
        """Hand the document to the screen that shows it."""
        event.screen.is_loading_quotes = not event.is_complete
        is_first_whole = len(event.edition.document.text) != len(event.screen.document.text)
        event.screen.edition = event.edition
        self._go_to_start(event.screen, is_complete=event.is_complete)
        if is_first_whole:
            self._recall(event.screen, event.edition.document)
        if event.is_complete:
            self._recall_marks(event.screen, event.edition.document)
            # The source of a book is of no more use; coming back to the article finds everything.
            self._keep_opening(event.screen)
            gc.freeze()
            gc.enable()

    def _keep_opening(self, screen: ReadingScreen) -> None:
        """Keep what is known of an article in the place of what it was opened with."""
        before, screen.opening = screen.opening, Opening(screen.place_name, screen.document, None, True)
        self._openings = [screen.opening if opening is before else opening for opening in self._openings]

    def _recall(self, screen: ReadingScreen, document: Document) -> None:
        def tell_letters(letters: dict[str, int]) -> None:
            self.post_message(self.LettersRecalled(screen, letters))

        def tell(position: Position | None) -> None:
            if position is not None:
                self.post_message(self.Recalled(screen, position))

        if self._memory is not None:
            self._memory.recall(document, screen.place_name, tell)
            self._memory.recall_letters(document, screen.place_name, tell_letters)

    def _recall_marks(self, screen: ReadingScreen, document: Document) -> None:
        def tell(marks: tuple[PlacedMark, ...]) -> None:
            self.post_message(self.MarksRecalled(screen, marks))

        if self._memory is not None:
            self._memory.recall_marks(document, screen.place_name, tell)

    @on(MarksRecalled)
    def show_marks(self, event: MarksRecalled) -> None:
        """Show what was marked before."""
        if event.marks:
            event.screen.marker.recalled(event.marks)

    def on_mark_changed(self, event: MarkChanged) -> None:
        """Keep a mark or its note, or forget it."""
        if self._memory is not None:
            self._memory.keep_mark(event.document, event.mark, is_kept=event.is_kept)

    @on(Recalled)
    def show_place(self, event: Recalled) -> None:
        """Go on where one stopped, unless the person has gone somewhere already."""
        if self._start is None:
            event.screen.go_on_from(event.position)

    @on(LettersRecalled)
    def show_letters(self, event: LettersRecalled) -> None:
        """Know the places marked before; what was marked meanwhile holds."""
        event.screen.letters = event.letters | event.screen.letters

    @on(Trouble)
    def say_trouble(self, event: Trouble) -> None:
        """Say it in the status line."""
        say = getattr(self.screen, "say", None)
        if say is not None:
            say(event.words)

    @on(ReadingScreen.Settled)
    def keep_place(self) -> None:
        """Keep where the person is."""
        screen = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, ReadingScreen)), None)
        if self._memory is not None and screen is not None and screen.has_moved:
            self._memory.keep(screen.document, screen.place_name, screen.view.place, screen.read_to)

    def after_keeping(self, then: Callable[[], object]) -> None:
        """Call a function once what is to be kept is in the library."""
        if self._memory is None:
            then()
        else:
            self._memory.after(lambda: self.call_later(then))

    @on(ReadingScreen.Lettered)
    def keep_letter(self, event: ReadingScreen.Lettered) -> None:
        """Keep a place marked with a letter."""
        screen = self._reading_screen()
        if self._memory is not None:
            self._memory.keep_letter(screen.document, screen.place_name, event.letter, event.offset)

    @on(ReadingScreen.Corrected)
    def keep_correction(self, event: ReadingScreen.Corrected) -> None:
        """Keep who said it, for the next time the article is opened."""
        screen = self._reading_screen()
        self._keep_opening(screen)
        if self._memory is not None:
            self._memory.correct(event.document, screen.place_name, event.quote, event.name)

    @on(ArticleWanted)
    def show_article(self, event: ArticleWanted) -> None:
        """Go to another of the articles given, or of the list this one is from."""
        reading = self._reading_screen()
        if reading.way is not None:
            self.opener.step(reading.way, event.step)
            return
        if reading.visit is not None:
            reading.say("this article was opened by itself: q goes back")
            return
        wanted = self._article + event.step
        if not 0 <= wanted < len(self._openings):
            few = "this is the only article" if len(self._openings) == 1 else "no article further on that side"
            reading.say(few)
            return
        self._show_given(wanted)

    def _show_given(self, wanted: int) -> None:
        opening = self._openings[wanted]
        if not isinstance(opening, Opening):
            self.opener.load(opening, lambda opening: self._keep_given(wanted, opening))
            return
        self._article = wanted
        self.keep_place()
        # The first screen was not pushed and cannot be switched; it stays below the others.
        show = self.push_screen if len(self.screen_stack) == 1 else self.switch_screen
        show(self.screen_for(opening))

    def _keep_given(self, wanted: int, opening: Opening) -> None:
        self._openings[wanted] = opening
        self._show_given(wanted)

    @on(ListWanted)
    def show_list(self, event: ListWanted) -> None:
        """Show the list the article is from, or the articles given."""
        reading = self._reading_screen()
        if reading.way is not None:
            self.opener.choose_way(reading.way)
        elif reading.listing is not None:
            self.opener.choose(reading.listing, event.first)
        elif reading.visit is None:
            self.opener.choose_given(self._openings, self._article, self._show_given)
        else:
            reading.say("this article was opened by itself: q goes back")

    def finish(self) -> None:
        """Keep what is to be kept before the program ends."""
        if self._visits is not None:
            self._visits.desk.close()
        if self._memory is not None:
            self._memory.close()

    def _reading_screen(self) -> ReadingScreen:
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, ReadingScreen))


def run(
    places: Sequence[str],
    settings: Settings,
    *,
    format: str | None = None,
    colours: Colours = Colours.ALL,
    start: tuple[str, str] | None = None,
    opened: Mapping[str, Opening] = MappingProxyType({}),
) -> int:
    """Read the articles on the terminal until the person quits; raises `ReaderError` before the screen is touched."""
    driver = _thrifty_driver() if settings.thrift else None
    openings = [opened.get(place) or _given(place, format, is_first=place is places[0]) for place in places]
    app = ReaderApp(openings, settings, driver, colours, remembers=settings.remember, start=start)
    code = app.run(mouse=False) or 0
    app.finish()
    return code


def _given(place: str, format: str | None, *, is_first: bool) -> Opening | Entry:
    """Open one of several files; what must be fetched waits until it is wanted, unless it is the first."""
    from reader.sources.fetch import is_url

    if is_first or format is not None or not is_url(place):
        return open_place(place, format=format)
    from reader.model.listing import Entry  # who reads one file needs it never

    return Entry(place, place)


def _styles(*, has_sheet: bool, is_colourless: bool) -> list[str | PurePath]:
    # Textual reads the styles of a screen when it is pushed; the first one is not.
    names = ["reader.tcss", "sheet.tcss" if has_sheet else "", "no-colour.tcss" if is_colourless else ""]
    return [style_path(name) for name in names if name]


def _colourless() -> LineFilter:
    from reader.ui.colourless import Colourless

    return Colourless()


def _thrifty_driver() -> type[Driver] | None:
    """Return the driver that sends only what changed, where there is one: not on Windows."""
    if sys.platform == "win32":
        return None
    from reader.terminal.driver import ThriftyDriver

    return ThriftyDriver


def _actions() -> Mapping[str, Run]:
    """Return what each action does; they know the screen, and it meets them when the first key is pressed."""
    from reader.ui.actions import RUN

    return RUN
