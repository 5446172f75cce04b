"""The settings file: TOML, read so that one wrong line costs that line only, and every key knows its line."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from typing import Any

LARGEST = 1_000_000
"""Bytes; a settings file of a megabyte is something else."""
_MOST_WRONG_LINES = 20
_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)\s*$")
_TABLE = re.compile(r"\s*\[\s*([^\]\[]+?)\s*\]")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*[=.]""")


class FileRead:
    """What a file says; empty when it is not there."""

    def __init__(self, path: str) -> None:
        self.name = os.path.basename(path)  # noqa: PTH119 - no pathlib on the way to the first paint
        self.is_there = False
        self.why_not = ""
        self.values: dict[str, Any] = {}
        self.troubles: list[str] = []
        self._lines: dict[tuple[str, str], int] = {}

    def line_of(self, key: str, table: str = "") -> int:
        """Return the line a key stands on, from 1; 0 when it cannot be told."""
        return self._lines.get((table, key), 0)

    def where(self, key: str, table: str = "") -> str:
        """Name the place of a key: “config.toml, line 3”."""
        line = self.line_of(key, table) or self._lines.get(("", key), 0)
        return f"{self.name}, line {line}" if line else self.name

    def take(self, text: str) -> None:
        """Understand the text; a line that is no TOML is told and left out."""
        lines = text.splitlines()
        for _ in range(_MOST_WRONG_LINES):
            try:
                self.values = tomllib.loads("\n".join(lines) + "\n")
                break
            except (tomllib.TOMLDecodeError, RecursionError) as error:
                if not self._leave_out(lines, error):
                    break
        self._lines = _numbered(lines)

    def _leave_out(self, lines: list[str], error: Exception) -> bool:
        found = _AT.search(str(error))
        last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=0)
        number = min(int(found[1]), last) if found and found[1] else last
        if not number:
            return False
        what = _AT.sub("", str(error)) or "it cannot be read"
        self.troubles.append(f"{self.name}, line {number}: {what[:1].lower()}{what[1:]}; the line is left out")
        lines[number - 1] = ""
        return True


def read_file(path: str) -> FileRead:
    """Read a settings file; what is wrong with it is told, never raised."""
    read = FileRead(path)
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
        if not stat.S_ISREG(mode) and not os.path.samefile(path, os.devnull):  # noqa: PTH121
            read.why_not = "it is no file"
            read.troubles.append(f"{path} holds no settings: it is no file")
            return read
        with open(path, "rb") as file:  # noqa: PTH123
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        read.why_not = "there is no such file"
        return read
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "the system refused"
        read.why_not = why[:1].lower() + why[1:]
        read.troubles.append(f"cannot read the settings {path}: {read.why_not}")
        return read
    read.is_there = True
    if len(data) > LARGEST:
        read.troubles.append(f"{read.name} is no settings file: it is longer than a megabyte")
        return read
    text = data.decode("utf-8-sig", "replace")
    if "\ufffd" in text:
        line = text[: text.index("\ufffd")].count("\n") + 1
        read.troubles.append(f"{read.name}, line {line}: it is not UTF-8")
    read.take(text)
    return read


def _numbered(lines: list[str]) -> dict[tuple[str, str], int]:
    """Find the line of every key. Lines within a long string may be taken for keys, and then only name a line."""
    numbers: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(lines, 1):
        if header := _TABLE.match(line):
            table = header[1].strip("\"'")
            numbers.setdefault(("", table), number)
        elif key := _KEY.match(line):
            numbers.setdefault((table, key[1] or key[2] or key[3] or ""), number)
    return numbers
