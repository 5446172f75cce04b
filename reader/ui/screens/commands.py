"""The palette: every action by its name, with its keys. Enter runs it."""

from __future__ import annotations

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.search.fold import fold
from reader.ui.keymap import ACTIONS, Action, shown_key
from reader.ui.screens.sheet import SheetScreen
from reader.ui.signs import fit

NAME_CELLS = 20


class CommandsScreen(SheetScreen[Action]):
    """All actions; dismissed with the one to run."""

    PLACEHOLDER = "name of an action"

    def look_up(self, typed: str) -> list[Action]:
        """Return the actions whose name or help holds every word typed, those with it in the name first."""
        words = fold(typed).lower.split()
        described = [(action, f"{action.id.replace('-', ' ')} {action.help}".lower()) for action in ACTIONS]
        found = [action for action, description in described if all(word in description for word in words)]
        return sorted(found, key=lambda action: not all(word in action.id for word in words))

    def item_runs(self, item: Action, width: int) -> list[Run]:
        """Show the name, what it does, and its keys at the right edge."""
        keys = " ".join(shown_key(key) for key in item.keys)
        name = fit(item.id.replace("-", " "), NAME_CELLS)
        help_width = max(0, width - NAME_CELLS - cell_len(keys) - 2)
        about = fit(item.help, help_width)
        return [
            (name + " " * (NAME_CELLS - cell_len(name)), ("speaker",)),
            (about + " " * (help_width - cell_len(about) + 2), ("plain",)),
            (keys, ("count",)),
        ]
