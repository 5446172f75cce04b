"""The app: theme, driver, the articles given, and the worker that reads on while one reads."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping, Sequence
from threading import Thread

from textual import on
from textual.app import App
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen

from reader.reading import Opening, open_place
from reader.resources import style_path
from reader.ui.edition import Edition
from reader.ui.screens.reading import ArticleWanted, ReadingScreen, Run
from reader.ui.theming import DEFAULT, load_palette


class ReaderApp(App[int]):
    """Reads articles, one at a time."""

    CSS_PATH = [style_path("reader.tcss")]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []

    class DocumentRead(Message):
        """More of a document is known: the rest of its text, or its quotes."""

        def __init__(self, screen: ReadingScreen, edition: Edition, is_complete: bool) -> None:
            super().__init__()
            self.screen = screen
            self.edition = edition
            self.is_complete = is_complete

    def __init__(
        self, openings: Sequence[Opening], theme: str = DEFAULT, driver_class: type[Driver] | None = None
    ) -> None:
        self._palette = load_palette(theme)
        super().__init__(driver_class=driver_class)
        self.animation_level = "none"
        self.register_theme(self._palette.theme())
        self.set_reactive(App.theme, theme)  # its watcher would parse the styles a second time
        self._openings = openings
        self._article = 0

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the first parse of the styles the names of our colours."""
        return self._palette.colours

    def get_default_screen(self) -> Screen[None]:
        """Start on the first article, without a screen under it."""
        return self._screen_for(self._openings[0])

    def _screen_for(self, opening: Opening) -> ReadingScreen:
        return ReadingScreen(opening, _actions)

    @on(ReadingScreen.TextShown)
    def read_on(self) -> None:
        """Read the rest of the text and find the quotes, now that there is something to read."""
        screen, opening = self._reading_screen(), self._openings[self._article]
        # Not a Textual worker: leaving would wait for its thread, and a book's quotes take seconds.
        Thread(target=self._complete, args=(screen, opening), name="reading", daemon=True).start()

    def _complete(self, screen: ReadingScreen, opening: Opening) -> None:
        # Parsing makes objects by the hundred thousand and no garbage; a full collection among them stops every key
        # for up to half a second at 10 MB.
        gc.disable()
        for document, is_complete in opening.stages():
            edition = Edition(document)
            edition.page(screen.body.page.width)
            self.post_message(self.DocumentRead(screen, edition, is_complete))

    @on(DocumentRead)
    def show_more(self, event: DocumentRead) -> None:
        """Hand the document to the screen that shows it."""
        event.screen.is_loading_quotes = not event.is_complete
        event.screen.edition = event.edition
        if event.is_complete:
            gc.freeze()
            gc.enable()

    @on(ArticleWanted)
    def show_article(self, event: ArticleWanted) -> None:
        """Go to another of the articles given."""
        wanted = self._article + event.step
        if not 0 <= wanted < len(self._openings):
            few = "this is the only article" if len(self._openings) == 1 else "no article further on that side"
            self._reading_screen().say(few)
            return
        self._article = wanted
        self.switch_screen(self._screen_for(self._openings[wanted]))

    def _reading_screen(self) -> ReadingScreen:
        assert isinstance(self.screen, ReadingScreen)
        return self.screen


def run(places: Sequence[str], *, theme: str | None = None, format: str | None = None, is_thrifty: bool = True) -> int:
    """Read the articles on the terminal until the person quits; raises `ReaderError` before the screen is touched."""
    openings = [open_place(place, format=format) for place in places]
    app = ReaderApp(openings, theme or DEFAULT, _thrifty_driver() if is_thrifty else None)
    return app.run(mouse=False) or 0


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
