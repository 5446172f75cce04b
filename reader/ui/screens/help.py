"""The help screen: every key, first what keys do in the pane that has them; `/` searches."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textual import on
from textual.widgets import Input

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.search.fold import fold
from reader.ui.folding import Pane
from reader.ui.keymap import HELP_HINTS, KEYMAP, PROMPT_KEYS, Action, Keymap, hints_of, in_force, shown_key
from reader.ui.keys import Command
from reader.ui.panes.prompt import Prompt
from reader.ui.screens.scrolling import ScrollingScreen
from reader.ui.signs import fit

_KEY_CELLS = 22
_REPEATS = ((("line-down",), "repeats"),)
_SEARCHING = "words of a key's help · Enter keeps what is found · Esc shows all"


class HelpScreen(ScrollingScreen[Command]):
    """Lists every key; dismissed with what `:` asked for."""

    HINTS = HELP_HINTS
    OPENED_BY = "help"

    def __init__(self, keymap: Keymap = KEYMAP, pane: Pane = Pane.BODY) -> None:
        super().__init__()
        self._keymap = keymap
        self._pane = pane
        self._words = ""

    def run_command(self, command: Command) -> None:
        """Search, or run by name; else scroll or close."""
        if command.action.id == "find":
            self._search()
        elif command.action.id == "commands":
            self._run_by_name()
        else:
            super().run_command(command)

    @property
    def prompt(self) -> Prompt | None:
        """The line one searches in, while one does."""
        return next(iter(self.query(Prompt)), None)

    def _search(self) -> None:
        prompt = Prompt("find a key by what it does", id="help-find")
        self.mount(prompt, before="#sheet-list")
        prompt.focus()
        self.paint()

    def _run_by_name(self) -> None:
        by_id = {action.id: action for action in self._keymap.actions}
        if "commands" in by_id:
            self.dismiss(Command(by_id["commands"]))

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show what has the words typed."""
        self._words = event.value
        self._first = 0
        self.paint()

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
        if prompt := self.prompt:
            self.set_focus(None)
            prompt.remove()
        self.paint()

    def rows(self, width: int) -> list[list[Run]]:
        """Write what has the words searched for."""
        return help_rows(width, self._keymap, self._pane, self._words) or [[("  no key does that", ("note",))]]

    def foot_words(self) -> str:
        """Say what the keys do here."""
        return (
            _SEARCHING if self.prompt else f"{super().foot_words()} · 5{hints_of(in_force(self.app).actions, _REPEATS)}"
        )


def help_rows(width: int, keymap: Keymap = KEYMAP, pane: Pane = Pane.BODY, words: str = "") -> list[list[Run]]:
    """Write the keymap as rows: a heading a group, then keys and what they do; with words, only what has them."""
    groups: list[tuple[str, list[Action]]] = []
    if pane != Pane.BODY:
        groups.append((f"In the {pane}", [_of_pane(action) for action in keymap.actions if action.in_pane]))
    groups += [
        (group, list(of_group))
        for table in (keymap.actions, keymap.selecting, keymap.lists)
        for group, of_group in groupby(table, key=lambda action: action.group)
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
