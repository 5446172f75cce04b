"""What stands before the items of a list: a bullet, or a number in the style the list asks for."""

from __future__ import annotations

from reader.parsers.markup.tree import Element

BULLET = "• "
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMANS = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)
)
_LARGEST = 1_000_000


class Numbering:
    """Counts the items of one list."""

    def __init__(self, element: Element) -> None:
        self._is_ordered = element.tag == "ol"
        self._style = (element.get("type") or "1").strip()
        self._step = -1 if element.get("reversed") is not None else 1
        count = sum(1 for _ in element.iterchildren("li")) if self._step < 0 else 1
        self._next = _number(element.get("start"), count)

    def label(self, item: Element) -> str:
        """Return the label of the next item."""
        if not self._is_ordered:
            return BULLET
        number = _number(item.get("value"), self._next)
        self._next = number + self._step
        return f"{_write(number, self._style)}. "


def _number(written: str | None, default: int) -> int:
    try:
        number = int((written or "")[:12])
    except ValueError:
        return default
    return max(-_LARGEST, min(number, _LARGEST))


def _write(number: int, style: str) -> str:
    if style in {"a", "A"} and number > 0:
        written = _in_letters(number)
    elif style in {"i", "I"} and 0 < number < 4000:
        written = _in_romans(number)
    else:
        return str(number)
    return written.upper() if style.isupper() else written


def _in_letters(number: int) -> str:
    written = ""
    while number:
        number, letter = divmod(number - 1, len(_LETTERS))
        written = _LETTERS[letter] + written
    return written


def _in_romans(number: int) -> str:
    written = ""
    for value, letters in _ROMANS:
        count, number = divmod(number, value)
        written += letters * count
    return written
