"""`pullquote keys`: the keymap in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode, warn
from reader.cli.to_json import to_json
from reader.errors import UsageError
from reader.layout.cells import cell_len
from reader.ui.keymap import Action, shown_key
from reader.ui.keymaps import keymap_of

_KEY_CELLS, _NAME_CELLS = 24, 20


def run(arguments: Arguments) -> ExitCode:
    """Print every action with its keys, or those that have the words named."""
    keymap = keymap_of(arguments.settings)
    for trouble in keymap.troubles:
        warn(trouble)
    words = " ".join(arguments.files).lower().split()
    tables = (*keymap.actions, *keymap.selecting, *keymap.lists)
    actions = [action for action in tables if all(word in _described(action) for word in words)]
    if not actions:
        raise UsageError(f"no key does that: {' '.join(words)} (pullquote keys lists them all)")
    output.write(_json(actions) if arguments.format == "json" else "".join(f"{row}\n" for row in _rows(actions)))
    return ExitCode.FOUND


def _rows(actions: Sequence[Action]) -> Iterator[str]:
    for count, (group, of_group) in enumerate(groupby(actions, key=lambda action: action.group)):
        if count:
            yield ""
        yield group
        for action in of_group:
            keys = " ".join(shown_key(key) for key in action.keys)
            count_words = f" (count: {action.counts})" if action.counts else ""
            yield f"  {_padded(keys, _KEY_CELLS)}{_padded(action.id, _NAME_CELLS)}{action.help}{count_words}"


def _json(actions: Sequence[Action]) -> str:
    rows = [
        {
            "action": action.id,
            "keys": list(action.keys),
            "help": action.help,
            "group": action.group,
            "count": action.counts or None,
            "takes": action.takes or None,
            "aliases": list(action.aliases),
        }
        for action in actions
    ]
    return to_json(rows, indent=2) + "\n"


def _described(action: Action) -> str:
    return f"{action.id} {action.help} {' '.join(action.keys)}".lower()


def _padded(text: str, width_cells: int) -> str:
    return text + " " * max(1, width_cells - cell_len(text))
