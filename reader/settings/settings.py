"""The settings in force: each with the value it has when nobody says otherwise. Knows no file and no table.

A plain class: a frozen dataclass of so many fields costs a millisecond of every start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

CONFIG_VARIABLE = "PULLQUOTE_CONFIG"
PREFIX = "PULLQUOTE_"
LESS, VIM, EMACS = KEYMAPS = ("less", "vim", "emacs")


class Settings:
    """What is in force; `reader.settings.table` says what each one means. Never changed once it was made."""

    theme: str = "night"
    measure: int = 72
    spacing: int = 1
    hyphenation: bool = False
    panes: str = "both"
    ascii: bool = False
    keymap: str = LESS
    mouse: bool = False
    citation: str = "plain"
    library: str = ""
    remember: bool = True
    history: bool = True
    thrift: bool = True
    linear: bool = False
    quiet: bool = False
    verbose: bool = False

    def __init__(self, path: str = "") -> None:
        self.path = path
        """The file, whether it is there or not; empty when there can be none."""
        self.is_read = False
        """Whether the file is there and was read."""
        self.origins: dict[str, str] = {}
        """By the name of a setting that is not as it comes: where it was set, as in “config.toml, line 3”."""
        self.troubles: list[str] = []
        """What was wrong and is not in force, a sentence each."""
        self.keys: Mapping[str, Entry] = {}
        """The `[keys]` of the file, by the name of an action."""
        self.citations: Mapping[str, Entry] = {}
        """The `[citations]` of the file: templates of the person's own, by their names."""


class Entry:
    """What a table of the person's own says under one name."""

    __slots__ = ("line", "value")

    def __init__(self, value: object, line: int) -> None:
        self.value = value
        self.line = line


def default_path(environ: Mapping[str, str]) -> str:
    """Return where the file belongs: what platformdirs says, without its 19 ms on Linux."""
    if sys.platform == "linux":
        folder = environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")  # noqa: PTH111 - pathlib is 5 ms
        return os.path.join(folder, "pullquote", "config.toml")  # noqa: PTH118
    from platformdirs import user_config_path

    return str(user_config_path("pullquote", appauthor=False) / "config.toml")


def settle(environ: Mapping[str, str], flags: Mapping[str, str] | None = None, config: str | None = None) -> Settings:
    """Return what is in force: a flag before a variable before the file before what comes with the program.

    Raises `UsageError` for a flag that makes no sense. Whatever is wrong elsewhere is a trouble, and not in force.
    Where nothing is set at all this is one look at the disk: 30 µs.
    """
    path = config or environ.get(CONFIG_VARIABLE) or default_path(environ)
    is_named = bool(config or environ.get(CONFIG_VARIABLE))
    if not flags and not is_named and not any(name.startswith(PREFIX) for name in environ) and not _is_there(path):
        return Settings(path)
    from reader.settings.settling import settle_all  # the table, and tomllib for the file

    return settle_all(path, environ, flags or {}, config)


def _is_there(path: str) -> bool:
    try:
        os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return False
    return True
