"""The reading screen: owns what is read, where, and what was found; panes are told, and tell what the person did."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from reader.layout import view as views
from reader.layout.view import View
from reader.model.document import Document
from reader.navigation import Landmarks
from reader.reading import Opening
from reader.settings.settings import Settings
from reader.sources.formats import PAGED
from reader.ui.edition import Edition
from reader.ui.folding import WISHES, Pane, Wishes, folded, is_too_small
from reader.ui.jumps import Jumps
from reader.ui.keymap import ACTIONS, KEYMAP, SELECTING_HINTS, Keymap, hints_of, keys_of
from reader.ui.keys import Command, KeyReader, pressed
from reader.ui.panes.body import BodyPane
from reader.ui.panes.header import HeaderLine
from reader.ui.panes.status import Status, StatusLine
from reader.ui.place import place_again
from reader.ui.signs import drawn
from reader.ui.whereabouts import Whereabouts, match_words, place_words, section_words

if TYPE_CHECKING:
    from textual.widgets import Input

    from reader.library.placed import PlacedMark
    from reader.library.positions import Position
    from reader.model.span import Span
    from reader.search.find import Matches
    from reader.search.lookup import QuoteIndex
    from reader.ui.finder import Finder
    from reader.ui.handing import CommandDone, Handing
    from reader.ui.marker import Marker
    from reader.ui.opener import Way
    from reader.ui.panes.outline import OutlinePane
    from reader.ui.panes.prompt import Prompt
    from reader.ui.panes.quotes import QuotesPane
    from reader.ui.panes.rows import RowsPane
    from reader.ui.visits import Visit

Run = Callable[["ReadingScreen", int | None], None]
"""What an action does, given the count typed before its key."""
SETTLING_SECONDS = 1.0
WHEEL_LINES = 3
HINTS = hints_of(ACTIONS)


_WIDEST = 400


class ArticleWanted(Message):
    """The person wants another of the articles given."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.step = step


class Asker(Protocol):
    """Who asks for words in the last row, and is told what is typed."""

    def narrow(self, words: str) -> None:
        """Take what is typed so far."""

    def finish(self, words: str) -> None:
        """Take what was submitted."""

    def cancel(self) -> None:
        """Know that the person wants none of it."""


class ListWanted(Message):
    """The person wants the list they go through, the cursor at one of it."""

    def __init__(self, first: int = 0) -> None:
        super().__init__()
        self.first = first


class ReadingScreen(Screen[None]):
    """Three panes on one document."""

    AUTO_FOCUS = ""  # keys come to the screen; a focus would work out all styles once more
    edition: var[Edition] = var(Edition(Document("")), init=False)
    view: var[View] = var(View(), init=False)
    section: var[int | None] = var[int | None](None, init=False)
    quote: var[int | None] = var[int | None](None, init=False)
    matches: var[Matches | None] = var(None, init=False)
    match: var[int | None] = var[int | None](None, init=False)
    marks: var[tuple[PlacedMark, ...]] = var((), init=False)
    selection: var[Span | None] = var(None, init=False)
    measure: var[int] = var(72, init=False)
    spacing: var[int] = var(1, init=False)
    hyphenation: var[bool] = var(False, init=False)
    wishes: var[Wishes] = var(Wishes(), init=False)
    active: var[Pane] = var(Pane.BODY, init=False)
    status: var[Status] = var(Status(HINTS, is_hint=True), init=False)
    is_loading_quotes: var[bool] = var(False, init=False)

    def __init__(
        self,
        opening: Opening,
        actions: Callable[[], Mapping[str, Run]],
        settings: Settings,
        keymap: Keymap = KEYMAP,
    ) -> None:
        super().__init__()
        self.settings = settings
        # What a program wrote for a pager has its own line ends: all the room there is.
        is_paged = opening.first.format == PAGED
        self.set_reactive(ReadingScreen.measure, _WIDEST if is_paged else settings.measure)
        self.set_reactive(ReadingScreen.wishes, WISHES["outline" if is_paged else settings.panes])
        self.set_reactive(ReadingScreen.spacing, 1 if is_paged else settings.spacing)
        self.set_reactive(ReadingScreen.hyphenation, settings.hyphenation and not is_paged)
        self.set_reactive(ReadingScreen.edition, Edition(opening.first))
        self.set_reactive(ReadingScreen.is_loading_quotes, True)
        self._actions = actions
        self.opening = opening
        self.place_name = opening.place
        self.keymap = keymap
        """What every key does."""
        self._keys = KeyReader() if keymap is KEYMAP else KeyReader(keys_of(keymap.actions))
        self._hints = HINTS if keymap is KEYMAP else hints_of(keymap.actions)
        self.letters: dict[str, int] = {}
        """The offsets of places marked with a letter."""
        self.visit: Visit | None = None
        self.way: Way | None = None
        self.listing = opening.listing
        """The articles this document lists, to choose from."""
        self.list_at: int | None = None
        """Which article of that list lies over this one."""
        self.jumps: Jumps[View] = Jumps()
        self._side_panes: tuple[RowsPane, ...] = ()
        self._message = self._hints
        self._fitted = (View(), View())
        """The view last fitted to a page, and the one the person chose: a larger window brings it back."""
        self.has_moved = False
        self._moved_at = 0.0
        self._is_settling = False
        self._quote_index: QuoteIndex | None = None
        self._finder: Finder | None = None
        self._marker: Marker | None = None
        self._handing: Handing | None = None
        self._selecting_keys = KeyReader(keys_of(keymap.selecting))
        self._asker: Asker | None = None
        self.prompt: Prompt | None = None
        self.citation_style = settings.citation

    # Layout.

    def compose(self) -> ComposeResult:
        """Lay out what the first paint needs; the side panes come after it."""
        self.body = BodyPane(self.edition).data_bind(
            ReadingScreen.edition,
            ReadingScreen.view,
            ReadingScreen.quote,
            ReadingScreen.matches,
            ReadingScreen.match,
            ReadingScreen.marks,
            ReadingScreen.selection,
            ReadingScreen.measure,
            ReadingScreen.spacing,
            ReadingScreen.hyphenation,
        )
        yield HeaderLine().data_bind(ReadingScreen.edition)
        yield self.body
        yield StatusLine().data_bind(ReadingScreen.status)

    def on_mount(self) -> None:
        """Show the text first: side panes mounted with it would cost a fifth of the start."""
        self.call_after_refresh(self._mount_side_panes)

    class TextShown(Message):
        """The first screen of text is painted and the side panes are there: time for the rest."""

        def __init__(self, screen: ReadingScreen) -> None:
            super().__init__()
            self.screen = screen

    class Corrected(Message):
        """The person said who is quoted, an empty name for nobody."""

        def __init__(self, document: Document, quote: int, name: str) -> None:
            super().__init__()
            self.document = document
            self.quote = quote
            self.name = name

    class Lettered(Message):
        """The person marked a place with a letter."""

        def __init__(self, letter: str, offset: int) -> None:
            super().__init__()
            self.letter = letter
            self.offset = offset

    class Settled(Message):
        """The person moved and has stayed for a second: the place is worth keeping."""

    def _mount_side_panes(self) -> None:
        from reader.ui.panes.outline import OutlinePane  # after the first paint, and so are their modules
        from reader.ui.panes.quotes import QuotesPane

        outline = OutlinePane().data_bind(
            ReadingScreen.edition,
            current=ReadingScreen.section,
        )
        quotes = QuotesPane().data_bind(
            ReadingScreen.edition,
            ReadingScreen.is_loading_quotes,
            ReadingScreen.marks,
            current=ReadingScreen.quote,
        )
        self._side_panes = (outline, quotes)
        self._fold()
        self.mount(outline, before=self.body)
        self.mount(quotes, after=self.body)
        self._find_place()
        self.post_message(self.TextShown(self))

    def on_screen_resume(self) -> None:
        """Show the list again that the article was chosen from, now that it is closed."""
        if self.list_at is not None:
            first, self.list_at = self.list_at, None
            self.post_message(ListWanted(first))

    def on_resize(self, event: events.Resize) -> None:
        """Fold the panes into the new window, and the prompt beside the place."""
        self._fold()
        if self.prompt is not None:
            self.prompt.fit_beside_place(event.size.width)

    def watch_wishes(self) -> None:
        """Fold the panes as wished."""
        self._fold()

    def _fold(self) -> None:
        folding = folded(self.wishes, self.size.width, self.size.height)
        for pane in self._side_panes:
            width = folding.outline if pane.id == Pane.OUTLINE else folding.quotes
            _show(pane, width > 0)
            pane.styles.width = width
        _show(self.body, folding.body)
        _show(self.query_one(HeaderLine), folding.header)
        if self.active not in folding.shown:
            self.active = folding.shown[0]

    # What changes with the document and the place in it.

    @property
    def document(self) -> Document:
        """What is read."""
        return self.edition.document

    @property
    def landmarks(self) -> Landmarks:
        """Where keys lead in it."""
        return self.edition.landmarks

    def watch_edition(self) -> None:
        """Find the place anew: quotes were found, or the rest of a book was read."""
        self._quote_index = None
        if self._finder is not None:
            self._finder.forget_text()
        self._find_place()

    def watch_view(self) -> None:
        """Say in both side panes and the status line where the reader is."""
        self._find_place()
        self.has_moved = True
        self._moved_at = monotonic()
        if not self._is_settling:
            self._is_settling = True
            self.set_timer(SETTLING_SECONDS, self._settle)

    def _settle(self) -> None:
        still_moving = SETTLING_SECONDS - (monotonic() - self._moved_at)
        if still_moving > 0.01:
            self.set_timer(still_moving, self._settle)
            return
        self._is_settling = False
        self.post_message(self.Settled())

    def go_on_from(self, position: Position) -> None:
        """Go to where one stopped reading, and say so; found again by its words when the text changed."""
        if self.has_moved:
            return
        offset, words = place_again(self.document, position)
        if offset:
            self.view = views.at_heading(self.body.page, self.body.page_height, offset)
        if words:
            self.say(words)

    def watch_active(self) -> None:
        """Give the keys to a pane."""
        for pane in self._side_panes:
            pane.is_active = pane.id == self.active

    @on(BodyPane.PageChanged)
    def keep_place(self) -> None:
        """Learn what the new page shows. The view is offsets and stays, unless its place is no longer on the page."""
        if not is_too_small(*self.size) and self.body.size.height and len(self.body.page):
            fitted, wanted = self._fitted
            wanted = wanted if self.view == fitted else self.view  # else the person has moved since
            fitted = views.keeping_place(self.body.page, wanted, self.body.page_height)
            self._fitted = (fitted, wanted)
            self.view = fitted
        self._find_place()

    def _find_place(self) -> None:
        if not self.body.size.height:
            return
        place = self.view.place
        end = views.visible_end(self.body.page, self.view, self.body.page_height)
        self.section = self.landmarks.section_at(place)
        self.quote = self.landmarks.quote_at(place, end)
        self._update_status()

    # The status line.

    def say(self, message: str) -> None:
        """Tell the person what the last key did."""
        self._message = drawn(message)
        self._update_status()

    def _update_status(self) -> None:
        message = self._message or self._hint() or section_words(self.document, self.view.place)
        is_hint = message == self._hints or not self._message
        self.status = Status(message, self._place_words(), self._key_reader.pending, is_hint)

    def _hint(self) -> str:
        return "" if self.selection is None else hints_of(self.keymap.selecting, SELECTING_HINTS, "  ")

    def _place_words(self) -> str:
        matches = len(self.matches) if self.matches is not None else 0
        if self.prompt is not None:  # it leaves no room for more
            is_lost = self._asker is self._finder and self.prompt.value.strip()
            return match_words(self.match, matches) or ("no match" if is_lost else "")
        at = Whereabouts(self.document, self.read_to, self.quote, self.match, matches, self.is_loading_quotes)
        return place_words(at)

    @property
    def read_to(self) -> int:
        """The offset behind the last character on the screen."""
        return views.visible_end(self.body.page, self.view, self.body.page_height)

    # Keys.

    def on_key(self, event: events.Key) -> None:
        """Turn keys into actions by the keymap.

        What was typed before a prompt or sheet just asked for had the keys comes here, and is handed over.
        """
        event.stop()
        event.prevent_default()
        taker = self.prompt if self.is_active else self.app.screen
        if taker is not None:
            taker.post_message(event.copy())
            return
        keys = self._key_reader
        pending = keys.pending
        command = keys.read(pressed(event))
        if command is not None:
            self.run_command(command)
        elif keys.pending != pending:
            self._update_status()

    @property
    def _key_reader(self) -> KeyReader:
        return self._keys if self.selection is None else self._selecting_keys

    def run_command(self, command: Command) -> None:
        """Run an action; what it has to say stands in the status line until the next."""
        self._message = ""
        if command.argument:
            from reader.ui.actions.told import run_told  # words behind a name, letters behind a key

            run_told(self, command)
        else:
            self._actions()[command.action.id](self, command.count)
        self._update_status()

    # The wheel, where the mouse is on.

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the text, whatever the mouse is over."""
        self.scroll_text(WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        self.scroll_text(-WHEEL_LINES)

    # What actions are made of.

    def move(self, lines: int, items: int) -> None:
        """Move by lines, or by items of the side pane that has the keys."""
        pane = self.active_rows
        if pane is not None:
            pane.move_cursor(items)
        else:
            self.scroll_text(lines)

    def scroll_text(self, lines: int) -> None:
        """Move through the text by lines."""
        self.view = views.scrolled(self.body.page, self.view, self.body.page_height, lines)

    def jump(self, view: View) -> None:
        """Go elsewhere, and remember the way back."""
        if view != self.view:
            self.jumps.leave(self.view)
            self.view = view

    def jump_to_line_of(self, offset: int) -> None:
        """Go to the line of an offset, as near to the top of the screen as the text allows."""
        self.jump(views.at_heading(self.body.page, self.body.page_height, offset))

    def show_section(self, index: int) -> None:
        """Go to a section's heading."""
        self.jump_to_line_of(self.landmarks.sections[index])

    def show_quote(self, index: int) -> None:
        """Go to a quote, and say how its speaker is known."""
        quote = self.document.quotes[index]
        self.jump(views.showing(self.body.page, self.view, self.body.page_height, quote.span))
        self.quote = index
        if quote.attribution is None:
            self.say(f"unknown speaker: {quote.clue.reason if quote.clue else 'nobody is named'}")
        else:
            speaker = self.document.speakers[quote.attribution.speaker]
            self.say(f"{speaker.name}: {quote.attribution.reason} · {quote.attribution.percent}% sure")

    @property
    def active_rows(self) -> RowsPane | None:
        """The side pane that has the keys; None when the text has them."""
        return next((pane for pane in self._side_panes if pane.id == self.active), None)

    @property
    def shown_panes(self) -> tuple[Pane, ...]:
        """The panes on the screen, from left to right."""
        return folded(self.wishes, self.size.width, self.size.height).shown

    def on_outline_pane_section_chosen(self, event: OutlinePane.SectionChosen) -> None:
        """Go to the section; an overlay has done its work."""
        self.close_overlay()
        self._message = ""
        self.show_section(event.item)

    def on_quotes_pane_quote_chosen(self, event: QuotesPane.QuoteChosen) -> None:
        """Go to the quote; an overlay has done its work."""
        self.close_overlay()
        self.show_quote(event.item)

    def on_quotes_pane_mark_chosen(self, event: QuotesPane.MarkChosen) -> None:
        """Go to the mark; an overlay has done its work."""
        self.close_overlay()
        self.active = Pane.BODY
        self.marker.show(event.item)

    def close_overlay(self) -> bool:
        """Close the pane over the text; tell whether there was one."""
        if Pane.BODY in self.shown_panes:
            return False
        self.wishes = self.wishes._replace(overlay=None)
        self.active = Pane.BODY
        return True

    def correct(self, quote: int, name: str) -> None:
        """Give a quote to somebody, or with an empty name to nobody."""
        from reader.library.corrections import with_speaker  # who never corrects needs no SQLite

        original = self.document
        self.edition = Edition(with_speaker(original, quote, name), self.edition)
        self.quote = quote
        self.post_message(self.Corrected(original, quote, name))
        self.say(f"{name or 'nobody'} it is: kept in your library, never in the file")

    def copy(self, text: str) -> None:
        """Hand text to the person's clipboard, and say which way it went."""
        from reader.terminal.clipboard import copy  # programs and base64, for who copies

        self.app._clipboard = text  # what ^v pastes into our own prompts
        self.say(copy(text, write=self._write_to_terminal, environ=os.environ))

    def _write_to_terminal(self, sequence: str) -> None:
        driver = self.app._driver
        if driver is not None:
            driver.write(sequence)

    @property
    def finder(self) -> Finder:
        """The search in the text; made when the first words are to be found."""
        if self._finder is None:
            from reader.ui.finder import Finder  # 3 ms with its folding tables, which starting need not pay

            self._finder = Finder(self)
        return self._finder

    @property
    def marker(self) -> Marker:
        """Selecting and marking; made when the first word is selected or the first mark comes back."""
        if self._marker is None:
            from reader.ui.marker import Marker  # as above

            self._marker = Marker(self)
        return self._marker

    @property
    def handing(self) -> Handing:
        """Handing quotes to commands; made when the first is handed over."""
        if self._handing is None:
            from reader.ui.handing import Handing  # as above

            self._handing = Handing(self)
        return self._handing

    def on_command_done(self, event: CommandDone) -> None:
        """Show what a command said."""
        self.handing.show(event)

    @property
    def quote_index(self) -> QuoteIndex:
        """The quotes, folded for looking up; made at the first look-up."""
        if self._quote_index is None:
            from reader.search.lookup import QuoteIndex  # as above

            self._quote_index = QuoteIndex(self.document)
        return self._quote_index

    # Finding: the prompt's messages.

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as one types."""
        if self.prompt is not None and self._asker is not None:
            self._asker.narrow(event.value)
            self._update_status()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay at the match."""
        self._close_prompt()
        if self._asker is not None:
            self._asker.finish(event.value)
        self._update_status()

    def on_prompt_cancelled(self, event: Prompt.Cancelled) -> None:
        """Return to where one was."""
        self._close_prompt()
        if self._asker is not None:
            self._asker.cancel()
        self._update_status()

    def on_prompt_typed_ahead(self, event: Prompt.TypedAhead) -> None:
        """Answer a key typed behind Enter."""
        self.on_key(event.key)

    def open_prompt(self, prompt: Prompt, asker: Asker) -> None:
        """Let the person type in the last row."""
        self._asker = asker
        self.prompt = prompt
        self.mount(prompt)
        prompt.focus()

    def _close_prompt(self) -> None:
        if self.prompt is not None:
            self.set_focus(None)
            self.prompt.remove()
        self.prompt = None
        self._message = ""


def _show(widget: Widget, is_shown: bool) -> None:
    """Show or hide a widget; saying again what holds already would lay the screen out anew."""
    if widget.display != is_shown:
        widget.display = is_shown
