"""One reader at one window: press keys, look at the rows of the screen."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from rich.segment import Segment
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip

from reader.reading import Opening, open_place
from reader.settings.settings import Settings
from reader.ui.app import ReaderApp
from reader.ui.screens.reading import ReadingScreen

ARTICLE = Path(__file__).parent / "night-ferry.txt"
FULL, HALF, SMALL = (120, 40), (80, 24), (40, 12)
_PATIENCE = 10_000
"""Turns of the event loop, not seconds."""
_QUIET_TURNS = 5


class Story:
    """What a person does and sees."""

    def __init__(self, app: ReaderApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def reading(self) -> ReadingScreen:
        return next(screen for screen in reversed(self.app.screen_stack) if isinstance(screen, ReadingScreen))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each answered before the next; a key may be a whole word to type."""
        for key in keys:
            await self.pilot.press(*(key if " " in key else [key]))
        await self.settle()

    async def type(self, words: str) -> None:
        await self.press(*(_character_to_key(character) for character in words))

    async def burst(self, characters: str) -> None:
        """Send characters faster than anything can be answered, as a slow line delivers them."""
        for character in characters:
            key = {"\r": "enter", "\x1b": "escape"}.get(character, _character_to_key(character))
            self.app.post_message(events.Key(key, character))
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        await self.pilot.resize_terminal(columns, rows)
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything is answered and all quotes are found."""
        for _ in range(3):
            await self.pilot.pause()
        for _ in range(_PATIENCE):
            readings = [screen for screen in self.app.screen_stack if isinstance(screen, ReadingScreen)]
            if not readings or not readings[-1].is_loading_quotes:
                break
            await self.pilot.pause()
        await self.pilot.pause()
        # On a loaded machine a pause ends early: Textual takes little processor time for nothing left to do.
        quiet = 0
        for _ in range(_PATIENCE):
            quiet = quiet + 1 if self._is_quiet else 0
            if quiet == _QUIET_TURNS:
                break
            await asyncio.sleep(0.001)

    @property
    def _is_quiet(self) -> bool:
        """Whether every message is handled, every layout made and everything painted."""
        screen = self.app.screen
        pumps = (self.app, *self.app.screen_stack, *screen.walk_children())
        waits = screen._layout_required or screen._dirty_widgets or screen._callbacks
        return not waits and all(pump._message_queue is None or pump._message_queue.empty() for pump in pumps)

    async def until(self, words: str) -> None:
        """Wait for the screen to say something: the library answers from its own thread."""
        for _ in range(1000):
            if words in self.text:
                return
            await self.pilot.pause(0.005)
        raise AssertionError(f"“{words}” was never shown:\n{self.text}")

    @property
    def strips(self) -> list[Strip]:
        return self.app.screen._compositor.render_strips()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen, without blanks at their ends."""
        return [strip.text.rstrip() for strip in self.strips]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def status(self) -> str:
        return self.rows[-1].strip()

    @property
    def body(self) -> list[str]:
        """The rows of the body alone."""
        return self._region_rows("#body")

    @property
    def outline(self) -> list[str]:
        return self._region_rows("#outline")

    @property
    def quotes(self) -> list[str]:
        return self._region_rows("#quotes")

    @property
    def panes(self) -> list[str]:
        """The names of the panes that are shown, from left to right."""
        return [str(pane.id) for pane in self.reading.query("ScrollView") if pane.display]

    @property
    def at(self) -> str:
        """The text from the reader's place on."""
        return self.reading.document.text[self.reading.view.place :]

    @property
    def top(self) -> str:
        """The text from the top of the screen on."""
        return self.reading.document.text[self.reading.view.top :]

    def segments_with(self, words: str) -> list[Segment]:
        """The painted segments that hold some words."""
        return [segment for strip in self.strips for segment in strip if words in segment.text]

    def _region_rows(self, selector: str) -> list[str]:
        region = self.reading.query_one(selector).region
        strips = self.strips[region.y : region.bottom]
        return [strip.crop(region.x, region.right).text.rstrip() for strip in strips]


@asynccontextmanager
async def story(
    *places: Path, size: tuple[int, int] = FULL, theme: str = "night", remembers: bool = False
) -> AsyncIterator[Story]:
    """Open articles (else the one beside this file) in a window, and wait until all is found."""
    async with telling([opening(place) for place in places or (ARTICLE,)], size, theme, remembers) as told:
        yield told


@asynccontextmanager
async def telling(
    openings: Sequence[Opening], size: tuple[int, int], theme: str = "night", remembers: bool = False
) -> AsyncIterator[Story]:
    settings = Settings()
    settings.theme = theme
    app = ReaderApp(openings, settings, remembers=remembers)
    async with app.run_test(size=size) as pilot:
        told = Story(app, pilot)
        await told.settle()
        yield told


def opening(place: Path) -> Opening:
    """Open an article under its bare name, so that screens do not show where the tests run."""
    return replace(open_place(str(place)), place=place.name)


def without_confidence(screen: str) -> str:
    """Hide how sure the program is: the figures change whenever it learns."""
    return re.sub(r"\b\d\d%( sure| *$)", r"##%\1", screen, flags=re.MULTILINE)
