"""The line one types into: finding, looking up, running by name. Readline's keys, and a history."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.widgets import Input

_MOVES = {"up": -1, "down": 1, "ctrl+p": -1, "ctrl+n": 1, "pageup": -10, "pagedown": 10}


class Prompt(Input):
    """One row; Enter submits (`Input.Submitted`), Esc cancels, the arrows move in a list or through a history."""

    class Cancelled(Message):
        """The person pressed Esc, or deleted in an empty prompt."""

    class Moved(Message):
        """The person pressed a key that moves by `items` in the list below."""

        def __init__(self, items: int) -> None:
            super().__init__()
            self.items = items

    def __init__(self, placeholder: str, *, id: str, history: Sequence[str] | None = None) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, id=id, compact=True)
        self.cursor_blink = False  # an idle reader sends nothing
        self._history = history
        self._recalled = 0

    async def _on_key(self, event: events.Key) -> None:
        if event.key in {"escape", "ctrl+c", "ctrl+g"} or (event.key == "backspace" and not self.value):
            event.stop()
            event.prevent_default()
            self.post_message(self.Cancelled())
        elif event.key in _MOVES:
            event.stop()
            event.prevent_default()
            self._move(_MOVES[event.key])
        else:
            await super()._on_key(event)

    def _move(self, items: int) -> None:
        if self._history is None:
            self.post_message(self.Moved(items))
            return
        self._recalled = min(max(0, self._recalled - items), len(self._history))
        self.value = self._history[-self._recalled] if self._recalled else ""
        self.cursor_position = len(self.value)
