"""The help screen: every key, first what keys do in the pane that has them; `/` searches."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.search.fold import fold
from reader.ui.folding import Pane
from reader.ui.keymap import ACTIONS, PROMPT_KEYS, SELECTING, Action, shown_key
from reader.ui.keys import Command
from reader.ui.panes.prompt import Prompt
from reader.ui.screens.sheet import SHEET_STYLES, RowsWidget
from reader.ui.signs import drawn, fit

_KEY_CELLS = 22
_MOVES = {
    "j": 1, "down": 1, "k": -1, "up": -1, "space": 10, "f": 10, "pagedown": 10, "d": 5, "u": -5,
    "b": -10, "pageup": -10, "g": -10_000, "home": -10_000, "G": 10_000, "end": 10_000,
    "ctrl+n": 1, "ctrl+p": -1, "ctrl+v": 10, "alt+v": -10, "ctrl+d": 5, "ctrl+u": -5, "ctrl+f": 10, "ctrl+b": -10,
}  # fmt: skip
_CLOSE = {"q", "Q", "escape", "question_mark", "?", "f1", "enter", "ctrl+c", "ctrl+g"}
_FOOT = "j k scroll · / searches · : runs by name · q closes · 5j repeats"
_SEARCHING = "words of a key's help · Enter keeps what is found · Esc shows all"


class HelpScreen(Screen[Command | None]):
    """Lists every key; scrolls as the reader does, and any closing key returns. Dismissed with what `:` asked for."""

    CSS_PATH = SHEET_STYLES

    def __init__(self, actions: Sequence[Action] = ACTIONS, pane: Pane = Pane.BODY) -> None:
        super().__init__()
        self._actions = actions
        self._pane = pane
        self._words = ""
        self._first = 0

    def compose(self) -> ComposeResult:
        """Lay out one list and a foot line."""
        with Vertical(id="sheet"):
            yield RowsWidget("sheet-list")
            yield RowsWidget("sheet-foot")

    def on_resize(self, event: events.Resize) -> None:
        """Paint when there is a size to paint for."""
        self.call_after_refresh(self._paint)

    def on_key(self, event: events.Key) -> None:
        """Scroll, search or close; what is typed behind a closing key is for the reader."""
        event.stop()
        if not self.is_active:
            self.app.screen.post_message(event.copy())
            return
        if prompt := self._prompt:
            prompt.post_message(event.copy())
            return
        is_sign = event.is_printable and event.character != " " and not event.key.startswith("alt+")
        key = event.character if is_sign else event.key
        if key in _CLOSE:
            self.dismiss(None)
        elif key == "/":
            self._search()
        elif key == ":":
            self._run_by_name()
        elif key in _MOVES:
            self._first += _MOVES[key]
            self._paint()

    @property
    def _prompt(self) -> Prompt | None:
        return next(iter(self.query(Prompt)), None)

    def _search(self) -> None:
        prompt = Prompt("find a key by what it does", id="help-find")
        self.mount(prompt, before="#sheet-list")
        prompt.focus()
        self._paint()

    def _run_by_name(self) -> None:
        by_id = {action.id: action for action in self._actions}
        if "commands" in by_id:
            self.dismiss(Command(by_id["commands"]))

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show what has the words typed."""
        self._words = event.value
        self._first = 0
        self._paint()

    @on(Input.Submitted)
    def keep(self) -> None:
        """Give the keys back to the list."""
        self._close_prompt()

    @on(Prompt.Cancelled)
    def show_all(self) -> None:
        """Show every key again."""
        self._words = ""
        self._close_prompt()

    @on(Prompt.TypedAhead)
    def take_key(self, event: Prompt.TypedAhead) -> None:
        """Answer a key typed behind Enter."""
        self._close_prompt()
        self.on_key(event.key)

    def _close_prompt(self) -> None:
        if prompt := self._prompt:
            self.set_focus(None)
            prompt.remove()
        self._paint()

    def _paint(self) -> None:
        rows_widget = self.query_one("#sheet-list", RowsWidget)
        rows = help_rows(rows_widget.size.width, self._actions, self._pane, self._words)
        self._first = max(0, min(self._first, len(rows) - rows_widget.size.height))
        rows_widget.show(rows[self._first :] or [[("  no key does that", ("note",))]])
        foot = _SEARCHING if self._prompt else _FOOT
        self.query_one("#sheet-foot", RowsWidget).show([[(drawn(foot), ("note",))]])


def help_rows(
    width: int, actions: Sequence[Action] = ACTIONS, pane: Pane = Pane.BODY, words: str = ""
) -> list[list[Run]]:
    """Write the keymap as rows: a heading a group, then keys and what they do; with words, only what has them."""
    groups = (
        [(f"In the {pane}", [_of_pane(action) for action in actions if action.in_pane])] if pane != Pane.BODY else []
    )
    groups += [
        (group, list(of_group)) for group, of_group in groupby((*actions, *SELECTING), key=lambda action: action.group)
    ]
    groups.append(("Where one types", list(PROMPT_KEYS)))
    wanted = fold(words).lower.split()
    rows: list[list[Run]] = []
    for heading, group in groups:
        found = [action for action in group if _has(action, wanted)]
        if found:
            rows += [[("", ())]] if rows else []
            rows.append([(heading, ("heading",))])
            rows += [_action_row(action, width) for action in found]
    return rows


def _of_pane(action: Action) -> Action:
    return action._replace(help=action.in_pane, counts=action.counts and "items")


def _has(action: Action, words: Sequence[str]) -> bool:
    keys = " ".join(shown_key(key) for key in action.keys)
    described = f"{action.id.replace('-', ' ')} {action.help} {keys}".lower()
    return all(word in described for word in words)


def _action_row(action: Action, width: int) -> list[Run]:
    key_cells = min(_KEY_CELLS, width // 2)
    keys = fit(" ".join(shown_key(key) for key in action.keys), key_cells - 1)
    about = action.help + (f"  (count: {action.counts})" if action.counts else "")
    return [
        ("  ", ()),
        (keys + " " * (key_cells - cell_len(keys)), ("speaker",)),
        (fit(about, max(0, width - key_cells - 2)), ("plain",)),
    ]
