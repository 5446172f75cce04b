"""Articles opened one from another: out of a list, by a link, as the whole page. They lie over what was open before.

Opening may mean fetching: it happens in a thread, the keys stay with what one reads, and the last wish wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, cast

from reader.errors import ReaderError
from reader.model.listing import Entry, Listing
from reader.reading import Opening, open_entry, open_place
from reader.sources.fetch import Progress, heard_by, is_url
from reader.sources.safe import make_safe
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

_TOLD_EVERY_SECONDS = 0.3


@dataclass(frozen=True, slots=True)
class Way:
    """The list an article was opened from, and which of it it is."""

    entries: tuple[Entry, ...]
    index: int

    @property
    def words(self) -> str:
        """Say where one is: “article 3 of 12”."""
        return f"article {self.index + 1} of {len(self.entries)}"


class Opener:
    """What the app opens while one reads."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._wishes = 0
        self._told_at = 0.0

    def open(self, entry: Entry, way: Way | None = None, *, format: str | None = None, instead: bool = False) -> None:
        """Open an article over the one that is read, or `instead` of it."""
        self.load(entry, lambda opening: self._show(opening, way, instead), format)

    def load(self, entry: Entry, then: Callable[[Opening], object], format: str | None = None) -> None:
        """Read or fetch an article, and call a function with it, unless the person wants another one by then."""
        if entry.place == "-":
            self._say("standard input can be read once only")
            return
        self._wishes += 1
        self._say(f"fetching {make_safe(entry.place)} …" if is_url(entry.place) and not entry.content else "opening …")
        Thread(target=self._load, args=(self._wishes, entry, then, format), name="opening", daemon=True).start()

    def step(self, way: Way, step: int) -> None:
        """Go on in the list an article was opened from."""
        wanted = way.index + step
        if 0 <= wanted < len(way.entries):
            self.open(way.entries[wanted], replace(way, index=wanted), instead=True)
        else:
            self._say("no article further on that side of the list: q goes back to it")

    def choose(self, listing: Listing, first: int = 0) -> None:
        """Let the person choose from a list; what they choose opens."""
        from reader.ui.screens.articles import ArticlesScreen

        def open_chosen(index: int | None) -> None:
            if index is not None:
                self.open(listing.entries[index], Way(listing.entries, index))

        self._app.push_screen(ArticlesScreen(listing, first), open_chosen)

    def choose_way(self, way: Way) -> None:
        """Let the person choose from the list that an article was opened from."""
        self.choose(Listing("", "", way.entries), way.index)

    def choose_given(self, given: Sequence[Opening | Entry], index: int, show: Callable[[int], object]) -> None:
        """Let the person choose one of the articles the command line gave."""
        from reader.ui.screens.articles import ArticlesScreen

        def show_chosen(chosen: int | None) -> None:
            if chosen is not None and chosen != index:
                show(chosen)

        entries = tuple(one if isinstance(one, Entry) else _entry_of(one) for one in given)
        self._app.push_screen(ArticlesScreen(Listing("", "", entries), index), show_chosen)

    def forget(self) -> None:
        """Show nothing that is still being fetched."""
        self._wishes += 1

    def _say(self, words: str) -> None:
        self._app.post_message(self._app.Trouble(words))

    def _load(self, wish: int, entry: Entry, then: Callable[[Opening], object], format: str | None) -> None:
        def tell(progress: Progress) -> None:
            if wish == self._wishes and not progress.is_over and monotonic() - self._told_at > _TOLD_EVERY_SECONDS:
                self._told_at = monotonic()
                self._say(f"fetching from {progress.host}: {progress.bytes / 1000:.0f} kB")

        def finish(opening: Opening) -> None:
            if wish == self._wishes and not self._app.is_covered:
                then(opening)

        try:
            with heard_by(tell):
                opening = open_place(entry.place, format=format) if format else open_entry(entry)
        except ReaderError as error:
            if wish == self._wishes:
                self._say(str(error))
            return
        self._app.call_later(finish, opening)

    def _show(self, opening: Opening, way: Way | None, instead: bool) -> None:
        app = self._app
        from reader.ui.visits import Visit

        under = app.screen
        if not isinstance(under, ReadingScreen):
            self._say("it is open once you are back in the text")
            return
        screen = app.screen_for(opening)
        screen.visit = Visit(0, "")
        screen.way = way
        if instead and under.visit is not None:
            app.keep_place()
            app.switch_screen(screen)
        else:
            under.list_at = way.index if way is not None and under.listing is not None else None
            app.push_screen(screen)


def _entry_of(opening: Opening) -> Entry:
    about = opening.first.metadata
    return Entry(opening.place, about.title or opening.place, about.date, about.byline)


def opener_of(screen: ReadingScreen) -> Opener:
    """Return the opener of the app that shows a screen."""
    return cast("ReaderApp", screen.app).opener
