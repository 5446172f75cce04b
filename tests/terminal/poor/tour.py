"""A walk through every screen of the reader, and what its bytes said of colours."""

from __future__ import annotations

import re
from pathlib import Path

import pyte

from tests.terminal.program.terminal import Terminal

ARTICLE = str(Path(__file__).parent / "ferry.txt")
SIZE = (120, 40)
_SGR = re.compile(rb"\x1b\[([\d;:]*)m")
_COLOURS = frozenset([*range(30, 50), *range(90, 108)])


def walk(seen: Terminal) -> None:
    """See the text, a quote, matches, a pane with the keys, look-up, palette and help; then quit."""
    seen.wait_for("/4")
    seen.type("2)")
    seen.wait_for("quote 2/4")
    seen.type("/boat\r")
    seen.wait_for("match ")
    seen.type("\t")
    seen.wait_for("quotes: ")
    seen.type('"')
    seen.wait_for("4 of 4 quotes")
    seen.type("tinned")
    seen.wait_for("1 of 4 quotes")
    seen.type("\x1b")
    seen.wait_for("SECTIONS")
    seen.type(":")
    seen.wait_for("wider text")
    seen.type("\x1b")
    seen.wait_for("SECTIONS")
    seen.type("?")
    seen.wait_for("one screen down")
    seen.type("q")
    seen.wait_for("SECTIONS")
    seen.type("Q")
    seen.wait_for_end()


def colour_codes(raw: bytes) -> set[str]:
    """Every colour sent: a number, or “38;5” and the like for those of more parameters."""
    found = set()
    for parameters in _SGR.findall(raw):
        codes = iter(parameters.decode().replace(":", ";").split(";"))
        for code in codes:
            if code in {"38", "48"}:
                kind = next(codes)
                found.add(f"{code};{kind}")
                for _ in range({"2": 3, "5": 1}[kind]):
                    next(codes)
            elif int(code or 0) in _COLOURS:
                found.add(code)
    return found


def look_of(seen: Terminal, words: str) -> set[str]:
    """How the first of some words on the screen looks, once they are there: bold, underscore, reverse."""
    seen.wait_for(words)
    screen = seen.screen
    row = next(number for number, text in enumerate(screen.display) if words in text)
    return attributes_at(screen, row, screen.display[row].index(words))


def attributes_at(screen: pyte.Screen, row: int, column: int) -> set[str]:
    cell = screen.buffer[row][column]
    return {name for name in ("bold", "underscore", "reverse") if getattr(cell, name)}
