"""The line one types into: finding, looking up, running by name. Readline's keys, and a history."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.widgets import Input

from reader.sources.safe import make_safe

_CANCEL = {"escape", "ctrl+c", "ctrl+g"}
_MOVES = {"up": -1, "down": 1, "ctrl+p": -1, "ctrl+n": 1, "pageup": -10, "pagedown": 10}
_RECALLS = {"ctrl+p": -1, "ctrl+n": 1}
_EDITS = {
    "left": "cursor_left", "ctrl+b": "cursor_left", "right": "cursor_right", "ctrl+f": "cursor_right",
    "ctrl+left": "cursor_left_word", "ctrl+right": "cursor_right_word",
    "alt+b": "cursor_left_word", "alt+f": "cursor_right_word",
    "home": "home", "ctrl+a": "home", "end": "end", "ctrl+e": "end",
    "backspace": "delete_left", "ctrl+h": "delete_left", "delete": "delete_right", "ctrl+d": "delete_right",
    "ctrl+w": "delete_left_word", "ctrl+u": "delete_left_all", "ctrl+k": "delete_right_all",
    "alt+d": "delete_right_word", "alt+backspace": "delete_left_word",
}  # fmt: skip
"""Keys and the actions of Textual's `Input` they run. Its bindings wait until a key has bubbled up to the app and been
stopped by nobody; typed quickly, the next character would overtake them."""


PLACE_CELLS = 34
"""Kept free beside the prompt, so that “match 3/14” is seen while one types."""


class Prompt(Input):
    """One row; Enter submits (`Input.Submitted`), Esc cancels, the arrows move in a list or through a history.

    Every key is dealt with at once. Behind Enter and Esc they are passed on as `TypedAhead`, until `resume`.
    """

    class Cancelled(Message):
        """The person pressed Esc, or deleted in an empty prompt."""

    class Moved(Message):
        """The person pressed a key that moves by `items` in the list below."""

        def __init__(self, items: int) -> None:
            super().__init__()
            self.items = items

    class TypedAhead(Message):
        """The person typed on before the prompt was closed: the key is for whatever has the keys now."""

        def __init__(self, key: events.Key) -> None:
            super().__init__()
            self.key = key

    killed = ""
    """What was deleted last with ^w, ^u, ^k or M-d, in whichever prompt; ^y brings it back."""

    class Pressed(Message):
        """The person pressed a key that the sheet wants for itself."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(
        self,
        placeholder: str,
        *,
        id: str,
        history: Sequence[str] | None = None,
        is_list: bool = False,
        own_keys: frozenset[str] = frozenset(),
        is_long: bool = False,
    ) -> None:
        """`own_keys` (characters, or Textual's names) are not typed but `Pressed`; `is_long` takes pasted lines."""
        super().__init__(placeholder=placeholder, id=id, compact=True)
        self._own_keys = own_keys
        self._is_long = is_long
        self.cursor_blink = False  # an idle reader sends nothing
        self._history = history
        self._recalled = 0
        self._is_list = is_list
        self._is_done = False

    @property
    def is_done(self) -> bool:
        """Whether keys are passed on."""
        return self._is_done

    def resume(self) -> None:
        """Take keys again, because what was submitted led nowhere."""
        self._is_done = False

    def fit_beside_place(self, columns: int) -> None:
        """Leave the status line's place its room in a window so wide."""
        self.styles.width = max(columns // 2, columns - PLACE_CELLS)

    async def _on_key(self, event: events.Key) -> None:
        if self._is_done:
            self.post_message(self.TypedAhead(event.copy()))
        elif event.key in self._own_keys or event.character in self._own_keys:
            self.post_message(self.Pressed(event.character if event.is_printable and event.character else event.key))
        elif event.key in _CANCEL or (event.key == "backspace" and not self.value):
            self._is_done = True
            self.post_message(self.Cancelled())
        elif event.key == "enter":
            self._is_done = True
            await self.action_submit()
        elif event.key in _RECALLS and self._history is not None:
            self._recall(_RECALLS[event.key])
        elif event.key in _MOVES:
            self._move(_MOVES[event.key])
        elif event.key == "ctrl+y":
            self.insert_text_at_cursor(Prompt.killed)
        elif event.key in _EDITS:
            await self._edit(_EDITS[event.key])
        elif event.key.startswith("alt+"):
            pass  # Textual would write its letter
        else:
            await super()._on_key(event)
        event.stop()
        event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        event.text = " ".join(make_safe(event.text).split()) if self._is_long else make_safe(event.text)
        super()._on_paste(event)
        event.prevent_default()

    async def _edit(self, action: str) -> None:
        before = self.value
        await self.run_action(action)
        gone = len(before) - len(self.value)
        if gone and ("word" in action or "all" in action):
            Prompt.killed = before[self.cursor_position : self.cursor_position + gone]

    def _move(self, items: int) -> None:
        if self._is_list or self._history is None:
            self.post_message(self.Moved(items))
        else:
            self._recall(items)

    def _recall(self, items: int) -> None:
        if self._history is None:
            return
        self._recalled = min(max(0, self._recalled - items), len(self._history))
        self.value = self._history[-self._recalled] if self._recalled else ""
        self.cursor_position = len(self.value)
