"""Every command and option as words: what the man page and the completions are made of, from the tables of --help."""

from __future__ import annotations

from typing import NamedTuple

from reader.cli.arguments import COMMANDS, EVERYWHERE, OPEN, OPEN_HELP, OPTIONS, SHORT
from reader.settings.table import BY_NAME


class Option(NamedTuple):
    """An option of one command."""

    names: tuple[str, ...]
    metavar: str
    """What stands behind it; empty for a switch."""
    about: str
    choices: tuple[str, ...] = ()
    is_file: bool = False
    is_optional: bool = False
    """Whether nothing may stand behind it, too."""


_FILES = frozenset({"PATH", "FILE"})


def commands() -> tuple[str, ...]:
    """Return the names of the commands, without the one that has none."""
    return tuple(name for name in COMMANDS if name != OPEN)


def options_of(name: str) -> tuple[Option, ...]:
    """Return the options of a command, in the order of its help."""
    own = COMMANDS[name].options
    return tuple(_option(name, option) for option in (*own, *EVERYWHERE))


def _option(command: str, option: str) -> Option:
    if option not in OPTIONS:
        setting = BY_NAME[option.removeprefix("--")]
        if setting.is_switch:
            return Option(setting.flags, "", setting.about)
        choices = _themes() if setting.name == "theme" else setting.choices
        return Option(setting.flags, setting.metavar, setting.about, choices, setting.metavar in _FILES)
    told = OPTIONS[option]
    names = (option, *SHORT.get(option, ()))
    if "metavar" not in told:
        return Option(names, "", told["help"])
    if option == "--format":
        formats = COMMANDS[command].formats
        about = f"{', '.join(formats)}; {formats[0]} unless you say otherwise"
        return Option(names, told["metavar"], about, formats)
    about = OPEN_HELP.get(option, told["help"]) if command == OPEN else told["help"]
    choices = _samples() if option == "--sample" else tuple(told.get("choices", ()))
    return Option(names, told["metavar"], about, choices, told["metavar"] in _FILES, told.get("nargs") == "?")


def _themes() -> tuple[str, ...]:
    from reader.resources import style_path  # a few file names

    return tuple(sorted(path.stem for path in style_path("themes").glob("*.tcss")))


def _samples() -> tuple[str, ...]:
    from reader.resources import sample_paths

    return tuple(path.stem for path in sample_paths())
