"""The palette: every action by its name, with its keys, and what may stand behind the name. Enter runs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.search.fold import fold
from reader.ui.keymap import Action, shown_key
from reader.ui.keys import Command
from reader.ui.screens.sheet import SheetScreen
from reader.ui.signs import fit

NAME_CELLS = 20


def _themes() -> Sequence[str]:
    from reader.ui.theming import theme_names

    return theme_names()


def _citation_styles() -> Sequence[str]:
    from reader.citations.styles import style_names

    return style_names()


CHOICES: dict[str, Callable[[], Sequence[str]]] = {"theme": _themes, "cite": _citation_styles}
"""What may stand behind the name of an action, where that is known beforehand."""


class CommandsScreen(SheetScreen[Command]):
    """All actions; dismissed with the one to run, and with what was typed behind its name."""

    PLACEHOLDER = "name of an action, and what it takes: theme sepia, next section results, 40%"
    NOTHING = "no action is called so"
    HISTORY = "commands"

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self._actions = actions

    def look_up(self, typed: str) -> list[Command]:
        """Return what the words may mean: an action with words behind its name first, then whatever has the words."""
        with_words = told_commands(self._actions, typed)
        listed = [Command(action) for action in _with_words(self._actions, typed)]
        return with_words + [command for command in listed if command not in with_words]

    def item_runs(self, item: Command, width: int) -> list[Run]:
        """Show the name, what it does, and its keys at the right edge."""
        action = item.action
        keys = " ".join(shown_key(key) for key in action.keys)
        name = fit(action.id.replace("-", " "), NAME_CELLS)
        help_width = max(0, width - NAME_CELLS - cell_len(keys) - 2)
        words = item.argument or ("" if item.count is None else str(item.count))
        about = fit(f"{words} – {action.help}" if words else _about(action), help_width)
        return [
            (name + " " * (NAME_CELLS - cell_len(name)), ("speaker",)),
            (about + " " * (help_width - cell_len(about) + 2), ("plain",)),
            (keys, ("count",)),
        ]


def told_commands(actions: Sequence[Action], typed: str) -> list[Command]:
    """Return the commands that words mean exactly: a name or short name, with what stands behind it."""
    typed = " ".join(typed.split())
    by_id = {action.id: action for action in actions}
    if typed.rstrip("%").isascii() and typed.rstrip("%").isdecimal():
        wanted = by_id["percent" if typed.endswith("%") else "top"]
        return [Command(wanted, min(int(typed.rstrip("%")[:9]), 1_000_000))]
    commands: list[Command] = []
    for action in actions:
        for name in (action.id.replace("-", " "), action.id, *action.aliases):
            if typed == name:
                commands += [Command(action), *(_with_argument(action, "") if action.id in CHOICES else ())]
            elif typed.startswith(f"{name} "):
                commands += _with_argument(action, typed.removeprefix(name).strip())
    # The longest name is meant: “next section results” is not “next” with words.
    return list({(command.action.id, command.argument): command for command in commands}.values())


def _with_argument(action: Action, words: str) -> list[Command]:
    if action.id in CHOICES:
        return [Command(action, argument=choice) for choice in CHOICES[action.id]() if choice.startswith(words)]
    if action.takes:
        return [Command(action, argument=words)]
    if action.counts and words.isascii() and words.isdecimal():
        return [Command(action, min(int(words[:9]), 1_000_000))]
    return []


def _with_words(actions: Sequence[Action], typed: str) -> list[Action]:
    """Return the actions whose name or help holds every word typed, those with it in the name first."""
    words = fold(typed).lower.split()
    described = [(action, f"{action.id.replace('-', ' ')} {action.help}".lower()) for action in actions]
    found = [action for action, description in described if all(word in description for word in words)]
    return sorted(found, key=lambda action: not all(word in action.id for word in words))


def _about(action: Action) -> str:
    return f"{action.help} (takes {action.takes})" if action.takes else action.help
