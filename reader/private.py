"""Files that are their owner's alone: made so, written whole or not at all, never through a link somebody planted."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

_ONLY_MINE = 0o600
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


class PlantedLinkError(PermissionError):
    """Say that a link stands where a file of the person's own should."""


def write_private(path: Path, text: str) -> None:
    """Write a file; whoever looks meanwhile sees the old one, and a link in its place is replaced, not followed.

    Raises `OSError`; then nothing has changed.
    """
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        with os.fdopen(os.open(unfinished, _NEW, _ONLY_MINE), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def make_private_file(path: Path) -> None:
    """Make an empty file; one that is there stays as it is, but a link that somebody else made is refused.

    Raises `OSError`.
    """
    try:
        os.close(os.open(path, _NEW, _ONLY_MINE))
    except FileExistsError:
        refuse_planted(path)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, _ONLY_MINE))


def refuse_planted(path: Path) -> None:
    """Raise `PlantedLinkError` when a path is a link, and neither the person's own nor the system's."""
    if not hasattr(os, "getuid"):
        return
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode) and found.st_uid not in {0, os.getuid()}:
        raise PlantedLinkError(1, "it is a link that somebody else has put there", str(path))
