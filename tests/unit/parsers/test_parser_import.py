"""A parser is imported when its format comes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from reader.parsers import parse
from reader.sources.source import Source
parse(Source("x", "The ferry came.", {format!r}))
print(*(name for name in ("markdown_it", "reader.parsers.plain") if name in sys.modules))
"""


def imported_for(format: str) -> str:
    command = [sys.executable, "-c", PROGRAM.format(format=format)]
    root = Path(__file__).parents[3]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stdout.strip()


def test_plain_text_does_not_import_markdown() -> None:
    assert imported_for("text") == "reader.parsers.plain"


def test_markdown_does_not_import_plain_text() -> None:
    assert imported_for("markdown") == "markdown_it"
