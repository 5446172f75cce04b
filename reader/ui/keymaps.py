"""The keymap in force: a preset, with the person's own keys over it. What cannot be is told, and left out."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from reader.settings.settings import Entry, Settings
from reader.ui.keymap import ACTIONS, KEYMAP, LISTS, SELECTING, Action, Keymap
from reader.ui.presets import PRESETS

Keys = dict[str, tuple[str, ...]]
"""The keys of every action of one table, by its name."""

_NAMES = {action.id for table in (ACTIONS, SELECTING, LISTS) for action in table}
_NAMED = frozenset(
    "space tab enter escape backspace delete insert home end pageup pagedown up down left right".split()
) | {f"f{number}" for number in range(1, 25)}
_SHORT = {
    "esc": "escape", "return": "enter", "ret": "enter", "cr": "enter", "spc": "space", "pgdn": "pagedown",
    "pgup": "pageup", "del": "delete", "bs": "backspace", "ins": "insert", "s-tab": "shift+tab", "backtab": "shift+tab",
}  # fmt: skip
_MODIFIERS = {"c-": "ctrl+", "m-": "alt+", "s-": "shift+", "ctrl-": "ctrl+", "alt-": "alt+", "shift-": "shift+"}
_COUNTS = frozenset("123456789")
_WAYS_OUT = ("close", "quit")
_OF_PROMPTS = frozenset({"enter", "escape", "space", "backspace"})


def keymap_of(settings: Settings) -> Keymap:
    """Return the keymap that the settings ask for."""
    tables = [{action.id: action.keys for action in table} for table in (ACTIONS, SELECTING, LISTS)]
    for action_id, own in PRESETS[settings.keymap].items():
        for keys in _with(action_id, tables):
            _give(keys, action_id, own)
    troubles = list(_take_own(tables, settings.keys, Path(settings.path).name))
    reading, selecting, lists = tables
    if not any(reading[way] for way in _WAYS_OUT):
        troubles.append("[keys]: nothing would be left to quit with; Q and q do what they did")
        _give(reading, "quit", ("Q",))
        _give(reading, "close", ("q",))
    if not selecting["select-none"]:
        troubles.append("[keys]: nothing would be left to end selecting with; Esc does")
        _give(selecting, "select-none", ("escape",))
    return Keymap(
        _with_keys(KEYMAP.actions, reading),
        _with_keys(KEYMAP.selecting, selecting),
        _with_keys(KEYMAP.lists, lists),
        tuple(troubles),
    )


def key_named(words: str) -> str | None:
    """Understand one key as people write it: “^f”, “C-f”, “ctrl+f”, “PgDn”, “M-x”, “?”; None when it is none."""
    if len(words) == 1:
        return words if words.isprintable() and words != " " else None
    if words.startswith("^") and len(words) == 2:
        return f"ctrl+{words[1].lower()}"
    lower = words.lower()
    lower = _SHORT.get(lower, lower)
    for short, full in _MODIFIERS.items():
        if lower.startswith(short):
            lower = full + lower.removeprefix(short)
    modifier, plus, key = lower.partition("+")
    if not plus:
        return lower if lower in _NAMED else None
    if modifier not in {"ctrl", "alt", "shift"} or not key:
        return None
    # Alt tells capitals apart; with Ctrl a terminal sends the same for both.
    key = words[-1] if modifier == "alt" and len(key) == 1 else _SHORT.get(key, key)
    is_letter = len(key) == 1 and key.isprintable() and modifier != "shift"
    return f"{modifier}+{key}" if is_letter or key in _NAMED else None


def keys_named(words: str) -> str | None:
    """Understand a key, or keys in a row parted by blanks; None when one of them is none."""
    named = [key_named(word) for word in words.split()]
    return " ".join(key for key in named if key) if named and all(named) else None


def _with(action_id: str, tables: Sequence[Keys]) -> list[Keys]:
    return [keys for keys in tables if action_id in keys]


def _with_keys(actions: tuple[Action, ...], keys: Keys) -> tuple[Action, ...]:
    return tuple(action._replace(keys=keys[action.id]) for action in actions)


def _give(keys: Keys, action_id: str, own: tuple[str, ...]) -> None:
    """Give an action these keys instead of its own, and take them from the others; so do keys that begin like them."""
    for other, others in keys.items():
        keys[other] = tuple(key for key in others if not any(_clash(key, mine) for mine in own))
    keys[action_id] = own


def _clash(key: str, other: str) -> bool:
    """Tell whether two keys cannot both do something: they are one, or one of them begins the other."""
    return key == other or key.startswith(f"{other} ") or other.startswith(f"{key} ")


def _take_own(tables: Sequence[Keys], entries: Mapping[str, Entry], file: str) -> Iterator[str]:
    """Take the keys of the file, line by line; yield what is wrong with them.

    An action that stands in two tables (`select`) has its keys in both, and a clash in either is one.
    """
    lines: list[dict[str, int]] = [{} for _ in tables]
    for name, entry in sorted(entries.items(), key=lambda item: item[1].line):
        where = f"{file}, line {entry.line}"
        if name not in _NAMES:
            near = get_close_matches(name, sorted(_NAMES), 1)
            yield f"{where}: there is no action “{name}”{f'; did you mean {near[0]}?' if near else ''}"
            continue
        words = [entry.value] if isinstance(entry.value, str) else entry.value
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            yield f'{where}: the keys of {name} must be words: {name} = ["x", "ctrl+x"]'
            continue
        own: list[str] = []
        of_tables = [given for keys, given in zip(tables, lines, strict=True) if name in keys]
        taken = {key: line for given in of_tables for key, line in given.items()}
        for word in words:
            key, why = _own_key(word, taken, is_typed_over=name in tables[-1])
            if key is not None and any(_clash(key, mine) and key != mine for mine in own):
                key, why = None, "it begins like another key of the same line"
            if key is None:
                yield f"{where}: {name} does not get “{word}”: {why}"
            elif key not in own:
                own.append(key)
        if not own and words:
            continue
        for keys, given in zip(tables, lines, strict=True):
            if name in keys:
                before = dict(keys)
                _give(keys, name, tuple(own))
                given |= dict.fromkeys(own, entry.line)
                yield from _left_without(before, keys, entries, where)


def _own_key(word: str, lines: Mapping[str, int], *, is_typed_over: bool) -> tuple[str | None, str]:
    key = keys_named(word)
    if key is None:
        return None, "there is no such key"
    if key[0] in _COUNTS:
        return None, "a number before a key is a count"
    if is_typed_over and ((key[0].isalnum() and len(key) == 1) or key in _OF_PROMPTS or " " in key):
        return None, "one types there; it takes one sign, or one key with Ctrl or Alt"
    clash = next((line for other, line in lines.items() if _clash(key, other)), None)
    return (None, f"line {clash} gives it to another action") if clash is not None else (key, "")


def _left_without(before: Keys, keys: Keys, entries: Container[str], where: str) -> Iterator[str]:
    """Tell of actions that had these keys and have no other now; an action of the file will get its own."""
    for other, others in keys.items():
        if before[other] and not others and other not in entries:
            yield f"{where}: this was the only key of {other}; : still runs it by its name"
