"""The keymap in force: a preset, with the person's own keys over it. What cannot be is told, and left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from reader.settings.settings import Entry, Settings
from reader.ui.keymap import ACTIONS, Action
from reader.ui.presets import PRESETS

_BY_ID = {action.id: action for action in ACTIONS}
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


class Keymap(NamedTuple):
    """What every key does, and what is wrong with the keys asked for."""

    actions: tuple[Action, ...]
    """All actions, each with the keys it has now."""
    troubles: tuple[str, ...] = ()


def keymap_of(settings: Settings) -> Keymap:
    """Return the keymap that the settings ask for."""
    keys = _with_preset(PRESETS[settings.keymap])
    troubles = list(_take_own(keys, settings.keys, Path(settings.path).name))
    if not any(keys[way] for way in _WAYS_OUT):
        troubles.append("[keys]: nothing would be left to quit with; Q and q do what they did")
        _give(keys, "quit", ("Q",))
        _give(keys, "close", ("q",))
    actions = tuple(action._replace(keys=keys[action.id]) for action in ACTIONS)
    return Keymap(actions, tuple(troubles))


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


def _with_preset(preset: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    keys = {action.id: action.keys for action in ACTIONS}
    for action_id, own in preset.items():
        _give(keys, action_id, own)
    return keys


def _give(keys: dict[str, tuple[str, ...]], action_id: str, own: tuple[str, ...]) -> None:
    """Give an action these keys instead of its own, and take them from the others; so do keys that begin like them."""
    for other, others in keys.items():
        keys[other] = tuple(key for key in others if not any(_clash(key, mine) for mine in own))
    keys[action_id] = own


def _clash(key: str, other: str) -> bool:
    """Tell whether two keys cannot both do something: they are one, or one of them begins the other."""
    return key == other or key.startswith(f"{other} ") or other.startswith(f"{key} ")


def _take_own(keys: dict[str, tuple[str, ...]], entries: Mapping[str, Entry], file: str) -> Iterator[str]:
    """Take the keys of the file, line by line; yield what is wrong with them."""
    lines: dict[str, int] = {}
    for name, entry in sorted(entries.items(), key=lambda item: item[1].line):
        where = f"{file}, line {entry.line}"
        if name not in _BY_ID:
            near = get_close_matches(name, _BY_ID, 1)
            yield f"{where}: there is no action “{name}”{f'; did you mean {near[0]}?' if near else ''}"
            continue
        words = [entry.value] if isinstance(entry.value, str) else entry.value
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            yield f'{where}: the keys of {name} must be words: {name} = ["x", "ctrl+x"]'
            continue
        own: list[str] = []
        for word in words:
            key, why = _own_key(word, lines)
            if key is not None and any(_clash(key, mine) and key != mine for mine in own):
                key, why = None, "it begins like another key of the same line"
            if key is None:
                yield f"{where}: {name} does not get “{word}”: {why}"
            elif key not in own:
                own.append(key)
        if own or not words:
            before = dict(keys)
            _give(keys, name, tuple(own))
            lines |= dict.fromkeys(own, entry.line)
            yield from _left_without(before, keys, entries, where)


def _own_key(word: str, lines: Mapping[str, int]) -> tuple[str | None, str]:
    key = keys_named(word)
    if key is None:
        return None, "there is no such key"
    if key[0] in _COUNTS:
        return None, "a number before a key is a count"
    clash = next((line for other, line in lines.items() if _clash(key, other)), None)
    return (None, f"line {clash} gives it to another action") if clash is not None else (key, "")


def _left_without(
    before: Mapping[str, tuple[str, ...]], keys: Mapping[str, tuple[str, ...]], entries: Mapping[str, Entry], where: str
) -> Iterator[str]:
    """Tell of actions that had these keys and have no other now; an action of the file will get its own."""
    for other, others in keys.items():
        if before[other] and not others and other not in entries:
            yield f"{where}: this was the only key of {other}; : still runs it by its name"
