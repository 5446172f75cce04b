"""The commands that the guide shows: every line of every block marked `sh`."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])

_BLOCK = re.compile(r"^(?P<indent>[ \t]*)```sh\n(?P<lines>.*?)^(?P=indent)```", re.MULTILINE | re.DOTALL)
# Shown, and run by other means: `make` by CI, installing by tests/packaging.
_GOES_ON, _STILL_THE_SAME = ("\\", "|", "do", "then"), (" ", "\t", "done", "fi")
_RUN_ELSEWHERE = ("make ", "pipx ", "uv ", "pip ", "python3 -m venv", "git clone", "cd ")


class Command(NamedTuple):
    """One command as a page shows it."""

    page: str
    line: int
    words: str


def commands_of(page: Path) -> list[Command]:
    """Return the commands of a page in their order; one over several lines is one command."""
    text = page.read_text(encoding="utf-8")
    name = page.relative_to(ROOT).as_posix()
    return [
        Command(name, line, words)
        for block in _BLOCK.finditer(text)
        for line, words in _joined(dedent(block["lines"]), text.count("\n", 0, block.start("lines")) + 1)
        if words and not words.startswith(("#", *_RUN_ELSEWHERE))
    ]


def _joined(lines: str, first: int) -> list[tuple[int, str]]:
    joined: list[tuple[int, str]] = []
    goes_on = False
    for number, line in enumerate(lines.splitlines(), first):
        if goes_on or line.startswith(_STILL_THE_SAME):
            joined[-1] = (joined[-1][0], f"{joined[-1][1]}\n{line}")
        else:
            joined.append((number, line.strip()))
        goes_on = line.endswith(_GOES_ON)
    return joined
