"""From keys pressed to an action and its count. Knows the order of keys, not what an action does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.ui.keymap import KEYS, Action

_MOST = 1_000_000
"""A larger count is this one: it leads to the end of anything."""


@dataclass(frozen=True, slots=True)
class Command:
    """An action to run; `count` is None when none was typed."""

    action: Action
    count: int | None = None


class KeyReader:
    """Collects a count (`5j`) and looks the key up behind it."""

    def __init__(self, keys: Mapping[str, Action] = KEYS) -> None:
        self._keys = keys
        self._digits = ""

    @property
    def pending(self) -> str:
        """The count typed so far, for the status line."""
        return self._digits

    def read(self, key: str) -> Command | None:
        """Take a key; return the command it completes. An unknown key forgets the count."""
        if len(key) == 1 and key.isdecimal() and key.isascii() and (self._digits or key != "0"):
            self._digits += key
            return None
        count = min(int(self._digits[:9]), _MOST) if self._digits else None
        self._digits = ""
        action = self._keys.get(key)
        return Command(action, count) if action else None
