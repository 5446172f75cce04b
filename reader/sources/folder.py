"""Which articles a folder holds, in the order a person expects; bounded, and never led out of it by a link."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import SourceError
from reader.sources.formats import opens
from reader.sources.safe import make_safe

if TYPE_CHECKING:
    from reader.model.listing import Listing

MOST_ENTRIES = 10_000
_MOST_LOOKED_AT = 200_000
"""Names; whoever opens the root of a disk need not wait for all of it."""
_DEEPEST = 32
_NUMBERS = re.compile(r"(\d{1,18})")


def is_folder(place: str) -> bool:
    """Tell whether a place is a folder one may look into."""
    try:
        return Path(place).is_dir()
    except (OSError, ValueError):
        return False


def read_folder(place: str) -> Listing:
    """List the articles in a folder and the folders in it, by name; raises `SourceError` when there is none.

    Names sort as people count: “part 2” before “part 10”. What is hidden or cannot be looked into is left out.
    """
    from reader.model.listing import Entry, Listing  # every place is asked whether it is a folder

    entries = []
    for path in _files(place):
        entries.append(Entry(path, title=_shown(os.path.relpath(path, place)), date=_day(path)))
        if len(entries) == MOST_ENTRIES:
            break
    if not entries:
        raise SourceError(_shown(place), "there is no article in this folder")
    name = os.path.basename(os.path.abspath(place))  # noqa: PTH100, PTH119 - a Path would follow links
    return Listing(_shown(name) or "/", _shown(place), tuple(entries))


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Return what to sort names by, so that numbers in them count as numbers."""
    parts = _NUMBERS.split(name.casefold())
    return [(0, int(part), "") if index % 2 else (1, 0, part) for index, part in enumerate(parts)]


def _files(folder: str) -> Iterator[str]:
    top = folder.rstrip(os.sep).count(os.sep)
    left = _MOST_LOOKED_AT
    for parent, folders, names in os.walk(folder):
        left -= len(names) + len(folders)
        if left < 0:
            return
        is_deepest = parent.count(os.sep) - top >= _DEEPEST
        folders[:] = [] if is_deepest else sorted((name for name in folders if name[0] != "."), key=natural_key)
        for name in sorted(names, key=natural_key):
            path = os.path.join(parent, name)  # noqa: PTH118 - ten thousand of them
            if name[0] != "." and opens(name) and os.path.isfile(path):  # noqa: PTH113
                yield path


def _shown(name: str) -> str:
    return make_safe(name.replace("\n", "␊").replace("\t", "␉"))


def _day(path: str) -> str:
    from datetime import date

    try:
        return date.fromtimestamp(Path(path).stat().st_mtime).isoformat()
    except (OSError, ValueError, OverflowError):
        return ""
