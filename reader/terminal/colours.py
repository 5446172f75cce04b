"""How many colours a terminal shows. Knows its name and what the environment says; asks terminfo for strange names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Colours(StrEnum):
    """What may be sent; the value is Textual's word for it (`TEXTUAL_COLOR_SYSTEM`)."""

    NONE = "none"
    SIXTEEN = "standard"
    MANY = "256"
    ALL = "truecolor"


# The console of Linux and BSD: sixteen whatever COLORTERM says, which ssh and sudo carry over from elsewhere.
_FAMILIES: tuple[tuple[tuple[str, ...], Colours], ...] = (
    (("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "mintty", "iterm"), Colours.MANY),
    (("xterm", "screen", "tmux", "rxvt", "konsole", "gnome", "vte", "st", "putty", "ansi", "cygwin"), Colours.SIXTEEN),
)
_MONOCHROME = ("-m", "-mono")


def colours_of(environ: Mapping[str, str]) -> Colours:
    """Judge by NO_COLOR (no-color.org: set and not empty), COLORTERM and TERM, in this order."""
    name = environ.get("TERM", "")
    if environ.get("NO_COLOR") or name.endswith(_MONOCHROME):
        return Colours.NONE
    if name.startswith(("linux", "vt220-linux", "cons25")):
        return Colours.SIXTEEN
    if environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"} or name.endswith("-direct"):
        return Colours.ALL
    if name.endswith("-256color"):
        return Colours.MANY
    for names, colours in _FAMILIES:
        if name.startswith(names):
            return colours
    return _by_terminfo(name)


def _by_terminfo(name: str) -> Colours:
    try:
        import curses  # 1 ms, and not there on Windows

        curses.setupterm(name, 2)
        number = curses.tigetnum("colors")
    except (ImportError, OSError, ValueError):
        return Colours.SIXTEEN
    except curses.error:
        return Colours.SIXTEEN
    if number <= 1:
        return Colours.NONE
    return Colours.MANY if number >= 256 else Colours.SIXTEEN
