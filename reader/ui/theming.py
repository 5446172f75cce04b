"""The themes: colours by name from `styles/themes/*.tcss`, one file a theme."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.theme import Theme

from reader.errors import UsageError
from reader.resources import style_path

DEFAULT = "night"
_VARIABLE = re.compile(r"^\$([\w-]+)\s*:\s*(.+?)\s*;", re.MULTILINE)
_HEADING = re.compile(r"/\*\s*(?P<name>\S+) – (?P<tone>dark|light)\.\s*(?P<about>.*?)\s*\*/", re.DOTALL)


class Palette(NamedTuple):
    """A theme file, read."""

    name: str
    is_dark: bool
    about: str
    colours: dict[str, str]
    """Colour by name, without the `$`."""

    def theme(self) -> Theme:
        """Make Textual's theme of it."""
        from textual.theme import Theme  # what prints in colour needs no app

        return Theme(
            name=self.name,
            primary=self.colours["here"],
            background=self.colours["paper"],
            foreground=self.colours["ink"],
            surface=self.colours["paper"],
            dark=self.is_dark,
            variables=self.colours,
        )


def read_palette(path: Path) -> Palette:
    """Read a theme file: a comment `/* name – dark. About. */`, then a `$colour: value;` a line."""
    css = path.read_text(encoding="utf-8")
    heading = _HEADING.search(css)
    if heading is None:
        raise UsageError(f"cannot use the theme {path.name}: its first line is not “/* name – dark. About. */”")
    return Palette(heading["name"], heading["tone"] == "dark", heading["about"], dict(_VARIABLE.findall(css)))


def theme_names() -> tuple[str, ...]:
    """Return the names of all themes, the default first."""
    names = sorted(path.stem for path in style_path("themes").glob("*.tcss"))
    return (DEFAULT, *(name for name in names if name != DEFAULT))


def load_palette(name: str, *, in_sixteen: bool = False) -> Palette:
    """Load a theme by its name; raises `UsageError` when there is none of that name.

    In sixteen colours the themes of a tone are one: what is nearest to a theme's own colours cannot be read.
    """
    if name not in theme_names():
        raise UsageError(f"there is no theme “{name}”: choose one of {', '.join(theme_names())}")
    palette = read_palette(style_path("themes") / f"{name}.tcss")
    if not in_sixteen:
        return palette
    tone = "dark" if palette.is_dark else "light"
    return palette._replace(colours=read_palette(style_path("sixteen") / f"{tone}.tcss").colours)
