"""What a role looks like on a stream of characters: the styles and themes of the app, as SGR codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rich.color import ColorSystem
from rich.style import Style

from reader.layout.ranges import Role
from reader.resources import style_path
from reader.terminal.colours import Colours, colours_of
from reader.ui.theming import Palette

_RULE = re.compile(r"\.body--([\w-]+)\s*\{([^}]*)\}")
_SYSTEMS = {
    Colours.SIXTEEN: ColorSystem.STANDARD,
    Colours.MANY: ColorSystem.EIGHT_BIT,
    Colours.ALL: ColorSystem.TRUECOLOR,
}


def colours_for(environ: Mapping[str, str], *, is_terminal: bool) -> Colours | None:
    """Return the colours to write with, NONE for weight and underline alone; None for nothing but text.

    NO_COLOR takes the colours, CLICOLOR_FORCE gives looks to a pipe (bixense.com/clicolors).
    """
    is_forced = environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}
    if not is_forced and (not is_terminal or environ.get("TERM", "") in {"", "dumb"}):
        return None
    if environ.get("NO_COLOR") or (environ.get("CLICOLOR") == "0" and not is_forced):
        return Colours.NONE
    colours = colours_of(environ)
    return Colours.SIXTEEN if is_forced and colours is Colours.NONE else colours


class Looks:
    """Writes characters with the look of their roles."""

    def __init__(self, palette: Palette | None, colours: Colours | None) -> None:
        self._colours = colours
        self._styles = _styles(palette.colours) if palette is not None else {}

    def written(self, text: str, roles: tuple[Role, ...]) -> str:
        """Return the text in SGR codes where there are any."""
        style = self._style(roles)
        if self._colours is None or not style or not text.strip():
            return text
        return style.render(text, color_system=_SYSTEMS.get(self._colours, ColorSystem.STANDARD))

    @lru_cache(maxsize=256)  # noqa: B019 - as long-lived as the command
    def _style(self, roles: tuple[Role, ...]) -> Style:
        style = sum((self._styles[role] for role in roles if role in self._styles), Style())
        return style.without_color if self._colours is Colours.NONE else style


def _styles(colours: Mapping[str, str]) -> dict[Role, Style]:
    css = style_path("reader.tcss").read_text(encoding="utf-8")
    return {role: _style_of(body, colours) for role, body in _RULE.findall(css)}


def _style_of(body: str, colours: Mapping[str, str]) -> Style:
    said = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+);", body))
    looks = said.get("text-style", "").split()
    return Style(
        color=_colour(said.get("color", ""), colours),
        bgcolor=_colour(said.get("background", ""), colours),
        bold="bold" in looks or None,
        italic="italic" in looks or None,
        underline="underline" in looks or None,
        strike="strike" in looks or None,
    )


def _colour(value: str, colours: Mapping[str, str]) -> str | None:
    name = colours.get(value.strip().removeprefix("$"), "").removeprefix("ansi_")
    return None if name in {"", "default"} else name
