"""From what a program writes for a terminal to plain characters that are strong or emphasised.

Read are overstrike (“x⌫x”, “_⌫x”), SGR and OSC 8, as grotty, git and ls write them. Colours and targets of links are
dropped, and so is “erase to the end of the line”. Any other code stays, and becomes a visible mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from reader.model.inlines import InlineKind
from reader.sources.safe import make_safe

_CODE = re.compile(
    r"\x1b\[(?P<sgr>[\d;:]{0,64})m|(?P<dropped>\x1b\[[0-2]?K|\x1b\]8;[^\x07\x1b\n]{0,4096}(?:\x07|\x1b\\)|\x1b\(B|\x0f)"
)
_STRUCK = re.compile("[^\x08\n]\x08")
_BOLD, _UNDERLINED = 1, 2
_KINDS = {_BOLD: InlineKind.STRONG, _UNDERLINED: InlineKind.EMPHASIS}
_SETS = {"1": _BOLD, "3": _UNDERLINED, "4": _UNDERLINED}
_CLEARS = {"22": _BOLD, "21": _BOLD, "23": _UNDERLINED, "24": _UNDERLINED}
_COLOURS = frozenset({"38", "48", "58"})


class Stretch(NamedTuple):
    """Characters of one look, safe to show."""

    text: str
    look: int = 0

    @property
    def kinds(self) -> tuple[InlineKind, ...]:
        """What the characters are."""
        return tuple(kind for bit, kind in _KINDS.items() if self.look & bit)


class StyledLine(NamedTuple):
    """One line, without its newline."""

    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(stretch.text for stretch in self.stretches)


def styled_lines(text: str) -> Iterator[StyledLine]:
    """Yield the lines of a decoded text; a look lasts until something ends it, over line ends too."""
    look = 0
    for line in text.removesuffix("\n").split("\n"):
        if "\x1b" not in line and "\x08" not in line and "\x0f" not in line:
            yield StyledLine((Stretch(make_safe(line), look),) if line else ())
            continue
        stretches: list[Stretch] = []
        start = 0
        for code in _CODE.finditer(line):
            stretches += _unstruck(line[start : code.start()], look)
            start = code.end()
            if code["dropped"] is None:
                look = _look_after(look, code["sgr"])
        stretches += _unstruck(line[start:], look)
        yield StyledLine(tuple(stretches))


def _look_after(look: int, codes: str) -> int:
    """Return the look that SGR codes lead to; what stands behind a colour's code belongs to the colour."""
    waiting = iter(codes.replace(":", ";").split(";"))
    for code in waiting:
        number = code.lstrip("0")
        if not number:
            look = 0
        elif number in _COLOURS:
            for _ in range({"5": 1, "2": 3}.get(next(waiting, ""), 0)):
                next(waiting, None)
        else:
            look = (look | _SETS.get(number, 0)) & ~_CLEARS.get(number, 0)
    return look


def _unstruck(text: str, look: int) -> Iterator[Stretch]:
    """Read overstrike: one character over itself is strong, over an underscore emphasised, over another the last."""
    if "\x08" not in text:
        if text:
            yield Stretch(make_safe(text), look)
        return
    for own, characters in groupby(_overstruck(text), key=lambda pair: pair[1]):
        yield Stretch(make_safe("".join(character for character, _ in characters)), look | own)


def _overstruck(text: str) -> Iterator[tuple[str, int]]:
    index = 0
    while index < len(text):
        shown, own = text[index], 0
        index += 1
        while text[index : index + 1] == "\x08" and text[index + 1 : index + 2] not in {"", "\x08"} and shown != "\x08":
            over = text[index + 1]
            if over == shown:
                own |= _BOLD
            elif shown == "_":
                shown, own = over, own | _UNDERLINED
            elif over == "_":
                own |= _UNDERLINED
            else:
                shown = over
            index += 2
        yield shown, own
