"""From keys pressed to an action and its count. Knows the order of keys, not what an action does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.ui.keymap import KEYS, Action, shown_key
from reader.values import value

if TYPE_CHECKING:
    from textual import events

_MOST = 1_000_000
"""A larger count is this one: it leads to the end of anything."""


@value
class Command:
    """An action to run; `count` is None when none was typed."""

    action: Action
    count: int | None = None
    argument: str = ""
    """The letter pressed behind the key, or the words behind the name."""


def pressed(event: events.Key) -> str:
    """Return a key as keymaps name it: a sign is its character, others, and those with Alt, have Textual's names."""
    is_sign = event.is_printable and event.character not in (None, " ") and not event.key.startswith("alt+")
    return (event.character if is_sign else None) or event.key


class KeyReader:
    """Collects a count (`5j`) and keys in a row (`^x o`, `m a`), and looks up what they mean."""

    def __init__(self, keys: Mapping[str, Action] = KEYS) -> None:
        self._keys = keys
        self._beginnings = {key[:end] for key in keys if " " in key for end, sign in enumerate(key) if sign == " "}
        self._digits = ""
        self._pressed = ""
        self._waiting: Command | None = None

    @property
    def pending(self) -> str:
        """What was typed so far, for the status line."""
        return self._digits + (shown_key(self._pressed) if self._pressed else "")

    def read(self, key: str) -> Command | None:
        """Take a key; return the command it completes. An unknown key forgets what was typed before it."""
        if self._waiting is not None:
            return self._with_letter(key)
        if not self._pressed and len(key) == 1 and key.isdecimal() and key.isascii() and (self._digits or key != "0"):
            self._digits += key
            return None
        pressed = f"{self._pressed} {key}".lstrip()
        if pressed in self._beginnings:
            self._pressed = pressed
            return None
        count = min(int(self._digits[:9]), _MOST) if self._digits else None
        self._digits = self._pressed = ""
        action = self._keys.get(pressed)
        if action is None:
            return None
        command = Command(action, count)
        if not action.reads_letter:
            return command
        self._waiting, self._pressed = command, pressed
        return None

    def _with_letter(self, key: str) -> Command | None:
        """Complete an action that waits for a letter; any other key forgets it."""
        waiting, self._waiting, self._pressed = self._waiting, None, ""
        if waiting is None or len(key) != 1 or not key.isprintable():
            return None
        return Command(waiting.action, waiting.count, key)
