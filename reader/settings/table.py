"""Every setting: its name, what it may be, and what it does. File, variables, flags, `pullquote config` and the
documentation are made from this one table."""

from __future__ import annotations

from typing import NamedTuple

from reader.settings.settings import KEYMAPS, PREFIX, Settings


class Setting(NamedTuple):
    """One thing that can be chosen."""

    name: str
    about: str
    choices: tuple[str, ...] = ()
    """The words it may be, when they are known beforehand."""
    least: int = 0
    most: int = 0
    metavar: str = "NAME"

    @property
    def default(self) -> bool | int | str:
        """What it is when nobody says otherwise."""
        default: bool | int | str = getattr(Settings, self.name)
        return default

    @property
    def variable(self) -> str:
        """The environment variable."""
        return PREFIX + self.name.upper()

    @property
    def variable_against(self) -> str:
        """The variable that turns a switch off, as `--no-…` does."""
        return f"{PREFIX}NO_{self.name.upper()}"

    @property
    def is_switch(self) -> bool:
        """Tell whether it is on or off."""
        return isinstance(self.default, bool)

    @property
    def is_number(self) -> bool:
        """Tell whether it is a number from `least` to `most`."""
        return isinstance(self.default, int) and not self.is_switch

    @property
    def flags(self) -> tuple[str, ...]:
        """The options of the command line."""
        return (f"--{self.name}", f"--no-{self.name}") if self.is_switch else (f"--{self.name}",)


SETTINGS: tuple[Setting, ...] = (
    Setting("theme", "colours of the screen; a wrong name lists them all"),
    Setting("measure", "how wide the text is at most, in columns", least=20, most=400, metavar="N"),
    Setting("spacing", "1 for lines close together, 2 for a blank line between them", least=1, most=2, metavar="N"),
    Setting("hyphenation", "break long words at the end of a line"),
    Setting("panes", "which panes to begin with", ("both", "outline", "quotes", "none"), metavar="WHICH"),
    Setting("ascii", "draw bars and rules with ASCII alone; the text stays as it is"),
    Setting("keymap", "the program whose keys you know", KEYMAPS),
    Setting("mouse", "let the wheel scroll from the start; the terminal then selects no text"),
    Setting("citation", "how Y writes a quote with its source"),
    Setting("library", "another library than yours", metavar="PATH"),
    Setting("remember", "keep the place where you stop reading, and your marks"),
    Setting("history", "keep what you searched for and typed, for the next time"),
    Setting("thrift", "send only what changed on the screen; without it every frame is sent whole"),
    Setting("linear", "print the text, then answer line by line: for screen readers and dumb terminals"),
    Setting("quiet", "say nothing on standard error but what failed"),
    Setting("verbose", "say on standard error what is done, and how long it takes"),
)

BY_NAME = {setting.name: setting for setting in SETTINGS}

TABLES = {
    "keys": "keys of your own, by the name of an action",
    "citations": "ways of your own to write a quote with its source",
}
"""The tables of the file that hold names of the person's own."""
