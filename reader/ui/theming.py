"""The themes: colours by name from `styles/themes/*.tcss` and from the user's own folder, one file a theme."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from textual.theme import Theme

from reader.errors import UsageError
from reader.resources import style_path

DEFAULT = "night"
TERMINAL = "terminal"
"""The theme in the terminal's own sixteen colours, whatever those are."""
_VARIABLE = re.compile(r"^\$([\w-]+)\s*:\s*(.+?)\s*;", re.MULTILINE)
_HEADING = re.compile(r"/\*\s*(?P<name>\S+) – (?P<tone>dark|light)\.\s*(?P<about>.*?)\s*\*/", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_OWN_LINE = re.compile(r"\$([\w-]+)\s*:\s*(#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6})\s*;?")
_LIKE = {"dark": "night", "light": "day"}
"""Which theme gives what a theme of the user's own does not say."""


class Palette(NamedTuple):
    """A theme file, read."""

    name: str
    is_dark: bool
    about: str
    colours: dict[str, str]
    """Colour by name, without the `$`."""

    def theme(self) -> Theme:
        """Make Textual's theme of it."""
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
    """Read a theme file of ours: a comment `/* name – dark. About. */`, then a `$colour: value;` a line."""
    css = path.read_text(encoding="utf-8")
    heading = _HEADING.search(css)
    if heading is None:
        raise UsageError(f"cannot use the theme {path.name}: its first line is not “/* name – dark. About. */”")
    return Palette(heading["name"], heading["tone"] == "dark", heading["about"], dict(_VARIABLE.findall(css)))


def read_own_palette(path: Path) -> Palette:
    """Read a theme of the user's own; what it leaves out is as in night or day. Raises `UsageError` with the line."""
    try:
        css = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = (error.strerror or "").lower() if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"cannot read the theme {path}: {why}") from error
    heading = _HEADING.search(css)
    tone = heading["tone"] if heading else "dark"
    colours = dict(read_palette(style_path("themes") / f"{_LIKE[tone]}.tcss").colours)
    without_comments = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    for number, line in enumerate(without_comments.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"cannot use the theme {path.name}, line {number}"
        found = _OWN_LINE.fullmatch(line.strip())
        if found is None:
            raise UsageError(f"{where}: a line must be like “$paper: #1a2b3c;”")
        if found[1] not in colours:
            raise UsageError(f"{where}: there is no colour “{found[1]}”; the colours are {', '.join(colours)}")
        colours[found[1]] = _long(found[2])
    return Palette(path.stem, tone == "dark", heading["about"] if heading else "", colours)


def theme_names() -> tuple[str, ...]:
    """Return the names of all themes, the default first, the user's own last."""
    names = sorted(path.stem for path in style_path("themes").glob("*.tcss"))
    own = sorted(path.stem for path in _own_folder().glob("*.tcss") if path.stem not in names)
    return (DEFAULT, *(name for name in names if name != DEFAULT), *own)


def load_palette(name: str, *, in_sixteen: bool = False) -> Palette:
    """Load a theme by its name; raises `UsageError` when there is none of that name, or the user's own is wrong.

    In sixteen colours the themes of a tone are one: what is nearest to a theme's own colours cannot be read.
    """
    palette = _palette_named(name)
    if not in_sixteen:
        return palette
    tone = "dark" if palette.is_dark else "light"
    return palette._replace(colours=read_palette(style_path("sixteen") / f"{tone}.tcss").colours)


def _palette_named(name: str) -> Palette:
    # A look at the one file first: listing the folders, the user's above all, takes longer than the rest.
    is_plain = name.replace("-", "").replace("_", "").isalnum()
    ours = style_path("themes") / f"{name}.tcss"
    if is_plain and ours.is_file():
        return read_palette(ours)
    own = _own_folder() / f"{name}.tcss"
    if is_plain and own.is_file():
        return read_own_palette(own)
    raise UsageError(f"there is no theme “{name}”: choose one of {', '.join(theme_names())}")


def _own_folder() -> Path:
    from reader.paths import config_folder  # platformdirs, for who has themes of their own

    return config_folder() / "themes"


def _long(colour: str) -> str:
    """Write `#abc` as `#aabbcc`."""
    return colour.lower() if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:].lower())
