"""The terminal's answers among the keys. Knows which are ours, and keeps them from being taken for keys."""

from __future__ import annotations

import re
from typing import NamedTuple

MARGINS_QUERY = "\x1b[?69$p"
"""Asks whether the terminal has left and right margins."""

_OURS = re.compile(r"\x1b\[(?:[03](?P<status>n)|\?69;(?P<margins>\d)\$y)")
_BEGINNING = re.compile(r"\x1b(?:\[(?:[03]|\?(?:6(?:9(?:;(?:\d\$?)?)?)?)?)?)?\Z")
_HAS_MODE = frozenset("123")  # set, reset, permanently set; 4 is “permanently reset”


class Replies(NamedTuple):
    """What a piece of input held."""

    keys: str
    """All that is not ours."""
    answers: int
    """How many fences were answered."""
    margins: bool
    """Did the terminal say that it has left and right margins?"""


class ReplyFilter:
    """Cuts our answers out of the input, also where one comes in two reads."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, data: str, *, expecting: bool) -> Replies:
        """Take input; while answers are expected, an end that may begin one is held back until the next call."""
        data = self._held + data
        found = list(_OURS.finditer(data))
        keys = _OURS.sub("", data)
        beginning = _BEGINNING.search(keys) if expecting else None
        self._held = beginning[0] if beginning else ""
        return Replies(
            keys=keys[: len(keys) - len(self._held)],
            answers=sum(answer["status"] is not None for answer in found),
            margins=any(answer["margins"] in _HAS_MODE for answer in found if answer["margins"]),
        )

    def release(self) -> str:
        """Give what is held back: it was a key after all."""
        held, self._held = self._held, ""
        return held
