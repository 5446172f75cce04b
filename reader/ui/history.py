"""What was typed into prompts, from one run to the next: one private file, a line each, the newest last."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

MOST = 200
"""Lines kept of each kind."""
_LARGEST = 1_000_000
_FLAGS = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class History:
    """Lines by their kind (“find”, “commands”). Without a file they last as long as the program."""

    def __init__(self, path: Callable[[], Path] | None = None) -> None:
        self._path = path
        self._lines: dict[str, list[str]] | None = None

    def of(self, kind: str) -> list[str]:
        """Return the lines of a kind, each once; the list grows as lines are kept."""
        if self._lines is None:
            self._lines = {}
            for row in self._rows():
                name, _, line = row.partition("\t")
                _put(self._lines.setdefault(name, []), line)
        return self._lines.setdefault(kind, [])

    def keep(self, kind: str, line: str) -> None:
        """Keep a line; where it cannot be written it lasts as long as the program."""
        line = " ".join(line.split())
        if not line:
            return
        _put(self.of(kind), line)
        if self._path is not None:
            with suppress(OSError):
                self._append(f"{kind}\t{line}\n")

    def _rows(self) -> list[str]:
        from reader.sources.safe import make_safe

        if self._path is None:
            return []
        try:
            with self._path().open("rb") as file:
                data = file.read(_LARGEST)
        except OSError:
            return []
        rows = make_safe(data.decode("utf-8", "replace")).splitlines()
        if len(rows) > 4 * MOST:
            rows = rows[-2 * MOST :]
            with suppress(OSError):
                self._write(os.O_WRONLY | os.O_TRUNC, "".join(f"{row}\n" for row in rows))
        return rows

    def _append(self, row: str) -> None:
        self._write(os.O_WRONLY | os.O_APPEND, row)

    def _write(self, flags: int, text: str) -> None:
        from reader.paths import make_private_folder

        if self._path is None:
            return
        path = self._path()
        make_private_folder(path.parent)
        with os.fdopen(os.open(path, flags | _FLAGS, 0o600), "wb") as file:
            file.write(text.encode("utf-8", "replace"))


def history_of(app: App[object], kind: str) -> list[str] | None:
    """Return the lines of a kind that an app keeps; None when it keeps none."""
    history = getattr(app, "history", None)
    return history.of(kind) if kind and isinstance(history, History) else None


def keep_in_history(app: App[object], kind: str, line: str) -> None:
    """Keep a line in the history of an app that has one."""
    history = getattr(app, "history", None)
    if isinstance(history, History):
        history.keep(kind, line)


def _put(lines: list[str], line: str) -> None:
    if line in lines:
        lines.remove(line)
    lines.append(line)
    del lines[:-MOST]
