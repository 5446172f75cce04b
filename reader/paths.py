"""Where the program keeps what it remembers, private to the user, and where their settings are."""

from __future__ import annotations

import os
from pathlib import Path

LIBRARY_VARIABLE = "PULLQUOTE_LIBRARY"
"""The environment variable that names another library than the user's."""


_named = ""  # of the process, as the environment is


def use_library(path: str) -> None:
    """Use another library from now on; an empty path is the user's own again."""
    global _named
    _named = path


def library_path() -> Path:
    """Return where the library is, or would be: as named, as the environment says, or in the user's data folder."""
    named = _named or os.environ.get(LIBRARY_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # 19 ms; a library named by hand needs it never

    return user_data_path("pullquote", appauthor=False) / "library.sqlite"


def config_folder() -> Path:
    """Return the folder of the user's settings, citation templates and themes; it need not be there."""
    from platformdirs import user_config_path  # as above

    return user_config_path("pullquote", appauthor=False)


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it, that only its owner may look into; one that is there stays as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def history_path() -> Path:
    """Return where what was typed is kept: the user's state folder."""
    from platformdirs import user_state_path

    return user_state_path("pullquote", appauthor=False) / "history"
