"""A sheet over the reader: a prompt, a list that narrows as one types, a preview of what the cursor is on."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from reader.layout.ranges import Role
from reader.layout.runs import Run
from reader.resources import style_path
from reader.ui.history import history_of, keep_in_history
from reader.ui.keymap import Action, in_force, keys_of, shown_key
from reader.ui.painter import Painter
from reader.ui.panes.prompt import Prompt
from reader.ui.signs import drawn

Chosen = TypeVar("Chosen")

SHEET_STYLES = style_path("sheet.tcss")
LOW = 16
"""Rows from which on there is room for the names of columns."""
_ROLES = "plain current cursor speaker role words note match count heading message dropped added".split()


class RowsWidget(Widget):
    """Rows of runs, painted; the sheet says what stands in each."""

    COMPONENT_CLASSES = {f"sheet--{role}" for role in _ROLES}

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._painter = Painter(self, "sheet")
        self._rows: list[list[Run]] = []

    def notify_style_update(self) -> None:
        """Forget the looks of the theme before."""
        super().notify_style_update()
        self._painter.forget()

    def show(self, rows: list[list[Run]]) -> None:
        """Paint these rows from now on."""
        self._rows = rows
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        return self._painter.strip(self._rows[y] if y < len(self._rows) else (), self.size.width)


class SheetScreen(Screen[Chosen | None], Generic[Chosen]):
    """What look-up, palette and help share; a subclass says what is listed."""

    CSS_PATH = SHEET_STYLES
    PLACEHOLDER = ""
    NOTHING = "nothing has these words"
    PREVIEW_ROWS = 0
    HISTORY = ""
    """Of which history ^p and ^n recall lines; without one they move in the list, as the arrows do."""
    FOOT = "Enter chooses · ↑ ↓ move · Esc returns"
    OWN_ACTIONS: tuple[str, ...] = ()
    """What can be done here besides typing; `press` does it."""
    IS_LONG = False
    """Whether lines may be pasted into the prompt."""

    def __init__(self) -> None:
        super().__init__()
        self.cursor = 0
        self.first = 0
        self.found: list[Chosen] = []
        self._message = ""
        self._typed_ahead: list[events.Key] = []

    # What a sheet says of its items.

    def look_up(self, typed: str) -> list[Chosen]:
        """Return what to list for the words typed, best first."""
        raise NotImplementedError

    def item_runs(self, item: Chosen, width: int) -> list[Run]:
        """Return the row of one item."""
        raise NotImplementedError

    def preview_rows(self, item: Chosen, width: int, height: int) -> list[list[Run]]:
        """Return the rows of the preview."""
        return []

    def count_words(self) -> str:
        """Say how many were found."""
        return f"{len(self.found)} found" if self.found else "nothing found"

    def nothing_words(self) -> str:
        """Say why the list is empty."""
        return self.NOTHING

    def foot_words(self) -> str:
        """Say what the keys do here."""
        return self.FOOT

    def heading_runs(self, width: int) -> list[Run]:
        """Name the columns; nothing where they need no names."""
        return []

    def mark_of(self, item: Chosen) -> str:
        """Return the two cells before an item that is not under the cursor."""
        return "  "

    def press(self, action: str) -> None:
        """Do what one of the sheet's own keys is for."""

    # What every sheet does.

    @property
    def _own_keys(self) -> dict[str, Action]:
        return keys_of(action for action in in_force(self.app).lists if action.id in self.OWN_ACTIONS)

    def key_of(self, action: str) -> str:
        """Return the first key of one of the sheet's own actions, as it is shown."""
        keys = (shown_key(key) for key, each in self._own_keys.items() if each.id == action)
        return next(keys, "(no key)")

    @property
    def prompt(self) -> Prompt:
        """The line one types into."""
        return self.query_one("#sheet-prompt", Prompt)

    @property
    def is_laid_out(self) -> bool:
        """False before there is anything to paint on, and behind Esc, when an answer may still come."""
        return bool(self.query("#sheet-foot"))

    def say(self, words: str) -> None:
        """Tell the person something in the last row, until the next key."""
        self._message = words
        self.paint()

    def compose(self) -> ComposeResult:
        """Lay out the prompt, the list and the preview."""
        with Vertical(id="sheet"):
            yield Prompt(
                self.PLACEHOLDER,
                id="sheet-prompt",
                history=history_of(self.app, self.HISTORY),
                is_list=True,
                own_keys=frozenset(self._own_keys),
                is_long=self.IS_LONG,
            )
            yield RowsWidget("sheet-list")
            yield RowsWidget("sheet-preview")
            yield RowsWidget("sheet-foot")

    def on_mount(self) -> None:
        """List everything and wait for words."""
        self.prompt.focus()
        self.found = self.look_up(self.prompt.value)

    def on_resize(self, event: events.Resize) -> None:
        """Give the preview its share of the window."""
        rows = min(self.PREVIEW_ROWS, event.size.height // 3)
        preview = self.query_one("#sheet-preview")
        preview.display = rows > 0
        preview.styles.height = rows
        self.call_after_refresh(self.paint)

    @on(Input.Changed)
    def narrow_list(self, event: Input.Changed) -> None:
        """List what the words typed find."""
        self._message = ""
        self.found = self.look_up(event.value)
        self.cursor = self.first = 0
        self.paint()

    @on(Prompt.Pressed)
    def run_own_key(self, event: Prompt.Pressed) -> None:
        """Run one of the sheet's own keys."""
        self._message = ""
        self.press(self._own_keys[event.key].id)

    @on(Prompt.Moved)
    def move_cursor(self, event: Prompt.Moved) -> None:
        """Move the cursor in the list."""
        self._message = ""
        self.cursor = min(max(0, self.cursor + event.items), max(0, len(self.found) - 1))
        self.paint()

    @on(Input.Submitted)
    def submit(self) -> None:
        """Choose; a handler of its own, because Textual would run this one whatever a subclass says."""
        self.choose()

    def choose(self) -> None:
        """Close the sheet with the item under the cursor; with nothing found, stay."""
        if self.found:
            if self.HISTORY:
                keep_in_history(self.app, self.HISTORY, self.query_one(Prompt).value)
            self.dismiss(self.found[self.cursor])
        else:
            self.resume()

    @on(Prompt.Cancelled)
    def cancel(self) -> None:
        """Close the sheet with nothing chosen."""
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Hand over what was typed before the prompt had the keys."""
        event.stop()
        self.prompt.post_message(event.copy())

    @on(Prompt.TypedAhead)
    def pass_on(self, event: Prompt.TypedAhead) -> None:
        """Give a key typed behind Enter to whatever has the keys now, or will have them when it is there."""
        if self.app.screen is not self:
            self.app.screen.post_message(event.key)
        elif self.prompt.is_done:
            self._typed_ahead.append(event.key)
        else:
            self.prompt.post_message(event.key)

    def on_screen_suspend(self) -> None:
        """Give the screen that came over this one what was typed while it was waited for."""
        self._give(self.app.screen)

    def on_screen_resume(self) -> None:
        """Take keys again, because what lay over the sheet is closed."""
        self.resume()

    def resume(self) -> None:
        """Take keys again: what was chosen led nowhere, or one came back from it."""
        for prompt in self.query(Prompt):  # none yet when the sheet has just been opened
            prompt.resume()
        self._give(self)

    def _give(self, taker: Screen[Any]) -> None:
        keys, self._typed_ahead = self._typed_ahead, []
        for key in keys:
            taker.post_message(key)

    def paint(self) -> None:
        """Show the rows around the cursor, and the preview of the item under it."""
        if not self.is_laid_out:
            return
        rows = self.query_one("#sheet-list", RowsWidget)
        width, height = rows.size.width, max(1, rows.size.height)
        heading = self.heading_runs(width - 2) if self.found and self.size.height >= LOW else []
        head: list[list[Run]] = [[("  ", ()), *heading]] if heading else []
        height -= len(head)
        self.first = min(max(self.first, self.cursor - height + 1), self.cursor)
        shown = self.found[self.first : self.first + height]
        nothing: list[list[Run]] = [[("  " + drawn(self.nothing_words()), ("note",))]]
        rows.show(head + ([self._row(item, self.first + index, width) for index, item in enumerate(shown)] or nothing))
        foot = self.query_one("#sheet-foot", RowsWidget)
        words = [
            ("message" if self._message else "note", self._message or f"{self.count_words()} · {self.foot_words()}")
        ]
        foot.show([[(drawn(text), (role,)) for role, text in words]])
        preview = self.query_one("#sheet-preview", RowsWidget)
        item = self.found[self.cursor] if self.found else None
        preview.show(self.preview_rows(item, preview.size.width, preview.size.height) if item is not None else [])

    def _row(self, item: Chosen, index: int, width: int) -> list[Run]:
        runs = self.item_runs(item, width - 2)
        if index != self.cursor:
            return [(self.mark_of(item), ("count",)), *runs]
        from reader.layout.cells import cell_len

        used = sum(cell_len(text) for text, _ in runs)
        whole: list[Run] = [(drawn("▌ "), ()), *runs, (" " * max(0, width - 2 - used), ())]
        return [(text, _under_cursor(roles)) for text, roles in whole]


def _under_cursor(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Give a run the colours of the cursor's row; what was found is seen in it all the same."""
    return (*(role for role in roles if role != "match"), "cursor", *(role for role in roles if role == "match"))
